"""A parse error in offsets, and the lines around it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """A parse error in offsets: where it showed, where the thing it is in began.

    ``scanning`` is true for an error in the characters, false for one in the order of things;
    ``quoted`` is the last quoted text before it, ``bracket`` the last ``[`` or ``{`` still open.
    """

    text: str
    at: int
    context: int | None
    scanning: bool
    quoted: tuple[int, int] | None
    bracket: int | None = None

    @property
    def here(self) -> str:
        """The character at the error; empty at the end of the text."""
        return self.text[self.at : self.at + 1]

    @property
    def opening(self) -> str:
        """The character with which the surrounding thing begins; empty if there is none."""
        return "" if self.context is None else self.text[self.context : self.context + 1]

    def line_start(self, offset: int) -> int:
        """The offset at which the line of an offset begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """The offset of the last visible character of a line, plus one."""
        end = self.text.find("\n", offset)
        start = self.line_start(offset)
        return start + len(self.text[start : end if end >= 0 else None].rstrip())

    def word_start(self, offset: int) -> int:
        """The offset of the first visible character of the line of an offset."""
        start = self.line_start(offset)
        line = self.text[start : self.line_end(offset)]
        return start + len(line) - len(line.lstrip())
