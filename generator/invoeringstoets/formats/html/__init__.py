"""HTML: one self-contained page per document, and fragments for the pages of the site.

Everything goes through Jinja2 with autoescape. There is no script and nothing from elsewhere, so a
page can be mailed, and a content security policy inside it says so.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache

from jinja2 import Environment, TemplateError
from jinja2.environment import TemplateModule
from markupsafe import Markup, escape

from invoeringstoets import assets
from invoeringstoets.document import Blocks, Document, Heading, Inlines, Paragraph, Role, Text
from invoeringstoets.formats import normal
from invoeringstoets.formats.errors import FormatError
from invoeringstoets.formats.html.looks import css, logo_address
from invoeringstoets.formats.template import packaged_templates
from invoeringstoets.house_style import NEUTRAL, HouseStyle

_CONTENTS_FROM = 3
_CONTENTS_DEPTH = 3
_MM_PER_POINT = 25.4 / 72


@dataclass
class Notes:
    """Collects the footnotes of one document."""

    contents: list[Inlines] = field(default_factory=list)

    def add(self, content: Inlines) -> int:
        """Keep a note and give its number, counted from 1."""
        self.contents.append(content)
        return len(self.contents)


@dataclass(frozen=True)
class Entry:
    """A line in the list of contents."""

    id: str
    text: str
    level: int


def render(document: Document, style: HouseStyle = NEUTRAL) -> bytes:
    """The document as one HTML file in UTF-8. Raises ``FormatError`` on a missing template."""
    document = _linkable(normal.document(document, heading_offset=1))
    notes = Notes()
    try:
        sheet = assets.text("templates/html/document.css") + css(style)
        template = _environment().get_template("document.html")
        page = template.render(
            document=document,
            notes=notes,
            contents=contents(document.blocks),
            style=Markup(sheet),  # noqa: S704 (our own file; values of a style are bounded)
            logo=style.logo,
            logo_address=logo_address(style.logo),
        )
    except (TemplateError, OSError) as error:
        raise FormatError(f"het HTML-sjabloon is niet te gebruiken: {error}") from error
    return page.encode("utf-8")


def blocks_html(blocks: Blocks) -> str:
    """Blocks as an HTML fragment, ids kept, followed by their footnotes."""
    plain = _plain(blocks)
    if plain is not None:
        return plain
    notes = Notes()
    return _fragment("blocks", normal.blocks(blocks), notes) + _fragment("footnotes", notes)


def _linkable(document: Document) -> Document:
    """The document in which every heading that its list of contents shows has an id."""
    blocks = (
        replace(block, id=f"kop-{place}")
        if isinstance(block, Heading) and not block.id and block.level <= _CONTENTS_DEPTH
        else block
        for place, block in enumerate(document.blocks, 1)
    )
    return replace(document, blocks=tuple(blocks))


def contents(blocks: Blocks) -> tuple[Entry, ...]:
    """The headings that can be linked to, unless they are too few for a list."""
    entries: list[Entry] = []
    for block in blocks:
        if isinstance(block, Heading) and block.id and block.level <= _CONTENTS_DEPTH:
            number = f"{block.number} " if block.number else ""
            entries.append(Entry(block.id, number + normal.plain(block.content), block.level))
    return tuple(entries) if len(entries) >= _CONTENTS_FROM else ()


def _plain(blocks: Blocks) -> str | None:
    """What the template makes of paragraphs without marks, in a tenth of its time; else ``None``.

    On the pages of a site nearly all text is that.
    """
    lines = []
    for block in blocks:
        match block:
            case Paragraph((Text(text),), Role.BODY, "") if normal.is_normal(text):
                lines.append(f"<p>{escape(text)}</p>\n")
            case _:
                return None
    return "".join(lines)


@cache
def _environment() -> Environment:
    environment = packaged_templates("templates/html")
    environment.filters["kind"] = lambda node: type(node).__name__.lower()
    environment.filters["plain"] = normal.plain
    environment.filters["millimetres"] = lambda points: round(points * _MM_PER_POINT, 3)
    return environment


@cache
def _macros() -> TemplateModule:
    return _environment().get_template("blocks.html").module


def _fragment(macro: str, *arguments: object) -> str:
    try:
        return str(getattr(_macros(), macro)(*arguments))
    except (TemplateError, OSError) as error:
        raise FormatError(f"het HTML-sjabloon is niet te gebruiken: {error}") from error
