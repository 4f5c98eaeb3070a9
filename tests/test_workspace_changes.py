"""``--sinds`` in real git repositories, and standard input."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from invoeringstoets.syntax import MAX_SIZE
from invoeringstoets.workspace import ChangesError, changed_since, find_project
from surroundings import Run

Toets = Callable[..., Run]
Add = Callable[..., Path]
Git = Callable[..., str]


@pytest.fixture
def git(own_git: None, project: Path) -> Git:
    """Git in the project, with a first commit and nobody's settings."""

    def run(*words: str) -> str:
        ended = subprocess.run(
            ["git", *words], cwd=project, check=True, capture_output=True, encoding="utf-8"
        )
        return ended.stdout

    run("init", "--quiet", "--initial-branch=main")
    run("commit", "--quiet", "--allow-empty", "--message=begin")
    return run


def commit(git: Git, message: str = "werk") -> None:
    git("add", "--all")
    git("commit", "--quiet", f"--message={message}")


def spoken_of(run: Run) -> list[str]:
    """The files in a JSON output, and that the count agrees."""
    data = json.loads(run.out)
    return sorted({Path(entry["bestand"]).stem for entry in data["bevindingen"]})


def since(toets: Toets, ref: str, *words: str) -> list[str]:
    return spoken_of(toets("controleer", "--sinds", ref, "--formaat", "json", *words))


def test_only_files_that_changed_are_spoken_of(git: Git, toets: Toets, add_toets: Add) -> None:
    for name in ("2025-oud", "2025-vast", "2025-klaar", "2025-bewerkt"):
        add_toets(name, "oud: 1\n")
    commit(git)
    git("branch", "begin")
    add_toets("2025-vast", "gewijzigd en vastgelegd: 1\n")
    commit(git)
    add_toets("2025-klaar", "gewijzigd en klaargezet: 1\n")
    git("add", "--all")
    add_toets("2025-bewerkt", "gewijzigd: 1\n")
    add_toets("2025-nieuw", "nog onbekend bij git: 1\n")
    names = ["2025-bewerkt", "2025-klaar", "2025-nieuw", "2025-vast"]
    assert since(toets, "begin") == names
    assert since(toets, "HEAD") == ["2025-bewerkt", "2025-klaar", "2025-nieuw"]
    assert since(toets, "begin", "toetsen/2025-oud.yaml", "toetsen/2025-vast.yaml") == ["2025-vast"]
    run = toets("controleer", "--sinds", "begin")
    assert run.code == 1
    assert run.out.endswith(" in 4 bestanden\n")


def test_nothing_changed_is_fine(git: Git, toets: Toets, add_toets: Add) -> None:
    add_toets(text="a: 1\n")
    commit(git)
    run = toets("controleer", "--sinds", "HEAD")
    assert run == Run(0, "0 bestanden gecontroleerd, geen bevindingen\n", "")


def test_what_changed_on_the_other_branch_does_not_count(
    git: Git, toets: Toets, add_toets: Add
) -> None:
    add_toets("2025-een", "a: 1\n")
    commit(git)
    git("switch", "--quiet", "--create", "tak")
    add_toets("2025-twee", "a: 1\n")
    commit(git)
    git("switch", "--quiet", "main")
    add_toets("2025-een", "a: 2\n")
    commit(git)
    git("switch", "--quiet", "tak")
    assert since(toets, "main") == ["2025-twee"]


def test_a_branch_of_another_history_is_compared_as_it_is(
    git: Git, project: Path, toets: Toets, add_toets: Add
) -> None:
    add_toets("2025-een", "a: 1\n")
    commit(git)
    git("switch", "--quiet", "--orphan", "los")
    (project / "toetsen").mkdir(exist_ok=True)
    add_toets("2025-een", "a: 1\n")
    add_toets("2025-twee", "a: 1\n")
    commit(git)
    assert since(toets, "main") == ["2025-twee"]


def test_references_are_still_looked_up_in_files_that_did_not_change(
    git: Git, toets: Toets, add_toets: Add
) -> None:
    base = add_toets("2025-een").read_text()
    commit(git)
    text = base.replace("2025-een", "2025-twee")
    add_toets("2025-twee", text + "verwante_toetsen: [2025-een]\n")
    assert toets("controleer", "--sinds", "HEAD").code == 0
    add_toets("2025-twee", text + "verwante_toetsen: [2025-drie]\n")
    run = toets("controleer", "--sinds", "HEAD")
    assert run.code == 1
    assert "2025-drie" in run.out
    # The same id twice is found although the other file did not change.
    add_toets("2025-twee", base)
    assert since(toets, "HEAD") == ["2025-twee"]


@pytest.mark.parametrize("name", ["waardelijsten/organisaties.yaml", "toets.toml"])
def test_what_weighs_on_all_makes_all_count(
    project: Path, git: Git, toets: Toets, add_toets: Add, name: str
) -> None:
    add_toets("2025-een", "a: 1\n")
    commit(git)
    assert since(toets, "HEAD") == []
    path = project / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("titel: O\nwaarden: []\n" if name.endswith("yaml") else "bouw = 'build'\n")
    assert "2025-een" in since(toets, "HEAD")


def test_a_deleted_toets_is_not_checked(git: Git, toets: Toets, add_toets: Add) -> None:
    path = add_toets("2025-een", "a: 1\n")
    add_toets("2025-twee")
    commit(git)
    path.unlink()
    assert toets("controleer", "--sinds", "HEAD").code == 0


def test_what_does_not_exist_is_still_said(git: Git, project: Path, toets: Toets) -> None:
    assert "T090" in toets("controleer", "--sinds", "HEAD", "toetsen/2025-x.yaml").out
    assert "T091" in toets("controleer", "--sinds", "HEAD").out
    (project / "toetsen").rmdir()
    assert "er is geen map met toetsen" in toets("controleer", "--sinds", "HEAD").out


def test_names_with_any_sign_and_folders_deep_down(
    git: Git, project: Path, toets: Toets, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = project / "diep er" / "toetsen"
    deep.mkdir(parents=True)
    (deep / "2025 é\n\"x'.yaml").write_text("a: 1\n")
    monkeypatch.chdir(deep.parent)
    assert since(toets, "HEAD") == ["2025 é\n\"x'"]
    commit(git)
    assert since(toets, "HEAD") == []
    assert since(toets, "HEAD~1") == ["2025 é\n\"x'"]


def test_a_project_reached_through_a_link(
    git: Git, project: Path, toets: Toets, add_toets: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_toets("2025-een", "a: 1\n")
    link = project.parent / f"{project.name}-link"
    link.symlink_to(project)
    monkeypatch.chdir(link)
    assert since(toets, "HEAD") == ["2025-een"]


@pytest.mark.parametrize("ref", ["bestaat-niet", "--output=x", "", "HEAD~99"])
def test_a_ref_that_git_does_not_know(
    git: Git, project: Path, toets: Toets, add_toets: Add, ref: str
) -> None:
    add_toets()
    run = toets("controleer", f"--sinds={ref}")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"toets: git kent geen ‘{ref}’\n  noem een tak, label of commit")
    assert not (project / "x").exists()


def test_outside_git(project: Path, toets: Toets, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    run = toets("controleer", "--sinds", "HEAD")
    assert (run.code, run.out) == (2, "")
    assert "‘--sinds’ werkt alleen in een map die git bijhoudt\n  git zegt: fatal: " in run.err


def test_without_git(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(project))
    with pytest.raises(ChangesError) as caught:
        changed_since(find_project(project), "HEAD", among=[])
    assert caught.value.advice == "git zegt: FileNotFoundError"


def test_a_git_that_fails_without_a_word(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "git").write_text("#!/bin/sh\nexit 7\n")
    (project / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(project))
    with pytest.raises(ChangesError) as caught:
        changed_since(find_project(project), "HEAD", among=[])
    assert caught.value.advice == "git zegt: code 7"


# --- standard input -------------------------------------------------------------------------


def given(monkeypatch: pytest.MonkeyPatch, data: bytes | str) -> None:
    data = data.encode() if isinstance(data, str) else data
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_a_text_without_a_file_is_checked(
    project: Path, toets: Toets, add_toets: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = add_toets("2025-een").read_text()
    given(monkeypatch, text)
    run = toets("controleer", "-")
    assert (run.code, run.err) == (0, ""), run.out
    assert "1 bestand" in run.out.splitlines()[-1]
    given(monkeypatch, text.replace("citeertitel", "citertitel"))
    run = toets("controleer", "-")
    assert run.code == 1
    assert "--> (invoer):8:3\n" in run.out


def test_a_text_without_a_file_may_refer_to_the_project(
    project: Path, toets: Toets, add_toets: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = add_toets("2025-een").read_text().replace("2025-een", "2025-twee")
    given(monkeypatch, text + "verwante_toetsen: [2025-een]\n")
    assert toets("controleer", "-").code == 0
    given(monkeypatch, text + "verwante_toetsen: [2025-drie]\n")
    assert "2025-drie" in toets("controleer", "-").out


def test_a_text_stands_in_for_its_file_from_any_folder(
    project: Path, toets: Toets, add_toets: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = add_toets("2025-een").read_text()
    monkeypatch.chdir(project / "toetsen")
    given(monkeypatch, text)
    run = toets("controleer", "-")
    assert run.code == 0, run.out


def test_input_is_always_checked_whatever_changed(
    git: Git, toets: Toets, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(monkeypatch, "a: 1\n")
    assert since(toets, "HEAD", "-") == ["(invoer)"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "T001"),
        (b"\xff", "T004"),
        (b"# " + b"x" * MAX_SIZE, "T002"),
        (b"\xef\xbb\xbf", "T001"),
    ],
    ids=["empty", "latin", "large", "bom"],
)
def test_any_input_gets_a_diagnostic(
    project: Path, toets: Toets, monkeypatch: pytest.MonkeyPatch, data: bytes, code: str
) -> None:
    given(monkeypatch, data)
    run = toets("controleer", "-")
    assert run.code == 1
    assert f"fout[{code}]" in run.out
    assert "--> (invoer)" in run.out


def test_no_input_at_all_is_an_empty_text(
    project: Path, toets: Toets, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert "fout[T001]" in toets("controleer", "-").out


def test_a_real_pipe(project: Path, add_toets: Add) -> None:
    text = add_toets().read_bytes()
    command = [sys.executable, "-m", "invoeringstoets", "controleer", "-", "--formaat", "gitlab"]
    ended = subprocess.run(command, cwd=project, input=text[:-9], check=False, capture_output=True)
    assert ended.returncode == 1
    assert {e["location"]["path"] for e in json.loads(ended.stdout)} == {"(invoer)"}


# --- what a change brings about in files that did not change ------------------------------------

RELATED = "verwante_toetsen: [2025-doel]\n"


def extended(add_toets: Add, name: str, more: str = "") -> Path:
    """The smallest toets that passes, on a regulation of its own, with more in it."""
    path = add_toets(name)
    text = re.sub(r"citeertitel: .*", f"citeertitel: Wet {name}", path.read_text(encoding="utf-8"))
    path.write_text(text + more, encoding="utf-8", newline="\n")
    return path


def told(toets: Toets, ref: str, *words: str) -> list[tuple[str, str]]:
    """The file and code of all there is to say since a commit, but what is still to fill in."""
    return all_told(toets, "--sinds", ref, *words)


def all_told(toets: Toets, *words: str) -> list[tuple[str, str]]:
    """The file and code of all there is to say, but what is still to fill in."""
    data = json.loads(toets("controleer", "--formaat", "json", *words).out)
    found = ((Path(one["bestand"]).stem, one["code"]) for one in data["bevindingen"])
    return sorted(pair for pair in found if pair[1] != "T120")


def rename_id(path: Path, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f"id: {path.stem}", f"id: {new}"), encoding="utf-8")


def test_a_reference_that_breaks_elsewhere_is_told(git: Git, toets: Toets, add_toets: Add) -> None:
    goal = extended(add_toets, "2025-doel")
    extended(add_toets, "2025-wijst", RELATED)
    extended(add_toets, "2025-was-al-stuk", "verwante_toetsen: [2025-nergens]\n")
    commit(git)
    assert told(toets, "HEAD") == []
    goal.unlink()
    assert told(toets, "HEAD") == [("2025-wijst", "T901")]
    commit(git)
    assert told(toets, "HEAD") == []
    assert told(toets, "HEAD~1") == [("2025-wijst", "T901")]
    assert toets("controleer", "--sinds", "HEAD~1").code == 1


def test_a_reference_that_was_broken_stays_silent_though_its_advice_changes(
    git: Git, toets: Toets, add_toets: Add
) -> None:
    extended(add_toets, "2025-was-al-stuk", "verwante_toetsen: [2025-nergens]\n")
    commit(git)
    extended(add_toets, "2025-nergenz")
    assert told(toets, "HEAD") == []


def test_a_changed_id_breaks_a_reference_unless_it_is_a_former_id(
    git: Git, toets: Toets, add_toets: Add
) -> None:
    goal = extended(add_toets, "2025-doel")
    extended(add_toets, "2025-wijst", RELATED)
    commit(git)
    rename_id(goal, "2025-anders")
    assert told(toets, "HEAD") == [("2025-doel", "T201"), ("2025-wijst", "T901")]
    goal.write_text(
        goal.read_text(encoding="utf-8") + "vorige_ids: [2025-doel]\n", encoding="utf-8"
    )
    assert told(toets, "HEAD") == [("2025-doel", "T201")]


def test_a_new_file_with_the_same_id_is_told_in_the_old_one(
    git: Git, toets: Toets, add_toets: Add
) -> None:
    add_toets("2025-z")
    commit(git)
    rename_id(add_toets("2025-a"), "2025-z")
    assert ("2025-z", "T902") in told(toets, "HEAD")


SLIPS = (
    ("titel: ", "titell: "),
    ("titel: ", "  titel: "),
    ("id: ", "idd: "),
    ("vorige_ids: ", "vorige_idss: "),
    ("verwante_toetsen: ", "verwante: "),
    ("regeling:", "regelin:"),
    ("bronnen:", "bronen:"),
    ("    datum: ", "    datumm: "),
)


@pytest.mark.parametrize(("right", "wrong"), SLIPS)
def test_a_slip_in_one_file_is_told_of_no_other(
    git: Git, toets: Toets, add_toets: Add, right: str, wrong: str
) -> None:
    source = (
        "bronnen:\n  - id: b\n    soort: kamerstuk\n    titel: Stuk\n    dossier: '36999'\n"
        "    ondernummer: 12\n    datum: {}\n"
    )
    goal = extended(
        add_toets, "2025-doel", "vorige_ids: [2024-doel]\n" + source.format("2025-03-01")
    )
    extended(add_toets, "2025-wijst", RELATED)
    extended(add_toets, "2025-ook", "verwante_toetsen: [2024-doel]\n" + source.format("2025-03-01"))
    related = goal.read_text(encoding="utf-8") + "verwante_toetsen: [2025-wijst, 2025-ook]\n"
    goal.write_text(related, encoding="utf-8")
    for path in goal.parent.iterdir():
        one_law = path.read_text(encoding="utf-8").replace(f"Wet {path.stem}", "Wet voor allen")
        path.write_text(one_law, encoding="utf-8")
    related = goal.read_text(encoding="utf-8")
    commit(git)
    before = {one for one, _ in all_told(toets)}
    goal.write_text(related.replace(right, wrong, 1), encoding="utf-8")
    assert "2025-wijst" not in before
    assert {one for one, _ in all_told(toets)} <= {*before, "2025-doel"}
    assert {one for one, _ in told(toets, "HEAD")} == {"2025-doel"}
    assert {one for one, _ in told(toets, "HEAD", "toetsen/2025-wijst.yaml")} == set()


def test_a_file_that_cannot_be_read_is_still_there(git: Git, toets: Toets, add_toets: Add) -> None:
    goal = extended(add_toets, "2025-doel")
    extended(add_toets, "2025-wijst", RELATED)
    commit(git)
    goal.write_bytes(b"\xff\xfe\xff")
    assert {one for one, _ in all_told(toets)} == {"2025-doel"}
    assert {one for one, _ in told(toets, "HEAD")} == {"2025-doel"}


def test_what_was_wrong_in_that_file_itself_is_left_alone(
    git: Git, toets: Toets, add_toets: Add
) -> None:
    goal = extended(add_toets, "2025-doel")
    extended(add_toets, "2025-wijst", f"{RELATED}onbekende_sleutel: 1\n")
    extended(
        add_toets,
        "2025-ook",
        RELATED + "peildatum: 2026-02\nbrief: {datum: 2026-01-01}\n# toets: negeer T306 omdat x\n",
    )
    commit(git)
    goal.unlink()
    assert told(toets, "HEAD") == [("2025-ook", "T901")]
    assert told(toets, "HEAD", "toetsen/2025-ook.yaml") == []


def test_settings_and_comments_hold_for_it_too(git: Git, toets: Toets, add_toets: Add) -> None:
    goal = extended(add_toets, "2025-doel")
    extended(
        add_toets,
        "2025-wijst",
        "verwante_toetsen: [2025-doel]  # toets: negeer T901 omdat zo is het\n",
    )
    extended(add_toets, "2025-ook", RELATED)
    commit(git)
    goal.unlink()
    assert told(toets, "HEAD") == [("2025-ook", "T901")]
