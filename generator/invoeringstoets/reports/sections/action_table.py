"""Actions as tables: what, who, when, what became of it; and what each rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from invoeringstoets import prose
from invoeringstoets.document import Block, Blocks, Inline, Inlines, LineBreak, Text
from invoeringstoets.model import Actie, Opvolging
from invoeringstoets.notation import NBSP, capitalised, date, sentence
from invoeringstoets.phrasing import MISSING, term_said
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
    if across:
        return _across(caption, actions)
    heads = columns("Actie", "Wat", "Eigenaar", "Termijn", "Status", widths=(3, 8, 5, 4, 5))
    rows: Iterable[Sequence[Content]] = (
        (one.label, _text(one), _owner(one), _term(one), _standing(one)) for one in actions
    )
    return table(caption, heads, rows=rows)


def _across(caption: str, actions: Iterable[Listed]) -> Blocks:
    """The same in fewer columns, since a letter has no room for the name of a toets beside them."""
    heads = columns("Toets", "Actie en status", "Eigenaar en termijn", widths=(4, 8, 5))
    rows: Iterable[Sequence[Content]] = (
        (
            f"{one.toets}, {one.label.lower()}",
            _lines(filter(None, (_text(one), _standing(one)))),
            _lines((_or_missing("eigenaar", _owner(one)), _or_missing("termijn", _term(one)))),
        )
        for one in actions
    )
    return table(caption, heads, rows=rows)


def _text(one: Listed) -> Inlines:
    return prose.flowed(one.context.blocks(one.actie.tekst))


def _owner(one: Listed) -> str:
    return capitalised(owner(one.context, one.actie))


def _term(one: Listed) -> str:
    return capitalised(term_said(one.actie))


def _or_missing(what: str, found: str) -> Inlines:
    """What is known, or in words that it is not filled in."""
    return said(found or capitalised(f"{what} {MISSING}"))


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
