"""Dates as authors know them: jjjj-mm-dd, jjjj-mm, jjjj or a quarter; compared as far as known.

A date is text. What is not one (``onbekend``, a typing error) has no bounds, and nothing can be
said of it: every comparison with it is false.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-[kKqQ]([1-4])\Z", re.ASCII)
_MONTHS = 12
_LONGEST = len("jjjj-mm-dd")


def looks_like_date(text: str) -> bool:
    """Whether a text has the form of a (partial) date, possible or not: ``2026-02-30`` has."""
    return _PARTIAL.match(text) is not None


def bounds(text: str | None) -> tuple[date, date] | None:
    """The first and last day that a (partial) date or quarter may mean; ``None`` if it is none."""
    return _bounds(text) if text and len(text) <= _LONGEST else None


@lru_cache(maxsize=4096)
def _bounds(text: str) -> tuple[date, date] | None:
    """The same of a text that is no longer than a date; asked many times of the same few."""
    if quarter := _QUARTER.match(text):
        last = 3 * int(quarter[2])
        return _span(int(quarter[1]), first=last - 2, last=last)
    found = _PARTIAL.match(text)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or month is None:
        return _span(year or 0, first=1, last=_MONTHS)
    if day is None:
        return _span(year, first=month, last=month)
    try:
        exact = date(year, month, day)
    except ValueError:
        return None
    return exact, exact


def before(earlier: str | None, later: str | None) -> bool:
    """Whether one date certainly lies before another: ``2024`` is not before ``2024-03``."""
    first, second = bounds(earlier), bounds(later)
    return first is not None and second is not None and first[1] < second[0]


def months(start: str | None, end: str | None) -> int | None:
    """Whole months from one date to another, or ``None`` when a month is not known.

    Days count only where both dates have one: 2021-01-31 to 2021-03-30 is 1 month.
    """
    first, second = _month(start), _month(end)
    if first is None or second is None:
        return None
    count = (second[0].year - first[0].year) * _MONTHS + second[0].month - first[0].month
    exact = first[0] == first[1] and second[0] == second[1]
    return count - 1 if exact and second[0].day < first[0].day else count


def earliest(dates: tuple[str | None, ...]) -> str | None:
    """The date that begins first; what is no date is passed over."""
    known = [(limits[0], text) for text in dates if text and (limits := bounds(text))]
    return min(known)[1] if known else None


def _month(text: str | None) -> tuple[date, date] | None:
    """The bounds of a date of which at least the month is known."""
    limits = bounds(text)
    return limits if limits and limits[0].replace(day=1) == limits[1].replace(day=1) else None


def _span(year: int, *, first: int, last: int) -> tuple[date, date] | None:
    """The first day of one month up to the last day of another in the same year."""
    try:
        start = date(year, first, 1)
        end = date(year, last, calendar.monthrange(year, last)[1])
    except ValueError:
        return None
    return start, end
