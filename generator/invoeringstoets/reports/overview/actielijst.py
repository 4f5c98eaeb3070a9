"""The actions of all toetsen in one list: real ones first, invented ones apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as calendar_day

from invoeringstoets.document import Block, Cover, Definition, Document, Notice, Sheet, Tone
from invoeringstoets.model import Brief, Library
from invoeringstoets.model.mijlpalen import deadline, is_open
from invoeringstoets.notation import capitalised, date
from invoeringstoets.reports.actielijst import HONEST
from invoeringstoets.reports.action_sheet import explained, sheet_of
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.notices import COLOPHON
from invoeringstoets.reports.overview.collection import INCOMPLETE, Collection, without_actions
from invoeringstoets.reports.pieces import fact, heading, meta
from invoeringstoets.reports.sections.action_table import Listed, listed, per_toets
from invoeringstoets.reports.sections.actions import tally
from invoeringstoets.reports.variant import Variant

TITLE = "Actielijst van alle invoeringstoetsen"

EXAMPLES = Notice(
    "Met voorbeelden",
    "Verzonnen voorbeelden komen na de echte acties en zijn als fictief gemerkt.",
    Tone.INFO,
)


def unavailable(library: Library, brief: Brief) -> str | None:  # noqa: ARG001 (no letter)
    """Why there is no list, or ``None`` when there is one."""
    if any(toets.acties for toets in library.toetsen):
        return None
    return "Bij geen enkele toets zijn acties vastgelegd."


def variants(library: Library, brief: Brief) -> tuple[Variant, ...]:  # noqa: ARG001 (no letter)
    """The list, as one document."""
    return (Variant(_document(library)),)


def sheet(library: Library) -> Sheet:
    """The list as a spreadsheet; a column tells which toetsen are invented."""
    about = "De acties uit alle invoeringstoetsen in deze verzameling"
    explanation = explained(library, _notices(library), about=about)
    return sheet_of(ordered(library), title=TITLE, explanation=explanation)


def ordered(library: Library) -> tuple[Listed, ...]:
    """Real before invented, open before done, by term, then in order of toets."""
    found = [one for toets in library.toetsen for one in listed(Context(toets, library))]
    return tuple(sorted(found, key=_order))


def _order(one: Listed) -> tuple[bool, bool, calendar_day]:
    actie = one.actie
    fictief = one.context.toets.fictief
    return fictief, not is_open(actie), deadline(actie) or calendar_day.max


def _notices(library: Library) -> tuple[Notice, ...]:
    collection = Collection(library)
    own = tuple(one for one in collection.notices() if one.label in _KEPT)
    mixed = len(collection.toetsen) < len(library.toetsen)
    return (*own, *((EXAMPLES,) if mixed else ()), INCOMPLETE)


_KEPT = ("Fictief", "Intern")


def _document(library: Library) -> Document:
    actions = ordered(library)
    return Document(
        title=TITLE,
        front=Cover(TITLE, "Actielijst", tuple(_facts(library, actions)), compact=True),
        blocks=tuple(_blocks(library, actions)),
        notices=_notices(library),
        subject=TITLE,
        date=library.reference_date,
        footer=COLOPHON,
    )


def _facts(library: Library, actions: tuple[Listed, ...]) -> Iterator[Definition]:
    day = library.reference_date
    yield fact("Stand op", date(day))
    for title, invented in (("Acties", False), ("Voorbeelden", True)):
        own = [one.actie for one in actions if one.context.toets.fictief == invented]
        if own:
            yield fact(title, tally(own, day))


def _blocks(library: Library, actions: tuple[Listed, ...]) -> Iterator[Block]:
    yield meta(HONEST)
    yield from without_actions(Collection(library).contexts)
    for invented, prefix in ((False, ""), (True, "Verzonnen voorbeelden: ")):
        own = [one for one in actions if one.context.toets.fictief == invented]
        still = [one for one in own if is_open(one.actie)]
        done = [one for one in own if not is_open(one.actie)]
        if still:
            yield heading(_title(prefix, "acties die voor zover bekend niet zijn afgerond"), 1)
            yield from per_toets("Open acties", still)
        if done:
            yield heading(_title(prefix, "acties die zijn afgerond of vervallen"), 1)
            yield from per_toets("Afgeronde en vervallen acties", done)


def _title(prefix: str, words: str) -> str:
    return prefix + words if prefix else capitalised(words)
