"""Lists over all toetsen, as data: what pages show and files offer, all kinds in ``REGISTERS``.

A register is made of the library only, so it holds no more than the library does: of a public
library nothing that is not public. Nothing in it ranks or judges; what is invented stands last.
"""

from __future__ import annotations

from typing import Final

from invoeringstoets.registers.aanbevelingen import AANBEVELINGEN, TOEZEGGINGEN
from invoeringstoets.registers.acties import ACTIES
from invoeringstoets.registers.herkomst import BRONNEN, INDICATOREN
from invoeringstoets.registers.partijen import ORGANISATIES, REGELINGEN
from invoeringstoets.registers.praktijk import AANNAMES, KNELPUNTEN, RISICOS
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
from invoeringstoets.registers.subject import Choice, Subject, executors, ministries, subjects
from invoeringstoets.registers.toetsen import AFWEGINGEN, TOETSEN

__all__ = [
    "NAMES",
    "NOT_OFFICIAL",
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
    "executors",
    "ministries",
    "subjects",
]

REGISTERS: Final[tuple[Register, ...]] = (
    TOETSEN,
    ACTIES,
    AANBEVELINGEN,
    TOEZEGGINGEN,
    AANNAMES,
    RISICOS,
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
