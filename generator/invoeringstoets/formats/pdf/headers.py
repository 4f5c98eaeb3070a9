"""Rows of tables in a finished PDF: Typst 0.15 tags the headers of columns only (PDF/UA-1, 7.5).

Typst names the header of column ``c`` in its ``n``-th table ``U{n}x{c}y0``, and each cell says to
which header it belongs. A cell in a column that heads its rows becomes a header with the scope of
a row. Where the names are other than expected the file is left as it is. The last rows of a table
before a signature are a foot for Typst, which keeps them together, but rows like the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module

from invoeringstoets.document import Document, Table

_TAGGING = "invoeringstoets.formats.pdf.tagging"
"""Loaded only for a document with row headers: few letters have them."""


def with_rows(file: bytes, document: Document, *, footed: bool) -> bytes:
    """The PDF of a document with its row headers tagged and no foot; the same bytes without either.

    Raises ``FormatError`` when the file cannot be read back.
    """
    tables = tuple(_tables(document))
    wanted = {(n, c) for n, table in enumerate(tables, 1) for c in _heading_columns(table)}
    if not wanted and not footed:
        return file
    tagged: bytes = import_module(_TAGGING).with_headers(file, wanted, tables=len(tables))
    return tagged


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
