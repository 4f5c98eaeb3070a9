"""What a build of MkDocs is given to make: which pages there are, and which to write."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from invoeringstoets.pages import Page


@dataclass(frozen=True)
class Given:
    """The pages of a build.

    ``paths`` are the output paths of all generated pages, ``fresh`` are those to write; the others
    are there already. When all paths are ``known`` from the build before, the hand-written pages
    are there already too.
    """

    paths: Collection[str]
    fresh: Mapping[str, Page] = field(default_factory=dict)
    internal: bool = False
    known: bool = False

    @property
    def partly(self) -> bool:
        """Whether some pages are there already."""
        return self.known or len(self.fresh) < len(self.paths)
