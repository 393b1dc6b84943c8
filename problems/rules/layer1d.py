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


_NOT_OF_A_LAYER = (
    "same-for-valid",  # knows no bias
    "same-for-valid-left",  # needs a dilation, and a layer has none
    "same-for-valid-numpy",
    "windows-cut-off",  # with one kernel in all checks, often the same as one output too many
)

LAYER_FORWARD = Rule(
    "layer1d-forward",
    conv.correlate1d,
    slips=(
        Slip("bias-left-out", lambda **inputs: conv.correlate1d(**{**inputs, "bias": None})),
        Slip("same-for-valid", _same),
        *(slip for slip in CORRELATE_1D.slips if slip.key not in _NOT_OF_A_LAYER),
        Slip(
            "padding-on-the-right",
            lambda padding, **rest: conv.correlate1d(padding=[(0, padding)], **rest),
        ),
        Slip(
            "padding-all-on-the-left",
            lambda padding, **rest: conv.correlate1d(padding=[(2 * padding, 0)], **rest),
        ),
        Slip(
            "padding-all-on-the-right",
            lambda padding, **rest: conv.correlate1d(padding=[(0, 2 * padding)], **rest),
        ),
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


def _overwritten(dq: Array, w: Array, in_size: int, stride: int, padding: int) -> Array:
    """Each window is assigned to the cells that it has looked at, so the last one there stays."""
    padded = np.zeros(in_size + 2 * padding)
    for start, gradient in zip(range(0, len(padded), stride), dq, strict=False):
        padded[start : start + len(w)] = gradient * np.asarray(w)
    return padded[padding : padding + in_size]


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
            "gradient-not-cropped",
            lambda dq, w, in_size, stride, padding: conv.correlate1d_input_gradient(
                dq, w, in_size + 2 * padding, stride=stride
            ),
        ),
        Slip("gradient-overwritten", _overwritten),
        Slip(
            "padding-all-on-the-left",
            lambda dq, w, in_size, stride, padding: conv.correlate1d_input_gradient(
                dq, w, in_size, stride=stride, padding=[(2 * padding, 0)]
            ),
        ),
        Slip(
            "padding-all-on-the-right",
            lambda dq, w, in_size, stride, padding: conv.correlate1d_input_gradient(
                dq, w, in_size, stride=stride, padding=[(0, 2 * padding)]
            ),
        ),
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

    def overwritten(x: Array, dq: Array, kernel_size: int, stride: int, padding: int) -> Any:
        last = np.where(np.arange(len(dq)) == len(dq) - 1, dq, 0)
        return gradient_of(x, last, kernel_size, stride, padding)

    return (
        Slip("gradient-accumulated", accumulated),
        Slip("gradient-overwritten", overwritten),
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


def _without_padding() -> tuple[Slip, ...]:
    """One mistake, the input itself in place of the padded one, with the values that it gives."""

    def windows_that_fit(x: Array, dq: Array, kernel_size: int, stride: int) -> Any:
        outputs = (len(x) - kernel_size) // stride + 1
        return conv.correlate1d_kernel_gradient(x, dq[:outputs], kernel_size, stride=stride)

    def windows_cut_off(x: Array, dq: Array, kernel_size: int, stride: int, padding: int) -> Any:
        # the same as all of the padding on the right, which is the rarer mistake
        after = [(0, 2 * padding)]
        return conv.correlate1d_kernel_gradient(x, dq, kernel_size, stride=stride, padding=after)

    def valid(x: Array, dq: Array, padding: int) -> Any:
        if padding == 0:
            raise ShapeError("a padding is needed to leave it out, but 0 came")
        return conv.correlate1d(x, dq)

    return (
        Slip("kernel-gradient-without-padding", windows_that_fit),
        Slip("kernel-gradient-without-padding-cut", windows_cut_off),
        Slip("kernel-gradient-without-padding-valid", valid),  # np.correlate(x, dq, "valid")
    )


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
        *_without_padding(),
        Slip(
            "padding-all-on-the-left",
            lambda x, dq, kernel_size, stride, padding: conv.correlate1d_kernel_gradient(
                x, dq, kernel_size, stride=stride, padding=[(2 * padding, 0)]
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
