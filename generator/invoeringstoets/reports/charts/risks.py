"""The rows of the execution test as a drawing: which column had the cross, beside what was seen.

The columns have no names in the source and get none here: no colour, order or word says what is
better.
"""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.document import Align, Bar, Figure, Ink, Label, Shape, Stroke, Text
from invoeringstoets.notation import capitalised
from invoeringstoets.reports.charts.sheet import LINE, SIZE, SMALL, WIDTH, column, lines
from invoeringstoets.reports.context import Context

CAPTION = "Keuze in de uitvoeringstoets per risico"
SEEN = "waargenomen in de praktijk"

_COLUMNS = (("1", "kolom 1"), ("2", "kolom 2"), ("3", "kolom 3"))
_NAME = 50.0
_CELL = 15.0
_HEAD = 6.5
_GAP = 2.2
_BOX = 2.6


def risk_rows(context: Context) -> tuple[Figure, ...]:
    """One drawing of all rows of which the source shows a column; none where it shows no column."""
    test = context.toets.uitvoeringstoets
    chosen = {one.rij: one.kolom for one in (test.risicos if test else ())}
    if not any(kolom in dict(_COLUMNS) for kolom in chosen.values()):
        return ()
    seen = {row.rij: row.waargenomen for row in context.toets.risicotabel if row.rij in chosen}
    return (_figure(context, chosen, seen=seen),)


def _figure(context: Context, chosen: dict[str, str], *, seen: dict[str, str]) -> Figure:
    shapes: list[Shape] = list(_head(bool(seen)))
    y, told = _HEAD, []
    for row, kolom in chosen.items():
        name = capitalised(context.value("risicorijen", row))
        names = lines(name, _NAME - 2, size=SIZE, most=3)
        remark = lines(seen.get(row, ""), _seen_room(), size=SMALL)
        shapes.append(Stroke(0, round(y, 2), WIDTH, round(y, 2)))
        shapes += _row(kolom, names, y=round(y, 2), word=_said(context, kolom))
        shapes += column(remark, (_seen_x(), round(y + LINE, 2)), size=SMALL)
        y += max(len(names), len(remark), 1) * LINE + _GAP
        after = f"; {SEEN}: {seen[row]}" if row in seen else ""
        told.append(f"{name}: {_said(context, kolom)}{after}")
    shapes.append(Stroke(0, round(y, 2), WIDTH, round(y, 2)))
    alternative = (
        "Per risico de gekozen kolom van drie; de kolommen hebben in de bron geen opschrift. "
        + ". ".join(told)
        + "."
    )
    title = f"{CAPTION}, en {SEEN}" if seen else CAPTION
    return Figure((Text(title),), alternative, WIDTH, round(y + 0.5, 2), tuple(shapes))


def _head(with_seen: bool) -> Iterator[Shape]:  # noqa: FBT001 - one yes or no of its only caller
    for number, (_, name) in enumerate(_COLUMNS):
        yield Label(_middle(number), 4.2, name, Align.CENTER, SMALL, ink=Ink.QUIET)
    if with_seen:
        yield Label(_seen_x(), 4.2, capitalised(SEEN), Align.LEFT, SMALL, ink=Ink.QUIET)


def _row(kolom: str, names: tuple[str, ...], *, y: float, word: str) -> Iterator[Shape]:
    yield from column(names, (0, round(y + LINE, 2)))
    if kolom not in dict(_COLUMNS):
        yield Label(_middle(1), round(y + LINE, 2), word, Align.CENTER, SMALL, ink=Ink.QUIET)
        return
    for number, (value, _) in enumerate(_COLUMNS):
        x = _middle(number)
        top = round(y + LINE - _BOX + 0.3, 2)
        if value == kolom:
            yield Bar(round(x - _BOX / 2, 2), top, _BOX, _BOX)
        else:
            across = round(top + _BOX / 2, 2)
            yield Stroke(round(x - 0.8, 2), across, round(x + 0.8, 2), across)


def _middle(number: int) -> float:
    return _NAME + number * _CELL + _CELL / 2


def _seen_x() -> float:
    return _NAME + len(_COLUMNS) * _CELL + 3


def _seen_room() -> float:
    return WIDTH - _seen_x()


def _said(context: Context, kolom: str) -> str:
    if kolom == "nvt":
        return "niet van toepassing"
    return dict(_COLUMNS).get(kolom) or context.word(kolom)
