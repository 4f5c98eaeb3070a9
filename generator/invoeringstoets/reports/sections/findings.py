"""A finding: its voice, certainty and sources are always with it."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.document import Block, Inlines, Text
from invoeringstoets.model import Bevinding
from invoeringstoets.notation import joined
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


def finding(context: Context, one: Bevinding, level: int) -> Iterator[Block]:
    """A finding under its own heading, with what it is part of."""
    yield heading(one.titel, level, anchor=f"bevinding-{one.id.casefold()}")
    yield from context.blocks(one.tekst)
    yield meta(_facts(context, one))
    sources = context.cited(one.bronnen)
    yield meta((Text("Bron: "), *sources)) if sources else missing("bron")


def _facts(context: Context, one: Bevinding) -> Inlines:
    titles = {b.id: b.titel for b in context.toets.bevindingen}
    assumptions = {a.id: a.tekst for a in context.toets.aannames}
    about = [f"«{assumptions[a]}»" for a in one.aannames if a in assumptions]
    parts = (
        ("uit", voice(context, one.stem)),
        ("aard", context.word(one.aard)),
        ("zekerheid", context.word(one.zekerheid)),
        ("perspectief", context.word(one.perspectief)),
        ("thema’s", joined(context.value("themas", thema) for thema in one.themas)),
        ("onderdeel van", titles.get(one.deel_van or "", "")),
        ("gaat over de aanname", joined(about)),
    )
    text = "; ".join(f"{name}: {value}" for name, value in parts if value)
    return (Text(f"{text[:1].upper()}{text[1:]}."),)
