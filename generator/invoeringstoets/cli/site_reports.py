"""The reports that ``toets site`` puts on the site: loaded only where they are made."""

from __future__ import annotations

from argparse import Namespace

from invoeringstoets.cli.huisstijl import looks_of
from invoeringstoets.cli.progress import progress
from invoeringstoets.cli.shell import Shell
from invoeringstoets.cli.site import Drawn
from invoeringstoets.mkdocs_plugin import loading
from invoeringstoets.mkdocs_plugin.publish import REPORTS as FOLDER
from invoeringstoets.model import Library
from invoeringstoets.pages import Download
from invoeringstoets.reports import REPORTS
from invoeringstoets.workspace.huisstijl import Looks
from invoeringstoets.workspace.models import Stock
from invoeringstoets.workspace.renders import (
    Absent,
    Drawing,
    ReportFile,
    overview_files,
    report_files,
)
from invoeringstoets.workspace.version import commit_of


def reports(args: Namespace, shell: Shell, *, found: Stock) -> Drawn | None:
    """The reports that this site offers; nothing if the house style has faults."""
    looks = looks_of(args, shell)
    return None if looks is None else _drawn(loading.plain(found), shell, looks=looks)


def _drawn(library: Library, shell: Shell, *, looks: Looks) -> Drawn:
    """The reports that this site offers: not every one is for the public."""
    project = shell.project
    drawing = Drawing(
        project.bouw / ".cache" / "rapporten",
        style=looks.style,
        senders=looks.senders,
        commit=commit_of(project.root, project.toetsen) if project.voettekst_versie else "",
    )
    offered = [one.name for one in REPORTS.values() if one.public or library.internal]
    made: list[tuple[str, ReportFile]] = []
    for toets in progress(shell, library.toetsen, what="rapporten"):
        for one in report_files(toets, library, drawing=drawing, reports=offered):
            if isinstance(one, Absent):
                shell.tell(f"{toets.id}: geen {one.report}: {one.reason}")
            else:
                made.append((toets.id, one))
    for one in overview_files(library, shell.project.brief, drawing=drawing):
        if isinstance(one, Absent):
            shell.tell(f"geen {one.report}: {one.reason}")
        else:
            made.append(("", one))
    downloads: dict[str, list[Download]] = {toets.id: [] for toets in library.toetsen}
    downloads[""] = []
    for folder, one in made:
        size = len(one.data)
        downloads[folder].append(
            Download(_address(folder, one), one.title, one.title_of_format, size)
        )
    return Drawn(
        downloads={key: tuple(own) for key, own in downloads.items() if key},
        overviews=tuple(downloads[""]),
        files={_address(folder, one): one.data for folder, one in made},
        renewed=sum(one.drawn for _, one in made),
    )


def _address(folder: str, one: ReportFile) -> str:
    """The output path of a report; those over all toetsen lie beside the folders."""
    return "/".join(filter(None, (FOLDER, folder, one.name)))
