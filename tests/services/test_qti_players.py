"""QTI 3 in two players: right, nearly right and wrong answers get what they should in both."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

import pytest
from playwright.sync_api import Browser

from grader.lms.asking import question
from grader.lms.pictures import Pictures
from grader.lms.places import decimal, in_places
from grader.lms.qti3 import item
from grader.lms.question import Box, Number, Question
from grader.sheet.sheet import draw_sheet
from tests.services.browser import chromium
from tests.services.players import PLAYERS, Player, install
from tests.turns import in_this_run

FAMILIES = (
    *("find-the-mistake", "equivariance", "separable-conv", "receptive-field:easy"),
    *("winograd", "layer-costs:hard"),
)
"""Whole numbers, fractions, decimals, tensors, choices with and without reasons."""
NEARLY = in_places(Fraction(1, 10**6))

pytestmark = pytest.mark.parametrize("player", PLAYERS.values(), ids=PLAYERS.keys())


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    install()
    with chromium() as running:
        yield running


@cache
def asked(family: str) -> Question:
    sheet = draw_sheet("5", (family,), "en")
    return question(sheet, sheet.problems[0], solution=False)


@cache
def as_item(family: str) -> str:
    return item(asked(family), "en", Pictures())


def numbered(family: str) -> list[tuple[str, Box]]:
    return [
        (f"RESPONSE{number}", box) for number, box in enumerate(asked(family).every_box(), start=1)
    ]


def right(box: Box) -> str | int:
    return decimal(box.entry.right[0].number) if isinstance(box.entry, Number) else box.entry.right


@pytest.mark.parametrize("family", in_this_run(FAMILIES, most=4))
def test_right_answers_get_everything(browser: Browser, player: Player, family: str) -> None:
    responses = {name: right(box) for name, box in numbered(family)}
    marked = player(browser, as_item(family), responses)
    assert marked.score == pytest.approx(float(asked(family).points), abs=1e-6)
    assert not marked.feedback


@pytest.mark.parametrize("family", in_this_run(FAMILIES, most=4))
@pytest.mark.parametrize("end", ["low", "high"])
def test_both_ends_of_each_interval_are_right(
    browser: Browser, player: Player, family: str, end: str
) -> None:
    responses = {
        name: decimal(getattr(box.entry.right[0], end))
        if isinstance(box.entry, Number)
        else right(box)
        for name, box in numbered(family)
    }
    marked = player(browser, as_item(family), responses)
    assert marked.score == pytest.approx(float(asked(family).points), abs=1e-6)


@pytest.mark.parametrize("family", in_this_run(FAMILIES, most=4))
def test_numbers_just_outside_of_each_interval_get_nothing(
    browser: Browser, player: Player, family: str
) -> None:
    numbers = [(name, box) for name, box in numbered(family) if isinstance(box.entry, Number)]
    responses = {
        name: decimal(box.entry.right[0].high + NEARLY)
        for name, box in numbers
        if isinstance(box.entry, Number)
    }
    assert player(browser, as_item(family), responses).score == 0


@pytest.mark.parametrize("family", in_this_run(FAMILIES, most=4))
def test_a_mistake_gets_nothing_and_is_told(browser: Browser, player: Player, family: str) -> None:
    responses: dict[str, str | int] = {}
    wanted: dict[str, str] = {}
    for name, box in numbered(family):
        number = name.removeprefix("RESPONSE")
        if isinstance(box.entry, Number) and box.entry.mistaken:
            last = len(box.entry.mistaken)
            responses[name] = decimal(box.entry.mistaken[-1].interval.number)
            wanted[f"FEEDBACK{number}"] = f"mistake{last}"
    marked = player(browser, as_item(family), responses)
    assert marked.score == 0
    assert marked.feedback == wanted


@pytest.mark.parametrize("family", in_this_run(FAMILIES, most=4))
def test_an_empty_item_gets_nothing(browser: Browser, player: Player, family: str) -> None:
    marked = player(browser, as_item(family), {})
    assert marked.score == 0
    assert not marked.feedback
