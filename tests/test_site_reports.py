"""The reports on the site: which are offered to the public, where they are found, and why not."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from invoeringstoets import assets, pages
from invoeringstoets.mkdocs_plugin.loading import surroundings
from invoeringstoets.pages import Download, Surroundings
from invoeringstoets.workspace import find_project
from site_library import library
from surroundings import ROOT, Run

Toets = Callable[..., Run]

HIDDEN = "Instemmen met de brief en met verzending aan beide Kamers."
CLOSING = "het einde van het jaar"
"""What is in no report but the letter."""


@pytest.fixture
def shelf(project: Path) -> Path:
    """A project with the toets that has a beslisnota and goes to both Kamers."""
    name = "2025-stagevergoeding-mbo.yaml"
    text = assets.text(f"toetsen/{name}").replace("verwante_toetsen:", "# verwant:")
    assert HIDDEN in text
    (project / "toetsen" / name).write_text(text, encoding="utf-8")
    return project


def files(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_the_public_site_offers_every_report_but_internal_ones(shelf: Path, toets: Toets) -> None:
    assert toets("site").code == 0
    site = shelf / "build" / "site"
    found = {path for path in files(site) if path.startswith("rapporten/")}
    own = "rapporten/2025-stagevergoeding-mbo/2025-stagevergoeding-mbo-"
    for name in ("kamerbrief-tk.pdf", "kamerbrief-ek.html", "samenvatting.pdf", "actielijst.xlsx"):
        assert own + name in found
    for name in ("stand-van-zaken.pdf", "jaaroverzicht-2025.pdf", "actielijst.csv"):
        assert f"rapporten/{name}" in found
    assert not [path for path in found if "beslisnota" in path or "kamerstuk" in path]
    for path in files(site):
        assert HIDDEN.encode() not in (site / path).read_bytes(), path
    for page in ("toetsen/2025-stagevergoeding-mbo", "toetsen/index", "acties/index"):
        text = (site / f"{page}.html").read_text(encoding="utf-8")
        links = re.findall(r'href="([^"]*rapporten/[^"]+)"', text)
        assert links, page
        for link in links:
            assert (site / page).parent.joinpath(link).resolve().is_file(), link
    assert "--intern" not in text


@pytest.mark.slow
def test_the_internal_site_offers_them_all(shelf: Path, toets: Toets) -> None:
    assert toets("site", "--intern").code == 0
    found = files(shelf / "build" / "site-intern")
    own = "rapporten/2025-stagevergoeding-mbo/2025-stagevergoeding-mbo-"
    assert {f"{own}beslisnota.pdf", f"{own}kamerstuk-tk.pdf"} <= found


@pytest.mark.slow
def test_the_site_and_the_command_give_the_same_bytes(shelf: Path, toets: Toets) -> None:
    assert toets("site").code == 0
    words = ("rapport", "--soort", "actielijst", "--naar", "xlsx", "csv", "--map", "uit")
    assert toets(*words).code == 0
    for name in ("actielijst.xlsx", "actielijst.csv"):
        published = (shelf / "build" / "site" / "rapporten" / name).read_bytes()
        assert (shelf / "uit" / name).read_bytes() == published


@pytest.mark.slow
def test_a_report_that_did_not_change_is_not_written_again(shelf: Path, toets: Toets) -> None:
    reports = shelf / "build/site/rapporten/2025-stagevergoeding-mbo"

    def places() -> dict[str, int]:
        return {path.name: path.stat().st_ino for path in reports.iterdir()}

    assert toets("site").code == 0
    before = places()
    path = shelf / "toetsen/2025-stagevergoeding-mbo.yaml"
    text = path.read_text(encoding="utf-8")
    assert CLOSING in text
    path.write_text(text.replace(CLOSING, "van dit jaar"), encoding="utf-8")
    assert toets("site").code == 0
    after = places()
    changed = {name for name, place in after.items() if place != before[name]}
    assert {name.rpartition("-")[0] for name in changed} == {"2025-stagevergoeding-mbo-kamerbrief"}


def page(path: str, around: Surroundings) -> str:
    return next(one for one in pages.build(around) if one.path == path).html


def test_pages_offer_what_there_is() -> None:
    lists = tuple(
        Download(f"rapporten/{name}", title, "PDF", 2100)
        for name, title in (("a.pdf", "Actielijst"), ("s.pdf", "Stand van zaken"))
    )
    bare = surroundings(find_project(ROOT), library())
    around = Surroundings(bare.library, schema=bare.schema, overviews=lists)
    both, one = page("toetsen/index.html", around), page("acties/index.html", around)
    assert '<a href="../rapporten/s.pdf">PDF<span class="voor-lezer"> van Stand van zaken' in both
    assert "2\u00a0kB" in both
    assert "../rapporten/a.pdf" in one
    assert "../rapporten/s.pdf" not in one
    assert "rapporten/" not in page(
        "acties/index.html", Surroundings(bare.library, schema=bare.schema)
    )


def test_a_public_page_is_silent_on_internal_reports() -> None:
    public = library(internal=False)
    around = Surroundings(public, schema=surroundings(find_project(ROOT), public).schema)
    html = page("toetsen/2025-minimumuurloon.html", around)
    assert "<strong>Samenvatting:</strong> niet beschikbaar. Dit is een indexrecord" in html
    assert "Beslisnota:" not in html
    assert "Kamerstuk:" not in html
