"""How an action is written: by whom, what became of it, what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from invoeringstoets import prose
from invoeringstoets.document import Inlines, Text
from invoeringstoets.model import Actie, Grondslag
from invoeringstoets.model.mijlpalen import is_late, is_open
from invoeringstoets.notation import counted, date, dated, euro
from invoeringstoets.phrasing import along
from invoeringstoets.reports.context import Context

_GROUNDS = {"breder": "breder dan deze toets"}
"""Grounds whose word does not stand on its own after "grondslag"."""


def late(context: Context, actie: Actie) -> str:
    """That a dated term is past while the action is not known to be done; "" otherwise."""
    day = context.library.reference_date
    return f"te laat op {date(day)}" if is_late(actie, day) else ""


def tally(acties: Iterable[Actie], reference_date: str) -> str:
    """How many actions there are, are not done and are late on a day (jjjj-mm-dd)."""
    found = tuple(acties)
    still = sum(map(is_open, found))
    too_late = sum(is_late(one, reference_date) for one in found)
    number = counted(len(found), "actie", more="acties")
    if not still:
        return f"{number}, afgerond of vervallen"
    if len(found) == 1:
        return f"{number}, niet afgerond en {'' if too_late else 'niet '}te laat"
    not_done = "geen ervan afgerond" if still == len(found) else f"waarvan {still} niet afgerond"
    return f"{number}, {not_done} en {too_late or 'geen'} te laat"


def standing(context: Context, actie: Actie) -> str:
    """The status of an action, and whether it is late."""
    return "; ".join(filter(None, (status(context, actie), late(context, actie))))


def owner(context: Context, actie: Actie) -> str:
    """Who answers for the action, and who acts along; inside a sentence."""
    name = context.organisation(actie.eigenaar, inside=True)
    others = along(actie, context.toets, library=context.library)
    return ", samen met ".join(filter(None, (name, others)))


def status(context: Context, actie: Actie) -> str:
    """What has become of the action, and on which day that was so."""
    if not actie.status:
        return ""
    known = dated(actie.status_datum)
    return context.word(actie.status) + (f" ({known})" if known else "")


def money(actie: Actie) -> str:
    """What the action costs and who pays."""
    if not actie.financien:
        return ""
    return ", ".join(filter(None, (euro(actie.financien.bedrag), actie.financien.dekking)))


def grounds(context: Context, actie: Actie, *, apart: bool = False) -> Iterator[Inlines]:
    """What an action rests on besides conclusions, one ground at a time, with its source.

    ``apart`` from the lists of sources and recommendations, both are named in full.
    """
    for grondslag in actie.grondslag:
        if grondslag.soort != "conclusie":
            ref = grondslag.ref
            cited = context.full_reference(ref) if apart else context.cited((ref,))
            text = _ground(context, grondslag, apart=apart)
            yield (Text(f"{text}; "), *cited, Text(".")) if cited else (Text(f"{text}."),)


def _ground(context: Context, grondslag: Grondslag, *, apart: bool) -> str:
    titles = {b.id: f"«{b.titel}»" for b in context.toets.bevindingen}
    titles |= _advice(context, apart=apart)
    word = _GROUNDS.get(grondslag.soort, context.word(grondslag.soort))
    about = (grondslag.toelichting or "").rstrip(".")
    named = ": ".join(filter(None, (titles.get(grondslag.ref or "", ""), about)))
    return f"Grondslag ({word}): {named}" if named else f"Grondslag: {word}"


def _advice(context: Context, *, apart: bool) -> dict[str, str]:
    """How each recommendation is called: by its number in the table, else by its text."""
    listed = context.toets.aanbevelingen
    if apart:
        return {one.id: f"«{prose.line(one.tekst).rstrip('.')}»" for one in listed}
    several = len(listed) > 1
    return {
        one.id: f"aanbeveling {number}" if several else "" for number, one in enumerate(listed, 1)
    }
