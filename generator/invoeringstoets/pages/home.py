"""The front page: what this is, how much there is, and how complete it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from invoeringstoets.pages.dashboard import Numbers, tiles
from invoeringstoets.pages.page import Page, Surroundings
from invoeringstoets.pages.template import render
from invoeringstoets.pages.view import View, toets_path
from invoeringstoets.registers import ordered

LATEST = 6
"""How many toetsen the front page shows."""
FIRST = 4
"""How many of the numbers of the dashboard it shows."""


def pages(surroundings: Surroundings) -> Iterator[Page]:
    """The front page."""
    library = surroundings.library
    real = tuple(toets for toets in library.toetsen if not toets.fictief)
    ranked = sorted(ordered(library), key=lambda t: (t.fictief, t.volledigheid == "indexrecord"))
    html = render(
        "home.html",
        v=View(library, "index.html"),
        toetsen=library.toetsen,
        real=real,
        latest=ranked[:LATEST],
        completeness=Counter(toets.volledigheid for toets in library.toetsen),
        numbers=tuple(tiles(Numbers(surroundings, "index.html")))[:FIRST],
        toets_path=toets_path,
    )
    yield Page(
        path="index.html",
        title="Invoeringstoetsen",
        description="Wat bleek er van nieuwe regels in de praktijk? Invoeringstoetsen met"
        " bevindingen, conclusies, acties en bronnen.",
        html=html,
        wide=True,
    )
