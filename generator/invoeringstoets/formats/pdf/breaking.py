"""Where Typst may break words: decided here, for to look for it there is slow.

Typst compiles a regular expression again for every document, which took a third of the time of a
letter. Its template only breaks what is marked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from invoeringstoets.document import Footnote, Inline, Inlines, LineBreak, Link, Text
from invoeringstoets.formats.widths import longest, text_width

_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f])"

_BROAD = re.compile(f"{_LETTER}{{19,}}")
"""Hyphenation costs most of the time of a letter, and only words like these leave holes."""

_LONG = re.compile(r"[^\s/-]{26,}")
"""What may be a word longer than a line of a title, where no other word is hyphenated."""

_RUN = re.compile(r"[^\s/-]{40,}")
"""What may be a run that no hyphenation knows, longer than a line: an address, a code."""

_PIECE = re.compile(r"[^\s-]{9,}")
_POINTS = ".,;:!?()«»‘’“”'\""
"""What may stand around a word; a run with other signs in it is no word, and not hyphenated."""

_EDGE = "\x01"
"""Where a link begins or ends: a control character, which no text holds."""

_GLUED = re.compile(f"{_LETTER}{_EDGE}+{_LETTER}")
"""Typst 0.15 cannot tag a word that is hyphenated exactly where a link in it begins or ends
("expected link ancestor in logical tree"), so such text is not hyphenated."""


def is_long(text: str) -> bool:
    """Whether a text may hold a word that is longer than a line of a title."""
    return _LONG.search(text) is not None


def marks(words: Inlines, room: float | None = None) -> dict[str, bool]:
    """What the template must know to break some words; absent is no.

    ``linked``: a link or note is in it. ``hyphenate``: a word is broad. ``long``: a word may be
    broader than a line. ``runs``: so may what is no word. ``tight``: even what hyphenation leaves
    is broader than the ``room`` of a cell, in parts of the type size, so it is broken anywhere.
    Beside a link or a note, none of the last three is broken: Typst cannot tag the pieces.
    """
    linked = has_link(words)
    text = "".join(_edged(words))
    broad, tight = _too_broad(text, room)
    hyphenate = broad and _GLUED.search(text) is None
    found = {
        "linked": linked,
        "hyphenate": hyphenate,
        "long": hyphenate and not linked and is_long(text),
        "runs": not linked and _RUN.search(text) is not None,
        "tight": not linked and tight,
    }
    return {name: True for name, is_so in found.items() if is_so}


def _too_broad(text: str, room: float | None) -> tuple[bool, bool]:
    """Whether a word is to be hyphenated, and whether that is not enough."""
    broad = _BROAD.search(text) is not None
    if room is None:
        return broad, False
    whole, hyphenated = longest(text, bold=True)
    tight = hyphenated > room or any(
        text_width(run, bold=True) > room
        for run in _PIECE.findall(text)
        if not run.strip(_POINTS).isalpha()
    )
    return broad or whole > room, tight


def has_link(words: Inlines) -> bool:
    """Whether a link or a note is somewhere in these words."""
    return any(isinstance(one, Link | Footnote) or has_link(_inside(one)) for one in words)


def _inside(node: Inline) -> Inlines:
    return () if isinstance(node, Text | LineBreak) else node.content


def _edged(words: Inlines) -> Iterable[str]:
    """The text, with a sign at the edges of links; a note is a text of its own."""
    for node in words:
        if isinstance(node, Text):
            yield node.text
        elif isinstance(node, LineBreak | Footnote):
            yield " "
        elif isinstance(node, Link):
            yield from (_EDGE, *_edged(node.content), _EDGE)
        else:
            yield from _edged(node.content)
