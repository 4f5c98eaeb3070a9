"""A whole toets, and all toetsen together with the words they use."""

from collections.abc import Callable, Mapping
from dataclasses import field
from functools import cached_property
from typing import TypeVar

from invoeringstoets.model.brief import Beslisnota, Brief
from invoeringstoets.model.bronnen import Archief, Bron, Categorie, Conflict, Publicatie
from invoeringstoets.model.onderzoek import (
    Aanleiding,
    Aanname,
    Aanpak,
    Besluit,
    Signaal,
    Uitvoeringstoets,
)
from invoeringstoets.model.regeling import Doelgroep, Kerncijfer, Organisatie, Regeling
from invoeringstoets.model.uitkomsten import (
    Aanbeveling,
    Actie,
    Antwoord,
    Bevinding,
    Conclusie,
    Risicorij,
)
from invoeringstoets.record import record

Made = TypeVar("Made")

CENTRALE_VRAGEN = ("1A", "1B", "1C", "2A", "2B", "2C")
"""The keys of the six fixed questions, in order."""


@record(frozen=True)
class Toets:
    """One file, approved by the schema for its status.

    What the status requires is there; what it does not may be absent, and is shown as
    "nog niet ingevuld".
    """

    schemaversie: str
    id: str
    soort: str
    status: str
    titel: str
    regeling: Regeling
    vorige_ids: tuple[str, ...] = ()
    korte_titel: str | None = None
    volledigheid: str = "gedeeltelijk"
    fictief: bool = False
    samenvatting: str | None = None
    publiekssamenvatting: str | None = None
    peildatum: str | None = None
    taal: str = "nl"
    organisaties: tuple[Organisatie, ...] = ()
    doelgroep: Doelgroep | None = None
    kerncijfers: tuple[Kerncijfer, ...] = ()
    afweging: Besluit | None = None
    aanleiding: Aanleiding | None = None
    signalen: tuple[Signaal, ...] = ()
    aannames: tuple[Aanname, ...] = ()
    uitvoeringstoets: Uitvoeringstoets | None = None
    aanpak: Aanpak | None = None
    centrale_vragen: Mapping[str, Antwoord] = field(default_factory=dict)
    bevindingen: tuple[Bevinding, ...] = ()
    risicotabel: tuple[Risicorij, ...] = ()
    conclusies: tuple[Conclusie, ...] = ()
    uitkomst: tuple[Categorie, ...] | None = None
    aanbevelingen: tuple[Aanbeveling, ...] = ()
    acties: tuple[Actie, ...] = ()
    bronnen: tuple[Bron, ...] = ()
    brief: Brief | None = None
    beslisnota: Beslisnota | None = None
    publicatie: Publicatie = field(default_factory=Publicatie)
    verwante_toetsen: tuple[str, ...] = ()
    conflicten: tuple[Conflict, ...] = ()
    archief: Archief | None = None

    @property
    def public(self) -> bool:
        """Whether a public output may hold this toets at all (design: nothing leaks)."""
        zichtbaarheid = self.publicatie.zichtbaarheid
        return zichtbaarheid == "openbaar" or (
            zichtbaarheid == "na_aanbieding" and self.status == "aangeboden"
        )

    @property
    def short_title(self) -> str:
        """The title for lists."""
        return self.korte_titel or self.titel

    @property
    def year(self) -> str:
        """The year it is known by: the beginning of its id (jaar-slug)."""
        return self.id[:4]

    def with_role(self, *roles: str) -> tuple[Organisatie, ...]:
        """The organisations that have one of these roles."""
        return tuple(one for one in self.organisaties if not set(roles).isdisjoint(one.rol))

    @property
    def executors(self) -> tuple[str, ...]:
        """The ids of the organisations that execute the regulation or did the toets."""
        return tuple(one.id for one in self.with_role("uitvoering", "uitvoerder_toets"))

    def figure_in(self, path: str) -> Kerncijfer | None:
        """The figure that the path of a field names, as ``kerncijfers.K3`` does."""
        keys = path.replace("[", ".").replace("]", "").split(".")
        return next((one for one in self.kerncijfers if one.id in keys), None)


@record(frozen=True)
class Waarde:
    """An entry of a value list: how an id is written out, and what it means.

    ``in_zin`` is its name inside a sentence where that is another one: of a generic name.
    """

    id: str
    naam: str
    korte_naam: str = ""
    omschrijving: str = ""
    soort: str = ""
    tooi: str = ""
    url: str = ""
    in_zin: str = ""

    @property
    def inside(self) -> str:
        """The name inside a sentence: "Dienst Toeslagen", but "gemeenten"."""
        return self.in_zin or self.naam


@record(frozen=True)
class ValueLists:
    """The words that ids stand for: ``lists["organisaties"]["szw"].naam``.

    Shipped lists are extended by those of the project; unknown ids are written as they are.
    """

    lists: Mapping[str, Mapping[str, Waarde]] = field(default_factory=dict)

    def name(self, list_name: str, value_id: str) -> str:
        """The full Dutch wording of a value, or the id itself when the list does not know it."""
        value = self.lists.get(list_name, {}).get(value_id)
        return value.naam if value else value_id

    def short(self, list_name: str, value_id: str) -> str:
        """The short wording of a value where there is one, otherwise the full one."""
        value = self.lists.get(list_name, {}).get(value_id)
        return (value.korte_naam or value.naam) if value else value_id


@record(frozen=True)
class Library:
    """All toetsen together with their words and the day they are looked at from.

    ``reference_date`` (jjjj-mm-dd) decides what is late; an output that says so prints it.
    ``wordings`` holds the Dutch wording of each enum value as the schema has it.
    """

    toetsen: tuple[Toets, ...] = ()
    value_lists: ValueLists = field(default_factory=ValueLists)
    reference_date: str = ""
    internal: bool = False
    wordings: Mapping[str, str] = field(default_factory=dict)

    def word(self, value: str) -> str:
        """How an enum value of the schema is written for a reader: ``in_uitvoering`` -> text."""
        return self.wordings.get(value, value.replace("_", " "))

    def organisation(self, organisation_id: str, toets: Toets | None = None) -> Waarde:
        """The organisation behind an id, as the toets itself defines it or as the list does."""
        for own in toets.organisaties if toets else ():
            if own.id == organisation_id and own.naam:
                return Waarde(
                    own.id,
                    own.naam,
                    own.korte_naam or "",
                    soort=own.soort or "",
                    in_zin=own.in_zin or "",
                )
        known = self.value_lists.lists.get("organisaties", {}).get(organisation_id)
        return known or Waarde(organisation_id, organisation_id)

    def ministries(self, toets: Toets) -> tuple[str, ...]:
        """The ids of the ministries responsible for the policy; of other bodies if none is one."""
        found = tuple(one.id for one in toets.with_role("opdrachtgever", "beleid"))
        own = tuple(one for one in found if self.organisation(one, toets).soort == "ministerie")
        return own or found

    def each(self, name: str, function: "Callable[[Toets, Library], Made]") -> tuple[Made, ...]:
        """What a function makes of every toets, in order; builds of the site remember it by name.

        What it makes is made of plain values, and a name stands for one function.
        """
        del name
        return tuple(function(toets, self) for toets in self.toetsen)

    def by_id(self, toets_id: str) -> Toets | None:
        """The toets with this id, by its present or an earlier id."""
        return self._by_id.get(toets_id)

    @cached_property
    def _by_id(self) -> Mapping[str, Toets]:
        """The first toets with each id; not a field, so no part of what the library is."""
        found: dict[str, Toets] = {}
        for toets in self.toetsen:
            for name in (toets.id, *toets.vorige_ids):
                found.setdefault(name, toets)
        return found
