"""Why the toets was done: the occasion, the indicators, the questions, the signals."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.document import Block, Inlines, Text
from invoeringstoets.model import Aankondiging, Aanleiding, Indicator, Onderzoeksvraag, Signaal
from invoeringstoets.notation import because, capitalised, date, dated
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.pieces import (
    Section,
    bullets,
    columns,
    heading,
    meta,
    or_missing,
    paragraph,
    said,
    table,
)


def occasion(context: Context) -> Section:
    """The occasion with its indicators; own questions, announcements and signals if any."""
    aanleiding = context.toets.aanleiding or Aanleiding()
    blocks = (
        *or_missing(context.blocks(aanleiding.tekst)),
        *_announced(context, aanleiding),
        *_indicators(context, aanleiding),
        *_questions(context, aanleiding),
        *_signals(context),
        *_evaluation(context, aanleiding),
    )
    return Section("Aanleiding en indicatoren", blocks, "aanleiding")


def _indicators(context: Context, aanleiding: Aanleiding) -> Iterator[Block]:
    yield heading("Indicatoren")
    rows = [_indicator(context, one) for one in aanleiding.indicatoren]
    heads = columns("Indicator", "Fase", "Toelichting", "Bron", widths=(3, 2, 5, 2))
    weighed = context.toets.soort == "afweging"
    why = "bij de afweging zijn bekeken" if weighed else "aanleiding gaven tot de toets"
    yield from or_missing(table(f"Indicatoren die {why}", heads, rows=rows))


def _indicator(context: Context, one: Indicator) -> tuple[str, str, str, Inlines]:
    name = capitalised(context.value("indicatoren", one.soort))
    about = " ".join((one.toelichting or "").split()) or "–"
    phase = capitalised(context.word(one.fase))
    return (name, phase, about, context.cited(one.bronnen) or said("–"))


def _announced(context: Context, aanleiding: Aanleiding) -> Iterator[Block]:
    if aanleiding.aangekondigd_in:
        yield paragraph("De toets is aangekondigd in:")
        yield from bullets(_announcement(context, one) for one in aanleiding.aangekondigd_in)


def _announcement(context: Context, one: Aankondiging) -> Inlines:
    where = context.full_reference(one.bron) or said("een bron die hier niet wordt genoemd")
    bron = context.bron(one.bron)
    repeated = bron and bron.datum == one.datum
    when = f", {dated(one.datum)}" if one.datum and not repeated else ""
    to = f"; toegezegd aan: {one.toegezegd_aan}" if one.toegezegd_aan else ""
    return (*where, Text(f"{when}{to}."))


def _questions(context: Context, aanleiding: Aanleiding) -> Iterator[Block]:
    if not aanleiding.onderzoeksvragen:
        return
    yield heading("Onderzoeksvragen")
    one = len(aanleiding.onderzoeksvragen) == 1
    asked = "is een eigen vraag" if one else "zijn eigen vragen"
    yield paragraph(f"Naast de centrale vragen {asked} gesteld.")
    for question in aanleiding.onderzoeksvragen:
        yield heading(question.tekst, 3)
        yield from _answer(context, question)


def _answer(context: Context, question: Onderzoeksvraag) -> Iterator[Block]:
    if question.niet_beantwoord and not question.antwoord:
        yield paragraph(not_answered(question.niet_beantwoord))
    else:
        yield from or_missing(context.blocks(question.antwoord), "antwoord")


def not_answered(reason: str) -> str:
    """That a question has no answer, and why."""
    return because("Niet beantwoord", reason)


def _signals(context: Context) -> Iterator[Block]:
    if not context.toets.signalen:
        return
    yield heading("Signalen")
    yield paragraph("Signalen zijn meldingen uit de praktijk, nog voordat ze zijn gewogen.")
    heads = columns("Signaal", "Kanaal", "Gewogen in", "Bron", widths=(5, 2, 3, 2))
    rows = (_signal(context, one) for one in context.toets.signalen)
    yield from table("Signalen en de bevinding waarin ze zijn gewogen", heads, rows=rows)


def _signal(context: Context, one: Signaal) -> tuple[str, str, str, Inlines]:
    titles = {b.id: b.titel for b in context.toets.bevindingen}
    weighed = titles.get(one.gewogen_in or "", "") or "–"
    channel = context.value("kanalen", one.kanaal)
    text = " ".join(one.tekst.split())
    return (text, channel, weighed, context.cited((one.bron,)) or said("–"))


def _evaluation(context: Context, aanleiding: Aanleiding) -> Iterator[Block]:
    evaluation = aanleiding.wetsevaluatie
    if not evaluation:
        return
    yield heading("Wetsevaluatie")
    until = f", uiterlijk {date(evaluation.uiterlijk)}" if evaluation.uiterlijk else ""
    if evaluation.uiterlijk == "onbekend":
        until = "; de uiterste datum is onbekend"
    yield paragraph(
        "Los van deze toets schrijft de wet een evaluatie voor "
        f"({evaluation.artikel}{until}). De invoeringstoets vervangt die niet."
    )
    cited = context.cited((evaluation.bron,))
    if cited:
        yield meta((Text("Te vinden in "), *cited, Text(".")))
