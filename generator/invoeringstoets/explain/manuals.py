"""The pages of the codes T101 to T120."""

from invoeringstoets.diagnostic import Manual

MANUALS: tuple[Manual, ...] = ()
