"""The rows of a register as HTML; ``js/register.js`` makes the same of the same data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup, escape

from invoeringstoets import notation
from invoeringstoets.document import Value
from invoeringstoets.registers import Column, Filled, Kind, Register, Row

EMPTY = "–"
"""What a cell shows that has nothing to say."""


def shown(register: Register) -> tuple[Column, ...]:
    """The columns of the table on a page, in order."""
    return tuple(sorted((one for one in register.columns if one.place), key=lambda one: one.place))


def words(value: Value) -> str:
    """A value as a reader sees it."""
    if isinstance(value, date):
        return notation.date(value.isoformat())
    return value if isinstance(value, str) else str(value).replace(".", ",")


class Rows:
    """The rows of one register, seen from a folder that is ``up`` (``../``) below the root."""

    def __init__(self, filled: Filled, up: str) -> None:
        columns = filled.register.columns
        self._filled, self._up = filled, up
        self._places = {column.key: place for place, column in enumerate(columns)}
        self._layout = [
            (column, [one for one in columns if one.under == column.key])
            for column in shown(filled.register)
        ]

    def __iter__(self) -> Iterator[Markup]:
        for row in self._filled.rows:
            yield self._row(row)

    def _row(self, row: Row) -> Markup:
        cells = []
        for number, (column, under) in enumerate(self._layout):
            inner = self._inner(row, column)
            for one in under:
                inner += self._small(row, one)
            if number == 0:
                kind = "" if column.link else ' class="tekst"'
                cells.append(f'<th role="rowheader" scope="row"{kind}>{inner}</th>')
            else:
                kind = ' class="getal"' if column.kind == Kind.NUMBER else ""
                head = _escaped(column.header)
                cells.append(f'<td role="cell" data-kop="{head}"{kind}><div>{inner}</div></td>')
        return Markup(f'<tr role="row">{"".join(cells)}</tr>')  # noqa: S704 - escaped above

    def _inner(self, row: Row, column: Column) -> str:
        text = words(row.values[self._places[column.key]])
        if not text:
            return EMPTY
        if column.link:
            return self._link(str(row.values[self._places["adres"]]), text)
        if column.to_toets:
            return self._link(f"toetsen/{row.values[self._places['toets']]}.html", text)
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


def _escaped(text: str) -> str:
    """A text as HTML, in an attribute too; a tenth of the time of ``Markup.format``."""
    return str(escape(text))
