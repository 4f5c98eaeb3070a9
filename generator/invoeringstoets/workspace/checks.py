"""The check of files as a command needs it: what there is to say, without keeping the toetsen.

A file of which everything is known from the last run is only read; the stages of a check are
loaded when there is another one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from invoeringstoets.diagnostic import Checked, Diagnostic, Severity
from invoeringstoets.source import Source
from invoeringstoets.syntax.decoding import decode
from invoeringstoets.workspace import faults
from invoeringstoets.workspace.faults import fault
from invoeringstoets.workspace.files import INPUT, files, name_of, read_bytes, shown
from invoeringstoets.workspace.kept import Kept, kept_checks
from invoeringstoets.workspace.outcome import MARK, Outcome, Spoken, Wanted, key_of, unpacked
from invoeringstoets.workspace.project import Project

JUDGING = "invoeringstoets.workspace.judging"
"""The stages of a check: loaded only for a file of which nothing is known."""
PARSING = "invoeringstoets.syntax.parsing"
"""All that is needed of a single file that is no YAML: such a one is refused at once."""
SHARING = "invoeringstoets.workspace.sharing"
"""Loaded only if there is work for more than one processor."""
ECHOES = "invoeringstoets.workspace.echoes"
"""Loaded only to see what changes brought about elsewhere."""
SELECTING = "invoeringstoets.workspace.selecting"
"""Loaded only if a setting, a comment or a baseline says that something does not count."""

MANY = 120
"""From so many unknown files on, more than one process is thought of."""

_FAULT = Severity.FOUT


@dataclass(frozen=True, kw_only=True)
class Checks:
    """All there is to say about some files.

    ``spoken`` are the files that were asked for and could be decoded. ``diagnostics`` is what
    there is to say about those files, the settings and the value lists, as far as it counts
    (``selection``); ``known`` was in the baseline; ``unsettled`` does not count, but keeps a file
    from being a toets. ``files`` counts the files that were asked for, which are ``whole`` if they
    are the project's.
    """

    spoken: tuple[Spoken, ...]
    diagnostics: tuple[Diagnostic, ...]
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


def check(
    project: Project,
    paths: Sequence[Path] | None = None,
    *,
    keep: bool = True,
    before: Mapping[Path, bytes | None] | None = None,
    wanted: Wanted | None = None,
) -> Checks:
    """Check these files and folders, by default all of the project.

    Unless ``keep``, nothing of an earlier run is used and nothing is kept for a later one.
    ``before`` says what the changed ones among them held (``changes.before``): what that change
    brought about in other files is told too. ``wanted`` is what to make of each toets besides.
    """
    run = _Run(project, kept_checks(project) if keep else Kept(), wanted)
    asked = asked_files(project, paths)
    found = run.outcomes(asked.value or ())
    around = run.outcomes(others(project, found)) if paths is not None else []
    there = standing(project, found, around=around)
    across = run.across(found, there)
    echoed = _late(ECHOES).echoes(run.judge(), there, before=before) if before else None
    said = [*project.faults, *run.words(), *asked.diagnostics]
    said += [diagnostic for one in found for diagnostic in one.diagnostics]
    run.save()
    said += across
    if echoed is not None:
        found += echoed.files
        said += [one for file in echoed.files for one in file.diagnostics]
        said += echoed.diagnostics
    spoken = tuple(
        Spoken(one.path, one.source, one.outline is not None, one.key)
        for one in found
        if one.source
    )
    selected = _selected(project, spoken, diagnostics=said, whole=paths is None)
    if echoed is not None:
        selected = _without_old(selected, echoed)
    return replace(selected, files=len(asked.value or ()))


def _without_old(checks: Checks, echoed: Any) -> Checks:  # noqa: ANN401 -- loaded late
    """What there is to say without what was already there in files that did not change."""
    return replace(
        checks,
        diagnostics=echoed.only_new(checks.diagnostics),
        known=echoed.only_new(checks.known),
        unsettled=echoed.only_new(checks.unsettled),
    )


def asked_files(project: Project, paths: Sequence[Path] | None) -> Checked[tuple[Path, ...]]:
    """The files that are meant; none given means those of the project."""
    if paths is not None:
        return files(paths)
    if project.toetsen.is_dir():
        return files([project.toetsen])
    message = f"er is geen map met toetsen: ‘{shown(project.toetsen)}’ bestaat niet"
    advice = "ga naar de map van het project, noem een bestand, of begin met ‘toets nieuw’"
    name = shown(project.toetsen)
    return Checked((), (fault(name, faults.NOTHING_TO_CHECK, message=message, advice=advice),))


def others(project: Project, asked: Sequence[Outcome]) -> list[Path]:
    """The other files of the project: only there to be referred to."""
    if not project.toetsen.is_dir():
        return []
    known = {one.path.absolute() for one in asked}
    return [p for p in files([project.toetsen]).value or () if p.absolute() not in known]


def standing(
    project: Project, asked: Sequence[Outcome], *, around: Sequence[Outcome]
) -> list[Outcome]:
    """The files that rules across files look at.

    A file from elsewhere stands in for the one of the project with the same id.
    """
    elsewhere = {
        one.id
        for one in asked
        if one.path == INPUT or not one.path.absolute().is_relative_to(project.toetsen)
    }
    return [*asked, *(one for one in around if one.id is None or one.id not in elsewhere)]


class _Run:
    """One run over files: what is known of them, and the stages for what is not."""

    def __init__(self, project: Project, kept: Kept, wanted: Wanted | None) -> None:
        self._project, self._kept, self._wanted = project, kept, wanted
        self._judge: Any = None

    def outcomes(self, paths: Iterable[Path]) -> list[Outcome]:
        """What a check of each of these files gives, from the last run or from now."""
        found: list[Outcome | None] = []
        unknown: list[Path] = []
        for path in paths:
            outcome = self._known(path)
            found.append(outcome)
            unknown += [path] if outcome is None else []
        if len(unknown) == 1 and not self._project.waardelijsten.is_dir():
            broken = _no_yaml(unknown[0])
            found = [broken if one is None else one for one in found]
            unknown = unknown if broken is None else []
        new = iter(self._judged(unknown) if unknown else ())
        return [one if one is not None else next(new) for one in found]

    def _known(self, path: Path) -> Outcome | None:
        if self._kept.empty and path != INPUT:
            return None
        read = read_bytes(path)
        if read.value is None:
            return Outcome(path, None, read.diagnostics)
        name, data = name_of(path), read.value
        key = key_of(name, data)
        row = self._kept.get(key)
        if row is not None and self._wanted is not None and self._wanted.lacks(row, key):
            return None
        if row is not None:
            needed = row[1] or MARK in data
            source = decode(name, data).value if needed else Source(name, "")
            if source is not None:
                return Outcome(path, source, unpacked(row, source), row[0], key)
        if path == INPUT:
            outcome: Outcome = self.judge().judge_bytes(path, data)
            return outcome
        return None

    def _judged(self, paths: Sequence[Path]) -> list[Outcome]:
        judge = self.judge()
        count = 1
        if len(paths) >= MANY:
            sharing = _late(SHARING)
            way = sharing.method()
            count = sharing.workers(len(paths), way)
        outcomes: list[Outcome] = (
            sharing.judged(judge, paths, count=count, way=way)
            if count > 1
            else [judge.judge(path) for path in paths]
        )
        for one in outcomes:
            self._kept.add(one.key, one.row())
            if self._wanted is not None and one.made is not None:
                self._wanted.take(one.key, one.made)
        return outcomes

    def judge(self) -> Any:  # noqa: ANN401 -- a class of a module that is loaded late
        """The stages, which are loaded when first asked for."""
        if self._judge is None:
            make = None if self._wanted is None else self._wanted.make
            self._judge = _late(JUDGING).judge_of(self._project, make=make)
        return self._judge

    def words(self) -> tuple[Diagnostic, ...]:
        """What there is to say of the value lists; nothing, if that was so in the last run."""
        diagnostics: tuple[Diagnostic, ...] = ()
        read = self._judge is not None or not self._kept.trusted
        if read and self._project.waardelijsten.is_dir():
            diagnostics = self.judge().diagnostics
        return diagnostics

    def across(self, asked: Sequence[Outcome], there: Sequence[Outcome]) -> list[Diagnostic]:
        """What the rules across files say of the files that were asked for."""
        if not any(one.outline for one in there):
            return []
        named = sorted(json.dumps([name_of(one.path), one.known]) for one in there)
        digest = blake2b("\n".join(named).encode(), digest_size=20).hexdigest()
        if self._kept.is_quiet(digest):
            return []
        judging = _late(JUDGING)
        findings = judging.across(there)
        if not findings:
            self._kept.hush(digest)
            return []
        found: list[Diagnostic] = judging.placed(findings, asked)
        return found

    def save(self) -> None:
        """Keep what was found for the next run, unless the value lists are wrong."""
        if not self.words():
            self._kept.save()


def _selected(
    project: Project,
    spoken: tuple[Spoken, ...],
    *,
    diagnostics: Sequence[Diagnostic],
    whole: bool,
) -> Checks:
    """What counts of the diagnostics; everything, if nothing says that something does not."""
    said = tuple(dict.fromkeys(diagnostics))
    marked = any(MARK.decode() in one.source.text for one in spoken)
    if not (marked or project.selection or project.nulmeting.exists()):
        ordered = tuple(sorted(said, key=lambda one: one.sort_key))
        return Checks(spoken=spoken, diagnostics=ordered, files=0, whole=whole)
    found = _late(SELECTING).select(project, spoken, diagnostics=said, whole=whole)
    return Checks(
        spoken=spoken,
        diagnostics=found.diagnostics,
        known=found.known,
        unsettled=found.unsettled,
        files=0,
        whole=whole,
    )


def _no_yaml(path: Path) -> Outcome | None:
    """What there is to say of a file that is no sound YAML: for that nothing else is loaded."""
    read = read_bytes(path)
    source = decode(name_of(path), read.value).value if read.value is not None else None
    if source is None:
        return None
    parsed = _late(PARSING).parse(source)
    if parsed.value is not None:
        return None
    return Outcome(path, source, parsed.diagnostics)


def _late(name: str) -> ModuleType:
    return import_module(name)
