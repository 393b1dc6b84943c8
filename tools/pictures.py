"""Makes the pictures of the documentation: a sheet in its forms, and a report on a half-right file.

    python -m tools.pictures FOLDER

It goes through the command line as a user does, and takes the pictures with a Chromium that is
installed, and of the PDF with pdfium.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2
from playwright.sync_api import Browser, sync_playwright

PROBLEMS = ("cnn-table:easy", "relu-backprop", "conv1d-code")
_SEED = "7"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_OFFLINE = ("--disable-gpu", "--disable-background-networking", "--disable-component-update")

DESKTOP: Mapping[str, Any] = {"viewport": {"width": 960, "height": 720}}
TALL: Mapping[str, Any] = {"viewport": {"width": 960, "height": 1000}}
PHONE: Mapping[str, Any] = {
    "viewport": {"width": 390, "height": 780},
    "device_scale_factor": 2,
    "color_scheme": "dark",
}


def main() -> None:
    """Make all pictures in a folder, which is made if need be."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work, _chromium() as browser:
        where = Path(work)
        _grader("generate", *_sheet("en", where / "en", "html,py,pdf"), "--solution")
        _grader("generate", *_sheet("hr", where / "hr", "html"))
        half_right = _half_right(where / "en" / "solution.py")
        report = where / "report.html"
        _grader("check", str(half_right), "--html", str(report), fine=(1,))
        _take(browser, where / "en" / "sheet.html", folder / "sheet.png", DESKTOP)
        _take(browser, where / "hr" / "sheet.html", folder / "sheet-on-a-phone.png", PHONE)
        _take(browser, report, folder / "report.png", TALL)
        _draw(where / "en" / "sheet.pdf", folder / "sheet-as-pdf.png")
    for path in sorted(folder.glob("*.png")):
        print(path)


def _sheet(language: str, out: Path, formats: str) -> list[str]:
    problems = [f"--problem={problem}" for problem in PROBLEMS]
    return [*problems, "--seed", _SEED, "--lang", language, "--format", formats, "--out", str(out)]


def _grader(*arguments: str, fine: tuple[int, ...] = (0,)) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "grader", *arguments], check=False, capture_output=True, text=True
    )
    if run.returncode not in fine:
        raise RuntimeError(f"grader {' '.join(arguments)}: {run.stdout}{run.stderr}")


def _half_right(solution: Path) -> Path:
    """A solved file with a slip and what follows from it, a wrong cell, and an error in code."""
    text = solution.read_text(encoding="utf-8")
    text = _changed(text, r"^conv1_rf = (\d+)", lambda n: str(int(n) + 1))
    text = _changed(text, r"^dx = \[\[(-?\d+)", lambda n: f"{-int(n) or 1}")
    text = _changed(text, r"^( *)return .*$", lambda pad: f"{pad}return None")
    path = solution.with_name("half-right.py")
    path.write_text(text, encoding="utf-8")
    return path


def _changed(text: str, pattern: str, other: Any) -> str:
    found = re.search(pattern, text, re.MULTILINE)
    if found is None:
        raise RuntimeError(f"nothing in the solved file is as {pattern!r} has it")
    start, end = found.span(1) if not pattern.endswith("$") else found.span()
    return text[:start] + other(found[1]) + text[end:]


@contextmanager
def _chromium() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if path is None:
        raise RuntimeError(f"one of {', '.join(_BROWSERS)} was expected on the PATH: install it")
    as_root = ("--no-sandbox",) if os.geteuid() == 0 else ()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*_OFFLINE, *as_root])
        yield browser
        browser.close()


def _take(browser: Browser, page: Path, picture: Path, seen: Mapping[str, Any]) -> None:
    context = browser.new_context(**seen)
    tab = context.new_page()
    tab.goto(page.resolve().as_uri())
    tab.screenshot(path=picture)
    context.close()


def _draw(document: Path, picture: Path) -> None:
    pages = pypdfium2.PdfDocument(document)
    pages[0].render(scale=1.5).to_pil().save(picture)


if __name__ == "__main__":
    main()
