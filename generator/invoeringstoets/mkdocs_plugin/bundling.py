"""One sheet and one script for a page: each is written together with those that it names.

The theme keeps its sheets and scripts in small files. A sheet says which others stand in it
(``@import``, CSS Cascading and Inheritance Level 5, section 2), a script what it takes from others
(``import``, ECMA-262, section 16.2.2); here these take the place of their names, so that a page
asks for two files. A script of several parts is a classic one, for browsers refuse modules to a
page that was opened from disk.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

from invoeringstoets.mkdocs_plugin.errors import SiteError

_SHEET = re.compile(r'^@import url\("(?P<name>[^":/]+)"\) ?(?P<media>[^;\n]*);\n', re.MULTILINE)
_MODULE = re.compile(r'^import \{[^}]*\} from "\./(?P<name>[^"/]+)";\n+', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=const |let |function |async |class )", re.MULTILINE)
_NAMED = {".css": _SHEET, ".js": _MODULE}

SUFFIXES = tuple(_NAMED)
"""How the files end that may name others."""

Texts = Mapping[str, str]
"""The text of files by their path."""


def parts(texts: Texts) -> frozenset[str]:
    """The paths of what others name; raises ``SiteError`` if there is no such file."""
    return frozenset(path for of in texts for path in _named(of, texts))


def wholes(texts: Texts) -> dict[str, str]:
    """What names others and is named by none, with all of these in it, by its path.

    Raises ``SiteError`` if a named file is not there.
    """
    inner = parts(texts)
    outer = (path for path in texts if path not in inner and any(_named(path, texts)))
    return {path: (_sheet if path.endswith(".css") else _script)(path, texts) for path in outer}


def _sheet(path: str, texts: Texts) -> str:
    """A sheet with those that it names in their place; what is for a medium stays so."""

    def inlined(found: re.Match[str]) -> str:
        inner = _sheet(_beside(path, found["name"]), texts)
        return f"@media {found['media']} {{\n{inner}}}\n" if found["media"] else inner

    return _SHEET.sub(inlined, texts[path])


def _script(path: str, texts: Texts) -> str:
    """A classic script that does what a module does: all it takes is in one scope, once."""
    body = "\n".join(_modules(path, texts, seen=set()))
    return f'(() => {{\n"use strict";\n\n{body}}})();\n'


def _modules(path: str, texts: Texts, *, seen: set[str]) -> Iterator[str]:
    """The texts of a module and of those it takes from, in the order in which they run."""
    seen.add(path)
    for other in _named(path, texts):
        if other not in seen:
            yield from _modules(other, texts, seen=seen)
    yield _EXPORT.sub("", _MODULE.sub("", texts[path]))


def _named(path: str, texts: Texts) -> Iterator[str]:
    for found in _NAMED[posixpath.splitext(path)[1]].finditer(texts[path]):
        other = _beside(path, found["name"])
        if other not in texts:
            raise SiteError(
                f"‘{path}’ verwijst naar ‘{found['name']}’, maar dat bestand is er niet"
            )
        yield other


def _beside(path: str, name: str) -> str:
    return posixpath.join(posixpath.dirname(path), name)
