"""The open data: JSON with its schema, JSON-LD, the catalogue, sitemaps, and their explanation."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from invoeringstoets import exports, pages
from invoeringstoets.exports import data, data_schema, dcat, sitemap
from invoeringstoets.formats import SHEETS
from invoeringstoets.model import Beslisnota, Bron, Conclusie, Publicatie, Regeling, Toets
from invoeringstoets.pages import data_paths as paths
from invoeringstoets.pages import linked, opendata
from invoeringstoets.pages.registers import INDEX, path_of
from invoeringstoets.publisher import LICENCES, NOBODY, Publisher
from invoeringstoets.registers import REGISTERS
from invoeringstoets.workspace import find_project
from invoeringstoets.workspace.publishing import read_publisher
from open_data_site import BASE, MOMENT, PUBLISHER, around, files, loaded
from report_cases import minimal, shipped
from serving import served
from surroundings import ROOT, Run, examples

PUBLIC = Publicatie(zichtbaarheid="openbaar")


@pytest.fixture(scope="module")
def found() -> dict[str, bytes]:
    return dict(files(around()))


def validator(found: dict[str, bytes]) -> jsonschema.Draft202012Validator:
    schema = loaded(found, paths.SCHEMA)
    jsonschema.Draft202012Validator.check_schema(schema)
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    return jsonschema.Draft202012Validator(schema, format_checker=checker)


def complaints(schema: jsonschema.Draft202012Validator, whole: object) -> list[str]:
    return [error.message for error in schema.iter_errors(whole)]


# --- JSON ---------------------------------------------------------------------------------


def ours(found: dict[str, bytes]) -> list[str]:
    return [
        path
        for path in found
        if path in {paths.ALL, paths.VALUE_LISTS} or path.startswith("data/toetsen/")
    ]


def test_every_file_keeps_to_the_schema(found: dict[str, bytes]) -> None:
    schema = validator(found)
    for path in ours(found):
        assert complaints(schema, loaded(found, path)) == [], path
    # ... which can refuse: a schema that takes all proves nothing.
    whole = loaded(found, "data/toetsen/2024-kot-wlz.json")
    for wrong in ({"inhoud": "iets"}, {"officieel": True}, {"gegevensversie": "0"}):
        assert complaints(schema, {**whole, **wrong})
    for key in ("titel", "id", "regeling"):
        broken = {name: value for name, value in whole["toets"].items() if name != key}
        assert complaints(schema, {**whole, "toets": broken})
    assert complaints(schema, {**whole, "toets": {**whole["toets"], "beslisnota": {}}})
    assert complaints(schema, {**whole, "toets": {**whole["toets"], "kleur": "rood"}})


@settings(max_examples=examples(60))
@given(st.sampled_from(sorted(shipped())), st.sets(st.integers(0, 40)))
def test_what_redaction_leaves_of_a_toets_keeps_to_the_schema(name: str, hidden: set[int]) -> None:
    toets = shipped()[name]
    sources = tuple(
        replace(bron, soort="intern") if number in hidden else bron
        for number, bron in enumerate(toets.bronnen)
    )
    shown = replace(toets, publicatie=PUBLIC, bronnen=sources, vorige_ids=())
    (asset,) = data.toets(around(shown))
    whole = json.loads(asset.data)
    assert complaints(_schema(), whole) == []
    kept = whole["toets"]
    assert "beslisnota" not in kept
    assert all(bron["soort"] != "intern" for bron in kept.get("bronnen", []))


def _schema() -> jsonschema.Draft202012Validator:
    if not _SCHEMA:
        _SCHEMA.append(validator({asset.path: asset.data for asset in data.schema(around())}))
    return _SCHEMA[0]


_SCHEMA: list[jsonschema.Draft202012Validator] = []


def test_a_file_says_what_it_is_and_that_it_is_not_official(found: dict[str, bytes]) -> None:
    for path in ours(found):
        whole = loaded(found, path)
        assert list(whole)[:5] == ["$schema", "inhoud", "gegevensversie", "officieel", "melding"]
        assert whole["officieel"] is False
        assert "geen officieel register" in whole["melding"]
        assert (whole["uitgever"], whole["licentie"]) == (PUBLISHER.name, "CC0-1.0")
        assert whole["site"] == BASE
        here = path.rpartition("/")[0]
        assert (Path(here) / whole["$schema"]).as_posix().replace("data/toetsen/..", "data") == (
            paths.SCHEMA
        )


def test_a_toets_has_its_day_its_marks_and_its_page(found: dict[str, bytes]) -> None:
    whole = loaded(found, "data/toetsen/2024-kot-wlz.json")
    toets = shipped()["2024-kot-wlz"]
    assert whole["toets"]["peildatum"] == toets.peildatum
    assert whole["toets"]["fictief"] is False
    assert "fictief" not in whole
    assert whole["pagina"] == "toetsen/2024-kot-wlz.html"
    assert whole["gewijzigd"] == MOMENT
    invented = loaded(found, "data/toetsen/2025-stagevergoeding-mbo.json")
    assert invented["toets"]["fictief"] is True
    assert invented["fictief"] == data.FICTIONAL


def test_the_keys_stand_in_the_order_of_the_schema(found: dict[str, bytes]) -> None:
    order = list(loaded(found, paths.SCHEMA)["$defs"]["Toets"]["properties"])
    model = [name for name in Toets.__dataclass_fields__ if name != "beslisnota"]
    assert sorted(order) == sorted(model)
    for toets in loaded(found, paths.ALL)["toetsen"]:
        assert list(toets) == [name for name in model if name in toets]


def test_the_collection_holds_every_public_toets_once(found: dict[str, bytes]) -> None:
    whole = loaded(found, paths.ALL)
    public = [toets.id for toets in around().library.toetsen]
    assert [toets["id"] for toets in whole["toetsen"]] == public
    assert len(public) == whole["aantal"] > 5
    assert whole["stand_op"] == "2026-06-01"
    for toets in whole["toetsen"]:
        assert toets == loaded(found, paths.toets_data(toets["id"]))["toets"]


def test_equal_toetsen_are_equal_bytes(found: dict[str, bytes]) -> None:
    assert dict(files(around())) == found
    for path in ours(found):
        assert b"\n" not in found[path].rstrip(b"\n")
        assert b'": "' not in found[path][:200]
        assert "\\u" not in found[path].decode()


def test_absent_is_left_out_and_an_empty_outcome_stays() -> None:
    assert data.plain(minimal(uitkomst=())) == {
        **data.plain(minimal()),  # type: ignore[dict-item]
        "uitkomst": [],
    }
    shown = data.plain(minimal())
    assert isinstance(shown, dict)
    assert {"acties", "bronnen", "samenvatting", "centrale_vragen"}.isdisjoint(shown)
    assert (shown["fictief"], shown["taal"]) == (minimal().fictief, "nl")


def test_the_value_lists_name_every_id_in_the_data(found: dict[str, bytes]) -> None:
    whole = loaded(found, paths.VALUE_LISTS)
    known = {entry["id"] for entry in whole["waardelijsten"]["themas"]}
    themes = {
        theme
        for toets in loaded(found, paths.ALL)["toetsen"]
        for finding in toets.get("bevindingen", [])
        for theme in finding.get("themas", [])
    }
    assert themes
    assert themes <= known
    assert whole["woorden"]["in_uitvoering"] == "in uitvoering"


def test_the_schema_is_the_public_shape(found: dict[str, bytes]) -> None:
    text = found[paths.SCHEMA].decode()
    for word in ("beslisnota", "niet_openbaar", "NietOpenbaar", "krachtenveld", "x-uitleg"):
        # a source may be a beslisnota that was published
        assert word not in text or word == "beslisnota", word
    schema = json.loads(text)
    assert "Beslisnota" not in schema["$defs"]
    assert not {"intern", "gesprek"} & {*schema["$defs"]["Bron"]["properties"]["soort"]["enum"]}
    assert schema["$defs"]["woo_document"]["enum"] == ["kamerbrief", "rapport", "bijlage"]
    assert schema["$id"].endswith(paths.DATA_VERSION)
    references = set(re.findall(r'"\$ref": "#/\$defs/(\w+)"', text))
    assert references == schema["$defs"].keys()
    assert data_schema.public({})["$defs"]["Toets"]["properties"] == {}


def test_what_an_author_may_write_as_a_number_is_text() -> None:
    schema = {
        "properties": {
            "n": {"type": ["string", "integer"], "minimum": 1, "enum": [1, "1", "nvt"]},
            "m": {"type": ["string", "integer"], "examples": [523]},
            "waarde": {"type": ["number", "string"]},
            "allOf": {"type": "string"},
        }
    }
    made = data_schema.public(schema)["$defs"]["Toets"]["properties"]
    assert made["n"] == {"type": "string", "enum": ["1", "nvt"]}
    assert made["m"] == {"type": "string", "examples": ["523"]}
    assert made["waarde"] == {"type": ["number", "string"]}
    assert made["allOf"] == {"type": "string"}


def test_an_earlier_id_says_where_the_toets_is_now() -> None:
    toets = minimal(id="2025-nieuw", vorige_ids=("2024-oud",), publicatie=PUBLIC)
    site = around(toets)
    moved = loaded(dict(files(site)), "data/toetsen/2024-oud.json")
    assert (moved["inhoud"], moved["id"], moved["naar"]) == (
        "verplaatst",
        "2024-oud",
        "2025-nieuw",
    )
    assert moved["gegevens"] == "2025-nieuw.json"
    signposts = {page.path: page for page in pages.build(site) if page.moved}
    assert {path: page.moved for path, page in signposts.items()} == {
        "toetsen/2024-oud.html": "toetsen/2025-nieuw.html",
        "wijzigingen/2024-oud.html": "wijzigingen/2025-nieuw.html",
    }
    assert "2025-nieuw.html" in signposts["wijzigingen/2024-oud.html"].html


def test_without_settings_a_file_names_no_publisher() -> None:
    site = around(site_url="", publisher=NOBODY, history=replace(around().history, by_toets={}))
    made = dict(files(site))
    whole = loaded(made, "data/toetsen/2024-kot-wlz.json")
    assert {"uitgever", "licentie", "site", "gewijzigd"}.isdisjoint(whole)
    assert complaints(validator(made), whole) == []


def test_an_internal_site_has_no_open_data() -> None:
    internal = around(internal=True)
    made = files(internal)
    assert [path for path in made if path.startswith(("data/toetsen", "data/diwoo"))] == []
    assert {paths.ALL, paths.VALUE_LISTS, paths.SCHEMA, paths.CATALOGUE}.isdisjoint(made)
    assert sitemap.PATH not in made
    assert made[sitemap.ROBOTS] == b"User-agent: *\nDisallow: /\n"
    assert exports.notice(internal) == ""
    (page,) = opendata.page(internal)
    assert "geen open data" in page.html
    assert page.linked_data == ""
    assert all(not one.data for one in pages.build(internal))


def test_every_toets_of_a_large_collection_has_a_file() -> None:
    many = [replace(shipped()["2024-kot-wlz"], id=f"2024-kot-{n}") for n in range(200)]
    site = around(*many)
    made = {one.path for one in (*data.toets(site), *data.collection(site))}
    assert made == {"data/toetsen.json", *(f"data/toetsen/2024-kot-{n}.json" for n in range(200))}


# --- JSON-LD ------------------------------------------------------------------------------


class Script(HTMLParser):
    """The text of the script elements of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: Any) -> None:  # noqa: ARG002
        self._inside = tag == "script"

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.texts.append(data)


def nodes(text: str) -> dict[str, Any]:
    whole = json.loads(text)
    assert whole["@context"] == "https://schema.org"
    return {node["@type"]: node for node in whole["@graph"]}


def test_a_toets_page_says_what_it_is_about() -> None:
    found = nodes(linked.of_toets(shipped()["2024-kot-wlz"], around()))
    report, crumbs = found["Report"], found["BreadcrumbList"]
    address = BASE + "toetsen/2024-kot-wlz.html"
    assert report["@id"] == report["url"] == address
    assert report["inLanguage"] == "nl"
    assert report["dateModified"] == MOMENT
    assert report["about"]["@type"] == "Legislation"
    assert report["about"]["name"] == "Wet kinderopvang"
    assert {"@type", "name"} <= report["citation"][0].keys()
    assert any("kst-31322-523" in one.get("url", "") for one in report["citation"])
    assert report["hasPart"][0]["@id"].startswith(f"{address}#conclusie-")
    assert {one["encodingFormat"] for one in report["encoding"]} == {
        "application/json",
        "application/pdf",
    }
    assert [step["item"] for step in crumbs["itemListElement"]] == [
        BASE + "index.html",
        BASE + "toetsen/index.html",
        address,
    ]


def test_linked_data_hold_only_what_the_data_say() -> None:
    plain_toets = minimal(publicatie=PUBLIC)
    found = nodes(linked.of_toets(plain_toets, around(plain_toets)))
    assert set(found) == {"CreativeWork", "BreadcrumbList"}
    assert {"datePublished", "license", "hasPart", "citation", "contributor"}.isdisjoint(
        found["CreativeWork"]
    )
    told = replace(
        plain_toets,
        fictief=False,
        status="vastgesteld",
        regeling=Regeling("Wet op de proef", bwb_id="BWBR0001234"),
        publicatie=replace(PUBLIC, licentie="CC0-1.0", datum="2025-02"),
    )
    report = nodes(linked.of_toets(told, around(told)))["Report"]
    assert report["about"]["legislationIdentifier"] == "BWBR0001234"
    assert report["about"]["@id"] == "https://wetten.overheid.nl/BWBR0001234"
    assert report["license"] == LICENCES["CC0-1.0"]
    assert report["datePublished"] == "2025-02"
    invented = replace(told, fictief=True, bronnen=(Bron("b", "kamerstuk", "B", dossier="12345"),))
    report = nodes(linked.of_toets(invented, around(invented)))["Report"]
    assert "@id" not in report["about"]
    assert report["citation"] == [{"@type": "CreativeWork", "name": "B"}]
    assert "Verzonnen" in report["disambiguatingDescription"]


def test_without_an_address_there_are_no_identifiers() -> None:
    text = linked.of_toets(shipped()["2024-kot-wlz"], around(site_url=""))
    found = nodes(text)
    assert set(found) == {"Report"}
    assert {"@id", "url", "encoding"}.isdisjoint(found["Report"])
    assert all("@id" not in part for part in found["Report"]["hasPart"])


def test_no_text_can_end_the_script() -> None:
    bad = "</script><script>alert(1)</script><!-- & \u2028"
    toets = minimal(titel=bad, publicatie=PUBLIC, conclusies=(Conclusie("C1", "toets", bad, bad),))
    text = linked.of_toets(toets, around(toets))
    assert not set("<>&") & set(text)
    (back,) = Script(f"<script type='application/ld+json'>{text}</script>").texts
    assert nodes(back)["CreativeWork"]["name"] == bad


def test_the_page_of_the_open_data_is_a_dataset() -> None:
    (page,) = opendata.page(around())
    dataset = nodes(page.linked_data)["Dataset"]
    assert dataset["license"] == PUBLISHER.licence_url
    assert dataset["publisher"] == dataset["creator"]
    assert dataset["publisher"]["@id"] == PUBLISHER.tooi
    assert dataset["dateModified"] == MOMENT
    assert dataset["distribution"][0]["contentUrl"] == BASE + paths.ALL
    bare = around(site_url="", publisher=NOBODY, history=replace(around().history, by_toets={}))
    (page,) = opendata.page(bare)
    dataset = nodes(page.linked_data)["Dataset"]
    assert {"license", "publisher", "distribution", "dateModified", "@id"}.isdisjoint(dataset)


# --- DCAT-AP-NL 3.0 -----------------------------------------------------------------------

OBLIGATORY = {
    "dcat:Catalog": (
        "dct:title",
        "dct:description",
        "dct:publisher",
        "dcat:contactPoint",
        "dcat:dataset",
    ),
    "dcat:Dataset": (
        "dct:title",
        "dct:description",
        "dct:identifier",
        "dct:accessRights",
        "dcat:contactPoint",
        "dct:creator",
        "dct:publisher",
        "dcat:theme",
    ),
    "dcat:Distribution": ("dcat:accessURL", "dct:license", "dct:format", "dcat:mediaType"),
    "foaf:Agent": ("foaf:name",),
    "vcard:Kind": ("vcard:fn",),
    "skos:Concept": ("skos:prefLabel",),
}
"""What the tables of "Klassen" in the profile ask of each class."""

ONCE = ("dcat:contactPoint", "dct:identifier", "dct:accessRights", "dct:publisher", "dct:license")


def every(node: object) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for inner in node.values():
            yield from every(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from every(inner)


def test_the_catalogue_has_what_the_profile_demands(found: dict[str, bytes]) -> None:
    whole = loaded(found, paths.CATALOGUE)
    seen = set()
    for node in every(whole):
        kind = node.get("@type", "")
        for name in OBLIGATORY.get(kind, ()):
            assert node.get(name), (kind, name)
        for name in ONCE:
            assert not isinstance(node.get(name), list), (kind, name)
        seen.add(kind)
    assert OBLIGATORY.keys() <= seen
    prefixes = {key.partition(":")[0] for node in every(whole) for key in node if ":" in key}
    assert prefixes <= whole["@context"].keys()
    kinds = {kind.partition(":")[0] for kind in seen if ":" in kind}
    assert kinds <= whole["@context"].keys()


def test_values_come_from_the_lists_of_the_profile(found: dict[str, bytes]) -> None:
    dataset = loaded(found, paths.CATALOGUE)["dcat:dataset"]
    europe = "http://publications.europa.eu/resource/authority/"
    assert dataset["dct:accessRights"]["@id"] == f"{europe}access-right/PUBLIC"
    assert dataset["dct:language"]["@id"] == f"{europe}language/NLD"
    assert all(one["@id"].startswith(f"{europe}data-theme/") for one in dataset["dcat:theme"])
    for one in dataset["dcat:distribution"]:
        assert one["dct:format"]["@id"].startswith(f"{europe}file-type/")
        assert one["dcat:mediaType"]["@id"].startswith("https://www.iana.org/assignments/")
        assert one["dct:license"]["@id"] == "https://creativecommons.org/publicdomain/zero/1.0/"
        assert one["dcat:accessURL"]["@id"].startswith(BASE)
    assert dataset["dcat:contactPoint"]["vcard:hasEmail"]["@id"] == "mailto:opendata@voorbeeld.nl"
    assert dataset["dct:modified"]["@value"] == MOMENT


def test_every_distribution_lies_on_the_site(found: dict[str, bytes]) -> None:
    dataset = loaded(found, paths.CATALOGUE)["dcat:dataset"]
    addresses = [one["dcat:accessURL"]["@id"] for one in dataset["dcat:distribution"]]
    assert len(set(addresses)) == len(addresses)
    assert {one.removeprefix(BASE) for one in addresses} <= found.keys()
    assert BASE + paths.ALL in addresses


TYPES = {**{one.extension: one.media_type for one in SHEETS.values()}, "json": "application/json"}
"""The files of a register: extension and media type."""


def test_the_files_of_a_register_are_the_same_everywhere(found: dict[str, bytes]) -> None:
    made = {page.path: page.html for page in pages.build(around())}
    dataset = loaded(found, paths.CATALOGUE)["dcat:dataset"]
    described = {
        one["dcat:accessURL"]["@id"].removeprefix(BASE): one["dcat:mediaType"]["@id"]
        for one in dataset["dcat:distribution"]
    }
    for register in REGISTERS:
        start = f"data/registers/{register.name}."
        own = {f"{start}{end}" for end in TYPES}
        assert {path for path in found if path.startswith(start)} == own | {f"{start}tabel.js"}
        assert {path: kind for path, kind in described.items() if path.startswith(start)} == {
            f"{start}{end}": f"{dcat.IANA}{TYPES[end]}" for end in SHEETS
        }
        for page, way in ((paths.OPEN_DATA, ""), (path_of(register.name), "../data/")):
            listed = re.findall(rf'"({way}registers/{register.name}\.\w+)"', made[page])
            assert {f"data/{one.removeprefix('../data/')}" for one in listed} == own
    assert all(end.upper() in made[INDEX] for end in TYPES)


def test_the_script_of_a_register_makes_the_same_files() -> None:
    script = (ROOT / "site/theme/js/register.js").read_text(encoding="utf-8")
    makers = script.partition("const MAKERS = {")[2].partition("};")[0]
    assert dict(re.findall(r'(\w+): \["([^";]+)', makers)) == TYPES


def test_the_catalogue_is_linked_data(found: dict[str, bytes]) -> None:
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of rdflib with itself
        graph = rdflib.Graph().parse(data=found[paths.CATALOGUE].decode(), format="json-ld")
    dcat_names = rdflib.Namespace("http://www.w3.org/ns/dcat#")
    catalogues = list(graph.subjects(rdflib.RDF.type, dcat_names.Catalog))
    assert catalogues == [rdflib.URIRef(BASE + paths.CATALOGUE)]
    datasets = list(graph.objects(catalogues[0], dcat_names.dataset))
    assert len(list(graph.objects(datasets[0], dcat_names.distribution))) >= 2
    # every name was known to the context: nothing was dropped or left relative
    assert all(str(part).startswith(("http", "mailto:")) for _, part, _ in graph)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"site_url": ""}, ("site_url",)),
        ({"publisher": NOBODY}, ("naam", "tooi", "contact", "licentie")),
        ({"publisher": replace(PUBLISHER, licence="")}, ("licentie",)),
    ],
)
def test_without_what_it_needs_there_is_one_notice(
    changes: dict[str, Any], words: tuple[str, ...]
) -> None:
    site = around(**changes)
    assert paths.CATALOGUE not in files(site)
    told = exports.notice(site)
    assert told.startswith("geen catalogus van de open data (DCAT)")
    assert all(f"‘{word}’" in told for word in words)
    assert ("feeds" in told) == (not site.site_url)
    assert exports.notice(around()) == ""
    (page,) = opendata.page(site)
    assert "catalogus.jsonld" not in page.html


def test_a_contact_may_be_an_address_and_a_licence_another() -> None:
    publisher = replace(
        PUBLISHER, contact="https://voorbeeld.nl/contact", licence="https://voorbeeld.nl/licentie"
    )
    (asset,) = dcat.catalogue(around(publisher=publisher))
    whole = json.loads(asset.data)
    assert whole["dcat:contactPoint"]["vcard:hasURL"]["@id"] == "https://voorbeeld.nl/contact"
    assert whole["dct:license"]["@id"] == "https://voorbeeld.nl/licentie"
    bare = replace(around().history, by_toets={})
    (asset,) = dcat.catalogue(around(history=bare))
    assert "dct:modified" not in json.loads(asset.data)


# --- sitemaps -----------------------------------------------------------------------------


def test_the_sitemap_tells_when_a_toets_changed(found: dict[str, bytes]) -> None:
    root = etree.fromstring(found[sitemap.PATH])
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    told = {url.findtext(f"{name}loc"): url.findtext(f"{name}lastmod") for url in root}
    assert told[BASE + "toetsen/2024-kot-wlz.html"] == MOMENT
    assert len(told) == 2 * len(around().library.toetsen)
    known = {BASE + page.path for page in pages.build(around())}
    assert told.keys() <= known
    lines = found[sitemap.ROBOTS].decode().splitlines()
    assert lines[:2] == ["User-agent: *", "Allow: /"]
    assert f"Sitemap: {BASE}{sitemap.PATH}" in lines


def test_without_an_address_or_history_no_dates() -> None:
    made = files(around(site_url=""))
    assert sitemap.PATH not in made
    assert made[sitemap.ROBOTS] == b"User-agent: *\nAllow: /\n"
    bare = files(around(history=replace(around().history, by_toets={})))
    assert b"lastmod" not in bare[sitemap.PATH]


# --- the page -----------------------------------------------------------------------------


def test_the_page_names_what_there_is(found: dict[str, bytes]) -> None:
    (page,) = opendata.page(around())
    links = re.findall(r'href="([^"#]+)"', page.html)
    own = {(Path("data") / link).as_posix() for link in links if "://" not in link}
    made = found.keys() | {one.path for one in pages.build(around())}
    normal = {
        re.sub(r"[^/]+/\.\./", "", link) for link in own if not link.startswith("data/mailto")
    }
    assert normal <= made, normal - made
    assert {paths.ALL, paths.SCHEMA, paths.VALUE_LISTS, paths.CATALOGUE} <= normal
    for entry in page.contents:
        assert f'id="{entry.id}"' in page.html
    fields = set(re.findall(r"<code>(\w+)</code>", page.html))
    schema = loaded(found, paths.SCHEMA)["$defs"]
    heads = {key for name in ("Toetsbestand", "Verzameling") for key in schema[name]["properties"]}
    assert heads - {"$schema", "fictief"} <= fields


@pytest.mark.slow
def test_the_python_example_works(tmp_path: Path, found: dict[str, bytes]) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / paths.ALL).write_bytes(found[paths.ALL])
    with served(tmp_path) as address:
        (page,) = opendata.page(around(site_url=f"{address}/"))
        (example,) = re.findall(r"<code>(import json.*?)</code>", page.html, re.DOTALL)
        done = subprocess.run(
            [sys.executable, "-c", example.replace("&#34;", '"')],
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    expected = [
        [toets.id, actie.id, actie.status]
        for toets in around().library.toetsen
        if not toets.fictief
        for actie in toets.acties
    ]
    assert rows == expected
    assert rows


def test_the_power_query_example_asks_for_fields_that_exist(found: dict[str, bytes]) -> None:
    (page,) = opendata.page(around())
    (named,) = re.findall(r"\{(&#34;id&#34;|\"id\")(.*?)\}", page.html)
    fields = re.findall(r"\w+", "".join(named).replace("&#34;", ""))
    known = loaded(found, paths.SCHEMA)["$defs"]["Toets"]["properties"]
    assert "titel" in fields
    assert set(fields) <= known.keys()


# --- the settings -------------------------------------------------------------------------

GOOD = {
    "naam": "Ministerie van Voorbeeld",
    "tooi": PUBLISHER.tooi,
    "contact": "opendata@voorbeeld.nl",
    "licentie": "CC0-1.0",
}


def test_the_settings_say_who_publishes(project: Path) -> None:
    text = "[uitgever]\n" + "".join(f'{key} = "{value}"\n' for key, value in GOOD.items())
    (project / "toets.toml").write_text(text, encoding="utf-8")
    read = find_project(project)
    assert read.publisher == PUBLISHER
    assert read.faults == ()
    assert Publisher("A", "B", "C", "D").missing == ()
    assert NOBODY.missing == tuple(GOOD)


@pytest.mark.parametrize(
    ("line", "column", "words"),
    [
        ('nam = "A"', 1, ("onbekende instelling ‘nam’", "bedoelde u ‘naam’?")),
        ('kleur = "A"', 1, ("onbekende instelling ‘kleur’", "naam, tooi, contact, licentie")),
        ("naam = 3", 1, ("‘naam’ hoort een tekst te zijn", "schrijf naam =")),
        ('tooi = "mnre1073"', 1, ("identifier.overheid.nl/tooi/id/", "schrijf tooi =")),
        ('contact = "Jan"', 1, ("een e-mailadres of een adres", "schrijf contact =")),
        ('licentie = "vrij"', 1, ("CC0-1.0, CC-BY-4.0", "schrijf licentie =")),
    ],
)
def test_a_slip_in_the_settings_is_told_where_it_stands(
    add_toets: Callable[..., Path],
    toets: Callable[..., Run],
    line: str,
    column: int,
    words: tuple[str, ...],
) -> None:
    project = add_toets().parent.parent
    (project / "toets.toml").write_text(f"# a\n[uitgever]\n{line}\n", encoding="utf-8")
    run = toets("controleer")
    assert run.code == 1
    assert run.out.count("fout[") == 1, run.out
    assert f"--> toets.toml:3:{column}\n" in run.out
    told = re.sub(r"\s+", " ", run.out)
    assert all(word in told for word in words), run.out


def test_a_publisher_that_is_no_group_is_told() -> None:
    publisher, (wrong,) = read_publisher("SZW")
    assert publisher == NOBODY
    assert "een groep" in wrong.message
    kept, (wrong,) = read_publisher({**GOOD, "tooi": "x"})
    assert kept == replace(PUBLISHER, tooi="")
    assert wrong.words == ("uitgever", "tooi")


def test_a_beslisnota_is_in_no_export() -> None:
    secret = minimal(
        status="aangeboden",
        publicatie=PUBLIC,
        beslisnota=Beslisnota(gevraagd_besluit="GEHEIM"),
        bronnen=(Bron("x1", "intern", "GEHEIM"), Bron("b1", "rapport", "Open")),
    )
    for path, made in files(around(secret)).items():
        assert b"GEHEIM" not in made, path
