"""The composed schema: value lists and requirements filled in, one table behind all of them."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from typing import Any

import jsonschema
import pytest

from invoeringstoets import schema
from invoeringstoets.diagnostic import Severity
from invoeringstoets.model import ValueLists, Waarde
from invoeringstoets.route import ROOT
from invoeringstoets.schema import Schemas, checking, composing

MINIMAL: dict[str, Any] = {
    "schemaversie": "1",
    "id": "2026-proef",
    "soort": "invoeringstoets",
    "status": "gepland",
    "titel": "Toets",
    "regeling": {"citeertitel": "Proefwet"},
}
ORGANISATIES = [{"id": "szw", "rol": ["opdrachtgever"]}]


@pytest.fixture(scope="module")
def schemas() -> Schemas:
    return Schemas()


@pytest.mark.parametrize("version", schema.VERSIONS)
def test_every_composed_schema_meets_its_metaschema(schemas: Schemas, version: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schemas[version])


def test_a_schema_is_composed_once_and_only_for_known_versions(schemas: Schemas) -> None:
    assert schemas["1"] is schemas["1"]
    with pytest.raises(KeyError):
        schemas["7"]


def test_composing_leaves_the_basis_as_it_is(schemas: Schemas) -> None:
    before = copy.deepcopy(schema.basis("1"))
    assert schemas["1"] != before
    assert schema.basis("1") == before


def test_value_lists_become_choices_with_names_and_meanings() -> None:
    own = ValueLists(
        {"themas": {"x": Waarde("x", "Naam X"), "y": Waarde("y", "Y", "", "Wat y is")}}
    )
    composed = schema.compose("1", own)
    themas = composed["$defs"]["Bevinding"]["properties"]["themas"]["items"]
    assert themas["enum"] == ["x", "y"]
    assert themas["x-namen"] == ["Naam X", "Y"]
    assert themas["enumDescriptions"] == ["Naam X", "Wat y is"]


def test_every_value_list_that_the_schema_names_is_shipped() -> None:
    lists = schema.shipped_value_lists().lists
    named = {
        node["x-waardelijst"]
        for node in composing._mappings(dict(schema.basis("1")))
        if isinstance(node.get("x-waardelijst"), str)
    }
    assert named
    assert named <= lists.keys()
    assert lists["organisaties"]["szw"].naam


def test_wordings_hold_enums_and_leave_out_value_lists(schemas: Schemas) -> None:
    words = schema.wordings(schemas["1"])
    assert words["in_uitvoering"] == "in uitvoering"
    assert "kamerstuk" not in words


@pytest.mark.parametrize("given", ["1", 1])
def test_a_known_version_is_chosen_as_text_or_number(schemas: Schemas, given: object) -> None:
    assert schemas.choose({"schemaversie": given}) == ("1", None)


@pytest.mark.parametrize("data", [{}, [], "los", None])
def test_without_a_version_the_latest_is_chosen(schemas: Schemas, data: object) -> None:
    assert schemas.choose(data) == (schema.LATEST, None)


@pytest.mark.parametrize("given", ["2", 2, True, ["1"], 1.0])
def test_an_unknown_version_is_told_with_the_known_ones(schemas: Schemas, given: object) -> None:
    _, finding = schemas.choose({"schemaversie": given})
    assert finding is not None
    assert (finding.code, finding.route) == ("T101", ROOT / "schemaversie")
    assert "bekend zijn: 1" in finding.help


def test_requirements_grow_with_the_status(schemas: Schemas) -> None:
    def codes(**change: object) -> list[str]:
        return [finding.code for finding in schema.check({**MINIMAL, **change}, schemas["1"])]

    assert codes() == []
    assert codes(status="concept") == ["T104"]
    assert codes(status="concept", organisaties=ORGANISATIES) == []
    assert set(codes(status="vastgesteld", organisaties=ORGANISATIES)) == {"T104"}


def test_an_absent_volledigheid_counts_as_its_default(schemas: Schemas) -> None:
    composed = schemas["1"]
    data = {**MINIMAL, "status": "concept"}
    assert not schema.is_valid(data, composed)
    assert not schema.is_valid({**data, "volledigheid": "gedeeltelijk"}, composed)
    assert schema.missing(data, "concept") == ("organisaties",)


TABLE = {
    "regels": [
        {"velden": ["titel", "a.b|a.c", "l[].x|l[].y", "m[].n.o"], "als": {"soort": ["s"]}},
        {"velden": ["z"], "als": {"soort": ["s", "t"], "status": ["hoog"]}},
    ]
}
BASIS = {"type": "object", "properties": {"soort": {"type": "string"}, "status": {}}}


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A small schema with a small table, put in the place of the shipped ones."""
    texts = {
        "schema/klein/basis.schema.json": json.dumps(BASIS),
        "schema/klein/verplicht.json": json.dumps(TABLE),
    }
    monkeypatch.setattr(composing.assets, "text", texts.__getitem__)
    requirements_of_small = schema.requirements("klein")
    assert requirements_of_small[1].fields == ("z",)
    return schema.compose("klein", ValueLists())


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        ({"soort": "q"}, []),
        ({}, []),
        ({"soort": "s"}, ["titel", "a.b|a.c"]),
        ({"soort": "s", "titel": 1, "a": {}}, ["a.b|a.c"]),
        ({"soort": "s", "titel": 1, "a": {"c": 1}}, []),
        ({"soort": "s", "titel": 1, "a": {"b": 1}, "l": []}, []),
        ({"soort": "s", "titel": 1, "a": {"b": 1}, "l": [{"x": 1}, {"y": 1}]}, []),
        ({"soort": "s", "titel": 1, "a": {"b": 1}, "l": [{"x": 1}, {}]}, ["l[].x|l[].y"]),
        ({"soort": "s", "titel": 1, "a": {"b": 1}, "m": [{"n": {}}]}, ["m[].n.o"]),
        ({"soort": "s", "titel": 1, "a": {"b": 1}, "m": [{"n": {"o": 2}}]}, []),
        ({"soort": "t"}, []),
        ({"soort": "t", "status": "hoog"}, ["z"]),
        ({"soort": "t", "status": "hoog", "z": 0}, []),
    ],
)
def test_schema_and_hint_list_read_the_table_alike(
    small: dict[str, Any], data: dict[str, Any], wanted: list[str]
) -> None:
    assert schema.is_valid(data, small) == (not wanted)
    assert list(schema.missing(data, data.get("status", ""), version="klein")) == wanted
    told = " ".join(finding.message for finding in schema.check(data, small))
    assert all(field.split("|")[0].rpartition(".")[2] in told for field in wanted)


def test_the_default_of_a_reference_is_found() -> None:
    node = {"properties": {"a": {"$ref": "#/$defs/x"}, "b": {"default": "own"}, "c": {}}}
    assert composing.defaults({**node, "$defs": {"x": {"default": "far"}}}) == {
        "a": "far",
        "b": "own",
    }


def test_a_concept_gets_one_hint_with_all_that_is_needed_next() -> None:
    data = {**MINIMAL, "status": "concept", "organisaties": ORGANISATIES}
    finding = schema.hint(data)
    assert finding is not None
    assert (finding.code, finding.severity) == ("T120", Severity.HINT)
    assert finding.route == ROOT / "status"
    assert "samenvatting" in finding.message
    assert "aanpak.beperkingen of aanpak.geen_beperkingen" in finding.message
    for field in schema.missing(data, "vastgesteld"):
        assert field.split("|")[0].replace("[]", "") in finding.message


@pytest.mark.parametrize("data", [MINIMAL, {}, [], {"status": 1}, {"status": ["concept"]}])
def test_other_data_get_no_hint(data: object) -> None:
    assert schema.hint(data) is None


def test_nothing_is_missing_from_what_is_no_mapping() -> None:
    assert schema.missing([], "vastgesteld") == ()


def test_a_line_end_after_a_value_does_not_slip_through(schemas: Schemas) -> None:
    (finding,) = schema.check({**MINIMAL, "id": "2026-proef\n"}, schemas["1"])
    assert (finding.code, finding.route) == ("T107", ROOT / "id")


def test_a_value_that_may_not_be_there_at_all_is_told() -> None:
    (finding,) = schema.check({"a": {"b": 1}}, {"properties": {"a": {"properties": {"b": False}}}})
    assert (finding.code, finding.route) == ("T119", ROOT / "a" / "b")


def test_equal_schemas_are_compiled_apart_and_the_same_one_once() -> None:
    one, other = {"type": "string"}, {"type": "string"}
    key = checking._Identity(one)
    assert key == checking._Identity(one)
    assert key != checking._Identity(other)
    assert key != one


def test_a_valid_file_does_not_load_what_explains_a_fault() -> None:
    explains = "invoeringstoets.explain.explaining"
    program = (
        "import sys; from invoeringstoets import schema; s = schema.Schemas();"
        f"assert schema.check({MINIMAL!r}, s['1']) == ();"
        f"assert '{explains}' not in sys.modules;"
        "assert schema.check({}, s['1']);"
        f"assert '{explains}' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_requirement_without_conditions_always_applies() -> None:
    always = schema.requirements("1")[0]
    assert always.when == {}
    assert always.applies({}, {})
