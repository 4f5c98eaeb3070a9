"""Diagnostics -> text for a reader or a machine: one module per form, listed here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from invoeringstoets.diagnostic import Diagnostic
from invoeringstoets.outputs import github, gitlab, json, junit, markdown, sarif, tekst
from invoeringstoets.outputs.context import PLAIN, Context
from invoeringstoets.outputs.count import summary

__all__ = ["OUTPUTS", "PLAIN", "Context", "Output", "summary"]


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


OUTPUTS: Mapping[str, Output] = {
    "tekst": tekst.render,
    "json": json.render,
    "github": github.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "gitlab": gitlab.render,
    "markdown": markdown.render,
}
"""Every form, by the name that ``--formaat`` takes."""
