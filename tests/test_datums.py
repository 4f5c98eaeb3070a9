"""Partial dates: compared only as far as they are known."""

from __future__ import annotations

from datetime import date

import pytest

from invoeringstoets.model.datums import before, bounds, earliest, looks_like_date, months


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-03-12", date(2024, 3, 12), date(2024, 3, 12)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-K1", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024-K4", date(2024, 10, 1), date(2024, 12, 31)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_a_date_means_a_stretch_of_days(text: str, first: date, last: date) -> None:
    assert bounds(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "onbekend",
        "2026-02-30",
        "2026-13",
        "2026-00",
        "2026-00-01",
        "0000",
        "2026-K5",
        "2026-1-1",
        "2026-01-01\n",
        "x2026",
        "٢٠٢٦",
    ],
)
def test_what_is_no_date_has_no_bounds(text: str | None) -> None:
    assert bounds(text) is None


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("2024-03-11", "2024-03-12", True),
        ("2024-03-12", "2024-03-12", False),
        ("2023", "2024-01-01", True),
        ("2024", "2024-03-12", False),
        ("2024-01", "2024", False),
        ("2024", "2024-12", False),
        ("2024-02", "2024-03", True),
        ("2024-02-29", "2024-03", True),
        ("2024-K1", "2024-04", True),
        ("2024-K1", "2024-03-31", False),
        ("onbekend", "2024", False),
        ("2024", "onbekend", False),
        (None, "2024", False),
        ("2024", None, False),
        ("2024-02-30", "2025", False),
    ],
)
def test_before_is_certain_or_false(
    earlier: str | None,
    later: str | None,
    expected: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert before(earlier, later) is expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2021-01-01", "2024-03-12", 38),
        ("2021-01-01", "2023-06", 29),
        ("2021-01-31", "2021-03-30", 1),
        ("2021-01-31", "2021-03-31", 2),
        ("2021-03", "2021-01", -2),
        ("2021", "2021-03", None),
        ("2021-01", "2021", None),
        ("2021-01", "2021-K1", None),
        ("onbekend", "2021-03", None),
        (None, None, None),
    ],
)
def test_months_are_whole_and_known(
    start: str | None, end: str | None, expected: int | None
) -> None:
    assert months(start, end) == expected


def test_the_earliest_date_passes_over_what_is_none() -> None:
    assert earliest(("2023", None, "onbekend", "2022-06-01", "2022-13")) == "2022-06-01"
    assert earliest((None, "onbekend")) is None
    assert earliest(()) is None


def test_the_form_of_a_date_says_nothing_of_the_calendar() -> None:
    assert looks_like_date("2026-02-30")
    assert looks_like_date("2026")
    assert not looks_like_date("onbekend")
    assert not looks_like_date("2026-2")
