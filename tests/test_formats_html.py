from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import specimens
from invoeringstoets import assets
from invoeringstoets.document import Cover, Document, Heading, Paragraph, Text
from invoeringstoets.formats import FormatError, html, normal
from specimens import squeezed, told, words

VOID = {"br", "hr", "meta", "link", "img"}


class Page(HTMLParser):
    """Reads a page strictly: every tag must be closed by its own."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        self.close()
        assert not self.open, f"not closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "title", "sup"} & set(self.open):
            self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def headings(self) -> list[int]:
        return [int(tag[1]) for tag, _ in self.tags if re.fullmatch("h[1-6]", tag)]


def page(document: Document) -> Page:
    return Page(html.render(document).decode())


def footnotes_cut(text: str) -> str:
    return text.split('<section class="footnotes"', maxsplit=1)[0]


@pytest.mark.parametrize("document", [specimens.letter(), specimens.report()])
def test_the_text_is_that_of_the_document_in_its_order(document: Document) -> None:
    shown = Page(footnotes_cut(html.blocks_html(document.blocks))).text
    assert squeezed(shown) == squeezed("".join(told(normal.blocks(document.blocks))))


@pytest.mark.parametrize("text", specimens.HOSTILE)
def test_hostile_text_is_shown_as_it_is(text: str) -> None:
    document = specimens.hostile(text)
    shown = Page(footnotes_cut(html.blocks_html(document.blocks))).text
    assert squeezed(shown) == squeezed("".join(told(normal.blocks(document.blocks))))
    whole = page(document)
    assert {tag for tag, _ in whole.tags}.isdisjoint({"script", "img", "iframe", "object", "b"})
    for attributes in whole.all("a"):
        assert (attributes["href"] or "").startswith(("https://example.org", "#"))
    assert all(not name.startswith("on") for _, found in whole.tags for name in found)


@pytest.mark.parametrize("document", [specimens.letter(), specimens.report()])
def test_nothing_comes_from_elsewhere(document: Document) -> None:
    whole = page(document)
    assert not whole.all("script") + whole.all("link") + whole.all("img")
    style = assets.text("templates/html/document.css")
    assert "url(" not in style
    assert "@import" not in style
    policy = next(m for m in whole.all("meta") if "http-equiv" in m)
    assert (policy["content"] or "").startswith("default-src 'none'")


@pytest.mark.parametrize("document", [specimens.letter(), specimens.report()])
def test_the_structure_is_one_that_can_be_heard(document: Document) -> None:
    whole = page(document)
    assert whole.all("html")[0]["lang"] == "nl"
    assert whole.headings[0] == 1
    assert whole.headings.count(1) == 1
    assert all(b <= a + 1 for a, b in zip(whole.headings, whole.headings[1:], strict=False))
    assert {cell["scope"] for cell in whole.all("th")} == {"col", "row"}
    assert len(whole.all("caption")) == len(whole.all("table")) == 2
    ids = [str(found["id"]) for _, found in whole.tags if "id" in found]
    assert len(ids) == len(set(ids))
    targets = [str(link["href"])[1:] for link in whole.all("a") if str(link["href"])[0] == "#"]
    assert targets
    assert set(targets) <= set(ids)


def test_notices_are_at_the_top_and_in_the_footer() -> None:
    text = page(specimens.letter()).text
    assert text.index("zijn geen rechten aan te ontlenen") < text.index("Geachte voorzitter")
    assert "Fictief · Concept" in text


def test_footnotes_are_numbered_and_lead_back() -> None:
    shown = html.render(specimens.report()).decode()
    for number in (1, 2, 3):
        assert f'href="#noot-{number}" id="noot-{number}-terug"' in shown
        assert f'<li id="noot-{number}">' in shown
        assert f'href="#noot-{number}-terug" role="doc-backlink"' in shown


@given(st.lists(st.text(alphabet="ab &<>\"' \t\n\u00ad\u00a0é")))
def test_plain_paragraphs_are_what_the_template_makes_of_them(texts: list[str]) -> None:
    blocks = tuple(Paragraph((Text(text),)) for text in texts)
    found = html.blocks_html(blocks)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(html, "_plain", lambda _: None)
        assert found == html.blocks_html(blocks)


def test_every_heading_down_to_the_third_level_can_be_reached() -> None:
    heads = [Heading(1, words(f"Kop {n}"), id=f"kop{n}" if n == 1 else "") for n in range(3)]
    blocks = (*heads, Heading(2, words("Onder")), Heading(3, words("Diep")))
    document = Document("Titel", Cover("Titel", "", ()), blocks)
    page = html.render(document).decode()
    listed = page[page.index('class="contents"') : page.index("</nav>")]
    links = re.findall(r'<a href="#([^"]+)">([^<]+)</a>', listed)
    assert [text for _, text in links] == ["Kop 0", "Kop 1", "Kop 2", "Onder"]
    assert all(f'id="{target}"' in page for target, _ in links)


def test_few_headings_need_no_contents() -> None:
    assert html.contents((Heading(1, words("a"), id="a"), Heading(1, words("b")))) == ()
    front = Cover("Titel", "", ())
    assert not page(Document("Titel", front, ())).all("nav")


def test_the_same_document_gives_the_same_bytes() -> None:
    assert html.render(specimens.report()) == html.render(specimens.report())


@pytest.fixture
def without_templates(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(assets, "_ROOT", tmp_path)
    html._environment.cache_clear()
    html._macros.cache_clear()


@pytest.mark.usefixtures("without_templates")
def test_a_missing_template_is_said_in_dutch() -> None:
    try:
        with pytest.raises(FormatError, match="sjabloon"):
            html.render(specimens.letter())
        with pytest.raises(FormatError, match="sjabloon"):
            html.blocks_html((Heading(1, words("kop")),))
    finally:
        html._environment.cache_clear()
        html._macros.cache_clear()
