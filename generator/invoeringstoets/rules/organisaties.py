"""Organisations: who they are, and what they have to do with the toets."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.explain.similar import sole
from invoeringstoets.model import Toets
from invoeringstoets.route import ROOT
from invoeringstoets.rules.places import plain, subject, suggestion, texts
from invoeringstoets.rules.rule import Remark, Words

ORGANISATIE_FIELDS = (
    "regeling.verwante_regelingen[].uitvoerder",
    "uitvoeringstoets.opsteller",
    "aanpak.methoden[].uitvoerder",
    "aanbevelingen[].van",
    "aanbevelingen[].aan",
    "acties[].eigenaar",
    "acties[].mede[].organisatie",
    "brief.afzender.organisatie",
    "beslisnota.afstemming[].organisatie",
)
"""The fields that name an organisation; ``organisaties[].id`` itself is held by the schema."""

OWNER_ROLES = frozenset({"opdrachtgever", "beleid", "uitvoering", "toezicht"})
"""The roles (``organisaties[].rol``) in which an organisation can own an action."""


def organisatie_is_known(toets: Toets, words: Words) -> Iterator[Remark]:
    """Een organisatie is bekend.

    Wat: Het id van een organisatie staat in de waardelijst `organisaties`, of de toets geeft er
    zelf bij `organisaties` een naam aan.

    Waarom: In de brief en op de site staat de naam voluit. Een id dat niemand kent, is geen naam.

    Fout:

        aanpak:
          methoden:
            - {soort: interviews, uitvoerder: bureau-noord}

    Goed:

        organisaties:
          - {id: bureau-noord, naam: Onderzoeksbureau Noord, rol: [extern_onderzoek]}
        aanpak:
          methoden:
            - {soort: interviews, uitvoerder: bureau-noord}
    """
    own, listed = _known(toets, words)
    known = {*own, *listed}
    for pattern in ORGANISATIE_FIELDS:
        if known.issuperset(plain(toets, pattern)):
            continue
        for route, ref in texts(toets, pattern):
            if ref not in known:
                near = suggestion(ref, (*own, *listed))
                yield Remark(
                    route,
                    f"organisatie ‘{ref}’ is niet bekend; {subject(toets, route)} noemt haar",
                    near
                    if near.startswith("bedoelde")
                    else "geef haar bij ‘organisaties’ een ‘naam’, "
                    "of voeg haar toe aan de waardelijst",
                    remedy=sole(ref, (*own, *listed)),
                )


def eigenaar_has_rol(toets: Toets, words: Words) -> Iterator[Remark]:
    """De eigenaar van een actie is een betrokken organisatie.

    Wat: De `eigenaar` van een actie staat bij `organisaties`, met een van de rollen
    `opdrachtgever`, `beleid`, `uitvoering` of `toezicht`. Over een organisatie die niet bekend is,
    zwijgt deze regel: dat zegt T302 al.

    Waarom: Een actie is van wie erover gaat. Wie alleen het onderzoek deed, kan haar niet
    uitvoeren.

    Fout:

        organisaties:
          - {id: szw, rol: [beleid]}
        acties:
          - {id: a1, tekst: De brief wordt herschreven., eigenaar: svb}

    Goed:

        organisaties:
          - {id: szw, rol: [beleid]}
          - {id: svb, rol: [uitvoering]}
        acties:
          - {id: a1, tekst: De brief wordt herschreven., eigenaar: svb}
    """
    roles = {item.id: frozenset(item.rol) for item in toets.organisaties}
    known = frozenset(roles).union(*_known(toets, words))
    for number, actie in enumerate(toets.acties):
        if actie.eigenaar not in known or roles.get(actie.eigenaar, frozenset()) & OWNER_ROLES:
            continue
        fault = (
            "heeft bij ‘organisaties’ geen rol waarin zij dat kan zijn"
            if actie.eigenaar in roles
            else "staat niet bij ‘organisaties’"
        )
        yield Remark(
            ROOT / "acties" / number / "eigenaar",
            f"de eigenaar ‘{actie.eigenaar}’ van actie ‘{actie.id}’ {fault}",
            "geef haar daar een van de rollen: " + ", ".join(sorted(OWNER_ROLES)),
        )


def _known(toets: Toets, words: Words) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The organisations that the toets names itself, and those of the value list."""
    own = tuple(item.id for item in toets.organisaties if item.naam)
    return own, tuple(words.value_lists.lists.get("organisaties", {}))
