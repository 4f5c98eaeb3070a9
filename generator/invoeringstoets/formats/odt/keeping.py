"""Keeps the last lines of a letter with who signs it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from invoeringstoets.formats.odt.styles import AutomaticStyles
from invoeringstoets.formats.signing import LAST_LINES, lines_of

__all__ = ["Piece", "keep_last"]

Piece = tuple[bool, str]
"""XML, and whether it may stand in an item of a list (ODF 1.3, part 3, 5.3.3: no table may)."""

_PARAGRAPH = re.compile(r'<text:p text:style-name="([^"]*)">')
_TAGS = re.compile(r"<[^>]*>")
_ROW = "<table:table-row "
_HEADS = "</table:table-header-rows>"


def keep_last(pieces: Sequence[Piece], styles: AutomaticStyles) -> list[Piece]:
    """The pieces with the last two lines or rows kept with what comes next."""
    kept: list[Piece] = []
    lines = 0
    for listable, xml in reversed(pieces):
        mark = _ROW if xml.endswith("</table:table>") else "<text:p "
        begun, heads, rest = xml.rpartition(_HEADS)
        before, *parts = re.split(f"(?={mark})", rest)
        at = len(parts)
        while at and lines < LAST_LINES:
            at -= 1
            lines += 1 if mark == _ROW else lines_of(_TAGS.sub("", parts[at]))
            parts[at] = _PARAGRAPH.sub(
                lambda found: f'<text:p text:style-name="{styles.kept(found[1])}">', parts[at]
            )
        kept.append((listable, "".join((begun, heads, before, *parts))))
    return kept[::-1]
