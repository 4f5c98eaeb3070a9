"""Sources as they can be looked up: numbers and parliamentary years that agree."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.model import Bron, Toets
from invoeringstoets.model.datums import bounds
from invoeringstoets.route import ROOT, Route
from invoeringstoets.rules.rule import Remark, Words

SLACK = 2
"""Months around a parliamentary year in which a document may still (or already) be numbered."""


def vergaderjaar_is_two_years(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een vergaderjaar is twee jaren na elkaar.

    Wat: In `vergaderjaar` is het tweede jaar één meer dan het eerste.

    Waarom: Een vergaderjaar loopt van Prinsjesdag tot Prinsjesdag. Met een ander jaar is het stuk
    niet te vinden.

    Fout:

        bronnen:
          - {id: brief, soort: kamerstuk, titel: Brief, vergaderjaar: 2023-2025}

    Goed:

        bronnen:
          - {id: brief, soort: kamerstuk, titel: Brief, vergaderjaar: 2023-2024}
    """
    for route, bron in bronnen(toets):
        years = _years(bron)
        if years and years[1] != years[0] + 1:
            yield Remark(
                route / "vergaderjaar",
                f"‘{bron.vergaderjaar}’ is geen vergaderjaar: dat zijn twee jaren na elkaar",
                f"bedoelde u ‘{years[0]}-{years[0] + 1}’?",
            )


def vergaderjaar_fits_datum(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Het vergaderjaar past bij de datum van het stuk.

    Wat: De `datum` van een Kamerstuk valt in zijn `vergaderjaar`, dat in september begint. Twee
    maanden eerder of later mag: rond het begin van een vergaderjaar lopen de nummers door elkaar.

    Waarom: Met een verkeerd vergaderjaar klopt de vindplaats niet die in de brief staat.

    Fout:

        bronnen:
          - {id: brief, soort: kamerstuk, titel: Brief, datum: 2024-03-12, vergaderjaar: 2024-2025}

    Goed:

        bronnen:
          - {id: brief, soort: kamerstuk, titel: Brief, datum: 2024-03-12, vergaderjaar: 2023-2024}
    """
    for route, bron in bronnen(toets):
        years, day = _years(bron), bounds(bron.datum)
        if bron.soort != "kamerstuk" or not years or not day or years[1] != years[0] + 1:
            continue
        first, last = (years[0], 9 - SLACK), (years[1], 9 + SLACK)
        if (day[1].year, day[1].month) < first or (day[0].year, day[0].month) > last:
            yield Remark(
                route / "vergaderjaar",
                f"de datum {bron.datum} van bron ‘{bron.id}’ valt niet in het vergaderjaar "
                f"{bron.vergaderjaar}",
                "een vergaderjaar begint op Prinsjesdag; controleer het jaar en de datum",
            )


def bron_is_listed_once(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een stuk staat één keer bij de bronnen.

    Wat: Geen twee bronnen hebben hetzelfde dossier en nummer, of bij Kamervragen hetzelfde
    vergaderjaar en nummer.

    Waarom: Het is één stuk. Met twee namen lijkt het alsof een bevinding op twee bronnen rust.

    Fout:

        bronnen:
          - {id: brief, soort: kamerstuk, titel: Brief, dossier: "99901", ondernummer: "41"}
          - {id: bijlage, soort: kamerstuk, titel: Brief, dossier: "99901", ondernummer: "41"}

    Goed:

        bronnen:
          - {id: brief, soort: kamerstuk, titel: Brief, dossier: "99901", ondernummer: "41"}
          - {id: motie, soort: kamerstuk, titel: Motie, dossier: "99901", ondernummer: "30"}
    """
    first: dict[str, str] = {}
    for route, bron in bronnen(toets):
        own = written(bron)
        if own and not bron.bijlage_nr and own in first:
            yield Remark(
                route / "ondernummer",
                f"{own} staat er al, als bron ‘{first[own]}’",
                "voeg de twee bronnen samen; is dit een bijlage bij het stuk, geef dan haar "
                "‘bijlage_nr’",
            )
        if own and not bron.bijlage_nr:
            first.setdefault(own, bron.id)


def ondernummer_counts_in_first_dossier(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Het nummer van de brief telt in het eerste dossier.

    Wat: Staat de brief zelf bij de bronnen, met dezelfde Kamer en hetzelfde `ondernummer`, dan is
    zijn dossier het eerste van de `dossiers` bij de verzending.

    Waarom: Gaat een brief over meer dossiers, dan geeft de Kamer een nummer in het eerste. Met de
    dossiers in een andere volgorde wijst de brief naar een ander stuk.

    Fout:

        bronnen:
          - {id: brief, soort: kamerstuk, kamer: tk, dossier: "99901", ondernummer: "41"}
        brief:
          verzendingen:
            - {kamer: tk, dossiers: [{nummer: "99902"}, {nummer: "99901"}], ondernummer: "41"}

    Goed:

        bronnen:
          - {id: brief, soort: kamerstuk, kamer: tk, dossier: "99901", ondernummer: "41"}
        brief:
          verzendingen:
            - {kamer: tk, dossiers: [{nummer: "99901"}, {nummer: "99902"}], ondernummer: "41"}
    """
    listed = {(bron.kamer, bron.dossier, bron.ondernummer) for bron in toets.bronnen}
    for number, sent in enumerate(toets.brief.verzendingen if toets.brief else ()):
        names = [d.nummer + (f"-{d.hoofdstuk}" if d.hoofdstuk else "") for d in sent.dossiers]
        known = [name for name in names if (sent.kamer, name, sent.ondernummer) in listed]
        if sent.ondernummer and known and names[0] not in known:
            yield Remark(
                ROOT / "brief" / "verzendingen" / number / "dossiers" / 0 / "nummer",
                f"volgens de bronnen is de brief nummer {sent.ondernummer} in dossier {known[0]}, "
                f"maar hier staat {names[0]} voorop",
                "zet het dossier voorop waarin de Kamer het nummer gaf",
            )


def bronnen(toets: Toets) -> Iterator[tuple[Route, Bron]]:
    """Every source with its route."""
    for number, bron in enumerate(toets.bronnen):
        yield ROOT / "bronnen" / number, bron


def _years(bron: Bron) -> tuple[int, int] | None:
    first, _, last = (bron.vergaderjaar or "").partition("-")
    return (int(first), int(last)) if first.isdigit() and last.isdigit() else None


def written(bron: Bron) -> str:
    """The document that a source says it is; ``""`` where its numbers do not say so."""
    if bron.soort == "kamervraag":
        where = bron.vergaderjaar
        return f"Aanhangsel {where}, nr. {bron.ondernummer}" if where and bron.ondernummer else ""
    numbered = bron.dossier and bron.ondernummer
    return f"Kamerstuk {bron.dossier}, nr. {bron.ondernummer}" if numbered else ""
