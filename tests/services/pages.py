"""Pages of sheets in a browser, and what a student does on them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import BrowserContext, Error, Locator, Page

from grader.render.blanks import in_python
from grader.render.interactive.cut import field_of_blank, field_of_program
from grader.render.interactive.sheet_page import sheet_page
from grader.render.statement import code
from grader.sheet.sheet import Sheet
from problems.catalogue import family, family_keys
from problems.family import ByHand

BY_HAND_KEYS = tuple(key for key in family_keys() if isinstance(family(key).task, ByHand))
IN_CODE_KEYS = tuple(key for key in family_keys() if key not in BY_HAND_KEYS)
SOME = ("architectures", "conv2d-backprop", "equivariance", "separable-conv", "conv1d-code")
"""Blanks in a table, matrices, reasons, choices, and a program."""
PHONE, DESKTOP = 360, 1200


def saved(sheet: Sheet, folder: Path, file: str = "submission.py") -> Path:
    path = folder / "sheet.html"
    path.write_text(sheet_page(sheet, file), encoding="utf-8")
    return path


def opened(context: BrowserContext, path: Path) -> Page:
    """A page whose errors are errors of the test."""
    page = context.new_page()
    page.on("pageerror", _fail)
    page.goto(path.as_uri())
    return page


def _fail(error: Error) -> None:
    raise AssertionError(f"the page has failed: {error}")


def field(page: Page, name: str) -> Locator:
    return page.locator(f'[id="{name}"]')


def right_answers(sheet: Sheet) -> dict[str, str]:
    """What a student types who knows everything."""
    found: dict[str, str] = {}
    for problem in sheet.problems:
        if isinstance(problem.variant.family.task, ByHand):
            for asked in problem.variant.working.asked:
                value = problem.variant.exact[asked.name]
                found[field_of_blank(problem, asked.name)] = in_python(value, asked.form)
        else:
            answer = code(problem, sheet.language, "solution.py.j2")
            found[field_of_program(problem)] = answer
    return found


def fill_in(page: Page, answers: Mapping[str, str]) -> None:
    for name, text in answers.items():
        field(page, name).fill(text)


READINGS = """() => [...document.querySelectorAll(".reading")].map(
  (output) => `${output.dataset.state}: ${output.innerText}`)"""


def readings(page: Page) -> list[str]:
    """What is told of each blank once all is read: how, and that it could be."""
    page.wait_for_timeout(400)
    told: list[str] = page.evaluate(READINGS)
    return told


def downloaded(page: Page, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.locator("#download").click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path
