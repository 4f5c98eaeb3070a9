"""``toets site``: check everything, render every report, build the site, put it in place."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass, field
from pathlib import Path

from invoeringstoets import exports
from invoeringstoets.cli.arguments import Parser, day
from invoeringstoets.cli.huisstijl import looks_of
from invoeringstoets.cli.progress import progress
from invoeringstoets.cli.shell import FINDINGS, OK, OUR_BUG, Shell, UsageError
from invoeringstoets.formats import FormatError
from invoeringstoets.mkdocs_plugin import loading
from invoeringstoets.mkdocs_plugin.publish import REPORTS as FOLDER
from invoeringstoets.mkdocs_plugin.publish import Order, Published, is_site, publish
from invoeringstoets.mkdocs_plugin.run import SiteError, configured
from invoeringstoets.model import Library
from invoeringstoets.notation import counted
from invoeringstoets.pages import Download
from invoeringstoets.reports import REPORTS
from invoeringstoets.workspace import shown
from invoeringstoets.workspace.huisstijl import Looks
from invoeringstoets.workspace.models import Stock
from invoeringstoets.workspace.renders import (
    Absent,
    Drawing,
    ReportFile,
    overview_files,
    report_files,
)
from invoeringstoets.workspace.store import Store
from invoeringstoets.workspace.version import commit_of

NAME = "site"
HELP = (
    "Controleer alle toetsen, maak alle rapporten en bouw de site. Alleen wat is veranderd, wordt"
    " opnieuw gemaakt. Een afgebroken bouw laat de vorige site heel."
)
EXAMPLES = (
    ("toets site", "de openbare site in build/site"),
    ("toets site --map public", "in een andere map"),
    ("toets site --intern", "ook wat niet openbaar is, in build/site-intern"),
)


_LATE = (
    "de zoekindex en de bestanden met gegevens van alle toetsen zijn nog de vorige; nog eens"
    " ‘toets site’ vernieuwt ze"
)
_UNCHANGED = "de site is niet gebouwd; wat er stond is niet veranderd"


def configure(parser: Parser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("--map", metavar="MAP", help="waarheen (anders: build/site)")
    parser.add_argument(
        "--intern", action="store_true", help="ook wat niet openbaar is; in build/site-intern"
    )
    parser.add_argument(
        "--zonder-rapporten",
        action="store_true",
        help="alleen de pagina’s: veel sneller, maar zonder downloads",
    )
    parser.add_argument(
        "--op", metavar="DATUM", type=day, help="doe alsof het deze dag is (jjjj-mm-dd)"
    )


def run(args: Namespace, shell: Shell) -> int:
    """Everything is made before anything is replaced."""
    target = _target(args, shell)
    store = loading.store_of(shell.project)
    try:
        return _built(args, shell, target=target, store=store)
    except (FormatError, SiteError) as error:
        shell.complain(f"toets: {error}\n  {_UNCHANGED}")
        return OUR_BUG if isinstance(error, FormatError) else FINDINGS
    finally:
        store.close()


def _built(args: Namespace, shell: Shell, *, target: Path, store: Store) -> int:
    how = loading.reading(
        shell.project, internal=args.intern, day=shell.reference_date(args.op or ""), store=store
    )
    found = how.stock()
    if found.checks.failed:
        shell.complain(f"{loading.text(found.checks)}\n{_UNCHANGED}")
        return FINDINGS
    reports = _Drawn() if args.zonder_rapporten else _reports(args, shell, found=found)
    if reports is None:
        return FINDINGS
    config = configured(shell.project)
    world = how.world(
        found,
        downloads=reports.downloads,
        overviews=reports.overviews,
        site_url=config.site_url or "",
    )
    order = Order(world, reports.files, internal=args.intern)
    done = publish(shell.project, order, config=config, store=store, to=target)
    _tell(shell, done, reports=reports, hidden=found.hidden)
    absent = exports.notice(world.site)
    if absent:
        shell.say(absent)
    shell.result(shown(target / "index.html"))
    return OK


def _tell(shell: Shell, done: Published, *, reports: _Drawn, hidden: int) -> None:
    """What there is now, what was made anew, and what is not there."""
    shell.say(_summary(done, len(reports.files), drawn=reports.renewed))
    if not done.complete:
        shell.say(_LATE)
    if hidden:
        left_out = counted(hidden, "toets", more="toetsen")
        shell.say(f"niet openbaar, dus niet op deze site: {left_out}; met --intern wel")


def _target(args: Namespace, shell: Shell) -> Path:
    """Where the site goes; raises ``UsageError`` where it would overwrite something else."""
    if args.intern:
        if args.map:
            raise UsageError("‘--intern’ en ‘--map’ gaan niet samen", "intern is build/site-intern")
        return shell.project.bouw / "site-intern"
    target = Path(args.map) if args.map else shell.project.bouw / "site"
    if not is_site(target):
        raise UsageError(
            f"‘{shown(target)}’ is geen lege map en geen site van ‘toets site’",
            "kies een andere map; deze wordt niet overschreven",
        )
    return target


@dataclass(frozen=True)
class _Drawn:
    """The reports of a site: as downloads on its pages, and as files by output path."""

    downloads: dict[str, tuple[Download, ...]] | None = None
    overviews: tuple[Download, ...] = ()
    files: dict[str, bytes] = field(default_factory=dict)
    renewed: int = 0


def _reports(args: Namespace, shell: Shell, *, found: Stock) -> _Drawn | None:
    """The reports that this site offers; nothing if the house style has faults."""
    looks = looks_of(args, shell)
    return None if looks is None else _drawn(loading.plain(found), shell, looks=looks)


def _drawn(library: Library, shell: Shell, *, looks: Looks) -> _Drawn:
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
    return _Drawn(
        downloads={key: tuple(own) for key, own in downloads.items() if key},
        overviews=tuple(downloads[""]),
        files={_address(folder, one): one.data for folder, one in made},
        renewed=sum(one.drawn for _, one in made),
    )


def _address(folder: str, one: ReportFile) -> str:
    """The output path of a report; those over all toetsen lie beside the folders."""
    return "/".join(filter(None, (FOLDER, folder, one.name)))


def _summary(done: Published, reports: int, *, drawn: int) -> str:
    """What there is now, and what was made anew."""
    there = ", ".join(
        (
            counted(done.pages, "pagina", more="pagina’s"),
            counted(reports, "rapport", more="rapporten"),
        )
    )
    if not done.renewed and not drawn:
        return f"{there}; niets veranderd"
    renewed = counted(done.renewed, "pagina", more="pagina’s")
    return f"{there}; opnieuw gemaakt: {renewed}, {counted(drawn, 'rapport', more='rapporten')}"
