"""What the pages of a build are made of, read from a project."""

from __future__ import annotations

import os

import click

from invoeringstoets import history, library
from invoeringstoets import schema as schemas
from invoeringstoets.model import Library, Toets
from invoeringstoets.outputs import OUTPUTS
from invoeringstoets.pages import Surroundings
from invoeringstoets.workspace import Loaded, Project, load, manuals, reference_date
from invoeringstoets.workspace.history import past


def surroundings(project: Project, shown: Library) -> Surroundings:
    """What pages are made of, without reports."""
    schema = schemas.compose(schemas.LATEST, shown.value_lists)
    read = history.reader(schemas.Schemas(shown.value_lists))
    return Surroundings(
        library=shown,
        schema=schema,
        history=history.tell(past(project), shown, read=read, schema=schema),
        source_url=project.repository,
        manuals=tuple(manuals().values()),
    )


def read_strictly(project: Project, *, internal: bool = False, day: str = "") -> Surroundings:
    """The surroundings of a build; raises ``ClickException`` with all faults in Dutch.

    MkDocs ends on a ``ClickException`` with its message and exit code 1.
    """
    loaded = _load(project, internal=internal, day=day)
    if loaded.failed:
        raise click.ClickException(f"de site is niet gebouwd\n{_text(loaded)}")
    return surroundings(project, loaded.library)


class Preview:
    """The surroundings of a live preview: of a file with faults the last good version stays."""

    def __init__(self) -> None:
        self._good: dict[str, Toets] = {}

    def read(
        self, project: Project, *, internal: bool = False, day: str = ""
    ) -> tuple[Surroundings, str]:
        """What to show now, and the diagnostics as text (empty when all is well)."""
        loaded = _load(project, internal=internal, day=day)
        now = {
            path.name: checked.value or self._good.get(path.name)
            for path, checked in zip(loaded.paths, loaded.checked, strict=True)
        }
        self._good = {name: toets for name, toets in now.items() if toets}
        shown = library.build(
            self._good.values(),
            value_lists=loaded.library.value_lists,
            wordings=loaded.library.wordings,
            reference_date=loaded.library.reference_date,
            internal=internal,
        )
        message = _text(loaded) if loaded.failed else ""
        return surroundings(project, shown), message


def _load(project: Project, *, internal: bool, day: str) -> Loaded:
    return load(
        project,
        internal=internal,
        reference_date=reference_date(project.root, os.environ, given=day),
    )


def _text(loaded: Loaded) -> str:
    return OUTPUTS["tekst"](loaded.objections, loaded.files).rstrip("\n")
