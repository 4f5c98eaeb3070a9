"""Numbers over all toetsen: each with a way to the rows behind it, each chart with its table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from urllib.parse import urlencode

from invoeringstoets.pages.page import Entry, Page, Surroundings
from invoeringstoets.pages.registers import path_of
from invoeringstoets.pages.template import render
from invoeringstoets.pages.view import View
from invoeringstoets.record import record
from invoeringstoets.registers import NAMES, Counted, Filled, Row
from invoeringstoets.registers.subject import INVENTED, REAL

DASHBOARD = "cijfers/index.html"

_EXAMPLE = "voorbeeld"
"""The facet that tells real toetsen from invented ones."""


@record(frozen=True)
class Number:
    """A number, and the address of the rows that it counts."""

    count: int
    address: str


@record(frozen=True)
class Bar:
    """A line of a chart: what it counts, among real toetsen and among invented ones."""

    label: str
    real: Number
    invented: Number


@record(frozen=True)
class Chart:
    """A chart with its table: what it shows, what its rows are called, and how to read it."""

    id: str
    title: str
    head: str
    counts: str
    says: str
    bars: tuple[Bar, ...]

    @property
    def most(self) -> int:
        """The longest bar."""
        return max((one.real.count + one.invented.count for one in self.bars), default=0)

    @property
    def invented(self) -> bool:
        """Whether anything invented is counted."""
        return any(one.invented.count for one in self.bars)


@record(frozen=True)
class Numbers:
    """Counts the rows of the registers of a library; every count comes with its address."""

    surroundings: Surroundings
    here: str = DASHBOARD

    @cached_property
    def view(self) -> View:
        """The library as seen from the page that the numbers stand on."""
        return View(self.surroundings.library, self.here)

    @cached_property
    def _filled(self) -> dict[str, Filled]:
        return {}

    @cached_property
    def _tallies(self) -> dict[str, Filled]:
        return {}

    def register(self, name: str) -> Filled:
        """A register, made once."""
        known = self._filled
        if name not in known:
            known[name] = NAMES[name].fill(self.surroundings.library)
        return known[name]

    def tally(self, name: str) -> Filled:
        """The same for counting only: an edit of a text changes nothing of it."""
        known = self._tallies
        if name not in known:
            known[name] = NAMES[name].counted(self.surroundings.library)
        return known[name]

    def count(self, name: str, **wanted: str) -> Number:
        """How many rows of a register have these values, and where those rows are."""
        address = self.view.link(path_of(name))
        query = f"?{urlencode(wanted)}" if wanted else ""
        return Number(self.tally(name).count(**wanted), address + query)

    def real(self, name: str, **wanted: str) -> Number:
        """The same, of real toetsen only."""
        return self.count(name, **wanted, **{_EXAMPLE: REAL})

    def invented(self, name: str, **wanted: str) -> Number:
        """The same, of invented toetsen only."""
        return self.count(name, **wanted, **{_EXAMPLE: INVENTED})

    def chart(self, register: str, facet: str, *, words: Mapping[str, str], **more: str) -> Chart:
        """How the rows of a register are spread over the values of a facet.

        ``words`` are the texts of the chart; ``more`` narrows the rows down.
        """
        bars = (
            self._bar(register, value, wanted={facet: value.key, **more})
            for value in self.tally(register).values[facet]
        )
        shown = tuple(bar for bar in bars if bar.real.count or bar.invented.count)
        return Chart(f"{register}-{facet}", bars=shown, **words)

    def _bar(self, register: str, value: Counted, *, wanted: Mapping[str, str]) -> Bar:
        label = value.label[:1].upper() + value.label[1:]
        return Bar(label, self.real(register, **wanted), self.invented(register, **wanted))


def page(surroundings: Surroundings) -> Iterator[Page]:
    """The dashboard."""
    numbers = Numbers(surroundings)
    charts = tuple(chart for chart in _charts(numbers) if chart.bars)
    weighed = numbers.register("afwegingen")
    waiting = numbers.register("regelingen")
    contents = (
        *(Entry(chart.id, chart.title) for chart in charts),
        Entry("gepland", "Gepland en in uitvoering"),
        Entry("afwegingen", "Afwegingen"),
        Entry("zonder-toets", "Nog geen toets of afweging bekend"),
    )
    yield Page(
        path=DASHBOARD,
        title="Cijfers",
        description="Aantallen over alle toetsen in deze verzameling, met de rijen erachter.",
        html=render(
            "cijfers.html",
            v=numbers.view,
            contents=contents,
            tiles=tuple(tiles(numbers)),
            bare=numbers.real("toetsen", volledigheid="indexrecord"),
            only_invented=not numbers.real("toetsen").count and numbers.count("toetsen").count,
            charts=charts,
            running=tuple(_running(numbers)),
            weighed=_some(
                weighed, weighed.rows, keys=("besluit", "reden", "datum", "titel", "let_op")
            ),
            weighed_all=numbers.count("afwegingen"),
            waiting=_some(
                waiting,
                tuple(waiting.where(stand="geen", duur="jaar")),
                keys=("regeling", "let_op", "inwerkingtreding", "toetsen"),
            ),
            waiting_all=numbers.count("regelingen", stand="geen", duur="jaar"),
        ),
        contents=contents,
    )


_SOME = 25
"""How many rows of a list the dashboard shows; the register has them all."""

_TILES: tuple[tuple[str, dict[str, str], tuple[str, str]], ...] = (
    ("toetsen", {}, ("toets in deze verzameling", "toetsen in deze verzameling")),
    ("acties", {}, ("actie uit die toetsen", "acties uit die toetsen")),
    (
        "acties",
        {"stand": "open"},
        (
            "actie nog niet afgerond, voor zover bekend",
            "acties nog niet afgerond, voor zover bekend",
        ),
    ),
    (
        "acties",
        {"stand": "te-laat"},
        (
            "open actie na een in de bron genoemde datum",
            "open acties na een in de bron genoemde datum",
        ),
    ),
    (
        "acties",
        {"stand": "geen-termijn"},
        ("open actie zonder genoemde termijn", "open acties zonder genoemde termijn"),
    ),
    ("aanbevelingen", {}, ("aanbeveling", "aanbevelingen")),
    ("toezeggingen", {}, ("toezegging aan het parlement", "toezeggingen aan het parlement")),
    (
        "aannames",
        {},
        ("aanname waar de praktijk van afwijkt", "aannames waar de praktijk van afwijkt"),
    ),
    (
        "risicos-anders",
        {},
        (
            "risico in andere woorden waargenomen dan verwacht",
            "risico’s in andere woorden waargenomen dan verwacht",
        ),
    ),
)


def tiles(numbers: Numbers) -> Iterator[tuple[str, Number, Number]]:
    """The main numbers: what each counts, among real toetsen and among invented ones."""
    for register, wanted, (one, more) in _TILES:
        real = numbers.real(register, **wanted)
        yield one if real.count == 1 else more, real, numbers.invented(register, **wanted)


def _charts(numbers: Numbers) -> Iterator[Chart]:
    for register, facet, head, title, says in _CHARTS:
        words = {"head": head, "title": title, "says": says, "counts": NAMES[register].more}
        yield numbers.chart(register, facet, words=words)


_CHARTS = (
    ("toetsen", "jaar", "Jaar", "Toetsen per jaar", "Het jaar waarmee het kenmerk begint."),
    ("toetsen", "status", "Status", "Toetsen naar status", "Van toegezegd tot aangeboden."),
    (
        "toetsen",
        "uitkomst",
        "Uitkomst",
        "Uitkomsten zoals een bron die noemt",
        "Een toets kan meer dan één uitkomst hebben; deze site deelt niets zelf in.",
    ),
    (
        "toetsen",
        "ministerie",
        "Ministerie",
        "Toetsen per ministerie",
        "Het verantwoordelijke ministerie; bij gedeelde verantwoordelijkheid telt een toets vaker.",
    ),
    ("acties", "status", "Status", "Acties naar status", "De status zoals een bron die meldt."),
    (
        "acties",
        "termijn",
        "Jaar",
        "Acties met een genoemde datum, per jaar",
        "Alleen acties waarvoor een bron een datum of kwartaal noemt.",
    ),
    (
        "knelpunten",
        "thema",
        "Thema",
        "Knelpunten en onbedoelde effecten per thema",
        "Het aantal zegt niets over ernst: de ene toets is uitgebreider vastgelegd dan de andere.",
    ),
)
"""The charts: register, facet, head of the first column, title, and how to read it."""


def _running(numbers: Numbers) -> Iterator[tuple[str, Number, tuple[dict[str, object], ...]]]:
    """What is promised, planned and being done, with the toetsen themselves."""
    filled = numbers.register("toetsen")
    for status in ("in-uitvoering", "gepland", "toegezegd"):
        rows = tuple(filled.where(status=status))
        if rows:
            label = next(one.label for one in filled.values["status"] if one.key == status)
            shown = _some(filled, rows, keys=("titel", "let_op", "ministerie"))
            yield label, numbers.count("toetsen", status=status), shown


def _some(
    filled: Filled, rows: tuple[Row, ...], *, keys: tuple[str, ...]
) -> tuple[dict[str, object], ...]:
    """The first rows of a list, by the keys of their columns."""
    some = rows[:_SOME]
    columns = {key: filled.cells(key, some) for key in (*keys, "adres")}
    return tuple({key: columns[key][place] for key in columns} for place in range(len(some)))
