"""What stands beside a toets on its page: lines of its file, what the check still says of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from invoeringstoets.diagnostic import Severity
from invoeringstoets.mkdocs_plugin.loading import reading
from invoeringstoets.pages.page import Remark, Surroundings
from invoeringstoets.pages.toets import pages as toets_pages
from invoeringstoets.workspace import find_project
from invoeringstoets.workspace.beside import Beside, beside
from invoeringstoets.workspace.store import Store
from site_library import library, toets
from surroundings import ROOT

KOT = (ROOT / "toetsen" / "2024-kot-wlz.yaml").read_text(encoding="utf-8")


def told(folder: Path, *, internal: bool = False, store: Store | None = None) -> Beside:
    how = reading(find_project(folder), internal=internal, day="2026-06-01", store=store)
    return beside(how.project, how.stock(), store=how.store)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that readers can see the files of, with one toets."""
    (tmp_path / "toetsen").mkdir()
    (tmp_path / "toets.toml").write_text('repository = "https://voorbeeld.nl/t"\n', "utf-8")
    (tmp_path / "toetsen" / "2024-kot-wlz.yaml").write_text(KOT, encoding="utf-8")
    return tmp_path


def test_every_part_has_the_line_on_which_it_begins(project: Path) -> None:
    lines = told(project).lines["2024-kot-wlz"]
    written = KOT.splitlines()
    one = toets("2024-kot-wlz")
    assert len(lines) > 50
    for thing in (*one.bevindingen, *one.conclusies, *one.acties, *one.bronnen):
        kind = {"Bevinding": "bevinding", "Conclusie": "conclusie", "Actie": "actie"}
        word = kind.get(type(thing).__name__)
        anchor = f"{word}-{thing.id.lower()}" if word else f"bron-{thing.id}"
        assert written[lines[anchor] - 1].split() == ["-", "id:", thing.id]


def test_without_an_address_for_readers_there_are_no_lines(project: Path) -> None:
    (project / "toets.toml").write_text("", encoding="utf-8")
    assert told(project).lines == {}


def test_remark_says_what_it_is_about(project: Path) -> None:
    path = project / "toetsen" / "2024-kot-wlz.yaml"
    text = KOT.replace("titel: Het gebruik ligt lager dan verwacht", "titel: Het gebruik is laag.")
    path.write_text(text, encoding="utf-8")
    found = [one for one in told(project).remarks["2024-kot-wlz"] if one.code == "T733"]
    assert [(one.severity, one.anchor) for one in found] == [(Severity.HINT, "bevinding-b1")]
    assert "Het gebruik is laag." in text.splitlines()[found[0].line - 1]


def secret(project: Path) -> None:
    """A beslisnota in which the check has something to remark."""
    nota = "  geen: de geraadpleegde bronnen noemen geen beslisnota\n"
    assert nota in KOT
    told = "  gevraagd_besluit: Instemmen.\n  aanleiding: Zie [hier](https://voorbeeld.nl/x).\n"
    path = project / "toetsen" / "2024-kot-wlz.yaml"
    path.write_text(KOT.replace(nota, told), encoding="utf-8")


def test_remark_on_what_is_not_public_stays_inside(project: Path) -> None:
    before = told(project).remarks.get("2024-kot-wlz", ())
    secret(project)
    inside = told(project, internal=True).remarks["2024-kot-wlz"]
    assert [one.code for one in inside if one not in before] == ["T732"]
    assert told(project).remarks.get("2024-kot-wlz", ()) == before


def test_what_was_found_is_kept_and_found_again_after_a_change(project: Path) -> None:
    store = Store()
    first = told(project, store=store)
    assert told(project, store=store) == first
    path = project / "toetsen" / "2024-kot-wlz.yaml"
    path.write_text(f"# een regel erboven\n{KOT}", encoding="utf-8")
    moved = told(project, store=store).lines["2024-kot-wlz"]
    assert moved == {key: line + 1 for key, line in first.lines["2024-kot-wlz"].items()}


def test_file_that_changes_meanwhile_has_nothing_beside_it(project: Path) -> None:
    how = reading(find_project(project), day="2026-06-01")
    found = how.stock()
    path = project / "toetsen" / "2024-kot-wlz.yaml"
    path.write_text(f"# een regel erboven\n{KOT}", encoding="utf-8")
    assert beside(how.project, found, store=how.store) == Beside()
    path.unlink()
    assert beside(how.project, found, store=how.store) == Beside()


def test_file_that_is_known_is_not_read_again(project: Path) -> None:
    store = Store()
    first = told(project, store=store)
    how = reading(find_project(project), day="2026-06-01", store=store)
    found = how.stock()
    (project / "toetsen" / "2024-kot-wlz.yaml").unlink()
    assert beside(how.project, found, store=store) == first


def page(**more: object) -> str:
    site = replace(Surroundings(library()), **more)  # type: ignore[arg-type]
    one = toets("2024-kot-wlz")
    return next(page.html for page in toets_pages.one(one, site))


def test_page_links_each_part_to_its_line() -> None:
    lines = {"2024-kot-wlz": {"bevinding-b1": 312, "actie-a1": 602}}
    html = page(source_url="https://voorbeeld.nl/t", lines=lines)
    assert html.count("https://voorbeeld.nl/t/2024-kot-wlz.yaml#L") == 2
    assert 'yaml#L312" aria-label="YAML, regel 312: bevinding b1"' in html
    assert "#L" not in page(lines=lines)


def test_page_shows_remarks_closed_and_links_their_manual() -> None:
    remark = Remark(
        "T733", Severity.HINT, "titel eindigt op <punt>", "haal die weg", 12, "actie-a1"
    )
    html = page(remarks={"2024-kot-wlz": (remark,)})
    shown = html[html.index('id="opmerkingen"') : html.index('id="downloads"')]
    assert '<details class="uitklap"><summary>1\u00a0opmerking</summary>' in shown
    assert 'href="../naslag/regels.html#t733"' in shown
    assert "titel eindigt op &lt;punt&gt;" in shown
    assert 'href="#actie-a1"' in shown
    assert "Regel 12 van het bestand" in shown
    assert 'id="opmerkingen"' not in page()


def test_step_that_is_still_to_come_says_so() -> None:
    one = toets("2026-kamerbewoning")
    early = replace(library(), reference_date="2020-01-01")
    html = next(page.html for page in toets_pages.one(one, Surroundings(early)))
    late = replace(library(), reference_date="2090-01-01")
    assert html.count("nog te komen") > 3
    assert 'Termijn van actie <a href="#actie-' in html
    assert "nog te komen" not in next(p.html for p in toets_pages.one(one, Surroundings(late)))


def test_kept_facts_are_plain_data(project: Path) -> None:
    store = Store()
    told(project, store=store)
    (head,) = store.heads("beside").values()
    assert json.loads(head).keys() == {"lines", "items", "shown"}
