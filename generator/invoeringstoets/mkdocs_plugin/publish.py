"""A site put in place as a whole: built beside the old one and swapped, or changed at once.

An interrupted build leaves the old site as it was. What did not change is not made again: it is
the same file in the old site and the new one, where the file system can do that. Where only the
content of some pages changed, these are written without MkDocs.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from invoeringstoets.formats.template import keep_compiled
from invoeringstoets.incremental import DOCUMENT, FILE, PAGE, Made, World, make
from invoeringstoets.mkdocs_plugin import compiled, shells, swapping
from invoeringstoets.mkdocs_plugin.given import data_of, given_of, pages_of
from invoeringstoets.mkdocs_plugin.keys import key_of
from invoeringstoets.mkdocs_plugin.standing import Settings, Standing, settings_of, standing
from invoeringstoets.workspace import Project, WriteError, write
from invoeringstoets.workspace.store import Store

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

REPORTS = "rapporten"
"""The folder of the site in which reports lie, per toets."""

LARGE = 300
"""From this many toetsen on, a search index takes longer than one waits for after an edit."""

FEW = 200
"""At most so many pages and reports are changed in place; more are made beside what there is."""

_RUN = "invoeringstoets.mkdocs_plugin.run"
"""MkDocs: loaded unless only the content of some pages changed."""
_FORKING = "invoeringstoets.workspace.forking"
"""Loaded only if there is work for more than one processor."""
_SEARCHING = "invoeringstoets.mkdocs_plugin.searching"
"""Loaded only if there is a search index to make."""


@dataclass(frozen=True)
class Order:
    """A site to publish: what its pages are made of, and the reports by their output path."""

    world: World
    reports: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Published:
    """What came of it: the number of pages, and of those that were written anew.

    ``complete`` is false when the search index and the files over all toetsen are still those of
    an earlier build.
    """

    pages: int
    renewed: int
    complete: bool = True


class Site:
    """The site of a project in a folder: how it stands there, and how it is renewed."""

    def __init__(self, project: Project, *, store: Store, to: Path, internal: bool = False) -> None:
        self._project, self._store, self._internal = project, store, internal
        self._to = to.absolute()
        self._name = key_of(str(self._to))[:16]
        self._file = project.bouw / ".cache" / f"site-{self._name}.json"

    @cached_property
    def config(self) -> MkDocsConfig:
        """The settings of MkDocs; raises ``SiteError``."""
        config: MkDocsConfig = import_module(_RUN).configured(self._project)
        return config

    @cached_property
    def _before(self) -> Standing:
        """What stands there, as far as it can be built on."""
        swapping.recover(self._to)
        found = standing(self._file, self._to, project=self._project, internal=self._internal)
        if found.settings.plain or found.settings == settings_of(self.config):
            return found
        return Standing()

    @cached_property
    def _settings(self) -> Settings:
        return self._before.settings if self._before.there else settings_of(self.config)

    @cached_property
    def _frame(self) -> str:
        if self._before.there:
            return self._before.frame
        return self._settings.frame(self._project, internal=self._internal)

    @property
    def address(self) -> str:
        """The address of the site, ending in a slash, or ``""``; raises ``SiteError``."""
        return self._settings.address

    def publish(self, order: Order) -> Published:
        """Make what has to be made, and put the whole in place.

        Raises ``SiteError`` or ``WriteError``, and then nothing changed.
        """
        try:
            return self._publish(order)
        except OSError as error:
            raise WriteError(self._to, error) from error

    def _publish(self, order: Order) -> Published:
        keep_compiled(compiled.kept(self._frame, to=compiled.place(os.environ)))
        before, world = self._before, order.world
        many = len(world.held) > LARGE
        world.beside = _beside
        made = make(world, before.parts, there=self._there(), haste=many, drawer=self._store)
        world.let_go()
        self._keep(made)
        reports = {path: key_of(data) for path, data in order.reports.items()}
        count = len(made.keys[PAGE]) + len(before.written)
        now = replace(before, reports=reports, parts=made.memory)
        same = made.keys == before.parts.keys and reports == before.reports
        if same and before.complete:
            self._remember(now)
            return Published(count, 0)
        done = self._changed(made, now, order=order)
        return done or self._built(made, now, order=order)

    def _remember(self, now: Standing) -> None:
        write(self._file, now.packed())

    def _changed(self, made: Made, now: Standing, *, order: Order) -> Published | None:
        """The site with some of its files changed, if nothing else has to be."""
        before, pages = self._before, pages_of(made)
        kept = self._index_before(made, before.written)
        few = len(pages) + len(_changed_reports(before, now)) <= FEW
        if not (few and before.settings.plain and kept and _paths(before) == _paths(now)):
            return None
        refilled = shells.refilled(pages, before.shells, site=self._to)
        if refilled is None:
            return None
        files = {**dict(self._files(made, now, order=order)), **refilled}
        changed = swapping.change(self._to, files)
        complete = kept.searchable and not made.late
        self._remember(
            replace(
                now,
                searchable=kept.searchable,
                complete=complete,
                files={**before.files, **changed},
                shells={**before.shells, **shells.all_moved(pages, before.shells)},
            )
        )
        return Published(len(made.keys[PAGE]) + len(before.written), len(pages), complete)

    def _built(self, made: Made, now: Standing, *, order: Order) -> Published:
        """The site with what MkDocs makes of it."""
        before = self._before
        known = before.there and made.keys[PAGE].keys() == before.parts.keys[PAGE].keys()
        given = given_of(made, internal=self._internal, known=known)
        staging = self._staging(now)
        written = import_module(_RUN).build(self._project, self.config, given=given, to=staging)
        for path, data in self._files(made, now, order=order):
            write(staging / path, data)
        stay = {path: one for path, one in before.shells.items() if path in made.keys[PAGE]}
        shell = {**stay, **shells.shells_of(given.fresh, staging)}
        index = self._index_before(made, written) or self._index(staging, written)
        swapping.swap(staging, self._to)
        complete = index.searchable and not made.late
        self._remember(
            replace(
                now,
                frame=self._frame,
                settings=self._settings,
                written=written,
                index=index.paths,
                searchable=index.searchable,
                complete=complete,
                files=swapping.listed(self._to),
                shells=shell,
            )
        )
        renewed = len(given.fresh) + (0 if known else len(written))
        return Published(len(made.keys[PAGE]) + len(written), renewed, complete)

    def _files(self, made: Made, now: Standing, *, order: Order) -> Iterator[tuple[str, bytes]]:
        """Every file that is no page and not there yet, one at a time: reports may be many."""
        for path, one in made.fresh[FILE].items():
            yield path, data_of(one)
        for path in _changed_reports(self._before, now):
            yield path, order.reports[path]

    def _staging(self, now: Standing) -> Path:
        """A folder beside the site with all that stays of it."""
        old, new = _placed(self._before), _placed(now)
        same = {path for path, key in new.items() if old.get(path) == key}
        stay = {*self._before.index, *same}
        folder = swapping.beside(self._to, "nieuw")
        source = self._to if self._before.there else None
        swapping.copy(source, folder, linked=stay, but=old.keys() - same)
        return folder

    def _there(self) -> dict[str, Mapping[str, str]]:
        """The keys of what does not have to be made again."""
        keys = self._before.parts.keys
        documents = self._store.heads(self._kind)
        return {PAGE: keys.get(PAGE, {}), FILE: keys.get(FILE, {}), DOCUMENT: documents}

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

    def _index_before(self, made: Made, written: object) -> _Index | None:
        """The search index that there is, if it will do.

        After an edit in a large collection the last one is good enough.
        """
        before = self._before
        documents = before.parts.keys.get(DOCUMENT)
        same = made.keys[DOCUMENT] == documents and tuple(before.written) == written
        if before.index and before.searchable and same:
            return _Index(tuple(before.index), searchable=True)
        if before.index and made.hasty:
            return _Index(tuple(before.index), searchable=False)
        return None

    def _index(self, staging: Path, written: tuple[str, ...]) -> _Index:
        """A search index of these very pages, put in place."""
        searching = import_module(_SEARCHING)
        documents = self._store.all(self._kind) | searching.read(staging, written)
        kept = self._project.bouw / ".cache" / f"zoek-{self._name}"
        files: Mapping[str, bytes] = searching.index(documents, kept=kept)
        for path in set(self._before.index) - files.keys():
            (staging / path).unlink(missing_ok=True)
        for path, data in files.items():
            write(staging / path, data)
        return _Index(tuple(files), searchable=True)


@dataclass(frozen=True)
class _Index:
    """The files of a search index, which is ``searchable`` if it is of these very pages."""

    paths: tuple[str, ...]
    searchable: bool


def _beside(work: Callable[[int], Any], items: Sequence[int]) -> Any:  # noqa: ANN401 -- loaded late
    """Work on these items in processes beside this one (``Beside``)."""
    return import_module(_FORKING).forked(work, items)


def _placed(site: Standing) -> dict[str, str]:
    """The keys of all that was made of a site, by path."""
    keys = site.parts.keys
    return {**keys.get(PAGE, {}), **keys.get(FILE, {}), **site.reports}


def _changed_reports(before: Standing, now: Standing) -> list[str]:
    """The reports that are not there yet as they are now."""
    return [path for path, key in now.reports.items() if before.reports.get(path) != key]


def _paths(site: Standing) -> tuple[object, ...]:
    """Which pages, files and reports there are."""
    keys = site.parts.keys
    return keys.get(PAGE, {}).keys(), keys.get(FILE, {}).keys(), site.reports.keys()


def is_site(folder: Path) -> bool:
    """Whether a folder may be replaced: it is not there, empty, or a site of ours."""
    return is_free(folder) or (folder / "css" / "site.css").is_file()


def is_free(folder: Path) -> bool:
    """Whether nothing is lost when a folder is filled: it is not there, or empty."""
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
