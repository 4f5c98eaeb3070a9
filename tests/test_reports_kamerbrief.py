"""The letter to parliament: its fixed parts, its pairs, its words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from invoeringstoets import document as doc
from invoeringstoets.model import (
    Aanbeveling,
    Actie,
    Afzender,
    Bijlage,
    Brief,
    Bron,
    Conclusie,
    Dossier,
    Grondslag,
    MotieOfToezegging,
    Ondertekenaar,
    Organisatie,
    Paragraaf,
    Termijn,
    Toets,
    Verzending,
    Voetnoot,
)
from invoeringstoets.prose import plain
from invoeringstoets.reports.kamerbrief import build, unavailable
from report_cases import TOETSEN, dump, levels, library, minimal, paragraphs, shipped, texts, walk
from surroundings import examples

SIGNED = (Ondertekenaar("de Minister van Proef", "A. Proef"),)


def letter(**changes: Any) -> doc.Document:
    toets = minimal(**changes)
    return build(toets, library(toets))


def of_brief(**changes: Any) -> doc.Document:
    return letter(brief=Brief(**changes))


def head(document: doc.Document) -> doc.Letterhead:
    assert isinstance(document.front, doc.Letterhead)
    return document.front


def conclusions(document: doc.Document) -> list[doc.Conclusion]:
    return [block for block in document.blocks if isinstance(block, doc.Conclusion)]


def said(blocks: doc.Blocks) -> str:
    found = (v for v in walk(blocks) if isinstance(v, doc.Paragraph))
    return "\n".join(plain(p.content) for p in found)


def headings(document: doc.Document) -> list[str]:
    found = (b for b in document.blocks if isinstance(b, doc.Heading))
    return [" ".join(filter(None, (h.number, plain(h.content)))) for h in found]


def action(name: str, *refs: str, **fields: Any) -> Actie:
    grounds = tuple(Grondslag("conclusie", ref) for ref in refs) or (Grondslag("breder"),)
    return Actie(name, f"Tekst van {name}.", aard="eenmalig", grondslag=grounds, **fields)


def conclusion(name: str, stem: str = "brief", **fields: Any) -> Conclusie:
    return Conclusie(name, stem, f"Titel {name}", **fields)


# --- every toets ------------------------------------------------------------------------------


@settings(max_examples=examples(60), suppress_health_check=list(HealthCheck))
@given(TOETSEN)
def test_each_action_text_is_in_the_letter_exactly_once(toets: Toets) -> None:
    found = texts(build(toets, library(toets))).splitlines()
    for actie in toets.acties:
        assert found.count(actie.tekst) == 1


def test_the_letters_hold_no_ids() -> None:
    for toets in shipped().values():
        found = texts(build(toets, library(toets)))
        lists = (toets.acties, toets.conclusies, toets.bevindingen, toets.kerncijfers)
        for one in (item for items in lists for item in items):
            assert not re.search(rf"\b{re.escape(one.id)}\b", found), one.id


def test_the_letters_speak_for_the_letter_only() -> None:
    kot = shipped()["2024-kot-wlz"]
    titles = [plain(c.title) for c in conclusions(build(kot, library(kot)))]
    assert titles == [c.titel for c in kot.conclusies if c.stem == "brief"]


def test_the_kot_letter_refers_to_the_action_that_serves_two_conclusions() -> None:
    kot = shipped()["2024-kot-wlz"]
    found = conclusions(build(kot, library(kot)))
    assert [c.label for c in found] == [f"Conclusie {n}" for n in (1, 2, 3, 4)]
    assert [c.actions_label for c in found] == ["Actie", "Acties", "Actie", "Actie"]
    last = said(found[3].actions[0].blocks)
    assert last == "Zie conclusie 2: de tweede actie daar geldt ook voor deze conclusie."


def test_the_kot_letter_has_its_front_and_annexes() -> None:
    kot = shipped()["2024-kot-wlz"]
    document = build(kot, library(kot))
    front = head(document)
    assert front.sender == "Ministerie van Sociale Zaken en Werkgelegenheid"
    assert " ".join(front.addressee) == (
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"
    )
    assert front.facts[0] == ("Datum", "Den Haag, 12\u00a0maart\u00a02024")
    assert [r.label for r in front.references] == ["Bijlagen", "Kamerstuk", "Ook onder dossier"]
    assert front.references[1].lines == ("31\u00a0322, nr.\u00a0523", "Kinderopvang")
    assert headings(document)[-3:] == [
        "Bijlagen",
        "Informatie over de invoeringstoets",
        "De vragen van de toets",
    ]
    assert document.date == "2024-03-12"
    notes = [v for v in walk(document.blocks) if isinstance(v, doc.Footnote)]
    assert len(notes) == len(kot.brief.voetnoten if kot.brief else ())


# --- conclusions and actions ------------------------------------------------------------------


def test_actions_stand_with_the_first_conclusion_they_serve() -> None:
    document = letter(
        conclusies=(conclusion("C1"), conclusion("C2"), conclusion("C3")),
        acties=(
            action("A1", "C1", "C2"),
            action("A2", "C1", "C2", "C3"),
            action("A3", "C2", termijn=Termijn(kwartaal="2026-K1")),
        ),
    )
    one, two, three = conclusions(document)
    assert said(tuple(b for a in one.actions for b in a.blocks)) == ("Tekst van A1.\nTekst van A2.")
    assert said(two.actions[0].blocks) == "Tekst van A3."
    assert plain(two.actions[0].facts) == "Termijn: eerste kwartaal van\u00a02026."
    assert said(two.actions[1].blocks) == (
        "Zie conclusie 1: de acties daar gelden ook voor deze conclusie."
    )
    assert said(three.actions[0].blocks) == (
        "Zie conclusie 1: de tweede actie daar geldt ook voor deze conclusie."
    )


def test_references_name_which_actions_they_mean() -> None:
    acties = [action(f"A{n}", "C1", *(["C2"] if n in {1, 3} else [])) for n in range(1, 4)]
    document = letter(conclusies=(conclusion("C1"), conclusion("C2")), acties=tuple(acties))
    assert said(conclusions(document)[1].actions[0].blocks) == (
        "Zie conclusie 1: de eerste en de derde actie daar gelden ook voor deze conclusie."
    )
    single = letter(
        conclusies=(conclusion("C1"), conclusion("C2")), acties=(action("A1", "C1", "C2"),)
    )
    assert said(conclusions(single)[1].actions[0].blocks) == (
        "Zie conclusie 1: de actie daar geldt ook voor deze conclusie."
    )


def test_past_the_tenth_action_figures_count() -> None:
    acties = [action(f"A{n}", "C1", *(["C2"] if n == 12 else [])) for n in range(1, 13)]
    document = letter(conclusies=(conclusion("C1"), conclusion("C2")), acties=tuple(acties))
    assert "de 12e actie daar geldt" in said(conclusions(document)[1].actions[0].blocks)


def test_a_conclusion_without_action_says_why() -> None:
    document = letter(conclusies=(conclusion("C1", geen_actie="Het gaat goed."), conclusion("C2")))
    one, two = conclusions(document)
    assert said(one.blocks) == "Geen actie. Het gaat goed."
    assert said(two.blocks) == "Actie: nog niet ingevuld."
    assert one.actions == two.actions == ()


def test_without_a_voice_of_its_own_the_letter_marks_that_of_the_toets() -> None:
    document = letter(conclusies=(conclusion("T1", "toets"), conclusion("P1", "presentatie")))
    assert [plain(c.title) for c in conclusions(document)] == ["Titel T1"]
    assert "De conclusies hieronder zijn die van de toets zelf." in paragraphs(document)
    talk = letter(conclusies=(conclusion("P1", "presentatie"),), status="vastgesteld")
    assert conclusions(talk) == []


def test_other_actions_have_a_sentence_of_their_own() -> None:
    bare = paragraphs(letter(acties=(action("A1"),)))
    at = bare.index("In deze brief noem ik de volgende actie.")
    assert bare[at + 1] == "Tekst van A1."
    both = letter(
        conclusies=(conclusion("C1"),),
        acties=(
            action("A1", "C1"),
            action("A2"),
            action("A3", termijn=Termijn(doorlopend=True)),
        ),
        brief=Brief(ondertekenaars=SIGNED * 2),
    )
    lead = "Naast de acties bij de conclusies noemen wij de volgende acties:"
    assert lead in paragraphs(both)
    listed = next(b for b in both.blocks if isinstance(b, doc.ListBlock) and b.ordered)
    assert [said(item) for item in listed.items] == [
        "Tekst van A2.",
        "Tekst van A3.\nTermijn: doorlopend.",
    ]


def test_recommendations_refer_to_the_actions() -> None:
    advice = [
        Aanbeveling("R1", "szw", "szw", "Doe *iets*.", "overgenomen", "Goed\nidee.", ("A1", "A2")),
        Aanbeveling("R2", "szw", "szw", "- een\n- twee\n\n1. a", "niet", acties=("A3", "A4")),
        Aanbeveling("R3", "szw", "szw", "Laat.", "niet"),
        Aanbeveling("R4", "szw", "szw", "Wacht.", "nog_te_bepalen"),
        Aanbeveling("R5", "szw", "szw", "Kijk.", None, acties=("zoek",)),
    ]
    document = letter(
        conclusies=(conclusion("C1"),),
        acties=(action("A1", "C1"), action("A2", "C1"), action("A3"), action("A4")),
        aanbevelingen=tuple(advice),
    )
    table = next(b for b in document.blocks if isinstance(b, doc.Table))
    cells = [[plain(cell.content) for cell in row] for row in table.rows]
    szw = "Ministerie van Sociale Zaken en Werkgelegenheid"
    assert cells == [
        [
            "1. Doe iets.",
            szw,
            "Overgenomen. Goed idee.",
            "Zie conclusie 1 (eerste en tweede actie)",
        ],
        ["2. – een – twee 1. a", szw, "Niet overgenomen", "Zie overige actie 1 en 2"],
        ["3. Laat.", szw, "Niet overgenomen", "Geen"],
        ["4. Wacht.", szw, "Nog te bepalen", "Nog niet bekend"],
        ["5. Kijk.", szw, "Nog niet ingevuld", "Nog niet ingevuld"],
    ]


def test_one_recommendation_has_its_own_lead() -> None:
    advice = (Aanbeveling("R1", "szw", "szw", "Doe.", "deels", acties=("A1",)),)
    found = letter(acties=(action("A1"),), aanbevelingen=advice)
    lead = "Hieronder staat mijn reactie op de aanbeveling, met de actie die daarop volgt:"
    assert lead in paragraphs(found)
    assert "Zie overige actie" in texts(found)


def test_a_reaction_that_is_still_to_come_is_not_called_one() -> None:
    waiting = Aanbeveling("R1", "szw", "szw", "Doe.", "nog_te_bepalen")
    answered = Aanbeveling("R2", "szw", "szw", "Doe.", "niet")
    one = letter(aanbevelingen=(waiting,))
    assert "Hieronder staat de aanbeveling; mijn reactie volgt nog:" in paragraphs(one)
    none = letter(aanbevelingen=(waiting, replace(waiting, id="R3", reactie=None)))
    assert "Hieronder staan de aanbevelingen; mijn reactie volgt nog:" in paragraphs(none)
    some = letter(aanbevelingen=(waiting, answered))
    lead = "Hieronder staat per aanbeveling mijn reactie, voor zover die er al is:"
    assert lead in paragraphs(some)


def test_a_letter_about_a_weighing_gives_the_decision() -> None:
    bare = minimal(soort="afweging")
    assert "geen brief vastgelegd" in (unavailable(bare, library()) or "")
    toets = shipped()["2023-drone-register"]
    assert unavailable(toets, library(toets)) is None
    document = build(toets, library(toets))
    found = texts(document)
    assert "Er komt geen invoeringstoets." in found
    assert "De registratie is eenvoudig" in found
    assert "nog niet ingevuld" not in found
    closing = replace(toets, brief=replace(toets.brief, slot="Tot ziens.", paragrafen=()))
    assert "Tot slot" in texts(build(closing, library(closing)))


def test_a_kamer_that_asked_for_a_toets_does_not_write_to_itself() -> None:
    asked = Organisatie("tweede-kamer", rol=("opdrachtgever",))
    policy = Organisatie("szw", rol=("beleid",))
    found = head(letter(organisaties=(asked, policy)))
    assert found.sender == "Ministerie van Sociale Zaken en Werkgelegenheid"
    assert "nog niet ingevuld" in head(letter(organisaties=(asked,))).sender


@pytest.mark.parametrize(("words", "apart"), [(20, False), (200, True)])
def test_a_short_annex_gets_no_page_of_its_own(words: int, *, apart: bool) -> None:
    own = of_brief(instrumenttekst="eigen", eigen_instrumenttekst="woord " * words)
    assert any(isinstance(block, doc.PageBreak) for block in own.blocks) == apart


def test_the_annex_of_the_letter_is_in_the_list() -> None:
    listed = Brief(bijlagen=(Bijlage("1", "Rapport"),))
    found = texts(letter(brief=listed))
    assert "Informatie over de invoeringstoets\n (in deze brief)" in found
    itself = Brief(bijlagen=(Bijlage("1", "Informatie over de invoeringstoets", vorm="in_brief"),))
    assert texts(letter(brief=itself)).count("(in deze brief)") == 1


@pytest.mark.parametrize(
    ("bijlagen", "label", "count"),
    [
        ((), "Bijlage", 1),
        ((Bijlage("1", "Rapport"),), "Bijlagen", 2),
        ((Bijlage("1", "Informatie over de invoeringstoets", vorm="in_brief"),), "Bijlage", 1),
    ],
)
def test_front_and_list_tell_of_the_same_annexes(
    bijlagen: tuple[Bijlage, ...], label: str, count: int
) -> None:
    document = of_brief(bijlagen=bijlagen)
    told = [(r.label, r.lines) for r in head(document).references if r.label.startswith("Bijlage")]
    assert told == [(label, (str(count),))]
    at = next(
        i
        for i, block in enumerate(document.blocks)
        if isinstance(block, doc.Heading) and plain(block.content) == label
    )
    listed = document.blocks[at + 1]
    assert isinstance(listed, doc.ListBlock)
    assert len(listed.items) == count


@pytest.mark.parametrize(
    ("served", "lead"),
    [
        (
            ("A1", "A1"),
            "Hieronder staat per aanbeveling mijn reactie, met de actie die daarop volgt:",
        ),
        (("A1", ""), "Hieronder staat per aanbeveling mijn reactie, met de actie waar die er is:"),
        (("", ""), "Hieronder staat per aanbeveling mijn reactie:"),
    ],
)
def test_the_lead_promises_no_action_that_is_not_there(served: tuple[str, str], lead: str) -> None:
    advice = tuple(
        Aanbeveling(f"R{n}", "szw", "szw", "Doe.", "deels", acties=tuple(filter(None, (one,))))
        for n, one in enumerate(served)
    )
    found = letter(acties=(action("A1"),), aanbevelingen=advice)
    assert lead in paragraphs(found)
    table = next(b for b in found.blocks if isinstance(b, doc.Table))
    assert plain(table.rows[0][2].content) == "Deels overgenomen"


# --- sections ---------------------------------------------------------------------------------


def test_sections_are_numbered_and_hold_the_conclusions() -> None:
    document = letter(
        conclusies=(conclusion("C1"),),
        brief=Brief(
            aanbieding="Aanbod.",
            inleiding="Inleiding.",
            waardering="Waardering.",
            slot="Slot.",
            paragrafen=(
                Paragraaf("Opzet", "Tekst."),
                Paragraaf("2. Uitkomst", "# Kop\n\nTekst.", conclusies=True),
                Paragraaf("Diep", "Tekst.", niveau=3),
                Paragraaf("Leeg"),
            ),
        ),
    )
    assert headings(document)[:6] == [
        "1. Opzet",
        "2. Uitkomst",
        "Kop",
        "Diep",
        "3. Leeg",
        "4. Tot slot",
    ]
    assert levels(document)[:6] == [1, 1, 2, 2, 1, 1]
    order = [texts(document).index(t) for t in ("Aanbod.", "Inleiding.", "Waardering.", "Titel C1")]
    assert order == sorted(order)


def test_an_outcome_section_appears_when_the_author_names_none() -> None:
    document = letter(brief=Brief(paragrafen=(Paragraaf("Meer", "Tekst."),)))
    assert headings(document)[:3] == ["1. Conclusies en acties", "2. Meer", "3. Tot slot"]
    assert "Conclusies: nog niet ingevuld." in paragraphs(document)


def test_the_own_text_about_the_instrument_replaces_ours() -> None:
    own = of_brief(instrumenttekst="eigen", eigen_instrumenttekst="Onze tekst.")
    assert "Onze tekst." in paragraphs(own)
    assert "De vragen van de toets" not in headings(own)
    assert paragraphs(of_brief(instrumenttekst="eigen"))[-1] == "Nog niet ingevuld."


# --- front ------------------------------------------------------------------------------------


def test_a_full_front() -> None:
    afzender = Afzender("ocw", "Directie", ("Straat 1",), ("Postbus 1", "Den Haag"), "post@a.nl")
    tk = Verzending("tk", "2025-02-03", "K-1", (Dossier("36600", "Begroting", "VI"),))
    front = head(
        of_brief(
            afzender=afzender, verzendingen=(tk,), uw_kenmerk="U-1", bijlagen=(Bijlage("1", "X"),)
        )
    )
    assert front.sender == "Ministerie van Onderwijs, Cultuur en Wetenschap"
    assert front.return_address == "Retouradres: Postbus 1, Den Haag"
    assert {r.label: r.lines for r in front.references} == {
        "Afzender": ("Directie", "Straat 1", "Postbus 1", "Den Haag"),
        "Contact": ("post@a.nl",),
        "Ons kenmerk": ("K-1",),
        "Uw kenmerk": ("U-1",),
        "Bijlagen": ("2",),
        "Dossier": ("36\u00a0600\u00a0VI", "Begroting"),
    }
    assert [r.label for r in front.running] == ["Datum", "Ons kenmerk"]


def test_an_empty_front_says_what_is_missing() -> None:
    front = head(letter(organisaties=()))
    assert front.sender == "Afzender: nog niet ingevuld"
    assert front.facts == (("Datum", "nog niet ingevuld"), ("Betreft", "nog niet ingevuld"))
    assert [(one.label, one.lines) for one in front.references] == [("Bijlage", ("1",))]
    assert front.running == ()
    assert front.return_address == ""
    bare = head(of_brief(afzender=Afzender("szw"), plaats="Den Haag"))
    assert bare.references == front.references
    assert bare.facts[0] == ("Datum", "Den Haag, datum nog niet ingevuld")


def test_two_chambers_are_two_letters() -> None:
    both = (Verzending("ek", "2025-02-03"), Verzending("tk", "2025-02-03"))
    document = of_brief(verzendingen=both)
    assert head(document).addressee[1] == "Eerste Kamer der Staten-Generaal"
    at_once = "Deze stukken worden gelijktijdig aangeboden aan de Tweede Kamer der Staten-Generaal."
    assert at_once in paragraphs(document)
    later = of_brief(verzendingen=(both[0], replace(both[1], datum="2025-03-04")))
    assert (
        "De Tweede Kamer der Staten-Generaal ontvangt deze stukken ook, bij brief van 4 maart 2025."
        in paragraphs(later)
    )


# --- closing ----------------------------------------------------------------------------------


def test_motions_and_promises_go_by_number() -> None:
    bron = Bron("kv", "kamervraag", "Vraag", ondernummer="12", vergaderjaar="2022-2023")
    document = letter(
        bronnen=(bron,),
        brief=Brief(
            moties_en_toezeggingen=(
                MotieOfToezegging("motie", "motie over iets", "35335-19"),
                MotieOfToezegging("motie", "motie over meer", "36600-VI-3"),
                MotieOfToezegging("toezegging", "belofte (lid X)", bron="kv"),
                MotieOfToezegging("toezegging", "belofte.", "T09"),
                MotieOfToezegging("toezegging", "belofte zonder nummer"),
            )
        ),
    )
    found = paragraphs(document)
    at = found.index("Met deze brief ga ik in op de volgende moties en toezeggingen:")
    assert found[at + 1 : at + 6] == [
        "Motie over iets (Kamerstuk 35 335, nr. 19).",
        "Motie over meer (Kamerstuk 36 600 VI, nr. 3).",
        "Belofte (lid X; Aanhangsel Handelingen II 2022/23, nr. 12).",
        "Belofte (T09).",
        "Belofte zonder nummer.",
    ]


def test_signatures() -> None:
    def end(document: doc.Document) -> tuple[str, ...]:
        signed = next(b for b in document.blocks if isinstance(b, doc.Signatures))
        return tuple(f"{s.office} {s.name}" for s in signed.signatories)

    two = of_brief(ondertekenaars=(*SIGNED, Ondertekenaar("minister voor Meer", "B. Meer")))
    assert end(two) == ("De Minister van Proef, A. Proef", "De Minister voor Meer, B. Meer")
    along = of_brief(ondertekenaars=SIGNED, mede_namens=("De staatssecretaris van X",))
    assert "Deze brief stuur ik u mede namens de Staatssecretaris van X." in paragraphs(along)
    plural = of_brief(ondertekenaars=SIGNED * 2, mede_namens=("minister A", "minister B"))
    assert "Deze brief sturen wij u mede namens de Minister A en de Minister B." in paragraphs(
        plural
    )
    assert "Ondertekening: nog niet ingevuld." in paragraphs(of_brief())


def test_annexes_are_listed_and_numbered() -> None:
    document = letter(
        bronnen=(Bron("r", "rapport", "Rapport", url="https://a.nl/r"),),
        brief=Brief(
            bijlagen=(
                Bijlage("1", "Rapport", "rapport", bron="r"),
                Bijlage("2", "Informatie over de invoeringstoets", vorm="in_brief"),
            )
        ),
    )
    found = paragraphs(document)
    assert "Bijlage 1: Rapport (rapport, los meegezonden)" in found
    assert "Bijlage 2: Informatie over de invoeringstoets (in deze brief)" in found
    assert "Bijlage 2: Informatie over de invoeringstoets" in headings(document)
    assert "https://a.nl/r" in dump(document)
    assert "Bijlage" in headings(of_brief())


def test_notes_carry_their_source_once() -> None:
    bron = Bron("k", "kamerstuk", "Brief", dossier="31322", ondernummer="523")
    loose = Bron("g", "gesprek", "Gesprek")
    notes = (
        Voetnoot("een", "Uitleg.", "k"),
        Voetnoot("twee", "Kamerstuk 31 322, nr. 523.", "k"),
        Voetnoot("drie", "Uit een *gesprek*.", "g"),
        Voetnoot("vier", "Kamerstuk **31 322**, nr. 523.", "k"),
    )
    document = letter(
        bronnen=(bron, loose),
        brief=Brief(inleiding="Zin.[^een][^twee][^drie][^vier][^vijf]", voetnoten=notes),
    )
    found = [v.content for v in walk(document.blocks) if isinstance(v, doc.Footnote)]
    assert [plain(content).replace("\u00a0", " ") for content in found] == [
        "Uitleg. Zie Kamerstuk 31 322, nr. 523.",
        "Kamerstuk 31 322, nr. 523.",
        "Uit een gesprek.",
        "Kamerstuk 31 322, nr. 523.",
    ]
    assert [any(isinstance(v, doc.Link) for v in content) for content in found] == [
        True,
        True,
        False,
        False,
    ]
    assert "[^vijf]" in texts(document)
