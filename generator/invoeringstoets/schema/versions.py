"""Which schemas there are, and what we ship with them."""

from __future__ import annotations

import json
from dataclasses import field
from functools import cache
from typing import Any

from invoeringstoets import assets
from invoeringstoets.diagnostic import Finding
from invoeringstoets.model import ValueLists, Waarde
from invoeringstoets.record import record
from invoeringstoets.route import ROOT
from invoeringstoets.schema.composing import compose

VERSIONS = ("1",)
"""Every version of the schema that can be read, oldest first."""
LATEST = VERSIONS[-1]
"""The version for new files, and for a file that does not say which one it is in."""


@cache
def shipped_value_lists() -> ValueLists:
    """The value lists that we ship; a project may extend them."""
    lists = {}
    for path in sorted(assets.path("schema/waardelijsten").glob("*.json")):
        entries = json.loads(assets.text(f"schema/waardelijsten/{path.name}"))["waarden"]
        lists[path.stem] = {entry["id"]: Waarde(**entry) for entry in entries}
    return ValueLists(lists)


@cache
def _shipped(version: str) -> dict[str, Any]:
    """The complete schema of a version for a project without value lists of its own.

    It is the same object each time, so what is compiled of it is found again.
    """
    return compose(version, shipped_value_lists())


@record(frozen=True)
class Schemas:
    """The schemas of all versions with the value lists of one project filled in."""

    value_lists: ValueLists = field(default_factory=shipped_value_lists)
    _composed: dict[str, dict[str, Any]] = field(default_factory=dict, repr=False, compare=False)

    def __getitem__(self, version: str) -> dict[str, Any]:
        """The complete schema of a version, composed once; ``KeyError`` if there is none."""
        if version not in VERSIONS:
            raise KeyError(version)
        if version not in self._composed:
            ours = self.value_lists == shipped_value_lists()
            made = _shipped(version) if ours else compose(version, self.value_lists)
            self._composed[version] = made
        return self._composed[version]

    def choose(self, data: object) -> tuple[str, Finding | None]:
        """The version that data are written in; the latest, with a finding, if it is unknown.

        Data that do not say which version they are in get no finding here: the schema asks for it.
        """
        given = data.get("schemaversie") if isinstance(data, dict) else None
        if given is None or str(given) in VERSIONS:
            return (LATEST if given is None else str(given)), None
        known = ", ".join(VERSIONS)
        return LATEST, Finding(
            "T101",
            ROOT / "schemaversie",
            "deze schemaversie is niet bekend",
            f"bekend zijn: {known}; schrijf schemaversie: '{LATEST}', of werk het programma bij",
        )
