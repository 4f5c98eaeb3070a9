"""Author's files that are changed in place: read as bytes, written back the way they were kept."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from invoeringstoets.diagnostic import Diagnostic
from invoeringstoets.schema import Schemas, shipped_value_lists
from invoeringstoets.source import INPUT_NAME, Source
from invoeringstoets.syntax import MAX_SIZE, decode
from invoeringstoets.workspace.files import INPUT, files, read, shown, write
from invoeringstoets.workspace.outcome import Spoken
from invoeringstoets.workspace.project import Project
from invoeringstoets.workspace.selecting import select
from invoeringstoets.workspace.words import value_lists

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Original:
    """A file (or standard input) that could be decoded, and its bytes."""

    path: Path
    data: bytes
    source: Source

    def encoded(self, text: str) -> bytes | None:
        """Another text as this file would have it: with its byte order mark, its line ends.

        ``None`` where lines end in a carriage return alone, as they have not since Mac OS 9.
        """
        mark = _BOM if self.data.startswith(_BOM) else b""
        kept = mark + self.source.text.encode() == self.data
        return mark + text.encode() if kept else None


def originals(project: Project, paths: Sequence[Path] | None) -> tuple[Original, ...]:
    """The files to change, by default all of the project; what cannot be decoded is left out."""
    if paths is None:
        paths = [project.toetsen] if project.toetsen.is_dir() else []
    found = (_original(path) for path in files(paths).value or ())
    return tuple(one for one in found if one is not None)


def _original(path: Path) -> Original | None:
    if path == INPUT:
        return _from_input()
    source = read(path).value
    if source is None:
        return None
    try:
        data = path.read_bytes()
    except OSError:  # pragma: no cover -- it could be read a moment ago
        return None
    return Original(path, data, source) if decode(shown(path), data).value == source else None


def _from_input() -> Original | None:
    """Standard input, which is left to be read again by a check."""
    stream = getattr(sys.stdin, "buffer", None)
    data = stream.read(MAX_SIZE + 1) if stream else b""
    give_input(data)
    source = decode(INPUT_NAME, data).value
    return Original(INPUT, data, source) if source and len(data) <= MAX_SIZE else None


def give_input(data: bytes) -> None:
    """What is read from standard input from here on."""
    sys.stdin = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")


def rewrite(original: Original, data: bytes) -> bool:
    """Write a file anew, unless somebody changed it meanwhile; whether that was done.

    Raises ``WriteError``.
    """
    if original.path.read_bytes() != original.data:
        return False
    return write(original.path, data)


def schemas_of(project: Project) -> Schemas:
    """The schemas with the value lists of a project, those we ship where it has none."""
    return Schemas(value_lists(project).value or shipped_value_lists())


class Counting:
    """Which diagnostics on a file count, as settings, comments and baseline have it."""

    def __init__(self, project: Project, path: Path) -> None:
        self._project = project
        self._path = path

    def __call__(
        self, source: Source, found: tuple[Diagnostic, ...], *, sound: bool
    ) -> Sequence[Diagnostic]:
        """Those of ``found`` that do; ``sound`` if the schema approved the text."""
        spoken = [Spoken(self._path, source, sound)]
        return select(self._project, spoken, diagnostics=found, whole=False).diagnostics
