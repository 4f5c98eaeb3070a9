"""The project one stands in: which folder it is and what its settings say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from invoeringstoets import assets
from invoeringstoets.diagnostic import Diagnostic, Finding
from invoeringstoets.publisher import NOBODY, NOTHING_SAID, Publisher, Statement
from invoeringstoets.record import record
from invoeringstoets.selection import NO_WISHES, Selection, read_selection
from invoeringstoets.workspace.accessibility import TABLE as ACCESSIBILITY
from invoeringstoets.workspace.accessibility import read_statement
from invoeringstoets.workspace.manuals import manuals
from invoeringstoets.workspace.publishing import TABLE as PUBLISHER
from invoeringstoets.workspace.publishing import read_publisher
from invoeringstoets.workspace.settings import SETTINGS_FILE, Settings, read_settings

if TYPE_CHECKING:
    from invoeringstoets.model import Brief

__all__ = ["SETTINGS_FILE", "Project", "find_project"]

WISHES = ("ernst", "negeer")
"""The tables that say which findings count (see ``selection``)."""

LETTER = "stand_van_zaken"
"""The table that holds the letter over all toetsen (see ``letter``)."""

TABLES = (*WISHES, LETTER, PUBLISHER, ACCESSIBILITY)
"""The settings that are tables."""


HOUSE_STYLE_FILE = "huisstijl.toml"
"""Where a project has its house style, unless its settings say otherwise."""


@record(frozen=True)
class Project:
    """A folder with toetsen and its settings; all paths are absolute.

    ``repository`` is the public address under which the YAML files can be read, ending without
    slash (``https://.../toetsen``), or empty: then nothing links to them. ``nulmeting`` is where
    the baseline is, or would be; ``selection`` says which findings count; ``letter`` who sends the
    letter over all toetsen, ``publisher`` who publishes them as open data, ``statement`` what that
    publisher says of accessibility; ``faults`` says what is
    wrong with the settings. ``found`` is false when no parent folder is a project: ``root`` is then
    the folder one stands in. ``huisstijl`` is where the house style is, or would be, ``sjablonen``
    the folder of the project's own templates for office programs; with ``voettekst_versie`` a
    report says of which commit and content it is.
    """

    root: Path
    toetsen: Path
    waardelijsten: Path
    site: Path
    bouw: Path
    nulmeting: Path
    huisstijl: Path
    sjablonen: Path
    repository: str = ""
    schema_url: str = ""
    voettekst_versie: bool = False
    selection: Selection = NO_WISHES
    letter: Brief | None = None
    publisher: Publisher = NOBODY
    statement: Statement = NOTHING_SAID
    found: bool = True
    faults: tuple[Diagnostic, ...] = ()

    @property
    def brief(self) -> Brief:
        """The letter over all toetsen, as far as it is filled in."""
        empty: Brief = import_module("invoeringstoets.model").Brief()
        return self.letter or empty

    @property
    def mkdocs_config(self) -> Path:
        """The project's own ``mkdocs.yml``, or the one we ship."""
        own = self.site / "mkdocs.yml"
        return own if own.is_file() else assets.path("site") / "mkdocs.yml"


_PATHS = {
    "toetsen": "toetsen",
    "waardelijsten": "waardelijsten",
    "site": "site",
    "bouw": "build",
    "nulmeting": "toets-nulmeting.json",
    "huisstijl": HOUSE_STYLE_FILE,
    "sjablonen": "sjablonen",
}
_FLAGS = ("voettekst_versie",)
_ADDRESSES = ("repository", "schema_url")
_EXAMPLES = {key: f'{key} = "{default}"' for key, default in _PATHS.items()} | {
    "repository": 'repository = "https://voorbeeld.nl/toetsen"',
    "schema_url": 'schema_url = "https://voorbeeld.nl/toets-1.schema.json"',
}
"""How each setting may look."""


def find_project(start: Path) -> Project:
    """The nearest project at or above a folder (or file); never fails.

    A project has a ``toets.toml``, a ``[tool.toets]`` in its ``pyproject.toml``, or a folder
    ``toetsen``; that is also the order within one folder.
    """
    here = start.absolute()
    for folder in (here, *here.parents):
        settings = read_settings(folder)
        if settings is not None:
            return _project(folder, settings)
        if (folder / "toetsen").is_dir():
            return _plain(folder)
    return replace(_plain(here), found=False)


def _plain(root: Path, values: Mapping[str, str] | None = None) -> Project:
    values = values or {}
    path = {key: root / values.get(key, default) for key, default in _PATHS.items()}
    return Project(
        root=root,
        toetsen=path["toetsen"],
        waardelijsten=path["waardelijsten"],
        site=path["site"],
        bouw=path["bouw"],
        nulmeting=path["nulmeting"],
        huisstijl=path["huisstijl"],
        sjablonen=path["sjablonen"],
        repository=values.get("repository", "").rstrip("/"),
        schema_url=values.get("schema_url", ""),
        voettekst_versie=values.get("voettekst_versie") == str(True),
    )


def _project(root: Path, settings: Settings) -> Project:
    wrong = list(settings.diagnostics)
    good: dict[str, str] = {}
    for key, value in settings.values.items():
        if key in TABLES:
            continue
        objection = _objection(key, value)
        if objection:
            wrong.append(settings.objection(*objection, words=(key,)))
        else:
            good[key] = str(value)
    wishes = NO_WISHES
    if any(key in WISHES for key in settings.values):
        wishes, refused = read_selection(settings.values, manuals())
        wrong += [settings.objection(one.message, one.help, words=one.words) for one in refused]
    plain = _plain(root, good)
    letter, doubted = _letter(settings, plain)
    for one in doubted:
        words = (LETTER, *(str(part) for part in one.route.steps if isinstance(part, str)))
        wrong.append(settings.objection(one.message, one.help, words=words))
    publisher, unfit = read_publisher(settings.values.get(PUBLISHER, {}))
    statement, unsaid = read_statement(settings.values.get(ACCESSIBILITY, {}))
    wrong += [
        settings.objection(one.message, one.help, words=one.words) for one in (*unfit, *unsaid)
    ]
    return replace(
        plain,
        selection=wishes,
        letter=letter,
        publisher=publisher,
        statement=statement,
        faults=tuple(wrong),
    )


def _letter(settings: Settings, project: Project) -> tuple[Brief | None, tuple[Finding, ...]]:
    """The letter over all toetsen, and what is wrong with it."""
    if LETTER not in settings.values:
        return None, ()
    # The schema judges it: what that takes is loaded only here.
    reading = import_module("invoeringstoets.workspace.letter")
    found: tuple[Brief, tuple[Finding, ...]] = reading.read_letter(settings.values[LETTER], project)
    return found


def _objection(key: str, value: object) -> tuple[str, str] | None:
    """What is wrong with a setting and what to do, or ``None``."""
    known = (*_PATHS, *_ADDRESSES, *_FLAGS, *TABLES)
    if key == "tool":
        return "onbekende instelling ‘tool’", "in toets.toml staat het zonder kop: schrijf [ernst]"
    if key not in known:
        close = get_close_matches(key, known, n=1)
        advice = f"bedoelde u ‘{close[0]}’?" if close else f"kies uit: {', '.join(known)}"
        return f"onbekende instelling ‘{key}’", advice
    if key in _FLAGS:
        advice = f"schrijf {key} = true of {key} = false, zonder aanhalingstekens"
        wrong = f"instelling ‘{key}’ hoort true of false te zijn"
        return None if isinstance(value, bool) else (wrong, advice)
    if not isinstance(value, str) or not value.strip():
        return f"instelling ‘{key}’ hoort een tekst te zijn", f"schrijf {_EXAMPLES[key]}"
    if key in _ADDRESSES and not value.startswith("https://"):
        advice = f"schrijf {_EXAMPLES[key]}"
        return f"instelling ‘{key}’ hoort een adres te zijn dat met https:// begint", advice
    return None
