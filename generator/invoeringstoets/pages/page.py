"""A finished site page and what it is made beside: plain values, no MkDocs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from invoeringstoets.diagnostic import Manual
from invoeringstoets.history import Told
from invoeringstoets.model import Library


@dataclass(frozen=True)
class Crumb:
    """A step on the way from home to a page; ``path`` is the output path, ``""`` for no link."""

    title: str
    path: str = ""


@dataclass(frozen=True)
class Entry:
    """A line of "Op deze pagina": the id of a heading on the page and its text."""

    id: str
    title: str


@dataclass(frozen=True)
class Page:
    """A page of the site.

    ``path`` is its place in the output (``toetsen/2024-kot-wlz.html``), ``html`` the finished
    content of ``<main>`` below the breadcrumb. ``source`` is the name of the toets file it was
    made from, if it is made from one; a ``wide`` page brings its own frame;
    ``short`` is the title in the breadcrumb, where it is another. ``scripts`` are the scripts of
    the theme that it uses (``js/register.js``), ``compiles`` says that one of them runs
    WebAssembly, ``linked_data`` is its JSON-LD, ``feeds`` are the output paths of its Atom feeds.
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

    @property
    def key(self) -> str:
        """A hash of everything this page is; equal keys mean equal pages."""
        return sha256(repr(self).encode()).hexdigest()


@dataclass(frozen=True)
class Asset:
    """A file of the site that is no page: its output path and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True)
class Download:
    """A report of a toets that lies on the site; ``path`` is its output path, ``size`` in bytes."""

    path: str
    report: str
    format: str
    size: int


@dataclass(frozen=True)
class Surroundings:
    """What pages are made of besides the toetsen.

    ``downloads`` holds the rendered reports per toets id, or is ``None`` in a build without
    reports; ``overviews`` are those over all toetsen.
    ``schema`` is the composed schema, ``source_url`` the public folder of the toets files
    (``""`` when there is none), ``manuals`` the pages of all codes. ``site_url`` is the address
    of the site, ending in a slash, or ``""``: then nothing that needs absolute addresses is made.
    ``history`` is what changed over time.
    """

    library: Library
    downloads: Mapping[str, tuple[Download, ...]] | None = None
    overviews: tuple[Download, ...] = ()
    schema: Mapping[str, Any] = field(default_factory=dict)
    source_url: str = ""
    manuals: tuple[Manual, ...] = ()
    site_url: str = ""
    history: Told = field(default_factory=Told)
