"""Values of ours as bytes, to be kept from one build to the next."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from io import BytesIO
from typing import Any


class Values:
    """Values of these dataclasses and enumerations as bytes, and back.

    The bytes are a pickle, because that is three times as fast as building them from data again.
    Reading makes instances of these classes and nothing else, whatever the bytes say.
    """

    def __init__(self, kinds: Iterable[type]) -> None:
        known = {(kind.__module__, kind.__qualname__): kind for kind in kinds}

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
