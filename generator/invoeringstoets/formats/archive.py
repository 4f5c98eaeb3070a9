"""ZIP archives in memory: read what an office program wrote, write the same bytes every time.

Format: PKWARE APPNOTE 6.3.3, without encryption and ZIP64. What comes from a template is compressed
once and kept, which makes up most of a letter.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

MAX_SIZE = 64 * 1024 * 1024
"""How many bytes an archive may hold unpacked; more is no template for a letter."""

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DEFLATED = 8
_STORED = 0
_UTF8 = 0x800
_NEW_YEAR_1980 = 0x21
"""The first day that a ZIP can tell, as a DOS date."""


class ArchiveError(Exception):
    """These bytes are no ZIP archive that can be read."""


class Member(NamedTuple):
    """A file in an archive.

    ``kept`` says that its compressed form is worth remembering, ``stored`` that it may not be
    compressed.
    """

    name: str
    data: bytes
    kept: bool = False
    stored: bool = False


def unpack(archive: bytes) -> Mapping[str, bytes]:
    """The files in an archive by name, in order. Raises ``ArchiveError``."""
    try:
        return dict(_entries(archive))
    except (struct.error, zlib.error, UnicodeDecodeError, IndexError) as error:
        raise ArchiveError(str(error)) from error


def _entries(archive: bytes) -> Iterable[tuple[str, bytes]]:
    at = archive.rfind(b"PK\x05\x06")
    if at < 0:
        raise ArchiveError("no end of central directory")
    *_, count, _, offset, _ = _END.unpack_from(archive, at)
    room = MAX_SIZE
    for _ in range(count):
        found = _CENTRAL.unpack_from(archive, offset)
        method, packed, size, name_size = found[4], found[8], found[9], found[10]
        start = offset + _CENTRAL.size
        name = archive[start : start + name_size].decode("utf-8")
        room -= size
        if found[0] != b"PK\x01\x02" or room < 0:
            raise ArchiveError(name)
        if not name.endswith("/"):
            yield name, _content(archive, found[16], method=method, sizes=(packed, size))
        offset = start + name_size + found[11] + found[12]


def _content(archive: bytes, offset: int, *, method: int, sizes: tuple[int, int]) -> bytes:
    packed, size = sizes
    local = _LOCAL.unpack_from(archive, offset)
    start = offset + _LOCAL.size + local[9] + local[10]
    data = archive[start : start + packed]
    if method == _DEFLATED:
        data = zlib.decompressobj(-15).decompress(data, size + 1)
    if len(data) != size or method not in {_STORED, _DEFLATED}:
        raise ArchiveError("a file in it is damaged")
    return data


def pack(members: Iterable[Member]) -> bytes:
    """An archive of these files in this order; the same files give the same bytes."""
    body: list[bytes] = []
    directory, offset, count = bytearray(), 0, 0
    for member in members:
        name = member.name.encode("utf-8")
        checksum, data, method = _packed(member)
        sizes = (checksum, len(data), len(member.data), len(name))
        told = (20, _UTF8, method, 0, _NEW_YEAR_1980, *sizes)
        body += (_LOCAL.pack(b"PK\x03\x04", *told, 0), name, data)
        directory += _CENTRAL.pack(b"PK\x01\x02", 20, *told, 0, 0, 0, 0, 0, offset) + name
        offset, count = offset + _LOCAL.size + len(name) + len(data), count + 1
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), offset, 0)
    return b"".join((*body, directory, end))


def _packed(member: Member) -> tuple[int, bytes, int]:
    """The checksum, the data as they stand in the archive, and how they were compressed."""
    if member.stored:
        return zlib.crc32(member.data), member.data, _STORED
    made = _remembered(member.data) if member.kept else _deflated(member.data)
    return (*made, _DEFLATED)


def _deflated(data: bytes, level: int = 4) -> tuple[int, bytes]:
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    return zlib.crc32(data), packer.compress(data) + packer.flush()


_remembered = lru_cache(maxsize=128)(_deflated)
