"""``python -m invoeringstoets`` is ``toets``."""

import sys

from invoeringstoets.cli import main

if __name__ == "__main__":
    sys.exit(main())
