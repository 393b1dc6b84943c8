"""What an array of the input's own type keeps."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from problems.rules.whole_numbers import is_whole, kept_as

VALUE = np.array([[1.75, -1.75], [0.25, 3.0]])


@pytest.mark.parametrize("kind", [np.int8, np.int64, np.uint8])
def test_whole_numbers_keep_no_decimals(kind: type[Any]) -> None:
    x = np.ones(3, dtype=kind)
    assert is_whole(x)
    assert kept_as(x, VALUE).tolist() == [[1, -1], [0, 3]]


@pytest.mark.parametrize("kind", [np.float32, np.float64, object, bool])
def test_others_keep_them(kind: type[Any]) -> None:
    x = np.ones(3, dtype=kind)
    assert not is_whole(x)
    assert kept_as(x, VALUE) is VALUE
