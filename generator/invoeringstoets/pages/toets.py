"""The page of one toets, and the signposts at its earlier addresses."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from invoeringstoets import reports
from invoeringstoets.model import Library, Toets
from invoeringstoets.model.mijlpalen import is_late
from invoeringstoets.pages import actions, changes, comparison, downloads, linked, questions, woo
from invoeringstoets.pages.conclusions import by_voice, loose_actions
from invoeringstoets.pages.data_paths import toets_data
from invoeringstoets.pages.fields import field_title
from invoeringstoets.pages.page import Crumb, Each, Entry, Page, Surroundings
from invoeringstoets.pages.template import render
from invoeringstoets.pages.view import OVERVIEW, View, short_title, toets_path
from invoeringstoets.reports.charts import steps


@Each
def pages(toets: Toets, surroundings: Surroundings) -> Iterator[Page]:
    """The page of a toets, and one at each of its earlier ids."""
    yield _page(toets, surroundings)
    for earlier in toets.vorige_ids:
        yield _moved(toets, earlier, library=surroundings.library)


def _page(toets: Toets, surroundings: Surroundings) -> Page:
    path = toets_path(toets)
    view = View(surroundings.library, path, toets)
    values = {
        "v": view,
        "toets": toets,
        "steps": steps(toets),
        "compared": comparison.compared(view, toets),
        "risks": comparison.risk_rows(toets),
        "groups": questions.groups(toets, surroundings.library.value_lists),
        "outside": questions.outside(toets),
        "conclusions": by_voice(toets),
        "official": is_official(toets),
        "web": is_web,
        "loose": loose_actions(toets),
        "term": actions.term,
        "is_late": is_late,
        "questions_shown": has_questions(toets),
        "costs_shown": has_costs(toets),
        "field_title": partial(field_title, surroundings.schema),
        **_beside(toets, surroundings, view=view),
        "toets_path": toets_path,
        "short_title": short_title,
    }
    shown = (bool(values["steps"]), bool(values["risks"]), bool(values["changed"]))
    return Page(
        path=path,
        title=toets.titel,
        description=f"Invoeringstoets: {toets.titel} ({toets.regeling.citeertitel}).",
        html=render("toets.html", **values),
        crumbs=(Crumb("Toetsen", OVERVIEW),),
        contents=_contents(toets, *shown),
        source=f"{toets.id}.yaml",
        short=short_title(toets),
        linked_data=linked.of_toets(toets, surroundings),
        data="" if surroundings.library.internal else toets_data(toets.id),
    )


def _beside(toets: Toets, surroundings: Surroundings, *, view: View) -> dict[str, object]:
    """What the page shows besides the toets itself: its reports, its history, its relations."""
    public = not surroundings.library.internal
    return {
        "data": view.link(toets_data(toets.id)) if public else "",
        "woo": tuple(woo.told(view, toets, surroundings)) if public else (),
        "built": surroundings.downloads is not None,
        "downloads": downloads.offered(view, (surroundings.downloads or {}).get(toets.id, ())),
        "unavailable": unavailable(toets, surroundings.library),
        "source_url": _source_url(toets, surroundings),
        "changed": [
            changes.told(toets, one, most=changes.SHORT)
            for one in surroundings.history.by_toets.get(toets.id, ())[: changes.ON_PAGE]
        ],
        "history": changes.history_path(toets),
        "related": _related(toets, surroundings.library),
    }


def unavailable(toets: Toets, library: Library) -> tuple[tuple[str, str], ...]:
    """The reports that the data do not allow: title and reason; of those that a site offers."""
    offered = [item for item in reports.REPORTS.values() if item.public or library.internal]
    judged = ((item.title, item.unavailable(toets, library)) for item in offered)
    return tuple((title, reason) for title, reason in judged if reason)


def _source_url(toets: Toets, surroundings: Surroundings) -> str:
    base = surroundings.source_url
    return f"{base}/{toets.id}.yaml" if base else ""


def _related(toets: Toets, library: Library) -> tuple[Toets, ...]:
    found = (library.by_id(other) for other in toets.verwante_toetsen)
    return tuple(other for other in found if other)


def _contents(toets: Toets, *shown: bool) -> tuple[Entry, ...]:
    dated, risks, changed = shown
    entries = (
        ("verloop", "Verloop", dated),
        ("regeling", "De regeling", True),
        ("aanleiding", "Aanleiding", bool(toets.aanleiding)),
        ("aanname-en-praktijk", "Aanname en praktijk", bool(toets.aannames)),
        ("cijfers", "Cijfers", bool(toets.kerncijfers)),
        ("vraag-1", "Doelgroep: vragen 1A tot en met 1C", has_questions(toets)),
        ("vraag-2", "Uitvoering: vragen 2A tot en met 2C", has_questions(toets)),
        ("buiten-de-vragen", "Andere bevindingen", bool(questions.outside(toets))),
        ("risicos", "Risico’s vooraf en in de praktijk", risks),
        ("kosten", "Uitvoeringskosten", has_costs(toets)),
        ("conclusies", "Conclusies en acties", bool(toets.conclusies)),
        ("andere-acties", "Andere acties", bool(loose_actions(toets))),
        ("aanbevelingen", "Aanbevelingen", bool(toets.aanbevelingen)),
        ("conflicten", "Waar bronnen verschillen", bool(toets.conflicten)),
        ("aanpak", "Aanpak en grenzen", bool(toets.aanpak)),
        ("bronnen", "Bronnen", bool(toets.bronnen)),
        ("wijzigingen", "Wijzigingen", changed),
        ("downloads", "Downloads", True),
    )
    return tuple(Entry(anchor, title) for anchor, title, there in entries if there)


def is_official(toets: Toets) -> bool:
    """Whether the page may go without "geen officieel document": the author switched it off."""
    return toets.status == "aangeboden" and toets.publicatie.officieel and not toets.fictief


def is_web(text: str) -> bool:
    """Whether a text is an address that a page may link to."""
    return text.startswith(("https://", "http://"))


def has_questions(toets: Toets) -> bool:
    """Whether the six questions belong on the page: not where no research was done."""
    return toets.soort != "afweging" and bool(toets.centrale_vragen or toets.bevindingen)


def has_costs(toets: Toets) -> bool:
    """Whether the execution test beforehand says anything of costs or staff."""
    vooraf = toets.uitvoeringstoets
    return bool(vooraf and (vooraf.kosten or vooraf.fte))


def _moved(toets: Toets, earlier: str, *, library: Library) -> Page:
    path = f"toetsen/{earlier}.html"
    view = View(library, path, toets)
    html = render("verplaatst.html", v=view, toets=toets, address=view.link(toets_path(toets)))
    return Page(
        path=path,
        title="Verplaatst",
        description=f"Deze toets staat nu op een ander adres: {toets.titel}.",
        html=html,
        crumbs=(Crumb("Toetsen", OVERVIEW),),
        moved=toets_path(toets),
    )
