"""The colours of a house style, as far as text in them can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from invoeringstoets.house_style import READABLE, Colours, contrast
from invoeringstoets.workspace.huisstijl.table import Table

_NAMES = {
    "tekst": "ink",
    "rustig": "quiet",
    "accent": "accent",
    "lijn": "line",
    "vlak": "tint",
    "let_op": "caution",
    "let_op_vlak": "caution_tint",
}
"""What a colour is called in the file and in the code."""

_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_WHITE = "#ffffff"
_LINE_CONTRAST = 1.3

_GROUNDS = {
    "ink": (_WHITE, "tint", "caution_tint"),
    "quiet": (_WHITE,),
    "accent": (_WHITE, "tint"),
    "caution": (_WHITE, "caution_tint"),
}
"""On which grounds text of a colour stands."""


def colours(table: Table) -> Colours:
    """The colours in a table; one that is no colour or cannot be read is ours."""
    table.only(tuple(_NAMES))
    found = Colours()
    for key, name in _NAMES.items():
        if key in table.values and (colour := _colour(table, key)):
            found = replace(found, **{name: colour})
    for key, name in _NAMES.items():
        worst = min(_contrasts(found, name), default=READABLE)
        if worst < (_LINE_CONTRAST if name == "line" else READABLE):
            found = _refused(table, found, key=key, ratio=worst)
    return found


def _colour(table: Table, key: str) -> str:
    value = table.values[key]
    match = _HEX.fullmatch(value) if isinstance(value, str) else None
    if not match:
        table.warn(key, f"‘{value}’ is geen kleur", advice='schrijf een kleur als "#1d4e5f"')
        return ""
    digits = match[1].lower()
    return "#" + (digits if len(digits) > 3 else "".join(sign * 2 for sign in digits))  # noqa: PLR2004


def _contrasts(found: Colours, name: str) -> Iterator[float]:
    if name == "line":
        yield contrast(found.line, _WHITE)
    for ground in _GROUNDS.get(name, ()):
        yield contrast(getattr(found, name), getattr(found, ground, ground))


def _refused(table: Table, found: Colours, *, key: str, ratio: float) -> Colours:
    """The colours with ours for one that cannot be read, and for the grounds it stands on."""
    name = _NAMES[key]
    said = f"{ratio:.1f}".replace(".", ",")
    needed = "1,3 op 1" if name == "line" else "4,5 op 1"
    table.warn(
        key,
        f"‘{key}’ steekt te weinig af bij zijn achtergrond: {said} op 1",
        advice=f"neem een donkerder kleur of een lichter vlak, ten minste {needed} (WCAG 1.4.3);"
        " tot dan komt de neutrale kleur ervoor",
    )
    ours = Colours()
    grounds = [ground for ground in _GROUNDS.get(name, ()) if ground != _WHITE]
    return replace(found, **{one: getattr(ours, one) for one in (name, *grounds)})
