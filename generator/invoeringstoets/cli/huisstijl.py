"""The option ``--huisstijl``, and what a command says of a house style."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection
from pathlib import Path

from invoeringstoets.cli.arguments import Parser
from invoeringstoets.cli.shell import Shell
from invoeringstoets.house_style import TEMPLATES
from invoeringstoets.outputs import OUTPUTS
from invoeringstoets.workspace.huisstijl import Looks, house_style


def add_huisstijl(parser: Parser) -> None:
    """Add ``--huisstijl`` to a command."""
    parser.add_argument(
        "--huisstijl", metavar="PAD", help="een ander bestand dan huisstijl.toml van het project"
    )


def looks_of(
    args: Namespace, shell: Shell, *, templates: Collection[str] = TEMPLATES
) -> Looks | None:
    """The looks that were asked for, with what is to be said of them; ``None`` when they are wrong.

    They are for documents that are made from these ``templates``, where they are made from one.
    A warning is said, and our own looks take the place of what it is about.
    """
    named = getattr(args, "huisstijl", None)
    path = Path(named) if named else None
    found = house_style(shell.project, named=path, used=templates)
    if found.diagnostics and (found.failed or not shell.quiet):
        ordered = tuple(sorted(found.diagnostics, key=lambda one: one.sort_key))
        text = OUTPUTS["tekst"](ordered, 1, colour=shell.stderr_colour)
        shell.complain(text.rstrip("\n"))
    return None if found.failed else found.value
