"""In which order toetsen are shown."""

from __future__ import annotations

from invoeringstoets.model import Toets
from invoeringstoets.pages.view import short_title, year


def ordered(toetsen: tuple[Toets, ...]) -> tuple[Toets, ...]:
    """What is invented last, the newest year first, within a year by title."""
    found = sorted(toetsen, key=lambda toets: short_title(toets).casefold())
    found.sort(key=year, reverse=True)
    return tuple(sorted(found, key=lambda toets: toets.fictief))
