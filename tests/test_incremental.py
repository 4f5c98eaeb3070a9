from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple
from weakref import ref

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment

import site_library
from invoeringstoets import pages
from invoeringstoets.history import Revision, Told
from invoeringstoets.incremental import (
    DOCUMENT,
    FILE,
    PAGE,
    Made,
    Memory,
    Values,
    World,
    holding,
    make,
)
from invoeringstoets.incremental.deriving import Deriving
from invoeringstoets.incremental.memory import BLANK
from invoeringstoets.mkdocs_plugin import compiled, publish, shells, swapping
from invoeringstoets.mkdocs_plugin.loading import surroundings
from invoeringstoets.model import Toets, Waarde
from invoeringstoets.pages import Download, Page, Surroundings
from invoeringstoets.workspace import Checks, Project, checks, find_project, models
from invoeringstoets.workspace.outcome import Wanted
from invoeringstoets.workspace.store import Store
from surroundings import ROOT, Run, some

KOT = "2024-kot-wlz"


@cache
def around() -> Surroundings:
    """The surroundings of the public site of this repository."""
    bare = surroundings(find_project(ROOT), site_library.library(internal=False), history=Told())
    return replace(bare, site_url="https://voorbeeld.nl/", downloads={})


def world(site: Surroundings) -> World:
    return World(site, [holding(toets) for toets in site.library.toetsen])


def contents(made: Made) -> dict[str, dict[str, str]]:
    return {kind: made.keys[kind] for kind in (PAGE, FILE, DOCUMENT)}


class Drawer(Store):
    """A store in memory."""

    def another(self) -> Drawer:
        """A store of its own that holds the same."""
        found = Drawer()
        self._base.backup(found._base)
        return found


@dataclass(frozen=True)
class Built:
    """A site that was made of nothing, with what it left for the next one."""

    made: Made
    memory: bytes
    drawer: Drawer


def built(site: Surroundings) -> Built:
    drawer = Drawer()
    made = make(world(site), Memory(), there={}, drawer=drawer)
    return Built(made, made.memory.packed(), drawer)


@cache
def start() -> Built:
    """The site of this repository, made once: most tests change something of it."""
    return built(around())


def edited(first: Built, then: Surroundings) -> Made:
    """The next site, made with what the first one left."""
    drawer, memory = first.drawer.another(), Memory.unpacked(first.memory)
    return make(world(then), memory, there=first.made.keys, drawer=drawer)


def afresh(site: Surroundings) -> Made:
    return make(world(site), Memory(), there={})


def with_toets(site: Surroundings, toets: Toets) -> Surroundings:
    library = site.library
    others = tuple(one for one in library.toetsen if one.id != toets.id)
    ordered = tuple(sorted((*others, toets), key=lambda one: one.id))
    return replace(site, library=replace(library, toetsen=ordered))


def without(site: Surroundings, toets_id: str) -> Surroundings:
    left = tuple(one for one in site.library.toetsen if one.id != toets_id)
    return replace(site, library=replace(site.library, toetsen=left))


def other(value: Any) -> Any:
    """Another value of the same kind: the first text in it is another one, or something is gone."""
    if isinstance(value, str):
        return f"{value} anders"
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            inner = getattr(value, field.name)
            if field.name not in {"id", "rol", "soort", "stem"} and isinstance(inner, str):
                return replace(value, **{field.name: other(inner)})
    if isinstance(value, tuple) and value:
        return (other(value[0]), *value[1:]) if is_dataclass(value[0]) else value[:-1]
    return value


KNOWN_WORDS = {"id", "soort", "status", "volledigheid", "peildatum", "schemaversie", "taal"}


@pytest.mark.parametrize("name", some(f.name for f in fields(Toets) if f.name not in KNOWN_WORDS))
def test_another_value_of_a_field_gives_the_site_of_a_clean_build(name: str) -> None:
    site = around()
    for before in site.library.toetsen:
        value = getattr(before, name)
        if other(value) == value:
            continue
        then = with_toets(site, replace(before, **{name: other(value)}))
        assert contents(edited(start(), then)) == contents(afresh(then))
        return


@pytest.mark.slow
@pytest.mark.parametrize("name", [f.name for f in fields(Toets) if f.default is not MISSING])
def test_field_that_is_gone_gives_the_site_of_a_clean_build(name: str) -> None:
    site = around()
    default = next(field.default for field in fields(Toets) if field.name == name)
    filled = [one for one in site.library.toetsen if getattr(one, name) != default]
    if filled and name not in {"volledigheid", "taal"}:
        then = with_toets(site, replace(filled[0], **{name: default}))
        assert contents(edited(start(), then)) == contents(afresh(then))


def changes() -> Iterator[tuple[str, Callable[[Surroundings], Surroundings]]]:
    """What can change around the toetsen, by a name."""
    library = Callable[[Surroundings], Surroundings]
    del library

    def of_library(**values: Any) -> Callable[[Surroundings], Surroundings]:
        return lambda site: replace(site, library=replace(site.library, **values))

    lists = site_library.library(internal=False).value_lists
    renamed = {"szw": Waarde("szw", "Een ander ministerie", "EAM", soort="ministerie")}
    wider = {**lists.lists, "organisaties": {**lists.lists["organisaties"], **renamed}}
    told = Told({KOT: (Revision(KOT, "a" * 40, "2025-01-02T03:04:05+01:00", first=True),)})
    download = Download(f"rapporten/{KOT}/x.pdf", "Rapport", "PDF", 1)
    yield "day", of_library(reference_date="2031-01-01")
    yield "value list", of_library(value_lists=replace(lists, lists=wider))
    yield "wording", of_library(wordings={"aangeboden": "verstuurd"})
    yield "history", lambda site: replace(site, history=told)
    yield "shallow history", lambda site: replace(site, history=Told(complete=False))
    yield "download", lambda site: replace(site, downloads={KOT: (download,)})
    yield "no reports", lambda site: replace(site, downloads=None)
    yield "source", lambda site: replace(site, source_url="https://voorbeeld.nl/bron")
    yield "address", lambda site: replace(site, site_url="https://elders.nl/")
    yield "no address", lambda site: replace(site, site_url="")
    yield "removed", lambda site: without(site, KOT)
    yield (
        "renamed",
        lambda site: with_toets(
            without(site, KOT), replace(toets_of(site, KOT), id="2024-anders", vorige_ids=(KOT,))
        ),
    )


def toets_of(site: Surroundings, toets_id: str) -> Toets:
    found = site.library.by_id(toets_id)
    assert found is not None
    return found


@pytest.mark.parametrize(("name", "change"), some(changes()), ids=lambda one: str(one)[:20])
def test_another_surrounding_there_and_back_gives_the_site_of_a_clean_build(
    name: str, change: Callable[[Surroundings], Surroundings]
) -> None:
    then = built(change(around()))
    for two, fresh in (
        (edited(start(), change(around())), then.made),
        (edited(then, around()), start().made),
    ):
        assert contents(two) == contents(fresh), name
        assert (
            two.fresh[PAGE] or two.fresh[FILE] or two.keys[PAGE].keys() != fresh.keys[PAGE].keys()
        )


@pytest.mark.slow
@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_row_of_edits_gives_the_site_of_a_clean_build(data: st.DataObject) -> None:
    known = dict(changes())
    site, made, drawer = around(), start().made, start().drawer.another()
    for _ in range(data.draw(st.integers(1, 4))):
        toets = data.draw(st.sampled_from(site.library.toetsen))
        name = data.draw(st.sampled_from(["titel", "bevindingen", "acties", "bronnen", *known]))
        if name in known and (name != "renamed" or site.library.by_id(KOT)):
            site = known[name](site)
        elif name not in known:
            site = with_toets(site, replace(toets, **{name: other(getattr(toets, name))}))
        hasty = data.draw(st.booleans())
        made = make(world(site), made.memory, there=made.keys, haste=hasty, drawer=drawer)
    made = make(world(site), made.memory, there=made.keys, haste=True, drawer=drawer)
    if made.late:
        made = make(world(site), made.memory, there=made.keys, haste=True, drawer=drawer)
    assert contents(made) == contents(afresh(site))
    assert not made.late


def test_only_what_shows_a_text_is_made_again() -> None:
    site = around()
    toets = toets_of(site, KOT)
    first = replace(toets.bronnen[0], toelichting="Een toelichting die er nog niet stond.")
    then = (
        replace(toets, aanpak=replace(toets.aanpak, beperkingen="Anders."))
        if (toets.aanpak)
        else replace(toets, bronnen=(first, *toets.bronnen[1:]))
    )
    two = edited(start(), with_toets(site, then))
    assert set(two.fresh[PAGE]) == {f"toetsen/{KOT}.html"}


def test_nothing_is_made_again_where_nothing_changed() -> None:
    two = edited(start(), around())
    assert not any(two.fresh.values())


def test_lists_stay_as_they_are_where_an_edit_shows_in_none_of_their_rows() -> None:
    site = around()
    toets = toets_of(site, KOT)
    one, *rest = toets.bevindingen
    then = replace(toets, bevindingen=(replace(one, tekst="Anders dan eerst."), *rest))
    before, now = start().made, edited(start(), with_toets(site, then))
    read = now.memory.units["dashboard.page"].names
    assert "each keuzes knelpunten" in read
    again = {path for path, key in now.keys[PAGE].items() if before.keys[PAGE][path] != key}
    assert again == {f"toetsen/{KOT}.html"}
    assert (
        now.memory.values["each keuzes knelpunten"]
        == before.memory.values["each keuzes knelpunten"]
    )


def nothing_of(made: World) -> Callable[[str], str]:
    """What is known of functions where no build went before."""
    return lambda _: BLANK * len(made.held)


def test_a_function_without_a_known_name_counts_for_what_it_reads() -> None:
    made = world(around())
    deriving = Deriving(made, Drawer(), known=nothing_of(made), functions={})
    made.begin()
    found = deriving("titels", lambda toets, _: toets.titel)
    assert found == tuple(toets.titel for toets in around().library.toetsen)
    read = made.end()
    assert read.names == {"library toetsen"}
    assert set(read.fields) == set(range(len(found)))


def test_what_a_drawer_lost_is_made_again() -> None:
    made, drawer = world(around()), Drawer()
    known = {"titels": lambda toets, _: toets.titel}
    first = Deriving(made, drawer, known=nothing_of(made), functions=known)
    titles, mark = first("titels", known["titels"]), first.mark("titels")
    drawer.put("each titels", {KOT: ("", b"gone")})
    then = Deriving(made, drawer, known=first.text, functions=known)
    assert then.mark("titels") == mark
    assert then("titels", known["titels"]) == titles


def test_noting_values_are_what_they_stand_for() -> None:
    site = replace(around(), history=Told({KOT: ()}))
    noting = world(site).site
    assert noting.library.toetsen == noting.library.toetsen
    assert [repr(one) for one in noting.library.toetsen] == [
        repr(one) for one in site.library.toetsen
    ]
    assert len(noting.history.by_toets) == 1
    assert dict(noting.history.by_toets) == {KOT: ()}
    assert replace(noting.library, internal=True).by_id(KOT) is not None
    assert replace(noting, site_url="").library.by_id("bestaat-niet") is None
    assert replace(noting.library.toetsen[0], titel="x").titel == "x"
    assert {one.path for one in pages.build(noting)} == {one.path for one in pages.build(site)}


# --- what is kept ---


@pytest.mark.parametrize(
    ("environment", "platform", "found"),
    [
        ({"HOME": "/h", "XDG_CACHE_HOME": "/x"}, "linux", "/x/invoeringstoets"),
        ({"HOME": "/h", "XDG_CACHE_HOME": "here"}, "linux", "/h/.cache/invoeringstoets"),
        ({"HOME": "/h"}, "darwin", "/h/Library/Caches/invoeringstoets"),
        ({"LOCALAPPDATA": "/l"}, "win32", "/l/invoeringstoets/cache"),
        ({"HOME": "/h"}, "win32", None),
        ({}, "linux", None),
    ],
)
def test_compiled_templates_lie_with_the_user(
    environment: dict[str, str], platform: str, found: str | None
) -> None:
    place = compiled.place(environment, platform=platform)
    assert place == (Path(found) if found else None)


def test_compiled_templates_of_a_program_that_was_go(tmp_path: Path) -> None:
    for number in range(8):
        assert compiled.kept(f"k{number}", to=tmp_path) is not None
        os.utime(tmp_path / "sjablonen" / f"k{number}", (number, number))
    there = {one.name for one in (tmp_path / "sjablonen").iterdir()}
    assert there == {"k3", "k4", "k5", "k6", "k7"}


def test_compiled_templates_that_another_build_removed_are_compiled_again(tmp_path: Path) -> None:
    own = compiled.kept("own", to=tmp_path)
    assert own is not None
    texts = DictLoader({"a": "{{ 1 + 1 }}", "b": "b"})
    environment = Environment(loader=texts, bytecode_cache=own, autoescape=True)
    assert environment.get_template("a").render() == "2"
    assert len(list((tmp_path / "sjablonen" / "own").iterdir())) == 1
    os.utime(tmp_path / "sjablonen" / "own", (0, 0))
    for number in range(8):
        compiled.kept(f"k{number}", to=tmp_path)
    assert not (tmp_path / "sjablonen" / "own").exists()
    environment.cache = None
    assert environment.get_template("a").render() == "2"
    assert environment.get_template("b").render() == "b"


def test_templates_of_a_build_that_goes_on_stay(tmp_path: Path) -> None:
    compiled.kept("own", to=tmp_path)
    for number in range(8):
        os.utime(tmp_path / "sjablonen" / "own", (number, number))
        compiled.kept("own", to=tmp_path)
        compiled.kept(f"k{number}", to=tmp_path)
        os.utime(tmp_path / "sjablonen" / f"k{number}", (number, number))
    assert (tmp_path / "sjablonen" / "own").is_dir()


def test_where_nothing_can_be_kept_templates_are_compiled_each_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert compiled.kept("k", to=tmp_path / "file") is None
    assert compiled.kept("k", to=None) is None


def test_store_keeps_and_forgets(tmp_path: Path) -> None:
    store = Store(tmp_path / "a" / "kept.sqlite")
    store.put("k", {"1": ("head", b"one"), "2": ("", b"two")})
    store.drop("k", ["2"])
    store.close()
    again = Store(tmp_path / "a" / "kept.sqlite")
    assert (again.heads("k"), again.get("k", "1"), again.get("k", "2")) == (
        {"1": "head"},
        b"one",
        None,
    )
    again.close()
    assert again.all("k") == {}
    again.put("k", {"3": ("", b"")})


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0 of not", b"x" * 5000])
def test_broken_store_is_empty(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "kept.sqlite"
    path.write_bytes(data)
    store = Store(path)
    assert store.heads("k") == {}
    store.put("k", {"1": ("", b"one")})
    assert store.all("k") == {"1": b"one"}
    store.close()


def test_store_without_a_place_lasts_as_long_as_it_is_there(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    store = Store(tmp_path / "file" / "kept.sqlite")
    store.put("k", {"1": ("", b"one")})
    assert store.get("k", "1") == b"one"
    store.close()


def test_kept_toets_comes_back_and_nothing_else_does() -> None:
    toets = site_library.toets(KOT)
    assert models.VALUES.unpacked(models.VALUES.packed(toets)) == toets
    for hostile in (
        b"cos\nsystem\n(S'echo x'\ntR.",
        b"\x80\x04\x95\x1a\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x8c\x04eval\x93\x8c\x011\x85R.",
        b"",
        b"geen pickle",
        Values([Path]).packed(Path()),
    ):
        with pytest.raises(ValueError, match="no value of ours"):
            models.VALUES.unpacked(hostile)


@dataclass(frozen=True)
class Letter:
    title: str = ""
    public = False


class Row(NamedTuple):
    title: str = ""
    public = False  # type: ignore[misc] -- not a field


class Colour(StrEnum):
    RED = "red"


PUBLIC = "}Vpublic\nI01\ns"
"""As a state: sets what is in the dictionary of a value."""
ATTRIBUTE = f"(N{PUBLIC}t"
"""As a state: sets an attribute of what has no such dictionary, such as a class."""


@pytest.mark.parametrize(
    "hostile",
    [
        f"c{__name__}\nLetter\n{ATTRIBUTE}b.",
        f"c{__name__}\nLetter\np0\n0g0\n{ATTRIBUTE}b.",
        f"c{__name__}\nRow\n{ATTRIBUTE}b.",
        f"c{__name__}\nColour\n{ATTRIBUTE}b.",
        f"c{__name__}\nColour\n(Vred\ntR{PUBLIC}b.",
        f"c{__name__}\nColour\n(Vred\ntR{ATTRIBUTE}b.",
        f"c{__name__}\nLetter\n(Vtitle\ntR{ATTRIBUTE}b.",
        f"c{__name__}\nLetter.__init__\n{ATTRIBUTE}b.",
        f"c{__name__}\nLetter\n(c{__name__}\nLetter\ndb.",
    ],
    ids=count(1),
)
def test_kept_bytes_change_nothing_of_the_program(hostile: str) -> None:
    values = Values([Letter, Row, Colour])
    with pytest.raises(ValueError, match="no value of ours"):
        values.unpacked(hostile.encode())
    changed = [Letter.public, Row.public, hasattr(Colour.RED, "public")]
    assert changed == [False, False, False]


def test_values_of_all_kinds_come_back() -> None:
    values = Values([Letter, Row, Colour])
    for one in (Letter("x"), Row("x"), Colour.RED):
        back = values.unpacked(values.packed(one))
        assert (back, type(back)) == (one, type(one))


# --- the folder ---


def test_linked_copy_is_the_same_file_and_the_rest_is_not(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for name in ("a/linked.html", "a/copied.html", "gone.html"):
        (old / name).parent.mkdir(parents=True, exist_ok=True)
        (old / name).write_text(name, encoding="utf-8")
    swapping.copy(old, new, linked={"a/linked.html"}, but={"gone.html"})
    assert (new / "a/linked.html").samefile(old / "a/linked.html")
    assert not (new / "a/copied.html").samefile(old / "a/copied.html")
    assert swapping.listed(new) == {
        name: mark for name, mark in swapping.listed(old).items() if name != "gone.html"
    }


def test_file_system_without_links_gets_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a.html").write_text("a", encoding="utf-8")
    swapping.copy(tmp_path / "old", tmp_path / "new", linked={"a.html"}, but=())
    assert swapping.listed(tmp_path / "new") == swapping.listed(tmp_path / "old")


# --- the whole command ---

Toets_ = Callable[..., Run]


def files_of(site: Path) -> dict[str, bytes]:
    """Every file but the search index: Pagefind numbers its parts as its threads finish."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and "zoek" not in path.relative_to(site).parts
    }


@pytest.fixture
def some(project: Path) -> Path:
    """A project with three toetsen."""
    for name in (KOT, "2025-minimumuurloon", "2026-accijnsretour"):
        shutil.copy(ROOT / "toetsen" / f"{name}.yaml", project / "toetsen")
    return project


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.slow
def test_edits_on_disk_give_the_bytes_of_a_clean_build(some: Path, toets: Toets_) -> None:
    site, words = some / "build" / "site", ("site", "--zonder-rapporten")
    assert toets(*words).code == 0
    hourly = some / "toetsen" / "2025-minimumuurloon.yaml"
    steps: tuple[Callable[[], object], ...] = (
        lambda: edit(hourly, "korte_titel: Minimum", "korte_titel: Nieuw"),
        (some / "toetsen" / f"{KOT}.yaml").unlink,
        lambda: shutil.copy(ROOT / "toetsen" / "2023-drone-register.yaml", some / "toetsen"),
        lambda: (some / "toets.toml").write_text(
            'repository = "https://voorbeeld.nl/toetsen"\n', encoding="utf-8"
        ),
    )
    for step in steps:
        step()
        assert toets(*words).code == 0
        edited = files_of(site)
        shutil.rmtree(some / "build")
        assert toets(*words).code == 0
        assert files_of(site) == edited


@pytest.mark.slow
def test_no_output_names_a_place_on_this_machine(some: Path, toets: Toets_) -> None:
    assert toets("site", "--zonder-rapporten").code == 0
    for path, data in files_of(some / "build" / "site").items():
        for place in (str(some), str(ROOT), str(Path.home()) + "/", sys.prefix):
            assert place.encode() not in data, path


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_build_that_is_killed_leaves_the_previous_site(some: Path, toets: Toets_) -> None:
    words = [sys.executable, "-m", "invoeringstoets", "site", "--zonder-rapporten"]
    assert toets("site", "--zonder-rapporten").code == 0
    site = some / "build" / "site"
    shown = {"oud": files_of(site)}
    page = some / "toetsen" / "2025-minimumuurloon.yaml"
    edit(page, "korte_titel: Minimum", "korte_titel: Nieuw")
    assert toets("site", "--zonder-rapporten").code == 0
    shown["nieuw"] = files_of(site)
    chance, now = random.Random(5), "nieuw"  # noqa: S311 - a moment to stop
    for _ in range(8):
        then = "oud" if now == "nieuw" else "nieuw"
        pair = ("Nieuw", "Minimum") if then == "oud" else ("Minimum", "Nieuw")
        edit(page, f"korte_titel: {pair[0]}", f"korte_titel: {pair[1]}")
        with subprocess.Popen(words, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as run:
            time.sleep(chance.uniform(0.3, 1.6))
            run.send_signal(signal.SIGKILL)
        swapping.recover(site)
        assert files_of(site) in (shown[now], shown[then])
        assert toets("site", "--zonder-rapporten").code == 0
        assert files_of(site) == shown[then]
        now = then


# --- without MkDocs ---


def some_page(**more: Any) -> Page:
    return Page(path="a.html", title="A", description="", html="<p>één</p>", **more)


def test_page_of_which_only_the_content_changed_is_filled_again() -> None:
    before, data = some_page(), "<main>één<p>één</p></main>".encode()
    shell = shells.shell_of(before, data)
    after = replace(before, html="<p>twee \U0001f600</p>")
    filled = shells.filled(after, shell, there=data)
    assert filled == "<main>één<p>twee \U0001f600</p></main>".encode()
    assert shells.moved(after, shell) == shells.shell_of(after, filled)
    assert shells.filled(replace(after, title="B"), shell, there=data) is None
    assert shells.filled(after, None, there=data) is None


@pytest.mark.parametrize("data", ["<main></main>", "<p>één</p><p>één</p>"])
def test_page_without_its_content_in_it_once_is_left_to_mkdocs(data: str, tmp_path: Path) -> None:
    assert shells.shell_of(some_page(), data.encode()) is None
    (tmp_path / "a.html").write_bytes(data.encode())
    assert shells.shells_of({"a.html": some_page()}, tmp_path) == {}
    assert shells.refilled({"a.html": some_page()}, {}, site=tmp_path) is None


def test_files_change_together(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "a").mkdir(parents=True)
    (site / "a" / "x").write_text("oud", "utf-8")
    (site / "y").write_text("oud", "utf-8")
    listing = swapping.listed(site)
    changed = swapping.change(site, {"a/x": b"nieuw"})
    assert (site / "a" / "x").read_text("utf-8") == "nieuw"
    assert {**listing, **changed} == swapping.listed(site)
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("after", range(1, 5))
def test_change_that_is_cut_off_is_undone_or_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """Cut off before the rename that makes it count (the first), or before one of those after."""
    site, moves = tmp_path / "site", count(1)
    site.mkdir()
    for name in "abc":
        (site / name).write_text("oud", "utf-8")

    def cut(method: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
        def moved(self: Path, to: Path) -> Path:
            if next(moves) == after:
                raise OSError("cut off")
            return method(self, to)

        return moved

    with monkeypatch.context() as power:
        power.setattr(Path, "rename", cut(Path.rename))
        power.setattr(Path, "replace", cut(Path.replace))
        with pytest.raises(OSError, match="cut off"):
            swapping.change(site, dict.fromkeys("abc", b"nieuw"))
    swapping.recover(site)
    texts = {one.read_text("utf-8") for one in site.iterdir()}
    assert texts == ({"oud"} if after == 1 else {"nieuw"})
    assert {one.name for one in tmp_path.iterdir()} <= {"site", ".site-nieuw"}


def test_ctrl_c_does_not_leave_a_change_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, moves, move = tmp_path / "site", count(1), Path.replace
    site.mkdir()

    def interrupted(self: Path, to: Path) -> Path:
        if next(moves) == 2:
            raise KeyboardInterrupt
        return move(self, to)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        swapping.change(site, dict.fromkeys("abc", b"nieuw"))
    assert sorted(one.name for one in site.iterdir()) == ["a", "b", "c"]


def stock_of(folder: Path, store: Store | None = None) -> models.Stock:
    there = Store() if store is None else store
    return models.stock(find_project(folder), there, program="p", internal=False, day="2026-01-01")


def test_toets_is_that_of_the_text_that_was_checked(
    some: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, look = some / "toetsen" / f"{KOT}.yaml", models.check

    def check(project: Project, *, wanted: Wanted) -> Checks:
        found = look(project, wanted=wanted)
        edit(path, "korte_titel: ", "korte_titel: Verse ")
        return found

    monkeypatch.setattr(models, "check", check)
    first, second = (
        next(one.load().korte_titel or "" for one in stock_of(some).held if one.id == KOT)
        for _ in range(2)
    )
    assert second == f"Verse {first}"
    assert not first.startswith("Verse ")


def test_toetsen_are_had_of_a_check_that_is_known(
    some: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A check made before without its toetsen, then one with, then one that needs neither."""
    store = Store()
    assert not models.check(find_project(some)).failed
    found = stock_of(some, store)
    assert {one.id for one in found.held} == {one.id for one in stock_of(some).held}
    with monkeypatch.context() as known:
        known.setattr(checks, "JUDGING", "no module at all")
        again = stock_of(some, store)
    assert again.held == tuple(
        replace(one, load=new.load) for one, new in zip(found.held, again.held, strict=True)
    )
    assert [one.load() for one in again.held] == [one.load() for one in found.held]
    edit(some / "toetsen" / f"{KOT}.yaml", "korte_titel: ", "korte_titel: Verse ")
    edited = {
        one.id
        for one, old in zip(stock_of(some, store).held, found.held, strict=True)
        if one.marks != old.marks
    }
    assert edited == {KOT}


def test_toetsen_are_let_go_and_had_again(some: Path) -> None:
    found = stock_of(some)
    first = World(Surroundings(found.library), found.held)
    one, held = first.toetsen[0], found.held[0]
    titel, there = one.titel, ref(held.load())
    assert there() is held.load()
    first.let_go()
    assert there() is None
    assert one.titel == titel


HEAVY = ("mkdocs", "click", "markdown", "pathspec", "typst", "xlsxwriter", "pikepdf", "jsonschema")


def test_command_that_builds_the_site_starts_without_what_an_edit_does_not_need() -> None:
    asks = f"import sys, invoeringstoets.cli.site; print(set({HEAVY}) & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


ANSWER = "doelgroep vooraf te hoog geschat"


@pytest.mark.slow
def test_edit_among_many_is_shown_without_mkdocs_and_as_a_clean_build_has_it(
    some: Path, toets: Toets_, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "LARGE", 2)
    site, words = some / "build" / "site", ("site", "--zonder-rapporten")
    assert toets(*words).code == 0
    before = files_of(site)
    edit(some / "toetsen" / f"{KOT}.yaml", ANSWER, f"{ANSWER} of niet")
    with monkeypatch.context() as without:
        without.setattr(publish, "_RUN", "no module at all")
        assert toets(*words).code == 0
    edited = files_of(site)
    assert toets(*words).code == 0  # now the files over all toetsen, for which there was no time
    complete = files_of(site)
    shutil.rmtree(some / "build")
    assert toets(*words).code == 0
    assert files_of(site) == complete
    changed = {path for path, data in edited.items() if data != before[path]}
    assert f"toetsen/{KOT}.html" in changed
    assert {path for path, data in complete.items() if data != edited[path]} <= {
        path for path in complete if path.startswith("data/")
    }
    assert all(edited[path] == complete[path] for path in changed)


@pytest.mark.slow
def test_own_theme_is_drawn_by_mkdocs(
    some: Path, toets: Toets_, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another theme makes of the content of a page nobody knows; the first build has ours."""
    monkeypatch.setattr(publish, "LARGE", 2)
    words = ("site", "--zonder-rapporten")
    assert toets(*words).code == 0
    shutil.copytree(ROOT / "site", some / "site")
    main = some / "site" / "theme" / "main.html"
    main.write_text(
        main.read_text("utf-8").replace("</body>", "{{ page.content | length }}</body>"), "utf-8"
    )
    assert toets(*words).code == 0
    page = (some / "build" / "site" / "toetsen" / f"{KOT}.html").read_text("utf-8")
    assert re.search(r"\d+</body>", page)
    edit(some / "toetsen" / f"{KOT}.yaml", ANSWER, f"{ANSWER} of niet")
    assert toets(*words).code == 0
    edited = (some / "build" / "site" / "toetsen" / f"{KOT}.html").read_bytes()
    shutil.rmtree(some / "build")
    assert toets(*words).code == 0
    assert (some / "build" / "site" / "toetsen" / f"{KOT}.html").read_bytes() == edited
