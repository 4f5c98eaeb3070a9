from __future__ import annotations

from dataclasses import replace

import pytest

from invoeringstoets.model import (
    Aanname,
    Actie,
    Conclusie,
    Grondslag,
    Kerncijfer,
    Library,
    Organisatie,
    Regeling,
    Termijn,
    Toets,
    Verwachting,
    Voorwaarde,
)
from invoeringstoets.model.datums import bounds
from invoeringstoets.pages import comparison, conclusions, paging
from invoeringstoets.pages.fields import field_title, parts
from invoeringstoets.pages.page import Surroundings
from invoeringstoets.pages.registers import PAGES as REGISTERS
from invoeringstoets.pages.toets import pages as toets_pages
from invoeringstoets.pages.view import View, toets_path
from invoeringstoets.reports.charts import steps
from site_library import DAY, library, toets

ACTIONS = REGISTERS[1]
"""The pages of the register of actions."""

BARE = Toets(
    schemaversie="1",
    id="2025-proef",
    soort="invoeringstoets",
    status="concept",
    titel="Proef",
    regeling=Regeling("Wet op de proef"),
)


def _compare(left: Kerncijfer, right: Kerncijfer) -> comparison.Compared:
    aanname = Aanname(
        "N1", "Zoveel", "voorbereiding", "wijkt_af", Verwachting(None, ("K1",)),
        Verwachting(None, ("K2",)),
    )  # fmt: skip
    one = replace(BARE, kerncijfers=(left, right), aannames=(aanname,))
    return comparison.compared(View(Library(), "toetsen/x.html", one), one)[0]


def test_bars_share_one_scale_from_zero() -> None:
    made = _compare(
        Kerncijfer("K1", "gebruik", 400, eenheid="ouders"),
        Kerncijfer("K2", "gebruik", 100, eenheid="ouders"),
    )
    assert (made.expected.bar, made.found.bar, made.remark) == (1.0, 0.25, "")


@pytest.mark.parametrize(
    ("quantity", "unit"), [("doelgroep", "ouders"), ("gebruik", "kinderen"), ("gebruik", None)]
)
def test_different_quantities_get_words_and_no_bars(quantity: str, unit: str | None) -> None:
    made = _compare(
        Kerncijfer("K1", quantity, 4000, eenheid=unit),
        Kerncijfer("K2", "gebruik", 170, eenheid="ouders"),
    )
    assert (made.expected.bar, made.found.bar) == (None, None)
    assert "verschillende grootheden" in made.remark


@pytest.mark.parametrize(("left", "right"), [(0, 0), (-1, 3), ("onbekend", 3), (None, 3)])
def test_what_cannot_be_drawn_gets_no_bar(left: int | str | None, right: int) -> None:
    made = _compare(Kerncijfer("K1", "gebruik", left), Kerncijfer("K2", "gebruik", right))
    assert (made.expected.bar, made.found.bar, made.remark) == (None, None, "")


def test_kot_figures_stand_side_by_side_without_bars() -> None:
    one = toets("2024-kot-wlz")
    made = comparison.compared(View(library(), toets_path(one), one), one)[0]
    assert made.expected.bar is None
    assert "niet door elkaar te delen" in made.remark


def test_bars_are_of_the_two_figures_that_are_alike() -> None:
    one = toets("2025-stagevergoeding-mbo")
    made = comparison.compared(View(library(), toets_path(one), one), one)[0]
    assert made.found.bar == 1.0
    assert made.expected.bar == pytest.approx(96000 / 96500)
    drawn = {k.id: (k.grootheid, k.waarde) for k in one.kerncijfers}
    assert drawn[made.expected.drawn] == ("gebruik", 96000)
    assert drawn[made.found.drawn] == ("gebruik", 96500)
    assert made.remark == ""


def test_assumption_without_sides_is_empty() -> None:
    one = replace(BARE, aannames=(Aanname("N1", "Iets", "voorbereiding", "deels"),))
    made = comparison.compared(View(Library(), "x.html", one), one)[0]
    assert (made.expected, made.found) == (comparison.Side("", ()), comparison.Side("", ()))


def test_risks_of_both_tables_meet_on_their_row() -> None:
    rows = comparison.risk_rows(toets("2026-kamerbewoning"))
    assert any(row.before and row.own for row in rows)
    assert len({row.id for row in rows}) == len(rows)
    assert comparison.risk_rows(BARE) == ()


def test_kot_months_are_counted_from_the_entry_into_force() -> None:
    said = {step.title: step.after for step in steps(toets("2024-kot-wlz"), DAY)}
    assert said["Kamerbrief"] == "38\u00a0maanden na de inwerkingtreding"
    assert said["Onderzoek voor de toets verschenen"] == "29\u00a0maanden na de inwerkingtreding"
    assert said["Inwerkingtreding"] == ""


def test_steps_are_in_order_of_time_and_dated() -> None:
    for one in library().toetsen:
        dates = [step.date for step in steps(one, DAY)]
        assert dates == sorted(dates, key=lambda day: bounds(day) or ())
        assert "onbekend" not in dates


def test_action_is_shown_once_and_referred_to_after() -> None:
    groups = conclusions.by_voice(toets("2024-kot-wlz"))
    assert [group.voice for group in groups] == ["brief", "presentatie"]
    shown = {row[0].id: (row[1], row[2]) for row in groups[0].rows}
    assert shown["C2"] == (("A2a", "A2b"), ())
    assert shown["C4"] == ((), ("A2b",))
    assert conclusions.loose_actions(toets("2024-kot-wlz")) == ("A4",)


def test_short_list_leaves_out_what_an_earlier_voice_concluded_too() -> None:
    drawn = (
        Conclusie("C1", "brief", "a", komt_overeen_met=("P2",)),
        Conclusie("P1", "presentatie", "b", komt_overeen_met=("C1",)),
        Conclusie("P2", "presentatie", "c"),
        Conclusie("P3", "presentatie", "d", komt_overeen_met=("P2",)),
    )
    groups = conclusions.by_voice(replace(BARE, conclusies=drawn))
    assert [[row[0].id for row in group.brief] for group in groups] == [["C1"], ["P3"]]


def test_voices_are_never_mixed() -> None:
    drawn = (Conclusie("P1", "presentatie", "a"), Conclusie("C1", "brief", "b"))
    one = replace(
        BARE,
        conclusies=drawn,
        acties=(Actie("A1", "doen", aard="eenmalig", grondslag=(Grondslag("conclusie", "P1"),)),),
    )
    groups = conclusions.by_voice(one)
    assert [(group.voice, [row[0].id for row in group.rows]) for group in groups] == [
        ("brief", ["C1"]),
        ("presentatie", ["P1"]),
    ]


def _register(status: str, termijn: Termijn | None) -> str:
    actie = Actie(
        "A1", "Iets doen", aard="eenmalig", grondslag=(Grondslag("breder"),), termijn=termijn
    )
    one = replace(BARE, acties=(replace(actie, status=status),))
    shown = Library((one,), reference_date="2026-06-01")
    return next(iter(ACTIONS(Surroundings(shown)))).html


def test_late_is_said_only_of_a_dated_term_that_has_passed() -> None:
    label = ">Te laat op 1 juni 2026<"
    assert label in _register("lopend", Termijn(datum="2026-05-31"))
    assert label not in _register("lopend", Termijn(datum="2026-06"))
    assert label not in _register("lopend", Termijn(omschrijving="begin 2020"))
    assert label not in _register("lopend", None)
    assert label not in _register("afgerond", Termijn(datum="2020-01-01"))
    assert "1\u00a0juni\u00a02026" in _register("lopend", None)


def test_long_list_is_split_in_linked_pages() -> None:
    made = list(paging.split(tuple(range(250)), "acties/index.html"))
    assert [len(part.rows) for part in made] == [100, 100, 50]
    assert made[1].path == "acties/pagina-2.html"
    assert (made[0].suffix, made[1].suffix) == ("", ", pagina 2")
    assert made[0].crumbs("Acties") == ()
    assert made[2].crumbs("Acties")[0].path == "acties/index.html"
    assert [part.path for part in paging.split((), "a/index.html")] == ["a/index.html"]


def test_long_list_leads_to_some_of_its_parts_and_a_short_one_to_all() -> None:
    short = list(paging.split(tuple(range(15)), "a/index.html", rows=1))[7]
    assert [number for number, _ in short.near] == list(range(1, 16))
    long = list(paging.split(tuple(range(34)), "a/index.html", rows=1))
    assert [number for number, _ in long[0].near] == [1, 2, 3, 10, 20, 30, 34]
    assert [number for number, _ in long[14].near] == [1, 10, 13, 14, 15, 16, 17, 20, 30, 34]
    assert [number for number, _ in long[33].near] == [1, 10, 20, 30, 32, 33, 34]
    assert long[14].near[2] == (13, "a/pagina-13.html")


def test_register_of_many_actions_has_more_pages() -> None:
    actie = Actie("A1", "Iets doen", aard="eenmalig", grondslag=(Grondslag("breder"),))
    many = tuple(replace(actie, id=f"A{n}") for n in range(150))
    made = list(ACTIONS(Surroundings(Library((replace(BARE, acties=many),)))))
    assert [one.path for one in made] == ["acties/index.html", "acties/pagina-2.html"]
    assert 'href="pagina-2.html"' in made[0].html
    assert made[1].title == "Acties, pagina 2"


def test_view_links_from_where_the_page_is() -> None:
    deep = View(Library(), "toetsen/a.html")
    assert deep.link("toetsen/b.html#c") == "b.html#c"
    assert deep.link("index.html") == "../index.html"
    assert View(Library(), "index.html").link("toetsen/b.html") == "toetsen/b.html"


def test_view_tells_absent_from_unknown() -> None:
    view = View(Library(), "x.html", BARE)
    assert view.date(None) == "nog niet ingevuld"
    assert view.date("onbekend") == "onbekend"
    assert view.word(None) == "nog niet ingevuld"
    assert (View(Library(), "x.html").ministries, View(Library(), "x.html").executors) == ((), ())
    assert View(Library(), "x.html").sources(("a",)) == ()


def test_ministry_is_the_one_responsible_for_policy() -> None:
    one = toets("2024-kot-wlz")
    view = View(library(), toets_path(one), one)
    assert (view.ministries, view.executors) == (("szw",), ("dienst-toeslagen",))
    other = replace(BARE, organisaties=(Organisatie("x", ("beleid",)),))
    assert View(Library(), "x.html", other).ministries == ("x",)


def test_field_titles_follow_the_schema() -> None:
    schema = {
        "properties": {"a": {"title": "Deel", "$ref": "#/$defs/A"}, "c": {"title": "C"}},
        "$defs": {"A": {"title": "A", "properties": {"b": {"title": "Binnen", "enum": ["x"]}}}},
    }
    assert field_title(schema, "a.b") == "Deel: binnen"
    assert field_title(schema, "a[0].q") == "Deel: q"
    assert field_title({}, "iets") == "iets"
    assert [part.name for part in parts(schema)] == ["toets", "A"]
    assert parts(schema)[0].fields[0].target == "A"


def test_conditions_stand_under_whom_they_let_in_or_keep_out() -> None:
    inside, outside = Voorwaarde("Wie werkt.", "binnen"), Voorwaarde("Wie alleen woont.", "buiten")
    one = replace(BARE, regeling=Regeling("Wet", voorwaarden=(outside, inside)))
    page = next(toets_pages(Surroundings(Library((one,))))).html
    order = ["Wie onder de regeling valt", "Wie werkt.", "Wie erbuiten valt", "Wie alleen woont."]
    places = [page.index(words) for words in order]
    assert places == sorted(places)
