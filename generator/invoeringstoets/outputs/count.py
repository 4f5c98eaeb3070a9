"""How many of what, as data and as a Dutch sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from invoeringstoets.diagnostic import Diagnostic, Severity

_WORDS = {
    Severity.FOUT: ("fout", "fouten"),
    Severity.WAARSCHUWING: ("waarschuwing", "waarschuwingen"),
    Severity.HINT: ("hint", "hints"),
}
_FILES = ("bestand", "bestanden")
_KNOWN = ("bekende bevinding", "bekende bevindingen")


def plural(number: int, words: tuple[str, str]) -> str:
    """A number with the word in singular or plural: "1 fout", "2 fouten"."""
    return f"{number} {words[0] if number == 1 else words[1]}"


def count(diagnostics: Sequence[Diagnostic]) -> dict[Severity, int]:
    """How many diagnostics there are of each severity, the heaviest first."""
    found = Counter(diagnostic.severity for diagnostic in diagnostics)
    return {severity: found[severity] for severity in Severity}


def listed(diagnostics: Sequence[Diagnostic]) -> str:
    """How many of what, the heaviest first: "2 fouten, 1 waarschuwing"; nothing for none."""
    return ", ".join(plural(n, _WORDS[what]) for what, n in count(diagnostics).items() if n)


def summary(diagnostics: Sequence[Diagnostic], files: int, *, known: int = 0) -> str:
    """The last line: "2 fouten in 1 bestand; 3 bestanden gecontroleerd".

    So many ``files`` were checked; the settings are not among them. ``known`` counts the findings
    that the baseline left out.
    """
    checked = f"{plural(files, _FILES)} gecontroleerd"
    what = listed(diagnostics)
    named = len({diagnostic.name for diagnostic in diagnostics})
    found = f"{what} in {plural(named, _FILES)}" + (f"; {checked}" if files > named else "")
    if not what:
        found = f"{checked}, geen {'nieuwe ' if known else ''}bevindingen"
    if not known:
        return found
    return f"{found}; {plural(known, _KNOWN)} uit de nulmeting"
