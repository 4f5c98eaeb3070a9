"""The decision whether to do a toets, with its reason."""

from __future__ import annotations

from invoeringstoets.notation import date, moment
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.pieces import Section, facts, heading, missing, or_missing

_DECISIONS = {
    "wel": "Er komt een invoeringstoets.",
    "niet": "Er komt geen invoeringstoets.",
    "later": "Later wordt opnieuw bekeken of een invoeringstoets nuttig is.",
}


def weighing(context: Context) -> Section:
    """What was decided, why and when; and when it is looked at again."""
    found = context.toets.afweging
    if not found:
        return Section("Besluit", (missing(),), "besluit")
    decision = _DECISIONS.get(found.besluit, context.word(found.besluit))
    again = (("Opnieuw bekijken", moment(found.heroverwegen_op)),) if found.heroverwegen_op else ()
    blocks = (
        *facts((("Besluit", decision), ("Datum", date(found.datum)), *again)),
        heading("Reden"),
        *or_missing(context.blocks(found.reden)),
    )
    return Section("Besluit", blocks, "besluit")
