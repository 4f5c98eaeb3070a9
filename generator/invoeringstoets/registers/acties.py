"""The register of actions: what was announced, by whom, by when, and what is known of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from invoeringstoets import notation
from invoeringstoets.document import Value
from invoeringstoets.model import Actie
from invoeringstoets.model.mijlpalen import deadline, is_late, is_open
from invoeringstoets.phrasing import MISSING, along, term_said
from invoeringstoets.registers.columns import COMMON_FACETS, placed, row
from invoeringstoets.registers.register import Choices, Column, Facet, Kind, Register, Row
from invoeringstoets.registers.subject import Choice, Subject, labels, plain, spaced, when
from invoeringstoets.reports.action_sheet import followed

OPEN = Choice("open", "Nog niet afgerond, voor zover bekend")
LATE = Choice("te-laat", "Nog open na een in de bron genoemde datum")
NO_DATE = Choice("geen-termijn", "Geen termijn genoemd")
CONTINUOUS = Choice("doorlopend", "Doorlopend")
CLOSED = Choice("gesloten", "Afgerond of vervallen")

STATUSES = ("aangekondigd", "lopend", "afgerond", "vervallen", "onbekend", "leeg")


_ENDS = 4
"""The place of the last day of its term among the values of a row."""


def _state(subject: Subject, actie: Actie) -> Iterator[Choice]:
    """In which lists of actions this one belongs; it may be in several."""
    if not is_open(actie):
        yield CLOSED
        return
    yield OPEN
    if is_late(actie, subject.library.reference_date):
        yield LATE
    if actie.geen_termijn:
        yield NO_DATE
    if actie.aard == "doorlopend" or (actie.termijn and actie.termijn.doorlopend):
        yield CONTINUOUS


def by_when(actie: Actie) -> str:
    """By when, in words, or why no term is named."""
    return spaced(notation.capitalised(term_said(actie) or MISSING))


def _rows(found: Sequence[Subject]) -> Iterator[Row]:
    for subject in found:
        for actie in subject.toets.acties:
            yield _row(subject, actie)


def _order(row: Row) -> tuple[bool, dt.date]:
    """Open ones first, then by the last day of their terms."""
    ends = row.values[_ENDS]
    return CLOSED in row.choices[0], ends if isinstance(ends, dt.date) else dt.date.max


def _row(subject: Subject, actie: Actie) -> Row:
    day = subject.library.reference_date
    late = is_late(actie, day)
    ends = deadline(actie)
    owner = subject.organisations((actie.eigenaar,))
    text, on = followed(actie)
    own: tuple[Value, ...] = (
        plain(actie.tekst),
        f"Actie {actie.id}",
        labels(owner) or notation.capitalised(MISSING),
        by_when(actie),
        ends or "",
        notation.capitalised(subject.word(actie.status) or MISSING),
        when(actie.status_datum),
        spaced(f"Te laat op {notation.date(day)}") if late else "",
        subject.word(actie.aard),
        spaced(notation.capitalised(along(actie, subject.toets, library=subject.library))),
        notation.joined(dict.fromkeys(subject.word(one.soort) for one in actie.grondslag)),
        text,
        spaced(on) if isinstance(on, str) else on,
        subject.cited(actie.bronnen),
    )
    year = (Choice(str(ends.year), str(ends.year)),) if ends else ()
    choices: tuple[Choices, ...] = (
        tuple(_state(subject, actie)),
        subject.worded(actie.status),
        owner,
        year,
    )
    return row(subject, own, choices=choices, anchor=f"actie-{actie.id.lower()}")


ACTIES = Register(
    "acties",
    "Acties",
    "actie",
    "acties",
    "Wat bewindspersonen naar aanleiding van de toetsen hebben aangekondigd, en wat daarvan bekend"
    " is; open acties eerst.",
    (
        Column("actie", "Actie", 60, place=1),
        Column("nummer", "Nummer", 10, under="actie", link=True),
        Column("eigenaar", "Eigenaar", 20, place=2),
        Column("termijn", "Termijn", 24, place=3, by="uiterste_dag"),
        Column("uiterste_dag", "Uiterste dag", 13, kind=Kind.DATE),
        Column("status", "Status", 14, place=4),
        Column("status_op", "Status op", 13, under="status", kind=Kind.DATE),
        Column("te_laat", "Te laat", 20, under="status", mark=True),
        Column("aard", "Aard", 13),
        Column("samen_met", "Samen met", 30),
        Column("grondslag", "Grondslag", 20),
        Column("opvolging", "Laatste opvolging", 40),
        Column("opvolging_op", "Opvolging op", 13, kind=Kind.DATE),
        Column("vindplaats", "Vindplaats", 34),
        *placed(ministerie=0),
    ),
    (
        Facet("stand", "Stand", first=("open", "te-laat", "geen-termijn", "doorlopend")),
        Facet("status", "Status", first=STATUSES),
        Facet("eigenaar", "Eigenaar"),
        Facet("termijn", "Termijn in"),
        *COMMON_FACETS,
    ),
    _rows,
    limits="Een actie heet alleen ‘te laat’ als een bron een datum of kwartaal noemt dat voorbij is"
    " en de actie is aangekondigd of loopt. Noemt geen bron een termijn, dan staat dat"
    " er. ‘Nog niet afgerond, voor zover bekend’: geen bron in deze verzameling"
    " meldt dat de actie is afgerond of vervallen.",
    order=_order,
)
