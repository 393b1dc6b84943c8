"""The pooling layers in code: what levels promise, both passes against PyTorch, and ties."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from problems.drawing import draw_variant
from problems.family import LEVELS, Level
from problems.pooling_layer_code import backward
from problems.pooling_layer_code.family import first_window_negative
from reference.geometry import PoolWindow

KEY = "pooling-layer-code"
seeds = st.integers(0, 10**6).map(str)
levels = st.sampled_from(LEVELS)


@given(seeds, levels)
def test_a_variant_is_what_its_level_promises(seed: str, level: Level) -> None:
    p = draw_variant(KEY, level, seed).parameters
    match level:
        case "easy":
            assert len(p["kernel"]) == 1
            assert p["stride"] == p["kernel"]
            assert not p["channels"]
        case "standard":
            height, width = p["kernel"]
            assert height != width
            assert p["stride"] == p["kernel"]
            assert p["whole"] is None
        case "hard":
            assert p["stride"][0] < p["kernel"][0]  # windows overlap
            assert {p["kind"], p["whole"]} == {"max", "mean"}


@given(seeds, levels)
def test_all_that_is_expected_is_what_pytorch_gives(seed: str, level: Level) -> None:
    for check in draw_variant(KEY, level, seed).stated_checks:
        for seen in check.probe.observations:
            if seen.rule.key != "unchanged":
                expected = by_pytorch(seen.rule.key, dict(seen.inputs))
                assert np.allclose(np.asarray(seen.true, dtype=float), expected)


def by_pytorch(key: str, inputs: dict[str, Any]) -> np.ndarray:
    x = torch.tensor(np.asarray(inputs["x"], dtype=float), requires_grad=True)
    is_max = "max" in key
    if key.startswith("global"):
        q = x.amax((1, 2)) if is_max else x.mean((1, 2))
    else:
        window = inputs["kernel"], inputs["stride"]
        vector = len(inputs["kernel"]) == 1
        functions: dict[tuple[bool, bool], Callable[..., torch.Tensor]] = {
            (True, True): torch.nn.functional.max_pool1d,
            (True, False): torch.nn.functional.avg_pool1d,
            (False, True): torch.nn.functional.max_pool2d,
            (False, False): torch.nn.functional.avg_pool2d,
        }
        q = functions[vector, is_max](x[None] if vector else x, *window)
        q = q[0] if vector else q
    if key.endswith("gradient"):
        q.backward(torch.tensor(np.asarray(inputs["dq"], dtype=float)))
        assert x.grad is not None
        return x.grad.numpy()
    return q.detach().numpy()


TIED = np.array([[4, 4, 1], [0, 2, 7]])
WINDOW = PoolWindow(kernel=(2, 2), stride=(1, 1))


@pytest.mark.parametrize(
    ("gradient", "is_right"),
    [
        ([[6, 0, 0], [0, 0, 5]], True),  # the first maximum
        ([[0, 6, 0], [0, 0, 5]], True),  # the last one
        ([[3, 3, 0], [0, 0, 5]], True),
        ([[2, 4, 0], [0, 0, 5]], True),
        ([[6, 6, 0], [0, 0, 5]], False),  # to each of them
        ([[7, -1, 0], [0, 0, 5]], False),
        ([[5, 0, 0], [0, 0, 5]], False),
        ([[6, 0, 0], [0, 5, 0]], False),  # to a cell that is no maximum
        ([[6, 0], [0, 5]], False),
    ],
)
def test_a_tie_may_be_split_as_long_as_the_total_stays(gradient: Any, *, is_right: bool) -> None:
    dq = np.array([[6, 5]])
    found = np.array(gradient, dtype=float)
    assert backward.is_max_layer_gradient(found, TIED, dq, WINDOW) is is_right


def test_the_first_window_has_no_positive_cell_so_that_a_search_from_zero_shows() -> None:
    x = np.arange(1, 13).reshape(3, 4)
    found = first_window_negative(x, (2, 3))
    assert (found[:2, :3] < 0).all()
    assert np.array_equal(np.abs(found), x)
    assert (x > 0).all()
