"""An action in words: by when it is done, and by whom besides its owner."""

from __future__ import annotations

from invoeringstoets.model import Actie, Library, Mede, Termijn, Toets
from invoeringstoets.notation import because, date, joined, quarter

_NO_TERM = "geen termijn genoemd"
"""What is said with the reason that there is no term: such an action is never called late."""

_DAY = len("jjjj-mm-dd")


def term(termijn: Termijn | None) -> str:
    """By when: "uiterlijk 1 maart 2025", "uiterlijk in 2025"; "" when no term is filled in."""
    if not termijn:
        return ""
    if termijn.doorlopend:
        return "doorlopend"
    if termijn.datum:
        on = "" if len(termijn.datum) == _DAY else "in "
        return f"uiterlijk {on}{date(termijn.datum)}"
    return quarter(termijn.kwartaal) or termijn.omschrijving or ""


def term_said(actie: Actie) -> str:
    """By when, or why no term is named; "" when neither is filled in.

    A reason that says itself that there is no term ("de brief noemt geen termijn") is enough.
    """
    reason = " ".join((actie.geen_termijn or "").split()).rstrip(".")
    if actie.termijn or not reason:
        return term(actie.termijn)
    if "geen termijn" in reason.casefold():
        return reason
    return because(_NO_TERM, reason).rstrip(".")


def along(actie: Actie, toets: Toets | None, *, library: Library) -> str:
    """Who act along with the owner, with the words of the source where those matter."""
    return joined(_along(one, toets, library=library) for one in actie.mede)


def _along(mede: Mede, toets: Toets | None, *, library: Library) -> str:
    name = library.organisation(mede.organisatie, toets).inside if mede.organisatie else ""
    if mede.ambt:
        name = _office(mede.ambt)
    quoted = f"«{mede.letterlijk}»" if mede.letterlijk else ""
    return f"{name} ({quoted})" if name and quoted else name or quoted


def _office(ambt: str) -> str:
    named = ambt.casefold().startswith(("de ", "het ", "een ", "mijn ", "onze "))
    return ambt if named else f"de {ambt}"
