"""A letter with the state of all toetsen: what came of them, what is open, what is late.

A concept, made from the register and sent by nobody: who sends it stands in the project's settings,
or is shown as missing. It promises nothing that no toets promised.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from invoeringstoets.document import Block, Document, Notice, Role
from invoeringstoets.model import Brief, Library
from invoeringstoets.model.datums import bounds
from invoeringstoets.model.mijlpalen import deadline, is_late, is_open
from invoeringstoets.model.mijlpalen import letter_date as sent_on
from invoeringstoets.notation import capitalised, counted, date, joined
from invoeringstoets.reports.actielijst import HONEST
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.letter.chambers import per_chamber
from invoeringstoets.reports.letter.closing import (
    also_sent,
    annex_list,
    annexes,
    promises,
    signatures,
)
from invoeringstoets.reports.letter.head import letter_date, letterhead, sender
from invoeringstoets.reports.letter.text import Part, numbered, own
from invoeringstoets.reports.notices import COLOPHON
from invoeringstoets.reports.overview import tables
from invoeringstoets.reports.overview.collection import NO_TOETSEN, Collection, without_actions
from invoeringstoets.reports.pieces import meta, paragraph
from invoeringstoets.reports.sections.action_table import Listed, overview, per_toets
from invoeringstoets.reports.variant import Variant

TITLE = "Stand van zaken invoeringstoetsen"

CONCEPT = Notice("Concept", "Deze brief is uit het register gemaakt en niet verzonden.")


def unavailable(library: Library, brief: Brief) -> str | None:
    """Why there is no such letter, or ``None`` when there is.

    Of a day before what the toetsen tell of, their state is not known any more. The days of
    invented toetsen may lie ahead.
    """
    if not library.toetsen:
        return NO_TOETSEN
    told = _as_of(library, brief).reference_date
    day = bounds(told)
    sent = (bounds(sent_on(one)) for one in library.toetsen if not one.fictief)
    later = [first for first, _ in filter(None, sent) if day and first > day[1]]
    if not later:
        return None
    which = " (de datum van deze brief)" if told != library.reference_date else ""
    return (
        f"Op {date(told)}{which} was nog niet verzonden wat er nu is vastgelegd; de laatste brief"
        f" is van {date(max(later).isoformat())}. Kies die dag of een latere."
    )


def variants(library: Library, brief: Brief) -> tuple[Variant, ...]:
    """The letter, one for each Kamer that the settings name."""
    collection = Collection(_as_of(library, brief), brief)
    return per_chamber(collection.letter(TITLE), lambda context: _letter(collection, context))


def _as_of(library: Library, brief: Brief) -> Library:
    """The library as seen on the day of the letter, if that is past: no letter tells of later.

    Letters to both Kamers tell the same, so the first of their days counts.
    """
    days = (brief.datum, *(one.datum for one in brief.verzendingen))
    known = [limits[1] for limits in map(bounds, days) if limits]
    today = bounds(library.reference_date)
    if not known or not today or min(known) >= today[0]:
        return library
    return replace(library, reference_date=min(known).isoformat())


def _letter(collection: Collection, context: Context) -> Document:
    enclosed = annexes(context, instrument=False)
    return Document(
        title=context.brief.betreft or TITLE,
        front=letterhead(context, annexes=len(enclosed)),
        blocks=(
            paragraph("Geachte voorzitter,", Role.SALUTATION),
            *_opening(collection, context),
            *numbered(tuple(_parts(collection, context))),
            *signatures(context),
            *annex_list(enclosed),
        ),
        notices=collection.notices(own=(CONCEPT,)),
        author=sender(context),
        subject=TITLE,
        date=letter_date(context) or collection.library.reference_date,
        footer=COLOPHON,
    )


def _opening(collection: Collection, context: Context) -> Iterator[Block]:
    verb = "informeren wij" if context.plural else "informeer ik"
    yield from context.blocks(context.brief.aanbieding)
    yield paragraph(
        f"Met deze brief {verb} uw Kamer over de stand van zaken van de invoeringstoetsen op"
        f" {date(collection.library.reference_date)}. Een invoeringstoets laat vroeg zien hoe"
        " nieuwe regelgeving in de praktijk werkt, voor de doelgroep en voor de uitvoering."
    )
    yield from context.blocks(context.brief.inleiding, level=1)
    yield paragraph(
        "Het overzicht is gemaakt uit een register en is indicatief: het bevat alleen de toetsen"
        f" die daarin zijn vastgelegd. {_counts(collection)}"
    )
    yield from also_sent(context)


def _counts(collection: Collection) -> str:
    """How many toetsen there are, by status."""
    toetsen = [t for t in collection.toetsen if t.soort != "afweging"]
    words = Counter(collection.library.word(t.status) for t in toetsen)
    total = counted(len(toetsen), "toets", more="toetsen")
    if len(words) == 1:
        which = "alle " if len(toetsen) > 1 else ""
        return f"Het gaat om {total}, {which}met de status ‘{next(iter(words))}’."
    statuses = joined(f"{count} met de status ‘{word}’" for word, count in words.items())
    return f"Het gaat om {total}: {statuses}."


def _parts(collection: Collection, context: Context) -> Iterator[Part]:
    """What the register tells, then what the sender adds, as in a letter about a toets."""
    praise = context.blocks(context.brief.waardering)
    closing = (*promises(context), *context.blocks(context.brief.slot, level=2))
    parts = (
        Part("Toetsen en uitkomsten", 1, (*praise, *_outcomes(collection))),
        Part("Acties", 1, tuple(_actions(collection))),
        Part("Toetsen die nog volgen", 1, tuple(_coming(collection))),
        Part("Afwegingen", 1, tuple(_weighed(collection))),
        *own(context, None),
        Part("Tot slot", 1, closing),
    )
    yield from (part for part in parts if part.blocks)


def _outcomes(collection: Collection) -> Iterator[Block]:
    done = tuple(c for c in collection.contexts if _offered(c))
    if not done:
        return
    yield paragraph(
        "De tabel geeft de toetsen die aan de Kamer zijn aangeboden. De uitkomst van een toets"
        " staat er zoals een bron die noemt; deze brief voegt daar geen eigen oordeel aan toe."
    )
    yield from tables.results("Aangeboden toetsen en hun uitkomst", done)
    yield from tables.incomplete(done)
    for context in done:
        yield from tables.conclusions(context)


def _offered(context: Context) -> bool:
    return context.toets.status == "aangeboden" and context.toets.soort != "afweging"


def _coming(collection: Collection) -> Iterator[Block]:
    others = tuple(
        c for c in collection.contexts if c.toets.soort != "afweging" and not _offered(c)
    )
    if others:
        yield from tables.coming("Toetsen die nog niet zijn aangeboden", others)


def _weighed(collection: Collection) -> Iterator[Block]:
    weighed = tuple(c for c in collection.contexts if c.toets.soort == "afweging")
    yield from tables.weighed("Regelingen waarvan is afgewogen of een toets nuttig is", weighed)


def _actions(collection: Collection) -> Iterator[Block]:
    actions = collection.actions
    if not actions:
        yield paragraph("Bij deze toetsen zijn in het register geen acties vastgelegd.")
        yield from without_actions(collection.contexts)
        return
    day = collection.library.reference_date
    still = tuple(one for one in actions if is_open(one.actie))
    late = tuple(one for one in still if is_late(one.actie, day))
    yield paragraph(_count_actions(actions, still, day=day))
    yield from without_actions(collection.contexts)
    yield meta(
        "De tekst van een actie komt uit de toets of uit de brief daarbij; ‘ik’ is daarin wie die"
        " brief ondertekende."
    )
    if late:
        yield meta(HONEST)
        yield from overview(f"Acties die te laat zijn op {date(day)}", late, across=True)
    rest = tuple(one for one in still if one not in late)
    yield from per_toets("Overige open acties" if late else "Open acties", rest)


def _count_actions(all_: tuple[Listed, ...], open_: tuple[Listed, ...], *, day: str) -> str:
    """How many actions there are, are open and are late, in words that fit the numbers."""
    total, still = len(all_), len(open_)
    dated = any(deadline(one.actie) for one in open_)
    late = sum(is_late(one.actie, day) for one in open_)
    actions = counted(total, "actie", more="acties")
    verb = "is" if total == 1 else "zijn"
    start = f"Bij de toetsen {verb} {actions} vastgelegd"
    if not still:
        return f"{start}. {'Die is' if total == 1 else 'Die zijn'} afgerond of vervallen."
    left = "die" if still == total else f"waarvan {still}"
    open_verb = "is" if still == 1 else "zijn"
    known = f"{start}, {left} voor zover bekend nog niet {open_verb} afgerond."
    if not dated:
        return f"{known} Bij geen ervan noemt een bron een datum of kwartaal als termijn."
    if not late:
        return f"{known} Van geen ervan is een genoemde termijn voorbij op {date(day)}."
    which = "Daarvan is er één" if late == 1 else f"Daarvan zijn er {late}"
    return f"{known} {capitalised(which)} te laat op {date(day)}."
