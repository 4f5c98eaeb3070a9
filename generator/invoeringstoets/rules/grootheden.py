"""Figures that can be right: signs, units, totals, and a source for each."""

from __future__ import annotations

from collections.abc import Iterator

from invoeringstoets.model import Kerncijfer, Toets
from invoeringstoets.model.datums import bounds
from invoeringstoets.route import ROOT
from invoeringstoets.rules.cijfers import COUNTED
from invoeringstoets.rules.rule import Remark, Words
from invoeringstoets.rules.uitkomsten import FINISHED

_PERCENT = frozenset({"%", "procent", "percent"})
_WHOLE = 100
_JUDGED = frozenset({"bevestigd", "deels", "wijkt_af"})


def aantal_is_possible(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een aantal is niet negatief, een aandeel niet meer dan het geheel.

    Wat: Een kerncijfer over de doelgroep, aanvragen, toekenningen, afwijzingen of gebruik is niet
    kleiner dan 0, en in procenten niet groter dan 100.

    Waarom: Minder dan niemand, of meer dan iedereen, bestaat niet. Een groei of een daling heeft
    een andere grootheid.

    Fout:

        kerncijfers:
          - {id: k1, grootheid: gebruik, waarde: 140, eenheid: procent}

    Goed:

        kerncijfers:
          - {id: k1, grootheid: gebruik, waarde: 14, eenheid: procent}
    """
    for number, item in enumerate(toets.kerncijfers):
        value = _number(item)
        if value is None or item.grootheid not in COUNTED:
            continue
        share = (item.eenheid or "").lower() in _PERCENT
        if value < 0 or (share and value > _WHOLE):
            yield Remark(
                ROOT / "kerncijfers" / number / "waarde",
                f"kerncijfer ‘{item.id}’ is {'negatief' if value < 0 else 'meer dan 100 procent'}",
                "controleer het getal; voor een groei of daling is de grootheid ‘anders’",
            )


def toekenningen_fit_aanvragen(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Er wordt niet meer toegekend en afgewezen dan aangevraagd.

    Wat: Zijn er bij één `peildatum`, in één `eenheid` en uit één bron één getal voor aanvragen en
    één voor toekenningen of afwijzingen, dan zijn die samen niet meer dan de aanvragen.

    Waarom: Wie het optelt, vindt de fout. Gaan de getallen over verschillende groepen, dan zegt de
    `eenheid` dat.

    Fout:

        kerncijfers:
          - {id: k1, grootheid: aanvragen, waarde: 310, eenheid: gezinnen, peildatum: 2025-01}
          - {id: k2, grootheid: toekenningen, waarde: 420, eenheid: gezinnen, peildatum: 2025-01}

    Goed:

        kerncijfers:
          - {id: k1, grootheid: aanvragen, waarde: 420, eenheid: gezinnen, peildatum: 2025-01}
          - {id: k2, grootheid: toekenningen, waarde: 310, eenheid: gezinnen, peildatum: 2025-01}
    """
    groups: dict[tuple[object, ...], dict[str, list[tuple[int, float]]]] = {}
    for number, item in enumerate(toets.kerncijfers):
        value = _number(item)
        if value is not None and item.eenheid and bounds(item.peildatum):
            key = (item.eenheid.casefold(), item.peildatum, item.bron)
            groups.setdefault(key, {}).setdefault(item.grootheid, []).append((number, value))
    for found in groups.values():
        asked = found.get("aanvragen", [])
        parts = [found.get(name, []) for name in ("toekenningen", "afwijzingen")]
        if len(asked) != 1 or any(len(part) > 1 for part in parts):
            continue
        settled = [part[0] for part in parts if part]
        if settled and sum(value for _, value in settled) > asked[0][1]:
            number = settled[0][0]
            item, base = toets.kerncijfers[number], toets.kerncijfers[asked[0][0]]
            yield Remark(
                ROOT / "kerncijfers" / number / "waarde",
                f"er is meer toegekend of afgewezen dan aangevraagd: zie ‘{item.id}’ en "
                f"‘{base.id}’",
                "controleer de getallen, of zeg met de ‘eenheid’ waarover elk gaat",
            )


def kerncijfer_is_told_apart(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Twee cijfers over hetzelfde zijn uit elkaar te houden.

    Wat: Hebben twee kerncijfers dezelfde `grootheid`, `eenheid`, `peildatum` en `kwalificatie` en
    een ander getal, dan heeft minstens één een `omschrijving`. De grootheid `anders` telt niet mee.

    Waarom: Een lezer ziet anders twee waarden voor één ding. Spreken bronnen elkaar tegen, dan
    hoort dat bij `conflicten`.

    Fout:

        kerncijfers:
          - {id: k1, grootheid: gebruik, waarde: 170, eenheid: ouders, peildatum: 2025-01}
          - {id: k2, grootheid: gebruik, waarde: 150, eenheid: ouders, peildatum: 2025-01}

    Goed:

        kerncijfers:
          - {id: k1, grootheid: gebruik, waarde: 170, eenheid: ouders, peildatum: 2025-01}
          - {id: k2, grootheid: gebruik, waarde: 150, eenheid: ouders, peildatum: 2025-01,
             omschrijving: ouders met een betaalde baan}
    """
    first: dict[tuple[str | None, ...], Kerncijfer] = {}
    for number, item in enumerate(toets.kerncijfers):
        told = item.grootheid == "anders" or item.omschrijving or not item.eenheid
        if told or _number(item) is None:
            continue
        key = (item.grootheid, item.eenheid, item.peildatum, item.kwalificatie)
        other = first.setdefault(key, item)
        if other.waarde != item.waarde:
            yield Remark(
                ROOT / "kerncijfers" / number / "waarde",
                f"de kerncijfers ‘{other.id}’ en ‘{item.id}’ zeggen hetzelfde met een ander getal",
                "zeg bij ‘omschrijving’ waarin zij verschillen, of gebruik ‘conflicten’",
            )


def waarde_has_eenheid(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een getal heeft een eenheid.

    Wat: Een kerncijfer met een getal als `waarde` heeft een `eenheid`.

    Waarom: ‘Gebruik: 170’ kan over ouders, kinderen of gezinnen gaan.

    Fout:

        kerncijfers:
          - {id: k1, grootheid: gebruik, waarde: 170}

    Goed:

        kerncijfers:
          - {id: k1, grootheid: gebruik, waarde: 170, eenheid: ouders}
    """
    for number, item in enumerate(toets.kerncijfers):
        if _number(item) is not None and not item.eenheid:
            yield Remark(
                ROOT / "kerncijfers" / number / "waarde",
                f"kerncijfer ‘{item.id}’ heeft een getal zonder eenheid",
                "zeg bij ‘eenheid’ wat er is geteld, zoals ouders of euro",
            )


def kerncijfer_has_bron(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Een kerncijfer heeft een bron.

    Wat: In een vastgestelde of aangeboden toets heeft elk kerncijfer een `bron`.

    Waarom: Een getal gaat een eigen leven leiden. Wie het overneemt, moet kunnen nagaan waar het
    vandaan komt.

    Fout:

        status: vastgesteld
        kerncijfers:
          - {id: k1, grootheid: gebruik, waarde: 170, eenheid: ouders}

    Goed:

        status: vastgesteld
        kerncijfers:
          - {id: k1, grootheid: gebruik, waarde: 170, eenheid: ouders, bron: rapport}
    """
    for number, item in enumerate(toets.kerncijfers if toets.status in FINISHED else ()):
        if not item.bron:
            yield Remark(
                ROOT / "kerncijfers" / number / "id",
                f"bij kerncijfer ‘{item.id}’ staat niet waar het vandaan komt",
                "noem de bron",
            )


def oordeel_needs_praktijk(toets: Toets, _words: Words) -> Iterator[Remark]:
    """Wie over een aanname oordeelt, zegt wat de praktijk is.

    Wat: Een aanname met het oordeel `bevestigd`, `deels` of `wijkt_af` heeft `praktijk` ingevuld.

    Waarom: Aanname tegen praktijk is het hart van vraag 1C en 2C. Zonder de praktijk is het oordeel
    niet na te gaan.

    Fout:

        aannames:
          - {id: n1, tekst: Ouders vinden het zelf., oordeel: wijkt_af}

    Goed:

        aannames:
          - id: n1
            tekst: Ouders vinden het zelf.
            oordeel: wijkt_af
            praktijk: {omschrijving: Veel ouders kennen de regeling niet.}
    """
    for number, item in enumerate(toets.aannames):
        if item.oordeel in _JUDGED and item.praktijk is None:
            yield Remark(
                ROOT / "aannames" / number / "oordeel",
                f"bij aanname ‘{item.id}’ staat een oordeel, maar niet wat de praktijk is",
                "vul ‘praktijk’ in, of kies ‘niet_vast_te_stellen’",
            )


def _number(item: Kerncijfer) -> float | None:
    """The value of a figure, if it is a number."""
    return None if isinstance(item.waarde, str | None) else float(item.waarde)
