"""Figures: always with their words and date, never as a share of another quantity."""

from __future__ import annotations

from invoeringstoets.document import Inlines
from invoeringstoets.model import Kerncijfer
from invoeringstoets.notation import capitalised, date, quantity
from invoeringstoets.phrasing import MISSING
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.pieces import Content, Section, columns, missing, said, table

_UNQUALIFIED = ("onbekend",)


def figures(context: Context) -> Section:
    """The table of figures."""
    heads = columns(
        "Grootheid", "Waarde", "Omschrijving", "Peildatum", "Bron", widths=(2, 3, 3, 2, 1)
    )
    rows = (_row(context, one) for one in context.toets.kerncijfers)
    found = table("Kerncijfers met hun peildatum en bron", heads, rows=rows)
    return Section("Kerncijfers", found or (missing(),), "kerncijfers")


def _row(context: Context, one: Kerncijfer) -> tuple[Content, ...]:
    return (
        capitalised(context.word(one.grootheid)),
        amount(context, one) or "–",
        one.omschrijving or "–",
        date(one.peildatum),
        context.cited((one.bron,)) or ("" if context.unfinished else "–"),
    )


def amount(context: Context, one: Kerncijfer) -> str:
    """The value with its qualification and unit: "maximaal 4.000 ouders"."""
    value = quantity(one.waarde, one.eenheid)
    if not value or isinstance(one.waarde, str):
        return value
    qualified = one.kwalificatie and one.kwalificatie not in _UNQUALIFIED
    return f"{context.word(one.kwalificatie)} {value}" if qualified else value


def in_words(context: Context, one: Kerncijfer, *, dated: bool = True) -> Inlines:
    """A figure that stands on its own: "doelgroep: maximaal 4.000 ouders (peildatum ...)"."""
    value = amount(context, one)
    what = " – ".join(part for part in (value, one.omschrijving or "") if part)
    day = date(one.peildatum)
    when = f" (peildatum {day})" if day and dated else ""
    if one.grootheid == "anders" and what:
        return said(f"{capitalised(what)}{when}")
    return said(f"{capitalised(context.word(one.grootheid))}: {what or MISSING}{when}")
