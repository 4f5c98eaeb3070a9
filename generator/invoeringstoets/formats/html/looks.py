"""A house style as CSS that comes after our own: variables, so that dark mode follows."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import asdict

from invoeringstoets.house_style import Colours, HouseStyle, Logo, lightened

_VARIABLES = {
    "ink": "ink",
    "quiet": "muted",
    "accent": "accent",
    "line": "rule",
    "tint": "tint",
    "caution": "caution",
    "caution_tint": "caution-tint",
}
_COLOUR = re.compile("#[0-9a-f]{6}", re.IGNORECASE)
_DARK_GROUND = "#14191d"
"""The ground of a page in dark mode, as in ``document.css``."""

_ON_DARK = ("accent", "caution")
"""The colours of text that a house style may change in dark mode; the others stay ours."""


def css(style: HouseStyle) -> str:
    """The rules for what a house style changes; empty when it changes nothing."""
    changed = _changed(style.colours)
    rules = []
    if changed:
        light = _variables(changed)
        dark = _variables(
            {k: lightened(changed[k], _DARK_GROUND) for k in _ON_DARK if k in changed}
        )
        if dark:
            rules.append(f"@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}")
        rules.insert(0, f"@media (prefers-color-scheme: light), print {{ :root {{ {light} }} }}")
    if style.families:
        names = ", ".join(_quoted(family) for family in style.families)
        rules.append(f"body {{ font-family: {names}, {_OURS}; }}")
    return "".join(f"{rule}\n" for rule in rules)


def logo_address(logo: Logo | None) -> str:
    """A logo as an address that holds the picture itself; empty without one."""
    if logo is None or not re.fullmatch(r"image/[a-z+]+", logo.media_type):
        return ""
    return f"data:{logo.media_type};base64,{b64encode(logo.data).decode('ascii')}"


_OURS = '"Source Sans 3", "Source Sans Pro", system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif'


def _changed(colours: Colours) -> dict[str, str]:
    ours = asdict(Colours())
    own = asdict(colours)
    return {
        name: value
        for name, value in own.items()
        if value != ours[name] and _COLOUR.fullmatch(value)
    }


def _variables(colours: dict[str, str]) -> str:
    return " ".join(f"--{_VARIABLES[name]}: {value};" for name, value in colours.items())


def _quoted(name: str) -> str:
    """A CSS string (CSS Syntax 3, 4.3.5) in which only letters, digits and spaces are bare."""
    return '"' + re.sub(r"[^\w -]|_", lambda sign: f"\\{ord(sign[0]):x} ", name) + '"'
