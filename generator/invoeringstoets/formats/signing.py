"""Who sign a letter, in rows of two with names as low as each other, and what stays with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from invoeringstoets.document import Signatory
from invoeringstoets.formats.widths import lines_in

__all__ = ["LAST_LINES", "Row", "lines_of", "rows"]

LAST_LINES = 2
"""How many lines or rows of a letter stay at least on the page of who signs it."""

_LINE = 78
"""Characters on a line of a letter."""

Row = tuple[tuple[Signatory | None, int], ...]
"""Two signatories (the last row may have one), each with the lines that its office is short."""


def rows(signatories: Sequence[Signatory], room: float) -> Iterator[Row]:
    """The rows; ``room`` is how broad an office may be, in parts of the type size."""
    for pair in zip_longest(signatories[::2], signatories[1::2]):
        heights = [lines_in(one.office, room) if one else 1 for one in pair]
        short = (max(heights) - height for height in heights)
        yield tuple(zip(pair, short, strict=True))


def lines_of(text: str) -> int:
    """About how many lines of a letter a text takes."""
    return -(-len(text) // _LINE)
