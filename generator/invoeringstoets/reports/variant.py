"""One of the documents that a report is: a letter for each Kamer, an overview for each year."""

from __future__ import annotations

from dataclasses import dataclass

from invoeringstoets.document import Document


@dataclass(frozen=True)
class Variant:
    """A document of a report; ``suffix`` goes into the file name, ``label`` tells readers which.

    Both are empty for a report that is one document. A ``bare`` one leaves out what the data hold,
    and so never takes those along.
    """

    document: Document
    suffix: str = ""
    label: str = ""
    bare: bool = False

    def stem(self, name: str) -> str:
        """The name of its file without extension: ``2024-kot-wlz-kamerbrief-ek``."""
        return f"{name}-{self.suffix}" if self.suffix else name

    def title(self, name: str) -> str:
        """What a reader calls it: "Kamerbrief aan de Eerste Kamer"."""
        return f"{name} {self.label}" if self.label else name
