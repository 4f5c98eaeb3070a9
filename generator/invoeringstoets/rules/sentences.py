"""Sentences and words of a Dutch text, each with its place in that text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARKUP = re.compile(
    r"\]\([^)\s]*\)|<[^>\s]*>|https?://\S+|\[\^[^\]]*\]|[*_`#\[\]]|^\s*[-+]\s", re.MULTILINE
)
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_BREAK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)|(?<=[.!?])[\"”’)\]*_]*\s+(?=[^a-zà-ÿ])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:nr|art|lid|bijv|blz|dr|drs|mr|prof|ir|ca|incl|excl|o\.a|m\.b\.t|i\.v\.m|d\.w\.z"
    r"|t\.o\.v|resp|st|vgl)|\b[A-Z])\.\Z"
)
_BECOME = frozenset({"word", "wordt", "worden", "werd", "werden"})
_PARTICIPLE = re.compile(
    r"(?:(?:\w{2,4})?ge\w{2,}(?:d|t|en)|(?:be|ver|ont|her|er|over|onder|door|voor|om)\w{3,}(?:d|t|en)"
    r"|\w+eerd)\Z"
)
_NO_PARTICIPLE = frozenset(
    {
        "geen", "gebied", "geld", "geweld", "gezin", "gezinnen", "gemeenten", "geluid",
        "gebouwen", "gevolgen", "gegevens", "gesprekken", "bedrijven", "bedragen", "besluiten",
        "verschillend", "verschillende", "verschillen", "verwachtingen", "bekend", "verstand",
        "verband", "beleid", "beeld", "bestand", "bericht", "overheid", "onderzoeken",
        "ondernemingen", "onderdelen", "voorwaarden", "voorbeelden", "ontwikkelingen", "omdat",
        "omstandigheden", "ervaringen", "ertoe", "overigens", "herfst", "gehandicapten",
        "gebruiken", "betekent", "verantwoordelijkheid", "hersenen",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """A part of a text: what it says and where it stands (characters, end not included)."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where the piece ends."""
        return self.start + len(self.text)

    @property
    def within(self) -> tuple[int, int]:
        """Where the piece stands, from and to."""
        return self.start, self.end


def readable(text: str) -> str:
    """The text with addresses and markup blanked out, every character in its place."""
    return _MARKUP.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def sentences(text: str) -> Iterator[Piece]:
    """The sentences of a readable text; a paragraph and an item of a list end one as well."""
    start = 0
    for found in _BREAK.finditer(text):
        if not _ABBREVIATED.search(text[start : found.start()]):
            yield from _piece(text, start, end=found.start())
            start = found.end()
    yield from _piece(text, start, end=len(text))


def words(sentence: Piece) -> tuple[Piece, ...]:
    """The words of a sentence; a compound with a hyphen is one."""
    return tuple(Piece(m[0], sentence.start + m.start()) for m in _WORD.finditer(sentence.text))


def is_passive(sentence: Piece) -> bool:
    """Whether a form of ‘worden’ goes with a participle.

    By form alone, so it may err; what rests on it is a hint at most.
    """
    found = _WORD.findall(sentence.text.lower())
    return not _BECOME.isdisjoint(found) and any(
        _PARTICIPLE.match(word) and word not in _NO_PARTICIPLE for word in found
    )


def _piece(text: str, start: int, *, end: int) -> Iterator[Piece]:
    kept = text[start:end]
    bare = kept.strip()
    if bare:
        yield Piece(bare, start + kept.index(bare[0]))
