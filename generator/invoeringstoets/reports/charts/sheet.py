"""The sheet that a drawing is made on: its width, its type, and text that keeps within a column.

No font is at hand here, so the width of text is estimated from above: no letter of Source Sans 3
(regular or semibold) or of DejaVu Sans, which is as wide as fonts for reading get, is wider than
its class says.
"""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.document import Align, Ink, Label

WIDTH = 154.0
"""The width of a drawing in mm: that of the text of a report on A4."""

TALLEST = 190.0
"""The height in mm that a drawing may have and still leave room on a page for its heading."""

SIZE = 8.0
"""The height of ordinary type in points."""

SMALL = 7.5
"""The height of small type in points; nothing is smaller than 7."""

LINE = 3.7
"""The distance between two lines of text in mm."""

_MM_PER_POINT = 25.4 / 72
_EM = {
    **dict.fromkeys(" \u00a0.,:;'’‘!|iïjlI-()[]/", 0.42),
    **dict.fromkeys("frtz–", 0.53),
    **dict.fromkeys("mw%", 0.98),
    **dict.fromkeys("MWQO@—…æÆ", 1.01),
}
_LOWER, _OTHER = 0.66, 0.84
_RARE = "\u0100"
"""From here on come letters that Dutch hardly uses; none is wider than an em."""

_CJK = "\u1100"
"""From here on letters may be as wide as they are high."""


def width(text: str, size: float = SIZE) -> float:
    """No less than the width in mm of a text in type of so many points."""
    return sum(_em(sign) for sign in text) * size * _MM_PER_POINT


def _em(sign: str) -> float:
    if sign in _EM:
        return _EM[sign]
    if sign >= _CJK:
        return 1.2
    if sign >= _RARE:
        return 1.01
    return _LOWER if sign.islower() or sign.isdigit() else _OTHER


def lines(text: str, room: float, *, size: float = SIZE, most: int = 4) -> tuple[str, ...]:
    """A text as lines that fit in so many mm; what does not fit in ``most`` ends in an ellipsis.

    The whole text stands in the table beside the drawing.
    """
    found: list[str] = []
    for word in _pieces(text, room, size=size):
        if found and width(f"{found[-1]} {word}", size) <= room:
            found[-1] = f"{found[-1]} {word}"
        else:
            found.append(word)
    if len(found) <= most:
        return tuple(found)
    last = found[most - 1]
    while last and width(f"{last}…", size) > room:
        last = last[:-1]
    return (*found[: most - 1], f"{last.rstrip(' ,;:.')}…")


def _pieces(text: str, room: float, *, size: float) -> Iterator[str]:
    """The words of a text; one that is wider than the room comes in parts."""
    for word in text.split():
        rest = word
        while width(rest, size) > room and len(rest) > 1:
            count = next(
                n for n in range(len(rest), 0, -1) if n == 1 or width(rest[:n], size) <= room
            )
            yield rest[:count]
            rest = rest[count:]
        yield rest


def column(
    texts: tuple[str, ...],
    at: tuple[float, float],
    *,
    size: float = SIZE,
    ink: Ink = Ink.TEXT,
    strong: bool = False,
) -> Iterator[Label]:
    """Lines of text below each other; the first base line is at this x and y."""
    x, y = at
    for number, text in enumerate(texts):
        yield Label(x, y + number * LINE, text, Align.LEFT, size, strong, ink)
