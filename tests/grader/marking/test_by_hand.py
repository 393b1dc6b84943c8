"""Consistent work keeps its marks, the first mistake costs and is named, truth is right."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from grader.answers.answer import NoValue, read_answer
from grader.answers.outcome import Outcome
from grader.marking.by_hand import mark_by_hand
from grader.marking.compared import WrongCells
from grader.marking.result import FieldResult
from grader.messages.remark import Remark
from problems.drawing import draw_variant
from problems.forms import Choice, Decimal, Integer, Rational, Shape
from problems.rule import Rule, Slip
from problems.rules.pooling import GLOBAL_MAX, GLOBAL_MAX_GRADIENT
from problems.variant import example_variant
from problems.working import Working
from tests.grader.answers.test_answer import VALUES
from tests.problems.test_working import FAULTS

BLANK = NoValue(Outcome.UNANSWERED, Remark("blank"))
UNREADABLE = NoValue(Outcome.UNREADABLE, Remark("not-whole"), "5.5")

TABLE = example_variant("cnn-table", "lecture")
BACKPROP = example_variant("conv2d-backprop", "lecture")

DOUBLED = Rule("doubled", lambda x: 2 * x)


def marks(working: Working, **changed: Any) -> dict[str, FieldResult]:
    """The fields of a student with everything right but for the answers given here."""
    truth = working.solve()
    answers = {asked.name: truth[asked.name] for asked in working.asked}
    return by_name(mark_by_hand(working, {**answers, **changed}))


def by_name(fields: tuple[FieldResult, ...]) -> dict[str, FieldResult]:
    return {field.name: field for field in fields}


def score(fields: Mapping[str, FieldResult]) -> float:
    return sum(field.score for field in fields.values())


def outcomes(fields: Mapping[str, FieldResult], *names: str) -> list[Outcome]:
    return [fields[name].outcome for name in names]


def remarks(field: FieldResult) -> list[str]:
    return [remark.key for remark in field.remarks]


# -- answers without a value, or in another form -------------------------------------------------


def test_what_to_type_instead_is_said_after_what_is_wrong() -> None:
    unit = Remark("without-unit", {"number": "7"})
    no_value = NoValue(Outcome.UNREADABLE, Remark("unreadable-text"), "7 px", unit)
    field = marks(TABLE.working, conv1_rf=no_value)["conv1_rf"]
    assert (field.outcome, field.score, field.found) == (Outcome.UNREADABLE, 0, "7 px")
    assert remarks(field) == ["unreadable-text", "without-unit"]


def test_what_to_type_instead_is_said_of_an_error_too() -> None:
    details = {"type": "SyntaxError", "message": "invalid syntax"}
    error = NoValue(Outcome.CRASHED, Remark("raised", details))
    fields = marks(TABLE.working, conv1_rf=error, conv1_shape=error)
    assert remarks(fields["conv1_rf"]) == ["raised", "number-alone"]
    assert remarks(fields["conv1_shape"]) == ["raised", "sizes-with-commas"]


def test_a_blank_for_the_shape_of_a_vector_says_that_it_wants_one_axis() -> None:
    word = read_answer(Shape("C, H, W"), "wide")
    fields = marks(TABLE.working, conv1_shape=word, fc1_shape=word)
    axes = [fields[name].remarks[0].details["axes"] for name in ("conv1_shape", "fc1_shape")]
    assert axes == ["C, H, W", "N,"]


def test_a_vector_written_as_a_column_or_a_row_is_marked_as_a_vector() -> None:
    w = Working()
    doubled = w.derive("doubled", DOUBLED, x=w.given("x", np.array([3, -1, 4], dtype=object)))
    w.ask(doubled, Rational())

    def marked(value: Any) -> FieldResult:
        (field,) = mark_by_hand(w, {"doubled": read_answer(Rational(), value)})
        return field

    assert marked([[6], [-2], [8]]).outcome is Outcome.CORRECT
    assert marked([[6, -2, 8]]).outcome is Outcome.CORRECT
    assert remarks(marked([[6], [-2], [7]])) == ["wrong-entries"]
    assert remarks(marked([[6, -2], [8, 0]])) == ["wrong-shape"]


# -- follow-through -----------------------------------------------------------------------------


def test_one_early_slip_costs_one_mark_and_is_named_and_what_follows_keeps_its_marks() -> None:
    fields = marks(TABLE.working, conv1_rf=6, pool1_rf=7, conv2_rf=15, pool2_rf=17)
    assert fields["conv1_rf"].slips == ("kernel-not-reduced",)
    assert outcomes(fields, "conv1_rf", "pool1_rf", "conv2_rf", "pool2_rf") == [
        Outcome.SLIP,
        Outcome.FOLLOW_THROUGH,
        Outcome.FOLLOW_THROUGH,
        Outcome.FOLLOW_THROUGH,
    ]
    assert score(fields) == 18


def test_a_wrong_value_without_a_name_costs_one_mark_too() -> None:
    fields = marks(TABLE.working, conv1_rf=8, pool1_rf=9, conv2_rf=17, pool2_rf=19)
    assert fields["conv1_rf"].outcome is Outcome.WRONG
    assert score(fields) == 18


def test_the_truth_is_right_whatever_came_before_it() -> None:
    fields = marks(TABLE.working, conv1_shape=(3, 2, 1), conv1_rf=99, pool1_rf=98)
    assert score(fields) == 16
    assert fields["conv2_rf"].outcome is Outcome.CORRECT


def test_a_value_is_judged_from_the_nearest_answer_and_not_from_an_earlier_one() -> None:
    fields = marks(TABLE.working, conv1_rf=8, pool1_rf=6, conv2_rf=17)
    assert outcomes(fields, "conv1_rf", "pool1_rf", "conv2_rf") == [
        Outcome.WRONG,
        Outcome.CORRECT,
        Outcome.WRONG,  # 17 follows from 8, but the student had 6 in between
    ]


@pytest.mark.parametrize("gap", [BLANK, UNREADABLE])
def test_what_was_not_given_is_worked_out_in_between(gap: NoValue) -> None:
    fields = marks(TABLE.working, conv1_rf=8, pool1_rf=gap, conv2_rf=17, pool2_rf=19)
    assert outcomes(fields, "conv1_rf", "pool1_rf", "conv2_rf", "pool2_rf") == [
        Outcome.WRONG,
        gap.outcome,
        Outcome.FOLLOW_THROUGH,
        Outcome.FOLLOW_THROUGH,
    ]
    assert score(fields) == 17


def test_an_empty_sheet_is_unanswered_and_earns_nothing() -> None:
    answers = {asked.name: BLANK for asked in TABLE.working.asked}
    fields = mark_by_hand(TABLE.working, answers)
    assert {field.outcome for field in fields} == {Outcome.UNANSWERED}
    assert sum(field.score for field in fields) == 0
    assert sum(field.max_score for field in fields) == 19


def test_numbers_beyond_all_floats_are_marked_without_a_word_from_numpy() -> None:
    beyond = np.array([10**400, -(10**400)], dtype=object)
    fields = marks(BACKPROP.working, s=beyond, p=beyond, L=1e300)
    assert outcomes(fields, "s", "p", "L") == [Outcome.WRONG] * 3
    fields = marks(BACKPROP.working, s=np.array([800, 0], dtype=object), p=beyond)
    assert outcomes(fields, "s", "p") == [Outcome.WRONG] * 2


def test_what_was_found_is_shown_and_what_is_expected_is_not() -> None:
    field = marks(TABLE.working, conv1_shape=(16, 24, 25))["conv1_shape"]
    assert field.found == "(16, 24, 25)"
    assert field.expected is None


def test_an_unreadable_answer_shows_what_was_typed() -> None:
    assert marks(TABLE.working, conv1_rf=UNREADABLE)["conv1_rf"].found == "5.5"


# -- slips --------------------------------------------------------------------------------------


def test_the_same_slip_made_again_is_named_again_and_charged_once() -> None:
    fields = marks(TABLE.working, conv1_params=400, conv2_params=12_800, fc1_params=262_144)
    for name, earned in (("conv1_params", 0), ("conv2_params", 1), ("fc1_params", 1)):
        assert fields[name].outcome is Outcome.SLIP
        assert fields[name].slips == ("bias-forgotten",)
        assert fields[name].score == earned
    assert remarks(fields["conv1_params"]) == ["slip"]
    assert remarks(fields["conv2_params"]) == ["slip-again"]


def test_another_slip_is_charged_on_its_own() -> None:
    fields = marks(TABLE.working, conv1_params=400, conv2_params=12_801)
    assert fields["conv2_params"].slips == ("one-bias-in-all",)
    assert score(fields) == 17


def test_a_slip_is_recognised_on_the_students_own_earlier_values() -> None:
    fields = marks(TABLE.working, conv1_rf=8, pool1_rf=9, conv2_rf=9 + 5 * 2)
    assert fields["conv2_rf"].slips == ("kernel-not-reduced",)


def test_a_slip_is_recognised_on_the_true_values_as_well() -> None:
    fields = marks(TABLE.working, pool1_rf=99, conv2_rf=6 + 5 * 2)
    assert fields["conv2_rf"].slips == ("kernel-not-reduced",)


def sizes() -> Working:
    """Two strides that are not asked about lie between the fields that are."""
    added = Slip("strides-added", lambda jump_in, stride: jump_in + stride)
    jump = Rule("jump", lambda jump_in, stride: jump_in * stride, slips=(added,))
    field = Rule(
        "field",
        lambda rf_in, jump, kernel: rf_in + (kernel - 1) * jump,
        slips=(Slip("kernel-whole", lambda rf_in, jump, kernel: rf_in + kernel * jump),),
    )
    w = Working()
    first = w.derive("jump1", jump, jump_in=w.given("jump0", 2), stride=w.given("stride1", 3))
    rf1 = w.derive("rf1", field, rf_in=1, jump=first, kernel=w.given("kernel1", 5))
    second = w.derive("jump2", jump, jump_in=first, stride=w.given("stride2", 7))
    rf2 = w.derive("rf2", field, rf_in=rf1, jump=second, kernel=w.given("kernel2", 11))
    w.ask(rf1, Integer(), marks=2)
    w.ask(rf2, Integer(), marks=3)
    return w


def test_a_slip_on_a_step_that_is_not_asked_is_named() -> None:
    fields = marks(sizes(), rf1=1 + 4 * 5)  # 2 + 3 in place of 2 * 3
    assert fields["rf1"].slips == ("strides-added",)


def test_a_slip_that_can_be_made_in_two_steps_is_found_in_either_and_in_both() -> None:
    in_both, in_first, in_second = 5 + 7, 5 * 7, 6 + 7
    for jump in (in_both, in_first, in_second):
        assert marks(sizes(), rf2=25 + 10 * jump)["rf2"].slips == ("strides-added",)


def test_marks_are_those_of_the_blank() -> None:
    fields = marks(sizes(), rf1=BLANK)
    assert [(f.score, f.max_score) for f in fields.values()] == [(0, 2), (3, 3)]


@pytest.mark.parametrize("error", FAULTS)
@pytest.mark.parametrize("place", ["slip", "accepts"])
def test_a_mistake_of_ours_is_loud_and_makes_no_answer_wrong(
    place: str, error: type[Exception]
) -> None:
    def broken(**inputs: int) -> int:
        raise error(f"no {inputs}")

    slips = (Slip("broken", broken),) if place == "slip" else ()
    accepts = (lambda value, **inputs: broken(**inputs)) if place == "accepts" else None
    w = Working()
    rule = Rule("doubled", lambda **inputs: 2 * inputs["x"], slips, accepts)
    w.ask(w.derive("y", rule, x=w.given("x", 7)), Integer())
    assert marks(w)["y"].outcome is Outcome.CORRECT
    with pytest.raises(error, match=r"no \{'x': 7\}"):
        marks(w, y=5)


def test_several_slips_that_give_one_value_are_kept_and_none_is_told() -> None:
    w = Working()
    rule = Rule(
        "rule",
        lambda n: 3 * n,
        slips=(Slip("one", lambda n: n), Slip("other", lambda: 7), Slip("third", lambda n: -n)),
    )
    w.ask(w.derive("a", rule, n=w.given("n", 7)), Integer())
    field = marks(w, a=7)["a"]
    assert field.slips == ("one", "other")
    assert remarks(field) == ["several-slips"]
    assert field.score == 0


def test_of_several_slips_that_is_told_which_explains_most_answers() -> None:
    w = Working()
    slips = (Slip("one", lambda n: n + 1), Slip("other", lambda n: 8), Slip("third", lambda n: -n))
    rule = Rule("rule", lambda n: 3 * n, slips=slips)
    w.ask(w.derive("a", rule, n=w.given("m", 7)), Integer())
    w.ask(w.derive("b", rule, n=w.given("n", 11)), Integer())
    w.ask(w.derive("c", rule, n=w.given("o", 7)), Integer())
    fields = marks(w, a=8, b=12, c=8)
    assert {field.slips for field in fields.values()} == {("one",)}
    assert [remarks(field) for field in fields.values()] == [
        ["slip"],
        ["slip-again"],
        ["slip-again"],
    ]
    assert [field.score for field in fields.values()] == [0, 1, 1]


def test_several_slips_made_again_are_all_kept_and_charged_once() -> None:
    w = Working()
    slips = (Slip("one", lambda n: n + 1), Slip("other", lambda n: 8))
    rule = Rule("rule", lambda n: 3 * n, slips=slips)
    w.ask(w.derive("a", rule, n=w.given("m", 7)), Integer())
    w.ask(w.derive("b", rule, n=w.given("n", 7)), Integer())
    w.ask(w.derive("c", rule, n=w.given("o", 11)), Integer())
    fields = marks(w, a=8, b=8, c=33)
    assert fields["a"].slips == fields["b"].slips == ("one", "other")
    assert [remarks(field) for field in fields.values()] == [
        ["several-slips"],
        ["several-slips-again"],
        [],
    ]
    assert [field.score for field in fields.values()] == [0, 1, 1]


def test_a_value_that_follows_is_no_slip_even_if_a_slip_gives_it_too() -> None:
    fields = marks(TABLE.working, pool1_rf=5, conv2_rf=13)
    assert fields["conv2_rf"].outcome is Outcome.FOLLOW_THROUGH


# -- the guard ----------------------------------------------------------------------------------


def fields_of_a_net() -> Working:
    """A stride that is asked, and a field that depends on the kernel through it."""
    jump = Rule("jump", lambda strides: strides[0] * strides[1])
    field = Rule("field", lambda jump, kernel: 1 + (kernel - 1) * jump)
    w = Working()
    step = w.derive("jump", jump, strides=(w.given("s1", 2), w.given("s2", 3)))
    w.ask(step, Integer())
    w.ask(w.derive("rf", field, jump=step, kernel=w.given("kernel", 5)), Integer())
    return w


def test_a_jump_of_zero_does_not_make_the_next_answer_a_present() -> None:
    fields = marks(fields_of_a_net(), jump=0, rf=1)
    assert fields["rf"].outcome is Outcome.WRONG
    assert remarks(fields["rf"]) == ["follow-through-trivial"]
    assert score(fields) == 0


def test_a_wrong_jump_that_leaves_work_to_do_is_followed() -> None:
    fields = marks(fields_of_a_net(), jump=5, rf=21)
    assert fields["rf"].outcome is Outcome.FOLLOW_THROUGH


def test_zeros_do_not_earn_the_zeros_that_follow_from_them() -> None:
    nothing = np.zeros((2, 2), dtype=object)
    fields = marks(BACKPROP.working, dr1=nothing, dq1=nothing, dw1=np.zeros((3, 3), dtype=object))
    assert outcomes(fields, "dr1", "dq1", "dw1") == [Outcome.WRONG] * 3
    assert score(fields) == 18


# -- tensors ------------------------------------------------------------------------------------


def test_the_wrong_cells_are_named_from_one_and_the_others_earn_their_part() -> None:
    q1 = np.array([[1, -1], [0, 7]], dtype=object)
    field = marks(BACKPROP.working, q1=q1)["q1"]
    assert field.outcome is Outcome.WRONG
    assert field.score == 0.75
    assert field.remarks == (Remark("wrong-cells", {"cells": ((2, 2),)}),)


def test_cells_that_a_later_mistake_left_right_earn_their_part() -> None:
    working = draw_variant("conv2d-backprop", "standard", "3").working
    truth = working.solve()
    field = marks(working, q1=np.maximum(truth["q1"], 0))["q1"]
    right = float(np.mean(truth["q1"] >= 0))
    assert 0 < right < 1
    assert field.outcome is Outcome.SLIP
    assert field.score == pytest.approx(field.max_score * right)
    assert field.slips == ("relu-in-place",)
    assert remarks(field) == ["wrong-cells", "slip"]


def test_zeros_everywhere_earn_no_cells() -> None:
    field = marks(BACKPROP.working, q1=np.zeros((2, 2), dtype=object))["q1"]
    assert (field.outcome, field.score) == (Outcome.WRONG, 0)


def test_cells_earn_nothing_where_the_blank_is_marked_as_a_whole() -> None:
    ds = np.array([Fraction(1, 2), Fraction(1, 3)], dtype=object)
    field = marks(BACKPROP.working, ds=ds)["ds"]
    assert field.remarks == (Remark("wrong-entries", {"cells": ((2,),)}),)
    assert field.score == 0


def test_another_shape_is_told_with_both_shapes() -> None:
    field = marks(BACKPROP.working, q1=np.ones((2, 3), dtype=object))["q1"]
    assert field.remarks == (Remark("wrong-shape", {"found": (2, 3), "expected": (2, 2)}),)
    assert field.score == 0


def test_a_number_in_place_of_a_matrix_does_not_spread_over_it() -> None:
    field = marks(BACKPROP.working, dr1=Fraction(1, 2))["dr1"]
    assert remarks(field) == ["wrong-shape"]


def test_a_wrong_shape_costs_its_own_field_and_nothing_stops() -> None:
    fields = marks(BACKPROP.working, h=np.ones((3, 2), dtype=object))
    assert score(fields) == 20


# -- several right values -----------------------------------------------------------------------


def peak(*, is_asked: bool) -> Working:
    """The gradient at a maximum that two cells reach, and a sum weighted by the cell."""
    weigh = Rule("weigh", lambda d: sum(n * cell for n, cell in enumerate(d, start=1)))
    w = Working()
    x = w.given("x", np.array([4, 1, 4, 2, 0], dtype=object))
    top = w.derive("top", GLOBAL_MAX, x=x)
    d = w.derive("d", GLOBAL_MAX_GRADIENT, x=x, dq=6)
    w.ask(top, Rational())
    if is_asked:
        w.ask(d, Rational())
    w.ask(w.derive("total", weigh, d=d), Rational())
    return w


def cells(*values: Any) -> NDArray[Any]:
    return np.array(values, dtype=object)


@pytest.mark.parametrize(
    ("choice", "total"),
    [
        (cells(6, 0, 0, 0, 0), 6),
        (cells(0, 0, 6, 0, 0), 18),
        (cells(3, 0, 3, 0, 0), 12),
        (cells(Fraction(1, 2), 0, Fraction(11, 2), 0, 0), 17),
    ],
)
def test_any_choice_at_a_tie_is_right_and_what_follows_is_judged_from_it(
    choice: NDArray[Any], total: int
) -> None:
    fields = marks(peak(is_asked=True), d=choice, total=total)
    assert outcomes(fields, "d", "total") == [Outcome.CORRECT] * 2
    other = marks(peak(is_asked=True), d=choice, total=total + 1)
    assert other["total"].outcome is not Outcome.CORRECT


@pytest.mark.parametrize(
    "wrong", [cells(6, 0, 6, 0, 0), cells(0, 6, 0, 0, 0), cells(7, 0, -1, 0, 0)]
)
def test_what_is_no_choice_at_a_tie_is_wrong(wrong: NDArray[Any]) -> None:
    assert marks(peak(is_asked=True), d=wrong)["d"].score == 0


def test_a_choice_that_was_not_asked_for_is_tried() -> None:
    for total in (6, 18, 12):
        assert marks(peak(is_asked=False), total=total)["total"].outcome is Outcome.CORRECT
    assert marks(peak(is_asked=False), total=7)["total"].outcome is Outcome.WRONG


# -- whatever comes -----------------------------------------------------------------------------

VARIANTS = {
    "table, lecture": TABLE,
    "table, hard": draw_variant("cnn-table", "hard", "11"),
    "backprop, lecture": BACKPROP,
    "backprop, standard": draw_variant("conv2d-backprop", "standard", "11"),
    "backprop, hard": draw_variant("conv2d-backprop", "hard", "11"),
    "separable, standard": draw_variant("separable-conv", "standard", "11"),
    "separable, hard": draw_variant("separable-conv", "hard", "11"),
}

BIG = st.integers(10**300, 10**1200)
CELLS = st.integers(-9, 9) | st.fractions(max_denominator=9) | BIG
NEAR_MISSES = st.one_of(
    VALUES,
    st.lists(CELLS, min_size=1, max_size=5),
    st.integers(1, 6).flatmap(
        lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=1, max_size=6)
    ),
    st.lists(CELLS, min_size=3, max_size=3).map(tuple),
    BIG,
    st.just(0),
)


@pytest.mark.parametrize("name", VARIANTS)
@settings(max_examples=25)
@given(data=st.data())
def test_whatever_is_answered_marks_stay_in_range_and_the_truth_keeps_its_own(
    name: str, data: st.DataObject
) -> None:
    variant = VARIANTS[name]
    asked = variant.working.asked
    names = [each.name for each in asked]
    replaced = data.draw(st.lists(st.sampled_from(names), min_size=1, unique=True))
    answers = {
        each.name: read_answer(each.form, data.draw(NEAR_MISSES, label=each.name))
        if each.name in replaced
        else variant.truth[each.name]
        for each in asked
    }
    for field, each in zip(mark_by_hand(variant.working, answers), asked, strict=True):
        assert 0 <= field.score <= field.max_score == each.marks
        # At the ties of the lecture another choice may have been made before.
        if each.name not in replaced and variant is not BACKPROP:
            assert field.outcome is Outcome.CORRECT


@given(st.lists(st.sampled_from([asked.name for asked in TABLE.working.asked]), unique=True))
def test_what_is_left_blank_costs_no_other_answer(left: list[str]) -> None:
    fields = marks(TABLE.working, **dict.fromkeys(left, BLANK))
    assert score(fields) == 19 - len(left)


def test_a_decimal_is_followed_through_within_its_tolerance() -> None:
    w = Working()
    half = w.derive("half", Rule("half", lambda n: n / 2), n=w.given("n", 3.0))
    w.ask(half, Decimal(tolerance=0.01))
    square = w.derive("square", Rule("square", lambda x: x * x), x=half)
    w.ask(square, Decimal(tolerance=0.01))
    fields = marks(w, half=np.float64(1.25), square=np.float64(1.56))
    assert outcomes(fields, "half", "square") == [Outcome.WRONG, Outcome.FOLLOW_THROUGH]
    fields = marks(w, half=np.float64(1.25), square=np.float64(1.58))
    assert outcomes(fields, "half", "square") == [Outcome.WRONG, Outcome.WRONG]


def test_a_wrong_yes_or_no_names_no_mistake_but_one_that_was_made_before_is_free() -> None:
    def parity(n: int) -> str:
        return "yes" if n % 2 == 0 else "no"

    w = Working()
    count = Rule("count", lambda n: n, slips=(Slip("one-off", lambda n: n + 1),))
    even = Rule("even", parity, slips=(Slip("one-off", lambda n: parity(n + 1)),))
    n = w.given("n", 6)
    w.ask(w.derive("first", count, n=n), Integer())
    w.ask(w.derive("even", even, n=n), Choice(("yes", "no")))
    alone, again = marks(w, even="no"), marks(w, first=7, even="no")
    assert (outcomes(alone, "even"), remarks(alone["even"])) == ([Outcome.WRONG], ["wrong"])
    assert alone["even"].slips == ()
    assert (again["even"].score, again["even"].slips) == (1, ("one-off",))


def test_zeros_are_told_as_one_mistake_among_others() -> None:
    working = draw_variant("conv2d-backprop", "hard", "2").working
    zeros = np.zeros_like(working.evaluate(working["dq1"]))
    assert remarks(marks(working, dq1=zeros)["dq1"]) == ["slip-among-others"]
    values = working.with_slip("relu-mask-inverted")
    fields = marks(working, dq1=zeros, dq2=values["dq2"])
    assert not np.any(values["dq1"]) or "slip" in remarks(fields["dq2"])


def test_one_whole_number_throughout_is_no_sure_sign_of_a_value_that_comes_near_it() -> None:
    """Sigmoids of large scores are nearly 1, and the loss then nearly 0, which tells nothing."""
    working = draw_variant("conv2d-backprop", "hard", "6").working
    ones = np.ones_like(working.evaluate(working["p"]))
    assert [remark.key for remark in marks(working, p=ones)["p"].remarks] == ["slip-among-others"]
    slipped = working.with_slip("sigmoid-for-softmax")
    assert "sigmoid-for-softmax" in marks(working, p=slipped["p"])["p"].slips
    assert not marks(working, L=0)["L"].slips


def test_the_wrong_cells_of_a_matrix_are_kept_beside_it_and_the_right_value_is_not() -> None:
    true = BACKPROP.working.solve()["q1"]
    answer = true.copy()
    answer[0, 1] += 9
    answer[1, 0] += 7
    compared = marks(BACKPROP.working, q1=answer)["q1"].compared
    assert isinstance(compared, WrongCells)
    assert np.argwhere(compared.wrong).tolist() == [[0, 1], [1, 0]]
    assert compared.found.tolist() == answer.astype(float).tolist()
    assert all(field.compared is None for field in marks(BACKPROP.working).values())
