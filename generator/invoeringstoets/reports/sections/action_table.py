"""Actions as tables: what, who, when, what became of it; and what each rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from invoeringstoets import prose
from invoeringstoets.document import Block, Blocks, Inline, Inlines, LineBreak, Text
from invoeringstoets.model import Actie, Opvolging
from invoeringstoets.notation import NBSP, capitalised, date, sentence
from invoeringstoets.phrasing import term_said
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.pieces import Content, between, columns, heading, said, strong, table
from invoeringstoets.reports.sections.actions import grounds, late, owner, status
from invoeringstoets.reports.sections.findings import voice

NOTHING = "–"


@dataclass(frozen=True)
class Listed:
    """An action as a list shows it: its toets, and its number there (from 1)."""

    context: Context
    actie: Actie
    number: int

    @property
    def label(self) -> str:
        """How the action is called within its toets."""
        return f"Actie{NBSP}{self.number}"

    @property
    def toets(self) -> str:
        """How the toets is called."""
        return self.context.toets.short_title


def listed(context: Context) -> tuple[Listed, ...]:
    """The actions of a toets in order."""
    return tuple(Listed(context, actie, n) for n, actie in enumerate(context.toets.acties, 1))


def overview(caption: str, actions: Iterable[Listed], *, across: bool = False) -> Blocks:
    """Text, owner, term and status of each action; ``across`` toetsen it names the toets."""
    widths = (5, 8, 5, 4, 5) if across else (3, 8, 5, 4, 5)
    head = "Toets" if across else "Actie"
    heads = columns(head, "Wat", "Eigenaar", "Termijn", "Status", widths=widths)
    rows: Iterable[Sequence[Content]] = (
        (
            f"{one.toets}, {one.label.lower()}" if across else one.label,
            prose.flowed(one.context.blocks(one.actie.tekst)),
            capitalised(owner(one.context, one.actie)),
            capitalised(term_said(one.actie)),
            _standing(one),
        )
        for one in actions
    )
    return table(caption, heads, rows=rows)


def _standing(one: Listed) -> Inlines:
    """The status, and with emphasis that the action is late."""
    parts = [said(capitalised(status(one.context, one.actie)))]
    too_late = late(one.context, one.actie)
    if too_late:
        parts.append(strong(capitalised(too_late)))
    return between(parts, ". ")


def per_toets(caption: str, actions: Iterable[Listed]) -> Iterator[Block]:
    """The same, a table under a heading for each toets."""
    toetsen: dict[str, list[Listed]] = {}
    for one in actions:
        toetsen.setdefault(one.context.toets.id, []).append(one)
    for own in toetsen.values():
        yield heading(own[0].toets)
        yield from overview(caption, own)


def backgrounds(caption: str, actions: Iterable[Listed]) -> Blocks:
    """What each action rests on, and what was done since."""
    heads = columns("Actie", "Grondslag", "Opvolging", widths=(2, 7, 7))
    rows: Iterable[Sequence[Content]] = (
        (
            one.label,
            _lines(basis(one.context, one.actie)) or said(NOTHING),
            _lines(_step(one.context, step) for step in one.actie.opvolging) or said(NOTHING),
        )
        for one in actions
    )
    return table(caption, heads, rows=rows)


def basis(context: Context, actie: Actie, *, apart: bool = False) -> Iterator[Inlines]:
    """What an action rests on, conclusions first, one ground at a time.

    ``apart`` from the report, what has a number there is named in full.
    """
    conclusies = {one.id: one for one in context.toets.conclusies}
    for one in actie.grondslag:
        found = conclusies.get(one.ref or "") if one.soort == "conclusie" else None
        if found:
            yield said(f"Conclusie van {voice(context, found.stem)}: «{found.titel}».")
    yield from grounds(context, actie, apart=apart)


def _step(context: Context, step: Opvolging) -> Inlines:
    cited = context.full_reference(step.bron)
    text = sentence(" ".join(step.tekst.split()))
    start = Text(f"{capitalised(date(step.datum))}: {text}")
    return (start, Text(" Bron: "), *cited, Text(".")) if cited else (start,)


def _lines(parts: Iterable[Inlines]) -> Inlines:
    """Inline parts, each on a line of its own."""
    found: list[Inline] = []
    for part in parts:
        if found:
            found.append(LineBreak())
        found.extend(part)
    return tuple(found)
