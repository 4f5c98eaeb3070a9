"""Plain language in the two summaries that everyone reads; never more than a hint.

By form alone. Word frequencies (wordfreq), lemmas (simplemma) and syllables (pyphen) were measured:
together 95 MB and 0,8 s of a first use, where a whole check takes 0,3 s; and rare long words turned
out to be mostly clear compounds (leerbedrijven, aanvraagronde).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise

from invoeringstoets import assets, late
from invoeringstoets.model import Toets
from invoeringstoets.route import ROOT, Route
from invoeringstoets.rules.places import Same
from invoeringstoets.rules.rule import Remark, Words
from invoeringstoets.rules.sentences import Piece, is_passive, readable, sentences, words

LONG = {"samenvatting": 35, "publiekssamenvatting": 20}
"""The most words in a sentence, by field: one for parliament, one for everyone (level B1)."""

_WORD = late.pattern(r"[^\W_]+")
_PUBLIC = ROOT / "publiekssamenvatting"
_ABBREVIATION = late.pattern(
    r"\b(?:[A-Z]{2,6}|[A-Z][a-z]?[A-Z][A-Za-z]{0,4}|[BCDFGHJ-NP-TV-XZ][bcdfghj-np-tv-xz]{2,4}"
    r"|Wmo|Wajong|Woo|Avg|Awb|Awir|Ioaw|Ioaz|Anw|Wia)\b"
)
_NO_ABBREVIATION = frozenset(
    {
        "II",
        "III",
        "IV",
        "VI",
        "VII",
        "XV",
        "EU",
        "Drs",
        "TODO",
        "FIXME",
        "TBD",
        "XXX",
        "ID",
        "OK",
        "TV",
        "DNA",
        "PDF",
    }
)


def zin_is_short(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een zin in een samenvatting is niet lang.

    Wat: Een zin in `samenvatting` telt hoogstens 35 woorden, in `publiekssamenvatting` 20.

    Waarom: Een lange zin vraagt meer van het geheugen. Twee zinnen zeggen hetzelfde, en worden
    vaker begrepen.

    Fout:

        publiekssamenvatting: Wie een kamer huurt in een huis waar de keuken en de badkamer met
          anderen worden gedeeld kan sinds dit jaar onder voorwaarden ook een toeslag krijgen.

    Goed:

        publiekssamenvatting: Huur je een kamer? En deel je de keuken en de badkamer met anderen?
          Dan kun je misschien een toeslag krijgen.
    """
    for route, text in _summaries(toets):
        most = LONG[str(route)]
        for sentence in sentences(text):
            count = len(words(sentence))
            if count > most:
                yield _hint(
                    route,
                    sentence,
                    message=f"deze zin telt {count} woorden; {most} leest nog goed",
                    advice="maak er twee zinnen van",
                )


def zinnen_are_active(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Niet zin na zin in de lijdende vorm.

    Wat: In een samenvatting staan geen twee zinnen na elkaar in de lijdende vorm (‘er wordt
    gekeken’).

    Waarom: In de lijdende vorm blijft ongezegd wie iets doet. Eén keer kan dat goed zijn; zin na
    zin wordt het stroef.

    Fout:

        samenvatting: De aanvraag wordt door Dienst Toeslagen beoordeeld. Daarna worden de gegevens
          gecontroleerd.

    Goed:

        samenvatting: Dienst Toeslagen beoordeelt de aanvraag, en controleert daarna de gegevens.
    """
    for route, text in _summaries(toets):
        chain = False
        told = [(sentence, is_passive(sentence)) for sentence in sentences(text)]
        for (_, first), (sentence, second) in pairwise(told):
            passive = first and second
            if passive and not chain:
                yield _hint(
                    route,
                    sentence,
                    message="net als de vorige zin staat deze in de lijdende vorm",
                    advice="zeg wie het doet: niet ‘er wordt gekeken’ maar ‘de minister kijkt’",
                )
            chain = passive


def afkorting_is_explained(toets: Toets, vocabulary: Words) -> Iterator[Remark]:
    """Een afkorting is uitgelegd.

    Wat: Een afkorting in een samenvatting staat bij de begrippen (waardelijst `begrippen`), of
    staat in die tekst samen met de volle naam: de een gevolgd door de ander tussen haakjes. In
    `samenvatting` mag ook de korte naam van een organisatie uit de waardelijst; in
    `publiekssamenvatting` niet.

    Waarom: Wie de afkorting niet kent, haakt af. Eén keer voluit is genoeg.

    Fout:

        samenvatting: De aanvraag gaat naar de RVZO.

    Goed:

        samenvatting: De aanvraag gaat naar de Regeling voor zorg op school (RVZO). De RVZO …
    """
    for route, text in _summaries(toets):
        matches = tuple(_ABBREVIATION.finditer(text))
        seen = _known(toets, vocabulary, public=route == _PUBLIC) if matches else set()
        for match in matches:
            short = match[0]
            if short not in seen and not _is_explained(short, text):
                yield _hint(
                    route,
                    Piece(short, match.start()),
                    message=f"de afkorting ‘{short}’ is niet uitgelegd",
                    advice=f"schrijf de eerste keer de volle naam, met ({short}) erachter",
                )
            seen.add(short)


def woord_is_plain(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een gewoon woord waar dat er is.

    Wat: Een samenvatting bevat geen woord uit onze lijst van moeilijke woorden met een eenvoudiger
    keuze.

    Waarom: Een gewoon woord zegt hetzelfde, en meer mensen kennen het.

    Fout:

        publiekssamenvatting: De aanvraag is moeilijk. Derhalve komt er een nieuw formulier.

    Goed:

        publiekssamenvatting: De aanvraag is moeilijk. Daarom komt er een nieuw formulier.
    """
    plain, beginnings = _plain_words()
    for route, text in _summaries(toets):
        if beginnings.keys().isdisjoint(_WORD.findall(text.lower())):
            continue
        for start in _WORD.finditer(text):
            forms = beginnings.get(start[0].lower())
            match = forms.match(text, start.start()) if forms else None
            if match:
                word = " ".join(match[0].split())
                yield _hint(
                    route,
                    Piece(match[0], match.start()),
                    message=f"‘{word}’ is een moeilijk woord",
                    advice=f"gewoner is: {plain[word.lower()]}",
                )


def _known(toets: Toets, vocabulary: Words, *, public: bool) -> set[str]:
    """The abbreviations that a reader can look up, or is expected to know."""
    lists = vocabulary.value_lists.lists
    known = {*_NO_ABBREVIATION}
    for entry in lists.get("begrippen", {}).values():
        known |= {entry.naam, entry.korte_naam}
    if not public:
        known |= {entry.korte_naam for entry in lists.get("organisaties", {}).values()}
        known |= {own.korte_naam for own in toets.organisaties if own.korte_naam}
    return known


def _summaries(toets: Toets) -> tuple[tuple[Route, str], ...]:
    """The texts that are read, if they are Dutch, without their markup."""
    return _readable(Same(toets))


@lru_cache(maxsize=1)
def _readable(same: Same) -> tuple[tuple[Route, str], ...]:
    """Made once for the rules on language: they run on the same toets in turn."""
    texts = ((name, getattr(same.toets, name)) for name in LONG if same.toets.taal == "nl")
    return tuple((ROOT / name, readable(text)) for name, text in texts if text)


def _hint(route: Route, piece: Piece, *, message: str, advice: str) -> Remark:
    return Remark(route, message, advice, within=piece.within)


def _is_explained(short: str, text: str) -> bool:
    """Whether a text has the abbreviation in brackets, or a name in brackets after it."""
    escaped = re.escape(short)
    return bool(re.search(rf"\w\s+\({escaped}\)|\b{escaped}(?:-\w+)?\s+\([^)]*\s[^)]*\)", text))


@cache
def _plain_words() -> tuple[Mapping[str, str], Mapping[str, re.Pattern[str]]]:
    """What is plainer for each form of a hard word; what finds the forms, by their first word."""
    plain = {
        form: entry["beter"]
        for entry in json.loads(assets.text("schema/taal/woorden.json"))["woorden"]
        for form in (entry["woord"], *entry.get("vormen", ()))
    }
    forms: dict[str, list[str]] = {}
    for form in sorted(plain, key=len, reverse=True):
        forms.setdefault(form.split()[0], []).append(r"\s+".join(form.split()))
    return plain, {
        first: late.pattern(rf"(?:{'|'.join(found)})\b", re.IGNORECASE)
        for first, found in forms.items()
    }
