"""Every report of every toets in every format, drawn once for all tests that look at them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import report_cases
import specimens
from invoeringstoets.document import Document
from invoeringstoets.formats import FORMATS
from invoeringstoets.model import Afzender, Brief
from invoeringstoets.reports import OVERVIEWS, REPORTS

BRIEF = Brief(afzender=Afzender("Ministerie van Voorbeeldzaken"))


@cache
def documents() -> Mapping[str, Document]:
    """All reports that the toetsen allow (the internal ones too), the overviews, and specimens."""
    toetsen = report_cases.shipped()
    library = report_cases.library(*toetsen.values())
    internal = report_cases.library(*toetsen.values(), internal=True)
    found = {"letter": specimens.letter(), "report": specimens.report()}
    for stem, toets in toetsen.items():
        for name, report in REPORTS.items():
            around = library if report.unavailable(toets, library) is None else internal
            if report.unavailable(toets, around) is None:
                for variant in report.variants(toets, around):
                    found[variant.stem(f"{stem}-{name}")] = variant.document
    for name, overview in OVERVIEWS.items():
        if overview.unavailable(library, BRIEF) is None:
            for variant in overview.variants(library, BRIEF):
                found[variant.stem(name.replace("_", "-"))] = variant.document
    return found


@cache
def drawn(name: str, form: str) -> bytes:
    """A document in a format."""
    return FORMATS[form].render(documents()[name])
