"""The summary on two pages and the list of actions: what they hold, and how they say it."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from invoeringstoets.document import ListBlock
from invoeringstoets.formats import FORMATS
from invoeringstoets.model import (
    Aanleiding,
    Actie,
    Bron,
    Conclusie,
    Grondslag,
    Kerncijfer,
    Onderzoeksvraag,
    Opvolging,
    Termijn,
    Toets,
)
from invoeringstoets.notation import NBSP
from invoeringstoets.reports import REPORTS
from invoeringstoets.reports.sections.actions import tally
from report_cases import library, minimal, paragraphs, shipped, texts

SUMMARY, LIST = REPORTS["samenvatting"], REPORTS["actielijst"]


def said(toets: Toets, kind: str) -> str:
    return texts(REPORTS[kind].build(toets, library(toets)))


def action(**changes: object) -> Actie:
    given: dict[str, object] = {
        "id": "A1",
        "tekst": "Ik pas de wet aan.",
        "grondslag": (Grondslag("conclusie", "C1"),),
        "eigenaar": "szw",
        "status": "lopend",
        **changes,
    }
    return Actie(**given)


# --- samenvatting -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", shipped())
def test_every_summary_fits_on_two_pages(name: str) -> None:
    toets = shipped()[name]
    words = library(*shipped().values(), internal=True)
    if SUMMARY.unavailable(toets, words) is None:
        data = FORMATS["pdf"].render(SUMMARY.build(toets, words))
        assert len(PdfReader(io.BytesIO(data)).pages) <= 2


@pytest.mark.parametrize("count", [1, 12, 70])
def test_however_many_actions_there_are_it_is_two_pages(count: int) -> None:
    toets = shipped()["2024-kot-wlz"]
    many = tuple(replace(toets.acties[i % 5], id=f"Z{i}") for i in range(count))
    more = replace(toets, acties=many)
    document = SUMMARY.build(more, library(more))
    assert len(PdfReader(io.BytesIO(FORMATS["pdf"].render(document))).pages) == 2
    listed = next(b for b in reversed(document.blocks) if isinstance(b, ListBlock))
    left = count - len(listed.items)
    found = [line for line in paragraphs(document) if "De actielijst bij deze toets" in line]
    assert bool(found) == bool(left)
    assert not found or f"er nog {left} acties" in found[0]


@pytest.mark.parametrize(
    ("statuses", "said"),
    [
        (["lopend"], "1 actie, niet afgerond en niet te laat"),
        (["afgerond"], "1 actie, afgerond of vervallen"),
        (["lopend", "laat"], "2 acties, geen ervan afgerond en 1 te laat"),
        (["afgerond", "lopend"], "2 acties, waarvan 1 niet afgerond en geen te laat"),
    ],
)
def test_actions_are_counted_in_words(statuses: list[str], said: str) -> None:
    past = Termijn(datum="2020-01-01")
    acties = [
        action(status="lopend", termijn=past) if one == "laat" else action(status=one)
        for one in statuses
    ]
    assert tally(acties, "2025-01-01").replace(NBSP, " ") == said


def test_plain_language_comes_first() -> None:
    toets = minimal(samenvatting="Moeilijk gezegd.", publiekssamenvatting="Simpel gezegd.")
    text = said(toets, "samenvatting")
    assert text.index("In eenvoudige woorden") < text.index("Simpel gezegd.")
    assert text.index("Simpel gezegd.") < text.index("Moeilijk gezegd.")
    only = said(minimal(samenvatting="Moeilijk gezegd."), "samenvatting")
    assert "In het kort\nMoeilijk gezegd." in only.replace("\n\n", "\n")
    assert only.count("Moeilijk gezegd.") == 1


def test_own_questions_stand_with_their_answers() -> None:
    questions = (
        Onderzoeksvraag("v1", "Werkt het?", antwoord="Ja, het werkt."),
        Onderzoeksvraag("v2", "Wat kost het?", niet_beantwoord="dat wist niemand"),
        Onderzoeksvraag("v3", "Voor wie?"),
    )
    found = paragraphs(
        SUMMARY.build(
            minimal(aanleiding=Aanleiding(onderzoeksvragen=questions), samenvatting="Kort."),
            library(),
        )
    )
    at = found.index("Ja, het werkt.")
    assert found[at : at + 3] == [
        "Ja, het werkt.",
        "Niet beantwoord: dat wist niemand.",
        "Antwoord: nog niet ingevuld.",
    ]


def test_a_date_that_all_figures_share_is_said_once() -> None:
    one = Kerncijfer("K1", "gebruik", 170, eenheid="ouders", peildatum="2023-01-01")
    other = Kerncijfer("K2", "aanvragen", 200, peildatum="2023-01-01")
    shared = said(minimal(kerncijfers=(one, other)), "samenvatting")
    assert "Peildatum van deze cijfers: 1 januari 2023." in shared
    assert "(peildatum" not in shared
    apart = said(minimal(kerncijfers=(one, replace(other, peildatum="2024"))), "samenvatting")
    assert "Gebruik: 170 ouders (peildatum 1 januari 2023)" in apart
    assert "(peildatum 2024)" in apart


def test_the_voice_of_the_conclusions_is_said_and_others_are_left_out() -> None:
    voices = [
        Conclusie(f"C{n}", stem, f"Titel {stem}")
        for n, stem in enumerate(("toets", "brief", "presentatie"))
    ]
    text = said(minimal(conclusies=tuple(voices)), "samenvatting")
    assert "uit de brief van de bewindspersoon" in text
    assert "Titel brief" in text
    assert "Titel toets" not in text
    assert "Titel presentatie" not in text
    assert "van de toets zelf" in said(minimal(conclusies=tuple(voices[:1])), "samenvatting")


def test_the_real_case_keeps_users_and_target_group_apart() -> None:
    text = said(shipped()["2024-kot-wlz"], "samenvatting")
    assert "Doelgroep: maximaal 4.000 ouders" in text
    assert "Doelgroep: maximaal 5.000 kinderen" in text
    assert "Gebruik: 170 ouders" in text
    assert "Termijn: de brief noemt geen termijn. Status: aangekondigd (12 maart 2024)." in text
    assert "betekent ‘ik’: de Minister van Sociale Zaken en Werkgelegenheid" in text
    assert "te laat" not in text


# --- actielijst -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"termijn": Termijn(datum="2026-11-21")}, "Lopend. \nTe laat op 22 november 2026"),
        ({"termijn": Termijn(datum="2026-11-22")}, "Uiterlijk 22 november 2026\nLopend\n"),
        ({"termijn": Termijn(kwartaal="2026-K3")}, "Te laat op 22 november 2026"),
        ({"termijn": Termijn(kwartaal="2026-K4")}, "Vierde kwartaal van 2026\nLopend\n"),
        ({"termijn": Termijn(omschrijving="voor 2020")}, "Voor 2020\nLopend\n"),
        ({"termijn": Termijn(doorlopend=True)}, "Doorlopend\nLopend\n"),
        ({"geen_termijn": "de brief noemt geen termijn"}, "De brief noemt geen termijn\nLopend\n"),
        ({"geen_termijn": "dat hangt af"}, "Geen termijn genoemd: dat hangt af\n"),
        ({"termijn": Termijn(datum="2020"), "status": "afgerond"}, "2020\nAfgerond\n"),
        ({"termijn": Termijn(datum="2020"), "status": "onbekend"}, "2020\nOnbekend\n"),
    ],
)  # fmt: skip
def test_late_is_said_only_with_a_day_in_the_source_and_with_the_day_it_is_counted_on(
    changes: dict[str, object], words: str
) -> None:
    text = said(minimal(status="vastgesteld", acties=(action(**changes),)), "actielijst")
    assert words in text.replace("Lopend\n. \n", "Lopend. \n")
    assert ("e laat op" in text) == ("e laat op" in words)
    assert "Stand op\n22 november 2026" in text


def test_grounds_and_follow_up_of_each_action() -> None:
    toets = minimal(
        conclusies=(Conclusie("C1", "toets", "Het kan beter"),),
        bronnen=(Bron("b", "nieuwsbericht", "Het nieuws", datum="2025-03-01"),),
        acties=(
            action(opvolging=(Opvolging("2025-03", "de wet is aangepast", "b"),)),
            action(id="A2", tekst="Nog iets.", grondslag=(Grondslag("breder"),)),
        ),
    )
    document = LIST.build(toets, library(toets))
    text = texts(document)
    assert "Conclusie van de toets: «Het kan beter»." in text
    assert "Maart 2025: De wet is aangepast." in text
    assert "Het nieuws (1 maart 2025)" in text
    assert "Grondslag: breder dan deze toets." in text
    assert "2 acties, geen ervan afgerond en geen te laat" in text


def test_without_actions_the_reason_is_told() -> None:
    empty = minimal(status="vastgesteld")
    assert LIST.unavailable(empty, library()) == "Er zijn geen acties vastgelegd."
    index = minimal(status="aangeboden", volledigheid="indexrecord")
    assert "indexrecord" in (LIST.unavailable(index, library()) or "")
    planned = minimal(status="gepland")
    assert "‘gepland’" in (LIST.unavailable(planned, library()) or "")
    assert LIST.unavailable(replace(planned, acties=(action(),)), library()) is None
