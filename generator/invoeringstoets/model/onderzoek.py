"""Why and how the toets was done, and what was expected beforehand."""

from invoeringstoets.model.bronnen import Duiding
from invoeringstoets.record import record


@record(frozen=True)
class Besluit:
    """The outcome of weighing whether to do a toets (``soort: afweging``)."""

    besluit: str
    reden: str
    datum: str
    heroverwegen_op: str | None = None


@record(frozen=True)
class Onderzoeksvraag:
    """A question of the letter's own, beside the six central ones."""

    id: str
    tekst: str
    antwoord: str | None = None
    niet_beantwoord: str | None = None


@record(frozen=True)
class Indicator:
    """A signal that made a toets useful, from the preparation or the execution phase."""

    fase: str
    soort: str
    toelichting: str | None = None
    bronnen: tuple[str, ...] = ()


@record(frozen=True)
class Aankondiging:
    """Where the toets was announced, and to whom it was promised."""

    bron: str
    datum: str | None = None
    toegezegd_aan: str | None = None


@record(frozen=True)
class Wetsevaluatie:
    """The statutory evaluation: something else than the toets."""

    artikel: str
    uiterlijk: str | None = None
    bron: str | None = None


@record(frozen=True)
class Aanleiding:
    """Why the toets was done."""

    tekst: str | None = None
    onderzoeksvragen: tuple[Onderzoeksvraag, ...] = ()
    indicatoren: tuple[Indicator, ...] = ()
    aangekondigd_in: tuple[Aankondiging, ...] = ()
    wetsevaluatie: Wetsevaluatie | None = None


@record(frozen=True)
class Signaal:
    """A report from practice before weighing; ``gewogen_in`` names the finding it led to."""

    id: str
    kanaal: str
    tekst: str
    bron: str | None = None
    gewogen_in: str | None = None


@record(frozen=True)
class Verwachting:
    """A side of an assumption: a description, the figures it rests on, or both."""

    omschrijving: str | None = None
    kerncijfers: tuple[str, ...] = ()


@record(frozen=True)
class Aanname:
    """An explicit expectation from the preparation, held against practice."""

    id: str
    tekst: str
    herkomst: str
    oordeel: str
    verwacht: Verwachting | None = None
    praktijk: Verwachting | None = None
    bronnen: tuple[str, ...] = ()


@record(frozen=True)
class Risico:
    """A row of the ex-ante table; ``kolom`` is 1, 2, 3, ``nvt`` or ``onbekend`` (unlabelled)."""

    rij: str
    kolom: str
    duiding: Duiding | None = None


@record(frozen=True)
class Kostenpost:
    """Execution costs in euros: a whole number or ``"onbekend"``."""

    post: str
    incidenteel: int | float | str | None = None
    structureel: int | float | str | None = None


@record(frozen=True)
class Fte:
    """Consequences for staff in fte; may be negative; a number or ``"onbekend"``."""

    incidenteel: int | float | str | None = None
    structureel: int | float | str | None = None


@record(frozen=True)
class Uitvoeringstoets:
    """The execution test made beforehand; ``model`` tells the table form from a free one."""

    model: str
    datum: str | None = None
    opsteller: str | None = None
    gevolgen: str | None = None
    risicos: tuple[Risico, ...] = ()
    procesverstoringen: str | None = None
    kosten: tuple[Kostenpost, ...] = ()
    fte: Fte | None = None
    invoering_per: str | None = None
    beslag_portfolio: str | None = None
    eindoordeel: str | None = None
    toelichting: str | None = None
    bron: str | None = None


@record(frozen=True)
class Kader:
    """The framework followed and where the toets departs from it."""

    soort: str
    versie: str | None = None
    afwijkingen: tuple[str, ...] = ()


@record(frozen=True)
class Periode:
    """The months in which the toets was done."""

    van: str | None = None
    tot: str | None = None


@record(frozen=True)
class Methode:
    """One way in which information was gathered."""

    soort: str
    uitvoerder: str | None = None
    aantal: int | None = None
    toelichting: str | None = None
    bron: str | None = None


@record(frozen=True)
class Aanpak:
    """How the toets was done and what limits it has, as far as a source says so."""

    kader: Kader | None = None
    periode: Periode | None = None
    kernteam: tuple[str, ...] = ()
    methoden: tuple[Methode, ...] = ()
    beperkingen: tuple[str, ...] = ()
    geen_beperkingen: str | None = None
