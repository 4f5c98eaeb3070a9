"""The pages of the rules, made of their docstrings when someone asks for one."""

from __future__ import annotations

from collections.abc import Mapping

from invoeringstoets.diagnostic import Manual
from invoeringstoets.rules import RULES

MANUALS: Mapping[str, Manual] = {rule.code: rule.manual for rule in RULES}
"""The page of each rule, by code."""
