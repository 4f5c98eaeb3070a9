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
