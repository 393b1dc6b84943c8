"""Mistakes on the way back through a layer along one axis, for vectors alone.

The slips take what a layer has in sight: its input ``x`` (N,), the gradient ``dq`` (M,) by its
output, its kernel ``w`` (K,), a ``bias`` or None, ``in_size`` and ``kernel_size``, ``stride`` and
``padding``. The gradients of what a layer has worked out with another padding are those of that
layer: a last resort, named where the forward pass shows the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Slip
from problems.rules.windows import WIDEST, doubled, halves, other_width, same_widths
from reference import convolution as conv
from reference.errors import ShapeError
from reference.geometry import Geometry

Array = NDArray[Any]
Wrong = Callable[..., Any]
Pair = Callable[[int, int, Any], tuple[int, int]]


class Pass:
    """A pass back through a layer, with its windows at hand.

    Raises ShapeError where there are channels.
    """

    def __init__(self, seen: dict[str, Any]) -> None:
        self.x, self.dq = np.asarray(seen["x"], np.float64), np.asarray(seen["dq"], np.float64)
        self.w = np.asarray(seen["w"], np.float64)
        if self.x.ndim != 1 or self.dq.ndim != 1 or self.w.ndim > 1:
            raise ShapeError("vectors are needed")
        self.w = np.atleast_1d(self.w)
        self.bias = 0.0 if seen["bias"] is None else float(np.asarray(seen["bias"]))
        self.shape: tuple[int, ...] = tuple(seen["w_shape"])
        self.stride, self.padding = int(seen["stride"]), int(seen["padding"])
        self.kernel = len(self.w)
        self.padded = np.pad(self.x, self.padding)
        self.starts = [self.stride * number for number in range(len(self.dq))]
        if self.starts and self.starts[-1] + self.kernel > len(self.padded):
            raise ShapeError("as many outputs are needed as the layer has")

    @property
    def windows(self) -> Array:
        """What each output has looked at: (M, K)."""
        return np.array([self.padded[at : at + self.kernel] for at in self.starts])

    @property
    def outputs(self) -> Array:
        """What the layer gave: (M,)."""
        return self.windows @ self.w + self.bias

    def by_input(self, dq: Any = None, w: Any = None, starts: Any = None) -> Array:
        """The gradient by the padded input: each window's share, at its start, if it lies there."""
        dq = self.dq if dq is None else dq
        w = self.w if w is None else w
        found = np.zeros(len(self.padded) + len(w))
        for at, share in zip(self.starts if starts is None else starts, dq, strict=False):
            part = found[at : at + len(w)]
            part += (share * w)[: len(part)]
        return found[: len(self.padded)]

    def inside(self, whole: Array) -> Array:
        """What belongs to the cells of the input itself."""
        return whole[self.padding : self.padding + len(self.x)]

    def by_kernel(self, value: Any) -> Any:
        """A gradient by the kernel, as a number where the kernel is one."""
        return np.asarray(value, np.float64).reshape(self.shape)


def _slip(key: str, *ways: Callable[[Pass], Any], last_resort: bool = False) -> Slip:
    def made(way: Callable[[Pass], Any]) -> Wrong:
        def wrong(
            x: Array,
            dq: Array,
            w: Array,
            bias: Any,
            w_shape: tuple[int, ...],
            stride: int,
            padding: int,
        ) -> Any:
            seen = {"x": x, "dq": dq, "w": w, "bias": bias, "w_shape": w_shape}
            return way(Pass({**seen, "stride": stride, "padding": padding}))

        return wrong

    first, *others = map(made, ways)
    return Slip(key, first, other_ways=tuple(others), last_resort=last_resort)


def _need(holds: bool, what: str) -> None:
    if not holds:
        raise ShapeError(f"{what} is needed")


# -- spreading dq for the stride -------------------------------------------------------------------


def _with_stride(change: int) -> Callable[[Pass], list[int]]:
    """The starts of windows that a layer with another stride would have."""

    def starts(one: Pass) -> list[int]:
        _need(one.stride > 1 and one.stride + change > 1, "another stride")
        return [(one.stride + change) * number for number in range(len(one.dq))]

    return starts


def _repeated(one: Pass) -> Array:
    _need(one.stride > 1, "a stride")
    return np.repeat(one.dq, one.stride)


def _correlated(long: Array, short: Array, count: int, step: int = 1) -> Array:
    """So many products of a vector with parts of a longer one, which goes on with zeros."""
    wide = np.append(long, np.zeros(len(short) + step * count))
    return np.array([wide[step * at : step * at + len(short)] @ short for at in range(count)])


def _strided(one: Pass) -> Array:
    _need(one.stride > 1, "a stride")
    return _correlated(one.padded, one.dq, one.kernel, one.stride)


# -- the gradient by the input ---------------------------------------------------------------------


def input_gradient_slips() -> tuple[Slip, ...]:
    """The slips of the gradient with respect to the input."""

    def right(one: Pass) -> Array:
        return one.inside(one.by_input())

    def covered(one: Pass) -> Array:
        """By how many windows each cell is looked at."""
        return np.maximum(one.inside(one.by_input(np.ones(len(one.dq)), np.ones(one.kernel))), 1)

    def cut(before: Callable[[int], int], after: Callable[[int], int]) -> Callable[[Pass], Array]:
        def wrong(one: Pass) -> Array:
            _need(one.padding > 0, "a padding")
            whole = one.by_input()
            return whole[before(one.padding) : len(whole) - after(one.padding)]

        return wrong

    def passed_on(one: Pass) -> Array:
        _need(len(one.dq) == len(one.x), "as many outputs as inputs")
        return one.dq

    def padded_like_input(one: Pass) -> Array:
        """The flipped kernel on ``dq``, spread for the stride, with the padding of the input."""
        beside = one.kernel - 1 - one.padding
        _need(beside > 0 and beside != one.padding, "a padding that is not that of the way back")
        spread = np.zeros((len(one.dq) - 1) * one.stride + 1)
        spread[:: one.stride] = one.dq
        return np.correlate(np.pad(spread, one.padding), one.w[::-1], "valid")

    def shifted(cells: int) -> Callable[[Pass], Array]:
        return lambda one: one.inside(
            one.by_input(starts=[at + cells for at in one.starts if at + cells >= 0])
        )

    def times_derivative(of: Callable[[Array], Array], by: Callable[[Pass], Array]) -> Any:
        return lambda one: right(one) * of(by(one))

    return (
        _slip(
            "activation-derivative",
            *(
                times_derivative(derivative, by)
                for derivative in _DERIVATIVES
                for by in (lambda one: one.x, right)
            ),
        ),
        _slip(
            "input-gradient-averaged",
            lambda one: right(one) / covered(one),
            lambda one: right(one) / one.kernel,
            lambda one: right(one) / len(one.dq),
            lambda one: right(one) / len(one.x),
        ),
        _slip(
            "gradient-repeated-for-stride",
            lambda one: one.inside(
                one.by_input(_repeated(one), starts=range(one.stride * len(one.dq)))
            ),
            lambda one: one.inside(
                one.by_input(_repeated(one) / one.stride, starts=range(one.stride * len(one.dq)))
            ),
        ),
        _slip(
            "gradient-spread-otherwise",
            *(
                lambda one, change=change: one.inside(
                    one.by_input(starts=_with_stride(change)(one))
                )
                for change in (1, -1)
            ),
        ),
        _slip(
            "padding-cut-at-one-end", cut(lambda p: p, lambda _: 0), cut(lambda _: 0, lambda p: p)
        ),
        _slip(
            "weights-left-out-of-gradient",
            passed_on,
            lambda one: one.inside(one.by_input(w=np.ones(one.kernel))),
        ),
        _slip("gradient-padded-like-input", padded_like_input),
        _slip(
            "local-derivative-alone",
            lambda one: one.w.reshape(one.shape),
            lambda one: np.full(len(one.x), one.w[0]) if not one.shape else one.w,
            lambda one: one.by_kernel(one.w) * np.ones(len(one.x)),
        ),
        _slip("bias-added-to-gradient", lambda one: right(one) + _own_bias(one)),
        _slip("windows-shifted-in-gradient", shifted(1), shifted(-1), last_resort=True),
        _slip(
            "tap-left-out",
            lambda one: one.inside(one.by_input(w=_without_tap(one, -1))),
            lambda one: one.inside(one.by_input(w=_without_tap(one, 0))),
        ),
        _slip(
            "first-window-left-out", lambda one: one.inside(one.by_input(_without_first(one.dq)))
        ),
        _slip("gradient-reversed", lambda one: one.inside(one.by_input(one.dq[::-1]))),
        _slip("gradient-left-at-zero", lambda one: np.zeros(len(one.x))),
        *_of_own_padding(_by_input_with),
    )


_DERIVATIVES: tuple[Callable[[Array], Array], ...] = (
    lambda z: z > 0,
    lambda z: 1 - np.tanh(z) ** 2,
    lambda z: (1 - np.tanh(z / 2) ** 2) / 4,
)


def _own_bias(one: Pass) -> float:
    _need(one.bias != 0, "a bias")
    return one.bias


def _without_tap(one: Pass, place: int) -> Array:
    _need(one.kernel > 1, "a kernel of several entries")
    rest = one.w.copy()
    rest[place] = 0
    return rest


def _without_first(dq: Array) -> Array:
    rest = dq.copy()
    rest[:1] = 0
    return rest


# -- the gradients by the parameters ---------------------------------------------------------------


def kernel_gradient_slips() -> tuple[Slip, ...]:
    """The slips of the gradient with respect to the kernel, or to its one weight."""

    def right(one: Pass) -> Any:
        return one.by_kernel(one.dq @ one.windows)

    def of_outputs(one: Pass) -> Any:
        """The outputs in place of the inputs."""
        _need(len(one.dq) == len(one.x), "as many outputs as inputs")
        kept = np.pad(one.outputs, one.padding)
        windows = np.array([kept[at : at + one.kernel] for at in one.starts])
        return one.by_kernel(one.dq @ windows)

    def decayed(rate: float) -> Callable[[Pass], Any]:
        return lambda one: right(one) + rate * one.w.reshape(one.shape)

    def several(value: Callable[[Pass], Any]) -> Callable[[Pass], Any]:
        """What is no mistake where there is one output."""

        def wrong(one: Pass) -> Any:
            _need(len(one.dq) > 1, "more than one output")
            return value(one)

        return wrong

    def reshaped(one: Pass) -> Any:
        """The windows read into rows of another length, where they are to be turned."""
        _need(one.kernel > 1, "a kernel of several entries")
        return one.windows.reshape(one.kernel, -1) @ one.dq

    def from_starts(cells: int) -> Callable[[Pass], Any]:
        def wrong(one: Pass) -> Any:
            wide = np.pad(one.padded, 1)
            windows = [wide[at + 1 + cells : at + 1 + cells + one.kernel] for at in one.starts]
            return one.by_kernel(one.dq @ np.array(windows))

        return wrong

    def of_activation(derivative: Callable[[Array], Array]) -> Callable[[Pass], Any]:
        return lambda one: one.by_kernel((one.dq * derivative(one.dq)) @ one.windows)

    def but_tap(place: int) -> Callable[[Pass], Any]:
        def wrong(one: Pass) -> Any:
            _need(one.kernel > 1, "a kernel of several entries")
            found = one.dq @ one.windows
            found[place] = 0
            return found

        return wrong

    return (
        _slip("output-kept-for-input", of_outputs),
        _slip(
            "kernel-gradient-not-summed",
            several(lambda one: (one.dq[:, None] * one.windows).reshape(-1, *one.shape)),
            several(lambda one: (one.dq[:, None] * one.windows).T),
        ),
        _slip(
            "products-of-sums",
            several(lambda one: one.by_kernel(one.dq.sum() * one.windows.sum(axis=0))),
            several(lambda one: one.by_kernel(one.dq.mean() * one.windows.sum(axis=0))),
            several(lambda one: one.by_kernel(one.dq.mean() * one.windows.mean(axis=0))),
        ),
        _slip("kernel-gradient-strided", _strided),
        _slip(
            "one-window-for-all",
            several(lambda one: one.by_kernel(one.dq.sum() * one.windows[-1])),
            several(lambda one: one.by_kernel(one.dq.sum() * one.windows[0])),
            several(lambda one: one.by_kernel(one.dq[-1] * one.windows.sum(axis=0))),
            several(lambda one: one.by_kernel(one.dq[0] * one.windows.sum(axis=0))),
        ),
        _slip(
            "gradient-repeated-for-stride",
            lambda one: _correlated(one.padded, _repeated(one), one.kernel),
            lambda one: _correlated(one.padded, _repeated(one) / one.stride, one.kernel),
        ),
        _slip(
            "gradient-spread-otherwise",
            *(
                lambda one, change=change: _correlated(
                    one.padded, _spread(one.dq, _with_stride(change)(one)), one.kernel
                )
                for change in (1, -1)
            ),
        ),
        _slip("windows-reshaped", reshaped),
        _slip("windows-shifted-in-gradient", from_starts(1), from_starts(-1), last_resort=True),
        _slip("weight-decay-added", *map(decayed, DECAYS)),
        _slip("activation-derivative", *map(of_activation, _DERIVATIVES)),
        _slip("tap-left-out", but_tap(-1), but_tap(0)),
        _slip(
            "local-derivative-alone",
            lambda one: one.by_kernel(one.windows.sum(axis=0)),
            lambda one: one.x,
            lambda one: one.x.mean(),
        ),
        _slip(
            "first-window-left-out",
            several(lambda one: one.by_kernel(_without_first(one.dq) @ one.windows)),
        ),
        _slip("gradient-reversed", several(lambda one: one.by_kernel(one.dq[::-1] @ one.windows))),
        _slip("gradient-left-at-zero", lambda one: np.zeros(one.shape)),
        _slip("gradient-left-at-its-start", lambda one: one.w.reshape(one.shape)),
        *_of_own_padding(_by_kernel_with),
    )


def bias_gradient_slips() -> tuple[Slip, ...]:
    """The slips of the gradient with respect to the bias."""

    def decayed(rate: float) -> Callable[[Pass], Any]:
        return lambda one: one.dq.sum() + rate * _own_bias(one)

    return (
        _slip("bias-in-every-product", lambda one: one.dq.sum() * one.kernel, last_resort=True),
        _slip("gradient-overwritten", lambda one: one.dq[-1], lambda one: one.dq[0]),
        _slip("bias-gradient-times-bias", lambda one: one.dq.sum() * _own_bias(one)),
        _slip("output-kept-for-input", lambda one: one.outputs.sum()),
        _slip(
            "products-of-sums",
            lambda one: one.dq @ one.outputs,
            lambda one: one.dq.sum() * one.outputs.sum(),
        ),
        _slip("weight-decay-added", *map(decayed, DECAYS)),
        _slip("first-window-left-out", lambda one: one.dq[1:].sum()),
        _slip("gradient-left-at-zero", lambda one: 0.0),
        *_of_own_padding(lambda one, before, after: _fitted(one, before, after).sum()),
    )


DECAYS = tuple(m * 10.0**-n for n in range(6) for m in (1, 2, 5))
"""The rates with which people add weights to their gradients: 1, 0.1, 0.02, … down to 1e-5."""


def _spread(dq: Array, starts: list[int]) -> Array:
    found = np.zeros(starts[-1] + 1)
    found[starts] = dq
    return found


# -- the gradients of a layer with another padding -------------------------------------------------


def _fitted(one: Pass, before: int, after: int) -> Array:
    """``dq`` for as many outputs as the layer with that padding has: cut off, or with zeros."""
    outputs = (len(one.x) + before + after - one.kernel) // one.stride + 1
    _need(outputs > 0, "an output")
    return np.append(one.dq, np.zeros(max(outputs - len(one.dq), 0)))[:outputs]


def _by_input_with(one: Pass, before: int, after: int) -> Array:
    dq = _fitted(one, before, after)
    geometry = Geometry(one.stride, [(before, after)])
    return conv.correlate1d_input_gradient(dq, one.w, len(one.x), geometry)


def _by_kernel_with(one: Pass, before: int, after: int) -> Any:
    dq = _fitted(one, before, after)
    geometry = Geometry(one.stride, [(before, after)])
    found = conv.correlate1d_kernel_gradient(one.x, dq, one.kernel, geometry)
    return one.by_kernel(found)


def _of_own_padding(gradient: Callable[[Pass, int, int], Any]) -> tuple[Slip, ...]:
    """What follows on the way back from the paddings that are mistaken on the way there."""

    def with_pair(pair: Pair) -> Callable[[Pass], Any]:
        def wrong(one: Pass) -> Any:
            before, after = pair(one.kernel, one.kernel, one.padding)
            _need((before, after) != (one.padding, one.padding), "another padding")
            return gradient(one, before, after)

        return wrong

    def split(place: int) -> Pair:
        def pair(kernel: int, span: int, padding: int) -> tuple[int, int]:
            found = list(halves(padding))
            _need(padding > 1 and place < len(found), "a padding that can be split")
            return found[place]

        return pair

    def resort(key: str, *pairs: Pair) -> Slip:
        return _slip(key, *map(with_pair, pairs), last_resort=True)

    return (
        resort("same-for-valid", *same_widths()),
        resort("padding-doubled", doubled),
        resort("padding-halved", *map(split, range(3))),
        resort("padding-on-one-side", lambda kernel, span, padding: (padding, 0)),
        resort("padding-on-the-right", lambda kernel, span, padding: (0, padding)),
        resort("padding-of-another-width", *map(other_width, range(1, WIDEST + 1))),
    )
