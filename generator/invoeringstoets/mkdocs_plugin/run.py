"""Runs MkDocs from Python: a build with its pages given, and a live preview."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from invoeringstoets.mkdocs_plugin import InvoeringstoetsPlugin
from invoeringstoets.mkdocs_plugin.errors import SiteError
from invoeringstoets.pages import Page
from invoeringstoets.workspace import Project
from invoeringstoets.workspace.faults import reason

__all__ = ["PLUGIN", "SiteError", "build", "preview", "site_url"]

PLUGIN = "invoeringstoets"
_DIRTY = "A 'dirty' build is being performed"


class _Warnings(logging.Handler):
    """Collects what MkDocs warns of, save that a partial build may be inexact: ours is exact."""

    def __init__(self, tell: Callable[[str], None] | None = None) -> None:
        super().__init__(logging.INFO)
        self.messages: list[str] = []
        self._tell = tell or self.messages.append

    def emit(self, record: logging.LogRecord) -> None:
        """Keep or tell the message."""
        message = record.getMessage()
        ours = record.name.endswith(f".{PLUGIN}")
        if (record.levelno >= logging.WARNING or ours) and not message.startswith(_DIRTY):
            self._tell(message)


def site_url(project: Project) -> str:
    """The address of the site, ending in a slash, or nothing; raises ``SiteError``."""
    with _listening() as heard:
        try:
            return str(load_config(str(project.mkdocs_config)).site_url or "")
        except MkDocsException as error:
            raise SiteError("\n".join([*heard.messages, str(error)])) from error


def build(
    project: Project,
    given: tuple[Page, ...],
    *,
    internal: bool,
    to: Path,
    written: dict[str, str],
) -> dict[str, str]:
    """Build the pages of a site into a folder; the key of every page by its output path.

    ``written`` holds the keys of the pages that are in the folder already; those are left alone.
    Raises ``SiteError`` on any fault or warning.
    """
    with _listening() as heard:
        try:
            config = load_config(
                str(project.mkdocs_config), site_dir=str(to), strict=False, **_options(project)
            )
            plugin = config.plugins[PLUGIN]
            if not isinstance(plugin, InvoeringstoetsPlugin):
                raise SiteError(f"{project.mkdocs_config}: ‘{PLUGIN}’ is een andere plugin")
            plugin.give(given, internal=internal, written=written)
            mkdocs_build(config, dirty=bool(written))
        except (MkDocsException, SystemExit) as error:
            raise SiteError("\n".join([*heard.messages, str(error)])) from error
    if heard.messages:
        raise SiteError("\n".join(heard.messages))
    return plugin.keys


def preview(
    project: Project, *, port: int, internal: bool, day: str, tell: Callable[[str], None]
) -> None:
    """Serve a live preview on this machine until Ctrl-C; raises ``SiteError``.

    ``tell`` is called with every warning and with the faults in the files.
    """
    with _listening(tell):
        try:
            options = _options(project, intern=internal, op=day)
            mkdocs_serve(
                str(project.mkdocs_config),
                build_type="dirty",
                dev_addr=f"127.0.0.1:{port}",
                strict=False,
                **options,
            )
        except OSError as error:
            where = f"‘{error.filename}’: " if error.filename else ""
            raise SiteError(f"{where}{reason(error)}") from error
        except (MkDocsException, SystemExit) as error:
            raise SiteError(str(error)) from error


def _options(project: Project, **more: object) -> dict[str, Any]:
    """The plugins of ``mkdocs.yml``, with ours told which project this is."""
    config = load_config(str(project.mkdocs_config))
    plugins = {name: dict(plugin.config) for name, plugin in config.plugins.items()}
    return {"plugins": {**plugins, PLUGIN: {"project": str(project.root), **more}}}


@contextmanager
def _listening(tell: Callable[[str], None] | None = None) -> Iterator[_Warnings]:
    """Hear what MkDocs logs, and keep it from the terminal."""
    logger, heard = logging.getLogger("mkdocs"), _Warnings(tell)
    before = logger.propagate
    logger.addHandler(heard)
    logger.propagate = False
    try:
        yield heard
    finally:
        logger.removeHandler(heard)
        logger.propagate = before
