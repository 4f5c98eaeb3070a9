"""How wide the columns of a table must be, so that no word or date in them is cut.

An author's shares say how the width is divided, or how much text there is in each column where
that makes a table lower; the longest piece of a column that has to stay on one line (a word, a date
glued with no-break spaces) says how narrow it may become. Lines break after a space or a hyphen
(Unicode Standard Annex 14, classes SP, HY and BA), so those are where pieces end. Widths are
estimates from the advance widths of Source Sans 3, in mm.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

from invoeringstoets.document import Inlines, LineBreak, Table
from invoeringstoets.formats.normal import plain
from invoeringstoets.notation import NBSP

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
_CUT = 6
"""As how many lines a word counts for which its column is too narrow."""
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


def lines_in(text: str, room: float, *, bold: bool = False) -> int:
    """How many lines a text without line breaks takes in a room, both in parts of the type size."""
    lines, used, white = 1, 0.0, text_width(" ", bold=bold)
    for word in text.split(" "):
        width = text_width(word, bold=bold)
        if used and used + white + width > room:
            lines, used = lines + 1, width
        else:
            used += width + (white if used else 0)
    return lines


_Texts = tuple[tuple[str, bool], ...]
"""The cells of a row or column: their text, and whether it is bold."""


def of_table(node: Table, room: float, *, setting: Setting) -> tuple[float, ...]:
    """The widths of the columns of a table in mm, together exactly ``room``.

    Of those tried the ones that make the table lowest; the author's shares where that is the same.
    """
    rows = _rows(node)
    columns = tuple(zip(*rows, strict=True))
    leasts = _leasts([_need(column, setting=setting) for column in columns], room)
    ways = _ways([column.width for column in node.columns], [_amount(one) for one in columns])
    tried = [_shared(least, way, room=room) for least in leasts for way in ways]
    return min(tried, key=lambda widths: _height(rows, list(map(setting.room, widths))))


def _rows(node: Table) -> tuple[_Texts, ...]:
    """The texts of a table; those of its headers first."""
    heads = tuple((_text(column.header), True) for column in node.columns)
    return (heads, *(tuple((_text(c.content), c.header) for c in row) for row in node.rows))


def _text(content: Inlines) -> str:
    """What is printed, each line break as that."""
    parts = groupby(content, key=lambda node: isinstance(node, LineBreak))
    return "\n".join(plain(tuple(part)) for breaks, part in parts if not breaks)


def _height(rows: Iterable[_Texts], rooms: Sequence[float]) -> int:
    """How high a table is in lines; a word that is cut counts for some more."""
    lines = 0
    for row in rows:
        cells = [(text, room, bold) for (text, bold), room in zip(row, rooms, strict=True)]
        lines += max(
            sum(lines_in(line, room, bold=bold) for line in text.split("\n"))
            for text, room, bold in cells
        )
        lines += _CUT * sum(longest(text, bold=bold)[0] > room for text, room, bold in cells)
    return lines


def _amount(texts: _Texts) -> float:
    """How much text there is in a column; a full cell counts for more than some of a line."""
    return math.hypot(*(text_width(text, bold=bold) for text, bold in texts))


def _ways(shares: Sequence[float], amounts: Sequence[float]) -> tuple[Sequence[float], ...]:
    """How a room may be divided: as the author says, by how much text there is, or in between."""
    some = sum(amounts) / 100 or 1
    texts = [amount + some for amount in amounts]
    between = [math.sqrt(one * other) for one, other in zip(shares, texts, strict=True)]
    return shares, between, texts


_Need = tuple[float, float]
"""How wide a column wants to be for whole words, and must be for hyphenated ones, in mm."""


def _need(texts: _Texts, *, setting: Setting) -> _Need:
    """What a column needs for its texts."""
    found = [longest(text, bold=bold) for text, bold in texts]
    more = setting.inset + _LEEWAY
    wished, least = (max(each) * setting.scale + more for each in zip(*found, strict=True))
    return wished, least


@lru_cache(maxsize=1024)
def longest(text: str, *, bold: bool) -> _Need:
    """How wide the longest piece of a text is, whole and hyphenated, in parts of the type size."""
    wished = least = 0.0
    for piece in set(_PIECE.findall(text)):
        width = text_width(piece[:LONGEST_WORD], bold=bold)
        if len(piece) <= LONGEST_WORD:
            wished = max(wished, width)
            whole = NBSP in piece or len(piece) < _HYPHENATED_FROM
        else:
            whole = max(map(len, piece.split(NBSP))) < _HYPHENATED_FROM
        least = max(least, width if whole else width * _HYPHENATED)
    return max(wished, least), least


def _leasts(needs: Sequence[_Need], room: float) -> Iterator[Sequence[float]]:
    """How narrow columns may become: wide enough for whole words where there is room for those.

    Else wide enough for the whole words of all but one, or of none; or all a little too narrow.
    """
    wished, least = zip(*needs, strict=True)
    if sum(wished) <= room:
        yield wished
        return
    if sum(least) > room:
        yield tuple(room * low / sum(least) for low in least)
        return
    spare = (room - sum(least)) / (sum(wished) - sum(least))
    yield tuple(low + spare * (high - low) for high, low in needs)
    for at, low in enumerate(least):
        but_one = (*wished[:at], low, *wished[at + 1 :])
        if sum(but_one) <= room:
            yield but_one
    yield least


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
