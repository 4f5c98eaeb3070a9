"""What a file says, as a list of items in reading order: the same list for every format.

Notes stand at their place as ``⟦number text⟧``, links as ``words⟨address⟩`` (``⟨#⟩`` within the
document), numbers as a program counts and prints them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote

BULLET = "•"
"""The mark of an item of a list that is not numbered, whatever a format draws."""

_WHITE = re.compile(r"\s+")
_UNSEEN = re.compile("[\u00ad\u200b]")


class Item(NamedTuple):
    """A heading, text, item (its mark), term, table (its columns), header, cell, or figure.

    ``level`` is that of a heading, or how deep the list of an item is.
    """

    kind: str
    text: str
    level: int = 0


@dataclass
class Reading:
    """What a file holds: its items, and apart from them what its pages repeat."""

    items: list[Item] = field(default_factory=list)
    furniture: str = ""

    def add(self, kind: str, text: str, level: int = 0) -> None:
        """Put an item at the end; text that says nothing is left out."""
        text = tidy(text)
        if text or kind in {"cell", "header", "rowheader"}:
            self.items.append(Item(kind, text, level))


def tidy(text: str) -> str:
    """Text with each run of white space as one space, without what is never seen."""
    return _WHITE.sub(" ", _UNSEEN.sub("", text)).strip()


def linked(words: str, target: str) -> str:
    """A link; ``target`` is its address, or begins with ``#``."""
    if not words.strip():
        return words
    place = "#" if target.startswith("#") else unquote(target).replace(" ", "%20")
    return f"{words}⟨{place}⟩"


def noted(number: int | str, words: str) -> str:
    """A note at its place."""
    return f"⟦{number} {tidy(words)}⟧"
