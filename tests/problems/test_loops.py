"""Mistakes in loops over outputs give what programs with them give, each written out here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from problems.rule import Rule, WouldFailError
from problems.rules.convolution import CONVOLVE_1D, CORRELATE_1D
from problems.rules.layer import layer_rules
from reference.errors import ShapeError

Array = NDArray[Any]
X = np.array([3.0, -7, 5, 2, -4, 6, 1, -8, 9, 10, -11])
W = np.array([2.0, -1, 4])


def convolved(x: Array, w: Array, stride: int = 1, count: int | None = None) -> Array:
    """As many outputs as there are, or ``count``."""
    outputs = (len(x) - len(w)) // stride + 1 if count is None else count
    return np.array([x[stride * i :][: len(w)] @ w[::-1] for i in range(outputs)])


def one_added_first(x: Array, w: Array, stride: int) -> Array:
    return convolved(x, w, stride, (len(x) - len(w) + 1) // stride)


def below_zero(x: Array, w: Array, stride: int) -> Array:
    outputs = (len(x) - len(w)) // stride + 1
    return np.array([sum(x[stride * i - j] * w[j] for j in range(len(w))) for i in range(outputs)])


def below_zero_everywhere(x: Array, w: Array, stride: int) -> Array:
    starts = range(0, len(x), stride)
    return np.array([sum(x[i - j] * w[j] for j in range(len(w))) for i in starts])


def below_zero_centred(x: Array, w: Array, stride: int) -> Array:
    outputs, half = (len(x) - len(w)) // stride + 1, len(w) // 2
    taps = w[::-1]
    return np.array(
        [sum(x[stride * i + j - half] * taps[j] for j in range(len(w))) for i in range(outputs)]
    )


def flipped_before(x: Array, w: Array, stride: int) -> Array:
    found = []
    for i in range((len(x) - len(w)) // stride + 1):
        w = w[::-1]
        found.append(x[stride * i :][: len(w)] @ w)
    return np.array(found)


def flipped_behind(x: Array, w: Array, stride: int) -> Array:
    return flipped_before(x, w[::-1], stride)


def without_first(x: Array, w: Array, stride: int) -> Array:
    return convolved(x, w[1:], stride)


def without_last(x: Array, w: Array, stride: int) -> Array:
    return convolved(x, w[:-1], stride)


def begun_early(x: Array, w: Array, stride: int) -> Array:
    taps = w[::-1][1:]
    outputs = (len(x) - len(w)) // stride + 1
    return np.array([x[stride * i :][: len(taps)] @ taps for i in range(outputs)])


def normalised(x: Array, w: Array, stride: int) -> Array:
    return convolved(x, w / w.sum() if w.sum() else w, stride)


PROGRAMS: dict[str, tuple[str, Callable[[Array, Array, int], Array]]] = {
    "1 added before the division": ("one-added-before-division", one_added_first),
    "x[i - j] from i = 0 on": ("indices-below-zero", below_zero),
    "x[i - j] for all i": ("indices-below-zero", below_zero_everywhere),
    "x[i + j - k // 2]": ("indices-below-zero", below_zero_centred),
    "flipped before each product": ("kernel-flipped-in-every-pass", flipped_before),
    "flipped after each product": ("kernel-flipped-in-every-pass", flipped_behind),
    "kernel[1:]": ("tap-left-out", without_first),
    "kernel[:-1]": ("tap-left-out", without_last),
    "the rest of the kernel a cell too early": ("tap-left-out", begun_early),
    "kernel / kernel.sum(), if that is not 0": ("kernel-normalised", normalised),
}


def given(rule: Rule, slip: str, **inputs: Any) -> list[Array]:
    """What a slip gives in each way in which it can be made."""
    values = []
    for way in next(one for one in rule.slips if one.key == slip).ways:
        try:
            values.append(np.asarray(way({"bias": None, **inputs})))
        except (ShapeError, WouldFailError):
            continue
    return values


def are_alike(one: Array, other: Array) -> bool:
    return one.shape == other.shape and np.allclose(one, other)


@pytest.mark.parametrize("stride", [2, 3])
@pytest.mark.parametrize("name", PROGRAMS)
def test_a_slip_gives_what_a_program_with_it_gives(name: str, stride: int) -> None:
    slip, program = PROGRAMS[name]
    kernels = (W, np.array([3.0, -3]), np.array([1.0, -4, 3])) if "sum" in name else (W,)
    for w in kernels:
        values = given(CONVOLVE_1D, slip, x=X, w=w, stride=stride)
        own, right = program(X, w, stride), convolved(X, w, stride)
        is_right = are_alike(own, right)
        assert is_right or any(are_alike(own, value) for value in values)
        assert is_right or not all(are_alike(right, value) for value in values)


def test_a_kernel_that_is_flipped_in_every_pass_lies_the_other_way_in_cross_correlation() -> None:
    values = given(CORRELATE_1D, "kernel-flipped-in-every-pass", x=X, w=W)
    assert any(np.array_equal(flipped_before(X, W, 1), value) for value in values)


def test_cells_of_the_padding_at_the_end_are_not_told_from_those_before_the_beginning() -> None:
    assert len(given(CONVOLVE_1D, "indices-below-zero", x=X, w=W, padding=0)) == 3
    assert given(CONVOLVE_1D, "indices-below-zero", x=X, w=W, padding=2) == []


def test_a_kernel_of_one_entry_without_it_leaves_zeros_for_which_there_is_room_once_more() -> None:
    values = given(CONVOLVE_1D, "tap-left-out", x=X, w=W[:1], stride=2)
    assert any(np.array_equal(np.zeros(6), value) for value in values)


@pytest.mark.parametrize(
    ("count", "number"),
    [(lambda m, s: (m + 1) // s + 1, 14), (lambda m, s: -(-m // s) + 1, 13)],
)
def test_a_window_too_many_that_only_some_lengths_have_ends_in_its_error(
    count: Callable[[int, int], int], number: int
) -> None:
    """Indices that are laid out for a whole window name the first of them that is outside."""
    x = np.resize(X, number)
    m, taps = len(x) - 3, np.arange(3)
    with pytest.raises(IndexError) as caught:
        [x[3 * i + taps] for i in range(count(m, 3))]
    slip = next(one for one in CORRELATE_1D.slips if one.key == "loop-runs-over-the-end")
    failures = []
    for way in slip.ways:
        try:
            way({"x": x, "w": W, "bias": None, "stride": 3})
        except WouldFailError as failure:
            failures.append(failure)
        except ShapeError:
            continue
    assert any(all(str(n) in str(caught.value) for n in each.numbers) for each in failures)


def test_circular_cells_all_on_the_right_are_those_of_an_index_modulo_n() -> None:
    x, w, padding = X[:5], W, 3
    outputs = len(x) + 2 * padding - len(w) + 1
    own = [sum(x[(i + j) % 5] * w[j] for j in range(3)) for i in range(outputs)]
    values = given(
        CORRELATE_1D, "padding-all-on-the-right", x=x, w=w, padding=padding, mode="circular"
    )
    assert np.array_equal(own, values[0])


def test_an_input_shorter_than_the_kernel_has_the_outputs_of_the_kernel_in_the_same_mode() -> None:
    rule = layer_rules(1).forward
    x, w = X[:3], np.array([1.0, 2, -3, 4, -5])
    (value,) = given(rule, "outputs-of-the-longer-one", x=x, w=w, padding=2)
    assert np.array_equal(value, np.correlate(x, w, "same"))
    assert given(rule, "outputs-of-the-longer-one", x=X, w=w, padding=2) == []
