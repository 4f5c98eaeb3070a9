"""The schema as data: valid, complete for an editor, and the same words as the model."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from jsonschema import Draft202012Validator

from invoeringstoets import assets
from invoeringstoets.model import CENTRALE_VRAGEN, Toets, Waarde

Node = dict[str, Any]

SCHEMA: Node = json.loads(assets.text("schema/1/basis.schema.json"))
REQUIREMENTS: Node = json.loads(assets.text("schema/1/verplicht.json"))
VALUE_LISTS: dict[str, Node] = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(assets.path("schema/waardelijsten").glob("*.json"))
}
LISTS_WITH_IDS = {
    *("bronnen", "bevindingen", "conclusies", "acties", "aanbevelingen", "kerncijfers"),
    *("aannames", "organisaties", "toetsen"),
}
TEXT_KINDS = {"regel", "alineas", "opmaak"}


def nodes(node: object, where: str = "#") -> Iterator[tuple[str, Node]]:
    """Every object in the schema with its place."""
    if isinstance(node, dict):
        yield where, node
        for key, value in node.items():
            yield from nodes(value, f"{where}/{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from nodes(value, f"{where}/{index}")


def definitions() -> Iterator[tuple[str, Node]]:
    """The root and every definition that is an object with properties."""
    yield "Toets", SCHEMA
    for name, node in SCHEMA["$defs"].items():
        if "properties" in node:
            yield name, node


def properties() -> Iterator[tuple[str, Node]]:
    """Every property that an author may write, named by its class."""
    for name, node in definitions():
        for key, value in node["properties"].items():
            yield f"{name}.{key}", value


def resolved(node: Node) -> Node:
    """A node with its reference followed; its own words go first."""
    reference = node.get("$ref")
    if not reference:
        return node
    target: Node = SCHEMA["$defs"][reference.removeprefix("#/$defs/")]
    return {**target, **node}


NAMES = [name for name, _ in definitions()]


def enums() -> Iterator[tuple[str, Node]]:
    """Every closed list of choices (a test on a discriminator inside ``if`` is none)."""
    for where, node in nodes(SCHEMA):
        if isinstance(node.get("enum"), list) and "/if/" not in where:
            yield where, node


def test_schema_is_valid_against_its_metaschema() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["$id"].startswith("urn:")
    Draft202012Validator.check_schema(SCHEMA)


def test_source_is_pretty_printed_with_two_spaces() -> None:
    text = assets.text("schema/1/basis.schema.json")
    assert text == json.dumps(SCHEMA, ensure_ascii=False, indent=2) + "\n"


def test_root_has_no_alternatives() -> None:
    assert not {"oneOf", "anyOf"} & SCHEMA.keys()


@pytest.mark.parametrize(("name", "node"), list(definitions()), ids=NAMES)
def test_object_refuses_unknown_keys(name: str, node: Node) -> None:
    assert node["type"] == "object", name
    assert node["additionalProperties"] is False, name


def test_every_reference_has_a_target_and_every_definition_a_user() -> None:
    used = {node["$ref"] for _, node in nodes(SCHEMA) if isinstance(node.get("$ref"), str)}
    assert used == {f"#/$defs/{name}" for name in SCHEMA["$defs"]}


def test_every_field_has_a_title_and_a_description() -> None:
    bare = [name for name, node in properties() if not node.get("title")]
    bare += [name for name, node in properties() if not node.get("description", "").endswith(".")]
    bare += [name for name, node in SCHEMA["$defs"].items() if not node.get("description")]
    assert bare == []


def test_every_free_text_says_how_it_is_read() -> None:
    """Text is a single line, paragraphs, or text with mark-up; nothing else may guess."""
    closed = {"enum", "pattern", "x-waardelijst", "x-verwijst"}
    for name, node in properties():
        field = resolved(node)
        leaf = resolved(field.get("items", field))
        if "string" in leaf.get("type", ()) and not closed & leaf.keys():
            assert leaf.get("x-tekst") in TEXT_KINDS, name
        else:
            assert "x-tekst" not in leaf, name


def test_every_choice_has_a_wording_and_a_description() -> None:
    for where, node in enums():
        assert len(node["x-namen"]) == len(node["enum"]), where
        assert len(node["enumDescriptions"]) == len(node["enum"]), where
        assert all(text.endswith(".") for text in node["enumDescriptions"]), where


def test_same_choice_has_the_same_wording_everywhere() -> None:
    wordings: dict[str, set[str]] = {}
    for _, node in enums():
        for value, name in zip(node["enum"], node["x-namen"], strict=True):
            wordings.setdefault(str(value), set()).add(name)
    assert {value: names for value, names in wordings.items() if len(names) > 1} == {}


def test_every_value_list_that_is_named_exists() -> None:
    named = {
        node["x-waardelijst"]
        for _, node in nodes(SCHEMA)
        if isinstance(node.get("x-waardelijst"), str)
    }
    assert named <= VALUE_LISTS.keys()
    assert VALUE_LISTS.keys() - named == {"begrippen", "centrale_vragen"}


def test_references_between_ids_name_lists_of_a_toets() -> None:
    named = {
        name
        for _, node in nodes(SCHEMA)
        if isinstance(node.get("x-verwijst"), str)
        for name in node["x-verwijst"].split("|")
    }
    assert named == LISTS_WITH_IDS
    assert named - {"toetsen"} <= SCHEMA["properties"].keys()


def test_what_may_not_be_explains_itself() -> None:
    """``not`` and ``anyOf`` say nothing to an author; the sentence beside them does."""
    for where, node in nodes(SCHEMA):
        if "/if" in where or where.endswith("/not"):  # a condition, not a demand
            continue
        if "not" in node or "anyOf" in node:
            assert node.get("x-uitleg", "").endswith("."), where


def test_explanations_and_patterns_are_sentences_and_expressions() -> None:
    for where, node in nodes(SCHEMA):
        if isinstance(node.get("x-uitleg"), str):
            assert node["x-uitleg"].endswith("."), where
        if isinstance(node.get("pattern"), str):
            re.compile(node["pattern"])
            assert resolved(node).get("x-uitleg") or "x-verwijst" in node, where


def test_examples_and_defaults_obey_their_own_field() -> None:
    for where, node in nodes(SCHEMA):
        if "title" not in node or "$defs" in node:
            continue
        values = [*node.get("examples", ()), *([node["default"]] if "default" in node else ())]
        validator = Draft202012Validator({**node, "$defs": SCHEMA["$defs"]})
        for value in values:
            assert not list(validator.iter_errors(value)), (where, value)


# --- the schema against the model -----------------------------------------------------------


def model_classes() -> Iterator[tuple[type, Node]]:
    """Every dataclass of the model with the definition it must equal, from ``Toets`` down."""
    waiting: list[tuple[type, Node]] = [(Toets, SCHEMA)]
    seen: set[type] = set()
    while waiting:
        cls, node = waiting.pop()
        if cls in seen:
            continue
        seen.add(cls)
        yield cls, node
        for key, hint in get_type_hints(cls).items():
            inner = dataclass_in(hint)
            if inner:
                waiting.append((inner, below(node["properties"].get(key, {}), hint)))


def dataclass_in(hint: object) -> type | None:
    """The dataclass inside a type such as ``tuple[Bron, ...] | None``."""
    if isinstance(hint, type) and is_dataclass(hint):
        return hint
    return next(filter(None, map(dataclass_in, get_args(hint))), None)


def below(node: Node, hint: object) -> Node:
    """The definition of what a field holds, one step into a list or a mapping."""
    field = resolved(node)
    if get_origin(hint) is Mapping:
        field = resolved(next(iter(field["properties"].values())))
    return resolved(field.get("items", field))


CLASSES = [cls.__name__ for cls, _ in model_classes()]


@pytest.mark.parametrize(("cls", "node"), list(model_classes()), ids=CLASSES)
def test_schema_has_exactly_the_fields_of_the_model(cls: type, node: Node) -> None:
    assert node["properties"].keys() == {field.name for field in fields(cls)}


@pytest.mark.parametrize(("cls", "node"), list(model_classes()), ids=CLASSES)
def test_schema_requires_what_the_model_cannot_do_without(cls: type, node: Node) -> None:
    needed = {f.name for f in fields(cls) if f.default is MISSING and f.default_factory is MISSING}
    assert set(node.get("required", ())) == needed


@pytest.mark.parametrize(("cls", "node"), list(model_classes()), ids=CLASSES)
def test_defaults_of_schema_and_model_agree(cls: type, node: Node) -> None:
    for field in fields(cls):
        if "default" in node["properties"][field.name]:
            assert node["properties"][field.name]["default"] == field.default, field.name


@pytest.mark.parametrize(("cls", "node"), list(model_classes()), ids=CLASSES)
def test_lists_of_the_model_are_lists_in_the_schema(cls: type, node: Node) -> None:
    for name, hint in get_type_hints(cls).items():
        options = (hint, *get_args(hint))
        is_list = any(get_origin(option) is tuple for option in options)
        assert (resolved(node["properties"][name]).get("type") == "array") is is_list, name


def test_all_classes_are_reached() -> None:
    names = {cls.__name__ for cls, _ in model_classes()}
    known = {name for name, _ in definitions()} - {"CentraleVragen"}
    assert names == known


def test_central_questions_are_the_six() -> None:
    questions = SCHEMA["$defs"]["CentraleVragen"]["properties"]
    assert tuple(questions) == CENTRALE_VRAGEN
    wording = {value["id"]: value["naam"] for value in VALUE_LISTS["centrale_vragen"]["waarden"]}
    for key, node in questions.items():
        assert node["title"] == f"{key}. {wording[key]}"


# --- requirements and value lists -----------------------------------------------------------


def find(path: str) -> Node | None:
    """The node at a path as the requirements write it (``a.b``, ``a[].b``), or ``None``."""
    node = SCHEMA
    for step in path.split("."):
        name = step.removesuffix("[]")
        node = resolved(node.get("properties", {}).get(name, {}))
        if name != step:
            node = resolved(node.get("items", {}))
    return node or None


def test_a_path_that_does_not_exist_is_not_found() -> None:
    assert find("centrale_vragen.1A") is not None
    assert find("acties[].eigenaar") is not None
    assert find("acties.eigenaar") is None
    assert find("brief.onderwerp") is None


@pytest.mark.parametrize("rule", REQUIREMENTS["regels"], ids=lambda rule: rule["velden"][0])
def test_requirement_speaks_of_fields_and_choices_that_exist(rule: Node) -> None:
    assert rule.keys() == {"velden", "als"}
    for alternatives in rule["velden"]:
        for path in alternatives.split("|"):
            assert find(path) is not None, path
    for key, values in rule["als"].items():
        assert set(values) <= set(resolved(SCHEMA["properties"][key])["enum"]), key
        assert values, key


def test_index_record_is_free_of_what_other_toetsen_need() -> None:
    for rule in REQUIREMENTS["regels"]:
        if "brief.betreft" in rule["velden"] or "samenvatting" in rule["velden"]:
            assert "indexrecord" not in rule["als"]["volledigheid"]


@pytest.mark.parametrize("name", VALUE_LISTS)
def test_value_list_is_well_formed(name: str) -> None:
    value_list = VALUE_LISTS[name]
    assert value_list.keys() == {"titel", "waarden"}
    allowed = {field.name for field in fields(Waarde)}
    for value in value_list["waarden"]:
        assert {"id", "naam"} <= value.keys() <= allowed
        assert all(isinstance(text, str) and text.strip() == text != "" for text in value.values())
        assert re.fullmatch(r"[a-z0-9][a-z0-9_-]*|[12][ABC]?", value["id"])
    ids = [value["id"] for value in value_list["waarden"]]
    names = [value["naam"] for value in value_list["waarden"]]
    assert len(set(ids)) == len(ids)
    assert len(set(names)) == len(names)


def test_organisations_have_a_known_kind_and_a_sound_register_address() -> None:
    kinds = set(SCHEMA["$defs"]["organisatiesoort"]["enum"])
    for value in VALUE_LISTS["organisaties"]["waarden"]:
        assert value["soort"] in kinds, value["id"]
        if "tooi" in value:
            assert value["tooi"].startswith("https://identifier.overheid.nl/tooi/id/")
        assert ("tooi" in value) or value["soort"] != "ministerie", value["id"]


def test_glossary_explains_every_term() -> None:
    for value in VALUE_LISTS["begrippen"]["waarden"]:
        assert value.get("omschrijving", "").endswith("."), value["id"]


# --- the distinctions that the schema itself holds ------------------------------------------

DISTINCTIONS = [
    ("Antwoord", {"antwoord": "Goed.", "niet_beantwoord": "Geen tijd."}),
    ("Antwoord", {"bevindingen": ["B1"]}),
    ("Onderzoeksvraag", {"id": "V", "tekst": "Hoe?", "antwoord": "Zo.", "niet_beantwoord": "Nee."}),
    ("Termijn", {"datum": "2026", "doorlopend": True}),
    ("Termijn", {}),
    ("Termijn", {"doorlopend": False}),
    ("Grondslag", {"soort": "conclusie"}),
    ("Grondslag", {"soort": "breder"}),
    ("Kerncijfer", {"id": "K1", "grootheid": "gebruik"}),
    ("Kerncijfer", {"id": "K1", "grootheid": "gebruik", "waarde": "veel"}),
    ("Conflict", {"veld": "titel", "waarden": [{"waarde": "a", "bron": "x"}]}),
    ("Uitvoeringstoets", {"model": "vrij"}),
    ("Uitvoeringstoets", {"model": "vrij", "eindoordeel": "ja", "gevolgen": "beperkt"}),
    ("Brief", {"tekst": "bewerking"}),
    ("Brief", {"instrumenttekst": "eigen"}),
    ("Brief", {"eigen_instrumenttekst": "Uitleg."}),
    ("Categorie", {"waarde": "ingrijpen", "herkomst": "bron"}),
    ("Aanpak", {"beperkingen": ["Klein."], "geen_beperkingen": "Geen."}),
    ("Beslisnota", {"gevraagd_besluit": "Teken.", "geen": "Niet nodig."}),
    ("Mede", {}),
    ("Wijziging", {"amendement": "12"}),
    ("Bron", {"id": "1bron", "soort": "rapport", "titel": "Rapport"}),
    ("Inwerkingtreding", {"datum": "2026-13"}),
    ("Inwerkingtreding", {"datum": "1 januari 2026"}),
]
ACCEPTED = [
    ("Antwoord", {"niet_beantwoord": "De gegevens ontbraken."}),
    ("Onderzoeksvraag", {"id": "V", "tekst": "Hoe?"}),
    ("Termijn", {"kwartaal": "2026-K3"}),
    ("Grondslag", {"soort": "breder", "toelichting": "Een ander rapport."}),
    ("Kerncijfer", {"id": "K1", "grootheid": "gebruik", "omschrijving": "relatief veel"}),
    ("Kerncijfer", {"id": "K1", "grootheid": "kosten", "waarde": "onbekend"}),
    ("Uitvoeringstoets", {"model": "vrij", "eindoordeel": "uitvoerbaar"}),
    ("Uitvoeringstoets", {"model": "belastingdienst_toeslagen", "gevolgen": "onbekend"}),
    ("Mede", {"letterlijk": "mijn collega"}),
    ("Inwerkingtreding", {"datum": 2026}),
    ("Inwerkingtreding", {"datum": "onbekend"}),
    ("Risico", {"rij": "handhaafbaarheid", "kolom": 2}),
    ("Risico", {"rij": "handhaafbaarheid", "kolom": "2"}),
    ("Fte", {"structureel": -2.5}),
]


def errors(name: str, value: object) -> list[object]:
    """What a definition has to say about a value."""
    validator = Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})
    return list(validator.iter_errors(value))


@pytest.mark.parametrize(("name", "value"), DISTINCTIONS)
def test_schema_holds_a_distinction(name: str, value: object) -> None:
    assert errors(name, value)


@pytest.mark.parametrize(("name", "value"), ACCEPTED)
def test_schema_lets_honest_data_through(name: str, value: object) -> None:
    assert errors(name, value) == []


@pytest.mark.parametrize(
    ("soort", "besluit", "refused"),
    [("afweging", "niet", 0), ("quickscan", "niet", 1), ("quickscan", "wel", 0)],
)
def test_decision_against_a_toets_is_a_record_of_its_own(
    soort: str, besluit: str, refused: int
) -> None:
    toets = {
        "schemaversie": "1",
        "id": "2026-proef",
        "soort": soort,
        "status": "gepland",
        "titel": "Proef",
        "regeling": {"citeertitel": "Proefwet (fictief)"},
        "afweging": {"besluit": besluit, "reden": "Klein.", "datum": "2026-01"},
    }
    assert len(list(Draft202012Validator(SCHEMA).iter_errors(toets))) == refused
