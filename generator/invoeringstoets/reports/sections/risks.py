"""The execution test made beforehand, and its risks beside what was seen in practice."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.document import Block, Inlines, Text
from invoeringstoets.model import Risico, Risicorij, Uitvoeringstoets
from invoeringstoets.notation import capitalised, date
from invoeringstoets.reports.charts import risk_rows
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.pieces import (
    Content,
    Section,
    columns,
    facts,
    heading,
    known,
    meta,
    missing,
    paragraph,
    table,
)

_LEAD = "De vergelijking is een weergave van de bronnen en geen officiële score."


def risks(context: Context) -> Section | None:
    """The execution test and the risk table; left out of a finished toets that records neither."""
    toets = context.toets
    if toets.uitvoeringstoets or toets.risicotabel:
        blocks = (*_test(context), *_table(context))
    elif context.unfinished:
        blocks = (missing(),)
    else:
        return None
    return Section("Risico’s: vooraf en in de praktijk", blocks, "risicos")


def _test(context: Context) -> Iterator[Block]:
    test = context.toets.uitvoeringstoets
    if not test:
        return
    yield heading("De uitvoeringstoets vooraf")
    yield from facts(_facts(context, test))
    yield from context.blocks(test.toelichting)
    cited = context.cited((test.bron,))
    if cited:
        yield meta((Text("Te vinden in "), *cited, Text(".")))


def _facts(context: Context, test: Uitvoeringstoets) -> tuple[tuple[str, Content], ...]:
    return known(
        (
            ("Vorm", capitalised(context.word(test.model))),
            ("Datum", date(test.datum)),
            ("Opsteller", context.organisation(test.opsteller)),
            ("Gevolgen", context.word(test.gevolgen)),
            ("Risico procesverstoringen", context.word(test.procesverstoringen)),
            ("Invoering mogelijk per", date(test.invoering_per)),
            ("Beslag op het portfolio", test.beslag_portfolio or ""),
            ("Eindoordeel", test.eindoordeel or ""),
        )
    )


def _table(context: Context) -> Iterator[Block]:
    test = context.toets.uitvoeringstoets
    before = {risk.rij: risk for risk in (test.risicos if test else ())}
    after = {row.rij: row for row in context.toets.risicotabel}
    rows = tuple(dict.fromkeys((*before, *after)))
    if not rows:
        return
    if not after:
        yield heading("Risico’s volgens de uitvoeringstoets")
        yield paragraph("Voor de praktijk is geen risicotabel vastgelegd.")
        heads = columns("Risico", "Uitvoeringstoets", widths=(1, 2))
        cells = ((_name(context, row), _before(context, before.get(row))) for row in rows)
        yield from risk_rows(context)
        yield from table("Keuze per risico in de uitvoeringstoets", heads, rows=cells)
        return
    yield heading("Risico’s naast elkaar")
    yield paragraph(_LEAD)
    yield from risk_rows(context)
    heads = columns(
        "Risico",
        "Uitvoeringstoets",
        "Verwacht",
        "Waargenomen",
        "Toelichting",
        widths=(3, 3, 3, 3, 4),
    )
    compared = (
        (_name(context, row), _before(context, before.get(row)), *_after(context, after.get(row)))
        for row in rows
    )
    yield from table(
        "Risico’s vooraf (ex ante) en in de praktijk (ex durante)", heads, rows=compared
    )


def _name(context: Context, row: str) -> str:
    return capitalised(context.value("risicorijen", row))


def _before(context: Context, risk: Risico | None) -> str:
    if not risk:
        return "–"
    if risk.kolom == "nvt":
        chosen = "niet van toepassing"
    elif risk.kolom.isdigit():
        chosen = f"kolom {risk.kolom} (zonder opschrift in de bron)"
    else:
        chosen = context.word(risk.kolom)
    if not risk.duiding:
        return chosen
    return f"{chosen}; duiding: {risk.duiding.waarde} ({context.word(risk.duiding.herkomst)})"


def _after(context: Context, row: Risicorij | None) -> tuple[str, str, Inlines]:
    if not row:
        return ("–", "–", (Text("–"),))
    titles = {b.id: b.titel for b in context.toets.bevindingen}
    support = [f"«{titles[b]}»" for b in row.bevindingen if b in titles]
    about = " ".join((row.toelichting or "").split())
    which = "Bevinding" if len(support) == 1 else "Bevindingen"
    based = f"{which}: {'; '.join(support)}." if support else ""
    return (row.verwacht, row.waargenomen, (Text(" ".join(filter(None, (about, based))) or "–"),))
