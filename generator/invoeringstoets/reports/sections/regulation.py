"""The regulation: what it is for, for whom, since when, and what stands around it."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets import addresses, prose
from invoeringstoets.document import Block, Blocks, Inlines, Text
from invoeringstoets.model import Beleidskeuze, Inwerkingtreding, Toets, VerwanteRegeling, Wijziging
from invoeringstoets.notation import capitalised, date, dossier, joined, sentence
from invoeringstoets.reports.context import Context
from invoeringstoets.reports.pieces import (
    Section,
    bullets,
    columns,
    facts,
    heading,
    known,
    link,
    or_missing,
    said,
    table,
)


def regulation(context: Context) -> Section:
    """What the data say of the regulation, its target group and the organisations around it."""
    blocks = (
        *_facts(context),
        *_conditions(context),
        *_target_group(context),
        *_organisations(context),
        *_around(context),
    )
    return Section("De regeling", blocks, "regeling")


def in_force(context: Context) -> str:
    """The dates of entry into force, each with its part, as one line of text."""
    return "; ".join(_in_force(one) for one in context.toets.regeling.inwerkingtreding)


def _in_force(one: Inwerkingtreding) -> str:
    return date(one.datum) + (f" ({one.onderdeel})" if one.onderdeel else "")


def _facts(context: Context) -> Blocks:
    regeling = context.toets.regeling
    always = (
        ("Regeling", link(addresses.of_law(context.toets), regeling.citeertitel)),
        ("Inwerkingtreding", _dated(context)),
        ("Doel", prose.flowed(prose.paragraphs(regeling.doel))),
    )
    optional = known(
        (
            ("Soort", capitalised(context.word(regeling.soort))),
            ("Artikelen", _articles(regeling.artikelen)),
        )
    )
    return (*facts((always[0], *optional, *always[1:])), *_changes(context))


def _articles(artikelen: tuple[str, ...]) -> str:
    if any("," in one for one in artikelen):
        return "; ".join(artikelen)
    return joined(artikelen)


def _dated(context: Context) -> Inlines:
    content: list[Inlines] = []
    for one in context.toets.regeling.inwerkingtreding:
        cited = context.cited((one.bron,))
        content.append((Text(_in_force(one)), *((Text(", "), *cited) if cited else ())))
    return tuple(part for i, c in enumerate(content) for part in ((Text("; "),) if i else ()) + c)


def _changes(context: Context) -> Blocks:
    changes = context.toets.regeling.wijzigingen
    if not changes:
        return ()
    items = (_change(context, change) for change in changes)
    return (heading("Wijzigingen van de regeling"), *bullets(items))


def _change(context: Context, change: Wijziging) -> Inlines:
    number = (
        f"Kamerstukdossier {dossier(change.dossier)}" if change.dossier else "",
        f"amendement {change.amendement}" if change.amendement else "",
        f"Staatsblad {change.staatsblad.replace('-', ', ')}" if change.staatsblad else "",
    )
    what = ", ".join(part for part in number if part)
    about = " ".join((change.omschrijving or "").split())
    return _with_source(context, ": ".join(filter(None, (what, about))), source_id=change.bron)


def _with_source(context: Context, text: str, *, source_id: str | None) -> Inlines:
    cited = context.cited((source_id,))
    bare = sentence(text)
    return (Text(f"{bare} ("), *cited, Text(")")) if cited else said(bare)


def _conditions(context: Context) -> Iterator[Block]:
    conditions = context.toets.regeling.voorwaarden
    for circle, lead in (
        ("binnen", "Wie onder de regeling valt"),
        ("buiten", "Wie erbuiten valt"),
    ):
        texts = [sentence(v.tekst) for v in conditions if v.kring == circle]
        if texts:
            yield heading(lead)
            yield from bullets(texts)


def _target_group(context: Context) -> Iterator[Block]:
    group = context.toets.doelgroep
    yield heading("Doelgroep", anchor="doelgroep")
    yield from or_missing(prose.paragraphs(group.omschrijving) if group else ())
    if group and group.andere_belanghebbenden:
        yield from prose.paragraphs("Andere belanghebbenden zijn:")
        yield from bullets(group.andere_belanghebbenden)


def _organisations(context: Context) -> Iterator[Block]:
    yield heading("Betrokken organisaties")
    rows = [
        (context.organisation(o.id), capitalised(joined(context.word(rol) for rol in o.rol)))
        for o in context.toets.organisaties
    ]
    heads = columns("Organisatie", "Rol", widths=(3, 2))
    yield from or_missing(table("Organisaties en hun rol", heads, rows=rows))


def _around(context: Context) -> Iterator[Block]:
    regeling = context.toets.regeling
    if regeling.verwante_regelingen:
        yield heading("Verwante regelingen")
        yield from bullets(_related(context, one) for one in regeling.verwante_regelingen)
    if regeling.beleidskeuzes:
        yield heading("Keuzes bij de voorbereiding")
        yield from bullets(_choice(context, one) for one in regeling.beleidskeuzes)
    others = [_toets(context, other) for other in _other_toetsen(context)]
    if others:
        yield heading("Verwante toetsen")
        yield from bullets(others)


def _other_toetsen(context: Context) -> Iterator[Toets]:
    """The related toetsen that this output may name."""
    library = context.library
    for other_id in context.toets.verwante_toetsen:
        other = library.by_id(other_id)
        if other and (other.public or library.internal):
            yield other


def _toets(context: Context, other: Toets) -> str:
    facts_ = ", ".join(context.word(value) for value in (other.soort, other.status))
    return f"{other.titel} ({facts_})"


def _related(context: Context, one: VerwanteRegeling) -> str:
    executor = context.organisation(one.uitvoerder, inside=True)
    by = f"; uitvoering: {executor}" if executor else ""
    about = " ".join((one.toelichting or "").split())
    relation = capitalised(context.word(one.relatie))
    return " ".join(filter(None, (f"{relation}: {one.naam}{by}.", about)))


def _choice(context: Context, one: Beleidskeuze) -> Inlines:
    why = " ".join((one.motivering or "").split())
    return _with_source(
        context, " ".join(filter(None, (sentence(one.tekst), why))), source_id=one.bron
    )
