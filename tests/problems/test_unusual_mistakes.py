"""Values of slips that few sheets show, worked out on paper."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from problems.forms import exact
from problems.pooling_hand import rules as pooling_rules
from problems.rule import NotApplicableError, Rule
from problems.rules import (
    activation,
    affine,
    costs,
    pooling,
    receptive_field,
    separable,
    sizes,
    softmax,
)
from problems.rules.convolution import CORRELATE_2D, KERNEL_GRADIENT_2D

CONV: Mapping[str, Any] = {
    "in_shape": (4, 11, 16),
    "channels": 6,
    "kernel": 5,
    "stride": 2,
    "padding": 1,
    "dilation": 1,
}
POOL: Mapping[str, Any] = {"in_shape": (4, 11, 16), "kernel": 3, "stride": 2}
MAPS = exact([[[1, -2], [-3, -4]], [[-5, 2], [-1, -6]]])
X = exact([[1, 2, 0], [0, 1, 3], [2, 1, 0]])
W = exact([[1, 0], [-1, 2]])
SURE: Mapping[str, Any] = {"p": [0.25, 0.75], "y": 1}
HALF = Fraction(1, 2)
ONE_DQ = exact([[0, 3 * HALF], [0, 0]])


def way(rule: Rule, key: str, place: int, inputs: Mapping[str, Any]) -> Any:
    """What a rule's slip gives in one of the ways in which it is made."""
    (slip,) = (slip for slip in rule.slips if slip.key == key)
    return slip.ways[place](inputs)


@pytest.mark.parametrize(
    ("rule", "key", "place", "inputs", "value"),
    [
        # 11 - 5 + 2 // 2 + 1, 11 + 2 - 5 // 2 + 1; in a pooling without padding it is stride 1
        (sizes.CONV_SHAPE, "brackets-left-out-of-size", 0, CONV, (6, 8, 13)),
        (sizes.CONV_SHAPE, "brackets-left-out-of-size", 2, CONV, (6, 12, 17)),
        (sizes.POOL_SHAPE, "brackets-left-out-of-size", 0, POOL, (4, 9, 14)),
        (sizes.POOL_SHAPE, "padding-added-to-pooling", 0, POOL, (4, 6, 8)),
        (sizes.POOL_SHAPE, "stride-before-kernel", 0, POOL, (4, 3, 6)),
        (
            sizes.CONV_SHAPE,
            "dilation-moves-window",
            0,
            {**CONV, "stride": 1, "dilation": 3},
            (6, 3, 5),
        ),
        (
            receptive_field.CONV_FIELD,
            "dilation-added-to-kernel",
            0,
            {"rf_in": 5, "jump_in": 2, "kernel": 3, "dilation": 4},
            15,
        ),
        (
            costs.AFFINE_PARAMETERS,
            "brackets-left-out-of-parameters",
            0,
            {"in_shape": (12,), "features": 5},
            17,
        ),
        (costs.CONV_MACS, "kernel-cubed", 0, {"out_shape": (2, 3, 5), "kernel": 3}, 27 * 30),
        (
            costs.CONV_MACS,
            "groups-multiplied",
            0,
            {"in_shape": (4, 7, 9), "out_shape": (6, 3, 5), "kernel": 3, "groups": 2},
            2 * 4 * 9 * 90,
        ),
        (
            separable.MACS_OF_WEIGHTS,
            "operations-and-biases",
            0,
            {"weights": 54, "out_shape": (6, 3, 5)},
            2 * 54 * 15 + 90,
        ),
        (
            separable.SEPARABLE_MACS,
            "operations-and-biases",
            0,
            {"weights": 39, "in_shape": (3, 3, 5), "out_shape": (4, 3, 5)},
            2 * 39 * 15 + 7 * 15,
        ),
        (pooling_rules.MAX_OF_MAPS, "maps-mixed", 1, {"x": MAPS, "kernel": 2}, [[[2]], [[2]]]),
        (pooling_rules.GLOBAL_MAX, "maps-mixed", 1, {"x": MAPS}, [2, 2]),
        (pooling_rules.GLOBAL_MAX, "maxima-clipped-at-zero", 0, {"x": -MAPS[:1] * MAPS[:1]}, [0]),
        (pooling_rules.ACROSS_MAX, "maxima-clipped-at-zero", 0, {"x": MAPS}, [[1, 2], [0, 0]]),
        (pooling_rules.ACROSS_MAX, "strongest-map-kept", 0, {"x": MAPS}, [[-5, 2], [-1, -6]]),
        (pooling_rules.ACROSS_MAX, "strongest-map-kept", 1, {"x": MAPS}, [[1, -2], [-3, -4]]),
        (
            pooling_rules.K_MAX,
            "maxima-clipped-at-zero",
            0,
            {"x": exact([-2, 3, -1]), "k": 2},
            [3, 0],
        ),
        # rows of X times columns of W, added up over each window
        (
            CORRELATE_2D,
            "matrix-product-of-window",
            0,
            {"x": X, "w": W},
            [[4, 6], [4, 5]],
        ),
        (
            CORRELATE_2D,
            "last-output-not-computed",
            0,
            {"x": X, "w": W},
            [[3, 0], [0, 0]],
        ),
        (
            KERNEL_GRADIENT_2D,
            "arriving-gradient-left-out",
            0,
            {"x": X, "dq": ONE_DQ, "kernel_size": 2},
            [[2, 0], [1, 3]],
        ),
        (
            KERNEL_GRADIENT_2D,
            "every-window-gets-gradient",
            0,
            {"x": X, "dq": ONE_DQ, "kernel_size": 2},
            [[6, 9], [6, 15 * HALF]],
        ),
        (
            activation.RELU_GRADIENT,
            "integer-result",
            0,
            {"x": exact([2, 3, -1]), "dq": exact([5 * HALF, -HALF, 4])},
            [2, 0, 0],
        ),
        (
            affine.AFFINE_WEIGHTS_GRADIENT,
            "arriving-gradient-left-out",
            0,
            {"x": exact([3, 4, 5]), "dq": exact([HALF, -HALF])},
            [[3, 4, 5], [3, 4, 5]],
        ),
        (
            softmax.LOGITS_GRADIENT,
            "class-number-subtracted",
            1,
            SURE,
            [-0.75, -0.25],
        ),
        (
            softmax.LOGITS_GRADIENT,
            "loss-without-logarithm",
            1,
            SURE,
            [-0.1875, 0.1875],
        ),
        (
            softmax.LOGITS_GRADIENT,
            "squared-error",
            1,
            SURE,
            [0.09375, -0.09375],
        ),
        (softmax.NEGATIVE_LOG_LIKELIHOOD, "squared-error", 2, SURE, 0.0625),
    ],
)
def test_a_slip_gives_what_was_worked_out_on_paper(
    rule: Rule, key: str, place: int, inputs: Mapping[str, Any], value: Any
) -> None:
    found = way(rule, key, place, inputs)
    expected = exact(value) if isinstance(value, list) else value
    assert np.shape(found) == np.shape(expected)
    assert np.allclose(np.asarray(found, np.float64), np.asarray(expected, np.float64))


@pytest.mark.parametrize(
    ("rule", "key", "inputs"),
    [
        # Zeros may come of anything, and a number that stays as it is is no mistake.
        (activation.RELU_GRADIENT, "integer-result", {"x": exact([2]), "dq": exact([HALF])}),
        (
            pooling.GLOBAL_MAX_GRADIENT,
            "integer-result",
            {"x": X, "dq": HALF, "other_dq": -HALF},
        ),
        (CORRELATE_2D, "matrix-product-of-window", {"x": 0 * X, "w": W}),
        (pooling.GLOBAL_MAX, "mean-of-positive-cells", {"x": -X}),
        (sizes.CONV_SHAPE, "padding-keeps-size", {**CONV, "stride": 1, "padding": 0}),
        (sizes.POOL_SHAPE, "padding-added-to-pooling", {**POOL, "kernel": 2}),
        (sizes.POOL_SHAPE, "brackets-left-out-of-size", {**POOL, "stride": 1}),
        (costs.CONV_PARAMETERS, "groups-multiplied", {**CONV, "groups": 1}),
    ],
)
def test_a_slip_is_not_made_where_its_value_would_show_nothing(
    rule: Rule, key: str, inputs: Mapping[str, Any]
) -> None:
    with pytest.raises(NotApplicableError, match="needed"):
        way(rule, key, 0, inputs)
