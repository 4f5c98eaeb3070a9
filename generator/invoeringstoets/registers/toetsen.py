"""The register of toetsen, and that of the decisions whether to do one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from invoeringstoets import notation
from invoeringstoets.document import Value
from invoeringstoets.model import Toets
from invoeringstoets.model.mijlpalen import (
    first_inwerkingtreding,
    letter_date,
    months_to_letter,
)
from invoeringstoets.phrasing import Outcome, State, decision, outcome
from invoeringstoets.registers.columns import COMMON, COMMON_FACETS, placed, row
from invoeringstoets.registers.register import Column, Facet, Kind, Register, Row
from invoeringstoets.registers.subject import Choice, Subject, labels, plain, when

STATUSES = ("toegezegd", "gepland", "in-uitvoering", "concept", "vastgesteld", "aangeboden")
DECISIONS = ("wel", "niet", "later")

_KEYS = {
    State.NOT_NAMED: "niet-benoemd",
    State.NOT_YET: "nog-niet",
    State.NOT_HELD: "niet-opgenomen",
    State.MISSING: "leeg",
    State.WEIGHED: "afweging",
}


def _outcomes(subject: Subject, found: Outcome) -> tuple[Choice, ...]:
    """The outcome of a toets as a source names it; never one of our own making."""
    if found.state is State.NAMED:
        return tuple(subject.named("uitkomstcategorieen", one) for one in found.named)
    return (Choice(_KEYS[found.state], found.state.value),)


def _toetsen(found: Sequence[Subject]) -> Iterator[Row]:
    for subject in found:
        toets = subject.toets
        result = outcome(toets, subject.library)
        letter = letter_date(toets)
        since = months_to_letter(toets)
        own: tuple[Value, ...] = (
            toets.short_title,
            subject.remark,
            notation.capitalised(subject.word(toets.soort)),
            notation.capitalised(subject.word(toets.status)),
            when(letter),
            notation.capitalised(result.said),
            _count(toets, toets.acties),
            toets.titel,
            notation.capitalised(subject.word(toets.volledigheid)),
            when(first_inwerkingtreding(toets)),
            "" if since is None else since,
            when(toets.peildatum),
            _count(toets, toets.bevindingen),
            _count(toets, toets.conclusies),
            _count(toets, toets.aanbevelingen),
        )
        choices = (
            subject.worded(toets.soort),
            subject.worded(toets.status),
            _outcomes(subject, result),
            subject.worded(toets.volledigheid),
        )
        yield Row(
            (*own, *subject.values("")[2:]), (*choices, *subject.choices), subject.toets.fictief
        )


def _count(toets: Toets, found: Sequence[object]) -> Value:
    """How many there are; of a toets of which only the place is known that is not known either."""
    return "" if toets.volledigheid == "indexrecord" else len(found)


def _weighings(found: Sequence[Subject]) -> Iterator[Row]:
    for subject in found:
        one = subject.toets.afweging
        if one is None:
            continue
        own: tuple[Value, ...] = (
            notation.capitalised(decision(one, subject.library)),
            plain(one.reden),
            when(one.datum),
            when(one.heroverwegen_op),
            labels(_indicators(subject)),
        )
        choices = (subject.worded(one.besluit), _indicators(subject))
        yield row(subject, own, choices=choices, anchor="afweging")


def _indicators(subject: Subject) -> tuple[Choice, ...]:
    aanleiding = subject.toets.aanleiding
    kinds = dict.fromkeys(one.soort for one in (aanleiding.indicatoren if aanleiding else ()))
    return tuple(subject.named("indicatoren", one) for one in kinds)


TOETSEN = Register(
    "toetsen",
    "Overzicht van invoeringstoetsen",
    "toets",
    "toetsen",
    "Alle toetsen, quickscans en afwegingen in deze verzameling, het nieuwste jaar eerst.",
    (
        Column("titel", "Toets", 34, place=1, link=True),
        Column("let_op", "Let op", 20, under="titel"),
        Column("soort", "Soort", 15, under="status"),
        Column("status", "Status", 14, place=5),
        Column("brief", "Datum van de brief", 13, kind=Kind.DATE),
        Column("uitkomst", "Uitkomst", 28, place=6),
        Column("acties", "Acties", 8, place=7, kind=Kind.NUMBER),
        Column("volledige_titel", "Volledige titel", 50),
        Column("volledigheid", "Volledigheid", 14),
        Column("inwerkingtreding", "Eerste inwerkingtreding", 13, kind=Kind.DATE),
        Column("maanden", "Maanden tot de brief", 9, kind=Kind.NUMBER),
        Column("peildatum", "Peildatum", 13, kind=Kind.DATE),
        Column("bevindingen", "Bevindingen", 9, kind=Kind.NUMBER),
        Column("conclusies", "Conclusies", 9, kind=Kind.NUMBER),
        Column("aanbevelingen", "Aanbevelingen", 9, kind=Kind.NUMBER),
        *placed(ministerie=2, uitvoerder=3, jaar=4)[2:],
    ),
    (
        Facet("soort", "Soort", first=("invoeringstoets", "quickscan", "afweging")),
        Facet("status", "Status", first=STATUSES),
        Facet("uitkomst", "Uitkomst"),
        Facet("volledigheid", "Volledigheid", first=("volledig", "gedeeltelijk", "indexrecord")),
        *COMMON_FACETS,
    ),
    _toetsen,
    limits="De uitkomst staat er zoals een bron die noemt; deze site deelt niets zelf in."
    " Noemt geen bron er een, dan staat er ‘niet benoemd in de bron’. Van een toets waarvan alleen"
    " de vindplaats is vastgelegd, zijn er geen aantallen. De volgorde (jaar, dan titel) zegt niets"
    " over belang of kwaliteit.",
)

AFWEGINGEN = Register(
    "afwegingen",
    "Afwegingen: wel of geen toets",
    "afweging",
    "afwegingen",
    "De vastgelegde besluiten om wel, niet of later te toetsen, met de reden die erbij is gegeven.",
    (
        Column("besluit", "Besluit", 14, place=1, link=True),
        Column("reden", "Reden", 60, place=2),
        Column("datum", "Datum", 13, place=3, kind=Kind.DATE),
        Column("heroverwegen_op", "Opnieuw bekijken", 13, place=4, kind=Kind.DATE),
        Column("indicatoren", "Indicatoren", 30),
        *COMMON,
    ),
    (
        Facet("besluit", "Besluit", first=DECISIONS),
        Facet("indicator", "Indicator"),
        *COMMON_FACETS,
    ),
    _weighings,
    limits="Niet iedere regeling krijgt een toets: per regeling wordt afgewogen of die nuttig is."
    " Hier staan alleen afwegingen die openbaar zijn gemaakt en hier zijn vastgelegd.",
)
