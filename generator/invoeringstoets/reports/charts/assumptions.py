"""What was expected beside what was found, as bars: only of one quantity in one unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from invoeringstoets.document import Bar, Figure, Ink, Label, Shape, Stroke, Text
from invoeringstoets.model import Aanname, Kerncijfer, Verwachting
from invoeringstoets.notation import date
from invoeringstoets.reports.charts.sheet import LINE, SIZE, WIDTH, column, lines
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.sections.figures import amount

CAPTION = "Verwachting en praktijk"

_BAR = 24.0
_THICK = 4.2
_ROOM = 62.0
_SPACE = 3.0


@dataclass(frozen=True)
class _Pair:
    """Two figures that may share a scale."""

    aanname: Aanname
    expected: Kerncijfer
    found: Kerncijfer


def assumption_bars(context: Context) -> tuple[Figure, ...]:
    """A drawing for each assumption with two figures that can be laid side by side."""
    return tuple(
        _figure(context, pair) for one in context.toets.aannames for pair in _pairs(context, one)
    )


def _pairs(context: Context, aanname: Aanname) -> Iterator[_Pair]:
    """Figures of the same quantity and unit; the others would suggest a share that is none."""
    for expected in _figures(context, aanname.verwacht):
        for found in _figures(context, aanname.praktijk):
            same = (expected.grootheid, expected.eenheid) == (found.grootheid, found.eenheid)
            # "anders" is no quantity: two of those may be anything.
            if same and expected.eenheid and expected.grootheid != "anders" and expected != found:
                yield _Pair(aanname, expected, found)


def _figures(context: Context, side: Verwachting | None) -> tuple[Kerncijfer, ...]:
    known = {one.id: one for one in context.toets.kerncijfers}
    named = (known.get(name) for name in (side.kerncijfers if side else ()))
    return tuple(one for one in named if one and _number(one) > 0)


def _number(one: Kerncijfer) -> float:
    return float(one.waarde) if isinstance(one.waarde, int | float) else 0.0


def _figure(context: Context, pair: _Pair) -> Figure:
    largest = max(_number(pair.expected), _number(pair.found))
    rows = (("Verwacht", pair.expected, Ink.QUIET), ("Praktijk", pair.found, Ink.ACCENT))
    shapes: list[Shape] = []
    y = 1.0
    for name, one, ink in rows:
        length = _number(one) / largest * _ROOM
        said = lines(_said(context, one), WIDTH - _BAR - _ROOM - 2, size=SIZE, most=3)
        tall = max(_THICK + 1.0, len(said) * LINE)
        base = y + 3.1
        shapes.append(Label(0, round(base, 2), name, size=SIZE, strong=True))
        shapes.append(Bar(_BAR, round(y, 2), round(max(length, 0.2), 2), _THICK, ink))
        shapes += column(said, (_BAR + _ROOM + 2, round(base, 2)), size=SIZE)
        y += tall + _SPACE
    height = round(y - _SPACE + 1.0, 2)
    shapes.append(Stroke(_BAR, 0, _BAR, height))
    quantity = context.word(pair.expected.grootheid)
    caption = f"{CAPTION}: {quantity}, in {pair.expected.eenheid}"
    told = "; ".join(f"{name.lower()}: {_said(context, one)}" for name, one, _ in rows)
    about = " ".join(pair.aanname.tekst.split()).rstrip(".")
    alternative = f"Twee staven op één schaal, vanaf nul, bij de aanname ‘{about}’: {told}."
    return Figure((Text(caption),), alternative, WIDTH, height, tuple(shapes))


def _said(context: Context, one: Kerncijfer) -> str:
    day = date(one.peildatum)
    return f"{amount(context, one)}{f' (peildatum {day})' if day else ''}"
