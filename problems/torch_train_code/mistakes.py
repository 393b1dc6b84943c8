"""Mistakes in a step of training, each a wrong version of the rules of its loss and parameters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import NotApplicableError, Slip, WouldFailError
from reference.model import Layers, logits
from reference.training import accuracy, trained_parameter, training_loss

Array = NDArray[Any]
Training = Mapping[str, Any]
Change = Callable[[Training], Training]

_NO_GRAPH = ("does not require grad",)
_CHANGED_BEFORE = ("modified by an inplace operation",)


def _without(key: str) -> Change:
    """What was asked for on top of a plain step is left out."""

    def change(training: Training) -> Training:
        if not training.get(key):
            raise NotApplicableError(f"there is no {key}")
        return {**training, key: None if key == "clip" else 0}

    return change


def _reduced(wrong: str) -> Change:
    def change(training: Training) -> Training:
        if training["reduction"] == wrong:
            raise NotApplicableError(f"the {wrong} is what is asked for")
        return {**training, "reduction": wrong}

    return change


def _clipped_each(training: Training) -> Training:
    if not training.get("clip"):
        raise NotApplicableError("nothing is cut")
    return {**training, "clip_each": True}


def _nothing_frozen(training: Training) -> Training:
    return {**training, "rates": [max(training["rates"])] * len(training["rates"])}


_CHANGES: Mapping[str, Change] = {
    "zero-grad-forgotten": lambda training: {**training, "accumulated": True},
    "loss-summed-over-batch": _reduced("sum"),
    "loss-averaged-over-batch": _reduced("mean"),
    "momentum-lost": _without("momentum"),
    "clip-forgotten": _without("clip"),
    "clipped-each": _clipped_each,
    "backbone-not-frozen": _nothing_frozen,
}
"""What each mistake makes of the way of training."""


def _with_softmax(layers: Layers) -> Layers:
    return [*layers, {"kind": "softmax"}]


def _untouched(training: Training) -> Training:
    """No step is taken."""
    return {**training, "rates": [0] * len(training["rates"])}


def _require_gradient(own_gradient: Any) -> None:
    if not np.any(own_gradient):
        raise NotApplicableError("the program has left no gradient")


def _refuse_gradient(own_gradient: Any) -> None:
    if own_gradient is not None and np.any(own_gradient):
        raise NotApplicableError("the program has left a gradient")


def _slips(function: Callable[..., Any]) -> tuple[Slip, ...]:
    """The mistakes of a step, as they show in what a function of the training gives."""

    def changed(change: Change) -> Callable[..., Any]:
        def wrong(training: Training, **inputs: Any) -> Any:
            return function(training=change(training), **_taken(inputs))

        return wrong

    def backward_forgotten(training: Training, own_gradient: Any = None, **inputs: Any) -> Any:
        _refuse_gradient(own_gradient)
        return function(training=_untouched(training), **_taken(inputs))

    def step_forgotten(training: Training, own_gradient: Any, **inputs: Any) -> Any:
        _require_gradient(own_gradient)
        return function(training=_untouched(training), **_taken(inputs))

    def step_before_backward(
        batches: Sequence[Any], training: Training, own_gradient: Any, **inputs: Any
    ) -> Any:
        """What autograd needs has been changed, once there is a gradient to step along."""
        if len(batches) > 1:
            raise WouldFailError(words=_CHANGED_BEFORE)
        return step_forgotten(training, own_gradient, batches=batches, **inputs)

    def head_frozen_too(training: Training) -> Any:
        if 0 not in training["rates"]:
            raise NotApplicableError("nothing is frozen")
        raise WouldFailError(words=_NO_GRAPH)

    def with_softmax(layers: Layers, **inputs: Any) -> Any:
        return function(layers=_with_softmax(layers), **_taken(inputs))

    return (
        *(Slip(key, changed(change)) for key, change in _CHANGES.items()),
        Slip("backward-forgotten", backward_forgotten, ends_early=True),
        Slip("step-forgotten", step_forgotten, last_resort=True),
        Slip("step-before-backward", step_before_backward, may_fail=True, last_resort=True),
        Slip("head-frozen-too", head_frozen_too, may_fail=True),
        Slip("probabilities-for-logits", with_softmax),
    )


_INPUTS = ("batches", "layers", "arrays", "training", "place")


def _taken(inputs: Mapping[str, Any]) -> dict[str, Any]:
    """What the rules of training take of all that is in sight."""
    return {name: value for name, value in inputs.items() if name in _INPUTS}


def _loss_after_step(
    batches: Sequence[Any], layers: Layers, arrays: Sequence[Array], training: Training
) -> float:
    return training_loss([*batches, batches[-1]], layers, arrays, training)


PARAMETER_SLIPS = _slips(trained_parameter)
LOSS_SLIPS = (*_slips(training_loss), Slip("loss-after-step", _loss_after_step))


# -- groups of an optimizer ------------------------------------------------------------------------


def rates_slips(learning_rates: Callable[..., list[float]]) -> tuple[Slip, ...]:
    """Mistakes in the learning rates of parts of a model."""
    depths: Mapping[str, Callable[[Sequence[int]], Sequence[float]]] = {
        "factor-forgotten": lambda d: [0] * len(d),
        "groups-reversed": lambda d: [max(d) - own for own in d],
        "factor-applied-twice": lambda d: [2 * own for own in d],
        "one-factor-for-all-earlier": lambda d: [min(own, 1) for own in d],
        "factor-in-every-group": lambda d: [own + 1 for own in d],
        "factor-the-wrong-way": lambda d: [-own for own in d],
    }

    def slip(key: str) -> Slip:
        change = depths[key]
        return Slip(
            key,
            lambda rate, factor, depths: learning_rates(rate, factor, change(depths)),
        )

    def left_out(rate: float, factor: float, depths: Sequence[int]) -> list[float]:
        own = learning_rates(rate, factor, depths)
        return [0.0 if depth else each for each, depth in zip(own, depths, strict=True)]

    return (*map(slip, depths), Slip("earlier-layers-left-out", left_out))


GROUP_SLIPS = (Slip("option-forgotten", lambda count: [0.0] * count),)


# -- evaluation ------------------------------------------------------------------------------------


def _eval_forgotten(
    x: Array, y: Array, layers: Layers, arrays: Sequence[Array], drop: float
) -> float:
    """Dropout with a probability of 1 leaves nothing but the bias of the last layer."""
    if drop != 1:
        raise NotApplicableError("nobody knows what dropout leaves")
    nothing = [*arrays[:-2], np.zeros_like(arrays[-2]), arrays[-1]]
    return accuracy(x, y, layers, nothing)


def _over_the_batch(x: Array, y: Array, layers: Layers, arrays: Sequence[Array]) -> float:
    """The image with the largest score for each class, compared with classes of images."""
    found = np.argmax(logits(x, layers, arrays), axis=0)
    if len(found) != len(y):
        raise WouldFailError(len(found), len(y))
    return float(np.mean(found == y))


ACCURACY_SLIPS = (
    Slip("evaluation-forgotten", _eval_forgotten),
    Slip("accuracy-in-percent", lambda x, y, layers, arrays: 100 * accuracy(x, y, layers, arrays)),
    Slip(
        "right-ones-counted", lambda x, y, layers, arrays: len(y) * accuracy(x, y, layers, arrays)
    ),
    Slip("errors-for-accuracy", lambda x, y, layers, arrays: 1 - accuracy(x, y, layers, arrays)),
    Slip("argmax-over-batch", _over_the_batch, may_fail=True),
)
