"""The chance of coincidence, worked out by hand."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
import pytest

from grader.copying.coincidence import chance_of_answer, chance_of_student, counted
from grader.copying.matches import Variants
from grader.copying.wrong_answers import Blank, WrongAnswer
from grader.course.record import Sitting
from problems.forms import Rational

Q, R = Blank("1", "q"), Blank("1", "r")


def answer(value: Any, own: Any, blank: Blank = Q) -> WrongAnswer:
    return WrongAnswer(Sitting(1, "100", 1), blank, Rational(), value, own, str(value))


def seen(pieces: dict[tuple[Blank, int, str], int], of: int = 100) -> Variants:
    return Variants(of, Counter({Q: of, R: of}), Counter(pieces))


def test_a_number_is_as_likely_as_it_is_common() -> None:
    chance, _ = chance_of_answer(answer(7, 5), seen({(Q, 0, "7"): 40}))
    assert chance == 0.4


def test_what_nobody_has_counts_as_if_one_had_it() -> None:
    assert chance_of_answer(answer(7, 5), seen({}))[0] == 0.01


def test_cells_multiply_once_for_each_number_and_without_those_that_are_right_anyway() -> None:
    variants = seen({(Q, 0, "3"): 10, (Q, 1, "4"): 20, (Q, 2, "4"): 50, (Q, 3, "0"): 90})
    value, own = np.array([3, 4, 4, 0]), np.array([1, 2, 2, 0])
    assert chance_of_answer(answer(value, own), variants)[0] == pytest.approx(0.1 * 0.5)


def test_a_number_counts_once_in_several_blanks() -> None:
    variants = seen({(Q, 0, "3"): 1, (Q, 1, "4"): 10, (R, 0, "4"): 10, (R, 1, "9"): 20})
    first = answer(np.array([3, 4]), np.array([1, 1]))
    second = answer(np.array([4, 9]), np.array([1, 1]), R)
    found = counted([second, first], variants)
    assert [each.answer for each in found] == [first, second]
    assert [each.chance for each in found] == pytest.approx([0.001, 0.2])


def test_an_answer_without_anything_new_does_not_count() -> None:
    first, second = answer(7, 5), answer(7, 5, R)
    assert len(counted([first, second], seen({}))) == 1


def test_the_chance_is_for_any_classmate_and_any_choice_of_answers() -> None:
    """Two of 5 wrong answers, 10 ways to choose them, and 20 classmates."""
    assert chance_of_student([0.001, 0.01], wrong=5, classmates=20) == pytest.approx(0.002)
    assert chance_of_student([0.5], wrong=5, classmates=20) == 1
    assert chance_of_student([], wrong=5, classmates=20) == 1
