from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from invoeringstoets import assets, glyphs
from invoeringstoets.document import Cover, Document
from invoeringstoets.formats import FormatError, pdf


def drawn_by_every_font() -> set[int]:
    folder = assets.path("templates/fonts")
    fonts = [folder / f"SourceSans3-{style}.ttf" for style in pdf.FONTS]
    points = set.intersection(*(set(TTFont(font).getBestCmap()) for font in fonts))
    # Control characters and private use are refused by PDF/UA, whatever the fonts hold.
    return {
        point
        for point in points
        if point >= 0x20 and not 0x7F <= point <= 0x9F and not 0xE000 <= point <= 0xF8FF
    }


def as_ranges(points: set[int]) -> list[str]:
    ranges: list[list[int]] = []
    for point in sorted(points):
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return [f"{a:04X}" if a == b else f"{a:04X}-{b:04X}" for a, b in ranges]


def test_the_coverage_file_says_what_the_fonts_can_draw() -> None:
    shipped = assets.text(glyphs.COVERAGE).splitlines()
    assert [line for line in shipped if not line.startswith("#")] == as_ranges(
        drawn_by_every_font()
    )


def test_every_shipped_font_is_counted() -> None:
    shipped = {path.name for path in assets.path("templates/fonts").glob("*.ttf")}
    assert shipped == {f"SourceSans3-{style}.ttf" for style in pdf.FONTS}


def test_unsupported_names_exactly_what_is_missing() -> None:
    assert glyphs.unsupported("Één café kost € 3,50 – “zo” ‘is’ het…\n\t") == set()
    assert glyphs.unsupported("ok \U0001f600\ue000\x07中") == {"\U0001f600", "\ue000", "\x07", "中"}


def test_a_missing_character_becomes_a_visible_sign_and_white_space_a_space() -> None:
    assert glyphs.drawable("gewoon") == "gewoon"
    assert glyphs.drawable("a\U0001f600b\u3000c") == "a?b c"


def test_without_the_coverage_file_the_message_is_dutch(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fonts = tmp_path / "templates" / "fonts"
    shutil.copytree(assets.path("templates/fonts"), fonts)
    (fonts / "coverage.txt").unlink()
    monkeypatch.setattr(assets, "_ROOT", tmp_path)
    glyphs._coverage.cache_clear()
    try:
        with pytest.raises(FormatError, match=r"coverage\.txt ontbreekt"):
            pdf.render(Document("x", Cover("x", "", ()), ()))
    finally:
        glyphs._coverage.cache_clear()
