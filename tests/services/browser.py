"""Chromium, as a student has it, and pages in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_QUIET = (
    *("--disable-gpu", "--disable-background-networking", "--disable-component-update"),
    "--disable-sync",
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser, headless. Fails where none is installed, and says what to install."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    assert path is not None, (
        "these tests drive Chromium, and there is none: install it (on Debian: apt install "
        f"chromium), so that one of {', '.join(_NAMES)} is found on the PATH"
    )
    as_root = ("--no-sandbox",) if os.geteuid() == 0 else ()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*_QUIET, *as_root])
        try:
            yield browser
        finally:
            browser.close()
