"""Where Typst may break words: decided here, for to look for it there is slow.

Typst compiles a regular expression again for every document, which took a third of the time of a
letter. Its template only breaks what is marked or set apart here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from invoeringstoets.document import Footnote, Inline, Inlines, LineBreak, Link, Text
from invoeringstoets.formats.widths import LONGEST_WORD, longest, text_width
from invoeringstoets.notation import NBSP

_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f])"

_BROAD = re.compile(f"{_LETTER}{{19,}}")
"""Hyphenation costs most of the time of a letter, and only words like these leave holes."""

_LONG = re.compile(r"[^\s/-]{26,}")
"""What may be a word longer than a line of a title, where no other word is hyphenated."""

_LINE = 40
"""A run of so many characters that is no word may be longer than a line."""

_LONGEST = 60
"""A word of so many characters is none that hyphenation knows."""

_PIECE = re.compile(r"\s+|[^\s/-]*[/-]+|[^\s/-]+")
_SPLIT = re.compile(r"(\s+)")
_ADDRESS = re.compile(
    rf"://|@|[_=~\\]|\bwww\.|(?<={_LETTER}{_LETTER})\.{_LETTER}{_LETTER}", re.IGNORECASE
)
"""What stands in an address, of the web or of a file, and in no word.

It looks back from a point: from every letter to a point takes long in a word without end.
"""

_SEPARATED = re.compile(r"[^/.?&=_-]*[/.?&=_-]*")
"""A part of an address; a line breaks after its last sign rather than in a name."""

_BREAKS = re.compile(r"[ \t\n]+")
"""The white at which a line may end; a no-break space holds together what it stands in."""

_PART = 8
"""Characters between two places where a code may be broken; in a cell half of that."""

_RISKY = re.compile(rf"[^\s/-]{{{LONGEST_WORD},}}|{_ADDRESS.pattern}", re.IGNORECASE)
"""What a text holds that has something to set apart."""

_SHORT = 9
"""A run of fewer characters fits in any cell."""

_POINTS = ".,;:!?()«»‘’“”'\"/-"
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
        glued = (run for run in _BREAKS.split(text) if NBSP in run)
        return any(text_width(run, bold=self.bold) > self.width for run in glued)

    def cuts(self, run: str) -> bool:
        """Whether a run is too broad for a line, even after what hyphenation can do for it."""
        if is_word(run) and len(run) < _LONGEST:
            return longest(run, bold=self.bold)[1] > self.width
        return len(run) >= _SHORT and text_width(run, bold=self.bold) > self.width


@dataclass(frozen=True)
class Code:
    """An address, a code or a word that does not fit: not hyphenated, and broken between parts.

    Nothing comes in between that would be copied along.
    """

    parts: tuple[str, ...]


def is_word(run: str) -> bool:
    """Whether it holds nothing but letters, with points around them."""
    return run.strip(_POINTS).isalpha()


def split(text: str, room: Room | None = None) -> Iterator[str | Code]:
    """A text, with what is no word or does not fit on a line apart."""
    if not _RISKY.search(text) and (room is None or room.holds(text) == 1):
        yield text
        return
    kept = ""
    for run in _runs(text):
        code = _code(run, room)
        if code is None:
            kept += run
            continue
        if kept:
            yield kept
        kept = ""
        yield code
    if kept:
        yield kept


def _runs(text: str) -> Iterator[str]:
    """White, addresses as a whole, and other runs up to where a line may end."""
    for run in _SPLIT.split(text):
        if _ADDRESS.search(run):
            yield run
        else:
            yield from _PIECE.findall(run)


def _code(run: str, room: Room | None) -> Code | None:
    """A run as a code, where it is one or must be broken like one."""
    address = _ADDRESS.search(run) is not None
    endless = len(run) >= (_LONGEST if is_word(run) else _LINE)
    if not (room.cuts(run) if room else endless):
        return Code((run,)) if address else None
    size = _PART if room is None else _PART // 2
    parts = _SEPARATED.findall(run) if address else [run]
    return Code(tuple(piece for part in parts for piece in _chopped(part, size)))


def _chopped(part: str, size: int) -> list[str]:
    """A part of a code in pieces of so many characters, each with the accents on it."""
    if len(part) <= size * 3 // 2:
        return [part] if part else []
    return _clusters(size).findall(part)


@cache
def _clusters(size: int) -> re.Pattern[str]:
    return re.compile(f"(?:.[\u0300-\u036f]*){{1,{size}}}", re.DOTALL)


def is_long(text: str) -> bool:
    """Whether a text may hold a word that is longer than a line of a title."""
    return _LONG.search(text) is not None


def marks(words: Inlines, room: Room | None = None) -> dict[str, bool]:
    """What the template must know to break some words; absent is no.

    ``linked``: a link or note is in it. ``hyphenate``: a word is broad. ``long``: a word may be
    broader than a line. ``loose``: what belongs on one line (a date) does not fit on that of its
    cell. What is no word, or too broad for that, is broken by ``split``.
    """
    linked = has_link(words)
    text = "".join(_edged(words))
    loose = room is not None and room.parts(text)
    parted = text.replace(NBSP, " ") if loose else text
    broad = _BROAD.search(text) is not None or (room is not None and room.holds(parted) < 1)
    hyphenate = broad and _GLUED.search(text) is None
    found = {
        "linked": linked,
        "hyphenate": hyphenate,
        "long": hyphenate and not linked and is_long(text),
        "loose": loose,
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
