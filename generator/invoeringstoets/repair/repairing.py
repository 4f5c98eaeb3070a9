"""Fix after fix, each judged on what a check of the outcome says, until nothing changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from invoeringstoets import syntax
from invoeringstoets.diagnostic import Diagnostic, Fix
from invoeringstoets.repair.applying import Applying, applied, compatible
from invoeringstoets.repair.judging import (
    MORE_WAYS,
    NO_YAML,
    Refused,
    State,
    added,
    look,
    objection,
)
from invoeringstoets.schema import Schemas
from invoeringstoets.source import Source

MAX_ROUNDS = 400
"""After so many checks of one text it is left as it is then."""


class Counts(Protocol):
    """Which diagnostics on a text count."""

    def __call__(
        self, source: Source, found: tuple[Diagnostic, ...], *, sound: bool
    ) -> Sequence[Diagnostic]:
        """Those of ``found`` that do; ``sound`` if the schema approved the text."""


@dataclass(frozen=True)
class Applied:
    """A fix that was applied: the line it was on, its code, and what it did (Dutch)."""

    line: int
    code: str
    description: str


@dataclass(frozen=True)
class Repair:
    """What came of a text: the repaired one, what was done, and what was proposed in vain."""

    source: Source
    applied: tuple[Applied, ...] = ()
    refused: tuple[Refused, ...] = ()


@dataclass
class _Work:
    """A text being repaired; ``unjudged`` are lines that were edited while it was no YAML."""

    schemas: Schemas
    counts: Counts | None
    state: State
    rounds: int = MAX_ROUNDS
    unjudged: frozenset[int] = frozenset()
    steps: list[Applied] = field(default_factory=list)
    refused: dict[tuple[str, ...], Refused] = field(default_factory=dict)


def repaired(source: Source, schemas: Schemas, *, counts: Counts | None = None) -> Repair:
    """A text with every fix that removes its finding and adds none; never raises.

    A text that is no YAML is changed only if it is after that. ``counts`` leaves out the findings
    that a project does not want to hear of; by default all count.
    """
    first = look(source, schemas)
    work = _Work(schemas, counts, first)
    _settle(work)
    refused = tuple(sorted(work.refused.values(), key=lambda one: one.diagnostic.sort_key))
    if work.state.readable or first.readable:
        return Repair(work.state.source, tuple(work.steps), refused)
    proposed = (d for d in first.diagnostics if d.fixes)
    vain = (work.refused.get(_key(d), Refused(d, NO_YAML)) for d in proposed)
    return Repair(source, refused=tuple(vain))


def _settle(work: _Work) -> None:
    """Apply what can be applied until there is nothing left, or the rounds are used up.

    What was refused is tried again when all else is done: it may have stood in its way.
    """
    done = -1
    while done < len(work.steps):
        done = len(work.steps)
        work.refused.clear()
        _pass(work)


def _pass(work: _Work) -> None:
    while work.rounds > 0 and (wanted := _wanted(work)):
        if len(wanted[0].fixes) > 1:
            _one_of(work, wanted[0])
        else:
            _together(work, tuple(compatible(work.state.source, wanted)))


def _wanted(work: _Work) -> list[Diagnostic]:
    state = work.state
    if not any(diagnostic.fixes for diagnostic in state.diagnostics):
        return []
    counted: Sequence[Diagnostic] = state.diagnostics
    if work.counts is not None:
        counted = work.counts(state.source, state.diagnostics, sound=state.sound)
    return [d for d in counted if d.fixes and _key(d) not in work.refused]


def _key(diagnostic: Diagnostic) -> tuple[str, ...]:
    """What makes a proposal the same one again: its place in the data, and its line."""
    source = diagnostic.source
    line = source.line(diagnostic.span.start.line) if source else ""
    column = str(diagnostic.span.start.column)
    return diagnostic.code, diagnostic.route, diagnostic.message, line, column


def _together(work: _Work, group: tuple[Diagnostic, ...]) -> None:
    """Apply as many of these as go together, from the first; refuse the first if it does not."""
    while True:
        applying = _applied(work, [d.fixes[0] for d in group])
        after = _look(work, applying)
        reason = objection(work.state, after, applying=applying, claimed=group)
        if not reason:
            _keep(work, after, done=[(d, d.fixes[0]) for d in group], lines=applying.lines)
            return
        if len(group) == 1 or work.rounds <= 0:
            if not _with_what_it_reveals(work, group[0], after=after, applying=applying):
                work.refused[_key(group[0])] = Refused(group[0], reason)
            return
        group = group[: len(group) // 2]


def _with_what_it_reveals(
    work: _Work, diagnostic: Diagnostic, *, after: State, applying: Applying
) -> bool:
    """Apply a fix whose only harm can be repaired as well: a misspelt key in one that was too."""
    before = work.state
    if not before.readable or not after.readable:
        return False
    new = added(before, after, applying=applying)
    if not new or not all(one.fixes for one in new):
        return False
    inner = _Work(work.schemas, work.counts, after, rounds=work.rounds // 2)
    _settle(inner)
    work.rounds -= work.rounds // 2 - inner.rounds
    if added(before, inner.state, applying=applying) or not inner.steps:
        return False
    _keep(work, inner.state, done=[(diagnostic, diagnostic.fixes[0])], lines=applying.lines)
    work.steps += inner.steps
    work.refused |= inner.refused
    return True


def _one_of(work: _Work, diagnostic: Diagnostic) -> None:
    """Apply the best of several ways: the one that leaves the most keys and items as such.

    A line that looks like a key or an item but became part of the text above was not meant so.
    Where two ways leave as many and do not mean the same, the author has to choose.
    """
    good: list[tuple[State, Fix, Applying]] = []
    reasons: list[str] = []
    for fix in diagnostic.fixes:
        applying = _applied(work, [fix])
        after = _look(work, applying)
        reason = objection(work.state, after, applying=applying, claimed=(diagnostic,))
        if reason:
            reasons.append(reason)
        else:
            good.append((after, fix, applying))
    if any(after.readable for after, _, _ in good):
        good = [one for one in good if one[0].readable]
    best = _best([after for after, _, _ in good])
    if best is not None:
        after, fix, applying = good[best]
        _keep(work, after, done=[(diagnostic, fix)], lines=applying.lines)
    else:
        reason = MORE_WAYS if good else reasons[0]
        work.refused[_key(diagnostic)] = Refused(diagnostic, reason)


def _best(states: Sequence[State]) -> int | None:
    """Which of some texts holds the most data, the first of equals; ``None`` without one."""
    if len(states) == 1:
        return 0
    trees = [syntax.parse(state.source).value for state in states]
    data = [None if tree is None else tree.data for tree in trees]
    if None in data or not data:
        return None
    sizes = [_nodes(one) for one in data]
    first = sizes.index(max(sizes))
    same = all(
        one == data[first] for one, size in zip(data, sizes, strict=True) if size == max(sizes)
    )
    return first if same else None


def _nodes(data: object) -> int:
    """How many keys and items there are in data, those inside others included."""
    if isinstance(data, dict):
        return len(data) + sum(map(_nodes, data.values()))
    return len(data) + sum(map(_nodes, data)) if isinstance(data, list) else 0


def _applied(work: _Work, fixes: Sequence[Fix]) -> Applying:
    """The text with these fixes; what was edited before it could be read is judged along."""
    applying = applied(work.state.source, fixes)
    if work.state.readable:
        return applying
    return replace(applying, lines=applying.lines | work.unjudged)


def _look(work: _Work, applying: Applying) -> State:
    work.rounds -= 1
    return look(applying.source, work.schemas)


def _keep(
    work: _Work,
    after: State,
    *,
    done: Sequence[tuple[Diagnostic, Fix]],
    lines: frozenset[int],
) -> None:
    work.state = after
    work.unjudged = frozenset() if after.readable else lines
    work.steps += [Applied(d.span.start.line, d.code, fix.description) for d, fix in done]
