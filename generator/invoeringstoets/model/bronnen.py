"""Sources, value origins and other small things that every part of a toets refers to."""

from invoeringstoets.record import record

ONBEKEND = "onbekend"
"""Looked for and not found; an absent value (``None``) was simply not filled in."""

NOT_PUBLIC = frozenset({"intern", "gesprek"})
"""The kinds of source (``bronnen[].soort``) that no public output mentions."""


@record(frozen=True)
class Bron:
    """A source; findings, actions and figures refer to it by ``id``."""

    id: str
    soort: str
    titel: str
    datum: str | None = None
    dossier: str | None = None
    ondernummer: str | None = None
    vergaderjaar: str | None = None
    kamer: str | None = None
    url: str | None = None
    bijlage_nr: str | None = None
    opsteller: str | None = None
    toelichting: str | None = None

    @property
    def public(self) -> bool:
        """Whether a public output may mention this source."""
        return self.soort not in NOT_PUBLIC


@record(frozen=True)
class Categorie:
    """An outcome category with where it comes from; derived ones are marked in every output."""

    waarde: str
    herkomst: str
    bron: str | None = None


@record(frozen=True)
class Duiding:
    """A meaning given to an unlabelled column, and whose meaning it is."""

    waarde: str
    herkomst: str


@record(frozen=True)
class Conflictwaarde:
    """One of the values on which sources disagree."""

    waarde: str
    bron: str


@record(frozen=True)
class Conflict:
    """Two or more sources that contradict each other; all values are kept."""

    veld: str
    waarden: tuple[Conflictwaarde, ...]
    toelichting: str | None = None


@record(frozen=True)
class Archief:
    """How the document set is kept under the Archiefwet."""

    identificatie: str | None = None
    selectielijst: str | None = None
    waardering: str | None = None


@record(frozen=True)
class WooCategorie:
    """The Woo information category of one document of the set."""

    document: str
    categorie: str


@record(frozen=True)
class Publicatie:
    """Who may see the toets, and under which terms."""

    zichtbaarheid: str = "na_aanbieding"
    woo_categorie: tuple[WooCategorie, ...] = ()
    licentie: str | None = None
    datum: str | None = None
    officieel: bool = False
