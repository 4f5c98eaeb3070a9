"""Searching: what the index is made of, the words it is found by, and how it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest
from lxml import html as lxml_html

from invoeringstoets.mkdocs_plugin import searching
from invoeringstoets.mkdocs_plugin.errors import SiteError
from invoeringstoets.model import Library, Toets
from invoeringstoets.pages import Surroundings
from invoeringstoets.pages.search import documents
from invoeringstoets.pages.synonyms import findable, parts
from site_library import library, page, toets

KOT = "2024-kot-wlz"


def document(toets_id: str, *, shown: Library | None = None) -> str:
    made = documents(Surroundings(shown or library()))
    return next(one.data.decode() for one in made if one.path == f"toetsen/{toets_id}.html")


# --- words ---


def hidden(html: str) -> set[str]:
    """The words that come with a text and that nobody sees."""
    return set(re.findall(r"([^\s⁂]+)⁂", findable(html, library().value_lists)))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ouders krijgen kinderopvangtoeslag.", "kot"),
        ("Ouders krijgen kinderopvangtoeslag.", "toeslag"),
        ("Ouders krijgen kinderopvangtoeslag.", "toeslagen"),
        ("De KOT is aangepast.", "kinderopvangtoeslag"),
        ("De KOT is aangepast.", "toeslag"),
        ("De Wet langdurige zorg geldt.", "wlz"),
        ("De Wlz geldt.", "langdurige"),
        ("De Wlz geldt.", "zorg"),
        ("Eén kind.", "kinderen"),
        ("Het minimumuurloon.", "minimumloon"),
        ("Het minimumuurloon.", "uurloon"),
        ("Het minimumuurloon.", "loon"),
    ],
)
def test_text_is_found_by_other_words(text: str, word: str) -> None:
    assert word in hidden(f"<p>{text}</p>")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Een vlokot van hout.", "kinderopvangtoeslag"),  # no word of its own
        ("Iets over zorg.", "wlz"),
        ("De kinderopvangtoeslag is een toeslag.", "toeslag"),  # is there already
        ("<a href='#kot'>Iets</a>", "toeslag"),  # not shown
        ("<code>toets 2024-kot-wlz</code>", "toeslag"),  # not in the index
    ],
)
def test_words_that_are_not_added(text: str, word: str) -> None:
    assert word not in hidden(f"<p>{text}</p>")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("minimumuurloon", {"minimum", "uur", "loon", "minimumloon", "uurloon"}),
        ("uitkeringsgerechtigde", {"uitkering"}),  # only the beginning is known
        ("participatiewet", {"wet"}),  # only the end
        ("verblijfspas", {"verblijf", "pas"}),  # with a letter between
        ("opvangtoeslagen", {"opvang", "toeslag"}),  # in another form
        ("kinderopvangtoeslagbedrag", {"kind", "opvang", "toeslag", "bedrag", "opvangbedrag"}),
        ("bestuur", set()),  # ends in "uur", which is no part by itself
        ("schouder", set()),  # "sch" is no word
        ("wetenschap", set()),  # begins with "wet", which is too short to tell
        ("toeslagen", set()),
    ],
)
def test_parts_of_a_compound(word: str, expected: set[str]) -> None:
    found = set(parts(word))
    assert expected <= found
    assert bool(expected) == bool(found)


def test_words_stand_with_the_text_they_stand_for() -> None:
    given = "<h1>Loon</h1><p>a</p><h3 id='x'>De KOT</h3><p>b</p><h3 id='y'>Iets</h3><p>De Wlz.</p>"
    made = findable(given, library().value_lists)
    title, first, second = re.split(r"<h3[^>]*>", made)
    assert "⁂" not in title
    assert first.startswith('De KOT</h3><span data-pagefind-weight="2"> ⁂kot⁂ kinderopvang')
    assert "langdurige⁂" not in first
    assert "langdurige⁂" in second.partition("</h3>")[2]


# --- documents ---


def test_everything_in_the_index_has_its_place_on_the_page() -> None:
    for one in library().toetsen:
        ids = set(re.findall(r'<h[23] id="([^"]+)"', document(one.id)))
        there = set(re.findall(r'\sid="([^"]+)"', page(f"toetsen/{one.id}.html").html))
        assert ids <= there
        assert {f"bevinding-{b.id.lower()}" for b in one.bevindingen} <= ids


def texts(value: object) -> Iterator[str]:
    """Every text of a toets that is more than one word."""
    if isinstance(value, str) and " " in value:
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif isinstance(value, dict):
        yield from texts(tuple(value.values()))
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def words_of(html: str) -> str:
    """The words of an HTML text, as one text to look in; those behind a text left out."""
    shown = re.sub(r"⁂\S*⁂|[^\s⁂]+⁂", " ", " ".join(lxml_html.fromstring(html).itertext()))
    return " " + " ".join(re.findall(r"\w+", shown.casefold())) + " "


@pytest.mark.parametrize("one", library().toetsen, ids=lambda one: one.id)
def test_every_text_that_the_page_shows_is_in_the_index(one: Toets) -> None:
    shown = words_of(page(f"toetsen/{one.id}.html").html)
    found = words_of(document(one.id))
    own = replace(one, brief=None, beslisnota=None)  # only what they lead to is on the page
    there = [text for text in texts(own) if words_of(f"<p>{text}</p>") in shown]
    assert len(there) > 3
    assert [text for text in there if words_of(f"<p>{text}</p>") not in found] == []


def test_parts_are_found_by_their_ids() -> None:
    words = words_of(document(KOT))
    one = toets(KOT)
    listed = (one.bevindingen, one.conclusies, one.acties, one.aannames, one.signalen)
    for item in (item for items in listed for item in items):
        assert f" {item.id.casefold()} " in words
    assert words_of("<p>2024-kot-wlz</p>") in words


def test_papers_are_found_by_every_notation_of_their_number() -> None:
    found = document(KOT)
    assert "⁂Kamerstuk⁂ dossier⁂ 31322⁂ 31322-523⁂ kst-31322-523⁂" in found
    assert "Kamerstuk\u00a031\u00a0322, nr.\u00a0523" in found
    assert "⁂Kamerstuk⁂ dossier⁂ 34104⁂</span>" in found  # its number is of the first dossier


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


def test_hand_written_page_is_found_by_other_words_too(tmp_path: Path) -> None:
    text = "<nav>De KOT</nav><main data-pagefind-body><h1>Loon</h1><p>De Wlz.</p></main>Een motie"
    (tmp_path / "a.html").write_text(text, encoding="utf-8", newline="\n")
    found = searching.read(tmp_path, ["a.html", "b.html"])
    assert list(found) == ["a.html"]
    made = found["a.html"].decode()
    assert "kinderopvangtoeslag" not in made
    assert "⁂wlz⁂ wet⁂ langdurige⁂ zorg⁂</span></main>Een motie" in made


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
