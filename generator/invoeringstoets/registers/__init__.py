"""Lists over all toetsen, as data: what pages show and files offer, all kinds in ``REGISTERS``.

A register is made of the library only, so it holds no more than the library does: of a public
library nothing that is not public. Nothing in it ranks or judges; what is invented stands last.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from invoeringstoets.model import Library, Toets
from invoeringstoets.registers.aanbevelingen import AANBEVELINGEN, TOEZEGGINGEN
from invoeringstoets.registers.acties import ACTIES
from invoeringstoets.registers.herkomst import BRONNEN, INDICATOREN
from invoeringstoets.registers.partijen import ORGANISATIES, REGELINGEN
from invoeringstoets.registers.praktijk import AANNAMES, KNELPUNTEN, RISICOS, RISICOS_ANDERS
from invoeringstoets.registers.register import (
    NOT_OFFICIAL,
    Column,
    Counted,
    Facet,
    Filled,
    Kind,
    Register,
    Row,
)
from invoeringstoets.registers.subject import (
    ORDER,
    Choice,
    Subject,
    order,
    ordered,
    place_of,
    subjects,
)
from invoeringstoets.registers.toetsen import AFWEGINGEN, TOETSEN

__all__ = [
    "NAMES",
    "NOT_OFFICIAL",
    "OF_EACH",
    "REGISTERS",
    "Choice",
    "Column",
    "Counted",
    "Facet",
    "Filled",
    "Kind",
    "Register",
    "Row",
    "Subject",
    "order",
    "ordered",
    "subjects",
]

REGISTERS: Final[tuple[Register, ...]] = (
    TOETSEN,
    ACTIES,
    AANBEVELINGEN,
    TOEZEGGINGEN,
    AANNAMES,
    RISICOS,
    RISICOS_ANDERS,
    KNELPUNTEN,
    INDICATOREN,
    AFWEGINGEN,
    REGELINGEN,
    ORGANISATIES,
    BRONNEN,
)
"""Every register there is, in the order of the site."""

NAMES: Final = {register.name: register for register in REGISTERS}
"""Every register by its name."""

_OWN = tuple(register for register in REGISTERS if not register.across)
OF_EACH: Final[Mapping[str, Callable[[Toets, Library], object]]] = {
    ORDER: place_of,
    **{f"rijen {register.name}": register.of_one for register in _OWN},
    **{f"keuzes {register.name}": register.choices_of for register in _OWN},
}
"""What registers make of each toets, by the name under which a library is asked for it."""
