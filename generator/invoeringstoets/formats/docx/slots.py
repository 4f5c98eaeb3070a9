"""The places in a template where the generator puts a document's own words.

A slot is a paragraph that holds only its name between guillemets: ``«geadresseerde»``. What comes
there takes over the paragraph's looks and place (a frame, a cell). ``«inhoud»`` reaches as far as
``«einde inhoud»``: what a designer has in between are samples. A line of text may also stand in the
middle of a paragraph: ``«voettekst»``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from xml.parsers import expat  # bounded: no document type, so no entities of its own

from invoeringstoets.formats.errors import FormatError

LINES = frozenset(
    {"afzender", "retouradres", "titel", "ondertitel", "koptitel", "meldingslabels", "voettekst"}
)
"""Slots that hold one line of plain text."""

ALONE = frozenset({"afzender", "titel", "ondertitel"})
"""Lines whose whole paragraph is a slot when there is nothing else in it."""

BLOCKS = frozenset(
    {
        "logo",
        "streep",
        "witruimte",
        "geadresseerde",
        "kenmerken",
        "vervolgkenmerken",
        "gegevens",
        "meldingen",
    }
    | {"inhoudsopgave", "inhoud"}
)
"""Slots that hold paragraphs."""

_CONTENT, _CONTENT_END = "inhoud", "einde inhoud"
_NAME = re.compile(r"\s*«([a-z ]+)»\s*")
_LINE = re.compile("«(" + "|".join(sorted(LINES)) + ")»")
_NOT_COPIED = re.compile(r"<w:(sectPr|rPr|pPrChange)\b.*?</w:\1>", re.DOTALL)
_BREAK = re.compile(r"<w:pageBreakBefore(?: w:val=\"([^\"]*)\")?\s*/>")
_PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

_LOOK = re.compile(r"<w:r\b[^>]*>\s*<w:rPr>(.*?)</w:rPr>", re.DOTALL)

_EXACT = re.compile(r'(<w:framePr\b[^>]*\bw:hRule=")exact"')
"""A frame as high as what was in it when LibreOffice saved it: it must be able to grow."""


@dataclass(frozen=True)
class Slot:
    """A place for paragraphs; ``properties`` is what is in the ``w:pPr`` of the one there.

    ``needed`` says that a paragraph must stay there: what holds it may not end without one.
    ``look`` is what is in the ``w:rPr`` of its first run, ``breaks`` whether it begins a page.
    """

    name: str
    properties: str = ""
    needed: bool = False
    look: str = ""
    breaks: bool = False


@dataclass(frozen=True)
class Line:
    """A place for one line of text."""

    name: str


Piece = str | Slot | Line


@dataclass
class _Paragraph:
    start: int
    depth: int
    properties: tuple[int, int] = (0, 0)
    text: str = ""
    breaks: bool = False
    ends_page: bool = False


@dataclass(frozen=True)
class _Found:
    start: int
    end: int
    depth: int
    slot: Slot
    ends_page: bool


@dataclass
class _Reader:
    """Walks through a part and remembers the paragraphs that are a slot."""

    data: bytes
    parser: expat.XMLParserType = field(
        default_factory=lambda: expat.ParserCreate("UTF-8")  # bytes count, not characters
    )
    depth: int = 0
    open: list[_Paragraph] = field(default_factory=list)
    listening: bool = False
    found: list[_Found] = field(default_factory=list)

    def read(self) -> list[_Found]:
        """The slots in order."""
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.StartDoctypeDeclHandler = self.refuse
        self.parser.Parse(self.data, True)  # noqa: FBT003 (the library's own)
        return self.found

    def refuse(self, *_: object) -> None:
        """A document type could define entities; no office program writes one."""
        raise FormatError("het sjabloon bevat een documenttype (DOCTYPE)")

    def start(self, name: str, given: Mapping[str, str]) -> None:
        """An element begins."""
        self.depth += 1
        if name == "w:p":
            self.open.append(_Paragraph(self.parser.CurrentByteIndex, self.depth))
        elif name == "w:pPr" and self.open and self.depth == self.open[-1].depth + 1:
            inside = self.data.index(b">", self.parser.CurrentByteIndex) + 1
            self.open[-1].properties = (inside, inside)
        elif name == "w:br" and given.get("w:type") == "page" and self.open:
            self.break_in(self.open[-1])
        self.listening = name == "w:t"

    def break_in(self, paragraph: _Paragraph) -> None:
        """A page ends here: before the words, or after them as LibreOffice saves it."""
        if paragraph.text.strip():
            paragraph.ends_page = True
        else:
            paragraph.breaks = True

    def end(self, name: str) -> None:
        """An element ends."""
        self.depth -= 1
        self.listening = False
        if name == "w:pPr" and self.open and self.depth == self.open[-1].depth:
            start, _ = self.open[-1].properties
            self.open[-1].properties = (start, max(start, self.parser.CurrentByteIndex))
        elif name == "w:p":
            self.close(self.open.pop())

    def text(self, data: str) -> None:
        """Characters."""
        if self.listening and self.open:
            self.open[-1].text += data

    def close(self, paragraph: _Paragraph) -> None:
        """A paragraph is at its end; it may be a slot."""
        named = _NAME.fullmatch(paragraph.text)
        if named is None or named[1] not in BLOCKS | ALONE | {_CONTENT_END}:
            return
        end = self.data.index(b">", self.parser.CurrentByteIndex) + 1
        start, stop = paragraph.properties
        properties = _NOT_COPIED.sub("", self.data[start:stop].decode())
        told = _BREAK.search(properties)
        breaks = paragraph.breaks or (told is not None and told[1] not in {"0", "false", "off"})
        look = _LOOK.search(self.data[paragraph.start : end].decode())
        needed = self.data[end : end + 2] == b"</"
        made = _BREAK.sub("", properties)
        slot = Slot(named[1], made, needed=needed, look=look[1] if look else "", breaks=breaks)
        self.found.append(_Found(paragraph.start, end, paragraph.depth, slot, paragraph.ends_page))


def pieces(data: bytes) -> tuple[Piece, ...]:
    """A part of a template cut at its slots. Raises ``FormatError`` on what is no XML."""
    try:
        data = _EXACT.sub(r'\1atLeast"', data.decode()).encode()
        found = _Reader(data).read()
        return tuple(_cut(data, found))
    except (expat.ExpatError, UnicodeDecodeError, ValueError) as error:
        raise FormatError("het sjabloon bevat een onderdeel dat geen XML in UTF-8 is") from error


def _cut(data: bytes, found: list[_Found]) -> list[Piece]:
    cut: list[Piece] = []
    at = 0
    last = next((one for one in found if one.slot.name == _CONTENT_END), None)
    ended = False
    for one in found:
        if one.start < at or one is last:
            continue
        between = data[at : one.start].decode()
        cut += _lines(f"{_PAGE_BREAK}{between}" if ended and between.strip() else between)
        breaks = one.slot.breaks or (ended and not between.strip())
        cut.append(replace(one.slot, breaks=breaks))
        at, ended = one.end, one.ends_page
        if one.slot.name == _CONTENT:
            at = _end_of_samples(one, last)
    return [*cut, *_lines(data[at:].decode())]


def _end_of_samples(content: _Found, last: _Found | None) -> int:
    """Where what comes after the text begins. Raises ``FormatError`` where that is elsewhere."""
    if last is None:
        return content.end
    if last.start > content.end and last.depth == content.depth:
        return last.end
    raise FormatError("in het sjabloon hoort «einde inhoud» onder «inhoud» te staan")


def _lines(text: str) -> list[Piece]:
    parts = _LINE.split(text)
    return [Line(part) if at % 2 else part for at, part in enumerate(parts) if part]
