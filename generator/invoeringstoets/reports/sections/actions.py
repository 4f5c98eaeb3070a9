"""How an action is written: by when, by whom, what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from invoeringstoets import prose
from invoeringstoets.document import Inlines, Text
from invoeringstoets.model import Actie, Grondslag, Mede, Termijn
from invoeringstoets.model.mijlpalen import is_late, is_open
from invoeringstoets.notation import because, counted, date, dated, euro, joined, quarter
from invoeringstoets.reports.context import Context

NO_TERM = "geen termijn genoemd"
"""What stands where no source names a term: such an action is never called late."""

_GROUNDS = {"breder": "breder dan deze toets"}
"""Grounds whose word does not stand on its own after "grondslag"."""


def term(termijn: Termijn | None) -> str:
    """By when, in words; "" when no term is filled in."""
    if not termijn:
        return ""
    if termijn.doorlopend:
        return "doorlopend"
    if termijn.datum:
        return f"uiterlijk {date(termijn.datum)}"
    return quarter(termijn.kwartaal) or termijn.omschrijving or ""


def term_or_reason(actie: Actie) -> str:
    """By when, or why no term is given; "" when neither is filled in."""
    if actie.termijn:
        return term(actie.termijn)
    return because("geen termijn", actie.geen_termijn).rstrip(".") if actie.geen_termijn else ""


def term_said(context: Context, actie: Actie) -> str:
    """By when, or that no source names a term; "" while the author has filled in neither."""
    said = term(actie.termijn)
    if said:
        return said
    reason = " ".join((actie.geen_termijn or "").split()).rstrip(".")
    if reason and "geen termijn" not in reason.casefold():
        return because(NO_TERM, reason).rstrip(".")
    return "" if context.unfinished and not reason else NO_TERM


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
    others = joined(along(context, mede) for mede in actie.mede)
    return ", samen met ".join(filter(None, (name, others)))


def along(context: Context, mede: Mede) -> str:
    """Who acts along, inside a sentence, with the words of the source where those matter."""
    name = _office(mede.ambt) if mede.ambt else context.organisation(mede.organisatie, inside=True)
    if not mede.letterlijk:
        return name
    quoted = f"«{mede.letterlijk}»"
    return f"{name} ({quoted})" if name else quoted


def _office(ambt: str) -> str:
    named = ambt.casefold().startswith(("de ", "het ", "een ", "mijn ", "onze "))
    return ambt if named else f"de {ambt}"


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
