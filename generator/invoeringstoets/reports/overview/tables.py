"""The toetsen themselves as tables: what there is, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from invoeringstoets import prose
from invoeringstoets.document import Block, Blocks, Inlines
from invoeringstoets.model import Verzending
from invoeringstoets.notation import capitalised, dated, joined, kamerstuk
from invoeringstoets.phrasing import decision, outcome
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.letter.conclusions import Outcomes
from invoeringstoets.reports.pieces import (
    Content,
    between,
    bullets,
    columns,
    heading,
    link,
    meta,
    paragraph,
    said,
    table,
)


def name(context: Context) -> str:
    """How a toets is called in an overview."""
    return context.toets.short_title


def results(caption: str, contexts: Iterable[Context]) -> Blocks:
    """Offered toetsen: what they are about, when and as which paper, and their outcome."""
    heads = columns("Toets", "Regeling", "Aangeboden", "Uitkomst", widths=(4, 4, 4, 4))
    rows: Iterable[Sequence[Content]] = (
        (
            name(one),
            one.toets.regeling.citeertitel,
            offered(one),
            capitalised(outcome(one.toets, one.library).said),
        )
        for one in contexts
    )
    return table(caption, heads, rows=rows)


def coming(caption: str, contexts: Iterable[Context]) -> Blocks:
    """Toetsen that were not offered yet, with their status."""
    heads = columns("Toets", "Regeling", "Status", widths=(5, 5, 3))
    rows: Iterable[Sequence[Content]] = (
        (name(one), one.toets.regeling.citeertitel, capitalised(one.word(one.toets.status)))
        for one in contexts
    )
    return table(caption, heads, rows=rows)


def weighed(caption: str, contexts: Iterable[Context]) -> Blocks:
    """Weighings with the decision, its day and its reason."""
    heads = columns("Regeling", "Besluit", "Datum", "Reden", widths=(4, 3, 3, 6))
    rows: list[Sequence[Content]] = []
    for one in contexts:
        besluit = one.toets.afweging
        if besluit:
            decided = capitalised(decision(besluit, one.library))
            reason = prose.flowed(one.blocks(besluit.reden))
            rows.append((one.toets.regeling.citeertitel, decided, dated(besluit.datum), reason))
    return table(caption, heads, rows=rows)


def offered(context: Context) -> Inlines:
    """When the toets went to parliament: each day with the papers of that day."""
    days: dict[str | None, list[Inlines]] = {}
    for one in context.brief.verzendingen or (Verzending(""),):
        days.setdefault(one.datum or context.brief.datum, []).append(_paper(context, one))
    each = (
        between((said(dated(day)), between(papers, " en ")), ", ") for day, papers in days.items()
    )
    return between(each) or said("Datum onbekend")


def _paper(context: Context, one: Verzending) -> Inlines:
    if not one.dossiers or not one.ondernummer:
        return ()
    first = one.dossiers[0]
    number = kamerstuk(first.nummer, one.ondernummer, hoofdstuk=first.hoofdstuk)
    chapter = f"-{first.hoofdstuk}" if first.hoofdstuk else ""
    return link(context.paper_url(f"{first.nummer}{chapter}", one.ondernummer), number)


def conclusions(context: Context) -> Iterator[Block]:
    """The conclusions of a toets in one voice, under its name."""
    voice = Outcomes(context).voice
    found = [one.titel for one in context.toets.conclusies if one.stem == voice]
    if not found:
        return
    whose = {"brief": "De brief", "presentatie": "Een presentatie"}.get(voice, "De toets")
    one = len(found) == 1
    yield heading(name(context))
    yield paragraph(f"{whose} {'noemt één conclusie' if one else 'noemt deze conclusies'}:")
    yield from bullets(found, ordered=not one)


def incomplete(contexts: Iterable[Context]) -> Blocks:
    """Of which toetsen not everything is recorded."""
    parts = [name(one) for one in contexts if one.toets.volledigheid == "gedeeltelijk"]
    bare = [name(one) for one in contexts if one.toets.volledigheid == "indexrecord"]
    found = []
    if parts:
        found.append(meta(f"Niet alles is vastgelegd van: {joined(parts)}."))
    if bare:
        found.append(meta(f"Alleen de vindplaats is vastgelegd van: {joined(bare)}."))
    return tuple(found)
