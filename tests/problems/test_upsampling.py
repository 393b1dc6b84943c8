"""Upsampling by hand: interpolation is PyTorch's, and a transposed convolution but for the ends."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from problems.drawing import draw_variant
from problems.upsampling import rules

SEEDS = range(6)


def test_means_of_neighbours_are_a_transposed_convolution() -> None:
    for seed in SEEDS:
        truth = draw_variant("upsampling", "easy", str(seed)).working.solve()
        assert np.array_equal(truth["a"], truth["t"])


def test_quarters_are_one_but_for_the_ends() -> None:
    for seed in SEEDS:
        truth = draw_variant("upsampling", "standard", str(seed)).working.solve()
        assert np.array_equal(truth["c"][1:-1], truth["t"][1:-1])
        assert truth["t"][0] == Fraction(3, 4) * truth["c"][0]
        assert truth["t"][-1] == Fraction(3, 4) * truth["c"][-1]


def test_places_and_parts_of_cells_are_interpolation() -> None:
    x = np.array([5, -1, 4, 2], dtype=object)
    for size in (5, 6, 8):
        corners = rules.at_places(x, rules.places_with_corners(len(x), size))
        assert np.array_equal(corners, rules.linear_corners(x, size))
        cells = rules.at_places(x, rules.places_of_cells(len(x), size))
        assert np.array_equal(cells, rules.linear_centres(x, size))
