"""What stands around the content of a page that was written before.

The theme puts the content of a generated page on it as it is, and looks at nothing of it. So a page
of which only the content changed is the same page with other content in it: it is the page that
MkDocs would write, without MkDocs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
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


def moved(page: Page, shell: Any) -> Shell:  # noqa: ANN401 -- as it was kept
    """How a page lies in its file after it was filled."""
    facts, start, _ = shell
    return facts, start, len(_content(page))


def shells_of(pages: Mapping[str, Page], files: Mapping[str, bytes]) -> dict[str, Shell]:
    """How these pages lie in their files, as far as that can be said."""
    found = ((path, shell_of(page, files.get(path, b""))) for path, page in pages.items())
    return {path: shell for path, shell in found if shell is not None}


def _facts(page: Page) -> str:
    return replace(page, html="").key


def _content(page: Page) -> bytes:
    """The content as MkDocs writes it."""
    return page.html.encode("utf-8", "xmlcharrefreplace")
