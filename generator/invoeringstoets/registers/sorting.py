"""In which order a reader finds the cells of a column who sorts by it; ``register.js`` does it.

Days stand in order of time, however exact they are, and what is not known or not filled in stands
last, whichever way one sorts.
"""

from __future__ import annotations

from collections.abc import Iterable

from invoeringstoets import notation
from invoeringstoets.document import Value
from invoeringstoets.phrasing import State
from invoeringstoets.registers.register import Column, Kind

UNSAID = frozenset(
    {
        "geen thema vastgelegd",
        "nog geen reactie bekend",
        "onbekend",
        *(one.value for one in (State.NOT_NAMED, State.NOT_YET, State.NOT_HELD, State.MISSING)),
    }
)
"""What cells say that have nothing to say."""


def keys(column: Column, cells: Iterable[Value]) -> dict[str, str]:
    """By what the texts of a column are sorted that do not sort by themselves; ``""`` is last."""
    found = {cell: _key(column, cell) for cell in cells if isinstance(cell, str)}
    return {text: key for text, key in found.items() if key != text}


def _key(column: Column, text: str) -> str:
    if text.casefold() in UNSAID:
        return ""
    return notation.first_day(text) if column.kind == Kind.DATE else text
