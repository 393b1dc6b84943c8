"""The ways in which data may have been copied that lead to what was found."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from problems.forms import exact
from problems.miscopied import copies
from reference.errors import ShapeError

Function = Callable[[Any], Any]

MATRIX = exact([[1, 2, 3], [4, 6, 5]])
MAPS = exact([[[1, 2], [3, 4]], [[5, 6], [7, 9]]])


def weighed(data: Any) -> Any:
    """A linear function of each cell."""
    flat = data.ravel()
    return np.array([flat[0] * 7 + flat[-1], *(flat[1:] * np.arange(3, 2 + flat.size))])


def largest(data: Any) -> Any:
    """No linear function, though it is one near by."""
    return np.array([data.max(), data[..., 0].max()])


@pytest.mark.parametrize(
    ("right", "copied", "function"),
    [
        (exact([Fraction(1, 2), 3, -2]), exact([Fraction(5, 2), 3, -2]), weighed),
        (exact([Fraction(1, 2), 3, -2]), exact([3, Fraction(1, 2), -2]), weighed),
        (exact([3, -5, -2]), exact([3, 5, 2]), weighed),
        (exact([14, 3, 12]), exact([-9, 3, 12]), largest),
        (MATRIX, MATRIX.T, weighed),
        (MATRIX, np.rot90(MATRIX), weighed),
        (MATRIX, np.rot90(MATRIX, -1), weighed),
        (MATRIX, MATRIX.T.reshape(2, 3), weighed),
        (MAPS, MAPS[::-1], weighed),
        (MAPS, np.flip(MAPS, (1, 2)), weighed),
        (MAPS, np.swapaxes(MAPS, 1, 2), weighed),
        (MAPS, np.rot90(MAPS, axes=(1, 2)), weighed),
    ],
)
def test_a_way_of_copying_is_among_those_that_may_have_led_to_its_value(
    right: Any, copied: Any, function: Function
) -> None:
    found = function(copied).astype(np.float64)
    assert any(np.array_equal(one, copied) for one in copies(right, found, function))


def test_data_are_turned_about_where_another_number_in_a_cell_makes_it_impossible() -> None:
    def only_of_these(data: Any) -> Any:
        if sorted(data.ravel()) != sorted(MATRIX.ravel()):
            raise ShapeError("other numbers")
        return data.ravel()

    copied = MATRIX[::-1]
    found = copied.ravel().astype(np.float64)
    assert any(np.array_equal(one, copied) for one in copies(MATRIX, found, only_of_these))


def test_data_as_they_stand_are_no_way_of_copying() -> None:
    right = exact([0, 7, -7])
    found = np.array([9.0, 5.0])
    assert not any(np.array_equal(one, right) for one in copies(right, found, largest))
