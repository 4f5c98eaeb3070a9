"""CSV: a sheet as text, the way Excel with Dutch settings opens it with a double click.

UTF-8 with a byte order mark (without it Excel takes the text for another encoding), ``;`` between
the fields (the decimal comma makes Dutch Excel expect it), CRLF after each record and quotes as in
RFC 4180. Dates are written as jjjj-mm-dd (ISO 8601), numbers with a decimal comma. The explanation
does not fit in one table and is left out: what must not get lost is a column of the sheet.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from invoeringstoets.document import Sheet, Value

_MARK: Final = "\ufeff"

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""With what a cell begins that a spreadsheet may run as a formula (OWASP, CSV Injection)."""


@dataclass
class _Lines:
    """Takes what the writer of the standard library writes."""

    parts: list[str] = field(default_factory=list)

    def write(self, text: str) -> None:
        """Keep a record."""
        self.parts.append(text)


def render(sheet: Sheet) -> bytes:
    """The sheet as CSV bytes, the same on every run."""
    lines = _Lines()
    writer = csv.writer(lines, delimiter=";", lineterminator="\r\n")
    writer.writerow([_written(column.header) for column in sheet.columns])
    writer.writerows([_written(value) for value in row] for row in sheet.rows)
    return (_MARK + "".join(lines.parts)).encode()


def _written(value: Value) -> str:
    """A value as text; what could be a formula gets an apostrophe in front (OWASP)."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    if isinstance(value, date):
        return value.isoformat()
    return str(value).replace(".", ",")
