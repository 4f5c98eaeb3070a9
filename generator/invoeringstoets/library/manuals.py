"""The pages of the rules across files, made of their docstrings when someone asks for one."""

from __future__ import annotations

from collections.abc import Mapping

from invoeringstoets.diagnostic import Manual
from invoeringstoets.library.rules import LIBRARY_RULES

MANUALS: Mapping[str, Manual] = {rule.code: rule.manual for rule in LIBRARY_RULES}
"""The page of each rule across files, by code."""
