"""The registers as pages: complete static tables, with what a script needs to narrow them down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from invoeringstoets import notation
from invoeringstoets.pages import downloads, paging
from invoeringstoets.pages.page import Crumb, Page, Surroundings
from invoeringstoets.pages.register_rows import Rows, shown
from invoeringstoets.pages.template import render
from invoeringstoets.pages.view import ACTIONS, ORGANISATIONS, OVERVIEW, View
from invoeringstoets.registers import NAMES, REGISTERS, Filled, Register, subjects
from invoeringstoets.reports import OVERVIEWS

INDEX = "registers/index.html"
DATA = "data/registers"
"""The folder of the site with the files of the registers."""

SCRIPT = "js/register.js"
OWN_PLACES = {"toetsen": OVERVIEW, "acties": ACTIONS, "organisaties": ORGANISATIONS}
"""Registers that stand elsewhere than under ``registers/``."""

FILES = (("csv", "CSV"), ("xlsx", "XLSX"), ("json", "JSON"))
"""The files of a register: extension and name."""

GROUPS = (
    ("Toetsen en wat eraan voorafging", ("toetsen", "afwegingen", "indicatoren", "regelingen")),
    ("Wat toetsen vonden", ("knelpunten", "aannames", "risicos")),
    ("Wat ermee gebeurt", ("acties", "aanbevelingen", "toezeggingen")),
    ("Wie en waarop gebaseerd", ("organisaties", "bronnen")),
)
"""The registers by subject, for the page that lists them."""


def path_of(name: str) -> str:
    """The output path of the first page of a register."""
    return OWN_PLACES.get(name, f"registers/{name}.html")


def data_path(name: str) -> str:
    """The output path of the data that the script reads."""
    return f"{DATA}/{name}.tabel.json"


class RegisterPages:
    """The pages of one register, as a function of the surroundings.

    One for each register, so that after an edit only those are made again that it changed.
    """

    def __init__(self, register: Register) -> None:
        self.register = register
        self.__module__ = __name__
        self.__name__ = self.__qualname__ = f"pages of {register.name}"

    def __call__(self, surroundings: Surroundings) -> Iterator[Page]:
        """The pages, of at most a hundred rows and well below a hundred kB."""
        yield from _pages(self.register.fill(surroundings.library), surroundings)


PAGES = tuple(RegisterPages(register) for register in REGISTERS)
"""The pages of every register."""


def _pages(filled: Filled, surroundings: Surroundings) -> Iterator[Page]:
    register, path = filled.register, path_of(filled.register.name)
    rows = _lines(filled)
    crumbs = () if path == OVERVIEW else (Crumb("Registers", INDEX),)
    for part in paging.fill(rows, path):
        yield Page(
            path=part.path,
            title=register.title + part.suffix,
            description=register.says,
            html=_html(filled, surroundings, part=part),
            crumbs=(*crumbs, *part.crumbs(register.title)),
            scripts=(SCRIPT,) if rows else (),
        )


def _lines(filled: Filled) -> list[str]:
    """The rows as HTML, in order."""
    register, library = filled.register, filled.library
    if register.across:
        return [str(row) for row in Rows(filled, "../")]
    # What one toets gives stays as it is when another one changes.
    own = library.each(
        f"regels {register.name}",
        lambda toets: tuple(
            str(row) for row in Rows(replace(filled, rows=register.of_one(toets, library)), "../")
        ),
    )
    by_id = dict(zip((toets.id for toets in library.toetsen), own, strict=True))
    lines = [line for one in subjects(library) for line in by_id[one.toets.id]]
    if not register.order:
        return lines
    unordered = replace(register, order=None).fill(library).rows
    pairs = sorted(zip(unordered, lines, strict=True), key=lambda pair: register.place(pair[0]))
    return [line for _, line in pairs]


def _html(filled: Filled, surroundings: Surroundings, *, part: paging.Part[str]) -> str:
    register = filled.register
    view = View(surroundings.library, part.path)
    count = notation.counted(len(filled.rows), register.one, more=register.more)
    return render(
        "register.html",
        v=view,
        register=register,
        columns=shown(register),
        part=part,
        total=len(filled.rows),
        counted=count,
        explanation=filled.explanation,
        data=view.link(data_path(register.name)),
        files=[(view.link(f"{DATA}/{register.name}.{end}"), name) for end, name in FILES],
        index=view.link(INDEX),
        downloads=_reports(view, surroundings, name=register.name),
    )


def _reports(view: View, surroundings: Surroundings, *, name: str) -> downloads.Offered:
    """The reports over all toetsen that belong with a register."""
    if name == "toetsen":
        return downloads.offered(view, surroundings.overviews)
    if name == "acties":
        return downloads.of(view, surroundings.overviews, report=OVERVIEWS["actielijst"].title)
    return {}


def index(surroundings: Surroundings) -> Iterator[Page]:
    """The page that lists the registers and the other ways into the collection."""
    yield Page(
        path=INDEX,
        title="Registers",
        description="Lijsten over alle toetsen: acties, aanbevelingen, knelpunten en meer.",
        html=render(
            "registers.html",
            v=View(surroundings.library, INDEX),
            groups=[(title, [NAMES[name] for name in names]) for title, names in GROUPS],
            path_of=path_of,
        ),
    )
