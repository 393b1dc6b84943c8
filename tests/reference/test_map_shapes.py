"""Crops, branches, shortcuts of zeros, and padding that differs on the two sides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reference import map_shapes
from reference.autograd import map_shapes as second
from reference.errors import ShapeError

WINDOW: dict[str, Any] = {"in_shape": (3, 20, 31), "channels": 5, "kernel": 4, "stride": 3}
CALLS: list[tuple[str, dict[str, Any]]] = [
    ("two_sided_shape", {**WINDOW, "before": 2, "after": 1}),
    ("two_sided_shape", {**WINDOW, "before": 0, "after": 3, "dilation": 2}),
    ("cropped_shape", {"in_shape": (4, 12, 17), "before": 3, "after": 1}),
    ("concatenated_maps", {"shapes": [(2, 5, 7), (3, 5, 7), (11, 5, 7)]}),
    ("shortcut_shape", {"in_shape": (4, 9, 14), "channels": 10, "stride": 3}),
    ("grid_shape", {"in_shape": (6, 13, 10), "size": 3}),
    ("same_pool_shape", {"in_shape": (6, 13, 10), "stride": 4}),
]


@pytest.mark.parametrize(("name", "inputs"), CALLS)
def test_both_statements_agree(name: str, inputs: dict[str, Any]) -> None:
    assert getattr(map_shapes, name)(**inputs) == getattr(second, name)(**inputs)


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: map_shapes.cropped_shape((4, 9, 7), 4, 3), "fewer than 7 cells .* but 7 were"),
        (lambda: map_shapes.concatenated_maps([]), "a map is needed"),
        (lambda: map_shapes.concatenated_maps([(1, 2, 3), (1, 2, 4)]), r"\(2, 3\) are needed"),
        (lambda: map_shapes.shortcut_shape((4, 9, 9), 3, 2), "channels behind the shortcut"),
        (lambda: map_shapes.two_sided_shape((1, 4, 9), 1, 7, 1, 1, 1), "spans 7 px .* only 6 px"),
        (lambda: map_shapes.grid_shape((1, 4, 9), 0), "the size"),
        (lambda: map_shapes.same_pool_shape((1, 4, 9), 0), "the stride"),
    ],
)
def test_what_cannot_be_is_refused_with_its_numbers(call: Callable[[], Any], told: str) -> None:
    with pytest.raises(ShapeError, match=told):
        call()
