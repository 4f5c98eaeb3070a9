"""What the tests of the open data share: surroundings of a public site, and its files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from invoeringstoets import exports, schema
from invoeringstoets.history import Revision, Told
from invoeringstoets.library import build
from invoeringstoets.model import Toets
from invoeringstoets.pages import Download, Surroundings
from invoeringstoets.publisher import Publisher
from report_cases import SCHEMAS, WORDS, shipped

BASE = "https://voorbeeld.nl/register/"
MOMENT = "2026-05-04T12:00:00+02:00"
PUBLISHER = Publisher(
    "Ministerie van Voorbeeld",
    "https://identifier.overheid.nl/tooi/id/ministerie/mnre1073",
    "opendata@voorbeeld.nl",
    "CC0-1.0",
)


def around(*toetsen: Toets, internal: bool = False, **more: Any) -> Surroundings:
    """The surroundings of these toetsen (default: all of the repository), as a build has them."""
    chosen = toetsen or tuple(shipped().values())
    library = build(
        chosen,
        value_lists=SCHEMAS.value_lists,
        wordings=WORDS,
        reference_date="2026-06-01",
        internal=internal,
    )
    told = {one.id: (Revision(one.id, "a" * 40, MOMENT, first=True),) for one in library.toetsen}
    given: dict[str, Any] = {
        "downloads": {one.id: downloads(one) for one in library.toetsen},
        "schema": SCHEMAS[schema.LATEST],
        "site_url": BASE,
        "history": Told(told),
        "publisher": PUBLISHER,
    }
    return Surroundings(library, **{**given, **more})


def downloads(toets: Toets, *names: str) -> tuple[Download, ...]:
    """Reports as ``toets site`` names them."""
    stems = names or ("kamerbrief", "rapport")
    folder = f"rapporten/{toets.id}/{toets.id}"
    return tuple(Download(f"{folder}-{stem}.pdf", stem, "PDF", 1000) for stem in stems)


def files(surroundings: Surroundings) -> Mapping[str, bytes]:
    """All exports by output path."""
    return {asset.path: asset.data for asset in exports.build(surroundings)}


def loaded(found: Mapping[str, bytes], path: str) -> Any:
    """A JSON file."""
    return json.loads(found[path])
