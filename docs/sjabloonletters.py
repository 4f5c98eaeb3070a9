"""The fonts that go along in the templates: ours, with the characters of European languages.

Whole they would make every letter half a megabyte; with these characters an editor can still type
whatever a Dutch document needs. Embedding part of a font in a document is what the SIL Open Font
License 1.1 allows without its other conditions; such a part is not given out as a font.
"""

from __future__ import annotations

import io
from functools import cache

from fontTools import subset
from fontTools.ttLib import TTFont

from invoeringstoets import assets
from invoeringstoets.formats.embedding import OURS, Face

CHARACTERS = (
    "20-7E,A0-17F,192,218-21B,237,2C6-2DD,300-304,306-30C,323,326-328,1E80-1E85,1E9E,1EF2-1EF3,"
    "2002-2015,2018-2026,202F-203A,2044,2070-2079,2080-2089,20AC,2113,2116,2122,2126,2190-2193,"
    "2202,2206,220F,2211-2212,2215,2219-221A,221E,222B,2248,2260,2264-2265,25A0-25A1,25B2,25BA,"
    "25BC,25C4,25C6,25CA-25CB,25CF,2713,FB00-FB04,FFFD"
)
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga"]
STYLES = (
    ("Regular", False, False),
    ("Bold", True, False),
    ("It", False, True),
    ("BoldIt", True, True),
)


@cache
def faces() -> tuple[Face, ...]:
    """The faces of our family, cut down; the same bytes on every run."""
    return tuple(
        Face(OURS, bold, italic, truetype=True, data=_cut(f"SourceSans3-{name}.ttf"))
        for name, bold, italic in STYLES
    )


def _cut(name: str) -> bytes:
    font = TTFont(io.BytesIO(assets.data(f"templates/fonts/{name}")), recalcTimestamp=False)
    options = subset.Options(layout_features=FEATURES, name_IDs=["*"], notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(CHARACTERS))
    cutter.subset(font)
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()
