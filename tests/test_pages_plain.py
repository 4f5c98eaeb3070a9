"""A page as plain Markdown says what the page says, to whoever reads it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from lxml import html as lxml_html
from markdown import Markdown
from markdown_it import MarkdownIt

from hostile import planted, tamed, text_of
from invoeringstoets import syntax
from invoeringstoets.mkdocs_plugin import loading
from invoeringstoets.pages import PAGES, Crumb, Page
from invoeringstoets.pages.accessibility import ACCESSIBILITY
from invoeringstoets.pages.plain import LEFT_OUT, markdown, path_of
from invoeringstoets.pages.plain.tree import read
from invoeringstoets.schema import Schemas
from invoeringstoets.source import Source
from invoeringstoets.workspace import find_project
from site_library import site
from surroundings import ROOT, some

COMMON = MarkdownIt("commonmark", {"html": True}).enable("table")
PYTHON = Markdown(extensions=["tables", "toc", "fenced_code"])
READERS: dict[str, Callable[[str], str]] = {
    "CommonMark": COMMON.render,
    "Python-Markdown": lambda text: PYTHON.reset().convert(text),
}
NOT_PLAIN = (
    "//svg|//form|//button|//script|//template|//*[@hidden]|//*[@data-alleen-site]"
    "|//*[@aria-hidden='true'][not(self::span or self::li)]"
    "|//*[contains(concat(' ', @class, ' '), ' anker ')]"
    "|//*[contains(concat(' ', @class, ' '), ' op-pagina ')]"
    "|//span[@class='voor-lezer']|//caption[@class='voor-lezer']"
)
BLOCKS = "//p|//li|//td|//th|//dt|//dd|//h1|//h2|//h3|//h4|//h5|//h6|//br|//div|//span|//a|//pre"


def page(html: str, place: str = "map/pagina.html", **more: object) -> Page:
    return Page(place, "Titel", "", html, **more)  # type: ignore[arg-type]


def written(html: str) -> str:
    """A page with this content, without the way to it."""
    return (
        markdown(page(f"<h1>T</h1>{html}"), str)
        .removeprefix("# T\n\n[Home](index.md)\n\n")
        .removesuffix("\n")
    )


def path(one: Page) -> str:
    return one.path


def tree(html: str) -> lxml_html.HtmlElement:
    """HTML without what is no use in plain text, with white space between its parts."""
    root = lxml_html.fromstring(f"<main>{html}</main>")
    for one in root.xpath(NOT_PLAIN):
        one.drop_tree()
    for one in root.xpath(BLOCKS):
        one.text, one.tail = f" {one.text or ''}", f" {one.tail or ''}"
    return root


def words(root: lxml_html.HtmlElement) -> list[str]:
    return re.findall(r"\w+", root.text_content())


def inside(href: str) -> bool:
    return not href.startswith(("https:", "http:", "mailto:"))


@pytest.mark.parametrize("one", some(one for one in site() if one.path not in LEFT_OUT), ids=path)
def test_it_says_what_the_page_says_and_leads_where_it_leads(one: Page) -> None:
    text, root = markdown(page(one.html), str), tree(one.html)
    for reader in READERS.values():
        plain = tree(reader(text))
        next(
            link for link in plain.xpath("//p/a") if link.text_content().strip() == "Home"
        ).drop_tree()
        assert words(plain) == words(root)
        leads = [re.sub(r"\?[^#]*", "", href) for href in root.xpath("//a/@href") if inside(href)]
        assert [
            href.replace(".md", ".html") for href in plain.xpath("//a/@href") if inside(href)
        ] == leads
        assert {href[1:] for href in leads if href[0] == "#"} <= set(plain.xpath("//a/@id"))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>een\n twee<br>drie</p>", "een twee  \ndrie"),
        ("<p>a &lt;b&gt; [c] *d* 1 &amp; 2 &amp;amp;</p>", r"a &lt;b> \[c\] \*d\* 1 & 2 &amp;amp;"),
        ("<h2 id=x>Kop <span>van</span> x</h2><p>y</p>", '## Kop van x <a id="x"></a>\n\ny'),
        ("<h2><span class=rang>Nummer 1</span> Kop</h2>", "## Nummer 1: Kop"),
        ("<section id=a aria-labelledby=b><h2 id=b>Kop</h2></section>", '## Kop <a id="a"></a>'),
        ("<div id=a><p>x</p><p>y</p></div>", '<a id="a"></a>x\n\ny'),
        ("<div id=a><ul><li>x</li></ul></div>", '<a id="a"></a>\n\n-   x'),
        ("<ol><li id=a>x</li><li>y<p>z</p></li></ol>", '1.  <a id="a"></a>x\n\n2.  y\n\n    z'),
        ("<ul><li>x</li></ul><ul><li>y</li></ul>", "-   x\n\n<!-- -->\n\n-   y"),
        ("<ul><li>x<ul><li>y</li></ul></li><li></li></ul>", "-   x\n\n    -   y"),
        ("<ul><li><h3>Kop</h3><p>x</p></li></ul>", "-   **Kop**\n\n    x"),
        ("<ul class=labels><li>x</li><li><b>y</b></li></ul>", "x · **y**"),
        ("<dl><dt id=q>x</dt><dd>y</dd><dt>z</dt><dd><ul><li>a</li></ul></dd></dl>",
         '-   <a id="q"></a>**x:** y\n\n-   **z:**\n\n    -   a'),
        ("<dl><dt>x</dt><dd></dd></dl>", "-   **x:**"),
        ("<table><caption>Wat</caption><tr><th>a<th class=getal>b</tr>"
         "</table>".replace("<th>a<th class=getal>b", "<th>a</th><th class=getal>b</th>"),
         "**Wat**\n\n| a | b |\n| :--- | ---: |"),
        ("<table><tr><th>a</th></tr><tr id=r><th scope=row>b<p>c</p></th></tr></table>",
         '| a |\n| :--- |\n| **<a id="r"></a>b<br>c** |'),
        ("<table><tr><th>a</th></tr><tr><td>b | c<ul><li>d</li><li>e</li></ul></td></tr></table>",
         "| a |\n| :--- |\n| b \\| c<br>d<br>e |"),
        ("<pre><code>a\n  ``` b</code></pre>", "````\na\n  ``` b\n````"),
        ("<p><code>a</code> <code>b|c</code> <code>`</code></p>",
         r"`a` <code>b\|c</code> <code>\`</code>"),
        ("<p><del>a*</del><ins>b</ins></p>", r"<del>a\*</del><ins>b</ins>"),
        ("<div class=melding><strong>a</strong><p>b</p></div>", "> **a**\n>\n> b"),
        ("<blockquote>a</blockquote>", "> a"),
        ("<details><summary>a</summary><p>b</p></details>", "a\n\nb"),
        ("<p><strong>a</strong><span class=klein>b</span></p>", "**a**  \nb"),
        ("<p>a <span class=voor-lezer>b</span><span aria-hidden=true> · </span>c</p>", "a · c"),
        ("<p>- a</p><p>1. b</p><p>&gt; c</p><p>: d</p>", "\\- a\n\n1\\. b\n\n\\> c\n\n&#58; d"),
        ("<p><a href='x.html?a=b#c'>y</a> <a href='https://x.nl/a.html?b=c'>z</a></p>",
         "[y](x.md#c) [z](https://x.nl/a.html?b=c)"),
        ("<p><a id=n href='#m'>1</a> <a href='x.html'></a><a>los</a></p>",
         '<a id="n"></a>[1](#m) los'),
        ("<p id=stand role=status>a</p><div id=lijst data-bron=b>c</div>", "a\n\nc"),
        ("<p><svg><rect/><path></path></svg>a<input><img></p><form><p>b</p></form>", "a"),
        ("<p hidden>a</p><div><span data-alleen-site>b</span></div>c", "c"),
    ],
)  # fmt: skip
def test_html_as_markdown(html: str, text: str) -> None:
    assert written(html) == text


@pytest.mark.parametrize("html", ["<p>a", "<p>a</div>", "<ul><li>a</ul>"])
def test_html_that_does_not_match_is_a_fault_of_ours(html: str) -> None:
    with pytest.raises(ValueError, match="<"):
        read(html)


def test_the_way_to_a_page_stands_under_its_title() -> None:
    crumbs = (Crumb("Alle [x]", "toetsen/index.html"), Crumb("Nergens"))
    text = markdown(
        page("<p>a</p><h1>Titel</h1><p>b</p>", crumbs=crumbs), lambda path: f"../{path}"
    )
    way = r"[Home](../index.md) › [Alle \[x\]](../toetsen/index.md)"
    assert text == f"a\n\n# Titel\n\n{way}\n\nb\n"


def test_pages_say_what_is_different_from_the_site() -> None:
    home = markdown(page("<h1>T</h1>", "index.html"), str)
    assert home.startswith("# T\n\n> **Alleen tekst.** ")
    assert "**Let op.**" in markdown(page("<h1>T</h1>", ACCESSIBILITY), str)


def test_an_internal_page_says_so_before_anything_else() -> None:
    text = markdown(page("<h1>T</h1><p>x</p>"), str, internal=True)
    assert text.startswith("# T\n\n> **Intern.** ")


def test_the_path_of_a_page() -> None:
    assert path_of("toetsen/2024-kot-wlz.html") == "toetsen/2024-kot-wlz.md"


MANY_FIELDS = ("2024-kot-wlz", "2025-stagevergoeding-mbo")


def pages_of(folder: Path, *, tame: bool) -> dict[str, str]:
    """The plain pages of toetsen with hostile text in every field, or with harmless text there."""
    (folder / "toetsen").mkdir(parents=True)
    for file in (ROOT / "toetsen" / f"{name}.yaml" for name in MANY_FIELDS):
        parsed = syntax.parse(Source(file.name, file.read_text(encoding="utf-8"))).value
        assert parsed is not None
        data, _ = planted(parsed.data, file.stem, Schemas())
        text = text_of(tamed(data) if tame else data)
        (folder / "toetsen" / file.name).write_text(text, encoding="utf-8")
    how = loading.reading(find_project(folder), internal=True, day="2026-06-01")
    own = [kind for kind in PAGES if not kind.__module__.endswith(("reference", "opendata"))]
    around = how.world(how.stock()).site
    return {one.path: markdown(one, str) for kind in own for one in kind(around)}


def kinds(html: str) -> Counter[str]:
    """The elements of HTML, those that may run something apart."""
    found = Counter[str]()
    for one in lxml_html.fromstring(f"<main>{html}</main>").iter(etree.Element):
        runs = [f"{name}={value}" for name, value in one.items() if RUNS.match(f"{name}={value}")]
        found[" ".join([str(one.tag), *runs])] += 1
    return found


RUNS = re.compile(
    r"on|style=(?!text-align)|srcdoc|(?:href|src|action)=\s*(?!https?:|mailto:)\w+:", re.IGNORECASE
)


@pytest.mark.slow
def test_no_text_of_an_author_becomes_an_element(tmp_path: Path) -> None:
    hostile, harmless = (pages_of(tmp_path / str(tame), tame=tame) for tame in (False, True))
    assert hostile.keys() == harmless.keys()
    assert any("alert(1)" in text for text in hostile.values())
    for place, text in hostile.items():
        for reader in READERS.values():
            found = kinds(reader(text))
            assert found == kinds(reader(harmless[place])), place
            assert not any(" " in kind for kind in found), place
