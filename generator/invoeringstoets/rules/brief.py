"""The letter: the numbers that the Kamer gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from invoeringstoets.model import Toets
from invoeringstoets.route import ROOT, Route
from invoeringstoets.rules.rule import Remark, Words

_FORMS = {
    "tk": (re.compile(r"\d+\Z", re.ASCII), "een getal, zoals 523"),
    "ek": (re.compile(r"[A-Z]{1,3}\Z"), "één tot drie hoofdletters, zoals AG"),
}
_QUESTION = "kamervraag"
_KAMERS = {"tk": "Tweede Kamer", "ek": "Eerste Kamer"}


@dataclass(frozen=True)
class _Number:
    """A number that a Kamer gave: where it is, and whether it can be found with what is there."""

    route: Route
    text: str
    kamer: str | None
    findable: bool
    question: bool = False


def _numbers(toets: Toets) -> Iterator[_Number]:
    """Every number of a Kamerstuk; those of written questions count within a parliamentary year."""
    for place, verzending in enumerate(toets.brief.verzendingen if toets.brief else ()):
        if verzending.ondernummer:
            route = ROOT / "brief" / "verzendingen" / place / "ondernummer"
            yield _Number(
                route, verzending.ondernummer, verzending.kamer, bool(verzending.dossiers)
            )
    for place, bron in enumerate(toets.bronnen):
        if bron.ondernummer:
            route = ROOT / "bronnen" / place / "ondernummer"
            question = bron.soort == _QUESTION
            findable = bool(bron.vergaderjaar if question else bron.dossier)
            yield _Number(route, bron.ondernummer, bron.kamer, findable, question)


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
                ROOT / "brief" / "verzendingen" / place / "kamer",
                f"het nummer dat de {kamer} aan de brief gaf, is nog niet ingevuld",
                "vul ‘ondernummer’ in zodra het bekend is",
            )


def ondernummer_has_dossier(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een nummer hoort bij een dossier.

    Wat: Waar `ondernummer` is ingevuld, staat ook het dossier: bij een bron `dossier`, bij een
    verzending minstens één van de `dossiers`. Het nummer telt in het eerste daarvan. Kamervragen
    (`soort: kamervraag`) tellen per `vergaderjaar`.

    Waarom: ‘Nr. 12’ zonder dossier is niet te vinden.

    Fout:

        bronnen:
          - {id: motie, soort: kamerstuk, titel: Motie, ondernummer: "12"}

    Goed:

        bronnen:
          - {id: motie, soort: kamerstuk, titel: Motie, dossier: "36999", ondernummer: "12"}
    """
    for number in _numbers(toets):
        if not number.findable:
            missing = "vergaderjaar" if number.question else "dossier"
            example = "2022-2023" if number.question else "31322"
            yield Remark(
                number.route,
                f"nummer {number.text} staat er zonder {missing}",
                f"vul het {missing} in, zoals {example}",
            )


def ondernummer_fits_kamer(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Het nummer heeft de vorm van de Kamer die het gaf.

    Wat: De Tweede Kamer nummert met cijfers (`523`), de Eerste Kamer met hoofdletters (`AG`).

    Waarom: Twee Kamers zijn twee brieven met elk een eigen nummer. De vorm verraadt een
    verwisseling.

    Fout:

        brief:
          verzendingen:
            - {kamer: ek, dossiers: [{nummer: "36999"}], ondernummer: "12"}

    Goed:

        brief:
          verzendingen:
            - {kamer: ek, dossiers: [{nummer: "36999"}], ondernummer: B}
    """
    for number in _numbers(toets):
        form = None if number.question else _FORMS.get(number.kamer or "")
        if form and not form[0].match(number.text):
            kamer = _KAMERS[number.kamer or ""]
            yield Remark(
                number.route,
                f"‘{number.text}’ is geen nummer van de {kamer}",
                f"de {kamer} nummert met {form[1]}",
            )
