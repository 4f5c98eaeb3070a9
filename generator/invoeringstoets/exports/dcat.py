"""The collection as a catalogue of one dataset, after DCAT-AP-NL 3.0 (JSON-LD 1.1).

The profile is that of Geonovum (docs.geostandaarden.nl/dcat/dcat-ap-nl30). Obligatory are of the
Catalog: title, description, publisher, contact point and dataset; of the Dataset: title,
description, identifier, access rights, contact point, creator, publisher and theme; of a
Distribution: access URL and licence, and byte size, format and media type where they are known
("Klassen", with cardinality and optionality in the tables). Values come from the lists that the
chapter "Waardelijsten" demands. The context is in the file, so that reading it needs no network.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from invoeringstoets.formats import SHEETS
from invoeringstoets.pages import Asset, Surroundings
from invoeringstoets.pages import data_paths as paths
from invoeringstoets.pages.linked import DESCRIPTION
from invoeringstoets.pages.registers import file_path
from invoeringstoets.publisher import Publisher
from invoeringstoets.registers import REGISTERS

Node = dict[str, Any]

EUROPE: Final = "http://publications.europa.eu/resource/authority/"
IANA: Final = "https://www.iana.org/assignments/media-types/"
THEMES: Final = {
    "GOVE": "Regering en publieke sector",
    "JUST": "Justitie, rechtsstelsel en openbare veiligheid",
}
"""EU data themes, with their Dutch labels."""

TITLE: Final = "Invoeringstoetsen"
KEYWORDS: Final = ("invoeringstoets", "wetgeving", "uitvoering", "Kamerbrief")

_CONTEXT: Final = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


class File(NamedTuple):
    """A file that the dataset can be had as; ``kind`` is that of the EU list of file types."""

    path: str
    title: str
    kind: str = "JSON"
    media_type: str = "application/json"

    @property
    def kept_to(self) -> tuple[str, ...]:
        """The schemas that it keeps to, as output paths."""
        return (paths.SCHEMA,) if self.kind == "JSON" else ()


def files() -> Iterator[File]:
    """What the dataset can be had as: all of it as JSON, and each register as a table."""
    yield File(paths.ALL, "Alle toetsen in één bestand")
    yield File(paths.VALUE_LISTS, "Waardelijsten bij de toetsen")
    for register in REGISTERS:
        for form in SHEETS.values():
            path, kind = file_path(register.name, form.extension), form.extension.upper()
            yield File(path, f"Register {register.title} ({kind})", kind, form.media_type)


def catalogue(surroundings: Surroundings) -> Iterator[Asset]:
    """The catalogue; none without an address of the site or without a publisher in full."""
    if surroundings.library.internal or missing(surroundings):
        return
    whole = {"@context": _CONTEXT, **_catalogue(surroundings)}
    data = json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"
    yield Asset(paths.CATALOGUE, data)


def missing(surroundings: Surroundings) -> str:
    """What a catalogue still needs, for whoever builds the site; ``""`` if nothing."""
    needs = []
    if not surroundings.site_url:
        needs.append("‘site_url’ in site/mkdocs.yml")
    absent = surroundings.publisher.missing
    if absent:
        words = ", ".join(f"‘{key}’" for key in absent)
        needs.append(f"{words} onder [uitgever] in toets.toml")
    return " en ".join(needs)


def _catalogue(surroundings: Surroundings) -> Node:
    base, publisher = surroundings.site_url, surroundings.publisher
    return {
        "@id": base + paths.CATALOGUE,
        "@type": "dcat:Catalog",
        "dct:title": _dutch(f"Open data over {TITLE.lower()}"),
        "dct:description": _dutch(DESCRIPTION),
        "dct:publisher": _agent(publisher),
        "dct:creator": _agent(publisher),
        "dcat:contactPoint": _contact(publisher),
        "dct:language": _concept(f"{EUROPE}language/NLD", "dct:LinguisticSystem"),
        "dct:license": _concept(publisher.licence_url, "dct:LicenseDocument"),
        "foaf:homepage": _concept(base + "index.html", "foaf:Document"),
        **_modified(surroundings),
        "dcat:dataset": _dataset(surroundings),
    }


def _dataset(surroundings: Surroundings) -> Node:
    base, publisher = surroundings.site_url, surroundings.publisher
    identifier = base + paths.DATASET
    return {
        "@id": identifier,
        "@type": "dcat:Dataset",
        "dct:title": _dutch(TITLE),
        "dct:description": _dutch(DESCRIPTION),
        "dct:identifier": identifier,
        "dct:accessRights": _concept(f"{EUROPE}access-right/PUBLIC", "dct:RightsStatement"),
        "dcat:contactPoint": _contact(publisher),
        "dct:creator": _agent(publisher),
        "dct:publisher": _agent(publisher),
        "dcat:theme": [_theme(*one) for one in THEMES.items()],
        "dcat:keyword": [_dutch(word) for word in KEYWORDS],
        "dct:language": _concept(f"{EUROPE}language/NLD", "dct:LinguisticSystem"),
        "dct:accrualPeriodicity": _concept(f"{EUROPE}frequency/IRREG", "dct:Frequency"),
        "dcat:landingPage": _concept(base + paths.OPEN_DATA, "foaf:Document"),
        "foaf:page": _concept(base + paths.OPEN_DATA, "foaf:Document"),
        "dct:conformsTo": _concept(base + paths.SCHEMA, "dct:Standard"),
        "dcat:version": paths.DATA_VERSION,
        **_modified(surroundings),
        "dcat:distribution": [_distribution(one, surroundings) for one in files()],
    }


def _distribution(file: File, surroundings: Surroundings) -> Node:
    base, publisher = surroundings.site_url, surroundings.publisher
    return {
        "@id": f"{base}{paths.OPEN_DATA}#{file.path.rpartition('/')[2]}",
        "@type": "dcat:Distribution",
        "dct:title": _dutch(file.title),
        "dcat:accessURL": _concept(base + file.path, "rdfs:Resource"),
        "dcat:downloadURL": _concept(base + file.path, "rdfs:Resource"),
        "dct:license": _concept(publisher.licence_url, "dct:LicenseDocument"),
        "dct:format": _concept(f"{EUROPE}file-type/{file.kind}", "dct:MediaTypeOrExtent"),
        "dcat:mediaType": _concept(IANA + file.media_type, "dct:MediaType"),
        "dct:language": _concept(f"{EUROPE}language/NLD", "dct:LinguisticSystem"),
        "dct:conformsTo": [_concept(base + path, "dct:Standard") for path in file.kept_to],
        **_modified(surroundings),
    }


def _agent(publisher: Publisher) -> Node:
    return {
        "@id": publisher.tooi,
        "@type": "foaf:Agent",
        "foaf:name": _dutch(publisher.name),
        "dct:identifier": publisher.tooi,
    }


def _contact(publisher: Publisher) -> Node:
    way = "vcard:hasEmail" if "@" in publisher.contact else "vcard:hasURL"
    return {
        "@type": "vcard:Kind",
        "vcard:fn": _dutch(publisher.name),
        way: {"@id": publisher.contact_url},
    }


def _modified(surroundings: Surroundings) -> Node:
    """When something in the collection last changed, as far as git tells."""
    revisions = surroundings.history.all
    if not revisions:
        return {}
    return {"dct:modified": {"@value": revisions[0].moment, "@type": "xsd:dateTime"}}


def _theme(name: str, label: str) -> Node:
    theme = _concept(f"{EUROPE}data-theme/{name}", "skos:Concept")
    return {**theme, "skos:prefLabel": _dutch(label)}


def _concept(address: str, kind: str) -> Node:
    return {"@id": address, "@type": kind}


def _dutch(text: str) -> Node:
    return {"@value": text, "@language": "nl"}
