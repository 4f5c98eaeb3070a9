"""What the executing body recommends, what the minister answers, and which action follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from invoeringstoets import prose
from invoeringstoets.document import Blocks, Inlines, Text
from invoeringstoets.model import Aanbeveling
from invoeringstoets.notation import capitalised, joined
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.pieces import Content, Section, columns, missing, said, table

Refer = Callable[[tuple[str, ...]], str]
"""How the report at hand refers to actions by their ids; "" when it prints none of them."""


_REACTIONS = {"deels": "deels overgenomen", "niet": "niet overgenomen"}
"""Reactions whose word does not stand on its own."""


def advice(context: Context) -> Section | None:
    """The section of the report; left out of a finished toets that records none."""
    numbers = {actie.id: number for number, actie in enumerate(context.toets.acties, 1)}
    found = recommendations(
        context,
        lambda ids: capitalised(joined(f"actie {numbers[i]}" for i in ids if i in numbers)),
        addressed=True,
    )
    if not found and not context.unfinished:
        return None
    return Section("Aanbevelingen", found or (missing(),), "aanbevelingen")


def recommendations(context: Context, refer: Refer, *, addressed: bool = False) -> Blocks:
    """The table aanbeveling - reactie - actie; nothing without recommendations.

    ``addressed`` adds to whom each is made; a letter is from the one it was made to.
    """
    to = ("Aan",) if addressed else ()
    heads = columns(
        *("Aanbeveling", "Van", *to, "Reactie", "Actie"), widths=(4, 2, *(2 for _ in to), 3, 2)
    )
    listed = context.toets.aanbevelingen
    rows: Iterable[Sequence[Content]] = (
        (
            _numbered(context, one, number=number if len(listed) > 1 else 0),
            context.organisation(one.van),
            *(context.organisation(one.aan) for _ in to),
            _answer(context, one),
            refer(one.acties) or _no_action(one),
        )
        for number, one in enumerate(listed, 1)
    )
    return table("Aanbevelingen, de reactie daarop en de actie die volgt", heads, rows=rows)


def _numbered(context: Context, one: Aanbeveling, *, number: int) -> Inlines:
    text = prose.flowed(context.blocks(one.tekst))
    return (Text(f"{number}. "), *text) if number and text else text


def _answer(context: Context, one: Aanbeveling) -> Inlines:
    reaction = capitalised(_REACTIONS.get(one.reactie or "", context.word(one.reactie)))
    if reaction and one.motivering:
        return (Text(f"{reaction}. "), Text(" ".join(one.motivering.split())))
    return said(reaction)


def _no_action(one: Aanbeveling) -> str:
    return {"niet": "Geen", "nog_te_bepalen": "Nog niet bekend"}.get(one.reactie or "", "")
