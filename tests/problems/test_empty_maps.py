"""What is computed from maps that only a mistake can make, and what is not named in them."""

from __future__ import annotations

from typing import Any

import pytest

from problems.rule import NotApplicableError, Rule
from problems.rules import costs, sizes
from problems.rules.sizes import NOT_ROUNDED
from reference.errors import ShapeError

CONV: dict[str, Any] = {"channels": 64, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1}


@pytest.mark.parametrize(
    ("rule", "inputs", "value"),
    [
        (sizes.CONV_SHAPE, {"in_shape": (48, 0, 5), **CONV}, (64, 0, 3)),
        (sizes.CONV_SHAPE, {"in_shape": (48, -1, 5), **CONV}, (64, 0, 3)),
        (sizes.POOL_SHAPE, {"in_shape": (48, 0, 7), "kernel": 3, "stride": 2}, (48, -1, 3)),
        (sizes.FLATTEN_SHAPE, {"in_shape": (64, 0, 3)}, (0,)),
        (costs.CONV_MACS, {"in_shape": (8, 2, 5), "out_shape": (4, 0, 3), "kernel": 3}, 0),
        (
            costs.CONV_MACS,
            {"in_shape": (8, 2, 5), "out_shape": (4, -1, 3), "kernel": 3, "groups": 2},
            4 * 9 * 4 * -3,
        ),
        (costs.AFFINE_PARAMETERS, {"in_shape": (0,), "features": 20}, 20),
        (costs.AFFINE_MACS, {"in_shape": (0,), "features": 20}, 0),
    ],
)
def test_the_formulas_go_on_from_an_empty_map(
    rule: Rule, inputs: dict[str, Any], value: Any
) -> None:
    assert rule(inputs) == value


def test_a_kernel_larger_than_a_map_that_has_cells_is_refused_all_the_same() -> None:
    with pytest.raises(ShapeError, match="the kernel spans 7 px but the padded input has only 4"):
        sizes.CONV_SHAPE({"in_shape": (3, 2, 9), **CONV, "kernel": 7})


@pytest.mark.parametrize(
    ("rule", "inputs"),
    [
        (sizes.FLATTEN_SHAPE, {"in_shape": (64, 0, 3)}),
        (costs.AFFINE_PARAMETERS, {"in_shape": (0,), "features": 20}),
        (costs.AFFINE_MACS, {"in_shape": (0,), "features": 20}),
        (costs.CONV_MACS, {"in_shape": (8, 2, 5), "out_shape": (4, 0, 3), "kernel": 3}),
    ],
)
def test_no_size_is_said_not_to_be_rounded_where_all_are_whole(
    rule: Rule, inputs: dict[str, Any]
) -> None:
    (slip,) = (slip for slip in rule.slips if slip.key == NOT_ROUNDED)
    with pytest.raises(NotApplicableError, match="a size is needed that is a fraction"):
        slip(inputs)
