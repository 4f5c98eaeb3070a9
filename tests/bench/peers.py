"""The programs that ours is measured beside, and what to say of one that is not there."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.measure import Contender

ROOT = Path(__file__).parent.parent.parent
VENV = ROOT / ".venv-bench"
NODE = ROOT / "build" / "bench" / "node"
"""Where ``make bench`` installs what ``package.json`` pins."""

_HOW = "run it with ‘make bench’, which installs it"


def ours() -> list[str]:
    """The command ``toets`` of this checkout."""
    return [sys.executable, "-m", "invoeringstoets"]


def plain(paths: list[str], folder: Path) -> Contender:
    """A script of three lines that loads YAML with PyYAML's C loader and does nothing else."""
    python, script = _program(VENV, "python"), Path(__file__).with_name("plain.py")
    words = [python, str(script), *paths] if python else []
    return Contender("plain script, CSafeLoader", words, folder, absent=_HOW)


def check_jsonschema(schema: Path, paths: list[str], folder: Path) -> Contender:
    """check-jsonschema (Python): YAML against our JSON Schema, no positions, no rules."""
    program = _program(VENV, "check-jsonschema")
    words = [program, "--schemafile", str(schema), *paths] if program else []
    return Contender("check-jsonschema", words, folder, absent=_HOW)


def spectral(schema: Path, pattern: str, folder: Path) -> Contender:
    """Spectral (Node): YAML against our JSON Schema with positions, no rules of its own."""
    program = shutil.which("spectral", path=str(NODE / "node_modules" / ".bin"))
    if program is None:
        how = _HOW if shutil.which("npm") else "there is no npm on this machine"
        return Contender("spectral", absent=how)
    ruleset = schema.with_name("spectral.json")
    options = {"schema": json.loads(schema.read_text("utf-8")), "dialect": "draft2020-12"}
    then = {"function": "schema", "functionOptions": options}
    rules = {"toets": {"given": "$", "severity": "error", "then": then}}
    ruleset.write_text(json.dumps({"rules": rules}), "utf-8")
    return Contender("spectral", [program, "lint", "-r", str(ruleset), pattern], folder)


def weasyprint(pages: Sequence[Path]) -> Contender:
    """WeasyPrint: our HTML as PDF/UA-1; it needs Pango of the system."""
    python, script = _program(VENV, "python"), Path(__file__).with_name("weasy.py")
    if not python:
        return Contender("WeasyPrint", absent=_HOW)
    tried = subprocess.run([python, "-c", "import weasyprint"], capture_output=True, check=False)
    if tried.returncode:
        told = tried.stderr.decode(errors="replace").strip().splitlines()
        return Contender("WeasyPrint", absent=told[-1] if told else _HOW)
    return Contender("WeasyPrint", [python, str(script), *map(str, pages)])


def pandoc(texts: Sequence[Path], form: str) -> Contender:
    """Pandoc: our Markdown as a file for an office program."""
    name, script = f"pandoc {form}", Path(__file__).with_name("pandoc.py")
    program = next(VENV.glob("lib/*/site-packages/pypandoc/files/pandoc*"), None)
    if program is None:
        return Contender(name, absent=_HOW)
    return Contender(name, [sys.executable, str(script), str(program), form, *map(str, texts)])


def _program(venv: Path, name: str) -> str:
    folders = (venv / "bin", venv / "Scripts")
    return next((found for one in folders if (found := shutil.which(name, path=str(one)))), "")
