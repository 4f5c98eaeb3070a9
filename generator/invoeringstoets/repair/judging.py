"""Whether a text is better than the one before: what a fix claims is gone, nothing has come.

A text that is no YAML has hidden all but its first faults, and one that the schema refuses hides
what rules say; what comes to light there is not new. On the lines of a fix itself it does count:
it was not what the author meant. Of a text that was no YAML only what is about its shape counts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from invoeringstoets import pipeline
from invoeringstoets.diagnostic import Diagnostic, Severity
from invoeringstoets.repair.applying import Applying
from invoeringstoets.schema import Schemas
from invoeringstoets.source import Position, Source

MORE_WAYS = "er is meer dan één manier om dit te herstellen"
NEW_FINDING = "de herstelde tekst zou een andere melding geven: {}"
UNSOLVED = "daarmee is de melding niet weg"
NO_YAML = "het bestand blijft onleesbaar: los eerst de andere meldingen op"

_INDEX = re.compile(r"\[\d+\]")
_LINE_NUMBER = re.compile(r"\bregel \d+")
_SYNTAX = "T0"
_OF_THE_SCHEMA = re.compile(r"T1(?!20)")

_OF_THE_SHAPE = frozenset({"T020", "T102", "T105", "T108", "T109"})
"""What comes of a wrong guess at how a text hangs together: keys and kinds that do not fit."""

Signature = tuple[str, str, str]


@dataclass(frozen=True)
class Refused:
    """A diagnostic whose fix was not applied, and why (Dutch)."""

    diagnostic: Diagnostic
    reason: str


@dataclass(frozen=True)
class State:
    """A text and all there is to say about it.

    ``readable`` if it is YAML, ``sound`` if the schema approves as well.
    """

    source: Source
    diagnostics: tuple[Diagnostic, ...]
    sound: bool

    @property
    def readable(self) -> bool:
        """Whether there were data to look at."""
        return self.sound or any(not d.code.startswith(_SYNTAX) for d in self.diagnostics)


def look(source: Source, schemas: Schemas) -> State:
    """Check a text."""
    checked = pipeline.check(source, schemas)
    return State(source, checked.diagnostics, checked.value is not None)


def signature(diagnostic: Diagnostic) -> Signature:
    """What makes a diagnostic the same one after lines or list items have moved."""
    route = _INDEX.sub("[]", diagnostic.route)
    return diagnostic.code, route, _LINE_NUMBER.sub("regel", diagnostic.message)


def objection(
    before: State, after: State, *, applying: Applying, claimed: Sequence[Diagnostic]
) -> str:
    """Why a text is not better than the one before; empty if it is."""
    if not after.readable:
        further = not before.readable and _further(before, after, applying=applying)
        return "" if further and not _located(claimed) & _located(after.diagnostics) else UNSOLVED
    if not before.readable:
        misfits = (d for d in after.diagnostics if d.code in _OF_THE_SHAPE)
        wrong = next((d for d in misfits if _on_lines(d, applying)), None)
        return NEW_FINDING.format(wrong.message) if wrong else ""
    new = added(before, after, applying=applying)
    if new:
        return NEW_FINDING.format(new[0].message)
    had, has = _counted(before.diagnostics), _counted(after.diagnostics)
    solved = all(has[one] <= had[one] - times for one, times in _counted(claimed).items())
    return "" if solved else UNSOLVED


def added(before: State, after: State, *, applying: Applying) -> list[Diagnostic]:
    """The diagnostics that a text has and the one before had not, unless it only hid them."""
    left = _counted(before.diagnostics)
    new = []
    for diagnostic in after.diagnostics:
        if left[signature(diagnostic)] > 0:
            left[signature(diagnostic)] -= 1
        elif not hidden(diagnostic, before) or _on_lines(diagnostic, applying):
            new.append(diagnostic)
    return new


def hidden(diagnostic: Diagnostic, before: State) -> bool:
    """Whether a text could have had this diagnostic without anybody having looked."""
    of_the_schema = _OF_THE_SCHEMA.match(diagnostic.code) is not None
    return not before.readable or not (before.sound or of_the_schema)


def _further(before: State, after: State, *, applying: Applying) -> bool:
    """Whether all that is newly wrong with a text as YAML comes after the edits."""
    new = _located(after.diagnostics) - _located(before.diagnostics)
    end = after.source.position(applying.end)
    return all(start > end for _, start in new)


def _located(diagnostics: Sequence[Diagnostic]) -> set[tuple[Signature, Position]]:
    return {(signature(d), d.span.start) for d in diagnostics}


def _on_lines(diagnostic: Diagnostic, applying: Applying) -> bool:
    weighty = diagnostic.severity is not Severity.HINT
    return weighty and diagnostic.span.start.line in applying.lines


def _counted(diagnostics: Sequence[Diagnostic]) -> Counter[Signature]:
    return Counter(map(signature, diagnostics))
