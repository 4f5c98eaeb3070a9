"""What a live preview reads: the toetsen as they are, and the last good version of a broken one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from invoeringstoets.incremental import Held, World
from invoeringstoets.mkdocs_plugin.faults import Faults, faults_of
from invoeringstoets.mkdocs_plugin.loading import reading
from invoeringstoets.workspace import Project
from invoeringstoets.workspace.models import shown
from invoeringstoets.workspace.store import Store


@dataclass
class Preview:
    """What a live preview shows: of a file with faults the last good version stays."""

    store: Store = field(default_factory=Store)
    good: Mapping[str, Held] = field(default_factory=dict)

    def read(
        self,
        project: Project,
        *,
        internal: bool = False,
        day: str = "",
        **more: Any,  # noqa: ANN401
    ) -> tuple[World, Faults]:
        """What to show now, and the faults in the files."""
        how = reading(project, internal=internal, day=day, store=self.store)
        found = how.stock()
        there = {one.path.name for one in found.checks.spoken}
        now = {name: held for name, held in self.good.items() if name in there}
        for name, held in found.by_file.items():
            now.pop(name, None)
            if held is not None:
                now[name] = held
        self.good = now
        seen = replace(found, held=shown(now.values(), internal=internal))
        return how.world(seen, **more), faults_of(found.checks)
