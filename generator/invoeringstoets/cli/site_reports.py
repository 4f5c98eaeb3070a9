"""The reports that ``toets site`` puts on the site: loaded only where they are made."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass

from invoeringstoets.cli.huisstijl import looks_of
from invoeringstoets.cli.progress import progress
from invoeringstoets.cli.shell import Shell
from invoeringstoets.cli.site import Drawn
from invoeringstoets.mkdocs_plugin.publish import REPORTS as FOLDER
from invoeringstoets.model import Library, Toets
from invoeringstoets.pages import Download
from invoeringstoets.reports import REPORTS
from invoeringstoets.workspace.abreast import abreast
from invoeringstoets.workspace.huisstijl import Looks
from invoeringstoets.workspace.models import Stock, plain
from invoeringstoets.workspace.renders import (
    Absent,
    Drawing,
    ReportFile,
    overview_files,
    report_files,
)
from invoeringstoets.workspace.shelf import Shelf
from invoeringstoets.workspace.version import commit_of


def reports(args: Namespace, shell: Shell, *, found: Stock) -> Drawn | None:
    """The reports that this site offers; nothing if the house style has faults."""
    looks = looks_of(args, shell)
    return None if looks is None else _drawn(plain(found), shell, looks=looks)


def _drawn(library: Library, shell: Shell, *, looks: Looks) -> Drawn:
    """The reports that this site offers: not every one is for the public."""
    project = shell.project
    drawing = Drawing(
        project.bouw / ".cache" / "rapporten",
        style=looks.style,
        senders=looks.senders,
        commit=commit_of(project.root, project.toetsen) if project.voettekst_versie else "",
    )
    shelf, found = Shelf(), _Found({toets.id: [] for toets in library.toetsen})
    for folder, one in _made(library, shell, drawing=drawing):
        if isinstance(one, Absent):
            shell.tell(f"{folder}: geen {one.report}: {one.reason}".removeprefix(": "))
            continue
        address = "/".join(filter(None, (FOLDER, folder, one.name)))
        shelf.put(address, one)
        found.add(folder, one, address=address)
    return Drawn(
        downloads={folder: tuple(own) for folder, own in found.downloads.items() if folder},
        overviews=tuple(found.downloads.get("", ())),
        files=shelf,
        renewed=found.renewed,
    )


@dataclass
class _Found:
    """What pages say of reports: the downloads by folder, and how many of them were drawn now."""

    downloads: dict[str, list[Download]]
    renewed: int = 0

    def add(self, folder: str, one: ReportFile, *, address: str) -> None:
        """Add a report."""
        download = Download(address, one.title, one.title_of_format, len(one.data))
        self.downloads.setdefault(folder, []).append(download)
        self.renewed += one.drawn


def _made(
    library: Library, shell: Shell, *, drawing: Drawing
) -> Iterator[tuple[str, ReportFile | Absent]]:
    """The reports of every toets with the folder they go to, then those over all of them.

    A few toetsen at a time, so that what was drawn does not pile up.
    """
    offered = [one.name for one in REPORTS.values() if one.public or library.internal]

    def drawn(toets: Toets) -> tuple[ReportFile | Absent, ...]:
        return tuple(report_files(toets, library, drawing=drawing, reports=offered))

    steps = progress(shell, library.toetsen, what="rapporten")
    for toets, found in zip(steps, abreast(drawn, library.toetsen), strict=True):
        for one in found:
            yield toets.id, one
    for one in overview_files(library, shell.project.brief, drawing=drawing):
        yield "", one
