"""Drawings for the report: pure functions from a toets to figures, shown beside a table.

A drawing adds no facts: everything in it stands in the table too and in its alternative text. Only
figures of one quantity and one unit share a scale, and nothing has a colour that means something.
"""

from invoeringstoets.reports.charts.assumptions import assumption_bars
from invoeringstoets.reports.charts.course import AFTER, Step, steps
from invoeringstoets.reports.charts.risks import risk_rows
from invoeringstoets.reports.charts.timeline import timelines

__all__ = ["AFTER", "Step", "assumption_bars", "risk_rows", "steps", "timelines"]
