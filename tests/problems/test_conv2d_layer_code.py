"""The layer class along two axes: what its levels promise, and its passes against PyTorch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from problems.conv2d_layer_code.family import MOST_LOOPS, NAME, made
from problems.drawing import draw_variant
from problems.family import LEVELS, Level
from problems.probe import Read
from problems.variant import example_variant

KEY = "conv2d-layer-code"
seeds = st.integers(0, 10**6).map(str)
levels = st.sampled_from(LEVELS)


@given(seeds, levels)
def test_a_variant_is_what_its_level_promises(seed: str, level: Level) -> None:
    p = draw_variant(KEY, level, seed).parameters
    height, width = p["kernel"]
    match level:
        case "easy":
            assert (p["stride"], p["padding"], p["channels"]) == (1, 0, None)
            assert height != width
        case "standard":
            assert height == width == 2 * p["padding"] + 1
            assert p["stride"] == 1
            assert p["channels"][0] != p["channels"][1]
        case "hard":
            assert 1 < p["stride"] < min(height, width)  # windows overlap
            assert height != width
            assert p["bias"]
            assert p["few_loops"]


@given(seeds, levels)
def test_no_map_that_comes_out_is_a_square(seed: str, level: Level) -> None:
    """Whoever takes height for width gives another shape."""
    (check,) = [
        one for one in draw_variant(KEY, level, seed).stated_checks if one.name == "forward"
    ]
    for seen in check.probe.observations:
        assert seen.true.shape[-1] != seen.true.shape[-2]


@given(seeds, levels)
def test_all_that_is_expected_is_what_autograd_gives(seed: str, level: Level) -> None:
    variant = draw_variant(KEY, level, seed)
    p = variant.parameters
    for check in variant.stated_checks:
        for seen in check.probe.observations:
            if seen.rule.key == "unchanged":
                continue
            expected = by_autograd(p, seen.inputs, seen.rule.key)
            assert np.allclose(np.asarray(seen.true, dtype=float), expected)


def by_autograd(p: Mapping[str, Any], inputs: Mapping[str, Any], key: str) -> np.ndarray:
    def tensor(name: str) -> torch.Tensor:
        return torch.tensor(np.asarray(inputs[name], dtype=float), requires_grad=True)

    x, w = tensor("x"), tensor("w")
    b = None if inputs["bias"] is None else tensor("bias")
    plain = p["channels"] is None
    q = torch.nn.functional.conv2d(
        x[None, None] if plain else x[None],
        w[None, None] if plain else w,
        None if b is None else b.reshape(-1),
        stride=p["stride"],
        padding=p["padding"],
    )[0]
    q = q[0] if plain else q
    if key == "layer2d-forward":
        return q.detach().numpy()
    q.backward(torch.tensor(np.asarray(inputs["dq"], dtype=float)))
    of = {"layer2d-input-gradient": x, "layer2d-kernel-gradient": w, "layer2d-bias-gradient": b}
    found = of[key]
    assert found is not None
    assert found.grad is not None
    return found.grad.numpy()


def test_the_layers_of_the_lecture_keep_height_and_width() -> None:
    for name in ("lecture", "lecture-tensors"):
        layer = made(example_variant(KEY, name).parameters)  # type: ignore[arg-type]
        assert layer.input_shape(9)[-2:] == layer.output_shape(9)[-2:]


def test_loops_are_counted_where_matrix_products_are_asked_for() -> None:
    assert draw_variant(KEY, "standard", "1").style == ()
    rules = draw_variant(KEY, "hard", "1").style
    assert [(rule.function, rule.loops) for rule in rules] == [
        (f"{NAME}.fwd_pass", MOST_LOOPS),
        (f"{NAME}.bwd_pass", MOST_LOOPS),
    ]


@pytest.mark.parametrize("level", LEVELS)
def test_both_passes_and_all_that_a_layer_keeps_are_looked_at(level: Level) -> None:
    variant = draw_variant(KEY, level, "5")
    read = {
        step.path.rpartition(".")[2]
        for check in variant.stated_checks
        for step in check.probe.steps
        if isinstance(step, Read)
    }
    assert {"q1", "dp1", "dw"} <= read
    assert ("db" in read) == variant.parameters["bias"]
