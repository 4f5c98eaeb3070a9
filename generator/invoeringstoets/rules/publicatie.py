"""What a reader sees first: the summary, and whether it is official."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.model import Toets
from invoeringstoets.route import ROOT
from invoeringstoets.rules.rule import Remark, Words

SAMENVATTING_WORDS = 150
"""The most words in a summary (domain: summary within its word limit)."""


def samenvatting_is_short(toets: Toets, _words: Words) -> Iterator[Remark]:
    """De samenvatting telt hooguit 150 woorden.

    Wat: De `samenvatting` heeft niet meer dan 150 woorden.

    Waarom: Zij staat bovenaan de pagina en het rapport, en wordt op een telefoon gelezen.

    Fout:

        # vier alinea's met alle bevindingen, 320 woorden
        samenvatting: In deze invoeringstoets is gekeken naar …

    Goed:

        # het antwoord in drie zinnen
        samenvatting: De regeling werkt voor de meeste aanvragers. Voor kleine bedrijven …
    """
    count = len((toets.samenvatting or "").split())
    if count > SAMENVATTING_WORDS:
        yield Remark(
            ROOT / "samenvatting",
            f"de samenvatting telt {count} woorden; {SAMENVATTING_WORDS} is het meeste",
            "begin met het antwoord, en laat bevindingen aan de bevindingen",
        )


def officieel_needs_aangeboden(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Alleen een aangeboden toets is officieel.

    Wat: `publicatie.officieel: true` staat alleen bij een toets met `status: aangeboden` die niet
    verzonnen is.

    Waarom: Anders ontbreekt in een concept de mededeling dat het geen officieel document is.

    Fout:

        status: concept
        publicatie: {officieel: true}

    Goed:

        status: aangeboden
        publicatie: {officieel: true}
    """
    if toets.publicatie.officieel and (toets.fictief or toets.status != "aangeboden"):
        reason = "verzonnen (‘fictief’)" if toets.fictief else "nog niet aangeboden"
        yield Remark(
            ROOT / "publicatie" / "officieel",
            f"deze toets is {reason}, en kan dus niet officieel zijn",
            "haal ‘officieel’ weg",
        )


def brief_is_not_public_early(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een brief staat niet op de site voor de Kamer hem heeft.

    Wat: Een toets die niet verzonnen is en waarin al een `brief` staat, heeft pas
    `zichtbaarheid: openbaar` als zijn status `aangeboden` is.

    Waarom: De Kamer hoort het van de minister. Met `na_aanbieding` wordt de toets vanzelf openbaar
    zodra de status verandert.

    Fout:

        status: vastgesteld
        fictief: false
        brief: {betreft: Invoeringstoets huurtoeslag}
        publicatie: {zichtbaarheid: openbaar}

    Goed:

        status: vastgesteld
        fictief: false
        brief: {betreft: Invoeringstoets huurtoeslag}
        publicatie: {zichtbaarheid: na_aanbieding}
    """
    early = toets.brief is not None and toets.status != "aangeboden" and not toets.fictief
    if early and toets.publicatie.zichtbaarheid == "openbaar":
        yield Remark(
            ROOT / "publicatie" / "zichtbaarheid",
            "deze toets staat openbaar, met een brief die de Kamer nog niet heeft",
            "maak er ‘na_aanbieding’ van; dan wordt de toets openbaar zodra hij is aangeboden",
        )


def grond_names_artikel(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Wie iets niet openbaar maakt, noemt het artikel.

    Wat: Bij `beslisnota.niet_openbaar` noemt elke `grond` het artikel van de wet, zoals artikel 5.1
    of 5.2 van de Wet open overheid (Woo).

    Waarom: Alleen een grond uit de wet is een reden om een passage weg te laten. Zonder nummer is
    dat niet na te gaan.

    Fout:

        beslisnota:
          niet_openbaar:
            - {passage: De raming van de kosten., grond: vertrouwelijk}

    Goed:

        beslisnota:
          niet_openbaar:
            - {passage: De raming van de kosten., grond: "Woo, artikel 5.1, tweede lid, onder b"}
    """
    for number, item in enumerate(toets.beslisnota.niet_openbaar if toets.beslisnota else ()):
        if not any(char.isdigit() for char in item.grond):
            yield Remark(
                ROOT / "beslisnota" / "niet_openbaar" / number / "grond",
                f"‘{item.grond}’ noemt geen artikel van de wet",
                "noem het artikel, zoals ‘Woo, artikel 5.1, tweede lid, onder i’",
            )
