"""The sections of the page of a toets: which are there, and what "Op deze pagina" calls them."""

from __future__ import annotations

from collections.abc import Collection

from invoeringstoets.model import Toets
from invoeringstoets.pages import questions
from invoeringstoets.pages.conclusions import loose_actions
from invoeringstoets.pages.page import Entry

COURSE, CHANGES, REMARKS = "verloop", "wijzigingen", "opmerkingen"
"""The sections of which only the maker of the page knows whether they are there."""


def contents(toets: Toets, shown: Collection[str]) -> tuple[Entry, ...]:
    """The lines of "Op deze pagina"; ``shown`` are those of ``COURSE`` and so on that are there."""
    entries = (
        ("samenvatting", "Samenvatting", bool(toets.samenvatting and toets.conclusies)),
        ("in-gewone-taal", "In gewone taal", bool(toets.publiekssamenvatting)),
        (COURSE, "Verloop", COURSE in shown),
        ("regeling", "De regeling", True),
        ("aanleiding", "Aanleiding", bool(toets.aanleiding)),
        ("aanname-en-praktijk", "Aanname en praktijk", bool(toets.aannames)),
        ("cijfers", "Cijfers", bool(toets.kerncijfers)),
        ("vraag-1", "Doelgroep: vragen 1A tot en met 1C", has_questions(toets)),
        ("vraag-2", "Uitvoering: vragen 2A tot en met 2C", has_questions(toets)),
        ("buiten-de-vragen", "Andere bevindingen", bool(questions.outside(toets))),
        ("risicos", "Risico’s vooraf en in de praktijk", has_risks(toets)),
        ("kosten", "Uitvoeringskosten", has_costs(toets)),
        ("conclusies", "Conclusies en acties", bool(toets.conclusies)),
        ("andere-acties", "Andere acties", bool(loose_actions(toets))),
        ("aanbevelingen", "Aanbevelingen", bool(toets.aanbevelingen)),
        ("conflicten", "Waar bronnen verschillen", bool(toets.conflicten)),
        ("aanpak", "Aanpak en grenzen", bool(toets.aanpak)),
        ("bronnen", "Bronnen", bool(toets.bronnen)),
        (CHANGES, "Wijzigingen", CHANGES in shown),
        (REMARKS, "Wat de controle opmerkt", REMARKS in shown),
        ("downloads", "Downloads", True),
    )
    return tuple(Entry(anchor, title) for anchor, title, there in entries if there)


def has_questions(toets: Toets) -> bool:
    """Whether the six questions belong on the page: not where no research was done."""
    return toets.soort != "afweging" and bool(toets.centrale_vragen or toets.bevindingen)


def has_risks(toets: Toets) -> bool:
    """Whether there is an execution test beforehand, or a table of risks of the toets itself."""
    return bool(toets.uitvoeringstoets or toets.risicotabel)


def has_costs(toets: Toets) -> bool:
    """Whether the execution test beforehand says anything of costs or staff."""
    vooraf = toets.uitvoeringstoets
    return bool(vooraf and (vooraf.kosten or vooraf.fte))
