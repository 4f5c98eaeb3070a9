"""The actions of a toets in one table, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.document import Block, Definition, DefinitionList, Link, Text
from invoeringstoets.model import Actie, Toezegging
from invoeringstoets.notation import capitalised, date, moment, sentence
from invoeringstoets.phrasing import term_said
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.letter.head import CHAMBERS
from invoeringstoets.reports.pieces import (
    Content,
    Section,
    columns,
    heading,
    meta,
    missing,
    paragraph,
    said,
    table,
)
from invoeringstoets.reports.sections.actions import grounds, money, owner, status
from invoeringstoets.reports.sections.conclusions import Conclusions


def register(context: Context, conclusions: Conclusions) -> Section:
    """Every action with owner, term or reason, and status; then details and follow-up."""
    acties = context.toets.acties
    if not acties:
        none = missing() if context.unfinished else paragraph("Er zijn geen acties vastgelegd.")
        return Section("Acties", (none,), "acties")
    numbers = {actie.id: number for number, actie in enumerate(acties, 1)}
    blocks = (
        *_others(context, conclusions.others, numbers=numbers),
        *_table(context, numbers, others=conclusions.others),
        *_details(context, numbers),
        *_follow_up(context, numbers),
    )
    return Section("Acties", blocks, "acties")


def _others(
    context: Context, others: tuple[Actie, ...], *, numbers: dict[str, int]
) -> Iterator[Block]:
    if not others:
        return
    yield heading("Acties die niet op een conclusie rusten")
    for actie in others:
        anchor = f"actie-{actie.id.casefold()}"
        yield heading(f"Actie {numbers[actie.id]}", 3, anchor=anchor)
        yield from context.blocks(actie.tekst)
        cited = context.cited(actie.bronnen)
        if cited:
            yield meta((Text("Te vinden in "), *cited, Text(".")))


def _table(
    context: Context, numbers: dict[str, int], *, others: tuple[Actie, ...]
) -> Iterator[Block]:
    yield heading("Overzicht")
    heads = columns("Actie", "Aard", "Eigenaar", "Termijn", "Status", widths=(2, 2, 4, 4, 3))
    rows = (
        (
            (Link(f"#actie-{actie.id.casefold()}", said(f"Actie {numbers[actie.id]}")),),
            capitalised(context.word(actie.aard)) or said("Niet vastgelegd"),
            capitalised(owner(context, actie)),
            capitalised(term_said(actie)),
            capitalised(status(context, actie)),
        )
        for actie in context.toets.acties
    )
    yield from table("Acties met eigenaar, termijn en status", heads, rows=rows)
    elsewhere = len(numbers) - len(others)
    if elsewhere:
        yield meta(_where(elsewhere, rest=bool(others)))


def _where(count: int, *, rest: bool) -> str:
    which = "overige " if rest else ""
    if count == 1:
        return f"De tekst van de {which}actie staat bij de conclusie waarop die rust."
    return f"De tekst van de {which}acties staat bij de conclusies waarop ze rusten."


def _details(context: Context, numbers: dict[str, int]) -> Iterator[Block]:
    items = tuple(
        Definition(said(f"Actie {numbers[actie.id]}"), tuple(paragraph(d) for d in found))
        for actie in context.toets.acties
        if (found := tuple(_detail(context, actie)))
    )
    if items:
        yield heading("Grondslag, toezegging en financiën")
        yield DefinitionList(items)


def _detail(context: Context, actie: Actie) -> Iterator[Content]:
    yield from grounds(context, actie)
    if actie.toezegging:
        cited = context.cited((actie.toezegging.bron,))
        promise = _promise(actie.toezegging)
        yield (Text(f"{promise}; "), *cited, Text(".")) if cited else f"{promise}."
    if actie.financien:
        yield f"Financiën: {money(actie)}."


def _promise(one: Toezegging) -> str:
    whom = " ".join(filter(None, (CHAMBERS.get(one.kamer, one.kamer), one.aan and f"({one.aan})")))
    when = f" {moment(one.datum)}" if one.datum else ""
    number = f", nummer {one.nummer}" if one.nummer else ""
    return f"Toegezegd aan de {whom}{when}{number}"


def _follow_up(context: Context, numbers: dict[str, int]) -> Iterator[Block]:
    followed = [actie for actie in context.toets.acties if actie.opvolging]
    if not followed:
        return
    yield heading("Opvolging")
    heads = columns("Actie", "Datum", "Wat er gebeurde", "Bron", widths=(2, 2, 6, 2))
    rows = (
        (
            f"Actie {numbers[actie.id]}",
            date(step.datum),
            sentence(" ".join(step.tekst.split())),
            context.cited((step.bron,)) or said("–"),
        )
        for actie in followed
        for step in actie.opvolging
    )
    yield from table("Stappen in de opvolging van de acties", heads, rows=rows)
