"""What is loaded or compiled when it is first asked for."""

from __future__ import annotations

import re

import pytest

from invoeringstoets import late


def test_a_pattern_is_compiled_when_it_is_first_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_ = re.compile

    def counted(text: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(text)
        return compile_(text, flags)

    monkeypatch.setattr(re, "compile", counted)
    pattern = late.pattern("a(b)", re.IGNORECASE)
    assert compiled == []
    match = pattern.search("xAB")
    assert match is not None
    assert match[1] == "B"
    assert [pattern.search("ab") is not None, pattern.search("b") is None] == [True, True]
    assert compiled == ["a(b)"]
    assert pattern.sub("-", "abAB") == "--"
    assert pattern.pattern == "a(b)"


def test_a_name_that_a_package_does_not_have_is_refused() -> None:
    with pytest.raises(AttributeError, match="'x' has no attribute 'y'"):
        late.names("x", {"z": ("w",)})("y")
