"""A site put in place as a whole: built beside the old one, then swapped.

An interrupted build leaves the old site as it was. What did not change is not made again: it is
the same file in the old site and the new one, where the file system can do that.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from invoeringstoets.formats.template import keep_compiled
from invoeringstoets.incremental import DOCUMENT, FILE, PAGE, Made, Memory, World, make
from invoeringstoets.mkdocs_plugin import compiled, data_of, given_of, run, searching, swapping
from invoeringstoets.mkdocs_plugin.files import key_of
from invoeringstoets.workspace import Project, WriteError, write
from invoeringstoets.workspace.fingerprint import whole_fingerprint
from invoeringstoets.workspace.store import Store

REPORTS = "rapporten"
"""The folder of the site in which reports lie, per toets."""

PLACED = "placed"
"""The kind of all files of the site that are no pages, in what is remembered of it."""


@dataclass(frozen=True)
class Order:
    """A site to publish: what its pages are made of, and the reports by their output path."""

    world: World
    reports: Mapping[str, bytes] = field(default_factory=dict)
    internal: bool = False


@dataclass(frozen=True)
class Published:
    """What came of it: the number of pages, and of those that were written anew.

    ``complete`` is false when the search index and the files over all toetsen are still those of
    an earlier build.
    """

    pages: int
    renewed: int
    complete: bool = True


@dataclass(frozen=True)
class _Memory:
    """What was published last.

    ``frame`` stands for what all pages share; ``keys`` are those of all that was made, by kind and
    path; ``written`` are the hand-written pages, ``index`` the files of the search index;
    which is ``searchable`` if it is of these very pages; the site is ``complete`` if nothing in it
    waits for a next build. ``parts`` is the memory of how things were made, ``files`` are all files
    as they were left.
    """

    frame: str = ""
    keys: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    written: tuple[str, ...] = ()
    index: tuple[str, ...] = ()
    searchable: bool = False
    complete: bool = False
    files: Mapping[str, list[int]] = field(default_factory=dict)
    parts: Memory = field(default_factory=Memory)

    def packed(self) -> bytes:
        """As a line of JSON, followed by the parts."""
        own = {name: value for name, value in vars(self).items() if name != "parts"}
        return json.dumps(own, separators=(",", ":")).encode() + b"\n" + self.parts.packed()

    @classmethod
    def unpacked(cls, data: bytes) -> _Memory:
        """From what ``packed`` gave; raises ``ValueError`` or ``TypeError`` on anything else."""
        own, _, parts = data.partition(b"\n")
        values: dict[str, Any] = json.loads(own)
        return cls(**values, parts=Memory.unpacked(parts))


def publish(
    project: Project, order: Order, *, config: MkDocsConfig, store: Store, to: Path
) -> Published:
    """Put a site in place; raises ``SiteError`` or ``WriteError``, and then nothing changed."""
    to = to.absolute()
    try:
        return _Site(project, order, config=config, store=store, to=to).publish()
    except OSError as error:
        raise WriteError(to, error) from error


class _Site:
    """One publication."""

    def __init__(
        self, project: Project, order: Order, *, config: MkDocsConfig, store: Store, to: Path
    ) -> None:
        self._project, self._order, self._config = project, order, config
        self._to, self._store = to, store
        self._name = key_of(str(to))[:16]
        self._file = project.bouw / ".cache" / f"site-{self._name}.json"
        self._frame = _frame(project, config, internal=order.internal)

    def publish(self) -> Published:
        """Make what has to be made, and put the whole in place."""
        swapping.recover(self._to)
        keep_compiled(compiled.kept(self._frame, to=compiled.place(os.environ)))
        before = self._standing()
        world = self._order.world
        many = len(world.held) > searching.LARGE
        made = make(world, before.parts, there=self._there(before), haste=many, drawer=self._store)
        self._keep(made)
        reports = {path: key_of(data) for path, data in self._order.reports.items()}
        placed = {**made.keys[FILE], **reports}
        keys = {PAGE: made.keys[PAGE], PLACED: placed, DOCUMENT: made.keys[DOCUMENT]}
        count = len(keys[PAGE]) + len(before.written)
        if keys == before.keys and before.complete:
            self._remember(replace(before, parts=made.memory))
            return Published(count, 0)
        known = bool(before.frame) and keys[PAGE].keys() == before.keys[PAGE].keys()
        given = given_of(made, internal=self._order.internal, known=known)
        staging = self._staging(before, keys)
        written = run.build(self._project, self._config, given=given, to=staging)
        for path, data in self._fresh(made).items():
            write(staging / path, data)
        index, found = self._index(made, staging, written=written, before=before)
        swapping.swap(staging, self._to)
        complete = found and not made.late
        files = swapping.listed(self._to)
        self._remember(
            _Memory(self._frame, keys, written, index, found, complete, files, made.memory)
        )
        renewed = len(given.fresh) + (0 if known else len(written))
        return Published(len(keys[PAGE]) + len(written), renewed, complete)

    def _remember(self, memory: _Memory) -> None:
        write(self._file, memory.packed())

    def _staging(self, before: _Memory, keys: Mapping[str, Mapping[str, str]]) -> Path:
        """A folder beside the site with all that stays of it."""
        stay, gone = set(before.index), set()
        for kind in (PAGE, PLACED):
            old, new = before.keys.get(kind, {}), keys[kind]
            same = {path for path, key in new.items() if old.get(path) == key}
            stay |= same
            gone |= old.keys() - same
        folder = swapping.beside(self._to, "nieuw")
        swapping.copy(self._to if before.frame else None, folder, linked=stay, but=gone)
        return folder

    def _standing(self) -> _Memory:
        """What stands there, as far as it can be built on."""
        try:
            memory = _Memory.unpacked(self._file.read_bytes())
        except (OSError, ValueError, TypeError):
            return _Memory()
        intact = memory.frame == self._frame and memory.files == swapping.listed(self._to)
        return memory if intact else _Memory()

    def _there(self, before: _Memory) -> dict[str, Mapping[str, str]]:
        """The keys of what does not have to be made again."""
        documents = self._store.heads(self._kind)
        return {
            PAGE: before.keys.get(PAGE, {}),
            FILE: before.keys.get(PLACED, {}),
            DOCUMENT: documents,
        }

    @property
    def _kind(self) -> str:
        """What entries in the store are called that hold documents of this very site."""
        return f"{DOCUMENT} {self._name}"

    def _keep(self, made: Made) -> None:
        """Keep the documents for the search index."""
        fresh, keys = made.fresh[DOCUMENT], made.keys[DOCUMENT]
        self._store.put(
            self._kind, {path: (keys[path], data_of(one)) for path, one in fresh.items()}
        )
        self._store.drop(self._kind, self._store.heads(self._kind).keys() - keys.keys())

    def _fresh(self, made: Made) -> dict[str, bytes]:
        """Every file that is no page and not there yet; reports always."""
        return {path: data_of(one) for path, one in made.fresh[FILE].items()} | dict(
            self._order.reports
        )

    def _index(
        self, made: Made, staging: Path, *, written: tuple[str, ...], before: _Memory
    ) -> tuple[tuple[str, ...], bool]:
        """The files of the search index, and whether it is of these very pages.

        After an edit in a large collection the last one is good enough.
        """
        same = made.keys[DOCUMENT] == before.keys.get(DOCUMENT) and written == before.written
        if before.index and before.searchable and same:
            return before.index, True
        if before.index and made.hasty:
            return before.index, False
        documents = self._store.all(self._kind) | searching.read(staging, written)
        files = searching.index(
            documents, kept=self._project.bouw / ".cache" / f"zoek-{self._name}"
        )
        for path in set(before.index) - files.keys():
            (staging / path).unlink(missing_ok=True)
        for path, data in files.items():
            write(staging / path, data)
        return tuple(files), True


def is_site(folder: Path) -> bool:
    """Whether a folder may be replaced: it is not there, empty, or a site of ours."""
    return is_free(folder) or (folder / "css" / "site.css").is_file()


def is_free(folder: Path) -> bool:
    """Whether nothing is lost when a folder is filled: it is not there, or empty."""
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))


def _frame(project: Project, config: MkDocsConfig, *, internal: bool) -> str:
    """A key of everything around the pages: theme, hand-written pages, settings, programs."""
    found = (config.docs_dir, *config.theme.dirs, config.config_file_path)
    folders = [Path(place) for place in found if place]
    return key_of(whole_fingerprint(project.waardelijsten, *folders), repr(internal))
