"""DOCX: a document as an editable Word file (ECMA-376, transitional), made from a template.

The template is a real file with named styles, page set-up, heads and feet, which a designer can
open, restyle and put back (``toets sjabloon``). The writer fills the places marked in it and adds
footnotes, lists and links. Text enters as escaped characters only.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from invoeringstoets import assets
from invoeringstoets.document import (
    Action,
    Block,
    Blocks,
    Callout,
    Conclusion,
    Cover,
    DefinitionList,
    Document,
    ListBlock,
    PageBreak,
    Quote,
    Signatures,
)
from invoeringstoets.formats import normal
from invoeringstoets.formats.docx.blocks import Writer
from invoeringstoets.formats.docx.front import Front, lines, listed
from invoeringstoets.formats.docx.inline import InlineWriter
from invoeringstoets.formats.docx.logo import usable
from invoeringstoets.formats.docx.numbering import Numbering
from invoeringstoets.formats.docx.package import Package, notes_part, with_r
from invoeringstoets.formats.docx.page import Page, bookmark
from invoeringstoets.formats.docx.slots import Line, Piece, Slot
from invoeringstoets.formats.docx.template import DOCUMENT, NUMBERING, Template, read
from invoeringstoets.formats.errors import FormatError
from invoeringstoets.formats.escaping import escaped
from invoeringstoets.house_style import NEUTRAL, HouseStyle


def render(document: Document, style: HouseStyle = NEUTRAL) -> bytes:
    """The document as a Word file, the same bytes on every run.

    Raises ``FormatError`` when a template is missing, or cannot be filled without losing text.
    """
    document = normal.document(document)
    kind = "rapport" if isinstance(document.front, Cover) else "brief"
    data = dict(style.templates).get(f"docx/{kind}.docx") or _shipped(f"docx/{kind}.docx")
    template = read(data, kind, style=style)
    return _filled(document, template, style=style)


@cache
def _shipped(name: str) -> bytes:
    try:
        return assets.data(f"templates/{name}")
    except OSError as error:
        raise FormatError(f"het sjabloon {name} ontbreekt in de installatie") from error


def _filled(document: Document, template: Template, *, style: HouseStyle) -> bytes:
    headings = {id(heading): f"_Toc{at:06}" for at, heading in enumerate(listed(document), 1)}
    writer = Writer(
        page=Page(template),
        inline=InlineWriter(template, anchors(document)),
        numbering=Numbering(template),
        colours=style.colours,
        contents=headings,
    )
    logo = usable(style.logo)
    front = Front(document, writer, logo)
    package = Package(template, document)
    package.set(DOCUMENT, _part(template.body, front))
    for name, pieces in template.margins.items():
        package.set(name, _part(pieces, front))
    package.set(NUMBERING, writer.numbering.part())
    package.relate(DOCUMENT, writer.inline.relations.xml())
    notes = notes_part(template, writer.inline.notes)
    package.notes(notes, writer.inline.note_relations.xml())
    if logo is not None:
        package.logo(logo)
    return package.bytes()


def _part(pieces: tuple[Piece, ...], front: Front) -> bytes:
    """A part of the template with its slots filled."""
    said = lines(front.document)
    made: list[str] = []
    for piece in pieces:
        match piece:
            case str():
                made.append(piece)
            case Line(name):
                made.append(escaped(said.get(name, "")))
            case Slot("inhoud"):
                made += front.text()
            case Slot():
                made.append(front.fill(piece))
    return with_r("".join(made)).encode()


_NAMELESS = (Signatures, PageBreak, ListBlock, DefinitionList, Callout, Quote)


def anchors(document: Document) -> dict[str, str]:
    """A bookmark for every id in a document."""
    found: dict[str, str] = {}
    front = document.front
    facts = (DefinitionList(front.facts),) if isinstance(front, Cover) else ()
    for name in _ids((*facts, *document.blocks)):
        found[name] = bookmark(name, found)
    return found


def _ids(nodes: Blocks) -> Iterator[str]:
    for node in nodes:
        if not isinstance(node, _NAMELESS) and node.id:
            yield node.id
        yield from _ids_inside(node)


def _ids_inside(node: Block) -> Iterator[str]:
    match node:
        case ListBlock(items):
            for item in items:
                yield from _ids(item)
        case DefinitionList(definitions):
            for each in definitions:
                yield from _ids(each.description)
        case Callout(_, inner) | Quote(inner):
            yield from _ids(inner)
        case Conclusion():
            yield from _ids(node.blocks)
            for action in node.actions:
                yield from _of_action(action)


def _of_action(action: Action) -> Iterator[str]:
    if action.id:
        yield action.id
    yield from _ids(action.blocks)
