"""Inlines as Markdown that reads back as the same text (CommonMark 0.31, sections 2.4 and 6.2).

Python-Markdown (MkDocs, Zensical) knows fewer signs that a backslash escapes, and no backslash at
the end of a line: what it does not know is a character reference, and a line breaks on two spaces.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
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
from invoeringstoets.formats import normal

_SIGN = re.compile(r"[\\`*_\[\]|#<~$^]|&(?=#?\w+;)|!$")
_LINE_START = re.compile(
    r"^(?P<before>(?=[+=:>-])|\d{1,9}(?=[.)])|\[\^\d+\](?=:))(?P<sign>[+=:>.)-])", re.MULTILINE
)
_REFERENCES = {sign: f"&#{ord(sign)};" for sign in "~$^=:"} | {"<": "&lt;", "&": "&amp;"}
_ENTITY = re.compile(r"&(?=#?\w+;)")
_PLAIN_ADDRESS = re.compile(r"[^\s()<>_*]+")
HARD_BREAK = "  \n"
_BREAKS = re.compile(r" *\n[ \n]*")


def escaped(text: str) -> str:
    """Plain text with every sign that could be markup inside a line escaped."""
    return _SIGN.sub(lambda found: _plain(found[0]), text)


def standing(markdown: str) -> str:
    """Markdown that may stand at the start of a line without beginning a list, rule or note."""
    return _LINE_START.sub(lambda found: found["before"] + _plain(found["sign"]), markdown.strip())


def _plain(sign: str) -> str:
    """A sign that is no markup."""
    return _REFERENCES.get(sign) or f"\\{sign}"


class Run(NamedTuple):
    """Inlines as Markdown, with emphasis and, for where that cannot be read, without."""

    marked: str
    bare: str
    mark: str = ""


def _is_white(char: str) -> bool:
    """White space or the edge of the line."""
    return not char or char.isspace()


def _is_word(char: str) -> bool:
    """Neither white space nor punctuation, as in CommonMark's rules on flanking."""
    return not _is_white(char) and category(char)[0] not in "PS"


def _faces(inside: str, outside: str) -> bool:
    """Whether a mark between these two reads as facing what is inside it."""
    return _is_word(inside) or not _is_word(outside)


def _faces_away(inside: str, outside: str) -> bool:
    """Whether a mark between these two reads as facing what is outside it."""
    return not _is_white(outside) and (_is_word(outside) or not _is_word(inside))


def _readable(before: str, body: str, *, after: str, nested: bool) -> bool:
    """Whether emphasis marks around the body are read as such between its neighbours.

    Marks next to other marks are avoided, and so are marks inside other emphasis that face both
    ways, so that asterisks are never paired with the wrong ones.
    """
    if not body or body != body.strip() or before[-1:] == "*" or after[:1] == "*":
        return False
    sides = ((body[0], before[-1:]), (body[-1], after[:1]))
    if nested and any(_faces_away(*side) for side in sides):
        return False
    return all(_faces(*side) for side in sides)


def broken(text: str, by: str = HARD_BREAK) -> str:
    """Text in which each run of line breaks is one, written as asked."""
    return _BREAKS.sub(lambda _: by, text)


def joined(pieces: Sequence[Run], *, nested: bool = False) -> Run:
    """Pieces in a row, with the marks of those that can be read; ``nested`` is inside emphasis."""
    text = ""
    for place, piece in enumerate(pieces):
        if not piece.mark:
            text += piece.marked
            continue
        after = "".join(one.mark + one.marked for one in pieces[place + 1 :])
        core = piece.marked.strip(" ")
        start = piece.marked.find(core)
        lead, tail = piece.marked[:start], piece.marked[start + len(core) :]
        if _readable(text + lead, core, after=tail + after, nested=nested):
            text += f"{lead}{piece.mark}{core}{piece.mark}{tail}"
        else:
            text += piece.bare
    return Run(text, "".join(piece.bare for piece in pieces))


def linked(address: str, run: Run) -> Run:
    """A link to an address, which stands between angle brackets only if it must."""
    address = _ENTITY.sub("&amp;", address)
    if _PLAIN_ADDRESS.fullmatch(address) is None:
        address = f"<{address}>"
    return Run(f"[{run.marked}]({address})", f"[{run.bare}]({address})")


@dataclass
class InlineWriter:
    """Writes inlines and keeps the footnotes it meets, in order."""

    notes: list[Inlines] = field(default_factory=list)

    def line(self, content: Inlines) -> str:
        """Inlines on one line, for a heading or a cell; a line break becomes a space."""
        return self._run(normal.inlines(content), newline=" ").marked.strip()

    def paragraph(self, content: Inlines) -> str:
        """Inlines as a paragraph with its line breaks, of which several in a row are one."""
        text = self._run(normal.inlines(content), newline=HARD_BREAK).marked
        return standing(broken(text))

    def _run(self, content: Inlines, *, newline: str, nested: bool = False) -> Run:
        pieces = [self._piece(node, newline=newline, nested=nested) for node in content]
        return joined(pieces, nested=nested)

    def _piece(self, node: Inline, *, newline: str, nested: bool) -> Run:
        match node:
            case Text(text):
                return Run(escaped(text), escaped(text))
            case LineBreak():
                return Run(newline, newline)
            case Footnote(inner):
                self.notes.append(inner)
                mark = f"[^{len(self.notes)}]"
                return Run(mark, mark)
            case Link(target, inner):
                return _link(target, self._run(inner, newline=newline, nested=nested))
            case Strong(inner) | Emphasis(inner):
                mark = "**" if isinstance(node, Strong) else "*"
                return self._run(inner, newline=newline, nested=True)._replace(mark=mark)


def _link(target: str, run: Run) -> Run:
    """A link; one within the document is only its text, since CommonMark has no ids."""
    return Run(run.bare, run.bare) if target.startswith("#") else linked(target, run)
