"""A mapping or list of which the events are still coming in."""

from __future__ import annotations

from typing import Any

NO_KEY = object()
"""The key of a mapping that waits for one."""
IN_LIST = object()
"""The key of a list, which has none."""
_TO_THE_END = -1


class Frame:
    """A mapping or list under construction, from the offset ``start`` on.

    ``data`` is its value, ``items`` are the places of what is in it, ``keys`` the spans of its keys
    in order, ``key`` is the one whose value comes next; ``flow`` if it stands between brackets.
    """

    __slots__ = ("_repeated", "data", "flow", "items", "key", "keys", "start")

    def __init__(self, data: dict[str, Any] | list[Any], start: int, *, flow: bool) -> None:
        self.data: Any = data
        in_list = isinstance(data, list)
        self.items: Any = [] if in_list else {}
        self.keys: dict[str, tuple[int, int]] = {}
        self.start = start
        self.flow = flow
        self.key: Any = IN_LIST if in_list else NO_KEY
        self._repeated = 0

    def begins_with(self, key: str) -> bool:
        """Whether a key is the first of this mapping."""
        return next(iter(self.keys)) == key

    @property
    def goes_on(self) -> bool:
        """Whether no new key came since one was repeated, or all that follows is a new item."""
        return self._repeated in {len(self.keys), _TO_THE_END}

    def note_repeated(self, *, item: bool) -> None:
        """Remember that a key was repeated; with ``item`` as if a new list item began there."""
        self._repeated = _TO_THE_END if item else len(self.keys)
