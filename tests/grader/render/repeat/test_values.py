"""Values are written whole, and are the same when they are read again."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from grader.render.repeat.values import in_source


@pytest.mark.parametrize(
    "array",
    [
        np.array([0.1, -2.5e-17, 1 / 3]),
        np.array([1.1, 2.2], dtype=np.float32),
        np.arange(3 * 4 * 5 * 2).reshape(3, 4, 5, 2),
        np.zeros((0, 3)),
        np.array([np.nan, np.inf, -np.inf]),
        np.array(7),
        np.random.default_rng(1).normal(size=(40, 30)),
        np.array([[True, False]]),
    ],
    ids=lambda array: f"{array.dtype}-{array.shape}",
)
def test_an_array_is_the_same_again(array: Any) -> None:
    again = eval(in_source(array), {"np": np})  # noqa: S307
    assert again.dtype == array.dtype
    assert again.shape == array.shape
    assert np.array_equal(again, array, equal_nan=array.dtype.kind == "f")


@pytest.mark.parametrize(
    "value",
    [
        *(1, -2.5, "a\"b'c", None, True, (1,), (), [], {}),
        [("conv", {"kernel": 3, "name": "a  b"}), ("pool", None)],
        (2, 3, [4.5, "x" * 200]),
    ],
)
def test_plain_data_are_the_same_again(value: Any) -> None:
    again = eval(in_source(value), {"np": np})  # noqa: S307
    assert again == value
    assert type(again) is type(value)


def test_exact_numbers_become_floats_where_they_are_not_whole() -> None:
    assert in_source(Fraction(4, 2)) == "2"
    assert in_source(Fraction(1, 4)) == "0.25"
    assert in_source(np.array([Fraction(1, 2), 3], dtype=object)).startswith("np.array([0.5, 3.0]")
    assert in_source(float("inf")) == "np.inf"


def test_what_is_no_value_is_refused() -> None:
    with pytest.raises(TypeError, match="a function cannot be written"):
        in_source(in_source)
