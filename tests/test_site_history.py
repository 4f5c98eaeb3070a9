"""The pages and feeds that tell what changed, and what they never tell."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree
from lxml import html as lxml_html

from invoeringstoets import exports, history, pages, schema
from invoeringstoets.exports.atom import ATOM, ENTRIES, feeds
from invoeringstoets.history import Revision, Told
from invoeringstoets.model import Toets
from invoeringstoets.pages import Surroundings
from invoeringstoets.pages.changes import history_path
from site_library import library, toets

KOT = "2024-kot-wlz"
SITE = "https://voorbeeld.example/toetsen/"


def revisions() -> tuple[Revision, ...]:
    """Three versions of the KOT toets: a new one, a status, a text with something unsafe in it."""
    last = toets(KOT)
    earlier = replace(last, samenvatting="Een <b>andere</b> samenvatting.")
    action = replace(last.acties[0], status="vervallen", status_datum="2025-02-03")
    first = replace(earlier, acties=(action, *last.acties[1:]))
    return (
        _revision(earlier, last, commit="c" * 40, moment="2025-03-03T10:00:00+01:00"),
        _revision(first, earlier, commit="b" * 40, moment="2025-02-02T10:00:00+01:00"),
        Revision(KOT, "a" * 40, "2025-01-01T10:00:00+01:00", first=True),
    )


def _revision(before: Toets, after: Toets, *, commit: str, moment: str) -> Revision:
    composed = schema.compose(schema.LATEST, library().value_lists)
    lists = library().value_lists
    found = history.changes(before, after, schema=composed, value_lists=lists)
    return Revision(KOT, commit, moment, found)


def around(*, told: Told | None = None, site_url: str = "") -> Surroundings:
    return Surroundings(
        library=library(), history=told or Told({KOT: revisions()}), site_url=site_url
    )


def page(path: str, surroundings: Surroundings) -> pages.Page:
    return next(one for one in pages.build(surroundings) if one.path == path)


def test_latest_changes_are_told_by_day_from_new_to_old() -> None:
    root = lxml_html.fromstring(page("wijzigingen/index.html", around()).html)
    assert [kop.text_content().replace("\u00a0", " ") for kop in root.xpath("//h2")] == [
        "3 maart 2025",
        "2 februari 2025",
        "1 januari 2025",
    ]
    assert "Voor het eerst in deze verzameling te zien." in root.text_content()


def test_history_marks_what_changed_inside_the_sentence() -> None:
    own = page(f"wijzigingen/{KOT}.html", around())
    root = lxml_html.fromstring(own.html)
    assert "Een <b>andere</b> samenvatting" in root.xpath("//del")[0].text_content()
    assert root.xpath("//ins")
    assert root.xpath("//section/@id") == [f"v-{letter * 12}" for letter in "cba"]


def test_toets_page_shows_its_latest_changes() -> None:
    own = page(f"toetsen/{KOT}.html", around())
    assert "wijzigingen" in [entry.id for entry in own.contents]
    root = lxml_html.fromstring(own.html)
    told = root.xpath("//dl[@class='wijzigingen']//li")[1].text_content().replace("\u00a0", " ")
    assert told.startswith(f"Actie {toets(KOT).acties[0].id}: status vervallen → ")
    address = history_path(toets(KOT)).rpartition("/")[2]
    assert root.xpath(f"//a[@href='../wijzigingen/{address}']")


def test_thing_that_is_no_more_is_not_linked_to() -> None:
    less = replace(toets(KOT), acties=toets(KOT).acties[1:])
    gone = _revision(toets(KOT), less, commit="d" * 40, moment="2025-04-04T10:00:00+02:00")
    shown = replace(library(), toetsen=(less,))
    surroundings = replace(around(told=Told({KOT: (gone,)})), library=shown)
    root = lxml_html.fromstring(page("wijzigingen/index.html", surroundings).html)
    assert "verwijderd" in root.text_content()
    assert not [address for address in root.xpath("//a/@href") if "#actie-" in address]


def test_without_history_the_pages_say_so() -> None:
    empty = around(told=Told())
    assert "Er zijn nog geen wijzigingen bekend." in page("wijzigingen/index.html", empty).html
    assert 'id="wijzigingen"' not in page(f"toetsen/{KOT}.html", empty).html


def test_incomplete_history_says_so() -> None:
    shallow = around(told=Told({KOT: revisions()}, complete=False))
    for path in ("wijzigingen/index.html", f"wijzigingen/{KOT}.html"):
        assert "geschiedenis is niet volledig" in page(path, shallow).html


def test_long_history_is_split() -> None:
    many = tuple(replace(revisions()[0], commit=f"{n:040}") for n in range(45))
    told = around(told=Told({KOT: many}))
    paths = [one.path for one in pages.build(told) if one.path.startswith(f"wijzigingen/{KOT}")]
    assert paths == [f"wijzigingen/{KOT}{part}.html" for part in ("", "-2", "-3")]


# --- feeds ---


def feed(path: str, surroundings: Surroundings) -> etree._Element:
    data = next(one.data for one in feeds(surroundings) if one.path == path)
    return etree.fromstring(data)


def found(root: etree._Element, path: str) -> list[str]:
    return [str(one) for one in root.xpath(path, namespaces={"a": ATOM})]


def test_no_feed_without_an_address_of_the_site() -> None:
    assert list(feeds(around())) == []


def test_feed_has_what_the_standard_requires() -> None:
    root = feed("feeds/wijzigingen.xml", around(site_url=SITE))
    assert found(root, "a:id/text()") == [f"{SITE}feeds/wijzigingen.xml"]
    assert found(root, "a:updated/text()") == ["2025-03-03T10:00:00+01:00"]
    assert found(root, "a:link[@rel='self']/@href") == [f"{SITE}feeds/wijzigingen.xml"]
    assert found(root, "a:author/a:name/text()")
    ids = found(root, "a:entry/a:id/text()")
    assert ids == [f"{SITE}wijzigingen/{KOT}.html#v-{letter * 12}" for letter in "cba"]
    assert found(root, "a:entry/a:title/text()")
    assert len(found(root, "a:entry/a:updated/text()")) == len(ids)


def test_feed_says_each_change_as_the_pages_do_and_as_text() -> None:
    root = feed("feeds/wijzigingen.xml", around(site_url=SITE))
    assert found(root, "a:entry/a:summary/@type") == ["html"] * 3
    told = [lxml_html.fromstring(one) for one in found(root, "a:entry/a:summary/text()")]
    assert [[li.text_content() for li in one.xpath("//li")] for one in told] == [
        [history.sentence(change) for change in one.changes]
        or ["Voor het eerst in deze verzameling te zien."]
        for one in revisions()
    ]
    assert not told[0].xpath("//b")
    assert "<b>andere</b>" in told[0].text_content()


def test_entry_is_called_invented_once() -> None:
    one = next(each for each in library().toetsen if each.fictief)
    other = replace(one, korte_titel="Accijnsretour")
    for each, title in ((one, one.korte_titel), (other, "Accijnsretour (fictief voorbeeld)")):
        told = Told(
            {one.id: (Revision(one.id, "a" * 40, "2025-01-01T10:00:00+01:00", first=True),)}
        )
        shown = replace(
            around(told=told, site_url=SITE), library=replace(library(), toetsen=(each,))
        )
        assert found(feed("feeds/wijzigingen.xml", shown), "a:entry/a:title/text()") == [title]


def test_feed_per_ministry_holds_only_its_toetsen() -> None:
    surroundings = around(site_url=SITE)
    assert found(feed("feeds/szw.xml", surroundings), "a:entry/a:id/text()")
    others = [one.path for one in feeds(surroundings) if "szw" not in one.path]
    assert len(others) > 1
    assert not found(feed(others[-1], surroundings), "a:entry[contains(a:id, 'kot')]/a:id/text()")


def test_feed_holds_the_latest_only() -> None:
    many = tuple(replace(revisions()[0], commit=f"{n:040}") for n in range(ENTRIES + 5))
    root = feed("feeds/wijzigingen.xml", around(told=Told({KOT: many}), site_url=SITE))
    assert len(found(root, "a:entry/a:id/text()")) == ENTRIES


def test_pages_name_their_feed() -> None:
    assert page("wijzigingen/index.html", around(site_url=SITE)).feeds == ("feeds/wijzigingen.xml",)
    assert page("wijzigingen/index.html", around()).feeds == ()


@pytest.mark.parametrize("site_url", ["", SITE])
def test_feeds_are_among_the_exports(site_url: str) -> None:
    made = [asset.path for asset in exports.build(around(site_url=site_url))]
    assert ("feeds/wijzigingen.xml" in made) == bool(site_url)
