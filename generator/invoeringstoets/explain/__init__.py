"""Schema errors -> findings in plain Dutch, decided on the keyword that failed.

The text of a schema library's messages is never looked at. What a field is for comes from the
schema itself (``x-uitleg``, ``description``), so a new field brings its own help.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from invoeringstoets import late

if TYPE_CHECKING:
    from invoeringstoets.explain.error import Node, SchemaError
    from invoeringstoets.explain.explaining import explain
    from invoeringstoets.explain.manuals import MANUALS
    from invoeringstoets.explain.similar import closest
    from invoeringstoets.explain.unsound import unsound_places
else:
    __getattr__ = late.names(
        __name__,
        {
            "error": ("Node", "SchemaError"),
            "explaining": ("explain",),
            "manuals": ("MANUALS",),
            "similar": ("closest",),
            "unsound": ("unsound_places",),
        },
    )

__all__ = ["MANUALS", "Node", "SchemaError", "closest", "explain", "unsound_places"]
