"""Puts a house style on a template: its colours and font families."""

from __future__ import annotations

import re
from dataclasses import fields
from functools import lru_cache

from invoeringstoets import assets
from invoeringstoets.formats.errors import FormatError
from invoeringstoets.formats.odt.markup import attribute
from invoeringstoets.formats.odt.template import Pieces, Template, load
from invoeringstoets.house_style import NEUTRAL, Colours

__all__ = ["dressed"]

_Dress = tuple[Colours, tuple[str, ...]]
_COLOUR = re.compile("#[0-9a-f]{6}")
_FAMILY = re.compile(r'svg:font-family="(?=[^"]*Source Sans 3)')


def dressed(
    kind: str, *, own: bytes | None, colours: Colours, families: tuple[str, ...]
) -> Template:
    """The template of a kind, ours or ``own``, in these colours and fonts; read once.

    Only our neutral colours and our font are replaced, so what a designer chose stays. Raises
    ``FormatError`` when a template is missing or cannot be used.
    """
    return _dressed((kind, own), (colours, families))


@lru_cache(maxsize=16)
def _dressed(file: tuple[str, bytes | None], dress: _Dress) -> Template:
    plain = _loaded(*file)
    return Template(
        _repainted(plain.content, dress),
        _repainted(plain.styles, dress),
        plain.extra,
        plain.width,
        plain.header_cell,
        plain.body_cell,
        plain.plain_cell,
    )


@lru_cache(maxsize=16)
def _loaded(kind: str, own: bytes | None) -> Template:
    try:
        return load(own or assets.data(f"templates/odt/{kind}.ott"), kind)
    except OSError as error:
        raise FormatError(f"het sjabloon templates/odt/{kind}.ott ontbreekt") from error


def _repainted(pieces: Pieces, dress: _Dress) -> Pieces:
    colours, families = dress
    neutral = {
        getattr(NEUTRAL.colours, each.name): getattr(colours, each.name) for each in fields(colours)
    }
    first = "".join(f"'{attribute(family.replace(chr(39), ''))}', " for family in families)

    def repainted(literal: str) -> str:
        literal = _COLOUR.sub(lambda found: neutral.get(found[0], found[0]), literal)
        return _FAMILY.sub(f'svg:font-family="{first}'.replace("\\", r"\\"), literal)

    return tuple(piece if place % 2 else repainted(piece) for place, piece in enumerate(pieces))
