"""Which findings count, on diagnostics alone: settings, comments, baseline."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoeringstoets import selection
from invoeringstoets.diagnostic import Diagnostic, Severity
from invoeringstoets.selection import (
    NO_WISHES,
    Baseline,
    heed,
    matches,
    outdated,
    read_baseline,
    read_ignores,
    read_selection,
    take,
)
from invoeringstoets.source import Position, Source, Span
from invoeringstoets.workspace import manuals

MANUALS = manuals()
NAME = "toetsen/a.yaml"


def said(
    code: str, line: int = 1, *, name: str = NAME, message: str = "iets", route: str = "titel"
) -> Diagnostic:
    span = Span(Position(line, 1), Position(line, 2))
    return Diagnostic(name, span, code, message, severity=MANUALS[code].severity, route=route)


# --- settings -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("toetsen/a.yaml", "toetsen/a.yaml", True),
        ("toetsen/*.yaml", "toetsen/a.yaml", True),
        ("toetsen/*.yaml", "toetsen/oud/a.yaml", False),
        ("*.yaml", "toetsen/a.yaml", False),
        ("**/*.yaml", "toetsen/a.yaml", True),
        ("**/*.yaml", "a.yaml", True),
        ("toetsen/oud/", "toetsen/oud/diep/a.yaml", True),
        ("toetsen/oud/", "toetsen/oude/a.yaml", False),
        ("toetsen/oud/**", "toetsen/oud/a.yaml", True),
        ("toetsen/201?-*.yaml", "toetsen/2019-x.yaml", True),
        ("toetsen/201?-*.yaml", "toetsen/201-x.yaml", False),
        ("toetsen/a.yaml", "toetsen/aXyaml", False),
        ("toetsen/[a].yaml", "toetsen/[a].yaml", True),
        ("toetsen", "toetsen/a.yaml", False),
    ],
)
def test_a_pattern_fits_as_a_reader_expects(pattern: str, path: str, *, fits: bool) -> None:
    assert matches(pattern, path) is fits


@given(st.text())
def test_every_path_without_signs_fits_itself(path: str) -> None:
    plain = path.replace("*", "").replace("?", "")
    assert matches(plain, plain) or plain.endswith("/")
    assert matches("**", path)


def test_weights_change_and_switch_off() -> None:
    wishes, wrong = read_selection({"ernst": {"T306": "hint", "T702": "uit"}}, MANUALS)
    assert wrong == ()
    (left,) = wishes.choose([said("T306"), said("T702")], NAME)
    assert (left.code, left.severity) == ("T306", Severity.HINT)
    assert wishes
    assert not NO_WISHES


def test_a_path_leaves_out_its_codes_only() -> None:
    wishes, wrong = read_selection({"negeer": {"toetsen/oud/": ["T306", "T305"]}}, MANUALS)
    assert wrong == ()
    diagnostics = [said("T306"), said("T702")]
    assert [d.code for d in wishes.choose(diagnostics, "toetsen/oud/a.yaml")] == ["T702"]
    assert list(wishes.choose(diagnostics, NAME)) == diagnostics


def test_a_code_about_the_text_may_only_weigh_more() -> None:
    wishes, wrong = read_selection({"ernst": {"T097": "fout", "T027": "hint"}}, MANUALS)
    assert dict(wishes.weights) == {"T097": "fout"}
    (one,) = wrong
    assert one.message == "code ‘T027’ is niet uit te zetten"
    assert one.words == ("ernst", "T027", "hint")


@pytest.mark.parametrize(
    ("settings", "message", "help_", "words"),
    [
        ({"ernst": 3}, "‘ernst’ hoort een tabel te zijn", "[ernst]", ("ernst",)),
        ({"negeer": ["T1"]}, "‘negeer’ hoort een tabel te zijn", "[negeer]", ("negeer",)),
        (
            {"ernst": {"T3066": "hint"}},
            "onbekende code ‘T3066’",
            f"bedoelde u ‘T306’ ({MANUALS['T306'].title})? ‘toets uitleg’",
            ("ernst", "T3066"),
        ),
        ({"ernst": {"xyz": "hint"}}, "onbekende code ‘xyz’", "‘toets uitleg’", ("ernst", "xyz")),
        (
            {"ernst": {"T306": "warschuwing"}},
            "‘warschuwing’ is geen ernst (bij T306)",
            "bedoelde u ‘waarschuwing’? kies uit: fout, waarschuwing, hint, uit",
            ("ernst", "T306", "warschuwing"),
        ),
        (
            {"ernst": {"T306": 0}},
            "‘0’ is geen ernst (bij T306)",
            "kies uit: fout",
            ("ernst", "T306", "0"),
        ),
        (
            {"negeer": {"toetsen/": ["T005"]}},
            "code ‘T005’ is niet uit te zetten",
            "gaan over het bestand zelf",
            ("negeer", "toetsen/", "T005"),
        ),
        (
            {"negeer": {"toetsen/": "T306"}},
            "bij ‘toetsen/’ hoort een lijst met codes",
            '"toetsen/" = ["T306"',
            ("negeer", "toetsen/"),
        ),
        (
            {"negeer": {"toetsen/": [306]}},
            "bij ‘toetsen/’ hoort een lijst met codes",
            '"toetsen/" =',
            ("negeer", "toetsen/"),
        ),
        (
            {"negeer": {"toetsen\\oud\\": ["T306"]}},
            "‘toetsen\\oud\\’ is geen pad in het project",
            "toetsen/oud/",
            ("negeer", "toetsen\\oud\\"),
        ),
        (
            {"negeer": {"/toetsen": ["T306"]}},
            "‘/toetsen’ is geen pad in het project",
            "begint in de map",
            ("negeer", "/toetsen"),
        ),
        (
            {"negeer": {"../toetsen": ["T306"]}},
            "‘../toetsen’ is geen pad in het project",
            "geen . of ..",
            ("negeer", "../toetsen"),
        ),
    ],
)
def test_wrong_settings_are_said_with_advice(
    settings: dict[str, object], message: str, help_: str, words: tuple[str, ...]
) -> None:
    wishes, (one,) = read_selection(settings, MANUALS)
    assert not wishes
    assert (one.message, one.words) == (message, words)
    assert help_ in one.help


# --- comments -----------------------------------------------------------------------------


def told(text: str) -> list[tuple[str, str]]:
    _, wrong = read_ignores(Source(NAME, text), MANUALS)
    return [(d.code, d.message) for d in wrong]


def left(text: str, *diagnostics: Diagnostic, complete: bool = True) -> list[tuple[str, int]]:
    ignores, _ = read_ignores(Source(NAME, text), MANUALS)
    rest = heed(diagnostics, ignores, complete=complete)
    return [(d.code, d.span.start.line) for d in rest]


WITH_REASON = "a: 1  # toets: negeer T306 omdat het mag\nb: 2\n"


def test_a_comment_takes_away_its_code_on_its_line_only() -> None:
    assert told(WITH_REASON) == []
    assert left(WITH_REASON, said("T306", 1), said("T305", 1), said("T306", 2)) == [
        ("T305", 1),
        ("T306", 2),
    ]


def test_a_comment_counts_on_the_line_below_and_in_the_whole_value_there() -> None:
    text = "# toets: negeer T720 omdat het nummer verzonnen is\na: |\n  x\n  y\nb: 1\n"
    diagnostics = [said("T720", line) for line in (2, 4, 5)]
    assert left(text, *diagnostics) == [("T720", 5)]


@pytest.mark.parametrize(
    "comment",
    [
        "# Toets: negeer t306 omdat het mag",
        "# toets negeer T306 omdat het mag",
        "#Toets:Negeer T306 Omdat x",
    ],
)
def test_a_capital_or_a_forgotten_colon_leaves_no_doubt(comment: str) -> None:
    assert told(f"a: 1  {comment}\n") == []
    assert left(f"a: 1  {comment}\n", said("T306")) == []


@pytest.mark.parametrize("codes", ["T306, T305", "T306 en T305", "T306 T305"])
def test_a_comment_may_name_more_codes(codes: str) -> None:
    text = f"a: 1  # toets: negeer {codes} omdat het mag\n"
    assert told(text) == []
    assert left(text, said("T306"), said("T305")) == []
    assert left(text, said("T306")) == [("T097", 1)]


def test_a_comment_that_does_nothing_is_said_at_the_comment() -> None:
    ignores, _ = read_ignores(Source(NAME, WITH_REASON), MANUALS)
    (one,) = heed([said("T305")], ignores, complete=True)[1:]
    assert one.message == "deze uitzondering doet niets: op regel 1 komt T306 niet voor"
    assert one.severity is Severity.WAARSCHUWING
    assert one.span == Span(Position(1, 7), Position(1, 41))
    assert left("# toets: negeer T306 omdat x\na: |\n  x\n") == [("T097", 1)]
    assert one.help == "verwijder de opmerking"
    (_, _, other) = heed([said("T306", 9), said("T306", 4)], ignores, complete=True)
    assert other.help == "T306 staat op regel 4: zet de opmerking daarachter of op de regel erboven"


def test_nothing_is_said_of_idle_comments_before_all_rules_ran() -> None:
    assert left(WITH_REASON, said("T102", 2), complete=False) == [("T102", 2)]


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("# toets: negeer", ("T095", "deze uitzondering noemt geen code")),
        ("# toets: negeer omdat het mag", ("T095", "deze uitzondering noemt geen code")),
        ("# toets: negeer T306", ("T095", "deze uitzondering noemt geen reden")),
        ("# toets: negeer T306 omdat", ("T095", "deze uitzondering noemt geen reden")),
        ("# toets: negeer T306 omdat ...", ("T095", "deze uitzondering noemt geen reden")),
        ("# toets: negeer T306: het mag", ("T095", "deze uitzondering noemt geen reden")),
        ("# toets: negeer T3066 omdat x", ("T096", "onbekende code ‘T3066’")),
        ("# toets negeer T3066 omdat x", ("T096", "onbekende code ‘T3066’")),
        ("# toets: negeer T005 omdat x", ("T096", "code ‘T005’ is niet uit te zetten")),
    ],
)
def test_a_comment_that_is_wrong_is_said(comment: str, expected: tuple[str, str]) -> None:
    assert expected in told(f"a: 1  {comment}\n")


def test_without_a_reason_the_finding_itself_is_not_said_as_well() -> None:
    assert left("a: 1  # toets: negeer T306\n", said("T306")) == []


@pytest.mark.parametrize(
    "text",
    [
        "a: '# toets: negeer T306 omdat x'\n",
        "a: |\n  # toets: negeer T306 omdat x\n",
        "a: 1  # zie ook toets: negeer T306 omdat x\n",
        "a: 1  # toets: negeert T306\n",
    ],
)
def test_what_only_looks_like_such_a_comment_does_nothing(text: str) -> None:
    assert read_ignores(Source(NAME, text), MANUALS) == ((), ())


# --- baseline -----------------------------------------------------------------------------

PATHS = {NAME: NAME, "b.yaml": "toetsen/b.yaml"}


def test_what_was_known_stays_known_when_lines_move() -> None:
    before = [said("T306", 3), said("T306", 9), said("T305", 1), said("T306", 2, name="b.yaml")]
    baseline = read_baseline(Source("n.json", take(before, PATHS).written())).value
    assert baseline is not None
    moved = [said("T306", 13), said("T306", 19), said("T305", 11), said("T306", 2, name="b.yaml")]
    new = said("T306", 25)
    assert baseline.split([*moved, new], PATHS) == ((new,), tuple(moved))
    # A changed message, route, code or file is something new.
    others = [said("T305", message="iets anders"), said("T305", route="id"), said("T503")]
    assert baseline.split(others, PATHS) == (tuple(others), ())


def test_a_baseline_is_in_one_order_and_has_paths_of_the_project() -> None:
    diagnostics = [said("T306", name="b.yaml"), said("T503"), said("T305")]
    text = take(diagnostics, PATHS).written()
    assert text == take(diagnostics[::-1], PATHS).written()
    entries = json.loads(text)["bevindingen"]
    assert [(e["bestand"], e["code"]) for e in entries] == [
        (NAME, "T305"),
        (NAME, "T503"),
        ("toetsen/b.yaml", "T306"),
    ]
    assert [set(e) for e in entries] == [
        {"bestand", "code", "pad", "melding", "vingerafdruk"} for _ in entries
    ]


def test_codes_about_the_text_and_other_files_are_never_known() -> None:
    diagnostics = [said("T005"), said("T306", name="(invoer)")]
    assert take(diagnostics, PATHS) == Baseline()
    assert Baseline().split(diagnostics, PATHS) == (tuple(diagnostics), ())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "dit bestand is geen JSON"),
        ("[" * 100_000, "dit bestand is geen JSON"),
        ("[]", "dit bestand is geen nulmeting"),
        ('{"versie": 1, "bevindingen": [{"code": "T306"}]}', "dit bestand is geen nulmeting"),
        ('{"versie": 2, "bevindingen": []}', "deze nulmeting is van een andere versie"),
    ],
)
def test_what_is_no_baseline_is_said(text: str, message: str) -> None:
    found = read_baseline(Source("n.json", text))
    (one,) = found.diagnostics
    assert found.value is None
    assert (one.code, one.name) == ("T098", "n.json")
    assert one.message.startswith(message)


def test_what_no_longer_applies_is_one_hint() -> None:
    gone = [said(code) for code in ("T305", "T306", "T503", "T702", "T705")]
    baseline = take(gone, PATHS)
    assert outdated(baseline, gone, paths=PATHS, name="n.json") == ()
    (one,) = outdated(baseline, gone[1:], paths=PATHS, name="n.json")
    assert (one.code, one.severity, one.name) == ("T099", Severity.HINT, "n.json")
    assert one.message == "1 bevinding uit de nulmeting doet zich niet meer voor"
    advice = "maak haar opnieuw met ‘toets controleer --nulmeting’"
    assert one.help == f"{advice}\ntoetsen/a.yaml: T305 iets"
    (many,) = outdated(baseline, [], paths=PATHS, name="n.json")
    assert many.message == "5 bevindingen uit de nulmeting doen zich niet meer voor"
    assert many.help.endswith("\nen nog 2")


def test_every_code_given_here_has_its_severity_from_its_manual() -> None:
    assert [m.code for m in selection.MANUALS] == ["T095", "T096", "T097", "T098", "T099"]
    for manual in selection.MANUALS:
        assert MANUALS[manual.code] is manual
