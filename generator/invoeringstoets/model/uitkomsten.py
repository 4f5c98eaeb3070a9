"""What the toets found, what is concluded from it, and what is done about it."""

from invoeringstoets.model.bronnen import Categorie
from invoeringstoets.record import record

VOICES = ("brief", "toets", "presentatie")
"""The values of ``stem`` as readers get them: the letter decides on actions, a talk comes last."""


@record(frozen=True)
class Antwoord:
    """The answer to a central question, or the reason why there is none."""

    antwoord: str | None = None
    bevindingen: tuple[str, ...] = ()
    niet_beantwoord: str | None = None


@record(frozen=True)
class Bevinding:
    """A weighed observation, in the voice of one document."""

    id: str
    stem: str
    vraag: str
    titel: str
    tekst: str | None = None
    themas: tuple[str, ...] = ()
    perspectief: str | None = None
    aard: str | None = None
    zekerheid: str | None = None
    deel_van: str | None = None
    bronnen: tuple[str, ...] = ()
    aannames: tuple[str, ...] = ()


@record(frozen=True)
class Risicorij:
    """A row of the toets' own risk table: expected (ex ante) beside observed (ex durante)."""

    rij: str
    verwacht: str
    waargenomen: str
    toelichting: str | None = None
    bevindingen: tuple[str, ...] = ()


@record(frozen=True)
class Conclusie:
    """A conclusion in one voice, resting on findings."""

    id: str
    stem: str
    titel: str
    tekst: str | None = None
    zekerheid: str | None = None
    bevindingen: tuple[str, ...] = ()
    komt_overeen_met: tuple[str, ...] = ()
    categorieen: tuple[Categorie, ...] | None = None
    geen_actie: str | None = None


@record(frozen=True)
class Aanbeveling:
    """A recommendation of the executing body; the minister's answer is ``reactie``."""

    id: str
    van: str
    aan: str
    tekst: str
    reactie: str | None = None
    motivering: str | None = None
    acties: tuple[str, ...] = ()
    bronnen: tuple[str, ...] = ()


@record(frozen=True)
class Grondslag:
    """What an action rests on; ``ref`` names it where it has an id."""

    soort: str
    ref: str | None = None
    toelichting: str | None = None


@record(frozen=True)
class Mede:
    """Who acts along: an organisation or an office, with the source's own words if they matter."""

    organisatie: str | None = None
    ambt: str | None = None
    letterlijk: str | None = None


@record(frozen=True)
class Termijn:
    """By when: exactly one of the four is filled in."""

    datum: str | None = None
    kwartaal: str | None = None
    omschrijving: str | None = None
    doorlopend: bool | None = None


@record(frozen=True)
class Toezegging:
    """A promise to parliament that the action carries out."""

    kamer: str
    aan: str | None = None
    datum: str | None = None
    bron: str | None = None
    nummer: str | None = None


@record(frozen=True)
class Financien:
    """What the action costs in euros (a number, ``"geen"`` or ``"onbekend"``) and who pays."""

    bedrag: int | float | str
    dekking: str | None = None


@record(frozen=True)
class Opvolging:
    """A step in what became of an action."""

    datum: str
    tekst: str
    bron: str | None = None


@record(frozen=True)
class Actie:
    """What the minister does; conclusions and actions are n:m through ``grondslag``."""

    id: str
    tekst: str
    grondslag: tuple[Grondslag, ...]
    aard: str | None = None
    eigenaar: str | None = None
    mede: tuple[Mede, ...] = ()
    termijn: Termijn | None = None
    geen_termijn: str | None = None
    status: str | None = None
    status_datum: str | None = None
    toezegging: Toezegging | None = None
    bronnen: tuple[str, ...] = ()
    financien: Financien | None = None
    opvolging: tuple[Opvolging, ...] = ()

    def serves(self, conclusie: Conclusie) -> bool:
        """Whether the action rests on a conclusion."""
        return any(g.soort == "conclusie" and g.ref == conclusie.id for g in self.grondslag)
