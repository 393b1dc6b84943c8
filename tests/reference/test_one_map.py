"""One kernel on one map comes out as the general way gives it, to the last bit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from random import Random
from typing import Any

import numpy as np
import pytest

from reference import one_map
from reference.convolution import (
    correlate1d,
    correlate1d_input_gradient,
    correlate1d_kernel_gradient,
    correlate2d,
    correlate2d_input_gradient,
    correlate2d_kernel_gradient,
    correlate3d,
    correlate3d_input_gradient,
    correlate3d_kernel_gradient,
)
from reference.numbers import Array

Call = tuple[Callable[..., Any], tuple[Any, ...]]

OPERATIONS = {
    1: (correlate1d, correlate1d_input_gradient, correlate1d_kernel_gradient),
    2: (correlate2d, correlate2d_input_gradient, correlate2d_kernel_gradient),
    3: (correlate3d, correlate3d_input_gradient, correlate3d_kernel_gradient),
}
NUMBERS: dict[str, Callable[[Random], Any]] = {
    "integers": lambda r: r.randint(-5, 5),
    "fractions": lambda r: Fraction(r.randint(-5, 5), r.randint(1, 6)),
    "floats": lambda r: r.uniform(-3, 3),
}


def array(chosen: Random, shape: tuple[int, ...], kind: str) -> Array:
    cells = np.empty(shape, object)
    cells.ravel()[:] = [NUMBERS[kind](chosen) for _ in range(cells.size)]
    return cells.astype(np.float64) if kind == "floats" else cells


def calls(seed: int) -> Iterator[Call]:
    """Small maps and kernels of all kinds, some of which do not fit each other."""
    chosen = Random(seed)
    for axes, (forward, back, to_kernel) in OPERATIONS.items():
        size = tuple(chosen.randint(1, 6) for _ in range(axes))
        kernel = tuple(chosen.randint(1, 4) for _ in range(axes))
        pairs = zip(size, kernel, strict=True)
        out = tuple(max(n - k + chosen.choice((1, 1, 1, 2)), 1) for n, k in pairs)
        one, other = chosen.choice(list(NUMBERS)), chosen.choice(list(NUMBERS))
        x, w, dq = array(chosen, size, one), array(chosen, kernel, other), array(chosen, out, one)
        yield from ((forward, (x, w)), (back, (dq, w, size)), (to_kernel, (x, dq, kernel)))


def outcome(call: Call) -> Any:
    """A value down to its bits, or what was raised."""
    function, arguments = call
    try:
        value = function(*arguments)
    except ValueError as error:
        return type(error), str(error)
    cells = [cell.hex() if type(cell) is float else cell for cell in value.ravel().tolist()]
    return value.dtype, value.shape, list(map(type, cells)), cells


def test_all_kinds_of_maps_and_kernels_come_out_the_same_in_both_ways(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    every = [call for seed in range(150) for call in calls(seed)]
    found = list(map(outcome, every))
    for name in one_map.__all__:
        monkeypatch.setattr(one_map, name, lambda *arguments: None)
    assert list(map(outcome, every)) == found


@pytest.mark.parametrize("places", ["_forward", "_backward"])
def test_a_kernel_that_meets_other_cells_is_noticed(
    monkeypatch: pytest.MonkeyPatch, places: str
) -> None:
    def turned(*sizes: tuple[int, ...]) -> Any:
        met = true(*sizes)
        return None if met is None else met._replace(cells=met.cells[::-1])

    every = list(calls(3))
    right = list(map(outcome, every))
    true = getattr(one_map, places)
    monkeypatch.setattr(one_map, places, turned)
    assert list(map(outcome, every)) != right


def test_what_is_large_or_does_not_fit_is_left_to_the_general_way() -> None:
    assert one_map.correlated(np.zeros(3), np.zeros(4)) is None
    assert one_map.correlated(np.zeros((40, 41)), np.zeros((3, 2))) is None
    assert one_map.input_gradient_of(np.zeros(3), np.zeros(2), (5,)) is None
    assert one_map.kernel_gradient_of(np.zeros(5), np.zeros(3), (2,)) is None
