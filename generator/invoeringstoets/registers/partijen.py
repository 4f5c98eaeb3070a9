"""Whom and what the toetsen are about: organisations and regulations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from invoeringstoets import notation
from invoeringstoets.document import Value
from invoeringstoets.model.datums import before, months
from invoeringstoets.model.mijlpalen import BEFORE_RESULT, first_inwerkingtreding
from invoeringstoets.registers import paths
from invoeringstoets.registers.columns import EXAMPLE, PLACED
from invoeringstoets.registers.register import Column, Facet, Kind, Register, Row
from invoeringstoets.registers.subject import Choice, Subject, labels, when

YEAR = 12
"""How many months make "a year in force"."""

TESTED = Choice("toets", "Toets met uitkomst of in concept")
RUNNING = Choice("loopt", "Toets in uitvoering")
WEIGHED = Choice("afweging", "Afweging bekend")
NOTHING = Choice("geen", "Nog geen toets of afweging bekend in dit register")

_LONG = Choice("jaar", "Een jaar of langer in werking")
_SHORT = Choice("korter", "Korter dan een jaar in werking")
_AHEAD = Choice("nog-niet", "Nog niet in werking")
_UNKNOWN = Choice("onbekend", "Inwerkingtreding niet vastgelegd")


def _organisations(found: Sequence[Subject]) -> Iterator[Row]:
    roles: dict[str, Counter[str]] = {}
    involved: dict[str, list[Subject]] = {}
    for subject in found:
        for one in subject.toets.organisaties:
            roles.setdefault(one.id, Counter()).update(one.rol)
            involved.setdefault(one.id, []).append(subject)
    owned = Counter(actie.eigenaar for subject in found for actie in subject.toets.acties)
    rows = [
        _organisation(key, involved[key], roles=roles[key], owned=owned[key]) for key in involved
    ]
    yield from sorted(rows, key=lambda row: str(row.values[0]).casefold())


def _organisation(key: str, found: Sequence[Subject], *, roles: Counter[str], owned: int) -> Row:
    library = found[0].library
    organisation = library.organisation(key, found[0].toets)
    real = [subject for subject in found if not subject.toets.fictief]
    known = key in library.value_lists.lists.get("organisaties", {})
    invented = not real and not known
    values: tuple[Value, ...] = (
        organisation.naam,
        "Fictief voorbeeld" if invented else "",
        organisation.korte_naam,
        notation.capitalised(library.word(organisation.soort)) if organisation.soort else "",
        notation.joined(library.word(role) for role in roles),
        len(found),
        len(found) - len(real),
        owned,
        "ja" if invented else "nee",
        key,
        paths.of_organisation(key),
    )
    kind = found[0].worded(organisation.soort or None, "soort niet vastgelegd")
    by_role = tuple(found[0].worded(role)[0] for role in roles)
    return Row(values, (kind, by_role), invented)


def _regulations(found: Sequence[Subject]) -> Iterator[Row]:
    groups: dict[tuple[bool, str], list[Subject]] = {}
    for subject in found:
        name = " ".join(subject.toets.regeling.citeertitel.split()).casefold()
        groups.setdefault((subject.toets.fictief, name), []).append(subject)
    for _, group in sorted(groups.items()):
        yield _regulation(group)


def _regulation(group: Sequence[Subject]) -> Row:
    first = group[0]
    start = next((day for one in group if (day := first_inwerkingtreding(one.toets))), None)
    state, age = _state(group), _age(start, first.library.reference_date)
    ministries = tuple(dict.fromkeys(one for subject in group for one in subject.ministries))
    executors = tuple(dict.fromkeys(one for subject in group for one in subject.executors))
    regeling = first.toets.regeling
    values: tuple[Value, ...] = (
        regeling.citeertitel,
        "Fictief voorbeeld" if first.toets.fictief else "",
        notation.capitalised(first.word(regeling.soort)),
        when(start),
        state.label,
        "; ".join(subject.toets.short_title for subject in group),
        labels(ministries),
        labels(executors),
        regeling.bwb_id or "",
        "ja" if first.toets.fictief else "nee",
        "; ".join(subject.toets.id for subject in group),
        f"{first.path}#regeling",
    )
    choices = ((state,), (age,), first.worded(regeling.soort), ministries, executors, first.example)
    return Row(values, choices, first.toets.fictief)


def _state(group: Sequence[Subject]) -> Choice:
    """How far this register knows of a toets of a regulation, or of a decision about one."""
    toetsen = [one.toets for one in group]
    own = [one for one in toetsen if one.soort != "afweging"]
    if any(one.status not in BEFORE_RESULT for one in own):
        return TESTED
    if any(one.status == "in_uitvoering" for one in own):
        return RUNNING
    return WEIGHED if any(one.afweging for one in toetsen) else NOTHING


def _age(start: str | None, day: str) -> Choice:
    if not start or not day:
        return _UNKNOWN
    if before(day, start):
        return _AHEAD
    count = months(start, day)
    if count is None:
        return _UNKNOWN
    return _LONG if count >= YEAR else _SHORT


ORGANISATIES = Register(
    "organisaties",
    "Organisaties",
    "organisatie",
    "organisaties",
    "De ministeries, uitvoeringsorganisaties en anderen die bij deze toetsen zijn betrokken.",
    (
        Column("organisatie", "Organisatie", 40, place=1, link=True),
        Column("let_op", "Let op", 20, under="organisatie"),
        Column("korte_naam", "Afkorting", 16, place=2),
        Column("soort", "Soort", 16, place=3),
        Column("rollen", "Rollen", 36, place=4),
        Column("toetsen", "Toetsen", 9, place=5, kind=Kind.NUMBER),
        Column("waarvan_fictief", "Waarvan fictief", 9, place=6, kind=Kind.NUMBER),
        Column("acties", "Eigenaar van acties", 10, place=7, kind=Kind.NUMBER),
        Column("fictief", "Fictief", 9),
        Column("id", "Id", 20),
        PLACED,
    ),
    (
        Facet("soort", "Soort", first=("ministerie", "uitvoerder")),
        Facet("rol", "Rol"),
    ),
    _organisations,
    limits="Het aantal toetsen zegt alleen hoeveel er hier zijn vastgelegd. Een bestaande"
    " organisatie kan ook in fictieve voorbeelden voorkomen; die zijn apart geteld.",
    across=True,
)

REGELINGEN = Register(
    "regelingen",
    "Regelingen",
    "regeling",
    "regelingen",
    "De regelingen waarover hier iets is vastgelegd, met wat er van een toets of afweging bekend"
    " is.",
    (
        Column("regeling", "Regeling", 44, place=1, link=True),
        Column("let_op", "Let op", 20, under="regeling"),
        Column("soort", "Soort", 20, under="regeling"),
        Column("inwerkingtreding", "In werking sinds", 13, place=2, kind=Kind.DATE),
        Column("stand", "Toets of afweging", 40, place=3),
        Column("toetsen", "Vastgelegd als", 40, place=4),
        Column("ministerie", "Ministerie", 14, place=5),
        Column("uitvoerder", "Uitvoerder", 24),
        Column("bwb_id", "BWB-id", 14),
        Column("fictief", "Fictief", 9),
        Column("toets", "Id van de toets", 26),
        PLACED,
    ),
    (
        Facet("stand", "Toets of afweging", first=("geen", "afweging", "loopt", "toets")),
        Facet("duur", "In werking", first=("jaar", "korter", "nog-niet")),
        Facet("soort", "Soort regeling"),
        Facet("ministerie", "Ministerie"),
        Facet("uitvoerder", "Uitvoerder"),
        EXAMPLE,
    ),
    _regulations,
    limits="‘Nog geen toets of afweging bekend in dit register’ zegt alleen wat hier is vastgelegd:"
    " er kan een toets of afweging zijn die hier ontbreekt. Niet iedere regeling krijgt een"
    " toets. Een regeling staat hier pas als er een toets of afweging van is vastgelegd, al"
    " is die nog maar toegezegd of gepland. Het is geen lijst van alle regelingen.",
    across=True,
)
