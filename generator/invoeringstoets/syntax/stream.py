"""The events of YAML as libyaml gives them, or PyYAML itself where it was built without."""

from __future__ import annotations

import yaml

try:
    from yaml._yaml import CParser as EventParser
except ImportError:  # pragma: no cover -- PyYAML without libyaml

    class EventParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):  # type: ignore[no-redef]
        """PyYAML's pure parser, as far as events."""

        def __init__(self, stream: str) -> None:
            yaml.reader.Reader.__init__(self, stream)
            yaml.scanner.Scanner.__init__(self)
            yaml.parser.Parser.__init__(self)


__all__ = ["MAX_DEPTH", "EventParser"]

MAX_DEPTH = 64
"""How many mappings and lists may lie inside each other."""
