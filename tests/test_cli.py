"""The commands as a user or a script meets them: words in, text and an exit code out."""

from __future__ import annotations

import json
import os
import re
import runpy
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from invoeringstoets import (
    __version__,
    assets,
    cli,
    explain,
    library,
    rules,
    schema,
    selection,
    syntax,
)
from invoeringstoets.cli import COMMANDS, controleer, nieuw, uitleg
from invoeringstoets.cli.shell import UsageError
from invoeringstoets.formats import FORMATS, html, pdf
from invoeringstoets.reports import REPORTS
from invoeringstoets.workspace import faults, fingerprint, renders
from surroundings import Run

Toets = Callable[..., Run]
Add = Callable[..., Path]


def in_a_process(*words: str, cwd: Path, **kwargs: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "invoeringstoets", *words]
    return subprocess.run(command, cwd=cwd, check=False, capture_output=True, **kwargs)


# --- the program as a whole ---------------------------------------------------------------


def test_help_names_every_command_with_its_summary(toets: Toets) -> None:
    run = toets("--help")
    assert run.code == 0
    for name in COMMANDS:
        assert re.search(rf"^  {name}  +\S", run.out, re.MULTILINE)
    assert toets("-h").out == run.out


@pytest.mark.parametrize("word", ["help", "hulp"])
def test_help_may_be_asked_for_as_a_command(toets: Toets, word: str) -> None:
    assert toets(word) == toets("--help")
    assert toets(word, "rapport") == toets("rapport", "--help")


def test_without_a_command_the_help_is_an_error(toets: Toets) -> None:
    run = toets()
    assert (run.code, run.out) == (2, "")
    assert "opdrachten:" in run.err


def test_version(toets: Toets) -> None:
    assert toets("--version") == Run(0, f"toets {__version__}\n", "")


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_each_command_is_dutch_and_has_examples(toets: Toets, name: str) -> None:
    run = toets(name, "--help")
    assert run.code == 0
    assert run.out.startswith(f"gebruik: toets {name} ")
    assert f"voorbeelden:\n  toets {name}" in run.out
    for english in ("usage", "options", "positional", "show this help"):
        assert english not in run.out
    assert max(map(len, run.out.splitlines())) <= 100


@pytest.mark.parametrize("name", COMMANDS)
def test_every_example_is_a_command_line_that_is_understood(name: str) -> None:
    chosen = cli.command(name)
    assert name == chosen.NAME
    for line, _ in chosen.EXAMPLES:
        parser = cli.Parser(f"toets {name}")
        chosen.configure(parser)
        program, command, *words = re.findall(r'"[^"]*"|\S+', line)
        assert (program, command) == ("toets", name)
        parser.read(words)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["kontroleer"], "onbekende opdracht ‘kontroleer’\n  bedoelde u ‘controleer’?"),
        (["xyz"], "onbekende opdracht ‘xyz’\n  de opdrachten zijn: nieuw, controleer"),
        (["--versien"], "onbekende optie ‘--versien’\n  bedoelde u ‘--version’?"),
        (["controleer", "--formaad", "json"], "‘--formaad’\n  bedoelde u ‘--formaat’?"),
        (["controleer", "--formaad=json"], "‘--formaad’\n  bedoelde u ‘--formaat’?"),
        (["controleer", "--zzz"], "onbekende optie ‘--zzz’\n  gebruik: toets controleer"),
        (["controleer", "--formaat", "jsn"], "onbekend formaat ‘jsn’\n  bedoelde u ‘json’?"),
        (["controleer", "--formaat"], "na ‘--formaat’ ontbreekt een waarde\n  --formaat F"),
        (["controleer", "--stil=x"], "‘--stil’ krijgt geen waarde"),
        (["rapport"], "van welke toets?\n  geef het id van een toets"),
        (["rapport", "x", "--op", "2026-02-30"], "‘2026-02-30’ is geen datum"),
        (["rapport", "x", "--op", "gisteren"], "schrijf een datum als jjjj-mm-dd"),
        (["uitleg", "T101", "T102"], "‘T102’ is te veel"),
        (["uitleg", "T10l"], "onbekende code ‘T10l’\n  bedoelde u ‘T1"),
        (["uitleg", "zzz"], "onbekende code ‘zzz’\n  ‘toets uitleg’ toont alle codes"),
    ],
)
def test_wrong_use_says_what_is_right(
    project: Path, toets: Toets, words: list[str], message: str
) -> None:
    run = toets(*words)
    assert (run.code, run.out) == (2, "")
    assert message in run.err
    assert run.err.startswith("toets: ")


def test_options_may_stand_before_between_and_after(
    project: Path, toets: Toets, add_toets: Add
) -> None:
    one, two = add_toets("2025-een"), add_toets("2025-twee")
    run = toets("-q", "controleer", str(one), "--formaat", "json", str(two))
    assert run.code == 0
    assert json.loads(run.out)


def test_a_bug_is_told_with_what_to_report(
    project: Path, toets: Toets, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> int:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(uitleg, "run", broken)
    run = toets("uitleg")
    assert (run.code, run.out) == (3, "")
    assert "ZeroDivisionError: division by zero" in run.err
    assert "test_cli.py, regel" in run.err
    assert "Meld dit" in run.err
    assert "Traceback" not in run.err
    assert "Traceback" in toets("uitleg", "-v").err


def test_interrupting_is_quiet(
    project: Path, toets: Toets, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(uitleg, "run", interrupted)
    assert toets("uitleg") == Run(130, "", "toets: afgebroken\n")


def test_a_reader_that_stops_reading_causes_no_noise(project: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "invoeringstoets", "schema"]
    ended = subprocess.run(command, cwd=project, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert ended.stderr == b""
    assert ended.returncode == 141


def test_output_is_utf8_whatever_the_console(project: Path, add_toets: Add) -> None:
    add_toets(text="titel: é\n")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    ended = in_a_process("controleer", cwd=project, env=environment)
    assert ended.returncode == 1
    assert "‘" in ended.stdout.decode("utf-8")


def test_colour_follows_the_terminal_and_the_environment(
    project: Path, toets: Toets, add_toets: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_toets(text="a: 1\n")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in toets("controleer").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in toets("controleer").out


@pytest.mark.parametrize(
    ("words", "heavy"),
    [
        (["controleer"], {"mkdocs", "typst", "jinja2", "jsonschema", "markdown", "click"}),
        (["nieuw", "2026-x"], {"mkdocs", "typst", "jinja2", "markdown", "click"}),
        (["rapport", "2025-proef"], {"mkdocs", "jsonschema", "markdown", "click"}),
    ],
)
def test_a_command_loads_only_what_it_needs(
    project: Path, add_toets: Add, words: list[str], heavy: set[str]
) -> None:
    add_toets()
    program = (
        "import sys\nfrom invoeringstoets.cli import main\n"
        f"code = main({words!r})\n"
        f"print(code, sorted({heavy!r} & sys.modules.keys()), file=sys.stderr)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=project, check=True, capture_output=True
    )
    assert ended.stderr.decode().splitlines()[-1] == "0 []"


# --- controleer ---------------------------------------------------------------------------


def test_controleer_counts_what_is_right(project: Path, toets: Toets, add_toets: Add) -> None:
    add_toets()
    run = toets("controleer")
    assert run.code == 0
    assert "1 bestand" in run.out.splitlines()[-1]
    assert toets("controleer", "-q") == Run(0, "", "")


def test_controleer_points_at_the_fault(project: Path, toets: Toets, add_toets: Add) -> None:
    text = add_toets().read_text().replace("citeertitel", "citertitel")
    add_toets(text=text)
    run = toets("controleer")
    assert run.code == 1
    assert "--> toetsen/2025-proef.yaml:8:3" in run.out
    assert "   |   ^^^^^^^^^^" in run.out or "  |   ^^^^^^^^^^" in run.out
    assert "bedoelde u ‘citeertitel’?" in run.out
    assert run.out.splitlines()[-1].startswith("1 fout")


def test_controleer_speaks_json_and_github(project: Path, toets: Toets, add_toets: Add) -> None:
    add_toets(text="a: 1\n")
    data = json.loads(toets("controleer", "--formaat", "json").out)
    assert "toetsen/2025-proef.yaml" in json.dumps(data)
    github = toets("controleer", "--formaat", "github")
    assert github.out.startswith("::error file=toetsen/2025-proef.yaml,line=1")
    assert github.code == 1


def test_controleer_outside_the_project_uses_its_words(
    project: Path, toets: Toets, add_toets: Add, tmp_path_factory: pytest.TempPathFactory
) -> None:
    add_toets("2025-proef")
    lists = project / "waardelijsten"
    lists.mkdir()
    (lists / "organisaties.yaml").write_text(
        "titel: Organisaties\nwaarden:\n  - id: gemeente-x\n    naam: Gemeente X\n"
    )
    outside = tmp_path_factory.mktemp("elders") / "2025-elders.yaml"
    base = add_toets("2025-proef").read_text().replace("2025-proef", "2025-elders")
    base += "verwante_toetsen: [2025-proef]\n"
    outside.write_text(base.replace("id: szw", "id: gemeente-x"))
    run = toets("controleer", str(outside))
    assert (run.code, run.err) == (0, ""), run.out
    outside.write_text(base.replace("id: szw", "id: gemeente-y"))
    assert "gemeente-y" in toets("controleer", str(outside)).out


def test_a_copy_elsewhere_is_not_a_duplicate(
    project: Path, toets: Toets, add_toets: Add, tmp_path_factory: pytest.TempPathFactory
) -> None:
    copy = tmp_path_factory.mktemp("elders") / "2025-proef.yaml"
    copy.write_bytes(add_toets("2025-proef").read_bytes())
    assert toets("controleer", str(copy)).code == 0


def test_related_toetsen_are_found_when_one_file_is_asked_for(
    project: Path, toets: Toets, add_toets: Add
) -> None:
    other = add_toets("2025-een")
    text = add_toets("2025-twee").read_text() + "verwante_toetsen: [2025-een]\n"
    path = add_toets("2025-twee", text)
    assert toets("controleer", str(path)).code == 0
    add_toets("2025-een", "a: 1\n")
    assert toets("controleer", str(path)).code == 0  # the fault is that of the other file
    other.unlink()
    run = toets("controleer", str(path))
    assert run.code == 1
    assert "2025-een" in run.out
    assert "toetsen/2025-een.yaml" not in run.out


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "T001"),
        (b"# alleen commentaar\n", "T001"),
        (b"\xff\xfet\x00", "T004"),
        (b"titel: caf\xe9\n", "T004"),
        (b"\t- {", "T0"),
        (b"[" * 200_000, "T0"),
        (b"- 1\n", "T1"),
        (b"schemaversie: '99'\n", "T101"),
    ],
)
def test_any_bad_file_gets_a_diagnostic(
    project: Path, toets: Toets, content: bytes, code: str
) -> None:
    (project / "toetsen" / "2025-x.yaml").write_bytes(content)
    run = toets("controleer")
    assert run.code == 1
    assert f"[{code}" in run.out
    assert "Traceback" not in run.out + run.err


def test_missing_files_and_folders(project: Path, toets: Toets) -> None:
    run = toets("controleer", "toetsen/2025-x.yaml")
    assert run.code == 1
    assert "fout[T090]: dit bestand bestaat niet" in run.out
    run = toets("controleer")
    assert run.code == 1
    assert "fout[T091]: in deze map staat geen toets" in run.out


def test_outside_any_project(tmp_path: Path, toets: Toets, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run = toets("controleer")
    assert run.code == 1
    assert "er is geen map met toetsen" in run.out
    assert "noem een bestand" in run.out


def test_wrong_settings_fail_the_check(project: Path, toets: Toets, add_toets: Add) -> None:
    add_toets()
    (project / "toets.toml").write_text("repo = 'x'\n")
    run = toets("controleer")
    assert run.code == 1
    assert "fout[T093]: onbekende instelling ‘repo’" in run.out


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("titel: x\n", "een lijst met de naam ‘waarden’"),
        ("- 1\n", "een lijst met de naam ‘waarden’"),
        ("waarden: [1]\n", "ten minste een id en een naam"),
        ("waarden:\n  - id: a\n", "ontbreekt ‘naam’"),
        ("waarden:\n  - {id: a, naam: A, kleur: b}\n", "onbekende sleutel ‘kleur’"),
        ("waarden:\n  - {id: a, naam: [A]}\n", "hoort een tekst te zijn"),
        ("waarden:\n  - {id: a, naam: A}\n  - {id: a, naam: B}\n", "twee keer"),
        ("waarden: [\n", "fout[T0"),
        ("\udcff", "fout[T004]"),
    ],
)
def test_wrong_value_lists_fail_the_check(
    project: Path, toets: Toets, add_toets: Add, text: str, message: str
) -> None:
    add_toets()
    path = project / "waardelijsten" / "themas.yaml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8", errors="surrogateescape")
    run = toets("controleer")
    assert run.code == 1
    assert message in run.out
    assert "waardelijsten/themas.yaml" in run.out
    failed = toets("schema")
    assert (failed.code, failed.out) == (1, "")
    assert message in failed.err


# --- nieuw --------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", nieuw.KINDS)
def test_a_new_file_passes_at_once(project: Path, toets: Toets, kind: str) -> None:
    title = 'Toets: "wat", \\ \' # en {id} é'
    run = toets("nieuw", "2026-visakte", "--soort", kind, "--titel", title)
    assert run.code == 0
    assert "toets controleer toetsen/2026-visakte.yaml" in run.err
    text = (project / "toetsen" / "2026-visakte.yaml").read_text(encoding="utf-8")
    assert "yaml-language-server" not in text
    checked = toets("controleer", "--formaat", "json")
    assert checked.code == 0, checked.out
    assert json.dumps(title, ensure_ascii=False) in text


def test_a_new_file_in_the_smallest_folder_makes_the_project(
    tmp_path: Path, toets: Toets, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert toets("nieuw", "2026-x", "-q") == Run(0, "", "")
    assert toets("controleer").code == 0


def test_a_new_file_names_the_schema_for_the_editor(project: Path, toets: Toets) -> None:
    toets("schema", "--naar", "schema/toets-1.schema.json")
    toets("nieuw", "2026-x")
    first, *_ = (project / "toetsen" / "2026-x.yaml").read_text().splitlines()
    assert first == "# yaml-language-server: $schema=../schema/toets-1.schema.json"
    assert toets("controleer").code == 0


@pytest.mark.parametrize("suffix", ["yaml", "yml"])
def test_new_never_overwrites(project: Path, toets: Toets, suffix: str) -> None:
    path = project / "toetsen" / f"2026-x.{suffix}"
    path.write_text("van mij\n")
    run = toets("nieuw", "2026-x")
    assert run.code == 2
    assert "bestaat al" in run.err
    assert path.read_text() == "van mij\n"
    assert len(list(path.parent.iterdir())) == 1


@pytest.mark.parametrize("name", ["x", "26-x", "2026-", "2026-Hoofd", "2026-a/../b", "2026_x"])
def test_new_wants_a_usable_id(project: Path, toets: Toets, name: str) -> None:
    run = toets("nieuw", name)
    assert run.code == 2
    assert "2026-huurtoeslag" in run.err
    assert list((project / "toetsen").iterdir()) == []


# --- uitleg and schema --------------------------------------------------------------------


def test_every_code_has_one_page(project: Path, toets: Toets) -> None:
    listed = toets("uitleg").out.splitlines()
    codes = [line.split()[0] for line in listed]
    assert codes == sorted(set(codes))
    assert {"T001", "T090", "T101", "T201", "T901"} <= set(codes)
    sources = (faults, selection, syntax, explain)
    count = sum(len(s.MANUALS) for s in (*sources, rules, library))
    assert count == len(codes)
    for code in codes:
        run = toets("uitleg", code.lower())
        assert run.code == 0
        assert all(part in run.out for part in (code, "Ernst:", "Waarom", "Fout", "Goed"))


def test_a_page_is_found_by_the_name_of_the_rule(project: Path, toets: Toets) -> None:
    assert toets("uitleg", "id-is-file-name").out == toets("uitleg", "T201").out


def test_the_schema_of_the_project_has_its_words(project: Path, toets: Toets) -> None:
    lists = project / "waardelijsten"
    lists.mkdir()
    (lists / "themas.json").write_text('{"waarden": [{"id": "eigen", "naam": "Eigen thema"}]}')
    assert '"eigen"' in toets("schema").out
    words = json.loads(toets("schema", "--waardelijsten").out)
    assert {"id": "eigen", "naam": "Eigen thema"} in words["themas"]
    assert len(words["themas"]) > 1


def test_the_schema_for_editors_is_the_composed_one() -> None:
    composed = schema.compose(schema.LATEST, schema.shipped_value_lists())
    committed = json.loads(assets.text("schema/toets-1.schema.json"))
    assert committed == composed, "run `make schema`"


def test_writing_the_schema_twice_changes_nothing(project: Path, toets: Toets) -> None:
    assert "geschreven" in toets("schema", "--naar", "x/s.json").err
    assert "al bij" in toets("schema", "--naar", "x/s.json").err


def test_a_place_that_cannot_be_written_is_wrong_use(project: Path, toets: Toets) -> None:
    run = toets("schema", "--naar", "toetsen")
    assert run.code == 2
    assert "kan ‘toetsen’ niet schrijven" in run.err


# --- rapport ------------------------------------------------------------------------------


def test_rapport_makes_everything_the_data_allow(
    project: Path, toets: Toets, add_toets: Add
) -> None:
    add_toets()
    run = toets("rapport", "2025-proef", "--naar", "markdown", "--naar", "html")
    assert run.code == 0
    folder = project / "build" / "rapporten" / "2025-proef"
    made = {path.name for path in folder.iterdir()}
    skipped = set(re.findall(r"^niet gemaakt: (\w+): \S", run.err, re.MULTILINE))
    assert made
    assert made == {
        f"2025-proef-{report}.{FORMATS[chosen].extension}"
        for report in REPORTS.keys() - skipped
        for chosen in ("markdown", "html")
    }
    assert {Path(line).name for line in run.out.splitlines()} == made
    assert "Wet op de proef" in (folder / "2025-proef-rapport.md").read_text(encoding="utf-8")


def test_a_report_that_was_asked_for_and_cannot_be_made_is_no_success(
    project: Path, toets: Toets, add_toets: Add
) -> None:
    path = add_toets()
    path.write_text(path.read_text().replace("status: concept", "status: gepland"))
    run = toets("rapport", "2025-proef", "--soort", "rapport")
    assert (run.code, run.out) == (1, "")
    assert "niet gemaakt: rapport: " in run.err
    assert toets("rapport", "2025-proef").code == 0


def test_rapport_of_a_path_outside_the_project(
    project: Path, toets: Toets, add_toets: Add, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("elders") / "2025-elders.yaml"
    outside.write_text(add_toets().read_text().replace("2025-proef", "2025-elders"))
    run = toets("rapport", str(outside), "--soort", "rapport", "--naar", "markdown", "--map", "uit")
    assert run.code == 0
    assert run.out == "uit/2025-elders-rapport.md\n"
    assert (project / "uit" / "2025-elders-rapport.md").is_file()


def test_rapport_of_a_faulty_toets_shows_why_and_writes_nothing(
    project: Path, toets: Toets, add_toets: Add
) -> None:
    words = ("rapport", "2025-proef", "--soort", "rapport", "--naar", "markdown")
    path = add_toets()
    toets(*words)
    made = project / "build" / "rapporten" / "2025-proef" / "2025-proef-rapport.md"
    before = made.read_bytes()
    path.write_text(path.read_text().replace("status: concept", "status: concpt"))
    run = toets(*words)
    assert (run.code, run.out) == (1, "")
    assert "toetsen/2025-proef.yaml:4:9" in run.err
    assert made.read_bytes() == before


def test_rapport_draws_again_only_what_changed(
    project: Path, toets: Toets, add_toets: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("rapport", "2025-proef", "--soort", "rapport", "--naar", "markdown", "-v")
    path = add_toets()
    assert "getekend" in toets(*words).err
    assert "niet opnieuw getekend" in toets(*words).err
    path.write_text(path.read_text().replace("Toets 2025-proef", "Een andere titel"))
    again = toets(*words)
    assert "niet opnieuw" not in again.err
    assert "niet opnieuw" in toets(*words).err
    monkeypatch.setattr(fingerprint, "_distributions", lambda _: ["pypdf-99.dist-info"])
    renders._program.cache_clear()
    assert "niet opnieuw" not in toets(*words).err
    renders._program.cache_clear()


def test_the_cache_forgets_what_nobody_asks_for(
    project: Path, toets: Toets, add_toets: Add
) -> None:
    kept = project / "build" / ".cache" / "rapporten"
    kept.mkdir(parents=True)
    (kept / "oud.pdf").write_bytes(b"")
    (kept / "nieuw.pdf").write_bytes(b"")
    os.utime(kept / "oud.pdf", (1, 1))
    add_toets()
    assert toets("rapport", "2025-proef", "--naar", "markdown").code == 0
    assert not (kept / "oud.pdf").exists()
    assert (kept / "nieuw.pdf").exists()


def test_rapport_of_an_unknown_toets_suggests(project: Path, toets: Toets, add_toets: Add) -> None:
    add_toets()
    run = toets("rapport", "2025-prof")
    assert run.code == 2
    assert "bedoelde u ‘2025-proef’?" in run.err
    assert "er is geen zzz.yaml in toetsen" in toets("rapport", "zzz").err
    missing = toets("rapport", "zzz.yaml")
    assert missing.code == 1
    assert "T090" in missing.err


@pytest.fixture
def installation(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """A copy of all that we ship, to break."""
    copy = tmp_path_factory.mktemp("installatie")
    for name in ("schema", "templates"):
        shutil.copytree(assets.path(name), copy / name)
    monkeypatch.setattr(assets, "_ROOT", copy)
    renders._program.cache_clear()
    yield copy
    html._environment.cache_clear()
    pdf._fonts.cache_clear()
    renders._program.cache_clear()


@pytest.mark.parametrize(
    "case",
    [
        ("pdf", "fonts/SourceSans3-Bold.ttf", None, "lettertype SourceSans3-Bold.ttf ontbreekt"),
        ("pdf", "typst/main.typ", None, "Typst kan de PDF niet maken"),
        ("pdf", "typst/main.typ", "#let x = (", "Typst kan de PDF niet maken"),
        ("html", "html/document.html", None, "sjabloon is niet te gebruiken"),
        ("html", "html/document.html", "{% if %}", "sjabloon is niet te gebruiken"),
        ("html", "html/document.css", None, "document.css"),
    ],
)
def test_a_broken_installation_is_told_and_what_was_there_stays(
    toets: Toets, add_toets: Add, installation: Path, case: tuple[str, str, str | None, str]
) -> None:
    chosen, broken, content, message = case
    path = add_toets()
    words = ("rapport", "2025-proef", "--naar", chosen, "--map", "uit")
    assert toets(*words).code == 0
    before = {p.name: p.read_bytes() for p in Path("uit").iterdir()}
    path.write_text(path.read_text().replace("Toets 2025-proef", "Een andere titel"))
    template = installation / "templates" / broken
    html._environment.cache_clear()
    pdf._fonts.cache_clear()
    if content is None:
        template.unlink()
    else:
        template.write_text(content)
    run = toets(*words)
    assert (run.code, run.out) == (3, "")
    assert message in run.err
    assert f"2025-proef-kamerbrief.{chosen}: " in run.err
    assert "Traceback" not in run.err
    assert {p.name: p.read_bytes() for p in Path("uit").iterdir()} == before


def test_what_is_internal_is_only_in_a_report_that_was_asked_to_have_it(
    project: Path, toets: Toets
) -> None:
    path = project / "toetsen" / "2024-kot-wlz.yaml"
    text = assets.text("toetsen/2024-kot-wlz.yaml")
    hidden = "  - id: geheim\n    soort: intern\n    titel: Notitie met een geheim\n"
    assert "\nbronnen:\n" in text
    path.write_text(text.replace("\nbronnen:\n", "\nbronnen:\n" + hidden), encoding="utf-8")
    words = ("rapport", "2024-kot-wlz", "--soort", "rapport", "--naar", "markdown")
    made = project / "build" / "rapporten" / "2024-kot-wlz" / "2024-kot-wlz-rapport.md"
    assert toets(*words).code == 0
    assert "geheim" not in made.read_text(encoding="utf-8")
    assert toets(*words, "--intern").code == 0
    assert "Notitie met een geheim" in made.read_text(encoding="utf-8")
    assert "Intern" in made.read_text(encoding="utf-8")


def test_commands_write_with_an_interrupt_in_between_leaves_no_scraps(project: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "invoeringstoets", "schema", "--naar", "s.json"],
        cwd=project,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(0.15)
    process.send_signal(signal.SIGINT)
    process.wait(timeout=20)
    assert [p.name for p in project.iterdir() if p.name.endswith(".tmp")] == []


def test_the_parser_never_exits() -> None:
    parser = cli.Parser("toets x")
    controleer.configure(parser)
    with pytest.raises(UsageError):
        parser.error("anything")


def test_python_minus_m_is_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["toets", "--version"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("invoeringstoets", run_name="__main__")
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"toets {__version__}\n"
