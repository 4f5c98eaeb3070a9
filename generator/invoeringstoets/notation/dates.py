"""How dates, quarters and the months between dates are written."""

from __future__ import annotations

import re
from typing import Final

from invoeringstoets.notation.spaces import NBSP

MONTHS: Final = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
UNKNOWN_DATE: Final = "onbekend"
"""The word for a date that was looked for and not found."""

_DATE: Final = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")
_QUARTER: Final = re.compile(r"(\d{4})[-\s]?[KkQq]([1-4])")
_ORDINALS: Final = ("eerste", "tweede", "derde", "vierde")


def date(value: str | None) -> str:
    """A date in words: "12 maart 2024", "maart 2024", "2024"; anything else as it is."""
    match = _DATE.fullmatch(value or "")
    if not match:
        return value or ""
    year, month, day = match.groups()
    if not month:
        return year
    words = f"{MONTHS[int(month) - 1]}{NBSP}{year}"
    return f"{int(day)}{NBSP}{words}" if day else words


def first_day(words: str) -> str:
    """The first day (jjjj-mm-dd) that a date as ``date`` writes it may mean, ``""`` if it is none.

    A quarter as ``quarter`` writes it begins on the first day of its first month.
    """
    *before, year = words.split() or [""]
    if not re.fullmatch(r"\d{4}", year, re.ASCII):
        return ""
    match before:
        case []:
            return f"{year}-01-01"
        case [month] if month in MONTHS:
            return f"{year}-{MONTHS.index(month) + 1:02}-01"
        case [day, month] if month in MONTHS and re.fullmatch(r"\d\d?", day, re.ASCII):
            return f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}"
        case [ordinal, "kwartaal", "van"] if ordinal in _ORDINALS:
            return f"{year}-{_ORDINALS.index(ordinal) * 3 + 1:02}-01"
    return ""


def moment(value: str | None) -> str:
    """A date with its preposition: "op 3 maart 2026", "in maart 2026", "in 2026"."""
    if value == UNKNOWN_DATE:
        return "op een onbekende datum"
    match = _DATE.fullmatch(value or "")
    if not match:
        return value or ""
    return f"{'op' if match[3] else 'in'} {date(value)}"


def dated(value: str | None) -> str:
    """A date that stands without a label: "12 maart 2024", "datum onbekend"."""
    return "datum onbekend" if value == UNKNOWN_DATE else date(value)


def quarter(value: str | None) -> str:
    """A quarter in words: ``2025-K2`` or ``2025-Q2`` is "tweede kwartaal van 2025"."""
    match = _QUARTER.fullmatch(value or "")
    if not match:
        return value or ""
    year, number_ = match.groups()
    return f"{_ORDINALS[int(number_) - 1]} kwartaal van{NBSP}{year}"
