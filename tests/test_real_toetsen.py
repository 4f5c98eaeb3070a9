"""The two real toetsen hold what the sources say: no less, no more, and in our own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from invoeringstoets import pipeline, syntax
from invoeringstoets.schema import Schemas
from invoeringstoets.source import Source
from word_runs import fingerprint, runs

HERE = Path(__file__).parent
TOETSEN = HERE.parent / "toetsen"
SOURCE_RUNS = frozenset((HERE / "source_runs.txt").read_text(encoding="utf-8").split())
TITLES = frozenset({"titel", "betreft", "citeertitel", "url", "origineel"})
CITED = re.compile(r"«[^»]*»")


def text_of(toets_id: str) -> str:
    return (TOETSEN / f"{toets_id}.yaml").read_text(encoding="utf-8")


def read(toets_id: str) -> dict[str, Any]:
    checked = syntax.parse(Source(f"{toets_id}.yaml", text_of(toets_id)))
    assert not checked.diagnostics
    assert checked.value is not None
    data = checked.value.data
    assert isinstance(data, dict)
    return data


KOT = read("2024-kot-wlz")
WAGE = read("2025-minimumuurloon")


def leaves(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Every scalar as text, with the name of the field it stands in."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from leaves(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item, key)
    else:
        yield key, str(value)


def by_id(name: str) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in KOT[name]}


def copied(text: str) -> list[str]:
    return [run for run in runs(CITED.sub(" ", text)) if fingerprint(run) in SOURCE_RUNS]


# --- identity and letter --------------------------------------------------------------------


def test_kot_is_an_offered_public_toets_that_is_not_official() -> None:
    assert KOT["id"] == "2024-kot-wlz"
    assert (KOT["soort"], KOT["status"]) == ("invoeringstoets", "aangeboden")
    assert KOT["publicatie"] == {"zichtbaarheid": "openbaar"}
    assert "fictief" not in KOT
    assert KOT["peildatum"] == "onbekend"


def test_letter_is_the_kamerstuk_of_the_source() -> None:
    brief = KOT["brief"]
    assert (brief["datum"], brief["plaats"]) == ("2024-03-12", "Den Haag")
    assert brief["betreft"] == (
        "Beleidsreactie invoeringstoets kinderopvangtoeslag bij permanente Wlz-indicatie"
    )
    assert brief["verzendingen"] == [
        {
            "kamer": "tk",
            "datum": "2024-03-12",
            "dossiers": [
                {"nummer": "31322", "titel": "Kinderopvang"},
                {"nummer": "34104", "titel": "Langdurige zorg"},
            ],
            "ondernummer": "523",
            "document": "2024D09350",
        }
    ]
    assert brief["ondertekenaars"] == [
        {"ambt": "minister van Sociale Zaken en Werkgelegenheid", "naam": "C.E.G. van Gennip"}
    ]


def test_letter_says_it_is_not_the_authentic_text() -> None:
    assert KOT["brief"]["tekst"] == "bewerking"
    address = "https://zoek.officielebekendmakingen.nl/kst-31322-523.html"
    assert KOT["brief"]["origineel"] == address
    assert by_id("bronnen")["kamerbrief"]["url"] == address


@pytest.mark.parametrize("field", ["kenmerk", "uw_kenmerk", "afzender", "mede_namens"])
def test_letter_leaves_out_what_no_source_gives(field: str) -> None:
    assert field not in KOT["brief"]


def test_letter_prints_the_conclusions_once() -> None:
    parts = KOT["brief"]["paragrafen"]
    assert [part.get("niveau", 1) for part in parts] == [1, 1, 2]
    assert [part.get("conclusies", False) for part in parts] == [True, False, False]


def test_annexes_are_the_report_and_the_external_research() -> None:
    annexes = {item["nummer"]: item["bron"] for item in KOT["brief"]["bijlagen"]}
    assert annexes == {"1": "rapport", "2": "onderzoek"}


# --- figures --------------------------------------------------------------------------------


def test_figures_keep_target_group_and_use_apart() -> None:
    figures = {
        (item["grootheid"], item.get("eenheid")): (
            item.get("waarde"),
            item.get("kwalificatie"),
            item["bron"],
        )
        for item in KOT["kerncijfers"]
        if "waarde" in item
    }
    assert figures == {
        ("doelgroep", "ouders"): (4000, "maximaal", "presentatie"),
        ("doelgroep", "kinderen"): (5000, "maximaal", "presentatie"),
        ("gebruik", "ouders"): (170, "onbekend", "kamerbrief"),
    }
    words = {item["grootheid"]: item["omschrijving"] for item in KOT["kerncijfers"][3:]}
    assert words["afwijzingen"] == "relatief veel"


def test_no_figure_has_a_reference_date() -> None:
    assert {item["peildatum"] for item in KOT["kerncijfers"]} == {"onbekend"}


def test_no_percentage_is_made_of_unequal_quantities() -> None:
    assert not re.search(r"%|procent", text_of("2024-kot-wlz"))


def test_assumption_shows_figures_side_by_side_with_words() -> None:
    aanname = by_id("aannames")["N1"]
    assert aanname["verwacht"]["kerncijfers"] == ["K1", "K2"]
    assert aanname["praktijk"]["kerncijfers"] == ["K3"]
    assert "andere grootheid" in aanname["praktijk"]["omschrijving"]
    assert aanname["oordeel"] == "wijkt_af"


def test_ex_ante_table_is_literal_and_leaves_open_what_is_lost() -> None:
    table = KOT["uitvoeringstoets"]
    assert {item["rij"]: item["kolom"] for item in table["risicos"]} == {
        "interactie_burgers_bedrijven": 2,
        "maakbaarheid_systemen": 3,
        "handhaafbaarheid": 2,
        "fraudebestendigheid": 3,
        "complexiteitsgevolgen": 2,
    }
    assert not any("duiding" in item for item in table["risicos"])
    assert (table["gevolgen"], table["procesverstoringen"]) == ("onbekend", "onbekend")
    costs = {item["post"]: (item["incidenteel"], item["structureel"]) for item in table["kosten"]}
    assert costs == {
        "dienstverlening": (0, 0),
        "handhaving_toezicht": (0, 0),
        "automatisering": (350000, 350000),
    }
    assert table["fte"] == {"incidenteel": 0, "structureel": 0}
    assert table["invoering_per"] == "2021-01-01"
    assert (table["beslag_portfolio"], table["eindoordeel"]) == ("middelgroot", "uitvoerbaar")
    assert "opsteller" not in table


# --- voices, conclusions, actions -----------------------------------------------------------


def test_nobody_speaks_for_the_report_that_was_not_read() -> None:
    voices = {item["stem"] for name in ("bevindingen", "conclusies") for item in KOT[name]}
    assert voices == {"brief", "presentatie"}


def test_finding_cites_the_document_whose_voice_it_has() -> None:
    document = {"brief": "kamerbrief", "presentatie": "presentatie"}
    for item in KOT["bevindingen"]:
        assert item["bronnen"] == [document[item["stem"]]], item["id"]


def test_conclusion_rests_on_findings_in_its_own_voice() -> None:
    findings = by_id("bevindingen")
    for item in KOT["conclusies"]:
        assert item["bevindingen"]
        assert {findings[ref]["stem"] for ref in item["bevindingen"]} == {item["stem"]}, item["id"]


def test_letter_has_four_conclusions_and_the_talk_six() -> None:
    assert [c["id"] for c in KOT["conclusies"] if c["stem"] == "brief"] == ["C1", "C2", "C3", "C4"]
    talk = {c["id"]: c.get("komt_overeen_met") for c in KOT["conclusies"] if c["id"][0] == "P"}
    assert talk == {
        "P1": None,
        "P2": ["C1"],
        "P3": ["C3"],
        "P4": ["C2"],
        "P5": ["C3"],
        "P6": ["C4"],
    }


def test_conclusions_and_actions_are_many_to_many() -> None:
    grounds = {
        item["id"]: [g["ref"] for g in item["grondslag"] if g["soort"] == "conclusie"]
        for item in KOT["acties"]
    }
    assert grounds == {
        "A1": ["C1"],
        "A2a": ["C2"],
        "A2b": ["C2", "C4"],
        "A3": ["C3"],
        "A4": [],
    }


def test_smi_action_rests_on_signals_and_a_promise() -> None:
    action = by_id("acties")["A4"]
    assert [g["soort"] for g in action["grondslag"]] == ["toezegging", "bevinding", "breder"]
    assert action["toezegging"] == {"kamer": "tk", "aan": "lid Sahla", "bron": "kamervragen-sahla"}
    source = by_id("bronnen")["kamervragen-sahla"]
    assert (source["vergaderjaar"], source["ondernummer"]) == ("2022-2023", "3642")


def test_no_action_has_a_term() -> None:
    for item in KOT["acties"]:
        assert "termijn" not in item
        assert item["geen_termijn"] == "de brief noemt geen termijn"
        assert item["eigenaar"] == "szw"


def test_status_of_an_action_is_that_of_the_letter() -> None:
    status = {item["id"]: (item["status"], item["status_datum"]) for item in KOT["acties"]}
    assert status.pop("A4") == ("lopend", "2024-03-12")
    assert set(status.values()) == {("aangekondigd", "2024-03-12")}
    assert not any("opvolging" in item for item in KOT["acties"])


def test_colleague_keeps_the_words_of_the_letter() -> None:
    (along,) = by_id("acties")["A3"]["mede"]
    assert along["letterlijk"] == "mijn collega van Dienst Toeslagen"
    assert "organisatie" not in along


def test_every_action_of_the_letter_is_in_its_second_source_too() -> None:
    assert by_id("acties")["A2b"]["bronnen"] == ["kamerbrief", "laag-doenvermogen"]


# --- nothing that no source gives -----------------------------------------------------------


def test_no_category_is_given() -> None:
    assert KOT["uitkomst"] == []
    assert not any("categorieen" in item for item in KOT["conclusies"])


def test_no_limit_of_the_approach_is_given() -> None:
    approach = KOT["aanpak"]
    assert approach["geen_beperkingen"] == "geen van de geraadpleegde bronnen noemt beperkingen"
    assert not {"beperkingen", "periode"} & set(approach)


def test_dates_are_those_of_the_sources() -> None:
    dates = {text for _, text in leaves(KOT) if re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", text)}
    assert dates == {"2021-01-01", "2024-03-12", "2025-11-06", "2020-11-03", "2023-06"}


def test_numbers_in_running_text_are_those_of_the_sources() -> None:
    named = re.compile(r"(?<![\w.])\d[\d.]*\d|(?<![\w.])\d")
    running = {"tekst", "samenvatting", "publiekssamenvatting", "inleiding", "waardering", "slot"}
    running |= {"antwoord", "toelichting", "omschrijving", "aanbieding", "motivering", "doel"}
    found = {
        number for key, text in leaves(KOT) if key in running for number in named.findall(text)
    }
    sections = {"1", "2"}
    assert found <= sections | {
        "170",
        "4.000",
        "5.000",
        "2021",
        "2022",
        "2023",
        "2022/23",
        "23",
        "3642",
    }
    assert {"170", "4.000", "5.000", "2021"} <= found


def test_disagreement_between_sources_is_kept() -> None:
    (conflict,) = KOT["conflicten"]
    assert {item["bron"]: item["waarde"] for item in conflict["waarden"]} == {
        "kamerbrief": "januari 2022",
        "vng-smi": "1 januari 2023",
        "belastingdienst": "vanaf 2023",
    }
    assert [item["datum"] for item in KOT["regeling"]["inwerkingtreding"]] == ["2021-01-01"]


@pytest.mark.parametrize("toets_id", ["2024-kot-wlz", "2025-minimumuurloon"])
@pytest.mark.parametrize("background", ["BWBR", "mnre", "Arbeidsinspectie", "ECLI"])
def test_unchecked_background_is_not_published(toets_id: str, background: str) -> None:
    assert background not in text_of(toets_id)


@pytest.mark.parametrize(
    "mistake", [r"Schrijvende", r"\bKOR\b", r"Invoeringtoets", r"goed te laten", r"\btwee oudergez"]
)
def test_typing_errors_of_the_sources_are_not_copied(mistake: str) -> None:
    assert not re.search(mistake, text_of("2024-kot-wlz"), re.IGNORECASE)


# --- questions and research -----------------------------------------------------------------


def test_every_central_question_has_an_answer_or_a_reason() -> None:
    assert list(KOT["centrale_vragen"]) == ["1A", "1B", "1C", "2A", "2B", "2C"]
    unanswered = [k for k, item in KOT["centrale_vragen"].items() if "niet_beantwoord" in item]
    assert unanswered == ["2A"]


def test_central_question_lists_the_findings_that_answer_it() -> None:
    for key, item in KOT["centrale_vragen"].items():
        findings = {
            f["id"] for f in KOT["bevindingen"] if f["vraag"] == key and "deel_van" not in f
        }
        assert set(item.get("bevindingen", [])) == findings, key


def test_letter_asked_two_questions_of_its_own() -> None:
    assert [item["id"] for item in KOT["aanleiding"]["onderzoeksvragen"]] == ["V1", "V2"]
    assert all(item["antwoord"] for item in KOT["aanleiding"]["onderzoeksvragen"])


def test_who_did_what() -> None:
    roles = {item["id"]: item["rol"] for item in KOT["organisaties"]}
    assert roles == {
        "szw": ["beleid"],
        "dienst-toeslagen": ["uitvoering", "uitvoerder_toets"],
        "kcpeg": ["extern_onderzoek"],
        "dijksterhuis-van-baaren": ["extern_onderzoek"],
    }


def test_bill_and_research_are_sources() -> None:
    sources = by_id("bronnen")
    assert sources["wetsvoorstel"]["dossier"] == "35598"
    assert sources["onderzoek"]["datum"] == "2023-06"
    assert sources["presentatie"]["datum"] == "2025-11-06"


def test_summary_is_short() -> None:
    assert len(KOT["samenvatting"].split()) <= 150


# --- own words ------------------------------------------------------------------------------


@pytest.mark.parametrize("toets", [KOT, WAGE], ids=["kot", "wage"])
def test_no_sentence_is_copied(toets: dict[str, Any]) -> None:
    found = {(key, run) for key, text in leaves(toets) if key not in TITLES for run in copied(text)}
    assert found == set()


def test_a_copied_sentence_would_be_seen() -> None:
    question = (
        "Hoe pakt de regeling uit voor de mensen, organisaties of bedrijven voor wie de regeling "
        "is bedoeld?"
    )
    assert copied(question)
    assert copied(f"Wij vroegen: {question.upper()}")
    assert not copied("Dit zijn negen woorden die in geen enkele bron staan.")


# --- the index record -----------------------------------------------------------------------


def test_wage_record_says_where_to_find_the_letter() -> None:
    assert (WAGE["status"], WAGE["volledigheid"]) == ("aangeboden", "indexrecord")
    assert WAGE["regeling"]["citeertitel"] == "Wet invoering minimumuurloon"
    assert WAGE["regeling"]["inwerkingtreding"][0]["datum"] == "2024-01-01"
    (sending,) = WAGE["brief"]["verzendingen"]
    assert sending == {
        "kamer": "tk",
        "datum": "2025-05-07",
        "dossiers": [{"nummer": "35335"}],
        "ondernummer": "24",
        "document": "2025D20248",
    }
    assert WAGE["brief"]["betreft"] == WAGE["bronnen"][0]["titel"]


def test_wage_record_holds_nothing_that_was_not_read() -> None:
    assert set(WAGE) == {
        "schemaversie",
        "id",
        "soort",
        "status",
        "volledigheid",
        "titel",
        "korte_titel",
        "regeling",
        "bronnen",
        "brief",
        "publicatie",
    }
    assert set(WAGE["brief"]) <= {
        "datum",
        "betreft",
        "tekst",
        "origineel",
        "verzendingen",
        "moties_en_toezeggingen",
    }


# --- the check ------------------------------------------------------------------------------


@pytest.mark.parametrize("toets_id", ["2024-kot-wlz", "2025-minimumuurloon"])
def test_check_finds_nothing(toets_id: str) -> None:
    checked = pipeline.check(Source(f"{toets_id}.yaml", text_of(toets_id)), Schemas())
    assert checked.value is not None
    assert checked.diagnostics == ()
