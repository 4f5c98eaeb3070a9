"""Where the open data of the site lie: output paths that pages and exports share."""

from __future__ import annotations

from typing import Final

OPEN_DATA: Final = "data/index.html"
"""The page that explains the open data."""
SCHEMA: Final = "data/toetsen.schema.json"
ALL: Final = "data/toetsen.json"
VALUE_LISTS: Final = "data/waardelijsten.json"
CATALOGUE: Final = "data/catalogus.jsonld"
DATASET: Final = "data/index.html#dataset"
"""The identifier of the collection as a dataset: it leads to where it is explained."""

DATA_VERSION: Final = "1.0"
"""The version of the form of the data.

The second number grows when fields come in, the first when one goes or changes its meaning.
"""


def toets_data(toets_id: str) -> str:
    """The output path of the data of the toets with this id."""
    return f"data/toetsen/{toets_id}.json"


def woo_metadata(stem: str) -> str:
    """The output path of the DiWoo metadata of the document whose file name begins so."""
    return f"data/diwoo/{stem}.xml"
