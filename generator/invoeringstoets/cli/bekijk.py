"""``toets bekijk``: a live preview of the site on this machine."""

from __future__ import annotations

import socket
from argparse import Namespace

from invoeringstoets.cli.arguments import Parser, day
from invoeringstoets.cli.shell import FINDINGS, OK, Shell, UsageError
from invoeringstoets.mkdocs_plugin.run import SiteError, preview
from invoeringstoets.mkdocs_plugin.serving import Tell

NAME = "bekijk"
HELP = (
    "Bekijk de site op uw eigen computer; een wijziging in een toets is meteen te zien. Bij een"
    " fout blijft de laatste goede versie staan, met de melding erboven. Stoppen: Ctrl-C."
)
EXAMPLES = (
    ("toets bekijk", "op http://127.0.0.1:8000/"),
    ("toets bekijk --poort 8080 --intern", "op een andere poort, ook wat niet openbaar is"),
)

HIGHEST = 65535
"""The highest port there is (TCP)."""


def configure(parser: Parser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("--poort", metavar="N", default="8000", help="poort (anders: 8000)")
    parser.add_argument("--intern", action="store_true", help="ook wat niet openbaar is")
    parser.add_argument(
        "--op", metavar="DATUM", type=day, help="doe alsof het deze dag is (jjjj-mm-dd)"
    )


def run(args: Namespace, shell: Shell) -> int:
    """Serve until interrupted; only this machine can look."""
    port = _port(args.poort)
    shell.say("De site wordt gemaakt …")

    def ready() -> None:
        shell.result(f"http://127.0.0.1:{port}/")
        shell.stdout.flush()
        shell.say("Stoppen: Ctrl-C")

    try:
        preview(
            shell.project,
            Tell(ready=ready, faults=shell.complain),
            port=port,
            internal=args.intern,
            day=shell.reference_date(args.op or ""),
        )
    except SiteError as error:
        shell.complain(f"toets: {error}")
        return FINDINGS
    return OK


def _port(text: str) -> int:
    """A free port; raises ``UsageError``."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= HIGHEST):
        raise UsageError(f"‘{text}’ is geen poort", f"een poort is een getal van 1 tot {HIGHEST}")
    port = int(text)
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise UsageError(
                f"poort {port} is al in gebruik", f"probeer --poort {port + 1}"
            ) from None
    return port
