"""``toets controleer``: everything there is to say about some files, and whether they are right."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from invoeringstoets.cli.arguments import Parser, one_of
from invoeringstoets.cli.shell import FINDINGS, OK, Shell
from invoeringstoets.diagnostic import Severity
from invoeringstoets.outputs import OUTPUTS
from invoeringstoets.workspace import load

NAME = "controleer"
HELP = (
    "Controleer toetsen en zeg per fout de regel, wat er mis is en wat u kunt doen. Zonder PAD:"
    " alle toetsen van het project."
)
EXAMPLES = (
    ("toets controleer", "alle toetsen"),
    ("toets controleer toetsen/2024-kot-wlz.yaml", "één toets"),
    ("toets controleer --formaat github", "meldingen bij de regels van een pull request"),
)


def configure(parser: Parser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("paden", metavar="PAD", nargs="*", help="een bestand of een map")
    parser.add_argument(
        "--formaat",
        metavar="F",
        type=one_of("formaat", OUTPUTS),
        default="tekst",
        help=f"{', '.join(OUTPUTS)} (anders: tekst)",
    )


def run(args: Namespace, shell: Shell) -> int:
    """Print the diagnostics; the exit code says whether there are faults."""
    loaded = load(shell.project, [Path(p) for p in args.paden] or None)
    shown = loaded.diagnostics
    if shell.quiet:
        shown = tuple(d for d in shown if d.severity is Severity.FOUT)
    text = OUTPUTS[args.formaat](shown, loaded.files, colour=shell.colour)
    if shown or not shell.quiet or args.formaat != "tekst":
        shell.result(text.rstrip("\n"))
    return FINDINGS if loaded.failed else OK
