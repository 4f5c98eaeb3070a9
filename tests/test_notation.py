"""Dutch notation: one place, so every format agrees."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoeringstoets import notation
from invoeringstoets.model import Bron
from invoeringstoets.notation import clock


def plain(text: str) -> str:
    """No-break spaces as spaces, so expectations are readable."""
    return text.replace(notation.NBSP, " ")


def bron(soort: str, **fields: str) -> Bron:
    return Bron("b", soort, "Titel", **fields)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024-03-12", "12 maart 2024"),
        ("2024-03", "maart 2024"),
        ("2024", "2024"),
        ("onbekend", "onbekend"),
        ("2024-13-01", "2024-13-01"),
        ("medio 2025", "medio 2025"),
        ("", ""),
        (None, ""),
    ],
)
def test_date(value: str | None, words: str) -> None:
    assert plain(notation.date(value)) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025-K2", "tweede kwartaal van 2025"),
        ("2025-Q4", "vierde kwartaal van 2025"),
        ("2025K1", "eerste kwartaal van 2025"),
        ("ooit", "ooit"),
        (None, ""),
    ],
)
def test_quarter(value: str | None, words: str) -> None:
    assert plain(notation.quarter(value)) == words


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (4000, "4.000"),
        (0, "0"),
        (-1234567, "−1.234.567"),
        (4.25, "4,25"),
        (12.0, "12"),
        (1e21, "1.000.000.000.000.000.000.000"),
        (float("inf"), "inf"),
        ("onbekend", "onbekend"),
        (None, ""),
    ],
)
def test_number(value: notation.Number, text: str) -> None:
    assert notation.number(value) == text


@pytest.mark.parametrize(
    ("value", "places", "text"), [(4.25, 1, "4,3"), (4.35, 1, "4,4"), (2.5, 0, "3"), (2, 2, "2,00")]
)
def test_number_rounds_half_up(value: float, places: int, text: str) -> None:
    assert notation.number(value, places) == text


@given(st.integers(-(10**15), 10**15))
def test_number_keeps_every_digit(value: int) -> None:
    assert int(notation.number(value).replace(".", "").replace("−", "-")) == value


@given(st.text(max_size=12), st.text(max_size=12))
def test_nothing_raises_on_text(one: str, other: str) -> None:
    for result in (
        notation.date(one),
        notation.quarter(one),
        notation.session(one),
        notation.dossier(one, other),
        notation.kamerstuk(one, other),
        notation.kamerstuk_url(one, other),
        notation.number(one),
        notation.capitalised(one),
        notation.sentence(one),
    ):
        assert isinstance(result, str)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (350000, "€ 350.000"),
        (0, "€ 0"),
        (-2, "€ −2"),
        (10.6, "€ 10,60"),
        ("onbekend", "onbekend"),
        ("geen", "geen"),
        (None, ""),
    ],
)
def test_euro(value: notation.Number, text: str) -> None:
    assert plain(notation.euro(value)) == text


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0 fte"), (-2.5, "−2,5 fte"), ("onbekend", "onbekend"), (None, "")]
)
def test_fte(value: notation.Number, text: str) -> None:
    assert plain(notation.fte(value)) == text


def test_quantity() -> None:
    assert plain(notation.quantity(4000, "ouders")) == "4.000 ouders"
    assert plain(notation.quantity(4000, "euro")) == "€ 4.000"
    assert notation.quantity(4000) == "4.000"
    assert notation.quantity("onbekend", "ouders") == "onbekend"
    assert notation.quantity(None, "ouders") == ""


def test_counted() -> None:
    assert plain(notation.counted(1, "maand", more="maanden")) == "1 maand"
    assert plain(notation.counted(1038, "maand", more="maanden")) == "1.038 maanden"


def test_joined() -> None:
    assert notation.joined([]) == ""
    assert notation.joined(["a"]) == "a"
    assert notation.joined(["a", "b"]) == "a en b"
    assert notation.joined(iter(["a", "", "b", "c"])) == "a, b en c"


def test_capitalised_and_sentence() -> None:
    assert notation.capitalised("ijzer") == "IJzer"
    assert notation.capitalised("geen") == "Geen"
    assert notation.sentence(" geen termijn ") == "Geen termijn."
    assert notation.sentence("Klaar!") == "Klaar!"
    assert notation.sentence("") == ""
    assert notation.lowered("Rapport") == "rapport"
    assert notation.lowered("ICT-risico") == "ICT-risico"
    assert notation.lowered("") == ""


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (("31322", "523"), "Kamerstuk 31 322, nr. 523"),
        (("31 322", "523"), "Kamerstuk 31 322, nr. 523"),
        (("36600", "12", "VI"), "Kamerstuk 36 600 VI, nr. 12"),
        (("36600-VI", "12"), "Kamerstuk 36 600 VI, nr. 12"),
        (("33328", "AG"), "Kamerstuk 33 328, AG"),
        (("31322",), "Kamerstuk 31 322"),
        (("CLV", "A"), "Kamerstuk CLV, A"),
    ],
)
def test_kamerstuk(arguments: tuple[str, ...], text: str) -> None:
    nummer, ondernummer, hoofdstuk = (*arguments, None, None)[:3]
    assert plain(notation.kamerstuk(nummer, ondernummer, hoofdstuk=hoofdstuk)) == text


@pytest.mark.parametrize(
    ("arguments", "end"),
    [
        (("31322", "523"), "/kst-31322-523.html"),
        (("36600", "12", "VI"), "/kst-36600-VI-12.html"),
        (("33 328", "AG"), "/kst-33328-AG.html"),
    ],
)
def test_kamerstuk_url(arguments: tuple[str, ...], end: str) -> None:
    nummer, ondernummer, hoofdstuk = (*arguments, None)[:3]
    url = notation.kamerstuk_url(nummer, ondernummer, hoofdstuk=hoofdstuk)
    assert url == f"https://zoek.officielebekendmakingen.nl{end}"


def test_kamerstuk_without_number_has_no_url() -> None:
    assert notation.kamerstuk_url("31322", None) == ""
    assert notation.kamerstuk_url("x", "1") == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("20222023", "2022/23"),
        ("2022-2023", "2022/23"),
        ("2022/23", "2022/23"),
        ("1999-2000", "1999/2000"),
        ("?", "?"),
        (None, ""),
    ],
)
def test_session(value: str | None, text: str) -> None:
    assert notation.session(value) == text


@pytest.mark.parametrize(
    ("source", "cited", "address"),
    [
        (
            bron("kamerstuk", dossier="31322", ondernummer="523"),
            "Kamerstuk 31 322, nr. 523",
            "kst-31322-523.html",
        ),
        (
            bron("kamervraag", vergaderjaar="2022-2023", ondernummer="3642", kamer="tk"),
            "Aanhangsel Handelingen II 2022/23, nr. 3642",
            "ah-tk-20222023-3642.html",
        ),
        (
            bron("kamervraag", vergaderjaar="2022-2023", ondernummer="7", kamer="ek"),
            "Aanhangsel Handelingen I 2022/23, nr. 7",
            "ah-ek-20222023-7.html",
        ),
        (
            bron("staatsblad", datum="2025-05-01", ondernummer="147"),
            "Stb. 2025, 147",
            "stb-2025-147.html",
        ),
        (
            bron("staatscourant", datum="2024", ondernummer="5616"),
            "Stcrt. 2024, 5616",
            "stcrt-2024-5616.html",
        ),
        (
            bron("rapport", dossier="31322", ondernummer="523", bijlage_nr="1014762"),
            "bijlage bij Kamerstuk 31 322, nr. 523",
            "blg-1014762",
        ),
    ],
)
def test_citation_and_address(source: Bron, cited: str, address: str) -> None:
    assert plain(notation.citation(source)) == cited
    assert notation.source_url(source) == f"https://zoek.officielebekendmakingen.nl/{address}"


def test_source_without_numbers() -> None:
    source = bron("rapport")
    assert notation.citation(source) == ""
    assert notation.source_url(source) == ""
    assert notation.source_url(bron("kamervraag", vergaderjaar="x", ondernummer="1")) == ""
    assert notation.source_url(bron("website", url="https://a.nl")) == "https://a.nl"


def test_reference() -> None:
    full = bron("kamerstuk", dossier="31322", ondernummer="523", datum="2024-03-12")
    assert plain(notation.reference(full)) == "Titel (Kamerstuk 31 322, nr. 523, 12 maart 2024)"
    assert notation.reference(bron("gesprek", datum="onbekend")) == "Titel (datum onbekend)"
    assert notation.reference(bron("gesprek")) == "Titel"


@pytest.mark.parametrize(
    ("moment", "day", "hour"),
    [
        ("2026-10-06T23:30:00+00:00", "2026-10-07", "1.30 uur"),
        ("2026-10-06T23:30:00Z", "2026-10-07", "1.30 uur"),
        ("2026-10-07T01:30:00+02:00", "2026-10-07", "1.30 uur"),
        ("2026-01-06T22:59:59+00:00", "2026-01-06", "23.59 uur"),
        ("2026-03-29T00:59:59+00:00", "2026-03-29", "1.59 uur"),
        ("2026-03-29T01:00:00+00:00", "2026-03-29", "3.00 uur"),
        ("2026-10-25T00:59:59+00:00", "2026-10-25", "2.59 uur"),
        ("2026-10-25T01:00:00+00:00", "2026-10-25", "2.00 uur"),
        ("2025-12-31T18:00:00-08:00", "2026-01-01", "3.00 uur"),
    ],
)
def test_a_moment_is_told_as_clocks_in_the_netherlands_show_it(
    moment: str, day: str, hour: str
) -> None:
    assert (clock.day(moment), clock.hour(moment)) == (day, hour)


@given(st.integers(820_454_400, 2_145_830_400))
def test_the_clock_goes_as_the_time_zones_of_the_machine_have_it(seconds: int) -> None:
    """From 1996 to 2037."""
    moment = datetime.fromtimestamp(seconds, UTC)
    try:
        local = moment.astimezone(ZoneInfo("Europe/Amsterdam"))
    except ZoneInfoNotFoundError:
        pytest.skip("this machine knows no time zones")
    assert clock.day(moment.isoformat()) == local.date().isoformat()
    assert clock.hour(moment.isoformat()) == f"{local.hour}.{local.minute:02} uur"
