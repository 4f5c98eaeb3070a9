"""The page on accessibility says what its publisher said, and "onbekend" of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from invoeringstoets.pages.accessibility import CONFORMITY, page
from invoeringstoets.pages.page import Surroundings
from invoeringstoets.publisher import NOBODY, Conformity, Publisher, Statement, contact_url
from invoeringstoets.workspace import find_project
from invoeringstoets.workspace.accessibility import read_statement
from site_library import library

FULL = """
[toegankelijkheid]
status = "gedeeltelijk"
organisatie = "Dienst Voorbeeld"
contact = "toegankelijk@voorbeeld.nl"
onderzocht_op = 2026-03-01
onderzocht_door = "Bureau Voorbeeld"
methode = "WCAG-EM"
rapport = "https://voorbeeld.nl/rapport"
bijgewerkt_op = "2026-03-15"
uitzonderingen = ["De kaart is er niet in tekst."]
"""


def html(statement: Statement, publisher: Publisher = NOBODY) -> str:
    (one,) = page(Surroundings(library(), publisher=publisher, statement=statement))
    return one.html


def test_nothing_said_is_unknown_and_no_statement() -> None:
    said = html(Statement())
    assert said.count("<dd>Onbekend</dd>") == 6
    assert "Deze pagina is er zonder die gegevens geen." in said
    assert "voldoet" not in said


def test_settings_of_the_project_are_on_the_page(tmp_path: Path) -> None:
    (tmp_path / "toets.toml").write_text(FULL, encoding="utf-8")
    project = find_project(tmp_path)
    assert project.faults == ()
    said = html(project.statement)
    for text in (
        "Voldoet gedeeltelijk",
        "Dienst Voorbeeld",
        'href="mailto:toegankelijk@voorbeeld.nl"',
        "1\u00a0maart\u00a02026",
        "Bureau Voorbeeld",
        "WCAG-EM",
        'href="https://voorbeeld.nl/rapport"',
        "15\u00a0maart\u00a02026",
        "<li>De kaart is er niet in tekst.</li>",
    ):
        assert text in said
    assert "Onbekend" not in said


def test_publisher_stands_in_for_who_is_not_named() -> None:
    said = html(Statement(), Publisher(name="Ministerie X", contact="https://voorbeeld.nl/vraag"))
    assert "<dd>Ministerie X</dd>" in said
    assert 'href="https://voorbeeld.nl/vraag"' in said


def test_every_state_is_explained() -> None:
    assert set(CONFORMITY) == {*Conformity, None}
    assert len({html(Statement(conformity=one)) for one in CONFORMITY}) == len(CONFORMITY)


@pytest.mark.parametrize(
    ("given", "message", "advice"),
    [
        ("ja", "‘toegankelijkheid’ hoort een groep", "schrijf [toegankelijkheid]"),
        ({"status": "goed"}, "hoort een van volledig", 'status = "gedeeltelijk"'),
        ({"statuss": "volledig"}, "onbekende instelling ‘statuss’", "bedoelde u ‘status’?"),
        ({"xyz": "a"}, "onbekende instelling ‘xyz’", "kies uit: status"),
        ({"onderzocht_op": "vorig jaar"}, "hoort een datum", "2026-03-01"),
        ({"onderzocht_op": "20260301"}, "hoort een datum", "2026-03-01"),
        ({"contact": "javascript:alert(1)"}, "e-mailadres of een adres", "contact ="),
        ({"rapport": "javascript:alert(1)"}, "met https:// begint", "rapport ="),
        ({"organisatie": " "}, "hoort een naam", "organisatie ="),
        ({"methode": 3}, "hoort een tekst", "methode ="),
        ({"uitzonderingen": "een"}, "hoort een lijst van zinnen", "uitzonderingen = ["),
        ({"uitzonderingen": [""]}, "hoort een lijst van zinnen", "uitzonderingen = ["),
    ],
)
def test_wrong_setting_is_left_out_and_explained(given: object, message: str, advice: str) -> None:
    statement, (wrong,) = read_statement(given)
    assert statement == Statement()
    assert message in wrong.message
    assert advice in wrong.help


def test_contact_on_the_web_is_linked_as_it_is() -> None:
    assert contact_url("https://voorbeeld.nl") == "https://voorbeeld.nl"


def test_project_says_what_is_wrong_with_the_table(tmp_path: Path) -> None:
    (tmp_path / "toets.toml").write_text('[toegankelijkheid]\nstatus = "ja"\n', encoding="utf-8")
    (fault,) = find_project(tmp_path).faults
    assert fault.span.start.line == 2
    assert "gedeeltelijk" in fault.message
