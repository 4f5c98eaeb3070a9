"""A text with a name: where every road through the generator begins."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

_LINE_END = re.compile("\n")
INPUT_NAME = "(invoer)"
"""The name of a text that came in without a file."""


@dataclass(frozen=True)
class Source:
    """A decoded text and the name under which messages mention it.

    Having one means the bytes were valid UTF-8; line ends are as in the file.
    """

    name: str
    text: str

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(found.end() for found in _LINE_END.finditer(self.text)))

    def position(self, offset: int) -> Position:
        """Line and column (both from 1) of a character offset in the text."""
        line = bisect_right(self._line_starts, offset) - 1
        return Position(line + 1, offset - self._line_starts[line] + 1)

    def offset(self, position: Position) -> int:
        """The character offset of a position that ``position`` gave; never past the end."""
        starts = self._line_starts
        if position.line > len(starts):
            return len(self.text)
        return min(starts[position.line - 1] + position.column - 1, len(self.text))

    def line(self, number: int) -> str:
        """The text of a line (counted from 1) without its line end; empty past the end."""
        if not 1 <= number <= len(self._line_starts):
            return ""
        start = self._line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else len(self.text)].rstrip("\r")


@dataclass(frozen=True, order=True)
class Position:
    """A place in a text: line and column, both counted from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of text from ``start`` up to, not including, ``end``."""

    start: Position
    end: Position
