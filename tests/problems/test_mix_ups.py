"""Something was taken for something else: it is told what, where the value can tell it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from grader.answers.outcome import Outcome
from grader.marking.by_hand import mark_by_hand
from grader.marking.result import FieldResult
from problems.derivation import Derivation
from problems.drawing import draw_variant
from problems.mix_ups import MixUp, copied_lines, mix_ups
from problems.quantity import Given, Step
from problems.variant import Variant
from problems.window_cells import overlooked
from problems.working import Working
from reference.geometry import PoolWindow
from reference.pooling import max_pool2d, mean_pool2d

BACKPROP = draw_variant("conv2d-backprop", "standard", "3")
TABLE = draw_variant("cnn-table", "hard", "5")
POOLING = draw_variant("pooling-hand", "standard", "358")
COUNTS = draw_variant("separable-conv", "hard", "5")


def step(working: Working, name: str) -> Step:
    found = working[name]
    assert isinstance(found, Step)
    return found


def worked_with(working: Working, name: str, **changed: Any) -> Any:
    """What a step gives where some of its inputs are others."""
    one = step(working, name)
    return one.rule({**working.inputs(one), **changed})


def found_in(working: Working, name: str, value: Any) -> tuple[MixUp, ...]:
    """What is found of a value where all other answers are right."""
    asked = next(asked for asked in working.asked if asked.name == name)
    truth = {each.name: working.evaluate(each.step) for each in working.asked}
    del truth[name]
    return mix_ups(Derivation(working, truth), asked, value)


def marked(working: Working, changed: Mapping[str, Any]) -> dict[str, FieldResult]:
    """The fields of who goes on rightly from some wrong answers."""
    values = working.solve(changed)
    answers = {asked.name: values[asked.name] for asked in working.asked}
    return {field.name: field for field in mark_by_hand(working, {**answers, **changed})}


def remarks(field: FieldResult) -> list[str]:
    return [remark.key for remark in field.remarks]


def test_a_copied_line_whose_index_was_not_changed_is_told() -> None:
    working = BACKPROP.working
    value = worked_with(working, "w2_new", gradient=working.evaluate(working["dw1"]))
    assert found_in(working, "w2_new", value) == (MixUp("other-quantity", "dw2", "dw1"),)


def test_a_copied_line_is_told_beside_a_slip_that_the_other_answers_alone_single_out() -> None:
    working = POOLING.working
    with_kernel_of_pooling = worked_with(working, "rf_next", kernel=2)
    field = marked(working, {"rf_next": with_kernel_of_pooling})["rf_next"]
    assert field.slips == ("jump-forgotten",)
    assert remarks(field) == ["slip", "or-copied-line", "input-of-other-step"]


def test_where_one_slip_gives_a_value_no_copied_line_is_told_beside_it() -> None:
    asked = next(asked for asked in TABLE.working.asked if asked.name == "conv2_params")
    value = worked_with(TABLE.working, "conv2_params", in_shape=TABLE.truth["input_shape"])
    assert copied_lines(Derivation(TABLE.working, {}), asked, value)
    field = marked(TABLE.working, {"conv2_params": value})["conv2_params"]
    assert (field.slips, remarks(field)) == (("kernel-depth-of-image",), ["slip"])


def test_a_shape_that_goes_on_from_the_input_of_the_layer_before_is_told() -> None:
    working = draw_variant("cnn-table", "easy", "4511").working
    assert working.evaluate(working["conv2_shape"]) == (10, 17, 17)
    skipped = MixUp("other-quantity", "pool1_shape", "conv1_shape")
    assert found_in(working, "conv2_shape", (10, 36, 36)) == (skipped,)
    for other in ((10, 42, 42), (11, 36, 36), (10, 36, 35)):
        assert found_in(working, "conv2_shape", other) == ()
    assert found_in(working, "conv1_shape", (6, 36, 36)) == ()  # the image has no layer before it
    fields = marked(working, {"conv2_shape": (10, 36, 36)})
    lost = [name for name, field in fields.items() if field.score < field.max_score]
    assert (lost, remarks(fields["conv2_shape"])) == (["conv2_shape"], ["wrong", "other-quantity"])


def test_a_sign_that_was_misread_is_told_with_its_place() -> None:
    given = BACKPROP.working["w2"]
    assert isinstance(given, Given)
    place = tuple(int(i) for i in np.argwhere(given.value != 0)[0])
    misread = given.value.copy()
    misread[place] *= -1
    value = worked_with(BACKPROP.working, "q2", w=misread)
    (found,) = found_in(BACKPROP.working, "q2", value)
    assert found == MixUp("sign-misread", "w2", cell=(place[0] + 1, place[1] + 1))


@pytest.mark.parametrize(
    ("found", "place"),
    [
        ([[6, 3], [8, 8]], (1, 2)),  # the 3 stands in that window
        ([[6, 4], [8, -5]], (2, 2)),
        ([[6, 9], [8, 8]], None),  # a 9 is nowhere
        ([[6, 7], [8, 8]], None),  # the 7 stands in another window
        ([[5, 3], [8, 8]], None),  # two are wrong
        ([[6, 4], [8, 8]], None),  # nothing is
    ],
)
def test_a_maximum_that_is_another_value_of_its_window_is_told_with_its_place(
    found: list[list[int]], place: tuple[int, ...] | None
) -> None:
    x = np.array([[2, 1, 4, 3], [-5, 6, -5, 2], [3, 8, 1, 8], [7, 5, 0, -5]])
    assert overlooked(lambda x: max_pool2d(x, PoolWindow(2, 2)), x, np.array(found)) == place
    means = (x[::2, ::2] + x[1::2, ::2] + x[::2, 1::2] + x[1::2, 1::2]) / 4
    means[0, 0] = 2  # no maximum: a value of the window tells nothing
    assert overlooked(lambda x: mean_pool2d(x, PoolWindow(2, 2)), x, means) is None


def test_signs_that_were_overlooked_are_told() -> None:
    given = BACKPROP.working["w1"]
    assert isinstance(given, Given)
    assert np.count_nonzero(given.value < 0) > 1
    value = worked_with(BACKPROP.working, "q1", w=np.abs(given.value))
    assert MixUp("signs-left-out", "w1") in found_in(BACKPROP.working, "q1", value)


def test_the_value_of_another_blank_is_told() -> None:
    working = BACKPROP.working
    value = working.evaluate(working["ds"])
    assert found_in(working, "p", value) == (MixUp("value-of-another-blank", "p", "ds"),)


def test_rows_that_stand_as_columns_are_told() -> None:
    value = BACKPROP.working.evaluate(BACKPROP.working["q1"]).T
    assert MixUp("transposed", "q1") in found_in(BACKPROP.working, "q1", value)


@pytest.mark.parametrize(
    ("variant", "name", "changed", "found"),
    [
        (
            TABLE,
            "conv3_params",
            {"kernel": 5},
            MixUp("input-of-other-step", 3, 5, "kernel", "conv1_params"),
        ),
        (
            COUNTS,
            "grouped_params",
            {"groups": 1, "channels": 1},
            None,
        ),
    ],
    ids=["a-kernel", "two-at-once"],
)
def test_one_number_of_another_layer_is_told_and_not_two(
    variant: Variant, name: str, changed: dict[str, Any], found: MixUp | None
) -> None:
    value = worked_with(variant.working, name, **changed)
    assert found_in(variant.working, name, value) == ((found,) if found else ())


def test_a_side_that_was_taken_for_the_other_costs_once() -> None:
    working = COUNTS.working
    _, height, width = working.evaluate(working["out_shape"])
    assert height != width
    value = working.evaluate(working["regular_macs"]) // width * height
    (found,) = found_in(working, "regular_macs", value)
    assert (found.how, found.name, found.other) == (
        "input-for-input",
        "output-width",
        "output-height",
    )
    macs = ["regular_macs", "grouped_macs", "separable_macs"]
    changed = {n: working.evaluate(working[n]) // width * height for n in macs}
    fields = marked(working, changed)
    assert [fields[name].outcome for name in macs] == [
        Outcome.WRONG,
        Outcome.FOLLOW_THROUGH,
        Outcome.FOLLOW_THROUGH,
    ]
    assert remarks(fields["regular_macs"]) == ["wrong", "input-for-input"]
    assert remarks(fields["separable_macs"]) == ["input-for-input", "mix-up-again"]


def test_small_numbers_and_uniform_tensors_tell_nothing() -> None:
    table = TABLE.working
    value = worked_with(table, "conv2_rf", kernel=5)
    assert value < 100
    assert found_in(table, "conv2_rf", value) == ()
    zeros = np.zeros_like(BACKPROP.working.evaluate(BACKPROP.working["q1"]))
    assert found_in(BACKPROP.working, "q1", zeros) == ()


def test_an_unlikely_number_comes_of_no_mix_up() -> None:
    for asked in TABLE.working.asked:
        if isinstance(value := TABLE.working.evaluate(asked.step), int) and value > 1000:
            assert found_in(TABLE.working, asked.name, value + 7) == ()


def test_a_slip_of_arithmetic_in_a_number_of_places_costs_once() -> None:
    working = COUNTS.working
    _, height, width = working.evaluate(working["out_shape"])
    right, taken = height * width, height * width + 100
    macs = ["regular_macs", "grouped_macs", "separable_macs"]
    fields = marked(working, {n: working.evaluate(working[n]) // right * taken for n in macs})
    assert sum(field.max_score - field.score for field in fields.values()) == 1
    told = fields["regular_macs"].remarks[-1]
    assert told.key == "input-otherwise"
    assert told.details == {"right": right, "taken": taken, "input": "output-places"}


def test_who_misreads_the_kernel_and_goes_on_rightly_loses_one_mark() -> None:
    working = COUNTS.working
    counts = ["regular_params", "grouped_params", "depthwise_params"]
    changed = {name: worked_with(working, name, kernel=7) for name in counts}
    values = working.solve(changed)
    answers = {asked.name: values[asked.name] for asked in working.asked}
    fields = {field.name: field for field in mark_by_hand(working, answers)}
    assert sum(field.max_score - field.score for field in fields.values()) == 1
    assert remarks(fields["regular_params"]) == ["wrong", "misread-first"]


def test_a_slip_of_arithmetic_in_the_square_of_the_kernel_costs_once() -> None:
    working = COUNTS.working
    shape, out_shape = (working.evaluate(working[name]) for name in ("in_shape", "out_shape"))
    regular, grouped = (
        working.evaluate(working[name]) for name in ("regular_params", "grouped_params")
    )
    square = regular // (shape[0] * out_shape[0])
    fields = marked(
        working,
        {
            "regular_params": regular // square * (square - 1),
            "grouped_params": grouped // square * (square - 1),
            "separable_params": working.evaluate(working["separable_params"]) - shape[0],
        },
    )
    assert sum(field.max_score - field.score for field in fields.values()) == 1
    told = fields["regular_params"].remarks[-1]
    assert told.key == "input-otherwise"
    assert told.details == {"right": square, "taken": square - 1, "input": "kernel-square"}
    assert remarks(fields["separable_params"]) == ["input-otherwise", "mix-up-again"]


def test_a_square_in_which_a_value_is_not_linear_is_told_by_no_other_number() -> None:
    sizes = [asked for asked in TABLE.working.asked if asked.name.endswith(("_rf", "_shape"))]
    for asked in sizes:
        if isinstance(value := TABLE.working.evaluate(asked.step), int):
            assert found_in(TABLE.working, asked.name, value + 1) == ()


def test_a_lost_decimal_point_is_told_and_leaves_the_marks_of_what_it_makes_trivial() -> None:
    working = draw_variant("conv2d-backprop", "easy", "4").working
    ten_times = working.evaluate(working["h"]) * 10
    assert found_in(working, "h", ten_times) == (MixUp("scaled", "h", "10"),)
    values = working.solve({"h": ten_times})
    decimals = {
        asked.name: np.round(np.asarray(values[asked.name], dtype=np.float64), 4)
        for asked in working.asked
        if np.max(np.abs(np.asarray(values[asked.name], dtype=np.float64))) < 0.01
    }
    assert len(decimals) > 4  # of a class that is all but certain, all gradients are nearly 0
    fields = marked(working, {"h": ten_times, **decimals})
    assert [f.name for f in fields.values() if f.score < f.max_score] == ["h"]


def test_one_number_throughout_is_no_multiple_of_the_right_one() -> None:
    working = draw_variant("conv2d-backprop", "easy", "4").working
    for factor in (10, -1, 2):
        guess = np.full(2, factor * int(working.evaluate(working["h"])[0]), dtype=object)
        assert all(one.how != "scaled" for one in found_in(working, "h", guess))
