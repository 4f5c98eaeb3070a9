"""The rules of the house that a machine can hold (see CONTRIBUTING.md)."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from surroundings import ROOT

PACKAGE = ROOT / "generator" / "invoeringstoets"
MODULES = tuple(sorted(PACKAGE.rglob("*.py")))

MAX_MODULE_LINES = 300
MAX_FUNCTION_LINES = 40
MAX_PARAMETERS = 5
MAX_POSITIONAL = 2

NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc", "base", "core", "tools"}

# Where a heavy library may be imported when it is needed instead of at the start, and why.
LATE_IMPORTS = {
    "cli/__init__.py": set(),  # import_module loads the one command that was chosen
}

# Who may name a module and load it when it is chosen or needed (CONTRIBUTING.md says why).
LATE_MODULES = {
    "__main__.py", "late.py", "cli/__init__.py", "cli/controleer.py", "cli/shell.py",
    "cli/site.py", "formats/__init__.py", "formats/pdf/headers.py",
    "mkdocs_plugin/loading.py", "mkdocs_plugin/plugin.py", "mkdocs_plugin/publish.py",
    "mkdocs_plugin/run.py", "outputs/__init__.py", "prose/__init__.py", "workspace/checks.py",
    "workspace/manuals.py", "workspace/project.py",
}  # fmt: skip

# The only code that touches a disk: `workspace` what is the author's, `assets` what we ship,
# `mkdocs_plugin` the theme and output folders that MkDocs hands it.
KNOWS_THE_DISK = ("workspace", "assets.py", "mkdocs_plugin")
DISK_METHODS = {
    "read_text", "read_bytes", "write_text", "write_bytes", "open", "mkdir", "unlink", "rmdir",
    "rename", "iterdir", "rglob", "touch", "symlink_to", "hardlink_to", "chmod",
}  # fmt: skip
DISK_MODULES = {"shutil", "tempfile", "glob", "io", "fileinput", "sqlite3"}

IN_MEMORY = {"BytesIO", "StringIO"}
"""What of ``io`` touches no disk: a library that writes a file writes it there."""

STARTS_PROGRAMS = {"workspace/git.py", "mkdocs_plugin/searching.py"}
"""Who may start another program: git, asked so that it runs nothing else; and Pagefind, ours."""

STARTING = re.compile(r"os\.(system|popen|startfile|(posix_)?spawn\w*|exec\w+)|pty\.spawn")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def functions(path: Path) -> tuple[tuple[Function, bool], ...]:
    """Every function of a module, and whether it is a method that takes self or cls."""
    return tuple(_functions(path))


def _functions(path: Path) -> Iterator[tuple[Function, bool]]:
    for node in ast.walk(tree_of(path)):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, Function):
                static = any(
                    isinstance(d, ast.Name) and d.id == "staticmethod" for d in child.decorator_list
                )
                yield child, isinstance(node, ast.ClassDef) and not static


def code_lines(function: Function) -> int:
    """The lines of a function without its docstring: that of a rule is its manual."""
    lines = (function.end_lineno or 0) - function.lineno + 1
    if ast.get_docstring(function, clean=False) is not None:
        docstring = function.body[0]
        lines -= (docstring.end_lineno or 0) - docstring.lineno + 1
    return lines


def wordy_or_nameless(path: Path) -> Iterator[str]:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    if lines > MAX_MODULE_LINES:
        yield f"{lines} lines"
    parts = path.relative_to(PACKAGE).parts
    yield from NAMELESS & {*parts, path.stem}


def long_functions(path: Path) -> Iterator[str]:
    for function, _ in functions(path):
        if code_lines(function) > MAX_FUNCTION_LINES:
            yield f"{function.name}: {code_lines(function)} lines"


def functions_with_many_parameters(path: Path) -> Iterator[str]:
    for function, is_method in functions(path):
        positional = len(function.args.posonlyargs) + len(function.args.args) - is_method
        total = positional + len(function.args.kwonlyargs)
        given = function.name.startswith("__")
        if total > MAX_PARAMETERS or (positional > MAX_POSITIONAL and not given):
            yield f"{function.name}({positional} of {total})"


def hidden_imports(path: Path) -> Iterator[str]:
    late = {
        module.partition(".")[0]
        for function, _ in functions(path)
        for node in ast.walk(function)
        for module in imported(node)
    }
    yield from late - LATE_IMPORTS.get(name_of(path), set())


def touches_of_the_disk(path: Path) -> Iterator[str]:
    if name_of(path).startswith(KNOWS_THE_DISK):
        return
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Attribute) and called.attr in DISK_METHODS:
                yield f"{called.attr} (line {node.lineno})"
            if isinstance(called, ast.Name) and called.id == "open":
                yield f"open (line {node.lineno})"
        if isinstance(node, ast.ImportFrom) and {a.name for a in node.names} <= IN_MEMORY:
            continue
        yield from (m for m in imported(node) if m.partition(".")[0] in DISK_MODULES)


def starts_of_programs(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if "subprocess" in imported(node) and name_of(path) not in STARTS_PROGRAMS:
            yield "subprocess"
        if isinstance(node, ast.Attribute) and STARTING.fullmatch(ast.unparse(node)):
            yield ast.unparse(node)


FAULTS = (
    wordy_or_nameless,
    long_functions,
    functions_with_many_parameters,
    hidden_imports,
    touches_of_the_disk,
    starts_of_programs,
)
FAULTY = (
    """\
def wrong(a, b, c, d, e, f):
    import shutil, subprocess
    open(a).read_text()
"""
    + "    a = b\n" * 300
)


@pytest.mark.parametrize("faults", FAULTS, ids=lambda faults: faults.__name__)
def test_no_module_has(faults: Callable[[Path], Iterator[str]]) -> None:
    found = {name_of(path): [*faults(path)] for path in MODULES}
    assert {name: said for name, said in found.items() if said} == {}


@pytest.mark.parametrize("faults", FAULTS, ids=lambda faults: faults.__name__)
def test_a_fault_is_seen(
    faults: Callable[[Path], Iterator[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "utils.py"
    path.write_text(FAULTY, encoding="utf-8")
    monkeypatch.setitem(globals(), "PACKAGE", tmp_path)
    assert len([*faults(path)]) >= 1


def test_a_module_is_loaded_late_only_where_the_house_says_so() -> None:
    found = {
        name_of(path)
        for path in MODULES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "import_module"
    }
    assert found == LATE_MODULES


def imported(node: ast.AST) -> tuple[str, ...]:
    if isinstance(node, ast.ImportFrom):
        return (node.module or "",)
    return tuple(alias.name for alias in node.names) if isinstance(node, ast.Import) else ()


def test_every_module_is_on_a_layer_of_the_import_contract() -> None:
    contract = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("layers = [")[2]
    layers = set(re.findall(r"\w+", re.sub(r"[\"|,]", " ", contract.partition("]")[0])))
    top = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py"}
    top |= {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    assert layers == top - {"__init__"}


def test_contributing_tells_of_every_module() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `(\w+)(?:\.py|/)`", text, re.MULTILINE))
    top = {p.name.removesuffix(".py") for p in PACKAGE.iterdir() if p.name[0] not in "_p."}
    assert {name for name in top if not name.startswith("py")} <= told | {"pages"}
