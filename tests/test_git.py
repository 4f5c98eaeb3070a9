"""Questions to git in a repository of someone else, whose own settings name programs to run."""

from __future__ import annotations

import os
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from invoeringstoets.workspace import changed_since, find_project, reference_date
from invoeringstoets.workspace.changes import before
from invoeringstoets.workspace.git import GitError, git
from invoeringstoets.workspace.history import past
from invoeringstoets.workspace.version import commit_of

FIRST = "a: eerst\n"
CHANGED = "a: later\n"


def run(folder: Path, *words: str) -> str:
    ended = subprocess.run(
        ["git", *words], cwd=folder, check=True, capture_output=True, encoding="utf-8"
    )
    return ended.stdout.strip()


@pytest.fixture
def repository(own_git: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project under git with a merge in its history of two branches that contradict."""
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_DATE", "2025-05-01T12:00:00+00:00")
    root = tmp_path / "project"
    file = root / "toetsen" / "2024-x.yaml"
    file.parent.mkdir(parents=True)
    run(root, "init", "--quiet", "--initial-branch=main")
    (root / ".gitattributes").write_text("*.yaml filter=a=b merge=eigen\n")
    for branch, text in (("main", FIRST), ("ene", "a: ene\n"), ("andere", "a: andere\n")):
        if branch != "main":
            run(root, "switch", "--quiet", "--create", branch, "main")
        file.write_text(text)
        run(root, "add", "--all")
        run(root, "commit", "--quiet", "--message=werk")
    run(root, "switch", "--quiet", "main")
    run(root, "merge", "--quiet", "--no-ff", "--message=ene", "ene")
    run(root, "merge", "--quiet", "--strategy=ours", "--message=andere", "andere")
    file.write_text(FIRST)
    run(root, "commit", "--quiet", "--all", "--amend", "--message=samen")
    return root


def answers(root: Path) -> tuple[object, ...]:
    """All that the product asks git of a project."""
    project = find_project(root)
    file = root / "toetsen" / "2024-x.yaml"
    return (
        [stage.text for stage in past(project).stages],
        changed_since(project, "HEAD", among=[file]),
        before(project, "HEAD"),
        commit_of(root, project.toetsen).partition(" ")[2],
        reference_date(root, {}),
    )


def fsmonitor(root: Path, program: Path) -> None:
    run(root, "config", "core.fsmonitor", str(program))


def signature(root: Path, program: Path) -> None:
    run(root, "config", "gpg.program", str(program))
    run(root, "config", "log.showSignature", "true")
    commit = run(root, "cat-file", "commit", "HEAD").replace(
        "\n\n", "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n -----END PGP SIGNATURE-----\n\n", 1
    )
    file = root.parent / "commit"
    file.write_text(commit + "\n")
    run(root, "reset", "--quiet", "--soft", run(root, "hash-object", "-wt", "commit", str(file)))


def external(root: Path, program: Path) -> None:
    run(root, "config", "diff.external", str(program))
    run(root, "config", "diff.eigen.textconv", str(program))
    run(root, "config", "diff.eigen.command", str(program))
    (root / ".git" / "info" / "attributes").write_text("* diff=eigen\n")


def clean_filter(root: Path, program: Path) -> None:
    run(root, "config", "filter.a=b.clean", str(program))


def filter_process(root: Path, program: Path) -> None:
    run(root, "config", "filter.a=b.process", str(program))
    run(root, "config", "filter.a=b.required", "true")


def hook(root: Path, program: Path) -> None:
    (root / ".git" / "hooks").mkdir(exist_ok=True)
    program.rename(root / ".git" / "hooks" / "post-index-change")


def hooks_path(root: Path, program: Path) -> None:
    program.rename(program.with_name("post-index-change"))
    run(root, "config", "core.hooksPath", str(program.parent))


def merge_driver(root: Path, program: Path) -> None:
    run(root, "config", "merge.eigen.driver", str(program))
    run(root, "config", "log.diffMerges", "remerge")


def missing_objects(root: Path, program: Path) -> None:
    run(root, "config", "core.repositoryFormatVersion", "1")
    run(root, "config", "extensions.partialClone", "origin")
    run(root, "config", "remote.origin.promisor", "true")
    run(root, "config", "remote.origin.url", str(root))
    run(root, "config", "remote.origin.uploadpack", str(program))
    name = run(root, "rev-parse", "ene:toetsen/2024-x.yaml")
    (root / ".git" / "objects" / name[:2] / name[2:]).unlink()


def submodule(root: Path, program: Path) -> None:
    inner = root / "toetsen" / "deel"
    inner.mkdir()
    run(inner, "init", "--quiet")
    (inner / ".gitattributes").write_text("* filter=deel\n")
    run(inner, "add", "--all")
    run(inner, "commit", "--quiet", "--message=deel")
    run(inner, "config", "filter.deel.clean", str(program))
    run(root, "add", "toetsen/deel")
    run(root, "commit", "--quiet", "--message=deel")
    os.utime(inner / ".gitattributes", (2_000_000_000, 2_000_000_000))


HOSTILE = (
    fsmonitor, signature, external, clean_filter, filter_process, hook, hooks_path, merge_driver,
    missing_objects, submodule,
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.__name__)
def test_a_repository_runs_no_program_of_its_own(
    repository: Path, hostile: Callable[[Path, Path], None]
) -> None:
    ran = repository.parent / "ran"
    program = repository.parent / "programma"
    program.write_text(f"#!/bin/sh\necho x >> {ran}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    file = repository / "toetsen" / "2024-x.yaml"
    file.write_text(CHANGED)
    expected = answers(repository)
    hostile(repository, program)
    for one in (file, repository / ".gitattributes"):  # newer, so git looks at what they hold
        os.utime(one, (2_000_000_000, 2_000_000_000))
    found = answers(repository)
    assert not ran.exists()
    if hostile is missing_objects:
        assert not past(find_project(repository)).complete
    else:
        assert found == expected


def test_what_is_asked_tells_of_changes(repository: Path) -> None:
    file = repository / "toetsen" / "2024-x.yaml"
    assert answers(repository) == ([FIRST, "a: ene\n", FIRST], (), {}, "", "2025-05-01")
    file.write_text(CHANGED)
    assert answers(repository)[1:4] == ((file,), {file: FIRST.encode()}, "(met wijzigingen)")


def test_git_gets_so_much_patience(repository: Path) -> None:
    with pytest.raises(GitError, match="TimeoutExpired"):
        git(repository, "cat-file", "--batch", patience=0)
