from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import specimens
from invoeringstoets.document import (
    Action,
    Callout,
    Conclusion,
    Definition,
    DefinitionList,
    Heading,
    ListBlock,
    Paragraph,
)
from invoeringstoets.formats import normal
from invoeringstoets.formats.numbering import Kind, Plan, headings, plan
from specimens import words


def printed(titles: list[Heading], made: Plan) -> list[str]:
    """What an office program prints before each heading when it counts by this plan."""
    counts = [0] * 11
    told = []
    for title, number in zip(titles, made.numbers, strict=True):
        if number.kind is not Kind.COUNTED:
            told.append(title.number if number.kind is Kind.TYPED else "")
            continue
        level = title.level
        counts[level] = number.restart or counts[level] + 1
        counts[level + 1 :] = [0] * (10 - level)
        look = made.levels[level]
        shown = ".".join(str(one) for one in counts[level - look.shown + 1 : level + 1])
        told.append(shown + look.suffix)
    return told


NUMBERS = st.sampled_from(
    ("", "1", "2", "3.", "1.", "2.", "1.1", "1.2", "2.1", "1.1.1", "2)", "A", "0", "1.0", "2bis")
)
TITLES = st.lists(st.builds(Heading, st.integers(1, 4), st.just(words("Kop")), number=NUMBERS))


@given(TITLES)
def test_what_is_counted_is_what_the_document_says(titles: list[Heading]) -> None:
    assert printed(titles, plan(titles)) == [title.number for title in titles]


def heading(level: int, number: str) -> Heading:
    return Heading(level, words("Kop"), number=number)


def test_ordinary_numbers_are_all_counted_without_a_push() -> None:
    titles = [heading(1, "1."), heading(2, "1.1"), heading(2, "1.2"), heading(1, "2.")]
    made = plan([*titles, heading(2, "2.1")])
    assert {number.kind for number in made.numbers} == {Kind.COUNTED}
    assert {number.restart for number in made.numbers} == {None}
    assert made.levels[2].shown == 2


def test_a_gap_sets_the_counter_and_a_contradiction_is_typed() -> None:
    made = plan([heading(1, "1"), heading(1, "4"), heading(2, "3.1"), heading(1, "5.")])
    assert [number.restart for number in made.numbers] == [None, 4, None, None]
    assert [number.kind for number in made.numbers][2:] == [Kind.TYPED, Kind.TYPED]


def test_after_a_heading_without_number_the_deeper_counter_is_set() -> None:
    made = plan([heading(1, "1"), heading(2, "1"), heading(1, ""), heading(2, "1")])
    assert made.numbers[3].restart == 1


def test_headings_are_found_inside_other_blocks_in_reading_order() -> None:
    deep = tuple((heading(at, str(at)),) for at in range(1, 6))
    body = (
        ListBlock((deep[0],)),
        DefinitionList((Definition(words("a"), deep[1]),)),
        Callout((), deep[2]),
        Conclusion("Conclusie", words("x"), deep[3], (Action(deep[4]),), level=2),
        Conclusion("", (), (Paragraph(words("b")),)),
    )
    assert [one.number for one in headings(body)] == ["1", "2", "3", "", "4", "5"]


def test_the_specimens_need_no_typed_number() -> None:
    for document in (specimens.letter(), specimens.report()):
        made = plan(headings(normal.document(document).blocks))
        assert Kind.TYPED not in {number.kind for number in made.numbers}
