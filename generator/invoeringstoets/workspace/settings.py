"""The settings of a project as TOML: where they are, what they say, where each of them stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path

from invoeringstoets.diagnostic import START, Checked, Diagnostic
from invoeringstoets.record import record
from invoeringstoets.source import Position, Source, Span
from invoeringstoets.workspace import faults
from invoeringstoets.workspace.files import present, read

SETTINGS_FILE = "toets.toml"
"""The file that marks a project and may hold its settings."""

# Strings come first, so that a sign inside one begins no comment (toml.io/en/v1.0.0).
_COMMENT = re.compile(r'"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|(?P<comment>#[^\n]*)')

_TABLE = ("tool", "toets")
_OURS = "[tool.toets"
"""What a broken ``pyproject.toml`` holds if it holds settings of ours."""
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")


@record(frozen=True)
class Settings:
    """What a project asks for; ``source`` is the text it comes from, if that could be read."""

    values: Mapping[str, object] = field(default_factory=dict)
    source: Source | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    within: tuple[str, ...] = ()

    def objection(self, message: str, advice: str, *, words: Sequence[str]) -> Diagnostic:
        """A fault in the settings, at the place to which the words lead as far as it is found."""
        source = self.source
        return Diagnostic(
            name=source.name if source else SETTINGS_FILE,
            span=_place(source, (*self.within, *words)) if source else START,
            code=faults.BAD_SETTINGS,
            message=message,
            help=advice,
            source=source,
        )


def read_toml(path: Path) -> Settings:
    """A file of settings other than ``toets.toml``; a missing or broken one is a diagnostic."""
    source = read(path)
    found = _toml(source)
    return Settings(found.value or {}, source.value, found.diagnostics)


def read_settings(folder: Path) -> Settings | None:
    """The settings in a folder, or ``None`` when it has none; broken ones are a diagnostic."""
    own = folder / SETTINGS_FILE
    if present(own):
        return read_toml(own)
    shared = folder / "pyproject.toml"
    if not shared.is_file():
        return None
    source = read(shared)
    found = _toml(source)
    if source.value is not None and found.value is None and _OURS in source.value.text:
        return Settings({}, source.value, found.diagnostics, _TABLE)
    tool = (found.value or {}).get("tool")
    ours = tool.get("toets") if isinstance(tool, Mapping) else None
    if not isinstance(ours, Mapping):
        return None
    return Settings(ours, source.value, within=_TABLE)


def _toml(source: Checked[Source]) -> Checked[Mapping[str, object]]:
    if source.value is None:
        return Checked(None, source.diagnostics)
    try:
        return Checked(tomllib.loads(source.value.text))
    except tomllib.TOMLDecodeError as error:
        return Checked(None, (_no_toml(source.value, error),))


def _no_toml(source: Source, error: tomllib.TOMLDecodeError) -> Diagnostic:
    """The library's words are English, but tell the place, if it is not the end of the text."""
    found = _AT.search(str(error))
    end = source.position(len(source.text))
    place = Position(int(found[1]), int(found[2])) if found else end
    return Diagnostic(
        name=source.name,
        span=Span(place, place),
        code=faults.BAD_SETTINGS,
        message="vanaf hier zijn de instellingen geen geldige TOML",
        help="schrijf elke instelling als naam = waarde, met een tekst tussen aanhalingstekens:"
        ' toetsen = "toetsen"',
        source=source,
    )


def _place(source: Source, words: Sequence[str]) -> Span:
    """Where the last of these words stands that can be found, each looked for after the other.

    A TOML library gives no positions; written as an escape a word is not found, which shows the
    place of the word before it.
    """
    text = _COMMENT.sub(_blank, source.text)
    found, position = START, 0
    for word in words:
        match = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])").search(text, position)
        if match is None:
            break
        position = match.end()
        found = Span(source.position(match.start()), source.position(match.end()))
    return found


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0]) if match["comment"] is not None else match[0]
