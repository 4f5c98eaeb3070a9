"""References: from one thing in a toets to another by its id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from invoeringstoets import late
from invoeringstoets.explain.similar import sole
from invoeringstoets.model import Toets
from invoeringstoets.route import ROOT, Route
from invoeringstoets.rules.identiteit import LISTS_WITH_IDS, ids
from invoeringstoets.rules.places import (
    NOUNS,
    Same,
    mentions,
    plain,
    subject,
    suggestion,
    texts,
    values,
)
from invoeringstoets.rules.rule import Remark, Words

REFERENCES: Mapping[str, tuple[str, ...]] = {
    "bronnen": (
        "regeling.wijzigingen[].bron",
        "regeling.inwerkingtreding[].bron",
        "regeling.beleidskeuzes[].bron",
        "kerncijfers[].bron",
        "aanleiding.indicatoren[].bronnen[]",
        "aanleiding.aangekondigd_in[].bron",
        "aanleiding.wetsevaluatie.bron",
        "signalen[].bron",
        "aannames[].bronnen[]",
        "uitvoeringstoets.bron",
        "aanpak.methoden[].bron",
        "bevindingen[].bronnen[]",
        "conclusies[].categorieen[].bron",
        "uitkomst[].bron",
        "aanbevelingen[].bronnen[]",
        "acties[].toezegging.bron",
        "acties[].bronnen[]",
        "acties[].opvolging[].bron",
        "brief.voetnoten[].bron",
        "brief.bijlagen[].bron",
        "brief.moties_en_toezeggingen[].bron",
        "conflicten[].waarden[].bron",
    ),
    "kerncijfers": ("aannames[].verwacht.kerncijfers[]", "aannames[].praktijk.kerncijfers[]"),
    "aannames": ("bevindingen[].aannames[]",),
    "bevindingen": (
        "signalen[].gewogen_in",
        "centrale_vragen{}.bevindingen[]",
        "bevindingen[].deel_van",
        "risicotabel[].bevindingen[]",
        "conclusies[].bevindingen[]",
    ),
    "conclusies": ("conclusies[].komt_overeen_met[]",),
    "acties": ("aanbevelingen[].acties[]",),
}
"""Which field refers to which list; ``acties[].grondslag[].ref`` does so by ``soort``."""

GRONDSLAG: Mapping[str, str] = {
    "conclusie": "conclusies",
    "bevinding": "bevindingen",
    "aanbeveling": "aanbevelingen",
    "toezegging": "bronnen",
    "motie": "bronnen",
    "breder": "bronnen",
}
"""The list in which the ``ref`` of an action's ground is looked up."""

_VOETNOOT = late.pattern(r"\[\^([^\]\s]+)\]")
LETTER_TEXTS = (
    "brief.aanbieding",
    "brief.inleiding",
    "brief.waardering",
    "brief.paragrafen[].tekst",
    "brief.slot",
    "brief.eigen_instrumenttekst",
    "conclusies[].tekst",
    "acties[].tekst",
)
"""The texts that are printed in the letter and may hold ``[^id]``."""


def referred(toets: Toets) -> Mapping[str, set[str]]:
    """The ids that a toets refers to, by list; ``references`` says where."""
    return _referred(Same(toets))


@lru_cache(maxsize=1)
def _referred(same: Same) -> Mapping[str, set[str]]:
    """One walk for the rules that follow references: they run on the same toets in turn."""
    found = {
        name: {ref for one in patterns for ref in plain(same.toets, one) if isinstance(ref, str)}
        for name, patterns in REFERENCES.items()
    }
    for actie in same.toets.acties:
        for grondslag in actie.grondslag:
            if grondslag.ref and grondslag.soort in GRONDSLAG:
                found.setdefault(GRONDSLAG[grondslag.soort], set()).add(grondslag.ref)
    return found


def references(toets: Toets) -> Iterator[tuple[Route, str, str]]:
    """Every reference in a toets: where it is, the list it refers to, the id it names."""
    for list_name, patterns in REFERENCES.items():
        for pattern in patterns:
            for route, ref in texts(toets, pattern):
                yield route, list_name, ref
    for number, actie in enumerate(toets.acties):
        for place, grondslag in enumerate(actie.grondslag):
            if grondslag.ref and grondslag.soort in GRONDSLAG:
                where = ROOT / "acties" / number / "grondslag" / place / "ref"
                yield where, GRONDSLAG[grondslag.soort], grondslag.ref


def reference_resolves(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een verwijzing wijst naar iets dat bestaat.

    Wat: Elk id waarnaar verwezen wordt, staat in de lijst waarvoor de verwijzing bedoeld is.

    Is die lijst er niet, dan staat er één melding, bij de eerste verwijzing.

    Waarom: Een bewering zonder vindbare bron of bevinding is voor een lezer niet te controleren.

    Fout:

        bevindingen:
          - {id: b1, titel: Aanvragen duurt lang}
        conclusies:
          - {id: c1, titel: Het kan sneller, bevindingen: [b2]}

    Goed:

        bevindingen:
          - {id: b1, titel: Aanvragen duurt lang}
        conclusies:
          - {id: c1, titel: Het kan sneller, bevindingen: [b1]}
    """
    known = {name: ids(toets, name) for name in LISTS_WITH_IDS}
    if all(refs.issubset(known[name]) for name, refs in referred(toets).items()):
        return
    absent: set[str] = set()
    for route, list_name, ref in references(toets):
        if ref not in known[list_name] and list_name not in absent:
            absent |= set() if known[list_name] else {list_name}
            elsewhere = [NOUNS[name] for name, there in known.items() if ref in there]
            yield Remark(
                route,
                f"{NOUNS[list_name]} ‘{ref}’ bestaat niet; {subject(toets, route)} verwijst ernaar",
                f"‘{ref}’ is een {elsewhere[0]}"
                if elsewhere
                else suggestion(ref, known[list_name]) or f"vul eerst ‘{list_name}’ in",
                remedy=None if elsewhere else sole(ref, known[list_name]),
            )


def deel_van_has_no_cycle(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een bevinding is geen deel van zichzelf.

    Wat: Wie `deel_van` volgt van bevinding naar bevinding, komt nooit terug bij het begin.

    Waarom: Bevindingen worden als hoofdpunt met deelpunten getoond. In een kring is er geen
    hoofdpunt, en zou geen van de bevindingen in beeld komen.

    Fout:

        bevindingen:
          - {id: b1, titel: Aanvragen is lastig, deel_van: b2}
          - {id: b2, titel: Het formulier is lang, deel_van: b1}

    Goed:

        bevindingen:
          - {id: b1, titel: Aanvragen is lastig}
          - {id: b2, titel: Het formulier is lang, deel_van: b1}
    """
    parents = {item.id: item.deel_van for item in toets.bevindingen}
    for number, item in enumerate(toets.bevindingen):
        chain = [item.id]
        while (parent := parents.get(chain[-1])) and parent not in chain:
            chain.append(parent)
        if parent == item.id:
            yield Remark(
                ROOT / "bevindingen" / number / "deel_van",
                f"bevinding ‘{item.id}’ is zo een deel van zichzelf: "
                + " → ".join((*chain, item.id)),
                "haal ‘deel_van’ weg bij de bevinding die het hoofdpunt is",
            )


def voetnoot_resolves(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een voetnootteken in de brief hoort bij een voetnoot.

    Wat: Bij elk teken `[^id]` in een tekst van de brief staat een voetnoot in `brief.voetnoten`.

    Waarom: Anders staat er in de brief een nummer zonder noot.

    Fout:

        brief:
          inleiding: Uw Kamer vroeg hierom.[^n1]
          voetnoten: []

    Goed:

        brief:
          inleiding: Uw Kamer vroeg hierom.[^n1]
          voetnoten:
            - {id: n1, tekst: "Kamerstuk 36 999, nr. 3."}
    """
    known = ids(toets, "voetnoten")
    for route, ref in _marks(toets):
        if ref not in known:
            yield Remark(
                route,
                f"voetnoot ‘{ref}’ bestaat niet; de tekst verwijst ernaar met ‘[^{ref}]’",
                suggestion(ref, known) or "voeg de noot toe aan ‘brief.voetnoten’",
            )


def voetnoot_is_used(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een voetnoot wordt in de brief gebruikt.

    Wat: Naar elke voetnoot in `brief.voetnoten` verwijst minstens één teken `[^id]` in de brief.

    Waarom: Een voetnoot zonder teken wordt niet afgedrukt. De schrijver denkt dan dat er iets
    staat dat er niet staat.

    Fout:

        brief:
          inleiding: Uw Kamer vroeg hierom.
          voetnoten:
            - {id: n1, tekst: "Kamerstuk 36 999, nr. 3."}

    Goed:

        brief:
          inleiding: Uw Kamer vroeg hierom.[^n1]
          voetnoten:
            - {id: n1, tekst: "Kamerstuk 36 999, nr. 3."}
    """
    if not ids(toets, "voetnoten"):
        return
    used = {ref for _, ref in _marks(toets)}
    for route, note in texts(toets, LISTS_WITH_IDS["voetnoten"]):
        if note not in used:
            yield Remark(
                route,
                f"naar voetnoot ‘{note}’ verwijst geen tekst van de brief",
                f"zet ‘[^{note}]’ in de tekst, of haal de noot weg",
            )


def bron_is_used(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een bron wordt gebruikt.

    Wat: Naar elke bron in `bronnen` verwijst minstens één ander onderdeel. Een registratie
    (`volledigheid: indexrecord`) is uitgezonderd: daarin staan bronnen op zichzelf.

    Waarom: Een bron die nergens bij hoort, is vaak een vergeten verwijzing.

    Fout:

        bronnen:
          - {id: rapport, soort: rapport, titel: Onderzoek naar gebruik}
        bevindingen:
          - {id: b1, titel: Het gebruik blijft achter, bronnen: []}

    Goed:

        bronnen:
          - {id: rapport, soort: rapport, titel: Onderzoek naar gebruik}
        bevindingen:
          - {id: b1, titel: Het gebruik blijft achter, bronnen: [rapport]}
    """
    if toets.volledigheid == "indexrecord":
        return
    used = referred(toets)["bronnen"]
    for number, bron in enumerate(toets.bronnen):
        if bron.id not in used:
            yield Remark(
                ROOT / "bronnen" / number / "id",
                f"naar bron ‘{bron.id}’ verwijst niets",
                "noem de bron bij wat ervan komt, of haal hem weg",
            )


def _marks(toets: Toets) -> Iterator[tuple[Route, str]]:
    """Every footnote mark in the letter: the text it is in, and the note it names."""
    for pattern in LETTER_TEXTS if mentions(toets, "[^") else ():
        for route, text in values(toets, pattern):
            for ref in _VOETNOOT.findall(str(text)):
                yield route, ref
