"""The blocks that every report is made of, built from plain strings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from invoeringstoets.document import (
    Align,
    Block,
    Blocks,
    Cell,
    Column,
    Definition,
    DefinitionList,
    Heading,
    Inline,
    Inlines,
    Link,
    ListBlock,
    Paragraph,
    Role,
    Strong,
    Table,
    Text,
)
from invoeringstoets.notation import capitalised
from invoeringstoets.phrasing import MISSING

UNKNOWN = "onbekend (gezocht, niet gevonden)"
"""What stands for ``onbekend`` where there is room to say what it means."""

UNKNOWN_NOTE = "‘Onbekend’ betekent: gezocht, niet gevonden."
"""Said once under a table that holds ``onbekend``."""

Content = str | Inlines
"""Inline content, or the plain text of it."""


@dataclass(frozen=True)
class Section:
    """A part of a report with its heading; headings inside start at level 2."""

    title: str
    blocks: Blocks
    id: str = ""


def said(content: Content) -> Inlines:
    """Inline content from plain text; an empty text gives none."""
    if isinstance(content, str):
        return (Text(content),) if content else ()
    return content


def paragraph(content: Content, role: Role = Role.BODY, *, anchor: str = "") -> Paragraph:
    """A paragraph, of running text unless ``role`` says otherwise."""
    return Paragraph(said(content), role, anchor)


def meta(content: Content) -> Paragraph:
    """A small line of facts about what stands above it."""
    return paragraph(content, Role.META)


def missing(what: str = "") -> Paragraph:
    """The paragraph that stands for a value which is not filled in yet."""
    text = f"{capitalised(what)}: {MISSING}." if what else f"{capitalised(MISSING)}."
    return paragraph(text, Role.MISSING)


def or_missing(blocks: Blocks, what: str = "") -> Blocks:
    """The blocks, or the words for a missing value when there are none."""
    return blocks or (missing(what),)


def heading(title: Content, level: int = 2, *, anchor: str = "", number: str = "") -> Heading:
    """A heading with its anchor and number."""
    return Heading(level, said(title), anchor, number)


def bullets(items: Iterable[Content | Blocks], *, ordered: bool = False) -> Blocks:
    """A list with one item for each content; nothing when there are none."""
    found = tuple(_item(item) for item in items)
    return (ListBlock(found, ordered),) if found else ()


def _item(item: Content | Blocks) -> tuple[Block, ...]:
    if isinstance(item, str):
        return (paragraph(item),)
    if all(isinstance(part, Inline) for part in item):
        return (Paragraph(tuple(part for part in item if isinstance(part, Inline))),)
    return tuple(part for part in item if not isinstance(part, Inline))


def facts(pairs: Iterable[tuple[str, Content]]) -> Blocks:
    """Terms with what is said of them; a pair without content says it is missing."""
    items = tuple(fact(term, content) for term, content in pairs)
    return (DefinitionList(items),) if items else ()


def fact(term: str, content: Content) -> Definition:
    """One term with what is said of it, or the words for a missing value."""
    if plain_text(said(content)).casefold() == "onbekend":
        content = UNKNOWN
    return Definition(said(term), (paragraph(content) if content else missing(),))


def known(pairs: Iterable[tuple[str, Content]]) -> tuple[tuple[str, Content], ...]:
    """Only the pairs that have content: for facts that need not be there."""
    return tuple(pair for pair in pairs if pair[1])


def columns(
    *heads: str, widths: Sequence[int] = (), right: Sequence[int] = ()
) -> tuple[Column, ...]:
    """Table columns with relative widths; ``right`` lists those set to the right (figures)."""
    return tuple(
        Column(
            said(head),
            Align.RIGHT if index in right else Align.LEFT,
            widths[index] if widths else 1,
        )
        for index, head in enumerate(heads)
    )


def table(caption: str, heads: tuple[Column, ...], *, rows: Iterable[Sequence[Content]]) -> Blocks:
    """A table whose first cell heads each row; nothing without rows.

    An empty cell says that nothing was filled in; ``onbekend`` is explained under the table.
    """
    cells = tuple(
        tuple(
            Cell(said(content or capitalised(MISSING)), header=i == 0)
            for i, content in enumerate(row)
        )
        for row in rows
    )
    if not cells:
        return ()
    found = Table(said(caption), heads, cells)
    unknown = any("onbekend" in plain_text(cell.content) for row in cells for cell in row)
    return (found, meta(UNKNOWN_NOTE)) if unknown else (found,)


def plain_text(content: Inlines) -> str:
    """The characters directly in the content, enough to look for a word."""
    return "".join(part.text for part in content if isinstance(part, Text))


def strong(text: str) -> Inlines:
    """Emphasised text."""
    return (Strong(said(text)),)


def link(target: str, text: str) -> Inlines:
    """A link, or only its text when there is nowhere to go."""
    return (Link(target, said(text)),) if target and text else said(text)


def between(parts: Iterable[Inlines], separator: str = "; ") -> Inlines:
    """Inline parts with a separator between those that are not empty."""
    joined: list[Inline] = []
    for part in parts:
        if part and joined:
            joined.append(Text(separator))
        joined.extend(part)
    return tuple(joined)
