"""The logo of a house style: a picture that is small, whole, and brings nothing along."""

from __future__ import annotations

from pathlib import PurePath

from invoeringstoets.house_style import Logo
from invoeringstoets.workspace.huisstijl.pictures import PICTURES
from invoeringstoets.workspace.huisstijl.svg import PictureError
from invoeringstoets.workspace.huisstijl.table import MIB, Table

LARGEST = MIB
"""The largest logo in bytes."""

HIGHEST = 14.0
"""The height in mm that the page leaves for a logo, above the name of the sender."""

_WIDEST, _NARROWEST, _USUAL = 100.0, 5.0, 45.0


def logo(table: Table) -> Logo | None:
    """The logo, or a warning why there is none; made smaller where it is too high for its place."""
    table.only(("bestand", "alternatief", "breedte"))
    name, alternative = table.text("bestand"), table.text("alternatief")
    if not name:
        table.fault("logo", "het logo heeft geen bestand", advice='bestand = "huisstijl/logo.svg"')
        return None
    if not alternative:
        table.fault(
            "logo",
            "het logo heeft geen alternatieve tekst",
            advice='alternatief = "Logo van …"; wie het niet ziet, hoort dit',
        )
        return None
    kind = PICTURES.get(PurePath(name).suffix.lower())
    if kind is None:
        table.warn(
            "bestand", f"‘{name}’ is geen svg, png of jpg", advice="zet het logo om, liefst in svg"
        )
        return None
    data = table.file("bestand", name, largest=LARGEST)
    if data is None:
        return None
    media_type, measure = kind
    try:
        wide, high = measure(data)
    except PictureError as error:
        table.warn("bestand", f"het logo ‘{name}’ is niet te gebruiken: {error}", advice="")
        return None
    width = min(_width(table), HIGHEST * wide / high)
    return Logo(data, media_type, alternative, round(width, 2))


def _width(table: Table) -> float:
    """The width that was asked for, in mm."""
    value = table.values.get("breedte", _USUAL)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if is_number and _NARROWEST <= float(str(value)) <= _WIDEST:
        return float(str(value))
    table.warn(
        "breedte",
        f"‘breedte’ hoort een getal van {_NARROWEST:.0f} tot {_WIDEST:.0f} te zijn (mm)",
        advice="",
    )
    return _USUAL
