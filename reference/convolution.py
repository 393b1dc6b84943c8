"""Convolution and cross-correlation in one and two dimensions, with their gradients.

Shapes, in 1D: x is (N,), (C, N) or (B, C, N); w is (K,) with an x of (N,), else (O, C / groups, K);
the result has the number of axes of x. In 2D likewise, with H, W in place of N. Padding is what
`reference.padding.pad` takes: one number, one per axis, or pairs. Exact in, exact out.

Source of the formulas: V. Dumoulin, F. Visin, A guide to convolution arithmetic for deep learning,
arXiv:1603.07285; I. Goodfellow, Y. Bengio, A. Courville, Deep Learning (2016), section 9.1 (the two
operations) and equations 9.11 and 9.13 (the gradients).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import prod
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import as_strided

from reference.errors import ShapeError
from reference.numbers import Array, as_numbers, as_scalar, counted, per_axis, same_numbers
from reference.padding import Padding, pad_axes, pad_gradient, padding_pairs
from reference.sizes import conv_output_size

__all__ = [
    "bias_gradient",
    "convolve1d",
    "convolve2d",
    "correlate1d",
    "correlate1d_input_gradient",
    "correlate1d_kernel_gradient",
    "correlate2d",
    "correlate2d_input_gradient",
    "correlate2d_kernel_gradient",
]

Sizes = int | Sequence[int]


def correlate1d(
    x: Any,
    w: Any,
    bias: Any = None,
    stride: Sizes = 1,
    padding: Padding = 0,
    dilation: Sizes = 1,
    groups: int = 1,
    mode: str = "zero",
) -> Array:
    """Cross-correlation `q[i] = sum_k w[k] x[i stride + k dilation] + bias` of the padded x.

    (N,) -> (N',) with w (K,); (C, N) -> (O, N') and (B, C, N) -> (B, O, N') with w
    (O, C/groups, K). The bias is (O,), a scalar or None. Raises ShapeError.
    Source: Goodfellow et al. 2016, eq. 9.6.
    """
    return _correlate(x, w, bias, _Taps(1, stride, padding, dilation, mode), groups)


def correlate2d(
    x: Any,
    w: Any,
    bias: Any = None,
    stride: Sizes = 1,
    padding: Padding = 0,
    dilation: Sizes = 1,
    groups: int = 1,
    mode: str = "zero",
) -> Array:
    """Cross-correlation of x (H, W), (C, H, W) or (B, C, H, W); see `correlate1d`.

    w is (K, L), or (O, C/groups, K, L). Raises ShapeError. Source: Goodfellow et al. 2016, eq. 9.6.
    """
    return _correlate(x, w, bias, _Taps(2, stride, padding, dilation, mode), groups)


def convolve1d(
    x: Any,
    w: Any,
    bias: Any = None,
    stride: Sizes = 1,
    padding: Padding = 0,
    dilation: Sizes = 1,
    groups: int = 1,
    mode: str = "zero",
) -> Array:
    """Convolution: `correlate1d` with the kernel flipped along its last axis.

    Shapes and errors are those of `correlate1d`. Source: Goodfellow et al. 2016, eq. 9.3.
    """
    taps = _Taps(1, stride, padding, dilation, mode)
    return _correlate(x, _flipped(w, 1), bias, taps, groups)


def convolve2d(
    x: Any,
    w: Any,
    bias: Any = None,
    stride: Sizes = 1,
    padding: Padding = 0,
    dilation: Sizes = 1,
    groups: int = 1,
    mode: str = "zero",
) -> Array:
    """Convolution: `correlate2d` with the kernel flipped along its last two axes.

    Shapes and errors are those of `correlate2d`. Source: Goodfellow et al. 2016, eq. 9.5.
    """
    taps = _Taps(2, stride, padding, dilation, mode)
    return _correlate(x, _flipped(w, 2), bias, taps, groups)


def correlate1d_input_gradient(
    dq: Any,
    w: Any,
    in_size: Sizes,
    stride: Sizes = 1,
    padding: Padding = 0,
    dilation: Sizes = 1,
    groups: int = 1,
    mode: str = "zero",
) -> Array:
    """Gradient of `correlate1d` by its input, from the gradient `dq` by its output.

    (N',) -> (in_size,), (O, N') -> (C, in_size), (B, O, N') -> (B, C, in_size). Every output cell
    adds its kernel, times its gradient, where it has looked. Raises ShapeError.
    Source: Goodfellow et al. 2016, eq. 9.13; Dumoulin & Visin 2016, section 4.
    """
    return _input_gradient(dq, w, in_size, _Taps(1, stride, padding, dilation, mode), groups)


def correlate2d_input_gradient(
    dq: Any,
    w: Any,
    in_size: Sizes,
    stride: Sizes = 1,
    padding: Padding = 0,
    dilation: Sizes = 1,
    groups: int = 1,
    mode: str = "zero",
) -> Array:
    """Gradient of `correlate2d` by its input of spatial size `in_size` = (H, W).

    (H', W') -> (H, W), (O, H', W') -> (C, H, W), (B, O, H', W') -> (B, C, H, W). Raises ShapeError.
    Source: Goodfellow et al. 2016, eq. 9.13; Dumoulin & Visin 2016, section 4.
    """
    return _input_gradient(dq, w, in_size, _Taps(2, stride, padding, dilation, mode), groups)


def correlate1d_kernel_gradient(
    x: Any,
    dq: Any,
    kernel_size: Sizes,
    stride: Sizes = 1,
    padding: Padding = 0,
    dilation: Sizes = 1,
    groups: int = 1,
    mode: str = "zero",
) -> Array:
    """Gradient of `correlate1d` by its kernel: (K,), or (O, C/groups, K); summed over a batch.

    x is (N,), (C, N) or (B, C, N), dq by the output accordingly; kernel_size is K.
    Raises ShapeError. Source: Goodfellow et al. 2016, eq. 9.11.
    """
    return _kernel_gradient(x, dq, kernel_size, _Taps(1, stride, padding, dilation, mode), groups)


def correlate2d_kernel_gradient(
    x: Any,
    dq: Any,
    kernel_size: Sizes,
    stride: Sizes = 1,
    padding: Padding = 0,
    dilation: Sizes = 1,
    groups: int = 1,
    mode: str = "zero",
) -> Array:
    """Gradient of `correlate2d` by its kernel: (K, L), or (O, C/groups, K, L); summed over a batch.

    x is (H, W), (C, H, W) or (B, C, H, W), dq by the output accordingly; kernel_size is (K, L), or
    one number for a square. Raises ShapeError. Source: Goodfellow et al. 2016, eq. 9.11.
    """
    return _kernel_gradient(x, dq, kernel_size, _Taps(2, stride, padding, dilation, mode), groups)


def bias_gradient(dq: Any, ndim: int = 2) -> Any:
    """Gradient by the bias: the sum of `dq` over everything but its channels.

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


@dataclass(frozen=True)
class _Taps:
    """Where a kernel touches its input, along so many axes."""

    axes: int
    stride: Sizes
    padding: Padding
    dilation: Sizes
    mode: str

    # Read when first needed, so that what is wrong with the data themselves is said first.

    @cached_property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        return padding_pairs(self.padding, self.axes)

    @cached_property
    def strides(self) -> tuple[int, ...]:
        return per_axis("the stride", self.stride, self.axes)

    @cached_property
    def dilations(self) -> tuple[int, ...]:
        return per_axis("the dilation", self.dilation, self.axes)

    def padded(self, batch: Array) -> Array:
        return pad_axes(batch, list(enumerate(self.pairs, start=2)), self.mode)

    def output(self, padded: Sequence[int], kernel: Sequence[int]) -> tuple[int, ...]:
        """Spatial size of the output, from that of the padded input."""
        return tuple(
            conv_output_size(n, k, stride=s, dilation=d)
            for n, k, s, d in zip(padded, kernel, self.strides, self.dilations, strict=True)
        )

    def met(self, padded: Array, kernel: Sequence[int], out: Sequence[int]) -> Array:
        """What each kernel cell meets in (B, C, ...), a view: (C, *kernel, B, *out).

        With `out` from `output`, which refuses a kernel that would reach beyond the last cell.
        """
        batch, channel, *cells = padded.strides
        size = padded.shape[2:]
        # A step beyond the last cell is never taken, however large it is.
        by_kernel = [b * min(d, n) for b, d, n in zip(cells, self.dilations, size, strict=True)]
        by_output = [b * min(s, n) for b, s, n in zip(cells, self.strides, size, strict=True)]
        return as_strided(
            padded,
            (padded.shape[1], *kernel, len(padded), *out),
            (channel, *by_kernel, batch, *by_output),
            writeable=False,
        )

    def places(self, kernel: Sequence[int], out: Sequence[int]) -> Iterator[tuple[Any, ...]]:
        """For each kernel cell, in row-major order: the index of the padded cells that it meets."""
        for offset in product(*map(range, kernel)):
            yield (
                ...,
                *(
                    slice(k * d, k * d + (n - 1) * s + 1, s)
                    for k, n, s, d in zip(offset, out, self.strides, self.dilations, strict=True)
                ),
            )


# All three are one matrix product per group: far fewer calls of NumPy than a product per kernel
# cell, at the price of a copy of the input per kernel cell. W has a row per output channel and a
# column per kernel cell of each input channel, Q a row per output channel and a column per
# position, and X holds what each of these cells meets at each position: Q = W X, so that the
# gradient by W is dQ X' and the gradient by X is W' dQ.


def _correlate(x: Any, w: Any, bias: Any, taps: _Taps, groups: int) -> Array:
    x, w, bias = same_numbers(x, w, 0 if bias is None else bias)
    batch, kernels = _batch("the input", x, taps.axes), _kernels(w, x, taps.axes)
    outputs, kernel = len(kernels), kernels.shape[2:]
    _require_groups(groups, batch.shape[1], outputs)
    if kernels.shape[1] * groups != batch.shape[1]:
        raise ShapeError(
            f"the kernels are for {kernels.shape[1] * groups} input channels "
            f"(groups={groups}), but the input has {batch.shape[1]}"
        )
    if bias.shape != () and (w.ndim == taps.axes or bias.shape != (outputs,)):
        needed = "1 number" if w.ndim == taps.axes else f"1 number or {outputs}"
        raise ShapeError(f"the bias needs {needed}, but has shape {bias.shape}")
    padded = taps.padded(batch)
    out = taps.output(padded.shape[2:], kernel)
    met = taps.met(padded, kernel, out).reshape(groups, prod(kernels.shape[1:]), -1)
    rows = kernels.reshape(groups, outputs // groups, -1) @ met
    result = rows.reshape(outputs, len(batch), *out).swapaxes(0, 1)
    result = result + bias.reshape(-1, *(1,) * taps.axes)
    return np.asarray(result.reshape(result.shape[2 - (x.ndim - taps.axes) :]))


def _input_gradient(dq: Any, w: Any, in_size: Sizes, taps: _Taps, groups: int) -> Array:
    dq, w = same_numbers(dq, w)
    batch, kernels = _batch("the gradient", dq, taps.axes), _kernels(w, dq, taps.axes)
    outputs, kernel = len(kernels), kernels.shape[2:]
    channels = kernels.shape[1] * counted("groups", groups)
    _require_groups(groups, channels, outputs)
    size = per_axis("the input size", in_size, taps.axes)
    padded = [n + sum(pair) for n, pair in zip(size, taps.pairs, strict=True)]
    out = taps.output(padded, kernel)
    _require_gradient(batch, outputs, out)
    weights = kernels.reshape(groups, outputs // groups, -1)
    shares = weights.swapaxes(1, 2) @ _rows(batch, groups)
    shares = shares.reshape(channels, prod(kernel), len(batch), *out)
    total = np.zeros((channels, len(batch), *padded), dtype=batch.dtype)
    for cell, place in enumerate(taps.places(kernel, out)):
        total[place] += shares[:, cell]
    axes = range(2, total.ndim)
    shape = (len(batch), channels, *size)
    gradient = pad_gradient(total.swapaxes(0, 1), shape, taps.pairs, taps.mode, axes=axes)
    return gradient.reshape(gradient.shape[2 - (dq.ndim - taps.axes) :])


def _kernel_gradient(x: Any, dq: Any, kernel_size: Sizes, taps: _Taps, groups: int) -> Array:
    x, dq = same_numbers(x, dq)
    if x.ndim != dq.ndim:
        raise ShapeError(f"x and dq need equally many axes, but have {x.ndim} and {dq.ndim}")
    batch, gradient = _batch("the input", x, taps.axes), _batch("the gradient", dq, taps.axes)
    channels, outputs = batch.shape[1], gradient.shape[1]
    _require_groups(groups, channels, outputs)
    kernel = per_axis("the kernel", kernel_size, taps.axes)
    padded = taps.padded(batch)
    out = taps.output(padded.shape[2:], kernel)
    _require_gradient(gradient, outputs, out)
    if len(gradient) != len(batch):
        raise ShapeError(f"x is a batch of {len(batch)}, but dq is one of {len(gradient)}")
    met = taps.met(padded, kernel, out).reshape(groups, channels // groups * prod(kernel), -1)
    total = _rows(gradient, groups) @ met.swapaxes(1, 2)
    return total.reshape(kernel if x.ndim == taps.axes else (outputs, -1, *kernel))


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
