"""What stands where a page of a toets was under an earlier id: the way to where it is now."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.model import Library, Toets
from invoeringstoets.pages.page import Crumb, Page
from invoeringstoets.pages.template import render
from invoeringstoets.pages.view import OVERVIEW, View

SCRIPT = "js/verplaatst.js"
"""The script of the theme that goes on to the same part of the page; without it, the page does."""


def signposts(toets: Toets, library: Library, *, at: str, to: str, what: str) -> Iterator[Page]:
    """A page at each earlier output path: ``at`` with an earlier id in place of ``{}``.

    They lead to the output path ``to``; ``what`` (Dutch) has moved.
    """
    for earlier in toets.vorige_ids:
        yield _signpost(toets, library, at=at.format(earlier), to=to, what=what)


def _signpost(toets: Toets, library: Library, *, at: str, to: str, what: str) -> Page:
    view = View(library, at, toets)
    return Page(
        path=at,
        title="Verplaatst",
        description=f"{what} op een ander adres: {toets.titel}.",
        html=render("verplaatst.html", v=view, toets=toets, address=view.link(to)),
        crumbs=(Crumb("Toetsen", OVERVIEW),),
        scripts=(SCRIPT,),
        moved=to,
    )
