"""Rules of ReLU by hand: where it is on, a weight before it, and a shortcut around it.

The functions take arrays of any shape, and give arrays of that shape or numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import NotApplicableError, Rule, Slip
from problems.rules.activation import RELU, RELU_GRADIENT, leaky_slip
from problems.rules.operations import nonzero, of_relu_gradient
from reference import convolution as conv
from reference import relu, tensors

Array = NDArray[Any]

# -- ReLU ------------------------------------------------------------------------------------------


def _numbers(x: Any) -> Array:
    return np.asarray(x, dtype=object)


def _if_any_at_zero(q: Any) -> Array:
    """Which cells are at least 0. Raises NotApplicableError where none is 0."""
    cells = _numbers(q)
    if not (cells == 0).any():
        raise NotApplicableError("an input of ReLU at 0 is needed")
    return np.asarray(cells >= 0)


def relu_derivative(x: Any) -> Array:
    """1 where x is positive and 0 elsewhere, in every cell of an array of any shape.

    Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 6.3; at 0 it is PyTorch's
    choice.
    """
    return np.where(_numbers(x) > 0, 1, 0).astype(object)


RELU_DERIVATIVE = Rule(
    "relu-derivative",
    relu_derivative,
    slips=(
        Slip("value-for-derivative", relu.relu, mistake="relu-gradient-times-value"),
        Slip("relu-mask-inverted", lambda x: np.where(_numbers(x) < 0, 1, 0).astype(object)),
        Slip("absolute-value-for-relu", lambda x: np.where(_numbers(x) > 0, 1, -1).astype(object)),
        Slip("relu-mask-by-gradient", lambda dr: np.where(_numbers(dr) > 0, 1, 0).astype(object)),
        Slip("derivative-one-everywhere", lambda x: np.ones(np.shape(x), dtype=int).astype(object)),
        leaky_slip(lambda x: np.ones(np.shape(x), dtype=int).astype(object)),
    ),
    operations=lambda x: int(np.size(x)),
)

ACTIVE_MAP = RELU.but(degenerate=None)
"""ReLU of a map of which a cell may be exactly 0, which the level is about."""

_PASSES_AT_ZERO = Slip(
    "relu-passes-at-zero", lambda x, dq: np.where(_if_any_at_zero(x), _numbers(dq), 0)
)

_BACK = RELU_GRADIENT.but(
    without=("relu-mask-of-input", "maximum-of-magnitude", "integer-result"),
    also=(_PASSES_AT_ZERO,),
)

BACK_THROUGH_RELU = _BACK.but(
    also=(Slip("derivative-one-everywhere", lambda dq: np.array(dq, copy=True)),)
)
"""The gradient through ReLU, of a vector or a map."""

BACK_TO_INPUT = _BACK.but(
    also=(
        Slip("relu-mask-of-input", lambda image, dq: np.where(_numbers(image) > 0, dq, 0)),
        Slip("relu-gradient-times-input", lambda image, dq, x: relu.relu_gradient(x, dq) * image),
    )
)
"""The same behind a layer with an input of the same shape, ``image``."""

BACK_IN_BLOCK = BACK_TO_INPUT.but(
    also=(
        Slip(
            "gradient-halved-at-sum",
            lambda x, dq: relu.relu_gradient(x, _numbers(dq) * Fraction(1, 2)),
        ),
        Slip("mask-of-other-relu", lambda other, dq: relu.relu_gradient(other, dq)),
    )
)
"""The same within a block with a shortcut, whose last ReLU has ``other`` as its input."""

# -- one weight ------------------------------------------------------------------------------------


def with_one_weight(x: Any, w: Any, bias: Any = 0) -> Array:
    """`w x + bias` in every cell: a convolution with a kernel of size 1."""
    return np.asarray(_numbers(x) * w + bias)


def weight_input_gradient(dq: Any, w: Any) -> Array:
    """Gradient of `with_one_weight` with respect to its input, of the shape of dq: `w dq`."""
    return np.asarray(_numbers(dq) * w)


ONE_WEIGHT = Rule(
    "one-weight",
    with_one_weight,
    slips=(
        Slip("bias-left-out", lambda x, w, bias: with_one_weight(x, w)),
        Slip("kernel-added-to-window", lambda x, w, bias: _numbers(x) + w + bias),
        Slip("bias-times-weight", lambda x, w, bias: (_numbers(x) + bias) * w),
        Slip("bias-subtracted", lambda x, w, bias: with_one_weight(x, w, -bias)),
    ),
    operations=lambda x, bias=0: np.size(x) * (1 + (bias != 0)),
)

WEIGHT_INPUT_GRADIENT = Rule(
    "one-weight-input-gradient",
    weight_input_gradient,
    slips=(
        Slip("arriving-gradient-left-out", lambda dq, w: np.full(np.shape(dq), w, dtype=object)),
        Slip("weights-left-out-of-gradient", lambda dq: np.array(dq, copy=True)),
        Slip("relu-left-out-of-gradient", lambda dr, w: weight_input_gradient(dr, w)),
        Slip("bias-added-to-gradient", lambda dq, w, bias: with_one_weight(dq, w, bias)),
        Slip("gradient-times-input", lambda dq, w, x: _numbers(dq) * w * _numbers(x)),
        Slip("divided-by-what-it-is-times", lambda dq, w: _numbers(dq) * (1 / Fraction(w))),
    ),
    operations=of_relu_gradient,
)

WEIGHT_GRADIENT = Rule(
    "one-weight-gradient",
    conv.weight_gradient,
    slips=(
        Slip("gradient-as-for-bias", lambda dq: np.sum(_numbers(dq))),
        Slip(
            "gradient-averaged",
            lambda x, dq: conv.weight_gradient(x, dq) * Fraction(1, int(np.size(dq))),
            other_ways=(lambda x, dq: conv.weight_gradient(x, dq) * Fraction(1, nonzero(dq)),),
        ),
        Slip("arriving-gradient-left-out", lambda x, dq: np.sum(_numbers(x))),
        Slip("relu-left-out-of-gradient", lambda x, dr: conv.weight_gradient(x, dr)),
        Slip("kernel-gradient-times-kernel", lambda x, dq, w: conv.weight_gradient(x, dq) * w),
        Slip("output-for-input-in-gradient", lambda r, dq: conv.weight_gradient(r, dq)),
    ),
    operations=lambda dq: 2 * nonzero(dq) - 1,
)

BIAS_GRADIENT = Rule(
    "one-weight-bias-gradient",
    conv.bias_gradient,
    slips=(
        Slip(
            "gradient-averaged",
            lambda dq: np.sum(_numbers(dq)) * Fraction(1, int(np.size(dq))),
            other_ways=(lambda dq: np.sum(_numbers(dq)) * Fraction(1, nonzero(dq)),),
        ),
        Slip("relu-left-out-of-gradient", lambda dr: np.sum(_numbers(dr))),
        Slip(
            "arriving-gradient-left-out",
            lambda dq: nonzero(dq),
            other_ways=(lambda: 1, lambda dq: int(np.size(dq))),
        ),
        Slip("bias-gradient-times-bias", lambda dq, bias: np.sum(_numbers(dq)) * bias),
        Slip("bias-gradient-times-weight", lambda dq, w: np.sum(_numbers(dq)) * w),
    ),
    operations=lambda dq: nonzero(dq) - 1,
)

# -- a shortcut ------------------------------------------------------------------------------------


def _times_the_others(parts: Sequence[Any]) -> Array:
    first, second = parts
    return np.asarray(_numbers(first) * _numbers(second))


SHORTCUT_SUM = Rule(
    "shortcut-sum",
    tensors.total,
    slips=(
        Slip("shortcut-left-out", lambda parts: np.array(parts[1], copy=True)),
        Slip("branches-multiplied", _times_the_others),
        Slip("sum-before-relu", lambda parts, q: tensors.total((parts[0], q))),
    ),
    operations=lambda parts: nonzero(parts[1]),
)

SHORTCUT_GRADIENT = Rule(
    "shortcut-gradient",
    tensors.total,
    slips=(
        Slip("shortcut-left-out", lambda parts: np.array(parts[1], copy=True)),
        Slip("branch-left-out-of-gradient", lambda parts: np.array(parts[0], copy=True)),
        Slip("branches-multiplied", _times_the_others),
        Slip("shortcut-behind-relu", lambda dt, parts: tensors.total((dt, parts[1]))),
    ),
    operations=lambda parts: nonzero(parts[1]),
)
