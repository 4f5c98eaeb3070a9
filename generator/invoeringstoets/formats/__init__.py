"""How a document becomes a file: one module per format, all of them in ``FORMATS``.

A format decides looks only. It never formats a number or a date, and nothing an author wrote
becomes markup or code in it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from invoeringstoets.document import Document
from invoeringstoets.formats import html, markdown, pdf
from invoeringstoets.formats.errors import FormatError

__all__ = ["FORMATS", "Format", "FormatError"]


@dataclass(frozen=True)
class Format:
    """A kind of file: its name on the command line, file extension, and name for a reader.

    ``render`` gives the same bytes for the same document, and raises ``FormatError`` when the
    installation lacks a font or a template.
    """

    name: str
    extension: str
    title: str
    render: Callable[[Document], bytes]


FORMATS: dict[str, Format] = {
    "pdf": Format("pdf", "pdf", "PDF (toegankelijk, PDF/UA en PDF/A)", pdf.render),
    "html": Format("html", "html", "Webpagina (HTML)", html.render),
    "markdown": Format("markdown", "md", "Markdown", markdown.render),
}
"""Every format there is, by its name."""
