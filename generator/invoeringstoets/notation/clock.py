"""Moments as clocks in the Netherlands show them, whatever zone they were written in.

By the law that holds since 1996 (European directive 2000/84), so that every machine says the same:
summer time runs from the last Sunday of March to that of October, from 1.00 to 1.00 in UTC.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

_WINTER: Final = timezone(timedelta(hours=1))
_SUMMER: Final = timezone(timedelta(hours=2))
_MARCH, _OCTOBER, _LAST = 3, 10, 31


def day(moment: str) -> str:
    """The day (jjjj-mm-dd) of a moment (ISO 8601 with an offset)."""
    return _local(moment).date().isoformat()


def hour(moment: str) -> str:
    """The time of a moment: "9.05 uur"."""
    local = _local(moment)
    return f"{local.hour}.{local.minute:02} uur"


def instant(moment: str) -> datetime:
    """A moment as what sorts right beside one from another zone."""
    return datetime.fromisoformat(moment).astimezone(UTC)


def _local(moment: str) -> datetime:
    found = instant(moment)
    summer = _turn(found.year, _MARCH) <= found < _turn(found.year, _OCTOBER)
    return found.astimezone(_SUMMER if summer else _WINTER)


def _turn(year: int, month: int) -> datetime:
    """When the clock is turned in a month of 31 days."""
    back = date(year, month, _LAST).isoweekday() % 7
    return datetime(year, month, _LAST - back, 1, tzinfo=UTC)
