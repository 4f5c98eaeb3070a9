"""PDF through Typst: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) in one file.

The template is fixed and shipped. The document enters it as JSON data and never as Typst source,
so nothing an author writes can become markup or code. Only the fonts in ``templates/fonts`` and
those of the house style are used; the template imports no packages, so nothing reaches for the
network. Never fork a process after this ran in it: Typst's threads would deadlock (use threads or
spawn). With the source data attached the file is PDF/A-3a (ISO 19005-3), for A-2a allows none.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path

import typst

from invoeringstoets import assets
from invoeringstoets.document import Document
from invoeringstoets.formats import normal
from invoeringstoets.formats.errors import FormatError
from invoeringstoets.formats.pdf.drawing import data_of, without_links
from invoeringstoets.formats.pdf.headers import with_row_headers
from invoeringstoets.formats.pdf.looks import looks_of
from invoeringstoets.formats.pdf.source import Attachment
from invoeringstoets.formats.stamp import moment
from invoeringstoets.house_style import NEUTRAL, HouseStyle

__all__ = ["FONTS", "Attachment", "render", "render_with_source"]

FONTS = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")
"""The styles of Source Sans 3 in ``templates/fonts``."""


_LONG = re.compile(r'(?:[^\s/\-"\\]|\\.){26,}')
"""A run in the data that may be a word longer than a line: see ``long-word`` in the template."""

_UNSEEN = re.compile(r'"(?:id|target)":"(?:[^"\\]|\\.)*"')
"""What in the data is never drawn."""


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
    data = data_of(document)
    inputs = {"style": _json(looks_of(style))}
    if _LONG.search(_UNSEEN.sub("", _json(data))):
        inputs["long"] = "true"
    if source is not None:
        inputs |= {"source": source.text, "source-name": source.name}
    stamp = int(moment(document.date).timestamp())
    folders = (str(assets.path("templates/fonts")), *filter(None, [style.font_folder]))
    try:
        file = _compile({**inputs, "data": _json(data)}, stamp, folders=folders)
    except FormatError:
        # Typst 0.15 cannot tag some links and notes that a page break cuts in two, in cells and
        # headers of extreme length. Better a letter with their text than no letter.
        file = _compile({**inputs, "data": _json(without_links(data))}, stamp, folders=folders)
    return with_row_headers(file, document)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _compile(inputs: dict[str, str], stamp: int, *, folders: tuple[str, ...]) -> bytes:
    fonts = _fonts(folders)
    root = assets.path("templates/typst")
    try:
        return typst.compile(
            str(root / "main.typ"),
            root=str(root),
            font_paths=fonts,
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs=inputs,
            pdf_standards=["ua-1", "a-3a" if "source" in inputs else "a-2a"],
            timestamp=stamp,
        )
    except (typst.TypstError, RuntimeError) as error:
        raise FormatError(f"Typst kan de PDF niet maken: {error}") from error


@lru_cache(maxsize=4)
def _fonts(folders: tuple[str, ...]) -> typst.Fonts:
    """The fonts in these folders, read once; the first has ours, and must be whole."""
    for style in FONTS:
        if not (Path(folders[0]) / f"SourceSans3-{style}.ttf").is_file():
            raise FormatError(f"het lettertype SourceSans3-{style}.ttf ontbreekt in {folders[0]}")
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders)
    )
