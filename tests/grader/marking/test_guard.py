"""What follows earns its marks where work was shown, over the chain of answers."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from grader.answers.outcome import Outcome
from grader.marking.by_hand import mark_by_hand
from grader.marking.guard import shows_nothing
from grader.marking.result import FieldResult
from problems.drawing import draw_variant
from problems.family import Level
from problems.forms import Decimal, Integer, Rational
from problems.rule import Rule, Slip
from problems.variant import example_variant
from problems.working import Working

TABLE = example_variant("cnn-table", "lecture").working
BACKPROP = draw_variant("conv2d-backprop", "standard", "3").working


def cells(*values: Any) -> Any:
    return np.array(values, dtype=object)


def marks(working: Working, **changed: Any) -> dict[str, FieldResult]:
    """The fields of a student who has worked out everything but for the answers given here."""
    values = working.solve(fixed=changed)
    return marked(working, {asked.name: values[asked.name] for asked in working.asked})


def marked(working: Working, answers: dict[str, Any]) -> dict[str, FieldResult]:
    return {field.name: field for field in mark_by_hand(working, answers)}


def lost(fields: dict[str, FieldResult]) -> list[str]:
    return [name for name, field in fields.items() if field.score < field.max_score]


# -- a value by itself ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "inputs"),
    [
        (0, []),
        ((7, 7, 7), []),
        (cells(0, 0, 0), []),
        (cells(Fraction(1, 3), Fraction(1, 3)), []),
        (5, [5, 2]),
        (5, [cells(1, 5, 9)]),
        ((3, 52, 52), [(3, 52, 52)]),
        (cells(4, -1, 4), [cells(4, -1)]),
        (cells([1, 2], [3, 4]), [cells([1, 2, 3], [4, 5, 6])]),
    ],
)
def test_zeros_one_number_throughout_and_copies_show_nothing(value: Any, inputs: Any) -> None:
    assert shows_nothing(value, inputs)


@pytest.mark.parametrize(
    ("value", "inputs"),
    [
        (5, [4, (1, 2)]),
        ((4, 50, 50), [(3, 52, 52), 4]),
        (cells(1, 0), [cells(1, 2)]),
        (cells(2, 4, 6), [cells(1, 2, 3), 2]),
    ],
)
def test_any_other_value_shows_something(value: Any, inputs: Any) -> None:
    assert not shows_nothing(value, inputs)


# -- a chain -------------------------------------------------------------------------------------


def test_a_slip_carried_on_keeps_the_marks_of_a_rule_that_then_ignores_it() -> None:
    """A field of 10 + 20 · 2 px is cut to the 50 px of the input, whatever came before."""
    fields = marks(draw_variant("cnn-table", "easy", "1").working, conv2_rf=10)
    assert fields["conv2_rf"].slips == ("jump-forgotten",)
    assert lost(fields) == ["conv2_rf"]


def test_an_unrelated_guess_takes_nothing_from_what_another_mistake_leads_to() -> None:
    working = draw_variant("cnn-table", "easy", "1").working
    values = {asked.name: working.solve()[asked.name] for asked in working.asked}
    fields = marked(working, values | {"conv2_rf": 10, "fc1_rf": 50, "flatten_shape": (0,)})
    assert lost(fields) == ["conv2_rf", "flatten_shape"]


def test_a_mistake_carried_on_keeps_the_marks_of_steps_that_copy_a_value() -> None:
    fields = marks(TABLE, fc1_rf=21)
    assert fields["fc2_rf"].found == "21"
    assert lost(fields) == ["fc1_rf"]


def test_a_mistake_that_leads_to_equal_logits_is_carried_on() -> None:
    """All probabilities come out as 1/3, and the loss no longer depends on the class."""
    working = draw_variant("conv2d-backprop", "standard", "16").working
    assert working.solve()["s"].tolist() == [2, 1, 1]
    fields = marks(working, s=cells(1, 1, 1))
    assert fields["p"].outcome is Outcome.FOLLOW_THROUGH
    assert fields["L"].outcome is Outcome.FOLLOW_THROUGH
    assert lost(fields) == ["s"]


@pytest.mark.parametrize(
    ("level", "seed", "name", "wrong"),
    [
        ("easy", "158", "m", (3, 3)),  # one of two maxima, which are one number then
        ("easy", "459", "m", (-3, -3)),
        ("standard", "242", "s_moved", (0, 2, 2)),  # twice what is right, apart from a zero 1
        ("standard", "770", "s_moved", (0, -8, -8)),  # and with the other sign
        ("standard", "735", "s_moved", (0, -1, 3)),
        ("standard", "1", "s_moved", (0, 2, -12)),  # of data in which one sign was misread
    ],
)
def test_a_word_that_follows_from_a_vector_wrong_in_a_known_way_keeps_its_mark(
    level: Level, seed: str, name: str, wrong: tuple[int, ...]
) -> None:
    fields = marks(draw_variant("equivariance", level, seed).working, **{name: cells(*wrong)})
    word = fields[f"{name.partition('_')[0]}_same"]
    assert word.outcome is Outcome.FOLLOW_THROUGH
    assert lost(fields) == [name]


@pytest.mark.parametrize(
    ("level", "seed", "name", "wrong"),
    [
        ("easy", "158", "m", (4, 4)),  # one number that is right nowhere
        ("easy", "158", "m", (0, 0)),
        ("standard", "242", "s_moved", (0, 0, 0)),
        ("standard", "242", "s_moved", (5, 5, 5)),
        ("standard", "242", "s_moved", (0, 5, 7)),  # made up
        ("standard", "735", "s_moved", (2, -1, 1)),  # the kernel
    ],
)
def test_a_word_that_follows_from_a_vector_that_may_be_made_up_earns_nothing(
    level: Level, seed: str, name: str, wrong: tuple[int, ...]
) -> None:
    fields = marks(draw_variant("equivariance", level, seed).working, **{name: cells(*wrong)})
    assert lost(fields) == [name, f"{name.partition('_')[0]}_same"]


def test_a_mistake_that_makes_two_numbers_the_same_is_carried_on_into_zeros() -> None:
    """One of two maxima is wrong, and the scores are so far apart that all gradients are 0."""
    working = draw_variant("conv2d-backprop", "standard", "501").working
    assert working.solve()["h"].tolist() == [7, 8]
    fields = marks(working, h=cells(8, 8))
    assert lost(fields) == ["h"]


def test_a_branch_that_is_filled_with_zeros_earns_nothing() -> None:
    q1 = BACKPROP.solve()["q1"]
    fields = marks(BACKPROP, q1=0 * q1)
    for name in ("q1", "r1", "dq1", "dw1", "w1_new"):
        assert fields[name].score == 0, name


def test_the_strides_that_are_forgotten_everywhere_are_one_mistake() -> None:
    working = draw_variant("cnn-table", "hard", "2").working

    def forgotten(step: Any) -> Any:
        return next((s for s in step.rule.slips if s.mistake == "stride-forgotten"), None)

    values = working.solve(swap=forgotten)
    fields = marked(working, {asked.name: values[asked.name] for asked in working.asked})
    assert lost(fields) == ["conv1_shape"]
    again = {field.slips for field in fields.values() if field.slips}
    assert again == {("stride-forgotten",), ("pooling-with-stride-one",), ("jump-forgotten",)}


def test_a_step_that_leaves_a_guess_as_it_is_earns_nothing() -> None:
    """The ReLU of a map of ones is that map, and so is its maximum: nobody has worked anything."""
    truth = BACKPROP.solve()
    ones = {name: 0 * truth[name] + 1 for name in ("q1", "q2", "r1", "r2", "h", "s")}
    answers = {asked.name: truth[asked.name] * 0 + 1 for asked in BACKPROP.asked} | ones
    assert sum(field.score for field in marked(BACKPROP, answers).values()) == 0


def test_equal_probabilities_that_follow_from_a_guess_earn_nothing() -> None:
    truth = BACKPROP.solve()
    answers = {asked.name: truth[asked.name] * 0 + 1 for asked in BACKPROP.asked}
    answers |= {"p": np.full(3, 1 / 3), "L": float(np.log(3))}
    assert sum(field.score for field in marked(BACKPROP, answers).values()) == 0


def chain_of_costs() -> Working:
    """The parameters and products of two layers."""
    weights = Rule("weights", lambda k, c: k * k * c)
    slip = Slip("parameters-for-macs", lambda weights: weights)
    macs = Rule("macs", lambda weights, cells: weights * cells, (slip,))
    w = Working()
    for layer, (k, c) in {"a": (3, 7), "b": (5, 11)}.items():
        params = w.derive(
            f"{layer}_params", weights, k=w.given(f"{layer}_k", k), c=w.given(f"{layer}_c", c)
        )
        w.ask(params, Integer())
        w.ask(w.derive(f"{layer}_macs", macs, weights=params, cells=100), Integer())
    return w


def test_a_slip_made_again_costs_nothing_where_its_first_time_stands_on_work() -> None:
    answers = {"a_params": 63, "a_macs": 63, "b_params": 275, "b_macs": 275}
    fields = marked(chain_of_costs(), answers)
    assert lost(fields) == ["a_macs"]


def test_a_slip_made_again_in_copies_of_guesses_costs_again() -> None:
    answers = {"a_params": 40, "a_macs": 40, "b_params": 40, "b_macs": 40}
    fields = marked(chain_of_costs(), answers)
    assert sum(field.score for field in fields.values()) == 0


@pytest.mark.parametrize(
    ("seed", "slip"),
    [
        ("38", "padding-forgotten"),  # three blanks are the same then
        ("72", "padded-by-mirror"),  # and here they are the same as the right one
        ("284", "padded-with-zeros"),
    ],
)
def test_a_slip_that_makes_several_blanks_the_same_costs_once(seed: str, slip: str) -> None:
    working = draw_variant("conv1d-hand", "hard", seed).working
    values = working.with_slip(slip)
    assert len(lost(marked(working, dict(values)))) == 1


def test_a_tensor_filled_with_one_number_earns_no_cells() -> None:
    w = Working()
    step = w.derive("m", Rule("m", lambda: cells(4, 4, 7)))
    w.ask(step, Rational(), per_cell=True)
    assert marked(w, {"m": cells(4, 4, 4)})["m"].score == 0
    assert marked(w, {"m": cells(4, 4, 5)})["m"].score == pytest.approx(2 / 3)


def test_more_answers_without_explanation_than_with_are_no_honest_work() -> None:
    """Fields that only follow from a guess earn nothing beside others that nobody can explain."""
    truth = TABLE.solve()
    some = ("conv1_params", "conv2_params", "fc1_params", "fc2_params")
    wrong = {name: truth[name] + 17 for name in some}
    shapes = {a.name: (9, 9, 9)[: len(truth[a.name])] for a in TABLE.asked if "shape" in a.name}
    fields = {"conv1_rf": 5, "pool1_rf": 9, "conv2_rf": 40, "pool2_rf": 31}
    answers = {a.name: truth[a.name] for a in TABLE.asked} | wrong | shapes | fields
    after = marked(TABLE, {**answers, "fc1_rf": 21, "fc2_rf": 21})
    assert after["fc2_rf"].score == 0
    assert marks(TABLE, fc1_rf=21)["fc2_rf"].score == 1


def test_a_value_that_is_made_up_to_saturate_leaves_nothing_that_earns_marks() -> None:
    """Where softmax is 0 and 1, the loss, all gradients and both steps are nothing."""
    truth = BACKPROP.solve()
    y = BACKPROP.given_values["y"] - 1
    s = cells(*(100 if place == y else 0 for place in range(3)))
    values = BACKPROP.solve(fixed={"q2": 0 * truth["q2"], "h": cells(5, 0), "s": s})
    answers = {asked.name: values[asked.name] for asked in BACKPROP.asked}
    real = [asked.name for asked in BACKPROP.asked if isinstance(asked.form, Decimal)]
    rounded = {name: np.round(np.asarray(answers[name], dtype=float), 3) for name in real}
    fields = marked(BACKPROP, {**answers, **rounded})
    for name in ("L", "ds", "dW", "dh", "dr1", "dq1", "dw1", "w1_new", "dr2", "dq2", "dw2", "dx"):
        assert fields[name].score == 0, name


@pytest.mark.parametrize(("right", "again"), [(True, 3), (False, 0)])
def test_an_answer_that_was_only_moved_on_shows_no_work_where_it_is_another_sheet_s(
    right: bool, again: int
) -> None:
    """A map that is taken to follow a shift is the one before it, moved: nothing is worked out."""
    own = draw_variant("equivariance", "standard", "own 5").working
    other = draw_variant("equivariance", "standard", "other 5").working.solve()
    source = own.solve() if right else other
    maps = {name: source[name] for name in ("q", "s")}
    moved = {f"{name}_moved": np.array([0, *map_[:-1]]) for name, map_ in maps.items()}
    assert marked(own, {**own.solve(), **other, **maps, **moved})["s_moved"].score == again


def test_a_slip_made_again_on_guesses_costs_again() -> None:
    truth = BACKPROP.solve()
    answers = {asked.name: truth[asked.name] for asked in BACKPROP.asked}
    for name in ("dh", "dr1", "dr2", "dq1", "dq2", "dw1", "dw2", "dx", "w1_new", "w2_new", "h_new"):
        answers[name] = truth[name] * 0 + 1
    fields = marked(BACKPROP, answers)
    assert (fields["dr2"].score, fields["dq2"].score) == (0, 0)
