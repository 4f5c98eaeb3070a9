"""All toetsen together: what is public, registers, and rules across files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from invoeringstoets import library, pipeline
from invoeringstoets.diagnostic import Severity
from invoeringstoets.library import (
    LIBRARY_RULES,
    MANUALS,
    Entry,
    build,
    check,
    outline,
    redact,
)
from invoeringstoets.model import (
    Aankondiging,
    Aanleiding,
    Actie,
    Beslisnota,
    Bevinding,
    Bijlage,
    Brief,
    Bron,
    Conclusie,
    Conflict,
    Conflictwaarde,
    Grondslag,
    Kerncijfer,
    Library,
    NietOpenbaar,
    Organisatie,
    Publicatie,
    Regeling,
    Toets,
    ValueLists,
    Waarde,
    WooCategorie,
)
from invoeringstoets.rules.verwijzingen import references
from invoeringstoets.schema import Schemas
from invoeringstoets.source import Source
from test_cases import expectations

TESTS = Path(__file__).parent
FOLDERS = sorted((TESTS / "cases" / "samen").iterdir())
TOETSEN = sorted((TESTS.parent / "toetsen").glob("*.yaml"))
SCHEMAS = Schemas()
PLANTED = "mirliton"
LISTS = ValueLists({"organisaties": {"szw": Waarde("szw", "Ministerie van SZW")}})


def toets(toets_id: str, **changes: object) -> Toets:
    plain = Toets(
        schemaversie="1",
        id=toets_id,
        soort="invoeringstoets",
        status="aangeboden",
        titel=f"Toets {toets_id}",
        regeling=Regeling(f"Wet {toets_id}"),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def actie(actie_id: str, **changes: object) -> Actie:
    plain = Actie(
        actie_id, "Doen.", aard="eenmalig", grondslag=(Grondslag("breder", toelichting="x"),)
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def built(*toetsen: Toets, internal: bool = False) -> Library:
    return build(
        toetsen,
        value_lists=LISTS,
        wordings={"in_uitvoering": "in uitvoering"},
        reference_date="2026-03-01",
        internal=internal,
    )


def entries(*toetsen: Toets) -> tuple[Entry, ...]:
    return tuple(Entry(f"toetsen/{number}.yaml", outline(t)) for number, t in enumerate(toetsen))


def said(*toetsen: Toets) -> list[tuple[str, str, str]]:
    return [(name, f.code, str(f.route)) for name, f in check(entries(*toetsen))]


# --- what is public -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zichtbaarheid", "status", "public"),
    [
        ("intern", "aangeboden", False),
        ("na_aanbieding", "aangeboden", True),
        ("na_aanbieding", "vastgesteld", False),
        ("na_aanbieding", "gepland", False),
        ("openbaar", "gepland", True),
        ("openbaar", "aangeboden", True),
    ],
)
def test_only_what_is_public_is_in_it(
    zichtbaarheid: str,
    status: str,
    public: bool,  # noqa: FBT001 - a column of the table
) -> None:
    one = toets("2024-a", status=status, publicatie=Publicatie(zichtbaarheid=zichtbaarheid))
    assert bool(built(one).toetsen) is public
    assert built(one, internal=True).toetsen == (one,)


def test_of_a_public_toets_only_what_is_public_is_shown() -> None:
    one, hidden = sensitive(), toets("2026-z", status="concept")
    assert one.public
    around = built(one, hidden, internal=True)
    shown, beside = library.visible(one, around, internal=False)
    assert (shown, beside) == (beside.by_id(one.id), built(one, hidden))
    assert PLANTED not in repr((shown, beside))
    assert library.visible(one, around, internal=True) == (one, around)
    assert library.visible(hidden, around, internal=False) == (hidden, around)
    elsewhere = replace(one, id="2024-elders")
    assert library.visible(elsewhere, around, internal=False)[0] == library.redact(elsewhere)


def test_it_is_sorted_and_knows_its_words() -> None:
    made = built(toets("2025-b"), toets("2024-z"), toets("2025-a"))
    assert [t.id for t in made.toetsen] == ["2024-z", "2025-a", "2025-b"]
    assert made.word("in_uitvoering") == "in uitvoering"
    assert made.reference_date == "2026-03-01"
    assert made.value_lists is LISTS
    assert not made.internal


def sensitive() -> Toets:
    """A public toets with the secret in every place that is not public."""
    return toets(
        "2024-a",
        bronnen=(Bron("open", "rapport", "Rapport"), Bron(f"n-{PLANTED}", "intern", PLANTED)),
        beslisnota=Beslisnota(
            gevraagd_besluit=PLANTED, niet_openbaar=(NietOpenbaar(PLANTED, "5.1.2i"),)
        ),
        kerncijfers=(Kerncijfer("k1", "gebruik", 170, bron=f"n-{PLANTED}"),),
        aanleiding=Aanleiding(aangekondigd_in=(Aankondiging(f"n-{PLANTED}"), Aankondiging("open"))),
        bevindingen=(
            Bevinding("b1", "toets", "1A", "Titel", bronnen=("open", f"n-{PLANTED}")),
            Bevinding("b2", "toets", "1A", "Titel", bronnen=(f"n-{PLANTED}",)),
        ),
        acties=(
            actie("a1", grondslag=(Grondslag("toezegging", f"n-{PLANTED}", "Gezegd."),)),
            actie("a2", bronnen=(f"n-{PLANTED}", "open")),
        ),
        conflicten=(
            Conflict(
                "peildatum", (Conflictwaarde(PLANTED, f"n-{PLANTED}"), Conflictwaarde("1", "open"))
            ),
            Conflict(
                "titel",
                (
                    Conflictwaarde(PLANTED, f"n-{PLANTED}"),
                    Conflictwaarde("1", "open"),
                    Conflictwaarde("2", "brief"),
                ),
            ),
        ),
        verwante_toetsen=(f"2024-{PLANTED}", "2023-oud", "2025-b"),
    )


def test_nothing_that_is_not_public_survives() -> None:
    hidden = toets(f"2024-{PLANTED}", titel=PLANTED, publicatie=Publicatie(zichtbaarheid="intern"))
    later = toets("2025-b", vorige_ids=("2023-oud",))
    assert PLANTED in repr(built(sensitive(), hidden, later, internal=True))
    public = built(sensitive(), hidden, later)
    assert PLANTED not in repr(public)
    assert [t.id for t in public.toetsen] == ["2024-a", "2025-b"]
    assert public.toetsen[0].verwante_toetsen == ("2023-oud", "2025-b")


def test_redacting_keeps_all_that_is_public() -> None:
    found = redact(sensitive())
    assert found.kerncijfers == (Kerncijfer("k1", "gebruik", 170),)
    assert found.aanleiding == Aanleiding(aangekondigd_in=(Aankondiging("open"),))
    assert [b.bronnen for b in found.bevindingen] == [("open",), ()]
    assert found.acties[0].grondslag == (Grondslag("toezegging", None, "Gezegd."),)
    assert found.acties[1].bronnen == ("open",)
    assert [c.veld for c in found.conflicten] == ["titel"]
    assert len(found.conflicten[0].waarden) == 2


def test_redacting_leaves_out_conversations_and_every_word_of_the_beslisnota() -> None:
    one = toets(
        "2024-a",
        bronnen=(Bron("open", "rapport", "R"), Bron("praat", "gesprek", PLANTED)),
        bevindingen=(Bevinding("b1", "toets", "1A", "Titel", bronnen=("open", "praat")),),
        brief=Brief(bijlagen=(Bijlage("1", "Rapport"), Bijlage("2", PLANTED, "intern"))),
        publicatie=Publicatie(
            woo_categorie=(
                WooCategorie("beslisnota", "vergaderstukken_staten_generaal"),
                WooCategorie("rapport", "onderzoeksrapporten"),
            )
        ),
    )
    found = redact(one)
    assert PLANTED not in repr(found)
    assert found.bevindingen[0].bronnen == ("open",)
    assert [item.document for item in found.publicatie.woo_categorie] == ["rapport"]
    assert found.brief is not None
    assert [item.nummer for item in found.brief.bijlagen] == ["1"]


def test_a_ground_that_names_a_conclusion_is_no_reference_to_a_source() -> None:
    one = toets(
        "2024-a",
        bronnen=(Bron("c1", "intern", "Notitie"),),
        conclusies=(Conclusie("c1", "brief", "Titel"),),
        acties=(actie("a1", grondslag=(Grondslag("conclusie", "c1"),)),),
    )
    assert redact(one) == replace(one, bronnen=())


def test_without_anything_internal_redacting_changes_nothing() -> None:
    one = toets("2024-a", bronnen=(Bron("open", "rapport", "R"),), centrale_vragen={})
    assert redact(one) == one


@pytest.mark.parametrize("path", TOETSEN, ids=lambda path: path.stem)
def test_with_every_source_internal_no_toets_refers_to_any(path: Path) -> None:
    one = pipeline.check(Source(path.name, path.read_text(encoding="utf-8")), SCHEMAS).value
    assert one is not None
    internal = tuple(replace(bron, soort="intern") for bron in one.bronnen)
    bare = redact(replace(one, bronnen=internal))
    assert not [ref for _, name, ref in references(bare) if name == "bronnen"]
    assert bare.bronnen == ()
    assert len(bare.bevindingen) == len(one.bevindingen)
    assert redact(bare) == bare


# --- registers ------------------------------------------------------------------------------


def test_organisations_come_by_name_with_their_roles() -> None:
    one = toets("2024-a", organisaties=(Organisatie("szw", ("beleid", "opdrachtgever")),))
    two = toets(
        "2025-b",
        organisaties=(
            Organisatie("szw", ("beleid",)),
            Organisatie("bureau", ("extern_onderzoek",), naam="Bureau Noord"),
        ),
    )
    found = library.involved(built(two, one))
    assert list(found) == ["bureau", "szw"]
    assert [(t.id, roles) for t, roles in found["szw"]] == [
        ("2024-a", ("beleid", "opdrachtgever")),
        ("2025-b", ("beleid",)),
    ]


# --- rules across files ---------------------------------------------------------------------


def test_related_toetsen_exist() -> None:
    one = toets("2024-a", verwante_toetsen=("2025-b", "2023-oud", "2024-c", "2024-a"))
    two = toets("2025-b", vorige_ids=("2023-oud",))
    found = check(entries(one, two))
    assert [(name, f.code, str(f.route)) for name, f in found] == [
        ("toetsen/0.yaml", "T901", "verwante_toetsen[2]"),
        ("toetsen/0.yaml", "T901", "verwante_toetsen[3]"),
    ]
    assert "‘2024-c’ bestaat niet" in found[0][1].message
    assert found[0][1].help == "bedoelde u ‘2024-a’?"
    assert "naar zichzelf" in found[1][1].message


def test_an_id_is_that_of_one_file() -> None:
    two = (toets("2024-a"), toets("2024-a", regeling=Regeling("Andere wet")))
    assert said(*two) == [("toetsen/1.yaml", "T902", "id")]
    assert "toetsen/0.yaml" in check(entries(*two))[0][1].message


def test_an_earlier_id_is_nobody_elses() -> None:
    now = toets("2024-a", vorige_ids=("2024-a", "2023-x", "2025-b"))
    other = toets("2025-b", vorige_ids=("2023-x", "2022-y"))
    assert said(now, other) == [
        ("toetsen/0.yaml", "T903", "vorige_ids[0]"),
        ("toetsen/0.yaml", "T903", "vorige_ids[2]"),
        ("toetsen/1.yaml", "T903", "vorige_ids[0]"),
    ]


def test_a_second_toets_on_a_regulation_is_hinted_at_unless_related() -> None:
    wet = Regeling("Wet op de huurtoeslag")
    one = toets("2024-a", regeling=wet)
    two = toets("2026-b", regeling=replace(wet, citeertitel="wet op de Huurtoeslag"))
    found = check(entries(one, two))
    assert [(name, f.code, f.severity) for name, f in found] == [
        ("toetsen/1.yaml", "T904", Severity.HINT)
    ]
    assert not said(one, replace(two, verwante_toetsen=("2024-a",)))
    assert not said(replace(one, verwante_toetsen=("2026-b",)), two)
    assert not said(one, replace(two, soort="afweging"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_files_side_by_side_give_exactly_what_they_announce(folder: Path) -> None:
    sources = [
        Source(path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.yaml"))
    ]
    checked = [(source, pipeline.check(source, SCHEMAS)) for source in sources]
    assert [c.diagnostics for _, c in checked] == [()] * len(sources)
    found = check([Entry(source.name, outline(c.value)) for source, c in checked if c.value])
    assert found
    for source in sources:
        here = [finding for name, finding in found if name == source.name]
        diagnostics = pipeline.diagnose_source(source, here)
        announced = expectations(source.text)
        assert [e for e in announced if not any(e.meets(d) for d in diagnostics)] == []
        assert len(diagnostics) == len(announced)


@pytest.mark.parametrize("rule", LIBRARY_RULES, ids=lambda rule: rule.code)
def test_every_rule_across_files_has_a_manual_that_can_be_read(
    rule: library.LibraryRule,
) -> None:
    manual = MANUALS[rule.code]
    assert rule.code.startswith("T9")
    assert manual.slug == rule.function.__name__
    assert all((manual.title, manual.what, manual.why))
    for example in (manual.wrong, manual.right):
        assert isinstance(yaml.load(example, yaml.BaseLoader), dict)  # noqa: S506 - only text
