"""How lists, quotes and tables look in Markdown, of parts that are written already."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from invoeringstoets.document import Align

_TICKS = re.compile("`+")
_INDENT = "    "
_RULES = {Align.LEFT: ":---", Align.RIGHT: "---:", Align.CENTER: ":---:"}


def indented(text: str) -> str:
    """Text of which every line but the first is indented."""
    first, *rest = text.split("\n")
    return "\n".join([first, *(_INDENT + line if line else "" for line in rest)])


def quoted(parts: Iterable[str]) -> str:
    """Blocks as a quotation."""
    return "\n".join(f"> {line}" if line else ">" for line in "\n\n".join(parts).split("\n"))


def listed(items: Iterable[tuple[str, ...]], mark: str) -> str:
    """List items; close together when each is one paragraph, else with white lines."""
    parts = list(items)
    loose = any(len(item) > 1 for item in parts)
    texts = []
    for number, item in enumerate(parts, 1):
        bullet = f"{number}{mark}" if mark in ".)" else mark
        texts.append(indented(f"{bullet:<3} " + "\n\n".join(item)).rstrip())
    return ("\n\n" if loose else "\n").join(texts)


def table(head: Iterable[str], rows: Iterable[Iterable[str]], *, align: Iterable[Align]) -> str:
    """A table of finished cells, with the side to which each column is set.

    The cells are asked for in reading order, which numbers the notes in them.
    """
    rules = (_RULES[side] for side in align)
    return "\n".join(_row(cells) for cells in chain((head, rules), rows))


def fenced(text: str) -> str:
    """Text as it was typed, between fences that are longer than any in it."""
    longest = max((len(found) for found in _TICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"
