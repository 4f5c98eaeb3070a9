"""Outcomes: findings, conclusions and actions carry each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from invoeringstoets.diagnostic import Severity
from invoeringstoets.model import Categorie, Toets
from invoeringstoets.route import ROOT, Route
from invoeringstoets.rules.rule import Remark, Words

ACTION_NEEDED = frozenset({"ingrijpen", "escalatie"})
"""The outcome categories that ask for an action (value list ``uitkomstcategorieen``)."""

FINISHED = frozenset({"vastgesteld", "aangeboden"})
"""The states (``status``) in which the toets has been decided on."""


def conclusies_with_actie(toets: Toets) -> frozenset[str]:
    """The ids of the conclusions that an action rests on."""
    return frozenset(
        grondslag.ref
        for actie in toets.acties
        for grondslag in actie.grondslag
        if grondslag.soort == "conclusie" and grondslag.ref
    )


def categorieen(toets: Toets) -> Iterator[tuple[Route, Categorie]]:
    """Every outcome category, of the toets as a whole and of its conclusions, with its route."""
    for number, categorie in enumerate(toets.uitkomst or ()):
        yield ROOT / "uitkomst" / number, categorie
    for place, conclusie in enumerate(toets.conclusies):
        for number, categorie in enumerate(conclusie.categorieen or ()):
            yield ROOT / "conclusies" / place / "categorieen" / number, categorie


def ingrijpen_needs_actie(toets: Toets, words: Words) -> Iterator[Remark]:
    """Wie ingrijpt of escaleert, doet iets.

    Wat: Bij de uitkomst `ingrijpen` of `escalatie` hoort een actie. Staat de categorie bij een
    conclusie, dan heeft een actie die conclusie als grondslag.

    Waarom: Zonder actie blijft de uitkomst een etiket, en ziet een lezer niet wat er gebeurt.

    Fout:

        uitkomst:
          - {waarde: ingrijpen, herkomst: bron, bron: brief}
        acties: []

    Goed:

        uitkomst:
          - {waarde: ingrijpen, herkomst: bron, bron: brief}
        acties:
          - id: a1
            tekst: De grens in de regeling wordt aangepast.
            grondslag:
              - {soort: conclusie, ref: c1}
    """
    for number, categorie in enumerate(toets.uitkomst or ()):
        if categorie.waarde in ACTION_NEEDED and not toets.acties:
            name = words.value_lists.name("uitkomstcategorieen", categorie.waarde)
            yield Remark(
                ROOT / "uitkomst" / number / "waarde",
                f"de uitkomst is ‘{name}’, maar er is geen actie",
                "voeg bij ‘acties’ toe wat er gebeurt",
            )
    yield from _conclusies_that_need_actie(toets, words)


def conclusie_rests_on_bevinding(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een conclusie rust op een bevinding.

    Wat: Elke conclusie noemt bij `bevindingen` minstens één bevinding. Zolang de toets nog niet is
    vastgesteld, is dit een hint.

    Waarom: Een lezer moet kunnen nagaan waarop een conclusie berust.

    Fout:

        conclusies:
          - {id: c1, stem: brief, titel: Het kan eenvoudiger}

    Goed:

        conclusies:
          - {id: c1, stem: brief, titel: Het kan eenvoudiger, bevindingen: [b1]}
    """
    severity = None if toets.status in FINISHED else Severity.HINT
    for number, conclusie in enumerate(toets.conclusies):
        if not conclusie.bevindingen:
            yield Remark(
                ROOT / "conclusies" / number / "id",
                f"conclusie ‘{conclusie.id}’ rust op geen enkele bevinding",
                "noem bij ‘bevindingen’ waarop zij berust",
                severity=severity,
            )


def knelpunt_is_concluded(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een knelpunt komt terug in een conclusie of een actie.

    Wat: Elke bevinding met `aard: knelpunt` wordt door een conclusie genoemd, is de grondslag van
    een actie, of is een deel van een bevinding waarvoor dat geldt. Zolang er nog geen conclusies
    zijn, zwijgt deze regel, en ook bij wat alleen een presentatie noemt.

    Waarom: Een knelpunt waar niets uit volgt, is misschien vergeten.

    Fout:

        bevindingen:
          - {id: b1, stem: toets, aard: knelpunt, titel: Aanvragen duurt lang}
          - {id: b2, stem: toets, aard: neutraal, titel: Er zijn twee loketten}
        conclusies:
          - {id: c1, stem: toets, titel: Er is één loket nodig, bevindingen: [b2]}

    Goed:

        bevindingen:
          - {id: b1, stem: toets, aard: knelpunt, titel: Aanvragen duurt lang}
          - {id: b2, stem: toets, aard: neutraal, titel: Er zijn twee loketten}
        conclusies:
          - {id: c1, stem: toets, titel: Er is één loket nodig, bevindingen: [b1, b2]}
    """
    if not toets.conclusies:
        return
    named = frozenset(ref for conclusie in toets.conclusies for ref in conclusie.bevindingen)
    named |= _grounds_of_actions(toets)
    parents = {item.id: item.deel_van for item in toets.bevindingen}
    for number, item in enumerate(toets.bevindingen):
        if item.aard != "knelpunt" or item.stem == "presentatie":
            continue
        if not named & _line(item.id, parents):
            yield Remark(
                ROOT / "bevindingen" / number / "aard",
                f"knelpunt ‘{item.id}’ komt in geen conclusie of actie terug",
                "noem het bij een conclusie of als grondslag van een actie",
            )


def _grounds_of_actions(toets: Toets) -> frozenset[str]:
    return frozenset(
        grondslag.ref
        for actie in toets.acties
        for grondslag in actie.grondslag
        if grondslag.soort == "bevinding" and grondslag.ref
    )


def afgerond_needs_opvolging(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Wat is afgerond, heeft een opvolging.

    Wat: Een actie met `status: afgerond` heeft minstens één stap bij `opvolging`.

    Waarom: Zonder datum en bron is niet te zien waarmee de actie is afgerond.

    Fout:

        acties:
          - {id: a1, tekst: De brief wordt herschreven., status: afgerond}

    Goed:

        acties:
          - id: a1
            tekst: De brief wordt herschreven.
            status: afgerond
            opvolging:
              - {datum: 2026-02, tekst: De nieuwe brief is in gebruik.}
    """
    for number, actie in enumerate(toets.acties):
        if actie.status == "afgerond" and not actie.opvolging:
            yield Remark(
                ROOT / "acties" / number / "status",
                f"actie ‘{actie.id}’ is afgerond, maar er staat niet waarmee",
                "voeg bij ‘opvolging’ een stap toe met datum, tekst en zo mogelijk een bron",
            )


def categorie_is_not_derived(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een echte toets krijgt geen afgeleide categorie.

    Wat: Bij een toets die niet verzonnen is (`fictief: false`) heeft elke categorie
    `herkomst: bron`.

    Waarom: De minister deelt haar conclusies in, het register niet. Noemt geen bron een
    categorie, dan staat er ‘niet benoemd in de bron’.

    Fout:

        fictief: false
        uitkomst:
          - {waarde: verder_onderzoek, herkomst: afgeleid}

    Goed:

        fictief: false
        uitkomst: []
    """
    for route, categorie in categorieen(toets):
        if categorie.herkomst == "afgeleid" and not toets.fictief:
            yield Remark(
                route / "herkomst",
                f"de categorie ‘{categorie.waarde}’ is afgeleid; geen bron noemt haar zo",
                "laat de categorie weg: dan staat er ‘niet benoemd in de bron’",
            )


def _conclusies_that_need_actie(toets: Toets, words: Words) -> Iterator[Remark]:
    """The categories of a conclusion that ask for an action where none rests on it."""
    served = conclusies_with_actie(toets)
    for place, conclusie in enumerate(toets.conclusies):
        for number, categorie in enumerate(conclusie.categorieen or ()):
            if categorie.waarde in ACTION_NEEDED and conclusie.id not in served:
                name = words.value_lists.name("uitkomstcategorieen", categorie.waarde)
                yield Remark(
                    ROOT / "conclusies" / place / "categorieen" / number / "waarde",
                    f"bij conclusie ‘{conclusie.id}’ hoort ‘{name}’, "
                    "maar geen actie heeft haar als grondslag",
                    f"voeg een actie toe met grondslag {{soort: conclusie, ref: {conclusie.id}}}",
                )


def _line(item_id: str, parents: Mapping[str, str | None]) -> frozenset[str]:
    """A finding and all it is a part of; stops where the chain closes on itself."""
    line = [item_id]
    while (parent := parents.get(line[-1])) and parent not in line:
        line.append(parent)
    return frozenset(line)
