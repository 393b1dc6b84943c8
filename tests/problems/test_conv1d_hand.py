"""A vector by hand: padding with a constant, and outputs that show whether work was done."""

from __future__ import annotations

import pytest

from problems.conv1d_hand import rules
from problems.conv1d_hand.family import _together, flaws, one
from problems.drawing import draw_variant
from problems.rule import NotApplicableError
from reference.errors import ShapeError


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("padding-on-one-side", [3, 3, 1, 2]),
        ("padding-on-the-right", [1, 2, 3, 3]),
        ("padding-doubled", [3, 3, 3, 3, 1, 2, 3, 3, 3, 3]),
        ("padded-with-zeros", [0, 0, 1, 2, 0, 0]),
        ("value-and-width-of-padding-swapped", [2, 2, 2, 1, 2, 2, 2, 2]),
    ],
)
def test_a_mistake_in_padding_with_a_constant_gives_what_is_expected(
    key: str, value: list[int]
) -> None:
    slip = rules.PADDED_WITH_CONSTANT.slips_by_key[key]
    assert slip({"x": [1, 2], "padding": 2, "fill": 3}).tolist() == value


def test_a_negative_constant_is_not_taken_for_a_number_of_cells() -> None:
    slip = rules.PADDED_WITH_CONSTANT.slips_by_key["value-and-width-of-padding-swapped"]
    with pytest.raises(NotApplicableError, match="so many cells"):
        slip({"x": [1, 2], "padding": 2, "fill": -1})


def test_what_cannot_be_padded_is_refused() -> None:
    with pytest.raises(ShapeError, match=r"a shape \(1, 2\) and 1 came"):
        rules.padded_with([[1, 2]], 1, 5)


def test_outputs_that_are_all_alike_make_no_good_exercise() -> None:
    map_ = one("q4", "together", padding=3, stride=2, dilation=3)
    p = {"x": [2, 6, 1, 1, 5, 0], "w": [3, -1, 1, 1], "maps": [map_]}
    assert "the outputs of the last map are all the same" in list(flaws(p))  # type: ignore[arg-type]
    for seed in range(5):
        variant = draw_variant("conv1d-hand", "hard", str(seed))
        drawn = variant.parameters
        outputs = _together(drawn["x"], drawn["w"], **drawn["maps"][-1])
        assert outputs == variant.truth["q4"].tolist()
