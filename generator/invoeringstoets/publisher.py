"""Who publishes a collection of toetsen, and on what terms, as a value."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from invoeringstoets.record import record

LICENCES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
        "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    }
)
"""Licences known by their SPDX identifier, with the address of their text.

The two that data.overheid.nl advises for open data of the government.
"""


def contact_url(contact: str) -> str:
    """A contact as an address: ``mailto:`` for e-mail."""
    return f"mailto:{contact}" if "@" in contact else contact


@record(frozen=True)
class Publisher:
    """The table ``[uitgever]`` of a project; what was not filled in is empty.

    ``tooi`` is the publisher's identifier in TOOI, ``contact`` an e-mail address or an address on
    the web, ``licence`` an SPDX identifier of ``LICENCES`` or the address of another licence.
    """

    name: str = ""
    tooi: str = ""
    contact: str = ""
    licence: str = ""

    @property
    def licence_url(self) -> str:
        """Where the text of the licence is; ``""`` when there is no licence."""
        return LICENCES.get(self.licence, self.licence)

    @property
    def contact_url(self) -> str:
        """The contact as an address."""
        return contact_url(self.contact)

    @property
    def missing(self) -> tuple[str, ...]:
        """The settings that a catalogue needs and that are not filled in, as they are written."""
        settings = {
            "naam": self.name,
            "tooi": self.tooi,
            "contact": self.contact,
            "licentie": self.licence,
        }
        return tuple(key for key, value in settings.items() if not value)


NOBODY: Final = Publisher()
"""The publisher of a collection whose settings name none."""


class Conformity(StrEnum):
    """How far a site meets the requirements; the four states that a Dutch statement knows."""

    VOLLEDIG = "volledig"
    GEDEELTELIJK = "gedeeltelijk"
    EERSTE_MAATREGELEN = "eerste_maatregelen"
    NIET = "niet"


@record(frozen=True)
class Statement:
    """The table ``[toegankelijkheid]`` of a project: what its publisher says of accessibility.

    What was not filled in is empty, and ``conformity`` then ``None``: nobody but the publisher can
    say it (Besluit digitale toegankelijkheid overheid). ``researched`` and ``updated``
    are dates (jjjj-mm-dd), ``report`` is an address, ``exceptions`` are sentences.
    """

    conformity: Conformity | None = None
    organisation: str = ""
    contact: str = ""
    researched: str = ""
    researcher: str = ""
    method: str = ""
    report: str = ""
    updated: str = ""
    exceptions: tuple[str, ...] = ()


NOTHING_SAID: Final = Statement()
"""The statement of a project whose settings say nothing of accessibility."""
