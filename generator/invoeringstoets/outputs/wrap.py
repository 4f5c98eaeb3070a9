"""Text broken at spaces so that it fits in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.outputs.excerpt import cells

MIN_WIDTH = 20
"""Narrower than this nothing is broken: it would only be harder to read."""


def wrapped(text: str, width: int | None, *, first: int = 0) -> list[str]:
    """The lines of a text, each at most ``width`` cells unless one word is wider.

    ``first`` is how many cells of the first line are taken already. Without a width, or in too
    little room, the text stays whole.
    """
    if width is None or width < MIN_WIDTH:
        return [text]
    return list(_lines(text.split(" "), width, taken=first))


def _lines(words: list[str], width: int, *, taken: int) -> Iterator[str]:
    line: list[str] = []
    for word in words:
        size = sum(map(cells, word))
        if line and taken + size > width:
            yield " ".join(line)
            line, taken = [], 0
        line.append(word)
        taken += size + 1
    yield " ".join(line)
