"""The course of a toets as a drawing: one row for each dated step, on a scale of years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from invoeringstoets.document import Align, Bar, Figure, Ink, Label, Shape, Stroke, Text
from invoeringstoets.model.datums import bounds
from invoeringstoets.reports.charts.course import Step
from invoeringstoets.reports.charts.sheet import (
    LINE,
    SMALL,
    TALLEST,
    WIDTH,
    column,
    lines,
    width,
)

CAPTION = "De momenten op een tijdlijn"

_TEXT = 31.0
_TRACK = 104.0
_HEAD = 7.0
_GAP = 1.8
_MARK = 2.0
_YEAR_SIZE = 7.5
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


@dataclass(frozen=True)
class _Scale:
    """Whole years on the track: from the first of January of one to that of another."""

    first: int
    last: int

    def x(self, day: dt.date, *, after: bool = False) -> float:
        """Where a day begins, or ends, in mm from the left of the sheet."""
        start = dt.date(day.year, 1, 1).toordinal()
        length = 366 if _is_leap(day.year) else 365
        passed = day.year - self.first + (day.toordinal() - start + after) / length
        return _TRACK + passed / (self.last - self.first) * (WIDTH - _TRACK - 4)


def timelines(steps: Sequence[Step]) -> tuple[Figure, ...]:
    """The steps in rows from top to bottom, each with its mark on the years; none without steps.

    A date of which only the month or year is known is a bar over that time. Steps that do not fit
    on one page go on in a next drawing on the same scale.
    """
    dated = [step for step in steps if bounds(step.date)]
    if len(dated) < 2:  # noqa: PLR2004 - one moment has no course
        return ()
    scale = _scale(dated)
    sheets = list(_sheets(dated))
    return tuple(
        _figure(sheet, scale, caption=CAPTION if number == 0 else f"{CAPTION} (vervolg)")
        for number, sheet in enumerate(sheets)
    )


def _scale(steps: Sequence[Step]) -> _Scale:
    found = [limits for step in steps if (limits := bounds(step.date))]
    first, last = min(one[0].year for one in found), max(one[1].year for one in found)
    return _Scale(first, last + 1)


def _sheets(steps: Sequence[Step]) -> Iterator[list[Step]]:
    sheet: list[Step] = []
    height = _HEAD
    for step in steps:
        height += _height(step)
        if sheet and height > TALLEST:
            yield sheet
            sheet, height = [], _HEAD + _height(step)
        sheet.append(step)
    yield sheet


def _texts(step: Step) -> tuple[str, ...]:
    title = f"{step.title}: {step.detail}" if step.detail else step.title
    return lines(title, _TRACK - _TEXT - 3, size=SMALL, most=3)


def _height(step: Step) -> float:
    return max(len(_texts(step)), len(_moment(step))) * LINE + _GAP


def _moment(step: Step) -> tuple[str, ...]:
    return lines(step.when, _TEXT - 2, size=SMALL, most=2)


def _figure(steps: Sequence[Step], scale: _Scale, *, caption: str) -> Figure:
    height = _HEAD + sum(_height(step) for step in steps)
    shapes: list[Shape] = list(_years(scale, height))
    y = _HEAD
    for step in steps:
        shapes += _row(step, y, scale=scale)
        y += _height(step)
    told = "; ".join(_told(step) for step in steps)
    alternative = f"Tijdlijn van {len(steps)} momenten, van boven naar beneden: {told}."
    return Figure((Text(caption),), alternative, WIDTH, round(height, 2), tuple(shapes))


def _told(step: Step) -> str:
    parts = (
        step.when,
        ": ",
        step.title,
        f" ({step.detail.rstrip('.')})" if step.detail else "",
    )
    after = f", {step.after}" if step.after else ""
    return "".join(parts) + after


def _row(step: Step, y: float, *, scale: _Scale) -> Iterator[Shape]:
    limits = bounds(step.date)
    base = y + LINE - 0.6
    yield from column(_moment(step), (0, base), size=SMALL, ink=Ink.QUIET)
    yield from column(_texts(step), (_TEXT, base), size=SMALL, strong=step.main)
    yield Stroke(0, round(y - 0.5, 2), WIDTH, round(y - 0.5, 2))
    if limits is None:
        return
    left, right = scale.x(limits[0]), scale.x(limits[1], after=True)
    if limits[0] == limits[1]:
        left, right = left - _MARK / 2, left + _MARK / 2
    ink = Ink.ACCENT if step.main else Ink.QUIET
    yield Bar(round(left, 2), round(base - 2.2, 2), round(right - left, 2), _MARK, ink)


def _years(scale: _Scale, height: float) -> Iterator[Shape]:
    """A line at the start of a year; where years are many, of every second, fifth, tenth ..."""
    for year in _ticks(scale):
        x = round(scale.x(dt.date(max(year, 1), 1, 1)), 2)
        yield Stroke(x, _HEAD - 2, x, round(height, 2), dashed=True)
        yield Label(x, 3.5, str(year), Align.CENTER, _YEAR_SIZE, ink=Ink.QUIET)


def _ticks(scale: _Scale) -> range:
    room = WIDTH - _TRACK - 4
    span = scale.last - scale.first
    need = width("0000 ", _YEAR_SIZE)
    step = next(one for one in _STEPS if span / one * need <= room)
    return range(-(-scale.first // step) * step, scale.last + 1, step)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
