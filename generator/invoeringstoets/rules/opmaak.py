"""What a text must be like to come out well in every format."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from invoeringstoets import glyphs
from invoeringstoets.model import Toets
from invoeringstoets.rules.places import strings, whole_text
from invoeringstoets.rules.rule import Remark, Words


def teken_is_in_lettertype(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Elk teken bestaat in het lettertype van de brief.

    Wat: Een tekst bevat alleen tekens die het meegeleverde lettertype heeft. Emoji en de meeste
    niet-westerse schriften horen daar niet bij.

    Waarom: In de PDF komt op de plaats van zo'n teken een vraagteken te staan. Een toegankelijke
    PDF (PDF/UA) mag geen teken bevatten dat het lettertype niet heeft.

    Fout:

        samenvatting: Wie een aanvraag doet, krijgt een 🎁.

    Goed:

        samenvatting: Wie een aanvraag doet, krijgt een geschenk.
    """
    missing = glyphs.unsupported(whole_text(toets)) - {"\0"}
    if not missing:
        return
    sign = "[" + re.escape("".join(sorted(missing))) + "]"
    for route, text in strings(toets):
        for match in re.finditer(sign, text):
            name = unicodedata.name(match[0], "zonder naam")
            yield Remark(
                route,
                f"het teken ‘{match[0]}’ staat niet in het lettertype (U+{ord(match[0]):04X})",
                f"in de PDF komt er een vraagteken; schrijf het anders (Unicode: {name})",
                within=match.span(),
            )
