"""How numbers, amounts and quantities are written."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from invoeringstoets.notation.spaces import NBSP

MINUS: Final = "\u2212"
"""The minus sign, which screen readers call by its name (a hyphen is often left out)."""

Number = int | float | str | None
"""A figure as the model holds it: a number, a word such as ``onbekend``, or absent."""


def number(value: Number, places: int | None = None) -> str:
    """A number with dots between thousands and a decimal comma: "4.000", "4,25".

    ``places`` rounds half up (4.25 to one place is "4,3"); without it every decimal is kept.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    exact = Decimal(str(value))
    if not exact.is_finite():
        return str(value)
    if places is not None:
        exact = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    elif exact == exact.to_integral_value():
        exact = exact.to_integral_value()
    whole, _, fraction = f"{abs(exact):f}".partition(".")
    text = f"{int(whole):,}".replace(",", ".") + (f",{fraction}" if fraction else "")
    return f"{MINUS}{text}" if exact < 0 else text


def euro(value: Number) -> str:
    """An amount in euros: "€ 350.000"; cents (rounded half up) only when there are any."""
    if value is None or isinstance(value, str):
        return value or ""
    whole = Decimal(str(value)) % 1 == 0
    return f"€{NBSP}{number(value, 0 if whole else 2)}"


def fte(value: Number) -> str:
    """A number of full-time equivalents: "0 fte", "−2,5 fte"."""
    if value is None or isinstance(value, str):
        return value or ""
    return f"{number(value)}{NBSP}fte"


def quantity(value: Number, unit: str | None = None) -> str:
    """A number with its unit: "4.000 ouders"; in euros "€ 4.000"."""
    if unit and unit.casefold() in {"euro", "eur", "€"}:
        return euro(value)
    text = number(value)
    if not unit or not text or isinstance(value, str):
        return text
    return f"{text}{NBSP}{unit}"


def counted(count: int, one: str, *, more: str) -> str:
    """A count with its noun: "1 maand", "38 maanden"."""
    return f"{number(count)}{NBSP}{one if count == 1 else more}"
