"""What is repaired, what is left alone, and that the rest of a text stays as it is."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from invoeringstoets import outputs, pipeline, repair
from invoeringstoets.diagnostic import Diagnostic, Edit, Fix
from invoeringstoets.explain.meant import iso_date, whole_number
from invoeringstoets.explain.similar import sole
from invoeringstoets.outputs import Context
from invoeringstoets.repair import repaired
from invoeringstoets.repair.applying import applied, compatible
from invoeringstoets.schema import Schemas
from invoeringstoets.source import Position, Source, Span

SCHEMAS = Schemas()
START = """\
schemaversie: 1
id: 2026-proef
soort: invoeringstoets
status: gepland
"""
TITLE = "titel: Invoeringstoets Proefwet\n"
REST = """\
regeling:
  citeertitel: Proefwet
fictief: true
"""
DATED = START + TITLE + REST + "peildatum: {}  # de dag\n"


def mend(text: str) -> str:
    """A text after repair, which may not be repaired any further."""
    done = repaired(Source("2026-proef.yaml", text), SCHEMAS).source
    again = repaired(done, SCHEMAS)
    assert again.source == done
    assert again.applied == ()
    return done.text


def reasons(text: str) -> list[tuple[str, str]]:
    """Code and reason of all that is proposed in vain; the text stays as it is."""
    result = repaired(Source("2026-proef.yaml", text), SCHEMAS)
    assert result.source.text == text
    return [(one.diagnostic.code, one.reason) for one in result.refused]


def actions(steps: str) -> str:
    """A toets with one action and these steps under ``opvolging``."""
    return f"""{START}{TITLE}{REST}acties:
  - id: A1
    tekst: Het formulier wordt korter.
    aard: besluit
    eigenaar: szw
    grondslag:
      - {{soort: breder, toelichting: Een gesprek met gemeenten.}}
    opvolging:
{steps}"""


# --- keys, values, references ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("  citertitel: Proefwet  # zo\n", "  citeertitel: Proefwet  # zo\n"),
        ('  "citertitel":   Proefwet\n', '  "citeertitel":   Proefwet\n'),
        ("  'Citeertitel': Proefwet\n", "  'citeertitel': Proefwet\n"),
        (
            "  citeertitel: Proefwet\n  soort: wett # x\n",
            "  citeertitel: Proefwet\n  soort: wet # x\n",
        ),
    ],
)
def test_a_misspelt_key_or_choice_becomes_what_was_meant(wrong: str, right: str) -> None:
    text = START + TITLE + REST
    assert mend(text.replace("  citeertitel: Proefwet\n", wrong)) == text.replace(
        "  citeertitel: Proefwet\n", right
    )


def test_a_quoted_choice_keeps_its_quotes() -> None:
    text = START + TITLE + REST
    for quote in "'\"":
        wrong = text.replace("gepland", f"{quote}geplandt{quote}")
        assert mend(wrong) == text.replace("gepland", f"{quote}gepland{quote}")


def test_a_misspelt_key_in_a_misspelt_key_is_repaired_too() -> None:
    text = START + TITLE + REST
    assert mend(text.replace("regeling", "regelng").replace("citeert", "citert")) == text


def test_a_key_that_hides_something_else_wrong_is_left_to_the_author() -> None:
    text = (START + TITLE + REST).replace("regeling:\n", "regelng:\n").replace("citeertitel", "x")
    ((code, reason),) = reasons(text)
    assert code == "T102"
    assert reason.startswith(repair.NEW_FINDING.format(""))


def test_one_reference_that_is_near_is_filled_in_and_a_digit_is_never_changed() -> None:
    near = START + TITLE + REST + "bronnen:\n  - {id: rapport, soort: rapport, titel: Onderzoek}\n"
    near += "  - {id: bijlage2, soort: rapport, titel: Meer}\n"
    near += "signalen:\n  - {id: S1, herkomst: uitvoering, omschrijving: Traag, bron: %s}\n"
    assert mend(near % "raport") == near % "rapport"
    digits = pipeline.check(Source("x.yaml", near % "bijlage3"), SCHEMAS).diagnostics
    assert [d.fixes for d in digits if d.code == "T301"] == [()]


def test_ids_are_never_changed() -> None:
    text = (START + TITLE + REST).replace("id: 2026-proef", "id: ' 2026-proef '")
    assert reasons(text) == []


@pytest.mark.parametrize(
    ("word", "candidates", "meant"),
    [
        ("titl", ["titel", "tekst"], "titel"),
        ("tietl", ["titel"], "titel"),
        ("Korte-Titel", ["korte_titel"], "korte_titel"),
        ("vna", ["van", "aan"], None),
        ("bron", ["brom", "bronk"], None),
        ("rapport1", ["rapport2"], None),
        ("samenvating_publik", ["samenvatting_publiek"], "samenvatting_publiek"),
        ("rvoo", ["rvo"], None),
        ("geheel anders", ["titel"], None),
        ("titel", [], None),
    ],
)
def test_only_one_candidate_within_a_slip_or_two_will_do(
    word: str, candidates: list[str], meant: str | None
) -> None:
    assert sole(word, candidates) == meant
    assert sole(word, reversed(candidates)) == meant


# --- dates and numbers ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("12-3-2024", "2024-03-12"),
        ("3-12-2024", "2024-12-03"),
        ("12.03.2024", "2024-03-12"),
        ("12 maart 2024", "2024-03-12"),
        ("1 mrt. 2024", "2024-03-01"),
        ("Maart 2024", "2024-03"),
        ("2024-3-1", "2024-03-01"),
        ("2024/03/01", "2024-03-01"),
        ("2024-3", "2024-03"),
        ("3-2024", "2024-03"),
        ("20240312", "2024-03-12"),
        ("13/03/2024", "2024-03-13"),
        ("03/03/2024", "2024-03-03"),
        ("12/03/2024", None),
        ("03/13/2024", None),
        ("31-2-2024", None),
        ("12-3-24", None),
        ("12 march 2024", None),
        ("voorjaar 2024", None),
        ("0000-01-01", None),
        ("2024-13-01", None),
    ],
)
def test_a_date_is_read_in_dutch_or_not_at_all(written: str, date: str | None) -> None:
    assert iso_date(written) == date
    wrong = DATED.format(written)
    assert mend(wrong) == (DATED.format(date) if date else wrong)


def test_a_number_loses_its_points_only_at_the_thousands() -> None:
    assert [whole_number(t) for t in ("4.000", "-1.234.567", "4.00", "4000", "x")] == [
        4000, -1234567, None, None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("fictief: true", "fictief: true"),
        ("fictief: ja", "fictief: true"),
        ("fictief: 'Yes' # x", "fictief: true # x"),
        ("fictief: nee", "fictief: false"),
    ],
)
def test_yes_and_no_become_true_and_false(wrong: str, right: str) -> None:
    text = START + TITLE + REST
    assert mend(text.replace("fictief: true", wrong)) == text.replace("fictief: true", right)


def test_a_number_that_should_be_text_is_quoted_as_it_stands() -> None:
    assert mend(START + "titel: 3.50 # x\n" + REST) == START + "titel: '3.50' # x\n" + REST


# --- what is no YAML ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("titel: Toets: de wet", "titel: 'Toets: de wet'"),
        ("titel: Toets: de wet  # let op", "titel: 'Toets: de wet'  # let op"),
        ("titel: Foto's: de wet", 'titel: "Foto\'s: de wet"'),
        ('titel: Foto\'s: "de" wet', "titel: 'Foto''s: \"de\" wet'"),
        ("titel: @minister", "titel: '@minister'"),
        ('titel: "Toets', 'titel: "Toets"'),
        ("titel: 'Toets", "titel: 'Toets'"),
        ("titel: 's Avonds open", 'titel: "\'s Avonds open"'),
        ("titel: 'Foto's van de wet'", 'titel: "Foto\'s van de wet"'),
        ('titel: "Toets" de wet', "titel: '\"Toets\" de wet'"),
        ("titel:Toets", "titel: Toets"),
        ("titel:\u00a0Toets", "titel: Toets"),
    ],
)
def test_quotes_and_spaces_that_are_certain_are_put_in(wrong: str, right: str) -> None:
    assert mend(f"{START}{wrong}\n{REST}") == f"{START}{right}\n{REST}"


@pytest.mark.parametrize(
    "wrong",
    [
        "titel: 'A' en 'B'",
        'titel: "een "twee" drie"',
        'titel: "Toets # de wet',
        'titel: "C:\\x',
        "titel: 'een 'twee' drie # vier'",
        "vorige_ids: [2023-proef, , 2022-proef]",
        "titel: 'Toets\n  gaat verder",
        "titel: Toets: de wet\n    gaat verder",
        "titel: &a Toets",
        "{titel: Toets: de wet}",
    ],
)
def test_what_can_mean_two_things_is_left_to_the_author(wrong: str) -> None:
    text = f"{START}{wrong}\n{REST}"
    assert mend(text) == text


@pytest.mark.parametrize("tabs", ["\t", "  \t", "\t\t"])
def test_tabs_become_the_spaces_that_a_level_has(tabs: str) -> None:
    text = START + TITLE + REST
    wrong = text.replace("  citeertitel", f"{tabs}citeertitel")
    done = mend(wrong)
    assert "\t" not in done
    assert pipeline.check(Source("2026-proef.yaml", done), SCHEMAS).value is not None
    if tabs != "\t\t":
        assert done == text


def test_all_tabs_of_a_text_go_at_once() -> None:
    steps = "      - datum: 2025\n        tekst: Een.\n      - datum: 2026\n        tekst: Twee.\n"
    text = actions(steps)
    end = text.index("acties:")
    assert mend(text[:end] + text[end:].replace("  ", "\t")) == text


def test_several_slips_in_an_unreadable_text_are_repaired_together() -> None:
    text = f"{START}titel: 'Toets: een'\nkorte_titel: 'Toets: twee'\n{REST}"
    wrong = text.replace("'", "").replace("citeert", "citert")
    assert mend(wrong) == text


def test_a_text_that_stays_unreadable_stays_as_it_is() -> None:
    text = f"{START}titel: Toets: een\nkorte_titel: &a x\nvorige_ids: [a\n{REST}"
    assert reasons(text) == [("T007", repair.NO_YAML)]


def test_the_marks_of_a_word_processor_become_dashes() -> None:
    steps = "      - {datum: 2025, tekst: Een.}\n      - {datum: 2026, tekst: Twee.}\n"
    assert mend(actions(steps.replace("- ", "• "))) == actions(steps)


def test_the_same_line_twice_is_one_too_many() -> None:
    text = START + TITLE + REST
    assert mend(text.replace(TITLE, TITLE + "# erbij\n" + TITLE)) == text.replace(
        TITLE, TITLE + "# erbij\n"
    )


@pytest.mark.parametrize(
    "twice",
    [
        "titel: Iets anders\n",
        "regeling:\n  citeertitel: Proefwet\n",
    ],
)
def test_two_lines_that_differ_or_hold_more_are_left_alone(twice: str) -> None:
    text = START + TITLE + REST + twice
    assert mend(text) == text


def test_a_line_elsewhere_does_not_make_a_duplicate() -> None:
    text = START + TITLE + "brief:\n  onderwerp: A\nregeling:\n  onderwerp: B\n  onderwerp: A\n"
    assert "  onderwerp: B\n  onderwerp: A\n" in mend(text)


# --- order ----------------------------------------------------------------------------------


def test_steps_are_put_in_order_with_their_comments_and_layout() -> None:
    late = "      # van de Kamer\n      - datum: 2026-02\n        tekst: |\n          Twee.\n\n"
    early = "      -   datum: 2025 # vroeg\n          tekst: Een.\n          # nog iets\n"
    last = "      - {datum: 2026-03, tekst: Drie.}"
    first, header = "      - {datum: 2024, tekst: Nul.}\n", "      # de stappen\n"
    assert mend(actions(header + first + late + early + last)) == actions(
        header + first + early + late + last
    )
    assert mend(actions(last + "\n" + early)) == actions(early + last + "\n")
    assert mend(actions(last + "\n" + first.rstrip("\n"))) == actions(first + last)


def test_steps_between_brackets_stay_where_they_are() -> None:
    text = actions("      [{datum: 2026, tekst: Een.}, {datum: 2025, tekst: Twee.}]\n")
    assert mend(text) == text


# --- the whole ------------------------------------------------------------------------------


def test_line_ends_blank_lines_and_comments_stay_byte_for_byte() -> None:
    text = "# kop\r\n\r\n" + DATED.format("2024-03-12").replace("\n", "   \r\n") + "# slot"
    wrong = text.replace("2024-03-12", "12-3-2024").replace("citeertitel", "citertitel")
    assert mend(wrong) == text


def test_a_sound_text_is_not_touched() -> None:
    source = Source("2026-proef.yaml", START + TITLE + REST)
    result = repaired(source, SCHEMAS)
    assert (result.source, result.applied, result.refused) == (source, (), ())


def test_what_does_not_count_is_not_repaired() -> None:
    source = Source("x.yaml", DATED.format("12-3-2024").replace("citeert", "citert"))
    result = repaired(
        source,
        SCHEMAS,
        counts=lambda _, found, **_sound: [d for d in found if d.code == "T107"],
    )
    assert [(one.line, one.code, one.description) for one in result.applied] == [
        (9, "T107", "12-3-2024 → 2024-03-12")
    ]


def test_of_edits_that_overlap_the_first_counts_and_the_rest_comes_later() -> None:
    source = Source("x.yaml", "een twee\n")
    line = Span(Position(1, 1), Position(1, 4))
    result = applied(source, [Fix("", (Edit(line, "drie"),))])
    assert (result.source.text, result.lines, result.end) == ("drie twee\n", frozenset({1}), 4)


def test_sarif_and_json_offer_the_same_fixes_that_repair_applies() -> None:
    source = Source("🙂.yaml", DATED.format("12-3-2024").replace("Proefwet", "'🙂'", 1))
    said = tuple(d for d in pipeline.check(source, SCHEMAS).diagnostics if d.code == "T107")
    context = Context(names=(source.name,))
    ((entry,),) = [json.loads(outputs.OUTPUTS["json"](said, 1, context=context))["bevindingen"]]
    ((change,),) = [entry["herstel"][0]["wijzigingen"]]
    assert change == {
        "regel": 9, "kolom": 12, "eindregel": 9, "eindkolom": 21, "tekst": "2024-03-12",
    }  # fmt: skip
    (run,) = json.loads(outputs.OUTPUTS["sarif"](said, 1, context=context))["runs"]
    ((fix,),) = [run["results"][0]["fixes"]]
    ((replacement,),) = [fix["artifactChanges"][0]["replacements"]]
    assert (
        replacement["deletedRegion"]
        == run["results"][0]["locations"][0]["physicalLocation"]["region"]
    )
    assert replacement["insertedContent"] == {"text": "2024-03-12"}


@pytest.mark.parametrize(("line", "column", "offset"), [(1, 1, 0), (2, 2, 4), (2, 9, 5), (7, 1, 5)])
def test_an_offset_never_lies_past_the_end(line: int, column: int, offset: int) -> None:
    assert Source("x", "ab\ncd").offset(Position(line, column)) == offset


def test_what_stood_in_the_way_of_a_repair_is_repaired_first() -> None:
    text = START + TITLE + REST
    wrong = text.replace(TITLE, TITLE + TITLE).replace("  citeert", "\tciteert")
    assert mend(wrong) == text


def test_keys_that_were_misspelt_inside_each_other_are_told_one_by_one() -> None:
    text = (START + TITLE + REST).replace("regeling", "regelng").replace("citeert", "citert")
    result = repaired(Source("2026-proef.yaml", text), SCHEMAS)
    assert [(one.line, one.description) for one in result.applied] == [
        (6, "regelng → regeling"),
        (7, "citertitel → citeertitel"),
    ]


def test_a_tab_in_a_text_is_text_and_one_too_many_goes() -> None:
    text = START + TITLE + REST + "korte_titel: |\n  Een\n  \t- twee\n"
    assert mend(text) == text
    wrong = START + TITLE + "regeling:\n  \tciteertitel: Proefwet\n" + "fictief: true\n"
    result = repaired(Source("2026-proef.yaml", wrong), SCHEMAS)
    assert [one.description for one in result.applied] == ["tab → niets"]


def test_a_value_over_more_lines_is_never_replaced() -> None:
    text = DATED.format("|\n  12 maart 2024")
    assert [
        one.fixes
        for one in pipeline.check(Source("x.yaml", text), SCHEMAS).diagnostics
        if (one.code == "T107")
    ] == [()]
    assert mend(text) == text


def test_two_fixes_of_one_place_are_not_applied_together() -> None:
    source = Source("x.yaml", "een twee\n")
    first, second = (
        Diagnostic(
            "x.yaml", span, "T102", "x", source=source, fixes=(Fix("", (Edit(span, "drie"),)),)
        )
        for span in (
            Span(Position(1, 1), Position(1, 6)),
            Span(Position(1, 5), Position(1, 9)),
        )
    )
    choice = replace(second, fixes=second.fixes * 2)
    assert list(compatible(source, [choice, first, second])) == [first]
