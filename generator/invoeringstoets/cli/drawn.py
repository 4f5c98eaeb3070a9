"""The reports of all toetsen, as ``toets rapport`` and ``toets site`` draw them."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.cli.progress import progress
from invoeringstoets.cli.shell import Shell
from invoeringstoets.cli.soort import Wish
from invoeringstoets.model import Library, Toets
from invoeringstoets.workspace.abreast import abreast
from invoeringstoets.workspace.renders import (
    Absent,
    Drawing,
    ReportFile,
    overview_files,
    report_files,
)

Made = ReportFile | Absent


def drawn(
    library: Library, wish: Wish, *, drawing: Drawing, shell: Shell, year: str = ""
) -> Iterator[tuple[str, tuple[Made, ...]]]:
    """The files for each folder: that of every toets, then ``""`` for those over all of them.

    A few toetsen at a time, so that what was drawn does not pile up. ``year`` (jjjj) chooses among
    overviews of a year.
    """

    def of_one(toets: Toets) -> tuple[Made, ...]:
        return tuple(report_files(toets, library, drawing=drawing, reports=wish.reports))

    if wish.reports:
        steps = progress(shell, library.toetsen, what="rapporten")
        for toets, found in zip(steps, abreast(of_one, library.toetsen), strict=True):
            yield toets.id, found
    brief, over = shell.project.brief, wish.overviews
    yield "", tuple(overview_files(library, brief, drawing=drawing, overviews=over, year=year))
