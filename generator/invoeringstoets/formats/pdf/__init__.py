"""PDF through Typst: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) in one file.

The template is fixed and shipped. The document enters it as JSON data and never as Typst source,
so nothing an author writes can become markup or code. Only the fonts in ``templates/fonts`` and
those of the house style are used; the template imports no packages, so nothing reaches for the
network. Never fork a process after this ran in it: Typst's threads would deadlock (use threads or
spawn). With the source data attached the file is PDF/A-3a (ISO 19005-3), for A-2a allows none.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import typst

from invoeringstoets import assets
from invoeringstoets.document import Document
from invoeringstoets.formats import normal
from invoeringstoets.formats.errors import FormatError
from invoeringstoets.formats.pdf.drawing import CELLS, data_of
from invoeringstoets.formats.pdf.headers import with_rows
from invoeringstoets.formats.pdf.looks import looks_of
from invoeringstoets.formats.pdf.source import Attachment
from invoeringstoets.formats.stamp import moment
from invoeringstoets.formats.widths import OTHER_TYPE
from invoeringstoets.house_style import NEUTRAL, HouseStyle

__all__ = ["FONTS", "Attachment", "render", "render_with_source"]

FONTS = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")
"""The styles of Source Sans 3 in ``templates/fonts``."""

_TEMPLATE = ("main", "letter", "report", "blocks", "style")
"""The files of the template in ``templates/typst``."""


def render(document: Document, style: HouseStyle = NEUTRAL) -> bytes:
    """The document as PDF/UA-1 and PDF/A-2a, the same bytes on every run.

    Raises ``FormatError`` when a font or the template is missing or broken.
    """
    return _render(document, style, source=None)


def render_with_source(
    document: Document, source: Attachment, *, style: HouseStyle = NEUTRAL
) -> bytes:
    """The document as PDF/UA-1 and PDF/A-3a with its source attached; raises as ``render``."""
    return _render(document, style, source=source)


def _render(document: Document, style: HouseStyle, *, source: Attachment | None) -> bytes:
    document = normal.document(document)
    cells = replace(CELLS, wider=OTHER_TYPE) if style.families else CELLS
    folders = (str(assets.path("templates/fonts")), *filter(None, [style.font_folder]))
    draw = partial(
        _compile,
        looks=_looks(style),
        source=source,
        stamp=int(moment(document.date).timestamp()),
        fonts=_fonts(folders),
    )
    data = data_of(document, cells=cells)
    try:
        file = draw(data)
    except FormatError:
        # Typst 0.15 cannot tag some links and notes that a page break cuts in two, in cells and
        # headers of extreme length. Better a letter with their text than no letter.
        file = draw(data_of(document, links=False, cells=cells))
    return with_rows(file, document, footed=bool(data["footed"]))


@lru_cache(maxsize=4)
def _looks(style: HouseStyle) -> bytes:
    return _json(looks_of(style))


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _compile(
    data: Mapping[str, object],
    *,
    looks: bytes,
    source: Attachment | None,
    stamp: int,
    fonts: typst.Fonts,
) -> bytes:
    """Draw the template with this data beside it.

    As files that it reads: what Typst worked out for one document would be of no use to the next
    one if the data were its ``sys.inputs``.
    """
    root = assets.path("templates/typst")
    files: Any = {f"{name}.typ": str(root / f"{name}.typ") for name in _TEMPLATE}
    files["style.json"] = looks
    files["data.json"] = _json({**data, "source": source.name if source else ""})
    if source:
        files["source.yaml"] = source.text.encode()
    try:
        drawn: Any = _compiler(fonts).compile(
            input=files,
            format="pdf",
            pdf_standards=["ua-1", "a-3a" if source else "a-2a"],
            timestamp=stamp,
        )
    except (typst.TypstError, RuntimeError) as error:
        raise FormatError(f"Typst kan de PDF niet maken: {error}") from error
    file: bytes = drawn
    return file


_OWN = threading.local()


def _compiler(fonts: typst.Fonts) -> typst.Compiler:
    """The compiler of this thread: quicker the second time, but two threads cannot share it."""
    kept: tuple[typst.Fonts, typst.Compiler] | None = getattr(_OWN, "kept", None)
    if kept is None or kept[0] is not fonts:
        kept = (fonts, typst.Compiler(b"", font_paths=fonts, ignore_system_fonts=True))
        _OWN.kept = kept
    return kept[1]


@lru_cache(maxsize=4)
def _fonts(folders: tuple[str, ...]) -> typst.Fonts:
    """The fonts in these folders, read once; the first has ours, and must be whole."""
    for style in FONTS:
        if not (Path(folders[0]) / f"SourceSans3-{style}.ttf").is_file():
            raise FormatError(f"het lettertype SourceSans3-{style}.ttf ontbreekt in {folders[0]}")
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders)
    )
