"""Sites that any static host can serve: no absolute path, few files, one sheet, one script."""

from __future__ import annotations

import gzip
import posixpath
import re
import shutil
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html as lxml_html
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from invoeringstoets.cli import main
from invoeringstoets.mkdocs_plugin import bundling
from invoeringstoets.mkdocs_plugin.errors import SiteError
from surroundings import ROOT, Run
from unpacked import texts

SHEETS = {
    "css/site.css": '/* A. */\n@import url("first.css");\n@import url("paper.css") print;\nb {}\n',
    "css/first.css": '@import url("deep.css");\na {}\n',
    "css/deep.css": "i {}\n",
    "css/paper.css": "u {}\n",
    "css/other.css": "p {}\n",
}
MODULES = {
    "js/page.js": 'import { one } from "./one.js";\nimport { two } from "./two.js";\n\none(two);\n',
    "js/one.js": 'import { two } from "./two.js";\n\nexport const one = (x) => x + two;\n',
    "js/two.js": "export const two = 2;\n",
    "js/later.js": "export const later = 3;\n",
}


def test_sheets_stand_in_place_of_their_names_in_order() -> None:
    found = bundling.wholes(SHEETS)
    expected = "/* A. */\ni {}\na {}\n@media print {\nu {}\n}\nb {}\n"
    assert found == {"css/site.css": expected}
    assert bundling.parts(SHEETS) == {"css/first.css", "css/deep.css", "css/paper.css"}


def test_modules_become_one_classic_script_each_once_and_in_order() -> None:
    body = "const two = 2;\n\nconst one = (x) => x + two;\n\none(two);\n"
    assert bundling.wholes(MODULES) == {"js/page.js": f'(() => {{\n"use strict";\n\n{body}}})();\n'}
    assert bundling.parts(MODULES) == {"js/one.js", "js/two.js"}


@pytest.mark.parametrize(
    "texts", [{"a/b.css": '@import url("c.css");\n'}, {"x.js": MODULES["js/one.js"]}]
)
def test_name_of_nothing_is_refused(texts: dict[str, str]) -> None:
    with pytest.raises(SiteError, match=r"verwijst naar ‘(c\.css|two\.js)’"):
        bundling.wholes(texts)


def test_theme_has_nothing_left_to_name_and_nothing_that_moves() -> None:
    theme = ROOT / "site" / "theme"
    files = {
        path.relative_to(theme).as_posix(): path.read_text(encoding="utf-8")
        for suffix in bundling.SUFFIXES
        for path in theme.rglob(f"*{suffix}")
    }
    whole = bundling.wholes(files)
    assert set(whole) == {"css/site.css", "js/kopieer.js", "js/register.js", "js/zoeken.js"}
    assert bundling.wholes(whole) == {}
    left = re.compile(r"@import|^import |^export |import\.meta", re.MULTILINE)
    assert [path for path, text in whole.items() if left.search(text)] == []
    named = re.compile(r"^(?:const|let|class|(?:async )?function) (\w+)", re.MULTILINE)
    names = {path: named.findall(text) for path, text in whole.items()}
    assert [path for path, found in names.items() if len(found) != len(set(found))] == []
    moving = re.compile(r"transition|animation|@keyframes|smooth|\.animate\(")
    assert [path for path, text in files.items() if moving.search(text)] == []
    once = [text.count("document.createElement(name)") for text in whole.values()]
    assert sorted(once) == [0, 1, 1, 1]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of two toetsen, with their reports and nothing said of where it will lie."""
    project = tmp_path_factory.mktemp("project")
    (project / "toetsen").mkdir()
    for name in ("2024-kot-wlz", "2025-minimumuurloon"):
        shutil.copy(ROOT / "toetsen" / f"{name}.yaml", project / "toetsen")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        patch.setenv("SOURCE_DATE_EPOCH", "1780272000")
        assert main(("site",)) == 0
    return project / "build" / "site"


def pages(site: Path) -> dict[str, Path]:
    """The pages of a site, without the reports that are HTML too."""
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}
    return {name: path for name, path in found.items() if not name.startswith("rapporten/")}


def inner(data: bytes) -> bytes:
    """All that can be read in a file: also what an index or a report has packed."""
    return b"\n".join(texts(data))


@pytest.mark.slow
def test_no_file_knows_where_it_was_made(site: Path) -> None:
    root, home = site.parent.parent, Path.home()
    secret = {str(one) for one in (root, root.resolve(), ROOT, sys.prefix)}
    secret |= {str(home)} if len(home.parts) > 2 else {f"{home}/"}
    if len(socket.gethostname()) > 8:
        secret.add(socket.gethostname())
    words = {form for one in secret for form in (one, one.replace("\\", "/"))} | {"file://"}
    files = {path: inner(path.read_bytes()) for path in site.rglob("*") if path.is_file()}
    assert {path.suffix for path in files} >= {
        ".html",
        ".pdf",
        ".docx",
        ".odt",
        ".xlsx",
        ".pf_meta",
    }
    leaking = [
        (path.name, word) for path, data in files.items() for word in words if word.encode() in data
    ]
    assert leaking == []


def test_packed_text_is_read(tmp_path: Path) -> None:
    assert b"/mnt/iets" in inner(gzip.compress(b"see /mnt/iets"))


def _addresses(path: Path) -> list[str]:
    tree = lxml_html.parse(str(path)).getroot()
    found = tree.xpath("//@href|//@src|//@action|//@data-bron|//@data-index|//@poster|//@content")
    return [str(one) for one in found]


@pytest.mark.slow
def test_every_address_is_relative_and_leads_to_a_file(site: Path) -> None:
    rooted = re.compile(r"^(/|[a-z]:|\\|https?://(localhost|127\.|0\.0\.0\.0))", re.IGNORECASE)
    addresses = {name: _addresses(path) for name, path in pages(site).items()}
    assert [(n, a) for n, all_ in addresses.items() for a in all_ if rooted.match(a)] == []
    missing = [
        (name, one)
        for name, found in addresses.items()
        for one in found
        if re.search(r"^[\w./-]+\.\w{2,5}([?#]|$)", one) and not _there(site, name, one)
    ]
    assert missing == []
    for path in site.rglob("*.css"):
        for one in re.findall(r"url\(\"?([^\")]+)", path.read_text(encoding="utf-8")):
            assert (path.parent / one).is_file(), one


def _there(site: Path, name: str, address: str) -> bool:
    path = re.split(r"[?#]", address)[0]
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
    return not target.startswith("..") and (site / target).is_file()


@pytest.mark.slow
def test_no_page_weighs_or_asks_too_much(site: Path) -> None:
    fonts = len(list(site.rglob("*.woff2")))
    for name, path in pages(site).items():
        assert path.stat().st_size <= 100_000, name
        tree = lxml_html.parse(str(path)).getroot()
        loaded = tree.xpath("//script[@src]|//link[@rel='stylesheet' or @rel='icon']|//main//img")
        assert 1 + len(loaded) + fonts <= 6, name
        assert tree.xpath("//script[@type='module']") == [], name


SCRIPTS = ("kopieer", "register", "verplaatst", "zoeken")


@pytest.mark.slow
def test_site_has_no_file_that_no_page_names(site: Path) -> None:
    own = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert {one for one in own if one.endswith(".css")} == {"css/site.css"}
    scripts = {one for one in own if one.startswith("js/")}
    assert scripts == {f"js/{one}.js" for one in SCRIPTS}


@pytest.fixture
def own_theme(project: Path) -> Path:
    """A project with its own copy of the site, and of one toets."""
    shutil.copytree(ROOT / "site", project / "site")
    shutil.copy(ROOT / "toetsen" / "2025-minimumuurloon.yaml", project / "toetsen")
    return project


def built(project: Path, **settings: object) -> Path:
    """The site as MkDocs builds it by itself."""
    mkdocs_build(load_config(str(project / "site" / "mkdocs.yml"), **settings))
    return project / "build" / "site"


@pytest.mark.slow
def test_not_found_leads_to_the_folder_that_was_named(own_theme: Path) -> None:
    site = built(own_theme, site_url="https://voorbeeld.nl/a/b/")
    tree = lxml_html.parse(str(site / "404.html")).getroot()
    assert tree.xpath("//link[@rel='stylesheet']/@href") == ["/a/b/css/site.css"]
    assert "/a/b/toetsen/index.html" in tree.xpath("//main//a/@href")


@pytest.mark.slow
def test_theme_that_names_a_missing_sheet_is_refused(
    own_theme: Path, toets: Callable[..., Run]
) -> None:
    (own_theme / "site" / "theme" / "css" / "druk.css").unlink()
    done = toets("site")
    assert done.code == 1
    assert "‘css/site.css’ verwijst naar ‘druk.css’, maar dat bestand is er niet" in done.err


@pytest.mark.slow
def test_edited_sheet_is_written_again_and_another_is_not(
    own_theme: Path, toets: Callable[..., Run]
) -> None:
    assert toets("site").code == 0
    sheet = own_theme / "build" / "site" / "css" / "site.css"
    first = sheet.stat().st_mtime_ns
    path = own_theme / "toetsen" / "2025-minimumuurloon.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("korte_titel: Minimum", "korte_titel: Nieuw"), encoding="utf-8")
    assert toets("site").code == 0
    assert sheet.stat().st_mtime_ns == first
    part = own_theme / "site" / "theme" / "css" / "tokens.css"
    part.write_text(part.read_text(encoding="utf-8") + "/* anders */\n", encoding="utf-8")
    assert toets("site").code == 0
    assert "/* anders */" in sheet.read_text(encoding="utf-8")
