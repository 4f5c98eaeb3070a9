"""The one way in which packaged templates meet Jinja: always escaped, nothing undefined."""

from __future__ import annotations

from jinja2 import Environment, FunctionLoader, StrictUndefined

from invoeringstoets import assets


def packaged_templates(folder: str) -> Environment:
    """A Jinja environment of our own templates in a shipped folder, such as ``templates/html``.

    Values are text, never markup, unless marked; only packaged templates are ever loaded.
    """
    return Environment(
        loader=FunctionLoader(lambda name: assets.text(f"{folder}/{name}")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
