"""Where sources contradict each other: every value is kept, none is chosen."""

from __future__ import annotations

from invoeringstoets import prose
from invoeringstoets.document import Block
from invoeringstoets.notation import capitalised
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.pieces import Section, columns, heading, paragraph, said, table

_LEAD = "De bronnen spreken elkaar op {} tegen. Alle waarden zijn vastgelegd, zonder keuze."


def conflicts(context: Context) -> Section | None:
    """A table for each conflict; nothing when the sources agree."""
    if not context.toets.conflicten:
        return None
    where = "één punt" if len(context.toets.conflicten) == 1 else "deze punten"
    blocks: list[Block] = [paragraph(_LEAD.format(where))]
    heads = columns("Waarde", "Bron", widths=(1, 2))
    for conflict in context.toets.conflicten:
        subject = subject_of(context, conflict.veld)
        blocks.append(heading(subject))
        blocks += prose.paragraphs(conflict.toelichting)
        rows = (
            (w.waarde, context.full_reference(w.bron) or said("niet openbaar"))
            for w in conflict.waarden
        )
        blocks += table(f"{subject}: wat de bronnen zeggen", heads, rows=rows)
    return Section("Verschillen tussen bronnen", tuple(blocks), "conflicten")


def subject_of(context: Context, veld: str) -> str:
    """What a conflict is about, as a heading: a field, or a figure by its quantity.

    ``regeling.inwerkingtreding`` is "Inwerkingtreding", ``kerncijfers.K3`` "Kerncijfer gebruik".
    """
    figure = context.toets.figure_in(veld)
    if figure:
        return f"Kerncijfer {context.word(figure.grootheid)}"
    last = veld.rsplit(".", 1)[-1].split("[", 1)[0]
    return capitalised(last.replace("_", " ")) or "Verschil"
