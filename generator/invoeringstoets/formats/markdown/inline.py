"""Inlines as Markdown that reads back as the same text (CommonMark 0.31, sections 2.4 and 6.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple
from unicodedata import category

from invoeringstoets.document import (
    Emphasis,
    Footnote,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Strong,
    Text,
)

_ALWAYS = re.compile(r"([\\`*_\[\]<>|~&$^#])")
_LINE_START = re.compile(r"^(?:([+=:-])|(\d{1,9})([.)]))", re.MULTILINE)
HARD_BREAK = "\\\n"


def escaped(text: str) -> str:
    """Plain text with every sign that could be markup inside a line escaped."""
    return _ALWAYS.sub(r"\\\1", text)


def standing(markdown: str) -> str:
    """Markdown that may stand at the start of a line without beginning a list, rule or note."""
    return _LINE_START.sub(
        lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", markdown.strip()
    )


class _Run(NamedTuple):
    """Inlines as Markdown, with emphasis and, for where that cannot be read, without."""

    marked: str
    bare: str
    mark: str = ""


def _is_word(char: str) -> bool:
    """Neither white space nor punctuation, as in CommonMark's rules on flanking."""
    return bool(char) and not char.isspace() and category(char)[0] not in "PS"


def _readable(before: str, body: str, after: str) -> bool:
    """Whether emphasis marks around the body are read as such between its neighbours.

    Marks next to other marks are avoided, so that runs of asterisks cannot be misread.
    """
    if not body or body != body.strip() or before[-1:] == "*" or after[:1] == "*":
        return False
    opens = _is_word(body[0]) or not _is_word(before[-1:])
    closes = _is_word(body[-1]) or not _is_word(after[:1])
    return opens and closes


@dataclass
class InlineWriter:
    """Writes inlines and keeps the footnotes it meets, in order."""

    notes: list[Inlines] = field(default_factory=list)

    def line(self, content: Inlines) -> str:
        """Inlines on one line, for a heading or a cell; a line break becomes a space."""
        return self._run(content, " ").marked.strip()

    def paragraph(self, content: Inlines) -> str:
        """Inlines as a paragraph with its line breaks."""
        text = self._run(content, HARD_BREAK).marked
        return standing(text.replace("\n ", "\n"))

    def _run(self, content: Inlines, newline: str) -> _Run:
        pieces = [self._piece(node, newline) for node in content]
        text = ""
        for place, piece in enumerate(pieces):
            after = "".join(one.mark + one.marked for one in pieces[place + 1 :])
            core = piece.marked.strip(" ")
            start = piece.marked.find(core)
            lead, tail = piece.marked[:start], piece.marked[start + len(core) :]
            if not piece.mark:
                text += piece.marked
            elif _readable(text + lead, core, tail + after):
                text += f"{lead}{piece.mark}{core}{piece.mark}{tail}"
            else:
                text += piece.bare
        return _Run(text, "".join(piece.bare for piece in pieces))

    def _piece(self, node: Inline, newline: str) -> _Run:
        match node:
            case Text(text):
                return _Run(escaped(text), escaped(text))
            case LineBreak():
                return _Run(newline, newline)
            case Footnote(inner):
                self.notes.append(inner)
                mark = f"[^{len(self.notes)}]"
                return _Run(mark, mark)
            case Link(target, inner):
                return _link(target, self._run(inner, newline))
            case Strong(inner) | Emphasis(inner):
                mark = "**" if isinstance(node, Strong) else "*"
                return self._run(inner, newline)._replace(mark=mark)


def _link(target: str, run: _Run) -> _Run:
    """A link; one within the document is only its text, since CommonMark has no ids."""
    if target.startswith("#"):
        return _Run(run.bare, run.bare)
    address = target.replace("&", "\\&")
    return _Run(f"[{run.marked}](<{address}>)", f"[{run.bare}](<{address}>)")
