"""Which heading numbers an office program can count by itself, so that nobody types them.

A document says what is printed before a heading ("2.", "2.1"). Office programs count per level:
after each heading the level's counter goes up and the deeper ones go back. ``plan`` finds the look
of each level and where a counter must be set; what cannot be counted ("2bis", or a number that its
parents contradict) is left to be typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain

from invoeringstoets.document import (
    Block,
    Callout,
    Conclusion,
    DefinitionList,
    Heading,
    ListBlock,
    Quote,
)

__all__ = ["Kind", "LevelLook", "Number", "Plan", "headings", "plan"]

_NUMBER = re.compile(r"([1-9]\d{0,3}(?:\.[1-9]\d{0,3})*)([.):]?)", re.ASCII)


class Kind(StrEnum):
    """How a heading gets its number: none, counted by the program, or typed."""

    NONE = "none"
    COUNTED = "counted"
    TYPED = "typed"


@dataclass(frozen=True)
class LevelLook:
    """The look of a level's numbers: how many counters it shows, and what follows the last."""

    shown: int
    suffix: str


@dataclass(frozen=True)
class Number:
    """The number of one heading; ``restart`` is what its counter must be set to, else ``None``."""

    kind: Kind
    restart: int | None = None


@dataclass(frozen=True)
class Plan:
    """The look of every level that is counted, and the number of each heading in order."""

    levels: dict[int, LevelLook]
    numbers: tuple[Number, ...]


def headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    """Every heading in reading order, also inside other blocks.

    A conclusion's title comes as a heading without a number when it is printed.
    """
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Conclusion) and (block.label or block.title):
            yield Heading(block.level, block.title, block.id)
        yield from headings(_inside(block))


def _inside(block: Block) -> Iterator[Block]:
    match block:
        case ListBlock(items):
            yield from chain.from_iterable(items)
        case DefinitionList(definitions):
            yield from chain.from_iterable(one.description for one in definitions)
        case Callout(_, inner) | Quote(inner):
            yield from inner
        case Conclusion():
            yield from block.blocks
            yield from chain.from_iterable(action.blocks for action in block.actions)


@dataclass
class _Counter:
    """The counters of an office program while it goes through the headings."""

    settable: bool
    looks: dict[int, LevelLook] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)
    touched: set[int] = field(default_factory=set)

    def number(self, heading: Heading) -> Number:
        """How this heading gets its number, after which the counters stand as it leaves them."""
        level = heading.level
        self.counts = {at: count for at, count in self.counts.items() if at <= level}
        counted = self._counted(level, heading.number) if heading.number else None
        if counted is None:
            self.touched |= set(range(level + 1, 11))
            return Number(Kind.TYPED if heading.number else Kind.NONE)
        natural = self.counts.get(level, 0) + 1
        restart = counted if counted != natural or level in self.touched else None
        if restart is not None and not self.settable:
            self.touched |= set(range(level + 1, 11))
            return Number(Kind.TYPED)
        self.counts[level] = counted
        self.touched.discard(level)
        self.touched -= set(range(level + 1, 11))
        return Number(Kind.COUNTED, restart)

    def _counted(self, level: int, printed: str) -> int | None:
        """The value of the level's counter, when the counters can print this number."""
        found = _NUMBER.fullmatch(printed)
        if found is None:
            return None
        parts = [int(part) for part in found[1].split(".")]
        look = LevelLook(len(parts), found[2])
        parents = [self.counts.get(at) for at in range(level - len(parts) + 1, level)]
        if parents != parts[:-1] or self.looks.setdefault(level, look) != look:
            return None
        return parts[-1]


def plan(headings: Iterable[Heading], *, settable: bool = True) -> Plan:
    """How the headings of a document, in order, get the numbers that they print.

    In a program whose counters are not ``settable`` a number that needs it is typed.
    """
    counter = _Counter(settable)
    numbers = tuple(counter.number(heading) for heading in headings)
    return Plan(counter.looks, numbers)
