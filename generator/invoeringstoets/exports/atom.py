"""Atom feeds of what changed (RFC 4287): one of all toetsen, one per ministry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from xml.etree.ElementTree import Element, SubElement

from invoeringstoets.exports.written import texts, written
from invoeringstoets.history import Revision, sentence
from invoeringstoets.model import Toets
from invoeringstoets.pages import Asset, Surroundings
from invoeringstoets.pages.changes import FEED, feed_path, history_path, ministries, revision_id
from invoeringstoets.phrasing import marked_title

ENTRIES = 50
"""How many revisions a feed holds."""

ATOM = "http://www.w3.org/2005/Atom"
_DAWN = "2000-01-01T00:00:00Z"


def feeds(surroundings: Surroundings) -> Iterator[Asset]:
    """The feeds; none without an address of the site, for a feed has absolute addresses only."""
    if not surroundings.site_url:
        return
    library, revisions = surroundings.library, surroundings.history.all
    known = {toets.id: toets for toets in library.toetsen}
    told = [(known[one.toets], one) for one in revisions if one.toets in known]
    title = "Wijzigingen in invoeringstoetsen"
    yield _feed(FEED, title, told=told, base=surroundings.site_url)
    for ministry, name in ministries(library).items():
        own = [pair for pair in told if ministry in library.ministries(pair[0])]
        yield _feed(feed_path(ministry), f"{title}: {name}", told=own, base=surroundings.site_url)


def _feed(path: str, title: str, *, told: Iterable[tuple[Toets, Revision]], base: str) -> Asset:
    shown = tuple(told)[:ENTRIES]
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "nl"})
    updated = shown[0][1].moment if shown else _DAWN
    texts(root, id=base + path, title=title, updated=updated)
    texts(SubElement(root, "author"), name="Invoeringstoetsen")
    SubElement(root, "link", {"rel": "self", "href": base + path, "type": "application/atom+xml"})
    SubElement(root, "link", {"href": base + "wijzigingen/index.html", "type": "text/html"})
    for toets, revision in shown:
        _entry(root, toets, revision=revision, base=base)
    return Asset(path, written(root))


def _entry(root: Element, toets: Toets, *, revision: Revision, base: str) -> None:
    address = f"{base}{history_path(toets)}#{revision_id(revision)}"
    entry = SubElement(root, "entry")
    title = marked_title(toets.short_title, toets)
    texts(entry, id=address, title=title, updated=revision.moment)
    SubElement(entry, "link", {"href": address, "type": "text/html"})
    lines = [sentence(change) for change in revision.changes]
    found = lines or ["Voor het eerst in deze verzameling te zien."]
    items = "".join(f"<li>{escape(line)}</li>" for line in found)
    SubElement(entry, "summary", {"type": "html"}).text = f"<ul>{items}</ul>"
