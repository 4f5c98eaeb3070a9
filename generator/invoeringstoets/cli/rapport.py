"""``toets rapport``: the reports of one toets as files."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from invoeringstoets import library
from invoeringstoets.cli.arguments import Parser, day, suggestion
from invoeringstoets.cli.shell import FINDINGS, OK, OUR_BUG, Shell, UsageError
from invoeringstoets.formats import FORMATS, FormatError
from invoeringstoets.model import Library, Toets
from invoeringstoets.outputs import OUTPUTS
from invoeringstoets.reports import REPORTS
from invoeringstoets.workspace import Loaded, by_stem, load, present, shown, write
from invoeringstoets.workspace.files import SUFFIXES
from invoeringstoets.workspace.renders import Absent, report_files

NAME = "rapport"
HELP = (
    "Maak van een toets de Kamerbrief, het rapport en andere stukken, elk in alle formaten. Wat de"
    " gegevens niet toelaten wordt overgeslagen, met de reden erbij."
)
EXAMPLES = (
    ("toets rapport 2024-kot-wlz", "alle stukken in build/rapporten/2024-kot-wlz"),
    ("toets rapport 2024-kot-wlz --soort kamerbrief --naar pdf", "alleen de Kamerbrief als PDF"),
    ("toets rapport 2024-kot-wlz --naar pdf html", "alle stukken als PDF en als HTML"),
    ("toets rapport concept/2026-visakte.yaml --map uit", "een bestand buiten het project"),
)


def configure(parser: Parser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("toets", metavar="ID|PAD", help="het id van een toets, of een bestand")
    parser.add_several(
        "--soort",
        "onbekende soort rapport",
        known=REPORTS,
        metavar="S ...",
        help=f"een of meer van: {', '.join(REPORTS)} (anders: alle)",
    )
    parser.add_several(
        "--naar",
        "onbekend formaat",
        known=FORMATS,
        metavar="F ...",
        help=f"een of meer van: {', '.join(FORMATS)} (anders: alle)",
    )
    parser.add_argument("--map", metavar="MAP", help="waarheen (anders: build/rapporten/ID)")
    parser.add_argument(
        "--op", metavar="DATUM", type=day, help="doe alsof het deze dag is (jjjj-mm-dd)"
    )
    parser.add_argument(
        "--intern", action="store_true", help="ook wat niet openbaar is, op elke bladzijde gemeld"
    )


def run(args: Namespace, shell: Shell) -> int:
    """Draw first, write after: a fault leaves what was there as it was."""
    path = _path(args.toets, shell)
    loaded = load(
        shell.project,
        [path],
        internal=True,
        reference_date=shell.reference_date(args.op or ""),
    )
    toets = loaded.checked[0].value if loaded.checked else None
    if loaded.failed or toets is None:
        shell.complain(
            OUTPUTS["tekst"](loaded.objections, loaded.files, colour=shell.stderr_colour).rstrip(
                "\n"
            )
        )
        return FINDINGS
    toets, around = _visible(toets, loaded, internal=args.intern)
    try:
        return _make(toets, around, args=args, shell=shell)
    except FormatError as error:
        shell.complain(f"toets: {error}\n  er is niets geschreven; de installatie is niet volledig")
        return OUR_BUG


def _make(toets: Toets, around: Library, *, args: Namespace, shell: Shell) -> int:
    project = shell.project
    folder = Path(args.map) if args.map else project.bouw / "rapporten" / toets.id
    kept = project.bouw / ".cache" / "rapporten"
    results = tuple(
        report_files(
            toets,
            around,
            kept=kept,
            reports=dict.fromkeys(args.soort or REPORTS),
            formats=dict.fromkeys(args.naar or FORMATS),
        )
    )
    say = shell.complain if args.soort else shell.say
    for one in results:
        if isinstance(one, Absent):
            say(f"niet gemaakt: {one.report}: {one.reason}")
            continue
        write(folder / one.name, one.data)
        shell.tell(f"{one.name}: {'getekend' if one.drawn else 'niet opnieuw getekend'}")
        if not shell.quiet:
            shell.result(shown(folder / one.name))
    lacking = any(isinstance(one, Absent) for one in results)
    return FINDINGS if args.soort and lacking else OK


def _path(given: str, shell: Shell) -> Path:
    """The file that an id or path means; raises ``UsageError`` for an unknown id."""
    path = Path(given)
    folder = shell.project.toetsen
    listed = by_stem(folder)
    known = listed.value or {}
    if given in known:
        return known[given]
    if path.suffix.lower() in SUFFIXES or len(path.parts) > 1 or present(path):
        return path
    if listed.diagnostics:
        raise UsageError(f"‘{shown(folder)}’: {listed.diagnostics[0].message}")
    advice = suggestion(given, known) or f"er is geen {given}.yaml in {shown(folder)}"
    raise UsageError(f"onbekende toets ‘{given}’", advice)


def _visible(toets: Toets, loaded: Loaded, *, internal: bool) -> tuple[Toets, Library]:
    """What may be printed: of a public toets only its public parts, unless asked otherwise."""
    if internal or not toets.public:
        return toets, loaded.library
    shown_library = library.build(
        loaded.library.toetsen,
        value_lists=loaded.library.value_lists,
        wordings=loaded.library.wordings,
        reference_date=loaded.library.reference_date,
    )
    return shown_library.by_id(toets.id) or library.redact(toets), shown_library
