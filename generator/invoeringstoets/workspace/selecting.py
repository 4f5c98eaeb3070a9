"""Which findings of a project count: its settings, comments in its files, its baseline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from invoeringstoets.diagnostic import Checked, Diagnostic, Severity
from invoeringstoets.selection import (
    Baseline,
    heed,
    outdated,
    read_baseline,
    read_ignores,
    take,
)
from invoeringstoets.selection.ignores import MARK
from invoeringstoets.workspace.files import INPUT, read, shown
from invoeringstoets.workspace.manuals import manuals
from invoeringstoets.workspace.outcome import Spoken
from invoeringstoets.workspace.project import Project


@dataclass(frozen=True)
class Selected:
    """What is left of all diagnostics, and what is not.

    ``known`` are in the baseline. ``unsettled`` are the faults that do not count but keep a file
    from being a toets: nothing can be made of it before they are solved.
    """

    diagnostics: tuple[Diagnostic, ...]
    known: tuple[Diagnostic, ...] = ()
    unsettled: tuple[Diagnostic, ...] = ()


def select(
    project: Project, files: Sequence[Spoken], *, diagnostics: Sequence[Diagnostic], whole: bool
) -> Selected:
    """What counts of the diagnostics on these files; ``whole`` if they are all of the project."""
    wanted = _wanted(project, files, diagnostics=diagnostics)
    baseline = _baseline(project)
    known: tuple[Diagnostic, ...] = ()
    if baseline is not None:
        paths = paths_of(project, files)
        wanted, known = (baseline.value or Baseline()).split(wanted, paths)
        wanted += baseline.diagnostics
        judged = _judged(baseline.value or Baseline(), project, files=files, whole=whole)
        wanted += outdated(judged, known, paths=paths, name=shown(project.nulmeting))
    broken = {file.source.name for file in files if not file.sound}
    still = frozenset(wanted)
    return Selected(
        tuple(sorted(wanted, key=lambda d: d.sort_key)),
        known,
        tuple(
            one
            for one in diagnostics
            if one.name in broken and one.severity is Severity.FOUT and one not in still
        ),
    )


def baseline_of(
    project: Project,
    files: Sequence[Spoken],
    *,
    diagnostics: Sequence[Diagnostic],
    before: Baseline,
) -> Baseline:
    """A baseline of these diagnostics, with what ``before`` says of files not spoken of here."""
    paths = paths_of(project, files)
    taken = take(diagnostics, paths)
    kept = before.elsewhere(frozenset(paths.values()))
    return Baseline((*taken.findings, *kept.findings))


def _wanted(
    project: Project, files: Sequence[Spoken], *, diagnostics: Sequence[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """What settings and comments leave of the diagnostics, together with what they cause."""
    marked = [file for file in files if MARK in file.source.text]
    chosen = files if project.selection else marked
    if not chosen:
        return tuple(diagnostics)
    codes = manuals() if marked else {}
    by_name: dict[str, list[Diagnostic]] = {file.source.name: [] for file in chosen}
    rest: list[Diagnostic] = []
    for one in diagnostics:
        by_name.get(one.name, rest).append(one)
    for file in chosen:
        ignores, wrong = read_ignores(file.source, codes)
        own = heed(by_name[file.source.name], ignores, complete=file.sound)
        rest += project.selection.choose((*own, *wrong), _path(project, file))
    return tuple(rest)


def _baseline(project: Project) -> Checked[Baseline] | None:
    """The baseline of a project, or ``None`` when it has none."""
    if not project.nulmeting.exists():
        return None
    source = read(project.nulmeting)
    return read_baseline(source.value) if source.value else Checked(None, source.diagnostics)


def _judged(
    baseline: Baseline, project: Project, *, files: Sequence[Spoken], whole: bool
) -> Baseline:
    """The findings of which this run can say whether they still apply."""
    named = {_path(project, file): file.sound for file in files}
    return Baseline(tuple(f for f in baseline.findings if named.get(f.bestand, whole)))


def paths_of(project: Project, files: Sequence[Spoken]) -> Mapping[str, str]:
    """The path of each file within the project by its name in messages."""
    return {file.source.name: _path(project, file) for file in files if file.path != INPUT}


def _path(project: Project, file: Spoken) -> str:
    if file.path == INPUT:
        return file.source.name
    path = file.path.resolve()
    root = project.root.resolve()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
