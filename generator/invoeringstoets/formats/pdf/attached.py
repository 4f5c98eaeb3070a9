"""The source data inside a PDF, read back: the only module that knows a PDF reader.

Bounded in every way: a PDF from elsewhere may be damaged, or made to use up the machine.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePath
from typing import Any

import pypdf
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from invoeringstoets.formats.pdf.source import Attachment
from invoeringstoets.syntax import MAX_SIZE

LARGEST = 64 * 1024 * 1024
"""The largest PDF in bytes that is looked into."""

_SUFFIXES = (".yaml", ".yml")
_MOST = 1000
"""So many attachments and branches are looked at."""

# What the reader thinks of a file is not for whoever asked for the source.
logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False


class NoSourceError(Exception):
    """No source could be read from a PDF; says why in Dutch, ``advice`` what to do."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice


_NOT_WHOLE = "de PDF is beschadigd of niet volledig"
_LOCKED = "de PDF is beveiligd met een wachtwoord"
_UNLOCK = "haal de beveiliging er eerst af"
_AGAIN = "haal het bestand nog eens op"
_NONE = "in deze PDF zitten geen gegevens"
_MAKE = "maak de PDF met ‘toets rapport ID --naar pdf --bron’"


def attached(data: bytes) -> Attachment:
    """The YAML that a PDF was made of; raises ``NoSourceError``."""
    if b"%PDF-" not in data[:1024]:
        raise NoSourceError("dit is geen PDF", "noem een bestand dat ‘toets rapport’ heeft gemaakt")
    if len(data) > LARGEST:
        raise NoSourceError(f"de PDF is groter dan {LARGEST // 1024**2} MB")
    try:
        return _source(pypdf.PdfReader(BytesIO(data)))
    except DependencyError as error:  # to read one would take a library for its cipher
        raise NoSourceError(_LOCKED, _UNLOCK) from error
    # A damaged file may go wrong anywhere in the reader; to whoever asks it is all the same.
    except (
        PyPdfError,
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        ArithmeticError,
    ) as error:
        raise NoSourceError(_NOT_WHOLE, _AGAIN) from error
    except (RecursionError, MemoryError, OSError, NotImplementedError) as error:
        raise NoSourceError(_NOT_WHOLE, _AGAIN) from error


def _source(reader: pypdf.PdfReader) -> Attachment:
    if reader.is_encrypted:
        raise NoSourceError(_LOCKED, _UNLOCK)
    found = [one for one in _specifications(reader) if _name(one).lower().endswith(_SUFFIXES)]
    if not found:
        raise NoSourceError(_NONE, _MAKE)
    # What says that it is the source comes first.
    found.sort(key=lambda one: one.get("/AFRelationship") != "/Source")
    return Attachment(_name(found[0]), _text(found[0]))


def _specifications(reader: pypdf.PdfReader) -> Iterator[DictionaryObject]:
    """The file specifications: of the document as a whole, and those in the tree of names."""
    root = reader.trailer["/Root"].get_object()
    if not isinstance(root, DictionaryObject):
        return
    yield from _dictionaries(root.get("/AF"))
    names = _resolved(root.get("/Names"))
    tree = _resolved(names.get("/EmbeddedFiles")) if isinstance(names, DictionaryObject) else None
    waiting, seen = [tree], 0
    while waiting and seen < _MOST:
        node = _resolved(waiting.pop(0))
        seen += 1
        if isinstance(node, DictionaryObject):
            yield from _dictionaries(node.get("/Names"))
            kids = _resolved(node.get("/Kids"))
            waiting += list(kids)[:_MOST] if isinstance(kids, ArrayObject) else []


def _dictionaries(items: Any) -> Iterator[DictionaryObject]:  # noqa: ANN401 - whatever a PDF holds
    array = _resolved(items)
    for item in list(array)[:_MOST] if isinstance(array, ArrayObject) else ():
        one = _resolved(item)
        if isinstance(one, DictionaryObject):
            yield one


def _resolved(value: Any) -> Any:  # noqa: ANN401 - whatever a PDF holds
    return value.get_object() if isinstance(value, IndirectObject) else value


def _name(specification: DictionaryObject) -> str:
    """The name of the file, without any folder: it comes from elsewhere."""
    given = _resolved(specification.get("/UF") or specification.get("/F") or "")
    return PurePath(str(given).replace("\\", "/")).name


def _text(specification: DictionaryObject) -> str:
    files = _resolved(specification.get("/EF"))
    stream = _resolved(files.get("/F")) if isinstance(files, DictionaryObject) else None
    if not isinstance(stream, StreamObject):
        raise NoSourceError(_NOT_WHOLE, _AGAIN)
    data = stream.get_data()
    if len(data) > MAX_SIZE:
        raise NoSourceError(f"de gegevens in de PDF zijn groter dan {MAX_SIZE // 1024**2} MB")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NoSourceError("de gegevens in de PDF zijn geen tekst (UTF-8)") from error
