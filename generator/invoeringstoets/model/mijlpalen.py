"""Milestones of a toets and terms of its actions: pure functions on the model's values."""

from __future__ import annotations

from datetime import date

from invoeringstoets.model.datums import bounds, earliest, months
from invoeringstoets.model.toets import Toets
from invoeringstoets.model.uitkomsten import Actie

BEFORE_RESULT = ("toegezegd", "gepland", "in_uitvoering")
"""The values of ``status`` under which a toets has no result yet."""

CLOSED = frozenset({"afgerond", "vervallen"})
"""The values of ``acties[].status`` after which nothing more is to be done."""

AWAITED = frozenset({"aangekondigd", "lopend"})
"""The values of ``acties[].status`` that say something is still to be done."""


def deadline(actie: Actie) -> date | None:
    """The last day of a dated term (a date or a quarter); ``None`` when no date was named."""
    termijn = actie.termijn
    limits = bounds(termijn.datum or termijn.kwartaal) if termijn else None
    return limits[1] if limits else None


def is_open(actie: Actie) -> bool:
    """Whether an action still waits for its end, as far as is known."""
    return actie.status not in CLOSED


def is_late(actie: Actie, reference_date: str) -> bool:
    """Whether an action known to be unfinished is past its dated term on a day (jjjj-mm-dd).

    Without a date in the source, or without a status, nothing is called late (domain: tone of
    the register).
    """
    last, limits = deadline(actie), bounds(reference_date)
    if last is None or limits is None or actie.status not in AWAITED:
        return False
    return last < limits[0]


def first_inwerkingtreding(toets: Toets) -> str | None:
    """The first date on which (a part of) the regulation entered into force."""
    return earliest(tuple(item.datum for item in toets.regeling.inwerkingtreding))


def letter_date(toets: Toets) -> str | None:
    """The date of the letter, or else of the first sending."""
    if toets.brief is None:
        return None
    sent = earliest(tuple(item.datum for item in toets.brief.verzendingen))
    return earliest((toets.brief.datum,)) or sent


def research_date(toets: Toets) -> str | None:
    """When the research was there: its first dated source, or else the end of the period."""
    if toets.aanpak is None:
        return None
    named = {methode.bron for methode in toets.aanpak.methoden}
    reported = earliest(tuple(bron.datum for bron in toets.bronnen if bron.id in named))
    periode = toets.aanpak.periode
    return reported or (periode.tot if periode else None)


def months_to_letter(toets: Toets) -> int | None:
    """Whole months from the first entry into force to the letter; ``None`` if not known."""
    return months(first_inwerkingtreding(toets), letter_date(toets))


def year(text: str | None) -> str | None:
    """The year of a (partial) date; ``None`` where it is not known."""
    limits = bounds(text)
    return f"{limits[0].year:04}" if limits else None
