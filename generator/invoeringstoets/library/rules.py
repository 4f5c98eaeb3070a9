"""Rules across files: what only shows when all toetsen are side by side.

Of a file with a fault of its own nothing is said, nor of another what only that fault may bring
about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from invoeringstoets.diagnostic import Finding, Manual, Severity
from invoeringstoets.library.outline import Entry
from invoeringstoets.library.related import are_strangers, names
from invoeringstoets.model.datums import before
from invoeringstoets.record import record
from invoeringstoets.route import ROOT
from invoeringstoets.rules.places import suggestion
from invoeringstoets.rules.rule import Remark, finding, manual

Check = Callable[[Sequence[Entry]], Iterator[tuple[str, Remark]]]


@record(frozen=True)
class LibraryRule:
    """One entry of ``LIBRARY_RULES``: calling it gives file names with findings in them."""

    code: str
    severity: Severity
    function: Check

    def __call__(self, entries: Sequence[Entry]) -> Iterator[tuple[str, Finding]]:
        """Everything this rule finds in the files together."""
        for name, remark in self.function(entries):
            yield name, finding(remark, code=self.code, severity=self.severity)

    @property
    def manual(self) -> Manual:
        """The page of this rule, as its docstring has it."""
        return manual(self.function, code=self.code, severity=self.severity)


def verwante_toets_exists(entries: Sequence[Entry]) -> Iterator[tuple[str, Remark]]:
    """Een verwante toets bestaat.

    Wat: Elk id bij `verwante_toetsen` is het id, of een vorig id, van een andere toets.

    Waarom: Op de site wordt het een verwijzing; die mag niet doodlopen.

    Fout:

        # er is geen bestand 2025-huurtoeslag.yaml
        id: 2026-huurtoeslag-jongeren
        verwante_toetsen: [2025-huurtoeslag]

    Goed:

        # er is een bestand 2024-huurtoeslag.yaml
        id: 2026-huurtoeslag-jongeren
        verwante_toetsen: [2024-huurtoeslag]
    """
    owners = {name: entry.toets.id for entry in entries for name in names(entry.toets)}
    unsure = frozenset().union(*(entry.unsure for entry in entries))
    for entry in entries:
        own = entry.toets.id
        for number, ref in enumerate(entry.toets.verwante_toetsen):
            if owners.get(ref, own) == own and (ref == own or ref not in unsure):
                yield (
                    entry.name,
                    Remark(
                        ROOT / "verwante_toetsen" / number,
                        f"toets ‘{own}’ verwijst naar zichzelf"
                        if ref in owners
                        else f"toets ‘{ref}’ bestaat niet; toets ‘{own}’ noemt haar verwant",
                        "haal de verwijzing weg" if ref in owners else suggestion(ref, owners),
                    ),
                )


def id_is_unique(entries: Sequence[Entry]) -> Iterator[tuple[str, Remark]]:
    """Twee bestanden hebben niet hetzelfde id.

    Wat: Elk `id` komt in alle bestanden samen één keer voor.

    Waarom: Het id is het adres van de pagina en de naam van het rapport. Twee toetsen met
    hetzelfde id zouden elkaar overschrijven.

    Fout:

        # in toetsen/2026-huurtoeslag.yaml en in toetsen/oud/2026-huurtoeslag.yaml
        id: 2026-huurtoeslag

    Goed:

        # alleen in toetsen/2026-huurtoeslag.yaml
        id: 2026-huurtoeslag
    """
    first: dict[str, str] = {}
    for entry in entries:
        toets_id = entry.toets.id
        if toets_id in first:
            yield (
                entry.name,
                Remark(
                    ROOT / "id",
                    f"het id ‘{toets_id}’ is ook dat van {first[toets_id]}",
                    "geef een van de twee een ander id en een andere bestandsnaam",
                ),
            )
        first.setdefault(toets_id, entry.name)


def vorig_id_is_free(entries: Sequence[Entry]) -> Iterator[tuple[str, Remark]]:
    """Een vorig id is van niemand anders.

    Wat: Een id bij `vorige_ids` is niet het id of een vorig id van een andere toets, en niet het
    eigen id.

    Waarom: Wie het oude adres bezoekt, komt bij één toets uit.

    Fout:

        # in 2026-huurtoeslag.yaml, terwijl er ook een 2025-huurtoeslag.yaml is
        id: 2026-huurtoeslag
        vorige_ids: [2025-huurtoeslag]

    Goed:

        # er is geen 2025-huurtoeslag.yaml meer
        id: 2026-huurtoeslag
        vorige_ids: [2025-huurtoeslag]
    """
    owners = {entry.toets.id: entry.name for entry in entries}
    for entry in entries:
        for number, earlier in enumerate(entry.toets.vorige_ids):
            if earlier in owners:
                owner = "dit bestand" if owners[earlier] == entry.name else owners[earlier]
                yield (
                    entry.name,
                    Remark(
                        ROOT / "vorige_ids" / number,
                        f"het vorige id ‘{earlier}’ is al in gebruik, in {owner}",
                        "een vorig id hoort bij één toets, en die heet nu anders",
                    ),
                )
            owners.setdefault(earlier, entry.name)


def regeling_has_one_toets(entries: Sequence[Entry]) -> Iterator[tuple[str, Remark]]:
    """Over een regeling gaat meestal één toets.

    Wat: Twee bestanden met dezelfde `regeling.citeertitel` en dezelfde `soort` noemen elkaar bij
    `verwante_toetsen`.

    Waarom: Vaak is het tweede bestand per ongeluk gemaakt. Zijn het twee toetsen, dan wil een
    lezer van de een naar de ander.

    Fout:

        # twee bestanden, zonder verwijzing
        soort: invoeringstoets
        regeling: {citeertitel: Wet op de huurtoeslag}

    Goed:

        # het tweede bestand
        soort: invoeringstoets
        regeling: {citeertitel: Wet op de huurtoeslag}
        verwante_toetsen: [2024-huurtoeslag]
    """
    first: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        key = (entry.toets.citeertitel.casefold(), entry.toets.soort)
        other = first.setdefault(key, entry)
        if other is not entry and are_strangers(entry, other, among=entries):
            yield (
                entry.name,
                Remark(
                    ROOT / "regeling" / "citeertitel",
                    f"over ‘{entry.toets.citeertitel}’ gaat ook {other.name}",
                    f"zijn het twee toetsen, noem dan ‘{other.toets.id}’ bij ‘verwante_toetsen’",
                ),
            )


def brief_is_of_one_toets(entries: Sequence[Entry]) -> Iterator[tuple[str, Remark]]:
    """Een brief hoort bij één toets.

    Wat: Geen twee toetsen zijn met dezelfde brief aangeboden (dezelfde Kamer, hetzelfde eerste
    dossier en hetzelfde nummer), of zij noemen elkaar bij `verwante_toetsen`.

    Waarom: Vaak is een bestand gekopieerd en het nummer blijven staan. Gaat één brief over twee
    toetsen, dan wil een lezer van de een naar de ander.

    Fout:

        # twee bestanden, zonder verwijzing
        brief:
          verzendingen:
            - {kamer: tk, dossiers: [{nummer: "36999"}], ondernummer: 12}

    Goed:

        # het tweede bestand
        brief:
          verzendingen:
            - {kamer: tk, dossiers: [{nummer: "36999"}], ondernummer: 12}
        verwante_toetsen: [2024-huurtoeslag]
    """
    first: dict[str, Entry] = {}
    for entry in entries:
        for number, place in entry.toets.letters:
            other = first.setdefault(str(number), entry)
            if other is not entry and are_strangers(entry, other, among=entries):
                yield (
                    entry.name,
                    Remark(
                        ROOT / "brief" / "verzendingen" / int(place) / "ondernummer",
                        f"{number} is ook de brief van {other.name}",
                        "controleer het nummer; gaat één brief over twee toetsen, noem dan "
                        f"‘{other.toets.id}’ bij ‘verwante_toetsen’",
                    ),
                )


def stuk_has_one_datum(entries: Sequence[Entry]) -> Iterator[tuple[str, Remark]]:
    """Een stuk heeft in elk bestand dezelfde datum.

    Wat: Noemen twee toetsen hetzelfde Kamerstuk bij hun bronnen, dan spreken de datums elkaar niet
    tegen. Een maand of een jaar past bij elke dag daarin.

    Waarom: Het is één stuk; een van de twee datums is een tikfout.

    Fout:

        # in een ander bestand heeft dit stuk de datum 2024-03-12
        bronnen:
          - {id: brief, soort: kamerstuk, titel: Brief, dossier: "36999", ondernummer: 12,
             datum: 2024-03-21}

    Goed:

        bronnen:
          - {id: brief, soort: kamerstuk, titel: Brief, dossier: "36999", ondernummer: 12,
             datum: 2024-03-12}
    """
    first: dict[str, tuple[str, Entry]] = {}
    for entry in entries:
        for number, datum, place in entry.toets.stukken:
            known, other = first.setdefault(str(number), (str(datum), entry))
            sure = other is not entry and other.sound
            if sure and (before(known, str(datum)) or before(str(datum), known)):
                yield (
                    entry.name,
                    Remark(
                        ROOT / "bronnen" / int(place) / "datum",
                        f"{number} heeft hier de datum {datum}, en in {other.name} {known}",
                        "controleer welke datum op het stuk staat",
                    ),
                )


LIBRARY_RULES: tuple[LibraryRule, ...] = (
    LibraryRule("T901", Severity.FOUT, verwante_toets_exists),
    LibraryRule("T902", Severity.FOUT, id_is_unique),
    LibraryRule("T903", Severity.FOUT, vorig_id_is_free),
    LibraryRule("T904", Severity.HINT, regeling_has_one_toets),
    LibraryRule("T905", Severity.WAARSCHUWING, brief_is_of_one_toets),
    LibraryRule("T906", Severity.WAARSCHUWING, stuk_has_one_datum),
)
"""Every rule across files, by code."""


def check(entries: Sequence[Entry]) -> tuple[tuple[str, Finding], ...]:
    """All that shows when the files are side by side: file name and finding, by rule."""
    unsound = {entry.name for entry in entries if not entry.sound}
    return tuple(
        (name, found)
        for rule in LIBRARY_RULES
        for name, found in rule(entries)
        if name not in unsound
    )
