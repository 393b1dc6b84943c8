"""Crops, branches and shortcuts that cannot be are refused with their numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reference import map_shapes
from reference.errors import ShapeError


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
