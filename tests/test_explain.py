"""What an author reads about each way in which data can differ from a schema."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from invoeringstoets import schema
from invoeringstoets.diagnostic import Finding, Manual
from invoeringstoets.explain import MANUALS, closest
from invoeringstoets.explain.similar import asked, likely
from invoeringstoets.route import ROOT, Route
from invoeringstoets.schema import Schemas

MINIMAL: dict[str, Any] = {
    "schemaversie": "1",
    "id": "2026-proef",
    "soort": "invoeringstoets",
    "status": "gepland",
    "titel": "Toets",
    "regeling": {"citeertitel": "Proefwet"},
}
NOT_BY_EXAMPLE = {"T101", "T119", "T120"}
"""Codes that do not come from one file's data against one schema."""


def found(instance: object, **keywords: object) -> Finding:
    """The one finding on a value ``v`` under a schema with these keywords."""
    node = {name.replace("_", "-") if name.startswith("x_") else name: value
            for name, value in keywords.items()}  # fmt: skip
    (finding,) = schema.check({"v": instance}, {"properties": {"v": node}})
    assert finding.route.steps[:1] == ("v",)
    return finding


@pytest.mark.parametrize("manual", MANUALS, ids=lambda manual: manual.code)
def test_the_examples_of_a_manual_are_what_it_says(manual: Manual) -> None:
    composed = Schemas()["1"]

    def codes(piece: str) -> set[str]:
        data = {**MINIMAL, **(yaml.load(piece, yaml.BaseLoader) or {})}  # noqa: S506 -- our own text
        if data.get("samenvatting") == "":
            data["samenvatting"] = None
        if str(data.get("peildatum", "")).isdecimal():
            data["peildatum"] = int(data["peildatum"])
        return {finding.code for finding in schema.check(data, composed)}

    assert codes(manual.right) == set()
    if manual.code not in NOT_BY_EXAMPLE:
        assert codes(manual.wrong) == {manual.code}


def test_codes_and_slugs_are_unique() -> None:
    assert len({m.code for m in MANUALS}) == len({m.slug for m in MANUALS}) == len(MANUALS)


@pytest.mark.parametrize(
    ("instance", "wanted", "message", "advice"),
    [
        ("x", "array", "een lijst te zijn, maar is een tekst", "‘- ’"),
        ("x", "object", "een groep sleutels te zijn, maar is een tekst", "ingesprongen"),
        (1.5, "string", "een tekst te zijn, maar is een getal", "'1.5'"),
        (True, "string", "een tekst te zijn, maar is ‘true’", "'true'"),
        ([1], "string", "een tekst te zijn, maar is een lijst", "zonder haken"),
        ({"a": 1}, "string", "een tekst te zijn, maar is een groep sleutels", "dubbele punt"),
        ("Ja", "boolean", "true of false te zijn", "schrijf true"),
        ("no", "boolean", "true of false te zijn", "schrijf false"),
        ("False", "boolean", "true of false te zijn", "schrijf false"),
        ("wel", "boolean", "true of false te zijn", ""),
        ("12", "integer", "een heel getal te zijn, maar is een tekst", ""),
        (
            [],
            ["number", "string"],
            "een getal of een tekst te zijn, maar is een lijst",
            "zonder haken",
        ),
    ],
)
def test_a_wrong_type_says_what_is_there_and_what_should_be(
    instance: object, wanted: object, message: str, advice: str
) -> None:
    finding = found(instance, type=wanted)
    assert finding.code == "T105"
    assert message in finding.message
    assert advice in finding.help
    assert bool(finding.help) == bool(advice)


@pytest.mark.parametrize(
    ("instance", "keywords"),
    [
        (None, {"type": "string"}),
        (None, {"type": ["string", "array"], "minLength": 1}),
        ("", {"minLength": 1}),
        ([], {"minItems": 1}),
    ],
)
def test_an_empty_value_is_told_on_its_key(instance: object, keywords: dict[str, object]) -> None:
    finding = found(instance, **keywords)
    assert (finding.code, finding.message, finding.on_key) == ("T109", "‘v’ is leeg", True)


@pytest.mark.parametrize(
    ("instance", "keywords", "code", "message"),
    [
        ("ab", {"minLength": 3}, "T111", "telt 2 tekens; het minimum is 3"),
        ("abcd", {"maxLength": 3}, "T111", "telt 4 tekens; het maximum is 3"),
        ([1], {"minItems": 2}, "T111", "1 onderdelen; dat moeten er minstens 2 zijn"),
        ([1, 2], {"maxItems": 1}, "T111", "2 onderdelen; dat moeten er hoogstens 1 zijn"),
        (0, {"minimum": 1}, "T110", "0 is te klein voor ‘v’; de kleinste waarde is 1"),
        (0, {"exclusiveMinimum": 0}, "T110", "te klein"),
        (9, {"maximum": 8}, "T110", "9 is te groot voor ‘v’; de grootste waarde is 8"),
        (9, {"exclusiveMaximum": 9}, "T110", "te groot"),
        (False, {"const": True}, "T106", "‘v’ kan alleen ‘true’ zijn"),
        ("a", {"not": {"const": "a"}}, "T106", "‘v’ kan hier niet ‘a’ zijn"),
        ({}, {"minProperties": 1}, "T108", "minstens 1 van deze sleutels"),
        ({"a": 1, "b": 2}, {"maxProperties": 1}, "T108", "hoogstens 1 van deze sleutels"),
        (7, {"multipleOf": 2}, "T119", "‘v’ voldoet niet aan het schema"),
        (7, {"anyOf": [{"type": "string"}, {"minimum": 8}]}, "T119", "voldoet niet"),
    ],
)
def test_each_keyword_has_its_own_words(
    instance: object, keywords: dict[str, object], code: str, message: str
) -> None:
    finding = found(instance, **keywords)
    assert finding.code == code
    assert message in finding.message


def test_exactly_one_of_some_keys_is_asked_in_one_sentence() -> None:
    node = {"minProperties": 1, "maxProperties": 1, "properties": {"datum": {}, "kwartaal": {}}}
    for instance in ({}, {"datum": 1, "kwartaal": 2}):
        finding = found(instance, **node)
        assert finding.message == ("vul bij ‘v’ precies één van deze sleutels in: datum, kwartaal")


def test_a_choice_is_suggested_or_else_explained() -> None:
    node: dict[str, Any] = {
        "enum": ["gepland", "concept"],
        "enumDescriptions": ["staat op de planning", "wordt geschreven"],
        "x_uitleg": "De status.",
    }
    assert found("Geplant", **node).help == "bedoelde u ‘gepland’?\nDe status."
    assert found("x", **node).help == (
        "kies uit:\ngepland: staat op de planning\nconcept: wordt geschreven\nDe status."
    )
    many = found("x", enum=[f"keuze{n}" for n in range(50)], x_waardelijst="themas")
    assert many.help.startswith("kies uit: keuze0, keuze1")
    assert "keuze39, …" in many.help
    assert "waardelijst ‘themas’" in many.help


def test_a_refused_form_comes_with_its_description_and_examples() -> None:
    node = {"pattern": "^B[0-9]+$", "description": "B en een getal.", "examples": ["B1", "B2"]}
    finding = found("x", **node)
    assert finding.code == "T107"
    assert finding.message == "‘x’ heeft niet de vorm van ‘v’"
    assert finding.help == "B en een getal.\nbijvoorbeeld ‘B1’ of ‘B2’"
    assert "spaties" in found(" B1", **node).help
    assert len(found("lang " * 50, **node).message) < 100


def test_a_repeated_item_is_pointed_at() -> None:
    finding = found(["a", "b", "a"], uniqueItems=True)
    assert (finding.code, finding.route) == ("T112", ROOT / "v" / 2)
    assert finding.message == "‘a’ staat twee keer in ‘v’"
    finding = found([{"a": 1}, {"a": 1}], uniqueItems=True)
    assert finding.message == "‘v’ bevat onderdeel 2 van ‘v’ al eerder"


def test_numbers_that_only_the_schema_finds_equal_are_told_too() -> None:
    assert found([1, 1.0], uniqueItems=True).code == "T112"
    assert found([{"a": 1}, {"a": 1.0}], uniqueItems=True).code == "T119"


def test_of_several_faults_in_one_value_the_first_to_solve_is_told() -> None:
    finding = found(5, type="string", pattern="a", maximum=3)
    assert finding.code == "T105"


def test_a_number_where_a_choice_belongs_is_a_wrong_choice() -> None:
    finding = found(1, type="string", enum=["1A", "2C", "1B"])
    assert (finding.code, finding.help) == ("T106", "bedoelde u ‘1A’ of ‘1B’?")


def whole(data: dict[str, Any], node: dict[str, Any]) -> list[tuple[str, Route, str, str]]:
    return [(f.code, f.route, f.message, f.help) for f in schema.check(data, node)]


CLOSED: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["titel"],
    "properties": {
        "titel": {"description": "De titel."},
        "groep": {"$ref": "#/$defs/Groep"},
        "kleur": {},
    },
    "$defs": {
        "Groep": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"vorm": {}, "maat": {}},
        }
    },
}


def test_a_misspelt_key_and_the_missing_key_are_one_finding() -> None:
    assert whole({"tietel": 1}, CLOSED) == [
        ("T102", ROOT / "tietel", "onbekende sleutel ‘tietel’", "bedoelde u ‘titel’?")
    ]


def test_a_key_that_is_there_is_not_suggested_again() -> None:
    ((_, _, _, advice),) = whole({"titel": 1, "tietel": 2}, CLOSED)
    assert advice == "haal de sleutel weg, of kies uit: groep, kleur"


def test_an_unknown_key_is_sent_to_where_it_belongs() -> None:
    ((_, _, _, down),) = whole({"titel": 1, "vorm": 2}, CLOSED)
    assert down == "deze sleutel hoort onder ‘groep’: twee spaties ingesprongen"
    ((_, _, _, up),) = whole({"titel": 1, "groep": {"kleur": 2}}, CLOSED)
    assert up == "deze sleutel hoort op het hoogste niveau: zonder inspringing"


def test_strange_keys_are_quoted_on_one_line_and_not_without_end() -> None:
    data = {"titel": 1, "a\nb" + "c" * 500: 2}
    ((_, _, message, _),) = whole(data, CLOSED)
    assert "\n" not in message
    assert len(message) < 100
    assert len(whole({"titel": 1} | {f"q{n}": n for n in range(900)}, CLOSED)) == 50


def test_with_too_many_keys_to_name_the_schema_is_referred_to() -> None:
    node = {"additionalProperties": False, "properties": {f"k{n}": {} for n in range(20)}}
    ((_, _, _, advice),) = whole({"zzz": 1}, node)
    assert "toets schema" in advice


def test_missing_keys_say_what_they_are_for() -> None:
    assert whole({"kleur": 1}, CLOSED) == [
        ("T103", ROOT / "titel", "verplichte sleutel ‘titel’ ontbreekt", "De titel.")
    ]
    unnamed = {"required": ["los"], "x-uitleg": "Waarom los."}
    assert whole({}, unnamed)[0][3] == "Waarom los."


@pytest.mark.parametrize("keyword", ["anyOf", "oneOf"])
def test_one_of_some_keys_is_asked(keyword: str) -> None:
    node = {keyword: [{"required": ["a"]}, {"required": ["b"]}], "x-uitleg": "Kies er een."}
    assert whole({}, node) == [
        ("T108", ROOT, "bij het bestand ontbreekt ‘a’ of ‘b’", "Kies er een.")
    ]
    if keyword == "oneOf":
        assert whole({"a": 1, "b": 2}, node)[0][2] == (
            "bij het bestand horen ‘a’ en ‘b’ niet samen"
        )


def test_keys_that_exclude_each_other_are_named() -> None:
    def messages(data: dict[str, Any], forbidden: dict[str, Any]) -> list[str]:
        return [message for _, _, message, _ in whole(data, {"not": forbidden})]

    a, b = {"required": ["a"]}, {"required": ["b"]}
    assert messages({"a": 1, "b": 2}, {"required": ["a", "b"]}) == ["‘a’ en ‘b’ gaan niet samen"]
    assert messages({"a": 1}, a) == ["‘a’ hoort hier niet"]
    assert messages({"a": 1, "b": 2}, {"anyOf": [a, b]}) == ["‘a’ en ‘b’ horen hier niet"]
    assert messages({"a": 1, "c": 2}, {"anyOf": [a, b]}) == ["‘a’ hoort hier niet"]


def test_a_demand_names_the_status_and_what_tells_more() -> None:
    composed = Schemas()["1"]
    data = {**MINIMAL, "status": "vastgesteld", "bevindingen": [{}]}
    findings = {finding.message: finding for finding in schema.check(data, composed)}
    top = findings["‘samenvatting’ ontbreekt; verplicht bij status ‘vastgesteld’"]
    assert (top.code, top.route, top.on_key) == ("T104", ROOT / "status", False)
    assert top.help
    two = findings[
        "‘aanpak’ ontbreekt, met daarin ‘methoden’ en ‘beperkingen of geen_beperkingen’; "
        "verplicht bij status ‘vastgesteld’"
    ]
    assert two.route == ROOT / "status"
    inside = findings["‘regeling.inwerkingtreding’ ontbreekt; verplicht bij status ‘vastgesteld’"]
    assert (inside.route, inside.on_key) == (ROOT / "regeling", True)
    item = findings[
        "‘bronnen’ ontbreekt bij onderdeel 1 van ‘bevindingen’; verplicht bij status ‘vastgesteld’"
    ]
    assert (item.route, item.on_key) == (ROOT / "bevindingen" / 0, True)


def test_a_misspelt_demanded_key_is_one_finding() -> None:
    organisaties = [{"id": "szw", "rol": ["opdrachtgever"]}]
    data = {**MINIMAL, "status": "concept", "organisatie": organisaties}
    (finding,) = schema.check(data, Schemas()["1"])
    assert (finding.code, finding.help) == ("T102", "bedoelde u ‘organisaties’?")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("citertitel", "citeertitel"),
        ("Citeer-titel", "citeertitel"),
        ("citeer titel", "citeertitel"),
        ("titel", "titel"),
        ("xyz", None),
        ("", None),
    ],
)
def test_the_nearest_word_is_meant(word: str, meant: str | None) -> None:
    assert closest(word, ["soort", "citeertitel", "titel"]) == meant


def test_two_neighbours_that_changed_places_are_near_enough() -> None:
    assert closest("swz", ["svb", "szw"]) == "szw"
    assert closest("wzs", ["szw"]) is None


def test_a_file_that_is_no_mapping_is_told_how_to_begin() -> None:
    (finding,) = schema.check("Geachte voorzitter", Schemas()["1"])
    assert finding.route == ROOT
    assert "toets nieuw" in finding.help


def test_an_empty_value_may_have_begun_with_a_hash() -> None:
    (finding,) = schema.check({**MINIMAL, "samenvatting": None}, Schemas()["1"])
    assert (finding.code, "‘#’" in finding.help) == ("T109", True)
    (finding,) = schema.check({**MINIMAL, "samenvatting": ""}, Schemas()["1"])
    assert (finding.code, "‘#’" in finding.help) == ("T109", False)


def test_without_candidates_nothing_is_meant() -> None:
    assert closest("a", []) is None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"brief": {"instrumenttekst": "egen", "eigen_instrumenttekst": "Tekst."}}, "T106"),
        ({"brief": {"instrumenttkst": "eigen", "eigen_instrumenttekst": "Tekst."}}, "T102"),
        ({"volledigheit": "indexrecord", "status": "aangeboden"}, "T102"),
        ({"organisaties": [{"id": "bureau-noord", "nam": "Bureau", "rol": ["beleid"]}]}, "T102"),
    ],
)
def test_what_only_a_doubted_condition_asks_is_not_told(change: dict[str, Any], code: str) -> None:
    found = schema.check({**MINIMAL, **change}, Schemas()["1"])
    assert [f.code for f in found][:1] == [code]
    assert not {"T108", "T106"} & {f.code for f in found[1:]}


def test_a_condition_may_look_at_one_of_several_keys() -> None:
    node: dict[str, Any] = {
        "properties": {"a": {"type": "string"}, "b": {}, "c": {}},
        "if": {"anyOf": [{"required": ["a"]}, {"not": {"required": ["b"]}}]},
        "then": {"required": ["c"]},
    }
    assert [f.code for f in schema.check({"a": "x"}, node)] == ["T103"]
    assert [f.code for f in schema.check({"a": 1}, node)] == ["T105"]


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("id", ("id",)),
        ("ix", ("id",)),
        ("k", ("tk", "ek")),
        ("2c", ("2C",)),
        ("B91", ("B19",)),
        ("B", ()),
        ("citertitel", ("citeertitel",)),
    ],
)
def test_what_may_be_meant_is_few_words_or_none(word: str, words: tuple[str, ...]) -> None:
    ids = [f"B{number}" for number in range(1, 20)]
    assert likely(word, ["id", "tk", "ek", "2C", "2A", "citeertitel", *ids]) == words


def test_the_question_names_all_that_may_be_meant() -> None:
    assert asked(["a"]) == "bedoelde u ‘a’?"
    assert asked(["a", "b", "c"]) == "bedoelde u ‘a’, ‘b’ of ‘c’?"
