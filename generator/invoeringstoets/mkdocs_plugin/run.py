"""Runs MkDocs from Python: a build with its pages given, and a live preview."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from invoeringstoets.mkdocs_plugin.errors import SiteError
from invoeringstoets.mkdocs_plugin.given import Given
from invoeringstoets.mkdocs_plugin.plugin import InvoeringstoetsPlugin
from invoeringstoets.mkdocs_plugin.serving import Tell
from invoeringstoets.workspace import Project
from invoeringstoets.workspace.faults import reason

__all__ = ["PLUGIN", "SiteError", "build", "configured", "preview"]

PLUGIN = "invoeringstoets"
_REQUESTS = "mkdocs.livereload"
"""Who warns of each page that a browser asks for in vain."""
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
        least = logging.ERROR if record.name == _REQUESTS else logging.WARNING
        if (record.levelno >= least or ours) and not message.startswith(_DIRTY):
            self._tell(message)


def configured(project: Project) -> MkDocsConfig:
    """The settings of MkDocs for a site; raises ``SiteError``."""
    with _listening() as heard:
        try:
            return load_config(str(project.mkdocs_config), strict=False)
        except MkDocsException as error:
            raise SiteError("\n".join([*heard.messages, str(error)])) from error


def build(project: Project, config: MkDocsConfig, *, given: Given, to: Path) -> tuple[str, ...]:
    """Build a site into a folder; the output paths of its hand-written pages.

    What of the ``given`` pages is in the folder already is left alone. Raises ``SiteError`` on any
    fault or warning.
    """
    with _listening() as heard:
        try:
            plugin = config.plugins[PLUGIN]
            if not isinstance(plugin, InvoeringstoetsPlugin):
                raise SiteError(f"{project.mkdocs_config}: ‘{PLUGIN}’ is een andere plugin")
            config.site_dir = str(to)
            plugin.config.project = str(project.root)
            plugin.give(given)
            mkdocs_build(config, dirty=given.partly)
        except (MkDocsException, SystemExit) as error:
            raise SiteError("\n".join([*heard.messages, str(error)])) from error
    if heard.messages:
        raise SiteError("\n".join(heard.messages))
    return plugin.written


def mkdocs_serve(settings: str, **options: Any) -> None:  # noqa: ANN401 -- options of MkDocs
    """Serve as MkDocs does; loads what a build does not need."""
    import_module("mkdocs.commands.serve").serve(settings, **options)


def preview(
    project: Project,
    tell: Tell,
    *,
    port: int,
    internal: bool,
    day: str,
) -> None:
    """Serve a live preview on this machine until Ctrl-C; raises ``SiteError``.

    Warnings are told as faults are.
    """
    with _listening(tell.faults):
        try:
            options = _options(project, intern=internal, op=day, ready=tell.ready)
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
