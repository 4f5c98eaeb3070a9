"""The preview in the style of a Kamerstuk: always marked, and never more than the data give."""

from __future__ import annotations

from dataclasses import replace

import pytest

from invoeringstoets.document import Cover, Letterhead, Signatures
from invoeringstoets.model import Brief, Dossier, Ondertekenaar, Verzending
from invoeringstoets.prose import plain
from invoeringstoets.reports import REPORTS
from invoeringstoets.reports.kamerstuk import guillemets, parliamentary_session
from report_cases import library, minimal, paragraphs, shipped, texts, walk

KAMERSTUK = REPORTS["kamerstuk"]


def front(**brief: object) -> tuple[str, list[tuple[str, str]]]:
    toets = minimal(brief=Brief(**brief))
    cover = KAMERSTUK.build(toets, library(toets)).front
    assert isinstance(cover, Cover)
    said = [
        (plain(one.term).replace("\u00a0", " "), plain(one.description[0].content))
        for one in cover.facts
    ]
    return cover.subtitle, said


def test_the_real_letter_as_a_kamerstuk() -> None:
    toets = shipped()["2024-kot-wlz"]
    document = KAMERSTUK.build(toets, library(toets))
    said = texts(document)
    assert document.notices[0].label == "Conceptweergave"
    assert "Tweede Kamer der Staten-Generaal – Vergaderjaar 2023–2024" in said
    for line in ("31 322", "Kinderopvang", "34 104", "Langdurige zorg", "Nr. 523"):
        assert f"\n{line}\n" in said
    assert "BRIEF VAN DE MINISTER VAN SOCIALE ZAKEN EN WERKGELEGENHEID" in said
    first, second, *_ = paragraphs(document)
    assert first == "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"
    assert second == "Den Haag, 12 maart 2024"
    assert "Geachte voorzitter" not in said
    assert "ISSN" not in said
    assert "kst-" not in said


def test_a_number_stands_only_where_the_kamer_gave_one() -> None:
    sent = Verzending("tk", dossiers=(Dossier("31322", "Opvang"),))
    assert front(verzendingen=(sent,))[1][1][0] == "Nr. –"
    numbered = Verzending("ek", dossiers=(Dossier("33328"),), ondernummer="AG")
    where, said = front(verzendingen=(numbered,))
    assert where.startswith("Eerste Kamer der Staten-Generaal")
    assert [term for term, _ in said] == ["33 328", "AG"]


def test_what_is_missing_says_so() -> None:
    where, said = front()
    assert where == "Tweede Kamer der Staten-Generaal – Vergaderjaar nog niet ingevuld"
    assert [term for term, _ in said] == ["Dossier", "Nr. –"]
    assert said[1][1] == "Brief van: nog niet ingevuld"


def test_letter_and_preview_go_to_the_same_chamber() -> None:
    toets = minimal(status="concept", brief=Brief())
    document = KAMERSTUK.build(toets, library(toets))
    first, second, *_ = paragraphs(document)
    letterhead = REPORTS["kamerbrief"].build(toets, library(toets)).front
    assert isinstance(letterhead, Letterhead)
    assert first == " ".join(letterhead.addressee)
    assert first == "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"
    assert second == "Datum: nog niet ingevuld."
    placed = replace(toets, brief=Brief(plaats="Den Haag"))
    assert paragraphs(KAMERSTUK.build(placed, library(placed)))[1] == (
        "Den Haag, datum nog niet ingevuld"
    )


def test_two_ministers_are_both_named() -> None:
    two = (Ondertekenaar("de minister van A", "X"), Ondertekenaar("Staatssecretaris van B", "Y"))
    assert front(ondertekenaars=two)[1][-1][1] == (
        "BRIEF VAN DE MINISTER VAN A EN DE STAATSSECRETARIS VAN B"
    )


@pytest.mark.parametrize(
    ("day", "session"),
    [
        ("2024-09-16", "2023–2024"),
        ("2024-09-17", "2024–2025"),  # the third Tuesday
        ("2026-09-14", "2025–2026"),
        ("2026-09-15", "2026–2027"),
        ("2024-03", "2023–2024"),
        ("2024-09", ""),  # may be either
        ("2024", ""),
        ("onbekend", ""),
        (None, ""),
    ],
)
def test_the_session_begins_on_the_third_tuesday_of_september(
    day: str | None, session: str
) -> None:
    assert parliamentary_session(day) == session


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("het woord ‘toets’ telt", "het woord «toets» telt"),
        ("de “toets” telt", "de «toets» telt"),
        ("„laag” en “hoog”", "«laag» en «hoog»"),
        ('een "recht" woord', "een «recht» woord"),
        ("zo’n foto’s blijven", "zo’n foto’s blijven"),
        ("‘zo’n foto’s’ niet", "«zo’n foto’s» niet"),
        ("«al goed»", "«al goed»"),
    ],
)
def test_quotations_stand_between_guillemets(text: str, printed: str) -> None:
    assert guillemets(text) == printed


def test_the_text_has_guillemets_too() -> None:
    toets = minimal(brief=Brief(aanbieding="Dit heet **“een toets”**."))
    assert "Dit heet «een toets»." in paragraphs(KAMERSTUK.build(toets, library(toets)))


def test_names_stand_right_below_offices_as_in_print() -> None:
    toets = shipped()["2024-kot-wlz"]
    ends = {
        kind: [
            one.printed
            for one in walk(REPORTS[kind].build(toets, library(toets)).blocks)
            if isinstance(one, Signatures)
        ]
        for kind in ("kamerbrief", "kamerstuk")
    }
    assert ends == {"kamerbrief": [False], "kamerstuk": [True]}


def test_it_is_not_offered_to_the_public() -> None:
    assert not KAMERSTUK.public
