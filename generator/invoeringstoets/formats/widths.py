"""How wide the columns of a table must be, so that no word or date in them is cut.

An author's shares say how the width is divided; the longest piece of a column that has to stay on
one line (a word, a date glued with no-break spaces) says how narrow it may become. Lines break
after a space or a hyphen (Unicode Standard Annex 14, classes SP, HY and BA), so those are where
pieces end. Widths are estimates from the advance widths of Source Sans 3, in mm.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from invoeringstoets.document import Table
from invoeringstoets.formats.normal import plain

__all__ = [
    "LONGEST_WORD",
    "OTHER_TYPE",
    "Setting",
    "lines_in",
    "longest",
    "of_table",
    "text_width",
]

LONGEST_WORD = 32
"""A run of more characters is an address or a code, which may be broken anywhere."""

OTHER_TYPE = 1.12
"""How much wider the type of a house style may be; that of most is narrower."""

_MM_PER_POINT = 25.4 / 72
_PIECE = re.compile(r"[^ \t\n\u2002-\u200b\u2010\u2012-\u2014-]+[\u2010\u2012-\u2014-]*")
_HYPHENATED = 0.62
"""The share of a long word that its longest half has after hyphenation, with the hyphen."""
_HYPHENATED_FROM = 9
"""A word of fewer characters is not hyphenated."""
_LEEWAY = 0.35
"""What is added to a column, in mm, for lines between cells and the rounding of programs."""

_ADVANCES = {
    200: " \u00a0\u202f",
    280: "ij|ïí",
    300: "',.:;l\u2018\u2019·",
    340: "I!-/\\\u2010\u2011",
    360: "()[]f{}•",
    400: "rt",
    460: "*sz",
    480: "?c\u2013",
    520: "JLexéëè_",
    540: '"#$+0123456789<=>FY^agvy~\u201c\u201d€á§×≥≤',
    560: "ESTVZ`koöó",
    580: "AXbdhnpquü",
    600: "CP",
    620: "BKR",
    640: "DG",
    680: "&HNU",
    700: "OQ",
    780: "Mw",
    820: "W\u2014",
    860: "%m",
    980: "@…",
}
"""The advance widths of the bold, in thousandths of the type size; a test holds them against it."""
_OTHER = 640
"""The same of a character that is not in the table, such as a letter with an accent."""
_REGULAR = 0.98
"""How much narrower the regular is."""


@dataclass(frozen=True)
class Setting:
    """How the text of a table is set.

    ``size`` is that of the type in points, ``inset`` the white at the left and right of a cell
    together in mm; ``wider`` how much wider than Source Sans 3 the type may be.
    """

    size: float
    inset: float
    wider: float = 1.0

    @property
    def scale(self) -> float:
        """How broad in mm what is as broad as the type is high comes out at most."""
        return self.size * _MM_PER_POINT * self.wider

    def room(self, width: float) -> float:
        """How broad the text in a column of so many mm may be, in parts of the type size."""
        return (width - self.inset) / self.scale


@cache
def _advances() -> dict[str, int]:
    return {char: width for width, chars in _ADVANCES.items() for char in chars}


@lru_cache(maxsize=4096)
def text_width(text: str, *, bold: bool = False) -> float:
    """How wide a line of text is, in parts of the type size."""
    known = _advances()
    width = sum(known.get(char, _OTHER) for char in text) / 1000
    return width if bold else width * _REGULAR


def lines_in(text: str, room: float) -> int:
    """How many lines a text takes in a room, both in parts of the type size."""
    lines, used = 1, 0.0
    for word in text.split(" "):
        width = text_width(word)
        if used and used + text_width(" ") + width > room:
            lines, used = lines + 1, width
        else:
            used += width + (text_width(" ") if used else 0)
    return lines


def of_table(node: Table, room: float, *, setting: Setting) -> tuple[float, ...]:
    """The widths of the columns of a table in mm, together exactly ``room``."""
    bold = [[plain(column.header)] for column in node.columns]
    light: list[list[str]] = [[] for _ in node.columns]
    for row in node.rows:
        for at, cell in enumerate(row):
            (bold if cell.header else light)[at].append(plain(cell.content))
    needs = [
        _need(" ".join(heads), " ".join(rest), setting=setting)
        for heads, rest in zip(bold, light, strict=True)
    ]
    return _divided(needs, [column.width for column in node.columns], room=room)


_Need = tuple[float, float]
"""How wide a column wants to be for whole words, and must be for hyphenated ones, in mm."""


def _need(head: str, rest: str, *, setting: Setting) -> _Need:
    """What a column needs for its texts in bold and for the others."""
    found = [longest(head, bold=True), longest(rest, bold=False)]
    more = setting.inset + _LEEWAY
    wished, least = (max(each) * setting.scale + more for each in zip(*found, strict=True))
    return wished, least


@lru_cache(maxsize=1024)
def longest(text: str, *, bold: bool) -> _Need:
    """How wide the longest piece of a text is, whole and hyphenated, in parts of the type size."""
    wished = least = 0.0
    for piece in set(_PIECE.findall(text)):
        width = text_width(piece[:LONGEST_WORD], bold=bold)
        words = max(map(len, piece.split("\u00a0")))
        halved = width * _HYPHENATED if words >= _HYPHENATED_FROM else width
        if len(piece) <= LONGEST_WORD:
            wished = max(wished, width)
        least = max(least, halved)
    return max(wished, least), least


def _divided(needs: Sequence[_Need], shares: Sequence[float], *, room: float) -> tuple[float, ...]:
    """The room, divided by shares as far as the needs allow."""
    wished, least = ([need[at] for need in needs] for at in (0, 1))
    if sum(wished) <= room:
        return _shared(wished, shares, room=room)
    if sum(least) <= room:
        spare = (room - sum(least)) / (sum(wished) - sum(least))
        return tuple(low + spare * (high - low) for low, high in zip(least, wished, strict=True))
    return tuple(room * low / sum(least) for low in least)


def _shared(least: Sequence[float], shares: Sequence[float], *, room: float) -> tuple[float, ...]:
    """By shares; a column that would become too narrow has what it needs, the rest share on."""
    fixed: set[int] = set()
    while True:
        left = room - sum(least[at] for at in fixed)
        whole = sum(share for at, share in enumerate(shares) if at not in fixed) or 1
        made = [
            least[at] if at in fixed else left * share / whole for at, share in enumerate(shares)
        ]
        short = {at for at, width in enumerate(made) if width < least[at] and at not in fixed}
        if not short:
            return tuple(made)
        fixed |= short
