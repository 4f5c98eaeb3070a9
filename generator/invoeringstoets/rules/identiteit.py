"""Names: of the file, and of everything in it that has an id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain

from invoeringstoets.model import Toets
from invoeringstoets.route import ROOT, Route
from invoeringstoets.rules.places import NOUNS, Same, path, plain, texts
from invoeringstoets.rules.rule import Remark, Words

LISTS_WITH_IDS: Mapping[str, str] = {
    "organisaties": "organisaties[].id",
    "kerncijfers": "kerncijfers[].id",
    "onderzoeksvragen": "aanleiding.onderzoeksvragen[].id",
    "signalen": "signalen[].id",
    "aannames": "aannames[].id",
    "bevindingen": "bevindingen[].id",
    "conclusies": "conclusies[].id",
    "aanbevelingen": "aanbevelingen[].id",
    "acties": "acties[].id",
    "bronnen": "bronnen[].id",
    "voetnoten": "brief.voetnoten[].id",
}
"""Every list of which the items have an id, and where those ids are."""

_ROWS = ("risicotabel[].rij", "uitvoeringstoets.risicos[].rij", "uitvoeringstoets.kosten[].post")


def ids(toets: Toets, list_name: str) -> tuple[str, ...]:
    """The ids in one of the lists of ``LISTS_WITH_IDS``, in the order of the file."""
    return _ids(Same(toets))[list_name]


@lru_cache(maxsize=1)
def _ids(same: Same) -> Mapping[str, tuple[str, ...]]:
    """One walk for the rules that ask for ids: they run on the same toets in turn."""
    return {
        name: tuple([text for text in plain(same.toets, pattern) if isinstance(text, str)])
        for name, pattern in LISTS_WITH_IDS.items()
    }


def id_is_file_name(toets: Toets, words: Words) -> Iterator[Remark]:
    """Het id is de bestandsnaam.

    Wat: Het `id` van een toets is gelijk aan de naam van het bestand, zonder `.yaml`.

    Waarom: Verwijzingen, webadressen en namen van rapporten zijn van het id gemaakt. Wie het
    bestand zoekt, moet het aan zijn naam herkennen.

    Fout:

        # in het bestand 2026-huurtoeslag.yaml
        id: 2025-huurtoeslag

    Goed:

        # in het bestand 2026-huurtoeslag.yaml
        id: 2026-huurtoeslag
    """
    if words.file_stem and words.file_stem != toets.id:
        yield Remark(
            ROOT / "id",
            f"het id is ‘{toets.id}’, maar het bestand heet ‘{words.file_stem}’",
            f"noem het bestand ‘{toets.id}.yaml’, of verander het id; "
            "een oud id hoort in ‘vorige_ids’",
        )


def ids_are_unique(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een id komt in een lijst één keer voor.

    Wat: Binnen één lijst, zoals `conclusies` of `bronnen`, heeft elk onderdeel een eigen `id`.

    Waarom: Een verwijzing naar een id dat twee keer voorkomt, zegt niet welk van de twee bedoeld
    is.

    Fout:

        bevindingen:
          - id: b1
            titel: Aanvragen duurt lang
          - id: b1
            titel: De regeling is weinig bekend

    Goed:

        bevindingen:
          - id: b1
            titel: Aanvragen duurt lang
          - id: b2
            titel: De regeling is weinig bekend
    """
    for list_name, pattern in LISTS_WITH_IDS.items():
        known = ids(toets, list_name)
        if len(set(known)) == len(known):
            continue
        for route, item_id, where in _repeated(toets, pattern):
            yield Remark(
                route,
                f"{NOUNS[list_name]} ‘{item_id}’ staat er twee keer: {where}",
                "geef een van de twee een ander id en pas de verwijzingen aan,"
                " of haal er een weg als zij hetzelfde zeggen",
            )


def rij_is_unique(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een rij komt in een tabel één keer voor.

    Wat: In `risicotabel` en in de tabellen van de uitvoeringstoets staat elke rij één keer.

    Waarom: Verwacht en waargenomen worden per rij naast elkaar gezet. Met twee dezelfde rijen is
    niet te zeggen welke waarde geldt.

    Fout:

        risicotabel:
          - {rij: handhaafbaarheid, verwacht: "2", waargenomen: "2"}
          - {rij: handhaafbaarheid, verwacht: "3", waargenomen: "2"}

    Goed:

        risicotabel:
          - {rij: handhaafbaarheid, verwacht: "2", waargenomen: "2"}
          - {rij: fraudebestendigheid, verwacht: "3", waargenomen: "2"}
    """
    for route, row, where in chain.from_iterable(_repeated(toets, pattern) for pattern in _ROWS):
        yield Remark(
            route,
            f"de rij ‘{row}’ staat er twee keer: {where}",
            "voeg de twee rijen samen",
        )


def _repeated(toets: Toets, pattern: str) -> Iterator[tuple[Route, str, str]]:
    """Each value that was there before: its route, the value, and both places in words."""
    there = plain(toets, pattern)
    if len(set(there)) == len(there):
        return
    seen: dict[str, int] = {}
    for number, (route, text) in enumerate(texts(toets, pattern), start=1):
        if text in seen:
            where = f"als {seen[text]}e en als {number}e van ‘{path(route.parent)}’"
            yield route, text, where
        seen.setdefault(text, number)
