"""The regulation that a toets is about, and the organisations around it."""

from invoeringstoets.record import record


@record(frozen=True)
class Wijziging:
    """A bill or amendment that changed the regulation."""

    dossier: str | None = None
    amendement: str | None = None
    staatsblad: str | None = None
    omschrijving: str | None = None
    bron: str | None = None


@record(frozen=True)
class Inwerkingtreding:
    """A date on which (a part of) the regulation entered into force."""

    datum: str
    onderdeel: str | None = None
    bron: str | None = None


@record(frozen=True)
class Voorwaarde:
    """A condition, and whether people fall inside or outside because of it."""

    tekst: str
    kring: str


@record(frozen=True)
class VerwanteRegeling:
    """A neighbouring regulation: what came before, the safety net, or what runs beside it."""

    naam: str
    relatie: str
    uitvoerder: str | None = None
    toelichting: str | None = None


@record(frozen=True)
class Beleidskeuze:
    """A deliberate choice made in the preparation."""

    tekst: str
    motivering: str | None = None
    bron: str | None = None


@record(frozen=True)
class Regeling:
    """The regulation whose working is looked at."""

    citeertitel: str
    soort: str | None = None
    bwb_id: str | None = None
    artikelen: tuple[str, ...] = ()
    wijzigingen: tuple[Wijziging, ...] = ()
    inwerkingtreding: tuple[Inwerkingtreding, ...] = ()
    doel: str | None = None
    voorwaarden: tuple[Voorwaarde, ...] = ()
    verwante_regelingen: tuple[VerwanteRegeling, ...] = ()
    beleidskeuzes: tuple[Beleidskeuze, ...] = ()


@record(frozen=True)
class Organisatie:
    """An organisation with its roles; ``naam`` only where the value list does not know the id."""

    id: str
    rol: tuple[str, ...]
    naam: str | None = None
    in_zin: str | None = None
    korte_naam: str | None = None
    soort: str | None = None
    tooi: str | None = None


@record(frozen=True)
class Doelgroep:
    """For whom the regulation is meant, and who else has to do with it."""

    omschrijving: str
    andere_belanghebbenden: tuple[str, ...] = ()


@record(frozen=True)
class Kerncijfer:
    """A figure with its quantity; ``waarde`` is a number, ``"onbekend"`` or absent."""

    id: str
    grootheid: str
    waarde: int | float | str | None = None
    omschrijving: str | None = None
    kwalificatie: str | None = None
    eenheid: str | None = None
    peildatum: str | None = None
    bron: str | None = None
