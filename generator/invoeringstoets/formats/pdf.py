"""PDF through Typst: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) in one file.

The template is fixed and shipped. The document enters it as JSON data and never as Typst source,
so nothing an author writes can become markup or code. Only the fonts in ``templates/fonts`` are
used; the template imports no packages, so nothing reaches for the network. Never fork a process
after this ran in it: Typst's threads would deadlock (use threads or spawn).
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING

import typst

from invoeringstoets import assets, glyphs
from invoeringstoets.document import Document, Heading
from invoeringstoets.formats import normal
from invoeringstoets.formats.errors import FormatError
from invoeringstoets.house_style import NEUTRAL, HouseStyle

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

FONTS = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")
"""The styles of Source Sans 3 in ``templates/fonts``."""

_UNSEEN = ("id", "target")
"""Fields that are never drawn, so that the fonts do not matter to them."""

_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)


def render(document: Document, style: HouseStyle = NEUTRAL) -> bytes:  # noqa: ARG001
    """The document as PDF bytes, the same on every run.

    Raises ``FormatError`` when a font or the template is missing or broken.
    """
    document = normal.document(document)
    anchors: set[str] = set()
    data: dict[str, object] = {
        **_drawable(document, anchors),
        "anchors": sorted(anchors),
        "contents": sum(isinstance(block, Heading) for block in document.blocks),
    }
    try:
        return _compile(data, moment(document.date))
    except FormatError:
        # Typst 0.15 cannot tag some links and notes that a page break cuts in two, in cells and
        # headers of extreme length. Better a letter with their text than no letter.
        return _compile(_without_links(data), moment(document.date))


def moment(date: str) -> datetime:
    """The time stamped on the file: the start of a ``jjjj[-mm[-dd]]`` date, else a fixed one."""
    for pattern in ("%Y-%m-%d", "%Y-%m", "%Y"):
        try:
            return datetime.strptime(date, pattern).replace(tzinfo=UTC)
        except ValueError:
            continue
    return _NO_DATE


def _drawable(document: Document, anchors: set[str]) -> dict[str, object]:
    try:
        return _object(document, anchors)
    except OSError as error:
        raise FormatError(f"het bestand {glyphs.COVERAGE} ontbreekt in de installatie") from error


def _object(node: DataclassInstance, anchors: set[str]) -> dict[str, object]:
    """A dataclass of the document tree as a JSON object that says its kind."""
    data: dict[str, object] = {"kind": type(node).__name__.lower()}
    for each in fields(node):
        value = getattr(node, each.name)
        data[each.name] = value if each.name in _UNSEEN else _value(value, anchors)
    name = data.get("id")
    if isinstance(name, str) and name:
        anchors.add(name)
    return data


def _value(value: object, anchors: set[str]) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return glyphs.drawable(value)
    if isinstance(value, tuple):
        return [_value(item, anchors) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _object(value, anchors)
    return value


def _without_links(value: object) -> object:
    """The same data with each link as its words, and each note between brackets in the text."""
    if isinstance(value, dict):
        return {key: _without_links(item) for key, item in value.items()}
    if isinstance(value, list):
        return [piece for item in value for piece in _unlinked(item)]
    return value


def _unlinked(item: object) -> list[object]:
    kind = item.get("kind") if isinstance(item, dict) else None
    if not isinstance(item, dict) or kind not in {"link", "footnote"}:
        return [_without_links(item)]
    content = [piece for part in item["content"] for piece in _unlinked(part)]
    if kind == "link":
        return content
    opening, closing = ({"kind": "text", "text": sign} for sign in (" (", ")"))
    return [opening, *content, closing]


def _compile(data: object, stamp: datetime) -> bytes:
    folder = assets.path("templates/fonts")
    for style in FONTS:
        if not (folder / f"SourceSans3-{style}.ttf").is_file():
            raise FormatError(f"het lettertype SourceSans3-{style}.ttf ontbreekt in {folder}")
    root = assets.path("templates/typst")
    try:
        return typst.compile(
            str(root / "main.typ"),
            root=str(root),
            font_paths=[str(folder)],
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1", "a-2a"],
            timestamp=int(stamp.timestamp()),
        )
    except (typst.TypstError, RuntimeError) as error:
        raise FormatError(f"Typst kan de PDF niet maken: {error}") from error
