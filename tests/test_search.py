"""Searching: what the index is made of, the words it is found by, and how it is kept."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as lxml_html

from invoeringstoets.mkdocs_plugin import searching
from invoeringstoets.mkdocs_plugin.errors import SiteError
from invoeringstoets.model import Library
from invoeringstoets.pages import Surroundings
from invoeringstoets.pages.search import documents
from invoeringstoets.pages.synonyms import also
from site_library import library, page, toets

KOT = "2024-kot-wlz"


def document(toets_id: str, *, shown: Library | None = None) -> str:
    made = documents(Surroundings(shown or library()))
    return next(one.data.decode() for one in made if one.path == f"toetsen/{toets_id}.html")


# --- words ---


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ouders krijgen kinderopvangtoeslag.", "KOT"),
        ("Ouders krijgen kinderopvangtoeslag.", "toeslag"),
        ("Ouders krijgen kinderopvangtoeslag.", "toeslagen"),
        ("De KOT is aangepast.", "kinderopvangtoeslag"),
        ("De Wet langdurige zorg geldt.", "Wlz"),
        ("Een motie is aangenomen.", "moties"),
    ],
)
def test_text_is_found_by_other_words(text: str, word: str) -> None:
    assert word in also(text, library().value_lists)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Een vlokot van hout.", "kinderopvangtoeslag"),  # no word of its own
        ("Iets over zorg.", "Wlz"),
        ("De toeslag en de toeslagen.", "toeslag"),  # is there already
    ],
)
def test_words_that_are_not_added(text: str, word: str) -> None:
    assert word not in also(text, library().value_lists)


# --- documents ---


def test_everything_in_the_index_has_its_place_on_the_page() -> None:
    for one in library().toetsen:
        ids = set(re.findall(r'<h3 id="([^"]+)"', document(one.id)))
        there = set(re.findall(r'\sid="([^"]+)"', page(f"toetsen/{one.id}.html").html))
        assert ids <= there
        assert {f"bevinding-{b.id.lower()}" for b in one.bevindingen} <= ids


def test_document_says_by_what_to_narrow_down() -> None:
    root = lxml_html.fromstring(document(KOT))
    found = [
        (one.get("data-pagefind-filter"), one.text)
        for one in root.xpath("//*[@data-pagefind-filter]")
    ]
    assert ("ministerie", "Ministerie van Sociale Zaken en Werkgelegenheid") in found
    assert ("uitvoerder", "Dienst Toeslagen") in found
    assert ("jaar", "2024") in found
    assert ("soort", "Invoeringstoets") in found


def test_markup_of_an_author_is_text() -> None:
    evil = replace(toets(KOT), titel="<script>x</script>", korte_titel='"><img src=x>')
    root = lxml_html.fromstring(document(KOT, shown=replace(library(), toetsen=(evil,))))
    assert not root.xpath("//script|//img")
    assert root.xpath("//h1")[0].text == "<script>x</script>"


# --- the index ---

PAGE = "<html lang='nl'><body><main data-pagefind-body><h1>{}</h1></main></body></html>"


@pytest.mark.slow
def test_index_is_made_once_for_the_same_documents(tmp_path: Path) -> None:
    given = {"a.html": PAGE.format("toeslag").encode()}
    first = searching.index(given, kept=tmp_path)
    assert "zoek/pagefind.js" in first
    assert not [path for path in first if "ui" in path]
    made = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    assert searching.index(given, kept=tmp_path) == first
    now = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    assert now == made


@pytest.mark.slow
def test_only_the_last_index_is_kept(tmp_path: Path) -> None:
    given = {f"{n}.html": PAGE.format(f"woord{n}").encode() for n in range(3)}
    first = searching.index(given, kept=tmp_path)
    edited = {**given, "0.html": PAGE.format("anders").encode()}
    assert searching.index(edited, kept=tmp_path) != first
    assert len([path for path in tmp_path.iterdir() if path.is_dir()]) == 1


def test_program_that_fails_is_told_in_dutch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "get_executable", lambda: tmp_path / "bestaat-niet")
    with pytest.raises(SiteError, match="de zoekindex is niet gemaakt"):
        searching.index({"a.html": b""}, kept=tmp_path)
    monkeypatch.setattr(searching, "get_executable", lambda: "false")
    with pytest.raises(SiteError, match="de zoekindex is niet gemaakt"):
        searching.index({"a.html": b""}, kept=tmp_path)
    assert not [path for path in tmp_path.iterdir() if path.is_dir()]


def test_collection_without_pages_has_an_index_too(tmp_path: Path) -> None:
    assert searching.index({}, kept=tmp_path) == {}
