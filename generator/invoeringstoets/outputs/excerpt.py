"""A line of text as a terminal shows it, with the cells that a span takes."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from invoeringstoets.source import Span

TAB = 4
"""How many cells a tab is drawn as."""
MAX_WIDTH = 100
"""The most cells of a line that are shown; around the span if the line is longer."""

_LEAD = 30
_REACH = 4 * MAX_WIDTH
"""How many characters on either side of a span are looked at: a line may be very long."""
_ELLIPSIS = "…"
_INVISIBLE = {"Mn", "Me", "Cf"}


@dataclass(frozen=True)
class Excerpt:
    """A line to show: its text, the cells before the marked part, the cells of that part."""

    text: str
    before: int
    width: int


def cells(char: str) -> int:
    """How many terminal cells a character takes (Unicode East Asian Width; UAX #11)."""
    if unicodedata.category(char) in _INVISIBLE:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _drawn(char: str) -> str:
    """A character as it is safe to draw: tabs as spaces, control characters as a sign."""
    if char == "\t":
        return " " * TAB
    category = unicodedata.category(char)
    return "\ufffd" if category in {"Cc", "Cs"} or char in "\u2028\u2029" else char


def excerpt(line: str, span: Span, *, width: int = MAX_WIDTH) -> Excerpt:
    """The part of a line to show for a span; a span that goes on below is marked to the end.

    At most ``width`` cells of the line are shown, and an ellipsis where it goes on.
    """
    start = min(span.start.column - 1, len(line))
    end = span.end.column - 1 if span.end.line == span.start.line else len(line.rstrip())
    cut = max(start - _REACH, 0)
    piece = line[cut : start + _REACH]
    start, end = start - cut, max(min(end - cut, len(piece)), start - cut)
    drawn = [_drawn(char) for char in piece]
    widths = [sum(map(cells, text)) for text in drawn]
    first, last = _window(widths, start, end=end, room=width)
    head = _ELLIPSIS if first or cut else ""
    tail = _ELLIPSIS if cut + last < len(line) else ""
    return Excerpt(
        text=head + "".join(drawn[first:last]) + tail,
        before=len(head) + sum(widths[first:start]),
        width=max(sum(widths[start : min(end, last)]), 1),
    )


def _window(widths: list[int], start: int, *, end: int, room: int) -> tuple[int, int]:
    """The first and the last (not included) character to show, at most ``room`` cells."""
    if sum(widths) <= room:
        return 0, len(widths)
    most = min(_LEAD, room // 2)
    first = start if sum(widths[:end]) > room else 0
    lead = 0
    while first > 0 and lead + widths[first - 1] <= most:
        first -= 1
        lead += widths[first]
    last = first
    while last < len(widths) and widths[last] <= room:
        room -= widths[last]
        last += 1
    return first, last
