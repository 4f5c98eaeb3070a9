"""Hands the pages to MkDocs as virtual files, so that ``mkdocs build`` and ``serve`` know them.

Uses only the documented plugin interface (events, ``File``, ``Page``), so that MkDocs 1.6 and its
drop-in forks build the same site. A build the plugin was given its pages for (``toets site``) does
not read the toetsen again; any other build reads them itself.
"""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from invoeringstoets import __version__, exports, pages
from invoeringstoets.mkdocs_plugin import searching
from invoeringstoets.mkdocs_plugin.errors import SiteError
from invoeringstoets.mkdocs_plugin.files import KeyedFile, hand_written, key_of, page_file
from invoeringstoets.mkdocs_plugin.loading import Preview, read_strictly
from invoeringstoets.pages.search import documents
from invoeringstoets.workspace import Project, find_project, write

__all__ = ["InvoeringstoetsPlugin"]

_log = logging.getLogger("mkdocs.plugins.invoeringstoets")
_log.setLevel(logging.INFO)  # faults in the preview are heard, and are no warning to MkDocs
_ID = re.compile(r'\sid="([^"]+)"')


class PluginOptions(Config):  # type: ignore[no-untyped-call]
    """What ``mkdocs.yml`` may say of the plugin.

    ``project`` is the folder of the project (default: that of ``mkdocs.yml``, else the current
    one), ``intern`` shows what is not public too, ``op`` is the day to look from (jjjj-mm-dd).
    """

    project = config_options.Type(str, default="")
    intern = config_options.Type(bool, default=False)
    op = config_options.Type(str, default="")


class InvoeringstoetsPlugin(BasePlugin[PluginOptions]):  # type: ignore[no-untyped-call]
    """The pages of the toetsen as virtual files of a MkDocs build.

    ``keys`` holds the key of every page of the last build, by its output path.
    """

    def __init__(self) -> None:
        self.keys: dict[str, str] = {}
        self._begin()

    def _begin(self) -> None:
        """Forget earlier builds: MkDocs keeps one instance for all builds of a process."""
        self._given: tuple[pages.Page, ...] | None = None
        self._assets: tuple[pages.Asset, ...] = ()
        self._documents: dict[str, bytes] = {}
        self._internal = False
        self._written: dict[str, str] = {}
        self._pages: dict[str, pages.Page] = {}
        self._preview: Preview | None = None
        self._message = ""

    def give(
        self, given: tuple[pages.Page, ...], *, internal: bool, written: dict[str, str]
    ) -> None:
        """Give the next build its pages; ``written`` are the keys of what lies there already."""
        self._begin()
        self._given, self._internal, self._written = given, internal, written

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember that this is a live preview; it survives faults in the files."""
        del dirty
        self._begin()
        if command == "serve":
            self._preview = Preview()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Keep an internal build apart from the public one."""
        if self.config.intern and self._given is None and self._preview is None:
            config.site_dir = str(Path(config.site_dir).with_name("site-intern"))
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read the toetsen, unless this build was given them, and make the pages."""
        given = self._given
        if given is None:
            site = self._read(config)
            given, self._internal = pages.build(site), site.library.internal
            self._assets = exports.build(site)
            self._documents = {one.path: one.data for one in documents(site)}
        self._pages = {page.path: page for page in given}

    def _project(self, config: MkDocsConfig) -> Project:
        if self.config.project:
            return find_project(Path(self.config.project))
        nearest = find_project(Path(config.config_file_path or "."))
        return nearest if nearest.found else find_project(Path.cwd())

    def _read(self, config: MkDocsConfig) -> pages.Surroundings:
        project, options = self._project(config), self.config
        if self._preview is None:
            site = read_strictly(project, internal=options.intern, day=options.op)
            return replace(site, site_url=config.site_url or "")
        site, self._message = self._preview.read(project, internal=options.intern, day=options.op)
        if self._message:
            _log.info("%s", self._message)
        return site

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a virtual file per page, and give every page its key."""
        frame = self._frame(files, config)
        self.keys = {}
        for file in list(files.documentation_pages()):
            if file.dest_uri in self._pages:
                files.remove(file)
                continue
            keyed = hand_written(config, file)
            files.remove(file)
            files.append(self._with_key(keyed, key_of(frame, file.content_bytes)))
        for path, page in self._pages.items():
            files.append(self._with_key(page_file(config, path), key_of(frame, page.key)))
        return files

    def _with_key(self, file: KeyedFile, key: str) -> KeyedFile:
        file.key, file.written = key, self._written
        self.keys[file.dest_uri] = key
        return file

    def _frame(self, files: Files, config: MkDocsConfig) -> str:
        """The key of everything around a page's content: theme, navigation, settings, message."""
        theme = config.theme.custom_dir or ""
        templates = sorted(Path(theme).glob("*.html"))
        return key_of(
            __version__,
            *(path.read_bytes() for path in templates),
            repr((config.nav, config.site_name, config.site_url, config.repo_url, config.edit_uri)),
            repr(sorted(file.src_uri for file in files.documentation_pages())),
            repr((self._internal, self._message, self._preview is not None)),
        )

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Tell the theme what a generated page is; there is no Markdown to parse in it."""
        del config, files
        own = self._pages.get(page.file.dest_uri)
        if own is None:
            return markdown
        page.meta = {"title": own.title, "description": own.description, "generated": own}
        return ""

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """The finished content of a generated page, with its ids for MkDocs' link check."""
        del config, files
        own = self._pages.get(page.file.dest_uri)
        if own is None:
            return html.replace("<pre>", '<pre tabindex="0">')  # it may scroll: WCAG 2.1.1
        page.present_anchor_ids = set(_ID.findall(own.html))
        return own.html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """What every template may know; what a template prints is text unless marked."""
        del config, files
        env.autoescape = True
        env.globals["intern"] = self._internal
        env.globals["bevindingen_tekst"] = self._message
        env.globals["live"] = self._preview is not None
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what is no page; remove the outputs of pages that are no more."""
        for asset in self._assets:
            write(Path(config.site_dir) / asset.path, asset.data)
        for path in self._written.keys() - self.keys.keys():
            (Path(config.site_dir) / path).unlink(missing_ok=True)
        if self._documents and not self._written:  # a live preview keeps its first index
            self._index(config)
        if self._preview is not None:
            self._written = dict(self.keys)

    def _index(self, config: MkDocsConfig) -> None:
        """Make the search index of a build that did not come through ``toets site``."""
        site = Path(config.site_dir)
        texts = searching.written(site, self.keys.keys() - self._pages.keys())
        kept = self._project(config).bouw / ".cache" / "zoek-mkdocs"
        try:
            found, _ = searching.index({**self._documents, **texts}, kept=kept)
        except SiteError as error:
            raise click.ClickException(str(error)) from error
        for path, data in found.items():
            write(site / path, data)

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:  # noqa: ANN401 - MkDocs' own types
        """Watch the toetsen and the value lists too."""
        del builder
        project = self._project(config)
        for folder in (project.toetsen, project.waardelijsten):
            if folder.is_dir():
                server.watch(str(folder))
        return server
