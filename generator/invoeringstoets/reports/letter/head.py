"""The front of the letter: sender, addressee, date, subject and the reference column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from invoeringstoets.document import Letterhead, Reference
from invoeringstoets.model import Verzending
from invoeringstoets.notation import capitalised, date, dossier, kamerstuk
from invoeringstoets.phrasing import MISSING
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.letter.senders import sender_of

_CASE = re.compile(r"\d{4}Z\d{5}")
"""How the Tweede Kamer numbers its cases."""

CHAMBERS = {"tk": "Tweede Kamer", "ek": "Eerste Kamer"}
"""The two Kamers as they are addressed."""


def sending(context: Context) -> Verzending | None:
    """The sending that this letter is; other sendings are letters of their own."""
    sendings = context.brief.verzendingen
    return sendings[context.sent] if context.sent < len(sendings) else None


def letter_date(context: Context) -> str | None:
    """The date of this letter: that of its own sending, else the one of the letter as such."""
    own = sending(context)
    return (own.datum if own else None) or context.brief.datum


def chamber(verzending: Verzending) -> str:
    """The Kamer of a sending in full."""
    return f"{CHAMBERS.get(verzending.kamer, verzending.kamer)} der Staten-Generaal"


def addressed(context: Context) -> str:
    """The Kamer that this letter goes to; the Tweede Kamer as long as no sending says otherwise."""
    own = sending(context)
    return chamber(own) if own else "Tweede Kamer der Staten-Generaal"


def sender(context: Context) -> str:
    """Who sends the letter: as filled in, else as the roles in the toets tell."""
    afzender = context.brief.afzender
    named = afzender.organisatie if afzender else sender_of(context.toets, context.library)
    return context.organisation(named)


def letterhead(context: Context, *, annexes: int) -> Letterhead:
    """The letterhead of a letter with so many annexes; what is missing says so."""
    brief = context.brief
    afzender = brief.afzender
    post = ", ".join(afzender.postadres) if afzender else ""
    day = date(letter_date(context))
    undated = f"datum {MISSING}" if brief.plaats else MISSING
    dated = ", ".join(filter(None, (brief.plaats, day or undated)))
    return Letterhead(
        sender=capitalised(sender(context)) or f"Afzender: {MISSING}",
        return_address=f"Retouradres: {post}" if post else "",
        addressee=("Aan de Voorzitter van de", addressed(context)),
        facts=(("Datum", dated), ("Betreft", brief.betreft or MISSING)),
        references=tuple(_references(context, annexes)),
        running=tuple(_running(context, day)),
    )


def _own_mark(context: Context) -> str:
    first = sending(context)
    return (first.kenmerk if first else None) or context.brief.kenmerk or ""


def _of_other_chamber(context: Context, mark: str) -> bool:
    """Whether a mark is of the Tweede Kamer (``2024Z01234``) and this letter is not for it."""
    own = sending(context)
    return bool(own and own.kamer != "tk" and _CASE.fullmatch(mark))


def _references(context: Context, annexes: int) -> Iterator[Reference]:
    brief = context.brief
    if brief.afzender:
        own = (brief.afzender.onderdeel, *brief.afzender.bezoekadres, *brief.afzender.postadres)
        lines = tuple(line for line in own if line)
        if lines:
            yield Reference("Afzender", lines)
        if brief.afzender.contact:
            yield Reference("Contact", (brief.afzender.contact,))
    if _own_mark(context):
        yield Reference("Ons kenmerk", (_own_mark(context),))
    if brief.uw_kenmerk and not _of_other_chamber(context, brief.uw_kenmerk):
        yield Reference("Uw kenmerk", (brief.uw_kenmerk,))
    if annexes:
        yield Reference("Bijlage" if annexes == 1 else "Bijlagen", (str(annexes),))
    yield from _dossiers(sending(context))


def _dossiers(first: Verzending | None) -> Iterator[Reference]:
    if not first or not first.dossiers:
        return
    main, *others = first.dossiers
    number = kamerstuk(main.nummer, first.ondernummer, hoofdstuk=main.hoofdstuk).split("\u00a0", 1)[
        1
    ]
    label = "Kamerstuk" if first.ondernummer else "Dossier"
    yield Reference(label, tuple(filter(None, (number, main.titel))))
    if others:
        names = (
            " ".join(filter(None, (dossier(other.nummer, other.hoofdstuk), other.titel)))
            for other in others
        )
        yield Reference("Ook onder dossier", tuple(names))


def _running(context: Context, day: str) -> Iterator[Reference]:
    if day:
        yield Reference("Datum", (day,))
    if _own_mark(context):
        yield Reference("Ons kenmerk", (_own_mark(context),))
