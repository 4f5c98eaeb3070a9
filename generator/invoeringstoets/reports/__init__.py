"""The reports: each makes a ``Document`` of a toets; ``REPORTS`` is the list of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from invoeringstoets.document import Document
from invoeringstoets.model import Library, Toets
from invoeringstoets.reports import kamerbrief, rapport


@dataclass(frozen=True)
class Report:
    """A kind of report.

    ``unavailable`` gives the Dutch reason why the data allow no such report, or ``None``; ``build``
    never raises on a toets that the schema approved, whatever its status.
    """

    name: str
    title: str
    build: Callable[[Toets, Library], Document]
    unavailable: Callable[[Toets, Library], str | None]


REPORTS: Final[Mapping[str, Report]] = MappingProxyType(
    {
        report.name: report
        for report in (
            Report("kamerbrief", "Kamerbrief", kamerbrief.build, kamerbrief.unavailable),
            Report("rapport", "Rapport", rapport.build, rapport.unavailable),
        )
    }
)
"""Every report by its name, in the order in which they are offered."""
