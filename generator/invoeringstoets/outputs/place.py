"""Where a diagnostic is, in the terms of other programs: addresses and UTF-16 columns."""

from __future__ import annotations

from pathlib import PurePosixPath

from invoeringstoets.source import Position, Source


def uri(name: str) -> str:
    """A file name as an address (RFC 3986): relative if the name is, percent-encoded.

    A Windows drive (``C:/x``) is the beginning of an absolute name.
    """
    posix = name.replace("\\", "/") if _has_drive(name) else name
    absolute = PurePosixPath("/" + posix.lstrip("/")).as_uri()
    if posix.startswith("/"):
        return absolute
    if _has_drive(posix):
        return absolute.replace("%3A", ":", 1)
    return absolute.removeprefix("file:///")


def is_relative(name: str) -> bool:
    """Whether a file name says where the file is seen from the current folder."""
    return not name.startswith("/") and not _has_drive(name)


def _has_drive(name: str) -> bool:
    return len(name) > 2 and name[0].isalpha() and name[1] == ":" and name[2] in "/\\"  # noqa: PLR2004 - "C:/"


def utf16_column(source: Source | None, position: Position) -> int:
    """The column of a position (from 1) counted in UTF-16 code units, as editors do.

    Without the text it is the column as it is.
    """
    if source is None:
        return position.column
    before = source.line(position.line)[: position.column - 1]
    return position.column + sum(char > "\uffff" for char in before)
