"""XLSX (Office Open XML, ECMA-376): a sheet that sorts and filters at once.

A frozen header with a filter, dates as dates, and a second sheet that says where the data come
from. Every text is stored as text: nothing in it becomes a formula or a link.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from invoeringstoets.document import Sheet, SheetColumn, Value
from invoeringstoets.formats.archive import Member, pack, unpack

_NO_DATE: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""The moment stamped on a file that is made for no particular day."""

_MAX_NAME: Final = 31
"""How many characters Excel allows on a tab."""

_MAX_TEXT: Final = 32767
"""How many characters Excel allows in a cell."""

_EARLIEST: Final = date(1900, 3, 1)
"""Before this day Excel counts days wrongly (it takes 1900 for a leap year)."""

_PROPERTIES: Final = "docProps/core.xml"
_END: Final = "</cp:coreProperties>"
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
    look = _Look(book)
    own = book.add_worksheet(_tab(sheet.name))
    look.fill(own, sheet.columns, rows=sheet.rows)
    own.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    if sheet.explanation:
        look.fill(book.add_worksheet("Toelichting"), _EXPLANATION, rows=sheet.explanation)
    book.close()
    return _in_language(buffer.getvalue(), sheet.language)


def _in_language(data: bytes, language: str) -> bytes:
    """The workbook with its language (Dublin Core, ECMA-376 part 2, 11.1): the library has none."""
    told = f"<dc:language>{escape(language)}</dc:language>{_END}".encode()
    members = (
        Member(name, part.replace(_END.encode(), told) if name == _PROPERTIES else part)
        for name, part in unpack(data).items()
    )
    return pack(members)


class _Look:
    """The cell formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        top: dict[str, object] = {"valign": "top", "text_wrap": True}
        self.head: Format = book.add_format({**top, "bold": True, "bottom": 1})
        self.text: Format = book.add_format({**top, "num_format": "@"})
        self.number: Format = book.add_format({**top, "num_format": "General"})
        self.day: Format = book.add_format({**top, "num_format": "d-m-yyyy", "align": "left"})

    def fill(
        self,
        target: Worksheet,
        columns: tuple[SheetColumn, ...],
        *,
        rows: tuple[tuple[Value, ...], ...],
    ) -> None:
        """Write header and rows, and set up the page for paper: wide, header on every page."""
        for number, column in enumerate(columns):
            target.set_column(number, number, column.width)
            target.write_string(0, number, column.header, self.head)
        for line, row in enumerate(rows, 1):
            for number, value in enumerate(row):
                self._write(target, (line, number), value=value)
        target.freeze_panes(1, 0)
        target.repeat_rows(0)
        target.set_landscape()
        target.set_paper(9)  # A4
        target.fit_to_pages(1, 0)

    def _write(self, target: Worksheet, place: tuple[int, int], *, value: Value) -> None:
        line, number = place
        if isinstance(value, date) and value >= _EARLIEST:
            target.write_datetime(line, number, value, self.day)
        elif value == "":
            target.write_blank(line, number, None, self.text)
        elif isinstance(value, (str, date)):
            # Never plain ``write``: that makes formulas and links of what looks like one.
            target.write_string(line, number, str(value)[:_MAX_TEXT], self.text)
        else:
            target.write_number(line, number, value, self.number)


def _tab(name: str) -> str:
    return _FORBIDDEN.sub(" ", name)[:_MAX_NAME].strip("' ") or "Blad"


def _moment(day: str) -> datetime:
    try:
        return datetime.strptime(day, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        return _NO_DATE
