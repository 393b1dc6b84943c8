"""Proposals judged in plain numbers: the network and the nine mistakes of the level once more.

What is drawn has to leave each core mistake something to work out after it. To carry all of them
through the exact working takes a hundred times as long as to do so here, on lists of integers and
floats. So a proposal is judged here, unless a number is so near to where it would be judged
otherwise that rounding could decide; then it is worked out exactly.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import field
from fractions import Fraction
from functools import cache
from operator import itemgetter, mul
from typing import Any

from problems.conv2d_backprop.proposal import SIDE, Parameters, flaws, in_one_row
from problems.family import SOUND, Level
from problems.frozen import frozen

CORE = (
    "kernel-flipped",
    "kernel-transposed",
    "softmax-without-exponential",
    "one-hot-forgotten",
    "logits-gradient-sign-turned",
    "max-gradient-spread-evenly",
    "kernel-gradient-flipped",
    "kernel-not-flipped-in-gradient",
    "step-uphill",
)
"""The mistakes of every level. That the sign of the logits' gradient was turned is told always."""

_NEAR = 1e-9
"""Numbers that are no further from each other are not told apart here."""

_SHOWS = 0.02
"""Four times the tolerance of a blank: a change that shows beyond all doubt."""

Values = dict[str, list[float]]
"""The cells of what is asked, by the names of the blanks and in their order."""


class _NearCallError(Exception):
    """A number is too near to where it would be judged otherwise."""


def judge(p: Parameters, level: Level) -> str | None:
    """Why a proposal is rejected, `SOUND`, or None where it has to be worked out exactly."""
    del level  # each has the same mistakes
    try:
        return next(flaws(p), None) or next(_reasons(_Network.of(p)), SOUND)
    except _NearCallError:
        return None


def _reasons(network: _Network) -> Iterator[str]:
    """What is against a network without flaws, in the order in which the rules find it."""
    truth, maps = network.values("")
    for name, cells in zip("12", maps, strict=True):
        yield from _degenerate(name, cells)
    if any(_is_zero(cells) for cells in truth.values()):
        raise _NearCallError
    for key in CORE:
        found, _ = network.values(key)
        _require_change(found, truth)
        for name, cells in found.items():
            if cells is not truth[name] and _is_zero(cells):
                yield f"the core slip {key} leaves nothing to work out of {name}"


def _degenerate(name: str, cells: Sequence[float]) -> Iterator[str]:
    """What ReLU and the maximum must not meet in a map after the step."""
    largest, second = sorted(cells)[:-3:-1]
    if min(map(abs, cells)) < _NEAR:
        raise _NearCallError
    if not min(cells) < 0 < largest:
        yield f"ReLU all on or all off in r{name}_new"
    elif largest - second < _NEAR:
        raise _NearCallError


def _is_zero(cells: Sequence[float]) -> bool:
    """Whether there is nothing but zeros, of which whole numbers alone are certain to be some."""
    if any(abs(cell) >= _NEAR for cell in cells):
        return False
    if all(type(cell) is int for cell in cells):
        return True
    raise _NearCallError


def _require_change(found: Values, truth: Values) -> None:
    """Raises _NearCallError unless a blank has another value by far."""
    for name, cells in found.items():
        right = truth[name]
        if cells is not right and any(
            abs(a - b) > _SHOWS for a, b in zip(cells, right, strict=True)
        ):
            return
    raise _NearCallError


@frozen(eq=False)
class _Network:
    """A proposal in lists: matrices in one row, and of the input what each window meets."""

    cells: list[int]
    windows: list[tuple[int, ...]]
    places: Sequence[Sequence[int]]
    kernels: tuple[list[int], list[int]]
    weights: list[list[int]]
    target: int
    rate: float
    known: dict[tuple[str, str], Any] = field(default_factory=dict)
    """What came of each stage, by its name and the mistake that was made in it or before."""

    @classmethod
    def of(cls, p: Parameters) -> _Network:
        cells = [cell for row in p["x"] for cell in row]
        places = _places(len(p["x"]), len(p["x"][0]))
        return cls(
            cells,
            [itemgetter(*place)(cells) for place in places],
            places,
            (in_one_row(p["w1"]), in_one_row(p["w2"])),
            p["W"],
            p["y"] - 1,
            float(Fraction(p["rate"])),
        )

    def values(self, mistake: str) -> tuple[Values, list[list[float]]]:
        """What comes of the network with a mistake made throughout, and both maps after the step.

        Without one it is the truth. A list that the mistake leaves as it is is the same object.
        """
        maps, rectified, h, s = self._stage("forward", mistake)
        p, loss, ds, d_weights, dh = self._stage("features", mistake)
        dr, dq = self._stage("maps", mistake)
        dw = self._stage("kernels", mistake)
        stepped, maps_after, h_after = self._stage("step", mistake)
        found = {
            **{"q1": maps[0], "r1": rectified[0], "q2": maps[1], "r2": rectified[1]},
            **{"h": h, "s": s, "p": p, "L": loss, "ds": ds, "dW": d_weights, "dh": dh},
            **{"dr1": dr[0], "dr2": dr[1], "dq1": dq[0], "dq2": dq[1]},
            **{"dw1": dw[0], "dw2": dw[1], "dx": self._stage("input", mistake)},
            **{"w1_new": stepped[0], "w2_new": stepped[1], "h_new": h_after},
        }
        return found, maps_after

    def _stage(self, name: str, mistake: str) -> Any:
        """What comes of a stage, which a mistake that is made further on leaves as it is."""
        made = mistake if mistake in _MADE_UP_TO[name] else ""
        if (name, made) not in self.known:
            self.known[name, made] = _STAGES[name](self, made)
        return self.known[name, made]

    def forward(self, mistake: str) -> tuple[Any, ...]:
        """Both maps, these after ReLU, their maxima and the logits: lists of whole numbers."""
        maps = [self._map(kernel, mistake) for kernel in self.kernels]
        rectified = [[max(cell, 0) for cell in cells] for cells in maps]
        h = [max(cells) for cells in rectified]
        return maps, rectified, h, [_product(row, h) for row in self.weights]

    def features(self, mistake: str) -> tuple[Any, ...]:
        """Probabilities and loss, and gradients down to those that reach the features."""
        _, _, h, s = self._stage("forward", mistake)
        p = _shares(s if mistake == "softmax-without-exponential" else _exponentials(s))
        if not p[self.target] > 0:
            raise _NearCallError
        ds = p.copy()
        if mistake != "one-hot-forgotten":
            ds[self.target] -= 1
        if mistake == "logits-gradient-sign-turned":
            ds = [-cell for cell in ds]
        d_weights = [g * cell for g in ds for cell in h]
        dh = [_product(column, ds) for column in zip(*self.weights, strict=True)]
        return p, [-math.log(p[self.target])], ds, d_weights, dh

    def maps(self, mistake: str) -> tuple[Any, ...]:
        """The gradients with respect to the maps, after ReLU and before it."""
        maps, rectified, _, _ = self._stage("forward", mistake)
        *_, dh = self._stage("features", mistake)
        is_even = mistake == "max-gradient-spread-evenly"
        dr = [_to_maximum(g, cells, is_even) for g, cells in zip(dh, rectified, strict=True)]
        dq = [
            [g if cell > 0 else 0.0 for g, cell in zip(gradients, cells, strict=True)]
            for gradients, cells in zip(dr, maps, strict=True)
        ]
        return dr, dq

    def kernels_gradient(self, mistake: str) -> list[list[float]]:
        """The gradients with respect to the kernels."""
        _, dq = self._stage("maps", mistake)
        return [self._kernel_gradient(gradients, mistake) for gradients in dq]

    def input_gradient(self, mistake: str) -> list[float]:
        """The gradient with respect to the input."""
        _, dq = self._stage("maps", mistake)
        return self._input_gradient(dq, mistake)

    def step(self, mistake: str) -> tuple[Any, ...]:
        """The kernels after a step of descent, their maps, and the maxima of these."""
        dw = self._stage("kernels", mistake)
        rate = -self.rate if mistake == "step-uphill" else self.rate
        stepped = [
            [weight - rate * g for weight, g in zip(kernel, gradients, strict=True)]
            for kernel, gradients in zip(self.kernels, dw, strict=True)
        ]
        maps_after = [self._map(kernel, mistake) for kernel in stepped]
        return stepped, maps_after, [max(0.0, *cells) for cells in maps_after]

    def _map(self, kernel: Sequence[float], mistake: str) -> list[float]:
        if mistake == "kernel-flipped":
            kernel = kernel[::-1]
        elif mistake == "kernel-transposed":
            kernel = _TRANSPOSED(kernel)
        return [sum(map(mul, kernel, window)) for window in self.windows]

    def _kernel_gradient(self, gradients: Sequence[float], mistake: str) -> list[float]:
        found = [0.0] * SIDE**2
        for g, window in zip(gradients, self.windows, strict=True):
            if g:
                found = [each + g * cell for each, cell in zip(found, window, strict=True)]
        return found[::-1] if mistake == "kernel-gradient-flipped" else found

    def _input_gradient(self, dq: Sequence[Sequence[float]], mistake: str) -> list[float]:
        found = [0.0] * len(self.cells)
        for gradients, kernel in zip(dq, self.kernels, strict=True):
            taken = kernel[::-1] if mistake == "kernel-not-flipped-in-gradient" else kernel
            for g, places in zip(gradients, self.places, strict=True):
                if g:
                    for place, weight in zip(places, taken, strict=True):
                        found[place] += g * weight
        return found


_STAGES = {
    "forward": _Network.forward,
    "features": _Network.features,
    "maps": _Network.maps,
    "kernels": _Network.kernels_gradient,
    "input": _Network.input_gradient,
    "step": _Network.step,
}

_IN_MAPS = frozenset(("kernel-flipped", "kernel-transposed"))
_UP_TO_FEATURES = _IN_MAPS | {
    "softmax-without-exponential",
    "one-hot-forgotten",
    "logits-gradient-sign-turned",
}
_UP_TO_MAXIMUM = _UP_TO_FEATURES | {"max-gradient-spread-evenly"}
_UP_TO_KERNELS = _UP_TO_MAXIMUM | {"kernel-gradient-flipped"}
_MADE_UP_TO = {
    "forward": _IN_MAPS,
    "features": _UP_TO_FEATURES,
    "maps": _UP_TO_MAXIMUM,
    "kernels": _UP_TO_KERNELS,
    "input": _UP_TO_MAXIMUM | {"kernel-not-flipped-in-gradient"},
    "step": _UP_TO_KERNELS | {"step-uphill"},
}
"""The mistakes that are made in a stage or in one that comes before it."""


@cache
def _places(height: int, width: int) -> Sequence[Sequence[int]]:
    """For each window its cells, by their numbers in an input in one row."""
    kernel = [i * width + j for i in range(SIDE) for j in range(SIDE)]
    tops, lefts = range(height - SIDE + 1), range(width - SIDE + 1)
    return [[top * width + left + cell for cell in kernel] for top in tops for left in lefts]


_TRANSPOSED = itemgetter(*(i * SIDE + j for j in range(SIDE) for i in range(SIDE)))


def _product(a: Sequence[float], b: Sequence[float]) -> float:
    total: float = sum(map(mul, a, b))
    return total


def _exponentials(s: Sequence[float]) -> list[float]:
    largest = max(s)
    return [math.exp(cell - largest) for cell in s]


def _shares(numbers: Sequence[float]) -> list[float]:
    """Each number as a part of all of them. Raises _NearCallError where there is nothing of it."""
    total = sum(numbers)
    if not total > 0:
        raise _NearCallError
    return [number / total for number in numbers]


def _to_maximum(gradient: float, cells: Sequence[int], is_even: bool) -> list[float]:
    """The gradient at the first of the largest cells, or a part of it at every cell."""
    if is_even:
        return [gradient / len(cells)] * len(cells)
    found = [0.0] * len(cells)
    found[cells.index(max(cells))] = gradient
    return found
