"""Hostile text: which fields take it, and that an address never runs anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from hostile import faults, leaves, planted, tamed, text_of, with_texts
from invoeringstoets import syntax
from invoeringstoets.schema import LATEST, Schemas
from invoeringstoets.source import Source
from surroundings import ROOT, some

SCHEMAS = Schemas()
TOETSEN = sorted((ROOT / "toetsen").glob("*.yaml"))


def data_of(path: Any) -> Any:
    tree = syntax.parse(Source(path.name, path.read_text(encoding="utf-8"))).value
    assert tree is not None
    return tree.data


def text_fields() -> Iterator[str]:
    """The keys of the schema that hold free text of an author."""
    schema = SCHEMAS[LATEST]
    for node in (schema, *schema["$defs"].values()):
        for key, own in node.get("properties", {}).items():
            inner = own.get("items", own)
            if "x-tekst" in _followed(schema, inner) | inner and "enum" not in inner:
                yield key


def _followed(schema: Mapping[str, Any], node: Mapping[str, Any]) -> dict[str, Any]:
    name = str(node.get("$ref", "")).removeprefix("#/$defs/")
    return dict(schema["$defs"].get(name, {}))


def test_hostile_text_gets_into_every_field_of_free_text() -> None:
    reached = set()
    for path in TOETSEN:
        made, ways = planted(data_of(path), path.stem, SCHEMAS)
        assert faults(made, path.stem, SCHEMAS) == set()
        reached |= {next(step for step in reversed(way) if isinstance(step, str)) for way in ways}
    assert set(text_fields()) - reached == set()


def test_harmless_twin_has_the_same_shape() -> None:
    made, ways = planted(data_of(TOETSEN[1]), TOETSEN[1].stem, SCHEMAS)
    tame = tamed(made)
    assert [way for way, _ in leaves(tame)] == [way for way, _ in leaves(made)]
    pairs = zip(leaves(made), leaves(tame), strict=True)
    changed = {way for (way, one), (_, other) in pairs if one != other}
    assert changed <= ways
    assert len(changed) > len(ways) / 2
    assert faults(tame, TOETSEN[1].stem, SCHEMAS) == set()
    assert "<" not in text_of(tame)


@pytest.mark.parametrize("path", some(TOETSEN), ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "JaVaScRiPt:alert(1)",
     "vbscript:x", " javascript:alert(1)", "//elders.voorbeeld.nl/x", 'https://x" onclick="y'],
)  # fmt: skip
def test_address_that_runs_something_is_refused(path: Any, address: str) -> None:
    data = data_of(path)
    ways = [way for way, _ in leaves(data) if way[-1] in ("url", "tooi")]
    for way in ways:
        assert faults(with_texts(data, {way: address}), path.stem, SCHEMAS), way
