"""What is exact stays exact; floats are float64."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
import sympy

from reference.convolution import (
    bias_gradient,
    correlate1d,
    correlate1d_kernel_gradient,
    correlate2d,
)
from reference.geometry import Geometry, PoolWindow
from reference.global_pooling import global_max, global_mean
from reference.numbers import as_numbers, same_numbers
from reference.pooling import max_pool1d, mean_pool1d, mean_pool2d
from reference.relu import relu
from reference.sizes import conv_output_size


def test_whole_numbers_do_not_overflow() -> None:
    large = np.array([2**62, 2**62], dtype=np.int64)
    assert correlate1d(large, [2, 2]).tolist() == [2**64]


def test_small_unsigned_numbers_do_not_wrap() -> None:
    assert correlate1d(np.array([3, 200], dtype=np.uint8), [1, 1]).tolist() == [203]
    assert relu(np.array([-3, 2], dtype=np.int8)).tolist() == [0, 2]


def test_a_mean_of_whole_numbers_is_not_truncated() -> None:
    assert mean_pool1d([1, 2, 5, 5], PoolWindow(2)).tolist() == [Fraction(3, 2), 5]
    assert global_mean([[1, 2], [2, 2]]) == Fraction(7, 4)


def test_a_boolean_counts_as_zero_or_one() -> None:
    assert correlate1d([True, True, False], [1, 1]).tolist() == [2, 1]


def test_numbers_of_numpy_inside_of_an_object_array_become_pythons() -> None:
    mixed = np.array([np.int8(100), Fraction(1, 2)], dtype=object)
    assert [type(value) for value in as_numbers(mixed)] == [int, Fraction]


def test_a_float_among_rationals_makes_all_of_them_float64() -> None:
    assert as_numbers([Fraction(1, 4), 0.5]).dtype == np.float64
    q = correlate1d([Fraction(1, 2), 1, 2], np.array([0.5, 0.25]))
    assert q.dtype == np.float64
    assert q.tolist() == [0.5, 1.0]


def test_short_floats_become_float64() -> None:
    assert correlate1d(np.ones(3, dtype=np.float32), [1, 1]).dtype == np.float64


def test_symbols_pass_through_linear_operations() -> None:
    a, b = sympy.symbols("a b")
    x = np.array([[a, 1, b], [0, a, 2]], dtype=object)
    q = correlate2d(x, [[1, 0], [0, Fraction(1, 2)]], bias=0)
    assert q.tolist() == [[sympy.Rational(3, 2) * a, 2]]
    assert mean_pool2d(x[:, :2], PoolWindow(2))[0, 0] == (2 * a + 1) / 4


def test_symbols_meet_floats_without_losing_their_symbols() -> None:
    (a,) = sympy.symbols("a,")
    both = same_numbers(np.array([a], dtype=object), [0.5])
    assert [x.dtype for x in both] == [object, object]


def test_exact_symbolic_numbers_have_a_maximum() -> None:
    assert global_max([sympy.exp(1), sympy.Integer(2)]) == sympy.E


def test_results_without_axes_are_plain_numbers() -> None:
    assert type(global_max([[1, 3], [2, 0]])) is int
    assert type(global_max([1.5, 0.5])) is float
    assert type(bias_gradient([[1.5, 2.0, 3.0]])) is float
    assert type(bias_gradient([[Fraction(1, 2), 1]])) is Fraction


def test_a_decimal_is_refused_rather_than_mixed() -> None:
    with pytest.raises(TypeError, match="one of the values is a Decimal"):
        as_numbers([Decimal("0.5")])


def test_a_step_may_be_larger_than_any_machine_number() -> None:
    far = Geometry(stride=10**30)
    assert correlate1d([2, 3, 5], [7, 11], geometry=far).tolist() == [47]
    wide = Geometry(dilation=10**30)
    assert correlate1d([2, 3, 5], [7], geometry=wide).tolist() == [14, 21, 35]
    gradient = correlate1d_kernel_gradient([2, 3, 5], [7], 2, geometry=far)
    assert gradient.tolist() == [14, 21]


def test_what_is_no_number_is_a_maximum_only_where_it_comes_first() -> None:
    x = [2.0, np.nan, 1.0, 5.0, np.nan, 3.0]
    inside = max_pool1d(x, PoolWindow(2))
    beyond = max_pool1d([*x, 4.0], PoolWindow(2, ceil_mode=True))
    np.testing.assert_array_equal(inside, [2, 5, np.nan])
    np.testing.assert_array_equal(beyond, [2, 5, np.nan, 4])


def test_a_size_may_be_a_number_of_numpy() -> None:
    size = conv_output_size(np.int64(7), np.int32(3))  # type: ignore[arg-type]
    assert (size, type(size)) == (5, int)
