"""``toets nieuw``: a first file for a toets, that passes the check at once."""

from __future__ import annotations

import json
import re
from argparse import Namespace

from invoeringstoets import assets
from invoeringstoets.cli.arguments import Parser, one_of
from invoeringstoets.cli.shell import OK, Shell, UsageError
from invoeringstoets.workspace import Project, shown, write

NAME = "nieuw"
HELP = "Maak een nieuw bestand voor een toets, met uitleg erin. Overschrijft nooit iets."
EXAMPLES = (
    ("toets nieuw 2026-huurtoeslag", "maakt toetsen/2026-huurtoeslag.yaml"),
    (
        'toets nieuw 2026-huurtoeslag --titel "Invoeringstoets Wet op de huurtoeslag"',
        "met de titel er al in",
    ),
    ("toets nieuw 2026-visakte --soort afweging", "de afweging of er een toets komt"),
)

KINDS = ("invoeringstoets", "quickscan", "afweging")

_ID = re.compile(r"[0-9]{4}(-[a-z0-9]+)+")


def configure(parser: Parser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("id", metavar="JAAR-NAAM", help="jaar en korte naam in kleine letters")
    parser.add_argument("--titel", metavar="TITEL", default="", help="de titel van de toets")
    parser.add_argument(
        "--soort",
        metavar="SOORT",
        type=one_of("onbekende soort", KINDS),
        default=KINDS[0],
        help=f"{', '.join(KINDS)} (anders: {KINDS[0]})",
    )


def run(args: Namespace, shell: Shell) -> int:
    """Write the file and say what to do next."""
    toets_id = args.id.removesuffix(".yaml")
    if not _ID.fullmatch(toets_id):
        advice = "schrijf een jaar en een korte naam in kleine letters: 2026-huurtoeslag"
        raise UsageError(f"‘{args.id}’ kan geen id van een toets zijn", advice)
    folder = shell.project.toetsen
    for suffix in (".yaml", ".yml"):
        if (folder / (toets_id + suffix)).exists():
            raise UsageError(
                f"‘{shown(folder / (toets_id + suffix))}’ bestaat al", "kies een andere naam"
            )
    path = folder / f"{toets_id}.yaml"
    text = skeleton(toets_id, args.titel, kind=args.soort, project=shell.project)
    write(path, text.encode())
    shell.say(
        f"gemaakt: {shown(path)}\nvul het aan en controleer het met: toets controleer {shown(path)}"
    )
    return OK


def skeleton(toets_id: str, title: str, *, kind: str, project: Project) -> str:
    """The text of a new file; ``title`` may be empty and hold any character."""
    template = assets.text(f"templates/nieuw/{'afweging' if kind == 'afweging' else 'toets'}.yaml")
    schema = project.root / "schema" / "toets-1.schema.json"
    editor = "# yaml-language-server: $schema=../schema/toets-1.schema.json\n"
    values = {
        "editor": editor if schema.is_file() and project.toetsen.parent == project.root else "",
        "pad": shown(project.toetsen / f"{toets_id}.yaml"),
        "id": toets_id,
        "soort": kind,
        "titel": json.dumps(title or "Nog in te vullen", ensure_ascii=False),
        "citeertitel": "Nog in te vullen",
    }
    return re.sub(r"\{(\w+)\}", lambda found: values[found[1]], template)
