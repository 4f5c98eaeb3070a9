"""Comments in YAML text: what an author says beside the data, never what only looks like it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from invoeringstoets.source import Source, Span
from invoeringstoets.syntax.events import scalars

_COMMENT = re.compile("#[^\r\n\x85\u2028\u2029]*")

Scalars = tuple[tuple[int, int, int], ...]
"""See ``events.scalars``."""


@dataclass(frozen=True)
class Comment:
    """A comment, from its ``#`` to the end of the line, and the lines it speaks about.

    A comment behind something speaks about its own line; one that stands alone about the first
    line below it that is no such comment. A value of more lines counts whole if it begins there.
    ``first`` and ``last`` are counted from 1, both included.
    """

    text: str
    span: Span
    first: int
    last: int


def comments(source: Source, mark: str) -> tuple[Comment, ...]:
    """The comments that hold ``mark``, in the order of the text; none if it is no YAML.

    A ``#`` inside quotes or a block of text is no comment. A text without ``mark`` costs nothing.
    """
    text = source.text
    if mark not in text:
        return ()
    try:
        values = tuple(scalars(text))
    except yaml.YAMLError:
        return ()
    found = [span for span in _comment_spans(text, values) if mark in text[slice(*span)]]
    return tuple(_comment(source, span, values=values) for span in found)


def _comment_spans(text: str, values: Scalars) -> Iterator[tuple[int, int]]:
    """Every comment: between scalars the first ``#`` of a line begins one."""
    position = 0
    for _, begin, end in (*values, (len(text), len(text), len(text))):
        for match in _COMMENT.finditer(text, position, max(begin, position)):
            yield match.span()
        position = max(end, position)


def _comment(source: Source, span: tuple[int, int], *, values: Scalars) -> Comment:
    text = source.text[slice(*span)].rstrip()
    start = source.position(span[0])
    first = start.line
    if not source.line(first)[: start.column - 1].strip("\ufeff \t"):
        first += 1
        while source.line(first).lstrip().startswith("#"):
            first += 1
    return Comment(
        text=text,
        span=Span(start, source.position(span[0] + len(text))),
        first=first,
        last=_last_line(source, first, values=values),
    )


def _last_line(source: Source, line: int, *, values: Scalars) -> int:
    """The last line of the values that begin on a line."""
    last = line
    index = bisect_left(values, line, key=lambda value: source.position(value[0]).line)
    for start, _, end in values[index:]:
        if source.position(start).line > line:
            break
        last = max(last, source.position(start + len(source.text[start:end].rstrip())).line)
    return last
