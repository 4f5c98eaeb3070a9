"""The letter to parliament and the internal note that goes with it."""

from invoeringstoets.record import record


@record(frozen=True)
class Paragraaf:
    """A section of the letter; ``conclusies`` true means the conclusions with actions go here."""

    kop: str
    tekst: str | None = None
    niveau: int = 1
    conclusies: bool = False


@record(frozen=True)
class Voetnoot:
    """A note, referred to in the text as ``[^id]``."""

    id: str
    tekst: str
    bron: str | None = None


@record(frozen=True)
class Dossier:
    """A parliamentary dossier; the number of a document belongs to the first one listed."""

    nummer: str
    titel: str | None = None
    hoofdstuk: str | None = None


@record(frozen=True)
class Verzending:
    """A sending to one Kamer; two Kamers are two letters."""

    kamer: str
    datum: str | None = None
    kenmerk: str | None = None
    dossiers: tuple[Dossier, ...] = ()
    ondernummer: str | None = None
    document: str | None = None


@record(frozen=True)
class Ondertekenaar:
    """Who signs, in office."""

    ambt: str
    naam: str


@record(frozen=True)
class Bijlage:
    """An annex, sent along loose or printed in the letter."""

    nummer: str
    titel: str
    soort: str | None = None
    vorm: str = "los"
    bron: str | None = None


@record(frozen=True)
class MotieOfToezegging:
    """A motion or promise that the letter deals with."""

    soort: str
    omschrijving: str
    nummer: str | None = None
    bron: str | None = None


@record(frozen=True)
class Afzender:
    """The sender block of the letter."""

    organisatie: str
    onderdeel: str | None = None
    bezoekadres: tuple[str, ...] = ()
    postadres: tuple[str, ...] = ()
    contact: str | None = None


@record(frozen=True)
class Brief:
    """The letter with which the toets goes to parliament.

    ``tekst`` is ``authentiek`` or ``bewerking``; every output of a ``bewerking`` says so.
    """

    datum: str | None = None
    plaats: str | None = None
    betreft: str | None = None
    kenmerk: str | None = None
    uw_kenmerk: str | None = None
    tekst: str = "authentiek"
    origineel: str | None = None
    aanbieding: str | None = None
    inleiding: str | None = None
    waardering: str | None = None
    paragrafen: tuple[Paragraaf, ...] = ()
    slot: str | None = None
    voetnoten: tuple[Voetnoot, ...] = ()
    verzendingen: tuple[Verzending, ...] = ()
    ondertekenaars: tuple[Ondertekenaar, ...] = ()
    mede_namens: tuple[str, ...] = ()
    bijlagen: tuple[Bijlage, ...] = ()
    moties_en_toezeggingen: tuple[MotieOfToezegging, ...] = ()
    instrumenttekst: str = "standaard"
    eigen_instrumenttekst: str | None = None
    afzender: Afzender | None = None


@record(frozen=True)
class Optie:
    """A choice put before the minister."""

    titel: str
    voor: tuple[str, ...] = ()
    tegen: tuple[str, ...] = ()


@record(frozen=True)
class Afstemming:
    """With whom the letter was agreed, and what came of it."""

    organisatie: str
    uitkomst: str | None = None


@record(frozen=True)
class NietOpenbaar:
    """A passage that is not made public, and the Woo ground for it."""

    passage: str
    grond: str


@record(frozen=True)
class Beslisnota:
    """The internal note to the minister; stripped from every public output."""

    gevraagd_besluit: str | None = None
    aanleiding: str | None = None
    kernpunten: tuple[str, ...] = ()
    opties: tuple[Optie, ...] = ()
    risicos: tuple[str, ...] = ()
    krachtenveld: str | None = None
    afstemming: tuple[Afstemming, ...] = ()
    toelichting: str | None = None
    niet_openbaar: tuple[NietOpenbaar, ...] = ()
    geen: str | None = None
