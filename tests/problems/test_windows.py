"""Vectors with another padding than was asked for."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from problems.rules.windows import doubled, padded_by
from reference.geometry import Geometry
from reference.padding import pad


def padded_vector(x: Any, w: Any, bias: Any, geometry: Geometry) -> Any:
    return pad(x, geometry.padding, geometry.mode, axes=(-1,))


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("circular", [3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1]),
        ("mirror", [3, 3, 2, 1, 1, 2, 3, 3, 2, 1, 1]),
        ("reflect", [1, 2, 3, 2, 1, 2, 3, 2, 1, 2, 3]),
        ("edge", [1, 1, 1, 1, 1, 2, 3, 3, 3, 3, 3]),
        ("zero", [0, 0, 0, 0, 1, 2, 3, 0, 0, 0, 0]),
    ],
)
def test_a_vector_shorter_than_a_wrong_padding_is_copied_on_and_on(
    mode: str, expected: list[int]
) -> None:
    geometry = Geometry(padding=2, mode=mode)
    found = padded_by(padded_vector, doubled)(np.array([1, 2, 3]), np.ones(2), None, geometry)
    assert found.tolist() == expected
