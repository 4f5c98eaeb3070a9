"""Text as XML (XML 1.0, 2.4): nothing an author wrote becomes markup.

``xml.sax.saxutils`` does the same, but loads the network libraries of Python for it.
"""

from __future__ import annotations


def escaped(text: str) -> str:
    """Text between tags. Control characters were taken out by ``normal``."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Text between double quotes, on one line."""
    return escaped(text).replace('"', "&quot;")
