"""The reports over all toetsen: which toetsen count, what is said of them, and by whom."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from invoeringstoets.document import Document, Heading, Letterhead, Table
from invoeringstoets.model import (
    Aankondiging,
    Aanleiding,
    Actie,
    Afzender,
    Besluit,
    Bijlage,
    Brief,
    Categorie,
    Conclusie,
    Dossier,
    Grondslag,
    MotieOfToezegging,
    Ondertekenaar,
    Opvolging,
    Paragraaf,
    Publicatie,
    Termijn,
    Toets,
    Verzending,
    Voetnoot,
)
from invoeringstoets.notation import NBSP
from invoeringstoets.reports import OVERVIEWS
from report_cases import (
    TOETSEN,
    anchors,
    dump,
    fixed,
    levels,
    library,
    minimal,
    paragraphs,
    shipped,
    targets,
    texts,
)
from surroundings import examples

GOLDEN = Path(__file__).parent / "golden" / "overviews"
NOBODY = Brief()


def documents(kind: str, *toetsen: Toets, brief: Brief = NOBODY) -> dict[str, Document]:
    found = OVERVIEWS[kind].variants(library(*toetsen), brief)
    return {variant.suffix: variant.document for variant in found}


def only(kind: str, *toetsen: Toets, brief: Brief = NOBODY) -> str:
    return texts(documents(kind, *toetsen, brief=brief)[""])


def labels(document: Document) -> list[str]:
    return [notice.label for notice in document.notices]


def action(number: int, **changes: object) -> Actie:
    given: dict[str, object] = {"status": "lopend", "eigenaar": "szw", **changes}
    return Actie(f"A{number}", f"Ik doe ding {number}.", (Grondslag("breder"),), **given)


def offered(name: str, *acties: Actie, day: str = "2024-03-12", **changes: object) -> Toets:
    sent = Verzending("tk", day, dossiers=(Dossier("31322"),), ondernummer="523")
    given: dict[str, object] = {
        "id": f"{day[:4]}-{name}",
        "titel": f"Toets {name}",
        "status": "aangeboden",
        "acties": acties,
        "brief": Brief(datum=day, verzendingen=(sent,)),
        "publicatie": Publicatie("openbaar"),
        **changes,
    }
    return minimal(**given)


@settings(max_examples=examples(25), suppress_health_check=list(HealthCheck))
@given(st.lists(TOETSEN, max_size=3), st.sampled_from(sorted(OVERVIEWS)))
def test_an_overview_of_any_toetsen_is_well_formed(toetsen: Sequence[Toets], kind: str) -> None:
    own = [replace(toets, id=f"2025-t{number}") for number, toets in enumerate(toetsen)]
    reason = OVERVIEWS[kind].unavailable(library(*own), NOBODY)
    assert reason is None or reason.endswith(".")
    if reason:
        return
    found = OVERVIEWS[kind].variants(library(*own), NOBODY)
    assert len({variant.suffix for variant in found}) == len(found) >= 1
    for variant in found:
        seen = levels(variant.document)
        assert all(level <= before + 1 for before, level in zip([0, *seen], seen, strict=False))
        assert targets(variant.document) <= set(anchors(variant.document))


@pytest.mark.parametrize("kind", sorted(OVERVIEWS))
def test_golden(kind: str) -> None:
    for suffix, document in documents(kind, *fixed().values()).items():
        path = GOLDEN / f"{'-'.join(filter(None, (kind, suffix)))}.json"
        if os.environ.get("UPDATE_GOLDEN"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(dump(document), encoding="utf-8", newline="\n")
        assert dump(document) == path.read_text(encoding="utf-8"), "meant? UPDATE_GOLDEN=1 pytest"


def test_golden_has_no_strays() -> None:
    known = {
        f"{'-'.join(filter(None, (kind, suffix)))}.json"
        for kind in OVERVIEWS
        for suffix in documents(kind, *fixed().values())
    }
    assert {path.name for path in GOLDEN.iterdir()} == known


def test_names_agree() -> None:
    assert all(name == overview.name and overview.title for name, overview in OVERVIEWS.items())


def test_without_toetsen_the_reason_is_told() -> None:
    for overview in OVERVIEWS.values():
        assert (overview.unavailable(library(), NOBODY) or "").endswith(".")
    undated = minimal(status="gepland")
    assert OVERVIEWS["jaaroverzicht"].unavailable(library(undated), NOBODY)
    assert OVERVIEWS["actielijst"].unavailable(library(undated), NOBODY)
    assert OVERVIEWS["stand_van_zaken"].unavailable(library(undated), NOBODY) is None


def test_no_state_is_told_of_a_day_before_what_is_known() -> None:
    sent = offered("echt", day="2025-05-15")
    stand = OVERVIEWS["stand_van_zaken"]
    early = stand.unavailable(replace(library(sent), reference_date="2020-01-01"), NOBODY)
    assert early is not None
    assert "15 mei 2025" in early.replace(NBSP, " ")
    assert stand.unavailable(replace(library(sent), reference_date="2025-05-15"), NOBODY) is None


# --- invented among real ----------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["stand_van_zaken", "jaaroverzicht"])
def test_invented_toetsen_are_left_out_of_real_ones_and_that_is_said(kind: str) -> None:
    real = offered("echt", action(1))
    examples = [offered(f"verzonnen{n}", action(1), fictief=True) for n in range(2)]
    for document in documents(kind, real, *examples).values():
        assert "Toets echt" in texts(document)
        assert "verzonnen0" not in texts(document)
        assert "Fictief" not in labels(document)
        assert "2 verzonnen voorbeelden weggelaten" in texts(document).replace("zijn ", "")
    one = documents(kind, real, examples[0])
    assert all("is 1 verzonnen voorbeeld weggelaten" in texts(each) for each in one.values())


@pytest.mark.parametrize("kind", ["stand_van_zaken", "jaaroverzicht", "actielijst"])
def test_an_overview_of_invented_toetsen_alone_says_so(kind: str) -> None:
    for document in documents(kind, offered("verzonnen", action(1), fictief=True)).values():
        assert labels(document)[0] == "Fictief"
        assert "Toets verzonnen" in texts(document)


def test_the_list_of_actions_keeps_invented_ones_apart() -> None:
    text = only(
        "actielijst", offered("verzonnen", action(1), fictief=True), offered("echt", action(1))
    )
    assert text.index("Toets echt") < text.index("Verzonnen voorbeelden: acties die")
    assert text.index("Verzonnen voorbeelden: acties die") < text.index("Toets verzonnen")
    assert "Met voorbeelden" in text
    assert "Met voorbeelden" not in only("actielijst", offered("echt", action(1)))


def test_an_internal_overview_says_so() -> None:
    words = library(offered("echt", action(1)), internal=True)
    for overview in OVERVIEWS.values():
        assert all("Intern" in labels(v.document) for v in overview.variants(words, NOBODY))


# --- stand van zaken --------------------------------------------------------------------------


def test_the_letter_of_the_shipped_toetsen() -> None:
    text = only("stand_van_zaken", *shipped().values())
    assert "Het gaat om 2 toetsen, alle met de status ‘aangeboden’." in text
    assert "stand van zaken van de invoeringstoetsen op 22 november 2026." in text
    assert "Kamerstuk 31 322, nr. 523" in text
    assert "\nNiet opgenomen\n" in text
    assert "Alleen de vindplaats is vastgelegd van: Minimumuurloon." in text
    assert "zijn 5 acties vastgelegd, die voor zover bekend nog niet zijn afgerond." in text
    assert "Bij geen ervan noemt een bron een datum of kwartaal als termijn." in text
    assert "te laat" not in text
    assert "Concept" in text
    assert "Afzender: nog niet ingevuld" in text
    assert "Ondertekening: nog niet ingevuld." in text
    assert "fictief" not in text


def test_who_sends_it_stands_in_the_settings() -> None:
    brief = Brief(
        plaats="Den Haag",
        datum="2026-12-01",
        inleiding="Eigen inleiding.",
        slot="Eigen slot.",
        afzender=Afzender("szw"),
        ondertekenaars=(
            Ondertekenaar("minister van A", "A. Een"),
            Ondertekenaar("minister van B", "B"),
        ),
        verzendingen=(Verzending("tk"), Verzending("ek")),
    )
    found = documents("stand_van_zaken", offered("echt"), brief=brief)
    assert set(found) == {"tk", "ek"}
    text = texts(found["ek"])
    for words in (
        "Eerste Kamer der Staten-Generaal",
        "Met deze brief informeren wij uw Kamer",
        "Den Haag, 1 december 2026",
        "Ministerie van Sociale Zaken en Werkgelegenheid",
        "Eigen inleiding.",
        "Eigen slot.",
        "De Minister van A,",
        "gelijktijdig aangeboden aan de Tweede Kamer der Staten-Generaal",
    ):
        assert words in text
    assert "nog niet ingevuld" not in text


def test_all_that_its_sender_fills_in_is_shown_as_in_a_letter_about_a_toets() -> None:
    brief = Brief(
        aanbieding="Hierbij bied ik het overzicht aan.",
        waardering="Ik dank de uitvoerders.",
        paragrafen=(
            Paragraaf("1. Werkwijze", "Zo is het gegaan.[^v1]"),
            Paragraaf("Planning", "Dit volgt.", niveau=2),
        ),
        slot="Tot volgend jaar.",
        voetnoten=(Voetnoot("v1", "Met hulp."),),
        bijlagen=(
            Bijlage("1", "Lijst van toetsen", "rapport"),
            Bijlage("2", "Informatie over de invoeringstoets"),
        ),
        moties_en_toezeggingen=(MotieOfToezegging("motie", "motie-Y", "99901-5"),),
    )
    document = documents("stand_van_zaken", offered("echt", action(1)), brief=brief)[""]
    text = texts(document)
    order = [
        "Hierbij bied ik het overzicht aan.",
        "Met deze brief informeer ik uw Kamer",
        "Ik dank de uitvoerders.",
        "De tabel geeft de toetsen",
        "Werkwijze",
        "Zo is het gegaan.",
        "Planning",
        "Tot slot",
        "Met deze brief ga ik in op de volgende motie:",
        "Motie-Y (",
        "Tot volgend jaar.",
        "Ondertekening: nog niet ingevuld.",
        "Bijlage 1: \nLijst van toetsen",
        "Bijlage 2: \nInformatie over de invoeringstoets",
    ]
    assert [words for words in order if words not in text] == []
    assert [text.index(words) for words in order] == sorted(text.index(words) for words in order)
    front = document.front
    assert isinstance(front, Letterhead)
    assert [(r.label, r.lines) for r in front.references] == [("Bijlagen", ("2",))]
    assert targets(document) <= set(anchors(document))
    assert "in deze brief" not in text
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    numbers = [one.number for one in headings if one.level == 1 and one.number]
    assert numbers == [f"{n}." for n in range(1, len(numbers) + 1)]


def test_a_letter_tells_nothing_of_after_its_own_day() -> None:
    early = action(1, termijn=Termijn(datum="2026-10-01"))
    later = action(2, termijn=Termijn(datum="2026-11-10"))
    toets = offered("echt", early, later)
    sent = (Verzending("tk", "2026-11-01"), Verzending("ek", "2026-11-08"))
    for document in documents("stand_van_zaken", toets, brief=Brief(verzendingen=sent)).values():
        text = texts(document)
        assert "invoeringstoetsen op 1 november 2026." in text
        assert "Daarvan is er één te laat op 1 november 2026." in text
        assert "22 november" not in text
    ahead = only("stand_van_zaken", toets, brief=Brief(datum="2026-12-01"))
    assert "invoeringstoetsen op 22 november 2026." in ahead
    assert "Daarvan zijn er 2 te laat op 22 november 2026." in ahead
    before = OVERVIEWS["stand_van_zaken"].unavailable(library(toets), Brief(datum="2023-05-01"))
    assert "Op 1 mei 2023 (de datum van deze brief) was nog niet verzonden" in (
        (before or "").replace(NBSP, " ")
    )


def test_each_paper_stands_with_the_day_on_which_it_was_sent() -> None:
    sent = tuple(
        Verzending(kamer, day, dossiers=(Dossier("99901"),), ondernummer=number)
        for kamer, day, number in (
            ("tk", "2025-02-13", "41"),
            ("tk", "2025-02-13", "42"),
            ("ek", "2025-02-20", "F"),
        )
    )
    text = only("stand_van_zaken", offered("echt", brief=Brief(verzendingen=sent)))
    assert (
        "13 februari 2025\n, \nKamerstuk 99 901, nr. 41\n en \nKamerstuk 99 901, nr. 42\n; \n"
        "20 februari 2025\n, \nKamerstuk 99 901, F"
    ) in text
    dated = only("stand_van_zaken", offered("echt", brief=Brief(datum="2025-02-13")))
    assert "\n13 februari 2025\n" in dated
    assert "\nDatum onbekend\n" in only("stand_van_zaken", offered("echt", brief=Brief()))


def test_toetsen_by_how_far_they_are() -> None:
    weighed = minimal(
        id="2023-afweging", soort="afweging", afweging=Besluit("niet", "Te klein.", "2023-05-01")
    )
    planned = minimal(id="2026-plan", titel="Toets plan", status="gepland")
    text = only("stand_van_zaken", offered("echt"), weighed, planned)
    assert "1 met de status ‘aangeboden’ en 1 met de status ‘gepland’" in text
    assert "Niet toetsen\n1 mei 2023\nTe klein." in text
    assert text.index("Toetsen en uitkomsten") < text.index("Toetsen die nog volgen")
    assert "Bij deze toetsen zijn in het register geen acties vastgelegd." in text


def test_an_outcome_is_only_what_a_source_names() -> None:
    named = offered("een", uitkomst=(Categorie("ingrijpen", "bron"),))
    empty, absent = offered("twee", uitkomst=()), offered("drie")
    assert "Ingrijpen" in only("stand_van_zaken", named)
    assert "Niet benoemd in de bron" in only("stand_van_zaken", empty)
    text = only("stand_van_zaken", absent)
    assert "Nog niet ingevuld" in text
    assert "Niet benoemd in de bron" not in text


@pytest.mark.parametrize(
    ("acties", "words"),
    [
        ((action(1, status="afgerond"),), "is 1 actie vastgelegd. Die is afgerond of vervallen."),
        (
            (action(1), action(2, status="vervallen")),
            "zijn 2 acties vastgelegd, waarvan 1 voor zover bekend nog niet is afgerond.",
        ),
        (
            (action(1, termijn=Termijn(datum="2027-01-01")),),
            "Van geen ervan is een genoemde termijn voorbij op 22 november 2026.",
        ),
        (
            (action(1, termijn=Termijn(datum="2025-01-01")), action(2)),
            "Daarvan is er één te laat op 22 november 2026.",
        ),
        (
            tuple(action(n, termijn=Termijn(kwartaal="2025-K1")) for n in (1, 2)),
            "Daarvan zijn er 2 te laat op 22 november 2026.",
        ),
    ],
)
def test_actions_are_counted_in_words_that_fit(acties: tuple[Actie, ...], words: str) -> None:
    text = only("stand_van_zaken", offered("echt", *acties))
    assert words in text
    assert ("Acties die te laat zijn op" in text) == ("te laat op" in words)


def test_one_conclusion_is_no_list() -> None:
    one = offered("echt", conclusies=(Conclusie("C1", "toets", "Het werkt"),))
    document = documents("stand_van_zaken", one)[""]
    assert "De toets noemt één conclusie:" in paragraphs(document)


def test_what_is_not_in_the_register_is_not_counted_as_nothing() -> None:
    bare = offered("kaal", volledigheid="indexrecord", korte_titel="Kaal")
    alone = documents("jaaroverzicht", bare)["2024"]
    assert "1 toets; de acties daarvan zijn niet opgenomen in het register" in texts(alone)
    among = documents("jaaroverzicht", bare, offered("echt", action(1)))["2024"]
    assert (
        "2 toetsen, met 1 actie; de acties van 1 toets zijn niet opgenomen in het register"
    ) in texts(among)
    assert "2 toetsen, met 0 acties\n" in texts(
        documents("jaaroverzicht", offered("een"), offered("twee"))["2024"]
    )
    said = "De acties bij Kaal zijn niet opgenomen in het register."
    assert said in only("stand_van_zaken", bare)
    assert said in only("stand_van_zaken", bare, offered("echt", action(1)))
    assert said in only("actielijst", bare, offered("echt", action(1)))
    assert "niet opgenomen in het register" not in only("stand_van_zaken", offered("echt"))


# --- jaaroverzicht ----------------------------------------------------------------------------


def test_a_year_holds_what_happened_in_it() -> None:
    steps = (Opvolging("2025-06", "Daarna dit."), Opvolging("2025-02", "De wet is aangepast."))
    first = offered("een", action(1, opvolging=steps, termijn=Termijn(kwartaal="2026-K1")))
    announced = Aanleiding(aangekondigd_in=(Aankondiging("b", "2023-01-05"), Aankondiging("b")))
    weighed = minimal(
        id="2023-nee", soort="afweging", afweging=Besluit("niet", "Te klein.", "2023-05-01")
    )
    found = documents(
        "jaaroverzicht", first, weighed, replace(first, id="2024-b", aanleiding=announced)
    )
    assert list(found) == ["2023", "2024", "2025"]
    assert "In 2023 is voor zover bekend geen toets aangeboden." in texts(found["2023"])
    assert "Aangekondigde toetsen" in texts(found["2023"])
    assert "Te klein." in texts(found["2023"])
    assert "2 toetsen, met 2 acties" in texts(found["2024"])
    assert "Nieuwe acties" in texts(found["2024"])
    assert "De wet is aangepast." in texts(found["2025"])
    assert texts(found["2025"]).index("De wet is") < texts(found["2025"]).index("Daarna dit.")
    assert "Nieuwe acties" not in texts(found["2025"])
    assert found["2025"].title == "Jaaroverzicht invoeringstoetsen 2025"


def test_terms_that_end_in_the_year() -> None:
    due = action(1, termijn=Termijn(datum="2024-12-01"))
    text = texts(documents("jaaroverzicht", offered("een", due))["2024"])
    assert "Acties met een termijn in 2024" in text
    assert "Te laat op 22 november 2026" in text


@pytest.mark.parametrize("kind", ["jaaroverzicht", "stand_van_zaken"])
def test_late_actions_of_all_toetsen_have_few_columns(kind: str) -> None:
    due = action(1, termijn=Termijn(datum="2024-12-01"), eigenaar=None)
    found = documents(kind, offered("een", due))
    blocks = found["2024" if kind == "jaaroverzicht" else ""].blocks
    late = [one for one in blocks if isinstance(one, Table) and "Te laat op" in repr(one)]
    assert [len(one.columns) for one in late] in ([3], [5, 3])
    assert "Eigenaar nog niet ingevuld" in repr(late[-1])


# --- actielijst -------------------------------------------------------------------------------


def test_the_list_of_all_actions_has_open_ones_first() -> None:
    done, still = action(1, status="afgerond"), action(2)
    text = only("actielijst", offered("een", done, still))
    assert text.index("niet zijn afgerond") < text.index("Ik doe ding 2.")
    assert text.index("Ik doe ding 2.") < text.index("Ik doe ding 1.")
    assert "2 acties, waarvan 1 niet afgerond en geen te laat" in text
