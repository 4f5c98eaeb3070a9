"""Every code that a check can give, with its page."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from invoeringstoets.diagnostic import Manual
from invoeringstoets.workspace import faults

PACKAGES = ("selection", "syntax", "explain", "rules", "library")
"""What has manuals besides ``faults``; loaded only for who asks for a manual."""


def manuals() -> Mapping[str, Manual]:
    """Every manual there is, by code and in order of code."""
    every: list[Manual] = [*faults.MANUALS]
    for package in PACKAGES:
        held = import_module(f"invoeringstoets.{package}").MANUALS
        every += held.values() if isinstance(held, Mapping) else held
    return {manual.code: manual for manual in sorted(every, key=lambda m: m.code)}
