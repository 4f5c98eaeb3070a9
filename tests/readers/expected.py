"""What a format must say of a document: the list of items made from the ``Document`` itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from invoeringstoets import glyphs
from invoeringstoets.document import (
    Action,
    Block,
    Blocks,
    Callout,
    Conclusion,
    Cover,
    Definition,
    DefinitionList,
    Document,
    Emphasis,
    Figure,
    Footnote,
    Heading,
    Inlines,
    Letterhead,
    LineBreak,
    Link,
    ListBlock,
    PageBreak,
    Paragraph,
    Quote,
    Signatures,
    Strong,
    Table,
    Text,
)
from invoeringstoets.formats import normal
from readers.items import BULLET, Item, Reading, linked, noted, tidy


@dataclass
class Teller:
    """Tells a document as a format does; the formats with pages differ from this in no more than
    the depth of lists among actions."""

    ids: set[str]
    heading_offset: int = 0
    actions_deeper: bool = True
    numbers: count[int] = field(default_factory=lambda: count(1))
    reading: Reading = field(default_factory=Reading)

    def words(self, content: Inlines) -> str:
        return "".join(self.piece(node) for node in content)

    def piece(self, node: object) -> str:
        match node:
            case Text(text):
                return text
            case LineBreak():
                return " "
            case Strong(inner) | Emphasis(inner):
                return self.words(inner)
            case Footnote(inner):
                number = next(self.numbers)
                return noted(number, self.words(inner))
            case Link(target, inner):
                return self.link(target, self.words(inner))
        raise TypeError(node)

    def link(self, target: str, words: str) -> str:
        if target.startswith("#") and target[1:] not in self.ids:
            return words
        return linked(words, target)

    def blocks(self, nodes: Blocks, depth: int = 0) -> None:
        for node in nodes:
            self.block(node, depth)

    def block(self, node: Block, depth: int) -> None:
        match node:
            case Heading():
                number = f"{node.number} " if node.number else ""
                self.reading.add("heading", number + self.words(node.content), node.level)
            case Paragraph(content):
                self.reading.add("text", self.words(content))
            case ListBlock(items, ordered):
                self.listing(items, depth + 1, ordered=ordered)
            case DefinitionList(definitions):
                for one in definitions:
                    self.definition(one, depth)
            case Table():
                self.table(node)
            case _:
                self.composed(node, depth)

    def composed(self, node: Block, depth: int) -> None:
        match node:
            case Quote(inner):
                self.quote(inner, depth)
            case Callout(title, inner):
                self.reading.add("text", self.words(title))
                self.blocks(inner, depth)
            case Conclusion():
                self.conclusion(node)
            case Figure():
                self.figure(node)
            case Signatures(signatories):
                for one in signatories:
                    self.signatory(one.office, one.name)
            case PageBreak():
                pass

    def quote(self, inner: Blocks, depth: int) -> None:
        for node in inner:
            if isinstance(node, Paragraph):
                self.reading.add("quote", self.words(node.content))
            else:
                self.block(node, depth)

    def listing(self, items: tuple[Blocks, ...], depth: int, *, ordered: bool) -> None:
        for number, item in enumerate(items, 1):
            self.reading.add("item", f"{number}." if ordered else BULLET, depth)
            self.blocks(item, depth)

    def definition(self, node: Definition, depth: int) -> None:
        self.reading.add("term", self.words(node.term))
        self.blocks(node.description, depth)

    def table(self, node: Table) -> None:
        self.reading.add("text", self.words(node.caption))
        self.reading.add("table", str(len(node.columns)))
        for column in node.columns:
            self.reading.add("header", self.words(column.header))
        for row in node.rows:
            for cell in row:
                self.reading.add("rowheader" if cell.header else "cell", self.words(cell.content))

    def figure(self, node: Figure) -> None:
        self.reading.add("text", self.words(node.caption))
        self.reading.add("figure", node.alternative)

    def signatory(self, office: str, name: str) -> None:
        self.reading.add("text", office)
        self.reading.add("text", name)

    def conclusion(self, node: Conclusion) -> None:
        label = node.label + (": " if node.label and node.title else "")
        self.reading.add("heading", label + self.words(node.title), node.level)
        self.blocks(node.blocks)
        if node.actions:
            self.reading.add("text", node.actions_label)
        several = len(node.actions) > 1
        for action in node.actions:
            if several:
                self.reading.add("item", BULLET, 1)
            self.action(action, 1 if several and self.actions_deeper else 0)

    def action(self, node: Action, depth: int) -> None:
        self.blocks(node.blocks, depth)
        self.reading.add("text", self.words(node.facts))


class MarkdownTeller(Teller):
    """Markdown has no terms, row headers, links within the text or drawings: words stand there. It
    draws a box as a quotation."""

    def link(self, target: str, words: str) -> str:
        return words if target.startswith("#") else super().link(target, words)

    def quote(self, inner: Blocks, depth: int) -> None:
        self.blocks(inner, depth)

    def definition(self, node: Definition, depth: int) -> None:
        self.reading.add("item", BULLET, depth + 1)
        first = node.description[0] if node.description else None
        beside = self.words(node.term) + ": "
        if isinstance(first, Paragraph):
            self.reading.add("text", beside + self.words(first.content))
            self.blocks(node.description[1:], depth + 1)
        else:
            self.reading.add("text", beside)
            self.blocks(node.description, depth + 1)

    def table(self, node: Table) -> None:
        super().table(node)
        items = self.reading.items
        items[:] = [Item("cell", one.text) if one.kind == "rowheader" else one for one in items]

    def figure(self, node: Figure) -> None:
        self.reading.add("text", self.words(node.caption))
        self.reading.add("text", node.alternative)

    def signatory(self, office: str, name: str) -> None:
        self.reading.add("text", f"{office} {name}")


def told(document: Document, form: str) -> list[Item]:
    """The items of the text of a document, after its front, as a format must say them."""
    offset = 1 if form in {"html", "markdown"} else 0
    document = normal.document(document, heading_offset=offset)
    kind = MarkdownTeller if form == "markdown" else Teller
    teller = kind(set(_ids(document)), offset, actions_deeper=form != "docx")
    if isinstance(document.front, Cover):
        teller.blocks((DefinitionList(document.front.facts),))
        teller.reading.items.clear()
    teller.blocks(document.blocks)
    if form == "markdown":
        teller.reading.add("text", document.footer)
    if form == "pdf":
        return [one._replace(text=tidy(glyphs.drawable(one.text))) for one in teller.reading.items]
    return teller.reading.items


def front(document: Document, form: str) -> Counter[str]:
    """The words of the front of a document: each format has a place of its own for its parts."""
    document = normal.document(document)
    said = [f"{notice.label}. {notice.text}" for notice in document.notices]
    match document.front:
        case Cover() as cover:
            said += [cover.subtitle, document.title if form == "markdown" else cover.title]
            teller = Teller(set(_ids(document)))
            teller.blocks((DefinitionList(cover.facts),))
            said += [item.text for item in teller.reading.items]
            said += _contents_title(document, form)
        case Letterhead() as head:
            said += [head.sender, head.return_address, *head.addressee]
            said += [text for pair in head.facts for text in pair]
            said += [text for one in head.references for text in (one.label, *one.lines)]
            said += [document.title] if form in {"html", "markdown"} else []
    return words(said, form)


def _contents_title(document: Document, form: str) -> list[str]:
    """In a PDF the title of the contents is text; elsewhere it belongs to the list itself."""
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    shown = form == "pdf" and not document.front.compact and len(headings) > 2
    return ["Inhoud"] if shown else []


def words(said: list[str], form: str) -> Counter[str]:
    """How often each word is said, without the signs that formats put between parts."""
    text = " ".join(said)
    text = glyphs.drawable(text) if form == "pdf" else text
    return Counter(filter(None, (word.strip(".,:•") for word in tidy(text).split(" "))))


def _ids(value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        for item in value:
            yield from _ids(item)
    elif hasattr(value, "__dataclass_fields__"):
        if name := getattr(value, "id", ""):
            yield name
        for each in value.__dataclass_fields__:
            yield from _ids(getattr(value, each))
