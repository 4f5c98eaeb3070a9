"""The site as plain Markdown, for other site builders: loaded only where that is asked for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from invoeringstoets.incremental import World
from invoeringstoets.incremental.units import DOCUMENT, units
from invoeringstoets.pages import Asset
from invoeringstoets.pages.plain import LEFT_OUT, markdown, path_of
from invoeringstoets.pages.view import View
from invoeringstoets.workspace import write

SETTINGS = "mkdocs.yml"
MARK = "# Gemaakt door ‘toets site --markdown’; bouwt met MkDocs, Material, ProperDocs en Zensical."
"""How the settings begin of what was made here, and may be made again."""
_DOCS = "docs"
_LIST = "sitemap.xml"
"""The list of all pages, which every site builder makes itself."""


def is_ours(folder: Path) -> bool:
    """Whether a folder holds plain Markdown that was made here."""
    try:
        return (folder / SETTINGS).read_text(encoding="utf-8").startswith(MARK)
    except (OSError, UnicodeDecodeError):
        return False


def export(world: World, config: MkDocsConfig, *, to: Path) -> int:
    """Write every page and data file of a site to a folder, and the settings to build it with.

    ``config`` are the settings of the site itself. What an earlier export wrote and this one does
    not, goes. The number of pages.
    """
    write(to / SETTINGS, _settings(config).encode())  # first: what is broken off is still ours
    docs, written = to / _DOCS, set()
    for path, data in chain(_hand_written(config), _made(world)):
        write(docs / path, data)
        written.add(path)
    for path, file in _files(docs):
        if path not in written:
            file.unlink()
    return sum(path.endswith(".md") for path in written)


def _hand_written(config: MkDocsConfig) -> Iterator[tuple[str, bytes]]:
    """The pages that no program makes, and what lies beside them, as they are."""
    for path, file in _files(Path(config.docs_dir)):
        yield path, file.read_bytes()


def _files(folder: Path) -> list[tuple[str, Path]]:
    """The files in a folder, each with its path from there."""
    found = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return [(file.relative_to(folder).as_posix(), file) for file in found]


def _made(world: World) -> Iterator[tuple[str, bytes]]:
    """The pages and data files of the site, one by one: they are not all held at once."""
    internal = world.site.library.internal
    for unit in units():
        if unit.kind == DOCUMENT:
            continue
        world.begin()
        for thing in unit.make(world.site):
            if thing.path in LEFT_OUT or thing.path == _LIST:
                continue
            if isinstance(thing, Asset):
                yield thing.path, thing.data
            else:
                link = View(world.site.library, thing.path).link
                yield path_of(thing.path), markdown(thing, link, internal=internal).encode()


def _settings(config: MkDocsConfig) -> str:
    """The settings to build the Markdown with: those of the site, save what is its own."""
    lines = [MARK, f"site_name: {_value(config.site_name)}"]
    if config.site_url:
        lines.append(f"site_url: {_value(config.site_url)}")
    lines += ["use_directory_urls: false", "markdown_extensions:"]
    lines += [f"  - {_value(name)}" for name in dict.fromkeys(config.markdown_extensions)]
    if config.nav:
        lines += ["nav:", *_navigation(config.nav, "  ")]
    return "\n".join([*lines, ""])


def _navigation(nav: Iterable[Any], indent: str) -> Iterator[str]:
    """The navigation as YAML; each entry is a page, or a title with a page or entries."""
    for entry in nav:
        title, content = next(iter(entry.items())) if isinstance(entry, dict) else ("", entry)
        start = f"{indent}- {_value(title)}:" if title else f"{indent}-"
        if not isinstance(content, str):
            yield start
            yield from _navigation(content, indent + "    ")
        elif content not in {path_of(path) for path in LEFT_OUT}:
            yield f"{start} {_value(content)}"


def _value(text: str) -> str:
    """Text as a value in YAML, of which JSON is a part."""
    return json.dumps(text, ensure_ascii=False)
