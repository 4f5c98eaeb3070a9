"""Comments in YAML text: what an author says beside the data, never what only looks like it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from invoeringstoets.source import Source, Span
from invoeringstoets.syntax.events import EventParser

_COMMENT = re.compile("#[^\r\n\x85\u2028\u2029]*")
_BLOCK = ("|", ">")


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
        scalars = tuple(_scalars(text))
    except yaml.YAMLError:
        return ()
    found = [span for span in _comment_spans(text, scalars) if mark in text[slice(*span)]]
    return tuple(_comment(source, span, scalars=scalars) for span in found)


def _scalars(text: str) -> Iterator[tuple[int, int, int]]:
    """Per scalar the offset of its first character, where its text begins, and its end.

    Of a block scalar the text begins after the line with its indicator, where a comment may be.
    """
    shift = 1 if text.startswith("\ufeff") else 0
    next_event = EventParser(text[shift:]).get_event
    event = next_event()
    while not isinstance(event, yaml.StreamEndEvent):
        if isinstance(event, yaml.ScalarEvent):
            start, end = event.start_mark.index + shift, event.end_mark.index + shift
            begin = text.find("\n", start) if event.style in _BLOCK else start
            yield start, begin if begin >= 0 else end, end
        event = next_event()


def _comment_spans(
    text: str, scalars: tuple[tuple[int, int, int], ...]
) -> Iterator[tuple[int, int]]:
    """Every comment: between scalars the first ``#`` of a line begins one."""
    position = 0
    for _, begin, end in (*scalars, (len(text), len(text), len(text))):
        for match in _COMMENT.finditer(text, position, max(begin, position)):
            yield match.span()
        position = max(end, position)


def _comment(
    source: Source, span: tuple[int, int], *, scalars: tuple[tuple[int, int, int], ...]
) -> Comment:
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
        last=_last_line(source, first, scalars=scalars),
    )


def _last_line(source: Source, line: int, *, scalars: tuple[tuple[int, int, int], ...]) -> int:
    """The last line of the values that begin on a line."""
    last = line
    index = bisect_left(scalars, line, key=lambda scalar: source.position(scalar[0]).line)
    for start, _, end in scalars[index:]:
        if source.position(start).line > line:
            break
        last = max(last, source.position(start + len(source.text[start:end].rstrip())).line)
    return last
