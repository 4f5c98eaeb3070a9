"""Reads each format back as the same list of items, to prove that all formats say the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from readers import docx, html, markdown, odt, pdf
from readers.items import Reading

READERS: Mapping[str, Callable[[bytes], Reading]] = {
    "pdf": pdf.read,
    "docx": docx.read,
    "odt": odt.read,
    "html": html.read,
    "markdown": markdown.read,
}
"""For every format, what a program that knows only that format finds in a file."""
