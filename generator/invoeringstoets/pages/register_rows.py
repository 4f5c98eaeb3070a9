"""The rows of a register as HTML; ``js/register.js`` makes the same of the same data."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup, escape

from invoeringstoets import notation
from invoeringstoets.document import Value
from invoeringstoets.registers import Column, Kind, Register, Row, paths

EMPTY = "–"
"""What a cell shows that has nothing to say."""
SENTENCES = 50
"""A column that is this wide in a spreadsheet (characters) holds sentences."""


def shown(register: Register) -> tuple[Column, ...]:
    """The columns of the table on a page, in order."""
    return tuple(sorted((one for one in register.columns if one.place), key=lambda one: one.place))


def roomiest(columns: tuple[Column, ...]) -> Column:
    """The column that gets the most room: that with the longest sentences, or else the first."""
    widest = max(columns, key=lambda one: one.width)
    return widest if widest.width >= SENTENCES else columns[0]


def words(value: Value) -> str:
    """A value as a reader sees it."""
    if isinstance(value, date):
        return notation.date(value.isoformat())
    return value if isinstance(value, str) else str(value).replace(".", ",")


class Rows:
    """Draws the rows of a register, seen from a folder that is ``up`` (``../``) below the root."""

    def __init__(self, register: Register, up: str) -> None:
        self._up = up
        self._places = {column.key: place for place, column in enumerate(register.columns)}
        columns = shown(register)
        under = [[one for one in register.columns if one.under == own.key] for own in columns]
        around = [_around(number, column) for number, column in enumerate(columns)]
        self._layout = list(zip(columns, under, around, strict=True))

    def html(self, row: Row) -> Markup:
        """A row of the table on a page."""
        cells = []
        for column, under, (before, after) in self._layout:
            small = [self._small(row, one) for one in under]
            cells += [before, self._inner(row, column), *small, after]
        return Markup(f'<tr role="row">{"".join(cells)}</tr>')  # noqa: S704 - escaped

    def _inner(self, row: Row, column: Column) -> str:
        text = words(row.values[self._places[column.key]])
        if not text:
            return EMPTY
        if column.link:
            return self._link(str(row.values[self._places["adres"]]), text)
        if column.to_toets:
            return self._link(paths.of_toets(str(row.values[self._places["toets"]])), text)
        return _escaped(text)

    def _small(self, row: Row, column: Column) -> str:
        text = words(row.values[self._places[column.key]])
        if not text:
            return ""
        if column.mark:
            return f'<strong class="label label--let-op">{_escaped(text)}</strong>'
        return f'<span class="klein">{self._inner(row, column)}</span>'

    def _link(self, path: str, text: str) -> str:
        return f'<a href="{self._up}{_escaped(path)}">{_escaped(text)}</a>'


def _around(number: int, column: Column) -> tuple[str, str]:
    """What stands before and after the content of a cell: the first one is the head of its row."""
    if number == 0:
        kind = "" if column.link else ' class="tekst"'
        return f'<th role="rowheader" scope="row"{kind}>', "</th>"
    kind = ' class="getal"' if column.kind == Kind.NUMBER else ""
    head = _escaped(column.header)
    return f'<td role="cell" data-kop="{head}"{kind}><div>', "</div></td>"


def _escaped(text: str) -> str:
    """A text as HTML, in an attribute too; a tenth of the time of ``Markup.format``."""
    return str(escape(text))
