"""What is written for Moodle is read by Moodle's rules as it is meant, every blank of it."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

import numpy as np
import pytest

from grader.lms.answers import answers
from grader.lms.asking import question
from grader.lms.markup import Markup
from grader.lms.moodle import moodle
from grader.lms.places import decimal, in_places
from grader.lms.question import Box, Number, Pick
from grader.sheet.sheet import Sheet, draw_sheet
from problems.catalogue import family, family_keys
from problems.sentences import LANGUAGES, Language
from tests.grader.lms.moodle_reader import Part, Question, read_number, read_quiz

HAND = tuple(key for key in family_keys() if family(key).kind == "hand")
CODE = tuple(key for key in family_keys() if family(key).kind != "hand")
EDGE = in_places(Fraction(1, 10**6))


@cache
def sheet_of(key: str, language: Language = "en") -> Sheet:
    return draw_sheet("3", (key,), language)


@cache
def read(key: str, language: Language = "en") -> Question:
    (category,) = read_quiz(moodle([sheet_of(key, language)], solution=False))
    (found,) = category.questions
    return found


@cache
def boxes(key: str, language: Language = "en") -> list[Box]:
    """The boxes as they lie on the page, from the first to the last."""
    sheet = sheet_of(key, language)
    asked = question(sheet, sheet.problems[0], solution=False)
    by_name = {box.name: box for box in asked.every_box()}
    markup = Markup(lambda _: "", lambda _: "", lambda *_: "")
    page = answers(asked, language, markup, lambda box: f"[[{box.name}]]")
    return [by_name[name] for name in re.findall(r"\[\[(\w+)\]\]", page)]


@pytest.mark.parametrize("key", HAND)
def test_each_box_takes_its_right_values_and_tells_each_mistake_and_takes_nothing_else(
    key: str,
) -> None:
    parts = read(key).parts
    every = boxes(key)
    assert len(parts) == len(every)
    for part, box in zip(parts, every, strict=True):
        if isinstance(box.entry, Number):
            check_number(part, box.entry)
        else:
            check_pick(part, box.entry)


def check_number(part: Part, number: Number) -> None:
    told = {wrong.told for wrong in number.mistaken}
    for interval in number.right:
        ends = decimal(interval.low), decimal(interval.high)
        for response in (decimal(interval.number), *ends):
            assert part.graded(response) == (1.0, "")
        for value in (interval.low - EDGE, interval.high + EDGE):
            fraction, feedback = part.graded(decimal(value))
            assert fraction == 0
            assert feedback in {"", *told}
    for wrong in number.mistaken:
        assert part.graded(decimal(wrong.interval.number)) == (0.0, _escaped(wrong.told))
    assert part.graded("987654") == (0.0, "")


def check_pick(part: Part, pick: Pick) -> None:
    assert [answer.fraction for answer in part.answers] == [
        float(option.is_right) for option in pick.options
    ]
    assert len({answer.text for answer in part.answers}) == len(part.answers)
    for answer, option in zip(part.answers, pick.options, strict=True):
        assert answer.feedback == _escaped(option.told)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@pytest.mark.parametrize("key", HAND)
def test_the_right_values_are_those_of_the_variant(key: str) -> None:
    truth = sheet_of(key).problems[0].variant.truth
    for part, box in zip(read(key).parts, boxes(key), strict=True):
        if part.kind == "numerical":
            value = np.asarray(truth[box.asked.name], dtype=object)
            at = box.cell or (1,) * value.ndim
            cell = value[tuple(axis - 1 for axis in at)]
            assert part.graded(f"{float(cell):.12f}")[0] == 1


@pytest.mark.parametrize("key", HAND)
def test_the_marks_are_in_the_ratio_of_the_points(key: str) -> None:
    parts, every = read(key).parts, boxes(key)
    total, points = sum(part.weight for part in parts), sum(box.points for box in every)
    for part, box in zip(parts, every, strict=True):
        assert Fraction(part.weight) / Fraction(total) == box.points / points


@pytest.mark.parametrize("key", HAND)
def test_no_interval_of_a_box_meets_another(key: str) -> None:
    for box in boxes(key):
        if isinstance(box.entry, Number):
            every = [*box.entry.right, *(wrong.interval for wrong in box.entry.mistaken)]
            for place, one in enumerate(every):
                assert not any(one.meets(other) for other in every[:place])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["pooling-hand", "receptive-field"])
def test_it_is_read_alike_in_every_language(key: str, language: Language) -> None:
    parts, english = read(key, language).parts, read(key).parts
    assert [part.weight for part in parts] == [part.weight for part in english]
    for part, other in zip(parts, english, strict=True):
        assert [a.fraction for a in part.answers] == [a.fraction for a in other.answers]


def test_decimals_are_wanted_with_the_sign_that_a_pack_does_not_put_between_thousands() -> None:
    assert "decimals with a point: -0.25" in read("conv2d-hand").text
    assert "dziesiętne z przecinkiem: -0,25" in read("conv2d-hand", "pl").text
    assert "decimalne sa zarezom: -0,25" in read("conv2d-hand", "hr").text
    assert "десятичные дроби — с запятой: -0,25" in read("conv2d-hand", "ru").text


@pytest.mark.parametrize(
    ("response", "value", "unit"),
    [
        ("1.234,5", 1.2345, ""),
        ("1,234.5", 1234.5, ""),
        ("1/2", 1.0, "/2"),
        ("3 apples", 3.0, "apples"),
        ("1e-3", 0.001, ""),
        ("1 234", 1234.0, ""),
        ("0,25", 0.25, ""),
        ("2x10^3", 2000.0, ""),
        ("\u22121", None, ""),
        ("half", None, ""),
        ("", None, ""),
    ],
)
def test_what_students_type_is_read_as_moodle_reads_it(
    response: str, value: float | None, unit: str
) -> None:
    found = read_number(response)
    assert (found.value, found.unit) == (value, unit)
