"""Approved data become the model, field by field."""

from __future__ import annotations

from typing import Any

import pytest

from invoeringstoets import structure
from invoeringstoets.model import Antwoord, Inwerkingtreding, Kerncijfer, Regeling, Toets

DATA: dict[str, Any] = {
    "schemaversie": 1,
    "id": "2026-proef",
    "soort": "invoeringstoets",
    "status": "gepland",
    "titel": "Toets",
    "regeling": {"citeertitel": "Proefwet"},
}


def test_what_is_absent_gets_the_default_of_the_model() -> None:
    toets = structure.build(DATA)
    assert toets == Toets(
        schemaversie="1",
        id="2026-proef",
        soort="invoeringstoets",
        status="gepland",
        titel="Toets",
        regeling=Regeling("Proefwet"),
    )


def test_whole_numbers_become_text_where_the_model_has_text() -> None:
    data = {**DATA, "peildatum": 2024, "vorige_ids": [12, "a"]}
    data["regeling"] = {"citeertitel": "P", "inwerkingtreding": [{"datum": 2022}]}
    toets = structure.build(data)
    assert toets.peildatum == "2024"
    assert toets.vorige_ids == ("12", "a")
    assert toets.regeling.inwerkingtreding == (Inwerkingtreding("2022"),)


@pytest.mark.parametrize("waarde", [4000, 4.5, "onbekend"])
def test_numbers_stay_numbers_where_the_model_has_numbers(waarde: object) -> None:
    cijfer = {"id": "k1", "grootheid": "gebruik", "waarde": waarde}
    toets = structure.build({**DATA, "kerncijfers": [cijfer], "fictief": True})
    assert toets.kerncijfers == (Kerncijfer("k1", "gebruik", waarde),)  # type: ignore[arg-type]
    assert type(toets.kerncijfers[0].waarde) is type(waarde)
    assert toets.fictief is True


def test_mappings_hold_built_values_and_an_empty_list_differs_from_none() -> None:
    vragen = {"1A": {"antwoord": "Ja."}, "2C": {"niet_beantwoord": "Te vroeg."}}
    toets = structure.build({**DATA, "centrale_vragen": vragen, "uitkomst": []})
    assert toets.centrale_vragen == {
        "1A": Antwoord("Ja."),
        "2C": Antwoord(niet_beantwoord="Te vroeg."),
    }
    assert toets.uitkomst == ()
    assert structure.build(DATA).uitkomst is None
    hash(toets.regeling)


def test_what_the_schema_would_refuse_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        structure.build({**DATA, "kleur": "groen"})
