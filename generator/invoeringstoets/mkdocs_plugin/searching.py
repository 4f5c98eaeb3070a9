"""The search index of a site, made by Pagefind out of documents of ours.

Pagefind comes with the installation as one program (PyPI ``pagefind-bin``) and reaches for no
network. Its index is kept by the key of what it was made of.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path

from pagefind_bin import get_executable

from invoeringstoets.mkdocs_plugin.errors import SiteError
from invoeringstoets.mkdocs_plugin.keys import key_of
from invoeringstoets.model import ValueLists
from invoeringstoets.pages.search import INDEX
from invoeringstoets.pages.synonyms import findable
from invoeringstoets.workspace import write

_PATIENCE = 600
"""Seconds that Pagefind gets."""

_OURS = ("pagefind-component-ui", "pagefind-ui", "pagefind-modular-ui", "pagefind-highlight")
"""What Pagefind brings for its own looks; our page has its own."""


def index(documents: Mapping[str, bytes], *, kept: Path) -> dict[str, bytes]:
    """The files of the index of these HTML documents (by output path), by output path.

    Raises ``SiteError`` when Pagefind fails.
    """
    if not documents:
        return {}
    key = key_of(
        version("pagefind-bin"), *(part for item in sorted(documents.items()) for part in item)
    )[:32]
    if not (kept / key).is_dir():
        _make(documents, kept / key)
        _forget(kept, but=key)
    return _read(kept / key)


def read(site: Path, paths: Iterable[str]) -> dict[str, bytes]:
    """The hand-written pages of a built site, as documents for the index."""
    return {path: _findable(site / path) for path in paths if (site / path).is_file()}


def _findable(page: Path) -> bytes:
    """A page with, in what is indexed of it, the words that it must be found by."""
    before, mark, after = page.read_text(encoding="utf-8").partition("data-pagefind-body")
    text, end, rest = after.partition("</main>")
    return "".join((before, mark, findable(text, ValueLists()), end, rest)).encode("utf-8")


def _forget(kept: Path, *, but: str) -> None:
    for old in kept.iterdir():
        if old.is_dir() and old.name != but:
            shutil.rmtree(old, ignore_errors=True)


def _make(documents: Mapping[str, bytes], to: Path) -> None:
    """Let Pagefind read the documents from a folder, and put its index in place as a whole."""
    to.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=to.parent) as folder:
        pages, made = Path(folder) / "in", Path(folder) / "uit"
        pages.mkdir()
        for path, data in sorted(documents.items()):  # Pagefind numbers them as it finds them
            write(pages / path, data)
        _run("--site", str(pages), "--output-path", str(made))
        made.mkdir(exist_ok=True)
        made.rename(to)


def _run(*words: str) -> None:
    command = [str(get_executable()), *words, "--force-language", "nl", "--keep-index-url"]
    command += ["--exclude-selectors", "pre, code, .anker"]
    try:
        done = subprocess.run(  # noqa: S603 - the program that came with the installation
            command, capture_output=True, check=False, timeout=_PATIENCE
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SiteError(f"de zoekindex is niet gemaakt: {type(error).__name__}") from error
    if done.returncode != 0:
        said = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()
        raise SiteError(f"de zoekindex is niet gemaakt: {said[-1] if said else done.returncode}")


def _read(folder: Path) -> dict[str, bytes]:
    return {
        f"{INDEX}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in _files(folder)
    }


def _files(folder: Path) -> Iterable[Path]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in found if not path.name.startswith(_OURS))
