"""The rules on one toets: listed, explained, and silent where there is nothing to say.

That each rule speaks where it should is in ``cases/invalid``, one file or more for each.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass, replace
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from invoeringstoets import structure, syntax
from invoeringstoets.diagnostic import Manual, Severity
from invoeringstoets.library import LIBRARY_RULES, LibraryRule
from invoeringstoets.library import MANUALS as LIBRARY_MANUALS
from invoeringstoets.model import (
    Aanname,
    Actie,
    Beslisnota,
    Bevinding,
    Bron,
    Conclusie,
    Grondslag,
    Kerncijfer,
    Organisatie,
    Regeling,
    Toets,
    ValueLists,
    Verwachting,
    Waarde,
)
from invoeringstoets.model.brief import Afstemming, Brief
from invoeringstoets.route import ROOT
from invoeringstoets.rules import MANUALS, RULES, Rule, Words, check
from invoeringstoets.rules.identiteit import LISTS_WITH_IDS
from invoeringstoets.rules.opmaak import OPMAAK, TITLES
from invoeringstoets.rules.organisaties import ORGANISATIE_FIELDS
from invoeringstoets.rules.places import NOUNS, path, subject, suggestion, values
from invoeringstoets.rules.resting import RESTS_ON
from invoeringstoets.rules.rule import manual
from invoeringstoets.rules.verwijzingen import GRONDSLAG, REFERENCES, references
from invoeringstoets.schema import basis, shipped_value_lists
from invoeringstoets.source import Source
from surroundings import examples

CASES = Path(__file__).parent / "cases"
WORDS = Words(ValueLists({"organisaties": {"szw": Waarde("szw", "Ministerie van SZW")}}))
TOETS = Toets(
    schemaversie="1",
    id="2026-huisbatterij",
    soort="invoeringstoets",
    status="concept",
    titel="Titel",
    regeling=Regeling("Regeling huisbatterijen"),
    organisaties=(Organisatie("szw", ("beleid",)),),
)
B1 = Bevinding("b1", "toets", "1A", "Titel", aard="knelpunt")
C1 = Conclusie("c1", "brief", "Titel", bevindingen=("b1",))
A1 = Actie("a1", "Doen.", aard="eenmalig", grondslag=(Grondslag("conclusie", "c1"),))


def codes(words: Words = WORDS, **changes: Any) -> list[str]:
    """The codes of all that is found in a sound toets with these changes."""
    return [finding.code for finding in check(replace(TOETS, **changes), words)]


# --- the list -------------------------------------------------------------------------------


def test_codes_are_unique_and_in_order() -> None:
    listed = [rule.code for rule in (*RULES, *LIBRARY_RULES)]
    assert listed == sorted(set(listed))
    assert all(rule.code[:2] in {f"T{n}" for n in range(2, 9)} for rule in RULES)


@pytest.mark.parametrize("rule", [*RULES, *LIBRARY_RULES], ids=lambda rule: rule.code)
def test_every_rule_has_a_case_and_a_manual(rule: Rule | LibraryRule) -> None:
    assert list(CASES.glob(f"*/{rule.code}-*")), f"no case in {CASES} for {rule.code}"
    page = (MANUALS | LIBRARY_MANUALS)[rule.code]
    assert (page.code, page.slug, page.severity) == (
        rule.code,
        rule.function.__name__,
        rule.severity,
    )
    assert all((page.title, page.what, page.why))
    assert page.wrong != page.right
    for example in (page.wrong, page.right):
        assert isinstance(yaml.load(example, yaml.BaseLoader), dict)  # noqa: S506 - only text


def completed(kind: Any, data: Any) -> Any:
    """Data of an example with what it leaves out and the model wants."""
    if get_origin(kind) is UnionType:
        kind = next((k for k in get_args(kind) if is_dataclass(k) or get_origin(k)), kind)
    if get_origin(kind) is tuple:
        return [completed(get_args(kind)[0], item) for item in data]
    if not is_dataclass(kind):
        return data
    hints = get_type_hints(kind)
    filled = {
        field.name: (
            {} if is_dataclass(hints[field.name]) else [] if "tuple" in str(field.type) else "x"
        )
        for field in fields(kind)
        if field.default is MISSING and field.default_factory is MISSING
    }
    return {name: completed(hints[name], value) for name, value in {**filled, **data}.items()}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_speaks_of_its_wrong_example_and_not_of_the_right_one(rule: Rule) -> None:
    def said(example: str) -> bool:
        tree = syntax.parse(Source("voorbeeld.yaml", example)).value
        assert tree is not None
        toets = structure.build(completed(Toets, tree.data))
        return any(rule(toets, Words(shipped_value_lists(), "2026-huurtoeslag")))

    if rule.code != "T705":  # the manual does not print 150 words
        assert said(MANUALS[rule.code].wrong)
    assert not said(MANUALS[rule.code].right)


def test_no_two_rules_have_the_same_name() -> None:
    names = [rule.function.__name__ for rule in (*RULES, *LIBRARY_RULES)]
    assert len(names) == len(set(names))


def test_a_manual_is_read_from_a_docstring() -> None:
    def regel() -> None:
        """Een titel.

        Wat: Een zin
        over twee regels.

        Waarom: Daarom.

        Fout:

            a:
              b: 1

        Goed:

            a: 2
        """

    assert manual(regel, code="T200", severity=Severity.HINT) == Manual(
        code="T200",
        slug="regel",
        title="Een titel",
        severity=Severity.HINT,
        what="Een zin over twee regels.",
        why="Daarom.",
        wrong="a:\n  b: 1\n",
        right="a: 2\n",
    )


def test_a_manual_without_a_section_is_our_mistake() -> None:
    def regel() -> None:
        """Een titel.

        Wat: Een zin.
        """

    with pytest.raises(KeyError, match="Waarom"):
        manual(regel, code="T200", severity=Severity.HINT)


# --- the tables against the schema ----------------------------------------------------------


def marked(node: Any, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Every pattern in the schema with the list it refers to (``x-verwijst``)."""
    while "$ref" in node:
        node = basis("1")["$defs"][node["$ref"].rpartition("/")[2]]
    if "x-verwijst" in node:
        yield prefix, node["x-verwijst"]
    if "items" in node:
        yield from marked(node["items"], f"{prefix}[]")
    for name, inner in node.get("properties", {}).items():
        if prefix == "centrale_vragen":
            yield from marked(inner, "centrale_vragen{}")
        else:
            yield from marked(inner, f"{prefix}.{name}" if prefix else name)


def test_the_table_of_references_is_that_of_the_schema() -> None:
    in_schema = set(marked(basis("1")))
    in_tables = {(p, name) for name, patterns in REFERENCES.items() for p in patterns}
    in_tables |= {(p, "organisaties") for p in ORGANISATIE_FIELDS}
    in_tables |= {
        ("acties[].grondslag[].ref", "conclusies|bevindingen|aanbevelingen|bronnen"),
        ("verwante_toetsen[]", "toetsen"),
    }
    assert in_tables == in_schema


def called(node: Any, kind: str, prefix: str = "") -> Iterator[str]:
    """The names on the way to every field that the schema calls this kind of text (``x-tekst``)."""
    while "$ref" in node:
        node = basis("1")["$defs"][node["$ref"].rpartition("/")[2]]
    if node.get("x-tekst") == kind:
        yield prefix
    if "items" in node:
        yield from called(node["items"], kind, prefix)
    for name, inner in node.get("properties", {}).items():
        yield from called(inner, kind, f"{prefix}.{name}" if prefix else name)


def test_the_fields_with_markup_are_those_of_the_schema() -> None:
    assert set(called(basis("1"), "opmaak")) == OPMAAK
    lines = set(called(basis("1"), "regel"))
    assert {pattern.replace("[]", "") for pattern in TITLES} <= lines


def test_of_every_rule_is_said_what_it_rests_on() -> None:
    assert list(RESTS_ON) == [rule.code for rule in RULES]


def test_every_list_that_is_referred_to_has_ids_and_a_noun() -> None:
    assert set(NOUNS) == set(LISTS_WITH_IDS)
    assert set(REFERENCES) | set(GRONDSLAG.values()) <= set(LISTS_WITH_IDS)
    grounds = basis("1")["$defs"]["grondslagsoort"]["enum"]
    assert set(GRONDSLAG) == set(grounds)


# --- silence --------------------------------------------------------------------------------


def test_a_sound_toets_gives_nothing() -> None:
    assert codes() == []
    assert codes(bevindingen=(B1,), conclusies=(C1,), acties=(A1,)) == []


def test_without_a_file_there_is_no_file_name() -> None:
    assert codes(Words(WORDS.value_lists, "2025-x")) == ["T201"]
    assert codes(Words(WORDS.value_lists, TOETS.id)) == []


def test_a_conclusion_on_nothing_is_a_hint_until_it_is_decided() -> None:
    loose = replace(C1, bevindingen=())
    for status, severity in (
        ("concept", Severity.HINT),
        ("vastgesteld", Severity.FOUT),
        ("aangeboden", Severity.FOUT),
    ):
        toets = replace(TOETS, status=status, conclusies=(loose,), acties=(A1,))
        found = list(check(toets, WORDS))
        assert [(f.code, f.severity) for f in found] == [("T502", severity)]


def test_bottlenecks_wait_for_conclusions_and_survive_a_cycle() -> None:
    assert codes(bevindingen=(B1,)) == []
    turning = (
        replace(B1, deel_van="b2"),
        replace(B1, id="b2", deel_van="b1", aard=None, titel="Anders"),
    )
    assert codes(bevindingen=turning, conclusies=(replace(C1, bevindingen=("b2",)),)) == [
        "T303",
        "T303",
    ]


def test_a_record_may_have_sources_that_nothing_refers_to() -> None:
    bronnen = (Bron("brief", "kamerstuk", "Brief"),)
    assert codes(bronnen=bronnen) == ["T306"]
    assert codes(bronnen=bronnen, volledigheid="indexrecord") == []


def test_an_action_serves_both_of_two_corresponding_conclusions() -> None:
    twin = replace(C1, id="c2", stem="toets")
    for first, second in (
        (replace(C1, komt_overeen_met=("c2",)), twin),
        (C1, replace(twin, komt_overeen_met=("c1",))),
    ):
        changes = {"bevindingen": (B1,), "conclusies": (first, second), "acties": (A1,)}
        assert codes(status="aangeboden", **changes) == []
    assert codes(status="aangeboden", bevindingen=(B1,), conclusies=(C1, twin), acties=(A1,)) == [
        "T602"
    ]
    assert codes(status="vastgesteld", bevindingen=(B1,), conclusies=(C1,)) == []


@pytest.mark.parametrize(
    ("expected", "practice", "hinted"),
    [
        (Verwachting(kerncijfers=("k1",)), Verwachting(kerncijfers=("k2",)), True),
        (Verwachting(kerncijfers=("k1",)), Verwachting(kerncijfers=("k3",)), False),
        (Verwachting("Hoogstens 4.000.", ("k1",)), Verwachting(kerncijfers=("k2",)), False),
        (Verwachting(kerncijfers=("k1",)), Verwachting("Gebruik.", ("k2",)), False),
        (Verwachting(kerncijfers=("k1",)), None, False),
        (None, Verwachting(kerncijfers=("k2",)), False),
        (Verwachting(kerncijfers=("k1",)), Verwachting("In woorden."), False),
    ],
)
def test_unequal_figures_need_words(
    expected: Verwachting | None,
    practice: Verwachting | None,
    hinted: bool,  # noqa: FBT001 - a column of the table
) -> None:
    figures = (
        Kerncijfer("k1", "doelgroep", 4000, eenheid="ouders"),
        Kerncijfer("k2", "gebruik", 170, eenheid="ouders"),
        Kerncijfer("k3", "doelgroep", 3000, "na telling", eenheid="ouders"),
    )
    aanname = Aanname("n1", "Tekst", "voorbereiding", "niet_vast_te_stellen", expected, practice)
    assert codes(kerncijfers=figures, aannames=(aanname,)) == ["T801"] * hinted


def test_what_is_no_count_of_people_is_not_small() -> None:
    for figure in (
        Kerncijfer("k1", "gebruik", "onbekend"),
        Kerncijfer("k1", "gebruik", 3.5, eenheid="aanvragen"),
        Kerncijfer("k1", "gebruik"),
        Kerncijfer("k1", "gebruik", 3, eenheid="Procent"),
    ):
        assert codes(kerncijfers=(figure,)) == []
    assert codes(kerncijfers=(Kerncijfer("k1", "gebruik", 9, eenheid="gezinnen"),)) == ["T802"]


def test_a_number_without_a_kamer_may_have_either_form() -> None:
    for number in ("12", "AG"):
        bron = Bron("b", "kamerstuk", "Brief", dossier="36999", ondernummer=number)
        used = (Kerncijfer("k1", "gebruik", 170, eenheid="ouders", bron="b"),)
        assert codes(bronnen=(bron,), kerncijfers=used) == []


def test_the_internal_note_names_known_organisations_too() -> None:
    note = Beslisnota("Akkoord", afstemming=(Afstemming("szw"), Afstemming("fin")))
    assert codes(beslisnota=note) == ["T302"]


def test_an_unknown_owner_is_one_finding() -> None:
    grounds = (Grondslag("breder", toelichting="x"),)
    assert codes(acties=(replace(A1, grondslag=grounds, eigenaar="nergens"),)) == ["T302"]


def test_footnote_marks_are_read_in_conclusions_and_actions_too() -> None:
    brief = Brief(slot="Slot.")
    assert codes(
        brief=brief,
        bevindingen=(B1,),
        conclusies=(replace(C1, tekst="Zie.[^x]"),),
        acties=(replace(A1, tekst="Doen.[^y]"),),
    ) == ["T304", "T304"]


# --- a toets with holes -------------------------------------------------------------------------

WHOLE = yaml.load(  # only text, as every scalar may be
    (CASES.parent.parent / "toetsen" / "2025-stagevergoeding-mbo.yaml").read_text(encoding="utf-8"),
    yaml.BaseLoader,  # noqa: S506
)


def places_of(data: Any, *above: Any) -> Iterator[tuple[Any, ...]]:
    """The steps to every value inside data."""
    steps = data.items() if isinstance(data, dict) else enumerate(data)
    for step, inner in steps if isinstance(data, dict | list) else ():
        yield (*above, step)
        yield from places_of(inner, *above, step)


@given(
    st.lists(st.sampled_from(list(places_of(WHOLE))), min_size=1, max_size=12),
    st.sampled_from(["", "?", "2026-13-45", [], {}, None, [{}], 3, -1.5, True]),
)
@settings(max_examples=examples(80))
def test_no_rule_raises_where_parts_are_missing_or_of_another_kind(
    holes: list[tuple[Any, ...]], instead: Any
) -> None:
    data = copy.deepcopy(WHOLE)
    for *above, last in holes:
        try:
            owner = data
            for step in above:
                owner = owner[step]
            owner[last] = instead
        except (KeyError, IndexError, TypeError):
            continue  # an earlier hole swallowed it
    for finding in check(structure.build_rough(data), WORDS):
        assert finding.message


# --- places ---------------------------------------------------------------------------------


def test_values_pass_over_what_is_not_filled_in() -> None:
    assert list(values(TOETS, "aanpak.periode.van")) == []
    assert list(values(TOETS, "organisaties[].rol[]")) == [
        (ROOT / "organisaties" / 0 / "rol" / 0, "beleid")
    ]


def test_a_ground_is_a_reference_by_its_kind() -> None:
    grounds = (Grondslag("toezegging", "debat"), Grondslag("breder", toelichting="x"))
    toets = replace(TOETS, acties=(replace(A1, grondslag=grounds),))
    route = ROOT / "acties" / 0 / "grondslag" / 0 / "ref"
    assert list(references(toets)) == [(route, "bronnen", "debat")]


def test_a_place_is_called_by_its_id_or_else_by_its_names() -> None:
    toets = replace(TOETS, acties=(A1,))
    assert subject(toets, ROOT / "acties" / 0 / "grondslag" / 0 / "ref") == "actie ‘a1’"
    assert subject(toets, ROOT / "acties" / 7 / "eigenaar") == "‘acties’"
    assert subject(toets, ROOT / "centrale_vragen" / "1A" / "bevindingen" / 0) == (
        "‘centrale_vragen.1A’"
    )
    assert path(ROOT / "aanpak" / "methoden" / 0 / "bron") == "aanpak.methoden.bron"


def test_a_suggestion_is_the_nearest_or_what_there_is() -> None:
    assert suggestion("aanvraagg", ("b1", "aanvraag")) == "bedoelde u ‘aanvraag’?"
    assert suggestion("x", ()) == ""
    assert suggestion("x", ("b1", "b2", "b1")) == "bekend: b1, b2"
    assert suggestion("x", [f"b{n}" for n in range(10)]).endswith("b7 …")
