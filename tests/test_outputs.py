"""Diagnostics as people and programs get them."""

from __future__ import annotations

import json

import pytest

from invoeringstoets.diagnostic import START, Diagnostic, Severity
from invoeringstoets.outputs import OUTPUTS, Context, summary
from invoeringstoets.outputs.excerpt import MAX_WIDTH, cells, excerpt
from invoeringstoets.source import Position, Source, Span

SOURCE = Source(
    "toetsen/2024-kot-wlz.yaml", "\n" * 11 + "  citertitel: Wet kinderopvang\n" + "x: y\n"
)
FAULT = Diagnostic(
    SOURCE.name,
    Span(Position(12, 3), Position(12, 13)),
    "T102",
    "onbekende sleutel ‘citertitel’",
    "bedoelde u ‘citeertitel’?",
    source=SOURCE,
    route="regeling.citertitel",
)
WARNING = Diagnostic("a:b,c%.yaml", START, "T503", "100%\r\nniet", severity=Severity.WAARSCHUWING)
HINT = Diagnostic(
    "x.yaml",
    Span(Position(1, 2), Position(3, 4)),
    "T120",
    "nog nodig",
    "een\ntwee",
    severity=Severity.HINT,
    source=Source("x.yaml", "abc\ndef\nghij\n"),
)


def span(start: int, end: int) -> Span:
    return Span(Position(1, start), Position(1, end))


def test_text_is_exactly_the_promised_frame() -> None:
    assert OUTPUTS["tekst"]([FAULT], 1) == (
        "fout[T102]: onbekende sleutel ‘citertitel’\n"
        "  --> toetsen/2024-kot-wlz.yaml:12:3\n"
        "   |\n"
        "12 |   citertitel: Wet kinderopvang\n"
        "   |   ^^^^^^^^^^\n"
        "   = hulp: bedoelde u ‘citeertitel’?\n"
        "\n"
        "1 fout in 1 bestand\n"
    )


def test_text_without_source_or_help_leaves_those_lines_out() -> None:
    assert OUTPUTS["tekst"]([WARNING], 2) == (
        "waarschuwing[T503]: 100%\r\nniet\n --> a:b,c%.yaml\n\n"
        "1 waarschuwing in 1 bestand; 2 bestanden gecontroleerd\n"
    )


def test_text_marks_a_long_span_to_the_end_of_its_line_and_lines_up_help() -> None:
    assert OUTPUTS["tekst"]([HINT], 1) == (
        "hint[T120]: nog nodig\n"
        " --> x.yaml:1:2\n"
        "  |\n"
        "1 | abc\n"
        "  |  ^^\n"
        "  = hulp: een\n"
        "          twee\n"
        "\n"
        "1 hint in 1 bestand\n"
    )


def test_text_shows_an_empty_line_without_trailing_space() -> None:
    source = Source("x.yaml", "\n")
    shown = OUTPUTS["tekst"]([Diagnostic("x.yaml", START, "T001", "leeg", source=source)], 1)
    assert "\n1 |\n  | ^\n" in shown


def test_colour_adds_only_escapes() -> None:
    plain = OUTPUTS["tekst"]([FAULT, HINT], 2)
    coloured = OUTPUTS["tekst"]([FAULT, HINT], 2, colour=True)
    assert "\x1b[1;31mfout[T102]\x1b[0m" in coloured
    assert "\x1b[1;31m^^^^^^^^^^\x1b[0m" in coloured
    for code in ("0", "1", "2", "1;31", "1;36"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == plain


@pytest.mark.parametrize(
    ("diagnostics", "files", "line"),
    [
        ((), 8, "8 bestanden gecontroleerd, geen bevindingen"),
        ((), 1, "1 bestand gecontroleerd, geen bevindingen"),
        (
            (FAULT, FAULT, WARNING),
            3,
            "2 fouten, 1 waarschuwing in 2 bestanden; 3 bestanden gecontroleerd",
        ),
        ((FAULT, FAULT), 2, "2 fouten in 1 bestand; 2 bestanden gecontroleerd"),
        ((WARNING, WARNING, HINT, HINT), 1, "2 waarschuwingen, 2 hints in 2 bestanden"),
    ],
)
def test_the_last_line_counts(diagnostics: tuple[Diagnostic, ...], files: int, line: str) -> None:
    assert summary(diagnostics, files) == line
    for name in ("tekst", "github"):
        assert OUTPUTS[name](diagnostics, files).splitlines()[-1] == line


def test_json_holds_everything_that_was_said() -> None:
    document = json.loads(OUTPUTS["json"]([FAULT, WARNING, HINT], 4))
    assert document["versie"] == 1
    counted = {"fouten": 1, "waarschuwingen": 1, "hints": 1, "bestanden": 4}
    assert document["telling"] == {**counted, "bekend": 0}
    with_known = OUTPUTS["json"]([FAULT], 1, context=Context(known=3))
    assert json.loads(with_known)["telling"]["bekend"] == 3
    assert document["bevindingen"][0] == {
        "code": "T102",
        "ernst": "fout",
        "bestand": "toetsen/2024-kot-wlz.yaml",
        "regel": 12,
        "kolom": 3,
        "eindregel": 12,
        "eindkolom": 13,
        "pad": "regeling.citertitel",
        "melding": "onbekende sleutel ‘citertitel’",
        "hulp": "bedoelde u ‘citeertitel’?",
    }
    assert [entry["ernst"] for entry in document["bevindingen"]] == ["fout", "waarschuwing", "hint"]
    assert json.loads(OUTPUTS["json"]([], 0))["bevindingen"] == []


def test_github_escapes_what_its_commands_are_made_of() -> None:
    fault, warning, hint, _ = OUTPUTS["github"]([FAULT, WARNING, HINT], 3).splitlines()
    assert fault == (
        "::error file=toetsen/2024-kot-wlz.yaml,line=12,endLine=12,col=3,endColumn=12,title=T102"
        "::onbekende sleutel ‘citertitel’%0Abedoelde u ‘citeertitel’?"
    )
    assert warning == (
        "::warning file=a%3Ab%2Cc%25.yaml,line=1,endLine=1,col=1,endColumn=1,title=T503"
        "::100%25%0D%0Aniet"
    )
    assert hint == "::notice file=x.yaml,line=1,endLine=3,title=T120::nog nodig%0Aeen%0Atwee"


@pytest.mark.parametrize(
    ("char", "width"),
    [("a", 1), ("é", 1), ("\u0301", 0), ("漢", 2), ("！", 2), ("\u200b", 0), ("🙂", 2), ("’", 1)],
)
def test_characters_take_the_cells_that_a_terminal_gives_them(char: str, width: int) -> None:
    assert cells(char) == width


@pytest.mark.parametrize(
    ("line", "place", "text", "before", "width"),
    [
        ("a: bc", span(4, 6), "a: bc", 3, 2),
        ("漢字: bc", span(5, 7), "漢字: bc", 6, 2),
        ("e\u0301: bc", span(5, 6), "e\u0301: bc", 3, 1),
        ("a: 漢字", span(4, 6), "a: 漢字", 3, 4),
        ("\ta: b", span(2, 3), "    a: b", 4, 1),
        ("a\x1b[31m", span(1, 2), "a\ufffd[31m", 0, 1),
        ("abc", span(9, 9), "abc", 3, 1),
        ("abc", span(2, 99), "abc", 1, 2),
        ("", span(1, 1), "", 0, 1),
    ],
)
def test_carets_stand_under_the_characters(
    line: str, place: Span, text: str, before: int, width: int
) -> None:
    shown = excerpt(line, place)
    assert (shown.text, shown.before, shown.width) == (text, before, width)


@pytest.mark.parametrize("start", [1, 40, 95, 150, 290])
def test_a_long_line_is_cut_around_the_span(start: int) -> None:
    line = "".join(chr(ord("a") + i % 26) for i in range(300))
    shown = excerpt(line, span(start, start + 5))
    assert len(shown.text) <= MAX_WIDTH + 2
    marked = shown.text[shown.before : shown.before + shown.width]
    assert marked == line[start - 1 : start + 4]
    assert shown.text.startswith("…") == (start > 95)
    assert shown.text.endswith("…") == (start < 220)


def test_a_span_longer_than_what_is_shown_is_marked_as_far_as_it_shows() -> None:
    shown = excerpt("x" * 300, span(1, 301))
    assert shown.width == MAX_WIDTH
    assert shown.text == "x" * MAX_WIDTH + "…"


def test_a_very_long_line_is_cut_on_both_sides() -> None:
    shown = excerpt("x" * 5000 + "doel" + "y" * 5000, span(5001, 5005))
    assert shown.text[shown.before : shown.before + shown.width] == "doel"
    assert shown.text.startswith("…x")
    assert shown.text.endswith("y…")
    wide = excerpt("\u0301" * 5000 + "doel", span(5001, 5005))
    assert (wide.text[0], wide.width) == ("…", 4)
