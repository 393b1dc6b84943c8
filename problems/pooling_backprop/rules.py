"""Rules of the way back through pooling by hand, globally and by windows, and their mistakes.

A map is a vector (N,) or (H, W), and so is the gradient dq with respect to the pooled map; windows
are alike along all axes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.pooling_hand.rules import MAX_OF_MAPS, MAX_OF_ROWS
from problems.rule import NotApplicableError, Rule, Slip
from problems.rules.operations import of_relu, one
from problems.rules.pooling import GLOBAL_MAX_GRADIENT as OF_GLOBAL_MAX
from reference import global_pooling, pooling
from reference.geometry import PoolWindow

Array = NDArray[Any]
Region = tuple[slice, ...]
Share = Callable[[Array, Any], Array]
"""What each cell of a region gets, from these cells and the gradient of its output."""

# -- the pooled map --------------------------------------------------------------------------------

_OF_MAXIMA = ("mean-for-max", "sum-for-max", "minimum-for-max", "largest-magnitude")


def _few(rule: Rule) -> Rule:
    """A rule of pooling whose size is told, and whose result is read off on the way."""
    return rule.but(without=[slip.key for slip in rule.slips if slip.key not in _OF_MAXIMA])


def _starts_inside(size: int, outputs: int, window: PoolWindow) -> list[int]:
    """Where windows begin if those that reach beyond the input are pushed back into it.

    Raises NotApplicableError with a padding, and where a window is larger than the input.
    """
    kernel: Any = window.kernel
    stride: Any = window.kernel if window.stride is None else window.stride
    starts = [stride * place for place in range(outputs)]
    if window.padding or size < kernel:
        raise NotApplicableError("windows without padding are needed that fit")
    return [min(start, size - kernel) for start in starts]


def _regions_inside(
    shape: Sequence[int], outputs: Sequence[int], window: PoolWindow
) -> Iterator[Region]:
    """The cells of the windows, all of them whole, in row-major order of the outputs."""
    kernel: Any = window.kernel
    along = [_starts_inside(n, m, window) for n, m in zip(shape, outputs, strict=True)]
    for starts in product(*along):
        yield tuple(slice(start, start + kernel) for start in starts)


def _maxima_inside(x: Any, window: PoolWindow) -> Array:
    cells = _numbers(x)
    shape = pooling.max_pool2d(cells, window).shape
    found = [cells[region].max() for region in _regions_inside(cells.shape, shape, window)]
    return np.array(found, dtype=object).reshape(shape)


MAX_OF_VECTOR, MAX_OF_MAP = _few(MAX_OF_ROWS), _few(MAX_OF_MAPS)
MAX_OF_MAP_OVERLAPPING = MAX_OF_MAP.but(also=(Slip("windows-pushed-inside", _maxima_inside),))

# -- back from one number --------------------------------------------------------------------------


def _numbers(x: Any) -> Array:
    return np.asarray(x, dtype=object)


def _to_largest_magnitude(x: Any, dq: Any) -> Array:
    return global_pooling.global_max_gradient(abs(_numbers(x)), dq)


GLOBAL_MAX_GRADIENT = OF_GLOBAL_MAX.but(
    without=(
        *("maximum-of-magnitude", "max-gradient-at-place-of-other-map"),
        *("mean-of-positive-cells", "integer-result"),
    ),
    also=(Slip("largest-magnitude", _to_largest_magnitude),),
    operations=of_relu,
)

GLOBAL_MEAN_GRADIENT = Rule(
    "global-mean-gradient",
    global_pooling.global_mean_gradient,
    slips=(
        Slip("mean-gradient-not-divided", lambda x, dq: np.full(np.shape(x), dq, dtype=object)),
        Slip(
            "mean-gradient-to-the-maximum",
            lambda x, dq: global_pooling.global_max_gradient(x, dq),
            mistake="max-for-mean",
        ),
        Slip(
            "arriving-gradient-left-out",
            lambda in_size: global_pooling.global_mean_gradient(1, in_size),
        ),
        Slip(
            "gradient-times-input",
            lambda x, dq, in_size: global_pooling.global_mean_gradient(dq, in_size) * _numbers(x),
        ),
        Slip("mean-gradient-is-mean", lambda x: global_pooling.global_mean(x) + 0 * _numbers(x)),
    ),
    operations=one,
)

# -- back from windows -----------------------------------------------------------------------------


def _regions(shape: Sequence[int], outputs: Sequence[int], window: PoolWindow) -> Iterator[Region]:
    """The cells of the input that each window has, in row-major order of the outputs."""
    kernel: Any = window.kernel
    stride: Any = window.kernel if window.stride is None else window.stride
    padding: Any = window.padding
    for place in product(*map(range, outputs)):
        starts = [i * stride - padding for i in place]
        yield tuple(
            slice(max(start, 0), min(start + kernel, n))
            for start, n in zip(starts, shape, strict=True)
        )


def _shared(share: Share, *, overwritten: str = "") -> Callable[[Any, Any, PoolWindow], Array]:
    """The gradient to which each window adds what its cells get.

    ``overwritten`` is ``last`` or ``first``: what this window has in a cell stays alone there.
    """

    def gradient(x: Any, dq: Any, window: PoolWindow) -> Array:
        cells, arriving = _numbers(x), _numbers(dq)
        found = np.zeros(cells.shape, dtype=object)
        each = list(zip(_regions(cells.shape, arriving.shape, window), arriving.flat, strict=True))
        for region, value in reversed(each) if overwritten == "first" else each:
            part = share(cells[region], value)
            found[region] = part if overwritten else found[region] + part
        return found

    return gradient


def _to_maximum(cells: Array, value: Any) -> Array:
    return global_pooling.global_max_gradient(cells, value)


def _evenly(cells: Array, value: Any) -> Array:
    return np.full(cells.shape, value * Fraction(1, cells.size), dtype=object)


def _to_each(cells: Array, value: Any) -> Array:
    return np.full(cells.shape, value, dtype=object)


def _to_first_cell(cells: Array, value: Any) -> Array:
    found = np.zeros(cells.shape, dtype=object)
    found.flat[0] = value
    return found


def _reversed(share: Share) -> Callable[[Any, Any, PoolWindow], Array]:
    return lambda x, dq, window: _shared(share)(x, np.flip(_numbers(dq)), window)


def _without_last_windows(share: Share) -> Callable[[Any, Any, PoolWindow], Array]:
    """What comes of sizes rounded down: the windows that reach beyond the input have no share.

    Raises NotApplicableError where there are none.
    """

    def gradient(x: Any, dq: Any, window: PoolWindow) -> Array:
        shape, arriving = np.shape(x), _numbers(dq).copy()
        stride: Any = window.kernel if window.stride is None else window.stride
        kernel: Any = window.kernel
        for axis, (n, m) in enumerate(zip(shape, arriving.shape, strict=True)):
            if (m - 1) * stride + kernel > n:
                np.moveaxis(arriving, axis, 0)[-1] = 0
        if np.array_equal(arriving, _numbers(dq)):
            raise NotApplicableError("a window is needed that reaches beyond the input")
        return _shared(share)(x, arriving, window)

    return gradient


def _overlapping(wrong: Callable[[Any, Any, PoolWindow], Array]) -> Callable[..., Array]:
    """The wrong gradient where windows overlap. Raises NotApplicableError elsewhere."""

    def gradient(x: Any, dq: Any, window: PoolWindow) -> Array:
        if window.stride is None or window.stride == window.kernel:
            raise NotApplicableError("windows that overlap are needed")
        return wrong(x, dq, window)

    return gradient


def tie_in_window(x: Any, dq: Any, window: PoolWindow) -> str | None:
    """``tie``: a window has its largest value more than once."""
    cells = _numbers(x)
    if len(set(cells.flat)) == cells.size:
        return None
    parts = (cells[region] for region in _regions(cells.shape, np.shape(dq), window))
    return "tie" if any(np.count_nonzero(part == part.max()) > 1 for part in parts) else None


_OF_MAX_WINDOWS = (
    Slip("max-gradient-spread-evenly", _shared(_evenly), mistake="mean-for-max"),
    Slip("max-gradient-to-every-cell", _shared(_to_each), mistake="sum-for-max"),
    Slip("max-gradient-to-the-minimum", _shared(lambda cells, value: _to_maximum(-cells, value))),
    Slip("largest-magnitude", _shared(lambda cells, value: _to_maximum(abs(cells), value))),
    Slip("max-gradient-in-corner", _shared(_to_first_cell)),
    Slip("max-gradient-is-one", _shared(lambda cells, value: _to_maximum(cells, 1))),
    Slip(
        "max-gradient-is-maximum",
        _shared(lambda cells, value: _to_maximum(cells, cells.max())),
        last_resort=True,
    ),
    Slip(
        "max-gradient-times-maximum",
        _shared(lambda cells, value: _to_maximum(cells, value * cells.max())),
        last_resort=True,
    ),
    Slip(
        "pooled-as-one-window",
        lambda x, dq: global_pooling.global_max_gradient(x, np.sum(_numbers(dq))),
        mistake="global-for-local",
    ),
    Slip("gradient-reversed", _reversed(_to_maximum)),
    Slip(
        "sum-overwritten",
        _overlapping(_shared(_to_maximum, overwritten="last")),
        other_ways=(
            _overlapping(_shared(_to_maximum, overwritten="first")),
            _overlapping(lambda x, dq, window: _largest_alone(x, dq, window)),
        ),
    ),
    Slip("rounded-down", _without_last_windows(_to_maximum)),
    Slip("negative-gradients-left-out", lambda x, dq, window: _of_positive(x, dq, window)),
)


def _of_positive(x: Any, dq: Any, window: PoolWindow) -> Array:
    """Negative gradients do not go back, as if they met a ReLU."""
    return _shared(_to_maximum)(x, np.maximum(_numbers(dq), 0), window)


def _inside(x: Any, dq: Any, window: PoolWindow) -> Array:
    """Back to the maxima of windows of which the last ones are pushed back into the input."""
    cells, arriving = _numbers(x), _numbers(dq)
    found = np.zeros(cells.shape, dtype=object)
    regions = _regions_inside(cells.shape, arriving.shape, window)
    for region, value in zip(regions, arriving.flat, strict=True):
        found[region] = found[region] + _to_maximum(cells[region], value)
    return found


def _largest_alone(x: Any, dq: Any, window: PoolWindow) -> Array:
    """A cell that is the maximum of several windows has the gradient of the last one alone."""
    found = np.zeros(np.shape(x), dtype=object)
    cells, arriving = _numbers(x), _numbers(dq)
    for region, value in zip(
        _regions(cells.shape, arriving.shape, window), arriving.flat, strict=True
    ):
        here = cells[region] == cells[region].max()
        found[region] = np.where(here, value, found[region])
    return found


def _cells_of_windows(x: Any, dq: Any, window: PoolWindow) -> int:
    """A look at each cell of each window."""
    regions = _regions(np.shape(x), np.shape(dq), window)
    return sum(int(np.prod([part.stop - part.start for part in region])) for region in regions)


def _max_windows(key: str, function: Callable[..., Any]) -> Rule:
    return Rule(
        key,
        function,
        slips=_OF_MAX_WINDOWS,
        degenerate=tie_in_window,
        operations=_cells_of_windows,
    )


MAX_GRADIENT_OF_VECTOR = _max_windows("max-gradient-vector", pooling.max_pool1d_gradient)
MAX_GRADIENT_OF_MAP = _max_windows("max-gradient-map", pooling.max_pool2d_gradient)
MAX_GRADIENT_OVERLAPPING = _max_windows(
    "max-gradient-overlapping", pooling.max_pool2d_gradient
).but(also=(Slip("windows-pushed-inside", _inside),))


def _mean_with(x: Any, dq: Any, window: PoolWindow, divisor: int) -> Array:
    return _shared(lambda cells, value: _to_each(cells, value * Fraction(1, divisor)))(
        x, dq, window
    )


def _by_side(x: Any, dq: Any, window: PoolWindow) -> Array:
    side: Any = window.kernel
    return _mean_with(x, dq, window, side)


def _counting(how: bool) -> Callable[..., Array]:
    """The cells of the padding counted or not. Raises NotApplicableError without padding."""

    def gradient(dq: Any, in_size: Any, window: PoolWindow) -> Array:
        if not window.padding:
            raise NotApplicableError("a padding is needed")
        return pooling.mean_pool2d_gradient(dq, in_size, window.but(count_include_pad=how))

    return gradient


_OF_MEAN_WINDOWS = (
    Slip("mean-gradient-not-divided", _shared(_to_each)),
    Slip("mean-gradient-to-the-maximum", _shared(_to_maximum), mistake="max-for-mean"),
    Slip("mean-divided-by-side", _by_side),
    Slip("max-gradient-in-corner", _shared(_to_first_cell)),
    Slip(
        "arriving-gradient-left-out",
        lambda x, dq, window: _shared(_evenly)(x, np.ones(np.shape(dq), dtype=int), window),
    ),
    Slip(
        "pooled-as-one-window",
        lambda x, dq: global_pooling.global_mean_gradient(np.sum(_numbers(dq)), np.shape(x)),
        mistake="global-for-local",
    ),
    Slip(
        "gradient-reversed",
        lambda dq, in_size, window: pooling.mean_pool2d_gradient(
            np.flip(_numbers(dq)), in_size, window
        ),
    ),
    Slip("gradient-times-input", lambda x, dq, window: _shared(_evenly)(x, dq, window) * x),
)


def _mean_windows(key: str, *more: Slip) -> Rule:
    return Rule(
        key,
        pooling.mean_pool2d_gradient,
        slips=(*_OF_MEAN_WINDOWS, *more),
        operations=lambda x, dq: np.size(x) + np.size(dq),
    )


MEAN_GRADIENT_OF_MAP = _mean_windows("mean-gradient-map")


def _from_first_cell(x: Any, dq: Any, window: PoolWindow) -> Array:
    """The windows begin with the first cell of the input, and what lies beyond it is lost."""
    side: Any = window.kernel

    def share(cells: Array, value: Any) -> Array:
        divisor = side**2 if window.count_include_pad else max(cells.size, 1)
        return _to_each(cells, value * Fraction(1, divisor))

    return _shared(share)(x, dq, window.but(padding=0))


_FROM_FIRST_CELL = Slip("padding-forgotten", _from_first_cell)

MEAN_GRADIENT_COUNTED = _mean_windows(
    "mean-gradient-with-padding",
    Slip("padding-not-counted-in-mean", _counting(False)),
    _FROM_FIRST_CELL,
)
MEAN_GRADIENT_INSIDE = _mean_windows(
    "mean-gradient-without-padding",
    Slip("padding-counted-in-mean", _counting(True)),
    _FROM_FIRST_CELL,
)
