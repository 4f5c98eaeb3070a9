"""One table of ``huisstijl.toml``, and what there is to say of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path

from invoeringstoets.diagnostic import Diagnostic, Severity
from invoeringstoets.workspace import faults
from invoeringstoets.workspace.binary import MIB, UnreadableError, data_of
from invoeringstoets.workspace.settings import Settings

__all__ = ["MIB", "Table"]


@dataclass(frozen=True)
class Table:
    """Keys with values; ``words`` lead to it in the text, ``said`` grows as it is read.

    Paths in it are within ``folder``.
    """

    settings: Settings
    folder: Path
    words: tuple[str, ...] = ()
    said: list[Diagnostic] = field(default_factory=list)

    @property
    def values(self) -> Mapping[str, object]:
        """What stands in this table; nothing if it is no table."""
        found: object = self.settings.values
        for word in self.words:
            found = found.get(word) if isinstance(found, Mapping) else None
        return found if isinstance(found, Mapping) else {}

    def within(self, name: str) -> Table:
        """A table in this one; that it is no table is a fault."""
        inner = replace(self, words=(*self.words, name))
        if name in self.values and not isinstance(self.values[name], Mapping):
            self.fault(name, f"‘{name}’ hoort een groep te zijn", advice=f"zet er [{name}] boven")
        return inner

    def only(self, known: Sequence[str]) -> None:
        """Every key that is not one of these is a fault."""
        for key in self.values:
            if key not in known:
                close = get_close_matches(key, known, n=1)
                advice = f"bedoelde u ‘{close[0]}’?" if close else f"kies uit: {', '.join(known)}"
                self.fault(key, f"onbekende sleutel ‘{key}’ in de huisstijl", advice=advice)

    def text(self, key: str) -> str:
        """A text on one line; empty when it is not there."""
        value = self.values.get(key, "")
        if isinstance(value, str) and (value.strip() or key not in self.values):
            return " ".join(value.split())
        self.fault(key, f"‘{key}’ hoort een tekst te zijn", advice="zet er aanhalingstekens omheen")
        return ""

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; one text is a list of one."""
        value = self.values.get(key, [])
        found = [value] if isinstance(value, str) else value
        if isinstance(found, list) and all(isinstance(one, str) and one.strip() for one in found):
            return tuple(" ".join(one.split()) for one in found)
        self.fault(
            key, f"‘{key}’ hoort een lijst van teksten te zijn", advice=f'{key} = ["…", "…"]'
        )
        return ()

    def file(self, key: str, name: str, *, largest: int) -> bytes | None:
        """The bytes of a file within the folder of the house style, or a warning why not."""
        path = (self.folder / name).resolve()
        if not path.is_relative_to(self.folder.resolve()):
            self.warn(
                key, f"‘{name}’ ligt buiten de map van de huisstijl", advice="zet het bestand erin"
            )
            return None
        try:
            return data_of(path, most=largest)
        except UnreadableError as error:
            self.warn(
                key, f"‘{name}’ {error}", advice="de neutrale opmaak komt ervoor in de plaats"
            )
            return None

    def fault(self, key: str, message: str, *, advice: str) -> None:
        """Something in this table that was surely meant otherwise."""
        self._say(key, faults.BAD_HOUSE_STYLE, message, advice, Severity.FOUT)

    def warn(self, key: str, message: str, *, advice: str) -> None:
        """Something in this table that cannot be used; our own takes its place."""
        self._say(key, faults.UNUSED_HOUSE_STYLE, message, advice, Severity.WAARSCHUWING)

    def _say(self, key: str, *parts: str) -> None:
        code, message, advice, severity = parts
        found = self.settings.objection(message, advice, words=(*self.words, key))
        self.said.append(replace(found, code=code, severity=Severity(severity)))
