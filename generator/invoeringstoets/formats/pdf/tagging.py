"""The tags of a finished PDF, changed in place: the only module that knows pikepdf.

It loads slowly, so only a document that needs it loads it.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import open as read_pdf  # from memory, never from a disk

from invoeringstoets.formats.errors import FormatError

_NAME = re.compile(r"U(\d+)x(\d+)y0")
Column = tuple[int, int]
"""A table, counted from 1, and a column of it, counted from 0."""


def with_headers(file: bytes, wanted: set[Column], *, tables: int) -> bytes:
    """The PDF with the cells of these columns tagged as headers of their rows, and feet as rows.

    The same bytes where it has another count of tables, or names their headers otherwise. Raises
    ``FormatError`` when the file cannot be read back.
    """
    try:
        return _tagged(file, wanted, count=tables)
    except pikepdf.PdfError as error:
        raise FormatError(f"de PDF is niet na te bewerken: {error}") from error


def _tagged(file: bytes, wanted: set[Column], *, count: int) -> bytes:
    with read_pdf(BytesIO(file)) as opened:
        named: set[int] = set()
        cells = []
        for found in opened.objects:
            kind = found.get("/S") if isinstance(found, pikepdf.Dictionary) else None
            if kind == "/TH" and (match := _NAME.fullmatch(str(found.get("/ID", "")))):
                named.add(int(match[1]))
            elif kind == "/TD" and _columns(found) & wanted:
                cells.append(found)
            elif kind == "/TFoot":
                found.S = pikepdf.Name.TBody
        if named != set(range(1, count + 1)):
            return file
        for cell in cells:
            cell.S = pikepdf.Name.TH
            _attributes(cell).Scope = pikepdf.Name.Row
        out = BytesIO()
        opened.save(
            out,
            deterministic_id=True,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            object_stream_mode=pikepdf.ObjectStreamMode.preserve,
        )
        return out.getvalue()


def _columns(cell: Any) -> set[Column]:  # noqa: ANN401 - an object of the file
    """The columns, with the number of their table, to whose headers a cell belongs."""
    headers: Any = _attributes(cell).get("/Headers", ())
    matches = (_NAME.fullmatch(str(header)) for header in headers)
    return {(int(match[1]), int(match[2])) for match in matches if match}


def _attributes(cell: Any) -> Any:  # noqa: ANN401 - an object of the file
    """What a cell says of its place in the table."""
    every: Any = cell.get("/A", ())
    listed = every if isinstance(every, pikepdf.Array) else (every,)
    return next((one for one in listed if one.get("/O") == "/Table"), pikepdf.Dictionary())
