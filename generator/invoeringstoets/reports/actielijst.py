"""The actions of a toets as a list to keep: what, who, when, what became of it, and why."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.document import Block, Cover, Document, Sheet
from invoeringstoets.model import Library, Toets
from invoeringstoets.model.mijlpalen import BEFORE_RESULT
from invoeringstoets.notation import date
from invoeringstoets.reports.action_sheet import explained, sheet_of
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.notices import notices, original
from invoeringstoets.reports.paper import paper
from invoeringstoets.reports.pieces import fact, heading, meta, missing
from invoeringstoets.reports.sections.action_table import backgrounds, listed, overview
from invoeringstoets.reports.sections.actions import tally
from invoeringstoets.reports.sections.conclusions import speaker
from invoeringstoets.reports.sections.sources import sources

HONEST = (
    "Een actie heet alleen ‘te laat’ als een bron een datum of kwartaal noemt dat voorbij is en de "
    "actie is aangekondigd of loopt. Noemt geen bron een termijn, dan staat dat er."
)
"""What "te laat" means in every list of actions."""


def unavailable(toets: Toets, library: Library) -> str | None:
    """Why no list can be made of this toets, or ``None`` when one can."""
    if toets.acties:
        return None
    if toets.volledigheid == "indexrecord":
        return "Dit is een indexrecord: de acties zijn niet in het register opgenomen."
    if toets.status in BEFORE_RESULT:
        return f"Er zijn nog geen acties: de toets heeft de status ‘{library.word(toets.status)}’."
    if toets.status == "concept":
        return None
    return "Er zijn geen acties vastgelegd."


def build(toets: Toets, library: Library) -> Document:
    """The list as a document."""
    context = Context(toets, library)
    return paper(
        context,
        _blocks(context),
        front=_front(context),
        subject="Actielijst bij de invoeringstoets",
        date=library.reference_date,
    )


def sheet(toets: Toets, library: Library) -> Sheet:
    """The list as a spreadsheet."""
    context = Context(toets, library)
    about = explained(library, notices(context), about=f"De acties uit: {toets.titel}")
    return sheet_of(listed(context), title=f"Actielijst: {toets.titel}", explanation=about)


def _front(context: Context) -> Cover:
    library, acties = context.library, context.toets.acties
    facts = (
        fact("Regeling", context.toets.regeling.citeertitel),
        fact("Stand op", date(library.reference_date)),
        fact("Acties", tally(acties, library.reference_date) if acties else ""),
    )
    return Cover(context.toets.titel, "Actielijst", facts, compact=True)


def _blocks(context: Context) -> Iterator[Block]:
    yield from original(context)
    acties = listed(context)
    yield heading("Acties", 1, anchor="acties")
    yield from overview("Acties met eigenaar, termijn en status", acties)
    if not acties:
        yield missing()
        return
    yield from speaker(context)
    yield meta(HONEST)
    yield heading("Grondslag en opvolging", 1, anchor="grondslag")
    yield from backgrounds("Waarop elke actie rust en wat er daarna gebeurde", acties)
    found = sources(context)
    yield heading(found.title, 1, anchor=found.id)
    yield from found.blocks
