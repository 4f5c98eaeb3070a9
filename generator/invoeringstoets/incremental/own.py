"""What the parts of one toets read and made: bytes that are seldom looked into.

After an edit that is done for the toets that was edited, and for those that read of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from invoeringstoets.incremental.reading import Noted

_SELF = -1
"""Stands for the number of the toets itself, which another toets may change."""


@dataclass(frozen=True)
class Own:
    """The parts of one toets, packed; ``others`` are the numbers of other toetsen they read."""

    others: tuple[int, ...] = ()
    data: bytes = b"[[],{}]"

    @classmethod
    def of(cls, parts: Mapping[str, Noted], number: int) -> Own:
        """These parts of the toets with this number."""
        lists: dict[tuple[str, ...], int] = {}  # many parts read the same
        packed = {
            name: [_without(it.fields, number), lists.setdefault(it.names, len(lists)), it.made]
            for name, it in parts.items()
        }
        read = {one for it in parts.values() for _, own in it.fields for one in own}
        data = json.dumps([list(lists), packed], separators=(",", ":")).encode()
        return cls(tuple(sorted(read - {number})), data)

    def parts(self, number: int) -> dict[str, Noted]:
        """The parts of the toets that has this number."""
        lists, packed = json.loads(self.data)
        names = [tuple(one) for one in lists]
        return {
            name: Noted(_fields(fields, number), names[place], made)
            for name, (fields, place, made) in packed.items()
        }

    def may_name(self, name: str) -> bool:
        """Whether any part read the value with this name: never wrongly not."""
        return json.dumps(name).encode() in self.data


def _without(fields: tuple[tuple[int, tuple[int, ...]], ...], number: int) -> list[Any]:
    return [[bits, [_SELF if one == number else one for one in own]] for bits, own in fields]


def _fields(packed: Any, number: int) -> tuple[tuple[int, tuple[int, ...]], ...]:  # noqa: ANN401
    return tuple(
        (bits, tuple(number if one == _SELF else one for one in own)) for bits, own in packed
    )
