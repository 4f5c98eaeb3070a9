"""What the file says of itself: title, maker, subject, language and date."""

from __future__ import annotations

import re

from invoeringstoets.document import Document
from invoeringstoets.formats.odt.markup import text
from invoeringstoets.formats.odt.package import NAMESPACES

__all__ = ["meta"]

_DAY = re.compile(r"(\d{4})(-\d\d)?(-\d\d)?", re.ASCII)
_NO_DATE = "2000-01-01"
_LANGUAGES = {"nl": "nl-NL"}


def meta(document: Document) -> str:
    """The part ``meta.xml``; its dates are the document's, never those of the clock."""
    day = _day(document.date)
    author = text(document.author)
    entries = (
        ("meta:generator", "invoeringstoets"),
        ("dc:title", text(document.title)),
        ("dc:subject", text(document.subject)),
        ("meta:initial-creator", author),
        ("dc:creator", author),
        ("meta:creation-date", f"{day}T00:00:00"),
        ("dc:date", f"{day}T00:00:00"),
        ("dc:language", text(_LANGUAGES.get(document.language, document.language))),
    )
    inner = "".join(f"<{name}>{value}</{name}>" for name, value in entries if value)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta {NAMESPACES}'
        f' office:version="1.3"><office:meta>{inner}</office:meta></office:document-meta>'
    )


def _day(date: str) -> str:
    """The first day of a date ``jjjj[-mm[-dd]]``, else a fixed one."""
    found = _DAY.fullmatch(date)
    return f"{found[1]}{found[2] or '-01'}{found[3] or '-01'}" if found else _NO_DATE
