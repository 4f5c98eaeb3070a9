"""``toets sjabloon``: our templates for Word and LibreOffice, for a designer to restyle."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from invoeringstoets import assets
from invoeringstoets.cli.arguments import Parser
from invoeringstoets.cli.shell import OK, Shell, UsageError
from invoeringstoets.house_style import TEMPLATES
from invoeringstoets.workspace import present, shown, write

NAME = "sjabloon"
HELP = (
    "Zet de sjablonen van brief en rapport klaar voor een vormgever: gewone bestanden voor Word en"
    " LibreOffice. Wat in de map sjablonen van het project staat, wordt voortaan gebruikt."
    " Overschrijft nooit iets, tenzij u erom vraagt."
)
EXAMPLES = (
    ("toets sjabloon", "zet alle sjablonen in de map sjablonen"),
    ("toets sjabloon --map proef", "zet ze ergens anders neer, om te bekijken"),
    ("toets sjabloon --opnieuw", "zet de sjablonen terug zoals ze waren"),
)


def configure(parser: Parser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("--map", metavar="MAP", help="waarheen (anders: de map sjablonen)")
    parser.add_argument(
        "--opnieuw", action="store_true", help="vervang ook wat er al staat door het origineel"
    )


def run(args: Namespace, shell: Shell) -> int:
    """Copy the templates, all or none."""
    folder = Path(args.map) if args.map else shell.project.sjablonen
    there = [folder / name for name in TEMPLATES if present(folder / name)]
    if there and not args.opnieuw:
        raise UsageError(
            f"‘{shown(there[0])}’ bestaat al",
            "kies met --map een andere map, of vervang de sjablonen met --opnieuw",
        )
    for name in TEMPLATES:
        write(folder / name, assets.data(f"templates/{name}"))
        if not shell.quiet:
            shell.result(shown(folder / name))
    shell.say(
        "pas deze bestanden aan in Word of LibreOffice en sla ze op onder dezelfde naam;\n"
        "hoe dat werkt staat in de handleiding onder ‘Een eigen sjabloon in Word’"
    )
    return OK
