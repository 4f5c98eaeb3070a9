"""A table as data: what a spreadsheet gets beside the printed ``Document``.

A document holds words; a sheet keeps dates as dates and numbers as numbers, so that they sort and
add up. Whoever makes one decides the words; ``formats`` only write them down.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Value = str | int | float | date
"""What a cell may hold; an empty text is an empty cell."""


@dataclass(frozen=True)
class SheetColumn:
    """A column: its header, its width in characters, and whether its texts are web addresses."""

    header: str
    width: int = 14
    address: bool = False


@dataclass(frozen=True)
class Sheet:
    """A table with typed values, and what a reader must know of it.

    ``name`` is on the tab, ``explanation`` is on a second sheet where the format has those: pairs
    of a term and what is said of it. ``date`` (jjjj-mm-dd, or empty) is the day it is made for.
    """

    title: str
    name: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Value, ...], ...]
    explanation: tuple[tuple[str, Value], ...] = ()
    author: str = ""
    language: str = "nl"
    date: str = ""
