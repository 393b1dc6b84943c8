"""Every value that the lectures publish is an answer of a published example."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from problems.variant import example_variant

PUBLISHED: dict[str, dict[str, Any]] = {
    "cnn-table@lecture": {
        "conv1_shape": (16, 24, 24),
        "conv1_params": 416,
        "conv1_rf": 5,
        "pool1_shape": (16, 12, 12),
        "pool1_params": 0,
        "pool1_rf": 6,
        "conv2_shape": (32, 8, 8),
        "conv2_params": 12832,
        "conv2_rf": 14,
        "pool2_shape": (32, 4, 4),
        "pool2_params": 0,
        "pool2_rf": 16,
        "fc1_shape": (512,),
        "fc1_params": 262656,
        "fc1_rf": 28,
        "fc2_shape": (10,),
        "fc2_params": 5130,
        "fc2_rf": 28,
    },
    "conv1d-compare@lecture": {
        "q1": [0, 0, -4, 0, 0, 0],
        "q2": [0, 0, -4, 0, 0, 0, 0],
        "q3": [0, 0, 4, 0, 0, 0],
    },
    "conv2d-backprop@lecture": {
        "dw1": [[0, 0, 0], [0, 0.5, 0], [0, 0, 0.5]],
        "dw2": [[0, 0, 0], [0, -0.5, 0], [0, 0, -0.5]],
    },
    "pooling-hand@lecture": {"v_max": [2, 4, 6]},
    "conv1d-hand@steps": {
        "q1": [2, 2, 2, 1, -1, -2, -2, -2],
        "q2": [2, 1, -2],
        "q3": [3, 1, -1, -3],
    },
    "conv1d-hand@zeros": {"q1": [-1, 0, 0, 6, 7]},
    "conv1d-hand@edge": {"q1": [-2, -1, 0, 1, 2]},
    "conv1d-hand@mirror": {"q1": [-3, -1, 0, 1, 3]},
    "conv1d-hand@circular": {"q1": [-5, -5, 0, 5, 5]},
    "conv2d-hand@small": {"q1": [[1, 2], [5, 3]]},
    "conv2d-hand@stride": {"q1": [[0, 2], [-5, 2]]},
    "conv2d-hand@slides": {"q1": [[12, 12, 17], [10, 17, 19], [9, 6, 14]]},
    "conv2d-hand@sizes": {"shape": (33, 26, 100)},
    "conv2d-hand@laboratory": {"q1": [[19, 25], [37, 43]]},
    "conv2d-hand@binary": {"q1": [[4, 3, 4], [2, 4, 3], [2, 3, 4]]},
    "separable-conv@lecture": {
        "column": [1, 2, 1],
        "row": [-1, 0, 1],
        "regular_params": 432,
        "regular_macs": 7_077_888,
        "separable_params": 75,
        "separable_macs": 1_228_800,
    },
    "relu-backprop@lecture": {"r": [[1, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 1]]},
}


@pytest.mark.parametrize("request_", PUBLISHED)
def test_what_is_published_comes_out(request_: str) -> None:
    key, _, example = request_.partition("@")
    variant = example_variant(key, example)
    asked = {each.name for each in variant.working.asked}
    for name, value in PUBLISHED[request_].items():
        assert name in asked
        true = variant.truth[name]
        if isinstance(value, tuple | int):
            assert true == value
        else:
            np.testing.assert_allclose(np.asarray(true, dtype=float), value)


def test_the_loss_of_the_two_classes_is_ln_2() -> None:
    loss = example_variant("conv2d-backprop", "lecture").truth["L"]
    assert float(loss) == pytest.approx(np.log(2))
