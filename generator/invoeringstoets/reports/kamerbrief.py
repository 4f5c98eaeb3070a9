"""The letter with which a minister offers an invoeringstoets to parliament.

The order follows published letters: offer and introduction, numbered sections with the conclusions
and their actions, closing, signatures, annexes. Nothing in it is an id of the data; what the author
has not written yet says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from invoeringstoets.document import Block, Blocks, Document, PageBreak, Role
from invoeringstoets.model import Library, Paragraaf, Toets
from invoeringstoets.reports.context import BEFORE_RESULT, Context
from invoeringstoets.reports.letter.chambers import per_chamber
from invoeringstoets.reports.letter.closing import (
    also_sent,
    annexes,
    instrument_title,
    promises,
    signatures,
)
from invoeringstoets.reports.letter.conclusions import Outcomes
from invoeringstoets.reports.letter.head import letter_date, letterhead, sender
from invoeringstoets.reports.notices import COLOPHON, notices, original
from invoeringstoets.reports.pieces import heading, missing, or_missing, paragraph
from invoeringstoets.reports.sections.instrument import instrument
from invoeringstoets.reports.variant import Variant

_NUMBER = re.compile(r"^\d{1,2}\.\s+")


@dataclass(frozen=True)
class _Part:
    """A section of the letter before it is numbered."""

    kop: str
    level: int
    blocks: Blocks


def unavailable(toets: Toets, library: Library) -> str | None:
    """Why no letter can be made of this toets, or ``None`` when one can."""
    if toets.soort == "afweging":
        return "Bij een afweging hoort geen Kamerbrief; het rapport geeft het besluit en de reden."
    if toets.volledigheid == "indexrecord":
        return "Dit is een indexrecord: de tekst van de brief is niet in het register opgenomen."
    if toets.status in BEFORE_RESULT:
        word = library.word(toets.status)
        return f"Er is nog geen Kamerbrief: de toets heeft de status ‘{word}’."
    return None


def build(toets: Toets, library: Library) -> Document:
    """The letter to the first Kamer as a document; every action text is in it exactly once."""
    return letter(Context(toets, library))


def variants(toets: Toets, library: Library) -> tuple[Variant, ...]:
    """A letter for each Kamer: other dossiers and numbers, and each names the other."""
    return per_chamber(Context(toets, library), letter)


def letter(context: Context) -> Document:
    """The letter to one Kamer."""
    brief = context.brief
    return Document(
        title=brief.betreft or context.toets.titel,
        front=letterhead(context),
        blocks=(*_opening(context), *_body(context), *signatures(context), *_back(context)),
        notices=notices(context),
        language=context.toets.taal,
        author=sender(context),
        subject=context.toets.titel,
        date=letter_date(context) or "",
        footer=COLOPHON,
    )


def _opening(context: Context) -> Iterator[Block]:
    brief = context.brief
    yield from original(context)
    yield paragraph("Geachte voorzitter,", Role.SALUTATION)
    yield from context.blocks(brief.aanbieding)
    yield from or_missing(context.blocks(brief.inleiding, level=1), "inleiding")
    yield from also_sent(context)


def _body(context: Context) -> Iterator[Block]:
    outcomes = Outcomes(context)
    parts = [*_parts(context, outcomes)]
    first_level = [part for part in parts if part.level == 1]
    number = 0
    for part in parts:
        mark = ""
        if part.level == 1 and len(first_level) > 1:
            number += 1
            mark = f"{number}."
        yield heading(part.kop, part.level, number=mark)
        yield from part.blocks


def _parts(context: Context, outcomes: Outcomes) -> Iterator[_Part]:
    brief = context.brief
    level = 0
    flagged = next((i for i, p in enumerate(brief.paragrafen) if p.conclusies), None)
    if flagged is None:
        content = (*context.blocks(brief.waardering), *outcomes.conclusions())
        yield _Part("Conclusies en acties", 1, content)
    for index, paragraaf in enumerate(brief.paragrafen):
        level = min(max(paragraaf.niveau, 1), level + 1)
        here = outcomes if index == flagged else None
        yield _part(context, paragraaf, level=level, outcomes=here)
    closing = (
        *outcomes.other_actions(),
        *promises(context),
        *or_missing(context.blocks(brief.slot, level=2), "slot"),
    )
    yield _Part("Tot slot", 1, closing)


def _part(
    context: Context, paragraaf: Paragraaf, *, level: int, outcomes: Outcomes | None
) -> _Part:
    text = context.blocks(paragraaf.tekst, level=level + 1)
    if outcomes:
        # The appreciation comes first: a letter names the good news before the bottlenecks.
        praise = context.blocks(context.brief.waardering)
        text = (*praise, *text, *outcomes.conclusions())
    return _Part(_NUMBER.sub("", paragraaf.kop), level, text or (missing(),))


def _back(context: Context) -> Iterator[Block]:
    yield from annexes(context)
    annex = instrument(context, questions=True)
    yield PageBreak()
    yield heading(instrument_title(context), 1, anchor=annex.id)
    yield from annex.blocks
