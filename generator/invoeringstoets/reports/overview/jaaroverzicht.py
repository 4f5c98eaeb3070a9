"""What happened in a year: toetsen offered, decisions, actions announced, done, and due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from invoeringstoets.document import Block, Blocks, Cover, Definition, Document
from invoeringstoets.model import Brief, Library, Opvolging
from invoeringstoets.model.datums import bounds
from invoeringstoets.model.mijlpalen import deadline, letter_date, year
from invoeringstoets.notation import counted, date, sentence
from invoeringstoets.reports.actielijst import HONEST
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.notices import COLOPHON
from invoeringstoets.reports.overview import tables
from invoeringstoets.reports.overview.collection import NO_TOETSEN, Collection, without_content
from invoeringstoets.reports.pieces import (
    Content,
    columns,
    fact,
    heading,
    meta,
    paragraph,
    said,
    table,
)
from invoeringstoets.reports.sections.action_table import Listed, overview, per_toets
from invoeringstoets.reports.variant import Variant


def unavailable(library: Library, brief: Brief) -> str | None:  # noqa: ARG001 (no letter)
    """Why there is no yearly overview, or ``None`` when there is one."""
    if not library.toetsen:
        return NO_TOETSEN
    return None if years(Collection(library)) else "Van geen enkele gebeurtenis is een jaar bekend."


def variants(library: Library, brief: Brief) -> tuple[Variant, ...]:
    """An overview for each year in which something happened, in order."""
    collection = Collection(library, brief)
    return tuple(Variant(_document(_Year(collection, one)), one, one) for one in years(collection))


def years(collection: Collection) -> tuple[str, ...]:
    """The years of which there is something to tell."""
    days = (
        *(offered_on(context) for context in collection.contexts),
        *(_weighed_on(context) for context in collection.contexts),
        *(step.datum for one in collection.actions for step in one.actie.opvolging),
        *(day for context in collection.contexts for day in _announced(context)),
    )
    return tuple(sorted({found for day in days if (found := _whole_year(day))}))


def _whole_year(day: str | None) -> str | None:
    """The year of a date, also of one of which only the year is known."""
    return year(day) if bounds(day) else None


def offered_on(context: Context) -> str | None:
    """When the toets was offered; nothing for one that was not, or for a weighing."""
    offered = context.toets.status == "aangeboden" and context.toets.soort != "afweging"
    return letter_date(context.toets) if offered else None


def _weighed_on(context: Context) -> str | None:
    return context.toets.afweging.datum if context.toets.afweging else None


def _announced(context: Context) -> Iterator[str]:
    aanleiding = context.toets.aanleiding
    for one in aanleiding.aangekondigd_in if aanleiding else ():
        if one.datum:
            yield one.datum


@dataclass(frozen=True)
class _Year:
    """One year of a collection."""

    collection: Collection
    year: str

    def _in(self, day: str | None) -> bool:
        return _whole_year(day) == self.year

    @cached_property
    def offered(self) -> tuple[Context, ...]:
        return tuple(c for c in self.collection.contexts if self._in(offered_on(c)))

    @cached_property
    def weighed(self) -> tuple[Context, ...]:
        return tuple(c for c in self.collection.contexts if self._in(_weighed_on(c)))

    @cached_property
    def announced(self) -> tuple[Context, ...]:
        return tuple(
            c for c in self.collection.contexts if any(self._in(day) for day in _announced(c))
        )

    @cached_property
    def new_actions(self) -> tuple[Listed, ...]:
        """The actions that came with the toetsen offered this year."""
        toetsen = {context.toets.id for context in self.offered}
        return tuple(one for one in self.collection.actions if one.context.toets.id in toetsen)

    @cached_property
    def due(self) -> tuple[Listed, ...]:
        """The actions whose dated term ends this year."""
        days = ((one, deadline(one.actie)) for one in self.collection.actions)
        return tuple(one for one, day in days if day and f"{day.year:04}" == self.year)

    @cached_property
    def steps(self) -> tuple[tuple[Content, ...], ...]:
        """What was done about actions this year, in order of time, as rows of a table."""
        found = [
            (one, step)
            for one in self.collection.actions
            for step in one.actie.opvolging
            if self._in(step.datum)
        ]
        found.sort(key=lambda pair: bounds(pair[1].datum) or ())
        return tuple(_step(one, step) for one, step in found)


def _step(one: Listed, step: Opvolging) -> tuple[Content, ...]:
    return (
        f"{one.toets}, {one.label.lower()}",
        date(step.datum),
        sentence(" ".join(step.tekst.split())),
        one.context.full_reference(step.bron) or said("–"),
    )


def _document(one: _Year) -> Document:
    title = f"Jaaroverzicht invoeringstoetsen {one.year}"
    library = one.collection.library
    return Document(
        title=title,
        front=Cover(title, "Jaaroverzicht", _facts(one), compact=True),
        blocks=tuple(_blocks(one)),
        notices=one.collection.notices(),
        subject=title,
        date=library.reference_date,
        footer=COLOPHON,
    )


def _facts(one: _Year) -> tuple[Definition, ...]:
    return (
        fact("Jaar", one.year),
        fact("Aangeboden", _offered(one)),
        fact("Stand op", date(one.collection.library.reference_date)),
    )


def _offered(one: _Year) -> str:
    """How many toetsen were offered, with how many actions, as far as the register has them."""
    total, bare = len(one.offered), len(without_content(one.offered))
    toetsen = counted(total, "toets", more="toetsen")
    if total == bare:
        rest = "; de acties daarvan zijn niet opgenomen in het register"
        return f"{toetsen}{rest if total else ''}"
    said = f"{toetsen}, met {counted(len(one.new_actions), 'actie', more='acties')}"
    left_out = counted(bare, "toets", more="toetsen")
    rest = f"; de acties van {left_out} zijn niet opgenomen in het register"
    return f"{said}{rest if bare else ''}"


def _blocks(one: _Year) -> Iterator[Block]:
    yield heading("Aangeboden toetsen", 1)
    yield from tables.results(f"Toetsen die in {one.year} zijn aangeboden", one.offered) or _none(
        f"In {one.year} is voor zover bekend geen toets aangeboden."
    )
    yield from tables.incomplete(one.offered)
    for context in one.offered:
        yield from tables.conclusions(context)
    sections = (
        ("Afwegingen", tables.weighed(f"Afwegingen in {one.year}", one.weighed)),
        (
            "Aangekondigde toetsen",
            tables.coming(f"Toetsen die in {one.year} zijn aangekondigd", one.announced),
        ),
        ("Nieuwe acties", tuple(per_toets("Acties", one.new_actions))),
        ("Termijnen", _actions(f"Acties met een termijn in {one.year}", one.due)),
        ("Opvolging", _steps(one)),
    )
    for title, blocks in sections:
        if blocks:
            yield heading(title, 1)
            yield from blocks


def _none(text: str) -> Blocks:
    return (paragraph(text),)


def _actions(caption: str, actions: Iterable[Listed]) -> Blocks:
    found = overview(caption, actions, across=True)
    return (*found, meta(HONEST)) if found else ()


def _steps(one: _Year) -> Blocks:
    heads = columns("Actie", "Datum", "Wat er gebeurde", "Bron", widths=(4, 3, 6, 4))
    rows: Iterable[Sequence[Content]] = one.steps
    return table(f"Wat er in {one.year} met acties gebeurde", heads, rows=rows)
