"""A template package: read once, checked, and ready to be filled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from invoeringstoets.formats.archive import ArchiveError, unpack
from invoeringstoets.formats.docx import names
from invoeringstoets.formats.docx.dress import dressed
from invoeringstoets.formats.docx.fonts import with_fonts, without_ours
from invoeringstoets.formats.docx.slots import Line, Piece, Slot, pieces
from invoeringstoets.formats.embedding import faces
from invoeringstoets.formats.errors import FormatError
from invoeringstoets.formats.widths import OTHER_TYPE, Setting
from invoeringstoets.house_style import HouseStyle

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
NOTES = "word/footnotes.xml"
CONTENT_TYPES = "[Content_Types].xml"
_NEEDED = (CONTENT_TYPES, DOCUMENT, "word/_rels/document.xml.rels", STYLES, NUMBERING)
_MARGINAL = re.compile(r"word/(?:header|footer)\d*\.xml")

SLOTS = {
    "brief": {
        *("afzender", "retouradres", "geadresseerde", "kenmerken", "gegevens", "meldingen"),
        *("inhoud", "vervolgkenmerken", "meldingslabels", "voettekst"),
    },
    "rapport": {
        *("titel", "ondertitel", "meldingen", "gegevens", "inhoudsopgave", "inhoud"),
        *("koptitel", "meldingslabels", "voettekst"),
    },
}
"""The slots that a template of each kind must have, in the text or in the margins of a page."""

_STYLE = re.compile(r"<w:style\b.*?</w:style>", re.DOTALL)
_BOX = re.compile(r"<w:pBdr>.*?</w:pBdr>|<w:shd\b[^>]*/>", re.DOTALL)
_SEPARATOR = re.compile(r"<w:footnote\b[^>]*w:type=[^>]*>")
_SIZE = re.compile(r"<w:pgSz\b[^>]*\bw:w=\"(\d+)\"")
_SIDES = re.compile(r"\bw:(?:left|right)=\"(\d+)\"")
_PAGE_MARGINS = re.compile(r"<w:pgMar\b[^>]*>")
_CELL_SIZE, _CELL_INSET = 9.0, 3.0
"""The type in our tables in points, and the white beside it in mm (``docs/docx``)."""


@dataclass(frozen=True)
class Style:
    """A style of a template: its id, and its XML."""

    id: str
    xml: str

    @property
    def box(self) -> str:
        """The border and ground of its paragraphs, as paragraph properties."""
        return "".join(_BOX.findall(self.xml.partition("<w:pPr>")[2].partition("</w:pPr>")[0]))


@dataclass(frozen=True)
class Template:
    """A template of a letter (``brief``) or a report (``rapport``).

    ``body`` and ``margins`` (the heads and feet of pages by part) are cut at their slots;
    ``styles`` go by name in lower case; ``width`` is that of the text in twips;
    ``first_note`` the id that the first footnote may have, ``cells`` how tables are set.
    """

    parts: Mapping[str, bytes]
    body: tuple[Piece, ...]
    margins: Mapping[str, tuple[Piece, ...]]
    styles: Mapping[str, Style]
    width: int
    first_note: int
    cells: Setting

    def style(self, name: str) -> Style:
        """A style by its name."""
        return self.styles[name.lower()]


@lru_cache(maxsize=8)
def read(data: bytes, kind: str, *, style: HouseStyle) -> Template:
    """The template in a file, dressed. Raises ``FormatError`` that says what is missing."""
    try:
        packed = unpack(data)
    except ArchiveError as error:
        raise FormatError("het sjabloon is geen Word-bestand (.docx)") from error
    lacking = [name for name in _NEEDED if name not in packed]
    if lacking:
        raise FormatError(f"het sjabloon is geen Word-bestand: {', '.join(lacking)} ontbreekt")
    if any(name.endswith("vbaProject.bin") for name in packed):
        raise FormatError("het sjabloon bevat macro's; sla het op als .docx")
    bare = without_ours(packed) if style.families else packed
    dress = dressed(bare, colours=style.colours, families=style.families)
    parts = with_fonts(dress, faces(style))
    margins = {name: pieces(parts[name]) for name in parts if _MARGINAL.fullmatch(name)}
    body = pieces(parts[DOCUMENT])
    template = Template(
        parts,
        body,
        margins,
        dict(_styles(parts[STYLES])),
        _width(body),
        _first_note(parts),
        Setting(_CELL_SIZE, _CELL_INSET, OTHER_TYPE if style.families else 1),
    )
    _require(template, kind)
    return template


def _styles(data: bytes) -> Iterator[tuple[str, Style]]:
    for xml in _STYLE.findall(data.decode("utf-8", "replace")):
        ident = re.search(r'w:styleId="([^"]*)"', xml)
        name = re.search(r'<w:name w:val="([^"]*)"', xml)
        if ident and name:
            yield name[1].lower(), Style(ident[1], xml)


def _width(body: tuple[Piece, ...]) -> int:
    """The width of the text in twips, from the last section; that of A4 if it does not say."""
    text = next((piece for piece in reversed(body) if isinstance(piece, str)), "")
    sizes = _SIZE.findall(text)
    margins = _PAGE_MARGINS.findall(text)
    sides = _SIDES.findall(margins[-1]) if margins else ["1440", "1440"]
    width = int(sizes[-1] if sizes else 11906) - sum(map(int, sides))
    return max(width, 2000)


def _first_note(parts: Mapping[str, bytes]) -> int:
    """The id of the first footnote: after those of the lines above the notes."""
    kept = _SEPARATOR.findall(parts.get(NOTES, b"").decode("utf-8", "replace"))
    ids = [int(found[1]) for mark in kept if (found := re.search(r'w:id="(-?\d+)"', mark))]
    return max([0, *ids]) + 1


def _require(template: Template, kind: str) -> None:
    """Refuse a template in which something would be lost or could not be set."""
    every = [template.body, *template.margins.values()]
    present = {piece.name for cut in every for piece in cut if isinstance(piece, Slot | Line)}
    lacking = sorted(SLOTS[kind] - present)
    if lacking:
        told = ", ".join(f"«{name}»" for name in lacking)
        raise FormatError(f"in het sjabloon {kind}.docx ontbreekt: {told}")
    in_body = {piece.name for piece in template.body if isinstance(piece, Slot)}
    if "inhoud" not in in_body:
        raise FormatError(f"in het sjabloon {kind}.docx hoort «inhoud» in de tekst te staan")
    wanted = (*names.REQUIRED, *names.REQUIRED_FRONT[kind])
    styles = [name for name in wanted if name.lower() not in template.styles]
    if styles:
        told = ", ".join(styles)
        raise FormatError(f"in het sjabloon {kind}.docx ontbreken de stijlen: {told}")
