"""Rules on a file of which parts are unsound: what they find in the rest, and no more than that.

The author of a file with a misspelt key also wants to know of the reference that does not resolve
ten lines down, but not of what only seems wrong because of that key.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from invoeringstoets import structure
from invoeringstoets.diagnostic import Finding
from invoeringstoets.route import Route
from invoeringstoets.rules import Rule, Words, all_findings
from invoeringstoets.rules.resting import MISLEADING, RESTS_ON

_STEP = re.compile(r"[^.\[\]{}]+|\[\.?\]|\{\}")


def check(
    data: object,
    objected: frozenset[Route] | None,
    *,
    rules: Sequence[Rule],
    words: Words,
    unsure: Iterable[Route],
) -> list[Finding]:
    """What the rules find in data that the schema refuses, or of which a part was left out.

    Every finding is one that stays when the faults are repaired: none lies in a hole, and none
    rests on one. The schema ``objected`` to some holes (``None``: to too many to tell apart);
    ``unsure`` are others.
    """
    if objected is None:
        return []
    toets = structure.build_rough(data)
    found = all_findings(rules, toets, words=words)
    return sift(found, objected.union(unsure))


def sift(found: list[Finding], holes: Collection[Route] = ()) -> list[Finding]:
    """The findings that lie in no hole, rest on none, and are no echo of another one.

    A reference that does not resolve is told once: that its target therefore seems unused, or its
    conclusion without action, is not told.
    """
    if holes:
        found = [finding for finding in found if not any(_touches(hole, finding) for hole in holes)]
    misled = {finding.route for finding in found if finding.code in MISLEADING}
    if not misled:
        return found
    return [
        finding
        for finding in found
        if finding.code in MISLEADING or not any(_rests_on(finding, hole) for hole in misled)
    ]


def _touches(hole: Route, finding: Finding) -> bool:
    """Whether a finding points into a hole, at what a hole is in, or rests on a hole."""
    both = zip(hole.steps, finding.route.steps, strict=False)
    return all(one == other for one, other in both) or _rests_on(finding, hole)


def _rests_on(finding: Finding, hole: Route) -> bool:
    """Whether a finding might not be there if what is in a hole were known."""
    resting = RESTS_ON.get(finding.code)
    if resting is None:
        return True
    patterns = resting(finding.route) if callable(resting) else resting
    return any(_meets(_steps(pattern), hole, at=finding.route) for pattern in patterns)


@cache
def _steps(pattern: str) -> tuple[str, ...]:
    return tuple(_STEP.findall(pattern))


def _meets(pattern: tuple[str, ...], hole: Route, *, at: Route) -> bool:
    """Whether a hole lies above, in or under a place of the pattern."""
    here = (*at.steps, *([None] * len(pattern)))
    return all(
        _same(step, found, here=own)
        for step, found, own in zip(pattern, hole.steps, here, strict=False)
    )


def _same(step: str, found: str | int, *, here: str | int | None) -> bool:
    if step == "[.]":
        return found == here
    if step in {"[]", "{}"}:
        return isinstance(found, int) == (step == "[]")
    return step == found
