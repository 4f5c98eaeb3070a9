"""``toets uitleg``: what a code means, why it is asked, and what is right."""

from __future__ import annotations

import textwrap
from argparse import Namespace
from collections.abc import Mapping

from invoeringstoets.cli.arguments import Parser, suggestion
from invoeringstoets.cli.shell import OK, Shell, UsageError
from invoeringstoets.diagnostic import Manual
from invoeringstoets.workspace import manuals

NAME = "uitleg"
HELP = "Leg uit wat een code in een melding betekent; zonder code: toon alle codes."
EXAMPLES = (
    ("toets uitleg T102", "wat T102 betekent, met een fout en een goed voorbeeld"),
    ("toets uitleg", "alle codes met hun titel"),
)

_WIDTH = 88


_DIGITS = str.maketrans({"O": "0", "I": "1", "L": "1"})
"""The letters that are typed for a digit of a code."""


def configure(parser: Parser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("code", metavar="CODE", nargs="?", help="een code zoals T102")


def run(args: Namespace, shell: Shell) -> int:
    """Print one manual, or the list of all."""
    known = manuals()
    if args.code is None:
        shell.result("\n".join(_line(manual) for manual in known.values()))
        return OK
    chosen = _find(args.code, known)
    if chosen is None:
        words = [*known, *(manual.slug for manual in known.values())]
        typed = args.code.upper()
        meant = typed[:1] + typed[1:].translate(_DIGITS)
        near = f"bedoelde u ‘{meant}’?" if meant in known else suggestion(typed, words)
        advice = near or "‘toets uitleg’ toont alle codes"
        raise UsageError(f"onbekende code ‘{args.code}’", advice)
    shell.result(page(chosen))
    return OK


def page(manual: Manual) -> str:
    """A manual as text for a terminal."""
    parts = [
        f"{manual.code} {manual.title}",
        f"Ernst: {manual.severity}. Naam: {manual.slug}.",
        _wrapped(manual.what),
        f"Waarom\n{_wrapped(manual.why)}",
        f"Fout\n{_indented(manual.wrong)}",
        f"Goed\n{_indented(manual.right)}",
    ]
    return "\n\n".join(parts)


def _find(word: str, known: Mapping[str, Manual]) -> Manual | None:
    by_slug = {manual.slug: manual for manual in known.values()}
    return known.get(word.upper()) or by_slug.get(word.replace("-", "_"))


def _line(manual: Manual) -> str:
    return f"{manual.code}  {manual.severity:<12}  {manual.title}"


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(text, _WIDTH))


def _indented(text: str) -> str:
    return textwrap.indent(text.strip("\n"), "    ")
