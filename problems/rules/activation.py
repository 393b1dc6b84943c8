"""ReLU, forward and backward."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Function, Rule, Slip
from problems.rules import degenerate, operations
from problems.rules.symbols import in_symbols
from problems.rules.wrong_gradients import cut_in_part
from reference import relu

Array = NDArray[Any]

_SLOPES = (Fraction(1, 100), Fraction(1, 5), Fraction(1, 10), Fraction(3, 10))
"""The slopes of leaky ReLU that PyTorch, TensorFlow and Keras have, and one that people take."""


def _leaky(x: Any, value: Any, part: Fraction) -> Array:
    """The value where x is positive, and a part of it elsewhere."""
    value = np.asarray(value, dtype=object)
    return np.asarray(np.where(np.asarray(x) > 0, value, value * part))


def leaky_slip(value: Callable[[Any], Any]) -> Slip:
    """ReLU that lets a part of negative values pass, in what comes of ``value`` where it is on."""

    def leaky(part: Fraction) -> Function:
        return lambda x: _leaky(x, value(x), part)

    first, *others = map(leaky, _SLOPES)
    return Slip("relu-leaky", first, other_ways=tuple(others))


def _unmasked(dq: Any, image: Any) -> Array:
    """Where a maximum was taken before ReLU, nothing is masked."""
    del image
    return np.array(dq, copy=True)


def _mask_of_input(dq: Any, image: Any) -> Array:
    """What passes where the cell of the image under the middle of the kernel is positive."""
    top, left = ((n - m) // 2 for n, m in zip(np.shape(image), np.shape(dq), strict=True))
    rows, columns = np.shape(dq)
    middle = np.asarray(image)[top : top + rows, left : left + columns]
    return np.asarray(np.where(middle > 0, np.asarray(dq, dtype=object), 0))


RELU = Rule(
    "relu",
    relu.relu,
    slips=(
        Slip("relu-forgotten", lambda x: np.array(x, copy=True)),
        Slip("absolute-value-for-relu", lambda x: abs(np.asarray(x))),
        Slip("relu-is-its-derivative", lambda x: np.where(np.asarray(x) > 0, 1, 0).astype(object)),
        Slip("relu-keeps-negatives", lambda x: np.minimum(np.asarray(x), 0)),
        leaky_slip(lambda x: x),
    ),
    symbolic=in_symbols("relu"),
    degenerate=degenerate.one_sided,
    operations=operations.of_relu,
)

RELU_GRADIENT = Rule(
    "relu-gradient",
    relu.relu_gradient,
    slips=(
        Slip("relu-mask-by-gradient", lambda dq: relu.relu(dq)),
        Slip(
            "relu-gradient-times-value",
            lambda x, dq: relu.relu(x) * np.asarray(dq),
            last_resort=True,
        ),
        Slip(
            "absolute-value-for-relu",
            lambda x, dq: np.where(np.asarray(x) < 0, -np.asarray(dq, dtype=object), dq),
        ),
        Slip(
            "relu-leaky",
            lambda x, dq: _leaky(x, dq, _SLOPES[0]),
            other_ways=tuple(lambda x, dq, part=part: _leaky(x, dq, part) for part in _SLOPES[1:]),
        ),
        Slip("relu-mask-of-input", _mask_of_input),
        Slip("maximum-of-magnitude", _unmasked),
        Slip("arriving-gradient-left-out", lambda x: np.where(np.asarray(x) > 0, 1, 0)),
        Slip("integer-result", lambda x, dq: cut_in_part(relu.relu_gradient(x, dq))),
        Slip("relu-mask-inverted", lambda x, dq: relu.relu_gradient(-np.asarray(x), dq)),
    ),
    operations=operations.of_relu_gradient,
)
