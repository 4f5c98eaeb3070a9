"""The letter with which a minister offers an invoeringstoets to parliament, one for each Kamer."""

from __future__ import annotations

from invoeringstoets.document import Document, Role
from invoeringstoets.model import Library, Toets
from invoeringstoets.model.mijlpalen import BEFORE_RESULT
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.letter.chambers import per_chamber
from invoeringstoets.reports.letter.closing import annexes, signatures
from invoeringstoets.reports.letter.head import letter_date, letterhead, sender
from invoeringstoets.reports.letter.text import back, body, opening
from invoeringstoets.reports.notices import COLOPHON, notices, original
from invoeringstoets.reports.pieces import paragraph
from invoeringstoets.reports.variant import Variant


def unavailable(toets: Toets, library: Library) -> str | None:
    """Why no letter can be made of this toets, or ``None`` when one can."""
    if toets.soort == "afweging" and toets.brief is None:
        return "Bij deze afweging is geen brief vastgelegd; het rapport geeft besluit en reden."
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
        front=letterhead(context, annexes=len(annexes(context))),
        blocks=(
            *original(context),
            paragraph("Geachte voorzitter,", Role.SALUTATION),
            *opening(context),
            *body(context),
            *signatures(context),
            *back(context),
        ),
        notices=notices(context),
        language=context.toets.taal,
        author=sender(context),
        subject=context.toets.titel,
        date=letter_date(context) or "",
        footer=COLOPHON,
    )
