"""What holds for every report of every toets."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from invoeringstoets.document import Letterhead, Notice
from invoeringstoets.model import Beslisnota, Brief, Bron, Publicatie, Toets
from invoeringstoets.reports import OVERVIEWS, REPORTS
from report_cases import (
    TOETSEN,
    anchors,
    dump,
    fixed,
    levels,
    library,
    minimal,
    shipped,
    targets,
    texts,
)
from surroundings import examples

GOLDEN = Path(__file__).parent / "golden" / "reports"
CASES = [(name, kind) for name in shipped() for kind in REPORTS]
GOLDEN_CASES = [(name, kind) for name in fixed() for kind in REPORTS]
EVERY_STATUS = ("toegezegd", "gepland", "in_uitvoering", "concept", "vastgesteld", "aangeboden")


def labels(notices: tuple[Notice, ...]) -> list[str]:
    return [notice.label for notice in notices]


@settings(max_examples=examples(60), suppress_health_check=list(HealthCheck))
@given(TOETSEN, st.sampled_from(("openbaar", "intern")), st.sampled_from(sorted(REPORTS)))
def test_a_report_of_any_toets_is_well_formed(toets: Toets, output: str, kind: str) -> None:
    words = library(toets, internal=output == "intern")
    document = REPORTS[kind].build(toets, words)
    found = levels(document)
    assert all(level <= before + 1 for before, level in zip([0, *found], found, strict=False))
    assert targets(document) <= set(anchors(document))
    assert isinstance(REPORTS[kind].unavailable(toets, words), str | None)


@pytest.mark.parametrize(("name", "kind"), CASES)
def test_shipped_toetsen_give_sound_documents(name: str, kind: str) -> None:
    toets = shipped()[name]
    document = REPORTS[kind].build(toets, library(*shipped().values()))
    assert len(anchors(document)) == len(set(anchors(document)))
    assert targets(document) <= set(anchors(document))
    assert "None" not in texts(document)
    assert "_" not in texts(document)
    assert not any(sign in texts(document) for sign in ("%", "procent"))


@pytest.mark.parametrize(("name", "kind"), GOLDEN_CASES)
def test_golden(name: str, kind: str) -> None:
    toets = fixed()[name]
    words = library(*fixed().values())
    if REPORTS[kind].unavailable(toets, words):
        assert not (GOLDEN / f"{name}-{kind}.json").exists()
        return
    found = dump(REPORTS[kind].build(toets, words))
    path = GOLDEN / f"{name}-{kind}.json"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(found, encoding="utf-8", newline="\n")
    assert found == path.read_text(encoding="utf-8"), "if this is meant: UPDATE_GOLDEN=1 pytest"


def test_a_letter_is_what_begins_with_a_letterhead() -> None:
    words = library(*shipped().values(), internal=True)
    toets = shipped()["2025-stagevergoeding-mbo"]
    for report in REPORTS.values():
        front = report.build(toets, words).front
        assert isinstance(front, Letterhead) == report.letter, report.name
    for overview in OVERVIEWS.values():
        for variant in overview.variants(words, Brief()):
            assert isinstance(variant.document.front, Letterhead) == overview.letter


def test_golden_has_no_strays() -> None:
    known = {f"{name}-{kind}.json" for name, kind in GOLDEN_CASES}
    assert {path.name for path in GOLDEN.iterdir()} <= known


NOTA = Beslisnota(gevraagd_besluit="Instemmen met de brief.")


@pytest.mark.parametrize("kind", sorted(REPORTS))
def test_the_smallest_concept_renders_with_what_is_missing(kind: str) -> None:
    toets = minimal(beslisnota=NOTA)
    words = library(toets, internal=True)
    assert REPORTS[kind].unavailable(toets, words) is None
    document = REPORTS[kind].build(toets, words)
    assert "nog niet ingevuld" in texts(document).casefold()
    assert [label for label in labels(document.notices) if label != "Conceptweergave"] == [
        "Intern",
        "Concept",
        "Gedeeltelijk",
        "Geen officieel document",
    ]


@pytest.mark.parametrize("kind", sorted(REPORTS))
def test_names_agree(kind: str) -> None:
    assert REPORTS[kind].name == kind
    assert REPORTS[kind].title


CONCEPT = {"kamerbrief", "kamerstuk", "rapport", "samenvatting", "actielijst"}


@pytest.mark.parametrize(
    ("changes", "reports"),
    [
        ({"status": "toegezegd"}, set()),
        ({"status": "gepland"}, set()),
        ({"status": "in_uitvoering"}, set()),
        ({"status": "concept"}, CONCEPT),
        ({"status": "aangeboden", "volledigheid": "indexrecord"}, set()),
        ({"soort": "afweging", "status": "gepland"}, {"rapport"}),
        ({"soort": "afweging", "status": "vastgesteld"}, {"rapport"}),
        ({"soort": "quickscan"}, CONCEPT),
        ({"status": "vastgesteld"}, CONCEPT - {"actielijst"}),
    ],
)
def test_which_reports_the_data_allow(changes: dict[str, str], reports: set[str]) -> None:
    toets = minimal(**changes)
    reasons = {kind: report.unavailable(toets, library()) for kind, report in REPORTS.items()}
    assert {kind for kind, reason in reasons.items() if reason is None} == reports
    assert all(reason.endswith(".") for reason in reasons.values() if reason)


# --- notices ----------------------------------------------------------------------------------

OPEN = {"publicatie": Publicatie("openbaar", officieel=True), "volledigheid": "volledig"}


def notices_of(**changes: object) -> list[str]:
    toets = minimal(**{"status": "aangeboden", **OPEN, **changes})
    return labels(REPORTS["rapport"].build(toets, library(toets)).notices)


def test_an_official_complete_document_needs_no_notice() -> None:
    assert notices_of() == []


def test_each_notice_has_its_cause() -> None:
    assert notices_of(fictief=True) == ["Fictief", "Geen officieel document"]
    assert notices_of(volledigheid="gedeeltelijk") == ["Gedeeltelijk"]
    assert notices_of(volledigheid="indexrecord") == ["Indexrecord"]
    assert notices_of(publicatie=Publicatie("openbaar")) == ["Geen officieel document"]
    assert notices_of(brief=Brief(tekst="bewerking")) == ["Bewerking"]
    assert notices_of(status="vastgesteld") == ["Vastgesteld", "Geen officieel document"]
    hidden = Publicatie("intern", officieel=True)
    assert notices_of(publicatie=hidden) == ["Intern"]
    weighed = notices_of(soort="afweging", status="vastgesteld")
    assert weighed == ["Geen officieel document"]


def test_an_internal_output_says_so() -> None:
    toets = minimal(status="aangeboden", publicatie=Publicatie("openbaar"))
    document = REPORTS["kamerbrief"].build(toets, library(toets, internal=True))
    assert "Intern" in labels(document.notices)


@pytest.mark.parametrize("kind", sorted(REPORTS))
def test_an_adapted_text_leads_to_the_original(kind: str) -> None:
    address = "https://zoek.officielebekendmakingen.nl/kst-31322-523.html"
    toets = minimal(brief=Brief(tekst="bewerking", origineel=address))
    document = REPORTS[kind].build(toets, library(toets))
    assert "Bewerking" in labels(document.notices)
    if kind == "beslisnota":
        return  # holds no word of the letter
    assert address in dump(document).split('"blocks"')[1]
    cited = replace(
        toets,
        bronnen=(Bron("b", "kamerstuk", "Brief", dossier="31322", ondernummer="523", url=address),),
    )
    named = REPORTS[kind].build(cited, library(cited))
    first = texts(replace(named, blocks=named.blocks[:3])).replace("\u00a0", " ")
    assert "De authentieke tekst van de brief: " in first
    assert "Kamerstuk 31 322, nr. 523" in first


def test_an_invented_paper_has_no_official_address() -> None:
    for name, toets in shipped().items():
        if toets.fictief:
            for report in REPORTS.values():
                found = dump(report.build(toets, library(toets)))
                assert "kst-99" not in found, name


# --- nothing leaks ----------------------------------------------------------------------------


@pytest.mark.parametrize("kind", sorted(REPORTS))
def test_internal_sources_are_only_in_internal_output(kind: str) -> None:
    toets = minimal(bronnen=(Bron("b", "intern", "Geheim verslag"),))
    assert "Geheim" not in dump(REPORTS[kind].build(toets, library(toets)))
    inside = dump(REPORTS["rapport"].build(toets, library(toets, internal=True)))
    assert "Geheim" in inside


def test_a_beslisnota_is_in_no_other_report_and_in_no_public_one() -> None:
    for toets in shipped().values():
        nota = toets.beslisnota
        if nota and nota.gevraagd_besluit:
            for report in REPORTS.values():
                inside = texts(report.build(toets, library(toets, internal=True)))
                assert (nota.gevraagd_besluit in inside) == (report.name == "beslisnota")
                assert nota.gevraagd_besluit not in texts(report.build(toets, library(toets)))


@settings(max_examples=examples(30), suppress_health_check=list(HealthCheck))
@given(TOETSEN, st.sampled_from(sorted(REPORTS)))
def test_every_variant_of_any_toets_is_well_formed(toets: Toets, kind: str) -> None:
    words = library(toets, internal=True)
    variants = REPORTS[kind].variants(toets, words)
    assert len({variant.suffix for variant in variants}) == len(variants) >= 1
    assert variants[0].document == REPORTS[kind].build(toets, words)
    for variant in variants:
        found = levels(variant.document)
        assert all(level <= before + 1 for before, level in zip([0, *found], found, strict=False))
        assert targets(variant.document) <= set(anchors(variant.document))
