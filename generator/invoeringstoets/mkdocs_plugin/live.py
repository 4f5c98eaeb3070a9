"""A live preview: what it knows from one build to the next, and how it is served."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from invoeringstoets.incremental import PAGE, Made, make
from invoeringstoets.mkdocs_plugin.given import Given
from invoeringstoets.mkdocs_plugin.loading import Preview
from invoeringstoets.pages import Page
from invoeringstoets.workspace import Project
from invoeringstoets.workspace.fingerprint import whole_fingerprint

PLACE = b"<!-- bevindingen -->"
"""Where a page of the theme shows what is wrong with the files."""
TEMPLATE = "bevindingen.html"

POLL = 0.15
"""Seconds between two looks at the files."""
CALM = 0.03
"""Seconds without further changes before a build begins: an editor writes a file in steps."""


class Live:
    """A live preview.

    ``message`` holds the faults in the files (Dutch, ``""`` when there are none), ``vanished`` the
    output paths of pages that are no more, ``first`` says whether this is the first build.
    """

    def __init__(self) -> None:
        self.message = ""
        self.vanished: frozenset[str] = frozenset()
        self.first = True
        self._preview = Preview()
        self._made = Made()
        self._frame = ""
        self._banner = b""

    def step(
        self, project: Project, config: MkDocsConfig, *, internal: bool, day: str
    ) -> tuple[Given, Made]:
        """What this build has to make: what changed since the last one."""
        world, self.message = self._preview.read(
            project, internal=internal, day=day, site_url=config.site_url or ""
        )
        frame = _frame(config)
        same = frame == self._frame
        before = self._made.keys if same else {}
        made = make(world, self._made.memory, there=before, haste=same, drawer=self._preview.store)
        paths, known = made.keys[PAGE].keys(), self._made.keys.get(PAGE, {}).keys()
        self.first = not self._frame
        self.vanished = frozenset(known - paths)
        self._made, self._frame = made, frame
        fresh = {path: one for path, one in made.fresh[PAGE].items() if isinstance(one, Page)}
        return Given(paths, fresh, internal, known=same and paths == known), made

    def draw(self, env: Environment) -> None:
        """Draw what every page shows of the faults."""
        text = env.get_template(TEMPLATE).render(bevindingen_tekst=self.message)
        self._banner = text.encode() if self.message else b""

    def serve(self, server: Any, config: MkDocsConfig) -> Any:  # noqa: ANN401 -- MkDocs' own server
        """A server that looks at the files often, and shows the faults on every page it serves.

        They are no part of the pages: then a fault would renew all of them.
        """
        server.server_close()
        host, port = server.server_address[:2]
        own = type(server)(
            builder=server.builder,
            host=host,
            port=port,
            root=server.root,
            mount_path=server.mount_path,
            polling_interval=POLL,
        )
        own.build_delay, own.error_handler = CALM, server.error_handler
        for path in (config.docs_dir, config.config_file_path, config.theme.custom_dir):
            if path:
                own.watch(path)
        own.set_app(self._shown(own.get_app()))
        return own

    def _shown(self, app: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
        """The same site with the faults on its pages (PEP 3333)."""

        def shown(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:  # noqa: ANN401
            said: list[tuple[str, list[tuple[str, str]]]] = []
            body = app(environ, lambda status, headers: said.append((status, headers)))
            status, headers = said[0]
            if ("Content-Type", "text/html") in headers:
                data = b"".join(body).replace(PLACE, self._banner)
                headers = [one for one in headers if one[0] != "Content-Length"]
                body = [data]
                headers.append(("Content-Length", str(len(data))))
            start_response(status, headers)
            return body

        return shown


def _frame(config: MkDocsConfig) -> str:
    """What stands for everything around the pages: theme, hand-written pages, settings."""
    folders = (*config.theme.dirs, config.docs_dir, config.config_file_path or "")
    return whole_fingerprint(*(Path(folder) for folder in folders if folder))
