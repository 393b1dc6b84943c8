"""Winograd's algorithm by hand: what comes out is the cross-correlation, however it is cut up."""

from __future__ import annotations

import numpy as np
import pytest

from problems.drawing import draw_variant
from problems.family import LEVELS, Level
from problems.winograd import rules
from reference.convolution import correlate1d, correlate2d

KEY = "winograd"


@pytest.mark.parametrize("level", LEVELS)
def test_the_outputs_are_those_of_a_cross_correlation(level: Level) -> None:
    for seed in range(8):
        truth = draw_variant(KEY, level, str(seed)).working.solve()
        correlate = correlate2d if level == "hard" else correlate1d
        assert np.array_equal(truth["y"], correlate(truth["d"], truth["g"]))


def test_a_half_that_is_left_out_shows_in_the_outputs() -> None:
    d, g = [1, 2, 3, -1], [2, 1, -1]
    slip = rules.KERNEL_OF_3.slips_by_key["half-forgotten"]
    wrong = rules.output_transform(rules.products(slip({"g": g}), rules.data_transform(d)))
    assert not np.array_equal(wrong, correlate1d(d, g))


def test_tiles_that_stick_out_are_counted_in_full() -> None:
    even = rules.fast_of_layer(height=4, width=4, inputs=1, outputs=1, tile=4)
    beyond = rules.fast_of_layer(height=5, width=4, inputs=1, outputs=1, tile=4)
    assert (even, beyond) == (36, 72)
