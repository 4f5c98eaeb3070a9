"""The letter: the numbers that the Kamer gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from invoeringstoets.model import Toets
from invoeringstoets.route import ROOT, Route
from invoeringstoets.rules.rule import Remark, Words

_FORMS = {
    "tk": (re.compile(r"\d+\Z", re.ASCII), "een getal, zoals 523"),
    "ek": (re.compile(r"[A-Z]{1,3}\Z"), "één tot drie hoofdletters, zoals AG"),
}
_KAMERS = {"tk": "Tweede Kamer", "ek": "Eerste Kamer"}


def _numbers(toets: Toets) -> Iterator[tuple[Route, str, str | None, bool]]:
    """Every number of a Kamerstuk: its route, itself, the Kamer, whether it has a dossier."""
    for place, verzending in enumerate(toets.brief.verzendingen if toets.brief else ()):
        if verzending.ondernummer:
            route = ROOT / "brief" / "verzendingen" / place / "ondernummer"
            yield route, verzending.ondernummer, verzending.kamer, bool(verzending.dossiers)
    for place, bron in enumerate(toets.bronnen):
        if bron.ondernummer:
            route = ROOT / "bronnen" / place / "ondernummer"
            yield route, bron.ondernummer, bron.kamer, bool(bron.dossier)


def ondernummer_is_not_early(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Het nummer van de brief staat er pas na aanbieding.

    Wat: Bij een verzending is `ondernummer` leeg zolang de toets niet is aangeboden.

    Waarom: De Kamer geeft het nummer nadat zij de brief heeft ontvangen. Een nummer van tevoren is
    een gok.

    Fout:

        status: vastgesteld
        brief:
          verzendingen:
            - {kamer: tk, dossiers: [{nummer: "36999"}], ondernummer: "12"}

    Goed:

        status: vastgesteld
        brief:
          verzendingen:
            - {kamer: tk, dossiers: [{nummer: "36999"}]}
    """
    if toets.status == "aangeboden" or toets.brief is None:
        return
    for place, verzending in enumerate(toets.brief.verzendingen):
        if verzending.ondernummer:
            yield Remark(
                ROOT / "brief" / "verzendingen" / place / "ondernummer",
                f"nummer {verzending.ondernummer} is ingevuld, "
                "maar de toets is nog niet aangeboden",
                "de Kamer geeft het nummer na ontvangst; laat het tot dan weg",
            )


def ondernummer_is_filled_in(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Na aanbieding kan het nummer van de brief erbij.

    Wat: Is de toets aangeboden, dan staat bij elke verzending het `ondernummer` dat de Kamer gaf.

    Waarom: Met dossier en nummer is de brief te vinden. Een hint, omdat het nummer soms weken op
    zich laat wachten.

    Fout:

        status: aangeboden
        brief:
          verzendingen:
            - {kamer: tk, dossiers: [{nummer: "36999"}]}

    Goed:

        status: aangeboden
        brief:
          verzendingen:
            - {kamer: tk, dossiers: [{nummer: "36999"}], ondernummer: "12"}
    """
    if toets.status != "aangeboden" or toets.brief is None:
        return
    for place, verzending in enumerate(toets.brief.verzendingen):
        if not verzending.ondernummer:
            kamer = _KAMERS.get(verzending.kamer, verzending.kamer)
            yield Remark(
                ROOT / "brief" / "verzendingen" / place,
                f"het nummer dat de {kamer} aan de brief gaf, is nog niet ingevuld",
                "vul ‘ondernummer’ in zodra het bekend is",
            )


def ondernummer_has_dossier(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een nummer hoort bij een dossier.

    Wat: Waar `ondernummer` is ingevuld, staat ook het dossier: bij een bron `dossier`, bij een
    verzending minstens één van de `dossiers`. Het nummer telt in het eerste daarvan.

    Waarom: ‘Nr. 12’ zonder dossier is niet te vinden.

    Fout:

        bronnen:
          - {id: motie, soort: kamerstuk, titel: Motie, ondernummer: "12"}

    Goed:

        bronnen:
          - {id: motie, soort: kamerstuk, titel: Motie, dossier: "36999", ondernummer: "12"}
    """
    for route, number, _, has_dossier in _numbers(toets):
        if not has_dossier:
            yield Remark(
                route,
                f"nummer {number} staat er zonder dossier",
                "vul het dossiernummer in, zoals 31322",
            )


def ondernummer_fits_kamer(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Het nummer heeft de vorm van de Kamer die het gaf.

    Wat: De Tweede Kamer nummert met cijfers (`523`), de Eerste Kamer met hoofdletters (`AG`).

    Waarom: Twee Kamers zijn twee brieven met elk een eigen nummer. De vorm verraadt een
    verwisseling.

    Fout:

        verzendingen:
          - {kamer: ek, dossiers: [{nummer: "36999"}], ondernummer: "12"}

    Goed:

        verzendingen:
          - {kamer: ek, dossiers: [{nummer: "36999"}], ondernummer: B}
    """
    for route, number, kamer, _ in _numbers(toets):
        if kamer in _FORMS and not _FORMS[kamer][0].match(number):
            yield Remark(
                route,
                f"‘{number}’ is geen nummer van de {_KAMERS[kamer]}",
                f"de {_KAMERS[kamer]} nummert met {_FORMS[kamer][1]}; "
                "een letter voor het hoofdstuk hoort bij ‘hoofdstuk’",
            )
