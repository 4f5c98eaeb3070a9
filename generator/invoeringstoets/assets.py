"""Where the data that we ship lives: schema, templates, site; in a wheel or in a checkout."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent
_PACKED = _HERE / "_assets"
_ROOT = _PACKED if _PACKED.is_dir() else _HERE.parent.parent


def path(name: str) -> Path:
    """The path of a shipped file or folder, e.g. ``templates/typst/letter.typ``."""
    return _ROOT / name


def text(name: str) -> str:
    """The text of a shipped file (UTF-8)."""
    return path(name).read_text(encoding="utf-8")


def data(name: str) -> bytes:
    """The bytes of a shipped file."""
    return path(name).read_bytes()
