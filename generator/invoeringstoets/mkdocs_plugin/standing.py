"""What was published last, as far as a next build can go on from it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from invoeringstoets import assets
from invoeringstoets.incremental import Memory
from invoeringstoets.mkdocs_plugin import swapping
from invoeringstoets.mkdocs_plugin.keys import key_of
from invoeringstoets.workspace import Project
from invoeringstoets.workspace.fingerprint import tree_fingerprint, whole_fingerprint

_ELSEWHERE = (b"!ENV", b"!relative", b"INHERIT", b"hooks")
"""What in ``mkdocs.yml`` says that what it means depends on something outside of it."""


@dataclass(frozen=True)
class Settings:
    """What ``mkdocs.yml`` says, as far as it matters to what we make.

    ``address`` is that of the site, ending in a slash, or ``""``; ``folders`` are the theme, the
    hand-written pages and the file with the settings itself. They are ``plain`` if nothing else
    has a say: the theme is ours, and so is the only plugin.
    """

    address: str = ""
    folders: tuple[str, ...] = ()
    plain: bool = False

    def frame(self, project: Project, *, internal: bool) -> str:
        """A key of everything around the pages: theme, hand-written pages, settings, programs."""
        folders = (Path(folder) for folder in self.folders)
        found = whole_fingerprint(project.waardelijsten, *folders)
        return key_of(found, repr(internal), str(project.mkdocs_config))


def settings_of(config: Any) -> Settings:  # noqa: ANN401 -- MkDocs' own, not loaded here
    """What the settings of MkDocs say."""
    found = (config.docs_dir, *config.theme.dirs, config.config_file_path)
    folders = tuple(str(place) for place in found if place)
    return Settings(config.site_url or "", folders, _plain(config))


def _plain(config: Any) -> bool:  # noqa: ANN401 -- as above
    """Whether a page is made of ``mkdocs.yml``, our theme and our plugin only."""
    text = Path(config.config_file_path).read_bytes() if config.config_file_path else b""
    if list(config.plugins) != ["invoeringstoets"] or any(word in text for word in _ELSEWHERE):
        return False
    own, ours = config.theme.custom_dir, assets.path("site/theme")
    return bool(own) and tree_fingerprint(Path(own)) == tree_fingerprint(ours)


@dataclass(frozen=True)
class Standing:
    """What was published last.

    ``frame`` stands for what all pages share, and ``settings`` say where that is found;
    ``reports`` are the keys of reports, ``written`` the hand-written pages, ``index`` the files of
    the search index, which is ``searchable`` if it is of these very pages; the site is
    ``complete`` if nothing in it waits for a next build. ``files`` are all files as they were left,
    ``shells`` tells how the content lies in generated pages; ``parts`` is the memory of how
    things were made.
    """

    frame: str = ""
    settings: Settings = field(default_factory=Settings)
    reports: Mapping[str, str] = field(default_factory=dict)
    written: Sequence[str] = ()
    index: Sequence[str] = ()
    searchable: bool = False
    complete: bool = False
    files: Mapping[str, list[int]] = field(default_factory=dict)
    shells: Mapping[str, Any] = field(default_factory=dict)
    parts: Memory = field(default_factory=Memory)

    def packed(self) -> bytes:
        """As a line of JSON, followed by the parts."""
        own = {name: value for name, value in vars(self).items() if name != "parts"}
        own["settings"] = vars(self.settings)
        return json.dumps(own, separators=(",", ":")).encode() + b"\n" + self.parts.packed()

    @classmethod
    def unpacked(cls, data: bytes) -> Standing:
        """From what ``packed`` gave; raises ``ValueError`` or ``TypeError`` on anything else."""
        own, _, parts = data.partition(b"\n")
        values: dict[str, Any] = json.loads(own)
        given = values.pop("settings")
        settings = Settings(given["address"], tuple(given["folders"]), given["plain"])
        return cls(settings=settings, parts=Memory.unpacked(parts), **values)

    @property
    def there(self) -> bool:
        """Whether anything was published that can be built on."""
        return bool(self.frame)


def standing(kept: Path, to: Path, *, project: Project, internal: bool) -> Standing:
    """What stands in a folder, if it is as the last build left it and nothing around it changed.

    Of settings that are not ``plain`` that is for the caller to see.
    """
    try:
        found = Standing.unpacked(kept.read_bytes())
        same = found.frame == found.settings.frame(project, internal=internal)
    except (OSError, ValueError, TypeError, KeyError):
        return Standing()
    return found if same and found.files == swapping.listed(to) else Standing()
