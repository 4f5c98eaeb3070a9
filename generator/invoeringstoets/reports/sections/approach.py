"""How the toets was done, what limits it has, and how long after entry into force."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.document import Block, Blocks, Inlines
from invoeringstoets.model import Aanpak, Methode, Periode
from invoeringstoets.model.datums import months
from invoeringstoets.model.mijlpalen import first_inwerkingtreding
from invoeringstoets.notation import (
    because,
    capitalised,
    counted,
    date,
    joined,
    number,
    sentence,
)
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.letter.head import letter_date
from invoeringstoets.reports.pieces import (
    Section,
    bullets,
    columns,
    facts,
    heading,
    known,
    missing,
    or_missing,
    paragraph,
    said,
    table,
)

_FRAMEWORKS = {
    "handreiking": "de Rijksbrede handreiking invoeringstoets",
    "pilot": "een pilot, uitgevoerd terwijl het instrument in ontwikkeling was",
    "eigen": "een eigen kader",
    "onbekend": "onbekend",
}


def approach(context: Context) -> Section:
    """The approach with its methods, limits and timing."""
    aanpak = context.toets.aanpak or Aanpak()
    blocks = (
        *facts((*_framework(aanpak), ("Peildatum", date(context.toets.peildatum)))),
        *_departures(aanpak),
        *_methods(context, aanpak),
        *_limits(aanpak),
        *_timing(context, aanpak),
    )
    return Section("Aanpak en beperkingen", blocks, "aanpak")


def _framework(aanpak: Aanpak) -> tuple[tuple[str, str], ...]:
    kader = aanpak.kader
    name = _FRAMEWORKS.get(kader.soort, kader.soort) if kader else ""
    version = f" ({kader.versie})" if kader and kader.versie else ""
    optional = (
        ("Periode", capitalised(period(aanpak.periode))),
        ("Kernteam", capitalised(joined(aanpak.kernteam))),
    )
    return (("Kader", capitalised(name + version)), *((k, str(v)) for k, v in known(optional)))


def period(periode: Periode | None) -> str:
    """A period in words: "van maart tot juni", or the one end that is known."""
    if not periode:
        return ""
    start, end = date(periode.van), date(periode.tot)
    if start and end:
        return f"van {start} tot en met {end}"
    return f"vanaf {start}" if start else f"tot en met {end}" if end else ""


def _departures(aanpak: Aanpak) -> Blocks:
    if not aanpak.kader or not aanpak.kader.afwijkingen:
        return ()
    return (
        paragraph("De toets wijkt hierin van het kader af:"),
        *bullets(aanpak.kader.afwijkingen),
    )


def _methods(context: Context, aanpak: Aanpak) -> Iterator[Block]:
    yield heading("Methoden")
    heads = columns(
        "Methode", "Uitvoerder", "Aantal", "Toelichting", "Bron", widths=(3, 3, 2, 5, 2)
    )
    rows = (_method(context, one) for one in aanpak.methoden)
    yield from or_missing(table("Manieren waarop informatie is verzameld", heads, rows=rows))


def _method(context: Context, one: Methode) -> tuple[str, str, str, str, Inlines]:
    return (
        capitalised(context.value("methoden", one.soort)),
        context.organisation(one.uitvoerder) or "–",
        number(one.aantal) or "–",
        " ".join((one.toelichting or "").split()) or "–",
        context.cited((one.bron,)) or said("–"),
    )


def _limits(aanpak: Aanpak) -> Iterator[Block]:
    yield heading("Beperkingen")
    if aanpak.beperkingen:
        yield from bullets(aanpak.beperkingen)
    elif aanpak.geen_beperkingen:
        yield paragraph(because("Geen beperkingen vermeld", aanpak.geen_beperkingen))
    else:
        yield missing()


def _timing(context: Context, aanpak: Aanpak) -> Iterator[Block]:
    start = first_inwerkingtreding(context.toets)
    moments = [*_research(context, aanpak), ("de brief", letter_date(context))]
    items = [text for name, day in moments if (text := _months(start, name, day=day))]
    if not items:
        return
    yield heading("Tijd sinds de inwerkingtreding")
    yield paragraph(f"Van de eerste inwerkingtreding ({date(start)}) tot:")
    yield from bullets(items)


def _months(start: str | None, name: str, *, day: str | None) -> str:
    between = months(start, day)
    if between is None or between < 0:
        return ""
    return sentence(f"{name} ({date(day)}): {counted(between, 'maand', more='maanden')}")


def _research(context: Context, aanpak: Aanpak) -> Iterator[tuple[str, str | None]]:
    if aanpak.periode:
        yield "het einde van het onderzoek", aanpak.periode.tot
    seen: set[str] = set()
    for one in aanpak.methoden:
        bron = context.bron(one.bron)
        if bron and bron.soort == "rapport" and bron.id not in seen:
            seen.add(bron.id)
            yield (
                f"het {context.value('bronsoorten', bron.soort).casefold()} «{bron.titel}»",
                bron.datum,
            )
