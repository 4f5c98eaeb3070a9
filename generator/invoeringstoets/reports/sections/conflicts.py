"""Where sources contradict each other: every value is kept, none is chosen."""

from __future__ import annotations

from invoeringstoets import prose
from invoeringstoets.document import Block
from invoeringstoets.notation import capitalised
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.pieces import Section, columns, heading, paragraph, said, table

_LEAD = (
    "De bronnen spreken elkaar op deze punten tegen. Alle waarden zijn vastgelegd, zonder keuze."
)


def conflicts(context: Context) -> Section | None:
    """A table for each conflict; nothing when the sources agree."""
    if not context.toets.conflicten:
        return None
    blocks: list[Block] = [paragraph(_LEAD)]
    heads = columns("Waarde", "Bron", widths=(1, 2))
    for conflict in context.toets.conflicten:
        subject = subject_of(conflict.veld)
        blocks.append(heading(subject))
        blocks += prose.paragraphs(conflict.toelichting)
        rows = (
            (w.waarde, context.full_reference(w.bron) or said("niet openbaar"))
            for w in conflict.waarden
        )
        blocks += table(f"{subject}: wat de bronnen zeggen", heads, rows)
    return Section("Verschillen tussen bronnen", tuple(blocks), "conflicten")


def subject_of(veld: str) -> str:
    """The name of a field as a heading: ``regeling.inwerkingtreding`` is "Inwerkingtreding"."""
    last = veld.rsplit(".", 1)[-1].split("[", 1)[0]
    return capitalised(last.replace("_", " ")) or veld
