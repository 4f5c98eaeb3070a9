"""Figures in normal shape: finite measures, and words for who cannot see them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import isfinite

from invoeringstoets.document import Bar, Figure, Label, Shape, Stroke
from invoeringstoets.formats.normal.inline import noteless, plain

LARGEST = 1000.0
"""The longest side of a drawing in mm; no sheet that we print is larger."""

_SMALLEST_TYPE, _LARGEST_TYPE = 4.0, 72.0
_UNNAMED = "Afbeelding zonder beschrijving"


def is_drawn(node: Figure) -> bool:
    """Whether a figure has a sheet and something on it."""
    sides = (node.width, node.height)
    sized = all(isfinite(side) and 0 < side <= LARGEST for side in sides)
    return sized and any(True for _ in _shapes(node))


def figure(node: Figure) -> Figure:
    """A figure whose shapes can be drawn, with an alternative text (PDF/UA-1, 7.3)."""
    caption = noteless(node.caption)
    alternative = node.alternative.strip() or plain(caption) or _UNNAMED
    return replace(node, caption=caption, alternative=alternative, shapes=tuple(_shapes(node)))


def _shapes(node: Figure) -> Iterator[Shape]:
    """The shapes that have a place on the sheet and say or show something."""
    for shape in node.shapes:
        match shape:
            case Bar(x, y, width, height):
                if _on_sheet(x, y, width, height) and width > 0 and height > 0:
                    yield shape
            case Stroke(x1, y1, x2, y2):
                if _on_sheet(x1, y1, x2, y2):
                    yield shape
            case Label(x, y, text, _, size) if text.strip() and _on_sheet(x, y, size):
                bounded = min(max(size, _SMALLEST_TYPE), _LARGEST_TYPE)
                yield replace(shape, text=text.strip(), size=bounded)


def _on_sheet(*measures: float) -> bool:
    return all(isfinite(measure) and abs(measure) <= LARGEST for measure in measures)
