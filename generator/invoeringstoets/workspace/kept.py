"""The cache of checks: what a file gave last time, as long as nothing that matters has changed.

One file, ``build/.cache/controle/uitkomsten.json``: a line with a hash of everything a check
depends on (``fingerprint``) and of the rest, and then the rest. Whatever is wrong with it, it then
counts as empty, and it may be deleted at any time. It holds what the last run used and no more.

Settings, exceptions and baseline are no part of it: those are applied to the outcome in every run.
"""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from invoeringstoets.workspace.faults import WriteError
from invoeringstoets.workspace.files import write
from invoeringstoets.workspace.fingerprint import fingerprint
from invoeringstoets.workspace.outcome import Row
from invoeringstoets.workspace.project import Project

FORM = "toets-controle-1"
"""Changes with the form of the file."""


class Kept:
    """The outcomes of the last run, and those of this one.

    ``trusted`` means that the last run had this program and these value lists, and nothing to say
    of the value lists.
    """

    def __init__(self, path: Path | None = None, mark: str = "") -> None:
        self._path, self._mark = path, mark
        self._before: dict[str, Row] = {}
        self._now: dict[str, Row] = {}
        self._quiet: str = ""
        self.trusted = path is not None and self._read(path)
        self._quiet_before = self._quiet

    @property
    def empty(self) -> bool:
        """Whether nothing is known of the last run."""
        return not self._before

    def get(self, key: str) -> Row | None:
        """What a file gave before, which is then kept for the next run too."""
        row = self._before.get(key)
        if row is not None:
            self._now[key] = row
        return row

    def add(self, key: str, row: Row | None) -> None:
        """Keep an outcome for the next run, if it can be kept."""
        if row is not None and key:
            self._now[key] = row

    def is_quiet(self, outlines: str) -> bool:
        """Whether the rules across files had nothing to say of these outlines in the last run."""
        return bool(outlines) and outlines == self._quiet

    def hush(self, outlines: str) -> None:
        """Keep that the rules across files have nothing to say of these outlines."""
        self._quiet = outlines

    def save(self) -> None:
        """Write what this run used, if that is not what is there; no matter if it cannot be."""
        changed = self._now.keys() != self._before.keys() or self._quiet != self._quiet_before
        if self._path is None or not (changed or not self.trusted):
            return
        text = json.dumps([self._quiet, self._now], ensure_ascii=True, separators=(",", ":"))
        body = text.encode("ascii")
        with suppress(WriteError):
            self._hide_from_git(self._path.with_name(".gitignore"))
            write(self._path, f"{self._head(body)}\n".encode("ascii") + body)

    def _hide_from_git(self, ignore: Path) -> None:
        """Keep the cache out of commits: a hook that writes it would seem to change files."""
        if not ignore.exists():
            write(ignore, b"*\n")

    def _head(self, body: bytes) -> str:
        return f"{FORM} {self._mark} {blake2b(body, digest_size=20).hexdigest()}"

    def _read(self, path: Path) -> bool:
        try:
            head, _, body = path.read_bytes().partition(b"\n")
            if head != self._head(body).encode("ascii"):
                return False
            self._quiet, self._before = json.loads(body)
        except (OSError, ValueError):
            return False
        return True


def kept_checks(project: Project) -> Kept:
    """The cache of a project; one that keeps nothing outside a project or where that is no use."""
    if not project.found:
        return Kept()
    try:
        mark = fingerprint(project.waardelijsten)
    except OSError:
        return Kept()
    return Kept(project.bouw / ".cache" / "controle" / "uitkomsten.json", mark)
