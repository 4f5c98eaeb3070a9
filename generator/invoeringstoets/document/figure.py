"""A vector drawing, as shapes on a sheet: the same in every format."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from invoeringstoets.document.inline import Inlines


class Align(StrEnum):
    """How the cells of a column are set."""

    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"


class Ink(StrEnum):
    """With which of the house style's colours a shape is drawn."""

    TEXT = "text"
    ACCENT = "accent"
    QUIET = "quiet"
    LINE = "line"


@dataclass(frozen=True)
class Bar:
    """A filled rectangle; its upper left corner and size in mm."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink = Ink.ACCENT


@dataclass(frozen=True)
class Stroke:
    """A straight line between two points in mm."""

    x1: float
    y1: float
    x2: float
    y2: float
    ink: Ink = Ink.LINE
    dashed: bool = False


@dataclass(frozen=True)
class Label:
    """Text in a drawing: ``x`` in mm is its left, middle or right (``align``), ``y`` its base line.

    ``size`` is the height of the type in points.
    """

    x: float
    y: float
    text: str
    align: Align = Align.LEFT
    size: float = 8
    strong: bool = False
    ink: Ink = Ink.TEXT


Shape = Bar | Stroke | Label


@dataclass(frozen=True)
class Figure:
    """A vector drawing; ``alternative`` says in words all that it shows. Sizes in mm, y downwards.

    Every number in it also stands in a table or in the text: the drawing adds no facts.
    """

    caption: Inlines
    alternative: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
    id: str = ""
