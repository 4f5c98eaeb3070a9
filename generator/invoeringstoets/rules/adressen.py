"""Addresses of sources: they lead to the document that is named, and to a real one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from invoeringstoets import late
from invoeringstoets.model import Toets
from invoeringstoets.route import ROOT, Route
from invoeringstoets.rules.nummers import bronnen, written
from invoeringstoets.rules.places import leaves, mentions
from invoeringstoets.rules.rule import Remark, Words

_KAMERSTUK = late.pattern(
    r"https?://zoek\.officielebekendmakingen\.nl/kst-(\d{5}(?:-[A-Z]{1,6})?)-(\d+|[A-Z]{1,3})"
    r"(?:\.html)?\Z"
)
_KAMERVRAAG = late.pattern(
    r"https?://zoek\.officielebekendmakingen\.nl/ah-[te]k-(\d{4})(\d{4})-(\d+)(?:\.html)?\Z"
)
_ECLI = late.pattern(r"\bECLI(?::[\w.]*\w)+")
_WHOLE_ECLI = late.pattern(r"ECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25}\Z")
_EXAMPLE = late.pattern(
    r"https?://(?:[\w-]+\.)*(?:example\.(?:org|com|net)|[\w-]+\.(?:example|invalid|test)|localhost)"
    r"(?:[:/]|\Z)",
    re.IGNORECASE,
)
_REGISTERS = late.pattern(
    r"https?://(?:[\w-]+\.)*(?:officielebekendmakingen\.nl|tweedekamer\.nl|eerstekamer\.nl)/",
    re.IGNORECASE,
)


def url_fits_nummer(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Het webadres is dat van het genoemde stuk.

    Wat: Wijst `url` naar een Kamerstuk of naar antwoorden op Kamervragen bij Officiële
    bekendmakingen, dan staan daar hetzelfde dossier en nummer in als bij de bron.

    Waarom: Een lezer die op de vindplaats klikt, komt anders bij een ander stuk uit. Een van de
    twee is zeker fout.

    Fout:

        bronnen:
          - id: brief
            soort: kamerstuk
            titel: Brief
            dossier: "99901"
            ondernummer: "41"
            url: https://zoek.officielebekendmakingen.nl/kst-99901-14.html

    Goed:

        bronnen:
          - id: brief
            soort: kamerstuk
            titel: Brief
            dossier: "99901"
            ondernummer: "41"
            url: https://zoek.officielebekendmakingen.nl/kst-99901-41.html
    """
    for route, bron in bronnen(toets):
        own = written(bron)
        found = _addressed(bron.url or "")
        if own and found and own.split()[0] == found.split()[0] and own != found:
            yield Remark(
                route / "url",
                f"het adres is van {found}, maar bron ‘{bron.id}’ is {own}",
                "controleer het nummer en het adres; een van de twee klopt niet",
            )


def ecli_is_whole(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een ECLI is volledig.

    Wat: Waar ‘ECLI:’ staat, volgen het land, het gerecht, het jaar en het nummer, in hoofdletters
    en met dubbele punten ertussen.

    Waarom: Met een onvolledige ECLI is een uitspraak niet te vinden.

    Fout:

        bronnen:
          - {id: uitspraak, soort: uitspraak, titel: "Uitspraak ECLI:NL:RVS:20:99901"}

    Goed:

        bronnen:
          - {id: uitspraak, soort: uitspraak, titel: "Uitspraak ECLI:NL:RVS:2025:99901"}
    """
    if not mentions(toets, "ECLI:"):
        return
    for steps, text in leaves(toets):
        for match in _ECLI.finditer(text) if "ECLI:" in text else ():
            if not _WHOLE_ECLI.match(match[0]):
                yield Remark(
                    Route(steps),
                    f"‘{match[0]}’ is geen volledige ECLI",
                    "schrijf haar zoals ECLI:NL:RVS:2025:123",
                    within=match.span(),
                )


def adres_fits_fictief(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een echte toets heeft echte adressen, een verzonnen toets verzonnen adressen.

    Wat: Bij een toets die niet verzonnen is, wijst geen `url` naar een voorbeeldadres
    (example.org, localhost). Bij een verzonnen toets wijst geen Kamerstuk, en niet `origineel`,
    naar de website van de Kamers of van Officiële bekendmakingen.

    Waarom: Een verzonnen brief met een echte vindplaats laat een lezer denken dat hij bestaat. Een
    voorbeeldadres in een echte toets is een vergeten invulling.

    Fout:

        fictief: false
        bronnen:
          - {id: rapport, soort: rapport, titel: Rapport, url: "https://example.org/rapport"}

    Goed:

        fictief: true
        bronnen:
          - {id: rapport, soort: rapport, titel: Rapport, url: "https://example.org/rapport"}
    """
    for route, url, own in _urls(toets):
        if toets.fictief and own and _REGISTERS.match(url):
            message = "deze toets is verzonnen, maar dit adres is van een echt stuk"
            yield Remark(route, message, "gebruik een voorbeeldadres, zoals https://example.org/")
        elif not toets.fictief and _EXAMPLE.match(url):
            message = "dit is een voorbeeldadres, en deze toets is niet verzonnen"
            yield Remark(route, message, "vul het echte adres in, of laat ‘url’ weg")


def _urls(toets: Toets) -> Iterator[tuple[Route, str, bool]]:
    """Every address of a source and of the letter; whether it is that of a document of its own."""
    for route, bron in bronnen(toets):
        if bron.url:
            yield route / "url", bron.url, bron.soort in {"kamerstuk", "kamervraag"}
    if toets.brief and toets.brief.origineel:
        yield ROOT / "brief" / "origineel", toets.brief.origineel, True


def _addressed(url: str) -> str:
    """The document that an address names, as ``nummers.written`` writes it; ``""`` if none."""
    if found := _KAMERSTUK.match(url):
        return f"Kamerstuk {found[1]}, nr. {found[2]}"
    if found := _KAMERVRAAG.match(url):
        return f"Aanhangsel {found[1]}-{found[2]}, nr. {found[3]}"
    return ""
