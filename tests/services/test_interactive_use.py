"""The page of a sheet for everybody: by keyboard, on a phone, on paper, read aloud, offline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext

from grader.render.interactive.cut import field_of_blank
from grader.sheet.sheet import draw_sheet
from problems.sentences import LANGUAGES, Language
from tests.services.browser import chromium
from tests.services.pages import (
    BY_HAND_KEYS,
    DESKTOP,
    PHONE,
    SOME,
    downloaded,
    field,
    fill_in,
    opened,
    readings,
    saved,
)
from tests.turns import in_this_run


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser of somebody who has not been here yet."""
    made = browser.new_context(accept_downloads=True)
    yield made
    made.close()


def test_a_box_for_a_program_keeps_the_indentation_and_lets_the_keyboard_out(
    context: BrowserContext, tmp_path: Path
) -> None:
    page = opened(context, saved(draw_sheet("3", ["conv1d-code"], "en"), tmp_path))
    box = field(page, "1-program")
    box.fill("")
    box.press_sequentially("def f(x):\nif x:  # so\nreturn 1")
    assert box.input_value() == "def f(x):\n    if x:  # so\n        return 1"
    box.press("Control+z")
    assert box.input_value() != "def f(x):\n    if x:  # so\n        return 1"
    box.press("Tab")
    assert page.evaluate("document.activeElement.id") == "copy"
    assert not page.locator("#no-script").is_visible()


def test_the_whole_page_is_filled_in_by_keyboard_in_the_order_of_the_blanks(
    context: BrowserContext, tmp_path: Path
) -> None:
    sheet = draw_sheet("3", ["architectures", "conv2d-backprop"], "en")
    page = opened(context, saved(sheet, tmp_path))
    wanted = [field_of_blank(p, name) for p in sheet.problems for name in p.names]
    field(page, wanted[0]).focus()
    visited = [wanted[0]]
    for _ in range(2 * len(wanted)):
        page.keyboard.press("Tab")
        visited.append(page.evaluate("document.activeElement.id"))
    assert [name for name in dict.fromkeys(visited) if name in wanted] == wanted


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rule_of_accessibility_is_broken(
    language: Language,
    width: int,
    colours: Literal["light", "dark"],
    browser: Browser,
    tmp_path: Path,
) -> None:
    """Empty, and with answers that can be read and that cannot."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=colours, bypass_csp=True
    )
    sheet = draw_sheet("3", (*SOME, "receptive-field", "layer-costs"), language)
    page = opened(context, saved(sheet, tmp_path))
    for typed in ({}, {"2-q1": "1/2", "2-r1": "[[1, 2], [3]]", "1-a_shape": "16x24x24"}):
        fill_in(page, typed)
        readings(page)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") == width
    context.close()


@pytest.mark.parametrize("key", in_this_run(BY_HAND_KEYS, most=12))
def test_no_page_is_wider_than_a_phone(key: str, browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(viewport={"width": PHONE, "height": 800})
    page = opened(context, saved(draw_sheet("3", [f"{key}:hard"], "ru"), tmp_path))
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE
    context.close()


def test_on_paper_there_are_answers_or_lines_to_write_on_and_no_buttons(
    context: BrowserContext, tmp_path: Path
) -> None:
    page = opened(context, saved(draw_sheet("3", ["conv2d-backprop"], "en"), tmp_path))
    field(page, "1-q1").fill("[[1, 2], [3, 4]]")
    page.emulate_media(media="print")
    assert page.locator("button:visible").count() == 0
    shown = field(page, "1-q2").evaluate(
        "(input) => [getComputedStyle(input).borderBottomStyle, input.offsetHeight > 15]"
    )
    assert shown == ["solid", True]
    assert page.pdf().startswith(b"%PDF")


def test_without_scripts_the_page_says_which_file_is_to_be_filled_in(
    browser: Browser, tmp_path: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(saved(draw_sheet("3", ["conv2d-backprop"], "en"), tmp_path).as_uri())
    assert "fill in the file submission.py instead" in page.locator("main").inner_text()
    assert page.locator("button:visible").count() == 0
    context.close()


def test_nothing_is_asked_of_the_network_and_nothing_could_be(
    context: BrowserContext, tmp_path: Path
) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    path = saved(draw_sheet("3", SOME, "en"), tmp_path)
    page.goto(path.as_uri())
    downloaded(page, tmp_path)
    assert [url for url in asked if not re.match("data:|blob:", url)] == [path.as_uri()]
    page.evaluate(
        """() => {
          new Image().src = "http://127.0.0.1:9/image";
          const script = document.createElement("script");
          script.textContent = "window.planted = true";
          document.body.append(script);
          return fetch("http://127.0.0.1:9/data").catch(() => null);
        }"""
    )
    assert page.evaluate("window.planted") is None
    assert len([text for text in refused if "Content Security Policy" in text]) >= 3
