"""The columns and facets that every register has of which a row comes from a toets."""

from __future__ import annotations

from dataclasses import replace

from invoeringstoets.document import Value
from invoeringstoets.registers.register import PLACE, Column, Facet, Kind, Row
from invoeringstoets.registers.subject import INVENTED, REAL, Choice, Subject

LAST = 99
"""The place of a column that stands last in the table on a page."""

PLACED = Column(PLACE, "Plaats op de site, vanaf de hoofdmap", 40, kind=Kind.ADDRESS)
"""Where on the site a row is told of: a path; in files of a site with an address that too."""

EXAMPLE = Facet("voorbeeld", "Echt of fictief", first=(REAL, INVENTED))
"""By whether toetsen are real or invented."""

COMMON = (
    Column("titel", "Toets", 34, place=90, to_toets=True),
    Column("let_op", "Let op", 20, under="titel"),
    Column("ministerie", "Ministerie", 14, place=LAST),
    Column("uitvoerder", "Uitvoerder", 24),
    Column("regeling", "Regeling", 34),
    Column("jaar", "Jaar", 7, kind=Kind.NUMBER),
    Column("fictief", "Fictief", 9),
    Column("toets", "Id van de toets", 26),
    PLACED,
)
"""What every row says of its toets; ``Subject.values`` gives the values."""

COMMON_FACETS = (
    Facet("ministerie", "Ministerie"),
    Facet("uitvoerder", "Uitvoerder"),
    Facet("jaar", "Jaar van de toets", newest=True),
    EXAMPLE,
)
"""By what every such register can be narrowed down; ``Subject.choices`` gives the values."""


def placed(**places: int) -> tuple[Column, ...]:
    """The common columns, with some of them in another place on the page."""
    return tuple(replace(one, place=places.get(one.key, one.place)) for one in COMMON)


def row(
    subject: Subject,
    values: tuple[Value, ...],
    *,
    choices: tuple[tuple[Choice, ...], ...] = (),
    anchor: str = "",
) -> Row:
    """A row of a toets: its own values and choices, then what is common to all."""
    return Row(
        (*values, *subject.values(anchor)),
        (*choices, *subject.choices),
        subject.toets.fictief,
    )
