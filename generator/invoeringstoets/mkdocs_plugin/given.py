"""What a build of MkDocs is given to make: which pages there are, and which to write."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from invoeringstoets.incremental import PAGE, Made
from invoeringstoets.pages import Asset, Page


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


def given_of(made: Made, *, internal: bool, known: bool = False) -> Given:
    """What MkDocs has to build of a site that was made."""
    return Given(made.keys[PAGE].keys(), pages_of(made), internal, known)


def pages_of(made: Made) -> dict[str, Page]:
    """The pages that are to be written, by path."""
    return {path: one for path, one in made.fresh[PAGE].items() if isinstance(one, Page)}


def data_of(thing: Page | Asset) -> bytes:
    """The bytes of a file that is no page."""
    if isinstance(thing, Page):
        raise TypeError(f"{thing.path} is a page")
    return thing.data
