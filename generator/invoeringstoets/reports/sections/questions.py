"""The six central questions with their answers and the findings under them."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.document import Block, Inlines, Link, Text
from invoeringstoets.model import CENTRALE_VRAGEN, Antwoord, Bevinding
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.pieces import (
    Section,
    between,
    heading,
    meta,
    or_missing,
    paragraph,
    said,
)
from invoeringstoets.reports.sections.findings import finding
from invoeringstoets.reports.sections.instrument import MAIN_QUESTIONS, QUESTIONS
from invoeringstoets.reports.sections.occasion import not_answered

_QUICK = ("1A", "1B", "2A", "2B")


def questions(context: Context) -> Section:
    """Every fixed question in its fixed wording, with the answer or the reason for none."""
    blocks: list[Block] = []
    placed: set[str] = set()
    for key in CENTRALE_VRAGEN:
        if key.endswith("A"):
            blocks.append(heading(f"Vraag {key[0]}. {MAIN_QUESTIONS[key[0]]}"))
        blocks += _question(context, key, placed=placed)
    rest = [one for one in context.toets.bevindingen if one.id not in placed]
    if rest:
        blocks.append(heading("Bevindingen buiten de centrale vragen"))
        for one in rest:
            blocks += finding(context, one, level=3)
    return Section("De centrale vragen", tuple(blocks), "vragen")


def _question(context: Context, key: str, *, placed: set[str]) -> Iterator[Block]:
    toets = context.toets
    answer = toets.centrale_vragen.get(key, Antwoord())
    here = [one for one in toets.bevindingen if one.vraag == key]
    placed.update(one.id for one in here)
    yield heading(f"{key}. {QUESTIONS[key]}", 3, anchor=f"vraag-{key.casefold()}")
    yield from _answer(context, key, answer=answer)
    elsewhere = [b for b in toets.bevindingen if b.id in answer.bevindingen and b.vraag != key]
    if elsewhere:
        yield meta((Text("Zie ook: "), *_links(elsewhere), Text(".")))
    for one in _whole_first(here):
        yield from finding(context, one, level=4)


def _answer(context: Context, key: str, *, answer: Antwoord) -> Iterator[Block]:
    if answer.niet_beantwoord and not answer.antwoord:
        yield paragraph(not_answered(answer.niet_beantwoord))
    elif not answer.antwoord and context.toets.soort == "quickscan" and key not in _QUICK:
        yield paragraph("Deze vraag hoort niet bij een quickscan.")
    else:
        yield from or_missing(context.blocks(answer.antwoord), "antwoord")


def _links(findings: list[Bevinding]) -> Inlines:
    return between((Link(f"#bevinding-{b.id.casefold()}", said(b.titel)),) for b in findings)


def _whole_first(findings: list[Bevinding]) -> Iterator[Bevinding]:
    ids = {one.id for one in findings}
    wholes = [one for one in findings if one.deel_van not in ids]
    for whole in wholes:
        yield whole
        yield from (one for one in findings if one.deel_van == whole.id)
    reached = {w.id for w in wholes}
    yield from (o for o in findings if o.id not in reached and o.deel_van not in reached)
