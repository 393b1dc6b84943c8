"""The affine layer, ReLU and the loss in code: what levels promise, and PyTorch's own layers."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn import functional

from problems.affine_layer_code import rules
from problems.affine_layer_code.family import INPUTS, OUTPUTS, misread, names
from problems.affine_layer_code.loss import LARGE, batch
from problems.drawing import draw_variant
from problems.family import LEVELS, Level
from problems.probe import Call, Check, Put
from problems.stream import Stream
from problems.variant import Variant, example_variant
from reference import relu

KEY = "affine-layer-code"
seeds = st.integers(0, 10**6).map(str)
levels = st.sampled_from(LEVELS)


@given(seeds, levels)
def test_a_variant_is_what_its_level_promises(seed: str, level: Level) -> None:
    p: Any = draw_variant(KEY, level, seed).parameters
    assert p["bias"] or not p["bias_first"]
    match level:
        case "easy":
            assert names(p) == ("LayerAffine",)
        case "standard":
            assert names(p) == ("LayerAffine", "LayerReLU")
            assert p["bias"]
        case "hard":
            assert names(p) == ("LayerAffine", "LossSoftmax")
            assert p["bias"]
            assert not p["mean"]  # the loss has the factor


def test_students_get_all_ways_to_lay_weights_out_and_to_add_gradients_up() -> None:
    drawn = [draw_variant(KEY, "easy", str(seed)).parameters for seed in range(60)]
    ways = {(p["outputs_first"], p["bias"], p["bias_first"], p["mean"]) for p in drawn}
    assert len(ways) == 2 * (2 * 2 + 1)


@given(seeds, levels)
def test_all_that_is_expected_is_what_pytorch_gives(seed: str, level: Level) -> None:
    for check in draw_variant(KEY, level, seed).stated_checks:
        for seen in check.probe.observations:
            if seen.rule.key != "unchanged":
                expected = by_pytorch(seen.rule.key, dict(seen.inputs))
                assert np.allclose(np.asarray(seen.true, dtype=float), expected)


def by_pytorch(key: str, inputs: dict[str, Any]) -> Any:
    leaves = {
        name: torch.tensor(np.asarray(inputs[name], dtype=float), requires_grad=True)
        for name in ("x", "w", "bias", "s")
        if inputs.get(name) is not None
    }
    if "softmax" in key:
        classes = torch.tensor(inputs["y"])
        mean = "mean" if inputs["mean"] else "sum"
        q = functional.cross_entropy(leaves["s"], classes, reduction=mean)
        dq = torch.tensor(1.0, dtype=torch.float64)
    else:
        q = by_layer(key, inputs, leaves)
        dq = torch.tensor(np.asarray(inputs.get("dq", 0), dtype=float))
    by = {
        **{"affine-layer-input-gradient": "x", "affine-layer-weights-gradient": "w"},
        **{"affine-layer-bias-gradient": "bias", "relu-layer-gradient": "x"},
        **{"softmax-loss-gradient": "s"},
    }
    if key not in by:
        return q.detach().numpy()
    q.backward(dq)
    found = leaves[by[key]].grad
    assert found is not None
    is_mean = inputs.get("mean") and by[key] in ("w", "bias")
    return found.numpy() / (len(dq) if is_mean else 1)


def by_layer(key: str, inputs: dict[str, Any], leaves: dict[str, torch.Tensor]) -> torch.Tensor:
    if key.startswith("relu"):
        return torch.relu(leaves["x"])
    w = leaves["w"] if inputs["outputs_first"] else leaves["w"].T
    return functional.linear(leaves["x"], w, leaves.get("bias"))


@pytest.mark.parametrize("level", LEVELS)
def test_batches_inputs_and_outputs_differ_in_number(level: Level) -> None:
    """Whoever takes one for another gives another shape, or an error."""
    variant = draw_variant(KEY, level, "3")
    batches = {shape[0] for shape in shapes(variant, "p") if len(shape) == 2}
    assert 1 in batches
    assert len(batches) > 2
    assert not batches & {INPUTS, OUTPUTS}
    assert INPUTS != OUTPUTS


def shapes(variant: Variant, letter: str) -> set[tuple[int, ...]]:
    return {
        np.shape(step.value)
        for check in variant.stated_checks
        for step in check.probe.steps
        if isinstance(step, Put) and step.name.startswith(letter)
    }


def check_of(level: Level, name: str) -> Check:
    (found,) = [one for one in draw_variant(KEY, level, "1").stated_checks if one.name == name]
    return found


def test_relu_gets_a_zero_of_each_sign() -> None:
    (check,) = [
        one
        for one in draw_variant(KEY, "standard", "1").stated_checks
        if one.name == "relu-at-zero"
    ]
    x = check.probe.observations[0].inputs["x"]
    assert np.signbit(x[x == 0]).tolist() == [False, True]
    dq = check.probe.observations[1].inputs["dq"]
    assert (dq > 0).all()
    assert (relu.relu_gradient(x, dq)[x == 0] == 0).all()


def test_a_loss_gets_logits_whose_exponentials_overflow_and_whose_probabilities_vanish() -> None:
    (check,) = [
        one
        for one in draw_variant(KEY, "hard", "1").stated_checks
        if one.name == "loss-large-logits"
    ]
    first, _, last = check.probe.observations
    with np.errstate(over="ignore"):
        assert np.isinf(np.exp(first.inputs["s"])).all()
    assert LARGE / 3 < last.true < np.inf


@given(seeds, st.integers(2, 12), st.integers(3, 7))
def test_the_classes_of_a_batch_are_not_all_the_same(seed: str, number: int, classes: int) -> None:
    s, y = batch(Stream(seed, "test"), number, classes)
    assert s.shape == (number, classes)
    assert len(set(y.tolist())) == min(number, classes)


@pytest.mark.parametrize("level", LEVELS)
def test_the_arguments_come_in_the_order_of_the_sheet(level: Level) -> None:
    variant = draw_variant(KEY, level, "3")
    made = [
        step
        for check in variant.stated_checks
        for step in check.probe.steps
        if isinstance(step, Call) and step.function == "LayerAffine"
    ]
    p = variant.parameters
    order = ["b", "w"] if p["bias_first"] else ["w", "b"] if p["bias"] else ["w"]
    assert [[name[0] for name in step.arguments] for step in made] == [order] * len(made)


def test_who_turns_the_weights_is_right_for_the_sheet_that_has_them_so() -> None:
    p: Any = draw_variant(KEY, "easy", "1").parameters
    ((other,),) = misread(p).values()
    assert other == {**p, "outputs_first": not p["outputs_first"]}


def test_the_lecture_divides_the_product_by_the_size_of_the_batch() -> None:
    p = example_variant(KEY, "lecture").parameters
    g, x = np.array([[2.0, 0.0], [4.0, 6.0]]), np.array([[1.0, 2.0, 3.0], [3.0, 1.0, 0.0]])
    found = rules.affine_layer_weights_gradient(x, g, p["outputs_first"], p["mean"])
    assert np.array_equal(found, g.T @ x / 2)
