"""Markdown inside a YAML value becomes blocks and inlines of ``document``.

One parser owns rich text for every format: CommonMark with tables and note references ``[^id]``.
HTML is off; links go to http, https, mailto and tel only, anything else stays the text it was.
What a document has no block for gives up its form and keeps its text: an image is its alternative
text, code its characters, a list that does not start at 1 its lines.
Text that an author did not mean as markup (indentation, ``&``) stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import Final

from invoeringstoets.document import (
    Blocks,
    Footnote,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    Text,
)
from invoeringstoets.prose.joining import merged

Notes = Mapping[str, Inlines]
"""The notes that ``[^id]`` may refer to; a reference to another id stays as it was typed."""

NO_NOTES: Final[Notes] = MappingProxyType({})
_LINE: Final = r"(?![-+=\s]|\d+[.)])[^*_\[\]`\\#&!<>~|\x00-\x1f]++(?<!\s)"
_PLAIN: Final = re.compile(rf"\n*+(?:{_LINE}(?:\n++|\Z))*+")
"""Lines in which the parser reads no more than their characters; white at an edge it drops."""
_NOTE: Final = re.compile(r"\[\^[^\]\s]+\]")
"""A reference to a note; what is not known as one stays as it was typed where notes are shown."""
_APART: Final = re.compile(r"\n{2,}")


def blocks(text: str | None, notes: Notes = NO_NOTES, *, level: int | None = None) -> Blocks:
    """The blocks of a rich text (``x-tekst: opmaak``).

    With ``level`` the highest heading in the text gets that level and none is skipped; without it
    headings become bold paragraphs, for text in places that may hold none.
    """
    if not text:
        return ()
    if is_plain(text):
        parts = _APART.split(text.strip("\n"))
        return tuple(Paragraph((Text(part.replace("\n", " ")),)) for part in parts if part)
    found: Blocks | None = _marked().blocks(text, notes, level=level)
    return paragraphs(text) if found is None else found


def is_plain(text: str) -> bool:
    """Whether a rich text is sure to be paragraphs of its own characters: nearly all text is.

    Then the parser, which takes fifty times as long, has nothing to say.
    """
    return _PLAIN.fullmatch(text) is not None


def inlines(text: str | None, notes: Notes = NO_NOTES) -> Inlines:
    """The inline content of a rich text that must fit in a cell or a note; one line."""
    if not text:
        return ()
    stripped = text.strip()
    if "\n" not in stripped and is_plain(stripped):
        return (Text(stripped),)
    found: Inlines | None = _marked().inlines(stripped, notes)
    return (Text(" ".join(text.split())),) if found is None else found


def without_notes(text: str | None) -> str:
    """A rich text without its references to notes, for a place that has none."""
    return _NOTE.sub("", text or "")


def line(text: str | None) -> str:
    """The characters of a rich text on one line, without marks and notes."""
    bare = without_notes(text)
    found = bare if is_plain(bare) else plain(flowed(blocks(bare)))
    return " ".join(found.split())


def _marked() -> ModuleType:
    """The parser: loaded for the first text with marks in it."""
    return import_module("invoeringstoets.prose.marked")


def paragraphs(text: str | None) -> Blocks:
    """The paragraphs of plain text (``x-tekst: alineas``): a blank line parts them."""
    parts = re.split(r"\n[^\S\n]*\n", text or "")
    lines = (" ".join(part.split()) for part in parts)
    return tuple(Paragraph((Text(line),)) for line in lines if line)


def flowed(found: Blocks) -> Inlines:
    """The text of blocks as one run of inline content, for a cell; each block on a new line."""
    content: list[Inline] = []
    for part in _runs(found):
        content += [LineBreak(), *part] if content else part
    return tuple(content)


def _runs(found: Blocks) -> Iterator[Inlines]:
    for block in found:
        if isinstance(block, Paragraph | Heading):
            yield block.content
        elif isinstance(block, ListBlock):
            for number, item in enumerate(block.items, 1):
                mark = f"{number}. " if block.ordered else "– "
                first, *rest = list(_runs(item)) or [()]
                yield from (merged((Text(mark), *first)), *rest)
        elif isinstance(block, Quote):
            yield from _runs(block.blocks)
        elif isinstance(block, Table):
            for row in block.rows:
                yield flowed(tuple(Paragraph(cell.content) for cell in row))


def plain(content: Inlines) -> str:
    """The characters of inline content without its form; notes are left out."""
    return "".join(_characters(content))


def _characters(content: Inlines) -> Iterator[str]:
    for inline in content:
        if isinstance(inline, Text):
            yield inline.text
        elif isinstance(inline, LineBreak):
            yield " "
        elif not isinstance(inline, Footnote):
            yield from _characters(inline.content)
