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

from problems.rule import Function, Rule, Slip
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

WEIGHT_FORWARD = Rule(
    "layer1d-weight-forward",
    conv.correlate1d,
    slips=tuple(slip for slip in CORRELATE_1D.slips if slip.key == "integer-dtype-kept"),
)
"""The forward pass with a kernel of size 1, which has no window to slip on."""


def _cropped(dq: Array, w: Array, stride: int = 1) -> Array:
    """The flipped kernel only where all of it fits on the gradient, with zeros for a stride."""
    spread = np.zeros((len(dq) - 1) * stride + 1)
    spread[::stride] = dq
    if not 1 < len(w) <= len(spread):
        raise ShapeError(f"a kernel of 2 to {len(spread)} is needed, but one of {len(w)} came")
    return conv.convolve1d(spread, w)


def _truncated(dq: Array, w: Array, x: Array, stride: int = 1, padding: int = 0) -> Array:
    right = conv.correlate1d_input_gradient(dq, w, len(x), stride=stride, padding=padding)
    return np.trunc(right) if np.asarray(x).dtype.kind in "iu" else right


LAYER_INPUT_GRADIENT = Rule(
    "layer1d-input-gradient",
    conv.correlate1d_input_gradient,
    slips=(
        Slip(
            "kernel-not-flipped-in-gradient",
            lambda dq, w, in_size, stride=1, padding=0: conv.correlate1d_input_gradient(
                dq, np.flip(w), in_size, stride=stride, padding=padding
            ),
        ),
        Slip("gradient-cropped", _cropped),
        Slip(
            "gradients-swapped",
            lambda x, dq, w, w_shape, stride=1, padding=0: conv.correlate1d_kernel_gradient(
                x, dq, len(w), stride=stride, padding=padding
            ).reshape(w_shape),
        ),
        Slip("integer-dtype-kept", _truncated),
    ),
)


def _kernel_gradient_slips(gradient: Function) -> tuple[Slip, ...]:
    """The slips that the gradients by a kernel and by one weight have in common."""

    def gradient_of(x: Array, dq: Array, kernel_size: int, stride: int, padding: int) -> Any:
        return gradient(x, dq, kernel_size, stride=stride, padding=padding)

    def accumulated(
        x: Array,
        dq: Array,
        earlier: Sequence[tuple[Array, Array]],
        kernel_size: int,
        stride: int,
        padding: int,
    ) -> Any:
        passes = [*earlier, (x, dq)]
        return np.sum([gradient_of(*each, kernel_size, stride, padding) for each in passes], axis=0)

    return (
        Slip("gradient-accumulated", accumulated),
        Slip(
            "gradients-swapped",
            lambda dq, w, in_size, stride, padding: conv.correlate1d_input_gradient(
                dq, w, in_size, stride=stride, padding=padding
            ),
        ),
        Slip(
            "gradient-averaged",
            lambda x, dq, kernel_size, stride, padding: (
                gradient_of(x, dq, kernel_size, stride, padding) / len(dq)
            ),
        ),
        Slip(
            "first-input-kept",
            lambda first_x, dq, kernel_size, stride, padding: gradient_of(
                first_x, dq, kernel_size, stride, padding
            ),
        ),
        Slip(
            "state-shared-by-layers",
            lambda other_x, dq, kernel_size, stride, padding: gradient_of(
                other_x, dq, kernel_size, stride, padding
            ),
        ),
    )


def _weight_gradient(x: Array, dq: Array, kernel_size: int = 1, **geometry: Any) -> Any:
    """The only cell of the kernel's gradient, as a number."""
    return conv.correlate1d_kernel_gradient(x, dq, kernel_size, **geometry)[0]


LAYER_KERNEL_GRADIENT = Rule(
    "layer1d-kernel-gradient",
    conv.correlate1d_kernel_gradient,
    slips=(
        *_kernel_gradient_slips(conv.correlate1d_kernel_gradient),
        Slip(
            "kernel-gradient-flipped",
            lambda x, dq, kernel_size, stride, padding: np.flip(
                conv.correlate1d_kernel_gradient(x, dq, kernel_size, stride=stride, padding=padding)
            ),
        ),
    ),
)

WEIGHT_GRADIENT = Rule(
    "layer1d-weight-gradient",
    lambda x, dq: _weight_gradient(x, dq),
    slips=_kernel_gradient_slips(_weight_gradient),
)
"""The gradient by a kernel of size 1, as a number."""

LAYER_BIAS_GRADIENT = Rule(
    "layer1d-bias-gradient",
    conv.bias_gradient,
    slips=(
        Slip("bias-gradient-not-summed", lambda dq: np.array(dq, copy=True)),
        Slip("gradient-averaged", lambda dq: np.mean(dq)),
        Slip(
            "gradient-accumulated",
            lambda dq, earlier: np.sum([np.sum(each) for _, each in (*earlier, (None, dq))]),
        ),
    ),
)
"""One number; ``ndim=1`` has to be among the inputs."""
