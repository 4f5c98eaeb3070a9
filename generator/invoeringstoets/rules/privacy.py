"""Personal data that have no place in a toets: it becomes public, and so does its history."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from invoeringstoets import late
from invoeringstoets.model import Toets
from invoeringstoets.route import Route
from invoeringstoets.rules.personal import (
    FUNCTIONS,
    IBAN_LENGTHS,
    OFFICIAL_DOMAINS,
    PRIVATE_PROVIDERS,
)
from invoeringstoets.rules.places import leaves, whole_text
from invoeringstoets.rules.rule import Remark, Words

NUMBERS = frozenset({"id", "url", "kenmerk", "uw_kenmerk", "identificatie", "tooi", "bwb_id"})
"""Fields that hold a number or address of a document; what they hold is never a person's."""

_BSN_DIGITS = 9
_LABEL_REACH = 30
_ADDRESS = late.pattern(r"\b(?:https?://|www\.)[^\s<>]+|\b\w+(?::[\w.]+){2,}", re.ASCII)
_MARK = r"[ .\u00a0\u202f-]?"
_GAP = r"[. \u00a0\u202f]"
_BSN = late.pattern(
    r"(?<!\w)(?<!\w[./,+-])"
    rf"(?:\d{{9}}|(?<!\d )(?:\d{{3}}({_GAP})\d{{3}}\1\d{{3}}|\d{{4}}({_GAP})\d\d\2\d{{3}})(?! \d))"
    r"(?!\w|[./,:-]\w)",
    re.ASCII,
)
_CALLED_BSN = late.pattern(
    r"\b(?:bsn|burgerservicenummer|sofi-?nummer)\b[^\d\n]{0,30}?"
    r"(\d(?:[. \u00a0\u202f-]?\d){8})(?![\w]|[.,-]\d)",
    re.IGNORECASE | re.ASCII,
)
_BSN_LABEL = late.pattern(r"\b(?:bsn|burgerservicenummer|sofi-?nummer)\b[^\d\n]*\Z", re.IGNORECASE)
_OTHER_LABEL = late.pattern(
    r"(?:kenmerk|zaaknummer|documentnummer|dossier|kamerstuk|nrs?\.|kvk|rsin|isbn|stcrt|stb)\W*\Z"
    r"|[€$£]\s?\Z|\b(?:euro|eur)\s\Z",
    re.IGNORECASE,
)
_COUNTED = late.pattern(r"\s+[^\W\d]|\s*[%€]")
_IBAN = late.pattern(
    r"(?<!\w)[A-Z]{2} ?\d{2}(?:[ .\u00a0\u202f-]?[A-Z0-9]){11,30}", re.ASCII | re.IGNORECASE
)
_EMAIL = late.pattern(
    r"(?<![\w.+-])([\w.+-]+)@((?:[\w-]+\.)+[a-z]{2,})(?![\w-])", re.ASCII | re.IGNORECASE
)
_MOBILE = late.pattern(
    r"(?<![\w+])(?<!\w[./,-])(?:(?:\+|00)31[ .\u00a0-]?(?:\(0\)[ \u00a0]?)?6|\(06\)|06)"
    r"(?: ?[–/-] ?|[ .\u00a0]?)(?=[1-58])"
    r"(?:\d{8}|\d{4}[ .\u00a0-]\d{4}|\d\d([ .\u00a0-])\d\d\1\d\d\1\d\d|\d{3}([ .\u00a0])\d{3}\2\d\d"
    r"|\d{3}([ .\u00a0])\d\d\3\d{3})(?!\w|[./,:-]\w|[ \u00a0]?\d)",
    re.ASCII,
)


_COUNTRY = f"(?i:{'|'.join(IBAN_LENGTHS)})"
_LIKE_BSN = late.pattern(r"[0-9](?:[. \u00a0\u202f-]?[0-9]){8}")
_DIGITS_ALIKE = bytes.maketrans(b"123456789", b"000000000")
_BETWEEN_DIGITS = ". \u00a0\u202f-".encode()
_LIKE_IBAN = late.pattern(
    r"[0-9][0-9](?:(?<=[A-Za-z]..)|(?<=[A-Za-z] ..))"
    rf"(?={_MARK}[A-Za-z0-9]{{4}}{_MARK}[A-Za-z0-9]{{4}})(?:(?<={_COUNTRY}..)|(?<={_COUNTRY} ..))"
)
_LIKE_EMAIL = late.pattern("@")
_LIKE_MOBILE = late.pattern(r"6\)?[ .\u00a0/–-]{0,3}[1-58](?:[ .\u00a0-]?[0-9]){7}")


def bsn_is_absent(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Er staat geen burgerservicenummer in een toets.

    Wat: Geen enkele tekst bevat negen cijfers die de elfproef doorstaan, ook niet met punten of
    spaties ertussen. Kenmerken, nummers van Kamerstukken, bedragen en webadressen tellen niet mee.

    Waarom: Een toets wordt openbaar, en blijft dat in de geschiedenis van het bestand. Een
    burgerservicenummer wijst precies één mens aan.

    Fout:

        signalen:
          - {id: s1, tekst: "De ouder met BSN 111222333 wachtte zes weken."}

    Goed:

        signalen:
          - {id: s1, tekst: Een ouder wachtte zes weken.}
    """
    same = whole_text(toets).encode("utf-8", "surrogatepass")
    if b"0" * _BSN_DIGITS not in same.translate(_DIGITS_ALIKE, _BETWEEN_DIGITS):
        return
    for route, text in _texts(toets, _LIKE_BSN):
        called = {match.span(1) for match in _CALLED_BSN.finditer(text)}
        looks = {match.span() for match in _BSN.finditer(text) if _means_a_person(text, match)}
        for start, end in sorted(called | looks):
            if _eleven_test(text[start:end]):
                message = "dit kan een burgerservicenummer zijn (de elfproef klopt)"
                yield _remark(route, (start, end), message=message)


def iban_is_absent(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Er staat geen rekeningnummer in een toets.

    Wat: Geen enkele tekst bevat een IBAN waarvan het controlegetal klopt.

    Waarom: Een rekeningnummer van iemand is een persoonsgegeven, en een toets wordt openbaar.

    Fout:

        signalen:
          - {id: s1, tekst: Het bedrag kwam op rekening NL91 ABNA 0417 1643 00 terecht.}

    Goed:

        signalen:
          - {id: s1, tekst: Het bedrag kwam op een verkeerde rekening terecht.}
    """
    for route, text in _texts(toets, _LIKE_IBAN):
        for match in _IBAN.finditer(text):
            end = _iban_end(match[0])
            if end:
                span = (match.start(), match.start() + end)
                yield _remark(route, span, message="dit is een rekeningnummer (IBAN)")


def email_is_not_personal(toets: Toets, words: Words) -> Iterator[Remark]:
    """Een e-mailadres is van een organisatie, niet van een mens.

    Wat: Een tekst bevat geen adres bij een aanbieder voor particulieren (zoals gmail.com), en geen
    adres op naam. Een adres van een functie (`info@`, `woo@`) mag overal, en bij `brief.afzender`
    mag elk adres van een ministerie of uitvoerder.

    Waarom: Het adres van iemand is een persoonsgegeven. Een ambtenaar verandert van baan; het adres
    van een afdeling blijft.

    Fout:

        brief:
          afzender: {organisatie: szw, contact: t.jansen@gmail.com}

    Goed:

        brief:
          afzender: {organisatie: szw, contact: info@minszw.nl}
    """
    for route, text in _texts(toets, _LIKE_EMAIL):
        official = OFFICIAL_DOMAINS | _own_domains(words) if _is_contact(route) else frozenset()
        for match in _EMAIL.finditer(text):
            name, domain = match[1].lower(), match[2].lower()
            function = re.split(r"[.+_-]", name)[0] in FUNCTIONS
            allowed = function or _lies_in(domain, official)
            if _lies_in(domain, PRIVATE_PROVIDERS) or not allowed:
                message = "dit e-mailadres lijkt van een persoon te zijn"
                yield _remark(route, match.span(), message=message)


def mobile_number_is_absent(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Er staat geen mobiel nummer in een toets.

    Wat: Geen enkele tekst bevat een Nederlands mobiel nummer (06 of +31 6), behalve bij
    `brief.afzender`.

    Waarom: Een mobiel nummer is bijna altijd van één mens. Een algemeen nummer blijft kloppen.

    Fout:

        signalen:
          - {id: s1, tekst: De melder is te bereiken op 06-12345678.}

    Goed:

        signalen:
          - {id: s1, tekst: De melder is bekend bij de uitvoerder.}
    """
    for route, text in _texts(toets, _LIKE_MOBILE):
        if not _is_contact(route):
            for match in _MOBILE.finditer(text):
                message = "dit is een mobiel telefoonnummer"
                yield _remark(route, match.span(), message=message)


def _texts(toets: Toets, sign: re.Pattern[str]) -> Iterator[tuple[Route, str]]:
    """Every text that shows this sign, with addresses and identifiers blanked out."""
    for steps, text in leaves(toets) if sign.search(whole_text(toets)) else ():
        if steps[-1] not in NUMBERS and sign.search(text):
            yield Route(steps), _ADDRESS.sub(lambda m: "\0" * len(m[0]), text)


def _remark(route: Route, within: tuple[int, int], *, message: str) -> Remark:
    return Remark(
        route,
        message,
        "haal het weg, of schrijf zonder dat gegeven wat er is; is het al gedeeld, meld het dan "
        "als datalek",
        within=within,
    )


def _eleven_test(text: str) -> bool:
    """The check on a BSN: digits weighted 9 to 2 and -1 add up to a multiple of 11."""
    digits = [int(char) for char in text if char.isdigit()]
    weights = (*range(_BSN_DIGITS, 1, -1), -1)
    total: int = sum(digit * weight for digit, weight in zip(digits, weights, strict=True))
    return total % 11 == 0 and any(digits)


def _means_a_person(text: str, match: re.Match[str]) -> bool:
    """Whether nine digits are not an amount, a count or the number of a document."""
    before = text[max(0, match.start() - _LABEL_REACH) : match.start()]
    if _BSN_LABEL.search(before):
        return True
    if _OTHER_LABEL.search(before):
        return False
    counted = not match[0].isdigit() and not match[0].startswith("0")
    return not counted or _COUNTED.match(text, match.end()) is None


def _iban_end(text: str) -> int:
    """How many characters of a text are an IBAN (ISO 13616: length by country, mod 97); 0 if none.

    Words after it may have been read as a part of it, so the length decides.
    """
    length = IBAN_LENGTHS.get(text[:2].upper(), 0)
    kept = list(accumulate(int(char.isalnum()) for char in text))
    if not length or kept[-1] < length:
        return 0
    end = kept.index(length) + 1
    iban = "".join(char for char in text[:end] if char.isalnum())
    number = "".join(str(int(char, 36)) for char in iban[4:] + iban[:4])
    return end if int(number) % 97 == 1 and not text[end : end + 1].isalnum() else 0


def _is_contact(route: Route) -> bool:
    return route.steps[:2] == ("brief", "afzender")


def _lies_in(domain: str, domains: frozenset[str]) -> bool:
    """Whether a domain is one of these, or lies under one."""
    parts = domain.split(".")
    return any(".".join(parts[start:]) in domains for start in range(len(parts) - 1))


def _own_domains(words: Words) -> frozenset[str]:
    """The domains of the organisations in the value list."""
    urls = (entry.url for entry in words.value_lists.lists.get("organisaties", {}).values())
    found = (re.match(r"https?://(?:www\.)?([^/:]+)", url) for url in urls if url)
    return frozenset(match[1].lower() for match in found if match)
