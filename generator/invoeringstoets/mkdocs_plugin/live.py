"""A live preview: what it knows from one build to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from invoeringstoets.incremental import FILE, PAGE, Made, World, make
from invoeringstoets.mkdocs_plugin import shells
from invoeringstoets.mkdocs_plugin.faults import MOST, Faults
from invoeringstoets.mkdocs_plugin.given import Given, data_of, given_of, pages_of
from invoeringstoets.mkdocs_plugin.previewing import Preview
from invoeringstoets.mkdocs_plugin.serving import Extra, Tell, serving
from invoeringstoets.mkdocs_plugin.standing import Settings, settings_of
from invoeringstoets.workspace import Project, find_project, write

TEMPLATE = "bevindingen.html"
"""What the theme says of faults."""
WAITING = "wachten.html"
"""What the theme has a page do that is not there."""


@dataclass
class _Step:
    """What a build of a preview is about to make, of pages with a ``frame`` of this key."""

    made: Made
    frame: str
    known: bool


class Live:
    """A live preview.

    ``faults`` holds those in the files, ``vanished`` the output paths of pages that are no more,
    ``first`` says whether this is the first build.
    """

    def __init__(self) -> None:
        self.faults = Faults()
        self.vanished: frozenset[str] = frozenset()
        self.first = True
        self._preview = Preview()
        self._made = Made()
        self._frame = ""
        self._banner = b""
        self._settings = Settings()
        self._project: Project | None = None
        self._read: Callable[[Project], tuple[World, Faults]] = self._preview.read
        self._ahead: _Step | None = None
        self._shells: dict[str, shells.Shell] = {}
        self._env: Environment | None = None

    def step(
        self, project: Project, config: MkDocsConfig, *, internal: bool, day: str
    ) -> tuple[Given, Made]:
        """What this build has to make: what changed since the last one."""
        self._settings, self._project = settings_of(config), project
        self._read = partial(
            self._preview.read, internal=internal, day=day, site_url=self._settings.address
        )
        step = self._next(self._settings.frame(project, internal=internal))
        self.first = not self._frame
        self.vanished = frozenset(
            self._made.keys.get(PAGE, {}).keys() - step.made.keys[PAGE].keys()
        )
        self._made, self._frame, self._ahead = step.made, step.frame, None
        return given_of(step.made, internal=internal, known=step.known), step.made

    def _next(self, frame: str) -> _Step:
        """What changed since the last build; looked at once, also where MkDocs then makes it."""
        if self._ahead is not None and self._ahead.frame == frame:
            return self._ahead
        if self._project is None:
            raise TypeError("no project was named yet")
        world, self.faults = self._read(self._project)
        same = frame == self._frame
        there, kept = self._made.keys if same else {}, self._preview.store
        made = make(world, self._made.memory, there=there, haste=same, drawer=kept)
        known = same and made.keys[PAGE].keys() == self._made.keys[PAGE].keys()
        return _Step(made, frame, known)

    def built(self, site: Path) -> None:
        """See how the pages lie that MkDocs wrote."""
        self._shells.update(shells.shells_of(pages_of(self._made), site))

    def renewed(self, site: Path, *, internal: bool) -> bool:
        """Write pages of which only the content changed; false, if MkDocs has to make them.

        What was looked at for that is then what MkDocs makes.
        """
        if not self._settings.plain or self._project is None:
            return False
        if self._project.found:
            self._project = find_project(self._project.root)
        step = self._next(self._settings.frame(self._project, internal=internal))
        files = self._filled(step.made, site) if step.known else None
        if files is None:
            self._ahead = step
            return False
        for path, data in files.items():
            write(site / path, data)
        self._made = step.made
        self._say()
        return True

    def _filled(self, made: Made, site: Path) -> dict[str, bytes] | None:
        """The files that changed, if MkDocs is not needed for them."""
        pages = pages_of(made)
        refilled = shells.refilled(pages, self._shells, site=site)
        if refilled is None:
            return None
        self._shells.update(shells.all_moved(pages, self._shells))
        return {path: data_of(one) for path, one in made.fresh[FILE].items()} | refilled

    def draw(self, env: Environment) -> None:
        """Draw what every page shows of the faults."""
        self._env = env
        self._say()

    def _say(self) -> None:
        told = {"fouten": self.faults, "meeste": MOST}
        self._banner = self._drawn(TEMPLATE, **told) if self.faults else b""

    def serve(self, server: Any, config: MkDocsConfig, *, internal: bool, tell: Tell) -> Any:  # noqa: ANN401 -- MkDocs' own server
        """A server that shows the faults on every page, and builds only what needs MkDocs.

        They are no part of the pages: then a fault would renew all of them.
        """
        build = server.builder

        def rebuild() -> None:
            if not self.renewed(Path(server.root), internal=internal):
                build()
            elif self.faults:
                tell.faults(str(self.faults))

        extra = Extra(lambda: self._banner, self._waiting)
        return serving(server, config, rebuild=rebuild, extra=extra, ready=tell.ready)

    def _waiting(self, version: str) -> bytes:
        return self._drawn(WAITING, versie=version)

    def _drawn(self, template: str, **values: object) -> bytes:
        if self._env is None:
            return b""
        return self._env.get_template(template).render(**values).encode()
