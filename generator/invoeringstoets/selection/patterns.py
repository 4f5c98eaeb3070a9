"""Patterns of paths, as a project writes them: ``toetsen/2019-*.yaml``, ``toetsen/oud/**``."""

from __future__ import annotations

import re
from functools import cache

_SIGNS = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
_PART = re.compile(r"\*\*/|\*\*|\*|\?")


def matches(pattern: str, path: str) -> bool:
    """Whether a path within the project (with slashes) fits a pattern.

    ``*`` and ``?`` stay within one name, ``**`` goes through folders; a pattern that names a
    folder (ends in a slash) fits all that is in it.
    """
    return _compiled(pattern).fullmatch(path) is not None


def objection(pattern: str) -> str:
    """What is wrong with a pattern, and what would be right; empty if nothing is."""
    if "\\" in pattern:
        return f"schrijf mappen met een gewone streep: {pattern.replace(chr(92), '/')}"
    if not pattern or pattern.startswith(("/", "~")) or pattern[1:2] == ":":
        return "een pad begint in de map van het project, zoals toetsen/2019-*.yaml"
    if {".", ".."} & set(pattern.split("/")):
        return "een pad bevat geen . of .., en begint in de map van het project"
    return ""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    whole = f"{pattern}**" if pattern.endswith("/") else pattern
    written, position = "", 0
    for part in _PART.finditer(whole):
        written += re.escape(whole[position : part.start()]) + _SIGNS[part[0]]
        position = part.end()
    return re.compile(written + re.escape(whole[position:]), re.DOTALL)
