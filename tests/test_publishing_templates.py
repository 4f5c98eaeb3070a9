"""The templates that publish a site are well formed; what they build is clean and public."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from surroundings import ROOT
from test_ci_templates import bash, check_schema, loaded

GITHUB = ROOT / "ci" / "github-pages.yml"
GITLAB = ROOT / "ci" / "gitlab-pages.yml"
PAGE = ROOT / "site" / "docs" / "handleiding" / "publiceren.md"


def github_steps() -> list[dict[str, Any]]:
    steps: list[dict[str, Any]] = loaded(GITHUB)["jobs"]["bouw"]["steps"]
    return steps


def github_build() -> str:
    (script,) = (step["run"] for step in github_steps() if "toets site" in step.get("run", ""))
    return str(script)


def gitlab_job() -> dict[str, Any]:
    job: dict[str, Any] = loaded(GITLAB)["toets-publiceer"]
    return job


def gitlab_build() -> str:
    return "\n".join(gitlab_job()["script"])


BUILDS = {"github": (github_build, "build/site"), "gitlab": (gitlab_build, "public")}


def test_the_templates_are_well_formed() -> None:
    check_schema("github-workflows", GITHUB)
    check_schema("gitlab-ci", GITLAB)
    scripts = [step["run"] for step in github_steps() if "run" in step]
    scripts += [*gitlab_job()["before_script"], *gitlab_job()["script"]]
    for script in scripts:
        assert "${{" not in script
        ended = subprocess.run(["sh", "-n", "-c", script], check=False, capture_output=True)
        assert ended.returncode == 0, ended.stderr


def test_they_take_the_whole_history_and_nothing_internal() -> None:
    (checkout,) = (s for s in github_steps() if "checkout" in s.get("uses", ""))
    assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}
    assert gitlab_job()["variables"]["GIT_DEPTH"] == "0"
    assert gitlab_job()["variables"]["GIT_STRATEGY"] == "clone"
    for build, _ in BUILDS.values():
        commands = re.findall(r"^toets .*$", build(), re.MULTILINE)
        assert [one.split()[1] for one in commands] == ["controleer", "site"]
        assert "--intern" not in build()


def test_only_the_job_that_publishes_may_write() -> None:
    workflow = loaded(GITHUB)
    assert workflow["permissions"] == {"contents": "read"}
    assert "permissions" not in workflow["jobs"]["bouw"]
    assert workflow["jobs"]["publiceer"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert workflow["jobs"]["publiceer"]["needs"] == "bouw"
    (upload,) = (s for s in github_steps() if "upload-pages" in s.get("uses", ""))
    assert upload["with"]["path"] == BUILDS["github"][1]
    assert gitlab_job()["artifacts"]["paths"] == [BUILDS["gitlab"][1]]
    assert gitlab_job()["pages"]["publish"] == BUILDS["gitlab"][1]


@pytest.fixture
def project(project: Path) -> Path:
    """A repository with a public toets and one that is not."""
    for name in ("2025-minimumuurloon", "2026-verblijfspas-online"):
        text = (ROOT / "toetsen" / f"{name}.yaml").read_text(encoding="utf-8")
        (project / "toetsen" / f"{name}.yaml").write_text(text, encoding="utf-8")
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for words in (["init", "-q"], ["add", "."], [*identity, "commit", "-qm", "begin"]):
        subprocess.run(["git", *words], cwd=project, check=True)
    return project


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(BUILDS))
def test_what_they_build_is_the_public_site(project: Path, kind: str) -> None:
    build, folder = BUILDS[kind]
    ended = bash(build(), project, {"SOURCE_DATE_EPOCH": "1780272000"})
    assert ended.returncode == 0, ended.stdout + ended.stderr
    made = {path.relative_to(project / folder).as_posix() for path in files(project / folder)}
    assert {"index.html", "toetsen/2025-minimumuurloon.html", "data/toetsen.json"} <= made
    assert not any("verblijfspas" in name for name in made)
    history = (project / folder / "wijzigingen" / "2025-minimumuurloon.html").read_text("utf-8")
    assert "Voor het eerst in deze verzameling te zien" in history


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("kind", sorted(BUILDS))
def test_a_fault_holds_the_site_back(project: Path, kind: str) -> None:
    build, folder = BUILDS[kind]
    (project / "toetsen" / "2025-x.yaml").write_text("a: 1\n", encoding="utf-8")
    ended = bash(build(), project, {})
    assert ended.returncode == 1
    assert "onbekende sleutel ‘a’" in ended.stdout + ended.stderr
    assert not (project / folder).exists()


def test_an_internal_site_beside_it_holds_the_site_back(project: Path) -> None:
    (project / "build" / "site-intern").mkdir(parents=True)
    last = gitlab_build().strip().splitlines()[-1]
    assert bash(last, project, {}).returncode == 1
    # On GitHub what lay in build is gone first.
    first = github_build().splitlines()[0]
    assert bash(f"{first}\n{last}", project, {}).returncode == 0


def test_the_page_tells_of_both() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert f"`ci/{GITHUB.name}`" in text
    assert f"`ci/{GITLAB.name}`" in text
    examples = re.findall(r"^```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert any(f"file: ci/{GITLAB.name}" in example for example in examples)
    for key in ("naam", "tooi", "contact", "licentie"):
        assert re.search(rf"^{key} = ", text, re.MULTILINE)
    assert "TOETS_PAKKET" in text
    assert "site_url" in text
