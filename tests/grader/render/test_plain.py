"""Exact values as plain data: whole numbers as numbers, other exact values as texts."""

from __future__ import annotations

import json
from fractions import Fraction

import numpy as np
import pytest
import sympy

from grader.render.plain import plain_data


@pytest.mark.parametrize(
    ("value", "data"),
    [
        (7, 7),
        (0.5, 0.5),
        (None, None),
        (True, True),
        ("zero", "zero"),
        (Fraction(1, 2), "1/2"),
        (Fraction(-6, 3), -2),
        ((16, 24, 25), [16, 24, 25]),
        (np.int64(5), 5),
        (np.array(5), 5),
        (np.array([[1, Fraction(1, 2), 3]], dtype=object), [[1, "1/2", 3]]),
        (np.array([0.5, 1.5]), [0.5, 1.5]),
        (sympy.log(2), "log(2)"),
        (sympy.Integer(-3), -3),
        (sympy.Rational(2, 3), "2/3"),
        (sympy.E / (1 + sympy.E), "E/(1 + E)"),
    ],
)
def test_a_value_becomes_plain_data(value: object, data: object) -> None:
    found = plain_data(value)
    assert (found, type(found)) == (data, type(data))
    assert json.loads(json.dumps(found)) == data
