"""Make the picture in the README from what `make site` built: a page of the site and a letter.

Needs what `make test` needs, and Debian's chromium.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "build" / "site"
PAGE = SITE / "toetsen" / "2024-kot-wlz.html"
LETTER = SITE / "rapporten" / "2024-kot-wlz" / "2024-kot-wlz-kamerbrief.pdf"
TARGET = ROOT / "docs" / "voorbeeld.png"

HEIGHT = 900
GAP = 24
COLOURS = 96


def page() -> Image.Image:
    """The page of a toets as a browser on a desktop shows it."""
    with sync_playwright() as browsers:
        browser = browsers.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox"],  # our own page; Chromium wants this when run as root
        )
        view = browser.new_page(viewport={"width": 1000, "height": 1250})
        view.goto(PAGE.as_uri())
        picture = view.screenshot()
        browser.close()
    return Image.open(BytesIO(picture))


def letter() -> list[Image.Image]:
    """The first two pages of the letter."""
    pdf = pypdfium2.PdfDocument(LETTER)
    return [pdf[number].render(scale=2).to_pil() for number in range(2)]


def main() -> None:
    """Put them side by side, all of the same height, in few colours."""
    pictures = [
        ImageOps.expand(
            one.convert("RGB").resize((one.width * HEIGHT // one.height, HEIGHT)), 1, "#bbb"
        )
        for one in (page(), *letter())
    ]
    width = sum(one.width + GAP for one in pictures) + GAP
    whole = Image.new("RGB", (width, pictures[0].height + 2 * GAP), "#e9edee")
    left = GAP
    for one in pictures:
        whole.paste(one, (left, GAP))
        left += one.width + GAP
    whole.quantize(COLOURS).save(TARGET, optimize=True)


if __name__ == "__main__":
    main()
