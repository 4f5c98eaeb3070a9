"""A template in the colours and fonts of a house style.

What a template has in our neutral colours and font becomes the house style's; what a designer gave
a colour or font of its own stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields

from invoeringstoets.formats.escaping import attribute
from invoeringstoets.house_style import NEUTRAL, Colours

FONT = "Source Sans 3"
"""The font of our own templates."""

_HEX = re.compile(r'(?<=")[0-9A-F]{6}(?=")')
_ALTERNATIVE = re.compile(r'(<w:font w:name="Source Sans 3"><w:altName w:val=")[^"]*')


def hexadecimal(colour: str) -> str:
    """A colour ``#rrggbb`` as Word writes it."""
    return colour.lstrip("#").upper()


def dressed(
    parts: Mapping[str, bytes], *, colours: Colours, families: tuple[str, ...]
) -> Mapping[str, bytes]:
    """The parts of a template in these colours and font families (the first one is used)."""
    names = [each.name for each in fields(Colours)]
    swaps = {
        hexadecimal(getattr(NEUTRAL.colours, name)): hexadecimal(getattr(colours, name))
        for name in names
    }
    if not families and all(old == new for old, new in swaps.items()):
        return parts
    return {
        name: _dressed(data.decode("utf-8", "replace"), swaps, families=families).encode()
        if name.endswith(".xml")
        else data
        for name, data in parts.items()
    }


def _dressed(text: str, swaps: Mapping[str, str], *, families: tuple[str, ...]) -> str:
    text = _HEX.sub(lambda found: swaps.get(found[0], found[0]), text)
    if not families:
        return text
    others = attribute(";".join(families[1:]) or FONT)
    text = _ALTERNATIVE.sub(lambda found: found[1] + others, text)
    return text.replace(f'"{FONT}"', f'"{attribute(families[0])}"')
