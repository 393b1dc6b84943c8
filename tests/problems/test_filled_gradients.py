"""Gradients of a layer that pads with other cells than zeros, against differences of outputs."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from problems.rules.layer import layer_rules

MODES = {"edge": "edge", "mirror": "symmetric", "reflect": "reflect", "circular": "wrap"}


def forward(x: Any, w: Any, mode: Any) -> Any:
    return np.correlate(np.pad(x, 2, mode=mode), w, "valid")[::2]


@pytest.mark.parametrize("place", range(4))
def test_a_cell_gets_back_what_all_its_copies_get(place: int) -> None:
    mode = list(MODES.values())[place]
    x, w = np.array([1.0, -2, 3, 5, -8, 4]), np.array([2.0, -1, 4])
    dq = np.array([1.0, -3, 2, 5])
    slips = layer_rules(1).input_gradient.slips
    slip = next(one for one in slips if one.key == "padded-in-another-way")
    found = slip.ways[place]({"dq": dq, "w": w, "in_size": (6,), "stride": 2, "padding": 2})
    by_differences = [dq @ (forward(x + step, w, mode) - forward(x, w, mode)) for step in np.eye(6)]
    assert np.allclose(found, by_differences)
    assert slip.last_resort
