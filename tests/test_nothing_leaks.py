"""Nothing that is not public is in any byte of a public site, whatever it is packed in.

A project is planted with words that no one may see, each in another place; then the whole site is
built as a user does it, with every report, and every file is taken apart. That a word would be
found is shown by the internal site, which holds them.
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from surroundings import ROOT
from unpacked import holding, readable

pytestmark = pytest.mark.slow

Sites = dict[str, Mapping[str, bytes]]

HIDDEN_TOETS = "zqverborgentoets"
HIDDEN_ID = "2026-zqverborgen"
NOTE = "zqbeslisnota"
PASSAGE = "zqnietopenbaar"
SOURCE = "zqinternebron"
SOURCE_ID = "zqbronkenmerk"
REPLY = "zqkrachtenveld"
EARLIER = "zqvoordatopenbaar"
WITHDRAWN = "zqingetrokken"
LATER = "zqlaterintern"
LATER_ID = "zqlaterkenmerk"
TALK = "zqgesprek"
COMMENT = "zqopmerking"
AUTHOR = "zqauteur"

PLANTED = (
    HIDDEN_TOETS,
    HIDDEN_ID,
    NOTE,
    PASSAGE,
    SOURCE,
    SOURCE_ID,
    REPLY,
    EARLIER,
    WITHDRAWN,
    LATER,
    LATER_ID,
    TALK,
    COMMENT,
    AUTHOR,
)

TOETS = (sys.executable, "-m", "invoeringstoets")

SETTINGS = """\
[uitgever]
naam = "Ministerie van Voorbeeld"
tooi = "https://identifier.overheid.nl/tooi/id/ministerie/mnre1073"
contact = "opendata@voorbeeld.nl"
licentie = "CC0-1.0"
"""


def git(project: Path, *words: str) -> None:
    identity = ("-c", f"user.name={AUTHOR}", "-c", f"user.email={AUTHOR}@voorbeeld.nl")
    command = ["git", *identity, "-c", "commit.gpgsign=false", *words]
    subprocess.run(command, cwd=project, check=True, capture_output=True)


def commit(project: Path, message: str) -> None:
    git(project, "add", ".")
    git(project, "commit", "-qm", message)


def planted(project: Path) -> None:
    """A project whose history and files are full of what no one may see."""
    (project / "toets.toml").write_text(SETTINGS, encoding="utf-8")
    (project / "toetsen").mkdir()
    _site(project)
    git(project, "init", "-q")
    text = (ROOT / "toetsen" / "2025-stagevergoeding-mbo.yaml").read_text(encoding="utf-8")
    path = project / "toetsen" / "2025-stagevergoeding-mbo.yaml"
    text = text.replace(
        "verwante_toetsen: [2026-kamerbewoning]", f"verwante_toetsen: [{HIDDEN_ID}]"
    )
    # Before it was public it said something else.
    inside = text.replace("zichtbaarheid: na_aanbieding", "zichtbaarheid: intern")
    path.write_text(_retitled(inside, EARLIER), encoding="utf-8")
    commit(project, f"Begin {EARLIER}")
    public = _with_secrets(text)
    path.write_text(public, encoding="utf-8")
    commit(project, "Openbaar")
    path.write_text(_with_secrets(text, more=WITHDRAWN), encoding="utf-8")
    commit(project, f"Interne bron {WITHDRAWN}")
    # A source that anyone could see, and that is internal now.
    source = f"  - id: {LATER_ID}\n    soort: {{}}\n    titel: Voordracht {LATER}\n"
    talk = f"  - id: {TALK}\n    soort: gesprek\n    titel: Gesprek {TALK}\n"
    sources = f"\nbronnen:\n{talk}{source}"
    path.write_text(public.replace("\nbronnen:\n", sources.format("presentatie")), encoding="utf-8")
    commit(project, "Een bron erbij")
    path.write_text(public.replace("\nbronnen:\n", sources.format("intern")), encoding="utf-8")
    hidden = (ROOT / "toetsen" / "2026-verblijfspas-online.yaml").read_text(encoding="utf-8")
    hidden = hidden.replace("2026-verblijfspas-online", HIDDEN_ID)
    (project / "toetsen" / f"{HIDDEN_ID}.yaml").write_text(
        _retitled(hidden, HIDDEN_TOETS), encoding="utf-8"
    )
    commit(project, f"Nog een {HIDDEN_TOETS}")


def _site(project: Path) -> None:
    """The shipped site, with an address so that feeds, sitemaps and catalogue are made."""
    shutil.copytree(ROOT / "site", project / "site")
    config = project / "site" / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(f"site_url: https://voorbeeld.nl/register/\n{text}", encoding="utf-8")


def _retitled(text: str, word: str) -> str:
    lines = [
        f"titel: Toets {word}" if one.startswith("titel: ") else one for one in text.split("\n")
    ]
    return "\n".join(lines)


def _with_secrets(text: str, *, more: str = SOURCE) -> str:
    """The same toets with an internal source that is referred to, and secrets in the beslisnota."""
    source = (
        f"bronnen:\n  - id: {SOURCE_ID}\n    soort: intern\n    titel: Verslag {more}\n"
        f"    toelichting: Met {more}\n"
    )
    assert "\nbronnen:\n" in text
    text = text.replace("\nbronnen:\n", f"\n{source}", 1)
    text = text.replace("gevraagd_besluit: ", f"gevraagd_besluit: {NOTE} ", 1)
    text = text.replace("- passage: ", f"- passage: {PASSAGE} ", 1)
    text = text.replace("krachtenveld: ", f"krachtenveld: {REPLY} ", 1)
    assert all(word in text for word in (more, NOTE, PASSAGE, REPLY))
    first = text.index("\nbevindingen:")
    place = text.index("bronnen: [", first) + len("bronnen: [")
    return f"# {COMMENT}\n{text[:place]}{SOURCE_ID}, {text[place:]}"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """All that can be read in the public and in the internal site, both in full."""
    project = tmp_path_factory.mktemp("project")
    planted(project)
    plain = ["site", "--markdown", "build/markdown"]
    for words in (
        ["site"],
        ["site", "--intern"],
        plain,
        [*plain[:2], "build/markdown-intern", "--intern"],
    ):
        done = subprocess.run(
            [*TOETS, *words],
            cwd=project,
            check=False,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "SOURCE_DATE_EPOCH": "1780272000"},
        )
        assert done.returncode == 0, done.stdout + done.stderr
    names = ("site", "site-intern", "markdown", "markdown-intern")
    return {name: readable(project / "build" / name) for name in names}


@pytest.mark.parametrize("word", PLANTED)
def test_no_byte_of_the_public_site_holds_it(sites: Sites, word: str) -> None:
    assert holding(sites["site"], word) == set()
    assert holding(sites["markdown"], word) == set()


@pytest.mark.parametrize(
    "word", [HIDDEN_TOETS, HIDDEN_ID, SOURCE, SOURCE_ID, EARLIER, WITHDRAWN, LATER, TALK]
)
def test_the_internal_markdown_shows_that_it_would_be_found(sites: Sites, word: str) -> None:
    assert any(name.endswith(".md") for name in holding(sites["markdown-intern"], word))


def test_the_public_site_is_all_there(sites: Sites) -> None:
    made = sites["site"].keys()
    suffixes = {Path(name).suffix for name in made}
    assert {".html", ".json", ".xml", ".csv", ".xlsx", ".docx", ".odt", ".pdf", ".md"} <= suffixes
    assert {
        "data/toetsen.json",
        "data/catalogus.jsonld",
        "data/diwoo/2025-stagevergoeding-mbo-rapport.xml",
        "feeds/wijzigingen.xml",
        "wijzigingen/2025-stagevergoeding-mbo.html",
        "sitemap.xml",
        "robots.txt",
    } <= made
    assert any(name.startswith("zoek/") and name.endswith(".pf_fragment") for name in made)


@pytest.mark.parametrize(
    ("word", "kinds"),
    [
        (HIDDEN_TOETS, {".html", ".pf_fragment"}),
        (NOTE, {".html", ".pdf", ".docx", ".odt", ".md"}),
        (PASSAGE, {".html", ".pdf", ".docx", ".odt", ".md"}),
        (SOURCE, {".html", ".pdf", ".docx", ".odt", ".csv", ".xlsx"}),
        (EARLIER, {".html"}),
        (WITHDRAWN, {".html"}),
        (LATER, {".html"}),
        (TALK, {".html"}),
        (HIDDEN_ID, {".html", ".json", ".csv", ".docx"}),
        (SOURCE_ID, {".html", ".csv", ".docx", ".odt"}),
        (REPLY, {".html", ".pdf", ".docx", ".odt", ".md"}),
    ],
)
def test_the_internal_site_shows_that_it_would_be_found(
    sites: Sites, word: str, kinds: set[str]
) -> None:
    found = {Path(name).suffix for name in holding(sites["site-intern"], word)}
    assert kinds <= found, (word, found)


def test_what_is_packed_is_taken_apart(tmp_path: Path) -> None:
    (tmp_path / "a.pf_fragment").write_bytes(gzip.compress(b"x zqding y"))
    with zipfile.ZipFile(tmp_path / "b.docx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", "<t>ZQding</t>")
        packed.writestr("c.gz", gzip.compress(b"zqding"))
    (tmp_path / "d.txt").write_text("niets", encoding="utf-8")
    (tmp_path / "zqding.txt").write_text("niets", encoding="utf-8")
    assert holding(readable(tmp_path), "zqding") == {"a.pf_fragment", "b.docx", "zqding.txt"}
