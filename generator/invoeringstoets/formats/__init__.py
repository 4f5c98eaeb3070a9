"""How a document becomes a file: one module per format, all of them in ``FORMATS``.

A format decides looks only. It never formats a number or a date, and nothing an author wrote
becomes markup or code in it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Protocol

from invoeringstoets.document import Document, Sheet
from invoeringstoets.formats import csv_file, docx, html, markdown, odt, pdf, xlsx
from invoeringstoets.formats.errors import FormatError
from invoeringstoets.house_style import NEUTRAL, HouseStyle

__all__ = ["FORMATS", "SHEETS", "Format", "FormatError", "Render", "SheetFormat"]


class Render(Protocol):
    """Draws a document as a file, in a house style.

    Gives the same bytes for the same document and style; raises ``FormatError`` when the
    installation lacks a font or a template.
    """

    def __call__(self, document: Document, style: HouseStyle = NEUTRAL) -> bytes:
        """The bytes of the file."""
        ...


@dataclass(frozen=True)
class Format:
    """A kind of file: its name on the command line, file extension, and name for a reader."""

    name: str
    extension: str
    title: str
    render: Render


FORMATS: dict[str, Format] = {
    "pdf": Format("pdf", "pdf", "PDF (toegankelijk, PDF/UA en PDF/A)", pdf.render),
    "docx": Format("docx", "docx", "Word (DOCX)", docx.render),
    "odt": Format("odt", "odt", "OpenDocument-tekst (ODT)", odt.render),
    "html": Format("html", "html", "Webpagina (HTML)", html.render),
    "markdown": Format("markdown", "md", "Markdown", markdown.render),
}
"""Every format there is, by its name."""


@dataclass(frozen=True)
class SheetFormat:
    """A kind of file for a table: as ``Format``, but it writes down a ``Sheet``."""

    name: str
    extension: str
    title: str
    render: Callable[[Sheet], bytes]


SHEETS: Final[Mapping[str, SheetFormat]] = MappingProxyType(
    {
        "xlsx": SheetFormat("xlsx", "xlsx", "Excel (XLSX)", xlsx.render),
        "csv": SheetFormat("csv", "csv", "CSV", csv_file.render),
    }
)
"""Every format for tables there is, by its name."""
