"""The logo of a house style as a picture in a run."""

from __future__ import annotations

from struct import unpack_from

from invoeringstoets.formats.escaping import attribute
from invoeringstoets.formats.raster import pictured
from invoeringstoets.house_style import Logo

LOGO_RELATION = "rIdToetsLogo"
"""Under which id a part of the package knows the logo."""

EXTENSIONS = {"image/png": "png", "image/jpeg": "jpeg"}
"""The pictures that every Word can show, and how their files are called."""

HIGHEST = 14.0
"""How high a logo may be, in mm: more would stand over the address."""

_EMU = 36_000
_PNG = b"\x89PNG\r\n\x1a\n"
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_NAMESPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)


def size(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or JPEG in pixels, or ``None`` when it is neither.

    ISO/IEC 15948, 11.2.2 (IHDR); ISO/IEC 10918-1, B.2.2 (frame header).
    """
    if data.startswith(_PNG) and len(data) >= 24:  # noqa: PLR2004 (signature, length, name, sizes)
        width, height = unpack_from(">LL", data, 16)
        return (width, height) if width and height else None
    at = 2 if data.startswith(b"\xff\xd8") else len(data)
    while at + 9 <= len(data) and data[at] == 0xFF:  # noqa: PLR2004 (the mark of a segment)
        if data[at + 1] in _FRAMES:
            height, width = unpack_from(">HH", data, at + 5)
            return (width, height) if width and height else None
        at += 2 + unpack_from(">H", data, at + 2)[0]
    return None


def usable(logo: Logo | None) -> Logo | None:
    """The logo as a picture that every Word can show, if it can be one."""
    if logo is not None and logo.media_type == "image/svg+xml":
        logo = pictured(logo)
    if logo is None or logo.media_type not in EXTENSIONS or size(logo.data) is None:
        return None
    return logo


def picture(logo: Logo) -> str:
    """A run with the logo at its width, where it is not too high for that."""
    wide, high = size(logo.data) or (1, 1)
    width = min(logo.width, HIGHEST * wide / high) * _EMU
    extent = f'cx="{round(width)}" cy="{max(round(width * high / wide), 1)}"'
    told = attribute(logo.alternative)
    return (
        f'<w:r><w:drawing><wp:inline {_NAMESPACES} distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {extent}/><wp:docPr id="900000" name="Logo" descr="{told}"/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="900001" name="Logo" descr="{told}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{LOGO_RELATION}"/><a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
