"""The page of a sheet, filled in by a student in Chromium, and the file that comes of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, expect

from grader.answers.outcome import Outcome
from grader.render.script import script
from grader.sheet.sheet import draw_sheet
from problems.sentences import Language
from tests.grader.cli.commands import grader
from tests.grader.course.courses import BY_HAND, DEADLINE, HEAD, KEY, ROSTER, Course
from tests.services.browser import chromium
from tests.services.pages import (
    BY_HAND_KEYS,
    IN_CODE_KEYS,
    SOME,
    downloaded,
    field,
    fill_in,
    opened,
    readings,
    right_answers,
    saved,
)


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


def marks(path: Path) -> list[tuple[float, float]]:
    """What each problem of a file has earned, and could earn."""
    result = grader("check", path, "--json")
    assert result.exit_code == 0, result.output
    problems = json.loads(result.output)["problems"]
    return [(problem["score"], problem["max_score"]) for problem in problems]


@pytest.mark.parametrize(
    ("keys", "language"),
    [(BY_HAND_KEYS, "en"), (IN_CODE_KEYS, "hr"), (SOME, "pl"), (SOME, "ru")],
    ids=["by hand", "in code", "some in Polish", "some in Russian"],
)
def test_who_types_right_answers_downloads_a_file_with_full_marks(
    keys: Sequence[str], language: Language, context: BrowserContext, tmp_path: Path
) -> None:
    sheet = draw_sheet("3", keys, language)
    page = opened(context, saved(sheet, tmp_path))
    answers = right_answers(sheet)
    fill_in(page, answers)
    assert [told for told in readings(page) if not told.startswith("read: ")] == []
    page.reload()
    assert f"{len(answers)}" in page.locator("#filled").inner_text()
    assert all(field(page, name).input_value() == text for name, text in answers.items())
    path = downloaded(page, tmp_path)
    assert path.name == "submission.py"
    assert [score for score, most in marks(path) if score != most] == []


def test_a_page_without_answers_downloads_the_empty_file(
    context: BrowserContext, tmp_path: Path
) -> None:
    sheet = draw_sheet("3", SOME, "en")
    page = opened(context, saved(sheet, tmp_path))
    path = downloaded(page, tmp_path)
    assert path.read_bytes() == script(sheet).encode()


def test_the_file_of_an_assignment_has_its_name_and_is_read_as_on_the_page(
    context: BrowserContext, tmp_path: Path
) -> None:
    course = Course(tmp_path / "course")
    course.folder.mkdir()
    course.write(HEAD + DEADLINE + BY_HAND)
    course.enrol(ROSTER)
    (course.folder / "course.key").touch(mode=0o600)
    (course.folder / "course.key").write_text(KEY, encoding="utf-8")
    made = course.generate("--format", "py,html")
    assert made.exit_code == 0, made.output
    page = opened(context, course.sheets / "100" / "hw3.html")
    fill_in(page, right_answers(course.sheet("100")))
    told = [reading.split(": ", maxsplit=2)[-1] for reading in readings(page)]
    file = downloaded(page, tmp_path)
    assert file.name == "hw3.py"
    result = grader("check", file, "--json")
    assert result.exit_code == 0, result.output
    fields = [
        each for problem in json.loads(result.output)["problems"] for each in problem["fields"]
    ]
    assert {each["outcome"] for each in fields} == {Outcome.READ.value}
    for shown, one in zip(told, fields, strict=True):
        assert shown == one["read"] or one["name"].endswith("same")  # where an option has words


@pytest.mark.parametrize(
    ("typed", "in_file"),
    [
        ("7", '"7"'),
        (" 1/2 ", '"1/2"'),
        ('"1/2"', '"1/2"'),
        ('[[0, "1/2"], [3, 4]]', '"[[0, 1/2], [3, 4]]"'),
        ("[[1 2]\n [3 4]]", '"[[1 2]\\n [3 4]]"'),
        ('\\"\u2028x', '"\\\\\\"\\u2028x"'),
        ("...", "..."),
        ("  ", "..."),
    ],
)
def test_an_answer_stands_in_the_file_as_a_text_in_quotes(
    typed: str, in_file: str, context: BrowserContext, tmp_path: Path
) -> None:
    sheet = draw_sheet("3", ["conv2d-backprop"], "en")
    page = opened(context, saved(sheet, tmp_path))
    field(page, "1-q1").fill(typed)
    text = downloaded(page, tmp_path).read_text(encoding="utf-8")
    assert text == script(sheet).replace("\nq1 = ...", f"\nq1 = {in_file}")


# -- keeping ---------------------------------------------------------------------------------------


def test_what_was_filled_in_is_kept_until_it_is_cleared(
    context: BrowserContext, tmp_path: Path
) -> None:
    path = saved(draw_sheet("3", SOME, "en"), tmp_path)
    page = opened(context, path)
    frame = field(page, "5-program").input_value()
    fill_in(page, {"2-q1": "[[1, 2], [3, 4]]", "5-program": "def conv1d():\n    return 7\n"})
    page.close()
    page = opened(context, path)
    assert "Filled in: 2 of " in page.locator("#filled").inner_text()
    assert page.locator("#told").inner_text().startswith("Your answers are back")
    assert field(page, "5-program").input_value().endswith("return 7\n")

    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.message)
        (dialog.accept if len(asked) > 1 else dialog.dismiss)()

    page.on("dialog", answer)
    page.locator("#clear").click()
    assert field(page, "2-q1").input_value() != ""
    page.locator("#clear").click()
    assert len(asked) == 2
    page.reload()
    assert field(page, "2-q1").input_value() == ""
    assert field(page, "5-program").input_value() == frame
    assert page.evaluate("localStorage.length") == 0


def test_the_answers_of_one_sheet_are_not_those_of_another(
    context: BrowserContext, tmp_path: Path
) -> None:
    page = opened(context, saved(draw_sheet("3", ["conv2d-backprop"], "en"), tmp_path))
    field(page, "1-q1").fill("7")
    page = opened(context, saved(draw_sheet("4", ["conv2d-backprop"], "en"), tmp_path))
    assert field(page, "1-q1").input_value() == ""


def test_a_browser_that_keeps_nothing_is_told_of_and_used_all_the_same(
    context: BrowserContext, tmp_path: Path
) -> None:
    page = context.new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })"
    )
    page.goto(saved(draw_sheet("3", ["conv2d-backprop"], "en"), tmp_path).as_uri())
    assert page.locator("#told").inner_text().startswith("This browser keeps nothing")
    field(page, "1-q1").fill("7")
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    page.locator("h1").click()
    page.reload()
    assert asked == ["beforeunload"]
    field(page, "1-q1").fill("7")
    assert 'q1 = "7"' in downloaded(page, tmp_path).read_text(encoding="utf-8")
    page.reload()
    assert asked == ["beforeunload"]  # the file has it


def test_the_text_of_the_file_is_copied_or_shown_to_be_copied(
    browser: Browser, tmp_path: Path
) -> None:
    sheet = draw_sheet("3", ["conv2d-backprop"], "en")
    path = saved(sheet, tmp_path)
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = opened(context, path)
    page.locator("#copy").click()
    expect(page.locator("#told")).to_contain_text("copied")
    assert page.evaluate("navigator.clipboard.readText()") == script(sheet)
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.reload()
    assert not page.locator("#text").is_visible()
    page.locator("#copy").click()
    assert page.get_by_label("The text of submission.py").input_value() == script(sheet)
    assert page.evaluate("getSelection().toString().length") == len(script(sheet))
    context.close()
