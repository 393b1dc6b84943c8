"""Data that were turned about as a whole, or had two lines exchanged, have a word for it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.marking.turned import way_copied

MATRIX = np.array([[1, 2, -3], [4, 5, 6], [7, 8, 9]])
VECTOR = np.array([3, -1, 4, 1])


@pytest.mark.parametrize(
    ("right", "taken", "way"),
    [
        (MATRIX, MATRIX[::-1, ::-1], ("half-turn", 0, 0)),
        (MATRIX, MATRIX[::-1], ("upside-down", 0, 0)),
        (MATRIX, MATRIX[:, ::-1], ("mirrored", 0, 0)),
        (MATRIX, MATRIX.T, ("transposed", 0, 0)),
        (MATRIX, np.rot90(MATRIX), ("turned-left", 0, 0)),
        (MATRIX, np.rot90(MATRIX, -1), ("turned-right", 0, 0)),
        (MATRIX, np.rot90(MATRIX, 2).T, ("other-diagonal", 0, 0)),
        (MATRIX, -MATRIX, ("negated", 0, 0)),
        (MATRIX, abs(MATRIX), ("without-signs", 0, 0)),
        (MATRIX, MATRIX[[1, 0, 2]], ("rows-exchanged", 1, 2)),
        (MATRIX, MATRIX[:, [0, 2, 1]], ("columns-exchanged", 2, 3)),
        (np.stack((MATRIX, 2 * MATRIX)), np.stack((MATRIX.T, 2 * MATRIX.T)), ("transposed", 0, 0)),
        (VECTOR, VECTOR[::-1], ("reversed", 0, 0)),
        (VECTOR, VECTOR[[0, 2, 1, 3]], ("entries-exchanged", 2, 3)),
        (MATRIX, MATRIX + 1, None),
        (MATRIX, MATRIX[[0, 0, 2]], None),
        (MATRIX[:2], MATRIX[:2].T, ("transposed", 0, 0)),
    ],
)
def test_a_turn_of_the_whole_and_an_exchange_of_two_lines_have_names(
    right: Any, taken: Any, way: tuple[str, int, int] | None
) -> None:
    assert way_copied(right, taken) == way
