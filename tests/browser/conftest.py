"""A real Chromium for the HTML report; where there is none, these tests are skipped.

`make check-web` brings what they need but Chromium itself: Debian's package of that name, or what CHROMIUM names.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import field, frozen

from crosscheck.model import Report
from crosscheck.reporting import render

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed; `make check-web` installs it")
    if not CHROMIUM:
        pytest.skip("there is no Chromium here: install Debian's package chromium, or set CHROMIUM to its path")
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@frozen
class Opened:
    """A page, and what it asked the network for, wrote to its console, or threw."""

    page: Page
    fetched: list[str] = field(factory=list)
    said: list[str] = field(factory=list)


Open = Callable[..., Opened]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a report, or a document given as text, in a window of its own."""
    contexts = []

    def show(
        report: Report | str, width: int = 1600, height: int = 1000, dark: bool = False, script: bool = True
    ) -> Opened:
        path = tmp_path / "report.html"
        path.write_text(report if isinstance(report, str) else render(report, "html"), encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            java_script_enabled=script,
        )
        contexts.append(context)
        shown = Opened(context.new_page())
        shown.page.on("request", lambda request: shown.fetched.append(request.url))
        shown.page.on("console", lambda message: shown.said.append(message.text))
        shown.page.on("pageerror", lambda error: shown.said.append(str(error)))
        shown.page.on("dialog", lambda dialog: (shown.said.append(dialog.message), dialog.dismiss()))
        shown.page.goto(path.as_uri())
        return shown

    yield show
    for context in contexts:
        context.close()
