"""Plain data -> YAML text that ``parse`` reads back as the same data."""

from __future__ import annotations

import re
from typing import Any

import yaml

_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}\Z")
_WIDTH = 100


class _Writer(yaml.SafeDumper):
    """Indents lists under their key, keeps paragraphs apart, and never makes an alias."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002 - PyYAML's own signature
        """List items stand two further than their key, as in our own files."""
        del indentless
        super().increase_indent(flow, False)  # noqa: FBT003

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401 - PyYAML's own signature
        """The same value twice is written twice."""
        del data
        return True


def _text(writer: _Writer, value: str) -> yaml.ScalarNode:
    style = "|" if "\n" in value else None
    return writer.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _number(writer: _Writer, value: float) -> yaml.ScalarNode:
    """A decimal as it is read back: ``4.123`` would be four thousand to a Dutch author."""
    text = format(value, "f").rstrip("0")
    text = f"{text}0" if text.endswith(".") or _THOUSANDS.match(text) else text
    return writer.represent_scalar("tag:yaml.org,2002:float", text)


_Writer.add_representer(str, _text)
_Writer.add_representer(float, _number)


def write(data: object) -> str:
    """The data (maps, lists, text, numbers, true and false) as YAML, keys in their own order."""
    text: str = yaml.dump(data, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return text
