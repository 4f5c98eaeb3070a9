"""How one page looks at the library: words, names, sources, and links from where it stands."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from invoeringstoets import notation
from invoeringstoets.model import (
    ONBEKEND,
    Actie,
    Bron,
    Categorie,
    Kerncijfer,
    Library,
    Toets,
    Waarde,
)
from invoeringstoets.phrasing import MISSING, along, categories, outcome
from invoeringstoets.registers import paths

OVERVIEW = "toetsen/index.html"
ACTIONS = "acties/index.html"
ORGANISATIONS = "organisaties/index.html"
GLOSSARY = "naslag/begrippen.html"


def toets_path(toets: Toets) -> str:
    """The output path of the page of a toets."""
    return paths.of_toets(toets.id)


@dataclass(frozen=True)
class View:
    """The library seen from one page (``here`` is its output path), in the light of one toets.

    ``file_url`` is where a reader can see the file of that toets, or ``""``; ``lines`` says on
    which line of it each part stands, by its id on the page.
    """

    library: Library
    here: str
    toets: Toets | None = None
    file_url: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)

    def link(self, path: str) -> str:
        """The relative address of an output path (with or without ``#id``) from this page."""
        target, mark, fragment = path.partition("#")
        start = posixpath.dirname(self.here) or "."
        return posixpath.relpath(target, start) + mark + fragment

    def line_url(self, line: int) -> str:
        """The address of a line of the file of the toets, as GitHub, GitLab and Forgejo have it."""
        return f"{self.file_url}#L{line}" if self.file_url else ""

    def word(self, value: str | None) -> str:
        """An enum value as readers know it; absent is "nog niet ingevuld"."""
        return self.library.word(value) if value else MISSING

    def name(self, list_name: str, value_id: str) -> str:
        """The wording of an entry of a value list."""
        return self.library.value_lists.name(list_name, value_id)

    def org(self, organisation_id: str) -> Waarde:
        """An organisation as this toets or the value list defines it."""
        return self.library.organisation(organisation_id, self.toets)

    def org_short(self, organisation_id: str) -> str:
        """The short name of an organisation, or its full name."""
        organisation = self.org(organisation_id)
        return organisation.korte_naam or organisation.naam

    def date(self, value: str | None) -> str:
        """A date in words; unknown and absent are told apart."""
        if value == ONBEKEND:
            return "onbekend"
        return notation.date(value) if value else MISSING

    def source(self, source_id: str) -> Bron | None:
        """The source of the toets with this id."""
        sources = self.toets.bronnen if self.toets else ()
        return next((bron for bron in sources if bron.id == source_id), None)

    def sources(self, ids: Iterable[str | None]) -> tuple[Bron, ...]:
        """The sources with these ids; those that are not there (redacted) are left out."""
        found = (self.source(source_id) for source_id in ids if source_id)
        return tuple(bron for bron in found if bron)

    def figures(self, ids: Iterable[str]) -> tuple[Kerncijfer, ...]:
        """The figures of the toets with these ids, in that order."""
        known = {cijfer.id: cijfer for cijfer in (self.toets.kerncijfers if self.toets else ())}
        return tuple(known[figure_id] for figure_id in ids if figure_id in known)

    @property
    def ministries(self) -> tuple[str, ...]:
        """The ids of the ministries responsible for the policy; of other bodies if none is one."""
        return self.library.ministries(self.toets) if self.toets else ()

    @property
    def executors(self) -> tuple[str, ...]:
        """The ids of the organisations that execute the regulation or did the toets."""
        return self.toets.executors if self.toets else ()

    @property
    def outcome(self) -> str:
        """The outcome of the toets in words."""
        return outcome(self.toets, self.library).said if self.toets else MISSING

    def categories(self, found: Iterable[Categorie]) -> str:
        """Outcome categories in words; a derived one says so."""
        return categories(found, self.library)

    def along(self, actie: Actie) -> str:
        """Who act along with the owner of an action."""
        return along(actie, self.toets, library=self.library)

    def for_toets(self, toets: Toets) -> View:
        """The same page, in the light of a toets."""
        return View(self.library, self.here, toets)
