"""Values of texts: what a Python value is, and numbers as they are typed."""

from __future__ import annotations

from fractions import Fraction
from math import exp, log

import numpy as np
import pytest
import sympy

from problems.formula import variable
from problems.values import (
    Number,
    Product,
    Shape,
    Tensor,
    as_number,
    as_product,
    as_shape,
    as_tensor,
    in_one_form,
    plain_number,
    value_of,
)

E = sympy.E


@pytest.mark.parametrize(
    ("given", "value"),
    [
        (7, Number(7)),
        (0.5, Number(0.5)),
        (None, Number(None)),
        (Fraction(1, 2), Number(Fraction(1, 2))),
        (np.array(5), Number(5)),
        ((3, 28, 31), Shape((3, 28, 31))),
        (Shape(("N", 3)), Shape(("N", 3))),
        (variable("n") // 2, variable("n") // 2),
    ],
)
def test_a_python_value_is_of_its_kind(given: object, value: object) -> None:
    assert value_of(given) == value


def test_lists_and_arrays_are_tensors() -> None:
    for given in ([[1, 2], [3, 4]], np.array([[1, 2], [3, 4]])):
        found = value_of(given)
        assert isinstance(found, Tensor)
        assert found.cells.tolist() == [[1, 2], [3, 4]]


@pytest.mark.parametrize("given", [True, "text", {"a": 1}])
def test_what_is_no_value_is_refused(given: object) -> None:
    with pytest.raises(TypeError, match="a number, a shape or a tensor was needed, but got"):
        value_of(given)


def test_a_filter_says_what_a_value_is() -> None:
    assert as_number("1/10") == Number(Fraction(1, 10))
    assert as_number(3) == Number(3)
    assert as_shape([3, 28]) == Shape((3, 28))
    assert as_product((3, 28)) == Product((3, 28))
    assert as_tensor(5).cells.shape == (1,)
    assert as_tensor([[1, 2]]).cells.shape == (1, 2)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (7, "7"),
        (Fraction(-1, 2), "-1/2"),
        (0.731058, "0.7311"),
        (-0.00012345, "-0.0001234"),
        (9.9996, "10"),
        (54.321987, "54.322"),
        (-123.4567, "-123.457"),
        (1000000.25, "1000000.25"),
        (1e-14, "0"),
        (2.5, "2.5"),
        (np.float64(2.5), "2.5"),
        (Fraction(100, 7), "100/7"),
        (1 / (1 + E) - 1, "-E/(1 + E)"),
        ((variable("n") - 3) // 2 * variable("k"), "(n - 3)//2*k"),
    ],
)
def test_a_decimal_has_four_digits_and_three_places_at_least(value: object, text: str) -> None:
    assert plain_number(value) == text


@pytest.mark.parametrize("size", [0.3, 7, 88, 456, 9876, 123456])
def test_a_long_expression_is_written_within_half_a_thousandth(size: float) -> None:
    text = plain_number(size + sympy.sqrt(7) * sympy.exp(2) / 3 + sympy.log(5))
    assert abs(float(text) - (size + 7**0.5 * exp(2) / 3 + log(5))) <= 0.0005


def test_a_vector_has_expressions_or_decimals_not_both() -> None:
    short, long = 1 / (1 + E), sympy.exp(17) / 987654321
    assert list(in_one_form([Fraction(1, 4), short])) == [Fraction(1, 4), short]
    mixed = in_one_form([Fraction(1, 4), short, long, 3])
    assert [type(cell) for cell in mixed] == [float, float, float, int]
