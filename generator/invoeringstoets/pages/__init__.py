"""The pages of the site: one function per kind of page, all of them in ``PAGES``."""

from __future__ import annotations

from collections.abc import Callable, Iterator

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
from invoeringstoets.pages.page import Asset, Crumb, Download, Each, Entry, Page, Surroundings

__all__ = ["PAGES", "Asset", "Crumb", "Download", "Each", "Entry", "Page", "Surroundings", "build"]

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


def build(surroundings: Surroundings) -> tuple[Page, ...]:
    """All pages of the site; a pure function of its argument."""
    return tuple(page for kind in PAGES for page in kind(surroundings))
