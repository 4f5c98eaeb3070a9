"""Figures: what may be compared, what may be shown, and where sources disagree."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.model import Kerncijfer, Toets
from invoeringstoets.route import ROOT
from invoeringstoets.rules.rule import Remark, Words

SMALL = 10
"""A count of people below this may point at persons."""

COUNTED = frozenset({"doelgroep", "aanvragen", "toekenningen", "afwijzingen", "gebruik"})
"""The quantities (``kerncijfers[].grootheid``) that count people or their applications."""

_SIDES = 2
_NOT_COUNTED = frozenset({"%", "procent", "euro", "fte", "dagen", "weken", "maanden", "jaar"})


def vergelijking_is_like_with_like(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Vergelijk alleen wat hetzelfde meet.

    Wat: Noemt een aanname bij `verwacht` en `praktijk` kerncijfers met een andere `grootheid` of
    `eenheid`, dan staat er bij minstens één van beide een `omschrijving`.

    Waarom: Een maximale doelgroep en het gebruik zijn verschillende dingen. Wie ze zonder woorden
    naast elkaar zet, laat een lezer een percentage uitrekenen dat niet klopt.

    Fout:

        kerncijfers:
          - {id: k1, grootheid: doelgroep, waarde: 4000, eenheid: ouders}
          - {id: k2, grootheid: gebruik, waarde: 170, eenheid: ouders}
        aannames:
          - {id: n1, verwacht: {kerncijfers: [k1]}, praktijk: {kerncijfers: [k2]}}

    Goed:

        kerncijfers:
          - {id: k1, grootheid: doelgroep, waarde: 4000, eenheid: ouders}
          - {id: k2, grootheid: gebruik, waarde: 170, eenheid: ouders}
        aannames:
          - id: n1
            verwacht: {kerncijfers: [k1], omschrijving: De maximale doelgroep.}
            praktijk: {kerncijfers: [k2], omschrijving: Het aantal gebruikers.}
    """
    measures = {item.id: (item.grootheid, item.eenheid) for item in toets.kerncijfers}
    for number, aanname in enumerate(toets.aannames):
        sides = [side for side in (aanname.verwacht, aanname.praktijk) if side]
        measured = [{measures[ref] for ref in s.kerncijfers if ref in measures} for s in sides]
        described = any(side.omschrijving for side in sides)
        if len(sides) == _SIDES and all(measured) and measured[0] != measured[1] and not described:
            yield Remark(
                ROOT / "aannames" / number / "praktijk",
                f"aanname ‘{aanname.id}’ zet cijfers naast elkaar die niet hetzelfde meten",
                "zeg bij ‘omschrijving’ in woorden wat elk cijfer is",
            )


def aantal_is_not_small(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een klein aantal kan naar personen wijzen.

    Wat: Een kerncijfer over mensen of hun aanvragen is niet kleiner dan 10.

    Waarom: Bij een kleine groep kan een lezer raden om wie het gaat. Soms mag het, maar dan na een
    afweging; daarom is dit een hint.

    Fout:

        kerncijfers:
          - {id: k1, grootheid: afwijzingen, waarde: 3, eenheid: gezinnen}

    Goed:

        kerncijfers:
          - {id: k1, grootheid: afwijzingen, omschrijving: minder dan 10, eenheid: gezinnen}
    """
    for number, item in enumerate(toets.kerncijfers):
        if _is_small_count(item):
            yield Remark(
                ROOT / "kerncijfers" / number / "waarde",
                f"kerncijfer ‘{item.id}’ is kleiner dan {SMALL}; "
                "bij een kleine groep zijn personen soms herkenbaar",
                "schrijf ‘minder dan 10’ bij ‘omschrijving’, als het kleine aantal niet nodig is",
            )


def conflict_has_distinct_bronnen(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een conflict is er tussen verschillende bronnen.

    Wat: De waarden van een conflict komen uit verschillende bronnen, en zijn niet allemaal gelijk.

    Waarom: Een conflict zegt dat bronnen elkaar tegenspreken. Eén bron, of één waarde, spreekt
    niets tegen.

    Fout:

        conflicten:
          - veld: regeling.inwerkingtreding
            waarden:
              - {waarde: 2022-01-01, bron: brief}
              - {waarde: 2023-01-01, bron: brief}

    Goed:

        conflicten:
          - veld: regeling.inwerkingtreding
            waarden:
              - {waarde: 2022-01-01, bron: brief}
              - {waarde: 2023-01-01, bron: nieuwsbericht}
    """
    for number, conflict in enumerate(toets.conflicten):
        route = ROOT / "conflicten" / number
        if len({item.waarde for item in conflict.waarden}) == 1:
            yield Remark(
                route / "veld",
                f"alle waarden van het conflict over ‘{conflict.veld}’ zijn gelijk",
                "haal het conflict weg als de bronnen het eens zijn",
            )
        names = [item.bron for item in conflict.waarden]
        for place, bron in enumerate(names):
            if bron in names[:place]:
                yield Remark(
                    route / "waarden" / place / "bron",
                    f"bron ‘{bron}’ staat er in dit conflict twee keer",
                    "noem bij elke waarde een andere bron",
                )


def _is_small_count(item: Kerncijfer) -> bool:
    """Whether a figure counts people, and fewer than ``SMALL`` but not none."""
    return (
        isinstance(item.waarde, int)
        and 0 < item.waarde < SMALL
        and item.grootheid in COUNTED
        and (item.eenheid or "").lower() not in _NOT_COUNTED
    )
