"""The end of the letter: motions and promises, the other Kamer, signatures, annexes."""

from __future__ import annotations

import re
from typing import Final

from invoeringstoets.document import Blocks, Inlines, Signatory, Signatures, Text
from invoeringstoets.model import Bijlage, MotieOfToezegging, Verzending
from invoeringstoets.notation import capitalised, citation, date, joined, kamerstuk, lowered
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.letter.head import chamber, letter_date
from invoeringstoets.reports.pieces import bullets, heading, link, missing, paragraph
from invoeringstoets.reports.sections.instrument import TITLE

_PAPER: Final = re.compile(r"(\d{2} ?\d{3}(?:-[A-Z]+)?)-(\d+|[A-Z]{1,3})")


def promises(context: Context) -> Blocks:
    """The motions and promises that the letter deals with, by number."""
    listed = context.brief.moties_en_toezeggingen
    if not listed:
        return ()
    words = {"motie": ("motie", "moties"), "toezegging": ("toezegging", "toezeggingen")}
    kinds = [
        names[len(found) > 1]
        for kind, names in words.items()
        if (found := [one for one in listed if one.soort == kind])
    ]
    verb = "gaan wij" if context.plural else "ga ik"
    lead = f"Met deze brief {verb} in op de volgende {joined(kinds)}:"
    return (paragraph(lead), *bullets(_promise(context, one) for one in listed))


def _promise(context: Context, one: MotieOfToezegging) -> Inlines:
    text = capitalised(one.omschrijving.rstrip("."))
    number = _number(context, one)
    if not number:
        return (Text(f"{text}."),)
    start = f"{text.removesuffix(')')}; " if text.endswith(")") else f"{text} ("
    return (Text(start), *number, Text(")."))


def _number(context: Context, one: MotieOfToezegging) -> Inlines:
    match = _PAPER.fullmatch(one.nummer or "")
    if match:
        return link(context.paper_url(match[1], match[2]), kamerstuk(match[1], match[2]))
    bron = context.bron(one.bron)
    cited = citation(bron) if bron else ""
    number = ", ".join(filter(None, (one.nummer, cited)))
    return link(context.url(bron), number)


def also_sent(context: Context) -> Blocks:
    """That the letter goes to the other Kamer too: that is another letter, and it says so."""
    sendings = enumerate(context.brief.verzendingen)
    return tuple(paragraph(_also(context, one)) for i, one in sendings if i != context.sent)


def _also(context: Context, other: Verzending) -> str:
    here = letter_date(context)
    there = other.datum or context.brief.datum
    if there and here and there != here:
        return f"De {chamber(other)} ontvangt deze stukken ook, bij brief van {date(there)}."
    return f"Deze stukken worden gelijktijdig aangeboden aan de {chamber(other)}."


def signatures(context: Context, *, printed: bool = False) -> Blocks:
    """Who sign, on whose behalf as well; ``printed`` has no room to sign."""
    brief = context.brief
    if not brief.ondertekenaars:
        return (missing("ondertekening"),)
    along: Blocks = ()
    if brief.mede_namens:
        verb = "sturen wij" if context.plural else "stuur ik"
        names = joined(office(ambt, capital=False) for ambt in brief.mede_namens)
        along = (paragraph(f"Deze brief {verb} u mede namens {names}."),)
    signed = (Signatory(f"{office(o.ambt)},", o.naam) for o in brief.ondertekenaars)
    return (*along, Signatures(tuple(signed), printed))


def office(ambt: str, *, capital: bool = True) -> str:
    """An office with its article: "De Minister van Financiën"."""
    bare = re.sub(r"^de\s+", "", ambt.strip().rstrip(","), flags=re.IGNORECASE)
    return f"{'De' if capital else 'de'} {capitalised(bare)}"


def annexes(context: Context, *, instrument: bool = True) -> tuple[Inlines, ...]:
    """Every annex with how it comes along.

    The one about the ``instrument`` is among them in a letter that ends with it.
    """
    listed = context.brief.bijlagen
    items = tuple(_annex(context, one, instrument=instrument) for one in listed)
    if not instrument or any(same_title(one.titel) for one in listed):
        return items
    return (*items, (*link("#instrument", TITLE), Text(" (in deze brief)")))


def annex_list(items: tuple[Inlines, ...]) -> Blocks:
    """The list of annexes; nothing when there are none."""
    if not items:
        return ()
    return (heading("Bijlage" if len(items) == 1 else "Bijlagen", 1), *bullets(items))


def instrument_title(context: Context) -> str:
    """The heading of the annex about the instrument, with its number where it is listed."""
    numbers = (b.nummer for b in context.brief.bijlagen if same_title(b.titel))
    number = next(numbers, "")
    return f"Bijlage {number}: {TITLE}" if number else TITLE


def same_title(title: str) -> bool:
    """Whether a listed annex is the one about the instrument."""
    return title.strip().casefold() == TITLE.casefold()


def _annex(context: Context, one: Bijlage, *, instrument: bool) -> Inlines:
    bron = context.bron(one.bron)
    title = link(context.url(bron), one.titel)
    if instrument and same_title(one.titel):
        title = link("#instrument", one.titel)
    how = "in deze brief" if one.vorm == "in_brief" else "los meegezonden"
    kind = lowered(context.value("bronsoorten", one.soort)) if one.soort else ""
    facts = ", ".join(filter(None, (kind, how)))
    return (Text(f"Bijlage {one.nummer}: "), *title, Text(f" ({facts})"))
