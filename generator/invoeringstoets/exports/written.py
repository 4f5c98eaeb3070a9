"""XML as a file of the site."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring


def texts(parent: Element, **found: str) -> None:
    """Elements with these texts, in this order."""
    for name, text in found.items():
        SubElement(parent, name).text = text


def written(root: Element) -> bytes:
    """A document in UTF-8, each element on a line of its own."""
    indent(root)
    data: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"
