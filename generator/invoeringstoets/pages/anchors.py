"""The ids that the parts of a toets have on its page: made of their own ids, so links stay."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial


def _named(word: str, own: str) -> str:
    return f"{word}-{own.lower()}"


def _source(own: str) -> str:
    return f"bron-{own}"


ANCHORS: Mapping[str, Callable[[str], str]] = {
    "bronnen": _source,
    "kerncijfers": partial(_named, "cijfer"),
    "aannames": partial(_named, "aanname"),
    "signalen": partial(_named, "signaal"),
    "bevindingen": partial(_named, "bevinding"),
    "conclusies": partial(_named, "conclusie"),
    "acties": partial(_named, "actie"),
    "aanbevelingen": partial(_named, "aanbeveling"),
}
"""By the list of a toets: what makes the id on the page of the own id of an item."""
