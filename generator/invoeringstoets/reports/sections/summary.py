"""The summary, and the one in plain language for everyone."""

from __future__ import annotations

from invoeringstoets.reports.context import Context
from invoeringstoets.reports.pieces import Section, heading, or_missing


def summary(context: Context) -> Section:
    """The summary; the public one under a heading of its own where it is written."""
    blocks = or_missing(context.blocks(context.toets.samenvatting))
    public = context.blocks(context.toets.publiekssamenvatting)
    if public:
        blocks = (*blocks, heading("In eenvoudige woorden"), *public)
    return Section("Samenvatting", blocks, "samenvatting")
