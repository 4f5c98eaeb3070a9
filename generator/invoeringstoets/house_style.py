"""House style as data: the colours, fonts and logo that a ministry puts in place of ours.

A format draws with a ``HouseStyle``; without one it draws ``NEUTRAL``, our own looks. The values
come from the author's ``huisstijl.toml`` (read by ``workspace``). The Rijkslogo and the fonts of
the central government are not ours to ship, so this is where a ministry adds its own.
"""

from __future__ import annotations

from dataclasses import field

from invoeringstoets.record import record

READABLE = 4.5
"""The least contrast between text and its ground (WCAG 2.2, success criterion 1.4.3)."""


@record(frozen=True)
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


@record(frozen=True)
class Logo:
    """A picture above the letter: its bytes, media type, alternative text and width in mm."""

    data: bytes
    media_type: str
    alternative: str
    width: float


@record(frozen=True)
class FontFile:
    """One font file that comes with the house style (TrueType or OpenType)."""

    name: str
    data: bytes


@record(frozen=True)
class HouseStyle:
    """How an organisation's papers look.

    ``families`` are font families in order of wish, before our own; ``fonts`` are the files that
    hold them, and ``font_folder`` is where those files lie for a program that reads them itself.
    Measures are not in here: they are fixed, so that a page stays a page. ``templates`` are an
    organisation's own templates for office programs, as name (``docx/brief.docx``) and bytes, in
    place of ours of that name.
    """

    name: str = ""
    colours: Colours = Colours()
    families: tuple[str, ...] = ()
    fonts: tuple[FontFile, ...] = ()
    logo: Logo | None = None
    templates: tuple[tuple[str, bytes], ...] = ()
    font_folder: str = field(default="", repr=False, compare=False)


TEMPLATES = ("docx/brief.docx", "docx/rapport.docx", "odt/brief.ott", "odt/rapport.ott")
"""The templates for office programs, by the name in ``HouseStyle.templates``; ours are shipped."""

NEUTRAL = HouseStyle()
"""Our own looks, belonging to nobody."""

_NEARLY_BLACK = 0.04045
"""Below this a channel of sRGB is linear (IEC 61966-2-1)."""


def contrast(one: str, other: str) -> float:
    """The contrast between two colours ``#rrggbb``, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lightened(colour: str, ground: str) -> str:
    """The colour mixed with just so much white that it can be read on a dark ground."""
    for share in range(0, 101, 4):
        mixed = _mixed(colour, share)
        if contrast(mixed, ground) >= READABLE:
            return mixed
    return "#ffffff"


def _mixed(colour: str, share: int) -> str:
    channels = (channel + (255 - channel) * share // 100 for channel in _channels(colour))
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def _luminance(colour: str) -> float:
    """How light a colour is to the eye, from 0 to 1 (WCAG 2.2, relative luminance)."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= _NEARLY_BLACK else float(((value + 0.055) / 1.055) ** 2.4)
