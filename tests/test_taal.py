"""Hints on the language of the summaries: where they speak, and where they stay silent."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoeringstoets import assets, pipeline
from invoeringstoets.diagnostic import Severity
from invoeringstoets.model import Regeling, Toets, ValueLists, Waarde
from invoeringstoets.rules import RULES, Words
from invoeringstoets.rules.sentences import Piece, is_passive, readable, sentences, words
from invoeringstoets.schema import Schemas
from invoeringstoets.source import Source
from taal_zinnen import ACTIVE, HARD, PASSIVE, SHORT, SPLIT

LANGUAGE = [rule for rule in RULES if rule.code.startswith("T74")]
TOETS = Toets("1", "2026-x", "invoeringstoets", "concept", "Titel", Regeling("Wet"))
WORDS = Words(
    ValueLists(
        {
            "begrippen": {"wlz": Waarde("wlz", "Wet langdurige zorg", "Wlz")},
            "organisaties": {"duo": Waarde("duo", "Dienst Uitvoering Onderwijs", "DUO")},
        }
    )
)


def said(text: str, field: str = "samenvatting", **changes: str) -> list[tuple[str, str]]:
    """The code of each hint with the part of the text that it points at."""
    toets = replace(TOETS, **{field: text}, **changes)
    findings = [finding for rule in LANGUAGE for finding in rule(toets, WORDS)]
    assert all(f.severity is Severity.HINT for f in findings)
    assert all(str(f.route) == field for f in findings)
    return [(f.code, text[slice(*f.within)]) for f in findings if f.within]


def split(text: str) -> list[str]:
    return [piece.text for piece in sentences(text)]


@pytest.mark.parametrize(("field", "most"), [("samenvatting", 35), ("publiekssamenvatting", 20)])
def test_a_sentence_has_a_limit_by_field(field: str, most: int) -> None:
    at_most = "Kort. " + " ".join(["Woord"] * most) + "."
    assert said(at_most, field) == []
    longer = " ".join(["Woord"] * (most + 1)) + "."
    assert said(f"Kort. {longer} Kort.", field) == [("T740", longer)]


def test_other_texts_and_other_languages_are_not_read() -> None:
    assert said("Derhalve RVZO.", taal="fy") == []
    assert said("Derhalve RVZO.", "korte_titel") == []


def test_sentences_end_where_a_reader_pauses() -> None:
    assert split("Een. Twee! Drie? ‘Vier’ vijf.") == ["Een.", "Twee!", "Drie?", "‘Vier’ vijf."]
    assert split("Zie nr. 12 en art. 3. De heer J. Jansen belt.") == [
        "Zie nr. 12 en art. 3.",
        "De heer J. Jansen belt.",
    ]
    assert split("Alinea\n\nTwee\n- een\n- twee\ngaat door") == [
        "Alinea",
        "Twee",
        "- een",
        "- twee\ngaat door",
    ]
    assert split("Het kost € 1.000 p.p. per jaar.") == ["Het kost € 1.000 p.p. per jaar."]
    assert split("  ") == []


@given(st.text(st.sampled_from("aAé1 .!?\n-*_[]()’")))
def test_sentences_keep_their_place_and_every_letter(text: str) -> None:
    pieces = list(sentences(text))
    assert all(text[slice(*piece.within)] == piece.text for piece in pieces)
    assert all(a.end <= b.start for a, b in pairwise(pieces))
    kept = "".join(piece.text for piece in pieces)
    assert re.findall(r"[^\W_]", kept) == re.findall(r"[^\W_]", text)


@given(st.text(st.sampled_from("a]()[<>*_#\n-^:/ ")))
def test_markup_is_blanked_out_in_place(text: str) -> None:
    blank = readable(text)
    assert len(blank) == len(text)
    assert all(b in {a, " "} for a, b in zip(text, blank, strict=True))


def test_compounds_are_one_word() -> None:
    found = words(Piece("De Wlz-indicatie, foto’s en 1.000 ouders.", 5))
    assert found == [
        "De",
        "Wlz-indicatie",
        "foto’s",
        "en",
        "1.000",
        "ouders",
    ]


@pytest.mark.parametrize(
    ("sentence", "passive"),
    [
        ("Er wordt gekeken naar de regeling.", True),
        ("De gegevens werden door DUO gecontroleerd.", True),
        ("Het bedrag is uitbetaald.", False),
        ("Het gebied wordt groter.", False),
        ("Ouders worden bekend met de gegevens.", False),
        ("De minister heeft gekeken.", False),
        ("De aanvraag werd afgewezen en aangepast.", True),
    ],
)
def test_the_passive_is_known_by_its_form(sentence: str, *, passive: bool) -> None:
    assert is_passive(Piece(sentence, 0)) is passive


def test_a_chain_of_passives_is_said_once() -> None:
    one = "De aanvraag wordt beoordeeld."
    assert said(one) == []
    assert said(f"{one} DUO betaalt. {one}") == []
    assert said(f"{one} {one} {one}") == [("T741", one)]


@pytest.mark.parametrize(
    "text",
    [
        "De Wlz is een wet.",
        "Een Wlz-indicatie.",
        "DUO doet dat.",
        "De Regeling zorg op school (RVZ) werkt. De RVZ is nieuw.",
        "De RVZ (Regeling zorg op school) werkt.",
        "In de EU en hoofdstuk XV. Is dat zo? Elk jaar. Als het kan. Drs. Jansen.",
        "[brief](https://voorbeeld.nl/RVZ)",
    ],
)
def test_an_abbreviation_that_can_be_looked_up_is_fine(text: str) -> None:
    assert said(text) == []


def test_an_abbreviation_is_said_once_for_each_text() -> None:
    assert said("De RVZ en de AMvB. De RVZ, de Wfz.") == [
        ("T742", "RVZ"),
        ("T742", "AMvB"),
        ("T742", "Wfz"),
    ]
    assert said("RVZ (2)") == [("T742", "RVZ")]
    assert said("DUO doet dat.", "publiekssamenvatting") == [("T742", "DUO")]


def test_hard_words_are_found_in_every_form() -> None:
    assert said("Thans geldt dat. Het is geïmplementeerd\nmet  betrekking\ntot ouders.") == [
        ("T743", "Thans"),
        ("T743", "geïmplementeerd"),
        ("T743", "met  betrekking\ntot"),
    ]
    assert said("De thansen en conformiteit.") == []


def test_the_list_of_words_is_sound() -> None:
    entries = json.loads(assets.text("schema/taal/woorden.json"))["woorden"]
    names = [entry["woord"] for entry in entries]
    assert names == sorted(set(names))
    forms = [form for e in entries for form in (e["woord"], *e.get("vormen", ()))]
    assert len(forms) == len(set(forms))
    better = {word for entry in entries for word in re.split(r" of | en |, ", entry["beter"])}
    assert not better & set(forms)
    assert all(form == form.lower() for form in forms)


# --- many sentences -------------------------------------------------------------------------

MARKED = re.compile(r"\[(.*?)\]")


def test_the_table_is_large() -> None:
    assert len({*PASSIVE, *ACTIVE, *SPLIT, *SHORT, *HARD}) > 230


@pytest.mark.parametrize("sentence", PASSIVE)
def test_a_passive_sentence_is_known(sentence: str) -> None:
    assert is_passive(Piece(sentence, 0))


@pytest.mark.parametrize("sentence", ACTIVE)
def test_an_active_sentence_is_not_taken_for_passive(sentence: str) -> None:
    assert not is_passive(Piece(sentence, 0))


@pytest.mark.parametrize("text", SPLIT)
def test_a_text_is_split_in_its_sentences(text: str) -> None:
    wanted = text.split("|")
    assert split(" ".join(wanted)) == wanted


@pytest.mark.parametrize(
    ("code", "text"), [*(("T742", t) for t in SHORT), *(("T743", t) for t in HARD)]
)
def test_exactly_the_marked_words_are_hinted_at(code: str, text: str) -> None:
    bare = MARKED.sub(r"\1", text)
    assert [part for found, part in said(bare) if found == code] == MARKED.findall(text)


# --- places inside a text, as the file has it ---------------------------------------------------

HEAD = """\
schemaversie: "1"
id: 2026-x
soort: invoeringstoets
status: in_uitvoering
titel: Titel
regeling: {citeertitel: Wet}
"""
SCHEMAS = Schemas()

SHAPES = {
    "plain": "samenvatting: Het is zo. Derhalve\n  stopt het.\n",
    "plain later line": "samenvatting: Het is\n  zo. Derhalve stopt het.\n",
    "folded": "samenvatting: >\n  Het is zo.\n  Derhalve stopt het.\n",
    "folded stripped": "samenvatting: >-\n    Het is\n    zo. Derhalve stopt het.\n",
    "folded with a paragraph": "samenvatting: >-\n  Een.\n\n\n  Twee\n  is zo. Derhalve.\n",
    "folded with a list": "samenvatting: >-\n  Een:\n\n    - twee\n    - Derhalve\n\n  Drie.\n",
    "literal": "samenvatting: |\n  Het is zo.\n  Derhalve stopt het.\n",
    "literal with a comment": "samenvatting: |+ # uitleg\n  Het is.\n\n  Nu. Derhalve zo.\n\n",
    "indentation indicator": "samenvatting: |2\n    ingesprongen\n  Nu. Derhalve stopt het.\n",
    "folded indicator": "samenvatting: >2-\n    ingesprongen\n  Nu. Derhalve stopt het.\n",
    "single quotes": "samenvatting: 'Dat is ''zo''. Derhalve\n\n  stopt het.'\n",
    "single quotes later": "samenvatting: 'Dat is ''zo''\n\n  of niet. Derhalve stopt.'\n",
    "double quotes": 'samenvatting: "Dat\\tis \\"zo\\". Derhalve stopt."\n',
    "double quotes escaped break": 'samenvatting: "Het \\\n  is. Derhalve \\u00e9\\\n  zo."\n',
    "double quotes later": 'samenvatting: "Dat \\u20ac is\n  zo. Derhalve stopt."\n',
    "letters beyond ASCII": "samenvatting: >-\n  Cliënt é\u0301n € 😀.\n  Café Derhalve stopt.\n",
    "CRLF": "samenvatting: >-\r\n  Het is zo.\r\n  Derhalve stopt het.\r\n",
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
@pytest.mark.parametrize("end", ["", "taal: nl\n"])
def test_a_hint_points_at_the_very_word_in_the_file(shape: str, end: str) -> None:
    text = HEAD + shape + end
    found = pipeline.check(Source("2026-x.yaml", text), SCHEMAS).diagnostics
    spans = [d.span for d in found if d.code == "T743"]
    lines = text.splitlines()
    assert len(spans) == 1
    assert spans[0].start.line == spans[0].end.line
    line = lines[spans[0].start.line - 1]
    assert line[spans[0].start.column - 1 : spans[0].end.column - 1] == "Derhalve"


def test_a_hint_on_words_over_two_lines_runs_from_the_first_to_the_last() -> None:
    text = HEAD + "samenvatting: >-\n  Het gaat over kosten met\n  betrekking tot ouders.\n"
    found = pipeline.check(Source("2026-x.yaml", text), SCHEMAS).diagnostics
    span = next(d.span for d in found if d.code == "T743")
    assert (span.start.line, span.start.column) == (8, 24)
    assert (span.end.line, span.end.column) == (9, 17)
