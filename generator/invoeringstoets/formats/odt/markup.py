"""Text and inlines as OpenDocument XML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from urllib.parse import quote

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
from invoeringstoets.formats.escaping import attribute, escaped

__all__ = ["Ink", "lines", "text"]

_SPACES = re.compile(" {2,}")
_SAFE = ":/?#@!$&'()*+,;=%~-._"
_BAD_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
LINE_BREAK = "<text:line-break/>"


def text(words: str) -> str:
    """Characters as XML; runs of spaces would otherwise be one (ODF 1.3, part 3, 6.1.2)."""
    found = escaped(words)
    if "  " not in found:
        return found
    return _SPACES.sub(lambda run: f' <text:s text:c="{len(run[0]) - 1}"/>', found)


def lines(each: tuple[str, ...]) -> str:
    """Lines of one paragraph."""
    return LINE_BREAK.join(text(line) for line in each)


def address(target: str) -> str:
    """A link's target as ``anyURI``: other characters percent-encoded (RFC 3987, 3.1)."""
    return attribute(quote(_BAD_PERCENT.sub("%25", target), safe=_SAFE))


@dataclass
class Ink:
    """Writes inlines. ``bookmarks`` has for each id in the document the name of its bookmark."""

    bookmarks: Mapping[str, str] = field(default_factory=dict)
    _notes: count[int] = field(default_factory=lambda: count(1))

    def inlines(self, nodes: Inlines) -> str:
        """The XML of inlines."""
        return "".join([self._inline(node) for node in nodes])

    def _inline(self, node: Inline) -> str:
        match node:
            case Text(words):
                return text(words)
            case Strong(content):
                return span("Strong_20_Emphasis", self.inlines(content))
            case Emphasis(content):
                return span("Emphasis", self.inlines(content))
            case Link(target, content):
                return self._link(target, self.inlines(content))
            case Footnote(content):
                return self._note(self.inlines(content))
            case LineBreak():
                return LINE_BREAK

    def _link(self, target: str, content: str) -> str:
        if target.startswith("#"):
            name = self.bookmarks.get(target[1:])
            if name is None:
                return content
            goal = f"#{attribute(name)}"
        else:
            goal = address(target)
        return (
            f'<text:a xlink:type="simple" xlink:href="{goal}"'
            ' text:style-name="Internet_20_link" text:visited-style-name="Internet_20_link">'
            f"{content}</text:a>"
        )

    def _note(self, content: str) -> str:
        number = next(self._notes)
        return (
            f'<text:note text:id="ftn{number}" text:note-class="footnote"><text:note-citation>'
            f"{number}</text:note-citation><text:note-body>"
            f'<text:p text:style-name="Footnote">{content}</text:p></text:note-body></text:note>'
        )


def span(style: str, content: str) -> str:
    """A run of characters in a style."""
    return f'<text:span text:style-name="{style}">{content}</text:span>'
