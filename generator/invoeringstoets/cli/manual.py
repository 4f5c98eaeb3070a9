"""The help of the program and of each command, laid out for a terminal of 80 columns or more."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterable, Sequence

from invoeringstoets.cli.arguments import Parser, written

_WIDTH = 88


def overview(commands: Iterable[tuple[str, str]], version: str) -> str:
    """What one sees after ``toets --help``: all commands with their summary."""
    lines = [
        f"toets {version}: van invoeringstoets in YAML naar Kamerbrief, rapport en site",
        "",
        "gebruik: toets OPDRACHT [OPTIES]",
        "",
        "opdrachten:",
        *_pairs(commands),
        "",
        "opties:",
        *_pairs(
            (
                ("-h, --help", "toon deze hulp; ‘toets OPDRACHT --help’ geeft voorbeelden"),
                ("--version", "toon de versie"),
                ("-q, --stil", "alleen wat er mis is"),
                ("-v, --uitgebreid", "ook bijzonderheden over het werk zelf"),
            )
        ),
        "",
        "uitkomst: 0 in orde, 1 fouten in een toets, 2 verkeerd gebruik, 3 fout in het programma",
    ]
    return "\n".join(lines)


def command_help(parser: Parser, summary: str, *, examples: Sequence[tuple[str, str]]) -> str:
    """What one sees after ``toets OPDRACHT --help``."""
    lines = textwrap.wrap(f"gebruik: {parser.usage_line()}", _WIDTH, subsequent_indent="    ")
    lines += ["", *textwrap.wrap(summary, _WIDTH), ""]
    if parser.positionals:
        lines += ["argumenten:", *_pairs(_described(parser.positionals)), ""]
    lines += ["opties:", *_pairs(_described(parser.options)), ""]
    if examples:
        lines += ["voorbeelden:"]
        for command, meaning in examples:
            lines += [f"  {command}", f"      {meaning}"]
    return "\n".join(lines).rstrip()


def _described(actions: Iterable[argparse.Action]) -> Iterable[tuple[str, str]]:
    for action in actions:
        short = action.option_strings[:-1]
        yield ", ".join([*short, written(action)]), str(action.help or "")


def _pairs(rows: Iterable[tuple[str, str]]) -> list[str]:
    rows = list(rows)
    width = min(max(len(term) for term, _ in rows), 26)
    lines: list[str] = []
    for term, meaning in rows:
        indent = " " * (width + 4)
        wrapped = textwrap.wrap(meaning, _WIDTH - len(indent)) or [""]
        if len(term) > width:
            lines += [f"  {term}", indent + wrapped[0]]
        else:
            lines += [f"  {term.ljust(width)}  {wrapped[0]}".rstrip()]
        lines += [indent + line for line in wrapped[1:]]
    return lines
