"""The moment on a file: that of the document, never that of the clock."""

from __future__ import annotations

from datetime import UTC, datetime

_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)


def moment(date: str) -> datetime:
    """The time stamped on a file: the start of a ``jjjj[-mm[-dd]]`` date, else a fixed one."""
    for pattern in ("%Y-%m-%d", "%Y-%m", "%Y"):
        try:
            return datetime.strptime(date, pattern).replace(tzinfo=UTC)
        except ValueError:
            continue
    return _NO_DATE
