"""Hands the pages to MkDocs as virtual files, so that ``mkdocs build`` and ``serve`` know them.

Uses only the documented plugin interface (events, ``File``, ``Page``), so that MkDocs 1.6 and its
drop-in forks build the same site. A build the plugin was given its pages for (``toets site``) does
not read the toetsen again; any other build reads them itself.
"""

from __future__ import annotations

import logging
import re
from importlib import import_module
from pathlib import Path
from types import FunctionType
from typing import TYPE_CHECKING, Any

import click
from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from invoeringstoets.incremental import DOCUMENT, FILE, Made, Memory, make
from invoeringstoets.mkdocs_plugin import searching
from invoeringstoets.mkdocs_plugin.errors import SiteError
from invoeringstoets.mkdocs_plugin.files import (
    bundle,
    folders,
    hand_written,
    in_navigation,
    page_file,
)
from invoeringstoets.mkdocs_plugin.given import Given, data_of, given_of
from invoeringstoets.mkdocs_plugin.loading import read_strictly
from invoeringstoets.mkdocs_plugin.serving import Tell
from invoeringstoets.pages.template import environment
from invoeringstoets.workspace import Project, find_project, write

if TYPE_CHECKING:
    from invoeringstoets.mkdocs_plugin.live import Live

__all__ = ["InvoeringstoetsPlugin"]

_log = logging.getLogger("mkdocs.plugins.invoeringstoets")
_log.setLevel(logging.INFO)  # faults in the preview are heard, and are no warning to MkDocs
_ID = re.compile(r' id="([^"]+)"')


def _nobody() -> None:
    """Nobody waits for a preview."""


class PluginOptions(Config):  # type: ignore[no-untyped-call]
    """What ``mkdocs.yml`` may say of the plugin.

    ``project`` is the folder of the project (default: that of ``mkdocs.yml``, else the current
    one), ``intern`` shows what is not public too, ``op`` is the day to look from (jjjj-mm-dd).
    From Python, ``ready`` is called when a live preview can be looked at.
    """

    project = config_options.Type(str, default="")
    intern = config_options.Type(bool, default=False)
    op = config_options.Type(str, default="")
    ready = config_options.Type(FunctionType, default=_nobody)


class InvoeringstoetsPlugin(BasePlugin[PluginOptions]):  # type: ignore[no-untyped-call]
    """The pages of the toetsen as virtual files of a MkDocs build.

    ``written`` holds the output paths of the hand-written pages of the last build.
    """

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        """Forget earlier builds: MkDocs keeps one instance for all builds of a process."""
        self.written: tuple[str, ...] = ()
        self._ordered = False
        self._folders: dict[int, frozenset[str]] = {}
        self._given = Given(())
        self._made: Made | None = None
        self._live: Live | None = None

    def give(self, given: Given) -> None:
        """Give the next build its pages."""
        self._begin()
        self._ordered, self._given = True, given

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember that this is a live preview; it survives faults in the files."""
        del dirty
        self._begin()
        if command == "serve":
            self._live = import_module("invoeringstoets.mkdocs_plugin.live").Live()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Keep an internal build apart from the public one."""
        if self.config.intern and not self._ordered and self._live is None:
            config.site_dir = str(Path(config.site_dir).with_name("site-intern"))
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read the toetsen, unless this build was given its pages, and make these."""
        if self._ordered:
            return
        project, options = self._project(config), self.config
        if self._live is not None:
            self._given, self._made = self._live.step(
                project, config, internal=options.intern, day=options.op
            )
            if self._live.faults:
                _log.info("%s", self._live.faults)
            return
        address = config.site_url or ""
        world = read_strictly(project, internal=options.intern, day=options.op, site_url=address)
        self._made = make(world, Memory(), there={})
        self._given = given_of(self._made, internal=options.intern)

    def _project(self, config: MkDocsConfig) -> Project:
        if self.config.project:
            return find_project(Path(self.config.project))
        nearest = find_project(Path(config.config_file_path or "."))
        return nearest if nearest.found else find_project(Path.cwd())

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a virtual file per page: of those that are there already only what MkDocs needs.

        The sheets and scripts of the theme become one each.
        """
        bundle(files, config)
        given = self._given
        written = []
        for file in list(files.documentation_pages()):
            files.remove(file)
            if file.dest_uri not in given.paths:
                files.append(hand_written(config, file, fresh=not given.known))
                written.append(file.dest_uri)
        self.written = tuple(written)
        named = in_navigation(config)
        for path in given.paths:
            uri = path.removesuffix(".html") + ".md"
            if not given.known or path in given.fresh or uri in named:
                files.append(page_file(config, path, fresh=path in given.fresh))
        if given.known:  # it lists the same pages as the one that is there
            config.theme.static_templates.discard("sitemap.xml")
        return files

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Tell the theme what a generated page is; there is no Markdown to parse in it."""
        del config, files
        own = self._given.fresh.get(page.file.dest_uri)
        if own is None:
            return markdown
        page.meta = {"title": own.title, "description": own.description, "generated": own}
        return ""

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """The finished content of a generated page, with its ids for MkDocs' link check."""
        del config, files
        own = self._given.fresh.get(page.file.dest_uri)
        if own is None:
            return html.replace("<pre>", '<pre tabindex="0">')  # it may scroll: WCAG 2.1.1
        page.present_anchor_ids = set(_ID.findall(own.html))
        return own.html

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """See once, for the menu of every page, in which folders the pages of its parts lie."""
        del config, files
        self._folders = {id(item): folders(item) for item in nav.items}
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """What every template may know; what a template prints is text unless marked."""
        del config, files
        env.autoescape = True
        env.bytecode_cache = environment().bytecode_cache
        env.filters["folders"] = lambda item: self._folders[id(item)]
        env.globals["intern"] = self._given.internal
        env.globals["live"] = self._live is not None
        if self._live is not None:
            self._live.draw(env)
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Where nobody said under which address the site lies, no template leads to the host."""
        del template_name
        if not config.site_url:
            context["base_url"] = ""
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what is no page; remove the outputs of pages that are no more."""
        site = Path(config.site_dir)
        (site / "sitemap.xml.gz").unlink(missing_ok=True)  # it holds the moment of the build
        if self._made is None:
            return
        for asset in self._made.fresh[FILE].values():
            write(site / asset.path, data_of(asset))
        for path in self._live.vanished if self._live else ():
            (site / path).unlink(missing_ok=True)
        if self._live is not None:
            self._live.built(site)
        if self._live is None or self._live.first:  # a live preview keeps its first index
            self._index(config, self._made)

    def _index(self, config: MkDocsConfig, made: Made) -> None:
        """Make the search index of a build that did not come through ``toets site``."""
        site = Path(config.site_dir)
        documents = {path: data_of(one) for path, one in made.fresh[DOCUMENT].items()}
        kept = self._project(config).bouw / ".cache" / "zoek-mkdocs"
        try:
            found = searching.index({**documents, **searching.read(site, self.written)}, kept=kept)
        except SiteError as error:
            raise click.ClickException(str(error)) from error
        for path, data in found.items():
            write(site / path, data)

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:  # noqa: ANN401 - MkDocs' own types
        """Watch the toetsen and the value lists too, closely, and show faults on every page."""
        del builder
        project = self._project(config)
        if self._live is not None:
            tell = Tell(ready=self.config.ready, faults=_log.info)
            server = self._live.serve(server, config, internal=self.config.intern, tell=tell)
        for folder in (project.toetsen, project.waardelijsten):
            if folder.is_dir():
                server.watch(str(folder))
        return server
