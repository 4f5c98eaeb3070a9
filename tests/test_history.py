"""What changed in a toets: read from a real git repository, told by id and in words."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import fields, replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoeringstoets import history, schema
from invoeringstoets.history import Change, Kind, Mark, Past, Stage, sentence
from invoeringstoets.history.marked import MOST, flowing
from invoeringstoets.history.naming import RUNNING_ON, cut
from invoeringstoets.history.pairing import pairs
from invoeringstoets.model import (
    Aanpak,
    Financien,
    Fte,
    Kostenpost,
    Opvolging,
    Periode,
    Termijn,
    Toets,
    Toezegging,
    Uitvoeringstoets,
    Voorwaarde,
)
from invoeringstoets.schema import Schemas
from invoeringstoets.workspace import find_project, load
from invoeringstoets.workspace.git import GitError, blobs, git
from invoeringstoets.workspace.history import past
from site_library import library, toets
from surroundings import ROOT

KOT = "2024-kot-wlz"
SCHEMA = (ROOT / "schema" / "toets-1.schema.json").read_text(encoding="utf-8")


def told(before: Toets, after: Toets) -> list[str]:
    composed = schema.compose(schema.LATEST, library().value_lists)
    found = history.changes(before, after, schema=composed, value_lists=library().value_lists)
    return [sentence(change).replace("\u00a0", " ") for change in found]


def with_action(action_id: str, **changed: object) -> tuple[Toets, Toets]:
    before = toets(KOT)
    acties = tuple(
        replace(actie, **changed) if actie.id == action_id else actie  # type: ignore[arg-type]
        for actie in before.acties
    )
    return before, replace(before, acties=acties)


# --- in words ---


def test_equal_versions_have_no_changes() -> None:
    for one in library().toetsen:
        assert told(one, one) == []


def test_status_is_told_with_its_date() -> None:
    before = replace(toets(KOT).acties[0], status="lopend", status_datum="2025-01-01")
    one = replace(toets(KOT), acties=(before,))
    two = replace(one, acties=(replace(before, status="afgerond", status_datum="2025-05-03"),))
    assert told(one, two) == [f"Actie {before.id}: status lopend → afgerond op 3 mei 2025"]


def test_month_is_told_as_a_month() -> None:
    change = Change(
        Kind.CHANGED, "Actie A1", field="status", before="lopend", after="afgerond", on="2025-05"
    )
    assert sentence(change).endswith("afgerond in mei\u00a02025")


def test_filled_in_and_emptied() -> None:
    first = toets(KOT).acties[0].id
    before, after = with_action(first, termijn=Termijn(datum="2025-05-01"))
    emptied = replace(
        after, acties=tuple(replace(one, termijn=None) for one in after.acties if one.id == first)
    )
    lone = replace(after, acties=tuple(one for one in after.acties if one.id == first))
    assert told(emptied, lone) == [f"Actie {first}, termijn toegevoegd: uiterlijk 1 mei 2025"]
    assert told(lone, emptied) == [f"Actie {first}, termijn verwijderd: uiterlijk 1 mei 2025"]
    assert before != after


def test_items_that_came_and_went_are_told_by_id() -> None:
    full = toets(KOT)
    less = replace(full, conclusies=full.conclusies[1:])
    gone = full.conclusies[0]
    assert told(full, less)[0] == f"Conclusie {gone.id} (‘{gone.titel}’) verwijderd"
    assert told(less, full)[0] == f"Conclusie {gone.id} (‘{gone.titel}’) toegevoegd"


def test_other_order_is_no_change_of_content() -> None:
    full = toets(KOT)
    turned = replace(full, bevindingen=full.bevindingen[::-1])
    assert told(full, turned) == ["Bevindingen: andere volgorde"]


def test_enums_organisations_and_dates_are_in_words() -> None:
    before = toets(KOT)
    assert told(before, replace(before, status="concept")) == ["Status: aangeboden → concept"]
    first = before.acties[0].id
    one, two = with_action(first, eigenaar="szw")
    _, three = with_action(first, eigenaar="svb")
    ministry = "Ministerie van Sociale Zaken en Werkgelegenheid"
    assert told(two, three) == [f"Actie {first}: eigenaar {ministry} → Sociale Verzekeringsbank"]
    assert one.acties


def test_questions_are_told_by_their_key() -> None:
    before = toets(KOT)
    answer = replace(before.centrale_vragen["1A"], antwoord="Anders.")
    after = replace(before, centrale_vragen={**before.centrale_vragen, "1A": answer})
    assert told(before, after)[0].startswith("Centrale vraag 1A, antwoord gewijzigd: ‘")
    without = {key: item for key, item in before.centrale_vragen.items() if key != "1A"}
    assert told(before, replace(before, centrale_vragen=without))[0].startswith(
        "Centrale vraag 1A verwijderd: ‘"
    )


def test_text_is_quoted_and_what_is_all_new_stands_beside_what_it_was() -> None:
    one = replace(toets(KOT).conclusies[0], titel="De teruggave loopt goed")
    two = replace(one, titel="Een opgave per kwartaal")
    before, after = (replace(toets(KOT), conclusies=(each,)) for each in (one, two))
    assert told(before, after) == [
        f"Conclusie {one.id}: titel ‘De teruggave loopt goed’ → ‘Een opgave per kwartaal’"
    ]


def test_text_of_which_most_is_kept_is_marked_inside_the_sentence() -> None:
    before, after = with_action("A1", tekst="Ik maak de **uitleg** korter.[^x]")
    one = replace(before, acties=after.acties)
    _, after = with_action("A1", tekst="Ik maak de **uitleg** veel korter.[^x]")
    assert told(one, after) == [
        "Actie A1, tekst gewijzigd: ‘Ik maak de uitleg [nieuw: veel] korter.[^x]’"
    ]


def test_only_the_form_of_a_text_changed_or_only_its_lines() -> None:
    _, plain = with_action("A1", tekst="Ik maak de uitleg korter.")
    _, bold = with_action("A1", tekst="Ik maak de **uitleg** korter.")
    _, broken = with_action("A1", tekst="Ik maak de\nuitleg korter.")
    assert told(plain, bold) == ["Actie A1, opmaak van tekst gewijzigd"]
    assert told(plain, broken) == []


def test_item_without_id_that_changed_is_not_one_gone_and_one_new() -> None:
    before = toets(KOT)
    assert before.aanleiding
    first = before.aanleiding.indicatoren[0]
    other = replace(first, toelichting=f"{first.toelichting} Zeker.")
    rest = before.aanleiding.indicatoren[1:]
    after = replace(before, aanleiding=replace(before.aanleiding, indicatoren=(other, *rest)))
    (line,) = told(before, after)
    assert re.match(r"Aanleiding, indicator ‘[^’]+’, toelichting gewijzigd: ‘", line)
    assert line.endswith("[nieuw: Zeker.]’")


def test_source_and_organisation_are_named_and_not_by_their_ids() -> None:
    before = toets(KOT)
    source = before.bronnen[0]
    after = replace(before, bronnen=(replace(source, datum="2024-03"), *before.bronnen[1:]))
    (line,) = told(before, after)
    assert line.startswith("Bron ‘Beleidsreactie invoeringstoets")
    assert line.endswith("→ maart 2024")
    less = replace(before, organisaties=before.organisaties[1:])
    name = library().organisation(before.organisaties[0].id, before).naam
    assert told(before, less)[0] == f"Organisatie {name} verwijderd"


def test_name_that_the_value_list_has_too_is_no_change() -> None:
    before = toets(KOT)
    known = library().value_lists.lists["organisaties"]
    one = next(each for each in before.organisaties if each.id in known and not each.naam)
    waarde = known[one.id]
    named = replace(
        one, naam=waarde.naam, korte_naam=waarde.korte_naam or None, soort=waarde.soort or None
    )
    own = tuple(named if each is one else each for each in before.organisaties)
    assert told(before, replace(before, organisaties=own)) == []


def test_organisation_that_nobody_names_is_told_by_what_it_is_called_in_the_file() -> None:
    before = toets(KOT)
    other = replace(before.organisaties[0], id="nieuw", naam=None)
    after = replace(before, organisaties=(*before.organisaties, other))
    assert told(before, after) == ["Organisatie nieuw toegevoegd"]


def test_list_of_words_tells_only_what_came_and_went() -> None:
    before = toets(KOT)
    first = replace(before.bevindingen[0], themas=("regeldruk", "planning"))
    last = replace(first, themas=("planning", "communicatie"))
    more = replace(first, themas=("regeldruk", "planning", "communicatie"))
    one, two, three = (replace(before, bevindingen=(each,)) for each in (first, last, more))
    name = f"Bevinding {first.id} (‘{first.titel}’)"
    assert told(one, two) == [f"{name}: thema’s Regeldruk → Communicatie"]
    assert told(one, three) == [f"{name}, thema’s toegevoegd: Communicatie"]


def test_outcome_that_no_source_names_differs_from_none_filled_in() -> None:
    before = replace(toets(KOT), uitkomst=None)
    after = replace(before, uitkomst=())
    said = "Uitkomst van de toets: nog niet ingevuld → niet benoemd in de bron"
    assert told(before, after) == [said]


def test_what_was_done_on_a_day_is_known_by_that_day() -> None:
    step = Opvolging("2025-05-03", "De instructie is verspreid.", "brief")
    before, after = with_action("A1", opvolging=(step,))
    assert told(before, after) == [
        "Actie A1, opvolging van 3 mei 2025 toegevoegd: ‘De instructie is verspreid.’"
    ]


def test_term_of_another_kind_is_one_change() -> None:
    _, before = with_action("A1", geen_termijn=None, termijn=Termijn(datum="2025-05-01"))
    _, after = with_action("A1", geen_termijn=None, termijn=Termijn(kwartaal="2025-K3"))
    said = "Actie A1: termijn uiterlijk 1 mei 2025 → derde kwartaal van 2025"
    assert told(before, after) == [said]


def test_period_and_quotation_of_what_is_promised() -> None:
    one = replace(toets(KOT), aanpak=Aanpak(periode=Periode("2024-01", None)))
    two = replace(one, aanpak=Aanpak(periode=Periode("2024-01", "2024-04")))
    assert told(one, two) == ["Aanpak: periode van januari 2024 → van januari 2024 tot april 2024"]
    promised = Toezegging("tk", aan="het lid X", datum="2025-05-03")
    before, after = with_action("A1", toezegging=promised)
    (line,) = told(before, after)
    assert line.startswith(
        "Actie A1, toezegging toegevoegd: ‘Tweede Kamer’, ‘het lid X’, 3 mei 2025"
    )


def test_figures_and_related_toetsen_are_referred_to_by_their_names() -> None:
    before = toets(KOT)
    more = replace(before.kerncijfers[0], waarde=4100)
    after = replace(before, kerncijfers=(more, *before.kerncijfers[1:]))
    assert told(before, after) == ["Kerncijfer ‘doelgroep’: waarde 4.000 → 4.100"]
    after = replace(before, kerncijfers=before.kerncijfers[1:])
    assert told(before, after) == ["Kerncijfer ‘doelgroep’ verwijderd: 4.000 ouders"]
    related = replace(before, verwante_toetsen=("2025-ander", "2025-onbekend"))
    composed = schema.compose(schema.LATEST, library().value_lists)
    (change,) = history.changes(
        before,
        related,
        schema=composed,
        value_lists=library().value_lists,
        titles={"2025-ander": "Een andere toets"},
    )
    said = "Verwante toetsen toegevoegd: ‘Een andere toets’ en 2025-onbekend"
    assert sentence(change) == said


def test_long_names_and_values_end_between_words() -> None:
    assert cut("een twee drie, vier vijf", 16) == "een twee drie …"
    assert cut("een\n twee") == "een twee"


def test_many_items_without_ids_are_gone_and_new() -> None:
    old, new = ([f"{kind} {n}" for n in range(60)] for kind in ("oud", "nieuw"))
    found = pairs(old, new)
    assert len(found) == 120
    assert all(None in pair for pair in found)
    assert pairs(["a b c", "x"], ["x", "a b d"]) == [("x", "x"), ("a b c", "a b d")]


def test_what_runs_on_is_quoted_and_what_repeats_itself_is_said_once() -> None:
    assert {name for name in RUNNING_ON if f'"{name}":' not in SCHEMA} == set()
    before = next(one for one in library().toetsen if one.aanbevelingen)
    first = before.aanbevelingen[0]
    one, two = (replace(before, aanbevelingen=(replace(first, van=by),)) for by in ("duo", "svb"))
    names = "Dienst Uitvoering Onderwijs → Sociale Verzekeringsbank"
    assert told(one, two) == [f"Aanbeveling {first.id}, ‘van’: {names}"]
    change = Change(Kind.CHANGED, "Brief", field="‘aan’", before="DUO", after="UWV")
    assert sentence(change) == "Brief, ‘aan’: DUO → UWV"
    change = Change(Kind.CHANGED, "Risico", field="kolom", before="‘kolom 1’", after="‘kolom 2’")
    assert sentence(change) == "Risico: ‘kolom 1’ → ‘kolom 2’"


def test_words_that_two_rewritten_passages_share_do_not_break_them_up() -> None:
    found = history.pieces(
        "Nu. Ouders die ziek zijn krijgen een hele lange brief. Klaar is het.",
        "Nu. Mensen met veel zorg krijgen bericht via hun gemeente. Klaar is het.",
    )
    assert [(piece.text, piece.mark) for piece in found] == [
        ("Nu. ", Mark.KEPT),
        ("Ouders die ziek zijn krijgen een hele lange brief", Mark.REMOVED),
        ("Mensen met veel zorg krijgen bericht via hun gemeente", Mark.ADDED),
        (". Klaar is het.", Mark.KEPT),
    ]
    assert [piece.text for piece in history.pieces("risico's", "risico’s")] == [
        "risico's",
        "risico’s",
    ]


@pytest.mark.parametrize("name", [field.name for field in fields(Toets)])
def test_every_field_of_a_toets_has_words(name: str) -> None:
    """Compare each toets with each other: no value is told as Python prints it."""
    everyone = library().toetsen
    for one, other in pairwise(everyone):
        changed = replace(one, **{name: getattr(other, name)})
        for line in told(one, changed):
            assert not re.search(
                r"\b[A-Z]\w+\(|None|\w='|^\W|: *[:→]|→ *$|’’|‘‘|  |\(\)|, ,", line
            ), line
            assert line[0].isupper() or line.startswith("[")


def test_condition_moves_into_the_regulation_in_words() -> None:
    before = toets(KOT)
    one = Voorwaarde("De ouder werkt.", "buiten")
    two = replace(one, kring="binnen")
    old, new = (
        replace(before, regeling=replace(before.regeling, voorwaarden=(each,)))
        for each in (one, two)
    )
    assert told(old, new) == [
        "Regeling, voorwaarde ‘De ouder werkt.’: buiten de regeling → binnen de regeling"
    ]


def test_amounts_are_told_as_the_page_has_them() -> None:
    cost, staff = Kostenpost("automatisering", 900_000), Fte(12, -3)
    one = replace(
        toets(KOT),
        uitvoeringstoets=Uitvoeringstoets("vrij", kosten=(cost,), fte=staff),
    )
    two = replace(
        one,
        uitvoeringstoets=Uitvoeringstoets(
            "vrij", kosten=(replace(cost, incidenteel=950_000),), fte=Fte(14, -3)
        ),
    )
    name = "Uitvoeringstoets vooraf"
    assert told(one, two) == [
        f"{name}, kostenpost ‘Automatisering’: incidenteel € 900.000 → € 950.000",
        f"{name}, personele gevolgen: incidenteel 12 fte → 14 fte",
    ]
    before, after = with_action("A1", financien=Financien(1_500_000))
    (line,) = told(before, after)
    assert line == "Actie A1, financiën toegevoegd: bedrag € 1.500.000"


def test_thing_of_which_the_very_name_changed_is_told_by_its_id() -> None:
    before = toets(KOT)
    bron = before.bronnen[0]
    after = replace(before, bronnen=(replace(bron, titel="Anders"), *before.bronnen[1:]))
    (line,) = told(before, after)
    assert line.startswith(f"Bron met kenmerk {bron.id}: titel ‘Beleidsreactie")
    longer = replace(bron, titel=f"{bron.titel} aan de Kamer")
    after = replace(before, bronnen=(longer, *before.bronnen[1:]))
    (line,) = told(before, after)
    assert line.startswith(f"Bron met kenmerk {bron.id}, titel gewijzigd: ‘")


def test_revisions_sort_by_the_instant_and_tell_the_day_of_the_netherlands() -> None:
    late = history.Revision(KOT, "a" * 40, "2026-10-06T23:30:00+00:00")
    early = history.Revision(KOT, "b" * 40, "2026-10-07T01:00:00+02:00")
    assert history.Told({KOT: (early, late)}).all == (late, early)
    assert (late.day, late.hour) == ("2026-10-07", "1.30 uur")


def test_commit_at_a_moment_that_cannot_be_is_no_fault(repository: tuple[Path, Commit]) -> None:
    root, commit = repository
    (root / "toetsen" / "2024-x.yaml").write_text("a: 1", encoding="utf-8")
    commit("een")
    run = ["git", "-C", str(root)]
    found = subprocess.run([*run, "cat-file", "commit", "HEAD"], check=True, capture_output=True)
    wrong = re.sub(rb"(?m)^(committer .* )\S+$", rb"\g<1>+9999", found.stdout)
    made = subprocess.run(
        [*run, "hash-object", "-t", "commit", "-w", "--literally", "--stdin"],
        input=wrong,
        check=True,
        capture_output=True,
    )
    subprocess.run([*run, "update-ref", "HEAD", made.stdout.strip()], check=True)
    (stage,) = stages_of(root).stages
    assert history.Revision("x", stage.commit, stage.moment).day


# --- marked text ---


@given(st.text(alphabet="ab ,.é\n", max_size=60), st.text(alphabet="ab ,.é\n", max_size=60))
def test_marked_text_holds_both_versions(before: str, after: str) -> None:
    found = history.pieces(before, after)
    kept = {Mark.KEPT, Mark.SKIPPED}
    old = "".join(piece.text for piece in found if piece.mark in kept | {Mark.REMOVED})
    new = "".join(piece.text for piece in found if piece.mark in kept | {Mark.ADDED})
    assert new == flowing(after)
    assert old == flowing(before)


def test_broken_lines_are_no_change_and_paragraphs_are() -> None:
    assert flowing("een\n twee\n\ndrie \nvier\n") == "een twee ¶ drie vier"
    assert {piece.mark for piece in history.pieces("een\ntwee", "een twee\n")} == {Mark.KEPT}


def test_change_is_marked_inside_the_sentence() -> None:
    found = history.pieces("De termijn is lang.", "De termijn was lang.")
    assert [(piece.text, piece.mark) for piece in found] == [
        ("De termijn ", Mark.KEPT),
        ("is", Mark.REMOVED),
        ("was", Mark.ADDED),
        (" lang.", Mark.KEPT),
    ]


def test_long_kept_text_is_left_out_in_the_middle() -> None:
    long = " ".join(f"woord{n}" for n in range(100))
    found = history.pieces(f"een {long} twee", f"drie {long} vier")
    assert [piece.mark for piece in found].count(Mark.SKIPPED) == 1
    assert "".join(piece.text for piece in found if piece.mark is not Mark.REMOVED) == (
        f"drie {long} vier"
    )


def test_texts_of_extreme_length_are_shown_whole() -> None:
    long = "a " * MOST
    assert [piece.mark for piece in history.pieces(long, long + "b")] == [
        Mark.REMOVED,
        Mark.ADDED,
    ]


# --- from git ---

Commit = Callable[[str], None]


@pytest.fixture
def repository(tmp_path: Path) -> tuple[Path, Commit]:
    """A project under git, and a way to commit all of it a day later each time."""
    (tmp_path / "toetsen").mkdir()
    day = iter(range(1, 28))

    def run(*words: str, **more: str) -> None:
        subprocess.run(["git", *words], cwd=tmp_path, check=True, capture_output=True, env=more)

    run("init", "-q", "-b", "main")

    def commit(message: str) -> None:
        moment = f"2025-05-{next(day):02}T12:00:00+02:00"
        who = {
            f"GIT_{role}_{what}": "x@example.org" if what == "EMAIL" else "x"
            for role in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
        run("add", "-A", **who)
        run("commit", "-q", "--allow-empty", "-m", message, **who, **dates)

    return tmp_path, commit


def stages_of(root: Path) -> Past:
    return past(find_project(root))


def revisions(root: Path, *, internal: bool = False) -> history.Told:
    shown = load(find_project(root), internal=internal, reference_date="2026-01-01").library
    read = history.reader(Schemas(shown.value_lists))
    composed = schema.compose(schema.LATEST, shown.value_lists)
    return history.tell(stages_of(root), shown, read=read, schema=composed)


def test_changes_between_commits(repository: tuple[Path, Commit]) -> None:
    root, commit = repository
    path = root / "toetsen" / f"{KOT}.yaml"
    text = (ROOT / "toetsen" / f"{KOT}.yaml").read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    commit("een")
    path.write_text("titel: [", encoding="utf-8")
    commit("kapot: wordt overgeslagen")
    path.write_text(
        text.replace("    status: aangekondigd", "    status: lopend", 1), encoding="utf-8"
    )
    commit("drie")
    own = revisions(root).by_toets[KOT]
    assert [(one.day, one.first) for one in own] == [("2025-05-03", False), ("2025-05-01", True)]
    assert sentence(own[0].changes[0]).endswith("status aangekondigd → lopend")
    assert own[0].changes[0].anchor.startswith("actie-")
    assert revisions(root).all == own


def test_history_begins_when_a_toets_became_public(repository: tuple[Path, Commit]) -> None:
    root, commit = repository
    path = root / "toetsen" / f"{KOT}.yaml"
    text = (ROOT / "toetsen" / f"{KOT}.yaml").read_text(encoding="utf-8")
    secret = text.replace("status: aangeboden", "status: vastgesteld", 1).replace(
        "zichtbaarheid: openbaar", "zichtbaarheid: na_aanbieding"
    )
    assert secret != text
    first = secret.replace("titel: ", "titel: GEHEIMPJE ", 1)
    for content in (first, secret, text):
        path.write_text(content, encoding="utf-8")
        commit("x")
    assert [one.first for one in revisions(root).by_toets[KOT]] == [True]
    assert "GEHEIMPJE" not in repr(revisions(root))
    assert "GEHEIMPJE" in repr(revisions(root, internal=True))


def test_internal_source_is_in_no_revision(repository: tuple[Path, Commit]) -> None:
    root, commit = repository
    path = root / "toetsen" / f"{KOT}.yaml"
    text = (ROOT / "toetsen" / f"{KOT}.yaml").read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    commit("een")
    source = "bronnen:\n  - id: GEHEIM\n    soort: intern\n    titel: GEHEIMPJE\n"
    path.write_text(text.replace("\nbronnen:\n", f"\n{source}", 1), encoding="utf-8")
    commit("twee")
    assert len(revisions(root).by_toets[KOT]) == 1
    assert "GEHEIM" not in repr(revisions(root))
    assert "GEHEIMPJE" in repr(revisions(root, internal=True))


def test_earlier_id_keeps_its_history(repository: tuple[Path, Commit]) -> None:
    root, commit = repository
    folder = root / "toetsen"
    text = (ROOT / "toetsen" / f"{KOT}.yaml").read_text(encoding="utf-8")
    old = text.replace(f"id: {KOT}", "id: 2024-oud", 1)
    (folder / "2024-oud.yaml").write_text(old, encoding="utf-8")
    commit("een")
    (folder / "2024-oud.yaml").unlink()
    renamed = text.replace(f"id: {KOT}", f"id: {KOT}\nvorige_ids: [2024-oud]", 1)
    (folder / f"{KOT}.yaml").write_text(renamed, encoding="utf-8")
    commit("twee")
    own = revisions(root).by_toets[KOT]
    assert [one.first for one in own] == [False, True]
    assert sentence(own[0].changes[0]) == f"Kenmerk van de toets: 2024-oud → {KOT}"


def test_names_with_accents_and_odd_files(repository: tuple[Path, Commit]) -> None:
    root, commit = repository
    (root / "toetsen" / "2024-één toets.yaml").write_text("a: 1", encoding="utf-8")
    (root / "toetsen" / "lees-mij.txt").write_text("x", encoding="utf-8")
    (root / "toetsen" / "2024-plaatje.yaml").write_bytes(b"\xff\xfe\x00")
    commit("een")
    assert [(one.name, one.text) for one in stages_of(root).stages] == [
        ("2024-plaatje.yaml", None),
        ("2024-één toets.yaml", "a: 1"),
    ]


def test_merge_counts_as_one_step(repository: tuple[Path, Commit]) -> None:
    root, commit = repository
    path = root / "toetsen" / "2024-x.yaml"
    path.write_text("a: 1", encoding="utf-8")
    commit("een")
    run = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run([*run, "switch", "-q", "-c", "tak"], cwd=root, check=True)
    for number in (2, 3):
        path.write_text(f"a: {number}", encoding="utf-8")
        commit(str(number))
    subprocess.run([*run, "switch", "-q", "main"], cwd=root, check=True)
    subprocess.run([*run, "merge", "-q", "--no-ff", "-m", "samen", "tak"], cwd=root, check=True)
    assert [stage.text for stage in stages_of(root).stages] == ["a: 1", "a: 3"]


def test_no_git_is_no_past(tmp_path: Path) -> None:
    (tmp_path / "toetsen").mkdir()
    assert stages_of(tmp_path) == Past()


def test_shallow_history_says_so(repository: tuple[Path, Commit], tmp_path: Path) -> None:
    root, commit = repository
    for number in range(3):
        (root / "toetsen" / "2024-x.yaml").write_text(f"a: {number}", encoding="utf-8")
        commit("x")
    copy = tmp_path / "kopie"
    subprocess.run(
        ["git", "clone", "-q", "--depth", "1", root.as_uri(), str(copy)],
        check=True,
        capture_output=True,
    )
    assert not stages_of(copy).complete
    assert [stage.text for stage in stages_of(copy).stages] == ["a: 2"]


def test_object_that_is_not_there(repository: tuple[Path, Commit]) -> None:
    root, commit = repository
    commit("leeg")
    assert blobs(root, ["f" * 40]) == {}
    with pytest.raises(GitError):
        git(root, "geen-opdracht")


def test_removed_file_is_a_stage_without_text() -> None:
    read = history.reader(Schemas(library().value_lists))
    assert read(Stage("c", "2025-01-01T00:00:00+00:00", "x.yaml", None)) is None
