"""The report: everything a toets holds, voices apart, with sources; short for an afweging."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.document import Block, Blocks, Cover, Document
from invoeringstoets.model import Library, Toets
from invoeringstoets.model.mijlpalen import BEFORE_RESULT
from invoeringstoets.notation import capitalised, date, moment
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.letter.head import letter_date, sending
from invoeringstoets.reports.notices import original
from invoeringstoets.reports.paper import paper
from invoeringstoets.reports.pieces import (
    UNKNOWN_NOTE,
    Content,
    Section,
    fact,
    heading,
    known,
    meta,
)
from invoeringstoets.reports.sections.approach import approach
from invoeringstoets.reports.sections.assumptions import assumptions
from invoeringstoets.reports.sections.colophon import colophon
from invoeringstoets.reports.sections.conclusions import Conclusions
from invoeringstoets.reports.sections.conflicts import conflicts
from invoeringstoets.reports.sections.costs import costs
from invoeringstoets.reports.sections.course import course
from invoeringstoets.reports.sections.figures import figures
from invoeringstoets.reports.sections.instrument import instrument
from invoeringstoets.reports.sections.occasion import occasion
from invoeringstoets.reports.sections.questions import questions
from invoeringstoets.reports.sections.recommendations import advice
from invoeringstoets.reports.sections.register import register
from invoeringstoets.reports.sections.regulation import in_force, regulation
from invoeringstoets.reports.sections.risks import risks
from invoeringstoets.reports.sections.sources import sources
from invoeringstoets.reports.sections.summary import summary
from invoeringstoets.reports.sections.weighing import weighing

_SUBTITLES = {
    "invoeringstoets": "Rapport van de invoeringstoets",
    "quickscan": "Rapport van de quickscan",
    "afweging": "Afweging of een invoeringstoets nuttig is",
}


def unavailable(toets: Toets, library: Library) -> str | None:
    """Why no report can be made of this toets, or ``None`` when one can."""
    if toets.volledigheid == "indexrecord":
        return "Dit is een indexrecord: de uitkomsten zijn niet in het register opgenomen."
    if toets.status in BEFORE_RESULT and toets.soort != "afweging":
        return f"Er is nog geen resultaat: de toets heeft de status ‘{library.word(toets.status)}’."
    return None


def build(toets: Toets, library: Library) -> Document:
    """The report as a document; every section says what is missing in it."""
    context = Context(toets, library)
    return paper(
        context,
        _explained_once(_blocks(context)),
        front=_cover(context),
        subject=_SUBTITLES.get(toets.soort, ""),
        date=_day(context),
    )


def _day(context: Context) -> str:
    weighed = context.toets.afweging
    return (weighed.datum if weighed else "") or letter_date(context) or ""


def _cover(context: Context) -> Cover:
    subtitle = _SUBTITLES.get(context.toets.soort, context.word(context.toets.soort))
    return Cover(
        context.toets.titel, subtitle, tuple(fact(*pair) for pair in _cover_facts(context))
    )


def _cover_facts(context: Context) -> Iterator[tuple[str, Content]]:
    toets = context.toets
    yield "Regeling", toets.regeling.citeertitel
    yield "Inwerkingtreding", in_force(context)
    yield from known(
        (
            ("Opdrachtgever", context.with_role("opdrachtgever")),
            ("Beleid", context.with_role("beleid")),
            ("Uitvoering", context.with_role("uitvoering")),
            ("Toezicht", context.with_role("toezicht")),
        )
    )
    if toets.soort == "afweging":
        yield "Datum van het besluit", date(_day(context))
    else:
        yield "Uitvoerder van de toets", context.with_role("uitvoerder_toets")
        yield from known((("Extern onderzoek", context.with_role("extern_onderzoek")),))
        yield "Peildatum", date(toets.peildatum)
        yield "Status", _status(context)


def _status(context: Context) -> str:
    word = capitalised(context.word(context.toets.status))
    if context.toets.status != "aangeboden":
        return word
    first = sending(context)
    day = moment((first.datum if first else None) or letter_date(context))
    return " ".join(filter(None, (word, day)))


def _blocks(context: Context) -> Iterator[Block]:
    yield from original(context)
    parts = _weighing(context) if context.toets.soort == "afweging" else _toets(context)
    for number, section in enumerate((part for part in parts if part), 1):
        yield heading(section.title, 1, anchor=section.id, number=str(number))
        yield from section.blocks
    annex = instrument(context, questions=context.toets.soort == "afweging")
    yield heading(f"Bijlage: {annex.title}", 1, anchor=annex.id)
    yield from annex.blocks


def _explained_once(blocks: Iterator[Block]) -> Blocks:
    """The blocks with the meaning of "onbekend" only under the first table that needs it."""
    note = meta(UNKNOWN_NOTE)
    found = tuple(blocks)
    first = found.index(note) if note in found else 0
    return tuple(b for i, b in enumerate(found) if b != note or i == first)


def _toets(context: Context) -> Iterator[Section | None]:
    conclusions = Conclusions(context)
    yield summary(context)
    yield regulation(context)
    yield occasion(context)
    yield approach(context)
    yield course(context)
    yield questions(context)
    yield figures(context)
    yield assumptions(context)
    yield risks(context)
    yield costs(context)
    yield conclusions.section()
    yield advice(context)
    yield register(context, conclusions)
    yield conflicts(context)
    yield sources(context)
    yield colophon(context)


def _weighing(context: Context) -> Iterator[Section | None]:
    yield weighing(context)
    yield regulation(context)
    yield occasion(context)
    yield conflicts(context)
    yield sources(context)
    yield colophon(context)
