"""Blocks and the front of a document as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from invoeringstoets.document import (
    Action,
    Block,
    Blocks,
    Callout,
    Cell,
    Conclusion,
    Cover,
    Definition,
    DefinitionList,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inlines,
    Letterhead,
    ListBlock,
    Notice,
    PageBreak,
    Paragraph,
    Quote,
    Role,
    Signatures,
    Strong,
    Table,
    Text,
)
from invoeringstoets.formats.markdown.inline import HARD_BREAK, InlineWriter, escaped, standing
from invoeringstoets.formats.markdown.shapes import indented, listed, quoted, table


def _lines(lines: Iterable[str]) -> str:
    """Lines of plain text as one paragraph."""
    return HARD_BREAK.join(standing(escaped(line)) for line in lines if line.strip())


@dataclass
class Writer:
    """Writes blocks one after the other; the footnotes on the way end up in ``inline.notes``."""

    inline: InlineWriter = field(default_factory=InlineWriter)

    # --- the whole ---

    def document(self, source: Document) -> list[str]:
        """The parts of a document in reading order."""
        front = source.front
        parts = [f"# {escaped(source.title).strip()}", *map(_notice, source.notices)]
        parts += self.cover(front) if isinstance(front, Cover) else _letterhead(front)
        parts += self.blocks(source.blocks)
        parts += self.footnotes()
        if source.footer.strip():
            parts += ["---", _lines((source.footer,))]
        return [part for part in parts if part]

    def cover(self, front: Cover) -> list[str]:
        """The front of a report; its title is the heading already."""
        return [_lines((front.subtitle,)), *self.blocks((DefinitionList(front.facts),))]

    def footnotes(self) -> list[str]:
        """The footnotes that were met. None holds another (see ``normal``)."""
        return [
            indented(f"[^{number}]: {self.inline.paragraph(content)}")
            for number, content in enumerate(tuple(self.inline.notes), 1)
        ]

    # --- blocks ---

    def blocks(self, nodes: Blocks) -> Iterator[str]:
        """Blocks one by one; lists that follow each other get different marks."""
        other = False
        previous: Block | None = None
        for node in nodes:
            follows = isinstance(previous, ListBlock | DefinitionList)
            other = follows and not other
            previous = node
            yield from (part for part in self.block(node, other=other) if part)

    def block(self, node: Block, *, other: bool = False) -> Iterator[str]:
        """One block in its parts; with ``other`` a list uses its second mark."""
        match node:
            case Heading():
                number = f"{escaped(node.number)} " if node.number else ""
                yield f"{'#' * node.level} {number}{self.inline.line(node.content)}"
            case Paragraph(content, role):
                missing = role is Role.MISSING
                yield self.inline.paragraph((Emphasis(content),) if missing else content)
            case ListBlock() | DefinitionList():
                yield self.listing(node, other=other)
            case Signatures(signatories):
                yield from (_lines((one.office, one.name)) for one in signatories)
            case PageBreak():
                yield "---"
            case Figure():
                yield self.title(node.caption)
                yield self.inline.paragraph((Text(node.alternative),))
            case _:
                yield from self.composed(node)

    def composed(self, node: Table | Callout | Conclusion | Quote) -> Iterator[str]:
        """A block with a title and parts of its own."""
        match node:
            case Table():
                yield from self.table(node)
            case Callout(title, inner):
                yield quoted((self.title(title), *self.blocks(inner)))
            case Quote(inner):
                yield quoted(self.blocks(inner))
            case Conclusion():
                yield from self.conclusion(node)

    def title(self, content: Inlines) -> str:
        """A line in bold on its own."""
        return standing(self.inline.line((Strong(content),)))

    def listing(self, node: ListBlock | DefinitionList, *, other: bool) -> str:
        """A list or definition list."""
        bullet = "*" if other else "-"
        if isinstance(node, DefinitionList):
            return listed((self.definition(item) for item in node.items), bullet)
        if node.ordered:
            bullet = ")" if other else "."
        return listed((tuple(self.blocks(item)) for item in node.items), bullet)

    def definition(self, node: Definition) -> tuple[str, ...]:
        """A term in bold, with the first paragraph said of it on the same line."""
        first, *rest = node.description or (Paragraph(()),)
        term: Inlines = (Strong((*node.term, Text(":"))), Text(" "))
        if isinstance(first, Paragraph):
            return (self.inline.paragraph((*term, *first.content)), *self.blocks(tuple(rest)))
        return (self.inline.paragraph(term), *self.blocks(node.description))

    def table(self, node: Table) -> Iterator[str]:
        """The caption in bold, then the table."""
        if node.caption:
            yield self.title(node.caption)
        yield table(
            (self.inline.line(column.header) for column in node.columns),
            (tuple(self.cell(cell) for cell in row) for row in node.rows),
            align=(column.align for column in node.columns),
        )

    def cell(self, node: Cell) -> str:
        """A cell; one that heads its row is bold."""
        return self.inline.line((Strong(node.content),) if node.header else node.content)

    def conclusion(self, node: Conclusion) -> Iterator[str]:
        """A heading, the text, and the actions; several actions are a list."""
        label = escaped(node.label) + (": " if node.label and node.title else "")
        if node.label or node.title:
            yield f"{'#' * node.level} {label}{self.inline.line(node.title)}"
        yield from self.blocks(node.blocks)
        if node.actions:
            yield self.title((Text(node.actions_label),))
            actions = [tuple(self.action(action)) for action in node.actions]
            yield from actions[0] if len(actions) == 1 else (listed(actions, "-"),)

    def action(self, node: Action) -> Iterator[str]:
        """An action and its line of facts."""
        yield from self.blocks(node.blocks)
        if node.facts:
            yield self.inline.paragraph((Emphasis(node.facts),))


def _notice(notice: Notice) -> str:
    label = InlineWriter().line((Strong((Text(notice.label + "."),)), Text(" ")))
    return f"> {standing(label)} {escaped(notice.text).strip()}".rstrip()


def _letterhead(front: Letterhead) -> Iterator[str]:
    yield _lines((front.sender,))
    yield _lines((front.return_address,))
    yield _lines(front.addressee)
    facts = [*front.facts, *((entry.label, ", ".join(entry.lines)) for entry in front.references)]
    yield listed(((_fact(term, value),) for term, value in facts), "-")


def _fact(term: str, value: str) -> str:
    return InlineWriter().paragraph((Strong((Text(f"{term}:"),)), Text(f" {value}")))
