"""The fonts of a house style, as far as they can be drawn with and put into a file.

Read here is only what tells that: the tables of the file, the family, and whether the maker allows
embedding (OpenType 1.9, tables ``name`` and ``OS/2``).
"""

from __future__ import annotations

import struct
from pathlib import PurePath

from invoeringstoets.house_style import FontFile
from invoeringstoets.workspace.huisstijl.table import MIB, Table

LARGEST = 8 * MIB
"""The largest font file in bytes."""

MOST = 16
"""How many font files a house style has at most."""

_SIGNS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_NEEDED = (b"cmap", b"head", b"hhea", b"hmtx", b"maxp", b"name")
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16
_UNICODE, _WINDOWS = 0, 3
_FORBIDDEN = 0x0002
"""Bit 1 of ``fsType``: restricted licence embedding."""


class _UnusableError(Exception):
    """Why a font cannot be used, in Dutch."""


def fonts(table: Table) -> tuple[tuple[str, ...], tuple[FontFile, ...]]:
    """The families in order of wish and the files that hold them.

    A family without a file is a warning: nobody else has it, and a PDF takes its fonts along.
    """
    table.only(("families", "bestanden"))
    files: list[FontFile] = []
    known: set[str] = set()
    named = table.texts("bestanden")
    for name in named[:MOST]:
        data = table.file("bestanden", name, largest=LARGEST)
        if data is None:
            continue
        try:
            known |= families_in(data)
        except _UnusableError as error:
            table.warn(
                "bestanden", f"het lettertype ‘{name}’ is niet te gebruiken: {error}", advice=""
            )
            continue
        files.append(FontFile(PurePath(name).name, data))
    wanted = table.texts("families")
    for family in wanted:
        if family not in known:
            message, advice = _absent(family, known, named=bool(named))
            table.warn("families", message, advice=advice)
    return tuple(one for one in wanted if one in known), tuple(files)


def _absent(family: str, known: set[str], *, named: bool) -> tuple[str, str]:
    """That no file holds a family, and what to do."""
    if not named:
        return (
            f"bij ‘{family}’ is geen lettertypebestand genoemd",
            "noem het bestand bij ‘bestanden’: het gaat mee in de PDF",
        )
    has = f"in de bestanden zitten: {', '.join(sorted(known))}" if known else ""
    return f"geen van de bestanden bevat ‘{family}’", has


def families_in(data: bytes) -> set[str]:
    """The names of the family in a font file; raises an error that says why it cannot be used."""
    try:
        tables = _tables(data)
        rights = tables.get(b"OS/2", b"")
        if len(rights) >= 10 and struct.unpack_from(">H", rights, 8)[0] & 0x000F == _FORBIDDEN:  # noqa: PLR2004
            raise _UnusableError("de maker staat niet toe dat het in een bestand meegaat")
        names = _names(tables[b"name"])
    except (struct.error, KeyError, UnicodeDecodeError) as error:
        raise _UnusableError("het bestand is beschadigd") from error
    if not names:
        raise _UnusableError("het heeft geen naam")
    return names


def _tables(data: bytes) -> dict[bytes, bytes]:
    if data[:4] not in _SIGNS:
        raise _UnusableError("het is geen TrueType of OpenType (.ttf of .otf)")
    (count,) = struct.unpack_from(">H", data, 4)
    found: dict[bytes, bytes] = {}
    for index in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        if offset + length > len(data):
            raise _UnusableError("het bestand is niet volledig")
        found[tag] = data[offset : offset + length]
    if not set(_NEEDED) <= set(found):
        raise _UnusableError("het bestand is niet volledig")
    return found


def _names(table: bytes) -> set[str]:
    _, count, start = struct.unpack_from(">HHH", table, 0)
    found: set[str] = set()
    for index in range(count):
        platform, _, _, kind, length, offset = struct.unpack_from(">6H", table, 6 + 12 * index)
        if kind in (_FAMILY, _TYPOGRAPHIC_FAMILY) and platform in (_UNICODE, _WINDOWS):
            raw = table[start + offset : start + offset + length]
            found.add(raw.decode("utf-16-be").strip())
    return found - {""}
