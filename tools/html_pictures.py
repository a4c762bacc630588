"""python tools/html_pictures.py: makes the pictures of `docs/html-report.md` anew from `fixtures/flood`.

Needs what `make check-web` installs, and Pillow, which keeps them small.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from html_speed import BROWSER, FLAGS

import crosscheck

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "pictures"
ROW = "tr.conflict:has-text('homes without electricity') th a"
# name, width, height, dark, what is clicked on first
PICTURES = (
    ("html-1600-light", 1600, 1000, False, ""),
    ("html-1600-dark-chosen", 1600, 1000, True, ROW),
    ("html-900-light-update", 900, 1000, False, "tr.update th a >> nth=0"),
    ("html-400-dark", 400, 860, True, ""),
)


def main() -> None:
    from PIL import Image
    from playwright.sync_api import sync_playwright

    FOLDER.mkdir(exist_ok=True)
    report = crosscheck.check(crosscheck.read("fixtures/flood").articles)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "report.html"
        path.write_text(crosscheck.render(report, "html"), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=BROWSER, args=list(FLAGS))
        for name, width, height, dark, clicked in PICTURES:
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if dark else "light",
                reduced_motion="reduce",
            )
            page.goto(path.as_uri())
            if clicked:
                page.click(clicked)
                page.mouse.move(1, 1)
                page.wait_for_timeout(200)
            picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(48)
            picture.save(FOLDER / f"{name}.png", optimize=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
