"""Which reports are asked for: the options ``--soort``, ``--alle`` and ``--jaar``."""

from __future__ import annotations

import re
from argparse import Namespace
from dataclasses import dataclass

from invoeringstoets.cli.arguments import Parser
from invoeringstoets.cli.shell import UsageError
from invoeringstoets.reports import OVERVIEWS, REPORTS

YEARLY = "jaaroverzicht"
"""The report over all toetsen that has a document for each year."""


@dataclass(frozen=True)
class Wish:
    """What was asked for: kinds of report of a toets, and over all toetsen."""

    reports: tuple[str, ...]
    overviews: tuple[str, ...]


def add_soort(parser: Parser) -> None:
    """Add the options that say which reports."""
    kinds = tuple(dict.fromkeys((*REPORTS, *OVERVIEWS)))
    parser.add_several(
        "--soort",
        "onbekende soort rapport",
        known=kinds,
        metavar="S ...",
        help=f"van een toets: {', '.join(REPORTS)}; van alle toetsen samen:"
        f" {', '.join(OVERVIEWS)} (anders: alle)",
    )
    parser.add_argument("--alle", action="store_true", help="van alle toetsen, en de overzichten")
    parser.add_argument("--jaar", metavar="JJJJ", type=_year, help="alleen dit jaaroverzicht")


def wish_of(args: Namespace) -> Wish:
    """What was asked for; raises ``UsageError`` for what does not go together."""
    asked = dict.fromkeys(args.soort or ((YEARLY,) if args.jaar else ()))
    reports = tuple(name for name in asked or REPORTS if name in REPORTS)
    overviews = tuple(name for name in asked or OVERVIEWS if name in OVERVIEWS)
    if args.bron and args.naar and "pdf" not in args.naar:
        raise UsageError("‘--bron’ doet de gegevens in een PDF", "zet pdf bij --naar")
    if args.toets and args.alle:
        raise UsageError("een toets en ‘--alle’ gaan niet samen", "laat een van beide weg")
    if args.jaar and (args.toets or YEARLY not in overviews):
        advice = f"bedoelde u: toets rapport --soort {YEARLY} --jaar {args.jaar}"
        raise UsageError(f"‘--jaar’ hoort bij het {YEARLY}", advice)
    if args.toets:
        _no_overviews(asked)
    elif not args.alle:
        _only_overviews(asked)
        if args.bron:
            raise UsageError(
                "‘--bron’ doet de gegevens van een toets in de PDF van die toets",
                "geef het id van een toets, of --alle",
            )
        reports = ()
    return Wish(reports, overviews)


def _no_overviews(asked: dict[str, None]) -> None:
    for name in asked:
        if name not in REPORTS:
            advice = f"laat de toets weg: toets rapport --soort {name}"
            raise UsageError(f"‘{name}’ gaat over alle toetsen samen", advice)


def _only_overviews(asked: dict[str, None]) -> None:
    over = ", ".join(OVERVIEWS)
    if not asked:
        raise UsageError(
            "van welke toets?",
            "geef het id van een toets, of een bestand; --alle is voor alle toetsen; en zonder"
            f" toets kan --soort met een overzicht: {over}",
        )
    for name in asked:
        if name not in OVERVIEWS:
            advice = f"geef het id van een toets, of --alle; zonder toets kan: {over}"
            raise UsageError(f"‘{name}’ gaat over één toets: over welke?", advice)


def _year(text: str) -> str:
    """An argument type: a year."""
    if re.fullmatch(r"\d{4}", text, re.ASCII):
        return text
    raise UsageError(f"‘{text}’ is geen jaar", "schrijf een jaar met vier cijfers, zoals 2024")
