"""The registers as pages: complete static tables, with what a script needs to narrow them down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from hashlib import blake2b

from invoeringstoets import notation
from invoeringstoets.formats import SHEETS
from invoeringstoets.model import Library, Toets
from invoeringstoets.pages import downloads, paging
from invoeringstoets.pages.page import Crumb, Page, Sketch, Surroundings
from invoeringstoets.pages.register_rows import Rows, roomiest, shown
from invoeringstoets.pages.template import render
from invoeringstoets.pages.view import ACTIONS, ORGANISATIONS, OVERVIEW, View
from invoeringstoets.registers import NAMES, REGISTERS, Register, Row, order
from invoeringstoets.reports import OVERVIEWS

INDEX = "registers/index.html"
DATA = "data/registers"
"""The folder of the site with the files of the registers."""

SCRIPT = "js/register.js"
OWN_PLACES = {"toetsen": OVERVIEW, "acties": ACTIONS, "organisaties": ORGANISATIONS}
"""Registers that stand elsewhere than under ``registers/``."""

FILES = (*(form.extension for form in SHEETS.values()), "json")
"""The files of a register, by extension."""

GROUPS = (
    ("Toetsen en wat eraan voorafging", ("toetsen", "afwegingen", "indicatoren", "regelingen")),
    ("Wat toetsen vonden", ("knelpunten", "aannames", "risicos-anders", "risicos")),
    ("Wat ermee gebeurt", ("acties", "aanbevelingen", "toezeggingen")),
    ("Wie en waarop gebaseerd", ("organisaties", "bronnen")),
)
"""The registers by subject, for the page that lists them."""


def path_of(name: str) -> str:
    """The output path of the first page of a register."""
    return OWN_PLACES.get(name, f"registers/{name}.html")


def file_path(name: str, extension: str) -> str:
    """The output path of a file of a register."""
    return f"{DATA}/{name}.{extension}"


def data_path(name: str) -> str:
    """The output path of the data that the script reads."""
    return file_path(name, "tabel.js")


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
        for sketch in self.sketches(surroundings):
            yield sketch.draw()

    def sketches(self, surroundings: Surroundings) -> Iterator[Sketch]:
        """The same pages, not drawn yet: an edit changes one or two of a hundred."""
        yield from _sketches(self.register, surroundings)


PAGES = tuple(RegisterPages(register) for register in REGISTERS)
"""The pages of every register."""


Line = tuple[tuple[bool, bool, date], str]
"""A row of a register: its place among the others, and its HTML."""


def _sketches(register: Register, surroundings: Surroundings) -> Iterator[Sketch]:
    path, lines = path_of(register.name), _lines(register, surroundings.library)
    rows = [html for _, html in lines]
    explanation = register.explained(
        surroundings.library, invented=any(invented for (invented, *_), _ in lines)
    )
    of_all = (len(rows), explanation)
    for part in paging.fill(rows, path):
        mark = _mark(part, of_all)
        yield Sketch(
            part.path, mark, partial(_page, register, surroundings, part=part, of_all=of_all)
        )


_OfAll = tuple[int, tuple[tuple[str, str], ...]]
"""The number of rows of a register, and what a reader must know of them."""


def _mark(part: paging.Part[str], of_all: _OfAll) -> str:
    found = blake2b(repr((part.path, part.number, part.paths, of_all)).encode(), digest_size=16)
    found.update("\0".join(part.rows).encode())
    return found.hexdigest()


def _page(
    register: Register, surroundings: Surroundings, *, part: paging.Part[str], of_all: _OfAll
) -> Page:
    crumbs = () if path_of(register.name) == OVERVIEW else (Crumb("Registers", INDEX),)
    return Page(
        path=part.path,
        title=register.title + part.suffix,
        description=register.says,
        html=_html(register, surroundings, part=part, of_all=of_all),
        crumbs=(*crumbs, *part.crumbs(register.title)),
        scripts=(SCRIPT,) if of_all[0] else (),
    )


def _lines(register: Register, library: Library) -> list[Line]:
    """The rows in order; what one toets gives is remembered when another one changes."""
    if register.across:
        return _Lines(register).drawn(register.fill(library).rows)
    own = library.each(f"regels {register.name}", _Lines(register))
    lines = [line for number in order(library) for line in own[number]]
    lines.sort(key=lambda line: line[0])
    return lines


class _Lines:
    """The rows of a register that one toets gives."""

    def __init__(self, register: Register) -> None:
        self._register, self._rows = register, Rows(register, "../")

    def __call__(self, toets: Toets, library: Library) -> tuple[Line, ...]:
        return tuple(self.drawn(self._register.of_one(toets, library)))

    def drawn(self, rows: Iterable[Row]) -> list[Line]:
        """These rows with their places."""
        return [(self._register.place(row), str(self._rows.html(row))) for row in rows]


OF_EACH = {f"regels {one.name}": _Lines(one) for one in REGISTERS if not one.across}
"""What these pages make of each toets, by the name under which a library is asked for it."""


def _html(
    register: Register, surroundings: Surroundings, *, part: paging.Part[str], of_all: _OfAll
) -> str:
    total, explanation = of_all
    view = View(surroundings.library, part.path)
    columns = shown(register)
    return render(
        "register.html",
        v=view,
        register=register,
        columns=columns,
        roomiest=roomiest(columns),
        part=part,
        total=total,
        counted=notation.counted(total, register.one, more=register.more),
        explanation=explanation,
        data=view.link(data_path(register.name)),
        files=files(view, register),
        index=view.link(INDEX),
        downloads=_reports(view, surroundings, name=register.name),
    )


def files(view: View, register: Register) -> list[tuple[str, str]]:
    """The files of a register as a page names them: address and name."""
    return [(view.link(file_path(register.name, end)), end.upper()) for end in FILES]


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
            forms=FILES,
            groups=[(title, [NAMES[name] for name in names]) for title, names in GROUPS],
            path_of=path_of,
        ),
    )
