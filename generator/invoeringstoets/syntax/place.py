"""Where a value stands in a text."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """Where a value stands (character offsets, end not included) and the places inside it.

    ``keys`` holds the offsets of each key of a mapping; ``items`` the places of its values by key,
    or those of a list by index; both are empty for a scalar.
    """

    start: int
    end: int
    items: dict[str, Place] | list[Place] = []  # noqa: RUF012  -- never changed after parsing
    keys: dict[str, tuple[int, int]] = {}  # noqa: RUF012
