"""Paragraphs one below the other: what goes before the next one, and what is kept together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from invoeringstoets.formats.docx.template import Template
from invoeringstoets.formats.keeping import KEPT_ITEMS
from invoeringstoets.formats.signing import LAST_LINES, lines_of

_TAGS = re.compile(r"<[^>]*>")
_STYLED = re.compile(r"(<w:pStyle [^>]*/>)(?:<w:keepNext/>)?(?:<w:keepLines/>)?")
_UNREAL = re.compile(r"\W+")

KEPT_CHARACTERS = 1500
"""A text up to this size (a third of a page) is not broken over two pages."""

KEPT_TABLE = 700
"""A table of at most this many characters is not broken over pages."""

KEPT_ACTION = 800
"""An action of at most this many characters is not broken over pages."""

KEPT_LIST = 624
"""A list of at most ``KEPT_ITEMS`` and this many characters is not broken over pages, nor are the
last two items of a longer one."""


def bookmark(name: str, taken: Mapping[str, str]) -> str:
    """A bookmark for an id: letters, digits and underscores, at most 40 (Word's limit)."""
    clean = _UNREAL.sub("_", name)[:32]
    used = set(taken.values())
    made, number = f"toets_{clean}"[:36], 1
    while made in used:
        number += 1
        made = f"toets_{clean[:26]}_{number}"
    return made


@dataclass(frozen=True)
class Properties:
    """What a paragraph has besides its style, as XML in the order of the schema."""

    numbering: str = ""
    box: str = ""
    spacing: str = ""
    indent: str = ""
    align: str = ""
    keep_next: bool = False


_NONE = Properties()


@dataclass
class Page:
    """The blocks of a text as XML, in order."""

    template: Template
    out: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    break_next: bool = False
    bookmarks: int = 0

    def mark(self, name: str | None) -> None:
        """Put a bookmark at the beginning of the next paragraph."""
        if name:
            self.bookmarks += 1
            self.marks.append(
                f'<w:bookmarkStart w:id="{self.bookmarks}" w:name="{name}"/>'
                f'<w:bookmarkEnd w:id="{self.bookmarks}"/>'
            )

    def paragraph(self, style: str, runs: str, *, properties: Properties = _NONE) -> str:
        """A paragraph as XML, its properties in the order of the schema (CT_PPrBase)."""
        told = f'<w:pStyle w:val="{self.template.style(style).id}"/>'
        if properties.keep_next:
            told += "<w:keepNext/>"
        if self.break_next:
            told += "<w:pageBreakBefore/>"
            self.break_next = False
        told += properties.numbering + properties.box + properties.spacing
        told += properties.indent + properties.align
        marks = "".join(self.marks)
        self.marks.clear()
        return f"<w:p><w:pPr>{told}</w:pPr>{marks}{runs}</w:p>"

    def add(self, style: str, runs: str, *, properties: Properties = _NONE) -> None:
        """Write a paragraph."""
        self.out.append(self.paragraph(style, runs, properties=properties))

    def keep(self, start: int, *, limit: int = KEPT_CHARACTERS) -> None:
        """Keep everything from this place in ``out`` on one page, unless it is long."""
        size = sum(len(_TAGS.sub("", xml)) for xml in self.out[start:])
        if size > limit or len(self.out) - start < 2:  # noqa: PLR2004 (nothing to keep together)
            return
        last = len(self.out) - 1
        for at in range(start, last):
            self.out[at] = _kept(self.out[at])
        rows, row, end = self.out[last].rpartition("<w:tr>")
        self.out[last] = _kept(rows) + row + _STYLED.sub(r"\1<w:keepLines/>", end)

    def keep_items(self, starts: Sequence[int]) -> None:
        """Keep a short list whose items begin at these places on one page, else its last two."""
        first = starts[:1] if len(starts) <= KEPT_ITEMS else ()
        for start in (*first, *starts[-2:-1]):
            self.keep(start, limit=KEPT_LIST)

    def space_last(self, after: int) -> None:
        """Leave more white after the last paragraph, in twips."""
        if self.out and self.out[-1].startswith("<w:p>"):
            head, end, rest = self.out[-1].partition("</w:pPr>")
            before, indent, more = head.partition("<w:ind ")
            white = f'<w:spacing w:after="{after}"/>'
            self.out[-1] = f"{before}{white}{indent}{more}{end}{rest}"

    def keep_last(self) -> None:
        """Keep the last two lines or rows up to here with what comes next."""
        lines = 0
        for at in range(len(self.out) - 1, -1, -1):
            if lines >= LAST_LINES:
                return
            if self.out[at].startswith("<w:tbl>"):
                head, *rows = self.out[at].split("<w:tr>")
                last = max(1, len(rows) - LAST_LINES + lines)
                rows[last:] = map(_kept, rows[last:])
                self.out[at] = "<w:tr>".join((head, *rows))
                lines += len(rows) - last
            else:
                self.out[at] = _STYLED.sub(r"\1<w:keepNext/>", self.out[at])
                lines += lines_of(_TAGS.sub("", self.out[at]))


def _kept(xml: str) -> str:
    return _STYLED.sub(r"\1<w:keepNext/><w:keepLines/>", xml)
