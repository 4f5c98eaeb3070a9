"""The house style of a project: ``huisstijl.toml``, the fonts, logo and templates with it.

Not imported by the package itself: a check needs no looks. A typing error is a fault, as in
``toets.toml``. What cannot be used (a colour that cannot be read, a font that is not there) is a
warning, and our own takes its place.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from invoeringstoets.diagnostic import Checked
from invoeringstoets.house_style import NEUTRAL, TEMPLATES, HouseStyle
from invoeringstoets.model import Afzender
from invoeringstoets.workspace.files import write
from invoeringstoets.workspace.huisstijl.colours import colours
from invoeringstoets.workspace.huisstijl.fonts import fonts
from invoeringstoets.workspace.huisstijl.logo import logo
from invoeringstoets.workspace.huisstijl.senders import senders
from invoeringstoets.workspace.huisstijl.table import Table
from invoeringstoets.workspace.huisstijl.templates import templates
from invoeringstoets.workspace.project import HOUSE_STYLE_FILE, Project
from invoeringstoets.workspace.settings import Settings, read_toml
from invoeringstoets.workspace.words import known_organisations

__all__ = ["PLAIN", "Looks", "house_style"]

_TABLES = ("naam", "kleuren", "lettertypen", "logo", "afzender")


@dataclass(frozen=True)
class Looks:
    """How the papers of a project look, and who sends its letters, by organisation id."""

    style: HouseStyle = NEUTRAL
    senders: Mapping[str, Afzender] = field(default_factory=dict)


PLAIN = Looks()
"""Our own looks, and no senders."""


def house_style(
    project: Project, *, named: Path | None = None, used: Collection[str] = TEMPLATES
) -> Checked[Looks]:
    """The looks of a project, and what is wrong with them; ours where it has none of its own.

    ``named`` is a file that was asked for in place of the project's. The paths in it are within
    its own folder. Of the project's templates only those that are ``used`` are looked at. Fonts are
    laid out in the cache of the project, where Typst reads them; raises ``WriteError`` when that
    cannot be.
    """
    path = named or project.huisstijl
    usual = named is None and path == project.root / HOUSE_STYLE_FILE
    own = templates(project.sjablonen, used)
    if usual and not path.exists():
        plain = replace(PLAIN, style=replace(NEUTRAL, templates=own.value or ()))
        return Checked(plain, own.diagnostics)
    settings = read_toml(path)
    table = Table(settings, folder=path.absolute().parent)
    looks = _looks(table, settings, project=project)
    style = replace(looks.style, templates=own.value or ())
    placed = replace(looks, style=_placed(style, project.bouw / ".cache" / "huisstijl"))
    return Checked(placed, (*settings.diagnostics, *table.said, *own.diagnostics))


def _looks(table: Table, settings: Settings, *, project: Project) -> Looks:
    if settings.source is None:
        return PLAIN
    table.only(_TABLES)
    style = HouseStyle(
        name=table.text("naam"),
        colours=colours(table.within("kleuren")),
        logo=logo(table.within("logo")) if "logo" in table.values else None,
    )
    families, files = fonts(table.within("lettertypen"))
    addresses = table.within("afzender")
    known = known_organisations(project) if addresses.values else frozenset()
    return Looks(replace(style, families=families, fonts=files), senders(addresses, known=known))


def _placed(style: HouseStyle, kept: Path) -> HouseStyle:
    """The style with its fonts in a folder that holds these fonts and no others."""
    if not style.fonts:
        return style
    found = hashlib.sha256()
    for font in style.fonts:
        found.update(hashlib.sha256(font.data).digest())
    folder = kept / found.hexdigest()[:24]
    for number, font in enumerate(style.fonts):
        write(folder / f"{number}{Path(font.name).suffix.lower()}", font.data)
    return replace(style, font_folder=str(folder))
