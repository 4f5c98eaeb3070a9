"""Which characters our fonts can draw.

PDF/UA refuses a file in which a character has no glyph (ISO 14289-1, 7.21.4.1), so a stray emoji
would stop a letter: the PDF shows a sign instead, and a rule warns of it at check time. The fonts
themselves are not read at run time: ``templates/fonts/coverage.txt`` holds the code points that
every shipped font has, as hexadecimal ranges, one on a line.
"""

from __future__ import annotations

from functools import cache

from invoeringstoets import assets

COVERAGE = "templates/fonts/coverage.txt"
"""Where the ranges are; a test holds this file against the fonts."""

_PREFERRED = "\N{REPLACEMENT CHARACTER}"
_LAST_RESORT = "?"


@cache
def _coverage() -> frozenset[str]:
    lines = assets.text(COVERAGE).splitlines()
    covered: set[str] = set()
    for line in lines:
        if line and not line.startswith("#"):
            first, _, last = line.partition("-")
            covered.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return frozenset(covered)


@cache
def _covered_ascii() -> bytes:
    """The characters that most of any text consists of, to leave them out at once."""
    return "".join(char for char in _coverage() if char.isascii()).encode("ascii")


def unsupported(text: str) -> set[str]:
    """The characters of a text that the PDF cannot show; white space is always fine.

    Raises ``OSError`` when the coverage file is missing: the installation is broken.
    """
    rest = text.encode("utf-8", "surrogatepass").translate(None, _covered_ascii())
    unknown = set(rest.decode("utf-8", "surrogatepass")) - _coverage()
    return {char for char in unknown if not char.isspace()}


def drawable(text: str) -> str:
    """The text with every character that the fonts lack replaced by a visible sign.

    White space that the fonts lack (such as an ideographic space) becomes an ordinary space.
    """
    covered = _coverage()
    missing = set(text) - covered
    if not missing:
        return text
    sign = _PREFERRED if _PREFERRED in covered else _LAST_RESORT
    return text.translate({ord(char): " " if char.isspace() else sign for char in missing})
