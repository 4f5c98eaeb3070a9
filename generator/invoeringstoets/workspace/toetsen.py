"""All toetsen of a project as models, read and checked: what reports and pages are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from invoeringstoets import library, pipeline
from invoeringstoets.diagnostic import Checked
from invoeringstoets.model import Library, Toets, ValueLists
from invoeringstoets.schema import LATEST, Schemas, wordings
from invoeringstoets.source import Source
from invoeringstoets.workspace.checks import Checks, asked_files, others, standing
from invoeringstoets.workspace.files import read
from invoeringstoets.workspace.judging import across, judge_of, placed
from invoeringstoets.workspace.outcome import Outcome, Spoken
from invoeringstoets.workspace.project import Project
from invoeringstoets.workspace.selecting import select


@dataclass(frozen=True, kw_only=True)
class Loaded(Checks):
    """What a project holds.

    ``paths``, ``sources`` and ``checked`` run parallel: the files that were asked for and could
    be decoded. ``library`` holds every toets that the schema approved, those of the project around
    the asked ones included.
    """

    paths: tuple[Path, ...]
    sources: tuple[Source, ...]
    checked: tuple[Checked[Toets], ...]
    library: Library


@dataclass(frozen=True)
class _File:
    """A decoded file and what came of it."""

    outcome: Outcome
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
    judge = judge_of(project)
    schemas = Schemas(judge.lists)
    asked = asked_files(project, paths)
    unread, found = _read(asked.value or (), schemas)
    outcomes = [*unread, *(file.outcome for file in found)]
    around = _around(project, outcomes, schemas=schemas) if paths is not None else []
    said = [*project.faults, *judge.diagnostics, *asked.diagnostics]
    said += [diagnostic for one in unread for diagnostic in one.diagnostics]
    said += [diagnostic for file in found for diagnostic in file.checked.diagnostics]
    said += placed(across([*outcomes, *(file.outcome for file in around)]), outcomes)
    spoken = tuple(
        Spoken(file.outcome.path, file.source, file.checked.value is not None) for file in found
    )
    selected = select(project, spoken, diagnostics=tuple(dict.fromkeys(said)), whole=paths is None)
    return Loaded(
        spoken=spoken,
        paths=tuple(file.outcome.path for file in found),
        sources=tuple(file.source for file in found),
        checked=tuple(file.checked for file in found),
        diagnostics=selected.diagnostics,
        known=selected.known,
        unsettled=selected.unsettled,
        whole=paths is None,
        library=_library((*found, *around), schemas, internal=internal, day=reference_date),
        files=len(asked.value or ()),
    )


def _read(paths: Iterable[Path], schemas: Schemas) -> tuple[list[Outcome], list[_File]]:
    """The files that cannot be read, and those that can with what came of them."""
    unread: list[Outcome] = []
    found: list[_File] = []
    for path in paths:
        source = read(path)
        if source.value is None:
            unread.append(Outcome(path, None, source.diagnostics))
        else:
            checked = pipeline.check(source.value, schemas)
            outline = None if checked.value is None else library.outline(checked.value)
            found.append(_File(Outcome(path, source.value, (), outline), source.value, checked))
    return unread, found


def _around(project: Project, asked: Sequence[Outcome], *, schemas: Schemas) -> list[_File]:
    """The other toetsen of the project, as far as they stand beside the asked ones."""
    found = _read(others(project, asked), schemas)[1]
    there = standing(project, asked, around=[file.outcome for file in found])
    return [file for file in found if file.outcome in there]


def _library(found: Iterable[_File], schemas: Schemas, *, internal: bool, day: str) -> Library:
    lists: ValueLists = schemas.value_lists
    return library.build(
        (file.checked.value for file in found if file.checked.value is not None),
        value_lists=lists,
        wordings=wordings(schemas[LATEST]),
        reference_date=day,
        internal=internal,
    )
