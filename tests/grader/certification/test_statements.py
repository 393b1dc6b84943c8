"""Whether two statements give the same: what counts as the same value."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from grader.certification.statements import same_value
from problems.forms import Reasoned


@pytest.mark.parametrize(
    ("found", "same", "other"),
    [
        ("yes", "yes", "no"),
        (Fraction(1, 3), 1 / 3, 0.3333),
        (np.array([1, Fraction(1, 2)], dtype=object), np.array([1.0, 0.5]), np.array([0.5, 1.0])),
        ((2, 3), (2, 3), (3, 2)),
        ({"kernel": (3, 5)}, {"kernel": (3, 5)}, {"kernel": (5, 3)}),
        ({"kernel": 3}, {"kernel": 3}, {"kernel": 3, "stride": 1}),
        (Reasoned("yes", "padded"), ("yes", "padded"), ("yes", "odd")),
        (Reasoned("yes", "padded"), ["yes", "padded"], ("no", "padded")),
    ],
)
def test_values_are_the_same_whatever_engine_they_come_from(
    found: Any, same: Any, other: Any
) -> None:
    assert same_value(found, same)
    assert not same_value(found, other)
