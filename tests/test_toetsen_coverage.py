"""The toetsen that we ship show every field and every choice of the schema, without a fault."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from invoeringstoets import assets, pipeline, syntax
from invoeringstoets.diagnostic import Severity
from invoeringstoets.schema import Schemas
from invoeringstoets.source import Source

Node = dict[str, Any]

SCHEMA: Node = json.loads(assets.text("schema/1/basis.schema.json"))
SCHEMAS = Schemas()
FOLDER = Path(__file__).resolve().parent.parent / "toetsen"
FILES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.yaml"))}
REAL = {"2024-kot-wlz", "2025-minimumuurloon"}


def parsed(name: str) -> Node:
    """The plain data of a toets that we ship."""
    tree = syntax.parse(Source(f"{name}.yaml", FILES[name])).value
    assert tree is not None, name
    data = tree.data
    assert isinstance(data, dict), name
    return data


DATA = {name: parsed(name) for name in FILES}
FICTIONAL = {name: data for name, data in DATA.items() if data.get("fictief")}


def resolved(node: Node) -> Node:
    """A node with its reference followed; its own words go first."""
    reference = node.get("$ref")
    if not reference:
        return node
    target: Node = SCHEMA["$defs"][reference.removeprefix("#/$defs/")]
    return {**target, **node}


def possible(node: Node, place: str) -> Iterator[str]:
    """All fields and choices below a place, each written once: ``Actie.status=lopend``."""
    for key, value in node.get("properties", {}).items():
        yield f"{place}.{key}"
        leaf = resolved(resolved(value).get("items", resolved(value)))
        yield from (f"{place}.{key}={choice}" for choice in leaf.get("enum", ()))


def all_possible() -> set[str]:
    """Everything that an author may write, over the root and every definition."""
    found = set(possible(SCHEMA, "Toets"))
    for name, node in SCHEMA["$defs"].items():
        found.update(possible(node, name))
    return found


def used(data: object, node: Node, place: str) -> Iterator[str]:
    """What a value uses of that, walked along its schema; ``place`` is where the value stands."""
    reference = node.get("$ref", "").removeprefix("#/$defs/")
    node = resolved(node)
    if isinstance(data, list):
        for item in data:
            yield from used(item, node["items"], place)
    elif isinstance(data, dict):
        owner = reference or "Toets"
        for key, value in data.items():
            yield f"{owner}.{key}"
            yield from used(value, node["properties"][key], f"{owner}.{key}")
    elif "enum" in node:
        yield f"{place}={data}"


def missing(toetsen: dict[str, Node]) -> list[str]:
    """What no toets in a set uses, in order."""
    found = {item for data in toetsen.values() for item in used(data, SCHEMA, "Toets")}
    return sorted(all_possible() - found)


def test_every_field_and_every_choice_is_shown_by_a_fictional_toets() -> None:
    """The index record is the exception: what that is, a real one shows."""
    assert missing(FICTIONAL) == ["Toets.volledigheid=indexrecord"]
    assert missing(DATA) == []


def test_what_a_toets_does_not_use_is_found_missing() -> None:
    lean = {"concept": FICTIONAL["2026-verblijfspas-online"]}
    assert {"Toets.acties", "Actie.status=lopend", "Bevinding.stem=brief"} <= set(missing(lean))
    assert "Toets.status=concept" not in missing(lean)


def test_all_but_the_real_ones_are_marked_as_fictional() -> None:
    assert DATA.keys() - FICTIONAL.keys() == REAL
    for data in FICTIONAL.values():
        assert "(fictief)" in data["titel"]
        assert "(fictief)" in data["regeling"]["citeertitel"]
    assert len(FICTIONAL) >= 6


def test_fictional_toetsen_differ() -> None:
    policy = {
        organisation["id"]
        for data in FICTIONAL.values()
        for organisation in data.get("organisaties", ())
        if "beleid" in organisation["rol"]
    }
    assert len(policy) >= 6
    assert len({data["regeling"].get("soort") for data in FICTIONAL.values()}) >= 6
    assert len({data["status"] for data in FICTIONAL.values()}) == 6
    assert len({name[:4] for name in FICTIONAL}) >= 4
    refused = [
        data
        for data in FICTIONAL.values()
        if data["soort"] == "afweging" and data["afweging"]["besluit"] == "niet"
    ]
    assert refused


@pytest.mark.parametrize("name", FILES)
def test_toets_has_no_fault_and_no_warning(name: str) -> None:
    checked = pipeline.check(Source(f"{name}.yaml", FILES[name]), SCHEMAS)
    assert checked.value is not None
    hints = Severity.HINT
    assert [item for item in checked.diagnostics if item.severity is not hints] == []


@pytest.mark.parametrize("name", FICTIONAL)
def test_fictional_toets_leads_to_no_real_paper(name: str) -> None:
    """Web addresses are those kept free for examples, dossiers start with 99."""
    text = FILES[name]
    for line in text.splitlines():
        if "http" in line:
            assert "https://example.org/" in line or "https://identifier.overheid.nl/tooi/" in line
        if line.strip().startswith(("dossier:", 'nummer: "')):
            assert '"99' in line, line
