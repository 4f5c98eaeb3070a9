"""What was expected beside what was found: figures and risks, never as a percentage."""

from __future__ import annotations

from dataclasses import dataclass, replace

from invoeringstoets.model import Aanname, Kerncijfer, Risico, Risicorij, Toets, Verwachting
from invoeringstoets.pages.view import View


@dataclass(frozen=True)
class Side:
    """One side of an assumption; ``bar`` is a width from 0 to 1, or ``None`` without a bar.

    ``drawn`` is the id of the figure that the bar is of.
    """

    text: str
    figures: tuple[Kerncijfer, ...]
    bar: float | None = None
    drawn: str = ""


@dataclass(frozen=True)
class Compared:
    """An assumption with both sides; ``remark`` says why figures are not set against each other."""

    aanname: Aanname
    expected: Side
    found: Side
    remark: str = ""


@dataclass(frozen=True)
class RiskRow:
    """A risk: its column in the execution test, and expected beside observed in the toets."""

    id: str
    before: Risico | None
    own: Risicorij | None


def compared(view: View, toets: Toets) -> tuple[Compared, ...]:
    """Every assumption of a toets with its two sides."""
    return tuple(_compare(view, aanname) for aanname in toets.aannames)


def _compare(view: View, aanname: Aanname) -> Compared:
    expected, found = _side(view, aanname.verwacht), _side(view, aanname.praktijk)
    if not expected.figures or not found.figures:
        return Compared(aanname, expected, found)
    pairs = [(one, other) for one in expected.figures for other in found.figures]
    left, right = next((pair for pair in pairs if _alike(*pair)), pairs[0])
    if not _alike(left, right):
        remark = (
            "Dit zijn verschillende grootheden"
            f" ({view.word(left.grootheid)} en {view.word(right.grootheid)});"
            " zij staan naast elkaar en zijn niet door elkaar te delen."
        )
        return Compared(aanname, expected, found, remark)
    widths = _widths(left.waarde, right.waarde)
    if not widths:
        return Compared(aanname, expected, found)
    return Compared(
        aanname,
        replace(expected, bar=widths[0], drawn=left.id),
        replace(found, bar=widths[1], drawn=right.id),
    )


def _alike(one: Kerncijfer, other: Kerncijfer) -> bool:
    """Whether two figures may share a scale: the same quantity in the same unit."""
    return (one.grootheid, one.eenheid) == (other.grootheid, other.eenheid)


def _side(view: View, verwachting: Verwachting | None) -> Side:
    if not verwachting:
        return Side("", ())
    return Side(verwachting.omschrijving or "", view.figures(verwachting.kerncijfers))


def _widths(left: object, right: object) -> tuple[float, float] | None:
    """Bar widths on one scale from zero; ``None`` unless both are numbers that allow it."""
    if not isinstance(left, int | float) or not isinstance(right, int | float):
        return None
    largest = max(left, right)
    if min(left, right) < 0 or largest == 0:
        return None
    return left / largest, right / largest


def risk_rows(toets: Toets) -> tuple[RiskRow, ...]:
    """Risks from the execution test and from the toets itself, joined on their row."""
    before = {item.rij: item for item in (_risks(toets))}
    own = {item.rij: item for item in toets.risicotabel}
    rows = dict.fromkeys((*before, *own))
    return tuple(RiskRow(row, before.get(row), own.get(row)) for row in rows)


def _risks(toets: Toets) -> tuple[Risico, ...]:
    return toets.uitvoeringstoets.risicos if toets.uitvoeringstoets else ()
