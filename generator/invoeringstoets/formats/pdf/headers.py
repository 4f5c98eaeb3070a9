"""Row headers in a finished PDF: Typst 0.15 tags the headers of columns only (PDF/UA-1, 7.5).

Typst names the header of column ``c`` in its ``n``-th table ``U{n}x{c}y0``, and each cell says to
which header it belongs. A cell in a column that heads its rows becomes a header with the scope of
a row. Where the names are other than expected the file is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import open as read_pdf  # from memory, never from a disk

from invoeringstoets.document import Document, Table
from invoeringstoets.formats.errors import FormatError

_NAME = re.compile(r"U(\d+)x(\d+)y0")
_Column = tuple[int, int]


def with_row_headers(file: bytes, document: Document) -> bytes:
    """The PDF of a document with its row headers tagged; the same bytes where there are none.

    Raises ``FormatError`` when the file cannot be read back.
    """
    tables = tuple(_tables(document))
    wanted = {(n, c) for n, table in enumerate(tables, 1) for c in _heading_columns(table)}
    if not wanted:
        return file
    try:
        return _tagged(file, wanted, count=len(tables))
    except pikepdf.PdfError as error:
        raise FormatError(f"de PDF is niet na te bewerken: {error}") from error


def _tables(value: object) -> Iterator[Table]:
    """Every table in a document, in reading order."""
    if isinstance(value, Table):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _tables(item)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _tables(getattr(value, each.name))


def _heading_columns(table: Table) -> Iterator[int]:
    """The columns of which every cell heads its row."""
    for column in range(len(table.columns)):
        if table.rows and all(row[column].header for row in table.rows):
            yield column


def _tagged(file: bytes, wanted: set[_Column], *, count: int) -> bytes:
    with read_pdf(BytesIO(file)) as opened:
        named: set[int] = set()
        cells = []
        for found in opened.objects:
            kind = found.get("/S") if isinstance(found, pikepdf.Dictionary) else None
            if kind == "/TH" and (match := _NAME.fullmatch(str(found.get("/ID", "")))):
                named.add(int(match[1]))
            elif kind == "/TD" and _columns(found) & wanted:
                cells.append(found)
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


def _columns(cell: Any) -> set[_Column]:  # noqa: ANN401 - an object of the file
    """The columns, with the number of their table, to whose headers a cell belongs."""
    headers: Any = _attributes(cell).get("/Headers", ())
    matches = (_NAME.fullmatch(str(header)) for header in headers)
    return {(int(match[1]), int(match[2])) for match in matches if match}


def _attributes(cell: Any) -> Any:  # noqa: ANN401 - an object of the file
    """What a cell says of its place in the table."""
    every: Any = cell.get("/A", ())
    listed = every if isinstance(every, pikepdf.Array) else (every,)
    return next((one for one in listed if one.get("/O") == "/Table"), pikepdf.Dictionary())
