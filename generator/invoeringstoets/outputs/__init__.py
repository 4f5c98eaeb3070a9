"""Diagnostics -> text for a reader or a machine: one module per form, listed here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Protocol

from invoeringstoets.diagnostic import Diagnostic
from invoeringstoets.outputs.context import PLAIN, Context
from invoeringstoets.outputs.count import summary

__all__ = ["FORMS", "OUTPUTS", "PLAIN", "Context", "Output", "summary"]


class Output(Protocol):
    """Write diagnostics about a number of files; ``colour`` counts only for a terminal.

    The diagnostics are written in the order in which they are given.
    """

    def __call__(
        self,
        diagnostics: Sequence[Diagnostic],
        files: int,
        *,
        colour: bool = False,
        context: Context = PLAIN,
    ) -> str:
        """The text, ending in a new line."""


FORMS = ("tekst", "json", "github", "sarif", "junit", "gitlab", "markdown")
"""The forms, each a module here: only that of a form that was asked for is loaded."""


def _form(name: str) -> Output:
    def render(
        diagnostics: Sequence[Diagnostic],
        files: int,
        *,
        colour: bool = False,
        context: Context = PLAIN,
    ) -> str:
        module = import_module(f"{__name__}.{name}")
        text: str = module.render(diagnostics, files, colour=colour, context=context)
        return text

    return render


OUTPUTS: Mapping[str, Output] = {name: _form(name) for name in FORMS}
"""Every form, by the name that ``--formaat`` takes."""
