"""Canonical Markdown: CommonMark with tables and footnotes, four spaces to indent.

Plain text is escaped so that it reads back as the same text. A link within the document is printed
as its text, and a line break in a heading or cell as a space.
"""

from __future__ import annotations

from invoeringstoets.document import Document
from invoeringstoets.formats import normal
from invoeringstoets.formats.markdown.blocks import Writer
from invoeringstoets.house_style import NEUTRAL, HouseStyle


def render(document: Document, style: HouseStyle = NEUTRAL) -> bytes:  # noqa: ARG001 (plain)
    """The document as Markdown in UTF-8, with one line end at its end."""
    writer = Writer()
    parts = writer.document(normal.document(document, heading_offset=1))
    return ("\n\n".join(parts) + "\n").encode("utf-8")
