"""Where Typst may break words: decided here, for to look for it there is slow.

Typst compiles a regular expression again for every document, which took a third of the time of a
letter. Its template only breaks what is marked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from invoeringstoets.document import Footnote, Inline, Inlines, LineBreak, Link, Text
from invoeringstoets.formats.widths import longest, text_width
from invoeringstoets.notation import NBSP

_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f])"

_BROAD = re.compile(f"{_LETTER}{{19,}}")
"""Hyphenation costs most of the time of a letter, and only words like these leave holes."""

_LONG = re.compile(r"[^\s/-]{26,}")
"""What may be a word longer than a line of a title, where no other word is hyphenated."""

_RUN = re.compile(r"[^\s/-]{40,}")
"""What may be a run that no hyphenation knows, longer than a line: an address, a code."""

_PIECE = re.compile(r"[^\s-]{9,}")
_GLUED_RUN = re.compile(f"[^ \t\n]*{NBSP}[^ \t\n]*")
"""What no-break spaces hold together."""
_POINTS = ".,;:!?()«»‘’“”'\""
"""What may stand around a word; a run with other signs in it is no word, and not hyphenated."""

_EDGE = "\x01"
"""Where a link begins or ends: a control character, which no text holds."""

_GLUED = re.compile(f"{_LETTER}{_EDGE}+{_LETTER}")
"""Typst 0.15 cannot tag a word that is hyphenated exactly where a link in it begins or ends
("expected link ancestor in logical tree"), so such text is not hyphenated."""


@dataclass(frozen=True)
class Room:
    """How broad the text of a cell may be, in parts of the type size, and whether it is bold."""

    width: float
    bold: bool = False

    def holds(self, text: str) -> int:
        """1 when every word fits on a line, 0 when it does after hyphenation, -1 when not."""
        whole, hyphenated = longest(text, bold=self.bold)
        return 1 if whole <= self.width else -1 if hyphenated > self.width else 0

    def parts(self, text: str) -> bool:
        """Whether something in it that belongs on one line (a date) is too broad for that."""
        glued = _GLUED_RUN.findall(text)
        return any(text_width(run, bold=self.bold) > self.width for run in glued)

    def codes(self, text: str) -> bool:
        """Whether it holds a run that is too broad and no word, so that nothing hyphenates it."""
        runs = (run for run in _PIECE.findall(text) if not run.strip(_POINTS).isalpha())
        return any(text_width(run, bold=self.bold) > self.width for run in runs)


def is_long(text: str) -> bool:
    """Whether a text may hold a word that is longer than a line of a title."""
    return _LONG.search(text) is not None


def marks(words: Inlines, room: Room | None = None) -> dict[str, bool]:
    """What the template must know to break some words; absent is no.

    ``linked``: a link or note is in it. ``hyphenate``: a word is broad. ``long``: a word may be
    broader than a line. ``runs``: so may what is no word. In a cell that is so broad: ``loose``,
    what belongs on one line (a date) does not fit on it; ``tight``, not even what hyphenation
    leaves of a word does, so it is broken anywhere. Beside a link or a note, nothing but words is
    broken: Typst cannot tag the pieces.
    """
    linked = has_link(words)
    text = "".join(_edged(words))
    loose = room is not None and room.parts(text)
    parted = text.replace(NBSP, " ") if loose else text
    tight = room is not None and (room.holds(parted) < 0 or room.codes(parted))
    broad = _BROAD.search(text) is not None or (room is not None and room.holds(parted) < 1)
    hyphenate = broad and _GLUED.search(text) is None
    found = {
        "linked": linked,
        "hyphenate": hyphenate,
        "long": hyphenate and not linked and is_long(text),
        "runs": not linked and _RUN.search(text) is not None,
        "loose": loose,
        "tight": not linked and tight,
    }
    return {name: True for name, is_so in found.items() if is_so}


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
