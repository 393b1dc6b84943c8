"""Mistakes in the gradients by the parameters of a layer along one axis, for vectors alone.

`problems.rules.gradients` says what the slips have in sight.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Slip
from problems.rules.gradients import (
    DECAYS,
    DERIVATIVES,
    EXCHANGED,
    Pass,
    fitted,
    need,
    of_own_padding,
    own_bias,
    repeated,
    slip_of,
    starts_with_stride,
    without_first,
)
from problems.rules.own_inputs import changed_for_bias, changed_for_kernel
from problems.rules.unpadded_gradients import slips_of_bias_gradient, slips_of_kernel_gradient
from reference import convolution as conv
from reference.geometry import Geometry

Array = NDArray[Any]


_BUT_ONE = (slice(None, -1), slice(1, None))
"""All entries but the last, or but the first."""


def kernel_gradient_slips() -> tuple[Slip, ...]:
    """The slips of the gradient with respect to the kernel, or to its one weight."""

    def right(one: Pass) -> Any:
        return one.by_kernel(one.dq @ one.windows)

    def of_outputs(one: Pass) -> Any:
        """The outputs in place of the inputs."""
        need(len(one.dq) == len(one.x), "as many outputs as inputs")
        kept = np.pad(one.outputs, one.padding)
        windows = np.array([kept[at : at + one.kernel] for at in one.starts])
        return one.by_kernel(one.dq @ windows)

    def decayed(rate: float) -> Callable[[Pass], Any]:
        return lambda one: right(one) + rate * one.w.reshape(one.shape)

    def several(value: Callable[[Pass], Any]) -> Callable[[Pass], Any]:
        """What is no mistake where there is one output."""

        def wrong(one: Pass) -> Any:
            need(len(one.dq) > 1, "more than one output")
            return value(one)

        return wrong

    def reshaped(one: Pass) -> Any:
        """The windows read into rows of another length, where they are to be turned."""
        need(one.kernel > 1, "a kernel of several entries")
        return one.windows.reshape(one.kernel, -1) @ one.dq

    def divided(one: Pass) -> Any:
        need(bool(np.all(one.windows)), "an input without zeros")
        return one.by_kernel((one.dq[:, None] / one.windows).sum(axis=0))

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
            need(one.kernel > 1, "a kernel of several entries")
            found = one.dq @ one.windows
            found[place] = 0
            return found

        return wrong

    def shorter(kept: slice) -> Callable[[Pass], Any]:
        def wrong(one: Pass) -> Any:
            need(one.kernel > 1, "a kernel of several entries")
            return (one.dq @ one.windows)[kept]

        return wrong

    return (
        slip_of("output-kept-for-input", of_outputs),
        slip_of(  # as it is where dq has been multiplied by the kernel before
            "kernel-gradient-times-kernel",
            lambda one: one.by_kernel(one.dq @ one.windows) * one.w.reshape(one.shape),
        ),
        slip_of(
            "kernel-gradient-not-summed",
            several(lambda one: (one.dq[:, None] * one.windows).reshape(-1, *one.shape)),
            several(lambda one: (one.dq[:, None] * one.windows).T),
        ),
        slip_of(
            "products-of-sums",
            several(lambda one: one.by_kernel(one.dq.sum() * one.windows.sum(axis=0))),
            several(lambda one: one.by_kernel(one.dq.mean() * one.windows.sum(axis=0))),
            several(lambda one: one.by_kernel(one.dq.mean() * one.windows.mean(axis=0))),
        ),
        slip_of("kernel-gradient-strided", _strided),
        slip_of(
            "one-window-for-all",
            several(lambda one: one.by_kernel(one.dq.sum() * one.windows[-1])),
            several(lambda one: one.by_kernel(one.dq.sum() * one.windows[0])),
            several(lambda one: one.by_kernel(one.dq[-1] * one.windows.sum(axis=0))),
            several(lambda one: one.by_kernel(one.dq[0] * one.windows.sum(axis=0))),
        ),
        slip_of(
            "gradient-repeated-for-stride",
            lambda one: _correlated(one.padded, repeated(one), one.kernel),
            lambda one: _correlated(one.padded, repeated(one) / one.stride, one.kernel),
            lambda one: _correlated(one.padded, repeated(one, of_last=1), one.kernel),
        ),
        slip_of(
            "gradient-spread-otherwise",
            *(
                lambda one, change=change: _correlated(
                    one.padded, _spread(one.dq, starts_with_stride(change)(one)), one.kernel
                )
                for change in (1, -1)
            ),
        ),
        slip_of("divided-by-what-it-is-times", divided),
        slip_of("windows-reshaped", reshaped),
        slip_of("windows-shifted-in-gradient", from_starts(1), from_starts(-1), last_resort=True),
        slip_of("weight-decay-added", *map(decayed, DECAYS)),
        slip_of("activation-derivative", *map(of_activation, DERIVATIVES)),
        slip_of("tap-left-out", but_tap(-1), but_tap(0), *map(shorter, _BUT_ONE)),
        slip_of(
            "local-derivative-alone",
            lambda one: one.by_kernel(one.windows.sum(axis=0)),
            lambda one: one.x,
            lambda one: one.x.mean(),
        ),
        slip_of(
            "first-window-left-out",
            several(lambda one: one.by_kernel(without_first(one.dq) @ one.windows)),
        ),
        slip_of(
            "gradient-reversed", several(lambda one: one.by_kernel(one.dq[::-1] @ one.windows))
        ),
        slip_of("gradient-left-at-zero", lambda one: np.zeros(one.shape)),
        slip_of("gradient-left-at-its-start", lambda one: one.w.reshape(one.shape)),
        *of_own_padding(_by_kernel_with),
        slip_of(EXCHANGED, lambda one: one.by_kernel(one.w * one.dq.sum())),
        *slips_of_kernel_gradient(slip_of),
        changed_for_kernel(),
    )


def bias_gradient_slips() -> tuple[Slip, ...]:
    """The slips of the gradient with respect to the bias."""

    def decayed(rate: float) -> Callable[[Pass], Any]:
        return lambda one: one.dq.sum() + rate * own_bias(one)

    return (
        replace(
            slip_of(
                "bias-gradient-for-each-weight",
                lambda one: one.dq.sum() * one.kernel,
                last_resort=True,
            ),
            mistake="bias-in-every-product",
        ),
        slip_of("gradient-overwritten", lambda one: one.dq[-1], lambda one: one.dq[0]),
        slip_of("bias-gradient-times-bias", lambda one: one.dq.sum() * own_bias(one)),
        slip_of("output-kept-for-input", lambda one: one.outputs.sum()),
        slip_of(
            "products-of-sums",
            lambda one: one.dq @ one.outputs,
            lambda one: one.dq.sum() * one.outputs.sum(),
        ),
        slip_of("weight-decay-added", *map(decayed, DECAYS)),
        slip_of("first-window-left-out", lambda one: one.dq[1:].sum()),
        slip_of("gradient-left-at-zero", lambda one: 0.0),
        *of_own_padding(lambda one, before, after: fitted(one, before, after).sum()),
        *slips_of_bias_gradient(slip_of),
        changed_for_bias(),
    )


def _spread(dq: Array, starts: list[int]) -> Array:
    found = np.zeros(starts[-1] + 1)
    found[starts] = dq
    return found


def _correlated(long: Array, short: Array, count: int, step: int = 1) -> Array:
    """So many products of a vector with parts of a longer one, which goes on with zeros."""
    wide = np.append(long, np.zeros(len(short) + step * count))
    return np.array([wide[step * at : step * at + len(short)] @ short for at in range(count)])


def _strided(one: Pass) -> Array:
    need(one.stride > 1, "a stride")
    return _correlated(one.padded, one.dq, one.kernel, one.stride)


def _by_kernel_with(one: Pass, before: int, after: int) -> Any:
    dq = fitted(one, before, after)
    geometry = Geometry(one.stride, [(before, after)])
    found = conv.correlate1d_kernel_gradient(one.x, dq, one.kernel, geometry)
    return one.by_kernel(found)
