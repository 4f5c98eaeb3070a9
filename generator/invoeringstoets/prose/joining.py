"""Inline content of which neighbouring texts are one."""

from __future__ import annotations

from collections.abc import Iterable

from invoeringstoets.document import Inline, Inlines, Text


def merged(content: Iterable[Inline]) -> Inlines:
    """Inline content with neighbouring texts joined, and no empty ones."""
    found: list[Inline] = []
    for inline in content:
        last = found[-1] if found else None
        if isinstance(inline, Text) and isinstance(last, Text):
            found[-1] = Text(last.text + inline.text)
        elif inline != Text(""):
            found.append(inline)
    return tuple(found)
