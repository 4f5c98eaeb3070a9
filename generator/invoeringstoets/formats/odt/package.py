"""The OpenDocument package: a ZIP with the media type first and a manifest (ODF 1.3, part 2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from invoeringstoets.formats.archive import Member, pack
from invoeringstoets.formats.escaping import attribute

TEXT_TYPE = "application/vnd.oasis.opendocument.text"
"""The media type of a text document."""

TEMPLATE_TYPE = "application/vnd.oasis.opendocument.text-template"
"""The media type of a template for text documents."""

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"

PREFIXES: Mapping[str, str] = {
    "office": f"{_OASIS}office:1.0",
    "style": f"{_OASIS}style:1.0",
    "text": f"{_OASIS}text:1.0",
    "table": f"{_OASIS}table:1.0",
    "draw": f"{_OASIS}drawing:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}svg-compatible:1.0",
    "meta": f"{_OASIS}meta:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "config": f"{_OASIS}config:1.0",
}
"""The namespaces that the writer uses, by the prefix that it and every office program gives."""

NAMESPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in PREFIXES.items())
"""The declarations of ``PREFIXES``, for a root element."""

_MEDIA_TYPES = {
    "xml": "text/xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "svg": "image/svg+xml",
    "gif": "image/gif",
    "ttf": "application/x-font-ttf",
    "otf": "application/x-font-otf",
}


def packed(parts: Mapping[str, bytes], media_type: str, *, kept: Iterable[str] = ()) -> bytes:
    """A package of these parts by path. Those in ``kept`` are the same in many documents."""
    kept = set(kept)
    members = [Member("mimetype", media_type.encode("ascii"), stored=True)]
    members += [Member(name, data, kept=name in kept) for name, data in parts.items()]
    members.append(Member("META-INF/manifest.xml", _manifest(parts, media_type), kept=True))
    return pack(members)


def _manifest(parts: Mapping[str, bytes], media_type: str) -> bytes:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{attribute(name)}"'
        f' manifest:media-type="{kind}"/>'
        for name, kind in ((name, _media_type(name)) for name in parts)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<manifest:manifest xmlns:manifest="{_OASIS}manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3"'
        f' manifest:media-type="{media_type}"/>{entries}</manifest:manifest>'
    ).encode()


def _media_type(name: str) -> str:
    return _MEDIA_TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")
