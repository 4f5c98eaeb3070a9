"""Dates: that they exist, and that they follow each other as things happen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from invoeringstoets import late
from invoeringstoets.diagnostic import Reordered
from invoeringstoets.model import Toets
from invoeringstoets.model.datums import before, bounds, earliest, looks_like_date
from invoeringstoets.model.uitkomsten import Actie
from invoeringstoets.route import ROOT, Route
from invoeringstoets.rules.places import leaves, whole_text
from invoeringstoets.rules.rule import Remark, Words

DATE_FIELDS = frozenset(
    {"datum", "peildatum", "status_datum", "uiterlijk", "heroverwegen_op", "invoering_per"}
    | {"van", "tot"}
)
"""The names of the fields that hold a date, wherever they are in the toets."""

_LIKE_DATE = late.pattern(r"\0(\d{4}(?:-\d\d){0,2})(?=\n?\0)", re.ASCII)
"""A text that looks like a date, in ``whole_text``."""


def datum_exists(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een datum staat op de kalender.

    Wat: De maand ligt tussen 01 en 12, en de dag komt in die maand voor.

    Waarom: Een datum die niet bestaat, is een tikfout, en er is niet mee te rekenen.

    Fout:

        peildatum: 2026-02-30

    Goed:

        peildatum: 2026-02-28
    """
    written = _LIKE_DATE.findall(whole_text(toets))
    if all(bounds(text) for text in written):
        return
    for steps, text in leaves(toets):
        if steps[-1] in DATE_FIELDS and looks_like_date(text) and bounds(text) is None:
            yield Remark(
                Route(steps),
                f"de datum ‘{text}’ bestaat niet",
                "schrijf jaar, maand en dag als jjjj-mm-dd; "
                "is de dag niet bekend, dan jjjj-mm of jjjj",
            )


def peildatum_follows_inwerkingtreding(toets: Toets, _words: Words) -> Iterator[Remark]:
    """De peildatum ligt niet voor de inwerkingtreding.

    Wat: De `peildatum` is gelijk aan of later dan de eerste datum van inwerkingtreding. Van een
    datum zonder dag of maand telt alleen wat bekend is.

    Waarom: Een invoeringstoets kijkt naar een regeling die al werkt.

    Fout:

        peildatum: 2024-11
        regeling:
          inwerkingtreding:
            - {datum: 2025-01-01}

    Goed:

        peildatum: 2025-11
        regeling:
          inwerkingtreding:
            - {datum: 2025-01-01}
    """
    first = earliest(tuple(item.datum for item in toets.regeling.inwerkingtreding))
    if before(toets.peildatum, first):
        yield Remark(
            ROOT / "peildatum",
            f"de peildatum {toets.peildatum} ligt voor de eerste inwerkingtreding op {first}",
            "de peildatum is de dag waarop de gegevens de stand van zaken weergeven",
        )


def brief_follows_peildatum(toets: Toets, _words: Words) -> Iterator[Remark]:
    """De brief is niet ouder dan de peildatum.

    Wat: De datum van de brief, en die van elke verzending, is gelijk aan of later dan de
    `peildatum`.

    Waarom: Een brief kan niet berichten over gegevens van een latere dag.

    Fout:

        peildatum: 2026-03-01
        brief:
          datum: 2026-02-15

    Goed:

        peildatum: 2025-12-31
        brief:
          datum: 2026-02-15
    """
    if toets.brief is None:
        return
    dates = [(ROOT / "brief" / "datum", toets.brief.datum)]
    for number, verzending in enumerate(toets.brief.verzendingen):
        route = ROOT / "brief" / "verzendingen" / number / "datum"
        dates.append((route, verzending.datum))
    for route, datum in dates:
        if before(datum, toets.peildatum):
            yield Remark(
                route,
                f"de datum {datum} ligt voor de peildatum {toets.peildatum}",
                "controleer beide datums",
            )


def status_datum_is_current(toets: Toets, _words: Words) -> Iterator[Remark]:
    """De statusdatum is niet ouder dan de laatste opvolging.

    Wat: De `status_datum` van een actie is gelijk aan of later dan de laatste datum in haar
    `opvolging`.

    Waarom: De status zegt hoe het er na de laatste stap voor staat. Is de datum ouder, dan is de
    status vermoedelijk niet bijgewerkt.

    Fout:

        acties:
          - id: a1
            status: lopend
            status_datum: 2025-06-01
            opvolging:
              - {datum: 2025-09-15, tekst: Het besluit is gepubliceerd.}

    Goed:

        acties:
          - id: a1
            status: afgerond
            status_datum: 2025-09-15
            opvolging:
              - {datum: 2025-09-15, tekst: Het besluit is gepubliceerd.}
    """
    for number, actie in enumerate(toets.acties):
        for stap in actie.opvolging:
            if before(actie.status_datum, stap.datum):
                yield Remark(
                    ROOT / "acties" / number / "status_datum",
                    f"de statusdatum {actie.status_datum} van actie ‘{actie.id}’ "
                    f"ligt voor de opvolging van {stap.datum}",
                    "werk de status en haar datum bij",
                )
                break


def opvolging_is_sorted(toets: Toets, _words: Words) -> Iterator[Remark]:
    """De opvolging staat op volgorde van datum.

    Wat: In `opvolging` staat de oudste stap bovenaan en de nieuwste onderaan.

    Waarom: De stappen worden in de volgorde van het bestand getoond, als een verhaal: toezegging,
    brief, besluit, Staatsblad.

    Fout:

        acties:
          - id: a1
            opvolging:
              - {datum: 2025-09, tekst: Het besluit is gepubliceerd.}
              - {datum: 2025-03, tekst: Het ontwerp is voorgelegd.}

    Goed:

        acties:
          - id: a1
            opvolging:
              - {datum: 2025-03, tekst: Het ontwerp is voorgelegd.}
              - {datum: 2025-09, tekst: Het besluit is gepubliceerd.}
    """
    for number, actie in enumerate(toets.acties):
        for place, (above, below) in enumerate(pairwise(actie.opvolging), start=1):
            if before(below.datum, above.datum):
                yield Remark(
                    ROOT / "acties" / number / "opvolging" / place / "datum",
                    f"de opvolging van actie ‘{actie.id}’ staat niet op volgorde: "
                    f"{below.datum} komt na {above.datum}",
                    "zet de oudste stap bovenaan",
                    remedy=Reordered(ROOT / "acties" / number / "opvolging", _oldest_first(actie)),
                )


def _oldest_first(actie: Actie) -> tuple[int, ...]:
    """The steps in order of date; what is not certainly older keeps its place."""
    dates = [step.datum for step in actie.opvolging]
    order = list(range(len(dates)))
    at = 1
    while at < len(order):
        if at and before(dates[order[at]], dates[order[at - 1]]):
            order[at - 1], order[at] = order[at], order[at - 1]
            at -= 1
        else:
            at += 1
    return tuple(order)


def periode_is_ordered(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een periode eindigt niet voor haar begin.

    Wat: In `aanpak.periode` is `tot` gelijk aan of later dan `van`.

    Waarom: Anders zijn begin en einde verwisseld, of is er een tikfout.

    Fout:

        aanpak:
          periode: {van: 2025-06, tot: 2025-01}

    Goed:

        aanpak:
          periode: {van: 2025-01, tot: 2025-06}
    """
    periode = toets.aanpak.periode if toets.aanpak else None
    if periode and before(periode.tot, periode.van):
        yield Remark(
            ROOT / "aanpak" / "periode" / "tot",
            f"de periode eindigt op {periode.tot}, voor haar begin op {periode.van}",
            "controleer of ‘van’ en ‘tot’ verwisseld zijn",
        )


def heroverwegen_op_follows_datum(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Heroverwegen gebeurt na het besluit.

    Wat: In een `afweging` is `heroverwegen_op` gelijk aan of later dan `datum`.

    Waarom: Wie later opnieuw wil kijken, kan dat niet voor het besluit hebben gedaan.

    Fout:

        afweging: {besluit: later, datum: 2026-03-01, heroverwegen_op: 2025-03-01}

    Goed:

        afweging: {besluit: later, datum: 2026-03-01, heroverwegen_op: 2027-03-01}
    """
    afweging = toets.afweging
    if afweging and before(afweging.heroverwegen_op, afweging.datum):
        yield Remark(
            ROOT / "afweging" / "heroverwegen_op",
            f"heroverwegen op {afweging.heroverwegen_op} ligt voor het besluit "
            f"van {afweging.datum}",
            "controleer het jaar",
        )
