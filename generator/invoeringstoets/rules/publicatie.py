"""What a reader sees first: the summary, and whether it is official."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from invoeringstoets.model import Toets
from invoeringstoets.notation import joined
from invoeringstoets.route import ROOT, Route
from invoeringstoets.rules.places import subject
from invoeringstoets.rules.rule import Remark, Words
from invoeringstoets.rules.verwijzingen import references

SAMENVATTING_WORDS = 150
"""The most words in a summary (domain: summary within its word limit)."""

_NAMED = 4
"""So many things are named in a message; of more only how many there are."""

_NO_FACT = frozenset({"methoden", "aangekondigd_in", "conflicten"})
"""What is no statement that its source bears, or what goes where its source goes."""


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


def bron_bears_nothing_public_alone(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Wat openbaar wordt, rust niet alleen op een bron die niet openbaar is.

    Wat: Bij elke bron van de soort `intern` of `gesprek` heeft alles wat ernaar verwijst ook een
    openbare bron. Dat geldt niet in een toets met `publicatie.zichtbaarheid: intern`.

    Waarom: Zo’n bron komt in geen enkele openbare uitvoer. Wat er alleen op rust, staat daar zonder
    bron, en een lezer kan het niet nagaan. Misschien was het ook niet voor de buitenwereld bedoeld.
    Een waarde in een conflict en een aankondiging vallen zonder bron vanzelf weg.

    Fout:

        bronnen:
          - {id: memo, soort: intern, titel: Memo over het gebruik}
        kerncijfers:
          - {id: k1, grootheid: gebruik, waarde: 170, eenheid: gezinnen, bron: memo}

    Goed:

        bronnen:
          - {id: rapport, soort: rapport, titel: Onderzoek naar gebruik}
        kerncijfers:
          - {id: k1, grootheid: gebruik, waarde: 170, eenheid: gezinnen, bron: rapport}
    """
    public = {bron.id: bron.public for bron in toets.bronnen}
    if all(public.values()) or toets.publicatie.zichtbaarheid == "intern":
        return
    borne = _borne(toets, public.keys())
    for number, bron in enumerate(toets.bronnen):
        rests = [
            _named(toets, route)
            for route, refs in borne.items()
            if refs[0] == bron.id and not any(public[ref] for ref in refs)
        ]
        if rests:
            yield Remark(
                ROOT / "bronnen" / number / "soort",
                f"bron ‘{bron.id}’ is niet openbaar, en wat alleen daarop rust wel: "
                f"{_enumerated(rests)}",
                "noem er ook een openbare bron bij, of haal het weg uit de toets; openbaar staat "
                "het er zonder bron",
            )


def _borne(toets: Toets, known: Collection[str]) -> dict[Route, list[str]]:
    """The sources of each thing that sources bear, by its route."""
    found: dict[Route, list[str]] = {}
    for route, name, ref in references(toets):
        if name == "bronnen" and ref in known and _NO_FACT.isdisjoint(route.steps):
            found.setdefault(_bearer(route), []).append(ref)
    return found


def _bearer(route: Route) -> Route:
    """What a reference to a source is of: of an action its grounds and its promise are part."""
    steps = route.steps
    whole = 2 if steps[0] == "acties" and "opvolging" not in steps else len(steps) - 1
    inside = Route(steps[:whole])
    return inside.parent if inside.steps[-1] == "bronnen" else inside


def _named(toets: Toets, route: Route) -> str:
    """What a reader calls a thing; of an action the step that followed."""
    name = subject(toets, route)
    return f"opvolging van {name}" if "opvolging" in route.steps else name


def _enumerated(names: list[str]) -> str:
    """These names once each, the first few of many."""
    once = list(dict.fromkeys(names))
    if len(once) <= _NAMED:
        return joined(once)
    return joined([*once[: _NAMED - 1], f"nog {len(once) - _NAMED + 1}"])
