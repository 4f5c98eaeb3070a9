"""Puts a house style on a template: its colours and its fonts."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from functools import lru_cache

from invoeringstoets import assets
from invoeringstoets.formats.embedding import faces
from invoeringstoets.formats.errors import FormatError
from invoeringstoets.formats.escaping import attribute
from invoeringstoets.formats.odt.fonts import OURS, font_parts, with_sources, without_sources
from invoeringstoets.formats.odt.template import Pieces, Template, load
from invoeringstoets.house_style import NEUTRAL, HouseStyle

__all__ = ["dressed"]

_COLOUR = re.compile("#[0-9a-f]{6}")
_FAMILY = re.compile(r'svg:font-family="(?=[^"]*Source Sans 3)')


def dressed(kind: str, *, own: bytes | None, style: HouseStyle) -> Template:
    """The template of a kind, ours or ``own``, in the looks of a house style; read once.

    Only our neutral colours and our font are replaced, so what a designer chose stays. The fonts
    of the style go along. Raises ``FormatError`` when a template is missing or cannot be used.
    """
    return _dressed((kind, own), style)


@lru_cache(maxsize=16)
def _dressed(file: tuple[str, bytes | None], style: HouseStyle) -> Template:
    plain = _loaded(*file)
    content, styles = (_looking(part, style) for part in (plain.content, plain.styles))
    fonts = font_parts(faces(style))
    named = "".join(styles)
    used = {
        path: data
        for path, data in fonts.items()
        if f'"{path}"' in named and (style.families or path not in plain.extra)
    }
    kept = {
        path: data
        for path, data in plain.extra.items()
        if not (style.families and path.startswith(OURS))
    }
    return replace(plain, content=content, styles=styles, extra={**kept, **used})


@lru_cache(maxsize=16)
def _loaded(kind: str, own: bytes | None) -> Template:
    try:
        return load(own or assets.data(f"templates/odt/{kind}.ott"), kind)
    except OSError as error:
        raise FormatError(f"het sjabloon templates/odt/{kind}.ott ontbreekt") from error


def _looking(pieces: Pieces, style: HouseStyle) -> Pieces:
    """The pieces in the looks of a style, both that of its text and that of its styles.

    LibreOffice only uses a font of the package when both parts of the file say where it is.
    """
    colours, families = style.colours, style.families
    neutral = {
        getattr(NEUTRAL.colours, each.name): getattr(colours, each.name) for each in fields(colours)
    }
    first = "".join(f"'{attribute(family.replace(chr(39), ''))}', " for family in families)

    def repainted(literal: str) -> str:
        literal = _COLOUR.sub(lambda found: neutral.get(found[0], found[0]), literal)
        if families:
            literal = without_sources(literal)
        literal = _FAMILY.sub(f'svg:font-family="{first}'.replace("\\", r"\\"), literal)
        return with_sources(literal, faces(style))

    return tuple(piece if place % 2 else repainted(piece) for place, piece in enumerate(pieces))
