"""``python -m invoeringstoets`` is ``toets``; Ctrl-C is heard from the first moment."""

import gc
import sys
from importlib import import_module

_MANY = 250_000
"""A run makes much that lives to its end: to look for rubbish as often as usual takes a tenth."""


def start() -> int:
    """Load the program and run it; the exit code, 130 if it was interrupted while loading."""
    gc.set_threshold(_MANY)
    try:
        code: int = import_module("invoeringstoets.cli").main()
    except KeyboardInterrupt:
        sys.stderr.write("toets: afgebroken\n")
        return 130
    gc.freeze()  # the process ends: all that is left need not be looked through for rubbish first
    return code


if __name__ == "__main__":
    sys.exit(start())
