"""The pages of the site: one function per kind of page, all of them in ``PAGES``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from invoeringstoets.model import Library, Toets
from invoeringstoets.pages import (
    accessibility,
    changes,
    dashboard,
    home,
    opendata,
    organisations,
    reference,
    registers,
    search,
    toets,
    views,
)
from invoeringstoets.pages.page import (
    Asset,
    Crumb,
    Download,
    Each,
    Entry,
    Page,
    Sketch,
    Surroundings,
)
from invoeringstoets.registers import OF_EACH as OF_EACH_TOETS

__all__ = [
    "OF_EACH",
    "PAGES",
    "Asset",
    "Crumb",
    "Download",
    "Each",
    "Entry",
    "Page",
    "Sketch",
    "Surroundings",
    "build",
]

PAGES: tuple[Callable[[Surroundings], Iterator[Page]], ...] = (
    home.pages,
    registers.index,
    *registers.PAGES,
    views.pages,
    dashboard.page,
    toets.pages,
    changes.latest,
    changes.history,
    organisations.pages,
    search.page,
    reference.glossary,
    reference.schema,
    reference.rules,
    opendata.page,
    accessibility.page,
)
"""Every kind of page there is."""

OF_EACH: Mapping[str, Callable[[Toets, Library], Any]] = {**OF_EACH_TOETS, **registers.OF_EACH}
"""What is made of each toets for lists, by the name under which a library is asked for it."""


def build(surroundings: Surroundings) -> tuple[Page, ...]:
    """All pages of the site; a pure function of its argument."""
    return tuple(page for kind in PAGES for page in kind(surroundings))
