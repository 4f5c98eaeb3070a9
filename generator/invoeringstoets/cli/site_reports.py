"""The reports that ``toets site`` puts on the site: loaded only where they are made."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass

from invoeringstoets.cli.drawn import drawn
from invoeringstoets.cli.huisstijl import looks_of
from invoeringstoets.cli.shell import Shell
from invoeringstoets.cli.site import Drawn
from invoeringstoets.cli.soort import Wish
from invoeringstoets.mkdocs_plugin.publish import REPORTS as FOLDER
from invoeringstoets.model import Library
from invoeringstoets.pages import Download
from invoeringstoets.reports import OVERVIEWS, REPORTS
from invoeringstoets.workspace.huisstijl import Looks
from invoeringstoets.workspace.models import Stock, plain
from invoeringstoets.workspace.renders import Absent, ReportFile, drawing_of
from invoeringstoets.workspace.shelf import Shelf


def reports(args: Namespace, shell: Shell, *, found: Stock) -> Drawn | None:
    """The reports that this site offers; nothing if the house style has faults."""
    looks = looks_of(args, shell)
    return None if looks is None else _drawn(plain(found), shell, looks=looks)


def _drawn(library: Library, shell: Shell, *, looks: Looks) -> Drawn:
    """The reports that this site offers: not every one is for the public."""
    offered = tuple(one.name for one in REPORTS.values() if one.public or library.internal)
    drawing = drawing_of(shell.project, looks)
    shelf, found = Shelf(), _Found({toets.id: [] for toets in library.toetsen})
    every = drawn(library, Wish(offered, tuple(OVERVIEWS)), drawing=drawing, shell=shell)
    for folder, one in ((folder, one) for folder, made in every for one in made):
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
