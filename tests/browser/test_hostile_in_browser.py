"""Hostile text in every field, value list and setting: nothing of it becomes more than text."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import expect

from conftest import commit
from hostile import PAYLOADS, TAME, planted, tamed, text_of
from invoeringstoets import syntax
from invoeringstoets.schema import Schemas
from invoeringstoets.source import Source
from once import made_once
from serving import served
from surroundings import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SETTINGS = """
repository = "https://voorbeeld.nl/toetsen"
[uitgever]
naam = {0}
[toegankelijkheid]
organisatie = {1}
onderzocht_door = {2}
methode = {3}
uitzonderingen = [{4}]
"""
MKDOCS = "  - invoeringstoets:\n      intern: true\n      op: '2026-06-01'\n      project: "
COUNT = """(page) => {
  const found = {};
  for (const one of page.querySelectorAll("*")) {
    const runs = [...one.attributes].filter(({ name, value }) =>
      name.startsWith("on") || name === "style" ||
      (["href", "src", "action", "srcdoc", "xlink:href"].includes(name) &&
        /^\\s*(javascript|data|vbscript):/i.test(value)));
    const key = [one.tagName, ...runs.map(({ name }) => `!${name}`)].join(" ");
    found[key] = (found[key] ?? 0) + 1;
  }
  return found;
}"""
"""Counts elements by kind; those with an attribute that may run something are another kind."""
MARKS = {"DEL", "INS"}
"""What changed inside a text that is partly the same; what may run something is another kind."""
FIXED = ("handleiding/", "uitleg/", "naslag/regels", "naslag/schema", "over", "404")
"""How pages begin that hold nothing of an author."""


class Site(NamedTuple):
    """A built site and where it is served."""

    folder: Path
    address: str


def _data(path: Path) -> Any:
    tree = syntax.parse(Source(path.name, path.read_text(encoding="utf-8"))).value
    assert tree is not None
    return tree.data


def _lists(project: Path, *, tame: bool) -> None:
    """Value lists of which every name and description is hostile, and every address."""
    folder = project / "waardelijsten"
    folder.mkdir()
    for path in (ROOT / "schema" / "waardelijsten").glob("*.json"):
        values = json.loads(path.read_text(encoding="utf-8"))
        for turn, entry in enumerate(values["waarden"]):
            hostile = {
                key: f"{entry[key]} {PAYLOADS[turn % len(PAYLOADS)]}"
                for key in ("naam", "korte_naam", "omschrijving")
                if key in entry
            }
            hostile["url"] = "javascript:alert(1)"
            entry |= {k: v.translate(TAME) if tame else v for k, v in hostile.items()}
        (folder / path.name).write_text(json.dumps(values), encoding="utf-8")


def _project(project: Path, *, tame: bool) -> None:
    """A project with a history: every text changes in its second version."""
    shutil.copytree(ROOT / "toetsen", project / "toetsen")
    shutil.copytree(ROOT / "site", project / "site")
    config = project / "site" / "mkdocs.yml"
    said = config.read_text(encoding="utf-8")
    said = said.replace("  - invoeringstoets\n", f"{MKDOCS}{json.dumps(str(project))}\n")
    said = said.replace("nav:", "site_url: https://voorbeeld.nl/toetsen/\n\nnav:")
    config.write_text(said.replace("../build/site", "../gebouwd"), encoding="utf-8")
    commit(project)
    _lists(project, tame=tame)
    texts = [PAYLOADS[turn].translate(TAME) if tame else PAYLOADS[turn] for turn in range(5)]
    settings = SETTINGS.format(*(json.dumps(f"Dienst {text}") for text in texts))
    (project / "toets.toml").write_text(settings, encoding="utf-8")
    schemas = Schemas()
    for path in (project / "toetsen").glob("*.yaml"):
        made, _ = planted(_data(path), path.stem, schemas)
        path.write_text(text_of(tamed(made) if tame else made), encoding="utf-8")
    commit(project)


def _build(project: Path, *, tame: bool) -> None:
    _project(project, tame=tame)
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", "site/mkdocs.yml"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, Site]]:
    """The hostile site and its harmless twin."""
    projects = [
        made_once(tmp_path_factory, name, make=partial(_build, tame=name == "tam"))
        for name in ("kwaad", "tam")
    ]
    folders = [project / "site-intern" for project in projects]
    with served(folders[0]) as hostile, served(folders[1]) as tame:
        yield Site(folders[0], hostile), Site(folders[1], tame)


class Watched:
    """A tab that remembers everything that hostile text could bring about."""

    def __init__(self, context: Any, address: str) -> None:
        self.page = context.new_page()
        self.address = address
        self.seen: list[str] = []
        self.page.on("dialog", self._dialog)
        self.page.on("console", lambda said: self.seen.append(f"console: {said.text}"))
        self.page.on("pageerror", lambda fault: self.seen.append(f"error: {fault}"))
        self.page.on("popup", lambda other: self.seen.append(f"popup: {other.url}"))
        self.page.on("request", self._request)

    def _dialog(self, dialog: Any) -> None:
        self.seen.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Any) -> None:
        if not request.url.startswith(f"{self.address}/"):
            self.seen.append(f"request: {request.url}")

    def open(self, path: str) -> None:
        """Show a page and let its scripts run."""
        self.page.goto(f"{self.address}/{path}", wait_until="load")

    def elements(self, paths: list[str]) -> list[dict[str, int]]:
        """How many elements of each kind the HTML of these pages makes."""
        self.open("404.html")
        self.page.evaluate(f"() => {{ globalThis.count = {COUNT}; }}")
        found: list[dict[str, int]] = self.page.evaluate(
            """(paths) => Promise.all(paths.map(async (path) => {
              const text = await (await fetch(path)).text();
              return count(new DOMParser().parseFromString(text, "text/html"));
            }))""",
            [f"{self.address}/{path}" for path in paths],
        )
        return found


def _pages(folder: Path) -> list[str]:
    """The pages that hold text of an author; a signpost leads to another of them at once."""
    found = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.html")))
    signpost = "<h1>Deze toets staat op een ander adres</h1>"
    return [
        path
        for path in found
        if not path.startswith(FIXED) and signpost not in (folder / path).read_text("utf-8")
    ]


def test_no_page_holds_more_than_that_of_the_harmless_twin(
    sites: tuple[Site, Site], chromium: Any
) -> None:
    hostile, tame = sites
    paths = _pages(hostile.folder)
    assert paths == _pages(tame.folder)
    assert len(paths) > 50
    context = chromium.new_context(bypass_csp=True)  # the 404 page itself may fetch nothing
    made = [Watched(context, site.address).elements(paths) for site in sites]
    for path, bad, good in zip(paths, *made, strict=True):
        if path.startswith("wijzigingen/"):  # where words are marked depends on the words
            assert bad.keys() - MARKS == good.keys() - MARKS, path
        else:
            assert bad == good, path
    assert [kind for page in made[0] for kind in page if "!" in kind] == []
    context.close()


def test_no_page_does_anything(sites: tuple[Site, Site], chromium: Any) -> None:
    context = chromium.new_context()
    tab = Watched(context, sites[0].address)
    for path in _pages(sites[0].folder):
        tab.open(path)
        runs = [kind for kind in tab.page.evaluate(f"({COUNT})(document)") if "!" in kind]
        assert (tab.seen, runs) == ([], []), path
    assert context.cookies() == []
    assert tab.page.evaluate("localStorage.length + sessionStorage.length") == 0
    context.close()


def test_hostile_text_is_there_to_be_read(sites: tuple[Site, Site], chromium: Any) -> None:
    context = chromium.new_context()
    tab = Watched(context, sites[0].address)
    tab.open("toetsen/2026-kamerbewoning.html")
    text = tab.page.inner_text("main")
    assert [one for one in PAYLOADS if one in text]
    assert text.count("alert(1)") > 40
    context.close()


@pytest.mark.parametrize("words", ["alert", "onerror", "<script>alert(1)</script>"])
def test_found_text_stays_text(sites: tuple[Site, Site], chromium: Any, words: str) -> None:
    context = chromium.new_context()
    tab = Watched(context, sites[0].address)
    tab.page.goto(f"{sites[0].address}/zoeken.html")
    tab.page.fill("#zoekwoorden", words)
    tab.page.keyboard.press("Enter")
    expect(tab.page.locator("#stand")).to_contain_text(words)
    made = "main :is(img, iframe, style, meta, form:not(#zoekformulier), x, [onload], [onclick])"
    assert tab.page.query_selector_all(made) == []
    assert tab.page.query_selector_all('main svg[onload], main a[href^="javascript"]') == []
    assert tab.seen == []
    context.close()


def test_copied_reference_holds_text_only(sites: tuple[Site, Site], chromium: Any) -> None:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = Watched(context, sites[0].address)
    tab.open("toetsen/2026-kamerbewoning.html")
    tab.page.locator(".bevinding .kopieer").first.click()
    tab.page.wait_for_selector(".gekopieerd:not([hidden])")
    html = tab.page.evaluate(
        """async () => {
          const [item] = await navigator.clipboard.read();
          return (await item.getType("text/html")).text();
        }"""
    )
    kinds = tab.page.evaluate(
        """(html) => [...new DOMParser().parseFromString(html, "text/html").body
            .querySelectorAll("*")].map((one) => one.tagName)""",
        html,
    )
    assert sorted(set(kinds)) == ["A", "P"]
    assert tab.seen == []
    context.close()
