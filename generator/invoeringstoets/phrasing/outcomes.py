"""What came of a toets: the categories that a source names, or why there are none.

Nothing here classifies: that no source names a category is said only where the author says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from invoeringstoets.model import Besluit, Categorie, Library, Toets
from invoeringstoets.model.mijlpalen import BEFORE_RESULT
from invoeringstoets.notation import lowered
from invoeringstoets.phrasing.absent import MISSING

NOT_NAMED = "niet benoemd in de bron"
"""What stands for a list of categories that is empty: no source names one."""

_DERIVED = "afgeleid, niet door een bron genoemd"


class State(Enum):
    """What is known of an outcome; the value is what stands for it where there is no category."""

    NAMED = ""
    NOT_NAMED = NOT_NAMED
    NOT_YET = "nog geen uitkomst"
    NOT_HELD = "niet opgenomen"
    MISSING = MISSING
    WEIGHED = "afweging"


@dataclass(frozen=True)
class Outcome:
    """An outcome in words; ``named`` are the ids of the categories that a source names."""

    state: State
    said: str
    named: tuple[str, ...] = ()


def outcome(toets: Toets, library: Library) -> Outcome:
    """The outcome of a toets as a whole; of a weighing it is the decision."""
    if toets.soort == "afweging":
        found = toets.afweging
        return Outcome(State.WEIGHED, decision(found, library) if found else MISSING)
    named = tuple(one.waarde for one in toets.uitkomst or () if one.herkomst == "bron")
    state = State.NAMED if named else _without(toets)
    return Outcome(state, categories(toets.uitkomst or (), library) or state.value, named)


def _without(toets: Toets) -> State:
    """Why no source is said to name a category."""
    if toets.uitkomst is not None:
        return State.NOT_NAMED
    if toets.status in BEFORE_RESULT:
        return State.NOT_YET
    return State.NOT_HELD if toets.volledigheid == "indexrecord" else State.MISSING


def categories(found: Iterable[Categorie], library: Library) -> str:
    """Categories in the order of the author; a derived one says so."""
    return "; ".join(
        lowered(library.value_lists.name("uitkomstcategorieen", one.waarde))
        + ("" if one.herkomst == "bron" else f" ({_DERIVED})")
        for one in found
    )


def decision(besluit: Besluit, library: Library) -> str:
    """What was decided on doing a toets: "niet toetsen"."""
    return f"{library.word(besluit.besluit)} toetsen"
