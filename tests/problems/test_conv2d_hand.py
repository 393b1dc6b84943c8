"""Convolution of maps by hand: padding on one side, and numbers of their own for each axis."""

from __future__ import annotations

from typing import Any

from problems.conv2d_hand import rules
from problems.drawing import draw_variant
from problems.forms import exact
from problems.variant import example_variant

SIZES: dict[str, Any] = {
    "in_shape": (16, 50, 100),
    "channels": 33,
    "kernels": (3, 5),
    "strides": (2, 1),
    "pads": (4, 2),
    "gaps": (3, 1),
}


def test_the_lecture_is_wrong_in_one_cell_of_its_example_with_padding() -> None:
    truth = example_variant("conv2d-hand", "below").truth["q1"]
    assert truth.tolist() == [[1, 2, 5], [5, 3, 2], [0, 2, 0]]  # it prints 4 for the last 2


def test_a_padding_on_one_side_is_told_from_the_other_and_from_both() -> None:
    x = exact([[1, 2], [3, 4]])
    slips = rules.PADDED_AFTER.slips_by_key
    one_side = {"x": x, "before": 0, "after": 1}
    assert rules.pad_map(x, 0, 1).tolist() == [[1, 2, 0], [3, 4, 0], [0, 0, 0]]
    elsewhere = slips["padding-on-the-wrong-side"](one_side)
    assert elsewhere.tolist() == [[0, 0, 0], [0, 1, 2], [0, 3, 4]]
    assert slips["padding-on-all-sides"](one_side).shape == (4, 4)


def test_each_axis_has_its_own_numbers() -> None:
    assert rules.rectangular_shape(**SIZES) == (33, 26, 100)
    swapped = rules.RECTANGULAR_SHAPE.slips_by_key["numbers-of-axes-swapped"](SIZES)
    assert swapped == (33, 50, 51)  # 50 + 4 - 5 + 1, and (100 + 8 - 6 - 1) // 2 + 1


def test_kernels_of_the_upper_level_are_not_square() -> None:
    kernel = draw_variant("conv2d-hand", "hard", "0").parameters["w"][0][0]
    assert len(kernel) != len(kernel[0])
