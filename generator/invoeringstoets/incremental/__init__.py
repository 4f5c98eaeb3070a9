"""Which parts of the site must be made again, exactly: every part remembers what it read.

A part of the site (a kind of page, an export, the page of one toets) is made from a library whose
values note who reads them. Nothing has to be declared, so nothing can be forgotten: a part is made
again when anything that it read last time is different now, and only then.
"""

from invoeringstoets.incremental.making import Made, make
from invoeringstoets.incremental.memory import Memory
from invoeringstoets.incremental.reading import Noted
from invoeringstoets.incremental.stock import FIELDS, Held, holding, mark_of, stocked
from invoeringstoets.incremental.units import DOCUMENT, FILE, PAGE, Unit, units
from invoeringstoets.incremental.values import Values
from invoeringstoets.incremental.world import World

__all__ = [
    "DOCUMENT",
    "FIELDS",
    "FILE",
    "PAGE",
    "Held",
    "Made",
    "Memory",
    "Noted",
    "Unit",
    "Values",
    "World",
    "holding",
    "make",
    "mark_of",
    "stocked",
    "units",
]
