"""What search engines may know of a page: JSON-LD in the words of schema.org.

Only what the data say, and only with absolute addresses: without an address of the site there are
no identifiers of pages and no breadcrumb.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from invoeringstoets import addresses, notation
from invoeringstoets.model import Bron, Conclusie, Organisatie, Toets
from invoeringstoets.pages import data_paths as paths
from invoeringstoets.pages.page import Crumb, Surroundings
from invoeringstoets.pages.view import OVERVIEW, View, toets_path
from invoeringstoets.publisher import LICENCES
from invoeringstoets.registers.subject import spaced

Node = dict[str, Any]

DESCRIPTION: Final = (
    "Invoeringstoetsen: hoe nieuwe regels in de praktijk werken, met bevindingen, conclusies,"
    " acties en bronnen. Geen officieel register en niet volledig; verzonnen voorbeelden zijn als"
    " zodanig gemerkt."
)
"""What the collection is, for those who find its description elsewhere."""

VOCABULARY: Final = "https://schema.org"
REPORTED: Final = frozenset({"vastgesteld", "aangeboden"})
"""The statuses in which a toets is a report; before that it is a work in the making."""

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_UNSAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def of_toets(toets: Toets, surroundings: Surroundings) -> str:
    """The JSON-LD of the page of a toets."""
    nodes = [_report(toets, surroundings)]
    if surroundings.site_url:
        steps = (Crumb("Toetsen", OVERVIEW), Crumb(toets.short_title, toets_path(toets)))
        nodes.append(_breadcrumb(steps, surroundings.site_url))
    return written(nodes)


def of_collection(surroundings: Surroundings) -> str:
    """The JSON-LD of the page that explains the open data: all toetsen as a dataset."""
    base, publisher = surroundings.site_url, surroundings.publisher
    node: Node = {
        "@type": "Dataset",
        **_identified(base, paths.DATASET),
        "name": "Invoeringstoetsen",
        "description": DESCRIPTION,
        "inLanguage": "nl",
        "version": paths.DATA_VERSION,
        "isAccessibleForFree": True,
    }
    if publisher.licence:
        node["license"] = publisher.licence_url
    if publisher.name:
        node["publisher"] = _organisation(publisher.name, publisher.tooi)
        node["creator"] = node["publisher"]
    if surroundings.history.all:
        node["dateModified"] = surroundings.history.all[0].moment
    if base:
        node["distribution"] = [_media(base + paths.ALL, "application/json")]
    return written([node])


def written(nodes: list[Node]) -> str:
    """Nodes as the text of a script element: no text in it can end that element.

    ``<`` and its like stand as escapes, which JSON reads as the same signs (RFC 8259, 7).
    """
    whole = {"@context": VOCABULARY, "@graph": nodes}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def _report(toets: Toets, surroundings: Surroundings) -> Node:
    base, path = surroundings.site_url, toets_path(toets)
    view = View(surroundings.library, path, toets)
    revisions = surroundings.history.by_toets.get(toets.id, ())
    licence = LICENCES.get(toets.publicatie.licentie or "")
    offered = (surroundings.downloads or {}).get(toets.id, ())
    return _filled(
        {
            "@type": "Report" if toets.status in REPORTED else "CreativeWork",
            **_identified(base, path),
            "identifier": toets.id,
            "name": toets.titel,
            "alternateName": toets.korte_titel,
            "disambiguatingDescription": "Verzonnen voorbeeld." if toets.fictief else None,
            "inLanguage": toets.taal,
            "creativeWorkStatus": view.word(toets.status),
            "datePublished": _day(toets.publicatie.datum),
            "dateModified": revisions[0].moment if revisions else None,
            "license": licence,
            "about": _law(toets),
            "contributor": [_involved(view, one) for one in toets.with_role("uitvoerder_toets")],
            "citation": [_source(bron, toets) for bron in toets.bronnen],
            "hasPart": [_conclusion(one, base, path=path) for one in toets.conclusies],
            "encoding": _encodings(base, toets, reports=[item.path for item in offered]),
        }
    )


def _law(toets: Toets) -> Node:
    regeling, address = toets.regeling, addresses.of_law(toets)
    return _filled(
        {
            "@type": "Legislation",
            "@id": address,
            "name": regeling.citeertitel,
            "legislationIdentifier": regeling.bwb_id if address else None,
            "legislationDateOfApplicability": [
                found for one in regeling.inwerkingtreding if (found := _day(one.datum))
            ],
        }
    )


def _source(bron: Bron, toets: Toets) -> Node:
    return _filled(
        {
            "@type": "CreativeWork",
            "name": bron.titel,
            "url": addresses.of_source(bron, toets),
            "identifier": "" if toets.fictief else spaced(notation.citation(bron)),
            "datePublished": _day(bron.datum),
        }
    )


def _conclusion(conclusie: Conclusie, base: str, *, path: str) -> Node:
    return _filled(
        {
            "@type": "CreativeWork",
            **_identified(base, f"{path}#conclusie-{conclusie.id.lower()}"),
            "identifier": conclusie.id,
            "name": conclusie.titel,
        }
    )


def _encodings(base: str, toets: Toets, *, reports: list[str]) -> list[Node]:
    if not base:
        return []
    found = [_media(base + paths.toets_data(toets.id), "application/json")]
    found += [_media(base + path, "application/pdf") for path in reports if path.endswith(".pdf")]
    return found


def _media(address: str, form: str) -> Node:
    return {"@type": "DataDownload", "contentUrl": address, "encodingFormat": form}


def _involved(view: View, organisatie: Organisatie) -> Node:
    known = view.org(organisatie.id)
    return _organisation(known.naam, organisatie.tooi or known.tooi)


def _organisation(name: str, tooi: str) -> Node:
    return _filled({"@type": "GovernmentOrganization", "name": name, "@id": tooi})


def _breadcrumb(steps: tuple[Crumb, ...], base: str) -> Node:
    return {"@type": "BreadcrumbList", "itemListElement": list(_steps(steps, base))}


def _steps(steps: tuple[Crumb, ...], base: str) -> Iterator[Node]:
    for position, step in enumerate((Crumb("Home", "index.html"), *steps), start=1):
        yield {
            "@type": "ListItem",
            "position": position,
            "name": step.title,
            "item": base + step.path,
        }


def _identified(base: str, path: str) -> Node:
    """The identifier and address of something on the site, if that has an address."""
    return {"@id": base + path, "url": base + path} if base else {}


def _day(value: str | None) -> str | None:
    """A date as far as it is known (ISO 8601); ``None`` for what is none."""
    return value if value and _DATE.fullmatch(value) else None


def _filled(node: Node) -> Node:
    """Without what is not known."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}
