"""Conclusions in the voices that drew them, each with its actions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from invoeringstoets.model import Conclusie, Toets
from invoeringstoets.model.uitkomsten import VOICES

Row = tuple[Conclusie, tuple[str, ...], tuple[str, ...]]
"""A conclusion, the ids of the actions shown under it, and of those shown under an earlier one."""


@dataclass(frozen=True)
class Group:
    """The conclusions of one voice; voices are never mixed.

    ``brief`` are those of them that no voice before this one drew too.
    """

    voice: str
    rows: tuple[Row, ...]
    brief: tuple[Row, ...]


def by_voice(toets: Toets) -> tuple[Group, ...]:
    """The conclusions of a toets per voice; an action is shown once, where it first belongs."""
    rows = tuple(_rows(toets))
    return tuple(
        Group(voice, own, tuple(row for row in own if not _drawn_before(row[0], toets)))
        for voice in VOICES
        if (own := tuple(row for row in rows if row[0].stem == voice))
    )


def _drawn_before(conclusie: Conclusie, toets: Toets) -> bool:
    """Whether an earlier voice drew a conclusion that comes to the same, as the toets has it."""
    earlier = VOICES[: VOICES.index(conclusie.stem)]
    return any(
        other.stem in earlier
        and (other.id in conclusie.komt_overeen_met or conclusie.id in other.komt_overeen_met)
        for other in toets.conclusies
    )


def loose_actions(toets: Toets) -> tuple[str, ...]:
    """The ids of actions that rest on no conclusion of this toets."""
    under = {item for _, first, _ in _rows(toets) for item in first}
    return tuple(actie.id for actie in toets.acties if actie.id not in under)


def _rows(toets: Toets) -> Iterator[Row]:
    shown: set[str] = set()
    for conclusie in sorted(toets.conclusies, key=lambda item: VOICES.index(item.stem)):
        here = [actie.id for actie in toets.acties if actie.serves(conclusie)]
        first = tuple(item for item in here if item not in shown)
        again = tuple(item for item in here if item in shown)
        shown.update(first)
        yield conclusie, first, again
