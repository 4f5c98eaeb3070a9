"""The project one stands in: which folder it is and what its settings say."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from invoeringstoets import assets
from invoeringstoets.diagnostic import Checked, Diagnostic
from invoeringstoets.workspace import faults
from invoeringstoets.workspace.faults import fault
from invoeringstoets.workspace.files import read, shown

SETTINGS_FILE = "toets.toml"
"""The file that marks a project and may hold its settings."""


@dataclass(frozen=True)
class Project:
    """A folder with toetsen and its settings; all paths are absolute.

    ``repository`` is the public address under which the YAML files can be read, ending without
    slash (``https://.../toetsen``), or empty: then nothing links to them. ``faults`` says what
    is wrong with the settings. ``found`` is false when no parent folder is a project: ``root``
    is then the folder one stands in.
    """

    root: Path
    toetsen: Path
    waardelijsten: Path
    site: Path
    bouw: Path
    repository: str = ""
    schema_url: str = ""
    found: bool = True
    faults: tuple[Diagnostic, ...] = ()

    @property
    def mkdocs_config(self) -> Path:
        """The project's own ``mkdocs.yml``, or the one we ship."""
        own = self.site / "mkdocs.yml"
        return own if own.is_file() else assets.path("site") / "mkdocs.yml"


_FOLDERS = {
    "toetsen": "toetsen",
    "waardelijsten": "waardelijsten",
    "site": "site",
    "bouw": "build",
}
_ADDRESSES = ("repository", "schema_url")


def find_project(start: Path) -> Project:
    """The nearest project at or above a folder (or file); never fails.

    A project has a ``toets.toml``, a ``[tool.toets]`` in its ``pyproject.toml``, or a folder
    ``toetsen``; that is also the order within one folder.
    """
    here = start.absolute()
    for folder in (here, *here.parents):
        settings = _settings(folder)
        if settings is not None:
            return _project(folder, settings)
        if (folder / "toetsen").is_dir():
            return _plain(folder)
    return replace(_plain(here), found=False)


def _plain(root: Path, values: Mapping[str, str] | None = None) -> Project:
    values = values or {}
    folder = {key: root / values.get(key, default) for key, default in _FOLDERS.items()}
    return Project(
        root=root,
        toetsen=folder["toetsen"],
        waardelijsten=folder["waardelijsten"],
        site=folder["site"],
        bouw=folder["bouw"],
        repository=values.get("repository", "").rstrip("/"),
        schema_url=values.get("schema_url", ""),
    )


def _settings(folder: Path) -> Checked[Mapping[str, object]] | None:
    """The settings in a folder, or ``None`` when it has none; broken ones are a diagnostic."""
    own = folder / SETTINGS_FILE
    if own.is_file():
        return _toml(own)
    shared = folder / "pyproject.toml"
    if not shared.is_file():
        return None
    tool = (_toml(shared).value or {}).get("tool")
    ours = tool.get("toets") if isinstance(tool, Mapping) else None
    return Checked(ours) if isinstance(ours, Mapping) else None


def _toml(path: Path) -> Checked[Mapping[str, object]]:
    source = read(path)
    if source.value is None:
        return Checked(None, source.diagnostics)
    try:
        return Checked(tomllib.loads(source.value.text))
    except tomllib.TOMLDecodeError as error:
        message = f"de instellingen zijn geen geldige TOML ({error})"
        return Checked(None, (fault(shown(path), faults.BAD_SETTINGS, message=message),))


def _project(root: Path, settings: Checked[Mapping[str, object]]) -> Project:
    wrong = list(settings.diagnostics)
    good: dict[str, str] = {}
    for key, value in (settings.value or {}).items():
        message = _objection(key, value)
        if message:
            name = shown(root / SETTINGS_FILE)
            wrong.append(fault(name, faults.BAD_SETTINGS, message=message))
        else:
            good[key] = str(value)
    return replace(_plain(root, good), faults=tuple(wrong))


def _objection(key: str, value: object) -> str:
    known = (*_FOLDERS, *_ADDRESSES)
    if key not in known:
        close = get_close_matches(key, known, n=1)
        hint = f"; bedoelde u ‘{close[0]}’?" if close else f" (wel: {', '.join(known)})"
        return f"onbekende instelling ‘{key}’{hint}"
    if not isinstance(value, str) or not value.strip():
        return f"instelling ‘{key}’ hoort een tekst te zijn"
    if key in _ADDRESSES and not value.startswith("https://"):
        return f"instelling ‘{key}’ hoort een adres te zijn dat met https:// begint"
    return ""
