"""What a text must be like to come out well in every format."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from invoeringstoets import glyphs, late
from invoeringstoets.model import CENTRALE_VRAGEN, Toets
from invoeringstoets.route import Route
from invoeringstoets.rules.places import leaves, mentions, path, plain, texts, whole_text
from invoeringstoets.rules.rule import Remark, Words

OPMAAK = frozenset(
    {
        "samenvatting",
        "publiekssamenvatting",
        "afweging.reden",
        "aanleiding.tekst",
        "aanleiding.onderzoeksvragen.antwoord",
        "uitvoeringstoets.toelichting",
        *(f"centrale_vragen.{key}.antwoord" for key in CENTRALE_VRAGEN),
        "bevindingen.tekst",
        "conclusies.tekst",
        "aanbevelingen.tekst",
        "acties.tekst",
        "brief.aanbieding",
        "brief.inleiding",
        "brief.waardering",
        "brief.paragrafen.tekst",
        "brief.slot",
        "brief.voetnoten.tekst",
        "brief.eigen_instrumenttekst",
        "beslisnota.aanleiding",
        "beslisnota.krachtenveld",
        "beslisnota.toelichting",
    }
)
"""The fields that the schema calls ``x-tekst: opmaak``, by their names (``places.path``)."""

TITLES = (
    "titel",
    "korte_titel",
    "bevindingen[].titel",
    "conclusies[].titel",
    "brief.betreft",
    "brief.paragrafen[].kop",
)
"""The titles that an author writes; that of a source is someone else's."""

_MARKUP = late.pattern(r"\*\*\S|\]\((?:https?:|mailto:|/)|\[\^[\w-]+\]|\A#{1,6} ")
_LINK = late.pattern(r"(?<!!)\[([^\[\]]*)\]\(")
_NO_WORDS = frozenset(
    {"", "hier", "klik hier", "link", "deze link", "lees meer", "meer", "lees verder"}
)
_SHOWN = 20
_MAY_END = late.pattern(r"\.\.\Z|\b(?:\w\.)+\w?\.\Z|\b(?:etc|enz|c\.s|jr|sr|mln|mld|nr|art)\.\Z")


def teken_is_in_lettertype(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Elk teken bestaat in het lettertype van de brief.

    Wat: Een tekst bevat alleen tekens die het meegeleverde lettertype heeft. Emoji en de meeste
    niet-westerse schriften horen daar niet bij.

    Waarom: In de PDF komt op de plaats van zo'n teken een vraagteken te staan. Een toegankelijke
    PDF (PDF/UA) mag geen teken bevatten dat het lettertype niet heeft.

    Fout:

        samenvatting: Wie een aanvraag doet, krijgt een 🎁.

    Goed:

        samenvatting: Wie een aanvraag doet, krijgt een geschenk.
    """
    missing = glyphs.unsupported(whole_text(toets)) - {"\0"}
    if not missing:
        return
    sign = "[" + re.escape("".join(sorted(missing))) + "]"
    for steps, text in leaves(toets):
        for match in re.finditer(f"{sign}+", text):
            yield Remark(Route(steps), *_not_in_font(match[0]), within=match.span())


def _not_in_font(signs: str) -> tuple[str, str]:
    """What to say of signs that stand together, which may be parts of one that one sees."""
    if len(signs) > 1:
        message = f"de tekens ‘{signs[:_SHOWN]}’ staan niet in het lettertype"
        return message, "in de PDF komen er vraagtekens; schrijf het anders"
    name = unicodedata.name(signs, "zonder naam")
    return (
        f"het teken ‘{signs}’ staat niet in het lettertype (U+{ord(signs):04X})",
        f"in de PDF komt er een vraagteken; schrijf het anders (Unicode: {name})",
    )


def opmaak_is_possible(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Opmaak staat alleen waar zij werkt.

    Wat: Sterretjes voor vet, een link `[tekst](adres)`, een voetnootteken `[^id]` en een kop (`#`)
    staan alleen in een veld met opmaak, zoals `samenvatting`, of `tekst` in een bevinding.

    Waarom: In een ander veld, zoals een titel, worden de tekens letterlijk afgedrukt.

    Fout:

        titel: Invoeringstoets **huurtoeslag**

    Goed:

        titel: Invoeringstoets huurtoeslag
    """
    if not mentions(toets, "[^", "](", "**", "# "):
        return
    for steps, text in leaves(toets):
        if "[^" not in text and "](" not in text and "**" not in text and "# " not in text:
            continue  # spelt out: this runs for every text of a toets with a footnote
        route, match = Route(steps), _MARKUP.search(text)
        if match and path(route) not in OPMAAK:
            yield Remark(
                route,
                f"in ‘{path(route)}’ kan geen opmaak; deze tekens worden letterlijk afgedrukt",
                "schrijf de tekst zonder opmaak",
                within=match.span(),
            )


def link_says_where_it_goes(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een link zegt waar hij heen gaat.

    Wat: De tekst van een link is niet leeg, en niet alleen ‘hier’, ‘klik hier’, ‘link’ of ‘lees
    meer’.

    Waarom: Wie met een schermlezer alleen de links hoort, weet anders niet welke hij moet kiezen
    (WCAG 2.4.4). Op papier zegt ‘hier’ niets.

    Fout:

        samenvatting: Lees [hier](https://example.org/rapport) het rapport.

    Goed:

        samenvatting: Lees [het rapport](https://example.org/rapport).
    """
    for steps, text in leaves(toets) if mentions(toets, "](") else ():
        for match in _LINK.finditer(text) if "](" in text else ():
            words = " ".join(match[1].split()).strip(" .,:!*_").lower()
            if words in _NO_WORDS:
                yield Remark(
                    Route(steps),
                    f"de link zegt alleen ‘{words}’" if words else "deze link heeft geen tekst",
                    "maak een link van de woorden die zeggen wat er te lezen is",
                    within=match.span(),
                )


def titel_has_no_period(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een titel eindigt niet met een punt.

    Wat: Een titel, een kop van de brief en `betreft` eindigen niet met een punt. Na een afkorting
    en bij de titel van een bron mag het.

    Waarom: Een titel is geen zin. In een lijst of inhoudsopgave valt de ene met een punt uit de
    toon.

    Fout:

        bevindingen:
          - {id: b1, titel: Aanvragen duurt lang.}

    Goed:

        bevindingen:
          - {id: b1, titel: Aanvragen duurt lang}
    """
    for pattern in TITLES:
        ended = any(str(text).endswith(".") for text in plain(toets, pattern))
        for route, text in texts(toets, pattern) if ended else ():
            if text.endswith(".") and not _MAY_END.search(text):
                yield Remark(
                    route,
                    "deze titel eindigt met een punt",
                    "haal de punt weg",
                    within=(len(text) - 1, len(text)),
                )
