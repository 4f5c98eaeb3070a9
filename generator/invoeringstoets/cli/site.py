"""``toets site``: check everything, render every report, build the site, put it in place."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from invoeringstoets import exports
from invoeringstoets.cli.arguments import Parser, day
from invoeringstoets.cli.shell import FINDINGS, OK, OUR_BUG, Shell, UsageError
from invoeringstoets.formats import FormatError
from invoeringstoets.incremental import World
from invoeringstoets.mkdocs_plugin import loading
from invoeringstoets.mkdocs_plugin.errors import SiteError
from invoeringstoets.mkdocs_plugin.publish import Order, Published, Site, is_free, is_site
from invoeringstoets.notation import counted
from invoeringstoets.pages import Download
from invoeringstoets.workspace import shown
from invoeringstoets.workspace.collecting import put_off
from invoeringstoets.workspace.store import Store

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

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
_REPORTS = "invoeringstoets.cli.site_reports"
"""Loaded only if reports are made: what draws them is large."""
_MARKDOWN = "invoeringstoets.mkdocs_plugin.plain"
_UNCHANGED = "de site is niet gebouwd; wat er stond is niet veranderd"


def configure(parser: Parser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("--map", metavar="MAP", help="waarheen (anders: build/site)")
    parser.add_argument(
        "--intern", action="store_true", help="ook wat niet openbaar is; in build/site-intern"
    )
    parser.add_argument(
        "--markdown",
        metavar="MAP",
        help="maak geen site maar platte Markdown in een lege map, voor andere sitebouwers",
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
        with put_off():
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
    site = Site(shell.project, store=store, to=target, internal=args.intern)
    if args.markdown:
        config = site.config
        world = how.world(found, downloads={}, site_url=config.site_url or "")
        return _exported(Path(args.markdown), shell, world=world, config=config)
    reports = (
        Drawn()
        if args.zonder_rapporten
        else import_module(_REPORTS).reports(args, shell, found=found)
    )
    if reports is None:
        return FINDINGS
    world = how.world(
        found,
        downloads=reports.downloads,
        overviews=reports.overviews,
        site_url=site.address,
    )
    done = site.publish(Order(world, reports.files))
    _tell(shell, done, reports=reports, hidden=found.hidden)
    absent = exports.notice(world.site)
    if absent:
        shell.say(absent)
    shell.result(shown(target / "index.html"))
    return OK


def _exported(folder: Path, shell: Shell, *, world: World, config: MkDocsConfig) -> int:
    """Write plain Markdown; raises ``UsageError`` where that would overwrite something else."""
    plain = import_module(_MARKDOWN)
    if not (is_free(folder) or plain.is_ours(folder)):
        raise UsageError(f"‘{shown(folder)}’ is geen lege map", "kies een andere map")
    pages = plain.export(world, config, to=folder)
    shell.say(counted(pages, "pagina", more="pagina’s"))
    shell.result(shown(folder / plain.SETTINGS))
    return OK


def _tell(shell: Shell, done: Published, *, reports: Drawn, hidden: int) -> None:
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
class Drawn:
    """The reports of a site: as downloads on its pages, and as files by output path."""

    downloads: dict[str, tuple[Download, ...]] | None = None
    overviews: tuple[Download, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    renewed: int = 0


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
