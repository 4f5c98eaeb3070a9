"""The reports: ``REPORTS`` make documents of one toets, ``OVERVIEWS`` of all of them together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from invoeringstoets.document import Document, Sheet
from invoeringstoets.model import Brief, Library, Toets
from invoeringstoets.reports import (
    actielijst,
    beslisnota,
    kamerbrief,
    kamerstuk,
    rapport,
    samenvatting,
)
from invoeringstoets.reports.overview import actielijst as all_actions
from invoeringstoets.reports.overview import jaaroverzicht, stand_van_zaken
from invoeringstoets.reports.variant import Variant

__all__ = ["OVERVIEWS", "REPORTS", "Overview", "Report", "Variant"]


@dataclass(frozen=True)
class Report:
    """A kind of report of one toets.

    ``unavailable`` gives the Dutch reason why the data allow no such report, or ``None``; ``build``
    never raises on a toets that the schema approved, whatever its status, and gives the first of
    the report's documents. ``split`` gives them all where there may be more than one, ``sheet`` the
    same as a table where that makes sense. A public site offers only what is ``public``. A
    ``letter`` begins with a letterhead, any other report with a title.
    """

    name: str
    title: str
    build: Callable[[Toets, Library], Document]
    unavailable: Callable[[Toets, Library], str | None]
    split: Callable[[Toets, Library], tuple[Variant, ...]] | None = None
    sheet: Callable[[Toets, Library], Sheet] | None = None
    public: bool = True
    letter: bool = False

    def variants(self, toets: Toets, library: Library) -> tuple[Variant, ...]:
        """All documents of the report: a letter for each Kamer, for example."""
        return self.split(toets, library) if self.split else (Variant(self.build(toets, library)),)


@dataclass(frozen=True)
class Overview:
    """A kind of report over all toetsen; the brief says who sends it, where it is a ``letter``."""

    name: str
    title: str
    variants: Callable[[Library, Brief], tuple[Variant, ...]]
    unavailable: Callable[[Library, Brief], str | None]
    sheet: Callable[[Library], Sheet] | None = None
    letter: bool = False


REPORTS: Final[Mapping[str, Report]] = MappingProxyType(
    {
        report.name: report
        for report in (
            Report(
                "kamerbrief",
                "Kamerbrief",
                kamerbrief.build,
                kamerbrief.unavailable,
                split=kamerbrief.variants,
                letter=True,
            ),
            Report(
                "kamerstuk",
                "Conceptweergave als Kamerstuk",
                kamerstuk.build,
                kamerstuk.unavailable,
                split=kamerstuk.variants,
                public=False,
            ),
            Report("rapport", "Rapport", rapport.build, rapport.unavailable),
            Report("samenvatting", "Samenvatting", samenvatting.build, samenvatting.unavailable),
            Report(
                "actielijst",
                "Actielijst",
                actielijst.build,
                actielijst.unavailable,
                sheet=actielijst.sheet,
            ),
            Report(
                "beslisnota",
                "Beslisnota",
                beslisnota.build,
                beslisnota.unavailable,
                split=beslisnota.variants,
                public=False,
            ),
        )
    }
)
"""Every report of one toets by its name, in the order in which they are offered."""

OVERVIEWS: Final[Mapping[str, Overview]] = MappingProxyType(
    {
        overview.name: overview
        for overview in (
            Overview(
                "stand_van_zaken",
                "Stand van zaken",
                stand_van_zaken.variants,
                stand_van_zaken.unavailable,
                letter=True,
            ),
            Overview(
                "jaaroverzicht",
                "Jaaroverzicht",
                jaaroverzicht.variants,
                jaaroverzicht.unavailable,
            ),
            Overview(
                "actielijst",
                "Actielijst",
                all_actions.variants,
                all_actions.unavailable,
                sheet=all_actions.sheet,
            ),
        )
    }
)
"""Every report over all toetsen by its name, in the order in which they are offered."""
