"""The logo of a house style as a picture in the package."""

from __future__ import annotations

import re
from collections.abc import Mapping

from invoeringstoets.formats.odt.markup import text
from invoeringstoets.formats.odt.writer import Writer
from invoeringstoets.house_style import Logo

__all__ = ["logo_frame", "logo_part"]

_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg"}
_HIGHEST = 14.0
"""How high a logo may be, in mm: more would stand over the address."""
_VIEW_BOX = re.compile(rb'viewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*"')
_JPEG_FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}


def logo_part(logo: Logo | None) -> Mapping[str, bytes]:
    """The picture by its path in the package; nothing for an unknown kind."""
    if logo is None or logo.media_type not in _ENDINGS:
        return {}
    return {f"Pictures/logo.{_ENDINGS[logo.media_type]}": logo.data}


def logo_frame(logo: Logo, writer: Writer) -> str:
    """The picture with its alternative text, as wide as the house style says where that fits."""
    path = next(iter(logo_part(logo)), "")
    if not path:
        return text(logo.alternative)
    style = writer.styles.add(
        "graphic",
        '<style:graphic-properties text:anchor-type="as-char" style:vertical-pos="top"'
        ' style:vertical-rel="baseline"/>',
        attributes=' style:parent-style-name="Graphics"',
    )
    height = min(logo.width * ratio(logo.data), _HIGHEST)
    width = height / ratio(logo.data)
    return (
        f'<draw:frame draw:style-name="{style}" draw:name="Beeldmerk" text:anchor-type="as-char"'
        f' svg:width="{width:.2f}mm" svg:height="{height:.2f}mm"><draw:image'
        f' xlink:href="{path}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
        f"<svg:desc>{text(logo.alternative)}</svg:desc></draw:frame>"
    )


def ratio(picture: bytes) -> float:
    """The height of a picture over its width: PNG (IHDR), JPEG (SOF) or SVG (viewBox); else 1."""
    wide, high = 0.0, 0.0
    if picture.startswith(b"\x89PNG"):
        wide, high = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
    elif picture.startswith(b"\xff\xd8"):
        wide, high = _jpeg_size(picture)
    elif found := _VIEW_BOX.search(picture):
        wide, high = float(found[1]), float(found[2])
    return high / wide if wide > 0 and high > 0 else 1.0


def _jpeg_size(picture: bytes) -> tuple[int, int]:
    """Width and height in the frame header of a JPEG (ITU-T T.81, B.2.2)."""
    at = 2
    while at + 9 < len(picture) and picture[at : at + 1] == b"\xff":
        if picture[at + 1] in _JPEG_FRAMES:
            high, wide = picture[at + 5 : at + 7], picture[at + 7 : at + 9]
            return int.from_bytes(wide, "big"), int.from_bytes(high, "big")
        at += 2 + int.from_bytes(picture[at + 2 : at + 4], "big")
    return 0, 0
