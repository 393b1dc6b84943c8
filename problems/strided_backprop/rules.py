"""Rules of the way back through a convolution with stride, by hand, and their mistakes.

The functions take a vector (N,) or a map (H, W), kernels and gradients of as many axes, and one
stride and one padding for all axes. ``in_shape`` is the shape of the input.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.conv1d_backprop import rules as of_plain
from problems.rule import NotApplicableError, Rule, Slip
from problems.rules.operations import none, nonzero
from reference import convolution as conv
from reference import padding
from reference.errors import ShapeError
from reference.geometry import Geometry

Array = NDArray[Any]
Shape = Sequence[int]

PADDED = of_plain.PADDED.but(
    without=("padding-sides-exchanged", "padding-all-on-the-right", "padded-with-edge"),
    also=(Slip("padding-forgotten", lambda x: np.array(x, copy=True)),),
)
BIAS_GRADIENT = of_plain.BIAS_GRADIENT


def _numbers(x: Any) -> Array:
    return np.asarray(x, dtype=object)


def _if_strided(stride: int) -> None:
    if stride == 1:
        raise NotApplicableError("a stride is needed")


# -- by accumulating embedded kernels --------------------------------------------------------------


def embedded_kernels(dq: Any, w: Any, in_shape: Shape, stride: int) -> Array:
    """A row for each output: its gradient times the kernel, where its window lies, else 0.

    (M,) and (K,) -> (M, N). Raises ShapeError if a window does not lie in the input.
    """
    gradient, kernel = _numbers(dq), _numbers(w)
    (size,) = in_shape
    if (len(gradient) - 1) * stride + len(kernel) > size:
        raise ShapeError(
            f"{len(gradient)} windows of {len(kernel)} at stride {stride} need more cells "
            f"than {size}"
        )
    rows = np.zeros((len(gradient), size), dtype=object)
    for place, value in enumerate(gradient):
        rows[place, place * stride : place * stride + len(kernel)] = value * kernel
    return rows


def sum_of_rows(rows: Any) -> Array:
    """The sum of each column: (M, N) -> (N,)."""
    return np.asarray(_numbers(rows).sum(axis=0))


def _last_there(rows: Any, order: int) -> Array:
    """In each column the last number that is not 0, or the first one."""
    found = np.zeros(np.shape(rows)[1], dtype=object)
    for row in _numbers(rows)[::order]:
        found = np.where(row != 0, row, found)
    return found


def _mean_of_those_there(rows: Any) -> Array:
    """In each column the mean of the numbers that are not 0."""
    table = _numbers(rows)
    there = [max(nonzero(column), 1) for column in table.T]
    return np.array(
        [Fraction(total, n) for total, n in zip(table.sum(axis=0), there, strict=True)],
        dtype=object,
    )


def _one_apart(dq: Any, w: Any, in_shape: Shape, stride: int) -> Array:
    _if_strided(stride)
    return embedded_kernels(dq, w, in_shape, 1)


def _spread_in_rows(dq: Any, w: Any, in_shape: Shape, stride: int) -> Array:
    """Each gradient by itself where its kernel begins: the gradient spread out by the stride."""
    return embedded_kernels(dq, np.arange(len(w)) == 0, in_shape, stride)


EMBEDDED = Rule(
    "embedded-kernels",
    embedded_kernels,
    slips=(
        Slip("stride-forgotten", _one_apart),
        Slip(
            "embedded-kernel-flipped",
            lambda dq, w, in_shape, stride: embedded_kernels(dq, np.flip(w), in_shape, stride),
        ),
        Slip(
            "arriving-gradient-left-out",
            lambda dq, w, in_shape, stride: embedded_kernels(
                np.ones(len(dq), dtype=int), w, in_shape, stride
            ),
        ),
        Slip(
            "weights-left-out-of-gradient",
            lambda dq, w, in_shape, stride: embedded_kernels(
                dq, np.ones(len(w), dtype=int), in_shape, stride
            ),
            other_ways=(_spread_in_rows,),
        ),
        Slip(
            "gradient-reversed",
            lambda dq, w, in_shape, stride: embedded_kernels(np.flip(dq), w, in_shape, stride),
        ),
    ),
    operations=lambda dq, w: nonzero(dq) * nonzero(w),
)

ACCUMULATED = Rule(
    "accumulated-kernels",
    sum_of_rows,
    slips=(
        Slip(
            "sum-overwritten",
            lambda rows: _last_there(rows, 1),
            other_ways=(lambda rows: _last_there(rows, -1),),
        ),
        Slip(
            "input-gradient-averaged",
            lambda rows: sum_of_rows(rows) * Fraction(1, len(rows)),
            other_ways=(_mean_of_those_there,),
        ),
    ),
    operations=lambda rows: nonzero(rows),
)

# -- through zeros ---------------------------------------------------------------------------------


def spread(dq: Any, stride: int) -> Array:
    """The gradient with stride - 1 zeros between neighbours along each axis.

    (M,) -> ((M - 1) stride + 1,), and (H, W) likewise. Source: Dumoulin & Visin 2016, section 4.5.
    """
    gradient = _numbers(dq)
    wide = np.zeros([(n - 1) * stride + 1 for n in gradient.shape], dtype=object)
    wide[(slice(None, None, stride),) * gradient.ndim] = gradient
    return wide


def _repeated(dq: Any, stride: int) -> Array:
    _if_strided(stride)
    gradient = _numbers(dq)
    return reduce(lambda a, axis: np.repeat(a, stride, axis), range(gradient.ndim), gradient)


def _with_zeros_at_end(dq: Any, stride: int) -> Array:
    _if_strided(stride)
    wide = spread(dq, stride)
    return np.pad(wide, [(0, stride - 1)] * wide.ndim)


SPREAD = Rule(
    "spread-gradient",
    spread,
    slips=(
        Slip("gradient-spread-otherwise", lambda dq, stride: spread(dq, stride + 1)),
        Slip("stride-forgotten", lambda dq: np.array(dq, copy=True)),
        Slip("gradient-repeated-for-stride", _repeated),
        Slip("zeros-after-last-gradient", _with_zeros_at_end),
    ),
    operations=lambda dq: int(np.size(dq)),
)


def pad_spread(z: Any, kernel_size: int, padding_size: int, in_shape: Shape) -> Array:
    """The spread gradient, ready for the kernel to slide over it, one output per cell of the input.

    In front are K - 1 zeros less the padding of the input, and behind it as many as are missing,
    also for cells of the input that no window has. Raises ShapeError.
    """
    before = kernel_size - 1 - padding_size
    sizes = zip(in_shape, np.shape(z), strict=True)
    return padding.pad(z, [(before, n + kernel_size - 1 - before - m) for n, m in sizes])


def _shifted(z: Any, kernel_size: int, padding_size: int, in_shape: Shape) -> Array:
    wide = pad_spread(z, kernel_size, padding_size, in_shape)
    return np.roll(wide, (1,) * wide.ndim, tuple(range(wide.ndim)))


def _equal_ends(z: Any, kernel_size: int, padding_size: int, in_shape: Shape) -> Array:
    """As many zeros behind as in front. Raises NotApplicableError where that is right."""
    beside = kernel_size - 1 - padding_size
    wide = padding.pad(z, [(beside, beside)] * np.ndim(z))
    if wide.shape == pad_spread(z, kernel_size, padding_size, in_shape).shape:
        raise NotApplicableError("cells are needed that no window has")
    return wide


WIDE = Rule(
    "pad-spread-gradient",
    pad_spread,
    slips=(
        Slip("left-over-cells-without-gradient", _equal_ends),
        Slip("windows-shifted-in-gradient", _shifted),
    ),
    operations=none,
)


def _of_input(key: str, slid: Callable[..., Any], other: Callable[..., Any]) -> Rule:
    """The flipped kernel that slides over the spread gradient x between its zeros."""

    def one_apart(
        dq: Any, w: Any, kernel_size: int, padding_size: int, in_shape: Shape, step: int
    ) -> Array:
        _if_strided(step)
        return np.asarray(slid(pad_spread(dq, kernel_size, padding_size, in_shape), w))

    def until_last_window(x: Any, w: Any, dq: Any, padding_size: int, step: int) -> Array:
        last = [(n - 1) * step - padding_size for n in np.shape(dq)]
        return of_plain.where_no_window_begins(slid(x, w), last)

    return Rule(
        key,
        slid,
        slips=(
            Slip("kernel-not-flipped-in-gradient", lambda x, w: other(x, w)),
            Slip("signs-for-flip", lambda x, w: -other(x, w)),
            Slip("only-where-windows-begin", until_last_window, keeps_cells=True),
            Slip(
                "weights-left-out-of-gradient",
                lambda x, w: slid(_numbers(x), np.ones(np.shape(w), dtype=int).astype(object)),
            ),
            Slip(
                "arriving-gradient-left-out",
                lambda x, w: slid(np.where(_numbers(x) != 0, 1, 0).astype(object), w),
            ),
            Slip("stride-forgotten", one_apart),
            Slip("gradient-overwritten", _overwritten(1), other_ways=(_overwritten(-1),)),
            Slip("gradient-times-input", lambda x, w, image: slid(x, w) * _numbers(image)),
            *(
                (
                    Slip(
                        "kernel-transposed-in-gradient",
                        lambda x, w: slid(x, np.transpose(w)),
                        other_ways=(lambda x, w: other(x, np.transpose(w)),),
                    ),
                )
                if slid is conv.convolve2d
                else ()
            ),
        ),
        operations=lambda x, w: nonzero(x) * nonzero(w),
    )


def _overwritten(order: int) -> Callable[..., Array]:
    """The windows of the outputs take the place of what was there, instead of being added."""

    def wrong(dq: Any, w: Any, in_shape: Shape, step: int, padding_size: int) -> Array:
        gradient, kernel = _numbers(dq), _numbers(w)
        if kernel.shape[0] <= step:
            raise NotApplicableError("windows that overlap are needed")
        found = np.zeros([n + 2 * padding_size for n in in_shape], dtype=object)
        for place in list(np.ndindex(gradient.shape))[::order]:
            window = tuple(slice(i * step, i * step + len(kernel)) for i in place)
            found[window] = gradient[place] * kernel
        return found[tuple(slice(padding_size, padding_size + n) for n in in_shape)]

    return wrong


INPUT_GRADIENT = _of_input("strided-input-gradient", conv.convolve1d, conv.correlate1d)
INPUT_GRADIENT_OF_MAP = _of_input("strided-map-input-gradient", conv.convolve2d, conv.correlate2d)

# -- how many outputs reach an input ---------------------------------------------------------------


def outputs_per_input(
    in_shape: Shape, out_shape: Shape, kernel: int, stride: int, padding: int
) -> Array:
    """For each cell of the input, the number of outputs whose windows have it: (N,) or (H, W)."""
    along = (
        [
            sum(0 <= cell + padding - place * stride < kernel for place in range(m))
            for cell in range(n)
        ]
        for n, m in zip(in_shape, out_shape, strict=True)
    )
    counts = [np.array(each, dtype=object) for each in along]
    return np.asarray(reduce(np.multiply.outer, counts))


def most_outputs(kernel: int, stride: int) -> Any:
    """The most outputs that one cell of a vector reaches: kernel / stride, rounded up.

    Source: Dumoulin & Visin 2016, section 4.5, of the windows of the spread gradient.
    """
    return math.ceil(kernel / stride)


def most_outputs_of_map(kernel: int, stride: int) -> Any:
    """The most outputs that one cell of a map reaches: the square of `most_outputs`."""
    return math.ceil(kernel / stride) ** 2


def _all_of_stride_one(in_shape: Shape, kernel: int, stride: int, padding: int) -> Array:
    _if_strided(stride)
    out_shape = [n + 2 * padding - kernel + 1 for n in in_shape]
    return outputs_per_input(in_shape, out_shape, kernel, 1, padding)


def _one_apart_counted(
    in_shape: Shape, out_shape: Shape, kernel: int, stride: int, padding: int
) -> Array:
    """As many windows as there are, each one cell further than the one before."""
    _if_strided(stride)
    return outputs_per_input(in_shape, out_shape, kernel, 1, padding)


def _added(in_shape: Shape, out_shape: Shape, kernel: int, stride: int, padding: int) -> Array:
    """The counts of the two axes added. Raises NotApplicableError for a vector."""
    if len(in_shape) < 2:
        raise NotApplicableError("a map is needed")
    rows, columns = (
        outputs_per_input((n,), (m,), kernel, stride, padding)
        for n, m in zip(in_shape, out_shape, strict=True)
    )
    return np.add.outer(rows, columns)


def _unpadded(in_shape: Shape, out_shape: Shape, kernel: int, stride: int, padding: int) -> Array:
    if not padding:
        raise NotApplicableError("a padding is needed")
    return outputs_per_input(in_shape, out_shape, kernel, stride, 0)


OUTPUTS_PER_INPUT = Rule(
    "outputs-per-input",
    outputs_per_input,
    slips=(
        Slip("stride-forgotten", _all_of_stride_one, other_ways=(_one_apart_counted,)),
        Slip(
            "border-overlooked",
            lambda in_shape, kernel, stride: _everywhere(in_shape, kernel, stride),
        ),
        Slip(
            "reach-is-kernel",
            lambda in_shape, kernel: np.full(in_shape, kernel ** len(in_shape), dtype=object),
        ),
        Slip("padding-forgotten", _unpadded),
        Slip("reaches-of-axes-added", _added),
    ),
    operations=lambda in_shape: int(np.prod(in_shape)),
)


def _everywhere(in_shape: Shape, kernel: int, stride: int) -> Array:
    return np.full(in_shape, most_outputs(kernel, stride) ** len(in_shape), dtype=object)


def _most(key: str, function: Callable[..., Any], power: int, *more: Slip) -> Rule:
    return Rule(
        key,
        function,
        slips=(
            Slip("stride-forgotten", lambda kernel: kernel**power),
            Slip("reach-rounded-down", lambda kernel, stride: (kernel // stride) ** power),
            Slip("reach-plus-one", lambda kernel, stride: (kernel // stride + 1) ** power),
            Slip("reach-is-overlap", lambda kernel, stride: (kernel - stride) ** power),
            *more,
        ),
        operations=lambda: 2,
    )


MOST = _most("most-outputs", most_outputs, 1)
MOST_OF_MAP = _most(
    "most-outputs-of-map",
    most_outputs_of_map,
    2,
    Slip("reach-along-one-axis", most_outputs),
)

# -- the gradient with respect to the kernel -------------------------------------------------------


def _at_stride(function: Callable[..., Any], stride: int) -> Callable[..., Array]:
    return lambda x, dq, kernel_size: function(x, dq, kernel_size, Geometry(stride=stride))


def _window(x: Any, place: Sequence[int], kernel_size: int, stride: int) -> Array:
    cells = tuple(slice(i * stride, i * stride + kernel_size) for i in place)
    return np.asarray(_numbers(x)[cells])


def _last_turn(x: Any, dq: Any, kernel_size: int, stride: int) -> Array:
    place = [n - 1 for n in np.shape(dq)]
    return np.asarray(_numbers(dq)[tuple(place)] * _window(x, place, kernel_size, stride))


def _first_turn(x: Any, dq: Any, kernel_size: int, stride: int) -> Array:
    place = [0] * np.ndim(dq)
    return np.asarray(_numbers(dq)[tuple(place)] * _window(x, place, kernel_size, stride))


def _first_for_all(x: Any, dq: Any, kernel_size: int, stride: int) -> Array:
    window = _window(x, [0] * np.ndim(dq), kernel_size, stride)
    return np.asarray(np.sum(_numbers(dq)) * window)


def _of_kernel(key: str, function: Callable[..., Any]) -> Rule:
    """The windows, each times the gradient of its output, and added up."""
    of_map = function is conv.correlate2d_kernel_gradient

    def gradient(x: Any, dq: Any, kernel_size: int, stride: int) -> Array:
        return np.asarray(_at_stride(function, stride)(x, dq, kernel_size))

    def one_apart(x: Any, dq: Any, kernel_size: int, stride: int) -> Array:
        _if_strided(stride)
        seen = tuple(slice(m + kernel_size - 1) for m in np.shape(dq))
        return gradient(_numbers(x)[seen], dq, kernel_size, 1)

    def of_spread(wrong: Callable[[Any, int], Array]) -> Callable[..., Array]:
        """The gradient spread out wrongly slides over the input, with zeros where that ends."""

        def slid(x: Any, dq: Any, kernel_size: int, stride: int) -> Array:
            wide = wrong(dq, stride)
            needed = [n + kernel_size - 1 for n in wide.shape]
            missing = [(0, max(n - m, 0)) for n, m in zip(needed, np.shape(x), strict=True)]
            cells = np.pad(_numbers(x), missing)[tuple(map(slice, needed))]
            return gradient(cells, wide, kernel_size, 1)

        return slid

    def transposed(x: Any, dq: Any, kernel_size: int, stride: int) -> Array:
        return np.transpose(gradient(x, dq, kernel_size, stride))

    return Rule(
        key,
        function,
        slips=(
            Slip("stride-forgotten", one_apart),
            Slip(
                "gradient-spread-otherwise",
                of_spread(lambda dq, stride: spread(dq, stride + 1)),
            ),
            Slip("gradient-repeated-for-stride", of_spread(_repeated)),
            Slip(
                "kernel-gradient-flipped",
                lambda x, dq, kernel_size, stride: np.flip(gradient(x, dq, kernel_size, stride)),
                mistake="kernel-flipped",
            ),
            Slip(
                "gradient-averaged",
                lambda x, dq, kernel_size, stride: (
                    gradient(x, dq, kernel_size, stride) * Fraction(1, int(np.size(dq)))
                ),
            ),
            Slip(
                "arriving-gradient-left-out",
                lambda x, dq, kernel_size, stride: gradient(
                    _numbers(x),
                    np.ones(np.shape(dq), dtype=int).astype(object),
                    kernel_size,
                    stride,
                ),
            ),
            Slip(
                "gradient-as-for-bias",
                lambda dq, w: np.full(np.shape(w), np.sum(_numbers(dq)), dtype=object),
            ),
            Slip("one-window-for-all", _first_for_all),
            Slip("sum-overwritten", _last_turn, other_ways=(_first_turn,)),
            Slip("kernel-for-window", lambda dq, w: np.sum(_numbers(dq)) * _numbers(w)),
            *((Slip("kernel-gradient-transposed", transposed),) if of_map else ()),
        ),
        operations=lambda dq, kernel_size: nonzero(dq) * kernel_size ** np.ndim(dq),
    )


KERNEL_GRADIENT = _of_kernel("strided-kernel-gradient", conv.correlate1d_kernel_gradient)
KERNEL_GRADIENT_OF_MAP = _of_kernel("strided-map-kernel-gradient", conv.correlate2d_kernel_gradient)
