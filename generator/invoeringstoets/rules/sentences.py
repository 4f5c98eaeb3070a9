"""Sentences and words of a Dutch text, each with its place in that text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from invoeringstoets import late
from invoeringstoets.record import record

_MARKUP = late.pattern(
    r"\]\([^)\s]*\)|<[^>\s]*>|https?://\S+|\[\^[^\]]*\]|[*_`#\[\]]|^\s*[-+]\s", re.MULTILINE
)
_WORD = late.pattern(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_BREAK = late.pattern(
    r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)|(?<=[.!?…])(?P<close>[\"”’»)\]*_]*)\s+(?=[^a-zà-ÿ])"
)
_ABBREVIATED = late.pattern(
    r"(?:\b(?i:nrs?|artt?|blz|pag|drs?|mr|prof|ir|ing|ca|incl|excl|resp|st|vgl|bijv|dhr|mevr|mw"
    r"|stb|stcrt|trb)|\b(?:jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec|max|tel)"
    r"|\b(?!(?:e\.[ad]|c\.s|p\.[pmj])\.\Z)(?:[a-z]\.)+[a-z]|\b[A-Z])\.\Z"
)
_BECOME = frozenset({"word", "wordt", "worden", "werd", "werden"})
_SEPARABLE = (
    r"(?:aan|achter|af|bij|bijeen|binnen|deel|dood|door|heen|in|kennis|klaar|langs|los|mede|mee|na"
    r"|neer|om|onder|op|open|over|plaats|rond|samen|stil|tegemoet|tegen|terug|thuis|toe|uit|vast"
    r"|vol|voor|voort|vrij|waar|weg)"
)
_END = r"(?:d|(?<![lrndgmwbvz])t|en)"
"""A weak participle has a t only after a voiceless sound: bereikt, but betaald and not betaalt."""
_PARTICIPLE = late.pattern(
    rf"(?:{_SEPARABLE}?(?:ge\w|be|ver|ont|her|er)\w{{2,}}{_END}"
    rf"|(?:over|onder|door|voor|om|mis|weer)\w{{3,}}{_END}|\w+eerd)\Z"
)
_NO_ENDING = late.pattern(
    r"(?:ing|hed|eit|ijd|(?<!eo)(?<!or)(?<!oe)(?<!wa)[lrtpvgsfdmn]end|heid|schap|stand|kant|lijst|uit)(?:en)?\Z"
)
_NO_PARTICIPLE = frozenset(
    {
        "geen", "gebied", "geld", "geweld", "gezin", "gezinnen", "gemeenten", "geluid",
        "gebouwen", "gevolgen", "gegevens", "gesprekken", "bedrijven", "bedragen", "besluiten",
        "verschillend", "verschillende", "verschillen", "verwachtingen", "bekend", "verstand",
        "verband", "beleid", "beeld", "bestand", "bericht", "overheid", "onderzoeken",
        "ondernemingen", "onderdelen", "voorwaarden", "voorbeelden", "ontwikkelingen", "omdat",
        "omstandigheden", "ervaringen", "ertoe", "overigens", "herfst", "gehandicapten",
        "gebruiken", "betekent", "verantwoordelijkheid", "hersenen", "gezond", "geschikt",
        "gereed", "gerust", "geduld", "gemiddeld", "verkeerd", "getallen", "gebieden", "gebreken",
        "gedachten", "geheimen", "gelden", "gevallen", "gerechten", "gezichten", "gewichten",
        "geliefd", "gehucht", "gewoonten", "bezwaren", "berichten", "verzoeken", "onderwerpen",
        "voordelen", "beelden", "belangen", "bezoeken", "beginselen", "bestanden", "verbanden",
        "verhalen", "verdragen", "overeenkomsten", "overzichten", "verslagen", "voorstellen",
        "voorschriften", "voorraden", "ontwerpen", "beroepen", "bezit", "bewust", "bereid",
        "beroemd", "bevoegd", "bevriend", "verdriet", "verlies", "verliefd", "vermogen",
        "verwant", "verleden", "verbruiken", "overlast", "onderwijst", "overwicht", "overschot",
        "overzicht", "onderzoek", "omvat", "voordat", "doordat", "voorzichtig", "benen",
        "beesten", "beest", "besten", "bedden", "beken", "bessen", "ernst", "voorjaren",
        "oordelen", "voorkant", "onderkant", "opgaven", "ingewikkeld", "onbekend", "uitgaven",
        "uitgebreid", "beide", "bezoekt", "ontbreekt", "gebeurt", "verandert", "verloopt",
        "beschikt", "behoort", "behoeften", "ontstaat", "bestaat", "verdient",
    }
)  # fmt: skip


@record(frozen=True)
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


@lru_cache(maxsize=2)
def sentences(text: str) -> tuple[Piece, ...]:
    """The sentences of a readable text; a paragraph and an item of a list end one as well.

    Kept for the next rule: they ask the same of the two summaries of a toets in turn.
    """
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[Piece]:
    start = 0
    for found in _BREAK.finditer(text):
        if not _ABBREVIATED.search(text[start : found.start()]):
            yield from _piece(
                text, start, end=found.end("close") if found["close"] else found.start()
            )
            start = found.end()
    yield from _piece(text, start, end=len(text))


def words(sentence: Piece) -> list[str]:
    """The words of a sentence; a compound with a hyphen is one."""
    found: list[str] = _WORD.findall(sentence.text)
    return found


def is_passive(sentence: Piece) -> bool:
    """Whether a form of ‘worden’ goes with a participle.

    By form alone, so it may err; what rests on it is a hint at most.
    """
    text = sentence.text.lower()
    if "word" not in text and "werd" not in text:
        return False
    found = _WORD.findall(text)
    return not _BECOME.isdisjoint(found) and any(
        before != "te" and _is_participle(word) for before, word in pairwise(("", *found))
    )


def _is_participle(word: str) -> bool:
    return (
        word not in _NO_PARTICIPLE
        and _PARTICIPLE.match(word) is not None
        and _NO_ENDING.search(word) is None
    )


def _piece(text: str, start: int, *, end: int) -> Iterator[Piece]:
    kept = text[start:end]
    bare = kept.strip()
    if bare:
        yield Piece(bare, start + kept.index(bare[0]))
