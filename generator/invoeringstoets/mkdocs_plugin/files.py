"""Files as MkDocs wants them, with an exact answer to "was it modified?"."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel


class KeyedFile(File):
    """A file that counts as modified when its key is not the one it was last written with.

    Dates of files say nothing of templates, of other toetsen, or of the day things are looked at
    from; a key over everything a page is made of does.
    """

    key = ""
    written: Mapping[str, str] = {}

    def is_modified(self) -> bool:
        """Whether the output of this file is not the one of its key."""
        return self.written.get(self.dest_uri) != self.key


def page_file(config: MkDocsConfig, path: str) -> KeyedFile:
    """A virtual page at an output path; its content comes later, through the plugin.

    Never in the navigation: MkDocs' navigation is quadratic in its pages.
    """
    uri = path.removesuffix(".html") + ".md"
    file = KeyedFile.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    return _keyed(file)


def hand_written(config: MkDocsConfig, file: File) -> KeyedFile:
    """The same hand-written page, with a key in place of a date."""
    keyed = KeyedFile(
        file.src_uri,
        file.src_dir,
        config.site_dir,
        config.use_directory_urls,
        inclusion=file.inclusion,
    )
    keyed.edit_uri = file.edit_uri
    return keyed


def key_of(*parts: str | bytes) -> str:
    """One key of several parts; no two lists of parts share one."""
    found = sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode()
        found.update(len(data).to_bytes(8, "big") + data)
    return found.hexdigest()


def _keyed(file: File) -> KeyedFile:
    if not isinstance(file, KeyedFile):
        raise TypeError(f"{type(file).__name__} is no KeyedFile")
    return file
