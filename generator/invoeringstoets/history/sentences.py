"""A change as a sentence: ``Actie A2: status lopend → afgerond op 3 mei 2025``."""

from __future__ import annotations

from invoeringstoets import notation
from invoeringstoets.history.values import Change, Kind

LONGEST = 160
"""Longer values are cut in a sentence; the page shows them whole, with the change marked."""

_DONE = {Kind.ADDED: "toegevoegd", Kind.REMOVED: "verwijderd", Kind.MOVED: "andere volgorde"}


def sentence(change: Change) -> str:
    """What changed, in one line of plain text."""
    subject, said = _subject(change), _said(change)
    return f"{subject}: {said}" if subject else notation.capitalised(said)


def _subject(change: Change) -> str:
    """What the sentence is about: the thing, else the field."""
    return change.item or notation.capitalised(change.field)


def _said(change: Change) -> str:
    field = f"{change.field} " if change.item and change.field else ""
    if change.kind is Kind.MOVED:
        return f"{field}{_DONE[change.kind]}"
    if change.kind is Kind.CHANGED:
        if change.pieces and max(len(change.before), len(change.after)) > LONGEST:
            return f"{field}gewijzigd" if field else "tekst gewijzigd"
        return f"{field}{_cut(change.before)} → {_cut(change.after)}{_day(change)}"
    value = _cut(change.after or change.before)
    return f"{field}{_DONE[change.kind]}{f' ({value})' if value else ''}{_day(change)}"


def _day(change: Change) -> str:
    if not change.on or change.kind is Kind.REMOVED:
        return ""
    return f" {notation.moment(change.on)}"


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
