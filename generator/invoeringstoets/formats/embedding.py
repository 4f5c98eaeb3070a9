"""Fonts that go along in a file for an office program, so that it looks the same everywhere.

Our templates take ours along themselves (SIL Open Font License 1.1: embedding in a document; see
``docs/sjabloonletters.py``). What is here is for a template without them, which gets three faces
whole, and for the fonts of a house style: whole too, where their maker allows a document with them
to be edited (OpenType 1.9, ``OS/2``, ``fsType``).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import lru_cache

from invoeringstoets import assets
from invoeringstoets.house_style import HouseStyle

__all__ = ["OURS", "Face", "faces", "family"]

OURS = "Source Sans 3"
"""The family of our own fonts."""

_SHIPPED = ("Regular", "Bold", "It")
_TRUETYPE, _OPENTYPE = (b"\x00\x01\x00\x00", b"true"), b"OTTO"
_RIGHTS, _STYLE = 8, 62
"""Where ``fsType`` and ``fsSelection`` are in the table ``OS/2``."""
_INSTALLABLE, _EDITABLE = 0x0000, 0x0008
_USAGE, _BITMAPS_ONLY = 0x000F, 0x0200
_ITALIC, _BOLD = 0x0001, 0x0020
_WINDOWS, _FAMILY = 3, 1


@dataclass(frozen=True)
class Face:
    """One font of a family; ``truetype`` says that its outlines are (Word embeds no others)."""

    family: str
    bold: bool
    italic: bool
    truetype: bool
    data: bytes


def family(style: HouseStyle) -> str:
    """The family that a document in this style is set in."""
    return style.families[0] if style.families else OURS


@lru_cache(maxsize=16)
def faces(style: HouseStyle) -> tuple[Face, ...]:
    """The fonts of the family that may go along, one of each kind; none that cannot be read."""
    if family(style) == OURS:
        files = [assets.data(f"templates/fonts/SourceSans3-{name}.ttf") for name in _SHIPPED]
    else:
        files = [font.data for font in style.fonts]
    found: dict[tuple[bool, bool], Face] = {}
    for data in files:
        face = _face(data)
        if face is not None and face.family == family(style):
            found.setdefault((face.bold, face.italic), face)
    return tuple(found.values())


def _face(data: bytes) -> Face | None:
    """What a font file holds, or ``None`` when it may not go along or cannot be read."""
    try:
        tables = _tables(data)
        os2 = tables[b"OS/2"]
        (rights,), (look,) = (struct.unpack_from(">H", os2, at) for at in (_RIGHTS, _STYLE))
        named = _family_name(tables[b"name"])
    except (struct.error, KeyError, UnicodeDecodeError):
        return None
    free = rights & _USAGE in {_INSTALLABLE, _EDITABLE} and not rights & _BITMAPS_ONLY
    truetype = data[:4] in _TRUETYPE
    if not (free and (truetype or data[:4] == _OPENTYPE)):
        return None
    return Face(named, bool(look & _BOLD), bool(look & _ITALIC), truetype, data)


def _tables(data: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack_from(">H", data, 4)
    entries = (struct.unpack_from(">4sLLL", data, 12 + 16 * at) for at in range(count))
    return {tag: data[start : start + length] for tag, _, start, length in entries}


def _family_name(table: bytes) -> str:
    """The family of at most four that programs group a font in (``name``, id 1)."""
    _, count, start = struct.unpack_from(">HHH", table, 0)
    for at in range(count):
        platform, _, _, kind, length, offset = struct.unpack_from(">6H", table, 6 + 12 * at)
        if (platform, kind) == (_WINDOWS, _FAMILY):
            return table[start + offset : start + offset + length].decode("utf-16-be").strip()
    raise KeyError(_FAMILY)
