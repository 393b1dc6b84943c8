"""Learning with a list of layers: what levels promise, the gradients by differences, the slips."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from problems.backprop_code import rules
from problems.backprop_code.family import is_telling
from problems.drawing import draw_variant
from problems.family import LEVELS, Level
from problems.probe import Check, Observation
from problems.rule import NotApplicableError

KEY = "backprop-code"
seeds = st.integers(0, 10**6).map(str)
levels = st.sampled_from(LEVELS)


@given(seeds, levels)
def test_a_variant_is_what_its_level_promises(seed: str, level: Level) -> None:
    p = draw_variant(KEY, level, seed).parameters
    assert sorted(p["order"]) == ["layers", "x", "y"]
    assert (p["batch"] is None) == (p["step"] is None) == (level == "easy")
    assert p["train"] == p["scale"] == (level == "hard")
    assert (p["decay"] > 0) + (p["momentum"] > 0) == (level == "hard")


def observations(check: Check) -> Iterator[Observation]:
    return iter(check.probe.observations)


@given(seeds, levels)
def test_a_gradient_says_how_the_loss_changes_with_its_parameter(seed: str, level: Level) -> None:
    for check in draw_variant(KEY, level, seed).stated_checks:
        for seen in observations(check):
            if seen.rule is rules.NETWORK_PARAMETER_GRADIENT and len(seen.inputs["history"]) == 1:
                by_differences = difference(seen.inputs)
                assert np.allclose(np.ravel(seen.true)[0], by_differences, atol=1e-5)


def difference(inputs: Mapping[str, Any], size: float = 1e-6) -> float:
    """How much the loss changes with the first number of a parameter."""

    def loss(change: float) -> float:
        layers = [dict(each) for each in inputs["layers"]]
        array = np.array(layers[inputs["place"]][inputs["part"]], dtype=float)
        array.flat[0] += change
        layers[inputs["place"]][inputs["part"]] = array
        return float(rules.NETWORK_LOSS({**inputs, "layers": layers}))

    return (loss(size) - loss(-size)) / (2 * size)


@given(seeds, levels)
def test_in_each_relu_something_goes_through_and_something_does_not(
    seed: str, level: Level
) -> None:
    for check in draw_variant(KEY, level, seed).stated_checks:
        for seen in observations(check):
            for call in seen.inputs["history"]:
                batches = call.get("batches", [call])
                given_ones = [each["x"] for each in batches if "x" in each]
                assert all(is_telling(seen.inputs["layers"], x) for x in given_ones)


@given(seeds, levels)
def test_a_class_is_one_of_the_outputs_of_each_layer(seed: str, level: Level) -> None:
    variant = draw_variant(KEY, level, seed)
    if variant.parameters["loss"] != "softmax":
        return
    for check in variant.stated_checks:
        for seen in observations(check):
            widths = [len(each["b"]) for each in seen.inputs["layers"] if "b" in each]
            for call in seen.inputs["history"]:
                if "y" in call:
                    assert np.max(call["y"]) < min(widths)


@pytest.mark.parametrize("level", LEVELS)
def test_every_check_but_that_of_inputs_fails_on_some_mistake(level: Level) -> None:
    for seed in "012":
        for check in draw_variant(KEY, level, seed).stated_checks:
            if not check.secondary:
                assert any(changes(key, check) for key in mistakes(check)), check.name


def mistakes(check: Check) -> set[str]:
    return {slip.key for seen in observations(check) for slip in seen.rule.slips}


def changes(key: str, check: Check) -> bool:
    for seen in observations(check):
        slip = seen.rule.slips_by_key.get(key)
        if slip is None:
            continue
        try:
            if not np.array_equal(slip(seen.inputs), seen.true):
                return True
        except NotApplicableError:
            continue
    return False


LAYER = {"kind": "affine", "w": np.array([[1.0]]), "b": np.array([0.0])}
TRAINED = {
    "layers": [LAYER],
    "history": [
        {
            "do": "train",
            "rate": 0.25,
            "batches": [
                {"x": np.array([1.0]), "y": np.array([0.0])},
                {"x": np.array([2.0]), "y": np.array([0.0])},
            ],
        }
    ],
    "loss": "half-squared",
}


@pytest.mark.parametrize(
    ("slip", "losses"),
    [
        ("loss-after-step", [0.125, 0.048828125]),  # (3/4 - 1/4)^2 / 2, (1/8 * 2 - 9/16)^2 / 2
        ("descent-before-backprop", [0.5, 0.78125]),  # right: only the last step is missing
        ("training-without-steps", [0.5, 2.0]),
        ("last-loss-alone", 0.78125),
    ],
)
def test_a_mistake_in_training_gives_the_losses_found_on_paper(slip: str, losses: Any) -> None:
    assert np.allclose(rules.NETWORK_LOSSES.slips_by_key[slip](TRAINED), losses)
