"""Values of ours as bytes, to be kept from one build to the next."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from enum import Enum
from io import BytesIO
from typing import Any


class Values:
    """Values of these dataclasses, named tuples and enumerations as bytes, and back.

    The bytes are a pickle, because that is three times as fast as building them from data again.
    Reading makes instances of these classes and nothing else, whatever the bytes say: what an
    instance holds is as good as the bytes, but nothing of the program changes.
    """

    def __init__(self, kinds: Iterable[type]) -> None:
        known = {(kind.__module__, kind.__qualname__): _stand_in(kind) for kind in kinds}

        class Reader(pickle.Unpickler):
            def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401
                return known[module, name]

        self._reader = Reader

    def packed(self, value: object) -> bytes:
        """The bytes of a value."""
        return pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)

    def unpacked(self, data: bytes) -> Any:  # noqa: ANN401 -- whatever was packed
        """The value of bytes; raises ``ValueError`` if they hold anything else."""
        try:
            return self._reader(BytesIO(data)).load()
        except Exception as error:
            raise ValueError("no value of ours") from error


class _Sealed(type):
    """A class that cannot be changed: a pickle may set attributes of whatever it names."""

    def __setattr__(cls, name: str, value: object) -> None:
        raise AttributeError(name)


def _stand_in(kind: type) -> type:
    """What a pickle gets for a class: it makes instances of that class, and does nothing else."""
    if issubclass(kind, Enum):  # its members are made once, and shared
        kind.__setstate__ = _refuse  # type: ignore[attr-defined]

    def new(_: type, *values: object) -> Any:  # noqa: ANN401 -- an instance of ``kind``
        return kind.__new__(kind, *values)

    return _Sealed(kind.__name__, (), {"__new__": new})


def _refuse(_: object, _state: object) -> None:
    raise AttributeError("a member of an enumeration cannot be changed")
