"""What is written for Canvas is read by the rules of both of its quizzes as it is meant."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import pytest

from grader.lms.asking import question
from grader.lms.canvas import canvas, spellings
from grader.lms.places import decimal, in_places
from grader.lms.question import Box, Number, Pick
from grader.sheet.sheet import Sheet, draw_sheet
from problems.catalogue import family, family_keys
from tests.grader.lms import canvas_reader
from tests.grader.lms.canvas_reader import Item, classic_number, new_number, read_package

HAND = tuple(key for key in family_keys() if family(key).kind == "hand")
CODE = tuple(key for key in family_keys() if family(key).kind != "hand")
BEYOND = in_places(Fraction(1, 10**6))
READERS = (classic_number, new_number)


@cache
def sheet_of(key: str) -> Sheet:
    return draw_sheet("3", (key,), "en")


@cache
def items_of(key: str) -> list[Item]:
    quizzes, _ = read_package(canvas([sheet_of(key)], solution=False))
    (items,) = quizzes.values()
    return items


@cache
def boxes_of(key: str) -> dict[str, Box]:
    sheet = sheet_of(key)
    asked = question(sheet, sheet.problems[0], solution=False)
    return {box.name: box for box in asked.every_box()}


def of_box(items: list[Item], name: str) -> Item:
    blank = name.partition("__")[0]
    return next(item for item in items if item.ident.split("-")[-1] in {name, blank})


@pytest.mark.parametrize("key", HAND)
def test_every_box_is_asked_for_and_takes_its_right_answer_alone(key: str) -> None:
    items = items_of(key)
    for name, box in boxes_of(key).items():
        item = of_box(items, name)
        if item.kind == "numerical_question":
            check_number(item, box)
        elif item.kind == "multiple_choice_question":
            check_choice(item, box)
        else:
            check_blank(item, box)


def check_number(item: Item, box: Box) -> None:
    assert isinstance(box.entry, Number)
    for takes in READERS:
        for one in box.entry.right:
            assert all(takes(item, decimal(n)) for n in (one.low, one.number, one.high))
            assert not takes(item, decimal(one.high + BEYOND))
            assert not takes(item, decimal(one.low - BEYOND))
        for wrong in box.entry.mistaken:
            assert not takes(item, decimal(wrong.interval.number))
    said = item.feedback.get("general_incorrect_fb", "")
    for wrong in box.entry.mistaken:
        assert decimal(wrong.interval.number).replace("-", "\u2212") in said


def check_choice(item: Item, box: Box) -> None:
    assert isinstance(box.entry, Pick)
    for place, option in enumerate(box.entry.options):
        is_right, told = canvas_reader.choice(item, place)
        assert is_right == option.is_right
        assert bool(told) == bool(option.told)


def check_blank(item: Item, box: Box) -> None:
    assert isinstance(box.entry, Number)
    exact = Fraction(box.entry.right[0].number, 10**12).limit_denominator(10**4)
    many = len(item.find("response_lid"))
    for typed in (str(exact), f"{float(exact):.4f}".rstrip("0").rstrip(".")):
        assert round(canvas_reader.blanks(item, {box.name: typed}) * many) == 1
    for wrong in box.entry.mistaken:
        typed = decimal(wrong.interval.number)
        assert canvas_reader.blanks(item, {box.name: typed}) == 0


@pytest.mark.parametrize("key", HAND)
def test_the_points_of_a_sheet_are_those_of_its_questions(key: str) -> None:
    sheet = sheet_of(key)
    points = question(sheet, sheet.problems[0], solution=False).points
    assert float(sum(item.points for item in items_of(key))) == pytest.approx(float(points))


@pytest.mark.parametrize("key", CODE)
def test_a_program_is_uploaded_and_a_line_says_where_its_mark_comes_from(key: str) -> None:
    quizzes, files = read_package(canvas([sheet_of(key)], solution=False))
    (items,) = quizzes.values()
    assert [item.kind for item in items] == ["file_upload_question"]
    assert "grader batch" in files["remarks.txt"].decode()


def test_a_small_right_answer_is_not_rounded_away() -> None:
    """Other writers round to four places, so that 0.00004 is shut out by its own bounds."""
    from grader.lms.canvas import _within
    from grader.lms.question import Interval

    element = _within(Interval(in_places(Fraction(4, 10**5)), in_places(Fraction(1, 10**5))))
    assert "0.00003<" in element
    assert "0.00005<" in element


@pytest.mark.parametrize(
    ("value", "typed"),
    [
        (Fraction(7), {"7", "+7"}),
        (Fraction(-3), {"-3", "\u22123"}),
        (Fraction(-1, 2), {"-1/2", "-0.5", "-.5", "-0,5", "\u22120.5"}),
        (Fraction(1, 3), {"1/3", "0.33", "0.333", "0,3333", ".33333"}),
    ],
)
def test_a_number_has_the_spellings_that_people_use(value: Fraction, typed: set[str]) -> None:
    assert typed <= set(spellings(in_places(value)))


def test_several_sheets_are_a_quiz_each_and_the_same_bytes_each_time() -> None:
    sheets = [draw_sheet(seed, ("find-the-mistake", "conv2d-hand"), "pl") for seed in "12"]
    package = canvas(sheets)
    assert package == canvas(sheets)
    quizzes, _ = read_package(package)
    assert list(quizzes) == ["quiz-001/quiz-001.xml", "quiz-002/quiz-002.xml"]
