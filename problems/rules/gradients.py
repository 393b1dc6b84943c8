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
from problems.rules.own_inputs import changed_for_input
from problems.rules.unpadded_gradients import slips_of_input_gradient
from problems.rules.windows import WIDEST, doubled, halves, other_width, same_pairs, same_widths
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


def truncated_as_added(
    x: Array,
    dq: Array,
    w: Array,
    bias: Any,
    w_shape: tuple[int, ...],
    stride: int,
    padding: int,
) -> Array:
    """The gradient by whole numbers in an array of their type, which cuts each sum off."""
    seen = {"x": x, "dq": dq, "w": w, "bias": bias, "w_shape": w_shape}
    one = Pass({**seen, "stride": stride, "padding": padding})
    need(np.asarray(x).dtype.kind in "iu", "an input of whole numbers")
    found = np.zeros(len(one.padded))
    for at, share in zip(one.starts, one.dq, strict=True):
        window = slice(at, at + one.kernel)
        found[window] = np.trunc(found[window] + share * one.w)
    return one.inside(found)


def slip_of(
    key: str,
    *ways: Callable[[Pass], Any],
    last_resort: bool = False,
    may_fail: bool = False,
) -> Slip:
    """The slip of what is made of a pass back, in one way or several."""

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
    left_out = frozenset({"dq"} if key == _WITHOUT_DQ else ())
    return Slip(
        key,
        first,
        other_ways=tuple(others),
        last_resort=last_resort,
        may_fail=may_fail,
        leaves_out=left_out,
    )


_WITHOUT_DQ = "local-derivative-alone"


def need(holds: bool, what: str) -> None:
    """Raises ShapeError where a mistake cannot be made."""
    if not holds:
        raise ShapeError(f"{what} is needed")


# -- spreading dq for the stride -------------------------------------------------------------------


def starts_with_stride(change: int) -> Callable[[Pass], list[int]]:
    """The starts of windows that a layer with another stride would have."""

    def starts(one: Pass) -> list[int]:
        need(one.stride > 1 and one.stride + change > 1, "another stride")
        return [(one.stride + change) * number for number in range(len(one.dq))]

    return starts


def repeated(one: Pass, of_last: int | None = None) -> Array:
    """``dq`` with each value as often as the stride says, the last one so often as ``of_last``.

    Raises ShapeError if the stride is 1.
    """
    need(one.stride > 1, "a stride")
    times = one.stride if of_last is None else of_last
    return np.append(np.repeat(one.dq[:-1], one.stride), np.repeat(one.dq[-1:], times))


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
            need(one.padding > 0, "a padding")
            whole = one.by_input()
            return whole[before(one.padding) : len(whole) - after(one.padding)]

        return wrong

    def cut_by(before: int, after: int) -> Callable[[Pass], Array]:
        """More or fewer cells cut off than the padding has."""

        def wrong(one: Pass) -> Array:
            first, last = one.padding + before, one.padding + after
            need(min(first, last) >= 0, "a padding")
            whole = one.by_input()
            return whole[first : len(whole) - last]

        return wrong

    def passed_on(one: Pass) -> Array:
        need(len(one.dq) == len(one.x), "as many outputs as inputs")
        return one.dq

    def padded_like_input(one: Pass) -> Array:
        """The flipped kernel on ``dq``, spread for the stride, with the padding of the input."""
        beside = one.kernel - 1 - one.padding
        need(beside > 0 and beside != one.padding, "a padding that is not that of the way back")
        spread = np.zeros((len(one.dq) - 1) * one.stride + 1)
        spread[:: one.stride] = one.dq
        return np.correlate(np.pad(spread, one.padding), one.w[::-1], "valid")

    def divided(one: Pass) -> Array:
        need(bool(np.all(one.w)), "a kernel without zeros")
        return one.inside(one.by_input(w=1 / one.w))

    def shifted(cells: int) -> Callable[[Pass], Array]:
        return lambda one: one.inside(
            one.by_input(starts=[at + cells for at in one.starts if at + cells >= 0])
        )

    def times_derivative(of: Callable[[Array], Array], by: Callable[[Pass], Array]) -> Any:
        return lambda one: right(one) * of(by(one))

    def stepped(rate: float) -> Callable[[Pass], Array]:
        """With weights from which a step of descent has been taken."""
        return lambda one: one.inside(one.by_input(w=one.w - rate * (one.dq @ one.windows)))

    return (
        slip_of(
            "activation-derivative",
            *(
                times_derivative(derivative, by)
                for derivative in DERIVATIVES
                for by in (lambda one: one.x, right)
            ),
        ),
        slip_of(
            "input-gradient-averaged",
            lambda one: right(one) / covered(one),
            lambda one: right(one) / one.kernel,
            lambda one: right(one) / len(one.dq),
            lambda one: right(one) / len(one.x),
        ),
        slip_of(
            "gradient-repeated-for-stride",
            lambda one: one.inside(
                one.by_input(repeated(one), starts=range(one.stride * len(one.dq)))
            ),
            lambda one: one.inside(
                one.by_input(repeated(one) / one.stride, starts=range(one.stride * len(one.dq)))
            ),
            lambda one: one.inside(
                one.by_input(repeated(one, of_last=1), starts=range(one.stride * len(one.dq)))
            ),
        ),
        slip_of(
            "gradient-spread-otherwise",
            *(
                lambda one, change=change: one.inside(
                    one.by_input(starts=starts_with_stride(change)(one))
                )
                for change in (1, -1)
            ),
        ),
        slip_of(
            "padding-cut-at-one-end", cut(lambda p: p, lambda _: 0), cut(lambda _: 0, lambda p: p)
        ),
        slip_of("other-cells-cut-off", *(cut_by(*more) for more in _CUTS), last_resort=True),
        slip_of(
            "weights-left-out-of-gradient",
            passed_on,
            lambda one: one.inside(one.by_input(w=np.ones(one.kernel))),
        ),
        slip_of("divided-by-what-it-is-times", divided),
        slip_of("gradient-padded-like-input", padded_like_input),
        slip_of(
            "local-derivative-alone",
            lambda one: one.w.reshape(one.shape),
            lambda one: np.full(len(one.x), one.w[0]) if not one.shape else one.w,
            lambda one: one.by_kernel(one.w) * np.ones(len(one.x)),
        ),
        slip_of("bias-added-to-gradient", lambda one: right(one) + own_bias(one)),
        slip_of("windows-shifted-in-gradient", shifted(1), shifted(-1), last_resort=True),
        slip_of(
            "tap-left-out",
            lambda one: one.inside(one.by_input(w=_without_tap(one, -1))),
            lambda one: one.inside(one.by_input(w=_without_tap(one, 0))),
        ),
        slip_of(
            "first-window-left-out", lambda one: one.inside(one.by_input(without_first(one.dq)))
        ),
        slip_of("step-before-gradient", *map(stepped, DECAYS)),
        slip_of("gradient-reversed", lambda one: one.inside(one.by_input(one.dq[::-1]))),
        slip_of("gradient-left-at-zero", lambda one: np.zeros(len(one.x))),
        *of_own_padding(_by_input_with),
        # of an incoming gradient that is divided by its length, which shows in all of them
        slip_of("gradient-averaged", lambda one: right(one) / len(one.dq), last_resort=True),
        slip_of(EXCHANGED, lambda one: one.inside(_windows_laid(one))),
        *slips_of_input_gradient(slip_of),
        *changed_for_input(),
    )


_CUTS = ((0, 1), (1, 0), (1, 1), (0, -1), (-1, 0), (-1, -1), (1, -1), (-1, 1), (0, 2), (2, 0))
"""By how many cells more than the padding has a gradient is cut off, before and after."""
DECAYS = tuple(m * 10.0**-n for n in range(6) for m in (1, 2, 5))
"""The rates that people write: 1, 2, 5, 0.1, 0.2, … down to 1e-5."""
DERIVATIVES: tuple[Callable[[Array], Array], ...] = (
    lambda z: z > 0,
    lambda z: 1 - np.tanh(z) ** 2,
    lambda z: (1 - np.tanh(z / 2) ** 2) / 4,
)


def own_bias(one: Pass) -> float:
    """The bias. Raises ShapeError where there is none."""
    need(one.bias != 0, "a bias")
    return one.bias


def _without_tap(one: Pass, place: int) -> Array:
    need(one.kernel > 1, "a kernel of several entries")
    rest = one.w.copy()
    rest[place] = 0
    return rest


def without_first(dq: Array) -> Array:
    """``dq`` with 0 for the first output."""
    rest = dq.copy()
    rest[:1] = 0
    return rest


# -- the gradients of a layer with another padding -------------------------------------------------


def fitted(one: Pass, before: int, after: int) -> Array:
    """``dq`` for as many outputs as the layer with that padding has: cut off, or with zeros."""
    outputs = (len(one.x) + before + after - one.kernel) // one.stride + 1
    need(outputs > 0, "an output")
    return np.append(one.dq, np.zeros(max(outputs - len(one.dq), 0)))[:outputs]


EXCHANGED = "gradient-factors-exchanged"
"""The windows in the place of the kernel in one gradient, and the kernel in theirs in the other."""


def _windows_laid(one: Pass) -> Array:
    """Each window times its share of dq, in its own place."""
    found = np.zeros(len(one.padded))
    for at, share, window in zip(one.starts, one.dq, one.windows, strict=True):
        found[at : at + one.kernel] += share * window
    return found


def _by_input_with(one: Pass, before: int, after: int) -> Array:
    dq = fitted(one, before, after)
    geometry = Geometry(one.stride, [(before, after)])
    return conv.correlate1d_input_gradient(dq, one.w, len(one.x), geometry)


def of_own_padding(gradient: Callable[[Pass, int, int], Any]) -> tuple[Slip, ...]:
    """What follows on the way back from the paddings that are mistaken on the way there."""

    def with_pair(pair: Pair) -> Callable[[Pass], Any]:
        def wrong(one: Pass) -> Any:
            before, after = pair(one.kernel, one.kernel, one.padding)
            need((before, after) != (one.padding, one.padding), "another padding")
            return gradient(one, before, after)

        return wrong

    def split(place: int) -> Pair:
        def pair(kernel: int, span: int, padding: int) -> tuple[int, int]:
            found = list(halves(padding))
            need(padding > 1 and place < len(found), "a padding that can be split")
            return found[place]

        return pair

    def resort(key: str, *pairs: Pair) -> Slip:
        return slip_of(key, *map(with_pair, pairs), last_resort=True)

    return (
        resort("same-for-valid", *same_widths(), *same_pairs()),
        resort("padding-doubled", doubled),
        resort("padding-halved", *map(split, range(3))),
        resort("padding-on-one-side", lambda kernel, span, padding: (padding, 0)),
        resort("padding-on-the-right", lambda kernel, span, padding: (0, padding)),
        resort("padding-of-another-width", *map(other_width, range(1, WIDEST + 1))),
    )
