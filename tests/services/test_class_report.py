"""The report on a class in Chromium: for everybody, on a phone, on paper, with 5,000 students."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from grader.class_report.page import class_page
from grader.copying.answers import AnswerFlag, SharedAnswer, SharedAnswers
from grader.copying.programs import ProgramFlag, SimilarPrograms
from tests.grader.class_report.classes import HOSTILE, Course
from tests.services.browser import chromium
from tests.services.pages import opened

PHONE, DESKTOP = 360, 1280
ANSWERS = SharedAnswers(
    (AnswerFlag("s00001", "s00002", 1e-5, 2e-4, (SharedAnswer("1", "q", "[1, 2]", 1, 1e-4),)),),
    by_chance=3,
    students=24,
)
PROGRAMS = SimilarPrograms(
    (ProgramFlag("conv1d-code", "3", ("s00001", "s00003"), 0.97, 140, 9),), 24, {}, {}
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


def written(folder: Path, students: int) -> Path:
    """The page of a class of so many, whose names do what they can."""
    course = Course(folder / "hw3")
    few = [
        course.standing(
            f"s{n:05}", 4 - n % 3, n % 7, HOSTILE if n == 3 else f"Nam{n} Ed", n % 5 - 3
        )
        for n in range(min(students, 30))
    ]
    several = [
        one if n < len(few) else replace(one, student=replace(one.student, id=f"s{n:05}"))
        for n in range(students)
        for one in (few[n % len(few)],)
    ]
    found = course.summary(few)
    if students > len(few):
        people = [
            replace(found.people[n % len(few)], id=one.student.id) for n, one in enumerate(several)
        ]
        found = replace(found, people=people)
    path = folder / "report.html"
    path.write_text(class_page(found, course.names(), ANSWERS, PROGRAMS), encoding="utf-8")
    return path


def first_cells(page: Page, number: int = 3) -> list[str]:
    found: list[str] = page.evaluate(
        "(n) => [...document.querySelectorAll('#students tbody tr:not([hidden])')].slice(0, n)"
        ".map((row) => row.cells[0].textContent)",
        number,
    )
    return found


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_no_rule_of_accessibility_is_broken_and_the_page_is_no_wider_than_the_screen(
    width: int, colours: Literal["light", "dark"], browser: Browser, tmp_path: Path
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=colours, bypass_csp=True
    )
    page = opened(context, written(tmp_path, 30))
    for unfolded in (False, True):
        if unfolded:
            page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") == width
    context.close()


def test_nothing_is_asked_of_a_network_and_nothing_is_refused_by_the_policy(
    browser: Browser, tmp_path: Path
) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    path = written(tmp_path, 30)
    page.goto(path.as_uri())
    page.fill("#search", "Nam4")
    page.wait_for_timeout(300)
    assert asked == [path.as_uri()]
    assert said == []
    context.close()


def test_five_thousand_students_are_sorted_and_found(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(viewport={"width": DESKTOP, "height": 800})
    path = written(tmp_path, 5000)
    assert path.stat().st_size < 3_000_000
    page = opened(context, path)
    assert page.locator("#shown").inner_text() == "5000 of 5000 students, the first 300 are shown"
    student = page.locator("#students thead button").nth(0)
    student.click()
    student.click()
    assert first_cells(page, 1) == ["s04999"]
    points = page.locator("#students thead th").nth(2)
    points.locator("button").click()
    assert points.get_attribute("aria-sort") == "descending"
    shares = page.locator("#students tbody tr:not([hidden]) td:nth-of-type(2)").all_inner_texts()
    assert [float(each) for each in shares] == sorted(map(float, shares), reverse=True)
    page.fill("#search", "s0123")
    page.wait_for_timeout(400)
    assert page.locator("#shown").inner_text() == "10 of 5000 students"
    page.fill("#search", "")
    page.wait_for_timeout(400)
    page.locator("#more").click()
    assert page.locator("#students tbody tr:visible").count() == 5000
    context.close()


def test_on_paper_everything_is_unfolded_and_there_are_no_buttons(
    browser: Browser, tmp_path: Path
) -> None:
    context = browser.new_context()
    page = opened(context, written(tmp_path, 30))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("details:not([open])").count() == 0
    assert page.locator("#finding").is_hidden()
    assert page.locator("nav").is_hidden()
    assert page.pdf().startswith(b"%PDF")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0
    context.close()
