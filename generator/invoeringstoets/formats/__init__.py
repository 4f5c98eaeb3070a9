"""How a document becomes a file: one module per format, all of them in ``FORMATS``.

A format decides looks only. It never formats a number or a date, and nothing an author wrote
becomes markup or code in it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Final, Protocol

from invoeringstoets.document import Document, Sheet
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


def _drawing(name: str) -> Render:
    """The function of a format, which is loaded when something is drawn: its library is large."""

    def render(document: Document, style: HouseStyle = NEUTRAL) -> bytes:
        drawn: bytes = import_module(f"{__name__}.{name}").render(document, style)
        return drawn

    return render


def _writing(name: str) -> Callable[[Sheet], bytes]:
    """The same for a format of tables."""

    def render(sheet: Sheet) -> bytes:
        written: bytes = import_module(f"{__name__}.{name}").render(sheet)
        return written

    return render


@dataclass(frozen=True)
class Format:
    """A kind of file: its name on the command line, file extension, and name for a reader."""

    name: str
    extension: str
    title: str
    render: Render


FORMATS: dict[str, Format] = {
    "pdf": Format("pdf", "pdf", "PDF (toegankelijk, PDF/UA en PDF/A)", _drawing("pdf")),
    "docx": Format("docx", "docx", "Word (DOCX)", _drawing("docx")),
    "odt": Format("odt", "odt", "OpenDocument-tekst (ODT)", _drawing("odt")),
    "html": Format("html", "html", "Webpagina (HTML)", _drawing("html")),
    "markdown": Format("markdown", "md", "Markdown", _drawing("markdown")),
}
"""Every format there is, by its name."""


@dataclass(frozen=True)
class SheetFormat:
    """A kind of file for a table: as ``Format``, but it writes down a ``Sheet``.

    ``media_type`` is its name in the list of IANA.
    """

    name: str
    extension: str
    title: str
    media_type: str
    render: Callable[[Sheet], bytes]


_WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

SHEETS: Final[Mapping[str, SheetFormat]] = MappingProxyType(
    {
        "xlsx": SheetFormat("xlsx", "xlsx", "Excel (XLSX)", _WORKBOOK, _writing("xlsx")),
        "csv": SheetFormat("csv", "csv", "CSV", "text/csv", _writing("csv_file")),
    }
)
"""Every format for tables there is, by its name."""
