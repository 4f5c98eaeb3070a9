"""What stands where a page of a toets was under an earlier id: the way to where it is now."""

from __future__ import annotations

from invoeringstoets.model import Library, Toets
from invoeringstoets.pages.page import Crumb, Page
from invoeringstoets.pages.template import render
from invoeringstoets.pages.view import OVERVIEW, View

SCRIPT = "js/verplaatst.js"
"""The script of the theme that goes on to the same part of the page; without it, the page does."""


def signpost(toets: Toets, library: Library, *, at: str, to: str, what: str) -> Page:
    """The page at the output path ``at`` that leads to ``to``; ``what`` (Dutch) has moved."""
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
