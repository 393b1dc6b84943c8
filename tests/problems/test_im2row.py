"""Convolution by matrix products: the same maps and gradients as without them."""

from __future__ import annotations

import numpy as np
import pytest

from problems.catalogue import folder
from problems.drawing import draw_variant
from problems.sentences import Language
from problems.texts import render_block
from reference.convolution import (
    correlate2d,
    correlate2d_input_gradient,
    correlate2d_kernel_gradient,
)

SEEDS = range(6)


def test_the_product_is_the_cross_correlation() -> None:
    for seed in SEEDS:
        truth = draw_variant("im2row", "easy", str(seed)).working.solve()
        assert np.array_equal(truth["q"], correlate2d(truth["p"], truth["w"]))


def test_the_products_on_the_way_back_are_the_gradients() -> None:
    for seed in SEEDS:
        truth = draw_variant("im2row", "standard", str(seed)).working.solve()
        x, w, dq = truth["p"], truth["w"], truth["dq"]
        assert np.array_equal(truth["dw"], correlate2d_kernel_gradient(x, dq, len(w)))
        assert np.array_equal(truth["dp"], correlate2d_input_gradient(dq, w, x.shape))


def test_one_product_does_all_channels_and_maps() -> None:
    for seed in SEEDS:
        truth = draw_variant("im2row", "hard", str(seed)).working.solve()
        x, w = truth["p"], np.stack([truth["w1"], truth["w2"]])
        dq = truth["dQ"].reshape(2, 2, 2)
        assert np.array_equal(truth["Q"].reshape(2, 2, 2), correlate2d(x, w))
        weights = correlate2d_kernel_gradient(x, dq, 2)
        assert np.array_equal(truth["dF"].reshape(w.shape), weights)
        assert np.array_equal(truth["dp"], correlate2d_input_gradient(dq, w, x.shape[1:]))


@pytest.mark.parametrize(
    ("language", "channels"),
    [
        ("en", "over all channels"),
        ("hr", "preko svih kanala"),
        ("pl", "obejmują wszystkie kanały"),
        ("ru", "по всем каналам"),
    ],
)
def test_the_sheet_says_that_a_row_has_the_cells_of_all_channels(
    language: Language, channels: str
) -> None:
    one = draw_variant("im2row", "standard", "5").parameters
    assert channels in render_block(folder("im2row"), "statement", language, **one).text
