"""The letter: the numbers that the Kamer gives, and what is in it once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from invoeringstoets import late
from invoeringstoets.model import Toets
from invoeringstoets.record import record
from invoeringstoets.route import ROOT, Route
from invoeringstoets.rules.rule import Remark, Words

_FORMS = {
    "tk": (late.pattern(r"\d+\Z", re.ASCII), "een getal, zoals 523"),
    "ek": (late.pattern(r"[A-Z]{1,3}\Z"), "één tot drie hoofdletters, zoals AG"),
}
_QUESTION = "kamervraag"
_KAMERS = {"tk": "Tweede Kamer", "ek": "Eerste Kamer"}


@record(frozen=True)
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


def kamer_is_addressed_once(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Elke Kamer krijgt één brief.

    Wat: Bij `verzendingen` staat elke Kamer één keer.

    Waarom: Een verzending is een brief aan één Kamer. Gaat zij over meer dossiers, dan staan die
    alle bij dezelfde verzending.

    Fout:

        brief:
          verzendingen:
            - {kamer: tk, dossiers: [{nummer: "36999"}]}
            - {kamer: tk, dossiers: [{nummer: "36998"}]}

    Goed:

        brief:
          verzendingen:
            - {kamer: tk, dossiers: [{nummer: "36999"}, {nummer: "36998"}]}
    """
    seen: set[str] = set()
    for place, verzending in enumerate(toets.brief.verzendingen if toets.brief else ()):
        if verzending.kamer in seen:
            kamer = _KAMERS.get(verzending.kamer, verzending.kamer)
            yield Remark(
                ROOT / "brief" / "verzendingen" / place / "kamer",
                f"er is al een verzending aan de {kamer}",
                "zet alle dossiers bij die ene verzending, of kies de andere Kamer",
            )
        seen.add(verzending.kamer)


def bijlagen_are_numbered(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Bijlagen zijn doorlopend genummerd.

    Wat: Hebben alle bijlagen een getal als `nummer`, dan zijn dat 1, 2, 3 enzovoort, in de volgorde
    van het bestand.

    Waarom: De brief verwijst naar ‘bijlage 2’. Ontbreekt een nummer, dan zoekt een lezer naar een
    stuk dat er niet is.

    Fout:

        brief:
          bijlagen:
            - {nummer: 1, titel: Rapport}
            - {nummer: 3, titel: Onderzoek}

    Goed:

        brief:
          bijlagen:
            - {nummer: 1, titel: Rapport}
            - {nummer: 2, titel: Onderzoek}
    """
    numbers = [item.nummer for item in (toets.brief.bijlagen if toets.brief else ())]
    if not all(number.isdecimal() for number in numbers):
        return
    for place, number in enumerate(numbers):
        if int(number) != place + 1:
            yield Remark(
                ROOT / "brief" / "bijlagen" / place / "nummer",
                f"de {place + 1}e bijlage heeft nummer {number}",
                f"maak er {place + 1} van, en kijk na welk nummer de tekst van de brief noemt",
            )
            return


def ondertekenaar_is_not_mede_namens(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Wie ondertekent, staat niet ook bij ‘mede namens’.

    Wat: Geen `ambt` bij `ondertekenaars` staat ook in `mede_namens`, en geen ambt tekent twee
    keer.

    Waarom: De ondertekenaar spreekt al voor zichzelf. De brief zou zeggen: de minister, mede namens
    de minister.

    Fout:

        brief:
          ondertekenaars:
            - {ambt: De Minister van Financiën, naam: A. de Boer}
          mede_namens: [de minister van Financiën]

    Goed:

        brief:
          ondertekenaars:
            - {ambt: De Minister van Financiën, naam: A. de Boer}
          mede_namens: [de staatssecretaris van Financiën]
    """
    if toets.brief is None:
        return
    signing = [item.ambt.casefold().removeprefix("de ") for item in toets.brief.ondertekenaars]
    for place, ambt in enumerate(signing):
        if ambt in signing[:place]:
            yield Remark(
                ROOT / "brief" / "ondertekenaars" / place / "ambt",
                "dit ambt ondertekent de brief al",
                "haal de tweede weg, of noem het ambt dat bedoeld is",
            )
    for place, name in enumerate(toets.brief.mede_namens):
        if name.casefold().removeprefix("de ") in signing:
            yield Remark(
                ROOT / "brief" / "mede_namens" / place,
                f"{name} ondertekent de brief al",
                "haal een van de twee weg",
            )
