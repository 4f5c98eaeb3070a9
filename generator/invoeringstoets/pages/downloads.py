"""The files of reports as a page offers them: per report its formats, with their sizes."""

from __future__ import annotations

from collections.abc import Iterable

from invoeringstoets.pages.page import Download
from invoeringstoets.pages.view import View

Offered = dict[str, list[tuple[str, str, str]]]
"""Per report its files: address, format and size in words."""


def offered(view: View, downloads: Iterable[Download]) -> Offered:
    """The files grouped by report, with addresses from this page."""
    found: Offered = {}
    for item in downloads:
        size = f"{max(1, round(item.size / 1000))}\u00a0kB"
        found.setdefault(item.report, []).append((view.link(item.path), item.format, size))
    return found


def of(view: View, downloads: Iterable[Download], *, report: str) -> Offered:
    """The files of one kind of report over all toetsen."""
    return {title: files for title, files in offered(view, downloads).items() if title == report}
