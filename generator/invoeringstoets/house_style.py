"""House style as data: the colours, fonts and logo that a ministry puts in place of ours.

A format draws with a ``HouseStyle``; without one it draws ``NEUTRAL``, our own looks. The values
come from the author's ``huisstijl.toml`` (read by ``workspace``). The Rijkslogo and the fonts of
the central government are not ours to ship, so this is where a ministry adds its own.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Colours:
    """Colours as ``#rrggbb``: text, quiet text, headings and links, lines, and notices.

    ``tint`` and ``caution_tint`` are the grounds of a box.
    """

    ink: str = "#1a1a1a"
    quiet: str = "#4d5560"
    accent: str = "#1d4e5f"
    line: str = "#8a949e"
    tint: str = "#eaf1f3"
    caution: str = "#8a4b00"
    caution_tint: str = "#fdf3e3"


@dataclass(frozen=True)
class Logo:
    """A picture above the letter: its bytes, media type, alternative text and width in mm."""

    data: bytes
    media_type: str
    alternative: str
    width: float


@dataclass(frozen=True)
class FontFile:
    """One font file that comes with the house style (TrueType or OpenType)."""

    name: str
    data: bytes


@dataclass(frozen=True)
class HouseStyle:
    """How an organisation's papers look.

    ``families`` are font families in order of wish, before our own; ``fonts`` are the files that
    hold them. Measures are not in here: they are fixed, so that a page stays a page.
    """

    name: str = ""
    colours: Colours = Colours()
    families: tuple[str, ...] = ()
    fonts: tuple[FontFile, ...] = ()
    logo: Logo | None = None


NEUTRAL = HouseStyle()
"""Our own looks, belonging to nobody."""
