"""A page of the site as plain Markdown: what it says, without what only a screen can do.

What a page says is in its template and nowhere else: this reads the finished HTML, so that a page
or a part of one that comes with the site is in the Markdown too. Out go drawings (each has its
table), forms and scripts; ids stay, as empty anchors, so that addresses lead to the same place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from invoeringstoets.formats.markdown.inline import escaped
from invoeringstoets.pages.accessibility import ACCESSIBILITY
from invoeringstoets.pages.data_paths import OPEN_DATA
from invoeringstoets.pages.page import Page
from invoeringstoets.pages.plain.blocks import apart, flow
from invoeringstoets.pages.plain.inline import address
from invoeringstoets.pages.plain.tree import read
from invoeringstoets.pages.search import SEARCH

__all__ = ["LEFT_OUT", "markdown", "path_of"]

LEFT_OUT: Final = frozenset({SEARCH})
"""The output paths of pages that say nothing without a script."""

_HOME = "index.html"
_INTERNAL = "> **Intern.** Hier kan ook staan wat niet openbaar is. Niet publiceren."
_ELSEWHERE = (
    "> **Let op.** Deze pagina gaat over de site zoals ‘toets site’ die maakt. Op een site die met"
    " andere programmatuur van deze tekst is gemaakt, kan het anders zijn."
)
_NOTICES = {
    _HOME: (
        "> **Alleen tekst.** Dit is de site als platte tekst: dezelfde pagina’s, zonder zoeken,"
        " filteren en grafieken."
        " Waar een koppeling naar rijen van een lijst leidde, leidt zij naar de hele lijst."
    ),
    ACCESSIBILITY: _ELSEWHERE,
    OPEN_DATA: _ELSEWHERE,
}
"""What pages say of being plain, by their output path."""


def path_of(path: str) -> str:
    """The path of the Markdown of a page with this output path."""
    return path.removesuffix(".html") + ".md"


def markdown(page: Page, link: Callable[[str], str], *, internal: bool = False) -> str:
    """A page as Markdown with one line end at its end.

    ``link`` gives the address of an output path as seen from the page. Where not all on the site
    may be seen by everyone (``internal``), each page says so.
    """
    parts = list(apart(flow(read(page.html))))
    first = next((at for at, part in enumerate(parts, 1) if part.startswith("# ")), 0)
    notices = (_INTERNAL if internal else "", _way(page, link), _NOTICES.get(page.path, ""))
    parts[first:first] = filter(None, notices)
    return "\n\n".join(parts) + "\n"


def _way(page: Page, link: Callable[[str], str]) -> str:
    """The way to a page, as links; the home page has none."""
    if page.path == _HOME:
        return ""
    steps = (("Home", _HOME), *((crumb.title, crumb.path) for crumb in page.crumbs if crumb.path))
    return " › ".join(f"[{escaped(title)}]({address(link(path))})" for title, path in steps)
