"""Who sends a letter where the toets does not say: the address of its house style."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from invoeringstoets.model import Afzender, Library, Toets

_ROLES = ("opdrachtgever", "beleid")
"""The roles of which an organisation sends the letter, in this order."""


def sender_of(toets: Toets, library: Library) -> str:
    """The id of the organisation that sends the letter: who ordered the toets, else whose policy.

    A Kamer may have asked for a toets; it does not write to itself. ``""`` if there is none.
    """
    writing = (
        one
        for one in toets.organisaties
        if (one.soort or library.organisation(one.id, toets).soort) != "parlement"
    )
    named = [(role, one.id) for one in writing for role in one.rol]
    return next((found for role in _ROLES for its, found in named if its == role), "")


def with_sender(toets: Toets, library: Library, *, senders: Mapping[str, Afzender]) -> Toets:
    """The toets with the sender block of the organisation that sends its letter.

    Nothing changes where the letter has a sender of its own, or the house style knows none.
    """
    if toets.brief is None or toets.brief.afzender is not None:
        return toets
    found = senders.get(sender_of(toets, library))
    return replace(toets, brief=replace(toets.brief, afzender=found)) if found else toets
