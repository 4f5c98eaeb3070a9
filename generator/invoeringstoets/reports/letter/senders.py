"""Who sends a letter where the toets does not say: the address of its house style."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from invoeringstoets.model import Afzender, Toets

_ROLES = ("opdrachtgever", "beleid")
"""The roles of which an organisation sends the letter, in this order (see ``head.sender``)."""


def with_sender(toets: Toets, senders: Mapping[str, Afzender]) -> Toets:
    """The toets with the sender block of the organisation that sends its letter.

    Nothing changes where the letter has a sender of its own, or the house style knows none.
    """
    if toets.brief is None or toets.brief.afzender is not None:
        return toets
    named = (o.id for role in _ROLES for o in toets.organisaties if role in o.rol)
    found = senders.get(next(named, ""))
    return replace(toets, brief=replace(toets.brief, afzender=found)) if found else toets
