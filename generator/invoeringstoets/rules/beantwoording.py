"""What the minister does with it: answers to recommendations, and what becomes of actions."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.model import Categorie, Toets
from invoeringstoets.route import ROOT, Route
from invoeringstoets.rules.rule import Remark, Words
from invoeringstoets.rules.uitkomsten import conclusies_with_actie

_PROMISED = frozenset({"overgenomen", "deels"})
_DECLINED = frozenset({"niet", "deels"})
_NOTHING = "geen_actie"


def overgenomen_has_actie(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Wat is overgenomen, wordt een actie.

    Wat: Bij een aanbeveling met `reactie: overgenomen` of `deels` staat bij `acties` wat er
    gebeurt, of een actie heeft de aanbeveling als grondslag.

    Waarom: ‘Overgenomen’ is een belofte aan de uitvoerder. Zonder actie is niet te volgen of zij
    wordt nagekomen.

    Fout:

        aanbevelingen:
          - {id: ab1, tekst: Maak het formulier korter., reactie: overgenomen}

    Goed:

        aanbevelingen:
          - {id: ab1, tekst: Maak het formulier korter., reactie: overgenomen, acties: [a1]}
        acties:
          - {id: a1, tekst: Het formulier wordt korter.}
    """
    grounds = _aanbevelingen_with_actie(toets)
    for number, item in enumerate(toets.aanbevelingen):
        if item.reactie in _PROMISED and not item.acties and item.id not in grounds:
            yield Remark(
                ROOT / "aanbevelingen" / number / "reactie",
                f"aanbeveling ‘{item.id}’ is {_words_for(item.reactie)}, maar er is geen actie bij",
                "noem bij ‘acties’ wat er gebeurt",
            )


def reactie_is_motivated(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Wie een aanbeveling niet overneemt, zegt waarom.

    Wat: Bij een aanbeveling met `reactie: niet` of `deels` staat een `motivering`.

    Waarom: De uitvoerder en de Kamer willen weten waarom een aanbeveling niet of maar voor een deel
    wordt gevolgd.

    Fout:

        aanbevelingen:
          - {id: ab1, tekst: Schrap de eis., reactie: niet}

    Goed:

        aanbevelingen:
          - {id: ab1, tekst: Schrap de eis., reactie: niet, motivering: De eis is nodig.}
    """
    for number, item in enumerate(toets.aanbevelingen):
        if item.reactie in _DECLINED and not item.motivering:
            yield Remark(
                ROOT / "aanbevelingen" / number / "reactie",
                f"aanbeveling ‘{item.id}’ is {_words_for(item.reactie)}; er staat niet waarom",
                "leg het uit bij ‘motivering’",
            )


def afgewezen_has_no_actie(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een aanbeveling die niet wordt gevolgd, heeft geen actie.

    Wat: Bij een aanbeveling met `reactie: niet` staan geen acties, en geen actie heeft haar als
    grondslag.

    Waarom: De twee spreken elkaar tegen: of er gebeurt niets, of de aanbeveling wordt ten minste
    voor een deel gevolgd.

    Fout:

        aanbevelingen:
          - {id: ab1, tekst: Schrap de eis., reactie: niet, acties: [a1]}

    Goed:

        aanbevelingen:
          - {id: ab1, tekst: Schrap de eis., reactie: deels, acties: [a1]}
    """
    grounds = _aanbevelingen_with_actie(toets)
    for number, item in enumerate(toets.aanbevelingen):
        if item.reactie == "niet" and (item.acties or item.id in grounds):
            yield Remark(
                ROOT / "aanbevelingen" / number / "reactie",
                f"aanbeveling ‘{item.id}’ is niet overgenomen, maar er is wel een actie bij",
                "maak er ‘deels’ van, of haal de verwijzing weg",
            )


def geen_actie_is_true(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Bij ‘geen actie’ is er geen actie.

    Wat: Een conclusie met `geen_actie`, of met de categorie `geen_actie`, is van geen actie de
    grondslag.

    Waarom: In de brief zou onder dezelfde conclusie staan dat er niets gebeurt, en wat er gebeurt.

    Fout:

        conclusies:
          - {id: c1, stem: brief, titel: De wet werkt, geen_actie: De wet werkt als bedoeld.}
        acties:
          - {id: a1, tekst: De brief wordt korter., grondslag: [{soort: conclusie, ref: c1}]}

    Goed:

        conclusies:
          - {id: c1, stem: brief, titel: De wet werkt}
        acties:
          - {id: a1, tekst: De brief wordt korter., grondslag: [{soort: conclusie, ref: c1}]}
    """
    served = conclusies_with_actie(toets)
    for number, item in enumerate(toets.conclusies):
        route = ROOT / "conclusies" / number
        if item.id not in served:
            continue
        if item.geen_actie:
            yield Remark(
                route / "geen_actie",
                f"conclusie ‘{item.id}’ heeft een actie, en ook een reden dat er geen is",
                "haal een van de twee weg",
                on_key=True,
            )
        for place, categorie in enumerate(item.categorieen or ()):
            if categorie.waarde == _NOTHING:
                yield Remark(
                    route / "categorieen" / place / "waarde",
                    f"bij conclusie ‘{item.id}’ staat dat geen actie nodig is, maar er is er een",
                    "haal de categorie weg, of de grondslag bij de actie",
                )


def geen_actie_stands_alone(toets: Toets, _words: Words) -> Iterator[Remark]:
    """De uitkomst ‘geen actie’ staat alleen.

    Wat: Staat `geen_actie` bij `uitkomst` of bij de `categorieen` van een conclusie, dan staat er
    geen andere categorie naast.

    Waarom: Er kan niet tegelijk niets en iets nodig zijn. Geldt het een per onderdeel, zet de
    categorie dan bij de conclusies.

    Fout:

        uitkomst:
          - {waarde: geen_actie, herkomst: bron, bron: brief}
          - {waarde: ingrijpen, herkomst: bron, bron: brief}

    Goed:

        uitkomst:
          - {waarde: ingrijpen, herkomst: bron, bron: brief}
    """
    for route, chosen in _chosen(toets):
        names = [categorie.waarde for categorie in chosen]
        if _NOTHING in names and len(set(names)) > 1:
            yield Remark(
                route / names.index(_NOTHING) / "waarde",
                "naast ‘geen actie’ staat nog een categorie",
                "kies wat de bron over het geheel zegt; per onderdeel kan het bij de conclusies",
            )


def termijn_fits_aard(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Wat één keer gebeurt, loopt niet door.

    Wat: Een actie met `aard: eenmalig` heeft niet als termijn `doorlopend`.

    Waarom: Een lezer wil weten of hij nog op de uitkomst kan wachten.

    Fout:

        acties:
          - {id: a1, tekst: De brief wordt korter., aard: eenmalig, termijn: {doorlopend: true}}

    Goed:

        acties:
          - {id: a1, tekst: Ik volg het gebruik., aard: doorlopend, termijn: {doorlopend: true}}
    """
    for number, actie in enumerate(toets.acties):
        if actie.aard == "eenmalig" and actie.termijn and actie.termijn.doorlopend:
            yield Remark(
                ROOT / "acties" / number / "termijn" / "doorlopend",
                f"actie ‘{actie.id}’ is eenmalig, maar heeft geen eind",
                "maak er ‘aard: doorlopend’ van, of noem een termijn",
            )


def vervallen_needs_opvolging(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Wat vervalt, vervalt om een reden.

    Wat: Een actie met `status: vervallen` heeft bij `opvolging` een stap die zegt waarom.

    Waarom: De actie is aan de Kamer gemeld. Wie haar laat vervallen, legt dat uit.

    Fout:

        acties:
          - {id: a1, tekst: Er komt een eigen nummer., status: vervallen}

    Goed:

        acties:
          - id: a1
            tekst: Er komt een eigen nummer.
            status: vervallen
            opvolging:
              - {datum: 2025-06, tekst: Het bestaande nummer bleek genoeg.}
    """
    for number, actie in enumerate(toets.acties):
        if actie.status == "vervallen" and not actie.opvolging:
            yield Remark(
                ROOT / "acties" / number / "status",
                f"actie ‘{actie.id}’ is vervallen, maar er staat niet waarom",
                "voeg bij ‘opvolging’ een stap toe met datum en reden",
            )


def _aanbevelingen_with_actie(toets: Toets) -> frozenset[str]:
    return frozenset(
        ground.ref
        for actie in toets.acties
        for ground in actie.grondslag
        if ground.soort == "aanbeveling" and ground.ref
    )


def _chosen(toets: Toets) -> Iterator[tuple[Route, tuple[Categorie, ...]]]:
    """Each list of outcome categories, of the toets and of its conclusions."""
    yield ROOT / "uitkomst", toets.uitkomst or ()
    for number, item in enumerate(toets.conclusies):
        yield ROOT / "conclusies" / number / "categorieen", item.categorieen or ()


def _words_for(reactie: str | None) -> str:
    return {"overgenomen": "overgenomen", "deels": "deels overgenomen"}.get(
        reactie or "", "niet overgenomen"
    )
