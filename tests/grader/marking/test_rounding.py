"""What follows from an earlier slip in decimals keeps its marks, however it was rounded."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from grader.answers.answer import NoValue, read_answer
from grader.answers.outcome import Outcome
from grader.marking.by_hand import mark_by_hand
from grader.marking.result import FieldResult
from grader.marking.rounding import is_coarse, is_in_tenths
from grader.messages.remark import Remark
from problems.catalogue import family
from problems.drawing import draw_variant
from problems.family import Level
from problems.forms import Decimal, Form, Integer, Rational
from problems.variant import Variant, example_variant


def variant(level: Level, seed: str) -> Variant:
    return draw_variant("conv2d-backprop", level, seed)


def thirds() -> Variant:
    """Three equal logits, so that every gradient is a fraction of 3."""
    p = {
        "x": [[2, 2, 0, 1], [2, 2, 0, 2], [1, 2, 3, 2], [2, 3, 1, 0]],
        "w1": [[0, 2, 0], [-1, 1, 0], [0, 0, 0]],
        "w2": [[0, -1, 0], [0, 0, 1], [1, 0, 0]],
        **{"W": [[1, 0], [2, -1], [-1, 2]], "y": 3, "rate": "1/10", "exact": True},
    }
    return Variant(family("conv2d-backprop"), "standard", "thirds", p)


def carried_on(one: Variant, places: int | None, *, bump: int) -> dict[str, Any]:
    """A student's values in floats after one slip of the pen in q1, rounded to some places."""
    q1 = np.array(one.truth["q1"], copy=True)
    q1[0, 0] += bump
    values = one.working.solve(fixed={"q1": q1})
    floats = {a.name: np.asarray(values[a.name], dtype=np.float64) for a in one.working.asked}
    return {n: (v if places is None else np.round(v, places)).tolist() for n, v in floats.items()}


def marks(one: Variant, values: dict[str, Any]) -> tuple[FieldResult, ...]:
    asked = one.working.asked
    return mark_by_hand(one.working, {a.name: read_answer(a.form, values[a.name]) for a in asked})


@pytest.mark.parametrize(
    ("level", "places"),
    [("easy", None), ("easy", 3), ("standard", None), ("hard", None), ("hard", 3), ("hard", 2)],
)
@pytest.mark.parametrize("seed", ["1", "3", "5", "8"])
def test_one_wrong_cell_costs_its_part_of_one_mark(
    level: Level, places: int | None, seed: str
) -> None:
    one = variant(level, seed)
    fields = marks(one, carried_on(one, places, bump=1))
    lost = [f for f in fields if f.score < f.max_score]
    assert {f.name for f in lost} - {"q1"} <= {f.name for f in fields if _is_trivial(f)} | _rounded(
        fields
    )


def _is_trivial(field: FieldResult) -> bool:
    return any(remark.key == "follow-through-trivial" for remark in field.remarks)


def _rounded(fields: tuple[FieldResult, ...]) -> set[str]:
    first = [f.name for f in fields if any(r.key == "rounded" for r in f.remarks)]
    assert len(first) <= 1
    return set(first)


def test_fractions_that_are_rounded_throughout_cost_one_mark_and_it_is_said_why() -> None:
    one = thirds()
    values = {n: np.round(np.asarray(v, dtype=np.float64), 4).tolist() for n, v in _asked(one)}
    fields = marks(one, values)
    rounded = [f for f in fields if f.score < f.max_score]
    assert [f.outcome for f in rounded] == [Outcome.WRONG]
    assert [r.key for r in rounded[0].remarks] == ["rounded"]


def _asked(one: Variant) -> list[tuple[str, Any]]:
    return [(a.name, one.truth[a.name]) for a in one.working.asked]


def test_zeros_are_not_taken_for_rounded_values() -> None:
    one = thirds()
    zeros = {n: np.zeros(np.shape(v)).tolist() for n, v in _asked(one)}
    exact = [a.name for a in one.working.asked if not isinstance(a.form, Decimal)]
    earned = sum(f.score for f in marks(one, zeros) if f.name in exact)
    assert earned == 0


def test_the_class_counted_from_zero_is_named_and_what_follows_keeps_its_marks() -> None:
    one = next(
        v for v in (variant("standard", str(s)) for s in range(50)) if v.parameters["y"] == 1
    )
    fields = marks(one, one.working.with_slip("class-counted-from-zero"))
    assert ("class-counted-from-zero",) in [f.slips for f in fields]
    assert sum(f.max_score - f.score for f in fields) == 1


def test_one_number_in_every_blank_earns_no_more_than_it_happens_to_be_right() -> None:
    one = draw_variant("cnn-table", "standard", "7")
    for number in (0, 1, 54):
        fields = marks(one, {a.name: number for a in one.working.asked})
        earned = [f.name for f in fields if f.score]
        right = [f.name for f in fields if f.outcome is Outcome.CORRECT]
        assert len(earned) <= len(right) + 1, (number, earned)


def test_a_choice_at_a_tie_that_was_not_asked_holds_for_all_that_follows() -> None:
    one = example_variant("conv2d-backprop", "lecture")
    half = Fraction(1, 2)
    second = np.array([[0, 0], [0, half]], dtype=object)
    other = one.working.solve(fixed={"dr1": second, "dr2": -second})
    blank = NoValue(Outcome.UNANSWERED, Remark("blank"))
    answers = {a.name: one.truth[a.name] for a in one.working.asked}
    answers |= dict.fromkeys(("dr1", "dr2", "dq1", "dq2"), blank)
    mixed = {f.name: f for f in mark_by_hand(one.working, answers | {"dx": other["dx"]})}
    assert mixed["dw1"].outcome is Outcome.CORRECT
    assert mixed["dx"].score == 0
    kept = {f.name: f for f in mark_by_hand(one.working, answers)}
    assert kept["dx"].outcome is Outcome.CORRECT


@pytest.mark.parametrize("third", [0.33, 0.333, "0.3333", 0.3333333])
def test_a_rounded_value_of_which_several_are_right_is_known_as_such(third: Any) -> None:
    one = draw_variant("separable-conv", "standard", "31")
    assert one.truth["column"].tolist() == [3, -1, -1]
    minus = f"-{third}" if isinstance(third, str) else -third
    typed = {**one.truth, "column": [1, minus, minus], "row": [-6, 0, 3]}
    fields = {field.name: field for field in marks(one, typed)}
    assert [remark.key for remark in fields["column"].remarks] == ["rounded"]
    assert fields["row"].outcome is Outcome.FOLLOW_THROUGH


@pytest.mark.parametrize(
    ("form", "found", "value", "coarse"),
    [
        (Decimal(tolerance=0.005), [0.7, 0.2, 0.1], [0.665, 0.245, 0.09], True),
        (Decimal(tolerance=0.005), [1.0, 0.1, 0.0], [0.96, 0.06, 0.04], True),
        (Rational(), 0.3, Fraction(1, 3), True),
        (Rational(), Fraction(23, 10), Fraction(9, 4), True),
        # A cell that is further off, one with more places, whole numbers, another form, a size.
        (Decimal(tolerance=0.005), [0.7, 0.2, 0.2], [0.665, 0.245, 0.09], False),
        (Decimal(tolerance=0.005), [0.7, 0.23, 0.1], [0.665, 0.245, 0.09], False),
        (Decimal(tolerance=0.005), [1.0, 0.0], [0.96, 0.04], False),
        (Decimal(tolerance=0.005), [0.665, 0.245], [0.665, 0.245], False),
        (Integer(), 3, 4, False),
        (Decimal(tolerance=0.005), [0.7, 0.2], [0.665, 0.245, 0.09], False),
        (Decimal(tolerance=0.005), [float("inf"), 0.2], [0.665, 0.245], False),
    ],
)
def test_a_value_of_which_one_place_is_left_is_a_coarse_one(
    form: Form, found: Any, value: Any, coarse: bool
) -> None:
    assert is_coarse(form, found, value) is coarse
    assert is_in_tenths(form, found) or not coarse


def test_a_coarse_value_costs_as_a_wrong_one_and_what_follows_keeps_its_marks() -> None:
    one = variant("hard", "3")
    coarse = np.round(np.asarray(one.truth["p"], np.float64), 1)
    fields = marks(one, {**one.working.solve(fixed={"p": coarse}), "p": coarse.tolist()})
    lost = {f.name: [r.key for r in f.remarks] for f in fields if f.score < f.max_score}
    assert lost == {"p": ["rounded-coarsely"]}
