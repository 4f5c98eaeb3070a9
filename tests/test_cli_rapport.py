"""``toets rapport`` for more than one report of one toets: variants, overviews, spreadsheets."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from invoeringstoets import assets, cli
from invoeringstoets.cli import progress
from invoeringstoets.cli.shell import Shell
from invoeringstoets.reports import OVERVIEWS, REPORTS
from invoeringstoets.workspace import find_project
from surroundings import Run

Toets = Callable[..., Run]
Add = Callable[..., Path]

MD = ("--naar", "markdown")


@pytest.fixture
def shelf(project: Path) -> Path:
    """A project with a real toets, an invented one and one that is not public."""
    for name in ("2024-kot-wlz", "2025-stagevergoeding-mbo", "2026-verblijfspas-online"):
        text = assets.text(f"toetsen/{name}.yaml").replace("verwante_toetsen:", "# verwant:")
        (project / "toetsen" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return project


def names(run: Run) -> set[str]:
    return {Path(line).name for line in run.out.splitlines()}


# --- one toets --------------------------------------------------------------------------------


def test_a_letter_to_each_kamer_is_a_file(shelf: Path, toets: Toets) -> None:
    run = toets("rapport", "2025-stagevergoeding-mbo", "--soort", "kamerbrief", *MD)
    assert run.code == 0
    assert names(run) == {
        "2025-stagevergoeding-mbo-kamerbrief-tk.md",
        "2025-stagevergoeding-mbo-kamerbrief-ek.md",
    }


def test_a_list_becomes_a_spreadsheet_and_other_reports_do_not(shelf: Path, toets: Toets) -> None:
    words = ("rapport", "2024-kot-wlz", "--naar", "xlsx", "csv")
    run = toets(*words)
    assert run.code == 0
    assert names(run) == {"2024-kot-wlz-actielijst.xlsx", "2024-kot-wlz-actielijst.csv"}
    assert "niet gemaakt: rapport: ‘Rapport’ is geen tabel; xlsx is er voor: actielijst." in run.err
    asked = toets(*words, "--soort", "rapport")
    assert (asked.code, asked.out) == (1, "")
    assert "is geen tabel" in asked.err


def test_without_formats_each_report_comes_in_all_that_fit(shelf: Path, toets: Toets) -> None:
    run = toets("rapport", "2024-kot-wlz", "--soort", "actielijst", "samenvatting")
    made = names(run)
    assert run.code == 0
    assert "2024-kot-wlz-actielijst.xlsx" in made
    assert "2024-kot-wlz-samenvatting.pdf" in made
    assert "2024-kot-wlz-samenvatting.xlsx" not in made
    assert "geen tabel" not in run.err


def test_the_note_to_the_minister_is_made_only_when_asked_for_internally(
    shelf: Path, toets: Toets
) -> None:
    words = ("rapport", "2025-stagevergoeding-mbo", "--soort", "beslisnota", *MD)
    refused = toets(*words)
    assert (refused.code, refused.out) == (1, "")
    assert "--intern" in refused.err
    run = toets(*words, "--intern")
    assert names(run) == {"2025-stagevergoeding-mbo-beslisnota.md"}


def test_a_version_for_the_public_takes_no_internal_data_along(shelf: Path, toets: Toets) -> None:
    path = shelf / "toetsen" / "2025-stagevergoeding-mbo.yaml"
    text = path.read_text(encoding="utf-8")
    hidden = "De raming van de kosten van de verkenning."
    assert f"- passage: {hidden}" in text
    first = "  kernpunten:\n"
    path.write_text(text.replace(first, f"{first}    - {hidden}\n"), encoding="utf-8")
    words = ("--soort", "beslisnota", "--naar", "pdf", "--intern", "--bron", "--map", "uit")
    assert toets("rapport", "2025-stagevergoeding-mbo", *words).code == 0
    whole = PdfReader(shelf / "uit" / "2025-stagevergoeding-mbo-beslisnota.pdf")
    public = PdfReader(shelf / "uit" / "2025-stagevergoeding-mbo-beslisnota-openbaar.pdf")
    assert len(whole.attachments) == 1
    assert len(public.attachments) == 0
    assert hidden not in " ".join("".join(p.extract_text() for p in public.pages).split())


# --- all toetsen ------------------------------------------------------------------------------


def test_a_letter_over_all_toetsen_needs_no_id(shelf: Path, toets: Toets) -> None:
    run = toets("rapport", "--soort", "stand_van_zaken", *MD)
    assert (run.code, run.out) == (0, "build/rapporten/stand-van-zaken.md\n")
    text = (shelf / "build" / "rapporten" / "stand-van-zaken.md").read_text(encoding="utf-8")
    assert "Kinderopvangtoeslag bij een permanente" in text
    assert "agevergoeding" not in text
    assert "Verblijfspas" not in text


def test_who_sends_it_stands_in_the_settings(shelf: Path, toets: Toets) -> None:
    (shelf / "toets.toml").write_text(
        '[stand_van_zaken]\nplaats = "Den Haag"\ndatum = 2026-12-01\n'
        'afzender = {organisatie = "szw"}\n'
        'ondertekenaars = [{ambt = "minister van Proef", naam = "P. Roef"}]\n'
        'verzendingen = [{kamer = "tk"}, {kamer = "ek", datum = 2026-12-02T10:00:00}]\n'
    )
    run = toets("rapport", "--soort", "stand_van_zaken", *MD)
    assert names(run) == {"stand-van-zaken-tk.md", "stand-van-zaken-ek.md"}
    text = (shelf / "build/rapporten/stand-van-zaken-ek.md").read_text(encoding="utf-8")
    for words in ("P. Roef", "Den Haag, 2 december 2026", "Ministerie van Sociale Zaken"):
        assert words in text.replace("\u00a0", " ")


def test_a_slip_in_the_letter_of_the_settings_is_told_in_its_place(
    shelf: Path, toets: Toets
) -> None:
    (shelf / "toets.toml").write_text(
        'bouw = "uit"\n[stand_van_zaken]\nplaats = "Den Haag"\nafzendr = {organisatie = "szw"}\n'
    )
    run = toets("rapport", "--soort", "stand_van_zaken", *MD)
    assert run.code == 1
    assert "toets.toml:4:1" in run.err
    assert "afzender" in run.err
    assert find_project(shelf).brief.plaats is None


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('afzender = {organisatie = "szww"}', 2, ("organisatie ‘szww’", "bedoelde u ‘szw’?")),
        ('tekst = "bewerking"', 2, ("‘tekst’ kan niet", "uit het register gemaakt")),
        ('origineel = "https://a.nl"', 2, ("‘origineel’ kan niet", "haal deze sleutel weg")),
        ('eigen_instrumenttekst = "X"', 2, ("‘eigen_instrumenttekst’ kan niet", "één toets")),
        (
            'bijlagen = [{nummer = "1", titel = "A"},\n{nummer = "2", titel = "B", bron = "b"}]',
            3,
            ("‘bron’ kan niet in een brief over alle toetsen", "bronnen staan in een toets"),
        ),
        (
            'bijlagen = [{nummer = "1", titel = "A", vorm = "in_brief"}]',
            2,
            ("‘vorm’ kan niet", "drukt geen bijlage af"),
        ),
        (
            '[[stand_van_zaken.paragrafen]]\nkop = "K"\nconclusies = true',
            4,
            ("‘conclusies’ kan niet", "vaste paragrafen"),
        ),
    ],
)
def test_what_makes_no_sense_over_all_toetsen_is_told(
    shelf: Path, toets: Toets, *, text: str, line: int, words: tuple[str, str]
) -> None:
    settings = shelf / "toets.toml"
    settings.write_text(f"[stand_van_zaken]\n{text}\n", encoding="utf-8")
    run = toets("rapport", "--soort", "stand_van_zaken", *MD)
    assert run.code == 1
    assert run.err.count("fout[") == 1, run.err
    for said in (f"toets.toml:{line}:", *words):
        assert said in run.err, run.err


def test_the_same_as_without_is_no_slip(shelf: Path, toets: Toets) -> None:
    (shelf / "waardelijsten").mkdir()
    (shelf / "waardelijsten" / "organisaties.yaml").write_text(
        "waarden:\n  - id: gemeente-x\n    naam: Gemeente X\n", encoding="utf-8"
    )
    (shelf / "toets.toml").write_text(
        '[stand_van_zaken]\ntekst = "authentiek"\nafzender = {organisatie = "gemeente-x"}\n'
        'bijlagen = [{nummer = "1", titel = "A", vorm = "los"}]\n',
        encoding="utf-8",
    )
    assert toets("rapport", "--soort", "stand_van_zaken", *MD).code == 0
    text = (shelf / "build" / "rapporten" / "stand-van-zaken.md").read_text(encoding="utf-8")
    assert "Gemeente X" in text
    assert "Bijlage 1: A (los meegezonden)" in text


def test_one_year_can_be_asked_for(shelf: Path, toets: Toets) -> None:
    assert names(toets("rapport", "--jaar", "2024", *MD)) == {"jaaroverzicht-2024.md"}
    assert "jaaroverzicht-2024.md" in names(toets("rapport", "--soort", "jaaroverzicht", *MD))
    for kind in (("--soort", "jaaroverzicht"), ()):
        run = toets("rapport", *kind, "--jaar", "1999")
        assert (run.code, run.out) == (1, "")
        assert "Over 1999 is niets vastgelegd; wel over 2024." in run.err
    both = ("--soort", "jaaroverzicht", "actielijst", "--jaar", "2024")
    assert names(toets("rapport", *both, *MD)) == {"jaaroverzicht-2024.md", "actielijst.md"}


def test_of_all_toetsen_it_is_counted_what_could_not_be_made(shelf: Path, toets: Toets) -> None:
    run = toets("rapport", "--alle", *MD)
    assert run.code == 0
    assert "niet gemaakt, omdat de gegevens het niet toelaten" in run.err
    assert "met -v de reden" in run.err
    told = toets("rapport", "--alle", "-v", *MD).err
    assert "niet gemaakt: beslisnota" in told
    assert "met -v de reden" not in told


def test_the_actions_of_all_toetsen_as_a_spreadsheet(shelf: Path, toets: Toets) -> None:
    run = toets("rapport", "--soort", "actielijst", "--naar", "csv", "--map", "uit")
    assert run.out == "uit/actielijst.csv\n"
    text = (shelf / "uit" / "actielijst.csv").read_text(encoding="utf-8-sig")
    assert text.count("\n2024-kot-wlz;") == 5
    assert text.count("\n2025-stagevergoeding-mbo;") == 5


def test_all_reports_of_all_toetsen(shelf: Path, toets: Toets) -> None:
    run = toets("rapport", "--alle", *MD)
    assert run.code == 0
    folder = shelf / "build" / "rapporten"
    assert (folder / "2024-kot-wlz" / "2024-kot-wlz-samenvatting.md").is_file()
    assert (
        folder / "2025-stagevergoeding-mbo" / "2025-stagevergoeding-mbo-kamerbrief-ek.md"
    ).is_file()
    assert {path.stem for path in folder.glob("*.md")} == {
        "stand-van-zaken", "jaaroverzicht-2024", "actielijst"
    }  # fmt: skip
    assert not list(folder.rglob("*verblijfspas*"))
    assert not list(folder.rglob("*beslisnota*"))
    assert "niet openbaar, dus overgeslagen: 1\u00a0toets; met --intern wel" in run.err
    inside = toets("rapport", "--alle", "--intern", *MD)
    assert "2026-verblijfspas-online-kamerbrief.md" in names(inside)
    assert "2025-stagevergoeding-mbo-beslisnota.md" in names(inside)


def test_a_kind_of_all_toetsen(shelf: Path, toets: Toets) -> None:
    run = toets("rapport", "--alle", "--soort", "samenvatting", *MD)
    assert run.code == 0
    assert names(run) == {
        "2024-kot-wlz-samenvatting.md",
        "2025-stagevergoeding-mbo-samenvatting.md",
    }


def test_a_fault_in_one_toets_stops_all_and_writes_nothing(
    shelf: Path, toets: Toets, add_toets: Add
) -> None:
    path = add_toets()
    path.write_text(path.read_text().replace("status: concept", "status: concpt"))
    run = toets("rapport", "--alle", *MD)
    assert (run.code, run.out) == (1, "")
    assert "2025-proef.yaml" in run.err
    assert not (shelf / "build" / "rapporten").exists()


def test_nothing_is_drawn_twice(shelf: Path, toets: Toets) -> None:
    words = ("rapport", "--soort", *OVERVIEWS, "-v")
    assert "niet opnieuw" not in toets(*words).err
    again = toets(*words).err
    assert len(re.findall("niet opnieuw getekend", again)) == len(again.splitlines()) > 5


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "van welke toets?"),
        (["--soort", "kamerbrief"], "‘kamerbrief’ gaat over één toets: over welke?"),
        (["x", "--soort", "stand_van_zaken"], "‘stand_van_zaken’ gaat over alle toetsen samen"),
        (["x", "--alle"], "een toets en ‘--alle’ gaan niet samen"),
        (["x", "--jaar", "2024"], "‘--jaar’ hoort bij het jaaroverzicht"),
        (["--soort", "actielijst", "--bron"], "‘--bron’ doet de gegevens van een toets in de PDF"),
        (["--soort", "actielijst", "--jaar", "2024"], "‘--jaar’ hoort bij het jaaroverzicht"),
        (["--jaar", "24"], "‘24’ is geen jaar"),
        (["--soort", "jaaroverzich"], "bedoelde u ‘jaaroverzicht’?"),
        (["--alle", "--naar", "xls"], "bedoelde u ‘xlsx’?"),
    ],
)
def test_wrong_use_says_what_is_right(toets: Toets, words: list[str], message: str) -> None:
    run = toets("rapport", *words)
    assert (run.code, run.out) == (2, "")
    assert message in run.err


# --- progress ---------------------------------------------------------------------------------


class Terminal:
    """A stream that says it is a terminal (or not), and remembers what is written."""

    def __init__(self, *, tty: bool) -> None:
        self.tty, self.text = tty, ""

    def isatty(self) -> bool:
        return self.tty

    def write(self, text: str) -> None:
        self.text += text

    def flush(self) -> None: ...


@pytest.mark.parametrize(
    ("tty", "options", "bar"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"quiet": True}, False),
        (True, {"verbose": True}, False),
    ],
)
def test_a_bar_is_only_for_who_looks(
    project: Path, *, tty: bool, options: dict[str, bool], bar: bool
) -> None:
    stream = Terminal(tty=tty)
    shell = Shell(stdout=stream, stderr=stream, project=find_project(project), **options)  # type: ignore[arg-type]
    assert list(progress.progress(shell, (1, 2), what="werk")) == [1, 2]
    if not bar:
        assert stream.text == ""
        return
    assert "werk" in stream.text
    assert "0/2" in stream.text
    assert "█░" in stream.text
    assert stream.text.endswith("\r\x1b[2K")


def test_the_bar_is_wiped_when_work_breaks_off(project: Path) -> None:
    stream = Terminal(tty=True)
    shell = Shell(stdout=stream, stderr=stream, project=find_project(project))  # type: ignore[arg-type]
    for _ in progress.progress(shell, (1, 2), what="werk"):
        break
    assert stream.text.endswith("\r\x1b[2K")


def test_help_tells_of_both_lists(toets: Toets) -> None:
    help_text = " ".join(toets("rapport", "--help").out.split())
    assert f"van alle toetsen samen: {', '.join(OVERVIEWS)}" in help_text
    assert f"van een toets: {', '.join(REPORTS)}" in help_text


def test_a_reader_at_a_terminal_gets_a_count_instead_of_every_path(
    shelf: Path, toets: Toets, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli, "_width", lambda _: 80)
    run = toets("rapport", "--alle", "--soort", "samenvatting", *MD)
    assert run.out == ""
    assert "2\u00a0bestanden in build/rapporten" in run.err
