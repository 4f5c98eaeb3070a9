"""What pandoc takes for some texts: it makes one document in a process."""

import subprocess
import sys
from pathlib import Path

program, form, *paths = sys.argv[1:]
for path in paths:
    target = Path(path).with_suffix(f".{form}")
    subprocess.run([program, path, "-f", "markdown", "-o", target], check=True)
