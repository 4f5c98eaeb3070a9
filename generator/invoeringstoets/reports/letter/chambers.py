"""Two Kamers are two letters: one document for each sending."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from invoeringstoets.document import Document
from invoeringstoets.notation import date
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.letter.head import CHAMBERS
from invoeringstoets.reports.variant import Variant


def per_chamber(context: Context, build: Callable[[Context], Document]) -> tuple[Variant, ...]:
    """A document for each sending of the letter; one without suffix when there is one or none.

    A second sending to the same Kamer gets a number: ``tk``, ``tk-2``.
    """
    sendings = context.brief.verzendingen
    if len(sendings) < 2:  # noqa: PLR2004 - one letter needs no telling apart
        return (Variant(build(context)),)
    total = Counter(one.kamer for one in sendings)
    seen: Counter[str] = Counter()
    found = []
    for index, one in enumerate(sendings):
        seen[one.kamer] += 1
        again = seen[one.kamer] > 1
        suffix = f"{one.kamer}-{seen[one.kamer]}" if again else one.kamer
        label = f"aan de {CHAMBERS.get(one.kamer, one.kamer)}"
        if total[one.kamer] > 1:
            label += f" van {date(one.datum)}" if one.datum else f" ({seen[one.kamer]})"
        found.append(Variant(build(replace(context, sent=index)), suffix, label))
    return tuple(found)
