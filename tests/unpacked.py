"""Everything that can be read in a file: its own bytes, and what is packed inside them."""

from __future__ import annotations

import gzip
import io
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from pypdf import PdfReader


def texts(data: bytes) -> Iterator[bytes]:
    """The bytes of a file, of what is compressed in it, and the text and attachments of a PDF."""
    yield data
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for name in packed.namelist():
                yield name.encode()
                yield from texts(packed.read(name))
    elif data.startswith(b"\x1f\x8b"):
        yield from texts(gzip.decompress(data))
    elif data.startswith(b"%PDF-"):
        yield from _pdf(data)


def _pdf(data: bytes) -> Iterator[bytes]:
    reader = PdfReader(io.BytesIO(data))
    yield "\n".join(page.extract_text() for page in reader.pages).encode()
    yield repr(dict(reader.metadata or {})).encode()
    yield repr([item.title for item in _outline(reader.outline)]).encode()
    for page in reader.pages:
        for note in page.get("/Annots") or []:
            yield repr(note.get_object().get("/A")).encode()
    for contents in reader.attachments.values():
        for one in contents:
            yield from texts(one)


def _outline(found: list[object]) -> Iterator[object]:
    for item in found:
        if isinstance(item, list):
            yield from _outline(item)
        else:
            yield item


def readable(folder: Path) -> Mapping[str, bytes]:
    """Per file of a folder its name and all that can be read in it, in small letters."""
    return {
        name: _folded(b"\n".join((name.encode(), *texts(path.read_bytes()))))
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for name in [path.relative_to(folder).as_posix()]
    }


def holding(found: Mapping[str, bytes], word: str) -> set[str]:
    """The files that hold a word, in their name or in whatever form inside."""
    wanted = word.casefold().encode()
    return {name for name, contents in found.items() if wanted in contents}


def _folded(data: bytes) -> bytes:
    """In small letters, with ligatures taken apart and soft hyphens left out."""
    text = data.decode("utf-8", "replace").replace("\u00ad", "").replace("\x00", "")
    return unicodedata.normalize("NFKC", text).casefold().encode()
