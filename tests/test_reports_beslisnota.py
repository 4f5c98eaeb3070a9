"""The note to the minister: internal, complete, and with a proposal for what may be public."""

from __future__ import annotations

from dataclasses import replace

import pytest

from invoeringstoets.model import (
    Afstemming,
    Afzender,
    Beslisnota,
    Brief,
    NietOpenbaar,
    Ondertekenaar,
    Optie,
    Toets,
)
from invoeringstoets.reports import REPORTS
from report_cases import dump, library, minimal, shipped, texts

NOTA = REPORTS["beslisnota"]
GROUND = "artikel 5.1, tweede lid, onder b"
HIDDEN = "De raming is drie miljoen euro."


def note(**changes: object) -> Toets:
    given = {"gevraagd_besluit": "Instemmen met de brief.", **changes}
    return minimal(beslisnota=Beslisnota(**given))


@pytest.mark.parametrize(
    ("nota", "internal", "words"),
    [
        (Beslisnota("Instemmen."), False, "--intern"),
        (None, True, "geen beslisnota vastgelegd"),
        (
            Beslisnota(geen="de brief is van\nde Kamer."),
            True,
            "beslisnota: de brief is van de Kamer.",
        ),
        (Beslisnota(aanleiding="De toets is af."), True, "nog geen gevraagd besluit"),
    ],
)
def test_why_there_is_no_note(nota: Beslisnota | None, *, internal: bool, words: str) -> None:
    toets = minimal(beslisnota=nota)
    assert words in (NOTA.unavailable(toets, library(toets, internal=internal)) or "")


def test_a_public_output_never_holds_the_note() -> None:
    toets = note(kernpunten=(HIDDEN,))
    assert HIDDEN not in dump(NOTA.build(toets, library(toets)))
    assert not NOTA.public


def test_several_ministers_are_named_in_one_sentence() -> None:
    signed = tuple(
        Ondertekenaar(office, "N.") for office in ("Minister van A", "de staatssecretaris")
    )
    toets = replace(note(), brief=Brief(ondertekenaars=signed))
    said = texts(NOTA.build(toets, library(toets, internal=True)))
    assert "De Minister van A en de Staatssecretaris" in said


def test_the_shipped_note_has_all_its_parts() -> None:
    toets = shipped()["2025-stagevergoeding-mbo"]
    words = library(toets, internal=True)
    assert NOTA.unavailable(toets, words) is None
    said = texts(NOTA.build(toets, words))
    for text in (
        "Instemmen met de brief en met verzending aan beide Kamers.",
        "De Minister van Onderwijs, Cultuur en Wetenschap",
        "Optie 1: Het formulier inkorten",
        "Ertegen pleit:",
        "Dienst Uitvoering Onderwijs",
        "Akkoord, zonder nieuw geld",
        "Gedeeltelijk: 1 passage niet openbaar",
        "artikel 5.1, tweede lid, onder b",
        "Fictief",
        "Intern",
    ):
        assert text in said


def test_the_proposal_holds_no_passage_that_is_not_public() -> None:
    toets = note(
        kernpunten=(f"De kosten. {HIDDEN}",),
        toelichting="Nogmaals:\nde raming is drie\nmiljoen euro, en verder niets.",
        niet_openbaar=(
            NietOpenbaar(HIDDEN, GROUND),
            NietOpenbaar("de raming is drie miljoen euro", GROUND),
        ),
    )
    whole, public = NOTA.variants(toets, library(toets, internal=True))
    assert (whole.suffix, public.suffix) == ("", "openbaar")
    assert HIDDEN in texts(whole.document)
    said = texts(public.document)
    assert "drie" not in said
    assert f"De kosten. (niet openbaar: {GROUND})" in said
    assert f"(niet openbaar: {GROUND}), en verder niets." in said
    assert public.document.notices[0].label == "Voorstel openbare versie"
    assert "drie" not in dump(public.document)


@pytest.mark.parametrize(
    "again", ["DE RAMING is drie miljoen euro", "De raming is **drie** miljoen euro."]
)
def test_a_passage_that_is_left_in_another_form_makes_no_proposal(again: str) -> None:
    toets = note(
        kernpunten=(HIDDEN,), toelichting=again, niet_openbaar=(NietOpenbaar(HIDDEN, GROUND),)
    )
    assert len(NOTA.variants(toets, library(toets, internal=True))) == 1


def test_a_passage_that_is_not_found_makes_no_proposal() -> None:
    toets = note(niet_openbaar=(NietOpenbaar("Iets anders.", GROUND),))
    (whole,) = NOTA.variants(toets, library(toets, internal=True))
    assert "staat niet letterlijk in de nota" in texts(whole.document)
    assert "«Iets anders.»" in texts(whole.document)


def test_a_note_without_secrets_is_one_document() -> None:
    toets = note()
    (whole,) = NOTA.variants(toets, library(toets, internal=True))
    assert "Geheel openbaar te maken" in texts(whole.document)


def test_who_asks_whom() -> None:
    brief = Brief(
        afzender=Afzender("szw", onderdeel="directie Proef"),
        ondertekenaars=(Ondertekenaar("minister van A", "X"),),
    )
    toets = minimal(
        brief=brief,
        beslisnota=Beslisnota(
            "Instemmen.", opties=(Optie("Niets doen"),), afstemming=(Afstemming("duo"),)
        ),
    )
    said = texts(NOTA.build(toets, library(toets, internal=True)))
    assert "De Minister van A" in said
    assert "Directie Proef" in said
    assert "Voor en tegen: nog niet ingevuld." in said
