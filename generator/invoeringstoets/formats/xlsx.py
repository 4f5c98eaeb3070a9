"""XLSX (Office Open XML, ECMA-376): a sheet that sorts and filters at once.

A frozen header with a filter, dates as dates, and a second sheet that says where the data come
from. Every text is stored as text: nothing in it becomes a formula, and only an address in a column
of web addresses becomes a link.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Final, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from invoeringstoets.document import Sheet, SheetColumn, Value
from invoeringstoets.formats import cells
from invoeringstoets.formats.archive import Member, pack, unpack
from invoeringstoets.formats.cells import Strings, Styles
from invoeringstoets.formats.escaping import escaped
from invoeringstoets.formats.hyperlinks import linked

_NO_DATE: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""The moment stamped on a file that is made for no particular day."""

_MAX_NAME: Final = 31
"""How many characters Excel allows on a tab."""

_PROPERTIES: Final = "docProps/core.xml"
_STRINGS: Final = "xl/sharedStrings.xml"
_END: Final = "</cp:coreProperties>"
_DATA_END: Final = "</sheetData>"
_DIMENSION: Final = re.compile('<dimension ref="[^"]*"/>')
_EXAMPLE: Final = re.compile('<row r="2" .*?</row>')
_STYLE: Final = re.compile(r'<c r="[A-C]2" s="(\d+)"/>')
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\]")
_EXPLANATION: Final = (SheetColumn("Onderwerp", 28), SheetColumn("Toelichting", 100))


def render(sheet: Sheet) -> bytes:
    """The sheet as the bytes of a workbook, the same on every run."""
    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    book.set_properties(
        {
            "title": sheet.title,
            "author": sheet.author,
            "created": _moment(sheet.date),
        }
    )
    look, tables = _Look(book), _tables(sheet)
    for number, table in enumerate(tables):
        target = book.add_worksheet(table.tab)
        look.begin(target, table.columns)
        if number == 0:
            target.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    book.close()
    parts = {name: data.decode() for name, data in unpack(buffer.getvalue()).items()}
    strings = Strings(parts[_STRINGS])
    for number, table in enumerate(tables, 1):
        place = f"xl/worksheets/sheet{number}.xml"
        parts[place], relations = _filled(parts[place], table, strings=strings)
        if relations:
            parts[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = relations
    parts[_STRINGS] = strings.xml()
    parts[_PROPERTIES] = _in_language(parts[_PROPERTIES], sheet.language)
    return pack(Member(name, part.encode()) for name, part in parts.items())


class _Table(NamedTuple):
    """What stands on one tab."""

    tab: str
    columns: tuple[SheetColumn, ...]
    rows: Sequence[Sequence[Value]]


def _tables(sheet: Sheet) -> list[_Table]:
    own = _Table(_tab(sheet.name), sheet.columns, sheet.rows)
    more = _Table("Toelichting", _EXPLANATION, sheet.explanation)
    return [own, more] if sheet.explanation else [own]


def _filled(xml: str, table: _Table, *, strings: Strings) -> tuple[str, str]:
    """A worksheet with its rows in place of the example, and the part with its relations."""
    letters = [xl_col_to_name(number) for number in range(len(table.columns))]
    styles = Styles(*_STYLE.findall(xml))
    rows = "".join(cells.rows(table.rows, strings, styles=styles, letters=letters))
    whole = f'<dimension ref="A1:{letters[-1]}{len(table.rows) + 1}"/>'
    empty = _DIMENSION.sub(whole, _EXAMPLE.sub("", xml))
    filled = empty.replace(_DATA_END, rows + _DATA_END)
    return linked(filled, table.columns, rows=table.rows, letters=letters)


def _in_language(properties: str, language: str) -> str:
    """With a language (Dublin Core, ECMA-376 part 2, 11.1): the library has none."""
    return properties.replace(_END, f"<dc:language>{escaped(language)}</dc:language>{_END}")


class _Look:
    """The cell formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        top: dict[str, object] = {"valign": "top", "text_wrap": True}
        self._head: Format = book.add_format({**top, "bold": True, "bottom": 1})
        self._text: Format = book.add_format({**top, "num_format": "@"})
        self._number: Format = book.add_format({**top, "num_format": "General"})
        self._day: Format = book.add_format({**top, "num_format": "d-m-yyyy", "align": "left"})

    def begin(self, target: Worksheet, columns: tuple[SheetColumn, ...]) -> None:
        """Set up the page for paper, wide and with the header on every page, and write that.

        Below it comes an example: an empty cell in each format of ``Styles``, which tells numbers.
        """
        for number, column in enumerate(columns):
            target.set_column(number, number, column.width)
            target.write_string(0, number, column.header, self._head)
        for number, one in enumerate((self._text, self._number, self._day)):
            target.write_blank(1, number, None, one)
        target.freeze_panes(1, 0)
        target.repeat_rows(0)
        target.set_landscape()
        target.set_paper(9)  # A4
        target.fit_to_pages(1, 0)


def _tab(name: str) -> str:
    return _FORBIDDEN.sub(" ", name)[:_MAX_NAME].strip("' ") or "Blad"


def _moment(day: str) -> datetime:
    try:
        return datetime.strptime(day, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        return _NO_DATE
