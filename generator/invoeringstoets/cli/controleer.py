"""``toets controleer``: everything there is to say about some files, and whether they are right."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path

from invoeringstoets.cli.arguments import Parser
from invoeringstoets.cli.formaat import Wanted, add_formaat, wanted
from invoeringstoets.cli.shell import FINDINGS, OK, Shell, UsageError
from invoeringstoets.diagnostic import Diagnostic, Severity
from invoeringstoets.outputs import OUTPUTS, Context, summary
from invoeringstoets.workspace import (
    Checks,
    WriteError,
    append,
    by_stem,
    check,
    manuals,
    present,
    write,
)
from invoeringstoets.workspace import shown as shown_path

NAME = "controleer"
HELP = (
    "Controleer toetsen en zeg per fout de regel, wat er mis is en wat u kunt doen. Zonder PAD:"
    " alle toetsen van het project."
)
EXAMPLES = (
    ("toets controleer", "alle toetsen"),
    ("toets controleer toetsen/2024-kot-wlz.yaml", "één toets"),
    ("toets controleer --sinds main", "alleen wat in deze tak is gewijzigd"),
    ("toets controleer --formaat github --formaat sarif=build/toets.sarif", "voor een CI"),
    ("toets controleer --toon", "laat zien wat er vanzelf te herstellen is"),
    ("toets controleer --herstel", "herstel dat, en meld wat er overblijft"),
    ("toets controleer --nulmeting", "onthoud wat er nu is; meld voortaan alleen wat nieuw is"),
)

STEP_SUMMARY = "GITHUB_STEP_SUMMARY"
"""Names the file whose Markdown GitHub shows with a run."""

REPAIRING = "invoeringstoets.cli.herstel"
"""Loaded only if something is to be repaired."""
BASELINE = "invoeringstoets.workspace.baseline"
"""Loaded only to write a baseline."""
CHANGES = "invoeringstoets.workspace.changes"
"""Loaded only to ask git what changed."""

Findings = tuple[Diagnostic, ...]


def configure(parser: Parser) -> None:
    """Add the arguments of this command."""
    parser.add_argument(
        "paden",
        metavar="PAD",
        nargs="*",
        help="een bestand, een map, het id van een toets, of - (standaardinvoer)",
    )
    add_formaat(parser)
    parser.add_argument(
        "--sinds", metavar="REF", help="alleen toetsen die sinds deze git-tak of commit wijzigden"
    )
    parser.add_argument(
        "--herstel",
        action="store_true",
        help="herstel eerst wat zeker is (tikfouten, aanhalingstekens, tabs, datums, volgorde);"
        " van - komt de herstelde tekst op de standaarduitvoer",
    )
    parser.add_argument(
        "--toon",
        action="store_true",
        help="laat zien wat --herstel zou veranderen en schrijf niets; is er iets te herstellen,"
        " dan eindigt de opdracht met code 1",
    )
    parser.add_argument(
        "--nulmeting",
        metavar="PAD",
        nargs="?",
        const="",
        help="schrijf alle bevindingen in een nulmeting (anders: toets-nulmeting.json); bekende"
        " bevindingen blijven voortaan weg",
    )
    parser.add_argument(
        "--geen-cache",
        action="store_true",
        help="controleer ook wat sinds de vorige keer niet veranderde, en onthoud niets",
    )


def run(args: Namespace, shell: Shell) -> int:
    """Write the diagnostics in every form; the exit code says whether there are faults."""
    wanted(args.formaat)
    paths = _paths(args, shell)
    if args.herstel or args.toon:
        code: int = import_module(REPAIRING).run(args, shell, paths=paths, report=_report)
        return code
    return _report(args, shell, paths=paths)


def _report(args: Namespace, shell: Shell, *, paths: Sequence[Path] | None) -> int:
    forms = wanted(args.formaat)
    keep, before = not args.geen_cache, _before(args, shell)
    checks = check(shell.project, paths, keep=keep, before=before)
    if args.nulmeting is not None:
        checks = _renewed(args.nulmeting, checks, shell=shell)
    shown = checks.diagnostics
    if shell.quiet:
        shown = tuple(d for d in shown if d.severity is Severity.FOUT)
    for form in forms:
        _write(form, shown, checks=checks, shell=shell)
    if all(form.path for form in forms):
        shell.say(summary(shown, checks.files, known=len(checks.known)))
    if any(form.form == "github" for form in forms):
        _summarise(shown, checks, shell=shell)
    faults = any(d.severity is Severity.FOUT for d in checks.diagnostics)
    return FINDINGS if faults else OK


def _renewed(given: str, checks: Checks, *, shell: Shell) -> Checks:
    """What is left after all that may be known is written to the baseline."""
    used = shell.project.nulmeting
    target = Path(given) if given else used
    baseline = import_module(BASELINE)
    try:
        checks = baseline.renew(shell.project, checks, target=target)
    except baseline.BaselineError as error:
        raise UsageError(str(error), error.advice) from None
    shell.say(f"nulmeting geschreven: {shown_path(target)}")
    if target.absolute() != used:
        shell.say(f'  gebruik haar met in toets.toml: nulmeting = "{target.as_posix()}"')
    return checks


def _paths(args: Namespace, shell: Shell) -> list[Path] | None:
    """The files and folders to check; ``None`` means the whole project."""
    asked = [_path(given, shell) for given in args.paden]
    if args.sinds is None:
        return asked or None
    if not asked:
        if not shell.project.toetsen.is_dir():
            return None
        asked = [shell.project.toetsen]
    changes = import_module(CHANGES)
    try:
        return list(changes.changed_since(shell.project, args.sinds, among=asked))
    except changes.ChangesError as error:
        raise UsageError(str(error), error.advice) from None


def _before(args: Namespace, shell: Shell) -> Mapping[Path, bytes | None] | None:
    """What the changed toetsen held, if it is asked what changed in the whole project."""
    if args.sinds is None or args.paden:
        return None
    held: Mapping[Path, bytes | None] = import_module(CHANGES).before(shell.project, args.sinds)
    return held


def _path(given: str, shell: Shell) -> Path:
    """The file or folder that is meant; the id of a toets is understood as well."""
    if not given:
        raise UsageError("een van de paden is leeg", "noem een bestand of een map")
    path = Path(given)
    if len(path.parts) != 1 or path.suffix or present(path):
        return path
    return (by_stem(shell.project.toetsen).value or {}).get(given, path)


def _write(form: Wanted, shown: Findings, *, checks: Checks, shell: Shell) -> None:
    to_screen = form.path is None
    text = OUTPUTS[form.form](
        shown,
        checks.files,
        colour=shell.colour and to_screen,
        context=Context(
            names=tuple(one.source.name for one in checks.spoken),
            manuals=manuals() if form.form == "sarif" else {},
            width=shell.width if to_screen else None,
            known=len(checks.known),
        ),
    )
    if form.path is not None:
        write(form.path, text.encode("utf-8", "replace"))
    elif shown or not shell.quiet or form.form != "tekst":
        shell.result(text.rstrip("\n"))


def _summarise(shown: Findings, checks: Checks, *, shell: Shell) -> None:
    """Add the findings to the page of a run on GitHub, if this is one."""
    path = shell.environment.get(STEP_SUMMARY)
    if not path:
        return
    context = Context(known=len(checks.known))
    text = OUTPUTS["markdown"](shown, checks.files, context=context)
    try:
        append(Path(path), f"{text}\n".encode("utf-8", "replace"))
    except WriteError as error:
        shell.complain(f"toets: {error}")
