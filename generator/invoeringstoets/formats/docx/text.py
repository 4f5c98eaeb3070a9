"""Text as XML: nothing an author wrote becomes markup."""

from __future__ import annotations


def escaped(text: str) -> str:
    """Text between tags. Control characters were taken out by ``normal``."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Text between double quotes."""
    return escaped(text).replace('"', "&quot;")


def run(text: str, properties: str = "") -> str:
    """A run of text with every space kept."""
    told = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{told}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>' if text else ""


TAB = "<w:r><w:tab/></w:r>"
BREAK = "<w:r><w:br/></w:r>"
