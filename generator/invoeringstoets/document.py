"""The format-neutral tree of a report: everything is decided except looks.

N reports make a ``Document``, M formats draw one; neither knows the other. Numbers and dates are
text by the time they are in here (``notation`` wrote them), references to ids are already words,
and no string ever contains markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

# --- inline ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Text:
    """Plain characters."""

    text: str


@dataclass(frozen=True)
class Strong:
    """Text with emphasis that a screen reader may stress (bold)."""

    content: tuple[Inline, ...]


@dataclass(frozen=True)
class Emphasis:
    """Text with light emphasis (italic)."""

    content: tuple[Inline, ...]


@dataclass(frozen=True)
class Link:
    """A link with its text; ``target`` is http(s), mailto, or ``#id`` within the document."""

    target: str
    content: tuple[Inline, ...]


@dataclass(frozen=True)
class Footnote:
    """A note at this place; formats number them. Holds inline content only (PDF/UA)."""

    content: tuple[Inline, ...]


@dataclass(frozen=True)
class LineBreak:
    """A forced new line inside a paragraph."""


Inline = Text | Strong | Emphasis | Link | Footnote | LineBreak
Inlines = tuple[Inline, ...]

# --- blocks ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Heading:
    """A heading; levels start at 1 and never skip one. ``number`` is printed before the text."""

    level: int
    content: Inlines
    id: str = ""
    number: str = ""


class Role(StrEnum):
    """What a paragraph is for, where a format may want to draw it differently."""

    BODY = "body"
    LEAD = "lead"
    META = "meta"
    SALUTATION = "salutation"
    MISSING = "missing"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text."""

    content: Inlines
    role: Role = Role.BODY
    id: str = ""


@dataclass(frozen=True)
class ListBlock:
    """A bulleted or numbered list; an item is a run of blocks."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False


@dataclass(frozen=True)
class Definition:
    """A term with what is said of it."""

    term: Inlines
    description: tuple[Block, ...]


@dataclass(frozen=True)
class DefinitionList:
    """Facts as term and description, in order."""

    items: tuple[Definition, ...]


class Align(StrEnum):
    """How the cells of a column are set."""

    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"


@dataclass(frozen=True)
class Column:
    """A table column: its header, alignment, and width relative to the others."""

    header: Inlines
    align: Align = Align.LEFT
    width: int = 1


@dataclass(frozen=True)
class Cell:
    """A table cell; a header cell heads its row."""

    content: Inlines
    header: bool = False


@dataclass(frozen=True)
class Table:
    """A table with one row of column headers and a caption that says what it shows."""

    caption: Inlines
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    id: str = ""


class Tone(StrEnum):
    """Why a notice or callout stands out; colour alone never says it."""

    INFO = "info"
    CAUTION = "caution"


@dataclass(frozen=True)
class Callout:
    """A boxed remark with a title."""

    title: Inlines
    blocks: tuple[Block, ...]
    tone: Tone = Tone.INFO


@dataclass(frozen=True)
class Action:
    """An action under a conclusion: its text, and a line of facts (owner, term, status)."""

    blocks: tuple[Block, ...]
    id: str = ""
    facts: Inlines = ()


@dataclass(frozen=True)
class Conclusion:
    """A conclusion with its actions, kept together where it fits on the page.

    ``label`` is what is printed before the title ("Conclusie 1"); ``actions_label`` heads the
    actions ("Actie" or "Acties"); without actions ``blocks`` says why there are none. ``level`` is
    its heading level; reports leave it 0, formats put it one below the heading it stands under.
    """

    label: str
    title: Inlines
    blocks: tuple[Block, ...]
    actions: tuple[Action, ...] = ()
    id: str = ""
    actions_label: str = "Actie"
    level: int = 0


@dataclass(frozen=True)
class Signatory:
    """Who signs: the office ("De Minister van ...,") and the name."""

    office: str
    name: str


@dataclass(frozen=True)
class Signatures:
    """The end of a letter."""

    signatories: tuple[Signatory, ...]


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page where the format has pages (an annex)."""


Block = (
    Heading
    | Paragraph
    | ListBlock
    | DefinitionList
    | Table
    | Callout
    | Conclusion
    | Signatures
    | PageBreak
)
Blocks = tuple[Block, ...]

# --- the whole ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Cover:
    """The front of a report: title, subtitle, and the facts on it."""

    title: str
    subtitle: str
    facts: tuple[Definition, ...]


@dataclass(frozen=True)
class Reference:
    """One entry of a letter's reference column: a small label and its lines."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class Notice:
    """Something every output must say of itself (fictief, concept, bewerking, intern ...).

    Formats draw ``label`` on every page and ``text`` at the top.
    """

    label: str
    text: str
    tone: Tone = Tone.CAUTION


@dataclass(frozen=True)
class Document:
    """A finished report, in reading order, before any format."""

    title: str
    front: Cover | Letterhead
    blocks: Blocks
    notices: tuple[Notice, ...] = ()
    language: str = "nl"
    author: str = ""
    subject: str = ""
    date: str = ""
    footer: str = ""
