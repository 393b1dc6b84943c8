"""One wrong idea that is followed in every layer, map and branch costs once, by hand too."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from grader.answers.outcome import Outcome
from grader.certification.submissions import marked_in_place
from problems.drawing import draw_variant
from problems.quantity import Values
from problems.variant import Variant

TABLE = draw_variant("cnn-table", "hard", "1")
NETWORK = draw_variant("conv2d-backprop", "standard", "1")
POOLING = draw_variant("pooling-hand", "standard", "1")


@pytest.mark.parametrize(
    ("variant", "slip", "first"),
    [
        (TABLE, "two-for-plus-one", "conv1_shape"),
        (TABLE, "kernel-not-reduced-in-size", "conv1_shape"),
        (TABLE, "kernel-reduced-twice", "conv2_shape"),
        (TABLE, "dilation-times-kernel", "conv2_shape"),
        (TABLE, "field-formula-backwards", "pool1_rf"),
        (TABLE, "output-channels-forgotten", "conv1_params"),
        (TABLE, "bias-per-kernel-slice", "conv1_params"),
        (TABLE, "kernel-not-squared", "conv1_params"),
        (TABLE, "groups-applied-twice", "conv2_params"),
        (TABLE, "bias-per-input-channel", "conv1_params"),
        (draw_variant("cnn-table", "standard", "1"), "strides-added-to-one", "pool1_rf"),
        (NETWORK, "another-learning-rate", "w1_new"),
        (NETWORK, "step-as-factor", "w1_new"),
        (NETWORK, "parameter-forgotten", "w1_new"),
        (NETWORK, "rate-times-parameter-too", "w1_new"),
        (NETWORK, "max-gradient-is-maximum", "dr1"),
        (NETWORK, "max-gradient-sign-turned", "dr1"),
        (POOLING, "minimum-for-max", "x_max"),
        (POOLING, "mean-cut-to-whole-number", "x_global_mean"),
        (POOLING, "two-for-plus-one", "shape"),
    ],
)
def test_a_mistake_made_wherever_it_can_be_costs_once_under_its_name(
    variant: Variant, slip: str, first: str
) -> None:
    fields = marked_in_place(variant, variant.working.with_slip(slip))
    lost = [field for field in fields if field.score < field.max_score]
    assert [field.name for field in lost] == [first]
    assert slip in lost[0].slips


def test_the_kernel_for_the_kernel_minus_1_is_one_mistake_in_sizes_and_fields() -> None:
    working = TABLE.working

    def swapped(step: Any) -> Any:
        return next((s for s in step.rule.slips if s.mistake == "kernel-not-reduced"), None)

    fields = marked_in_place(TABLE, working.solve(swap=swapped))
    assert [f.name for f in fields if f.score < f.max_score] == ["conv1_shape"]


@pytest.mark.parametrize("factor", [Fraction(1, 10), Fraction(1, 100), Fraction(1, 2), 2])
def test_whatever_other_learning_rate_is_taken_is_named(factor: Any) -> None:
    rate = Fraction(NETWORK.parameters["rate"]) * factor
    fields = stepped(lambda w, dw: w - rate * dw)
    assert {f.slips for f in fields if not f.score} == {("another-learning-rate",)}
    assert [f.name for f in fields if f.score < f.max_score] == ["w1_new"]


def test_a_step_alone_is_named_with_either_sign() -> None:
    rate = Fraction(NETWORK.parameters["rate"])
    for sign in (1, -1):
        fields = stepped(lambda _, dw, sign=sign: sign * rate * dw)
        assert [(f.name, f.slips) for f in fields if f.score < f.max_score] == [
            ("w1_new", ("parameter-forgotten",))
        ]


def stepped(step: Any) -> Any:
    """What is told of a network in which both kernels are changed by some step."""

    def swapped(each: Any) -> Any:
        if each.rule.key != "descent-step":
            return None
        return lambda inputs: step(np.asarray(inputs["parameter"]), inputs["gradient"])

    return marked_in_place(NETWORK, NETWORK.working.solve(swap=swapped))


def test_channels_that_the_groups_do_not_divide_are_counted_on() -> None:
    groups = TABLE.parameters["layers"][2]["groups"]
    channels, *size = TABLE.truth["conv2_shape"]
    wrong = (channels + 1, *size)
    inputs = TABLE.truth["pool1_shape"][0]
    kernel = TABLE.parameters["layers"][2]["kernel"]
    macs = inputs * kernel**2 * (channels + 1) * size[0] * size[1] // groups
    values: Values = TABLE.working.solve(fixed={"conv2_shape": wrong})
    assert values["conv2_macs"] == macs
    fields = {f.name: f for f in marked_in_place(TABLE, values)}
    assert [f.name for f in fields.values() if not f.score] == ["conv2_shape"]
    assert fields["conv2_macs"].outcome is Outcome.FOLLOW_THROUGH


def test_biases_of_inputs_are_one_mistake_in_all_kinds_of_layers() -> None:
    working = TABLE.working

    def swapped(step: Any) -> Any:
        return next((s for s in step.rule.slips if s.mistake == "bias-per-input-channel"), None)

    fields = marked_in_place(TABLE, working.solve(swap=swapped))
    assert {slip for field in fields for slip in field.slips} >= {"bias-per-input"}
    assert [f.name for f in fields if f.score < f.max_score] == ["conv1_params"]


def test_a_gradient_that_always_goes_to_one_cell_costs_once() -> None:
    variant = draw_variant("conv2d-backprop", "standard", "24")
    working = variant.working
    first = {name: np.zeros((2, 2), dtype=object) for name in ("dr1", "dr2")}
    for number, name in enumerate(first):
        first[name][0, 0] = working.evaluate(working["dh"])[number]
        assert working.evaluate(working[name])[0, 0] == 0
    fields = marked_in_place(variant, working.solve(first))
    lost = [field for field in fields if field.score < field.max_score]
    assert [(field.name, field.slips) for field in lost] == [
        ("dr1", ("max-gradient-to-another-cell",))
    ]


def test_a_bias_for_each_slice_is_one_mistake_in_all_counts_of_layers_without_bias() -> None:
    variant = draw_variant("separable-conv", "hard", "5")
    working = variant.working
    counts = ("regular_params", "grouped_params", "separable_params")
    in_shape, steps = working.evaluate(working["in_shape"]), [working[name] for name in counts]
    groups = working.evaluate(working["regular_params"]) // working.evaluate(
        working["grouped_params"]
    )
    slices = {
        "regular_params": in_shape[0] * working.evaluate(working["out_shape"])[0],
        "separable_params": in_shape[0],
    }
    slices["grouped_params"] = slices["regular_params"] // groups
    changed = {step.name: working.evaluate(step) + slices[step.name] for step in steps}
    fields = marked_in_place(variant, working.solve(changed))
    assert [f.name for f in fields if f.score < f.max_score] == ["regular_params"]


def test_a_pooling_that_is_passed_over_is_one_mistake_in_sizes_and_fields() -> None:
    for level in ("easy", "hard"):
        table = draw_variant("cnn-table", level, "2")

        def swapped(step: Any) -> Any:
            return next((s for s in step.rule.slips if s.mistake == "pooling-left-out"), None)

        fields = marked_in_place(table, table.working.solve(swap=swapped))
        lost = [field for field in fields if field.score < field.max_score]
        assert [(field.name, field.slips) for field in lost] == [
            ("pool1_shape", ("pooling-left-out",))
        ]
