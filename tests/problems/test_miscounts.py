"""Whoever miscounts outputs, or weights classes by their number, is wrong on every variant.

The programs are worked out on the inputs of the checks, without running any check.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import product
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from problems.drawing import draw_variant
from problems.family import LEVELS, InCode, Level
from problems.forms import agree
from problems.layer_class.checks import standard_checks
from problems.layer_class.convolution import Convolution
from problems.probe import Check, Observation
from problems.rules.layer import layer_rules
from problems.stream import Stream
from problems.variant import Variant
from reference import convolution as conv
from reference.geometry import Geometry
from reference.padding import pad
from reference.softmax import softmax

Array = NDArray[Any]
Count = Callable[[int, int], int]
"""The number of outputs from how far the first window may move on, and the stride."""


def off_by_one(left: int, change: int) -> Count:
    """A count that is wrong by so much where so many cells are left over, -1 for all but one."""
    return lambda m, s: m // s + 1 + (change if m % s == left % s else 0)


MISCOUNTS: Mapping[str, Count] = {
    "(n + 2p - d (k - 1)) // s + 1": lambda m, s: (m + 1) // s + 1,
    "(n + 2p - d (k - 1)) // s": lambda m, s: (m + 1) // s,
    "ceil(m / s) + 1": lambda m, s: -(-m // s) + 1,
    "ceil(m / s)": lambda m, s: -(-m // s),
    "round(m / s) + 1": lambda m, s: round(m / s) + 1,
    "m // s": lambda m, s: m // s,
    "(m - 1) // s + 1": lambda m, s: (m - 1) // s + 1,
    **{
        f"{change:+} where m = {left} modulo s": off_by_one(left, change)
        for left, change in product((0, 1, -1), (1, -1))
    },
}
"""``m`` is n + 2p - d (k - 1) - 1; where these are right at all, it is without a stride."""


def outputs(seen: Observation, count: Count) -> Array:
    """What a program gives that is right but for the number of its outputs."""
    inputs = seen.inputs
    x, w = np.asarray(inputs["x"], float), np.atleast_1d(inputs["w"])
    dilation, stride = inputs.get("dilation", 1), inputs["stride"]
    padded = pad(x, inputs["padding"], inputs.get("mode", "zero"))
    movable = len(padded) - dilation * (len(w) - 1) - 1
    number = count(movable, stride)
    beyond = np.pad(padded, (0, stride * (number + 1)))
    function = conv.convolve1d if seen.rule.key == "convolve-1d" else conv.correlate1d
    geometry = Geometry(stride=stride, dilation=dilation)
    return np.asarray(function(beyond, w, inputs.get("bias"), geometry))[:number]


def observations(checks: Iterable[Check], *rules: str) -> list[Observation]:
    probes = [each for check in checks for each in (check.probe, check.probe.unseen())]
    return [o for probe in probes for o in probe.observations if o.rule.key in rules]


FORWARD = ("convolve-1d", "correlate-1d", layer_rules(1).forward.key)


def is_caught(variant: Variant, count: Count) -> bool:
    """Whether a miscount shows in the values of a check."""
    task = variant.family.task
    assert isinstance(task, InCode)
    checks = task.checks(variant.parameters, Stream(variant.seed, "checks"))
    return any(
        not agree(seen.form, outputs(seen, count), seen.true)
        for seen in observations(checks, *FORWARD)
    )


@pytest.mark.parametrize("key", ["conv1d-code", "conv1d-layer-code"])
def test_a_miscount_of_outputs_shows_on_every_variant(key: str) -> None:
    drawn: dict[str, Variant] = {}
    for level, seed in product(LEVELS, range(60)):
        variant = draw_variant(key, level, f"miscount {seed}")
        drawn.setdefault(repr(variant.parameters), variant)
    strided = [one for one in drawn.values() if one.parameters["stride"] > 1]
    assert {one.parameters["stride"] for one in strided} == {2, 3}
    assert all(not is_caught(one, lambda m, s: m // s + 1) for one in drawn.values())
    for variant, (name, count) in product(strided, MISCOUNTS.items()):
        assert is_caught(variant, count), f"{name} passes on {variant.parameters}"


@pytest.mark.parametrize("stride", range(2, 6))
def test_passes_of_a_layer_are_seen_with_cells_left_over_and_without(stride: int) -> None:
    for kernel in range(stride, 8):
        made = Convolution("L", (kernel,), stride, padding=kernel // 2)
        rules = layer_rules(1)
        for rule in (rules.forward, rules.input_gradient, rules.kernel_gradient):
            checks = standard_checks(made.kind, Stream("passes", f"{stride} {kernel}"))
            left = {
                (len(seen.inputs["x"]) + 2 * made.padding - kernel) % stride
                for seen in observations(checks, rule.key)
            }
            assert left >= {0, 1, stride - 1}


def weighted(scores: Array, y: Array) -> float:
    """The mean with weights by how rare each class is in the batch, as PyTorch takes it."""
    numbers = np.bincount(y)[y]
    each = -np.log(softmax(scores)[np.arange(len(y)), y])
    return float(np.sum(each / numbers) / np.sum(1 / numbers))


@pytest.mark.parametrize("level", LEVELS)
def test_weights_of_classes_and_one_left_out_show_in_every_loss(level: Level) -> None:
    for seed in range(4):
        variant = draw_variant("torch-model-code", level, f"weights {seed}")
        task = variant.family.task
        assert isinstance(task, InCode)
        checks = task.checks(variant.parameters, Stream(variant.seed, "checks"))
        loss = next(check for check in checks if check.name == "loss")
        batches = [seen.inputs["y"] for seen in loss.probe.observations]
        assert {0, variant.parameters["layers"][-1]["features"] - 1} <= set(np.concatenate(batches))
        for seen in loss.probe.observations:
            y = seen.inputs["y"]
            once, more = sorted(np.unique(y, return_counts=True)[1])
            assert once == 1 < more
            scores = np.random.default_rng(seed).normal(size=(len(y), 12))
            plain = -np.mean(np.log(softmax(scores)[np.arange(len(y)), y]))
            assert not agree(seen.form, weighted(scores, y), plain)


@pytest.mark.parametrize("level", LEVELS)
def test_a_number_of_images_that_is_written_into_the_loss_shows_on_every_variant(
    level: Level,
) -> None:
    for seed in range(20):
        variant = draw_variant("torch-model-code", level, f"images {seed}")
        loss = next(check for check in variant.checks if check.name == "loss")
        counts = [len(seen.inputs["y"]) for seen in loss.probe.observations]
        classes = variant.parameters["layers"][-1]["features"]
        for written in (3, classes):
            assert any(count != written for count in counts), (seed, counts, classes)
