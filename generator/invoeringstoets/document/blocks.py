"""The blocks of a document, one below the other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from invoeringstoets.document.figure import Align, Figure
from invoeringstoets.document.inline import Inlines


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
class Quote:
    """What someone else said or wrote, in its own words: an article of a law."""

    blocks: tuple[Block, ...]


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
    """The end of a letter, with room to sign; in a ``printed`` one names stand below offices."""

    signatories: tuple[Signatory, ...]
    printed: bool = False


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
    | Quote
    | Conclusion
    | Figure
    | Signatures
    | PageBreak
)
Blocks = tuple[Block, ...]
