"""What fills the slots of a template around the text: letterhead, cover, notices, contents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from invoeringstoets.document import (
    Cover,
    DefinitionList,
    Document,
    Heading,
    Letterhead,
    Reference,
    Tone,
)
from invoeringstoets.formats import normal
from invoeringstoets.formats.docx import names
from invoeringstoets.formats.docx.blocks import Writer
from invoeringstoets.formats.docx.fields import TABLE_END, page_of, table_of_contents
from invoeringstoets.formats.docx.logo import picture
from invoeringstoets.formats.docx.page import Properties
from invoeringstoets.formats.docx.slots import Slot
from invoeringstoets.formats.docx.text import BREAK, TAB, run
from invoeringstoets.house_style import Logo

CONTENTS_FROM = 3
"""From how many headings a report has a list of contents."""

CONTENTS_DEPTH = 2

_STYLE = re.compile(r'<w:pStyle w:val="[^"]*"/>')
_BEFORE_BREAK = re.compile(r"<w:pPr>(?:<w:pStyle[^>]*/>|<w:keep(?:Next|Lines)[^>]*/>|\s)*")
"""What comes before a page break in the properties of a paragraph (CT_PPrBase)."""
_CONTENTS_TITLE = "Inhoud"
_HAIR = Properties(spacing='<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>')
"""A line of one point, between two boxes."""


def lines(document: Document) -> dict[str, str]:
    """The slots of one line."""
    front = document.front
    shown = {
        "koptitel": document.running_title,
        "meldingslabels": " · ".join(notice.label for notice in document.notices),
        "voettekst": document.footer,
    }
    if isinstance(front, Cover):
        return shown | {"titel": front.title, "ondertitel": front.subtitle}
    return shown | {"afzender": front.sender, "retouradres": front.return_address}


def listed(document: Document) -> tuple[Heading, ...]:
    """The headings of the list of contents; none in a letter, a short report, or when few."""
    top = [block for block in document.blocks if isinstance(block, Heading)]
    if _without_title_page(document) or len(top) < CONTENTS_FROM:
        return ()
    return tuple(heading for heading in top if heading.level <= CONTENTS_DEPTH)


def _without_title_page(document: Document) -> bool:
    """Whether the text begins on the first page: of a letter, or of a short report."""
    return isinstance(document.front, Letterhead) or document.front.compact


@dataclass
class Front:
    """Fills slots, with the writer of the text."""

    document: Document
    writer: Writer
    logo: Logo | None = None

    def fill(self, slot: Slot) -> str:
        """The paragraphs of a slot. A cell or part may not be left without any."""
        made = "".join(self._paragraphs(slot))
        if not made:
            return self._in(slot, "") if slot.needed else ""
        return (
            _BEFORE_BREAK.sub(r"\g<0><w:pageBreakBefore/>", made, count=1) if slot.breaks else made
        )

    def text(self) -> list[str]:
        """The text itself; that of a report with a title page begins on a new page."""
        page = self.writer.page
        page.break_next = not _without_title_page(self.document)
        self.writer.numbering.begin(self.document.blocks)
        written = self.writer.apart(self.document.blocks)
        if page.break_next or page.marks:  # nothing came after it
            written.append(page.paragraph(names.BODY, ""))
        return written

    def _paragraphs(self, slot: Slot) -> Iterator[str]:
        front = self.document.front
        if slot.name == "meldingen":
            yield from self._notices()
        elif slot.name == "logo":
            yield from self._logo(slot)
        elif slot.name in {"streep", "witruimte"}:
            wanted = {
                "streep": self.logo is None,
                "witruimte": not _without_title_page(self.document),
            }
            yield self._in(slot, "") if wanted[slot.name] else ""
        elif isinstance(front, Cover):
            yield from self._of_report(slot, front)
        else:
            yield from self._of_letter(slot, front)

    def _of_report(self, slot: Slot, front: Cover) -> Iterator[str]:
        short = self._has(names.SHORT_TITLE) and front.compact
        if slot.name == "titel":
            yield self._line(slot, front.title, style=names.SHORT_TITLE if short else "")
        elif slot.name == "ondertitel" and front.subtitle:
            yield self._line(slot, front.subtitle, style=names.SHORT_SUBTITLE if short else "")
        elif slot.name == "inhoudsopgave":
            yield from self._contents(slot)
        elif slot.name == "gegevens" and front.facts:
            yield from self.writer.apart((DefinitionList(front.facts),))

    def _of_letter(self, slot: Slot, front: Letterhead) -> Iterator[str]:
        match slot.name:
            case "afzender":
                beside = self.logo is not None and self._has(names.SENDER_WITH_LOGO)
                style = names.SENDER_WITH_LOGO if beside else ""
                yield self._line(slot, front.sender, style=style)
            case "gegevens":
                yield from (self._fact(slot, fact) for fact in front.facts)
            case "geadresseerde":
                yield self._in(slot, BREAK.join(map(run, front.addressee)))
            case "kenmerken":
                yield from self._references(slot, front.references)
            case "vervolgkenmerken":
                yield from self._references(slot, front.running)

    def _logo(self, slot: Slot) -> Iterator[str]:
        """The logo; without one the white in its place, where a letter's template has a style."""
        if self.logo is not None:
            yield self._in(slot, picture(self.logo))
        elif isinstance(self.document.front, Letterhead) and self._has(names.WITHOUT_LOGO):
            yield self._in(slot, "", style=names.WITHOUT_LOGO)

    def _has(self, style: str) -> bool:
        return style.lower() in self.writer.page.template.styles

    def _line(self, slot: Slot, text: str, *, style: str) -> str:
        """A line that fills its paragraph, in the look of the slot or in a style."""
        return self._in(slot, run(text, slot.look), style=style)

    def _in(self, slot: Slot, runs: str, *, style: str = "") -> str:
        """A paragraph that looks as the slot does, or in another style at the same place."""
        told = slot.properties
        if style:
            named = f'<w:pStyle w:val="{self.writer.page.template.style(style).id}"/>'
            told = named + _STYLE.sub("", told)
        return f"<w:p><w:pPr>{told}</w:pPr>{runs}</w:p>"

    def _character(self, name: str) -> str:
        return f'<w:rStyle w:val="{self.writer.page.template.style(name).id}"/>'

    def _references(self, slot: Slot, entries: Iterable[Reference]) -> Iterator[str]:
        for entry in entries:
            yield self._in(slot, run(entry.label), style=names.REFERENCE_LABEL)
            yield from (self._in(slot, run(line)) for line in entry.lines)

    def _fact(self, slot: Slot, fact: tuple[str, str]) -> str:
        label, value = fact
        named = run(label, self._character(names.LETTER_LABEL))
        return self._in(slot, named + TAB + run(value))

    def _notices(self) -> Iterator[str]:
        """The notices, each a box of its own: Word makes one of boxes that touch."""
        page = self.writer.page
        strong = self._character(names.STRONG)
        for at, notice in enumerate(self.document.notices):
            style = names.NOTICE_CAUTION if notice.tone is Tone.CAUTION else names.NOTICE
            said = run(notice.label, strong) + run(f". {notice.text}" if notice.text else "")
            yield (page.paragraph(names.WHITE, "", properties=_HAIR) if at else "")
            yield page.paragraph(style, said)

    def _contents(self, slot: Slot) -> Iterator[str]:
        """A list of contents with page numbers, which the office program fills in."""
        headings = listed(self.document)
        if not headings:
            return
        yield self._in(slot, run(_CONTENTS_TITLE))
        page = self.writer.page
        for at, heading in enumerate(headings):
            number = run(heading.number) + TAB if heading.number else ""
            name = self.writer.contents[id(heading)]
            words = f"{number}{run(normal.plain(heading.content))}{TAB}{page_of(name)}"
            line = f'<w:hyperlink w:anchor="{name}" w:history="1">{words}</w:hyperlink>'
            style = names.CONTENTS_LINES[heading.level - 1]
            before = table_of_contents(CONTENTS_DEPTH) if at == 0 else ""
            after = TABLE_END if at == len(headings) - 1 else ""
            yield page.paragraph(style, before + line + after)
