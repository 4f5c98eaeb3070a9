"""DiWoo metadata (version 0.9.8) of the public documents, and the sitemaps the harvester reads.

The form is that of ``diwoo-metadata.xsd`` 0.9.8 (namespace
``https://standaarden.overheid.nl/diwoo/metadata/``, prefix ``diwoo``): obligatory are publisher,
titelcollectie/officieleTitel, classificatiecollectie/informatiecategorieen and
documenthandelingen, each handling with soortHandeling and atTime.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from invoeringstoets.exports.written import texts, written
from invoeringstoets.model import Toets
from invoeringstoets.pages import Asset, Each, Surroundings
from invoeringstoets.pages.data_paths import woo_metadata
from invoeringstoets.pages.woo import CATEGORY, WooDocument, documents

NAMESPACE: Final = "https://standaarden.overheid.nl/diwoo/metadata/"
SITEMAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
EUROPE: Final = "http://publications.europa.eu/resource/authority/"
LANGUAGES: Final = {"nl": (f"{EUROPE}language/NLD", "Nederlands")}
PDF: Final = (f"{EUROPE}file-type/PDF", "PDF")

CATEGORIES: Final = {
    "c_139c6280": 1,
    "c_aab6bfc7": 2,
    "c_759721e2": 3,
    "c_40a05794": 4,
    "c_89ee6784": 5,
    "c_8c840238": 6,
    "c_c76862ab": 7,
    "c_db4862c3": 8,
    "c_3a248e3a": 9,
    "c_99a836c7": 10,
    "c_8fc2335c": 11,
    "c_c6cd1213": 12,
    "c_cf268088": 13,
    "c_3baef532": 14,
    "c_fdaee95e": 15,
    "c_46a81018": 16,
    "c_a870c43d": 17,
}
"""The number of each information category in the name of its sitemap index.

``sitemapindex-diwoo-infocat015.xml`` is that of the onderzoeksrapporten ("Sitemapindex en
Sitemaps" of the guide of the standard); indexes with other names are not read.
"""

MOST: Final = 50_000
"""How many addresses a sitemap may hold (sitemaps.org)."""


@Each
def metadata(toets: Toets, surroundings: Surroundings) -> Iterator[Asset]:
    """A file of metadata for each document of a toets that has what they must hold."""
    for document in _known(toets, surroundings):
        root = Element("diwoo:Document", {"xmlns:diwoo": NAMESPACE})
        _describe(root, document, language=toets.taal)
        yield Asset(woo_metadata(document.stem), written(root))


def sitemaps(surroundings: Surroundings) -> Iterator[Asset]:
    """The sitemaps with metadata, and an index for each category that has documents.

    Only documents that are official and not invented: what a sitemap names, a portal of the
    government will show as the real thing. None without an address of the site.
    """
    base = surroundings.site_url
    if not base:
        return
    found = [
        (document, toets)
        for toets in surroundings.library.toetsen
        for document in _known(toets, surroundings)
        if document.candidate
    ]
    for code, number in CATEGORIES.items():
        own = [pair for pair in found if _code(pair[0]) == code]
        if own:
            yield from _of_category(own, number, base=base)


def index_path(number: int) -> str:
    """The output path of the sitemap index of a category."""
    return f"sitemaps/sitemapindex-diwoo-infocat{number:03}.xml"


def _known(toets: Toets, surroundings: Surroundings) -> Iterator[WooDocument]:
    """The documents with metadata; an internal site offers none."""
    if surroundings.library.internal:
        return
    downloads = (surroundings.downloads or {}).get(toets.id, ())
    for one in documents(toets, surroundings.library, downloads=downloads):
        if isinstance(one, WooDocument):
            yield one


def _code(document: WooDocument) -> str:
    """By its first category a document is in one sitemap only."""
    return document.categories[0].url.removeprefix(CATEGORY)


def _of_category(
    found: Sequence[tuple[WooDocument, Toets]], number: int, *, base: str
) -> Iterator[Asset]:
    index = Element("sitemapindex", {"xmlns": SITEMAP})
    for place, start in enumerate(range(0, len(found), MOST), start=1):
        path = f"sitemaps/sitemap-diwoo-infocat{number:03}-{place}.xml"
        texts(SubElement(index, "sitemap"), loc=base + path)
        yield Asset(path, written(_sitemap(found[start : start + MOST], base)))
    yield Asset(index_path(number), written(index))


def _sitemap(found: Sequence[tuple[WooDocument, Toets]], base: str) -> Element:
    root = Element("urlset", {"xmlns": SITEMAP, "xmlns:diwoo": NAMESPACE})
    for document, toets in found:
        url = SubElement(root, "url")
        texts(url, loc=base + document.path)
        _describe(SubElement(url, "diwoo:Document"), document, language=toets.taal)
    return root


def _describe(parent: Element, document: WooDocument, *, language: str) -> None:
    root = SubElement(parent, "diwoo:DiWoo")
    own = SubElement(root, "diwoo:identifiers")
    for identifier in document.identifiers:
        SubElement(own, "diwoo:identifier").text = identifier
    _label(root, "publisher", value=(document.publisher.tooi, document.publisher.naam))
    titles = SubElement(root, "diwoo:titelcollectie")
    SubElement(titles, "diwoo:officieleTitel").text = document.title
    texts = SubElement(root, "diwoo:omschrijvingen")
    SubElement(texts, "diwoo:omschrijving").text = document.description
    classified = SubElement(root, "diwoo:classificatiecollectie")
    categories = SubElement(classified, "diwoo:informatiecategorieen")
    for category in document.categories:
        _label(categories, "informatiecategorie", value=(category.url, category.naam))
    _label(SubElement(classified, "diwoo:documentsoorten"), "documentsoort", value=document.kind)
    SubElement(root, "diwoo:creatiedatum").text = document.created
    if language in LANGUAGES:
        _label(root, "language", value=LANGUAGES[language])
    _label(root, "format", value=PDF)
    handlings = SubElement(root, "diwoo:documenthandelingen")
    handling = SubElement(handlings, "diwoo:documenthandeling")
    _label(handling, "soortHandeling", value=document.handling)
    # The standard wants a moment; of a letter the day is known.
    SubElement(handling, "diwoo:atTime").text = f"{document.handled}T00:00:00"


def _label(parent: Element, name: str, *, value: tuple[str, str]) -> None:
    """An element with the identifier of its value and its label."""
    address, label = value
    SubElement(parent, f"diwoo:{name}", {"resource": address}).text = label
