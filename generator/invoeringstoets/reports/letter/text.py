"""The text of the letter: what comes between salutation and signature, and after it.

The order follows published letters: offer and introduction, numbered sections with the conclusions
and their actions, closing, annexes. Nothing in it is an id of the data; what the author has not
written yet says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from invoeringstoets import prose
from invoeringstoets.document import Block, Blocks, PageBreak
from invoeringstoets.model import Paragraaf
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.letter.closing import (
    also_sent,
    annex_list,
    annexes,
    instrument_title,
    promises,
)
from invoeringstoets.reports.letter.conclusions import Outcomes
from invoeringstoets.reports.pieces import heading, missing, or_missing
from invoeringstoets.reports.sections.instrument import instrument
from invoeringstoets.reports.sections.weighing import weighing

_SHORT = 600
"""An annex of no more characters than this does not get a page of its own."""

_NUMBER = re.compile(r"^\d{1,2}\.\s+")


@dataclass(frozen=True)
class Part:
    """A section of a letter before it is numbered."""

    kop: str
    level: int
    blocks: Blocks


def opening(context: Context) -> Iterator[Block]:
    """What is offered and why, and that the other Kamer gets it too; without salutation."""
    brief = context.brief
    yield from context.blocks(brief.aanbieding)
    yield from or_missing(context.blocks(brief.inleiding, level=1), "inleiding")
    yield from also_sent(context)


def body(context: Context) -> Iterator[Block]:
    """The sections with the conclusions and actions."""
    yield from numbered(tuple(_parts(context)))


def numbered(parts: tuple[Part, ...]) -> Iterator[Block]:
    """Sections with their headings, numbered where there are several."""
    first_level = [part for part in parts if part.level == 1]
    number = 0
    for part in parts:
        mark = ""
        if part.level == 1 and len(first_level) > 1:
            number += 1
            mark = f"{number}."
        yield heading(part.kop, part.level, number=mark)
        yield from part.blocks


def _parts(context: Context) -> Iterator[Part]:
    """The sections in order; the letter about a weighing begins with the decision."""
    toets, brief = context.toets, context.brief
    weighed = toets.soort == "afweging"
    outcomes = None if weighed and not (toets.conclusies or toets.acties) else Outcomes(context)
    praise = context.blocks(brief.waardering)
    if weighed:
        decision = weighing(context)
        yield Part(decision.title, 1, (*decision.blocks, *(() if outcomes else praise)))
    if outcomes and not any(one.conclusies for one in brief.paragrafen):
        yield Part("Conclusies en acties", 1, (*praise, *outcomes.conclusions()))
    yield from own(context, outcomes)
    slot = context.blocks(brief.slot, level=2)
    closing = (
        *(outcomes.other_actions() if outcomes else ()),
        *promises(context),
        *(slot if weighed else or_missing(slot, "slot")),
    )
    if closing:
        yield Part("Tot slot", 1, closing)


def own(context: Context, outcomes: Outcomes | None) -> Iterator[Part]:
    """The author's sections; the first that asks for them gets the outcomes."""
    level = 0
    for paragraaf in context.brief.paragrafen:
        level = min(max(paragraaf.niveau, 1), level + 1)
        here = outcomes if paragraaf.conclusies else None
        yield _part(context, paragraaf, level=level, outcomes=here)
        outcomes = None if here else outcomes


def _part(context: Context, paragraaf: Paragraaf, *, level: int, outcomes: Outcomes | None) -> Part:
    text = context.blocks(paragraaf.tekst, level=level + 1)
    if outcomes:
        # The appreciation comes first: a letter names the good news before the bottlenecks.
        praise = context.blocks(context.brief.waardering)
        text = (*praise, *text, *outcomes.conclusions())
    return Part(_NUMBER.sub("", paragraaf.kop), level, text or (missing(),))


def back(context: Context) -> Iterator[Block]:
    """What follows the signatures: the list of annexes and the annex about the instrument."""
    yield from annex_list(annexes(context))
    annex = instrument(context, questions=True)
    if len(prose.plain(prose.flowed(annex.blocks))) > _SHORT:
        yield PageBreak()
    yield heading(instrument_title(context), 1, anchor=annex.id)
    yield from annex.blocks
