"""The same site in a folder of a host and opened from disk; what a page weighs and asks for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from kinds import PAGES
from tabs import lasting_window, new_tab

from serving import Quiet, served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

UNDER = "a/b"
"""The folder of the host in which the site lies."""
MOST_REQUESTS = 6
MOST_BYTES = 100_000

ADDRESSES = """() => [...document.querySelectorAll("[href], [src], [data-bron]")]
  .flatMap((one) => [one.href, one.src, one.dataset.bron])
  .filter((one) => typeof one === "string")
  .map((one) => new URL(one, document.baseURI).href)"""
DRAWN = """async () => {
  await document.fonts.ready;
  await new Promise((done) => requestIdleCallback(done));  // what a script puts off has begun
  const menu = document.querySelector("header.kop");
  return {
    letters: [...document.fonts].filter((one) => one.status === "loaded").length,
    bar: getComputedStyle(menu).backgroundColor,
  };
}"""
BAR = "rgb(13, 68, 80)"


class Telling(Quiet):
    """Serves files, and tells a list which."""

    def __init__(self, *words: Any, told: list[str], **more: Any) -> None:
        self._told = told
        super().__init__(*words, **more)

    def do_GET(self) -> None:  # noqa: N802 - the inherited name
        """Serve a file."""
        self._told.append(urlsplit(self.path).path)
        super().do_GET()


@pytest.fixture(scope="module")
def told() -> list[str]:
    """The paths that the host was asked for, also by a script in the background."""
    return []


@pytest.fixture(scope="module")
def folder(built: Path, told: list[str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site in a folder of a host."""
    root = tmp_path_factory.mktemp("host")
    (root / UNDER).parent.mkdir(parents=True)
    (root / UNDER).symlink_to(built, target_is_directory=True)
    with served(root, partial(Telling, told=told)) as address:
        yield f"{address}/{UNDER}"


class Visit:
    """A page opened by somebody who never saw the site: what it asked for, and what went wrong."""

    def __init__(self, page: Any, address: str) -> None:
        self.page = page
        self.asked: list[str] = []
        self.faults: list[str] = []
        self._done: list[str] = []
        self.page.on("request", lambda one: self.asked.append(one.url))
        self.page.on("requestfailed", lambda one: self.faults.append(one.url))
        self.page.on("response", lambda one: one.status >= 400 and self.faults.append(one.url))
        self.page.on("console", lambda said: self.faults.append(said.text))
        self.page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        self.page.on("requestfinished", lambda one: self._done.append(one.url))
        self.page.on("requestfailed", lambda one: self._done.append(one.url))
        self.page.goto(address, wait_until="load")
        self.drawn = self.page.evaluate(DRAWN)
        self.addresses = self.page.evaluate(ADDRESSES)
        self._wait_for_what_was_asked()

    def _wait_for_what_was_asked(self) -> None:
        """Until everything that was asked for came or failed; what did neither is a fault."""
        for _ in range(1000):
            if len(self._done) == len(self.asked):
                return
            self.page.wait_for_timeout(10)
        self.faults += sorted(set(self.asked) - set(self._done))


@pytest.fixture(scope="module")
def tabs(chromium: Any) -> Iterator[Any]:
    with lasting_window(chromium, viewport={"width": 1280, "height": 900}) as found:
        yield found


@pytest.fixture
def visit(tabs: Any) -> Iterator[Any]:
    """Open pages as a new visitor each."""
    opened: list[Any] = []

    def visited(address: str) -> Visit:
        opened.append(new_tab(tabs))
        return Visit(opened[-1], address)

    yield visited
    for page in opened:
        page.close()


def test_a_page_is_looked_at_of_every_folder(built: Path) -> None:
    pages = {one.relative_to(built) for one in built.rglob("*.html")}
    folders = {one.parent for one in pages if one.parts[0] != "rapporten"}
    assert folders == {Path(one).parent for one in PAGES}
    assert set(map(Path, PAGES)) <= pages


def _missing(addresses: list[str], site: str, built: Path) -> list[str]:
    """The addresses on this host that are no file of the site."""
    own = [one for one in addresses if urlsplit(one)[:2] == urlsplit(site)[:2]]
    paths = {one: unquote(urlsplit(one).path) for one in own}
    start = unquote(urlsplit(site).path).rstrip("/") + "/"
    return [
        one
        for one, path in paths.items()
        if not path.startswith(start) or not (built / path.removeprefix(start)).is_file()
    ]


@pytest.mark.parametrize("path", PAGES)
def test_page_in_a_folder_of_a_host_is_whole_and_light(
    visit: Any, built: Path, folder: str, path: str
) -> None:
    found = visit(f"{folder}/{path}")
    assert found.faults == []
    assert [one for one in found.asked if not one.startswith(f"{folder}/")] == []
    icon = found.page.locator("link[rel=icon]").get_attribute("href")  # no window asks for it here
    asked = {*found.asked, f"{folder}/{icon.rpartition('../')[2]}"}
    assert len(asked) <= MOST_REQUESTS, sorted(asked)
    assert (built / path).stat().st_size <= MOST_BYTES
    assert (found.drawn["letters"] > 0, found.drawn["bar"]) == (True, BAR)
    assert _missing(found.addresses, folder, built) == []


@pytest.mark.parametrize("path", PAGES)
def test_page_from_disk_is_whole(visit: Any, built: Path, path: str) -> None:
    found = visit((built / path).as_uri())
    assert found.faults == []
    assert (found.drawn["letters"] > 0, found.drawn["bar"]) == (True, BAR)
    assert _missing(found.addresses, built.as_uri(), built) == []
    assert found.page.locator("button.kopieer:visible").count() == 0


def test_register_from_disk_narrows_down_and_keeps_that_in_its_address(
    visit: Any, built: Path
) -> None:
    start = (built / "acties" / "index.html").as_uri()
    found = visit(f"{start}?stand=open")
    page = found.page
    page.wait_for_selector("#gekozen li")
    some = page.locator("#lijst tbody tr:visible").count()
    assert page.locator("#stand").inner_text() == f"{some} van 12 acties"
    page.get_by_role("button", name="Wis alles").click()
    page.wait_for_url(start)
    assert page.locator("#lijst tbody tr:visible").count() == 12
    page.go_back()
    page.wait_for_selector("#gekozen li")
    assert page.locator("#lijst tbody tr:visible").count() == some
    assert found.faults == []


@pytest.mark.parametrize("form", ["CSV", "XLSX", "JSON"])
def test_register_from_disk_exports_what_is_left(visit: Any, built: Path, form: str) -> None:
    found = visit((built / "acties" / "index.html").as_uri() + "?stand=open")
    found.page.wait_for_selector("#gekozen li")
    with found.page.expect_download() as download:
        found.page.get_by_role("link", name=form, exact=True).click()
    assert download.value.suggested_filename == f"acties-selectie.{form.lower()}"
    assert download.value.path().stat().st_size > 500
    assert found.faults == []


def test_first_result_with_its_page_is_light(
    chromium: Any, built: Path, folder: str, told: list[str]
) -> None:
    page = chromium.new_page()
    told.clear()
    page.goto(f"{folder}/zoeken.html?q=toeslag")
    page.wait_for_selector(".resultaat h2 a")
    page.close()
    paths = {one.removeprefix(f"/{UNDER}/") for one in told}
    assert any(one.startswith("zoek/fragment/") for one in paths)
    sizes = {one: (built / one).stat().st_size for one in paths if not one.startswith("fonts/")}
    assert sum(sizes.values()) <= 250_000, sizes
