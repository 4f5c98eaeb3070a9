"""What the pages of a build are made of, read from a project."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any

from invoeringstoets.history import Told, reader, tell
from invoeringstoets.incremental import World
from invoeringstoets.model import Library
from invoeringstoets.outputs import OUTPUTS
from invoeringstoets.pages import Surroundings
from invoeringstoets.schema import LATEST, Schemas
from invoeringstoets.workspace import Project, manuals, reference_date
from invoeringstoets.workspace.beside import beside
from invoeringstoets.workspace.checks import Checks
from invoeringstoets.workspace.fingerprint import whole_fingerprint
from invoeringstoets.workspace.history import past
from invoeringstoets.workspace.models import Stock, stock
from invoeringstoets.workspace.store import NAME, Store
from invoeringstoets.workspace.telling import told


def store_of(project: Project) -> Store:
    """What builds of the site of a project keep; outside a project they keep nothing."""
    return Store(project.bouw / ".cache" / NAME) if project.found else Store()


def surroundings(
    project: Project, library: Library, *, history: Told | None = None
) -> Surroundings:
    """What pages are made of, without reports; without ``history`` git is asked for it."""
    schemas = Schemas(library.value_lists)
    schema = schemas[LATEST]
    if history is None:
        history = tell(past(project), library, read=reader(schemas), schema=schema)
    return Surroundings(
        library=library,
        schema=schema,
        history=history,
        source_url=project.repository,
        manuals=tuple(manuals().values()),
        publisher=project.publisher,
        statement=project.statement,
    )


@dataclass(frozen=True)
class Reading:
    """How the toetsen of a project are read for a site.

    ``day`` is the reference date (jjjj-mm-dd), ``program`` stands for all that is no toets: the
    generator, its templates, the value lists.
    """

    project: Project
    store: Store
    internal: bool
    day: str
    program: str

    def stock(self) -> Stock:
        """The toetsen as they are now."""
        return stock(
            self.project, self.store, program=self.program, internal=self.internal, day=self.day
        )

    def world(self, found: Stock, **more: Any) -> World:  # noqa: ANN401 -- as above
        """What a site of these toetsen is made of."""
        history = told(self.project, found, store=self.store, program=self.program)
        around = surroundings(self.project, found.library, history=history)
        own = beside(self.project, found, store=self.store)
        around = replace(around, lines=own.lines, remarks=own.remarks)
        return World(replace(around, **more), found.held)


def reading(
    project: Project, *, internal: bool = False, day: str = "", store: Store | None = None
) -> Reading:
    """How this project is read for a site; without a ``store`` nothing is kept."""
    return Reading(
        project,
        Store() if store is None else store,
        internal,
        reference_date(project.root, os.environ, given=day),
        whole_fingerprint(project.waardelijsten),
    )


def read_strictly(
    project: Project, *, internal: bool = False, day: str = "", site_url: str = ""
) -> World:
    """What a site is made of; raises ``ClickException`` with all faults in Dutch.

    MkDocs ends on a ``ClickException`` with its message and exit code 1.
    """
    how = reading(project, internal=internal, day=day)
    found = how.stock()
    if found.checks.failed:
        raise import_module("click").ClickException(
            f"de site is niet gebouwd\n{text(found.checks)}"
        )
    return how.world(found, site_url=site_url)


def text(checks: Checks) -> str:
    """What there is to say, for a reader."""
    return OUTPUTS["tekst"](checks.objections, checks.files).rstrip("\n")
