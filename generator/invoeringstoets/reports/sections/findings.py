"""A finding: its voice, certainty and sources are always with it."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.document import Block, Inlines, Text
from invoeringstoets.model import Bevinding
from invoeringstoets.notation import joined, lowered
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.pieces import heading, meta, missing

VOICES = {
    "toets": "de toets",
    "brief": "de brief",
    "presentatie": "de presentatie",
}
"""The documents in whose voice a finding or conclusion is written."""


def voice(context: Context, stem: str) -> str:
    """The document that says it."""
    return VOICES.get(stem, context.word(stem))


def finding(context: Context, one: Bevinding, *, level: int) -> Iterator[Block]:
    """A finding under its own heading, with what it is part of."""
    yield heading(one.titel, level, anchor=f"bevinding-{one.id.casefold()}")
    yield from context.blocks(one.tekst)
    yield meta((*_facts(context, one), *_sources(context, one)))
    if not one.bronnen:
        yield missing("bron")


def _sources(context: Context, one: Bevinding) -> Inlines:
    cited = context.cited(one.bronnen)
    return (Text(" Te vinden in "), *cited, Text(".")) if cited else ()


def _facts(context: Context, one: Bevinding) -> Inlines:
    titles = {b.id: b.titel for b in context.toets.bevindingen}
    assumptions = {a.id: a.tekst.rstrip(".") for a in context.toets.aannames}
    about = [f"«{assumptions[a]}»" for a in one.aannames if a in assumptions]
    themes = [lowered(context.value("themas", thema)) for thema in one.themas]
    parts = (
        ("Aard", context.word(one.aard)),
        ("Zekerheid", context.word(one.zekerheid)),
        ("Perspectief", context.word(one.perspectief)),
        ("Thema" if len(themes) == 1 else "Thema’s", ", ".join(themes)),
        ("Onderdeel van", f"«{titles[one.deel_van]}»" if one.deel_van in titles else ""),
        ("Gaat over de aanname", joined(about)),
    )
    facts = (f"{name}: {value}." for name, value in parts if value)
    return (Text(" ".join((f"Uit {voice(context, one.stem)}.", *facts))),)
