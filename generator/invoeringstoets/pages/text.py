"""Text of an author as safe HTML, through the one parser and the one HTML writer there are."""

from __future__ import annotations

from markupsafe import Markup

from invoeringstoets import prose
from invoeringstoets.formats.html import blocks_html


def paragraphs(text: str | None) -> Markup:
    """Plain text (``x-tekst: alineas``) as HTML paragraphs."""
    return Markup(blocks_html(prose.paragraphs(text)))  # noqa: S704 - written by formats.html


def rich(text: str | None) -> Markup:
    """Rich text (``x-tekst: opmaak``) as HTML blocks; headings in it become bold paragraphs.

    References to the notes of the letter are left out: those are not on the page.
    """
    bare = prose.without_notes(text)
    return Markup(blocks_html(prose.blocks(bare)))  # noqa: S704 - written by formats.html
