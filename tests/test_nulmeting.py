"""Settings, comments and a baseline in a project, as a user of ``toets`` meets them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from invoeringstoets.selection import read_selection
from invoeringstoets.workspace import find_project, load, manuals
from surroundings import ROOT, Run

Toets = Callable[..., Run]
Add = Callable[..., Path]

BASELINE = "toets-nulmeting.json"
CONCEPT = "status: concept\n"
PROOF = "status: concept  # toets: negeer T120 omdat dit een proef is\n"


@pytest.fixture
def unused(add_toets: Add) -> Path:
    """A toets with one warning (T306: a bron that nothing refers to) on line 13."""
    bron = "bronnen:\n  - id: B1\n    soort: rapport\n    titel: Een bron\n"
    return add_toets(text=add_toets().read_text().replace(CONCEPT, PROOF) + bron)


def codes(run: Run) -> list[str]:
    return [entry["code"] for entry in json.loads(run.out)["bevindingen"]]


def check(toets: Toets, *words: str) -> list[str]:
    return codes(toets("controleer", "--formaat", "json", *words))


def place(run: Run) -> str:
    return next(line.split("--> ")[1] for line in run.out.splitlines() if "--> " in line)


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


# --- settings -----------------------------------------------------------------------------


def test_the_bad_example_has_one_finding(toets: Toets, unused: Path) -> None:
    assert check(toets) == ["T306"]
    assert place(toets("controleer")) == "toetsen/2025-proef.yaml:13:9"


@pytest.mark.parametrize(
    ("name", "head"), [("toets.toml", "[{}]\n"), ("pyproject.toml", "[tool.toets.{}]\n")]
)
def test_a_project_says_what_counts(
    project: Path, toets: Toets, unused: Path, name: str, head: str
) -> None:
    settings = project / name
    settings.write_text(head.format("ernst") + 'T306 = "fout"\n')
    run = toets("controleer")
    assert run.code == 1
    assert "fout[T306]" in run.out
    settings.write_text(head.format("ernst") + 'T306 = "uit"\n')
    assert check(toets) == []
    settings.write_text(head.format("negeer") + '"toetsen/2025-*.yaml" = ["T306"]\n')
    assert check(toets) == []
    settings.write_text(head.format("negeer") + '"toetsen/2024-*.yaml" = ["T306"]\n')
    assert check(toets) == ["T306"]


def test_a_path_counts_from_the_project_wherever_one_stands(
    project: Path, toets: Toets, unused: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "toets.toml").write_text('[negeer]\n"toetsen/" = ["T306"]\n')
    monkeypatch.chdir(project / "toetsen")
    assert check(toets) == []
    assert check(toets, "2025-proef.yaml") == []


@pytest.mark.usefixtures("unused")
@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("toets.toml", '# ernst\n[ernst]\nT3066 = "uit"\n', ["3:1", "onbekende code", "‘T306’"]),
        ("toets.toml", '[ernst]\nT306 = "ut"\n', ["2:9", "‘ut’ is geen ernst", "‘uit’"]),
        ("toets.toml", '[negeer]\n"a#b/" = ["T005"]\n', ["2:12", "niet uit te zetten", "T0xx"]),
        ("toets.toml", '[negeer]\n"a\\\\b" = ["T306"]\n', ["1:2", "geen pad", "a/b"]),
        ("toets.toml", '[ernts]\nT306 = "uit"\n', ["1:2", "‘ernts’", "bedoelde u ‘ernst’?"]),
        ("toets.toml", '[tool.toets.ernst]\nT306 = "uit"\n', ["1:2", "‘tool’", "schrijf [ernst]"]),
        ("toets.toml", "bouw = 3\n", ["1:1", "‘bouw’ hoort een tekst te zijn"]),
        (
            "pyproject.toml",
            '[tool.x]\nernst = 1\n[tool.toets.ernst]\nT306 = "x"\n',
            ["4:9", "‘x’ is geen ernst", "kies uit"],
        ),
    ],
)
def test_wrong_settings_are_shown_where_they_stand(
    project: Path, toets: Toets, name: str, text: str, shown: list[str]
) -> None:
    (project / name).write_text(text)
    run = toets("controleer")
    assert run.code == 1
    part = run.out[run.out.index("fout[T093]: ") :]
    assert f"--> {name}:{shown[0]}\n" in part
    assert all(words in part for words in shown)


# --- comments -----------------------------------------------------------------------------


def test_a_comment_takes_away_a_finding(toets: Toets, unused: Path) -> None:
    replace_in(unused, "id: B1\n", "id: B1  # toets: negeer T306 omdat de bijlage haar noemt\n")
    assert check(toets) == []
    replace_in(unused, "T306", "T305")
    assert check(toets) == ["T306", "T097"]
    replace_in(unused, " omdat de bijlage haar noemt", "")
    assert check(toets) == ["T306", "T095", "T097"]


def test_a_comment_reaches_into_a_block_of_text(toets: Toets, add_toets: Add) -> None:
    number = "111222333"
    path = add_toets()
    base = path.read_text()
    path.write_text(f"{base}samenvatting: |\n  Een regel.\n\n  Burgerservicenummer {number}.\n")
    assert "T720" in check(toets)
    comment = "# toets: negeer T720 omdat dit het voorbeeldnummer is\n"
    path.write_text(
        f"{base}{comment}samenvatting: |\n  Een regel.\n\n  Burgerservicenummer {number}.\n"
    )
    assert not {"T720", "T097"} & set(check(toets))


def test_a_comment_takes_away_a_finding_across_files(toets: Toets, add_toets: Add) -> None:
    path = add_toets()
    base = path.read_text().replace(CONCEPT, PROOF)
    path.write_text(base + "verwante_toetsen: [2025-weg]\n")
    (code,) = check(toets)
    assert code.startswith("T9")
    path.write_text(
        f"{base}verwante_toetsen: [2025-weg] # toets: negeer {code} omdat hij later komt\n"
    )
    assert check(toets) == []


def test_a_comment_in_a_text_from_elsewhere_counts(
    project: Path, toets: Toets, unused: Path
) -> None:
    replace_in(unused, "id: B1\n", "id: B1  # toets: negeer T306 omdat de bijlage haar noemt\n")
    away = project / "elders" / "2025-proef.yaml"
    away.parent.mkdir()
    away.write_text(unused.read_text())
    assert check(toets, "elders/2025-proef.yaml") == []


# --- what does not count but keeps a toets from being one -----------------------------------


@pytest.mark.parametrize("weight", ["uit", "hint"])
def test_nothing_is_made_of_what_the_schema_refuses(
    project: Path, toets: Toets, add_toets: Add, weight: str
) -> None:
    path = add_toets()
    replace_in(path, "citeertitel", "citertitel")
    (project / "toets.toml").write_text(f'[ernst]\nT102 = "{weight}"\n')
    assert toets("controleer").code == 0
    for command in (["rapport", "2025-proef"], ["site"]):
        run = toets(*command)
        assert run.code == 1
        assert run.err.count("[T102]") == 1
        assert "fout[T102]: onbekende sleutel ‘citertitel’" in run.err
    assert not (project / "build" / "site").exists()


# --- baseline -----------------------------------------------------------------------------


def test_a_collection_starts_clean(project: Path, toets: Toets, unused: Path) -> None:
    fault = unused.with_name("2025-fout.yaml")
    fault.write_text(
        unused.read_text().replace("2025-proef", "2025-fout").replace("citeert", "citert")
    )
    assert toets("controleer").code == 1
    run = toets("controleer", "--nulmeting")
    assert run == Run(
        0,
        "2 bestanden gecontroleerd, geen nieuwe bevindingen;"
        " 2 bekende bevindingen uit de nulmeting\n",
        "nulmeting geschreven: toets-nulmeting.json\n",
    )
    text = (project / BASELINE).read_text(encoding="utf-8")
    assert [(e["bestand"], e["code"]) for e in json.loads(text)["bevindingen"]] == [
        ("toetsen/2025-fout.yaml", "T102"),
        ("toetsen/2025-proef.yaml", "T306"),
    ]
    assert toets("controleer") == Run(0, run.out, "")
    # The same again writes the same, whatever the order.
    toets("controleer", "--nulmeting", "-q")
    assert (project / BASELINE).read_text(encoding="utf-8") == text
    assert [p.name for p in project.iterdir() if p.name.startswith(".")] == []


def test_what_is_known_stays_known_when_lines_move(
    project: Path, toets: Toets, unused: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    toets("controleer", "--nulmeting")
    unused.write_text("# een regel erbij\n\n" + unused.read_text())
    monkeypatch.chdir(unused.parent)
    run = toets("controleer")
    assert run.out.endswith("geen nieuwe bevindingen; 1 bekende bevinding uit de nulmeting\n")
    replace_in(
        unused,
        "    titel: Een bron\n",
        "    titel: Een bron\n  - id: B2\n    soort: rapport\n    titel: Nog een\n",
    )
    run = toets("controleer")
    assert "‘B2’" in run.out
    assert "1 waarschuwing in 1 bestand; 1 bekende bevinding uit de nulmeting\n" in run.out


def test_what_was_solved_is_asked_to_leave_the_baseline(
    project: Path, toets: Toets, unused: Path
) -> None:
    toets("controleer", "--nulmeting")
    text = unused.read_text()
    unused.write_text(text[: text.index("bronnen:")])
    run = toets("controleer")
    assert run.code == 0
    assert "hint[T099]: 1 bevinding uit de nulmeting doet zich niet meer voor" in run.out
    assert f"--> {BASELINE}" in run.out
    assert "toetsen/2025-proef.yaml: T306" in run.out
    # Nothing is known of a file in which the rules could not run, or that was not checked.
    unused.write_text(text.replace("citeertitel", "citertitel"))
    assert check(toets) == ["T102"]
    other = unused.with_name("2025-twee.yaml")
    other.write_text(text[: text.index("bronnen:")].replace("2025-proef", "2025-twee"))
    assert check(toets, str(other)) == []
    unused.unlink()
    assert check(toets) == ["T099"]
    assert toets("controleer", "--nulmeting").code == 0
    assert check(toets) == []


def test_a_baseline_of_some_files_keeps_what_it_says_of_others(
    project: Path, toets: Toets, unused: Path
) -> None:
    other = unused.with_name("2025-twee.yaml")
    other.write_text(unused.read_text().replace("2025-proef", "2025-twee"))
    toets("controleer", "--nulmeting")
    text = unused.read_text()
    unused.write_text(text[: text.index("bronnen:")])
    toets("controleer", str(unused), "--nulmeting")
    entries = json.loads((project / BASELINE).read_text())["bevindingen"]
    assert {e["bestand"] for e in entries} == {"toetsen/2025-twee.yaml"}


def test_a_fault_in_the_text_itself_is_never_known(toets: Toets, add_toets: Add) -> None:
    add_toets(text="titel: 'open\n")
    run = toets("controleer", "--nulmeting")
    assert run.code == 1
    assert "fout[T0" in run.out
    assert toets("controleer").code == 1


def test_a_project_names_its_own_baseline(project: Path, toets: Toets, unused: Path) -> None:
    run = toets("controleer", "--nulmeting", "ci/bekend.json")
    assert 'gebruik haar met in toets.toml: nulmeting = "ci/bekend.json"' in run.err
    assert check(toets) == ["T306"]
    (project / "toets.toml").write_text('nulmeting = "ci/bekend.json"\n')
    assert check(toets) == []
    assert "gebruik haar" not in toets("controleer", "--nulmeting").err


def test_a_toets_is_never_overwritten_by_a_baseline(
    project: Path, toets: Toets, unused: Path
) -> None:
    before = unused.read_text()
    run = toets("controleer", "--nulmeting", str(unused))
    assert (run.code, run.out) == (2, "")
    assert "is geen bestand voor een nulmeting\n" in run.err
    assert "vóór ‘--nulmeting’" in run.err
    assert unused.read_text() == before
    (project / "package.json").write_text("{}")
    run = toets("controleer", "--nulmeting", "package.json")
    assert (run.code, run.out) == (2, "")
    assert "‘package.json’ bestaat al en is geen nulmeting" in run.err
    assert (project / "package.json").read_text() == "{}"


@pytest.mark.parametrize("data", [b"{", b"\xff", b'{"versie": 1}'])
def test_a_broken_baseline_is_a_fault_and_not_lost(
    project: Path, toets: Toets, unused: Path, data: bytes
) -> None:
    (project / BASELINE).write_bytes(data)
    run = toets("controleer")
    assert run.code == 1
    assert f"--> {BASELINE}" in run.out
    assert "waarschuwing[T306]" in run.out
    assert toets("controleer", "--nulmeting").code == 2
    assert (project / BASELINE).read_bytes() == data


def test_every_form_with_a_last_line_counts_what_is_known(
    project: Path, toets: Toets, unused: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(project / "samenvatting.md"))
    toets("controleer", "--nulmeting", "-q")
    for form in ("tekst", "github", "markdown"):
        assert "1 bekende bevinding uit de nulmeting" in toets("controleer", "--formaat", form).out
    assert "1 bekende bevinding" in (project / "samenvatting.md").read_text()
    assert "1 bekende bevinding" in toets("controleer", "--formaat", "sarif=x.sarif").err


def test_a_changed_baseline_weighs_on_every_file(
    project: Path, toets: Toets, unused: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    toets("controleer", "--nulmeting")
    who = ["-c", "user.name=Auteur", "-c", "user.email=auteur@example.org"]
    for words in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message=begin"]):
        subprocess.run(["git", *who, *words], cwd=project, check=True)
    run = toets("controleer", "--sinds", "HEAD")
    assert run.out == "0 bestanden gecontroleerd, geen bevindingen\n"
    (project / BASELINE).unlink()
    assert check(toets, "--sinds", "HEAD") == ["T306"]
    toets("controleer", "--nulmeting")
    replace_in(project / BASELINE, '"vingerafdruk": "', '"vingerafdruk": "0')
    assert check(toets, "--sinds", "HEAD") == ["T099", "T306"]


def test_input_is_not_looked_up_in_a_baseline(project: Path, unused: Path) -> None:
    loaded = load(find_project(project), [unused])
    assert loaded.known == ()
    assert not loaded.whole


# --- the page about it --------------------------------------------------------------------

PAGE = ROOT / "site" / "docs" / "handleiding" / "uitzonderingen-maken.md"


def blocks(language: str) -> list[str]:
    text = PAGE.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_the_settings_on_the_page_are_right(project: Path) -> None:
    found = blocks("toml")
    for text in found:
        wishes, wrong = read_selection(tomllib.loads(text), manuals())
        assert wrong == ()
        assert wishes or "nulmeting" in text
    (project / "toets.toml").write_text(found[-1] + "".join(found[:-1]))
    settled = find_project(project)
    assert settled.faults == ()
    assert settled.nulmeting == project / "beheer" / "nulmeting.json"


def test_the_comment_on_the_page_does_what_it_says(toets: Toets, add_toets: Add) -> None:
    (example,) = blocks("yaml")
    base = add_toets().read_text().replace(CONCEPT, PROOF)
    add_toets(text=base + example)
    assert check(toets) == []
    add_toets(text=base + re.sub(r" *# toets.*\n", "", example))
    assert check(toets) == ["T306"]
