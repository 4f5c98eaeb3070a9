"""The report: voices apart, figures with their words, nothing scored."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from invoeringstoets import document as doc
from invoeringstoets.model import (
    Aanbeveling,
    Aankondiging,
    Aanleiding,
    Aanname,
    Aanpak,
    Actie,
    Antwoord,
    Archief,
    Beleidskeuze,
    Besluit,
    Bevinding,
    Brief,
    Bron,
    Categorie,
    Conclusie,
    Conflict,
    Conflictwaarde,
    Doelgroep,
    Duiding,
    Financien,
    Fte,
    Grondslag,
    Indicator,
    Inwerkingtreding,
    Kader,
    Kerncijfer,
    Kostenpost,
    Mede,
    Methode,
    Ondertekenaar,
    Onderzoeksvraag,
    Opvolging,
    Organisatie,
    Periode,
    Publicatie,
    Regeling,
    Risico,
    Risicorij,
    Signaal,
    Termijn,
    Toezegging,
    Uitvoeringstoets,
    Verwachting,
    VerwanteRegeling,
    Verzending,
    Voorwaarde,
    Wetsevaluatie,
    Wijziging,
)
from invoeringstoets.prose import plain
from invoeringstoets.reports.rapport import build
from report_cases import dump, library, minimal, paragraphs, shipped, texts, walk

BRON = Bron("b1", "rapport", "Onderzoek", "2023-06", opsteller="bureau", toelichting="Deel 1.")
PAPER = Bron("b2", "kamerstuk", "Brief", "2024-03-12", "31322", "523")


def report(**changes: Any) -> doc.Document:
    toets = minimal(**{"bronnen": (BRON, PAPER), **changes})
    return build(toets, library(toets))


def finished(**changes: Any) -> doc.Document:
    return report(status="vastgesteld", **changes)


def section(document: doc.Document, anchor: str) -> doc.Blocks:
    """The blocks from a section's heading up to the next one."""
    at = [i for i, b in enumerate(document.blocks) if isinstance(b, doc.Heading) and b.level == 1]
    ends = [*at[1:], len(document.blocks)]
    for start, end in zip(at, ends, strict=True):
        head = document.blocks[start]
        if isinstance(head, doc.Heading) and head.id == anchor:
            return document.blocks[start:end]
    return ()


def words(blocks: Any) -> list[str]:
    """The text of every paragraph, heading and cell in these blocks, with ordinary spaces."""
    kinds = doc.Paragraph | doc.Heading | doc.Cell
    found = (v for v in walk(blocks) if isinstance(v, kinds))
    return [plain(v.content).replace("\u00a0", " ") for v in found]


def rows(blocks: doc.Blocks, number: int = 0) -> list[list[str]]:
    """The cells of a table among these blocks."""
    tables = [b for b in blocks if isinstance(b, doc.Table)]
    return [words(row) for row in tables[number].rows]


def facts(blocks: Any) -> dict[str, str]:
    """The terms in these blocks with what is said of them."""
    found = (v for v in walk(blocks) if isinstance(v, doc.Definition))
    return {plain(v.term): "\n".join(words(v.description)) for v in found}


def test_the_sections_of_a_full_report_in_order() -> None:
    toets = shipped()["2025-stagevergoeding-mbo"]
    found = build(toets, library(toets)).blocks
    heads = [b for b in found if isinstance(b, doc.Heading) and b.level == 1]
    assert [f"{h.number} {plain(h.content)}".strip() for h in heads] == [
        "1 Samenvatting",
        "2 De regeling",
        "3 Aanleiding en indicatoren",
        "4 Aanpak en beperkingen",
        "5 Verloop in de tijd",
        "6 De centrale vragen",
        "7 Kerncijfers",
        "8 Aannames en praktijk",
        "9 Risico’s: vooraf en in de praktijk",
        "10 Uitvoeringskosten en personele gevolgen",
        "11 Conclusies",
        "12 Aanbevelingen",
        "13 Acties",
        "14 Verschillen tussen bronnen",
        "15 Bronnen",
        "16 Publicatie en archief",
        "Bijlage: Informatie over de invoeringstoets",
    ]


def test_a_finished_toets_leaves_out_what_it_need_not_have() -> None:
    document = finished()
    left_out = ("aannames", "risicos", "kosten", "aanbevelingen", "conflicten")
    assert not any(section(document, anchor) for anchor in left_out)
    assert "Er zijn geen acties vastgelegd." in words(section(document, "acties"))
    concept = report()
    assert all(section(concept, anchor) for anchor in left_out[:-1])


# --- cover and weighing -----------------------------------------------------------------------


def test_the_cover() -> None:
    toets = shipped()["2024-kot-wlz"]
    cover = build(toets, library(toets)).front
    assert isinstance(cover, doc.Cover)
    said = facts(cover.facts)
    assert said["Peildatum"] == "onbekend (gezocht, niet gevonden)"
    assert said["Status"] == "Aangeboden op 12 maart 2024"
    assert said["Uitvoerder van de toets"] == "Dienst Toeslagen"


def test_the_cover_of_an_offered_toets_without_a_date() -> None:
    document = report(status="aangeboden", brief=Brief(verzendingen=(Verzending("tk"),)))
    assert isinstance(document.front, doc.Cover)
    assert facts(document.front.facts)["Status"] == "Aangeboden"


@pytest.mark.parametrize(
    ("besluit", "said"),
    [
        ("wel", "Er komt een invoeringstoets."),
        ("niet", "Er komt geen invoeringstoets."),
        ("later", "Later wordt opnieuw bekeken of een invoeringstoets nuttig is."),
    ],
)
def test_a_weighing_gives_its_decision(besluit: str, said: str) -> None:
    weighed = Besluit(besluit, "Reden.", "2024-01-02", "2026")
    document = report(soort="afweging", status="vastgesteld", afweging=weighed)
    blocks = section(document, "besluit")
    assert facts(blocks) == {
        "Besluit": said,
        "Datum": "2 januari 2024",
        "Opnieuw bekijken": "in 2026",
    }
    assert words(blocks)[-2:] == ["Reden", "Reden."]
    assert document.date == "2024-01-02"
    assert not section(document, "vragen")
    assert "De vragen van de toets" in words(document.blocks)


def test_a_weighing_without_a_decision_says_so() -> None:
    document = report(soort="afweging", afweging=None)
    assert words(section(document, "besluit")) == ["Besluit", "Nog niet ingevuld."]


# --- regulation, occasion, approach -----------------------------------------------------------


def test_the_regulation() -> None:
    regeling = Regeling(
        "Wet X",
        "wet",
        "BWBR0017017",
        ("1", "2"),
        (Wijziging("35598", "14", "2020-1", "Iets\nnieuws", "b1"), Wijziging()),
        (Inwerkingtreding("2021-01-01", "deel a", "b1"), Inwerkingtreding("2022")),
        "Het doel.",
        (Voorwaarde("binnen", "binnen"), Voorwaarde("buiten", "buiten")),
        (VerwanteRegeling("SMI", "vangnet", "szw", "Soms."), VerwanteRegeling("Oud", "voorheen")),
        (Beleidskeuze("Een keuze", "Daarom.", "b1"), Beleidskeuze("Nog een")),
    )
    group = Doelgroep("Ouders.", ("gemeenten",))
    blocks = section(report(regeling=regeling, doelgroep=group), "regeling")
    assert facts(blocks) == {
        "Regeling": "Wet X",
        "Soort": "Wet",
        "Artikelen": "1 en 2",
        "Inwerkingtreding": "1 januari 2021 (deel a), bron 1; 2022",
        "Doel": "Het doel.",
    }
    assert "https://wetten.overheid.nl/BWBR0017017" in {
        v.target for v in walk(blocks) if isinstance(v, doc.Link)
    }
    found = words(blocks)
    for text in (
        "Kamerstukdossier 35 598, amendement 14, Staatsblad 2020, 1: Iets nieuws. (bron 1)",
        "Binnen.",
        "Buiten.",
        "gemeenten",
        "Vangnet: SMI; uitvoering: Ministerie van Sociale Zaken en Werkgelegenheid. Soms.",
        "Voorheen: Oud.",
        "Een keuze. Daarom. (bron 1)",
        "Nog een.",
    ):
        assert text in found


def test_the_occasion() -> None:
    aanleiding = Aanleiding(
        "Tekst.",
        (
            Onderzoeksvraag("v1", "Waarom?", "Daarom."),
            Onderzoeksvraag("v2", "Hoe?", niet_beantwoord="geen gegevens."),
            Onderzoeksvraag("v3", "Wat?"),
        ),
        (Indicator("uitvoering", "klachten", "Veel.", ("b1",)), Indicator("voorbereiding", "x")),
        (
            Aankondiging("b2", "2024-03-12", "lid Y"),
            Aankondiging("b2", "2024-04-01"),
            Aankondiging("weg"),
        ),
        Wetsevaluatie("artikel 9", "2028", "b1"),
    )
    signalen = (Signaal("S1", "burgers", "Lastig.", "b1", "B1"), Signaal("S2", "zz", "Duur."))
    bevindingen = (Bevinding("B1", "toets", "1A", "Een titel"),)
    document = report(aanleiding=aanleiding, signalen=signalen, bevindingen=bevindingen)
    blocks = section(document, "aanleiding")
    found = words(blocks)
    for text in (
        "Brief (Kamerstuk 31 322, nr. 523, 12 maart 2024); toegezegd aan: lid Y.",
        "Brief (Kamerstuk 31 322, nr. 523, 12 maart 2024), 1 april 2024.",
        "een bron die hier niet wordt genoemd.",
        "Niet beantwoord: geen gegevens.",
        "Antwoord: nog niet ingevuld.",
        (
            "Los van deze toets schrijft de wet een evaluatie voor (artikel 9, uiterlijk 2028). "
            "De invoeringstoets vervangt die niet."
        ),
    ):
        assert text in found
    assert rows(blocks) == [
        ["Klachten", "Uitvoering", "Veel.", "bron 1"],
        ["X", "Voorbereiding", "–", "–"],
    ]
    assert rows(blocks, 1) == [
        ["Lastig.", "Burgers", "Een titel", "bron 1"],
        ["Duur.", "zz", "–", "–"],
    ]


def test_an_evaluation_whose_date_was_not_found() -> None:
    unknown = Aanleiding(wetsevaluatie=Wetsevaluatie("artikel 9", "onbekend"))
    found = words(section(report(aanleiding=unknown), "aanleiding"))
    assert any("(artikel 9; de uiterste datum is onbekend)" in text for text in found)
    bare = Aanleiding(wetsevaluatie=Wetsevaluatie("artikel 9"))
    assert any("(artikel 9)" in t for t in words(section(report(aanleiding=bare), "aanleiding")))


def test_the_approach_counts_months_apart() -> None:
    aanpak = Aanpak(
        Kader("handreiking", "2024", ("Geen werkgroep.",)),
        Periode("2022-01", "2023-02"),
        ("jurist", "adviseur"),
        (
            Methode("interviews", "szw", 12, "Met\nouders.", "b1"),
            Methode("werkgroep", bron="b1"),
            Methode("zz", bron="b2"),
        ),
        ("Klein aantal.",),
    )
    regeling = Regeling(
        "Wet", inwerkingtreding=(Inwerkingtreding("2022"), Inwerkingtreding("2021-01-01"))
    )
    document = report(aanpak=aanpak, regeling=regeling, brief=Brief(datum="2024-03-12"))
    blocks = section(document, "aanpak")
    assert facts(blocks) == {
        "Kader": "De Rijksbrede handreiking invoeringstoets (2024)",
        "Periode": "Van januari 2022 tot en met februari 2023",
        "Kernteam": "Jurist en adviseur",
        "Peildatum": "Nog niet ingevuld.",
    }
    assert words(blocks)[-5:] == [
        "Tijd sinds de inwerkingtreding",
        "Van de eerste inwerkingtreding (1 januari 2021) tot:",
        "Het einde van het onderzoek (februari 2023): 25 maanden.",
        "Het rapport «Onderzoek» (juni 2023): 29 maanden.",
        "De brief (12 maart 2024): 38 maanden.",
    ]
    szw = "Ministerie van Sociale Zaken en Werkgelegenheid"
    assert rows(blocks) == [
        ["Interviews", szw, "12", "Met ouders.", "bron 1"],
        ["Werkgroep", "–", "–", "–", "bron 1"],
        ["Zz", "–", "–", "–", "bron 2"],
    ]
    assert "Klein aantal." in words(blocks)
    assert "Geen werkgroep." in words(blocks)


@pytest.mark.parametrize(
    ("periode", "said"),
    [
        (Periode("2022", None), "Vanaf 2022"),
        (Periode(None, "2023"), "Tot en met 2023"),
    ],
)
def test_half_a_period(periode: Periode, said: str) -> None:
    document = report(aanpak=Aanpak(Kader("onbekend"), periode))
    found = facts(section(document, "aanpak"))
    assert found["Periode"] == said
    assert found["Kader"] == "onbekend (gezocht, niet gevonden)"
    empty = report(aanpak=Aanpak(periode=Periode()))
    assert "Periode" not in facts(section(empty, "aanpak"))


def test_an_unknown_entry_into_force_is_said_to_be_looked_for() -> None:
    regeling = Regeling("Wet", inwerkingtreding=(Inwerkingtreding("onbekend"),))
    found = facts(section(report(regeling=regeling), "regeling"))
    assert found["Inwerkingtreding"] == "onbekend (gezocht, niet gevonden)"


def test_limits_are_stated_or_their_absence_is() -> None:
    aanpak = Aanpak(geen_beperkingen="geen bron noemt ze.")
    assert "Geen beperkingen vermeld: geen bron noemt ze." in words(
        section(report(aanpak=aanpak), "aanpak")
    )


# --- questions and findings -------------------------------------------------------------------


def test_the_questions_with_their_findings() -> None:
    bevindingen = (
        Bevinding("B1a", "toets", "1A", "Deel", "Tekst.", deel_van="B1", bronnen=("b1",)),
        Bevinding(
            "B1",
            "toets",
            "1A",
            "Geheel",
            None,
            ("ict", "samenloop"),
            "stelsel",
            "knelpunt",
            "vermoeden",
            bronnen=("b1", "b2"),
            aannames=("N1",),
        ),
        Bevinding("B2", "presentatie", "buiten_kader", "Buiten"),
        Bevinding("B3", "brief", "2B", "Kring een", deel_van="B4"),
        Bevinding("B4", "brief", "2B", "Kring twee", deel_van="B3"),
    )
    vragen = {
        "1A": Antwoord("Goed.", ("B1",)),
        "1B": Antwoord(niet_beantwoord="niet onderzocht"),
        "2A": Antwoord("Ja.", ("B2", "B3", "zoek")),
    }
    aannames = (Aanname("N1", "Alles past.", "voorbereiding", "deels"),)
    document = report(bevindingen=bevindingen, centrale_vragen=vragen, aannames=aannames)
    found = words(section(document, "vragen"))
    assert found[1].startswith("Vraag 1. Hoe pakt de regeling uit voor de mensen")
    assert found[3:10] == [
        "Goed.",
        "Geheel",
        (
            "Uit de toets. Aard: knelpunt. Zekerheid: vermoeden. Perspectief: stelsel. "
            "Thema’s: ICT, samenloop. Gaat over de aanname: «Alles past». "
            "Te vinden in bron 1, bron 2."
        ),
        "Deel",
        "Tekst.",
        "Uit de toets. Onderdeel van: «Geheel». Te vinden in bron 1.",
        (
            "1B. Ontstaan er in de praktijk knelpunten of onbedoelde effecten (zoals "
            "discriminerende aspecten)?"
        ),
    ]
    assert "Niet beantwoord: niet onderzocht." in found
    assert "Antwoord: nog niet ingevuld." in found
    assert "Zie ook: Buiten; Kring een." in found
    assert [found.count(b.titel) for b in bevindingen] == [1] * 5
    assert found[-4:] == [
        "Bevindingen buiten de centrale vragen",
        "Buiten",
        "Uit de presentatie.",
        "Bron: nog niet ingevuld.",
    ]


def test_a_quickscan_need_not_answer_all() -> None:
    found = words(section(report(soort="quickscan"), "vragen"))
    assert found.count("Deze vraag hoort niet bij een quickscan.") == 2


# --- figures, assumptions, risks, costs -------------------------------------------------------

CIJFERS = (
    Kerncijfer("K1", "doelgroep", 4000, None, "maximaal", "ouders", "onbekend", "b1"),
    Kerncijfer("K2", "gebruik", 170, None, "onbekend", "ouders", "2024-01"),
    Kerncijfer("K3", "afwijzingen", None, "relatief veel"),
    Kerncijfer("K4", "anders", "onbekend", "stages", "exact"),
    Kerncijfer("K5", "kosten", 12.5, None, None, "euro"),
    Kerncijfer("K6", "aanvragen"),
)


def test_figures_keep_their_words() -> None:
    assert rows(section(report(kerncijfers=CIJFERS), "kerncijfers")) == [
        ["Doelgroep", "maximaal 4.000 ouders", "–", "onbekend", "bron 1"],
        ["Gebruik", "170 ouders", "–", "januari 2024", "Nog niet ingevuld"],
        ["Afwijzingen", "–", "relatief veel", "Nog niet ingevuld", "Nog niet ingevuld"],
        ["Anders", "onbekend", "stages", "Nog niet ingevuld", "Nog niet ingevuld"],
        ["Kosten", "€ 12,50", "–", "Nog niet ingevuld", "Nog niet ingevuld"],
        ["Aanvragen", "–", "–", "Nog niet ingevuld", "Nog niet ingevuld"],
    ]
    assert rows(section(finished(kerncijfers=CIJFERS), "kerncijfers"))[1][-1] == "–"


def test_assumptions_stand_beside_practice() -> None:
    aannames = (
        Aanname(
            "N1",
            "Het bereik is groot.",
            "uitvoeringstoets",
            "wijkt_af",
            Verwachting("Veel\nouders.", ("K1", "zoek")),
            Verwachting(None, ("K2", "K4", "K6")),
            ("b1",),
        ),
        Aanname("N2", "Iets", "voorbereiding", "deels"),
    )
    document = report(aannames=aannames, kerncijfers=CIJFERS)
    blocks = section(document, "aannames")
    assert rows(blocks) == [
        [
            "Het bereik is groot (uit de uitvoeringstoets)",
            "Doelgroep: maximaal 4.000 ouders (peildatum onbekend). Veel ouders.",
            (
                "Gebruik: 170 ouders (peildatum januari 2024). Onbekend – stages. "
                "Aanvragen: nog niet ingevuld"
            ),
            "Wijkt af (bron 1)",
        ],
        ["Iets (uit de voorbereiding)", "Nog niet ingevuld", "Nog niet ingevuld", "Deels"],
    ]
    assert "‘Onbekend’ betekent: gezocht, niet gevonden." in words(document.blocks)


TEST = Uitvoeringstoets(
    "belastingdienst_toeslagen",
    gevolgen="onbekend",
    risicos=(
        Risico("handhaafbaarheid", "2", Duiding("middel", "afgeleid")),
        Risico("fraudebestendigheid", "nvt"),
        Risico("complexiteitsgevolgen", "onbekend"),
    ),
    kosten=(Kostenpost("automatisering", 350000, "onbekend"),),
    fte=Fte(-2, None),
    toelichting="Toelichting.",
    bron="b1",
)


def test_risks_expected_beside_observed() -> None:
    table = (
        Risicorij("handhaafbaarheid", "laag", "hoger", "Zo.", ("B1",)),
        Risicorij("eigen", "a", "b"),
    )
    bevindingen = (Bevinding("B1", "toets", "1A", "Titel"),)
    document = report(uitvoeringstoets=TEST, risicotabel=table, bevindingen=bevindingen)
    blocks = section(document, "risicos")
    assert rows(blocks) == [
        [
            "Handhaafbaarheid",
            "kolom 2 (zonder opschrift in de bron); duiding: middel (afgeleid)",
            "laag",
            "hoger",
            "Zo. Bevinding: «Titel».",
        ],
        ["Fraudebestendigheid", "niet van toepassing", "–", "–", "–"],
        ["Complexiteitsgevolgen", "onbekend", "–", "–", "–"],
        ["Eigen", "–", "a", "b", "–"],
    ]
    assert any("geen officiële score" in text for text in words(blocks))
    assert facts(blocks)["Gevolgen"] == "onbekend (gezocht, niet gevonden)"
    assert "Te vinden in bron 1." in words(blocks)


def test_risks_of_the_execution_test_alone() -> None:
    blocks = section(report(uitvoeringstoets=TEST), "risicos")
    assert "Voor de praktijk is geen risicotabel vastgelegd." in words(blocks)
    assert len(rows(blocks)[0]) == 2
    only_table = finished(risicotabel=(Risicorij("eigen", "a", "b"),))
    assert rows(section(only_table, "risicos")) == [["Eigen", "–", "a", "b", "–"]]
    bare = finished(uitvoeringstoets=Uitvoeringstoets("vrij"))
    assert words(section(bare, "risicos"))[1:] == ["De uitvoeringstoets vooraf", "Vrije vorm"]


def test_costs_and_staff() -> None:
    assert rows(section(report(uitvoeringstoets=TEST), "kosten")) == [
        ["Automatisering", "€ 350.000", "onbekend"],
        ["Personele gevolgen", "−2 fte", "Nog niet ingevuld"],
    ]


# --- conclusions, recommendations, actions ----------------------------------------------------

CONCLUSIES = (
    Conclusie("P1", "presentatie", "Praat", geen_actie="geen reactie"),
    Conclusie("T1", "toets", "Toets", komt_overeen_met=("C1", "zoek")),
    Conclusie(
        "C1",
        "brief",
        "Brief",
        "Tekst.",
        "aannemelijk",
        ("B1",),
        categorieen=(Categorie("ingrijpen", "afgeleid"), Categorie("monitoring", "bron")),
    ),
)


def test_voices_are_kept_apart() -> None:
    bevindingen = (Bevinding("B1", "brief", "1A", "Grond"),)
    acties = (
        Actie(
            "A1",
            "Doen.",
            aard="eenmalig",
            grondslag=(Grondslag("conclusie", "C1"),),
            bronnen=("b1",),
        ),
    )
    document = finished(conclusies=CONCLUSIES, bevindingen=bevindingen, acties=acties)
    blocks = section(document, "conclusies")
    assert [w for w in words(blocks) if w.startswith("Conclusies ")] == [
        "Conclusies in de brief",
        "Conclusies van de toets",
        "Conclusies in de presentatie",
    ]
    one, two, three = (b for b in blocks if isinstance(b, doc.Conclusion))
    derived = "ingrijpen (afgeleid, niet door een bron genoemd)"
    assert words(one.blocks) == [
        "Tekst.",
        "Zekerheid: aannemelijk.",
        "Rust op: Grond.",
        f"Categorieën: {derived}; monitoring in plaats van ingrijpen.",
    ]
    assert plain(one.actions[0].facts).replace("\u00a0", " ") == "Actie 1, te vinden in bron 1."
    assert words(two.blocks) == ["Komt overeen met conclusie 1 van de brief."]
    assert words(three.blocks) == ["Geen actie: geen reactie."]


def test_the_outcome_is_named_only_by_a_source() -> None:
    named = finished(uitkomst=(Categorie("ingrijpen", "bron"),))
    assert words(section(named, "conclusies"))[-1] == "Ingrijpen."
    empty = report(uitkomst=())
    assert words(section(empty, "conclusies"))[-1] == "Niet benoemd in de bron."
    for absent in (report(), finished()):
        assert words(section(absent, "conclusies"))[-1] == "Nog niet ingevuld."


def test_recommendations_point_to_actions() -> None:
    acties = tuple(
        Actie(f"A{n}", "Doen.", aard="eenmalig", grondslag=(Grondslag("breder"),)) for n in (1, 2)
    )
    advice = (Aanbeveling("R1", "szw", "szw", "Doe.", "overgenomen", acties=("A1", "A2", "zoek")),)
    blocks = section(finished(acties=acties, aanbevelingen=advice), "aanbevelingen")
    assert rows(blocks)[0][-1] == "Actie 1 en actie 2"


def test_recommendations_say_from_whom_to_whom() -> None:
    advice = (Aanbeveling("R1", "uwv", "szw", "Doe.", "niet"),)
    alone = finished(aanbevelingen=advice)
    szw = "Ministerie van Sociale Zaken en Werkgelegenheid"
    table = next(b for b in section(alone, "aanbevelingen") if isinstance(b, doc.Table))
    assert [plain(column.header) for column in table.columns][1:3] == ["Van", "Aan"]
    first = rows(section(alone, "aanbevelingen"))[0]
    assert (first[0], first[2], first[3]) == ("Doe.", szw, "Niet overgenomen")


def test_actions_with_all_that_is_known() -> None:
    grounds = (
        Grondslag("bevinding", "B1", "Signalen."),
        Grondslag("aanbeveling", "R1"),
        Grondslag("toezegging", "b1"),
        Grondslag("motie", "b2", "Motie over iets"),
        Grondslag("breder"),
    )
    acties = (
        Actie(
            "A1",
            "Doen.",
            grounds,
            "doorlopend",
            "szw",
            (
                Mede("ocw"),
                Mede(ambt="Minister van X", letterlijk="mijn collega"),
                Mede(letterlijk="buur"),
            ),
            Termijn("2025-07-01"),
            None,
            "afgerond",
            "2025-06",
            Toezegging("tk", "lid Z", "2024-01-02", "b2", "T1"),
            ("b1",),
            Financien(350000, "begroting"),
            (Opvolging("2025-06", "Klaar", "b1"), Opvolging("2025-07", "Na.")),
        ),
        Actie(
            "A2",
            "Nog doen.",
            (Grondslag("conclusie", "C1"),),
            "eenmalig",
            geen_termijn="hangt af van overleg.",
            toezegging=Toezegging("ek"),
            financien=Financien("geen"),
        ),
        Actie(
            "A3", "Los.", (Grondslag("breder"),), "verkenning", termijn=Termijn(omschrijving="ooit")
        ),
    )
    advice = tuple(Aanbeveling(one, "szw", "szw", "Doe.") for one in ("R1", "R2"))
    document = report(
        acties=acties,
        aanbevelingen=advice,
        bevindingen=(Bevinding("B1", "toets", "1A", "Titel"),),
        conclusies=(Conclusie("C1", "brief", "C"),),
    )
    blocks = section(document, "acties")
    szw = "Ministerie van Sociale Zaken en Werkgelegenheid"
    ocw = "Ministerie van Onderwijs, Cultuur en Wetenschap"
    assert rows(blocks) == [
        [
            "Actie 1",
            "Doorlopend",
            f"{szw}, samen met {ocw}, de Minister van X («mijn collega») en «buur»",
            "Uiterlijk 1 juli 2025",
            "Afgerond (juni 2025)",
        ],
        [
            "Actie 2",
            "Eenmalig",
            "Nog niet ingevuld",
            "Geen termijn genoemd: hangt af van overleg",
            "Nog niet ingevuld",
        ],
        ["Actie 3", "Verkenning", "Nog niet ingevuld", "Ooit", "Nog niet ingevuld"],
    ]
    assert rows(blocks, 1) == [
        ["Actie 1", "juni 2025", "Klaar.", "bron 1"],
        ["Actie 1", "juli 2025", "Na.", "–"],
    ]
    assert facts(blocks) == {
        "Actie 1": (
            "Grondslag (bevinding): «Titel»: Signalen.\n"
            "Grondslag (aanbeveling): aanbeveling 1.\n"
            "Grondslag: toezegging; bron 1.\n"
            "Grondslag (motie): Motie over iets; bron 2.\n"
            "Grondslag: breder dan deze toets.\n"
            "Toegezegd aan de Tweede Kamer (lid Z) op 2 januari 2024, nummer T1; bron 2.\n"
            "Financiën: € 350.000, begroting."
        ),
        "Actie 2": "Toegezegd aan de Eerste Kamer.\nFinanciën: geen.",
        "Actie 3": "Grondslag: breder dan deze toets.",
    }
    assert words(blocks)[1:8] == [
        "Acties die niet op een conclusie rusten",
        "Actie 1",
        "Doen.",
        "Te vinden in bron 1.",
        "Actie 3",
        "Los.",
        "Overzicht",
    ]
    assert "De tekst van de overige actie staat bij de conclusie waarop die rust." in words(blocks)


def test_a_generic_name_has_no_capital_inside_a_sentence() -> None:
    own = Organisatie("teams", ("uitvoering",), "Huurteams", in_zin="huurteams")
    others = (Organisatie("gemeenten", ("uitvoering",)), Organisatie("svb", ("uitvoering",)))
    ground = (Grondslag("breder"),)
    actie = Actie("A1", "Doen.", ground, eigenaar="gemeenten", mede=(Mede("svb"), Mede("teams")))
    related = VerwanteRegeling("Wet X", "vangnet", uitvoerder="gemeenten")
    document = report(
        organisaties=(*others, own),
        acties=(actie,),
        regeling=Regeling("Wet", verwante_regelingen=(related,)),
    )
    assert isinstance(document.front, doc.Cover)
    assert facts(document.front.facts)["Uitvoering"] == (
        "Gemeenten, Sociale Verzekeringsbank en huurteams"
    )
    assert rows(section(document, "acties"))[0][2] == (
        "Gemeenten, samen met Sociale Verzekeringsbank en huurteams"
    )
    assert "Vangnet: Wet X; uitvoering: gemeenten." in words(section(document, "regeling"))


# --- conflicts and sources --------------------------------------------------------------------


def test_conflicts_keep_every_value() -> None:
    values = (Conflictwaarde("2022", "b1"), Conflictwaarde("2023", "weg"))
    conflicten = (
        Conflict("regeling.inwerkingtreding[0].datum", values, "Twee data."),
        Conflict("kerncijfers.K2", values),
        Conflict("", values),
    )
    blocks = section(report(conflicten=conflicten, kerncijfers=CIJFERS), "conflicten")
    heads = [plain(b.content) for b in blocks if isinstance(b, doc.Heading) and b.level == 2]
    assert heads == ["Datum", "Kerncijfer gebruik", "Verschil"]
    assert rows(blocks) == [["2022", "Onderzoek (juni 2023)"], ["2023", "niet openbaar"]]


def test_sources_are_numbered_as_they_are_cited() -> None:
    blocks = section(report(), "bronnen")
    assert words(blocks) == [
        "Bronnen",
        "Onderzoek (juni 2023). Rapport. Bureau. Deel 1.",
        "Brief (Kamerstuk 31 322, nr. 523, 12 maart 2024). Kamerstuk.",
    ]
    assert [v.id for v in walk(blocks) if isinstance(v, doc.Paragraph)] == ["bron-b1", "bron-b2"]


def test_the_public_summary_has_its_own_heading() -> None:
    document = report(samenvatting="Kort.", publiekssamenvatting="Simpel.")
    assert words(section(document, "samenvatting")) == [
        "Samenvatting",
        "Kort.",
        "In eenvoudige woorden",
        "Simpel.",
    ]


def test_the_kot_report_computes_no_share() -> None:
    toets = shipped()["2024-kot-wlz"]
    found = texts(build(toets, library(toets)))
    assert "maximaal 4.000 ouders" in found
    assert "%" not in found
    assert "Van de eerste inwerkingtreding (1 januari 2021) tot:" in paragraphs(
        build(toets, library(toets))
    )


# --- what the audit of the reports found ------------------------------------------------------


def offered(**changes: Any) -> doc.Document:
    return report(status="aangeboden", **changes)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-03-03", "Aangeboden op 3 maart 2026"),
        ("2026-03", "Aangeboden in maart 2026"),
        ("2026", "Aangeboden in 2026"),
        ("onbekend", "Aangeboden op een onbekende datum"),
    ],
)
def test_a_date_has_the_preposition_that_it_takes(day: str, said: str) -> None:
    front = offered(brief=Brief(datum=day)).front
    assert isinstance(front, doc.Cover)
    assert facts(front)["Status"].replace("\u00a0", " ") == said


def test_the_report_on_the_scandal_is_not_called_the_reaction_to_it() -> None:
    found = words(report().blocks)
    assert (
        "De toets komt voort uit het rapport «Ongekend Onrecht» (Kamerstuk 35 510, nr. 2). "
        "Het kabinet kondigde de toets aan in zijn reactie op dat rapport."
    ) in found


def test_publication_and_archive_have_a_section_of_their_own() -> None:
    document = offered(
        publicatie=Publicatie(licentie="CC0-1.0", datum="2024-03-12"),
        archief=Archief("ARCH-1", "Selectielijst", "bewaren"),
    )
    assert {
        t: d.replace("\u00a0", " ") for t, d in facts(section(document, "colofon")).items()
    } == {
        "Publicatiedatum": "12 maart 2024",
        "Licentie": "CC0-1.0",
        "Kenmerk in het archief": "ARCH-1",
        "Selectielijst": "Selectielijst",
        "Waardering": "Bewaren",
    }
    assert not section(offered(), "colofon")


def test_related_toetsen_are_named_where_this_output_may_name_them() -> None:
    toets = minimal(verwante_toetsen=("2025-ander", "2025-zoek"))
    public = Publicatie(zichtbaarheid="openbaar")
    other = replace(minimal(), id="2025-ander", titel="Andere toets", publicatie=public)
    named = words(build(toets, library(toets, other)).blocks)
    assert "Verwante toetsen" in named
    assert "Andere toets (invoeringstoets, concept)" in named
    secret = replace(other, publicatie=Publicatie(zichtbaarheid="intern"))
    assert "Verwante toetsen" not in words(build(toets, library(toets, secret)).blocks)
    shown = words(build(toets, library(toets, secret, internal=True)).blocks)
    assert "Andere toets (invoeringstoets, concept)" in shown


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "Naast de centrale vragen is een eigen vraag gesteld."),
        (2, "Naast de centrale vragen zijn eigen vragen gesteld."),
    ],
)
def test_own_questions_are_headings_and_counted(count: int, said: str) -> None:
    asked = tuple(Onderzoeksvraag(f"V{n}", f"Waarom {n}?", "Daarom.") for n in range(count))
    blocks = section(report(aanleiding=Aanleiding(onderzoeksvragen=asked)), "aanleiding")
    assert said in words(blocks)
    heads = [plain(b.content) for b in blocks if isinstance(b, doc.Heading) and b.level == 3]
    assert heads == [one.tekst for one in asked]


def test_the_meaning_of_unknown_is_given_once() -> None:
    toets = shipped()["2024-kot-wlz"]
    found = words(build(toets, library(toets)).blocks)
    assert found.count("‘Onbekend’ betekent: gezocht, niet gevonden.") == 1


def test_the_report_says_who_speaks_in_the_words_of_the_letter() -> None:
    own = Conclusie("C1", "brief", "C", "Dat vind ik ook.")
    one = Ondertekenaar("De Minister van X,", "N.")
    said = "In de woorden van de brief betekent ‘ik’: de Minister van X."
    alone = offered(conclusies=(own,), brief=Brief(ondertekenaars=(one,)))
    assert said in words(section(alone, "conclusies"))
    both = offered(
        conclusies=(own,),
        brief=Brief(ondertekenaars=(one, Ondertekenaar("Staatssecretaris", "M."))),
    )
    assert "‘ik’ of ‘wij’: de Minister van X en de Staatssecretaris." in texts(both)
    neutral = offered(
        conclusies=(replace(own, tekst="Het is zo."),), brief=Brief(ondertekenaars=(one,))
    )
    assert "In de woorden" not in texts(neutral)


def test_articles_with_commas_are_kept_apart() -> None:
    regeling = Regeling("Wet", artikelen=("3", "4, tweede lid", "9a"))
    blocks = section(report(regeling=regeling), "regeling")
    assert facts(blocks)["Artikelen"] == "3; 4, tweede lid; 9a"


def test_an_invented_regulation_has_no_official_address() -> None:
    regeling = Regeling("Wet", bwb_id="BWBR9999901")
    assert "wetten.overheid.nl" not in dump(report(regeling=regeling, fictief=True))
    assert "wetten.overheid.nl" in dump(report(regeling=regeling))


def test_one_conflict_is_one_point() -> None:
    values = (Conflictwaarde("2022", "b1"), Conflictwaarde("2023", "b2"))
    one = Conflict("regeling.doel", values)
    lead = "De bronnen spreken elkaar op {} tegen. Alle waarden zijn vastgelegd, zonder keuze."
    assert lead.format("één punt") in words(section(report(conflicten=(one,)), "conflicten"))
    two = report(conflicten=(one, replace(one, veld="titel")))
    assert lead.format("deze punten") in words(section(two, "conflicten"))


def test_where_the_text_of_the_actions_stands_is_counted() -> None:
    def found(*refs: str) -> list[str]:
        acties = tuple(
            Actie(f"A{n}", "Doen.", (Grondslag("conclusie" if ref else "breder", ref or None),))
            for n, ref in enumerate(refs)
        )
        return words(
            section(report(acties=acties, conclusies=(Conclusie("C1", "brief", "C"),)), "acties")
        )

    assert "De tekst van de actie staat bij de conclusie waarop die rust." in found("C1")
    assert "De tekst van de overige actie staat bij de conclusie waarop die rust." in found(
        "C1", ""
    )
    assert "De tekst van de acties staat bij de conclusies waarop ze rusten." in found("C1", "C1")
