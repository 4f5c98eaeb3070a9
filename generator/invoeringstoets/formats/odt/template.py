"""Templates: OpenDocument files of a designer, with a name between guillemets where text comes.

A template is read once into pieces: literal XML with slots in between. A *block slot* is a whole
paragraph (``«inhoud»``), a *line slot* stands inside one (``«voettekst»``). What an author wrote is
put in between the pieces and never read again, so text like ``«inhoud»`` in a letter stays text.
``«inhoud»`` reaches as far as ``«einde inhoud»``: what a designer has in between are samples. The
tables ``Modeltabel`` and ``Modelbegrippen`` there give their cells' looks to those of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from xml.etree.ElementTree import Element, ParseError, fromstring

from invoeringstoets.formats.archive import ArchiveError, unpack
from invoeringstoets.formats.errors import FormatError
from invoeringstoets.formats.odt.demands import DEMANDS, Demand
from invoeringstoets.formats.odt.package import PREFIXES, TEMPLATE_TYPE, TEXT_TYPE

__all__ = ["DASHES", "Pieces", "Template", "filled", "load"]

DASHES = "itStreepjes"
"""The name of the dashes of a line; their look is added to every template."""

_DASHES = (
    f'<draw:stroke-dash draw:name="{DASHES}" draw:style="rect" draw:dots1="1"'
    ' draw:dots1-length="0.12cm" draw:distance="0.09cm"/></office:styles>'
)

Pieces = tuple[str, ...]
"""Literal XML at even places, names of slots at odd ones."""

_BLOCK_SLOTS = (
    "logo|titel|ondertitel|gegevens|kenmerken|vervolgkenmerken|meldingen|inhoudsopgave|inhoud"
)
_LINE_SLOTS = "afzender|geadresseerde|retouradres|koptitel|meldingslabels|voettekst"
_SIMPLE_PARAGRAPH = re.compile(
    r"<text:p\b[^>]*(?<!/)>((?:[^<]|</?text:span\b[^>]*>|<text:(?:bookmark|soft)[^>]*/>)*)</text:p>"
)
_BLOCK_SLOT = re.compile(rf"\s*«({_BLOCK_SLOTS}|einde inhoud)»\s*")
_TAG = re.compile(r"<[^>]*>")
_SLOT = re.compile(rf"\ufdd0({_BLOCK_SLOTS}|automatic|level \d+)\ufdd0|«({_LINE_SLOTS})»")
_SLOT_OF_TEXT = "\ufdd0inhoud\ufdd0"
_END_OF_SAMPLES = "\ufdd0einde inhoud\ufdd0"
_AUTOMATIC = re.compile(r"</office:automatic-styles>|<office:automatic-styles/>")
_STYLE = re.compile(
    r'<style:style\b[^>]*?style:name="([^"]*)"[^>]*?(?:/>|(?<!/)>.*?</style:style>)', re.DOTALL
)
_USED = re.compile(r'(?<![\w:])[a-z]+:(?:[a-z]+-)*style-name="([^"]*)"')
_OUTLINE_LEVEL = re.compile(r'<text:outline-level-style\b[^>]*?text:level="(\d+)"[^>]*?(?=/?>)')
_NUMBERING = re.compile(
    r" (?:style:num-(?:format|prefix|suffix|letter-sync)|text:(?:display-levels|start-value)"
    r'|(?:loext|style):num-list-format)="[^"]*"'
)
_LENGTH = re.compile(r"(-?[\d.]+)(cm|mm|in|pt)")
_UNITS = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72}
_DROPPED = ("Thumbnails/", "META-INF/", "Configurations2/", "Basic/", "Scripts/", "layout-cache")
_WRITTEN = {"mimetype", "content.xml", "styles.xml", "meta.xml", "manifest.rdf"}


@dataclass(frozen=True)
class Template:
    """A template that was read: its text and its styles with slots, and what goes along as it is.

    ``width`` is that of the text in cm; the rest are names of cell styles.
    """

    content: Pieces
    styles: Pieces
    extra: Mapping[str, bytes]
    width: float
    header_cell: str
    body_cell: str
    plain_cell: str


def filled(pieces: Pieces, values: Mapping[str, str]) -> str:
    """The pieces with these values (XML) in their slots; a slot without a value stays empty."""
    parts = list(pieces)
    parts[1::2] = [values.get(name, "") for name in parts[1::2]]
    return "".join(parts)


def load(data: bytes, kind: str) -> Template:
    """A template of a kind, ``brief`` or ``rapport``.

    Raises ``FormatError`` when it cannot be used, in words for a designer.
    """
    demand = DEMANDS[kind]
    try:
        parts = unpack(data)
    except ArchiveError as error:
        told = f"het sjabloon {kind}.ott is geen LibreOffice-sjabloon (.ott)"
        raise FormatError(told) from error
    try:
        if parts.get("mimetype", b"").decode("ascii") not in {TEMPLATE_TYPE, TEXT_TYPE}:
            raise FormatError(f"het sjabloon {kind}.ott is geen OpenDocument-tekst")
        content, styles = (_text(parts, name) for name in ("content.xml", "styles.xml"))
        trees = fromstring(content), fromstring(styles)  # noqa: S314 (no DOCTYPE, so no entities)
        cells = _cells(trees[0])
        cut = _without_unused(_without_samples(content), kept=cells)
        fromstring(cut)  # noqa: S314
    except (ParseError, KeyError, ValueError) as error:
        raise FormatError(f"het sjabloon {kind}.ott is niet te lezen: {error}") from error
    content_pieces = _pieces(_AUTOMATIC.sub(_opened, cut, count=1))
    marked = _SIMPLE_PARAGRAPH.sub(_marked, styles.replace("</office:styles>", _DASHES, 1))
    styles_pieces = _pieces(_OUTLINE_LEVEL.sub(_unnumbered, marked))
    _check(demand, trees[1], slots=(*content_pieces[1::2], *styles_pieces[1::2]), kind=kind)
    return Template(
        content_pieces,
        styles_pieces,
        {name: part for name, part in parts.items() if _goes_along(name)},
        _text_width(trees[1]),
        *cells,
    )


def _text(parts: Mapping[str, bytes], name: str) -> str:
    """A part as text, with every namespace that the writer uses declared."""
    text = parts[name].decode("utf-8")
    if "<!DOCTYPE" in text or "\ufdd0" in text:
        raise ValueError(name)
    start = text.index("<office:document-")
    head = text[start : text.index(">", start)]
    missing = "".join(
        f' xmlns:{prefix}="{uri}"'
        for prefix, uri in PREFIXES.items()
        if f'xmlns:{prefix}="{uri}"' not in head
    )
    return text[: start + len(head)] + missing + text[start + len(head) :]


def _goes_along(name: str) -> bool:
    """Whether a part of the template goes into the document: no scripts, no old pictures of it."""
    return name not in _WRITTEN and not name.startswith(_DROPPED)


def _opened(found: re.Match[str]) -> str:
    """Room for automatic styles."""
    closing = "</office:automatic-styles>"
    opening = "" if found[0] == closing else "<office:automatic-styles>"
    return f"{opening}\ufdd0automatic\ufdd0{closing}"


def _unnumbered(found: re.Match[str]) -> str:
    """An outline level without the looks of its number, and room for those of the document."""
    return f"{_NUMBERING.sub('', found[0])}\ufdd0level {found[1]}\ufdd0"


def _marked(found: re.Match[str]) -> str:
    """A paragraph that is nothing but a block slot, as that slot."""
    slot = _BLOCK_SLOT.fullmatch(_TAG.sub("", found[1]))
    return f"\ufdd0{slot[1]}\ufdd0" if slot else found[0]


def _without_samples(content: str) -> str:
    """The content with block slots marked (by a noncharacter, which XML allows), no samples."""
    marked = _SIMPLE_PARAGRAPH.sub(_marked, content)
    before, end, after = marked.partition(_END_OF_SAMPLES)
    if end and _SLOT_OF_TEXT in before:
        before = before[: before.index(_SLOT_OF_TEXT) + len(_SLOT_OF_TEXT)]
    return before + after


def _without_unused(content: str, *, kept: Iterable[str]) -> str:
    """The content without the automatic styles that only the samples used."""
    used = {*_USED.findall(content), *kept}
    return _STYLE.sub(lambda found: found[0] if found[1] in used else "", content)


def _pieces(text: str) -> Pieces:
    parts = _SLOT.split(text)
    literal, block, line = parts[0::3], parts[1::3], parts[2::3]
    slots = (one or other for one, other in zip(block, line, strict=True))
    return (*chain.from_iterable(zip(literal, slots, strict=False)), literal[-1])


def _check(demand: Demand, styles: Element, *, slots: tuple[str, ...], kind: str) -> None:
    """Raises ``FormatError`` when the template lacks a style or a place for the text."""
    style, text = (f"{{{PREFIXES[prefix]}}}" for prefix in ("style", "text"))
    there = {
        each.get(f"{style}name", "")
        for tag in (f"{style}style", f"{text}list-style", f"{style}master-page")
        for each in styles.iter(tag)
    }
    missing = [name.replace("_20_", " ") for name in demand.styles if name not in there]
    if missing:
        raise FormatError(f"in het sjabloon {kind}.ott ontbreken stijlen: {', '.join(missing)}")
    lost = [f"«{name}»" for name in demand.slots if name not in slots]
    if lost:
        raise FormatError(f"in het sjabloon {kind}.ott ontbreken plaatsen: {', '.join(lost)}")


def _cells(content: Element) -> tuple[str, str, str]:
    """The cell styles of the header and body of the model table, and of the list of terms."""
    table = f"{{{PREFIXES['table']}}}"
    cells = {
        model.get(f"{table}name"): [
            cell.get(f"{table}style-name", "") for cell in model.iter(f"{table}table-cell")
        ]
        for model in content.iter(f"{table}table")
    }
    model = cells.get("Modeltabel") or [""]
    plain = cells.get("Modelbegrippen") or [""]
    return model[0], model[-1], plain[0]


def _text_width(styles: Element) -> float:
    """The width of the text on the page that most of the document stands on, in cm."""
    style, fo = (f"{{{PREFIXES[prefix]}}}" for prefix in ("style", "fo"))
    masters = {one.get(f"{style}name"): one for one in styles.iter(f"{style}master-page")}
    wanted = masters["Standard"].get(f"{style}page-layout-name")
    for layout in styles.iter(f"{style}page-layout"):
        page = layout.find(f"{style}page-layout-properties")
        if layout.get(f"{style}name") == wanted and page is not None:
            sides = (page.get(f"{fo}{side}", "0cm") for side in ("margin-left", "margin-right"))
            return _cm(page.get(f"{fo}page-width", "21cm")) - sum(_cm(side) for side in sides)
    return _cm("15cm")


def _cm(length: str) -> float:
    found = _LENGTH.fullmatch(length)
    return float(found[1]) * _UNITS[found[2]] if found else 0.0
