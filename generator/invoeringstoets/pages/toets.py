"""The page of one toets, and the signposts at its earlier addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from invoeringstoets import reports
from invoeringstoets.model import Library, Toets
from invoeringstoets.model.mijlpalen import is_late
from invoeringstoets.pages import (
    changes,
    comparison,
    downloads,
    linked,
    questions,
    sections,
    woo,
)
from invoeringstoets.pages.conclusions import by_voice, loose_actions
from invoeringstoets.pages.data_paths import toets_data
from invoeringstoets.pages.fields import field_title
from invoeringstoets.pages.page import Crumb, Each, Entry, Page, Surroundings
from invoeringstoets.pages.reference import RULES
from invoeringstoets.pages.signpost import signposts
from invoeringstoets.pages.template import render
from invoeringstoets.pages.view import OVERVIEW, View, toets_path
from invoeringstoets.phrasing import term_said
from invoeringstoets.registers import paths
from invoeringstoets.reports.charts import steps

COPY = "js/kopieer.js"
"""The script of the theme that copies a reference to a part of the page."""


@Each
def pages(toets: Toets, surroundings: Surroundings) -> Iterator[Page]:
    """The page of a toets, and one at each of its earlier ids."""
    yield _page(toets, surroundings)
    yield from signposts(
        toets,
        surroundings.library,
        at=paths.of_toets("{}"),
        to=toets_path(toets),
        what="Deze toets staat nu",
    )


def _page(toets: Toets, surroundings: Surroundings) -> Page:
    path = toets_path(toets)
    lines = surroundings.lines.get(toets.id, {})
    file_url = _source_url(toets, surroundings)
    view = View(surroundings.library, path, toets, file_url, lines)
    values = {**_content(toets, surroundings, view=view), **_beside(toets, surroundings, view=view)}
    contents = _contents(toets, values)
    return Page(
        path=path,
        title=toets.titel,
        description=f"Invoeringstoets: {toets.titel} ({toets.regeling.citeertitel}).",
        html=render("toets.html", contents=contents, **values),
        crumbs=(Crumb("Toetsen", OVERVIEW),),
        contents=contents,
        source=f"{toets.id}.yaml",
        short=toets.short_title,
        scripts=(COPY,),
        linked_data=linked.of_toets(toets, surroundings),
        data="" if surroundings.library.internal else toets_data(toets.id),
    )


def _content(toets: Toets, surroundings: Surroundings, *, view: View) -> dict[str, object]:
    """What the page shows of the toets itself, and the words for it."""
    return {
        "v": view,
        "toets": toets,
        "steps": steps(toets, surroundings.library.reference_date),
        "compared": comparison.compared(view, toets),
        "risks": comparison.risk_rows(toets),
        "groups": questions.groups(toets, surroundings.library.value_lists),
        "outside": questions.outside(toets),
        "conclusions": by_voice(toets),
        "official": is_official(toets),
        "web": is_web,
        "loose": loose_actions(toets),
        "term": term_said,
        "is_late": is_late,
        "questions_shown": sections.has_questions(toets),
        "costs_shown": sections.has_costs(toets),
        "field_title": partial(field_title, surroundings.schema),
        "toets_path": toets_path,
        "organisation_path": paths.of_organisation,
    }


def _beside(toets: Toets, surroundings: Surroundings, *, view: View) -> dict[str, object]:
    """What the page shows besides the toets itself: its reports, its history, its relations."""
    public = not surroundings.library.internal
    return {
        "data": view.link(toets_data(toets.id)) if public else "",
        "woo": tuple(woo.told(view, toets, surroundings=surroundings)) if public else (),
        "built": surroundings.downloads is not None,
        "downloads": downloads.offered(view, (surroundings.downloads or {}).get(toets.id, ())),
        "unavailable": unavailable(toets, surroundings.library),
        "source_url": view.file_url,
        "changed": [
            changes.told(toets, one, most=changes.SHORT)
            for one in surroundings.history.by_toets.get(toets.id, ())[: changes.ON_PAGE]
        ],
        "history": changes.history_path(toets),
        "remarks": surroundings.remarks.get(toets.id, ()),
        "rules_path": RULES,
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


def _contents(toets: Toets, values: Mapping[str, object]) -> tuple[Entry, ...]:
    """What "Op deze pagina" lists."""
    sure = (
        (sections.COURSE, "steps"),
        (sections.CHANGES, "changed"),
        (sections.REMARKS, "remarks"),
    )
    return sections.contents(toets, {section for section, name in sure if values[name]})


def is_official(toets: Toets) -> bool:
    """Whether the page may go without "geen officieel document": the author switched it off."""
    return toets.status == "aangeboden" and toets.publicatie.officieel and not toets.fictief


def is_web(text: str) -> bool:
    """Whether a text is an address that a page may link to."""
    return text.startswith(("https://", "http://"))
