"""The stages of a check, run on files of which nothing is known yet.

Loaded only when there is such a file (see ``checks``): this is where the rules and the schema come
in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from invoeringstoets import library, pipeline, syntax
from invoeringstoets.diagnostic import Diagnostic, Finding
from invoeringstoets.model import Toets, ValueLists
from invoeringstoets.schema import Schemas, shipped_value_lists
from invoeringstoets.source import Source
from invoeringstoets.syntax import decode
from invoeringstoets.workspace.files import name_of, read, read_bytes
from invoeringstoets.workspace.outcome import MARK, Outcome, key_of
from invoeringstoets.workspace.project import Project
from invoeringstoets.workspace.words import value_lists


class Judge:
    """Checks files with the value lists of a project; ``diagnostics`` are about those lists.

    ``make`` makes what is wanted of each toets besides (``outcome.Wanted``).
    """

    def __init__(
        self,
        lists: ValueLists,
        diagnostics: tuple[Diagnostic, ...] = (),
        *,
        make: Callable[[Toets], Any] | None = None,
    ) -> None:
        self.lists = lists
        self.diagnostics = diagnostics
        self.make = make
        self._schemas = Schemas(lists)

    def judge(self, path: Path) -> Outcome:
        """What a check of a file gives."""
        read = read_bytes(path)
        if read.value is None:
            return Outcome(path, None, read.diagnostics)
        return self.judge_bytes(path, read.value)

    def judge_bytes(self, path: Path, data: bytes) -> Outcome:
        """What a check of these bytes gives, as the content of a file."""
        name = name_of(path)
        decoded = decode(name, data)
        if decoded.value is None:
            return Outcome(path, None, decoded.diagnostics)
        checked = pipeline.check(decoded.value, self._schemas)
        spoken = bool(checked.diagnostics) or MARK in data
        return Outcome(
            path,
            decoded.value if spoken else Source(name, ""),
            checked.diagnostics,
            None if checked.value is None else library.outline(checked.value),
            key_of(name, data),
            None if checked.value is None or self.make is None else self.make(checked.value),
        )


def judge_of(project: Project, *, make: Callable[[Toets], Any] | None = None) -> Judge:
    """What checks the files of a project, and makes what is wanted of each toets."""
    words = value_lists(project)
    return Judge(words.value or shipped_value_lists(), words.diagnostics, make=make)


def across(outcomes: Iterable[Outcome]) -> dict[str, list[Finding]]:
    """What the rules across files find in the toetsen among these files, by name of the file."""
    entries = sorted((_entry(one) for one in outcomes), key=lambda entry: entry.name)
    findings: dict[str, list[Finding]] = {}
    for name, finding in library.check(entries):
        findings.setdefault(name, []).append(finding)
    return findings


def _entry(outcome: Outcome) -> library.Entry:
    """A file as the rules across files see it; of one with a fault what can be read of it."""
    source = outcome.source
    if source is None:
        return library.rough(name_of(outcome.path), "", data=None)
    if outcome.outline is not None:
        return library.Entry(source.name, library.Outline(*outcome.outline))
    tree = syntax.parse(source).value
    return library.rough(source.name, source.text, data=tree and tree.data)


def placed(findings: dict[str, list[Finding]], asked: Iterable[Outcome]) -> list[Diagnostic]:
    """Those findings on the text of the files that were asked for, which is read again."""
    found: list[Diagnostic] = []
    for outcome in asked:
        source = outcome.source
        if source is None or source.name not in findings:
            continue
        whole = source if source.text else read(outcome.path).value
        if whole is not None:
            found += pipeline.diagnose_source(whole, findings[source.name])
    return found
