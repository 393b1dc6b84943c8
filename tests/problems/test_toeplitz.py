"""The matrix of a convolution: it gives the same map, and its transpose the same gradient."""

from __future__ import annotations

from typing import Any

import numpy as np

from problems.drawing import draw_variant
from problems.toeplitz import rules
from reference.convolution import correlate1d, correlate2d, correlate2d_input_gradient
from reference.geometry import Geometry

SEEDS = range(6)


def test_the_matrix_gives_the_cross_correlation() -> None:
    for seed in SEEDS:
        line = draw_variant("toeplitz", "easy", str(seed)).working.solve()
        assert np.array_equal(line["q"], correlate1d(line["p"], line["w"]))
        map_ = draw_variant("toeplitz", "standard", str(seed)).working.solve()
        assert np.array_equal(map_["q"], correlate2d(map_["p"], map_["w"]))


def test_its_transpose_gives_the_gradient_by_the_input() -> None:
    for seed in SEEDS:
        truth = draw_variant("toeplitz", "hard", str(seed)).working.solve()
        back = correlate2d_input_gradient(truth["dq"], truth["V"], (3, 4))
        assert np.array_equal(truth["dp"], back)


def test_stride_and_padding_are_in_the_matrix() -> None:
    x, w = [3, 1, -2, 5, 4], [1, 2, -1]
    matrix = rules.toeplitz(w, len(x), stride=2, padding=1)
    assert np.array_equal(matrix @ x, correlate1d(x, w, geometry=Geometry(stride=2, padding=1)))


def test_rows_that_move_by_one_only_are_wrong_where_a_line_ends() -> None:
    slip = rules.OF_MAP.slips_by_key["matrix-rows-moved-by-one"]
    inputs: dict[str, Any] = {"w": np.array([[1, 2], [3, 4]]), "height": 3, "width": 3}
    right, wrong = rules.doubly_blocked(**inputs), slip(inputs)
    assert np.array_equal(right[:2], wrong[:2])
    assert not np.array_equal(right[2:], wrong[2:])
