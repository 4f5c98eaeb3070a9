"""How a toets is told in words, the same wherever that is done; to stand inside a sentence."""

from __future__ import annotations

from invoeringstoets.phrasing.absent import MISSING
from invoeringstoets.phrasing.actions import along, term, term_said
from invoeringstoets.phrasing.outcomes import (
    NOT_NAMED,
    Outcome,
    State,
    categories,
    decision,
    outcome,
)
from invoeringstoets.phrasing.titles import marked_title

__all__ = [
    "MISSING",
    "NOT_NAMED",
    "Outcome",
    "State",
    "along",
    "categories",
    "decision",
    "marked_title",
    "outcome",
    "term",
    "term_said",
]
