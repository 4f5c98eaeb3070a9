"""The contract with the author: choose the schema of a file, run it, say what it wants.

This is the only package that knows a JSON Schema library; what ``explain`` needs of an objection is
a value of ours, and it is loaded only when there is something to explain.
"""

from __future__ import annotations

from invoeringstoets.schema.checking import Objections, check, is_valid
from invoeringstoets.schema.composing import compose, wordings
from invoeringstoets.schema.requirements import basis, hint, missing, requirements
from invoeringstoets.schema.versions import (
    LATEST,
    VERSIONS,
    Schemas,
    shipped_value_lists,
)

__all__ = [
    "LATEST",
    "VERSIONS",
    "Objections",
    "Schemas",
    "basis",
    "check",
    "compose",
    "hint",
    "is_valid",
    "missing",
    "requirements",
    "shipped_value_lists",
    "wordings",
]
