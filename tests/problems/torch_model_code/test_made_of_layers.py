"""Scores that do not depend on the layers carry nothing, whatever is made of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from problems.drawing import draw_variant
from problems.family import LEVELS, Level
from problems.probe import LoadParameters, Put
from problems.rules.model import LOGITS, LOSS, LOSS_GRADIENTS
from problems.variant import Variant, example_variant
from reference.model import Layers, logits, loss_gradients
from reference.softmax import cross_entropy

Array = NDArray[Any]
KEY = "torch-model-code"


class Asked:
    """What a sheet asks for, and what the check of the scores asks at its end."""

    def __init__(self, variant: Variant) -> None:
        self.layers: Layers = variant.parameters["layers"]
        check = next(each for each in variant.checks if each.name == "fwd")
        steps = check.probe.steps
        loading = [step for step in steps if isinstance(step, LoadParameters)]
        self.own = [s.arrays for s in loading if s.path == "other" and not s.forward]
        (loaded, *_) = loading
        self.arrays: Sequence[Array] = loaded.arrays
        *_, images = (s.value for s in steps if isinstance(s, Put))
        self.x: Array = images

    def by_layer(self, model: Any) -> tuple[Array, ...]:
        """The scores of a model that takes images and parameters, as the check asks for them."""
        return tuple(model(self.x, own) for own in self.own)


def asked(level: Level, seed: str) -> Asked:
    return Asked(draw_variant(KEY, level, seed))


@pytest.mark.parametrize("level", LEVELS)
def test_every_layer_of_a_right_model_matters(level: Level) -> None:
    for seed in map(str, range(6)):
        sheet = asked(level, seed)
        without, *by_layer = sheet.by_layer(lambda x, own, s=sheet: logits(x, s.layers, own))
        assert len(by_layer) == sum(each["kind"] in ("conv", "affine") for each in sheet.layers)
        changes = [float(np.ptp(each - without)) for each in by_layer]
        assert min(changes) > 0.01, (seed, changes)


def test_the_model_of_the_lecture_is_made_of_layers() -> None:
    sheet = Asked(example_variant(KEY, "lecture"))
    without, *by_layer = sheet.by_layer(lambda x, own: logits(x, sheet.layers, own))
    assert min(float(np.ptp(each - without)) for each in by_layer) > 0.01


def _sum_of(own: Sequence[Array]) -> float:
    return float(sum(np.sum(each) for each in own))


def _carried(sheet: Asked, scores: Any) -> tuple[bool, bool, bool]:
    """Whether scores, loss and gradients of a program are carried; of scores by layer, if given."""
    x, layers, arrays = sheet.x, sheet.layers, sheet.arrays
    y = np.zeros(len(x), dtype=int)
    own = scores(x, arrays)
    seen = {
        "x": x,
        "y": y,
        "layers": layers,
        "arrays": arrays,
        "own_scores": own,
        "own_together": own,
        "first": 0,
        "scores_by_layer": sheet.by_layer(scores),
    }
    return (
        LOGITS.is_carried(own, seen),
        LOSS.is_carried(cross_entropy(own, y), seen),
        LOSS_GRADIENTS.is_carried(loss_gradients(x, y, layers, arrays), seen),
    )


def test_scores_that_are_made_of_the_images_alone_carry_nothing() -> None:
    sheet = asked("standard", "1")
    count = sheet.layers[-1]["features"]

    def crop(x: Array, own: Sequence[Array]) -> Array:
        return x.reshape(len(x), -1)[:, :count]

    assert _carried(sheet, crop) == (False, False, False)
    assert _carried(sheet, lambda x, own: crop(x, own) + _sum_of(own)) == (False, False, False)


def test_scores_that_all_layers_or_all_images_change_alike_carry_nothing() -> None:
    sheet = asked("standard", "1")
    count = sheet.layers[-1]["features"]

    def times_their_sum(x: Array, own: Sequence[Array]) -> Array:
        return np.asarray(x.reshape(len(x), -1)[:, :count] * _sum_of(own))

    def mean_times_each_sum(x: Array, own: Sequence[Array]) -> Array:
        sums = np.resize([float(np.sum(each)) for each in own], count)
        return np.outer(x.reshape(len(x), -1).mean(axis=1), sums)

    assert _carried(sheet, times_their_sum) == (False, False, False)
    assert _carried(sheet, mean_times_each_sum) == (False, False, False)


def test_scores_that_one_layer_of_several_makes_carry_nothing() -> None:
    sheet = asked("standard", "1")
    weights, *_ = (each for each in reversed(sheet.arrays) if each.ndim == 2)

    def last_alone(x: Array, own: Sequence[Array]) -> Array:
        of_last = next(
            (each for each in own if each.shape == weights.shape), np.ones(weights.shape)
        )
        return np.asarray(x.reshape(len(x), -1)[:, : weights.shape[1]] @ of_last.T)

    assert _carried(sheet, last_alone) == (False, False, False)


def test_scores_of_a_model_with_a_mistake_of_its_own_are_carried() -> None:
    sheet = asked("standard", "1")
    assert _carried(sheet, lambda x, own: 1.1 * logits(x, sheet.layers, own)) == (True, True, True)
