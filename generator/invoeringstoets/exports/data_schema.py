"""The JSON Schema (2020-12) of the open data, made of the schema that authors write by.

Another shape than theirs in four ways: what is never public is gone; identifiers and dates, which
an author may write as a number, are text; what depends on the status of a toets is not asked, for
what was not public may have been left out; and around each toets stands what a file says of itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from invoeringstoets.library.redact import NOTE
from invoeringstoets.model.bronnen import NOT_PUBLIC
from invoeringstoets.pages.data_paths import DATA_VERSION

Node = dict[str, Any]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
ID: Final = f"urn:nl:invoeringstoets:data:{DATA_VERSION}"

_NOT_PUBLIC = frozenset({"beslisnota"})
"""The fields of a toets that are never public (see ``library.redact``)."""

_HIDDEN = {"woo_document": (NOTE,)}
"""The values that are never public, by the definition that lists them."""

_FOR_AUTHORS = frozenset(
    {"x-uitleg", "x-verplicht", "x-velden", "markdownDescription", "defaultSnippets"}
)
_CONDITIONS = frozenset({"allOf", "anyOf", "oneOf", "not", "if", "then", "else", "minItems"})
_DEFS = "#/$defs/"
_TEXT: Node = {"type": "string", "minLength": 1}


def public(composed: Mapping[str, Any]) -> Node:
    """The schema of the data, from the composed schema of a toets file."""
    properties = {
        key: _kept(node)
        for key, node in composed.get("properties", {}).items()
        if key not in _NOT_PUBLIC
    }
    toets: Node = {
        "title": composed.get("title", ""),
        "description": composed.get("description", ""),
        "type": "object",
        "additionalProperties": False,
        "required": [key for key in composed.get("required", ()) if key not in _NOT_PUBLIC],
        "properties": properties,
    }
    wrappers = _wrappers()
    return {
        "$schema": DIALECT,
        "$id": ID,
        "title": "Open gegevens over invoeringstoetsen",
        "description": "De vorm van de JSON-bestanden op deze site; ‘inhoud’ zegt welke soort.",
        "oneOf": [{"$ref": f"{_DEFS}{name}"} for name in wrappers],
        "$defs": {**wrappers, "Toets": toets, **_reached(toets, composed.get("$defs", {}))},
    }


def _kept(node: Any) -> Any:  # noqa: ANN401 - a JSON value
    """A part of the schema without what only authors need, and with text for what becomes text."""
    if isinstance(node, list):
        return [_kept(item) for item in node]
    if not isinstance(node, dict):
        return node
    if node.get("x-waardelijst") == "bronsoorten":
        node = _without(node, NOT_PUBLIC)
    if isinstance(node.get("type"), list) and "integer" in node["type"]:
        node = _as_text(node)
    if node.get("type") == ["string", "number"]:
        node = {**node, "type": "string"}
    return {
        key: _named(value) if key == "properties" else _kept(value)
        for key, value in node.items()
        if key not in _FOR_AUTHORS and key not in _CONDITIONS
    }


def _named(properties: Mapping[str, Any]) -> Node:
    """Properties: their names are not keywords."""
    return {key: _kept(node) for key, node in properties.items()}


def _as_text(node: Node) -> Node:
    """What an author may write as text or as a whole number."""
    numeric = ("minimum", "maximum")
    text = {key: value for key, value in node.items() if key not in numeric}
    if "enum" in text:
        text["enum"] = list(dict.fromkeys(str(value) for value in text["enum"]))
    if "examples" in text:
        text["examples"] = [str(value) for value in text["examples"]]
    return {**text, "type": "string"}


def _without(node: Mapping[str, Any], hidden: Collection[str]) -> Node:
    """An enumeration without the values that no public output mentions."""
    values = node.get("enum", [])
    wanted = [place for place, value in enumerate(values) if value not in hidden]
    lists = ("enum", "x-namen", "enumDescriptions")
    kept = {key: [node[key][place] for place in wanted] for key in lists if key in node}
    return {**node, **kept}


def _reached(start: Node, defs: Mapping[str, Any]) -> Node:
    """The definitions that a schema refers to, straight or through others, in their order."""
    found: Node = {}
    todo = [start]
    while todo:
        for name in _references(todo.pop()):
            if name in defs and name not in found:
                found[name] = _kept(_without(defs[name], _HIDDEN.get(name, ())))
                todo.append(found[name])
    return {name: found[name] for name in defs if name in found}


def _references(node: object) -> Iterator[str]:
    if isinstance(node, Mapping):
        reference = node.get("$ref")
        if isinstance(reference, str):
            yield reference.removeprefix(_DEFS)
        for inner in node.values():
            yield from _references(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from _references(inner)


def _wrappers() -> Node:
    """The four kinds of file, by the name of their definition."""
    toets = {"$ref": f"{_DEFS}Toets"}
    return {
        "Toetsbestand": _one(toets),
        "Verzameling": _all(toets),
        "Verplaatst": _file(
            "verplaatst",
            "Een toets die nu een ander kenmerk heeft.",
            required={
                "id": _text("Het vorige kenmerk."),
                "naar": _text("Het kenmerk van nu."),
                "gegevens": _text("Waar de gegevens nu staan, vanaf dit bestand."),
            },
        ),
        "Waardelijsten": _file(
            "waardelijsten",
            "Waar de kenmerken in de gegevens voor staan.",
            required={
                "waardelijsten": _mapping(
                    {"type": "array", "items": _entry()}, "Per lijst de waarden."
                ),
                "woorden": _mapping(_TEXT, "De woorden van vaste waarden, zoals een status."),
            },
        ),
    }


def _one(toets: Node) -> Node:
    changed = _text("Wanneer er voor lezers het laatst iets veranderde.")
    return _file(
        "toets",
        "Eén toets.",
        required={
            "pagina": _text("Het pad van de pagina over deze toets op de site."),
            "toets": toets,
        },
        optional={
            "fictief": _text("Staat er alleen bij een verzonnen voorbeeld."),
            "gewijzigd": {**changed, "format": "date-time"},
        },
    )


def _all(toets: Node) -> Node:
    day = _text("De dag waarop de stand is opgemaakt.")
    return _file(
        "toetsen",
        "Alle openbare toetsen in deze verzameling.",
        required={
            "aantal": {"type": "integer", "minimum": 0, "description": "Hoeveel toetsen."},
            "toetsen": {"type": "array", "items": toets},
        },
        optional={"stand_op": {**day, "format": "date"}},
    )


def _file(contents: str, description: str, *, required: Node, optional: Node | None = None) -> Node:
    head: Node = {
        "$schema": _text("Waar dit schema staat, vanaf het bestand."),
        "inhoud": {"const": contents, "description": "De soort bestand."},
        "gegevensversie": {
            "const": DATA_VERSION,
            "description": "De versie van de vorm: het tweede getal stijgt als er velden bijkomen,"
            " het eerste als er een verdwijnt of iets anders gaat betekenen.",
        },
        "officieel": {"const": False, "description": "Deze gegevens zijn geen officieel register."},
        "melding": _text("Wat een lezer van de gegevens moet weten."),
    }
    settings: Node = {
        "uitgever": _text("Wie de verzameling uitgeeft."),
        "licentie": _text("De licentie: een SPDX-kenmerk of een adres."),
        "site": {**_text("Het adres van de site."), "format": "uri"},
    }
    return {
        "description": description,
        "type": "object",
        "additionalProperties": False,
        "required": [*head, *required],
        "properties": {**head, **settings, **(optional or {}), **required},
    }


def _entry() -> Node:
    names = {
        "id": "Het kenmerk dat in de gegevens staat.",
        "naam": "Hoe het wordt geschreven.",
        "korte_naam": "De korte schrijfwijze.",
        "in_zin": "Hoe het midden in een zin wordt geschreven, als dat anders is.",
        "omschrijving": "Wat het betekent.",
        "soort": "Wat voor waarde het is.",
        "tooi": "Het kenmerk in TOOI.",
        "url": "Een adres dat erbij hoort.",
    }
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["id", "naam"],
        "properties": {key: _text(description) for key, description in names.items()},
    }


def _text(description: str) -> Node:
    return {**_TEXT, "description": description}


def _mapping(values: Node, description: str) -> Node:
    return {"type": "object", "additionalProperties": values, "description": description}
