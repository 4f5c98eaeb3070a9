"""The summary on two pages: question, answer, figures, conclusions, actions; plain words first."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets import prose
from invoeringstoets.document import Block, Blocks, Cover, Document, Heading, Inline, LineBreak
from invoeringstoets.model import Actie, Library, Toets
from invoeringstoets.notation import counted, date, lowered
from invoeringstoets.phrasing import term_said
from invoeringstoets.reports import rapport
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.letter.conclusions import Outcomes
from invoeringstoets.reports.letter.head import letter_date
from invoeringstoets.reports.notices import original
from invoeringstoets.reports.paper import paper
from invoeringstoets.reports.pieces import (
    Section,
    bullets,
    fact,
    heading,
    meta,
    missing,
    or_missing,
    paragraph,
)
from invoeringstoets.reports.sections.actions import owner, standing
from invoeringstoets.reports.sections.conclusions import speaker
from invoeringstoets.reports.sections.figures import in_words
from invoeringstoets.reports.sections.instrument import MAIN_QUESTIONS
from invoeringstoets.reports.sections.occasion import not_answered
from invoeringstoets.reports.sections.regulation import in_force

TWO_PAGES = 74
"""How many lines of text two pages hold besides the head of the first."""

ELSEWHERE = "De actielijst bij deze toets noemt ze alle."

_LINE = 88
"""How many characters a line holds."""

_FEWEST = 12
"""How many lines there always are for actions."""


def unavailable(toets: Toets, library: Library) -> str | None:
    """Why no summary can be made of this toets, or ``None`` when one can."""
    if toets.soort == "afweging":
        return "Een afweging is al kort: het rapport geeft het besluit en de reden."
    return rapport.unavailable(toets, library)


def build(toets: Toets, library: Library) -> Document:
    """The summary as a document."""
    context = Context(toets, library)
    return paper(
        context,
        _blocks(context),
        front=_front(context),
        subject="Samenvatting van de invoeringstoets",
        date=letter_date(context) or "",
    )


def _front(context: Context) -> Cover:
    toets = context.toets
    facts = (
        fact("Regeling", toets.regeling.citeertitel),
        fact("Inwerkingtreding", in_force(context)),
        fact("Peildatum", date(toets.peildatum)),
    )
    return Cover(toets.titel, "Samenvatting", facts, compact=True)


def _blocks(context: Context) -> Blocks:
    """The sections; there are as many actions as two pages hold, and the list has them all."""
    before = (_lead(context), _question(context), *_rest(context))
    blocks = (*original(context), *(block for one in before for block in _shown(one)))
    room = max(TWO_PAGES - _lines(blocks), _FEWEST)
    return (*blocks, *_shown(Section("Acties", tuple(_actions(context, room)), "acties")))


def _shown(section: Section) -> Blocks:
    """A section with its heading."""
    return (heading(section.title, 1, anchor=section.id), *section.blocks)


def _lines(blocks: Blocks) -> int:
    """About how many lines blocks take on paper; a heading takes two."""
    runs: list[list[Inline]] = [[]]
    for inline in prose.flowed(blocks):
        if isinstance(inline, LineBreak):
            runs.append([])
        else:
            runs[-1].append(inline)
    headings = sum(isinstance(block, Heading) for block in blocks)
    return headings + sum(1 + len(prose.plain(tuple(run))) // _LINE for run in runs)


def _lead(context: Context) -> Section:
    """The summary in plain language; without one the ordinary summary."""
    public = context.blocks(context.toets.publiekssamenvatting)
    if public:
        return Section("In eenvoudige woorden", public, "kort")
    own = context.blocks(context.toets.samenvatting)
    return Section("In het kort", or_missing(own, "samenvatting"), "kort")


def _question(context: Context) -> Section:
    """The toets's own questions with their answers; else the two main ones and the summary."""
    aanleiding = context.toets.aanleiding
    asked = aanleiding.onderzoeksvragen if aanleiding else ()
    blocks: list[Block] = []
    for one in asked:
        blocks.append(heading(one.tekst))
        if one.niet_beantwoord and not one.antwoord:
            blocks.append(paragraph(not_answered(one.niet_beantwoord)))
        else:
            blocks += or_missing(context.blocks(one.antwoord), "antwoord")
    if not asked:
        blocks += bullets(MAIN_QUESTIONS.values())
        if context.toets.publiekssamenvatting:
            blocks += or_missing(context.blocks(context.toets.samenvatting), "samenvatting")
    return Section("Vraag en antwoord", tuple(blocks), "vraag")


def _rest(context: Context) -> Iterator[Section]:
    if context.toets.kerncijfers or context.unfinished:
        yield Section("Cijfers", _figures(context), "cijfers")
    yield Section("Conclusies", tuple(_conclusions(context)), "conclusies")


def _figures(context: Context) -> Blocks:
    """The figures in words; a date that they share is said once."""
    found = context.toets.kerncijfers
    days = {one.peildatum for one in found}
    shared = len(days) == 1 and len(found) > 1
    items = bullets(in_words(context, one, dated=not shared) for one in found)
    if not items:
        return (missing(),)
    day = date(days.pop()) if shared else ""
    return (*items, meta(f"Peildatum van deze cijfers: {day}.")) if day else items


def _conclusions(context: Context) -> Iterator[Block]:
    voice = Outcomes(context).voice
    found = [one for one in context.toets.conclusies if one.stem == voice]
    if not found:
        yield missing()
        return
    whose = {"brief": "uit de brief van de bewindspersoon", "presentatie": "uit een presentatie"}
    yield meta(f"Dit zijn de conclusies {whose.get(voice, 'van de toets zelf')}.")
    yield from bullets((one.titel for one in found), ordered=True)


def _actions(context: Context, room: int) -> Iterator[Block]:
    """The actions that fit in so many lines, at least one, and how many more there are."""
    acties = context.toets.acties
    if not acties:
        yield missing() if context.unfinished else paragraph("Er zijn geen acties vastgelegd.")
        return
    yield from speaker(context)
    fitting: list[Blocks] = []
    for one in (_action(context, actie) for actie in acties):
        room -= _lines(one)
        if fitting and room < 0:
            break
        fitting.append(one)
    yield from bullets(fitting, ordered=True)
    left = len(acties) - len(fitting)
    if left:
        more = counted(left, "actie", more="acties")
        yield paragraph(f"Daarnaast {'is' if left == 1 else 'zijn'} er nog {more}. {ELSEWHERE}")


def _action(context: Context, actie: Actie) -> Blocks:
    facts = (
        ("Eigenaar", owner(context, actie)),
        ("Termijn", lowered(term_said(actie))),
        ("Status", standing(context, actie)),
    )
    line = " ".join(f"{name}: {said}." for name, said in facts if said)
    return (*context.blocks(actie.tekst), *((meta(line),) if line else ()))
