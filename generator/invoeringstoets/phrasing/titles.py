"""The title of a toets where nothing else says whether it was invented."""

from __future__ import annotations

from invoeringstoets.model import Toets


def marked_title(title: str, toets: Toets) -> str:
    """A title of a toets or of what belongs to it; of an invented one it says so."""
    silent = toets.fictief and "fictie" not in title.casefold()
    return f"{title} (fictief voorbeeld)" if silent else title
