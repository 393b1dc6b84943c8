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


def test_what_scikit_image_makes_of_a_vector_and_a_map_is_mirrored_at_the_ends() -> None:
    """Printed by scikit-image 0.26.0: ``resize(x, (8,))``, ``(7,)``, and ``(4, 4)`` of a map."""

    def mirrored(x: list[int], size: int) -> list[Fraction]:
        where = rules.WHERE_CELLS.slips_by_key["mirrored-beyond-ends"]
        places = where({"length": len(x), "size": size})
        return list(rules.at_places(np.array(x, dtype=object), places))

    assert mirrored([4, -8, -4, 8], 8) == [1, 1, -5, -7, -5, -1, 5, 5]
    assert [7 * n for n in mirrored([4, 8, 7, 1], 7)] == [34, 38, 54, Fraction(105, 2), 46, 22, 16]
    of_map = rules.BILINEAR_CENTRES.slips_by_key["mirrored-beyond-ends"]
    found = of_map({"x": np.array([[4, 8], [0, -4]], dtype=object), "height": 4, "width": 4})
    upper, lower = [Fraction(n, 2) for n in (7, 7, 9, 9)], [Fraction(n, 2) for n in (1, 1, -1, -1)]
    assert found.tolist() == [upper, upper, lower, lower]
