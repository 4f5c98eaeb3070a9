"""The stages in order, and the one step from route to place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from invoeringstoets import pipeline
from invoeringstoets.diagnostic import Checked, Finding, Severity
from invoeringstoets.model import Toets
from invoeringstoets.route import ROOT
from invoeringstoets.rules import Remark, Rule, Words
from invoeringstoets.schema import Schemas
from invoeringstoets.source import Position, Source

TEXT = """\
schemaversie: 1
id: 2026-proef
soort: invoeringstoets
status: gepland
titel: Toets
regeling:
  citeertitel: Proefwet
"""
SCHEMAS = Schemas()


def check(text: str, name: str = "toetsen/2026-proef.yaml") -> Checked[Toets]:
    return pipeline.check(Source(name, text), SCHEMAS)


def title_is_toets(toets: Toets, words: Words) -> Iterator[Remark]:
    if toets.titel == "Toets":
        yield Remark(ROOT / "titel", f"titel in {words.file_stem}", "doe iets")
        yield Remark(ROOT / "titel", f"titel in {words.file_stem}", "doe iets")
        yield Remark(ROOT / "id", "eerder in de tekst", on_key=True)


def test_sound_text_becomes_a_toets_without_diagnostics() -> None:
    result = check(TEXT)
    assert result.diagnostics == ()
    assert result.value is not None
    assert result.value.id == "2026-proef"


def test_rules_get_the_words_and_their_findings_come_sorted_and_once() -> None:
    rule = Rule("T299", Severity.WAARSCHUWING, title_is_toets)
    result = pipeline.check(Source("toetsen/2026-proef.yaml", TEXT), SCHEMAS, rules=[rule])
    assert result.value is not None
    assert not result.failed
    first, second = result.diagnostics
    assert (first.message, first.span.start) == ("eerder in de tekst", Position(2, 1))
    assert (second.message, second.span.start) == ("titel in 2026-proef", Position(5, 8))
    assert (second.code, second.route, second.help) == ("T299", "titel", "doe iets")
    assert second.source is not None


def test_rules_run_in_the_same_run_on_what_is_sound_where_the_schema_refuses_a_part() -> None:
    text = TEXT.replace("titel: Toets", "titel: Toets\npeildatum: 2026-02-30") + "kleur: 1\n"
    result = check(text)
    assert result.value is None
    assert [d.code for d in result.diagnostics] == ["T401", "T102"]


def test_all_faults_of_syntax_and_schema_come_in_one_run() -> None:
    result = check(TEXT + "titel: Nog een\nkleur: groen\nstatus: concept\nfictief: ja\n")
    assert [d.code for d in result.diagnostics] == ["T020", "T102", "T020", "T105"]
    places = [d.span.start for d in result.diagnostics]
    assert all(one <= other for one, other in pairwise(places))


def test_an_unknown_version_is_the_only_thing_told_of_the_data() -> None:
    result = check(TEXT.replace("schemaversie: 1", "schemaversie: 9") + "kleur: groen\n")
    assert result.value is None
    assert [d.code for d in result.diagnostics] == ["T101"]


def test_broken_yaml_stops_the_road() -> None:
    result = check("a: [\n")
    assert result.value is None
    assert [d.code for d in result.diagnostics] == ["T009"]


def test_a_concept_is_a_toets_with_a_hint() -> None:
    organisaties = "organisaties:\n  - id: szw\n    rol: [opdrachtgever]\n"
    result = check(TEXT.replace("gepland", "concept") + organisaties)
    assert result.value is not None
    assert not result.failed
    assert [d.code for d in result.diagnostics] == ["T120"]


@pytest.mark.parametrize("name", ["toetsen/ander.yaml", "ander.yml"])
def test_the_name_of_the_file_reaches_the_rules(name: str) -> None:
    result = check(TEXT, name)
    assert [(d.code, d.name) for d in result.diagnostics] == [("T201", name)]


def test_findings_across_files_get_their_place_in_a_text() -> None:
    source = Source("x.yaml", TEXT)
    late = Finding("T902", ROOT / "titel", "later")
    early = Finding("T901", ROOT / "id", "dubbel", on_key=True)
    one, two = pipeline.diagnose_source(source, iter([late, early]))
    assert (one.code, one.span.start) == ("T901", Position(2, 1))
    assert (two.code, two.span.start) == ("T902", Position(5, 8))
    assert pipeline.diagnose_source(source, ()) == ()
    assert pipeline.diagnose_source(Source("x.yaml", "a: ["), [late]) == ()


def test_a_finding_within_a_text_points_at_that_part() -> None:
    def names_the_law(toets: Toets, words: Words) -> Iterator[Remark]:
        at = toets.titel.index("wet")
        yield Remark(ROOT / "titel", "een wet", within=(at, at + 3))

    text = TEXT.replace("titel: Toets", "titel: >-\n  Toets over\n  een wet hier")
    rule = Rule("T299", Severity.HINT, names_the_law)
    (found,) = pipeline.check(Source("2026-proef.yaml", text), SCHEMAS, rules=[rule]).diagnostics
    assert (found.span.start, found.span.end) == (Position(7, 7), Position(7, 10))
