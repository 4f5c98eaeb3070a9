"""Runs of text in WordprocessingML."""

from __future__ import annotations

from invoeringstoets.formats.escaping import escaped


def run(text: str, properties: str = "") -> str:
    """A run of text with every space kept."""
    told = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{told}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>' if text else ""


TAB = "<w:r><w:tab/></w:r>"
BREAK = "<w:r><w:br/></w:r>"
