"""Convolution and cross-correlation in one and two dimensions, forward and backward."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Function, Rule, Slip
from reference import convolution as conv

Array = NDArray[Any]


def _slips_1d(function: Function) -> tuple[Slip, ...]:
    """The slips that a 1D convolution and a 1D cross-correlation have in common."""

    def truncated(x: Array, w: Array, **geometry: Any) -> Array:
        right = np.asarray(function(x, w, **geometry), dtype=np.float64)
        return np.trunc(right) if np.asarray(x).dtype.kind in "iu" else right

    def last_zero(**inputs: Any) -> Array:
        right = np.array(function(**inputs), copy=True)
        right[-1] = 0
        return right

    return (
        Slip(
            "same-for-valid",
            lambda x, w, stride=1, dilation=1, mode="zero": function(
                x,
                w,
                stride=stride,
                padding=((len(w) - 1) * dilation // 2, len(w) * dilation // 2),
                dilation=dilation,
                mode=mode,
            )[: -(-len(x) // stride)],
        ),
        Slip("last-output-missing", lambda **inputs: function(**inputs)[:-1]),
        Slip("last-output-not-computed", last_zero),
        Slip("integer-dtype-kept", truncated),
        Slip("stride-forgotten", lambda **inputs: function(**{**inputs, "stride": 1})),
        Slip("padding-forgotten", lambda **inputs: function(**{**inputs, "padding": 0})),
        Slip("dilation-forgotten", lambda **inputs: function(**{**inputs, "dilation": 1})),
        Slip("padded-with-zeros", lambda **inputs: function(**{**inputs, "mode": "zero"})),
        Slip(
            "padding-on-one-side",
            lambda x, w, padding=0, **rest: function(x, w, padding=[(padding, 0)], **rest),
        ),
    )


CONVOLVE_1D = Rule(
    "convolve-1d",
    conv.convolve1d,
    slips=(Slip("kernel-not-flipped", conv.correlate1d), *_slips_1d(conv.convolve1d)),
)

CORRELATE_1D = Rule(
    "correlate-1d",
    conv.correlate1d,
    slips=(Slip("kernel-flipped", conv.convolve1d), *_slips_1d(conv.correlate1d)),
)

CORRELATE_2D = Rule(
    "correlate-2d",
    conv.correlate2d,
    slips=(
        Slip("kernel-flipped", conv.convolve2d),
        Slip("kernel-transposed", lambda x, w: conv.correlate2d(x, np.transpose(w))),
        Slip("same-for-valid", lambda x, w: conv.correlate2d(x, w, padding=len(w) // 2)),
    ),
)

KERNEL_GRADIENT_2D = Rule(
    "kernel-gradient-2d",
    conv.correlate2d_kernel_gradient,
    slips=(
        Slip(
            "kernel-gradient-flipped",
            lambda **inputs: np.flip(conv.correlate2d_kernel_gradient(**inputs)),
        ),
        Slip(
            "kernel-gradient-transposed",
            lambda **inputs: np.transpose(conv.correlate2d_kernel_gradient(**inputs)),
        ),
    ),
)

INPUT_GRADIENT_2D = Rule(
    "input-gradient-2d",
    conv.correlate2d_input_gradient,
    slips=(
        Slip(
            "kernel-not-flipped-in-gradient",
            lambda dq, w, in_size: conv.correlate2d_input_gradient(dq, np.flip(w), in_size),
        ),
        Slip(
            "kernel-transposed-in-gradient",
            lambda dq, w, in_size: conv.correlate2d_input_gradient(dq, np.transpose(w), in_size),
        ),
    ),
)
