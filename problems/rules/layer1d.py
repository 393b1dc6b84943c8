"""A 1D convolutional layer with its state: what its passes return and leave behind.

The rules have more in sight than they need, for mistakes about state: ``first_x`` is the first
input that the layer ever got, ``other_x`` the input of another layer, and ``earlier`` the pairs
``(x, dq)`` of the backward passes before this one. Shapes: x is (N,), w is (K,), dq is (N',).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Rule, Slip
from problems.rules.convolution import CORRELATE_1D
from reference import convolution as conv
from reference.errors import ShapeError

Array = NDArray[Any]


def _same(x: Array, w: Array, bias: float | None = None, stride: int = 1) -> Array:
    """As many outputs as inputs, before the stride leaves some out."""
    around = [((len(w) - 1) // 2, len(w) // 2)]
    return conv.correlate1d(x, w, bias, stride=stride, padding=around)


LAYER_FORWARD = Rule(
    "layer1d-forward",
    conv.correlate1d,
    slips=(
        Slip("bias-left-out", lambda **inputs: conv.correlate1d(**{**inputs, "bias": None})),
        Slip("same-for-valid", _same),
        *(slip for slip in CORRELATE_1D.slips if slip.key != "same-for-valid"),  # knows no bias
    ),
)


def _input_gradient(dq: Array, w: Array, x: Array, stride: int = 1, padding: int = 0) -> Array:
    return conv.correlate1d_input_gradient(dq, w, len(x), stride=stride, padding=padding)


def _kernel_gradient(
    x: Array, dq: Array, w_shape: tuple[int, ...], stride: int = 1, padding: int = 0
) -> Array:
    """In the shape of the layer's kernel, which is ``()`` where it is one number."""
    size = w_shape[0] if w_shape else 1
    gradient = conv.correlate1d_kernel_gradient(x, dq, size, stride=stride, padding=padding)
    return gradient.reshape(w_shape)


def _cropped(dq: Array, w: Array, stride: int = 1) -> Array:
    """The flipped kernel only where all of it fits on the gradient, with zeros for a stride."""
    spread = np.zeros((len(dq) - 1) * stride + 1)
    spread[::stride] = dq
    if len(w) == 1 or len(spread) < len(w):
        raise ShapeError(f"a kernel of 2 to {len(spread)} is needed, but one of {len(w)} came")
    return conv.convolve1d(spread, w)


def _truncated(dq: Array, w: Array, x: Array, stride: int = 1, padding: int = 0) -> Array:
    right = _input_gradient(dq, w, x, stride, padding)
    return np.trunc(right) if np.asarray(x).dtype.kind in "iu" else right


LAYER_INPUT_GRADIENT = Rule(
    "layer1d-input-gradient",
    _input_gradient,
    slips=(
        Slip(
            "kernel-not-flipped-in-gradient",
            lambda dq, w, x, stride=1, padding=0: _input_gradient(
                dq, np.flip(w), x, stride, padding
            ),
        ),
        Slip("gradient-cropped", _cropped),
        Slip("gradients-swapped", _kernel_gradient),
        Slip("integer-dtype-kept", _truncated),
    ),
)


def _accumulated(
    x: Array,
    dq: Array,
    w_shape: tuple[int, ...],
    earlier: Sequence[tuple[Array, Array]] = (),
    stride: int = 1,
    padding: int = 0,
) -> Array:
    passes = [*earlier, (x, dq)]
    gradients = [_kernel_gradient(p, dp, w_shape, stride, padding) for p, dp in passes]
    return np.asarray(np.sum(gradients, axis=0))


LAYER_KERNEL_GRADIENT = Rule(
    "layer1d-kernel-gradient",
    _kernel_gradient,
    slips=(
        Slip("gradient-accumulated", _accumulated),
        Slip("gradients-swapped", _input_gradient),
        Slip(
            "kernel-gradient-flipped",
            lambda x, dq, w_shape, stride=1, padding=0: np.flip(
                _kernel_gradient(x, dq, w_shape, stride, padding)
            ),
        ),
        Slip(
            "gradient-averaged",
            lambda x, dq, w_shape, stride=1, padding=0: (
                _kernel_gradient(x, dq, w_shape, stride, padding) / len(dq)
            ),
        ),
        Slip(
            "first-input-kept",
            lambda first_x, dq, w_shape, stride=1, padding=0: _kernel_gradient(
                first_x, dq, w_shape, stride, padding
            ),
        ),
        Slip(
            "state-shared-by-layers",
            lambda other_x, dq, w_shape, stride=1, padding=0: _kernel_gradient(
                other_x, dq, w_shape, stride, padding
            ),
        ),
    ),
)

LAYER_BIAS_GRADIENT = Rule(
    "layer1d-bias-gradient",
    lambda dq: conv.bias_gradient(dq, ndim=1),
    slips=(
        Slip("bias-gradient-not-summed", lambda dq: np.array(dq, copy=True)),
        Slip("gradient-averaged", lambda dq: np.mean(dq)),
        Slip(
            "gradient-accumulated",
            lambda dq, earlier=(): np.sum([np.sum(each) for _, each in (*earlier, (None, dq))]),
        ),
    ),
)
