"""YAML as we read it: what is typed, where it stands, what is refused."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator

import pytest
import yaml

from invoeringstoets import syntax
from invoeringstoets.route import ROOT, Route
from invoeringstoets.source import Position, Source, Span
from invoeringstoets.syntax import (
    MANUALS,
    MAX_DEPTH,
    MAX_SIZE,
    Tree,
    decode,
    events,
    parse,
    stream,
    usual,
)
from invoeringstoets.syntax.problems import explain

NOT_BY_EXAMPLE = {"T002", "T004"}
"""Codes of which the manual cannot hold an example: too large, or not text at all."""


def tree(text: str) -> Tree:
    result = parse(Source("x.yaml", text))
    assert not result.diagnostics
    assert result.value is not None
    return result.value


def codes(text: str) -> list[str]:
    return [d.code for d in parse(Source("x.yaml", text)).diagnostics]


def span(line: int, start: int, end: int) -> Span:
    return Span(Position(line, start), Position(line, end))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("1.50", 1.5),
        ("4.000", "4.000"),
        ("-12.125", "-12.125"),
        ("0.125", 0.125),
        ("4.0000", 4.0),
        ("0123", "0123"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        (".5", ".5"),
        ("+1", "+1"),
        ("0x1f", "0x1f"),
        ("12:30:45", "12:30:45"),
        ("2026-13-45", "2026-13-45"),
        ("nee", "nee"),
        ("no", "no"),
        ("True", "True"),
        ("~", "~"),
        (".inf", ".inf"),
        ("tekst", "tekst"),
        ("9" * 19, "9" * 19),
        ("'12'", "12"),
        ('"true"', "true"),
        ("|\n  12\n", "12\n"),
    ],
)
def test_only_plain_words_and_numbers_are_typed(text: str, value: object) -> None:
    data = tree(f"a: {text}\n").data
    assert data == {"a": value}
    assert isinstance(data, dict)
    assert type(data["a"]) is type(value)


def test_keys_are_always_text() -> None:
    assert tree("1A: x\n523: y\ntrue: z\n'q': {a: [1, {b: 2}]}\n").data == {
        "1A": "x",
        "523": "y",
        "true": "z",
        "q": {"a": [1, {"b": 2}]},
    }


TEXT = """\
# kop
a: één
b:
  - c: 1
    d: "x y"

  - [p, {q: r}]
e: |
  tekst
  meer

# los
f:
"""


@pytest.mark.parametrize(
    ("route", "on_key", "expected"),
    [
        (ROOT, False, span(2, 1, 2)),
        (ROOT / "a", False, span(2, 4, 7)),
        (ROOT / "a", True, span(2, 1, 2)),
        (ROOT / "b" / 0 / "d", False, span(5, 8, 13)),
        (ROOT / "b" / 0 / "d", True, span(5, 5, 6)),
        (ROOT / "b" / 0, True, span(4, 5, 6)),
        (ROOT / "b" / 0, False, Span(Position(4, 5), Position(5, 13))),
        (ROOT / "b" / 1, False, span(7, 5, 16)),
        (ROOT / "b" / 1 / 0, False, span(7, 6, 7)),
        (ROOT / "b" / 1 / 1 / "q", False, span(7, 13, 14)),
        (ROOT / "b" / 1, True, span(7, 6, 7)),
        (ROOT / "e", False, Span(Position(8, 4), Position(10, 7))),
        (ROOT / "f", False, span(13, 1, 2)),
    ],
)
def test_every_route_has_its_place(route: Route, on_key: bool, expected: Span) -> None:  # noqa: FBT001
    assert tree(TEXT).locate(route, on_key=on_key) == expected


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        (ROOT / "z", span(2, 1, 2)),
        (ROOT / "b" / 7, span(3, 1, 2)),
        (ROOT / "b" / "z", span(3, 1, 2)),
        (ROOT / "b" / 0 / "z" / "y", span(4, 5, 6)),
        (ROOT / "a" / "z", span(2, 1, 2)),
    ],
)
def test_an_absent_route_is_shown_at_its_nearest_parent(route: Route, expected: Span) -> None:
    assert tree(TEXT).locate(route) == expected


def test_exists_knows_empty_values_but_not_absent_ones() -> None:
    known = tree(TEXT)
    assert known.exists(ROOT / "f")
    assert known.exists(ROOT / "b" / 1 / 1 / "q")
    assert not known.exists(ROOT / "b" / 2)
    assert not known.exists(ROOT / "f" / "g")


def test_a_root_that_is_no_mapping_is_located_too() -> None:
    assert tree("- - a\n").locate(ROOT) == span(1, 5, 6)
    assert tree("los\n").locate(ROOT) == span(1, 1, 4)
    assert tree("[]\n").locate(ROOT) == span(1, 1, 3)


def test_byte_order_mark_and_windows_line_ends_do_not_shift_positions() -> None:
    known = tree('\ufeffa: 1\r\nb:\r\n  c: "x"\r\n')
    assert known.data == {"a": 1, "b": {"c": "x"}}
    assert known.locate(ROOT / "a") == span(1, 5, 6)
    assert known.locate(ROOT / "b" / "c") == span(3, 6, 9)


@pytest.mark.parametrize("manual", MANUALS, ids=lambda manual: manual.code)
def test_the_examples_of_a_manual_are_what_it_says(manual: syntax.manuals.Manual) -> None:
    assert codes(manual.right) == []
    if manual.code not in NOT_BY_EXAMPLE:
        assert codes(manual.wrong) == [manual.code]


def test_codes_and_slugs_are_unique() -> None:
    assert len({m.code for m in MANUALS}) == len({m.slug for m in MANUALS}) == len(MANUALS)


def test_a_duplicate_key_leaves_a_tree_in_which_the_first_counts() -> None:
    result = parse(Source("x.yaml", "a: 1\nb: 2\na: 3\n"))
    assert result.value is not None
    assert result.value.data == {"a": 1, "b": 2}
    (diagnostic,) = result.diagnostics
    assert diagnostic.code == "T020"
    assert "op regel 1 en op regel 3" in diagnostic.message
    assert diagnostic.span == span(3, 1, 2)


@pytest.mark.parametrize(
    "text",
    [
        "a: *b\n",
        "*a : b\n",
        "a: &b c\n",
        "a: &b\n  c: d\n",
        "a: !!str 1\n",
        "a: ![x]\n",
        "<<: {a: b}\n",
        "? [a]\n: b\n",
        "{a: b}: c\n",
        "a: b\n---\nc: d\n",
        "&a [*a]\n",
        "*a\n",
    ],
)
def test_what_is_refused_leaves_no_tree(text: str) -> None:
    result = parse(Source("x.yaml", text))
    assert result.value is None
    assert result.failed


def test_several_refusals_are_told_in_one_go() -> None:
    assert codes("a: &x 1\nb: !y 2\nc: *x\n<<: 1\n") == ["T021", "T022", "T021", "T023"]


def test_a_parse_error_on_a_line_already_told_is_not_told_twice() -> None:
    assert codes("a: *x y*\n") == ["T021"]


def test_after_many_faults_reading_stops() -> None:
    text = "".join(f"k{i}: &a 1\n" for i in range(3 * events.MAX_FAULTS))
    assert len(codes(text)) == events.MAX_FAULTS


def test_depth_is_bounded_exactly() -> None:
    assert codes("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []
    assert codes("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)) == ["T026"]


def test_size_is_bounded_in_bytes() -> None:
    assert codes("a: " + "x" * MAX_SIZE) == ["T002"]
    assert codes("a: " + "é" * (MAX_SIZE // 2)) == ["T002"]
    assert codes("a: " + "é" * (MAX_SIZE // 4)) == []


@pytest.mark.parametrize(
    "char",
    ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\x9f", "\u2028", "\u2029", "\ud800", "\ufffe"],
)
def test_control_characters_are_pointed_at(char: str) -> None:
    (diagnostic,) = parse(Source("x.yaml", f"a: b\nc: d{char}e\n")).diagnostics
    assert diagnostic.code == "T003"
    assert diagnostic.span == span(2, 5, 6)
    assert f"U+{ord(char):04X}" in diagnostic.message


@pytest.mark.parametrize("text", ["", "\n\n", "# alleen dit\n", "\ufeff", "   \n"])
def test_an_empty_file_is_said_to_be_empty(text: str) -> None:
    assert codes(text) == ["T001"]


BROKEN = [
    ('a: "x\nb: "y"\n', "T006", 1),
    ("a: 'x\nb: 1\n", "T006", 1),
    ('a: "x\n---\n', "T006", 1),
    ("a: b: c\n", "T007", 1),
    ("- a: b: c\n", "T007", 1),
    ("a:\n  b: 1\n c: 2\n", "T008", 3),
    ("a: 1\n  b: 2\n", "T008", 2),
    ("# x\n  b: 2\n c: 3\n", "T008", 3),
    ("a:\n    - x\n   - y\n", "T008", 3),
    ("- a\nb: 1\n", "T008", 2),
    ("a: 1\n- b\n", "T008", 2),
    ("a: {x: 1\nb: 3\n", "T009", 1),
    ("a: ]\n", "T009", 1),
    ("a: [\n", "T009", 1),
    ("a:\n  - {b: [\n", "T009", 2),
    ("a: {b: [c}\n", "T009", 1),
    ("a: [x: y: z]\n", "T009", 1),
    ("a: 1\nsoort\nb: 2\n", "T010", 2),
    ("soort\nb: 2\n", "T010", 1),
    ("a:1\n# uitleg\n\nb: 2\n", "T010", 1),
    ("a: `x\n", "T011", 1),
    ("a: %x\n", "T011", 1),
    ('a: "\\q"\n', "T012", 1),
    ("a: [b]c\n", "T013", 1),
    ("a: |foo\n  x\n", "T014", 1),
    ("a: >x\n", "T014", 1),
    ("a: 'het 's'\n", "T015", 1),
    ("a: - b\n", "T016", 1),
    ("a: & x\n", "T021", 1),
    ("a: *\n", "T021", 1),
    ("a: !<x\n", "T022", 1),
    ("a: !x!y z\n", "T022", 1),
    ("a: ? x\n", "T024", 1),
    ("a: 1\n...\nb: 2\n", "T025", 3),
    ("%x\na: 1\n", "T027", 1),
    ("%TAG ! tag:x,2000:\n---\na: 1\n", "T027", 1),
    ("a: [b, , c]\n", "T013", 1),
    ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> main\n", "T017", 2),
    ("a: 1\n=======\nb: 3\n>>>>>>> main\n", "T017", 2),
    ("a:\n  – b: 1\n    c: 2\n", "T018", 2),
    ("a:\n  • b: 1: 2\n", "T018", 2),
    ("a:\u00a0b\nc: d\n", "T019", 1),
    ("a:\n  - b:\u202fc\n    d: e\n", "T019", 2),
    ("a:\n\u00a0\u00a0b\nc: 2\n", "T019", 2),
    ("a:\n\tb: 1\n", "T005", 2),
    ("a: 1\n\tb: 2\n", "T005", 2),
]


@pytest.mark.parametrize(("text", "code", "line"), BROKEN)
def test_a_parse_error_is_explained_where_it_began(text: str, code: str, line: int) -> None:
    (diagnostic,) = parse(Source("x.yaml", text)).diagnostics
    assert (diagnostic.code, diagnostic.span.start.line) == (code, line)
    assert diagnostic.help


@pytest.fixture
def pure_parser(monkeypatch: pytest.MonkeyPatch) -> Iterator[type]:
    """The modules that read events as they are where PyYAML was built without libyaml."""
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    for module in (stream, events, usual):
        importlib.reload(module)
    yield stream.EventParser
    monkeypatch.undo()
    for module in (stream, events, usual):
        importlib.reload(module)


def test_without_libyaml_everything_reads_the_same(pure_parser: type) -> None:
    assert issubclass(pure_parser, yaml.parser.Parser)
    assert usual.read(TEXT) == (tree(TEXT).data,)
    good = events.read(TEXT)
    assert good.data == tree(TEXT).data
    assert good.place == tree(TEXT).root
    for text, code, line in BROKEN:
        (fault,) = events.read(text).faults
        assert (fault.code, text.count("\n", 0, fault.start) + 1) == (code, line), text


def test_the_advice_quotes_the_text_in_quotes_that_fit() -> None:
    def advice(text: str) -> str:
        return parse(Source("x.yaml", text)).diagnostics[0].help

    assert advice("a: b: c\n").endswith("'b: c'")
    assert advice("a: foto's: c\n").endswith('"foto\'s: c"')
    assert advice('a: foto\'s: "c"\n').endswith("'foto''s: \"c\"'")
    assert advice("a: b: " + "woord " * 20).endswith(" ...'")


def test_an_error_without_a_place_still_gets_a_diagnostic() -> None:
    fault = explain("a: b\n", yaml.MarkedYAMLError())
    assert (fault.code, fault.start) == ("T008", 0)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ("a: Financiële".encode("latin-1"), (1, 11)),
        (b"\xef\xbb\xbfa: b\n\xc3\xa9: \xff", (2, 4)),
        ("a: b".encode("utf-16"), (1, 1)),
    ],
)
def test_bytes_that_are_no_utf8_are_pointed_at(data: bytes, place: tuple[int, int]) -> None:
    result = decode("x.yaml", data)
    assert result.value is None
    (diagnostic,) = result.diagnostics
    assert diagnostic.code == "T004"
    assert (diagnostic.span.start.line, diagnostic.span.start.column) == place


def test_a_carriage_return_alone_ends_a_line() -> None:
    source = decode("x.yaml", b"a: b\rc: d\r\ne: @\r").value
    assert source is not None
    (diagnostic,) = parse(source).diagnostics
    assert (diagnostic.code, diagnostic.span.start.line) == ("T011", 3)
    assert source.line(1) == "a: b"


def test_a_byte_order_mark_is_dropped_and_nul_is_left_for_the_parser() -> None:
    marked = decode("x.yaml", b"\xef\xbb\xbfa: b\n").value
    assert marked is not None
    assert marked.text == "a: b\n"
    nul = decode("x.yaml", b"a: b\x00\n").value
    assert nul is not None
    assert codes(nul.text) == ["T003"]


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_a_matter_of_saving_with_or_without_its_mark(coding: str) -> None:
    result = decode("x.yaml", "schemaversie: 1\nid: 2026-proef\n".encode(coding))
    (one,) = result.diagnostics
    assert (result.value, one.code) == (None, "T004")
    assert "UTF-16" in one.message
    assert "sla het bestand op als UTF-8" in one.help


def test_a_nought_in_utf_8_is_a_control_character() -> None:
    source = decode("x.yaml", b"titel: Toets\x00\nid: 2026-proef\n").value
    assert source is not None
    assert [d.code for d in parse(source).diagnostics] == ["T003"]
