"""Comments are read where YAML has them, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoeringstoets import syntax
from invoeringstoets.source import Position, Source, Span
from invoeringstoets.syntax import Comment, comments

MARK = "merk"


def found(text: str) -> list[tuple[str, int, int]]:
    return [(c.text, c.first, c.last) for c in comments(Source("a.yaml", text), MARK)]


def test_a_comment_behind_a_value_speaks_about_its_line() -> None:
    assert comments(Source("a.yaml", "a: 1\nb: 2  # merk x \n"), MARK) == (
        Comment("# merk x", Span(Position(2, 7), Position(2, 15)), 2, 2),
    )


def test_a_comment_alone_speaks_about_the_next_line() -> None:
    assert found("a: 1\n  # merk x\nb: 2\n") == [("# merk x", 3, 3)]
    assert found("\ufeff# merk\na: 1\n") == [("# merk", 2, 2)]


def test_comments_above_each_other_speak_about_the_same_line() -> None:
    assert found("# merk 1\n# iets\n  # merk 2\na: 1\n") == [("# merk 1", 4, 4), ("# merk 2", 4, 4)]


@pytest.mark.parametrize(
    "text",
    [
        "a: 'x # merk'\n",
        'a: "x # merk"\n',
        'a: "x\n  # merk\n  y"\n',
        "a: 'x\n  # merk\n\n  y'\n",
        "a: |\n  x\n  # merk\nb: 1\n",
        "a: >-\n  # merk\n  y\n",
        "a:\n  - |2\n      # merk\n",
        "a: x#merk\n",
        "'# merk': 1\n",
        "a: [1, '# merk']\n",
        "a: 1\na: '# merk'\n",
    ],
)
def test_what_only_looks_like_a_comment_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a: |  # merk\n  x\n  y\nb: 1\n", (1, 3)),
        ("# merk\na: |\n  x\n\n  y\n\nb: 1\n", (2, 5)),
        ("# merk\na: 'x\n  y'\nb: 1\n", (2, 3)),
        ("# merk\na: x\n  y\n\n  z\nb: 1\n", (2, 5)),
        ("a: |\n  x\n# merk\nb: 1\n", (4, 4)),
        ("a: |\n    x\n  # merk\nb: 1\n", (4, 4)),
        ("a: 'x'  # merk 'y'\nb: 1\n", (1, 1)),
        ("a: [1,  # merk\n  2]\n", (1, 1)),
        ("a: 1\n# merk", (3, 3)),
        ("a:  # merk\n  - 1\n", (1, 1)),
        ("a: '# x'  # merk\r\nb: 1\r\n", (1, 1)),
        ("a: |  # merk", (1, 1)),
    ],
)
def test_a_value_of_more_lines_counts_whole(text: str, lines: tuple[int, int]) -> None:
    ((_, first, last),) = found(text)
    assert (first, last) == lines


@pytest.mark.parametrize(
    "text", ["a: 'x  # merk\n", "\ta: [  # merk", "a: \x01 # merk", "a: ] # merk"]
)
def test_a_text_that_is_no_yaml_has_no_comments(text: str) -> None:
    assert found(text) == []


PIECES = st.sampled_from(
    ["# merk", "a: ", "b: |\n", "  ", "\n", "'", '"', "- ", "[", "]", "tekst", "é漢", ":", "\r\n"]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_taking_comments_away_leaves_the_data_as_they_were(text: str) -> None:
    source = Source("a.yaml", text)
    before = syntax.parse(source)
    if before.value is None:
        return
    lines = text.split("\n")
    for comment in comments(source, MARK):
        start, end = comment.span.start, comment.span.end
        line = lines[start.line - 1]
        assert line[start.column - 1 : end.column - 1] == comment.text
        blank = " " * len(comment.text)
        lines[start.line - 1] = line[: start.column - 1] + blank + line[end.column - 1 :]
    after = syntax.parse(Source("a.yaml", "\n".join(lines)))
    assert after.value is not None
    assert after.value.data == before.value.data
