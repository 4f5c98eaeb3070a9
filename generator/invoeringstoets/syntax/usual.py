"""The data of a text in which nothing is unusual, without positions: most texts, in half the time.

Whatever is not certainly sound is left to ``events``, which sees the same events and knows what to
say of it. Here nothing is explained.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from invoeringstoets.syntax.decoding import MAX_SIZE
from invoeringstoets.syntax.scalars import WORDS, typed
from invoeringstoets.syntax.stream import MAX_DEPTH, EventParser

_UNUSUAL = ("\\", "\x85", "\u2028", "\u2029", "\n%", "\ufeff")
"""What may be an escape, a character that libyaml takes and we refuse, a directive, or a mark."""
_DECORATED = re.compile(r"(?<!\w)(?:!|&(?!\s))")
"""What may be a tag or an anchor: those do not follow on a letter or digit."""
_NUMERIC = frozenset("-0123456789")
"""With what a plain scalar begins that may be a number."""
_MERGE = "<<"
_STARTS = frozenset({yaml.MappingStartEvent, yaml.SequenceStartEvent})
_ENDS = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})
_AROUND = frozenset(
    {yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent}
)


class _UnusualError(Exception):
    """There is something that ``events`` should look at."""


def read(text: str) -> tuple[object] | None:
    """The data of a text, alone in a tuple; ``None`` if they may be unsound. Never raises."""
    if 4 * len(text) > MAX_SIZE or text[:1] == "%" or any(sign in text for sign in _UNUSUAL):
        return None
    if ("&" in text or "!" in text) and _DECORATED.search(text):
        return None
    try:
        found = _items(EventParser(text).get_event)
    except (_UnusualError, yaml.YAMLError, TypeError, ValueError):
        return None
    return (found[0],) if len(found) == 1 else None


def _items(next_event: Callable[[], Any]) -> list[object]:
    """The values in a text outside any other: one, unless it is empty or has more documents."""
    items: list[Any] = []
    above: list[list[Any]] = []
    for event in iter(next_event, None):
        kind = type(event)
        if kind is yaml.ScalarEvent:
            value = event.value
            if not event.style and (value[:1] in _NUMERIC or value in WORDS):
                value = typed(value)
            items.append(value)
        elif kind in _STARTS:
            above.append(items)
            items = []
            if len(above) > MAX_DEPTH:
                raise _UnusualError
        elif kind in _ENDS:
            made = items if kind is yaml.SequenceEndEvent else _mapping(items)
            items = above.pop()
            items.append(made)
        elif kind not in _AROUND:
            raise _UnusualError
    return items


def _mapping(items: list[Any]) -> dict[str, Any]:
    """A mapping of keys and values in turn; a key that is no text raises ``TypeError``."""
    keys = items[::2]
    joined = "".join(keys)
    made = dict(zip(keys, items[1::2], strict=True))
    if len(made) != len(keys) or not joined.isascii() or _MERGE in joined:
        raise _UnusualError
    return made
