"""The one way in which packaged templates meet Jinja: always escaped, nothing undefined."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined

from invoeringstoets import assets


def packaged_templates(folder: str) -> Environment:
    """A Jinja environment of our own templates in a shipped folder, such as ``templates/html``.

    Values are text, never markup, unless marked; only packaged templates are ever loaded.
    """
    made = Environment(
        loader=FunctionLoader(partial(_found, folder)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_KEPT.get("compiled"),
    )
    _MADE.append(made)
    return made


def keep_compiled(cache: BytecodeCache | None) -> None:
    """Keep every packaged template in this cache once it is compiled, in every environment."""
    _KEPT["compiled"] = cache
    for made in _MADE:
        made.bytecode_cache = cache


_MADE: list[Environment] = []
_KEPT: dict[str, BytecodeCache | None] = {}


def _found(folder: str, name: str) -> tuple[str, str, Callable[[], bool]]:
    """A template, and a name that no other one has, under which it may be kept when compiled."""
    path = f"{folder}/{name}"
    return assets.text(path), path, lambda: True
