"""What must hold for any text and any data, tried on very many of them."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from invoeringstoets import explain, outputs, pipeline, schema, syntax
from invoeringstoets.diagnostic import Diagnostic
from invoeringstoets.explain.error import SchemaError
from invoeringstoets.route import ROOT, Route
from invoeringstoets.schema import Schemas, checking
from invoeringstoets.source import Position, Source
from invoeringstoets.syntax import Place, Tree, events, usual
from surroundings import examples

ROOT_FOLDER = Path(__file__).resolve().parent.parent
SCHEMAS = Schemas()
TEXTS = [
    path.read_text(encoding="utf-8")
    for folder in ("toetsen", "tests/cases/valid")
    for path in sorted((ROOT_FOLDER / folder).glob("*.yaml"))
]

TOKENS = (
    *("a", "titel", "1A", "&x ", "*x ", "? ", ": ", ":", "- ", "-", "---", "---\n", "...\n", "!"),
    *("!!str ", "!<x> ", "<<: ", "[", "]", "{", "}", ", ", '"', "'", "|", ">", "|\n", ">-\n", "# "),
    *("%", "%YAML 1.2\n", "@", "`", "\\", '"\\', "\n", "\n\n", "\n  ", "\n    ", "\n\t", "\t", " "),
    *("\r\n", "\r", "\x85", "\u2028", "\ufeff", "\x00", "\ud800", "null", "true", "12", "1.5"),
    *("é", "漢", "🙂", "schemaversie: 1\n", "status: concept\n", "\nregeling:\n  citeertitel: x\n"),
)


def inside(source: Source, diagnostic: Diagnostic) -> bool:
    """Whether a diagnostic points into its text, the end not before the start."""
    start, end = diagnostic.span.start, diagnostic.span.end
    last = source.position(len(source.text))
    return (
        Position(1, 1) <= start <= end <= last
        and start.column <= len(source.text.split("\n")[start.line - 1]) + 1
    )


@settings(max_examples=examples(1000))
@given(st.one_of(st.lists(st.sampled_from(TOKENS), max_size=30).map("".join), st.text()))
def test_any_text_gets_findings_in_itself_and_never_an_exception(text: str) -> None:
    source = Source("x.yaml", text)
    result = pipeline.check(source, SCHEMAS)
    assert result.value is not None or result.diagnostics
    for diagnostic in result.diagnostics:
        assert inside(source, diagnostic)
        assert diagnostic.message
    for render in outputs.OUTPUTS.values():
        assert render(result.diagnostics, 1).endswith("\n")


@settings(max_examples=examples(400))
@given(st.sampled_from(TEXTS), st.data())
def test_any_damage_to_a_real_text_gets_findings_in_itself(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 12))
    token = data.draw(st.sampled_from(TOKENS))
    source = Source("x.yaml", text[:at] + token + text[at + cut :])
    for diagnostic in pipeline.check(source, SCHEMAS).diagnostics:
        assert inside(source, diagnostic)


def same(one: object, other: object) -> bool:
    """Whether two values are equal, of the same types, and in the same order."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and one == other


@settings(max_examples=examples(2000))
@given(
    st.one_of(
        st.lists(st.sampled_from(TOKENS), max_size=12).map("".join),
        st.lists(st.sampled_from(TOKENS), max_size=4).map(lambda some: f"a: {''.join(some)}\n"),
        st.lists(st.sampled_from(TOKENS), max_size=4).map(lambda some: f"- - x\n{''.join(some)}"),
        st.text(),
    )
)
def test_what_is_read_without_positions_is_sound_and_the_same(text: str) -> None:
    found = usual.read(text)
    if found is not None:
        reading = events.read(text)
        assert not reading.faults
        assert same(found[0], reading.data)


@pytest.mark.parametrize("text", TEXTS)
def test_most_texts_are_usual_and_all_read_the_same(text: str) -> None:
    found = usual.read(text)
    assert found is not None or "\\" in text or " !" in text or "&" in text
    assert found is None or same(found[0], events.read(text).data)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{a: " * 100_000,
        "- " * 100_000,
        "? " * 100_000,
        "a: &a " * 50_000,
        "".join(" " * n + "a:\n" for n in range(600)),
    ],
    ids=["lists", "mappings", "dashes", "questions", "anchors", "indents"],
)
def test_what_would_crash_a_loader_is_refused_at_once(text: str) -> None:
    result = syntax.parse(Source("x.yaml", text))
    assert result.value is None
    assert result.failed


def mappings(place: Place, route: Route = ROOT) -> list[tuple[Route, str]]:
    """Every key in a tree, with the route of its mapping."""
    found = [(route, key) for key in place.keys]
    pairs = place.items.items() if isinstance(place.items, dict) else enumerate(place.items)
    for step, child in pairs:
        found += mappings(child, route / step)
    return found


def parsed(text: str) -> Tree:
    tree = syntax.parse(Source("x.yaml", text)).value
    assert tree is not None
    return tree


@settings(max_examples=examples(200))
@given(st.sampled_from(TEXTS), st.data())
def test_a_strange_key_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    tree = parsed(text)
    route, key = data.draw(st.sampled_from(mappings(tree.root)))
    span = tree.locate(route / key, on_key=True)
    lines = text.split("\n")
    line = lines[span.start.line - 1]
    lines[span.start.line - 1] = (
        line[: span.start.column - 1] + "qqqq" + line[span.end.column - 1 :]
    )
    found = pipeline.check(Source("x.yaml", "\n".join(lines)), SCHEMAS).diagnostics
    places = [d.span.start for d in found if d.code == "T102" and "‘qqqq’" in d.message]
    assert places == [span.start]


@settings(max_examples=examples(200))
@given(st.sampled_from(TEXTS), st.data())
def test_an_impossible_value_is_found_on_its_line(text: str, data: st.DataObject) -> None:
    tree = parsed(text)
    leaves = [
        (route, key)
        for route, key in mappings(tree.root)
        if tree.locate(route / key).start.line == tree.locate(route / key).end.line
        and str(route / key) != "schemaversie"
    ]
    route, key = data.draw(st.sampled_from(leaves))
    span = tree.locate(route / key)
    lines = text.split("\n")
    line = lines[span.start.line - 1]
    odd = "[[qqqq]]"
    lines[span.start.line - 1] = line[: span.start.column - 1] + odd + line[span.end.column - 1 :]
    found = pipeline.check(Source("x.yaml", "\n".join(lines)), SCHEMAS).diagnostics
    assert span.start.line in [d.span.start.line for d in found if d.code.startswith("T1")]


@pytest.mark.parametrize(
    "addition",
    [
        pytest.param("".join(f"k{n}: 1\n" for n in range(100_000)), marks=pytest.mark.slow),
        pytest.param(
            f"vorige_ids: [{', '.join(map(str, range(100_000)))}, 1]\n", marks=pytest.mark.slow
        ),
        "bronnen:\n" + "  - {}\n" * 50_000,
        "x" * 100_000 + ": 1\n",
    ],
    ids=["keys", "items", "errors", "long key"],
)
def test_a_mountain_of_faults_is_explained(addition: str) -> None:
    source = Source("x.yaml", TEXTS[0] + "\n" + addition)
    found = pipeline.check(source, SCHEMAS).diagnostics
    assert 1 <= len(found) <= 2 * checking.MAX_ERRORS
    outputs.OUTPUTS["tekst"](found, 1)


VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3000, 30_000_000)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(
        ["", "onbekend", "2026-01-01", "szw", "B1", "B1\n", "concept", "1A", "quickscan"]
    )
    | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "titel", "bron", "qqqq", "datum"]), inner, max_size=3
        )
    ),
    max_leaves=5,
)


def change(data: Any, draw: st.DataObject) -> None:
    """Put, replace or remove one thing somewhere in data."""
    while True:
        places = list(data) if isinstance(data, dict) else list(range(len(data)))
        deeper = [place for place in places if isinstance(data[place], dict | list)]
        if not deeper or draw.draw(st.booleans()):
            break
        data = data[draw.draw(st.sampled_from(deeper))]
    remove = places and draw.draw(st.booleans())
    if remove:
        del data[draw.draw(st.sampled_from(places))]
    elif isinstance(data, list):
        data.insert(0, draw.draw(VALUES))
    else:
        names = st.sampled_from([*places, "bevindingen", "toelichting", "bronnen", "qqqq"])
        data[draw.draw(names)] = draw.draw(VALUES)


@cache
def reference() -> Any:
    """The other JSON Schema library, with ``$`` only at the very end, as ECMA-262 has it."""

    def pattern(_: Any, wanted: str, instance: Any, __: Any) -> Iterator[ValidationError]:
        exact = re.sub(r"(?<!\\)\$", r"\\Z", wanted)
        if isinstance(instance, str) and not re.search(exact, instance):
            yield ValidationError("pattern")

    return extend(Draft202012Validator, {"pattern": pattern})(SCHEMAS["1"])


@settings(max_examples=examples(150))
@given(st.sampled_from(TEXTS), st.integers(1, 4), st.data())
def test_every_fault_that_another_library_sees_is_seen_in_its_place_and_explained(
    text: str, times: int, data: st.DataObject
) -> None:
    mutated = copy.deepcopy(parsed(text).data)
    for _ in range(times):
        change(mutated, data)
    composed = SCHEMAS["1"]
    seen = list(checking._errors(mutated, composed))
    judged = [
        SchemaError(
            one.validator,
            one.validator_value,
            one.instance,
            one.schema,
            tuple(one.absolute_path),
            tuple(one.absolute_schema_path),
        )
        for one in reference().iter_errors(mutated)
    ]
    assert sorted(map(repr, seen)) == sorted(map(repr, judged))
    findings = schema.check(mutated, composed)
    assert schema.is_valid(mutated, composed) == (not judged) == (not findings)
    assert {*explain.explain(judged, mutated, schema=composed)} == {*findings}
    for finding in findings:
        assert finding.code != "T119"
        assert exists(mutated, finding.route.parent)


def exists(data: Any, route: Route) -> bool:
    for step in route.steps:
        known = isinstance(data, dict) and step in data
        if not known and not (
            isinstance(data, list) and isinstance(step, int) and step < len(data)
        ):
            return False
        data = data[step]
    return True


@settings(max_examples=examples(100))
@given(st.sampled_from(TEXTS), st.data())
def test_hint_list_and_schema_ask_for_the_same(text: str, data: st.DataObject) -> None:
    toets = copy.deepcopy(parsed(text).data)
    assert isinstance(toets, dict)
    optional = sorted(toets.keys() - {"schemaversie", "id", "soort", "status", "titel", "regeling"})
    for key in data.draw(st.sets(st.sampled_from(optional))) if optional else ():
        del toets[key]
    toets["status"] = data.draw(
        st.sampled_from(["gepland", "concept", "vastgesteld", "aangeboden"])
    )
    asked = {f.code for f in schema.check(toets, SCHEMAS["1"])} & {"T104"}
    assert bool(asked) == bool(schema.missing(toets, toets["status"]))
