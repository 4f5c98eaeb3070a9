"""Two Kamers are two letters: each with its own dossiers, number, date and mention of the other."""

from __future__ import annotations

from dataclasses import replace

from invoeringstoets.document import Document, Letterhead
from invoeringstoets.model import Afzender, Brief, Dossier, Ondertekenaar, Toets, Verzending
from invoeringstoets.reports import REPORTS, Variant
from report_cases import library, minimal, paragraphs, shipped, texts

TK = Verzending(
    "tk", "2025-02-13", "K-TK", (Dossier("31322", "Opvang"), Dossier("34104", "Zorg")), "41"
)
EK = Verzending("ek", "2025-02-13", "K-EK", (Dossier("33328", "Register", "VI"),), "F")


def letters(*sendings: Verzending, kind: str = "kamerbrief", **brief: object) -> list[Variant]:
    toets = minimal(brief=Brief(verzendingen=sendings, **brief))
    return list(REPORTS[kind].variants(toets, library(toets)))


def references(document: Document) -> dict[str, tuple[str, ...]]:
    assert isinstance(document.front, Letterhead)
    return {one.label: one.lines for one in document.front.references}


def test_one_sending_or_none_is_one_letter_without_suffix() -> None:
    assert [one.stem("x-kamerbrief") for one in letters(TK)] == ["x-kamerbrief"]
    assert [one.stem("x-kamerbrief") for one in letters()] == ["x-kamerbrief"]
    assert letters(TK)[0].title("Kamerbrief") == "Kamerbrief"


def test_two_sendings_are_two_letters_with_their_own_head() -> None:
    tweede, eerste = letters(TK, EK)
    assert [one.suffix for one in (tweede, eerste)] == ["tk", "ek"]
    assert eerste.title("Kamerbrief") == "Kamerbrief aan de Eerste Kamer"
    assert "Tweede Kamer der Staten-Generaal" in tweede.document.front.addressee
    assert "Eerste Kamer der Staten-Generaal" in eerste.document.front.addressee
    first, second = references(tweede.document), references(eerste.document)
    assert first["Ons kenmerk"] == ("K-TK",)
    assert first["Kamerstuk"] == ("31\u00a0322, nr.\u00a041", "Opvang")
    assert first["Ook onder dossier"] == ("34\u00a0104 Zorg",)
    assert second["Ons kenmerk"] == ("K-EK",)
    assert second["Kamerstuk"] == ("33\u00a0328\u00a0VI, F", "Register")
    assert "Ook onder dossier" not in second


def test_each_letter_names_the_other_kamer() -> None:
    same = "Deze stukken worden gelijktijdig aangeboden aan de {} Kamer der Staten-Generaal."
    tweede, eerste = letters(TK, EK)
    assert same.format("Eerste") in paragraphs(tweede.document)
    assert same.format("Eerste") not in paragraphs(eerste.document)
    assert same.format("Tweede") in paragraphs(eerste.document)


def test_another_day_is_said_and_is_the_date_of_that_letter() -> None:
    later = replace(EK, datum="2025-03-04")
    tweede, eerste = letters(TK, later, datum="2025-02-13", plaats="Den Haag")
    said = (
        "De Eerste Kamer der Staten-Generaal ontvangt deze stukken ook, bij brief van 4 maart 2025."
    )
    assert said in paragraphs(tweede.document)
    assert "bij brief van 13 februari 2025" in "\n".join(paragraphs(eerste.document))
    assert (tweede.document.date, eerste.document.date) == ("2025-02-13", "2025-03-04")
    assert "Den Haag, 4 maart 2025" in texts(eerste.document)


def test_a_case_number_of_one_kamer_is_not_in_the_letter_to_the_other() -> None:
    tweede, eerste = letters(TK, EK, uw_kenmerk="2024Z01234")
    assert references(tweede.document)["Uw kenmerk"] == ("2024Z01234",)
    assert "Uw kenmerk" not in references(eerste.document)
    assert "Uw kenmerk" in references(letters(TK, EK, uw_kenmerk="Brief 12")[1].document)


def test_two_letters_to_the_same_kamer_are_told_apart() -> None:
    again = replace(TK, datum="2025-05-01")
    found = letters(TK, again)
    assert [one.suffix for one in found] == ["tk", "tk-2"]
    assert found[1].label.replace("\u00a0", " ") == "aan de Tweede Kamer van 1 mei 2025"
    undated = letters(replace(TK, datum=None), replace(TK, datum=None))
    assert [one.label for one in undated] == ["aan de Tweede Kamer (1)", "aan de Tweede Kamer (2)"]


def test_two_signatories_say_wij_in_our_words_and_the_author_keeps_ik() -> None:
    two = (Ondertekenaar("minister van A", "A. Een"), Ondertekenaar("minister van B", "B. Twee"))
    (letter,) = letters(
        TK, ondertekenaars=two, mede_namens=("minister van C",), aanbieding="Hierbij bied ik aan."
    )
    said = paragraphs(letter.document)
    assert "Deze brief sturen wij u mede namens de Minister van C." in said
    assert "Hierbij bied ik aan." in said


def test_every_shipped_letter_to_both_kamers_is_one_file_each() -> None:
    toets: Toets = shipped()["2025-stagevergoeding-mbo"]
    found = REPORTS["kamerbrief"].variants(toets, library(toets))
    assert [one.stem(f"{toets.id}-kamerbrief") for one in found] == [
        "2025-stagevergoeding-mbo-kamerbrief-tk",
        "2025-stagevergoeding-mbo-kamerbrief-ek",
    ]
    assert "99\u00a0902" not in "".join(sum(references(found[1].document).values(), ()))


def test_the_sender_of_both_is_the_same() -> None:
    tweede, eerste = letters(TK, EK, afzender=Afzender("szw"))
    assert tweede.document.author == eerste.document.author != ""
