"""Writes paragraphs: their style, their bookmarks, and what keeps them with the next one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from invoeringstoets.document import (
    Document,
    Emphasis,
    Footnote,
    LineBreak,
    Link,
    Paragraph,
    Role,
    Strong,
    Text,
)
from invoeringstoets.formats.escaping import attribute
from invoeringstoets.formats.numbering import Kind, Number, Plan, headings, plan
from invoeringstoets.formats.odt.markup import Ink, span
from invoeringstoets.formats.odt.styles import AutomaticStyles, Wishes
from invoeringstoets.formats.odt.template import Template
from invoeringstoets.formats.widths import OTHER_TYPE, Setting
from invoeringstoets.house_style import HouseStyle

__all__ = ["Writer", "writer_for"]

_ROLES: Mapping[Role, str] = {
    Role.LEAD: "Inleiding",
    Role.META: "Toelichting",
    Role.SALUTATION: "Aanhef",
    Role.MISSING: "Nog_20_niet_20_ingevuld",
}
_INLINE = Text | Strong | Emphasis | Link | Footnote | LineBreak
_BOXES = {"Kadertekst", "Let_20_op_20_tekst", "Actie", "Actie_20_in_20_lijst"}
_BOOKMARK = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,39}", re.ASCII)
_CELL_SIZE, _CELL_INSET = 9.25, 3.4
"""The type in our tables in points, and the white beside it in mm (``docs``)."""


@dataclass
class Writer:
    """What has been written so far decides on the next paragraph.

    ``body`` is the style of running text where we are, ``width`` the room there in cm, ``keep``
    whether paragraphs stay with the next one. ``marks`` are the bookmarks that wait for a
    paragraph, ``page_break`` and ``master`` say on what page it begins.
    ``listed`` are the bookmarks of headings without id that are in the list of contents.
    """

    ink: Ink
    template: Template
    look: HouseStyle
    plan: Plan
    width: float
    styles: AutomaticStyles = field(default_factory=AutomaticStyles)
    body: str = "Text_20_body"
    keep: bool = False
    page_break: bool = False
    master: str = ""
    marks: list[str] = field(default_factory=list)
    listed: dict[int, str] = field(default_factory=dict)
    headings: int = 0
    tables: int = 0
    figures: int = 0

    def paragraph(
        self, style: str, content: str, *, keep: bool | None = None, align: str = ""
    ) -> str:
        """A paragraph in a style; ``content`` is XML."""
        kept = self.keep if keep is None else keep
        name = self.style(style, keep=kept, align=align)
        return f'<text:p text:style-name="{name}">{self.bookmarks()}{content}</text:p>'

    def hair(self) -> str:
        """An empty line of a hair's breadth: programs make one box of boxes that touch."""
        style = self.styles.add(
            "paragraph",
            '<style:paragraph-properties fo:margin-top="0cm" fo:margin-bottom="0cm"'
            ' fo:line-height="0.02cm"/><style:text-properties fo:font-size="2pt"/>',
            attributes=' style:parent-style-name="Standard"',
        )
        return f'<text:p text:style-name="{style}"/>'

    def style(self, style: str, *, keep: bool = False, align: str = "") -> str:
        """The name of the style of the next paragraph."""
        if not (keep or align or self.page_break or self.master):
            return style
        wishes = Wishes(keep, self.page_break and not self.master, self.master, align)
        self.page_break, self.master = False, ""
        return self.styles.paragraph(style, wishes)

    def bookmarks(self) -> str:
        """The bookmarks that waited for this paragraph."""
        if not self.marks:
            return ""
        written = "".join(f'<text:bookmark text:name="{attribute(mark)}"/>' for mark in self.marks)
        self.marks.clear()
        return written

    def mark(self, name: str) -> None:
        """Put a bookmark for this id in the next paragraph."""
        if name in self.ink.bookmarks:
            self.marks.append(self.ink.bookmarks[name])

    def running(self, node: Paragraph) -> str:
        """A paragraph of the document, in the style of its role and place."""
        self.mark(node.id)
        if not node.content:
            return ""
        content = self.ink.inlines(node.content)
        style = _ROLES.get(node.role, self.body)
        if self.body in _BOXES and style != self.body:
            style = self.body
            content = span("Emphasis", content) if node.role is Role.MISSING else content
        announces = content.endswith(":")
        return self.paragraph(style, content, keep=self.keep or announces)

    def heading(self, level: int, content: str, *, typed: str = "") -> str:
        """A heading; its number is counted by the office program where that gives ``typed``."""
        number = self.plan.numbers[self.headings]
        self.headings += 1
        style = self.style(f"Heading_20_{level}")
        if number.kind is Kind.TYPED:
            content = f"{typed} {content}"
        return (
            f'<text:h text:style-name="{style}" text:outline-level="{level}"{_counting(number)}>'
            f"{self.bookmarks()}{content}</text:h>"
        )

    @property
    def cells(self) -> Setting:
        """How the text of a table is set."""
        return Setting(_CELL_SIZE, _CELL_INSET, OTHER_TYPE if self.look.families else 1)

    @contextmanager
    def within(
        self, *, body: str = "", keep: bool | None = None, width: float = 0
    ) -> Iterator[None]:
        """Blocks in another place: style of running text, keeping together, room."""
        before = self.body, self.keep, self.width
        self.body = body or self.body
        self.keep = self.keep if keep is None else keep
        self.width = width or self.width
        yield
        self.body, self.keep, self.width = before


def _counting(number: Number) -> str:
    if number.kind is not Kind.COUNTED:
        return ' text:is-list-header="true"'
    if number.restart is None:
        return ""
    return f' text:restart-numbering="true" text:start-value="{number.restart}"'


def writer_for(document: Document, template: Template, *, look: HouseStyle) -> Writer:
    """A writer for a document in normal shape."""
    numbers = plan(headings(document.blocks))
    return Writer(Ink(_bookmarks(document)), template, look, numbers, template.width)


def _bookmarks(document: Document) -> Mapping[str, str]:
    """For each id in the document a name that every office program allows for a bookmark."""
    ids = dict.fromkeys(_ids((document.front, document.blocks)))
    return {
        name: name if _BOOKMARK.fullmatch(name) else f"doel.{number}"
        for number, name in enumerate(ids, 1)
    }


def _ids(value: object) -> Iterator[str]:
    """Every id in a part of a document, in reading order."""
    if isinstance(value, tuple):
        for item in value:
            yield from _ids(item)
    elif not isinstance(value, _INLINE | str):
        if name := getattr(value, "id", ""):
            yield name
        for inner in _PARTS:
            if found := getattr(value, inner, ()):
                yield from _ids(found)


_PARTS = ("items", "facts", "description", "blocks", "actions")
"""The fields that hold blocks, or what holds blocks."""
