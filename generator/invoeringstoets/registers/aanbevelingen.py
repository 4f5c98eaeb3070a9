"""What executing bodies recommend and the answers to it, and what was promised to parliament."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from invoeringstoets import notation
from invoeringstoets.document import Value
from invoeringstoets.model.mijlpalen import deadline
from invoeringstoets.phrasing import MISSING
from invoeringstoets.registers.acties import by_when
from invoeringstoets.registers.columns import COMMON_FACETS, placed, row
from invoeringstoets.registers.register import Column, Facet, Kind, Register, Row
from invoeringstoets.registers.subject import Choice, Subject, labels, plain, when

NO_REPLY = "nog geen reactie bekend"


def _recommendations(found: Sequence[Subject]) -> Iterator[Row]:
    for subject in found:
        for one in subject.toets.aanbevelingen:
            giver, receiver = (subject.organisations((name,)) for name in (one.van, one.aan))
            own: tuple[Value, ...] = (
                plain(one.tekst),
                f"Aanbeveling {one.id}",
                labels(giver),
                labels(receiver),
                notation.capitalised(subject.word(one.reactie) or NO_REPLY),
                plain(one.motivering),
                ", ".join(one.acties),
                subject.cited(one.bronnen),
            )
            choices = (subject.worded(one.reactie, NO_REPLY), giver, receiver)
            anchor = f"aanbeveling-{one.id.lower()}"
            yield row(subject, own, choices=choices, anchor=anchor)


def _promises(found: Sequence[Subject]) -> Iterator[Row]:
    for subject in found:
        for actie in subject.toets.acties:
            one = actie.toezegging
            if one is None:
                continue
            own: tuple[Value, ...] = (
                plain(actie.tekst),
                f"Actie {actie.id}",
                one.aan or "",
                subject.word(one.kamer),
                when(one.datum),
                one.nummer or "",
                by_when(actie),
                deadline(actie) or "",
                notation.capitalised(subject.word(actie.status) or MISSING),
                when(actie.status_datum),
                subject.cited((one.bron,)),
            )
            year = (one.datum or "")[:4]
            made = (Choice(year, year),) if year.isdecimal() else ()
            choices = (subject.worded(one.kamer), subject.worded(actie.status), made)
            yield row(subject, own, choices=choices, anchor=f"actie-{actie.id.lower()}")


AANBEVELINGEN = Register(
    "aanbevelingen",
    "Aanbevelingen en reacties",
    "aanbeveling",
    "aanbevelingen",
    "Wat uitvoerders en anderen in de toetsen aanbevelen, met de reactie van wie het aangaat.",
    (
        Column("aanbeveling", "Aanbeveling", 60, place=1),
        Column("nummer", "Nummer", 14, under="aanbeveling", link=True),
        Column("van", "Van", 20, place=2),
        Column("aan", "Aan", 20, place=3),
        Column("reactie", "Reactie", 20, place=4),
        Column("motivering", "Motivering", 50, under="reactie"),
        Column("acties", "Acties", 12),
        Column("vindplaats", "Vindplaats", 34),
        *placed(ministerie=0),
    ),
    (
        Facet("reactie", "Reactie", first=("overgenomen", "deels", "niet", "nog-te-bepalen")),
        Facet("van", "Van"),
        Facet("aan", "Aan"),
        *COMMON_FACETS,
    ),
    _recommendations,
    limits="Een aanbeveling is van de uitvoerder of onderzoeker; een actie is van de"
    " bewindspersoon. De reactie staat er zoals een bron die geeft.",
)

TOEZEGGINGEN = Register(
    "toezeggingen",
    "Toezeggingen aan het parlement",
    "toezegging",
    "toezeggingen",
    "De acties uit de toetsen die aan de Tweede of Eerste Kamer zijn toegezegd.",
    (
        Column("toezegging", "Toezegging", 60, place=1),
        Column("nummer", "Nummer van de actie", 10, under="toezegging", link=True),
        Column("aan", "Toegezegd aan", 26, place=2),
        Column("kamer", "Kamer", 15, under="aan"),
        Column("datum", "Datum", 13, place=3, kind=Kind.DATE),
        Column("toezeggingsnummer", "Nummer van de toezegging", 16),
        Column("termijn", "Termijn", 24, place=4, by="uiterste_dag"),
        Column("uiterste_dag", "Uiterste dag", 13, kind=Kind.DATE),
        Column("status", "Status", 14, place=5),
        Column("status_op", "Status op", 13, under="status", kind=Kind.DATE),
        Column("vindplaats", "Vindplaats", 34),
        *placed(ministerie=0),
    ),
    (
        Facet("kamer", "Kamer"),
        Facet("status", "Status", first=("aangekondigd", "lopend", "afgerond", "vervallen")),
        Facet("toegezegd", "Toegezegd in", newest=True),
        *COMMON_FACETS,
    ),
    _promises,
    limits="Dit zijn alleen toezeggingen die bij een actie in deze verzameling zijn vastgelegd; het"
    " register van toezeggingen van de Kamers zelf is uitgebreider.",
)
