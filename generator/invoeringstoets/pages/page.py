"""A finished site page and what it is made beside: plain values, no MkDocs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from hashlib import sha256
from typing import Any, Generic, TypeVar

from invoeringstoets.diagnostic import Manual, Severity
from invoeringstoets.history import Told
from invoeringstoets.model import Library, Toets
from invoeringstoets.publisher import NOBODY, NOTHING_SAID, Publisher, Statement
from invoeringstoets.record import record

Thing = TypeVar("Thing")


@record(frozen=True)
class Crumb:
    """A step on the way from home to a page; ``path`` is the output path, ``""`` for no link."""

    title: str
    path: str = ""


@record(frozen=True)
class Entry:
    """A line of "Op deze pagina": the id of a heading on the page and its text."""

    id: str
    title: str


@record(frozen=True)
class Page:
    """A page of the site.

    ``path`` is its place in the output (``toetsen/2024-kot-wlz.html``), ``html`` the finished
    content of ``<main>`` below the breadcrumb. ``source`` is the name of the toets file it was
    made from, if it is made from one; a ``wide`` page brings its own frame;
    ``short`` is the title in the breadcrumb, where it is another. ``scripts`` are the scripts of
    the theme that it uses (``js/register.js``), ``compiles`` says that one of them runs
    WebAssembly, ``linked_data`` is its JSON-LD, ``feeds`` are the output paths of its Atom feeds,
    ``data`` is that of the JSON with what is on it. A page that has ``moved`` says where to.
    """

    path: str
    title: str
    description: str
    html: str
    crumbs: tuple[Crumb, ...] = ()
    contents: tuple[Entry, ...] = ()
    source: str = ""
    wide: bool = False
    short: str = ""
    scripts: tuple[str, ...] = ()
    compiles: bool = False
    linked_data: str = ""
    feeds: tuple[str, ...] = ()
    data: str = ""
    moved: str = ""

    @property
    def key(self) -> str:
        """A hash of everything this page is; equal keys mean equal pages."""
        html = sha256(self.html.encode("utf-8", "surrogatepass")).hexdigest()
        return sha256(repr(replace(self, html=html)).encode()).hexdigest()


@record(frozen=True)
class Sketch:
    """A page that is drawn when somebody asks for it.

    ``mark`` stands for what it is made of toetsen: as long as that is the same and so is all else
    that it reads of its surroundings, it is the same page.
    """

    path: str
    mark: str
    draw: Callable[[], Page]


@record(frozen=True)
class Asset:
    """A file of the site that is no page: its output path and its bytes."""

    path: str
    data: bytes


@record(frozen=True)
class Download:
    """A report of a toets that lies on the site; ``path`` is its output path, ``size`` in bytes."""

    path: str
    report: str
    format: str
    size: int


@record(frozen=True)
class Remark:
    """What the check says of a toets that may be published: no fault, so a warning or a hint.

    ``line`` is where in its file; ``anchor`` the id on the page of the part it is about, or ``""``.
    """

    code: str
    severity: Severity
    message: str
    help: str
    line: int
    anchor: str = ""


@record(frozen=True)
class Surroundings:
    """What pages are made of besides the toetsen.

    ``downloads`` holds the rendered reports per toets id, or is ``None`` in a build without
    reports; ``overviews`` are those over all toetsen.
    ``schema`` is the composed schema, ``source_url`` the public folder of the toets files
    (``""`` when there is none), ``manuals`` the pages of all codes. ``site_url`` is the address
    of the site, ending in a slash, or ``""``: then nothing that needs absolute addresses is made.
    ``history`` is what changed over time, ``publisher`` who publishes the collection, and
    ``statement`` what that publisher says of its accessibility. Per toets
    id, ``lines`` says on which line of the file each part stands, by its id on the page, and
    ``remarks`` what the check still says.
    """

    library: Library
    downloads: Mapping[str, tuple[Download, ...]] | None = None
    overviews: tuple[Download, ...] = ()
    schema: Mapping[str, Any] = field(default_factory=dict)
    source_url: str = ""
    manuals: tuple[Manual, ...] = ()
    site_url: str = ""
    history: Told = field(default_factory=Told)
    publisher: Publisher = NOBODY
    statement: Statement = NOTHING_SAID
    lines: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    remarks: Mapping[str, tuple[Remark, ...]] = field(default_factory=dict)


class Each(Generic[Thing]):
    """A kind of thing of which every toets has its own: made by a function of one toets.

    As a decorator it turns that function into one over all toetsen. What it is for: after an edit
    only the things of that toets have to be made again.
    """

    def __init__(self, function: Callable[[Toets, Surroundings], Iterator[Thing]]) -> None:
        self.one = function
        self.__doc__, self.__module__ = function.__doc__, function.__module__
        self.__name__, self.__qualname__ = function.__name__, function.__qualname__

    def __call__(self, surroundings: Surroundings) -> Iterator[Thing]:
        """The things of all toetsen."""
        for toets in surroundings.library.toetsen:
            yield from self.one(toets, surroundings)

    def of(self, toets_id: str) -> Callable[[Surroundings], Iterator[Thing]]:
        """The things of one toets, as a function of the surroundings."""

        def own(surroundings: Surroundings) -> Iterator[Thing]:
            toets = surroundings.library.by_id(toets_id)
            return iter(()) if toets is None else self.one(toets, surroundings)

        return own
