"""Milestones: what is late, and how many months things took."""

from __future__ import annotations

from dataclasses import replace

import pytest

from invoeringstoets.model import (
    Aanpak,
    Actie,
    Brief,
    Bron,
    Grondslag,
    Inwerkingtreding,
    Methode,
    Periode,
    Regeling,
    Termijn,
    Toets,
    Verzending,
)
from invoeringstoets.model import mijlpalen as m

TOETS = Toets(
    schemaversie="1",
    id="2024-x",
    soort="invoeringstoets",
    status="aangeboden",
    titel="X",
    regeling=Regeling(
        "Wet X", inwerkingtreding=(Inwerkingtreding("2022"), Inwerkingtreding("2021-01-01"))
    ),
    brief=Brief(datum="2024-03-12", verzendingen=(Verzending("tk", datum="2024-03-13"),)),
    bronnen=(Bron("r", "rapport", "R", datum="2023-06"), Bron("p", "website", "P", datum="2020")),
    aanpak=Aanpak(methoden=(Methode("onderzoek", bron="r"), Methode("werkgroep"))),
)
ACTIE = Actie(
    "a1",
    "Doen",
    aard="eenmalig",
    grondslag=(Grondslag("breder", toelichting="x"),),
    status="lopend",
)


@pytest.mark.parametrize(
    ("termijn", "status", "day", "late"),
    [
        (Termijn(datum="2024-06-30"), "lopend", "2024-07-01", True),
        (Termijn(datum="2024-06-30"), "aangekondigd", "2024-07-01", True),
        (Termijn(datum="2024-06-30"), "lopend", "2024-06-30", False),
        (Termijn(datum="2024-06"), "lopend", "2024-06-30", False),
        (Termijn(datum="2024"), "lopend", "2024-12-31", False),
        (Termijn(datum="2024"), "lopend", "2025-01-01", True),
        (Termijn(kwartaal="2024-K2"), "lopend", "2024-06-30", False),
        (Termijn(kwartaal="2024-K2"), "lopend", "2024-07-01", True),
        (Termijn(datum="2024-06-30"), "afgerond", "2030-01-01", False),
        (Termijn(datum="2024-06-30"), "vervallen", "2030-01-01", False),
        (Termijn(datum="2024-06-30"), "onbekend", "2030-01-01", False),
        (Termijn(datum="2024-06-30"), None, "2030-01-01", False),
        (Termijn(omschrijving="voor de zomer"), "lopend", "2030-01-01", False),
        (Termijn(doorlopend=True), "lopend", "2030-01-01", False),
        (None, "lopend", "2030-01-01", False),
        (Termijn(datum="2024-06-30"), "lopend", "", False),
    ],
)
def test_late_needs_a_dated_term_and_a_status_that_awaits(
    termijn: Termijn | None,
    status: str | None,
    day: str,
    late: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert m.is_late(replace(ACTIE, termijn=termijn, status=status), day) is late


def test_open_is_all_that_is_not_known_to_be_closed() -> None:
    statuses = ("aangekondigd", "lopend", "onbekend", None, "afgerond", "vervallen")
    found = [m.is_open(replace(ACTIE, status=status)) for status in statuses]
    assert found == [True, True, True, True, False, False]


def test_months_are_counted_from_the_first_entry_into_force() -> None:
    assert m.first_inwerkingtreding(TOETS) == "2021-01-01"
    assert m.research_date(TOETS) == "2023-06"
    assert (m.letter_date(TOETS), m.months_to_letter(TOETS)) == ("2024-03-12", 38)


def test_the_period_stands_in_for_an_undated_source() -> None:
    undated = replace(TOETS, bronnen=(), aanpak=Aanpak(periode=Periode("2023-01", "2023-05")))
    assert m.research_date(undated) == "2023-05"
    assert m.research_date(replace(undated, aanpak=Aanpak())) is None
    assert m.research_date(replace(undated, aanpak=None)) is None


def test_the_first_sending_stands_in_for_the_date_of_the_letter() -> None:
    sent = (Verzending("ek", datum="2024-03-14"), Verzending("tk", datum="2024-03-13"))
    assert m.letter_date(replace(TOETS, brief=Brief(verzendingen=sent))) == "2024-03-13"
    assert m.letter_date(replace(TOETS, brief=Brief())) is None
    assert m.letter_date(replace(TOETS, brief=None)) is None
    assert m.months_to_letter(replace(TOETS, brief=None)) is None


def test_a_year_is_known_or_not() -> None:
    assert [m.year(text) for text in ("2024-03", "2024", "onbekend", None)] == [
        "2024",
        "2024",
        None,
        None,
    ]
