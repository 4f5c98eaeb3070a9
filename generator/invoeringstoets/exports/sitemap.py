"""What search engines are told: which pages change when, and where the sitemaps are.

``sitemap.xml`` with all pages is made by the theme; the one here tells of every toets when what a
reader sees of it last changed (sitemaps.org, protocol 0.9).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from invoeringstoets.exports import diwoo
from invoeringstoets.exports.written import written
from invoeringstoets.pages import Asset, Surroundings
from invoeringstoets.pages.changes import history_path
from invoeringstoets.pages.view import toets_path

PATH: Final = "sitemap-toetsen.xml"
ROBOTS: Final = "robots.txt"
ALL_PAGES: Final = "sitemap.xml"


def toetsen(surroundings: Surroundings) -> Iterator[Asset]:
    """The pages of the toetsen and of their history, with when they last changed."""
    base = surroundings.site_url
    if not base or surroundings.library.internal:
        return
    root = Element("urlset", {"xmlns": diwoo.SITEMAP})
    for toets in surroundings.library.toetsen:
        revisions = surroundings.history.by_toets.get(toets.id, ())
        for path in (toets_path(toets), history_path(toets)):
            url = SubElement(root, "url")
            SubElement(url, "loc").text = base + path
            if revisions:
                SubElement(url, "lastmod").text = revisions[0].moment
    yield Asset(PATH, written(root))


def robots(surroundings: Surroundings) -> Iterator[Asset]:
    """What robots may read (RFC 9309): all of a public site, nothing of an internal one.

    The Woo harvester looks here for the sitemap indexes of DiWoo.
    """
    lines = ["User-agent: *"]
    if surroundings.library.internal:
        lines.append("Disallow: /")
    else:
        lines.append("Allow: /")
        if surroundings.site_url:
            indexes = [one.path for one in diwoo.sitemaps(surroundings) if "index" in one.path]
            found = (ALL_PAGES, PATH, *indexes)
            lines += [f"Sitemap: {surroundings.site_url}{path}" for path in found]
    yield Asset(ROBOTS, ("\n".join(lines) + "\n").encode())
