"""A house style as JSON data for the Typst template."""

from __future__ import annotations

from dataclasses import asdict

from invoeringstoets import glyphs
from invoeringstoets.house_style import HouseStyle, Logo

_FORMATS = {"image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg"}
"""What Typst calls the media types that it draws."""


def looks_of(style: HouseStyle) -> dict[str, object]:
    """The colours, font families and logo of a house style."""
    return {
        "colours": asdict(style.colours),
        "families": list(style.families),
        "logo": _logo(style.logo) if style.logo and style.logo.media_type in _FORMATS else None,
    }


def _logo(logo: Logo) -> dict[str, object]:
    kind = _FORMATS[logo.media_type]
    return {
        "data": logo.data.decode("utf-8") if kind == "svg" else list(logo.data),
        "format": kind,
        "width": logo.width,
        "alternative": glyphs.drawable(logo.alternative),
    }
