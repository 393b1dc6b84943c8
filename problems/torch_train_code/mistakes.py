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
UNLIKE_FEATURES = ("cannot be multiplied",)
"""What PyTorch says where a layer gets another number of values than it takes."""
_DECIMALS = 9
"""Scores that differ less are those of equal images, which the order of sums has moved."""


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


def _clipped(how: str) -> Change:
    def change(training: Training) -> Training:
        if not training.get("clip"):
            raise NotApplicableError("nothing is cut")
        return {**training, how: True}

    return change


def _nothing_frozen(training: Training) -> Training:
    if 0 not in training["rates"]:
        raise NotApplicableError("nothing is to be frozen")
    return {**training, "rates": [max(training["rates"])] * len(training["rates"])}


_CHANGES: Mapping[str, Change] = {
    "zero-grad-forgotten": lambda training: {
        **training,
        "unzeroed": [bool(rate) for rate in training["rates"]],
    },
    "loss-summed-over-batch": _reduced("sum"),
    "loss-averaged-over-batch": _reduced("mean"),
    "momentum-lost": _without("momentum"),
    "clip-forgotten": _without("clip"),
    "clipped-each": _clipped("clip_each"),
    "clipped-apart": _clipped("clip_apart"),
    "backbone-not-frozen": _nothing_frozen,
}
"""What each mistake makes of the way of training."""


def _with_softmax(layers: Layers) -> Layers:
    return [*layers, {"kind": "softmax"}]


def _untouched(training: Training) -> Training:
    """No step is taken."""
    return {**training, "rates": [0] * len(training["rates"])}


def _require_gradient(own_gradient: Any) -> None:
    if own_gradient is None or not np.any(own_gradient):
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
        batches: Sequence[Any], training: Training, own_gradient: Any = None, **inputs: Any
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


# -- a frozen part ---------------------------------------------------------------------------------


def other_part(names: Sequence[str], frozen: str, other: str) -> list[bool]:
    """Whether each parameter is trained if the other part is frozen."""
    return [not name.startswith(f"{other}.") for name in names]


def weights_alone(names: Sequence[str], frozen: str, other: str) -> list[bool]:
    """Whether each parameter is trained if no bias is frozen."""
    return [not name.startswith(f"{frozen}.") or name.endswith(".bias") for name in names]


def _slips_of_parts(function: Callable[..., Any]) -> tuple[Slip, ...]:
    """Mistakes in what is frozen and in the head, as they show in the training."""

    def frozen_by(trained: Callable[..., list[bool]]) -> Callable[..., Any]:
        def wrong(
            names: Sequence[str], frozen: str, other: str, training: Training, **inputs: Any
        ) -> Any:
            rate = max(training["rates"])
            rates = [rate if own else 0 for own in trained(names, frozen, other)]
            return function(training={**training, "rates": rates}, **_taken(inputs))

        return wrong

    def other_bias(
        frozen: str, layers: Layers, arrays: Sequence[Array], training: Training, **inputs: Any
    ) -> Any:
        """The bias of the head is left out, or there is one more, which begins with zeros."""
        *before, head = layers
        rates = list(training["rates"])
        if head["bias"]:
            own, rates = arrays[:-1], rates[:-1]
        else:
            own, rates = [*arrays, np.zeros(head["features"])], [*rates, max(rates)]
        return function(
            layers=[*before, {**head, "bias": not head["bias"]}],
            arrays=own,
            training={**training, "rates": rates},
            **_taken(inputs),
        )

    def old_head_kept(layers: Layers, before: int) -> Any:
        """The old head is given what the new one has, so that what stands behind it fits no more.

        Raises WouldFailError.
        """
        raise WouldFailError(layers[-1]["features"], before, words=UNLIKE_FEATURES)

    return (
        Slip("another-part-frozen", frozen_by(other_part)),
        Slip("weights-frozen-alone", frozen_by(weights_alone)),
        Slip("bias-not-as-it-was", other_bias),
        Slip("old-head-kept", old_head_kept, may_fail=True),
    )


# -- groups of an optimizer ------------------------------------------------------------------------


_Change = Callable[[Sequence[int]], Sequence[int]]


def _exchanged(one: int, other: int) -> _Change:
    """The factors of two parts in each other's place; their number is counted from the last part.

    Raises NotApplicableError where there are no others: then all of them are the wrong way round.
    """

    def changed(depths: Sequence[int]) -> Sequence[int]:
        if max(depths) < max(one, other, 2):
            raise NotApplicableError("a third part is needed")
        of = {one: other, other: one}
        return [of.get(own, own) for own in depths]

    return changed


_DEPTHS: Mapping[str, tuple[_Change, ...]] = {
    "factor-forgotten": (lambda depths: [0] * len(depths),),
    "groups-reversed": (lambda depths: [max(depths) - own for own in depths],),
    "rates-of-two-exchanged": (_exchanged(1, 2), _exchanged(0, 1)),
    "factor-applied-twice": (lambda depths: [2 * own for own in depths],),
    "one-factor-for-all-earlier": (lambda depths: [min(own, 1) for own in depths],),
    "factor-in-every-group": (lambda depths: [own + 1 for own in depths],),
    "factor-the-wrong-way": (lambda depths: [-own for own in depths],),
}
"""How many factors each parameter gets, by the mistake, in each way in which it is made."""


def _of_depths(key: str, made: Callable[[_Change], Callable[..., Any]]) -> Slip:
    first, *others = map(made, _DEPTHS[key])
    return Slip(key, first, other_ways=tuple(others))


def _rates_by(change: _Change) -> Callable[..., list[float]]:
    def rates(rate: float, factor: float, depths: Sequence[int]) -> list[float]:
        return [rate / factor**depth for depth in change(depths)]

    return rates


def _left_out(rate: float, depths: Sequence[int]) -> list[float]:
    return [0.0 if depth else rate for depth in depths]


def _of_the_last_alone(each: float, depths: Sequence[int]) -> list[float]:
    return [0.0 if depth else each for depth in depths]


RATES_SLIPS = (
    *(_of_depths(key, _rates_by) for key in _DEPTHS),
    Slip("earlier-layers-left-out", _left_out),
)
OPTION_SLIPS = (
    Slip("option-forgotten", lambda count: [0.0] * count),
    Slip("option-of-the-last-layer-alone", _of_the_last_alone),
    Slip("earlier-layers-left-out", _of_the_last_alone, last_resort=True),
)


def _slips_of_groups(function: Callable[..., Any]) -> tuple[Slip, ...]:
    """The same mistakes, as they show in what a function of the training gives."""

    def other_rates(change: _Change) -> Callable[..., Any]:
        rates = _rates_by(change)

        def wrong(
            rate: float, factor: float, depths: Sequence[int], training: Training, **inputs: Any
        ) -> Any:
            own = {**training, "rates": rates(rate, factor, depths)}
            return function(training=own, **_taken(inputs))

        return wrong

    def left_out(rate: float, depths: Sequence[int], training: Training, **inputs: Any) -> Any:
        """What the optimizer does not have, it does not zero, but it is clipped with the rest."""
        own = {**training, "rates": _left_out(rate, depths), "unzeroed": [d > 0 for d in depths]}
        return function(training=own, **_taken(inputs))

    def option_forgotten(depths: Sequence[int], training: Training, **inputs: Any) -> Any:
        own = {**training, "momentum": 0, "decay": 0}
        return function(training=own, **_taken(inputs))

    def option_of_the_last(depths: Sequence[int], training: Training, **inputs: Any) -> Any:
        own = {
            **training,
            **{
                key: _of_the_last_alone(training[key], depths)
                for key in ("momentum", "decay")
                if key in training
            },
        }
        return function(training=own, **_taken(inputs))

    return (
        *(_of_depths(key, other_rates) for key in _DEPTHS),
        Slip("earlier-layers-left-out", left_out),
        Slip("option-forgotten", option_forgotten),
        Slip("option-of-the-last-layer-alone", option_of_the_last),
    )


PARAMETER_SLIPS = (
    *_slips(trained_parameter),
    *_slips_of_parts(trained_parameter),
    *_slips_of_groups(trained_parameter),
)
LOSS_SLIPS = (
    *_slips(training_loss),
    *_slips_of_parts(training_loss),
    *_slips_of_groups(training_loss),
    Slip("loss-after-step", _loss_after_step),
)


# -- evaluation ------------------------------------------------------------------------------------


def _eval_forgotten(
    x: Array, y: Array, layers: Layers, arrays: Sequence[Array], dropped: bool
) -> float:
    """Dropout with a probability of 1 leaves nothing but the bias of the last layer."""
    if not dropped:
        raise NotApplicableError("there is no dropout, or the model is in evaluation mode")
    nothing = [*arrays[:-2], np.zeros_like(arrays[-2]), arrays[-1]]
    return accuracy(x, y, layers, nothing)


def _over_the_batch(x: Array, y: Array, layers: Layers, arrays: Sequence[Array]) -> float:
    """The image with the largest score for each class, compared with classes of images.

    Of images that are alike it is the first, whatever the rounding of their scores.
    """
    found = np.argmax(np.round(logits(x, layers, arrays), _DECIMALS), axis=0)
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
