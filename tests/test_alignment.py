"""Where a part of a text stands: through folding, quoting and escapes."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from invoeringstoets.route import ROOT
from invoeringstoets.source import Source, Span
from invoeringstoets.syntax import Tree, parse
from invoeringstoets.syntax.alignment import align

KEY = ROOT / "groep" / "tekst"


def tree(scalar: str) -> Tree:
    parsed = parse(Source("x.yaml", f"groep:\n  tekst: {scalar}\n  # erna\n  b: c\n")).value
    assert parsed is not None
    return parsed


def offset(text: str, line: int, column: int) -> int:
    return sum(len(part) for part in text.splitlines(keepends=True)[: line - 1]) + column - 1


def cut(found: Tree, span: Span) -> str:
    text = found.source.text
    start = offset(text, span.start.line, span.start.column)
    return text[start : offset(text, span.end.line, span.end.column)]


def located(scalar: str, word: str) -> str:
    """The source text at which a word of the value is said to stand."""
    found = tree(scalar)
    value = found.data["groep"]["tekst"]  # type: ignore[index]
    start = value.index(word)
    return cut(found, found.locate_within(KEY, start, end=start + len(word)))


SCALARS = {
    "plain": "een doel",
    "plain over lines": "een zin\n    met\n\n    doel erin",
    "single quotes": "'de ''Wet'' met ''s doel'",
    "double quotes": '"een \\"Wet\\" \\u20ac \\x41 \\U0001F600 doel"',
    "double quotes continued": '"een zin\\\n      die doorloopt\n      \\  met doel"',
    "double quotes with line ends": '"een\\nzin\\t met doel"',
    "folded": ">-\n    een zin\n    over regels\n\n    met doel\n",
    "folded with a comment": "> # let op\n    een\n      ingesprongen\n    doel\n",
    "literal": "|\n    een zin\n\n      - doel\n",
    "literal with a chomping mark": "|2-\n    een zin\n    doel\n\n",
}


@pytest.mark.parametrize("scalar", SCALARS.values(), ids=SCALARS)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_word_is_found_where_it_is_written(scalar: str, ends: str) -> None:
    assert located(scalar.replace("\n", ends), "doel") == "doel"


def test_a_part_is_found_by_line_and_column() -> None:
    found = tree(">-\n    een zin\n    met een doel erin")
    span = found.locate_within(KEY, 16, end=20)
    assert (span.start.line, span.start.column, span.end.column) == (4, 13, 17)


def test_a_part_over_lines_keeps_both_ends() -> None:
    assert located(">-\n    een zin\n    met een doel", "zin met") == "zin\n    met"


def test_an_escape_is_taken_as_a_whole() -> None:
    assert located('"een \\u20ac hier"', "€") == "\\u20ac"
    assert located("'een ''s hier'", "'s") == "''s"
    assert located('"a\\_b"', "\xa0") == "\\_"


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2), (0, 99)])
def test_an_impossible_part_is_the_whole_value(start: int, end: int) -> None:
    found = tree("een doel")
    assert found.locate_within(KEY, start, end=end) == found.locate(KEY)


def test_what_is_not_text_or_not_there_is_located_as_a_whole() -> None:
    found = tree("12345")
    assert found.locate_within(KEY, 0, end=2) == found.locate(KEY)
    for route in (KEY / "x", ROOT / "groep" / "weg", ROOT / "groep" / 0):
        assert found.locate_within(route, 0, end=1) == found.locate(route)
    parsed = parse(Source("x.yaml", "- een\n- twee doelen\n")).value
    assert parsed is not None
    span = parsed.locate_within(ROOT / 1, 5, end=11)
    assert (span.start.line, span.start.column, span.end.column) == (2, 8, 14)
    assert parsed.locate_within(ROOT / 7, 0, end=1) == parsed.locate(ROOT / 7)


def test_what_does_not_come_from_the_text_is_not_laid_beside_it() -> None:
    assert align("anders", "tekst") is None
    assert align("tekst", "tek") is None
    assert align("x", '"\\') is None
    assert align("a b", "ab") == [(0, 1), (1, 1), (1, 2)]


WRITABLE = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), include_characters="\n\t'\"\\#:"),
    min_size=1,
)


@given(WRITABLE, st.sampled_from(["|", ">", "'", '"', None]), st.integers(10, 80))
@example("a\xa0b \u2028c", '"', 10)
@example("a\n\n\nb", ">", 10)
def test_every_visible_character_is_found_in_what_yaml_writes(
    text: str, style: str | None, width: int
) -> None:
    written = yaml.safe_dump(
        {"a": text}, default_style=style, width=width, allow_unicode=width % 2 == 0
    )
    place = parse(Source("x.yaml", written)).value
    if place is None:  # a character that we refuse
        return
    value = place.data["a"]  # type: ignore[index]
    if not isinstance(value, str):
        return
    at = place.root.items["a"]  # type: ignore[call-overload]
    scalar = written[at.start : at.end]
    offsets = align(value, scalar)
    assert offsets is not None
    for char, (start, end) in zip(value, offsets, strict=True):
        if char.isalnum():
            piece = scalar[start:end]
            assert piece == char or piece.startswith("\\")


def test_data_that_are_not_from_the_text_are_located_as_a_whole() -> None:
    found = tree("een doel")
    strange = Tree(found.source, {"groep": {"tekst": "heel anders"}}, found.root)
    assert strange.locate_within(KEY, 0, end=4) == found.locate(KEY)
