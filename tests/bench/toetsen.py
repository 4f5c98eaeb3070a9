"""Many valid toetsen of 9 to 12 KB, made from one of our own: different, but never clashing."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
ORIGINAL = "2026-accijnsretour"
SMALLEST, LARGEST = 9_000, 12_000
_KINDS = ("digitale", "papieren", "telefonische", "schriftelijke", "late", "vroege", "dubbele")
_TITLE = "Regeling accijnsretour streekbrouwers"
_FINDING = """\
  - id: X{number}
    stem: toets
    vraag: 2B
    titel: Medewerkers zien {count} {kind} opgaven in streek {number}
    tekst: >-
      In streek {number} kwamen {count} {kind} opgaven binnen. Een medewerker keek ze na, en belde
      de brouwer waar iets ontbrak. Bij één op de {odds} opgaven was dat nodig.
    themas: [personeel, dienstverlening]
    perspectief: uitvoering
    aard: knelpunt
    zekerheid: vastgesteld
    bronnen: [cijfers, gesprekken]
"""


def toets(number: int) -> str:
    """The text of one toets: its id, regeling, findings and figures are its own."""
    text = (ROOT / "toetsen" / f"{ORIGINAL}.yaml").read_text(encoding="utf-8")
    text = text.replace(f"id: {ORIGINAL}", f"id: {name(number)}")
    text = text.replace(_TITLE, f"{_TITLE} {number}")
    text = re.sub(r"waarde: 610\b", f"waarde: {600 + number}", text)
    findings = [_finding(number, place) for place in range(1, 5 + number % 6)]
    ids = ", ".join(f"X{place}" for place in range(1, 1 + len(findings)))
    text = text.replace("\nconclusies:\n", "".join(findings) + "\nconclusies:\n")
    text = text.replace("bevindingen: [B3]\n", f"bevindingen: [B3, {ids}]\n")
    return text.replace("bevindingen: [B1, B3]", f"bevindingen: [B1, B3, {ids}]")


def name(number: int) -> str:
    """The id of a toets, and what its file is called without ``.yaml``."""
    return f"2026-accijnsretour-{number:05d}"


def write(folder: Path, count: int) -> tuple[Path, ...]:
    """A project in a new folder with so many toetsen; the paths of the toetsen."""
    (folder / "toetsen").mkdir(parents=True)
    paths = tuple(folder / "toetsen" / f"{name(number)}.yaml" for number in range(count))
    for number, path in enumerate(paths):
        path.write_text(toets(number), encoding="utf-8", newline="\n")
    return paths


def _finding(number: int, place: int) -> str:
    kind = _KINDS[(number + place) % len(_KINDS)]
    return _FINDING.format(number=place, kind=kind, count=20 + number % 97 + place, odds=place + 2)
