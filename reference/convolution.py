"""Convolution and cross-correlation in one, two and three dimensions, with their gradients.

Shapes, in 1D: x is (N,), (C, N) or (B, C, N); w is (K,) with an x of (N,), else (O, C / groups, K);
the result has the number of axes of x. In 2D likewise, with H, W in place of N, and in 3D with
D, H, W. Exact in, exact out.

Source of the formulas: V. Dumoulin, F. Visin, A guide to convolution arithmetic for deep learning,
arXiv:1603.07285; I. Goodfellow, Y. Bengio, A. Courville, Deep Learning (2016), section 9.1 (the two
operations) and equations 9.11 and 9.13 (the gradients).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import Any

import numpy as np

from reference import one_map
from reference.errors import ShapeError
from reference.geometry import PLAIN, Geometry, Sizes
from reference.numbers import (
    Array,
    as_numbers,
    as_scalar,
    counted,
    matrix_product,
    per_axis,
    same_numbers,
)
from reference.padding import pad_gradient
from reference.taps import Taps

__all__ = [
    "bias_gradient",
    "convolve1d",
    "convolve2d",
    "convolve3d",
    "correlate1d",
    "correlate1d_input_gradient",
    "correlate1d_kernel_gradient",
    "correlate2d",
    "correlate2d_input_gradient",
    "correlate2d_kernel_gradient",
    "correlate3d",
    "correlate3d_input_gradient",
    "correlate3d_kernel_gradient",
    "weight_gradient",
]


def correlate1d(x: Any, w: Any, bias: Any = None, geometry: Geometry = PLAIN) -> Array:
    """Cross-correlation `q[i] = sum_k w[k] x[i stride + k dilation] + bias` of the padded x.

    (N,) -> (N',) with w (K,); (C, N) -> (O, N') and (B, C, N) -> (B, O, N') with w
    (O, C/groups, K). The bias is (O,), a scalar or None. Raises ShapeError.
    Source: Goodfellow et al. 2016, eq. 9.6.
    """
    return _correlate(1, x, w, bias, geometry)


def correlate2d(x: Any, w: Any, bias: Any = None, geometry: Geometry = PLAIN) -> Array:
    """Cross-correlation of x (H, W), (C, H, W) or (B, C, H, W); see `correlate1d`.

    w is (K, L), or (O, C/groups, K, L). Raises ShapeError. Source: Goodfellow et al. 2016, eq. 9.6.
    """
    return _correlate(2, x, w, bias, geometry)


def correlate3d(x: Any, w: Any, bias: Any = None, geometry: Geometry = PLAIN) -> Array:
    """Cross-correlation of x (D, H, W), (C, D, H, W) or (B, C, D, H, W); see `correlate1d`.

    w is (J, K, L), or (O, C/groups, J, K, L). Raises ShapeError.
    Source: Goodfellow et al. 2016, eq. 9.6.
    """
    return _correlate(3, x, w, bias, geometry)


def convolve1d(x: Any, w: Any, bias: Any = None, geometry: Geometry = PLAIN) -> Array:
    """Convolution: `correlate1d` with the kernel flipped along its last axis.

    Shapes and errors are those of `correlate1d`. Source: Goodfellow et al. 2016, eq. 9.3.
    """
    return _correlate(1, x, _flipped(w, 1), bias, geometry)


def convolve2d(x: Any, w: Any, bias: Any = None, geometry: Geometry = PLAIN) -> Array:
    """Convolution: `correlate2d` with the kernel flipped along its last two axes.

    Shapes and errors are those of `correlate2d`. Source: Goodfellow et al. 2016, eq. 9.5.
    """
    return _correlate(2, x, _flipped(w, 2), bias, geometry)


def convolve3d(x: Any, w: Any, bias: Any = None, geometry: Geometry = PLAIN) -> Array:
    """Convolution: `correlate3d` with the kernel flipped along its last three axes.

    Shapes and errors are those of `correlate3d`. Source: Goodfellow et al. 2016, eq. 9.5.
    """
    return _correlate(3, x, _flipped(w, 3), bias, geometry)


def correlate1d_input_gradient(
    dq: Any, w: Any, in_size: Sizes, geometry: Geometry = PLAIN
) -> Array:
    """Gradient of `correlate1d` with respect to its input, from that with respect to its output.

    (N',) -> (in_size,), (O, N') -> (C, in_size), (B, O, N') -> (B, C, in_size). Every output cell
    adds its kernel, times its gradient, where it has looked. Raises ShapeError.
    Source: Goodfellow et al. 2016, eq. 9.13; Dumoulin & Visin 2016, section 4.
    """
    return _input_gradient(1, dq, w, in_size, geometry)


def correlate2d_input_gradient(
    dq: Any, w: Any, in_size: Sizes, geometry: Geometry = PLAIN
) -> Array:
    """Gradient of `correlate2d` with respect to its input of spatial size `in_size` = (H, W).

    (H', W') -> (H, W), (O, H', W') -> (C, H, W), (B, O, H', W') -> (B, C, H, W). Raises ShapeError.
    Source: Goodfellow et al. 2016, eq. 9.13; Dumoulin & Visin 2016, section 4.
    """
    return _input_gradient(2, dq, w, in_size, geometry)


def correlate3d_input_gradient(
    dq: Any, w: Any, in_size: Sizes, geometry: Geometry = PLAIN
) -> Array:
    """Gradient of `correlate3d` with respect to its input of spatial size `in_size` = (D, H, W).

    (D', H', W') -> (D, H, W), and with channels and batch as in `correlate2d_input_gradient`.
    Raises ShapeError. Source: Goodfellow et al. 2016, eq. 9.13.
    """
    return _input_gradient(3, dq, w, in_size, geometry)


def correlate1d_kernel_gradient(
    x: Any, dq: Any, kernel_size: Sizes, geometry: Geometry = PLAIN
) -> Array:
    """Gradient of `correlate1d` with respect to its kernel: (K,), or (O, C/groups, K).

    x is (N,), (C, N) or (B, C, N), dq that with respect to the output accordingly; over a batch it
    is summed. kernel_size is K. Raises ShapeError. Source: Goodfellow et al. 2016, eq. 9.11.
    """
    return _kernel_gradient(1, x, dq, kernel_size, geometry)


def correlate2d_kernel_gradient(
    x: Any, dq: Any, kernel_size: Sizes, geometry: Geometry = PLAIN
) -> Array:
    """Gradient of `correlate2d` with respect to its kernel: (K, L), or (O, C/groups, K, L).

    As in `correlate1d_kernel_gradient`, with x (H, W), (C, H, W) or (B, C, H, W); kernel_size is
    (K, L), or one number for a square. Raises ShapeError. Source: Goodfellow et al. 2016, eq. 9.11.
    """
    return _kernel_gradient(2, x, dq, kernel_size, geometry)


def correlate3d_kernel_gradient(
    x: Any, dq: Any, kernel_size: Sizes, geometry: Geometry = PLAIN
) -> Array:
    """Gradient of `correlate3d` with respect to its kernel: (J, K, L), or (O, C/groups, J, K, L).

    As in `correlate1d_kernel_gradient`, with x (D, H, W), (C, D, H, W) or (B, C, D, H, W);
    kernel_size is (J, K, L), or one number for a cube. Raises ShapeError.
    Source: Goodfellow et al. 2016, eq. 9.11.
    """
    return _kernel_gradient(3, x, dq, kernel_size, geometry)


def bias_gradient(dq: Any, ndim: int = 2) -> Any:
    """Gradient with respect to the bias: the sum of `dq` over everything but its channels.

    `ndim` counts the spatial axes. In 2D (H, W) -> scalar, (O, H, W) and (B, O, H, W) -> (O,).
    Raises ShapeError. Source: Goodfellow et al. 2016, section 9.5.
    """
    gradient = as_numbers(dq)
    lead = gradient.ndim - ndim
    if lead not in {0, 1, 2}:
        raise ShapeError(
            f"a gradient of {ndim} to {ndim + 2} axes is needed, but {gradient.ndim} came"
        )
    channel = lead - 1 if lead else None
    return as_scalar(gradient.sum(axis=tuple(a for a in range(gradient.ndim) if a != channel)))


def weight_gradient(x: Any, dq: Any) -> Any:
    """Gradient with respect to the one weight of `q = w x`: a number, the sum of `x dq`.

    x and dq have one shape, whichever it is. Raises ShapeError if they differ.
    Source: Goodfellow et al. 2016, eq. 9.11, with a kernel of size 1.
    """
    x, dq = same_numbers(x, dq)
    if x.shape != dq.shape:
        raise ShapeError(f"the gradient must have the input's shape {x.shape}, but has {dq.shape}")
    return as_scalar(np.sum(x * dq))


# All three are one matrix product per group: far fewer calls of NumPy than a product per kernel
# cell, at the price of a copy of the input per kernel cell. W has a row per output channel and a
# column per kernel cell of each input channel, Q a row per output channel and a column per
# position, and X holds what each of these cells meets at each position: Q = W X, so that the
# gradient by W is dQ X'. The gradient by X is a product of the same kind: each input cell meets, in
# the gradient with zeros between and around its cells, those outputs that have looked at it, under
# the kernel flipped (Dumoulin & Visin 2016, relation 14).


def _correlate(axes: int, x: Any, w: Any, bias: Any, geometry: Geometry) -> Array:
    groups = geometry.groups
    x, w, *more = same_numbers(x, w) if bias is None else same_numbers(x, w, bias)
    if x.ndim == axes and geometry is PLAIN and bias is None:
        simple = one_map.correlated(x, w)
        if simple is not None:
            return simple
    batch, kernels = _batch("the input", x, axes), _kernels(w, x, axes)
    outputs, kernel = len(kernels), kernels.shape[2:]
    _require_groups(groups, batch.shape[1], outputs)
    if kernels.shape[1] * groups != batch.shape[1]:
        raise ShapeError(
            f"the kernels are for {kernels.shape[1] * groups} input channels "
            f"(groups={groups}), but the input has {batch.shape[1]}"
        )
    for each in more:
        if each.shape != () and (w.ndim == axes or each.shape != (outputs,)):
            needed = "1 number" if w.ndim == axes else f"1 number or {outputs}"
            raise ShapeError(f"the bias needs {needed}, but has shape {each.shape}")
    taps = Taps.of(axes, geometry)
    padded = taps.padded(batch)
    out = taps.output(padded.shape[2:], kernel)
    met = taps.met(padded, kernel, out).reshape(groups, prod(kernels.shape[1:]), -1)
    rows = matrix_product(kernels.reshape(groups, outputs // groups, -1), met)
    result = rows.reshape(outputs, len(batch), *out).swapaxes(0, 1)
    for each in more:
        result = result + each.reshape(-1, *(1,) * axes)
    return result.reshape(result.shape[2 - (x.ndim - axes) :])


def _input_gradient(axes: int, dq: Any, w: Any, in_size: Sizes, geometry: Geometry) -> Array:
    groups = geometry.groups
    dq, w = same_numbers(dq, w)
    size = per_axis("the input size", in_size, axes)
    if dq.ndim == axes and geometry is PLAIN:
        simple = one_map.input_gradient_of(dq, w, size)
        if simple is not None:
            return simple
    batch, kernels = _batch("the gradient", dq, axes), _kernels(w, dq, axes)
    outputs, kernel = len(kernels), kernels.shape[2:]
    channels = kernels.shape[1] * counted("groups", groups)
    _require_groups(groups, channels, outputs)
    taps = Taps.of(axes, geometry)
    padded = taps.padded_size(size)
    out = taps.output(padded, kernel)
    _require_gradient(batch, outputs, out)
    spread = taps.spread(batch, kernel, padded)
    met = taps.one_by_one.met(spread, kernel, padded).reshape(groups, -1, len(batch) * prod(padded))
    backwards: Any = (..., *(slice(None, None, -1),) * axes)
    flipped = kernels[backwards]
    weights = flipped.reshape(groups, outputs // groups, channels // groups, -1).swapaxes(1, 2)
    shares = matrix_product(weights.reshape(groups, channels // groups, -1), met)
    gradient = shares.reshape(channels, len(batch), *padded).swapaxes(0, 1)
    if taps.pads:
        shape = (len(batch), channels, *size)
        gradient = pad_gradient(gradient, shape, taps.pairs, geometry.mode, axes=range(2, axes + 2))
    return gradient.reshape(gradient.shape[2 - (dq.ndim - axes) :])


def _kernel_gradient(axes: int, x: Any, dq: Any, kernel_size: Sizes, geometry: Geometry) -> Array:
    groups = geometry.groups
    x, dq = same_numbers(x, dq)
    kernel = per_axis("the kernel", kernel_size, axes)
    if x.ndim == axes and geometry is PLAIN:
        simple = one_map.kernel_gradient_of(x, dq, kernel)
        if simple is not None:
            return simple
    if x.ndim != dq.ndim:
        raise ShapeError(f"x and dq need equally many axes, but have {x.ndim} and {dq.ndim}")
    batch, gradient = _batch("the input", x, axes), _batch("the gradient", dq, axes)
    channels, outputs = batch.shape[1], gradient.shape[1]
    _require_groups(groups, channels, outputs)
    taps = Taps.of(axes, geometry)
    padded = taps.padded(batch)
    out = taps.output(padded.shape[2:], kernel)
    _require_gradient(gradient, outputs, out)
    if len(gradient) != len(batch):
        raise ShapeError(f"x is a batch of {len(batch)}, but dq is one of {len(gradient)}")
    met = taps.met(padded, kernel, out).reshape(groups, channels // groups * prod(kernel), -1)
    total = matrix_product(_rows(gradient, groups), met.swapaxes(1, 2))
    return total.reshape(kernel if x.ndim == axes else (outputs, -1, *kernel))


def _rows(batch: Array, groups: int) -> Array:
    """(B, C, ...) as a row per channel, by groups: (groups, C / groups, positions)."""
    return batch.swapaxes(0, 1).reshape(groups, batch.shape[1] // groups, -1)


def _flipped(w: Any, axes: int) -> Array:
    w = as_numbers(w)
    if w.ndim < axes:
        raise ShapeError(f"a kernel of at least {axes} axes is needed, but {w.ndim} came")
    return np.flip(w, axis=tuple(range(w.ndim - axes, w.ndim)))


def _batch(name: str, x: Array, axes: int) -> Array:
    """(B, C, ...) of an array with or without batch and channel axes."""
    lead = x.ndim - axes
    if lead not in {0, 1, 2} or not x.size:
        raise ShapeError(
            f"{name} must have {axes} to {axes + 2} axes and no empty one, but has shape {x.shape}"
        )
    return x.reshape((1,) * (2 - lead) + x.shape)


def _kernels(w: Array, x: Array, axes: int) -> Array:
    """(O, C/groups, ...) of kernels for x (or for a gradient of as many axes)."""
    needed = axes if x.ndim == axes else axes + 2
    if w.ndim != needed or not prod(w.shape):
        raise ShapeError(
            f"data of shape {x.shape} need a kernel of {needed} axes and no empty one, "
            f"but its shape is {w.shape}"
        )
    return w.reshape((1,) * (axes + 2 - needed) + w.shape)


def _require_groups(groups: int, channels: int, outputs: int) -> None:
    if channels % counted("groups", groups) or outputs % groups:
        raise ShapeError(
            f"groups (={groups}) must divide the input channels (={channels}) "
            f"and the output channels (={outputs})"
        )


def _require_gradient(dq: Array, outputs: int, out: Sequence[int]) -> None:
    if dq.shape[1:] != (outputs, *out):
        raise ShapeError(
            f"the output has {outputs} channels of size {tuple(out)}, "
            f"but the gradient has {dq.shape[1]} of size {dq.shape[2:]}"
        )
