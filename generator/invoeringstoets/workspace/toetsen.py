"""All toetsen of a project, read and checked, alone and side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from invoeringstoets import library, pipeline
from invoeringstoets.diagnostic import Checked, Diagnostic, Finding, Severity
from invoeringstoets.model import Library, Toets, ValueLists
from invoeringstoets.schema import LATEST, Schemas, shipped_value_lists, wordings
from invoeringstoets.source import Source
from invoeringstoets.workspace import faults
from invoeringstoets.workspace.faults import fault
from invoeringstoets.workspace.files import INPUT, files, read, shown
from invoeringstoets.workspace.project import Project
from invoeringstoets.workspace.selecting import Spoken, select
from invoeringstoets.workspace.words import value_lists

_FAULT = Severity.FOUT


@dataclass(frozen=True)
class Loaded:
    """What a project holds.

    ``paths``, ``sources`` and ``checked`` run parallel: the files that were asked for and could
    be decoded. ``diagnostics`` is all there is to say about those files, the settings and the
    value lists, as far as it counts (``selection``); ``known`` was in the baseline; ``unsettled``
    does not count, but keeps a file from being a toets. ``files`` counts the files that were asked
    for, which are ``whole`` if they are the project's. ``library`` holds every toets that the
    schema approved, those of the project around the asked ones included.
    """

    paths: tuple[Path, ...]
    sources: tuple[Source, ...]
    checked: tuple[Checked[Toets], ...]
    diagnostics: tuple[Diagnostic, ...]
    library: Library
    files: int
    whole: bool = True
    known: tuple[Diagnostic, ...] = ()
    unsettled: tuple[Diagnostic, ...] = ()

    @property
    def objections(self) -> tuple[Diagnostic, ...]:
        """All there is to say before something is made of these files."""
        lighter = {d for d in self.diagnostics if replace(d, severity=_FAULT) in self.unsettled}
        said = [d for d in self.diagnostics if d not in lighter]
        return tuple(sorted([*said, *self.unsettled], key=lambda d: d.sort_key))

    @property
    def failed(self) -> bool:
        """Whether a fault keeps something from being made of these files."""
        return bool(self.unsettled) or any(d.severity is _FAULT for d in self.diagnostics)

    @property
    def spoken(self) -> tuple[Spoken, ...]:
        """The decoded files, as ``selecting`` knows them."""
        parallel = zip(self.paths, self.sources, self.checked, strict=True)
        return tuple(Spoken(path, source, one.value is not None) for path, source, one in parallel)


@dataclass(frozen=True)
class _File:
    """A decoded file and what came of it."""

    path: Path
    source: Source
    checked: Checked[Toets]


def load(
    project: Project,
    paths: Sequence[Path] | None = None,
    *,
    internal: bool = False,
    reference_date: str = "",
) -> Loaded:
    """Check these files and folders, by default all of the project.

    ``reference_date`` (jjjj-mm-dd) may stay empty where nothing asks what is late. Unless
    ``internal``, the library holds only what is public.
    """
    words = value_lists(project)
    lists = words.value or shipped_value_lists()
    schemas = Schemas(lists)
    asked = _asked(project, paths)
    unread, found = _read(asked.value or (), schemas)
    around = _around(project, found, schemas=schemas) if paths is not None else []
    said = [*project.faults, *words.diagnostics, *asked.diagnostics, *unread]
    said += [diagnostic for file in found for diagnostic in file.checked.diagnostics]
    said += _across(found, around)
    spoken = [Spoken(file.path, file.source, file.checked.value is not None) for file in found]
    selected = select(project, spoken, diagnostics=tuple(dict.fromkeys(said)), whole=paths is None)
    return Loaded(
        paths=tuple(file.path for file in found),
        sources=tuple(file.source for file in found),
        checked=tuple(file.checked for file in found),
        diagnostics=selected.diagnostics,
        known=selected.known,
        unsettled=selected.unsettled,
        whole=paths is None,
        library=_library((*found, *around), schemas, internal=internal, day=reference_date),
        files=len(asked.value or ()),
    )


def _asked(project: Project, paths: Sequence[Path] | None) -> Checked[tuple[Path, ...]]:
    if paths is not None:
        return files(paths)
    if project.toetsen.is_dir():
        return files([project.toetsen])
    message = f"er is geen map met toetsen: ‘{shown(project.toetsen)}’ bestaat niet"
    advice = "ga naar de map van het project, noem een bestand, of begin met ‘toets nieuw’"
    name = shown(project.root)
    return Checked((), (fault(name, faults.NOTHING_TO_CHECK, message=message, advice=advice),))


def _read(paths: Iterable[Path], schemas: Schemas) -> tuple[list[Diagnostic], list[_File]]:
    unread: list[Diagnostic] = []
    found: list[_File] = []
    for path in paths:
        source = read(path)
        unread.extend(source.diagnostics)
        if source.value is not None:
            found.append(_File(path, source.value, pipeline.check(source.value, schemas)))
    return unread, found


def _around(project: Project, asked: Sequence[_File], *, schemas: Schemas) -> list[_File]:
    """The other toetsen of the project: only there to be referred to.

    A file from elsewhere stands in for the one of the project with the same id.
    """
    if not project.toetsen.is_dir():
        return []
    known = {file.path.absolute() for file in asked}
    inside = files([project.toetsen]).value or ()
    others = _read([path for path in inside if path.absolute() not in known], schemas)[1]
    elsewhere = {
        file.checked.value.id
        for file in asked
        if file.checked.value
        and (file.path == INPUT or not file.path.absolute().is_relative_to(project.toetsen))
    }
    return [f for f in others if f.checked.value and f.checked.value.id not in elsewhere]


def _across(asked: Sequence[_File], around: Sequence[_File]) -> list[Diagnostic]:
    """What the rules across files say of the files that were asked for."""
    entries = [
        library.Entry(file.source.name, file.checked.value)
        for file in sorted((*asked, *around), key=lambda f: f.source.name)
        if file.checked.value is not None
    ]
    findings: dict[str, list[Finding]] = {}
    for name, finding in library.check(entries):
        findings.setdefault(name, []).append(finding)
    return [
        diagnostic
        for file in asked
        for diagnostic in pipeline.diagnose_source(file.source, findings.get(file.source.name, ()))
    ]


def _library(found: Iterable[_File], schemas: Schemas, *, internal: bool, day: str) -> Library:
    lists: ValueLists = schemas.value_lists
    return library.build(
        (file.checked.value for file in found if file.checked.value is not None),
        value_lists=lists,
        wordings=wordings(schemas[LATEST]),
        reference_date=day,
        internal=internal,
    )
