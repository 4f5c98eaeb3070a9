"""``toets lees``: the YAML back out of a PDF that was made with its source."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from invoeringstoets.cli.arguments import Parser
from invoeringstoets.cli.shell import FINDINGS, OK, Shell, UsageError
from invoeringstoets.formats.pdf.attached import LARGEST, NoSourceError, attached
from invoeringstoets.workspace import UnreadableError, data_of, present, shown, write

NAME = "lees"
HELP = (
    "Haal de gegevens (YAML) terug uit een PDF die met ‘toets rapport … --bron’ is gemaakt. Zonder"
    " --naar komen ze op het scherm."
)
EXAMPLES = (
    ("toets lees brief.pdf", "toont de YAML"),
    ("toets lees brief.pdf --naar toetsen/2024-kot-wlz.yaml", "schrijft haar naar een bestand"),
    ("toets lees brief.pdf --naar kopie.yaml --overschrijf", "ook als dat bestand er al is"),
)


def configure(parser: Parser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("pdf", metavar="PDF", help="de PDF")
    parser.add_argument("--naar", metavar="PAD", help="schrijf naar dit bestand")
    parser.add_argument("--overschrijf", action="store_true", help="ook als dat bestand er al is")


def run(args: Namespace, shell: Shell) -> int:
    """Read first, write after; what is there stays unless the user says otherwise."""
    path = Path(args.pdf)
    target = Path(args.naar) if args.naar else None
    if args.overschrijf and target is None:
        raise UsageError("‘--overschrijf’ hoort bij ‘--naar’", "noem het bestand: --naar PAD")
    if target and present(target) and not args.overschrijf:
        raise UsageError(
            f"‘{shown(target)}’ bestaat al", "kies een andere naam, of zet er --overschrijf bij"
        )
    try:
        found = attached(data_of(path, most=LARGEST))
    except UnreadableError as error:
        shell.complain(f"toets: ‘{shown(path)}’ {error}")
        return FINDINGS
    except NoSourceError as error:
        shell.complain(f"toets: ‘{shown(path)}’: {error}")
        if error.advice:
            shell.complain(f"  {error.advice}")
        return FINDINGS
    if target is None:
        shell.result(found.text.rstrip("\n"))
        return OK
    write(target, found.text.encode())
    shell.say(f"geschreven: {shown(target)} (heette in de PDF ‘{found.name}’)")
    return OK
