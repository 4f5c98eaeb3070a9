"""The list of sources, numbered as the report refers to them."""

from __future__ import annotations

from invoeringstoets.document import Block, Inlines, Text
from invoeringstoets.model import Bron
from invoeringstoets.notation import capitalised, sentence
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.pieces import Section, bullets, missing, paragraph


def sources(context: Context) -> Section:
    """The sources with their links, in the order of the data."""
    items = [_item(context, bron) for _, bron in context.sources.values()]
    return Section("Bronnen", bullets(items, ordered=True) or (missing(),), "bronnen")


def _item(context: Context, bron: Bron) -> tuple[Block, ...]:
    about = " ".join((bron.toelichting or "").split())
    kind = context.value("bronsoorten", bron.soort)
    facts = ". ".join(filter(None, (kind, capitalised(bron.opsteller or ""), about.rstrip("."))))
    content: Inlines = (*context.full_reference(bron.id), Text(f". {sentence(facts)}"))
    return (paragraph(content, anchor=f"bron-{bron.id}"),)
