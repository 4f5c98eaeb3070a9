"""Loading a part of the program when it is first asked for: a command starts with what it needs."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import cast


def names(package: str, modules: Mapping[str, Sequence[str]]) -> Callable[[str], object]:
    """The ``__getattr__`` (PEP 562) of a package that offers what its modules hold.

    ``modules`` gives the names by module. All names of a module come with it, so that a name goes
    before a module that is called the same.
    """
    homes = {name: module for module, held in modules.items() for name in held}

    def found(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module = import_module(f"{package}.{homes[name]}")
        values = {held: getattr(module, held) for held in modules[homes[name]]}
        vars(sys.modules[package]).update(values)
        return values[name]

    return found


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression that is compiled when it is first used: most are not, in most runs."""
    return cast("re.Pattern[str]", _Pattern(text, flags))


class _Pattern:
    """Looks like a pattern; what is asked of it once is an attribute from then on."""

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> object:
        found: object = getattr(re.compile(self._text, self._flags), name)
        vars(self)[name] = found
        return found
