"""What stands around the content of a page that was written before.

The theme puts the content of a generated page on it as it is, and looks at nothing of it. So a page
of which only the content changed is the same page with other content in it: it is the page that
MkDocs would write, without MkDocs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from invoeringstoets.pages import Page

Shell = tuple[str, int, int]
"""A key of all that a page is but its content, where that begins in its file, and its length."""


def shell_of(page: Page, data: bytes) -> Shell | None:
    """How a page lies in its file; ``None`` if its content is not there once, as it is."""
    content = _content(page)
    start = data.find(content)
    if not content or start < 0 or data.find(content, start + 1) >= 0:
        return None
    return _facts(page), start, len(content)


def filled(page: Page, shell: Any, *, there: bytes) -> bytes | None:  # noqa: ANN401 -- as kept
    """The file of a page, given the one there is; ``None`` if more than its content changed."""
    if shell is None:
        return None
    facts, start, length = shell
    if facts != _facts(page):
        return None
    return there[:start] + _content(page) + there[start + length :]


def refilled(
    pages: Mapping[str, Page], known: Mapping[str, Any], *, site: Path
) -> dict[str, bytes] | None:
    """The files of these pages of a site by path; ``None`` if more than content changed in any.

    ``known`` says by path how the pages lie in the files that are there. Raises ``OSError`` if one
    of those cannot be read.
    """
    files = {}
    for path, page in pages.items():
        data = filled(page, known.get(path), there=(site / path).read_bytes())
        if data is None:
            return None
        files[path] = data
    return files


def all_moved(pages: Mapping[str, Page], known: Mapping[str, Any]) -> dict[str, Shell]:
    """How these pages lie in their files after they were filled."""
    return {path: moved(page, known[path]) for path, page in pages.items()}


def moved(page: Page, shell: Any) -> Shell:  # noqa: ANN401 -- as it was kept
    """How a page lies in its file after it was filled."""
    facts, start, _ = shell
    return facts, start, len(_content(page))


def shells_of(pages: Mapping[str, Page], site: Path) -> dict[str, Shell]:
    """How these pages lie in their files in a site, as far as that can be said.

    Raises ``OSError`` if a file cannot be read.
    """
    found = ((path, shell_of(page, (site / path).read_bytes())) for path, page in pages.items())
    return {path: shell for path, shell in found if shell is not None}


def _facts(page: Page) -> str:
    return replace(page, html="").key


def _content(page: Page) -> bytes:
    """The content as MkDocs writes it."""
    return page.html.encode("utf-8", "xmlcharrefreplace")
