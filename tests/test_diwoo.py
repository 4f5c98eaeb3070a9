"""DiWoo metadata 0.9.8: field by field after the standard, and never of what is not real.

The rules below restate ``diwoo-metadata.xsd`` 0.9.8 (standaarden.overheid.nl/diwoo/metadata): which
elements, how many, in which order, and from which list their values come. The XSD itself is not
copied: its publisher states no licence for copies. With ``DIWOO_XSD`` set to a copy of one's own
the same files are checked against it.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from invoeringstoets import exports, pages
from invoeringstoets.exports import diwoo, sitemap
from invoeringstoets.model import (
    Brief,
    Dossier,
    Organisatie,
    Publicatie,
    Toets,
    Verzending,
    Waarde,
    WooCategorie,
)
from invoeringstoets.pages import woo
from invoeringstoets.pages.woo import Refused, WooDocument
from open_data_site import BASE, around, downloads, files
from report_cases import minimal, shipped

D = f"{{{diwoo.NAMESPACE}}}"
S = f"{{{diwoo.SITEMAP}}}"
KERN = "https://identifier.overheid.nl/tooi/def/thes/kern/"
EUROPE = "http://publications.europa.eu/resource/authority/"

ELEMENTS = {
    "Document": {"DiWoo": (1, 1)},
    "DiWoo": {
        "identifiers": (0, 1),
        "publisher": (1, 1),
        "titelcollectie": (1, 1),
        "omschrijvingen": (0, 1),
        "classificatiecollectie": (1, 1),
        "creatiedatum": (0, 1),
        "language": (0, 1),
        "format": (0, 1),
        "documenthandelingen": (1, 1),
    },
    "identifiers": {"identifier": (1, 99)},
    "titelcollectie": {"officieleTitel": (1, 1)},
    "omschrijvingen": {"omschrijving": (1, 99)},
    "classificatiecollectie": {"informatiecategorieen": (1, 1), "documentsoorten": (0, 1)},
    "informatiecategorieen": {"informatiecategorie": (1, 99)},
    "documentsoorten": {"documentsoort": (1, 99)},
    "documenthandelingen": {"documenthandeling": (1, 99)},
    "documenthandeling": {"soortHandeling": (1, 1), "atTime": (1, 1)},
}
"""Per element the elements in it, and how many of each (at least, at most)."""

VALUES = {
    "publisher": r"https://identifier\.overheid\.nl/tooi/id/(ministerie/mnre|zbo/zb)\w+",
    "informatiecategorie": KERN + r"c_[0-9a-f]{8}",
    "documentsoort": KERN + "c_(49599e6c|3300f29a)",
    "soortHandeling": KERN + "c_(e1ec050e|dfcee535|641ecd76)",
    "language": EUROPE + "language/NLD",
    "format": EUROPE + "file-type/PDF",
}
"""The elements that carry an identifier, and which (the lists of the standard)."""

TEXTS = {"creatiedatum": r"\d{4}-\d\d-\d\d", "atTime": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"}


def check(element: etree._Element) -> None:
    """That an element is as the standard has it, and so is all within it."""
    name = etree.QName(element).localname
    assert etree.QName(element).namespace == diwoo.NAMESPACE
    allowed = ELEMENTS.get(name)
    children = [etree.QName(child).localname for child in element]
    assert set(children) <= set(allowed or {}), (name, children)
    for wanted, (least, most) in (allowed or {}).items():
        assert least <= children.count(wanted) <= most, (name, wanted)
    if allowed is None:
        assert (element.text or "").strip()
    if name in VALUES:
        assert re.fullmatch(VALUES[name], element.get("resource", "")), name
    else:
        assert not element.attrib
    assert re.fullmatch(TEXTS.get(name, r"(?s).*"), (element.text or "").strip()), name
    for child in element:
        check(child)


def real(**changes: object) -> Toets:
    """A toets of which everything that the standard asks is known, and that is official."""
    letter = Brief(
        datum="2025-02-13",
        betreft="Invoeringstoets Wet op de proef",
        kenmerk="2025-0001",
        verzendingen=(
            Verzending(
                "tk",
                datum="2025-02-13",
                kenmerk="2025-0001",
                dossiers=(Dossier("31322"),),
                ondernummer="523",
            ),
            Verzending("ek", datum="2025-02-14", dossiers=(Dossier("33328"),), ondernummer="AG"),
        ),
    )
    toets = minimal(
        status="aangeboden",
        fictief=False,
        titel="Invoeringstoets Wet op de proef",
        organisaties=(Organisatie("szw", ("opdrachtgever",)),),
        brief=letter,
        publicatie=Publicatie(
            zichtbaarheid="openbaar",
            officieel=True,
            woo_categorie=(
                WooCategorie("kamerbrief", "vergaderstukken_staten_generaal"),
                WooCategorie("rapport", "onderzoeksrapporten"),
            ),
        ),
    )
    return replace(toets, **changes)  # type: ignore[arg-type]


def parsed(toets: Toets, *names: str) -> dict[str, etree._Element]:
    site = around(toets, downloads={toets.id: downloads(toets, *names)})
    return {
        path: etree.fromstring(made)
        for path, made in files(site).items()
        if path.startswith("data/diwoo/")
    }


def text(root: etree._Element, name: str) -> list[str]:
    return [element.text or "" for element in root.iter(f"{D}{name}")]


def resource(root: etree._Element, name: str) -> list[str]:
    return [element.get("resource", "") for element in root.iter(f"{D}{name}")]


def test_the_metadata_are_as_the_standard_has_them() -> None:
    found = parsed(real())
    assert list(found) == [
        "data/diwoo/2025-proef-kamerbrief.xml",
        "data/diwoo/2025-proef-rapport.xml",
    ]
    for root in found.values():
        assert root.tag == f"{D}Document"
        check(root)
        assert resource(root, "publisher") == [
            "https://identifier.overheid.nl/tooi/id/ministerie/mnre1073"
        ]
    letter, report = found.values()
    assert text(letter, "officieleTitel") == ["Invoeringstoets Wet op de proef"]
    assert resource(letter, "informatiecategorie") == [f"{KERN}c_c76862ab"]
    assert text(letter, "informatiecategorie") == ["Vergaderstukken Staten-Generaal"]
    assert resource(report, "informatiecategorie") == [f"{KERN}c_fdaee95e"]
    assert text(letter, "identifier") == ["2025-proef-kamerbrief", "2025-0001", "kst-31322-523"]
    assert text(report, "identifier") == ["2025-proef-rapport"]
    assert text(letter, "soortHandeling") == ["ondertekening"]
    assert text(report, "soortHandeling") == ["ontvangst"]
    assert text(letter, "creatiedatum") == ["2025-02-13"]
    assert text(letter, "atTime") == ["2025-02-13T00:00:00"]


def test_every_shipped_toets_that_has_metadata_keeps_to_the_standard() -> None:
    site = around(*shipped().values())
    made = {path: data for path, data in files(site).items() if path.startswith("data/diwoo/")}
    assert len(made) >= 2
    for data in made.values():
        check(etree.fromstring(data))


@pytest.mark.skipif("DIWOO_XSD" not in os.environ, reason="DIWOO_XSD names no copy of the XSD")
def test_the_xsd_of_the_standard_agrees() -> None:
    copy = Path(os.environ["DIWOO_XSD"])
    kept = copy.read_text(encoding="utf-8")
    # The schema of another standard that it brings in from the web is no part of ours.
    kept = re.sub(r'<xs:(import|element ref="mdto)[^>]*(mdto)?[^>]*/>', "", kept)
    schema = etree.XMLSchema(etree.fromstring(kept.encode(), base_url=str(copy)))
    roots = [*parsed(real()).values(), *parsed(shipped()["2025-stagevergoeding-mbo"]).values()]
    assert len(roots) == 4
    for root in roots:
        schema.assertValid(root)


def test_each_kamer_has_its_letter() -> None:
    found = parsed(real(), "kamerbrief-tk", "kamerbrief-ek")
    second, first = (found[f"data/diwoo/2025-proef-kamerbrief-{one}.xml"] for one in ("tk", "ek"))
    assert text(second, "identifier")[1:] == ["2025-0001", "kst-31322-523"]
    assert text(first, "identifier")[1:] == ["2025-0001", "kst-33328-AG"]
    assert text(first, "creatiedatum") == ["2025-02-14"]


def test_an_invented_document_says_so_and_has_no_official_number() -> None:
    (letter, report) = parsed(real(fictief=True)).values()
    for root in (letter, report):
        check(root)
        assert text(root, "officieleTitel")[0].endswith("(fictief voorbeeld)")
        assert text(root, "omschrijving")[0].startswith("Verzonnen voorbeeld.")
        assert len(text(root, "identifier")) == 1
    (marked, _) = parsed(shipped()["2025-stagevergoeding-mbo"]).values()
    assert text(marked, "officieleTitel")[0].lower().count("fictie") == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {"publicatie": replace(real().publicatie, woo_categorie=())},
            ("informatiecategorie", "nog niet bepaald"),
        ),
        ({"organisaties": (Organisatie("duo", ("beleid",)),)}, ("TOOI",)),
        ({"brief": replace(Brief(), datum="2025-02")}, ("de dag",)),
        ({"brief": None}, ("de dag",)),
    ],
)
def test_without_what_must_be_known_there_is_a_reason(
    changes: dict[str, object], words: tuple[str, ...]
) -> None:
    toets = real(**changes)
    site = around(toets)
    assert parsed(toets) == {}
    found = list(woo.documents(toets, site.library, downloads=downloads(toets)))
    assert [one.document for one in found if isinstance(one, Refused)] == ["kamerbrief", "rapport"]
    for one in found:
        assert isinstance(one, Refused)
        assert all(word in one.reason for word in words)
    page = next(one for one in pages.build(site) if one.path == "toetsen/2025-proef.html")
    assert "Geen Woo-metadata (DiWoo) van kamerbrief" in page.html
    assert words[0] in page.html


def test_a_letter_that_is_not_the_authentic_text_has_none() -> None:
    toets = real(brief=replace(real().brief or Brief(), tekst="bewerking"))
    assert list(parsed(toets)) == ["data/diwoo/2025-proef-rapport.xml"]
    found = woo.documents(toets, around(toets).library, downloads=downloads(toets))
    (refused,) = (one for one in found if isinstance(one, Refused))
    assert "bewerking" in refused.reason


def test_a_category_that_tooi_does_not_know_is_none() -> None:
    toets = real()
    site = around(toets)
    lists = dict(site.library.value_lists.lists)
    lists["woo_categorieen"] = {"onderzoeksrapporten": Waarde("onderzoeksrapporten", "Eigen")}
    words = replace(site.library.value_lists, lists=lists)
    library = replace(site.library, value_lists=words)
    found = list(woo.documents(toets, library, downloads=downloads(toets)))
    assert all(isinstance(one, Refused) for one in found)


def test_only_the_pdf_of_a_public_document_has_metadata() -> None:
    toets = real()
    library = around(toets).library
    others = downloads(toets, "samenvatting", "actielijst", "beslisnota", "rapportage")
    assert list(woo.documents(toets, library, downloads=others)) == []
    word = tuple(replace(one, path=one.path.replace(".pdf", ".docx")) for one in downloads(toets))
    assert list(woo.documents(toets, library, downloads=word)) == []
    assert parsed(toets, "samenvatting") == {}
    assert not any("diwoo" in path for path in files(around(toets, downloads=None)))


def test_the_page_leads_to_the_metadata() -> None:
    site = around(real())
    page = next(one for one in pages.build(site) if one.path == "toetsen/2025-proef.html")
    assert 'href="../data/diwoo/2025-proef-kamerbrief.xml"' in page.html
    assert 'href="../data/toetsen/2025-proef.json"' in page.html
    assert page.data == "data/toetsen/2025-proef.json"


# --- the sitemaps of the harvester --------------------------------------------------------


def test_official_documents_are_in_the_sitemap_of_their_category() -> None:
    made = files(around(real()))
    index = etree.fromstring(made["sitemaps/sitemapindex-diwoo-infocat015.xml"])
    (address,) = [one.text for one in index.iter(f"{S}loc")]
    assert address is not None
    root = etree.fromstring(made[address.removeprefix(BASE)])
    assert root.tag == f"{S}urlset"
    (url,) = root
    assert [etree.QName(child).localname for child in url] == ["loc", "Document"]
    assert url.findtext(f"{S}loc") == f"{BASE}rapporten/2025-proef/2025-proef-rapport.pdf"
    document = url.find(f"{D}Document")
    assert document is not None
    check(document)
    assert "sitemaps/sitemapindex-diwoo-infocat007.xml" in made
    robots = made[sitemap.ROBOTS].decode()
    assert f"Sitemap: {BASE}sitemaps/sitemapindex-diwoo-infocat015.xml\n" in robots
    assert "sitemap-diwoo" not in robots


@pytest.mark.parametrize(
    "changes",
    [
        {"fictief": True},
        {"publicatie": replace(real().publicatie, officieel=False)},
        {"publicatie": replace(real().publicatie, woo_categorie=())},
    ],
)
def test_what_is_not_official_is_never_offered_to_the_harvester(changes: dict[str, object]) -> None:
    made = files(around(real(**changes)))
    assert [path for path in made if path.startswith("sitemaps/")] == []
    assert b"diwoo" not in made[sitemap.ROBOTS]


def test_no_sitemaps_without_an_address_and_none_of_an_internal_site() -> None:
    toets = real()
    for site in (around(toets, site_url=""), around(toets, internal=True)):
        assert [path for path in files(site) if path.startswith("sitemaps/")] == []
    internal = files(around(toets, internal=True))
    assert [path for path in internal if path.startswith("data/diwoo/")] == []


def test_a_sitemap_holds_at_most_what_the_protocol_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diwoo, "MOST", 2)
    many = [real(id=f"2025-proef-{n}", vorige_ids=()) for n in range(5)]
    made = {asset.path: asset.data for asset in exports.diwoo.sitemaps(around(*many))}
    index = etree.fromstring(made["sitemaps/sitemapindex-diwoo-infocat015.xml"])
    parts = [(one.text or "").removeprefix(BASE) for one in index.iter(f"{S}loc")]
    assert len(parts) == 3
    assert [len(etree.fromstring(made[part])) for part in parts] == [2, 2, 1]


def test_every_category_of_the_woo_has_its_number() -> None:
    # Article 3.3 Woo names seventeen; the inspanningsverplichting of article 3.1 has no index.
    assert sorted(diwoo.CATEGORIES.values()) == list(range(1, 18))
    known = around().library.value_lists.lists["woo_categorieen"].values()
    assert all(one.url.removeprefix(KERN) in diwoo.CATEGORIES for one in known)
    assert isinstance(next(iter(_documents(real()))), WooDocument)


def _documents(toets: Toets) -> list[WooDocument | Refused]:
    return list(woo.documents(toets, around(toets).library, downloads=downloads(toets)))
