"""The terms of actions in words."""

from __future__ import annotations

from invoeringstoets import notation
from invoeringstoets.model import Actie, Termijn

NO_TERM = "geen termijn genoemd"


def said(actie: Actie) -> str:
    """The term of an action in words; without one that none is named, and why if that says more."""
    reason = " ".join((actie.geen_termijn or "").split()).rstrip(".")
    if actie.termijn or not reason or "geen termijn" in reason.casefold():
        return term(actie.termijn)
    return notation.because(NO_TERM, reason).rstrip(".")


def term(termijn: Termijn | None) -> str:
    """A term in words; without one "geen termijn genoemd"."""
    if not termijn:
        return NO_TERM
    if termijn.datum:
        words = notation.date(termijn.datum)
        return words if len(termijn.datum) > len("jjjj") else f"in {words}"
    if termijn.kwartaal:
        return notation.quarter(termijn.kwartaal)
    return termijn.omschrijving or ("doorlopend" if termijn.doorlopend else NO_TERM)
