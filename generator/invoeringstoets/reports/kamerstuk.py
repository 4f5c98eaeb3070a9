"""A preview of the letter in the style of a printed Kamerstuk, always marked as one.

A Kamerstuk is printed by the Kamer: only the Kamer gives its number, its ISSN and its kst number.
The preview shows a number only where the data have one, and never the other two. The session runs
from the third Tuesday of September (Grondwet, artikel 65).
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import TUESDAY
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from invoeringstoets.document import Block, Cover, Definition, Document, Notice, Text
from invoeringstoets.model import Library, Toets
from invoeringstoets.model.datums import bounds
from invoeringstoets.notation import date, dossier
from invoeringstoets.phrasing import MISSING
from invoeringstoets.reports import kamerbrief
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.letter.chambers import per_chamber
from invoeringstoets.reports.letter.closing import office, signatures
from invoeringstoets.reports.letter.head import addressed, letter_date, sender, sending
from invoeringstoets.reports.letter.text import back, body, opening
from invoeringstoets.reports.notices import COLOPHON, notices, original
from invoeringstoets.reports.pieces import Content, fact, missing, paragraph
from invoeringstoets.reports.variant import Variant

NOTICE = Notice(
    "Conceptweergave",
    "Dit is een weergave in de stijl van een Kamerstuk, niet het Kamerstuk zelf. De Kamer geeft het"
    " officiële stuk uit en kent het nummer toe.",
)
"""What every preview says on every page."""

NO_NUMBER = "–"
"""What stands for the number that the Kamer has not given yet."""

_SINGLE = re.compile(r"‘([^‘’]*(?:’\w[^‘’]*)*)’(?!\w)")
_STRAIGHT = re.compile(r'"([^"]*)"')


def unavailable(toets: Toets, library: Library) -> str | None:
    """Why no preview can be made of this toets, or ``None`` when one can."""
    return kamerbrief.unavailable(toets, library)


def build(toets: Toets, library: Library) -> Document:
    """The preview of the letter to the first Kamer."""
    return _preview(Context(toets, library))


def variants(toets: Toets, library: Library) -> tuple[Variant, ...]:
    """A preview for each Kamer."""
    return per_chamber(Context(toets, library), _preview)


def _preview(context: Context) -> Document:
    document = Document(
        title=context.brief.betreft or context.toets.titel,
        front=_front(context),
        blocks=tuple(_blocks(context)),
        notices=(NOTICE, *notices(context)),
        language=context.toets.taal,
        author=sender(context),
        subject="Conceptweergave in de stijl van een Kamerstuk",
        date=letter_date(context) or "",
        footer=COLOPHON,
        short_title=context.toets.korte_titel or "",
    )
    return replace(document, blocks=tuple(_in_guillemets(block) for block in document.blocks))


def _front(context: Context) -> Cover:
    session = parliamentary_session(letter_date(context))
    return Cover(
        title=context.brief.betreft or context.toets.titel,
        subtitle=f"{addressed(context)} – Vergaderjaar {session or MISSING}",
        facts=tuple(_numbers(context)),
        compact=True,
    )


def _numbers(context: Context) -> Iterator[Definition]:
    own = sending(context)
    dossiers = own.dossiers if own else ()
    for one in dossiers:
        yield fact(dossier(one.nummer, one.hoofdstuk), one.titel or "")
    if not dossiers:
        yield fact("Dossier", "")
    yield fact(_number(own.ondernummer if own else None), _from(context))


def _number(ondernummer: str | None) -> str:
    """The number as printed: "Nr. 523"; the Eerste Kamer prints its letters alone."""
    if ondernummer and not ondernummer.isdigit():
        return ondernummer
    return f"Nr. {ondernummer or NO_NUMBER}"


def _from(context: Context) -> Content:
    offices = [office(one.ambt, capital=False) for one in context.brief.ondertekenaars]
    if not offices:
        return f"Brief van: {MISSING}"
    return f"Brief van {' en '.join(offices)}".upper()


def _blocks(context: Context) -> Iterator[Block]:
    yield paragraph(f"Aan de Voorzitter van de {addressed(context)}")
    yield _dated(context)
    yield from original(context)
    yield from opening(context)
    yield from body(context)
    yield from signatures(context, printed=True)
    yield from back(context)


def _dated(context: Context) -> Block:
    """Place and date; what is missing says so."""
    place, day = context.brief.plaats, date(letter_date(context))
    if not place and not day:
        return missing("datum")
    return paragraph(", ".join(filter(None, (place, day or f"datum {MISSING}"))))


def parliamentary_session(day: str | None) -> str:
    """The session in which a day falls: "2023–2024"; "" when the day is not known well enough."""
    limits = bounds(day)
    if limits is None:
        return ""
    first, last = (_session_start(one) for one in limits)
    return f"{first}–{first + 1}" if first == last else ""


def _session_start(day: dt.date) -> int:
    opening_day = dt.date(day.year, 9, 1)
    while opening_day.weekday() != TUESDAY:
        opening_day += dt.timedelta(days=1)
    return day.year if day >= opening_day + dt.timedelta(weeks=2) else day.year - 1


def _in_guillemets(node: Any) -> Any:  # noqa: ANN401 - any part of the document tree
    """The same part with quotations between «guillemets», as Kamerstukken print them."""
    if isinstance(node, Text):
        return Text(guillemets(node.text))
    if isinstance(node, tuple):
        return tuple(_in_guillemets(part) for part in node)
    if is_dataclass(node) and not isinstance(node, type):
        changed = {f.name: _in_guillemets(getattr(node, f.name)) for f in fields(node)}
        return replace(node, **changed)
    return node


def guillemets(text: str) -> str:
    """A text with «guillemets» for its quotation marks; an apostrophe stays."""
    text = _STRAIGHT.sub(r"«\1»", _SINGLE.sub(r"«\1»", text))
    return text.translate(str.maketrans("“„”", "««»"))
