"""Actions as a spreadsheet: the same columns for one toets and for all, so that they add up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final

from invoeringstoets import prose
from invoeringstoets.document import Notice, Sheet, SheetColumn, Value
from invoeringstoets.model import Actie, Library
from invoeringstoets.model.datums import bounds
from invoeringstoets.model.mijlpalen import AWAITED, CLOSED, deadline, is_late
from invoeringstoets.notation import NBSP, capitalised, citation, date, sentence
from invoeringstoets.phrasing import along, term_said
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.letter.head import CHAMBERS
from invoeringstoets.reports.notices import COLOPHON, notices
from invoeringstoets.reports.sections.action_table import Listed, basis

_ISO_DAY: Final = len("jjjj-mm-dd")

COLUMNS: Final = (
    SheetColumn("Toets", 26),
    SheetColumn("Titel van de toets", 34),
    SheetColumn("Regeling", 24),
    SheetColumn("Actie", 8),
    SheetColumn("Wat", 60),
    SheetColumn("Aard", 13),
    SheetColumn("Eigenaar", 30),
    SheetColumn("Samen met", 30),
    SheetColumn("Termijn", 24),
    SheetColumn("Uiterste dag", 13),
    SheetColumn("Status", 14),
    SheetColumn("Status op", 13),
    SheetColumn("Te laat", 20),
    SheetColumn("Gerekend op", 13),
    SheetColumn("Grondslag", 50),
    SheetColumn("Toezegging", 30),
    SheetColumn("Bedrag in euro’s", 14),
    SheetColumn("Dekking", 24),
    SheetColumn("Laatste opvolging", 40),
    SheetColumn("Opvolging op", 13),
    SheetColumn("Vindplaats", 34),
    SheetColumn("Fictief", 9),
    SheetColumn("Let op", 34),
)
"""The columns of every list of actions."""


_LATE: Final = (
    "‘Ja’ alleen als een bron een datum of kwartaal noemt dat op die dag voorbij was en de actie is"
    " aangekondigd of loopt. Noemt geen bron een dag, dan is er geen oordeel."
)


def sheet_of(
    actions: Iterable[Listed], *, title: str, explanation: Sequence[tuple[str, Value]]
) -> Sheet:
    """A sheet with one row for each action."""
    rows = tuple(tuple(map(_spaced, _row(one))) for one in actions)
    days = [value for term, value in explanation if term == "Gerekend op"]
    made = days[0].isoformat() if days and isinstance(days[0], dt.date) else ""
    return Sheet(title, "Acties", COLUMNS, rows, tuple(explanation), date=made)


def explained(
    library: Library, said: Iterable[Notice], *, about: str
) -> tuple[tuple[str, Value], ...]:
    """What a reader must know of the rows: whence, as of when, how complete, what words mean."""
    return (
        ("Wat dit is", f"{about}."),
        *((notice.label, notice.text) for notice in said),
        ("Gerekend op", day_value(library.reference_date)),
        (
            "Te laat",
            _LATE,
        ),
        ("Uiterste dag", "De laatste dag van de genoemde datum, maand of het genoemde kwartaal."),
        ("Onbekend", "Gezocht, niet gevonden. Een lege cel is niet ingevuld."),
        ("Bron", "De YAML-bestanden van de toetsen; de vindplaats staat bij elke actie."),
        ("Status van dit bestand", COLOPHON),
    )


def day_value(text: str | None) -> Value:
    """A whole date as a date; what is less exact in words; "" when absent."""
    limits = bounds(text)
    if limits and limits[0] == limits[1] and len(text or "") == _ISO_DAY:
        return limits[0]
    return date(text)


def _row(one: Listed) -> tuple[Value, ...]:
    context, actie = one.context, one.actie
    toets = context.toets
    return (
        toets.id,
        toets.titel,
        toets.regeling.citeertitel,
        one.number,
        prose.line(actie.tekst),
        context.word(actie.aard),
        context.organisation(actie.eigenaar),
        capitalised(along(actie, toets, library=context.library)),
        term_said(actie),
        deadline(actie) or "",
        context.word(actie.status),
        day_value(actie.status_datum),
        *_late(context, actie),
        " ".join(prose.plain(ground) for ground in basis(context, actie, apart=True)),
        _promise(context, actie),
        *_money(actie),
        *followed(actie),
        _found(context, actie),
        "ja" if toets.fictief else "nee",
        "; ".join(notice.label for notice in notices(context)),
    )


def _late(context: Context, actie: Actie) -> tuple[Value, Value]:
    """Whether it is late, and on which day that was looked at."""
    day = context.library.reference_date
    if deadline(actie) is None:
        word = "geen dag genoemd"
    elif is_late(actie, day):
        word = "ja"
    elif actie.status in AWAITED or actie.status in CLOSED:
        word = "nee"
    else:
        word = "status onbekend"
    return word, day_value(day)


def _promise(context: Context, actie: Actie) -> str:
    one = actie.toezegging
    if not one:
        return ""
    bron = context.bron(one.bron)
    parts = (one.aan or "", date(one.datum), one.nummer or "", citation(bron) if bron else "")
    return "; ".join(filter(None, (CHAMBERS.get(one.kamer, one.kamer), *parts)))


def _money(actie: Actie) -> tuple[Value, Value]:
    one = actie.financien
    return (one.bedrag, one.dekking or "") if one else ("", "")


def followed(actie: Actie) -> tuple[str, Value]:
    """The last step in what became of it, and its date; steps stand in order (T405)."""
    if not actie.opvolging:
        return "", ""
    last = actie.opvolging[-1]
    return sentence(" ".join(last.tekst.split())), day_value(last.datum)


def _found(context: Context, actie: Actie) -> str:
    cited = (context.bron(source_id) for source_id in actie.bronnen)
    return "; ".join(citation(bron) or bron.titel for bron in cited if bron)


def _spaced(value: Value) -> Value:
    """A text with ordinary spaces: in a spreadsheet one searches and filters."""
    return value.replace(NBSP, " ") if isinstance(value, str) else value
