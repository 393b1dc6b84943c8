"""Sizes that were not rounded: a known mistake where whole numbers are asked for, which costs once.

The sizes of the table go wrong in its pooling and in all that is counted from it: 14 columns give
windows of 3 that move by 2 one and a half steps too few, or too many.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from grader.answers.answer import NoValue, read_answer
from grader.answers.outcome import Outcome
from grader.marking.by_hand import mark_by_hand
from grader.marking.result import FieldResult
from problems.cnn_table.family import working
from problems.forms import Integer, Shape
from problems.quantity import Values
from tests.problems.tables import EVERYTHING

NOT_ROUNDED = "size-not-rounded"
W = working(EVERYTHING)


def marked(typed: Values) -> dict[str, FieldResult]:
    """The marks of the right table with some blanks typed otherwise."""
    truth = W.solve()
    answers = {
        asked.name: read_answer(asked.form, typed.get(asked.name, truth[asked.name]))
        for asked in W.asked
    }
    return {field.name: field for field in mark_by_hand(W, answers)}


def not_rounded() -> Values:
    """What a student hands in who rounds nowhere."""
    carried = W.with_slip(NOT_ROUNDED)
    return {asked.name: carried[asked.name] for asked in W.asked if asked.name in carried}


def test_a_size_that_is_not_rounded_costs_once_whatever_is_counted_from_it() -> None:
    values = not_rounded()
    wrong = [name for name, value in values.items() if value != W.solve()[name]]
    fields = marked(values)
    assert len(wrong) > 3
    assert [fields[name].score < fields[name].max_score for name in wrong] == [
        True,
        *[False] * (len(wrong) - 1),
    ]
    assert fields[wrong[0]].slips == (NOT_ROUNDED,)


@pytest.mark.parametrize("write", [float, str, lambda n: f"{float(n):.2f}"])
def test_it_is_known_as_a_decimal_or_a_fraction(write: Any) -> None:
    values = not_rounded()
    name, size = next((n, v) for n, v in values.items() if Fraction in map(type, _cells(v)))
    cells = tuple(write(cell) if isinstance(cell, Fraction) else cell for cell in size)
    assert marked({name: cells})[name].slips == (NOT_ROUNDED,)


def _cells(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def test_it_is_known_between_crosses() -> None:
    values = not_rounded()
    name, size = next((n, v) for n, v in values.items() if Fraction in map(type, _cells(v)))
    written = "x".join(str(float(c)) if isinstance(c, Fraction) else str(c) for c in size)
    assert marked({name: written})[name].slips == (NOT_ROUNDED,)


def test_whoever_rounds_later_loses_nothing_more() -> None:
    values = not_rounded()
    name, size = next((n, v) for n, v in values.items() if Fraction in map(type, _cells(v)))
    fields = marked({name: size})
    assert [n for n, field in fields.items() if field.score < field.max_score] == [name]


def test_a_size_that_nothing_leads_to_is_said_to_be_no_whole_number() -> None:
    (name, *_) = [asked.name for asked in W.asked if isinstance(asked.form, Shape)]
    size = W.solve()[name]
    field = marked({name: (*size[:-1], size[-1] + Fraction(1, 7))})[name]
    assert field.outcome is Outcome.UNREADABLE
    assert [remark.key for remark in field.remarks] == ["not-whole"]


@pytest.mark.parametrize(
    ("form", "value", "broken"),
    [
        (Integer(), 10.5, Fraction(21, 2)),
        (Integer(), "21/2", Fraction(21, 2)),
        (Integer(), 50 / 3, Fraction(50, 3)),
        (Integer(), 16.67, Fraction(1667, 100)),
        (Shape("C, H, W"), (8, 10.5, 4), (8, Fraction(21, 2), 4)),
        (Shape("C, H, W"), "8x16.666666666666668x4", (8, Fraction(50, 3), 4)),
        (Shape("C, H, W"), (8, 10.5, "four"), None),
    ],
)
def test_what_is_not_whole_is_kept_beside_the_remark(form: Any, value: Any, broken: Any) -> None:
    answer = read_answer(form, value)
    assert isinstance(answer, NoValue)
    assert answer.remark.key == "not-whole"
    assert answer.broken == broken
