"""Find, read, write: everything of the author's that is on disk, and nothing else.

What we ship ourselves is read by ``assets``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from invoeringstoets import late
from invoeringstoets.workspace.faults import WriteError
from invoeringstoets.workspace.files import (
    INPUT,
    append,
    by_stem,
    files,
    nowhere,
    present,
    read,
    read_bytes,
    shown,
    write,
)
from invoeringstoets.workspace.manuals import manuals

if TYPE_CHECKING:
    from invoeringstoets.workspace.baseline import BaselineError, renew
    from invoeringstoets.workspace.binary import UnreadableError, data_of
    from invoeringstoets.workspace.changes import ChangesError, changed_since
    from invoeringstoets.workspace.checks import Checks, check
    from invoeringstoets.workspace.clock import reference_date
    from invoeringstoets.workspace.project import Project, find_project
    from invoeringstoets.workspace.toetsen import Loaded, load
    from invoeringstoets.workspace.words import value_lists
else:
    __getattr__ = late.names(
        __name__,
        {
            "baseline": ("BaselineError", "renew"),
            "binary": ("UnreadableError", "data_of"),
            "changes": ("ChangesError", "changed_since"),
            "checks": ("Checks", "check"),
            "clock": ("reference_date",),
            "project": ("Project", "find_project"),
            "toetsen": ("Loaded", "load"),
            "words": ("value_lists",),
        },
    )

__all__ = [
    "INPUT",
    "BaselineError",
    "ChangesError",
    "Checks",
    "Loaded",
    "Project",
    "UnreadableError",
    "WriteError",
    "append",
    "by_stem",
    "changed_since",
    "check",
    "data_of",
    "files",
    "find_project",
    "load",
    "manuals",
    "nowhere",
    "present",
    "read",
    "read_bytes",
    "reference_date",
    "renew",
    "shown",
    "value_lists",
    "write",
]
