"""Texts made to exhaust a reader: refused at once and in little memory, each in its own process."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux tells what a process needed at most"
)

LARGE = 1024**2
SECONDS = 0.2
MEGABYTES = 100
"""What we promise for a trap; a text of megabytes, or with much to explain, takes longer."""

PROGRAM = """
import json, resource, time
limit = 512 * 1024 ** 2  # of addresses, most of which a Python process never touches
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
from invoeringstoets import pipeline
from invoeringstoets.schema import Schemas
from invoeringstoets.source import Source
text = {text}
schemas = Schemas()
begun = time.process_time()
found = pipeline.check(Source("2026-proef.yaml", text), schemas).diagnostics
spent = time.process_time() - begun
with open("/proc/self/status") as status:  # ru_maxrss would count the parent's memory
    peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
shown = [(d.code, d.span.start.line, d.span.start.column) for d in found]
print(json.dumps([shown[:5], spent, peak / 1024]))
"""

BOMB = (
    "'a: &a [x, x, x, x, x, x, x, x, x]\\n'"
    " + ''.join(f'{chr(98 + n)}: &{chr(98 + n)} [' + ', '.join(['*' + chr(97 + n)] * 9) + ']\\n'"
    " for n in range(24))"
)
HEAD = (
    "'schemaversie: 1\\nid: 2026-proef\\nsoort: quickscan\\nstatus: gepland\\n"
    "titel: x\\nregeling:\\n  citeertitel: x\\n'"
)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (BOMB, ["T021", 1, 4]),
        ("'[' * 100_000", ["T026", 1, 65]),
        ("'{a: ' * 100_000", ["T026", 1, 257]),
        ("'- ' * 100_000", ["T026", 1, 129]),
        ("'? ' * 100_000", ["T026", 1, 129]),
        ("'\\n'.join(' ' * n + 'a:' for n in range(1000))", ["T026", 65, 65]),
        ("'a: \"' + 'x' * 5_000_000", ["T006", 1, 4]),
        ("'a: ' + '-' * 5_000_000 + ': ' * 3", ["T007", 1, 4]),
        ("'x' * (11 * 1024 ** 2)", ["T002", 1, 1]),
        ("'é' * (6 * 1024 ** 2)", ["T002", 1, 1]),
        (HEAD + " + 'bronnen:\\n' + '  - zomaar\\n' * 5_000", ["T105", 9, 5]),
        (HEAD + " + ''.join(f'k{n}: 1\\n' for n in range(5_000))", ["T102", 8, 1]),
    ],
    ids=[
        *("aliases", "brackets", "braces", "dashes", "questions", "indents", "open quote"),
        *("long line", "too large", "too large in bytes", "many faults", "many unknown keys"),
    ],
)
def test_a_trap_is_refused_in_little_time_and_memory(text: str, first: list[str | int]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.replace("{text}", text)],
        capture_output=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    found, seconds, megabytes = json.loads(done.stdout)
    assert found[0] == first
    assert megabytes < MEGABYTES
    quick = str(first[0]) < "T1" and len(eval(text)) < LARGE  # noqa: S307 -- ours
    assert seconds < (SECONDS if quick else 10 * SECONDS)
