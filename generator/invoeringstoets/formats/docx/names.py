"""The styles that a template must have, by the name that Word and LibreOffice save them under.

Built-in styles have English names in the file and are shown in the user's own language; the others
are ours and Dutch. Ids differ from program to program, so a style is always found by its name.
"""

from __future__ import annotations

DEEPEST_LIST = 5
"""How deep the list styles of Word go."""

BODY = "Body Text"
LEAD = "Inleiding"
META = "Bijzonderheden"
MISSING = "Niet ingevuld"
SALUTATION = "Salutation"
FACT = "Gegeven"
FACT_MORE = "Gegevenvervolg"
CAPTION = "caption"
HEADER_CELL = "Tabelkop"
CELL = "Tabeltekst"
ROW_HEADER = "Tabelrijkop"
WHITE = "Witregel"
TABLE = "Toetstabel"
FIGURE = "Figuur"
BOX = "Kader"
QUOTE = "Quote"
BOX_CAUTION = "Kader let op"
NOTICE = "Melding"
NOTICE_CAUTION = "Melding let op"
ACTION_LABEL = "Actiekop"
ACTION = "Actie"
ACTION_ITEM = "Actiepunt"
ACTION_MORE = "Actievervolg"
OFFICE = "Signature"
NAME = "Naam"
NOTE = "footnote text"
NOTE_MARK = "footnote reference"
STRONG = "Strong"
EMPHASIS = "Emphasis"
LINK = "Hyperlink"
TERM = "Term"

CONTENTS = "TOC Heading"
CONTENTS_LINES = ("toc 1", "toc 2")
REFERENCE_LABEL = "Kenmerklabel"
REFERENCE = "Kenmerk"
LETTER_FACT = "Briefgegeven"
LETTER_LABEL = "Gegevenlabel"

WITHOUT_LOGO = "Wit zonder logo"
SENDER_WITH_LOGO = "Afzender bij logo"
SHORT_TITLE = "Titel kort"
SHORT_SUBTITLE = "Ondertitel kort"
"""Of the front, where a template has them; without them the style of the place stays."""

HEADING_NUMBERS = "Kopnummering"
"""The list style of numbered headings; a template without it gets ours."""


def heading(level: int) -> str:
    """The style of a heading at level 1 to 6."""
    return f"heading {level}"


def in_list(kind: str, depth: int) -> str:
    """The style of a paragraph in a list; ``kind`` is Bullet, Number or Continue, depth from 1."""
    depth = min(depth, DEEPEST_LIST)
    return f"List {kind}" if depth == 1 else f"List {kind} {depth}"


_LISTS = tuple(
    in_list(kind, depth)
    for kind in ("Bullet", "Number", "Continue")
    for depth in range(1, DEEPEST_LIST + 1)
)

REQUIRED = (
    *(heading(level) for level in range(1, 7)),
    *_LISTS,
    *(BODY, LEAD, META, MISSING, SALUTATION, FACT, FACT_MORE, CAPTION, HEADER_CELL, CELL),
    *(ROW_HEADER, WHITE, TABLE, FIGURE, QUOTE, BOX, BOX_CAUTION, NOTICE, NOTICE_CAUTION),
    *(ACTION_LABEL, ACTION, ACTION_ITEM, ACTION_MORE, OFFICE, NAME, NOTE, NOTE_MARK),
    *(STRONG, EMPHASIS, LINK, TERM),
)
"""The styles without which no text can be set."""

REQUIRED_FRONT = {
    "brief": (REFERENCE_LABEL, REFERENCE, LETTER_FACT, LETTER_LABEL),
    "rapport": (CONTENTS, *CONTENTS_LINES),
}
"""And those of the front of each kind of document."""
