"""``toets schema``: the composed JSON Schema, for editors and other tools."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from invoeringstoets import schema as schemas
from invoeringstoets.cli.arguments import Parser
from invoeringstoets.cli.shell import FINDINGS, OK, Shell
from invoeringstoets.model import ValueLists
from invoeringstoets.outputs import OUTPUTS
from invoeringstoets.workspace import shown, value_lists, write

NAME = "schema"
HELP = (
    "Toon het JSON Schema van een toets, met de waardelijsten van dit project erin. Een"
    " tekstverwerker geeft er tijdens het typen uitleg en suggesties mee."
)
EXAMPLES = (
    ("toets schema --naar schema/toets-1.schema.json", "schrijf het schema voor uw tekstverwerker"),
    ("toets schema --waardelijsten", "toon welke organisaties, thema's enzovoort er zijn"),
)


def configure(parser: Parser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("--naar", metavar="PAD", help="schrijf naar dit bestand")
    parser.add_argument(
        "--waardelijsten", action="store_true", help="de waardelijsten in plaats van het schema"
    )


def run(args: Namespace, shell: Shell) -> int:
    """Print or write the schema."""
    words = value_lists(shell.project)
    if words.value is None or words.diagnostics:
        shell.complain(
            OUTPUTS["tekst"](words.diagnostics, 0, colour=shell.stderr_colour).rstrip("\n")
        )
        return FINDINGS
    composed = schemas.compose(schemas.LATEST, words.value)
    text = written(_plain(words.value) if args.waardelijsten else composed)
    if args.naar is None:
        shell.result(text.rstrip("\n"))
        return OK
    path = Path(args.naar)
    changed = write(path, text.encode())
    shell.say(f"{'geschreven' if changed else 'al bij'}: {shown(path)}")
    return OK


def written(data: object) -> str:
    """Data as the text of a JSON file."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _plain(words: ValueLists) -> dict[str, list[dict[str, str]]]:
    """Value lists as they are written in a file: what is empty is left out."""
    return {
        name: [{k: v for k, v in asdict(value).items() if v} for value in values.values()]
        for name, values in words.lists.items()
    }
