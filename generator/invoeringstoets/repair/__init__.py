"""Applies what findings propose, as far as a check of the outcome agrees; nothing else changes.

A fix is an edit of the text, never a text written anew: comments and layout stay byte for byte.
"""

from __future__ import annotations

from invoeringstoets.repair.judging import MORE_WAYS, NEW_FINDING, NO_YAML, UNSOLVED, Refused
from invoeringstoets.repair.repairing import Applied, Repair, repaired

__all__ = [
    "MORE_WAYS",
    "NEW_FINDING",
    "NO_YAML",
    "UNSOLVED",
    "Applied",
    "Refused",
    "Repair",
    "repaired",
]
