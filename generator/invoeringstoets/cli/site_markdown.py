"""The toetsen as plain Markdown, for other site generators: loaded only where that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from invoeringstoets.formats import FORMATS
from invoeringstoets.model import Brief, Library
from invoeringstoets.reports import OVERVIEWS, REPORTS
from invoeringstoets.workspace import write

SETTINGS = """\
# Gemaakt door ‘toets site --markdown’; bouwt met MkDocs (met of zonder thema) en met Zensical.
site_name: Invoeringstoetsen
use_directory_urls: false
markdown_extensions:
  - tables
  - footnotes
"""


def export(library: Library, brief: Brief, *, to: Path) -> int:
    """Write the tree to a folder; the number of pages."""
    pages = dict(_pages(library, brief))
    for path, data in pages.items():
        write(to / "docs" / path, data)
    write(to / "mkdocs.yml", SETTINGS.encode())
    return len(pages)


def _pages(library: Library, brief: Brief) -> Iterator[tuple[str, bytes]]:
    """Every page by its path: a report for each toets, the overviews, and a list of all."""
    render, links = FORMATS["markdown"].render, ["# Invoeringstoetsen", ""]
    for toets in library.toetsen:
        yield f"toetsen/{toets.id}.md", render(REPORTS["rapport"].build(toets, library))
        links.append(f"- [{toets.id}](toetsen/{toets.id}.md)")
    for overview in OVERVIEWS.values():
        if overview.unavailable(library) is None:
            for number, variant in enumerate(overview.variants(library, brief), 1):
                path = f"overzichten/{overview.name}-{number}.md"
                yield path, render(variant.document)
                links.append(f"- [{overview.title} {number}]({path})")
    yield "index.md", "\n".join([*links, ""]).encode()
