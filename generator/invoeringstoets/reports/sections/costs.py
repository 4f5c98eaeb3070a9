"""What execution was expected to cost, in euros and in staff."""

from __future__ import annotations

from invoeringstoets.model import Fte
from invoeringstoets.notation import capitalised, euro, fte
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.pieces import Section, columns, missing, table


def costs(context: Context) -> Section | None:
    """The table of costs and staff; left out of a finished toets that records none."""
    test = context.toets.uitvoeringstoets
    rows = [
        (capitalised(context.value("kostenposten", post.post)), *amounts)
        for post in (test.kosten if test else ())
        for amounts in [(euro(post.incidenteel), euro(post.structureel))]
    ]
    if test and test.fte:
        rows.append(_staff(test.fte))
    if not rows and not context.unfinished:
        return None
    heads = columns("Post", "Incidenteel", "Structureel", widths=(2, 1, 1), right=(1, 2))
    found = table(
        "Uitvoeringskosten en personele gevolgen volgens de uitvoeringstoets", heads, rows=rows
    )
    return Section("Uitvoeringskosten en personele gevolgen", found or (missing(),), "kosten")


def _staff(staff: Fte) -> tuple[str, str, str]:
    return ("Personele gevolgen", fte(staff.incidenteel), fte(staff.structureel))
