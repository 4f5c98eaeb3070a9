"""What changed: the latest changes of all toetsen, and the whole history of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from invoeringstoets.history import Change, Mark, Piece, Revision, head
from invoeringstoets.model import Library, Toets
from invoeringstoets.pages import paging
from invoeringstoets.pages.anchors import ANCHORS
from invoeringstoets.pages.page import Crumb, Each, Page, Surroundings
from invoeringstoets.pages.signpost import signposts
from invoeringstoets.pages.template import render
from invoeringstoets.pages.view import OVERVIEW, View, toets_path

LATEST = "wijzigingen/index.html"
FEED = "feeds/wijzigingen.xml"
SHORT = 6
"""How many changes of one revision a list shows before it refers to the history of the toets."""
BRIEF = 240
"""How many characters of marked text such a list shows with a change; longer text it leaves out."""
ON_PAGE = 5
"""How many revisions the page of a toets shows."""

_TITLE = "Laatste wijzigingen"


@dataclass(frozen=True)
class Line:
    """A change in a list: its sentence, and where on the page of the toets its subject is.

    ``pieces`` is the text that goes with it, with what changed marked.
    """

    change: Change
    text: str
    anchor: str
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class Told:
    """A revision as a list shows it: ``more`` changes are left out."""

    revision: Revision
    toets: Toets
    lines: tuple[Line, ...]
    more: int

    @property
    def id(self) -> str:
        """Its id on the history page of the toets."""
        return revision_id(self.revision)


def revision_id(revision: Revision) -> str:
    """The id of a revision on the history page of its toets."""
    return f"v-{revision.commit[:12]}"


def history_path(toets: Toets) -> str:
    """The output path of the history of a toets."""
    return f"wijzigingen/{toets.id}.html"


def feed_path(ministry: str) -> str:
    """The output path of the feed of one ministry."""
    return f"feeds/{ministry}.xml"


def told(toets: Toets, revision: Revision, *, most: int | None = None) -> Told:
    """A revision with its sentences, at ``most`` this many of them and then without long texts."""
    there = _anchors(toets)
    lines = tuple(
        Line(
            change,
            head(change),
            change.anchor if change.anchor in there else "",
            change.pieces if most is None or _size(change) <= BRIEF else (),
        )
        for change in revision.changes[:most]
    )
    return Told(revision, toets, lines, len(revision.changes) - len(lines))


def _size(change: Change) -> int:
    """How many characters of the marked text of a change are shown."""
    return sum(len(piece.text) for piece in change.pieces if piece.mark is not Mark.SKIPPED)


def latest(surroundings: Surroundings) -> Iterator[Page]:
    """The latest changes in pages of a hundred revisions."""
    library, history = surroundings.library, surroundings.history
    known = {toets.id: toets for toets in library.toetsen}
    rows = [told(known[one.toets], one, most=SHORT) for one in history.all if one.toets in known]
    for part in paging.split(rows, LATEST):
        html = render(
            "wijzigingen.html",
            v=View(library, part.path),
            part=part,
            title=_TITLE,
            complete=history.complete,
            feeds=_feeds(library) if surroundings.site_url else (),
            history_path=history_path,
            toets_path=toets_path,
        )
        yield Page(
            path=part.path,
            title=_TITLE + part.suffix,
            description="Wat er in de toetsen van deze verzameling is veranderd, en wanneer.",
            html=html,
            crumbs=part.crumbs(_TITLE),
            feeds=(FEED,) if surroundings.site_url else (),
        )


def ministries(library: Library) -> dict[str, str]:
    """The ministries that have a toets: the name of each by its id, in order of name."""
    found = {
        ministry: library.organisation(ministry, toets).naam
        for toets in library.toetsen
        for ministry in library.ministries(toets)
    }
    return dict(sorted(found.items(), key=lambda pair: pair[1].casefold()))


def _feeds(library: Library) -> tuple[tuple[str, str], ...]:
    return (
        (FEED, "alle toetsen"),
        *((feed_path(key), name) for key, name in ministries(library).items()),
    )


@Each
def history(toets: Toets, surroundings: Surroundings) -> Iterator[Page]:
    """The whole history of a toets."""
    revisions = surroundings.history.by_toets.get(toets.id, ())
    for part in paging.split(revisions, history_path(toets), rows=20):
        html = render(
            "geschiedenis.html",
            v=View(surroundings.library, part.path, toets),
            toets=toets,
            part=part,
            told=[told(toets, one) for one in part.rows],
            complete=surroundings.history.complete,
            toets_path=toets_path,
            latest=LATEST,
        )
        title = f"Wijzigingen: {toets.short_title}"
        yield Page(
            path=part.path,
            title=title + part.suffix,
            description=f"Alle wijzigingen in de toets {toets.short_title}, van nieuw naar oud.",
            html=html,
            crumbs=(
                Crumb("Toetsen", OVERVIEW),
                Crumb(toets.short_title, toets_path(toets)),
                *part.crumbs("Wijzigingen"),
            ),
            short="Wijzigingen" + part.suffix,
        )
    yield from signposts(
        toets,
        surroundings.library,
        at="wijzigingen/{}.html",
        to=history_path(toets),
        what="Deze wijzigingen staan nu",
    )


def _anchors(toets: Toets) -> frozenset[str]:
    """The ids that the page of a toets has for its parts."""
    named = (anchor(one.id) for name, anchor in ANCHORS.items() for one in getattr(toets, name))
    return frozenset((*named, *(f"vraag-{key.lower()}" for key in toets.centrale_vragen)))
