"""The rows of a sheet as SpreadsheetML (ECMA-376 part 1, 18.3 and 18.4), beside a workbook.

A library makes the workbook; written cell by cell through it, tens of thousands of rows take five
times as long. Every text is a shared string, so nothing in it becomes a formula or a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from invoeringstoets.document import Value
from invoeringstoets.formats.escaping import escaped

MAX_TEXT: Final = 32767
"""How many characters (of UTF-16) Excel allows in a cell."""

EARLIEST: Final = date(1900, 3, 1)
"""Before this day Excel counts days wrongly (it takes 1900 for a leap year)."""

_DAY_NOUGHT: Final = date(1899, 12, 30)
"""From which the days are counted, as seen from ``EARLIEST`` on."""

_CODE: Final = re.compile(r"_(?=x[0-9a-fA-F]{4}_)")
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_STRING: Final = re.compile("<si>.*?</si>", re.DOTALL)
_COUNTS: Final = re.compile(r'count="\d+" uniqueCount="\d+"')


@dataclass(frozen=True)
class Styles:
    """The numbers of the cell formats of a workbook, as they stand in ``s``."""

    text: str
    number: str
    day: str


class Strings:
    """The shared strings of a workbook: those it has (``xl/sharedStrings.xml``), and new ones."""

    def __init__(self, xml: str) -> None:
        self._xml = xml
        self._numbers: dict[str, int] = {}
        for one in _STRING.findall(xml):
            self._numbers.setdefault(one, len(self._numbers))
        self._known: dict[str, int] = {}
        self._uses = len(self._numbers)

    def number(self, text: str) -> int:
        """The number of a text, kept from now on."""
        self._uses += 1
        found = self._known.get(text)
        if found is None:
            found = self._numbers.setdefault(_shared(text), len(self._numbers))
            self._known[text] = found
        return found

    def xml(self) -> str:
        """The part with all of them."""
        counts = f'count="{self._uses}" uniqueCount="{len(self._numbers)}"'
        head, _, _ = _COUNTS.sub(counts, self._xml, count=1).partition("<si>")
        return f"{head.removesuffix('</sst>')}{''.join(self._numbers)}</sst>"


def rows(
    values: Iterable[Sequence[Value]], strings: Strings, *, styles: Styles, letters: Sequence[str]
) -> Iterator[str]:
    """The ``row`` elements of these values below a header, in columns with these letters."""
    for line, row in enumerate(values, 2):
        cells = [
            _cell(f"{letter}{line}", value, strings=strings, styles=styles)
            for letter, value in zip(letters, row, strict=True)
        ]
        yield f'<row r="{line}">{"".join(cells)}</row>'


def _cell(place: str, value: Value, *, strings: Strings, styles: Styles) -> str:
    if value == "":
        return f'<c r="{place}" s="{styles.text}"/>'
    if isinstance(value, date):
        if value >= EARLIEST:
            return f'<c r="{place}" s="{styles.day}"><v>{(value - _DAY_NOUGHT).days}</v></c>'
        value = value.isoformat()
    if isinstance(value, str):
        return f'<c r="{place}" s="{styles.text}" t="s"><v>{strings.number(value)}</v></c>'
    return f'<c r="{place}" s="{styles.number}"><v>{value:.16G}</v></c>'


def _shared(text: str) -> str:
    """A text as shared string: what XML cannot hold as Excel writes it (18.4.12 and ST_Xstring)."""
    if len(text) * 2 > MAX_TEXT:
        text = text.encode("utf-16-le")[: 2 * MAX_TEXT].decode("utf-16-le", "ignore")
    text = _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", _CODE.sub("_x005F_", text))
    kept = "" if text == text.strip() else ' xml:space="preserve"'
    return f"<si><t{kept}>{escaped(text)}</t></si>"
