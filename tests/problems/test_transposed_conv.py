"""Transposed convolution by hand: it goes back to the input of a convolution, and to its size."""

from __future__ import annotations

import numpy as np
import pytest

from problems.drawing import draw_variant
from problems.transposed_conv import rules
from reference.convolution import correlate2d_input_gradient
from reference.errors import ShapeError
from reference.geometry import Geometry


def test_both_products_of_a_variant_are_equal() -> None:
    for seed in range(8):
        truth = draw_variant("transposed-conv", "standard", str(seed)).working.solve()
        assert truth["left"] == truth["right"]


def test_output_padding_gives_the_first_size_again() -> None:
    for seed in range(8):
        working = draw_variant("transposed-conv", "hard", str(seed)).working
        truth = working.solve()
        sized = working["small"]
        assert truth["back"] + truth["missing"] == sized.inputs["size"]  # type: ignore[union-attr]
        assert truth["missing"] > 0


@pytest.mark.parametrize("output_padding", [0, 1])
def test_it_is_the_gradient_of_a_convolution_by_its_input(output_padding: int) -> None:
    x, w = [[1, -2], [3, 4]], [[1, 2, 0], [0, -1, 3], [2, 0, 1]]
    found = rules.transposed(x, w, stride=2, padding=1, output_padding=output_padding)
    back = correlate2d_input_gradient(x, w, 3 + output_padding, Geometry(stride=2, padding=1))
    assert np.array_equal(found, back)


def test_a_padding_that_crops_all_is_refused() -> None:
    with pytest.raises(ShapeError, match=r"the padding \(=2\) crops all of the output"):
        rules.transposed([1], [1, 2, 3], stride=1, padding=2)


def test_parts_of_channels_that_are_averaged_are_told_as_that_and_not_as_products() -> None:
    truth = rules.ADDED({"parts": [np.array([[2, 4]]), np.array([[6, 8]])]})
    (averaged,) = (slip for slip in rules.ADDED.slips if slip.key == "channels-averaged")
    assert truth.tolist() == [[8, 12]]
    assert averaged({"parts": [np.array([[2, 4]]), np.array([[6, 8]])]}).tolist() == [[4, 6]]
