"""Pictures that may stand in a file: read as far as needed to know that they are whole and safe.

PNG as in W3C PNG 3 (2025), JPEG as in ITU T.81.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator

from invoeringstoets.workspace.huisstijl.svg import DAMAGED, PictureError, svg

MOST_PIXELS = 4_000_000
"""How many pixels a picture has at most; 2.000 by 2.000 is sharp on a poster."""

Measure = Callable[[bytes], tuple[float, float]]


_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


def png(data: bytes) -> tuple[float, float]:
    """Width and height in pixels; unpacks the picture, no further than its size allows."""
    chunks = list(_chunks(data))
    if not chunks or chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND":
        raise PictureError(DAMAGED)
    try:
        wide, high, depth, colour = struct.unpack_from(">LLBB", chunks[0][1])
        bits = depth * _CHANNELS[colour]
    except (struct.error, KeyError) as error:
        raise PictureError(DAMAGED) from error
    _bounded(wide, high)
    unpack = zlib.decompressobj()
    # Interlacing adds a byte for each row of each of its seven passes.
    limit = high * ((wide * bits + 7) // 8 + 1) + 8 * high + 64
    try:
        size = len(unpack.decompress(b"".join(c for name, c in chunks if name == b"IDAT"), limit))
    except zlib.error as error:
        raise PictureError(DAMAGED) from error
    if size < high * wide * bits // 8 or not unpack.eof:
        raise PictureError(DAMAGED)
    return wide, high


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        raise PictureError("het is geen png")
    at = 8
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">L", data, at)
        name, content = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        check = data[at + 8 + length : at + 12 + length]
        if check != struct.pack(">L", zlib.crc32(name + content)):
            raise PictureError(DAMAGED)
        yield name, content
        at += 12 + length


def jpeg(data: bytes) -> tuple[float, float]:
    """Width and height in pixels; only grey and RGB-like pictures, for print colours need a key."""
    if data[:2] != b"\xff\xd8":
        raise PictureError("het is geen jpg")
    if not data.rstrip(b"\x00").endswith(b"\xff\xd9"):
        raise PictureError("het bestand is niet volledig")
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:  # noqa: PLR2004 - begins a marker
        marker, (length,) = data[at + 1], struct.unpack_from(">H", data, at + 2)
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):  # noqa: PLR2004 - SOF
            high, wide, channels = struct.unpack_from(">HHB", data, at + 5)
            if channels not in (1, 3):
                raise PictureError("het is in drukkleuren (CMYK); zet het om naar RGB")
            _bounded(wide, high)
            return wide, high
        at += 2 + length
    raise PictureError(DAMAGED)


def _bounded(wide: int, high: int) -> None:
    if not wide or not high:
        raise PictureError(DAMAGED)
    if wide * high > MOST_PIXELS:
        raise PictureError(f"het heeft te veel beeldpunten ({wide} bij {high})")


PICTURES: dict[str, tuple[str, Measure]] = {
    ".svg": ("image/svg+xml", svg),
    ".png": ("image/png", png),
    ".jpg": ("image/jpeg", jpeg),
    ".jpeg": ("image/jpeg", jpeg),
}
"""What a logo may be, by the end of its name: the media type and who measures it."""
