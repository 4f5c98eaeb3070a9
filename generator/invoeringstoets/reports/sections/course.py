"""The course of a toets in time: a drawing and the same steps in a table."""

from __future__ import annotations

from invoeringstoets.document import Blocks
from invoeringstoets.reports.charts import AFTER, Step, steps, timelines
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.pieces import Section, columns, table

_FEWEST = 2


def course(context: Context) -> Section | None:
    """The dated steps in order; left out where fewer than two dates are known."""
    found = steps(context.toets, context.library.reference_date)
    if len(found) < _FEWEST:
        return None
    heads = columns("Moment", "Gebeurtenis", "Sinds de inwerkingtreding", widths=(3, 6, 3))
    rows = ((step.when, _said(step), _after(step)) for step in found)
    blocks: Blocks = (*timelines(found), *table("Het verloop van de toets", heads, rows=rows))
    return Section("Verloop in de tijd", blocks, "verloop")


def _after(step: Step) -> str:
    """How long after; the head of the column says after what."""
    return step.after.removesuffix(f" {AFTER}") or "–"


def _said(step: Step) -> str:
    return f"{step.title}: {step.detail}" if step.detail else step.title
