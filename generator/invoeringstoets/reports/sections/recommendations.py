"""What the executing body recommends, what the minister answers, and which action follows."""

from __future__ import annotations

from collections.abc import Callable

from invoeringstoets import prose
from invoeringstoets.document import Blocks, Inlines, Text
from invoeringstoets.model import Aanbeveling
from invoeringstoets.notation import capitalised, joined
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.pieces import Section, columns, missing, said, table

Refer = Callable[[tuple[str, ...]], str]
"""How the report at hand refers to actions by their ids; "" when it prints none of them."""


def advice(context: Context) -> Section | None:
    """The section of the report; left out of a finished toets that records none."""
    numbers = {actie.id: number for number, actie in enumerate(context.toets.acties, 1)}
    found = recommendations(
        context, lambda ids: capitalised(joined(f"actie {numbers[i]}" for i in ids if i in numbers))
    )
    if not found and not context.unfinished:
        return None
    return Section("Aanbevelingen", found or (missing(),), "aanbevelingen")


def recommendations(context: Context, refer: Refer) -> Blocks:
    """The table aanbeveling - reactie - actie; nothing without recommendations."""
    heads = columns("Aanbeveling", "Van", "Reactie", "Actie", widths=(4, 2, 3, 2))
    rows = (
        (
            prose.flowed(context.blocks(one.tekst)),
            context.organisation(one.van),
            _answer(context, one),
            refer(one.acties) or _no_action(one),
        )
        for one in context.toets.aanbevelingen
    )
    return table("Aanbevelingen, de reactie daarop en de actie die volgt", heads, rows=rows)


def _answer(context: Context, one: Aanbeveling) -> Inlines:
    reaction = capitalised(context.word(one.reactie))
    if reaction and one.motivering:
        return (Text(f"{reaction}. "), Text(" ".join(one.motivering.split())))
    return said(reaction)


def _no_action(one: Aanbeveling) -> str:
    return {"niet": "Geen", "nog_te_bepalen": "–"}.get(one.reactie or "", "")
