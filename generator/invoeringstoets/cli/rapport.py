"""``toets rapport``: the reports of one toets, of all of them, or over all of them, as files."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from invoeringstoets import library
from invoeringstoets.cli.arguments import Parser, day, suggestion
from invoeringstoets.cli.drawn import Made, drawn
from invoeringstoets.cli.huisstijl import add_huisstijl, looks_of
from invoeringstoets.cli.shell import FINDINGS, OK, OUR_BUG, Shell, UsageError
from invoeringstoets.cli.soort import Wish, add_soort, wish_of
from invoeringstoets.formats import FORMATS, SHEETS, FormatError
from invoeringstoets.house_style import TEMPLATES
from invoeringstoets.model import Library, Toets
from invoeringstoets.notation import counted
from invoeringstoets.outputs import OUTPUTS
from invoeringstoets.reports import OVERVIEWS, REPORTS, Overview, Report
from invoeringstoets.workspace import by_stem, load, present, shown, write
from invoeringstoets.workspace.files import SUFFIXES
from invoeringstoets.workspace.renders import (
    Absent,
    Drawing,
    ReportFile,
    drawing_of,
    report_files,
)

NAME = "rapport"
HELP = (
    "Maak van een toets de Kamerbrief, het rapport en andere stukken, elk in alle formaten die"
    " erbij passen; of een overzicht van alle toetsen. Wat de gegevens niet toelaten wordt"
    " overgeslagen, met de reden erbij."
)
EXAMPLES = (
    ("toets rapport 2024-kot-wlz", "alle stukken in build/rapporten/2024-kot-wlz"),
    ("toets rapport 2024-kot-wlz --soort kamerbrief --naar pdf", "alleen de Kamerbrief als PDF"),
    ("toets rapport 2024-kot-wlz --soort actielijst --naar xlsx", "de acties voor Excel"),
    ("toets rapport concept/2026-visakte.yaml --map uit", "een bestand buiten het project"),
    ("toets rapport --soort stand_van_zaken", "een brief over alle toetsen"),
    ("toets rapport --soort jaaroverzicht --jaar 2024", "één jaar"),
    ("toets rapport 2024-kot-wlz --naar pdf --bron", "een PDF met de YAML erin (PDF/A-3)"),
    ("toets rapport --alle", "alles van alle toetsen"),
)


def configure(parser: Parser) -> None:
    """Add the arguments of this command."""
    parser.add_argument(
        "toets",
        metavar="ID|PAD",
        nargs="?",
        help="het id van een toets, of een bestand; zonder: een overzicht van alle toetsen",
    )
    add_soort(parser)
    parser.add_several(
        "--naar",
        "onbekend formaat",
        known=(*FORMATS, *SHEETS),
        metavar="F ...",
        help=f"een of meer van: {', '.join(FORMATS)}; voor een lijst ook: {', '.join(SHEETS)}"
        " (anders: alle die passen)",
    )
    parser.add_argument("--map", metavar="MAP", help="waarheen (anders: build/rapporten)")
    parser.add_argument(
        "--op", metavar="DATUM", type=day, help="doe alsof het deze dag is (jjjj-mm-dd)"
    )
    parser.add_argument(
        "--intern", action="store_true", help="ook wat niet openbaar is, op elke bladzijde gemeld"
    )
    parser.add_argument(
        "--bron",
        action="store_true",
        help="doe de gegevens (YAML) in de PDF; lees ze met ‘toets lees’",
    )
    add_huisstijl(parser)


@dataclass(frozen=True)
class _Material:
    """What is drawn: all toetsen, the one that was asked for, and how many are hidden.

    The texts that it came from are let go: those of a thousand toetsen take room.
    """

    library: Library
    toets: Toets | None
    hidden: int


def run(args: Namespace, shell: Shell) -> int:
    """Draw first, write after: a fault leaves what was there as it was."""
    wish = wish_of(args)
    found = _material(args, shell)
    looks = looks_of(args, shell, templates=_templates(args, wish)) if found else None
    if found is None or looks is None:
        return FINDINGS
    drawing = drawing_of(
        shell.project,
        looks,
        formats=tuple(dict.fromkeys(args.naar or ())),
        source=args.bron,
        internal=args.intern,
    )
    try:
        if found.toets is not None:
            return _one(found.toets, found.library, drawing=drawing, args=args, shell=shell)
        return _all(found, wish, drawing=drawing, args=args, shell=shell)
    except FormatError as error:
        shell.complain(
            f"toets: {error}\n  dit stuk is niet geschreven; de installatie is niet volledig"
        )
        return OUR_BUG


def _material(args: Namespace, shell: Shell) -> _Material | None:
    """What can be drawn; nothing, with what is wrong said, if there are faults in it."""
    paths = [_path(args.toets, shell)] if args.toets else None
    loaded = load(
        shell.project,
        paths,
        internal=bool(paths) or args.intern,
        reference_date=shell.reference_date(args.op or ""),
    )
    toets = loaded.checked[0].value if paths and loaded.checked else None
    if loaded.failed or (paths and toets is None):
        text = OUTPUTS["tekst"](loaded.objections, loaded.files, colour=shell.stderr_colour)
        shell.complain(text.rstrip("\n"))
        return None
    valid = sum(one.value is not None for one in loaded.checked)
    return _Material(loaded.library, toets, valid - len(loaded.library.toetsen))


def _one(toets: Toets, around: Library, *, drawing: Drawing, args: Namespace, shell: Shell) -> int:
    """The reports of one toets."""
    toets, around = library.visible(toets, around, internal=args.intern)
    folder = Path(args.map) if args.map else shell.project.bouw / "rapporten" / toets.id
    wanted = wish_of(args).reports
    found = report_files(toets, around, drawing=drawing, reports=wanted)
    return _put(tuple(found), folder, args=args, shell=shell)


def _all(found: _Material, wish: Wish, *, drawing: Drawing, args: Namespace, shell: Shell) -> int:
    """The reports of every toets, if those were asked for; then those over all of them."""
    folder = Path(args.map) if args.map else shell.project.bouw / "rapporten"
    code, count, absent = OK, 0, 0
    every = drawn(found.library, wish, drawing=drawing, shell=shell, year=args.jaar or "")
    for place, made in every:
        code = max(code, _put(made, folder / place, args=args, shell=shell))
        written = sum(isinstance(one, ReportFile) for one in made)
        count, absent = count + written, absent + len(made) - written
    if _in_one_line(args, shell):
        shell.say(f"{counted(count, 'bestand', more='bestanden')} in {shown(folder)}")
    if absent and args.alle and not shell.verbose:
        pieces = counted(absent, "stuk", more="stukken")
        shell.say(f"niet gemaakt, omdat de gegevens het niet toelaten: {pieces}; met -v de reden")
    if wish.reports:
        _tell_hidden(found.hidden, shell)
    return code


def _in_one_line(args: Namespace, shell: Shell) -> bool:
    """Whether a reader at a terminal gets a count (under the bar) instead of hundreds of paths."""
    return bool(args.alle and shell.width)


def _templates(args: Namespace, wish: Wish) -> frozenset[str]:
    """The templates for office programs that are used for what was asked."""
    made: list[Report | Overview] = [REPORTS[name] for name in wish.reports]
    if not args.toets:
        made += [OVERVIEWS[name] for name in wish.overviews]
    stems = {"brief" if one.letter else "rapport" for one in made}
    folders = args.naar or FORMATS
    return frozenset(
        name
        for name in TEMPLATES
        for folder, _, file in (name.partition("/"),)
        if folder in folders and file.partition(".")[0] in stems
    )


def _put(made: tuple[Made, ...], folder: Path, *, args: Namespace, shell: Shell) -> int:
    """Write what was made, and say what was not and why."""
    asked = not args.alle and bool(args.soort or args.jaar)
    say = shell.complain if asked else shell.tell if args.alle else shell.say
    for one in made:
        if isinstance(one, Absent):
            say(f"niet gemaakt: {one.report}: {one.reason}")
            continue
        write(folder / one.name, one.data)
        shell.tell(f"{one.name}: {'getekend' if one.drawn else 'niet opnieuw getekend'}")
        if not shell.quiet and not _in_one_line(args, shell):
            shell.result(shown(folder / one.name))
    lacking = any(isinstance(one, Absent) for one in made)
    return FINDINGS if asked and lacking else OK


def _tell_hidden(hidden: int, shell: Shell) -> None:
    if hidden:
        left_out = counted(hidden, "toets", more="toetsen")
        shell.say(f"niet openbaar, dus overgeslagen: {left_out}; met --intern wel")


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
