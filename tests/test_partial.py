"""Rules beside schema faults: all they find elsewhere, and nothing that a repair would undo."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from invoeringstoets import partial, pipeline, schema, structure, syntax
from invoeringstoets.diagnostic import Finding
from invoeringstoets.model import Toets
from invoeringstoets.route import ROOT, Route
from invoeringstoets.rules import RULES, Remark, Rule, Words
from invoeringstoets.rules.resting import MISLEADING, RESTS_ON, pattern_of
from invoeringstoets.schema import Schemas
from invoeringstoets.source import Source
from surroundings import examples

FOLDER = Path(__file__).parent.parent
PATHS = sorted((FOLDER / "toetsen").glob("*.yaml"))
SCHEMAS = Schemas()
WORDS = Words(SCHEMAS.value_lists)


def data_of(text: str) -> Any:
    tree = syntax.parse(Source("x.yaml", text)).value
    assert tree is not None
    return tree.data


SOUND = [data_of(path.read_text(encoding="utf-8")) for path in PATHS]


def found(data: object) -> list[Finding]:
    """What the rules find, as ``pipeline.check`` would."""
    objected = schema.Objections(data, SCHEMAS["1"])
    if objected.findings():
        return partial.check(data, objected.places(), rules=RULES, words=WORDS, unsure=())
    toets = structure.build(data)
    return partial.sift([finding for rule in RULES for finding in rule(toets, WORDS)])


def said(findings: list[Finding]) -> set[tuple[str, Route, str]]:
    return {(f.code, f.route, str(f.severity)) for f in findings}


def spoil(data: Any, chance: random.Random) -> bool:
    """Misplace, leave out or replace one thing somewhere; whether the schema now objects."""
    holder, step = chance.choice(list(places(data)))
    value = holder[step]
    match chance.randrange(4):
        case 0 if isinstance(holder, dict):
            holder[f"{step}x"] = holder.pop(step)
        case 1:
            holder[step] = {"qqqq": 1}
        case 2:
            holder[step] = [value] if not isinstance(value, list) else "qqqq"
        case _:
            del holder[step]
    return not schema.is_valid(data, SCHEMAS["1"])


def places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every value in data, as what holds it and the step to it."""
    for step, value in list(data.items() if isinstance(data, dict) else enumerate(data)):
        if data is not None and step != "schemaversie":
            yield data, step
        if isinstance(value, dict | list):
            yield from places(value)


def blemish(data: Any, chance: random.Random) -> Any:
    """Sound for the schema, but not for the rules: references and dates are changed."""
    marred = copy.deepcopy(data)
    for holder, step in list(places(marred)):
        value = holder[step]
        if isinstance(value, str) and chance.random() < 0.1:
            other = {"B1": "B9", "C1": "C9", "tekst": "Bel 0612345678 [^zz]"}.get(value)
            if step in {"tekst", "toelichting", "omschrijving"}:
                other = "Bel 06 12 34 56 78 over 2026 😀"
            if step == "datum":
                other = "2019-02-30" if chance.random() < 0.5 else "1999-01-01"
            holder[step] = other or value
    return marred if schema.is_valid(marred, SCHEMAS["1"]) else data


@settings(max_examples=examples(120))
@given(st.integers(0, 10**6))
def test_what_is_found_beside_a_schema_fault_is_found_without_it_too(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- a sample, not a secret
    whole = blemish(chance.choice(SOUND), chance)
    spoiled = copy.deepcopy(whole)
    if not spoil(spoiled, chance):
        return
    assert said(found(spoiled)) <= said(found(whole))


@settings(max_examples=examples(150))
@given(st.integers(0, 10**6))
def test_rules_never_raise_on_what_is_left_of_a_toets(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- a sample, not a secret
    spoiled = copy.deepcopy(chance.choice(SOUND))
    for _ in range(chance.randrange(1, 12)):
        spoil(spoiled, chance)
    toets = structure.build_rough(spoiled)
    assert isinstance(toets, Toets)
    for rule in RULES:
        list(rule(toets, WORDS))


TEXT = """\
schemaversie: 1
id: 2026-proef
soort: invoeringstoets
status: gepland
titel: Toets
fictief: true
regeling:
  citeertitel: Proefwet
peildatum: 2026-02-30
bevindingen:
  - id: B1
    stem: toets
    vraag: 1A
    perspectief: doelgroep
    titel: Aanvragen duurt lang
    bronnen: [rapprt]
    aard: positief
    zekerheid: vastgesteld
conclusies:
  - id: C1
    stem: toets
    titel: Het kan sneller
    bevindingen: [B1]
bronnen:
  - id: rapport
    soort: rapport
    titel: Onderzoek
  - id: brief
    soort: kamerstuk
    titel: Brief
"""


def codes(text: str) -> list[str]:
    source = Source("2026-proef.yaml", text)
    return [d.code for d in pipeline.check(source, SCHEMAS).diagnostics if d.severity == "fout"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("zekerheid: vastgesteld", "zekerheid: vastgestel", ["T401", "T301", "T106"]),
        ("titel: Brief", "tietel: Brief", ["T401", "T301", "T102"]),
        ("status: gepland", "status: geplant", ["T106", "T401", "T301"]),
        ("titel: Toets", "titel: [Toets]", ["T105", "T401", "T301"]),
        ("  citeertitel: Proefwet", "  soort: wet", ["T103", "T401", "T301"]),
        ("id: rapport", "idd: rapport", ["T401", "T102"]),
        ("bronnen:\n", "bronen:\n", ["T401", "T102"]),
        ("bronnen: [rapprt]", "bronen: [rapprt]", ["T401", "T102"]),
        ("bevindingen: [B1]", "bevindigen: [B1]", ["T401", "T301", "T102"]),
        ("peildatum: 2026-02-30", "peildatum: [2026-02-30]", ["T105", "T301"]),
        ("bronnen: [rapprt]", "bronnen: [{a: b}, rapprt]", ["T401", "T105", "T301"]),
        ("  - id: brief", "  - zomaar\n  - id: brief", ["T401", "T105"]),
    ],
)
def test_faults_of_rules_come_in_the_same_run(old: str, new: str, expected: list[str]) -> None:
    assert codes(TEXT) == ["T401", "T301"]
    assert codes(TEXT.replace(old, new, 1)) == expected


def test_of_a_key_that_stands_there_twice_nothing_is_sure() -> None:
    twice = TEXT + "bronnen:\n  - {id: rapprt, soort: rapport, titel: Onderzoek}\n"
    assert codes(twice) == ["T401", "T020"]
    inside = TEXT.replace("    titel: Brief", "    titel: Brief\n    titel: Nog een")
    assert codes(inside) == ["T401", "T301", "T020"]


def test_a_misspelt_reference_does_not_echo() -> None:
    def all_codes(text: str) -> set[str]:
        checked = pipeline.check(Source("2026-proef.yaml", text), SCHEMAS)
        return {diagnostic.code for diagnostic in checked.diagnostics}

    assert "T306" not in all_codes(TEXT)
    assert "T306" in all_codes(TEXT.replace("bronnen: [rapprt]", "bronnen: [rapport]"))


def test_a_rule_that_is_not_listed_is_silent_beside_a_fault() -> None:
    def speaks(toets: Toets, _words: Words) -> Iterator[Remark]:
        yield Remark(ROOT / "titel", f"de titel is {toets.titel}")

    rule = Rule("T299", RULES[0].severity, speaks)
    broken = {**SOUND[0], "kleur": "groen"}

    def speaking(data: object, *unsure: Route) -> bool:
        objected = schema.Objections(data, SCHEMAS["1"]).places()
        return bool(partial.check(data, objected, rules=[rule], words=WORDS, unsure=unsure))

    assert not speaking(broken)
    assert not speaking(SOUND[0], ROOT / "taal")
    assert speaking(SOUND[0])


def test_more_faults_than_can_be_told_apart_leave_nothing_to_judge() -> None:
    broken = {**SOUND[0], **{f"k{number}": 1 for number in range(3)}}
    broken["bronnen"] = [[]] * 2000
    assert schema.Objections(broken, SCHEMAS["1"]).places() is None
    assert partial.check(broken, None, rules=RULES, words=WORDS, unsure=()) == []


def test_every_rule_says_what_its_findings_rest_on() -> None:
    known = {rule.code for rule in RULES}
    assert known == {*RESTS_ON}, known ^ {*RESTS_ON}
    assert known >= MISLEADING


def test_a_pattern_names_no_field_that_is_not_there() -> None:
    def exists(pattern: str) -> bool:
        kind: Any = SCHEMAS["1"]
        for step in pattern.replace("[.]", "[]").replace("{}", ".1A").split("."):
            kind = resolved(kind)["properties"].get(step.removesuffix("[]"))
            if kind is None:
                return False
            kind = resolved(kind)["items"] if step.endswith("[]") else kind
        return True

    def resolved(node: Any) -> Any:
        return (
            {**SCHEMAS["1"]["$defs"][node["$ref"].rpartition("/")[2]]} if "$ref" in node else node
        )

    for code, patterns in RESTS_ON.items():
        for pattern in patterns if isinstance(patterns, tuple) else ():
            assert exists(pattern), f"{code}: {pattern}"
    assert not exists("acties[].tekstje")


def test_a_route_as_a_pattern() -> None:
    assert pattern_of(ROOT / "acties" / 0 / "bronnen" / 2) == "acties[].bronnen[]"
