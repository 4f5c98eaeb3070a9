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
from invoeringstoets.formats.docx.logo import picture
from invoeringstoets.formats.docx.slots import Slot
from invoeringstoets.formats.docx.text import BREAK, TAB, run
from invoeringstoets.house_style import Logo

CONTENTS_FROM = 3
"""From how many headings a report has a list of contents."""

CONTENTS_DEPTH = 2

_STYLE = re.compile(r'<w:pStyle w:val="[^"]*"/>')
_CONTENTS_TITLE = "Inhoud"


def lines(document: Document) -> dict[str, str]:
    """The slots of one line."""
    front = document.front
    shown = {
        "koptitel": document.title,
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
        return made or (self._in(slot, "") if slot.needed else "")

    def text(self) -> list[str]:
        """The text itself; that of a report with a title page begins on a new page."""
        page = self.writer.page
        page.break_next = not _without_title_page(self.document)
        written = self.writer.apart(self.document.blocks)
        if page.break_next or page.marks:  # nothing came after it
            written.append(page.paragraph(names.BODY, ""))
        return written

    def _paragraphs(self, slot: Slot) -> Iterator[str]:
        front = self.document.front
        if slot.name == "meldingen":
            yield from self._notices()
        elif slot.name == "logo" and self.logo is not None:
            yield self._in(slot, picture(self.logo))
        elif slot.name == "witruimte" and not _without_title_page(self.document):
            yield self._in(slot, "")
        elif isinstance(front, Cover):
            yield from self._of_report(slot, front)
        else:
            yield from self._of_letter(slot, front)

    def _of_report(self, slot: Slot, front: Cover) -> Iterator[str]:
        if slot.name == "inhoudsopgave":
            yield from self._contents(slot)
        elif slot.name == "gegevens" and front.facts:
            yield from self.writer.apart((DefinitionList(front.facts),))

    def _of_letter(self, slot: Slot, front: Letterhead) -> Iterator[str]:
        match slot.name:
            case "gegevens":
                yield from (self._fact(slot, fact) for fact in front.facts)
            case "geadresseerde":
                yield self._in(slot, BREAK.join(map(run, front.addressee)))
            case "kenmerken":
                yield from self._references(slot, front.references)
            case "vervolgkenmerken":
                yield from self._references(slot, front.running)

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
        page = self.writer.page
        strong = self._character(names.STRONG)
        for notice in self.document.notices:
            style = names.NOTICE_CAUTION if notice.tone is Tone.CAUTION else names.NOTICE
            said = run(notice.label, strong) + run(f". {notice.text}" if notice.text else "")
            yield page.paragraph(style, said)

    def _contents(self, slot: Slot) -> Iterator[str]:
        """A list of contents that Word can renew; without page numbers, which only Word knows."""
        headings = listed(self.document)
        if not headings:
            return
        yield self._in(slot, run(_CONTENTS_TITLE))
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
            f' TOC \\o "1-{CONTENTS_DEPTH}" \\n \\h \\z \\u </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        for at, heading in enumerate(headings):
            number = run(heading.number) + TAB if heading.number else ""
            name = self.writer.contents[id(heading)]
            title = number + run(normal.plain(heading.content))
            runs = f'<w:hyperlink w:anchor="{name}" w:history="1">{title}</w:hyperlink>'
            first, last = at == 0, at == len(headings) - 1
            style = names.CONTENTS_LINES[heading.level - 1]
            page = self.writer.page
            yield page.paragraph(style, (begin if first else "") + runs + (end if last else ""))
