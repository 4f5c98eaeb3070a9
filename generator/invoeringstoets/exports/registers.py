"""The registers as files: CSV, XLSX and JSON for people, and a compact table for the pages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from invoeringstoets.document import Value
from invoeringstoets.formats import SHEETS
from invoeringstoets.pages import Asset, Surroundings
from invoeringstoets.pages.registers import data_path, file_path
from invoeringstoets.registers import REGISTERS, Column, Filled, Register, Row
from invoeringstoets.registers.sorting import keys

_WRITER = json.JSONEncoder(ensure_ascii=False)
"""Made once: for each of tens of thousands of rows it takes as long as writing that row."""


class RegisterFiles:
    """The files of one register, as a function of the surroundings."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.__module__ = __name__
        self.__name__ = self.__qualname__ = f"files of {register.name}"

    def __call__(self, surroundings: Surroundings) -> Iterator[Asset]:
        """A file for each format of tables, the records, and the table for the pages."""
        filled = self.register.fill(surroundings.library)
        located = filled.located(surroundings.site_url)
        for form in SHEETS.values():
            path = file_path(self.register.name, form.extension)
            yield Asset(path, form.render(located.sheet))
        yield Asset(file_path(self.register.name, "json"), records(located))
        packed = table(filled, site_url=surroundings.site_url)
        yield Asset(data_path(self.register.name), script(packed).encode())


FILES = tuple(RegisterFiles(register) for register in REGISTERS)
"""The files of every register."""


def records(filled: Filled) -> bytes:
    """The register as JSON that reads by itself: on each line a row, by the columns' keys."""
    keys = [column.key for column in filled.register.columns]
    data = {
        "register": filled.register.name,
        "titel": filled.register.title,
        "gerekend_op": filled.library.reference_date,
        "toelichting": dict(filled.explanation),
        "kolommen": {column.key: column.header for column in filled.register.columns},
    }
    head = json.dumps(data, ensure_ascii=False, indent=1).removesuffix("\n}")
    rows = (
        _WRITER.encode(dict(zip(keys, map(_plain, row.values), strict=True))) for row in filled.rows
    )
    body = ",\n".join(rows)
    return f'{head},\n "rijen": [\n{body}\n ]\n}}\n'.encode()


def _plain(value: Value) -> str | int | float | None:
    if isinstance(value, date):
        return value.isoformat()
    return None if value == "" else value


def script(data: str) -> str:
    """JSON as a script that leaves the data on its own element.

    That is how a page that was opened from disk gets them, for browsers refuse it other files. What
    is in the data stays text: it is read as JSON, from a string in which quotes are escaped.
    """
    escaped = data.replace("\\", "\\\\").replace("'", "\\'")
    return f"document.currentScript.gegevens=JSON.parse('{escaped}');\n"


def table(filled: Filled, *, site_url: str = "") -> str:
    """The register as the pages read it, in JSON: rows as lists, texts that recur kept once.

    Places are paths from the root of the site; ``site`` is what stands before them in files. A
    column with ``volgens`` is sorted by the values of that one, and one with ``volgorde`` has texts
    that are sorted as something else. A column with ``woorden`` holds numbers of those words;
    ``keuzes`` holds per row and facet the numbers of its values.
    """
    register = filled.located(site_url).register
    packed = [_column(column, filled) for column in register.columns]
    numbers = {
        key: {one.key: number for number, one in enumerate(found)}
        for key, found in filled.values.items()
    }
    data = {
        "naam": register.name,
        "titel": register.title,
        "enkel": register.one,
        "meer": register.more,
        **({"site": site_url} if site_url else {}),
        "gerekend_op": filled.library.reference_date,
        "toelichting": dict(filled.explanation),
        "kolommen": [head for head, _ in packed],
        "facetten": [
            {
                "sleutel": facet.key,
                "kop": facet.title,
                "waarden": [[one.key, one.label] for one in filled.values[facet.key]],
            }
            for facet in register.facets
        ],
        "rijen": list(zip(*(cells for _, cells in packed), strict=True)),
        "keuzes": [_choices(register, row, numbers=numbers) for row in filled.rows],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _choices(
    register: Register, row: Row, *, numbers: Mapping[str, Mapping[str, int]]
) -> list[list[int]]:
    return [
        [numbers[facet.key][one.key] for one in found]
        for facet, found in zip(register.facets, row.choices, strict=True)
    ]


def _column(column: Column, filled: Filled) -> tuple[dict[str, Any], Sequence[object]]:
    """What a page must know of a column, and its cells."""
    cells = [_cell(value) for value in filled.cells(column.key, filled.rows)]
    head = {
        "sleutel": column.key,
        "kop": column.header,
        "breedte": column.width,
        "soort": column.kind,
        "plaats": column.place,
        "onder": column.under,
        "link": column.link,
        "naar_toets": column.to_toets,
        "merk": column.mark,
        "volgens": column.by,
        "volgorde": keys(column, filled.cells(column.key, filled.rows)),
    }
    head = {key: value for key, value in head.items() if value}
    texts = {cell: None for cell in cells if isinstance(cell, str)}
    if len(texts) * 2 > len(cells) or any(not isinstance(cell, str) for cell in cells):
        return head, cells
    words = {text: number for number, text in enumerate(texts)}
    return {**head, "woorden": list(words)}, [words[str(cell)] for cell in cells]


def _cell(value: Value) -> str | int | float:
    return value.isoformat() if isinstance(value, date) else value
