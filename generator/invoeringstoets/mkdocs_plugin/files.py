"""Files as MkDocs wants them, with an exact answer to "was it modified?"."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from invoeringstoets.mkdocs_plugin import bundling
from invoeringstoets.mkdocs_plugin.errors import SiteError


class KnownFile(File):
    """A file of which it is known whether it must be written.

    Dates of files say nothing of templates, of other toetsen, or of the day things are looked at
    from.
    """

    fresh = True

    def is_modified(self) -> bool:
        """Whether the output of this file must be written."""
        return self.fresh


def page_file(config: MkDocsConfig, path: str, *, fresh: bool) -> KnownFile:
    """A virtual page at an output path; its content comes later, through the plugin.

    Never in the navigation: MkDocs' navigation is quadratic in its pages.
    """
    uri = path.removesuffix(".html") + ".md"
    file = KnownFile.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    return _known(file, fresh=fresh)


def hand_written(config: MkDocsConfig, file: File, *, fresh: bool) -> KnownFile:
    """The same hand-written page, of which it is known whether it must be written."""
    known = KnownFile(
        file.src_uri,
        file.src_dir,
        config.site_dir,
        config.use_directory_urls,
        inclusion=file.inclusion,
    )
    known.edit_uri = file.edit_uri
    return _known(known, fresh=fresh)


def bundle(files: Files, config: MkDocsConfig) -> None:
    """Have sheets and scripts written together with those they name, and these not on their own.

    One that is in the output already, to the letter, is left alone. Raises ``PluginError``.
    """
    found = [file for file in files if file.src_uri.endswith(bundling.SUFFIXES)]
    texts = {file.src_uri: file.content_string for file in found}
    try:
        wholes = bundling.wholes(texts)
        gone = bundling.parts(texts) | wholes.keys()
    except SiteError as error:
        raise PluginError(str(error)) from error
    for file in found:
        if file.src_uri in gone:
            files.remove(file)
    for path, text in wholes.items():
        data = text.encode()
        file = KnownFile.generated(config, path, content=data)
        files.append(_known(file, fresh=not _holds(Path(file.abs_dest_path), data)))


def in_navigation(config: MkDocsConfig) -> frozenset[str]:
    """The source paths of all pages that the navigation names."""
    return frozenset(_paths(config.nav))


def folders(item: StructureItem) -> frozenset[str]:
    """The folders of all pages under a part of the navigation, and the pages outside folders."""
    if isinstance(item, Page):
        return frozenset({item.url.split("/")[0]})
    inner = item.children if isinstance(item, Section) else []
    return frozenset[str]().union(*map(folders, inner))


def _paths(nav: Any) -> Iterator[str]:  # noqa: ANN401 -- nested lists and mappings of text
    if isinstance(nav, str):
        yield nav
    elif nav:
        for part in nav.values() if isinstance(nav, dict) else nav:
            yield from _paths(part)


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def _known(file: File, *, fresh: bool) -> KnownFile:
    if not isinstance(file, KnownFile):
        raise TypeError(f"{type(file).__name__} is no KnownFile")
    file.fresh = fresh
    return file
