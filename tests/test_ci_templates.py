"""What we ship for git and CI is well formed, and its commands do what they say."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from invoeringstoets.outputs import OUTPUTS
from surroundings import ROOT

Data = dict[str, Any]

BIN = Path(sys.executable).parent
ACTION = ROOT / ".github" / "actions" / "controleer" / "action.yml"
GITLAB = ROOT / "ci" / "gitlab.yml"
PAGE = ROOT / "site" / "docs" / "handleiding" / "ci.md"


def loaded(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def check_schema(kind: str, *paths: Path) -> None:
    """Whether these files have a form that check-jsonschema knows."""
    ended = subprocess.run(
        [BIN / "check-jsonschema", "--builtin-schema", f"vendor.{kind}", *paths],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert ended.returncode == 0, ended.stdout


def bash(script: str, cwd: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a script as GitHub does, with our ``toets`` on the path."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("GITHUB_", "TOETS_"))}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=cwd,
        env={**clean, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", **environment},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


@pytest.fixture
def wrong(project: Path) -> Path:
    """A project with a sound toets and one with a fault."""
    sound = (ROOT / "toetsen" / "2024-kot-wlz.yaml").read_text(encoding="utf-8")
    (project / "toetsen" / "2024-kot-wlz.yaml").write_text(sound, encoding="utf-8")
    (project / "toetsen" / "2025-x.yaml").write_text("a: 1\n")
    return project


# --- pre-commit ---------------------------------------------------------------------------


def test_the_hook_checks_the_toetsen_of_this_repository(tracked: tuple[Path, ...]) -> None:
    (hook,) = loaded(ROOT / ".pre-commit-hooks.yaml")
    assert {"id", "name", "entry", "language"} <= hook.keys()
    assert (hook["id"], hook["language"]) == ("toets-controleer", "python")
    names = [path.relative_to(ROOT).as_posix() for path in tracked]
    chosen = [name for name in names if re.search(hook["files"], name)]
    assert len(chosen) >= 8
    assert all(name.startswith("toetsen/") and name.endswith(".yaml") for name in chosen)
    ended = bash(f"{hook['entry']} {' '.join(chosen)}", ROOT, {})
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert f"{len(chosen)} bestanden" in ended.stdout.splitlines()[-1]


def test_the_hook_stops_a_commit_with_a_fault(wrong: Path) -> None:
    (hook,) = loaded(ROOT / ".pre-commit-hooks.yaml")
    ended = bash(f"{hook['entry']} toetsen/2025-x.yaml", wrong, {})
    assert ended.returncode == 1
    assert "onbekende sleutel ‘a’" in ended.stdout


# --- GitHub -------------------------------------------------------------------------------


def steps() -> tuple[Data, Data]:
    prepare, check = loaded(ACTION)["runs"]["steps"]
    return prepare, check


def test_the_action_is_well_formed() -> None:
    check_schema("github-actions", ACTION)
    inputs = loaded(ACTION)["inputs"]
    used = [v for step in steps() for v in step["env"].values()]
    assert sorted(used) == sorted(f"${{{{ inputs.{name} }}}}" for name in inputs)
    for step in steps():
        # What comes from outside reaches a script through its environment only.
        assert "${{" not in step["run"]
        assert set(re.findall(r"TOETS_\w+", step["run"])) == set(step["env"])
        assert bash(f"bash -n <<'EINDE'\n{step['run']}\nEINDE", ROOT, {}).returncode == 0


def test_the_action_installs_what_is_locked_here() -> None:
    script = steps()[0]["run"]
    (up,) = re.findall(r'bron="\$GITHUB_ACTION_PATH/([./]+)"', script)
    source = (ACTION.parent / up).resolve()
    assert source == ROOT
    for name in re.findall(r'"\$bron/([\w.]+)"', script):
        assert (source / name).is_file()
    assert script.count("--require-hashes") == 1


def run_action(cwd: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    step = steps()[1]
    environment = {name: inputs.pop(name[6:].lower(), "") for name in step["env"]}
    assert inputs == {}
    temporary = cwd.parent / f"{cwd.name}-runner"
    (temporary / "toets" / "bin").mkdir(parents=True, exist_ok=True)
    shutil.copy(BIN / "toets", temporary / "toets" / "bin" / "toets")
    environment |= {
        "RUNNER_TEMP": str(temporary),
        "GITHUB_STEP_SUMMARY": str(temporary / "summary.md"),
    }
    return bash(step["run"], cwd, environment)


def test_the_action_says_what_is_wrong_everywhere(wrong: Path) -> None:
    ended = run_action(wrong, sarif="uit/toets.sarif", junit="uit/toets.xml")
    assert ended.returncode == 1, ended.stderr
    assert "::error file=toetsen/2025-x.yaml,line=1," in ended.stdout
    assert "2 bestanden" in ended.stdout
    (run,) = json.loads((wrong / "uit" / "toets.sarif").read_text(encoding="utf-8"))["runs"]
    assert run["results"]
    assert "<failure " in (wrong / "uit" / "toets.xml").read_text(encoding="utf-8")
    summary = wrong.parent / f"{wrong.name}-runner" / "summary.md"
    assert summary.read_text(encoding="utf-8").startswith("### Controle van de toetsen\n")


def test_the_action_takes_paths_with_spaces_and_signs(wrong: Path) -> None:
    odd = wrong / 'map $(touch x) "een"'
    odd.mkdir()
    (wrong / "toetsen" / "2024-kot-wlz.yaml").rename(odd / "2024-kot-wlz.yaml")
    shutil.copy(ROOT / "toetsen" / "2025-minimumuurloon.yaml", wrong / "toetsen")
    paths = (f"{odd.name}/2024-kot-wlz.yaml", "", "toetsen/2025-minimumuurloon.yaml", "")
    ended = run_action(wrong, paden="\n".join(paths))
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "2 bestanden" in ended.stdout
    assert not (wrong / "x").exists()


def test_the_action_can_look_at_what_changed_only(wrong: Path) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for words in (["init", "-q"], ["add", "."], [*identity, "commit", "-qm", "begin"]):
        subprocess.run(["git", *words], cwd=wrong, check=True)
    assert run_action(wrong, sinds="HEAD").returncode == 0
    (wrong / "toetsen" / "2025-x.yaml").write_text("b: 1\n")
    assert run_action(wrong, sinds="HEAD").returncode == 1


# --- GitLab -------------------------------------------------------------------------------


def test_the_template_is_well_formed_and_its_scripts_too() -> None:
    check_schema("gitlab-ci", GITLAB)
    job = loaded(GITLAB)["toets-controleer"]
    for script in (*job["before_script"], *job["script"]):
        ended = subprocess.run(["sh", "-n", "-c", script], check=False, capture_output=True)
        assert ended.returncode == 0, ended.stderr
        assert set(re.findall(r"TOETS_\w+", script)) <= job["variables"].keys()


@pytest.mark.parametrize(
    ("paths", "code", "files"),
    [("", 1, 2), ("toetsen/2024-kot-wlz.yaml", 0, 1), ("toetsen toetsen/2025-x.yaml", 1, 2)],
)
def test_the_template_writes_the_reports_it_promises(
    wrong: Path, paths: str, code: int, files: int
) -> None:
    job = loaded(GITLAB)["toets-controleer"]
    variables = {**job["variables"], "TOETS_PADEN": paths}
    ended = bash("\n".join(job["script"]), wrong, variables)
    assert ended.returncode == code, ended.stderr
    reports = job["artifacts"]["reports"]
    entries = json.loads((wrong / reports["codequality"]).read_text(encoding="utf-8"))
    assert any(entry["severity"] == "major" for entry in entries) == (code == 1)
    suites = (wrong / reports["junit"]).read_text(encoding="utf-8").count("<testsuite ")
    assert suites == files


def test_the_template_passes_on_what_changed_only(wrong: Path) -> None:
    job = loaded(GITLAB)["toets-controleer"]
    variables = {**job["variables"], "TOETS_SINDS": "bestaat-niet"}
    variables["GIT_CEILING_DIRECTORIES"] = str(wrong.parent)
    ended = bash("\n".join(job["script"]), wrong, variables)
    assert ended.returncode == 2
    assert "‘--sinds’ werkt alleen" in ended.stderr


# --- the page that tells of them ------------------------------------------------------------


def test_the_examples_on_the_page_are_well_formed(tmp_path: Path) -> None:
    examples = re.findall(
        r"^```yaml\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    hook, workflow, gitlab = (yaml.safe_load(text) for text in examples)
    (ours,) = loaded(ROOT / ".pre-commit-hooks.yaml")
    assert [h["id"] for h in hook["repos"][0]["hooks"]] == [ours["id"]]
    (tmp_path / "workflow.yml").write_text(examples[1], encoding="utf-8")
    (tmp_path / "gitlab.yml").write_text(examples[2], encoding="utf-8")
    check_schema("github-workflows", tmp_path / "workflow.yml")
    check_schema("gitlab-ci", tmp_path / "gitlab.yml")
    (job,) = workflow["jobs"].values()
    (step,) = (s for s in job["steps"] if "/actions/controleer@" in s["uses"])
    assert step["with"].keys() <= loaded(ACTION)["inputs"].keys()
    assert (ROOT / re.sub(r"^[^/]+/[^/]+/|@.*", "", step["uses"])) == ACTION.parent
    (name,) = loaded(GITLAB)
    assert gitlab[name]["variables"].keys() <= loaded(GITLAB)[name]["variables"].keys()
    assert gitlab["include"][0]["file"] == GITLAB.relative_to(ROOT).as_posix()


def test_the_page_names_every_form_and_input() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE) == list(OUTPUTS)
    for name in loaded(ACTION)["inputs"]:
        assert f"`{name}`" in text
