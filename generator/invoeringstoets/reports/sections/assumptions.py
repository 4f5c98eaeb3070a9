"""Assumptions held against practice, side by side, without a score."""

from __future__ import annotations

from invoeringstoets.document import Blocks, Inlines, LineBreak, Text
from invoeringstoets.model import Aanname, Verwachting
from invoeringstoets.notation import capitalised
from invoeringstoets.reports.charts import assumption_bars
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.pieces import Section, columns, missing, paragraph, table
from invoeringstoets.reports.sections.figures import in_words

_LEAD = (
    "De tabel zet naast elkaar wat vooraf is aangenomen en wat in de praktijk is gezien. De "
    "getallen aan weerszijden kunnen verschillende grootheden zijn; lees ze met hun woorden en "
    "peildatum."
)


def assumptions(context: Context) -> Section | None:
    """The table of assumptions; left out of a finished toets that records none."""
    toets = context.toets
    if not toets.aannames and not context.unfinished:
        return None
    heads = columns("Aanname", "Verwacht", "Praktijk", "Oordeel", widths=(3, 4, 4, 2))
    rows = tuple(_row(context, one) for one in toets.aannames)
    found = table("Aannames tegenover de praktijk", heads, rows=rows)
    drawn = assumption_bars(context)
    blocks: Blocks = (paragraph(_LEAD), *found, *drawn) if found else (missing(),)
    return Section("Aannames en praktijk", blocks, "aannames")


def _row(context: Context, one: Aanname) -> tuple[Inlines, Inlines, Inlines, Inlines]:
    origin = f" (uit de {context.word(one.herkomst)})"
    sources = context.cited(one.bronnen)
    verdict: Inlines = (Text(capitalised(context.word(one.oordeel))),)
    return (
        (Text(one.tekst.rstrip(".") + origin),),
        _side(context, one.verwacht),
        _side(context, one.praktijk),
        (*verdict, Text(" ("), *sources, Text(")")) if sources else verdict,
    )


def _side(context: Context, side: Verwachting | None) -> Inlines:
    if not side:
        return ()
    known = {k.id: k for k in context.toets.kerncijfers}
    parts = [in_words(context, known[i]) for i in side.kerncijfers if i in known]
    if side.omschrijving:
        parts.append((Text(" ".join(side.omschrijving.split())),))
    content: Inlines = ()
    for part in parts:
        content = (*content, Text("."), LineBreak(), *part) if content else part
    return content
