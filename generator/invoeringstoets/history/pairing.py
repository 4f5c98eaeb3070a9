"""Which item of a list became which: items without an id are the same if they are alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from difflib import SequenceMatcher
from typing import Any

ALIKE = 0.4
"""From how far alike (0 to 1) two items are one item that changed, and not one gone, one new."""

MOST = 2500
"""More combinations than this are not compared: then what differs is gone or new."""

_LONGEST = 600
"""How many characters of a text decide how far it is like another."""


def pairs(before: Sequence[Any], after: Sequence[Any]) -> list[tuple[Any | None, Any | None]]:
    """The items of two lists side by side, in the order of the new one; what is gone comes last.

    Equal items are pairs; of the others those that are most alike, if they are enough so.
    """
    gone, new = list(range(len(before))), list(range(len(after)))
    found: dict[int, int] = {}
    for at, item in enumerate(after):
        same = next((one for one in gone if before[one] == item), None)
        if same is not None:
            found[at] = same
            gone.remove(same)
            new.remove(at)
    if len(gone) * len(new) <= MOST:
        scores = [(alike(before[one], after[at]), -at, -one) for one in gone for at in new]
        for score, at, one in sorted(scores, reverse=True):
            if score >= ALIKE and -one in gone and -at in new:
                found[-at] = -one
                gone.remove(-one)
                new.remove(-at)
    told = [(before[found[at]] if at in found else None, item) for at, item in enumerate(after)]
    return [*told, *((before[one], None) for one in gone)]


def alike(one: object, other: object) -> float:
    """How far two values are alike, from 0 to 1: the mean over the fields that either fills in."""
    if one == other:
        return 1.0
    if isinstance(one, str) and isinstance(other, str):
        words = one[:_LONGEST].split(), other[:_LONGEST].split()
        return SequenceMatcher(None, *words, autojunk=False).ratio()
    if is_dataclass(one) and type(one) is type(other):
        sides = [(getattr(one, field.name), getattr(other, field.name)) for field in fields(one)]
        filled = [side for side in sides if side[0] or side[1]]
        return sum(alike(*side) for side in filled) / max(1, len(filled))
    return 0.0
