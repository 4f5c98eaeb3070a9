"""The format-neutral tree of a report: everything is decided except looks.

N reports make a ``Document``, M formats draw one; neither knows the other. Numbers and dates are
text by the time they are in here (``notation`` wrote them), references to ids are already words,
and no string ever contains markup.
"""

from __future__ import annotations

from invoeringstoets.document.blocks import (
    Action,
    Block,
    Blocks,
    Callout,
    Cell,
    Column,
    Conclusion,
    Definition,
    DefinitionList,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Quote,
    Role,
    Signatory,
    Signatures,
    Table,
    Tone,
)
from invoeringstoets.document.figure import Align, Bar, Figure, Ink, Label, Shape, Stroke
from invoeringstoets.document.inline import (
    Emphasis,
    Footnote,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Strong,
    Text,
)
from invoeringstoets.document.sheet import Sheet, SheetColumn, Value
from invoeringstoets.record import record

__all__ = [
    "Action",
    "Align",
    "Bar",
    "Block",
    "Blocks",
    "Callout",
    "Cell",
    "Column",
    "Conclusion",
    "Cover",
    "Definition",
    "DefinitionList",
    "Document",
    "Emphasis",
    "Figure",
    "Footnote",
    "Heading",
    "Ink",
    "Inline",
    "Inlines",
    "Label",
    "Letterhead",
    "LineBreak",
    "Link",
    "ListBlock",
    "Notice",
    "PageBreak",
    "Paragraph",
    "Quote",
    "Reference",
    "Role",
    "Shape",
    "Sheet",
    "SheetColumn",
    "Signatory",
    "Signatures",
    "Stroke",
    "Strong",
    "Table",
    "Text",
    "Tone",
    "Value",
]


@record(frozen=True)
class Cover:
    """The front of a report: title, subtitle, and the facts on it.

    A ``compact`` one is the top of the first page, where another has a page of its own with a list
    of contents: for reports of a few pages.
    """

    title: str
    subtitle: str
    facts: tuple[Definition, ...]
    compact: bool = False


@record(frozen=True)
class Reference:
    """One entry of a letter's reference column: a small label and its lines."""

    label: str
    lines: tuple[str, ...]


@record(frozen=True)
class Letterhead:
    """The front of a letter.

    ``references`` fill the right column of the first page, ``running`` that of later pages;
    ``facts`` are the lines under the address (Datum, Betreft).
    """

    sender: str
    return_address: str
    addressee: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    references: tuple[Reference, ...]
    running: tuple[Reference, ...]


@record(frozen=True)
class Notice:
    """Something every output must say of itself (fictief, concept, bewerking, intern ...).

    Formats draw ``label`` on every page and ``text`` at the top.
    """

    label: str
    text: str
    tone: Tone = Tone.CAUTION


@record(frozen=True)
class Document:
    """A finished report, in reading order, before any format.

    ``short_title`` stands at the head of its pages where the title is long; "" is the title.
    """

    title: str
    front: Cover | Letterhead
    blocks: Blocks
    notices: tuple[Notice, ...] = ()
    language: str = "nl"
    author: str = ""
    subject: str = ""
    date: str = ""
    footer: str = ""
    short_title: str = ""

    @property
    def running_title(self) -> str:
        """What stands at the head of the pages after the first."""
        return self.short_title or self.title
