"""Drawings in the report: true to the table, legible, and nowhere text over text."""

from __future__ import annotations

import datetime as dt
from itertools import combinations

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from invoeringstoets import assets
from invoeringstoets.document import Align, Bar, Figure, Label, Stroke, Table
from invoeringstoets.model import (
    Aanname,
    Actie,
    Kerncijfer,
    Risico,
    Risicorij,
    Termijn,
    Uitvoeringstoets,
    Verwachting,
)
from invoeringstoets.notation import date
from invoeringstoets.reports import rapport
from invoeringstoets.reports.charts import Step, assumption_bars, risk_rows, steps, timelines
from invoeringstoets.reports.charts.sheet import TALLEST, WIDTH, lines, width
from invoeringstoets.reports.context import Context
from report_cases import library, minimal, shipped
from site_library import DAY
from surroundings import examples

MM = 25.4 / 72
Box = tuple[float, float, float, float]


def box(label: Label) -> Box:
    """Left, top, right and bottom of a label, no smaller than it can be."""
    wide, high = width(label.text, label.size), label.size * MM
    left = label.x - {Align.LEFT: 0, Align.CENTER: wide / 2, Align.RIGHT: wide}[label.align]
    return left, label.y - high * 0.75, left + wide, label.y + high * 0.22


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def assert_legible(figure: Figure) -> None:
    labels = [shape for shape in figure.shapes if isinstance(shape, Label)]
    boxes = [(label.text, box(label)) for label in labels]
    assert all(label.size >= 7 for label in labels)
    assert [(a, b) for (a, one), (b, other) in combinations(boxes, 2) if overlap(one, other)] == []
    for shape in figure.shapes:
        match shape:
            case Label():
                left, top, right, bottom = box(shape)
            case Bar(left, top, wide, high):
                right, bottom = left + wide, top + high
            case Stroke():
                left, right = sorted((shape.x1, shape.x2))
                top, bottom = sorted((shape.y1, shape.y2))
        assert left >= -2
        assert right <= WIDTH + 2
        assert top >= -0.5
        assert bottom <= figure.height + 0.5
    for bar in (shape for shape in figure.shapes if isinstance(shape, Bar)):
        mark = (bar.x, bar.y, bar.x + bar.width, bar.y + bar.height)
        assert not any(overlap(mark, place) for _, place in boxes)


def words_of(figure: Figure) -> str:
    return " ".join(shape.text for shape in figure.shapes if isinstance(shape, Label))


def context(**changes: object) -> Context:
    toets = minimal(**changes)
    return Context(toets, library(toets))


# --- every drawing that we ship ---------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(shipped()))
def test_drawings_of_every_toets_are_legible_and_told_in_words(name: str) -> None:
    toets = shipped()[name]
    words = library(*shipped().values())
    if rapport.unavailable(toets, words):
        return
    blocks = rapport.build(toets, words).blocks
    for figure in (block for block in blocks if isinstance(block, Figure)):
        assert_legible(figure)
        assert figure.alternative.endswith(".")
        assert figure.caption


def test_a_drawing_stands_beside_a_table_that_says_the_same() -> None:
    toets = shipped()["2025-stagevergoeding-mbo"]
    blocks = rapport.build(toets, library(*shipped().values())).blocks
    drawn = [i for i, block in enumerate(blocks) if isinstance(block, Figure)]
    assert len(drawn) >= 2
    for index in drawn:
        around = blocks[max(index - 2, 0) : index + 4]
        assert any(isinstance(block, Table) for block in around)


# --- the course in time -----------------------------------------------------------------------


def test_the_course_of_the_kot_toets() -> None:
    (figure,) = timelines(steps(shipped()["2024-kot-wlz"], DAY))
    assert [bar.x < 154 for bar in figure.shapes if isinstance(bar, Bar)] == [True] * 3
    first, second, third = (bar for bar in figure.shapes if isinstance(bar, Bar))
    assert first.x < second.x < third.x
    for said in (
        "1 januari 2021",
        "juni 2023",
        "12 maart 2024",
        "38 maanden na de inwerkingtreding",
    ):
        assert said in figure.alternative.replace("\u00a0", " ")


def test_a_month_is_a_bar_over_that_month_and_a_year_over_that_year() -> None:
    (figure,) = timelines(
        (Step("2020", "jaar"), Step("2021-07", "maand"), Step("2021-07-16", "dag"))
    )
    year, month, day = (bar for bar in figure.shapes if isinstance(bar, Bar))
    assert year.width == pytest.approx(12 * month.width, rel=0.05)
    assert day.width == 2
    assert month.x < day.x + 1 < month.x + month.width


def test_one_moment_or_none_has_no_course() -> None:
    assert timelines(()) == ()
    assert timelines((Step("2020", "a"), Step("onbekend", "b"))) == ()


def test_many_steps_go_on_in_a_next_drawing() -> None:
    many = tuple(Step(f"20{n:02}-01-01", "stap", "woord " * 30) for n in range(60))
    figures = timelines(many)
    assert len(figures) > 1
    assert all(figure.height <= TALLEST for figure in figures)
    assert sum(isinstance(shape, Bar) for figure in figures for shape in figure.shapes) == 60
    for figure in figures:
        assert_legible(figure)


def test_an_action_with_a_date_and_its_follow_up_are_in_the_course() -> None:
    found = [step.title for step in steps(shipped()["2025-stagevergoeding-mbo"], DAY)]
    assert "Termijn van een actie" in found
    assert "Opvolging van een actie" in found


@pytest.mark.parametrize(
    ("reached", "coming"),
    [
        ("2026-06-01", "2026-06-02"),
        ("2026-06", "2026-07"),
        ("2026-K2", "2026-K3"),
        ("2026", "2027"),
    ],
)
def test_a_step_is_ahead_if_it_certainly_is(reached: str, coming: str) -> None:
    acties = tuple(
        Actie(f"A{at}", "Doe iets.", (), termijn=Termijn(datum=day))
        for at, day in enumerate((reached, coming), 1)
    )
    found = steps(minimal(acties=acties), "2026-06-01")
    assert [(step.actie, step.ahead) for step in found] == [("A1", False), ("A2", True)]
    assert not any(step.ahead for step in steps(minimal(acties=acties), ""))


days = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)).map(dt.date.isoformat)
dates = days | days.map(lambda day: day[:7]) | days.map(lambda day: day[:4])
texts = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=60) | st.just(
    "Een lange zin met Mooie Woorden en een heelergroteonafgebrokensamenstellingvanwoorden"
)


@settings(max_examples=examples(150))
@given(st.lists(st.builds(Step, dates, texts, texts, st.just(""), st.booleans()), max_size=25))
def test_no_label_covers_another_whatever_the_dates(found: list[Step]) -> None:
    for figure in timelines(found):
        assert_legible(figure)
        for step in found[:1]:
            assert date(step.date)[-4:] in words_of(figure) or len(found) > 8


# --- expected beside found --------------------------------------------------------------------


def bars(*figures: Kerncijfer) -> tuple[Figure, ...]:
    aanname = Aanname(
        "N1",
        "Het gebruik blijft gelijk.",
        "voorbereiding",
        "wijkt_af",
        Verwachting(kerncijfers=(figures[0].id,)),
        Verwachting(kerncijfers=tuple(one.id for one in figures[1:])),
    )
    return assumption_bars(context(kerncijfers=figures, aannames=(aanname,)))


def test_equal_quantities_in_equal_units_share_a_scale() -> None:
    (figure,) = bars(
        Kerncijfer("A", "gebruik", 200, eenheid="ouders"),
        Kerncijfer("B", "gebruik", 50, eenheid="ouders", peildatum="2024-01-01"),
    )
    expected, found = (bar for bar in figure.shapes if isinstance(bar, Bar))
    assert expected.x == found.x
    assert expected.width == 4 * found.width
    assert "200\u00a0ouders" in figure.alternative
    assert "50\u00a0ouders (peildatum 1\u00a0januari\u00a02024)" in figure.alternative
    assert_legible(figure)


@pytest.mark.parametrize(
    "other",
    [
        Kerncijfer("B", "doelgroep", 50, eenheid="ouders"),
        Kerncijfer("B", "gebruik", 50, eenheid="kinderen"),
        Kerncijfer("B", "gebruik", 50),
        Kerncijfer("B", "gebruik", "onbekend", eenheid="ouders"),
        Kerncijfer("B", "gebruik", -5, eenheid="ouders"),
        Kerncijfer("B", "gebruik", eenheid="ouders"),
    ],
)
def test_what_cannot_be_compared_shares_no_scale(other: Kerncijfer) -> None:
    assert bars(Kerncijfer("A", "gebruik", 200, eenheid="ouders"), other) == ()


def test_other_is_no_quantity() -> None:
    assert (
        bars(Kerncijfer("A", "anders", 2, eenheid="x"), Kerncijfer("B", "anders", 1, eenheid="x"))
        == ()
    )


def test_kot_has_no_bars_for_use_is_no_target_group() -> None:
    toets = shipped()["2024-kot-wlz"]
    assert assumption_bars(Context(toets, library(toets))) == ()


def test_a_huge_value_keeps_within_the_sheet() -> None:
    (figure,) = bars(
        Kerncijfer("A", "kosten", 10**15, eenheid="euro", kwalificatie="ongeveer"),
        Kerncijfer("B", "kosten", 1, eenheid="euro"),
    )
    assert_legible(figure)


# --- risks ------------------------------------------------------------------------------------


def test_a_row_has_one_mark_in_the_column_of_the_source() -> None:
    toets = shipped()["2024-kot-wlz"]
    (figure,) = risk_rows(Context(toets, library(toets)))
    marks = [bar.x for bar in figure.shapes if isinstance(bar, Bar)]
    second, third = marks[0], marks[1]
    assert marks == [second, third, second, third, second]
    assert second < third
    assert "Maakbaarheid systemen: kolom 3" in figure.alternative
    assert not {"rood", "oranje", "groen", "hoog", "laag"} & set(figure.alternative.lower().split())
    assert len({bar.ink for bar in figure.shapes if isinstance(bar, Bar)}) == 1


def test_what_was_seen_stands_in_the_same_row() -> None:
    test = Uitvoeringstoets(
        "belastingdienst_toeslagen",
        risicos=(Risico("handhaafbaarheid", "1"), Risico("fraudebestendigheid", "nvt")),
    )
    seen = (Risicorij("handhaafbaarheid", "kolom 1", "meer controles nodig"),)
    (figure,) = risk_rows(context(uitvoeringstoets=test, risicotabel=seen))
    assert "meer controles nodig" in words_of(figure)
    assert "niet van toepassing" in words_of(figure)
    assert (
        "Handhaafbaarheid: kolom 1; waargenomen in de praktijk: meer controles nodig"
        in figure.alternative
    )


def test_without_a_known_column_there_is_nothing_to_draw() -> None:
    test = Uitvoeringstoets("vrij", risicos=(Risico("handhaafbaarheid", "onbekend"),))
    assert risk_rows(context(uitvoeringstoets=test)) == ()
    assert risk_rows(context()) == ()


# --- type -------------------------------------------------------------------------------------


def test_text_is_never_wider_than_estimated() -> None:
    for style in ("Regular", "Semibold"):
        font = TTFont(assets.path("templates/fonts") / f"SourceSans3-{style}.ttf")
        em, known = font["head"].unitsPerEm, font.getBestCmap()
        for point in (*range(0x20, 0x17F), 0x2013, 0x2014, 0x2018, 0x2019, 0x2026, 0x20AC):
            if point in known and chr(point).isprintable():
                real = font["hmtx"][known[point]][0] / em * 10 * MM
                assert real <= width(chr(point), 10) + 1e-9, chr(point)


@given(texts, st.floats(10, 150))
def test_lines_fit_and_lose_nothing_that_fits(text: str, room: float) -> None:
    found = lines(text, room, most=100)
    assert all(width(line) <= room or len(line) == 1 for line in found)
    assert "".join("".join(found).split()) == "".join(text.split())
    short = lines(text, room, most=2)
    assert len(short) <= 2
    assert short == found or short[-1].endswith("…")
