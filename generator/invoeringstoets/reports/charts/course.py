"""The course of a toets: dated steps in order, with the months since entry into force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from invoeringstoets import notation, prose
from invoeringstoets.model import Actie, Toets
from invoeringstoets.model.datums import before, bounds, months
from invoeringstoets.model.mijlpalen import (
    first_inwerkingtreding,
    letter_date,
    research_date,
)

AFTER = "na de inwerkingtreding"
"""What every ``Step.after`` is counted from."""


@dataclass(frozen=True)
class Step:
    """A dated step; ``after`` says how long after the entry into force, where that is known.

    ``actie`` is the id of the action that ``what`` is of, or ``""``. A step that is ``ahead`` is
    certainly still to come.
    """

    date: str
    what: str
    detail: str = ""
    after: str = ""
    main: bool = False
    actie: str = ""
    ahead: bool = False

    @property
    def when(self) -> str:
        """The date, or the quarter, in words."""
        return notation.quarter(notation.date(self.date))

    @property
    def title(self) -> str:
        """What the step is, where its action has no name."""
        return f"{self.what} van een actie" if self.actie else self.what


def steps(toets: Toets, day: str) -> tuple[Step, ...]:
    """The dated steps of a toets in order of time as of a day; what has no date is left out.

    Months are counted from the first entry into force and only where both months are known.
    """
    start = first_inwerkingtreding(toets)
    dated = [(limits, step) for step in _steps(toets) if (limits := bounds(step.date))]
    dated.sort(key=lambda pair: (pair[0][0], pair[0][1]))
    found = (_since(step, start) for _, step in dated)
    return tuple(replace(step, ahead=before(day, step.date)) for step in found)


def _since(step: Step, start: str | None) -> Step:
    count = months(start, step.date)
    if not count or count < 1:
        return step
    after = f"{notation.counted(count, 'maand', more='maanden')} {AFTER}"
    return replace(step, after=after)


def _steps(toets: Toets) -> Iterator[Step]:
    yield from _before(toets)
    for item in toets.regeling.inwerkingtreding:
        yield Step(item.datum, "Inwerkingtreding", item.onderdeel or "", main=True)
    yield from _research(toets)
    yield from _letter(toets)
    for actie in toets.acties:
        yield from _action(actie)


def _action(actie: Actie) -> Iterator[Step]:
    term = actie.termijn
    if term and (day := term.datum or term.kwartaal):
        yield Step(day, "Termijn", prose.line(actie.tekst), actie=actie.id)
    for vervolg in actie.opvolging:
        yield Step(vervolg.datum, "Opvolging", prose.line(vervolg.tekst), actie=actie.id)


def _before(toets: Toets) -> Iterator[Step]:
    vooraf = toets.uitvoeringstoets
    if vooraf and vooraf.datum:
        yield Step(vooraf.datum, "Uitvoeringstoets vooraf")
    for item in toets.aanleiding.aangekondigd_in if toets.aanleiding else ():
        if item.datum:
            yield Step(item.datum, "Invoeringstoets aangekondigd")
    if toets.afweging:
        yield Step(toets.afweging.datum, "Afweging: wel of geen toets", main=True)
        if toets.afweging.heroverwegen_op:
            yield Step(toets.afweging.heroverwegen_op, "Heroverweging voorzien")


def _research(toets: Toets) -> Iterator[Step]:
    periode = toets.aanpak.periode if toets.aanpak else None
    if periode and periode.van:
        yield Step(periode.van, "Begin van het onderzoek")
    if periode and periode.tot:
        yield Step(periode.tot, "Einde van het onderzoek")
    reported = research_date(toets)
    if reported and not (periode and reported == periode.tot):
        yield Step(reported, "Onderzoek voor de toets verschenen")
    if toets.peildatum:
        yield Step(toets.peildatum, "Peildatum van de toets")
    evaluatie = toets.aanleiding.wetsevaluatie if toets.aanleiding else None
    if evaluatie and evaluatie.uiterlijk:
        detail = "Dit is iets anders dan de invoeringstoets."
        yield Step(evaluatie.uiterlijk, "Wetsevaluatie uiterlijk", detail)


def _letter(toets: Toets) -> Iterator[Step]:
    brief = toets.brief
    if not brief:
        return
    date = letter_date(toets)
    if date:
        yield Step(date, "Kamerbrief", brief.betreft or "", main=True)
    for item in brief.verzendingen:
        if item.datum and item.datum != date:
            chamber = {"tk": "Tweede Kamer", "ek": "Eerste Kamer"}.get(item.kamer, item.kamer)
            yield Step(item.datum, f"Kamerbrief aan de {chamber}")
