"""What training comes to: the rules, and the mistakes that people make in a step.

``training`` says how a model is trained (`reference.training`), and ``batches`` what it has been
trained on so far; ``own_gradient`` is what the program has left as the gradient of a parameter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from problems.rule import Rule, Slip, WouldFailError
from problems.rules.purity import UNCHANGED
from problems.torch_train_code.mistakes import (
    ACCURACY_SLIPS,
    LOSS_SLIPS,
    OPTION_SLIPS,
    PARAMETER_SLIPS,
    RATES_SLIPS,
    UNLIKE_FEATURES,
    other_part,
    weights_alone,
)
from reference.training import accuracy, trained_parameter, training_loss


def is_number(kind: str) -> bool:
    """Whether values of a built-in type are plain numbers."""
    return kind in ("bool", "int", "float", "complex")


def new_head(features: int, classes: int, bias: bool) -> str:
    """A fully connected layer as PyTorch prints it."""
    return f"Linear(in_features={features}, out_features={classes}, bias={bias})"


def new_scores(classes: int) -> list[int]:
    """The shape of the scores that a head makes of the features of one image."""
    return [1, classes]


def trained_names(names: Sequence[str], frozen: str) -> list[str]:
    """Which of these parameters are trained, where those in a part of the model are frozen."""
    return [name for name in names if not name.startswith(f"{frozen}.")]


def learning_rates(rate: float, factor: float, depths: Sequence[int]) -> list[float]:
    """The learning rate of each parameter: smaller by a factor for each part that comes after."""
    return [rate / factor**depth for depth in depths]


def same_for_all(each: float, count: int) -> list[float]:
    """What each of several parameters has."""
    return [each] * count


def mode_kept(training: bool) -> bool:
    """Whether a model is in training mode after it has been evaluated: if it was before."""
    return training


def _names_by(trained: Callable[..., list[bool]]) -> Callable[..., list[str]]:
    def wrong(names: Sequence[str], frozen: str, other: str) -> list[str]:
        flags = trained(names, frozen, other)
        return [name for name, own in zip(names, flags, strict=True) if own]

    return wrong


def _behind(has_bias: bool | None, *between: str) -> Callable[..., str]:
    """The old head and a layer behind it, with a bias or without, or as the old one has it."""

    def wrong(features: int, classes: int, bias: bool, before: int) -> str:
        old = new_head(features, before, bias)
        new = new_head(before, classes, bias if has_bias is None else has_bias)
        layers = enumerate((old, *between, new))
        lines = "".join(f"  ({place}): {layer}\n" for place, layer in layers)
        return f"Sequential(\n{lines})"

    return wrong


def _of_other_features(features: int, classes: int, before: int) -> list[int]:
    """The scores of a head that takes those of the old one. Raises WouldFailError."""
    if features != before:
        raise WouldFailError(features, before, words=UNLIKE_FEATURES)
    return new_scores(classes)


def _with_other_bias(names: Sequence[str], frozen: str) -> list[str]:
    """The bias of the last layer is missing, or there is one more."""
    own = trained_names(names, frozen)
    last = own[-1]
    return own[:-1] if last.endswith(".bias") else [*own, last.replace(".weight", ".bias")]


def _has_another_head(
    value: Any, names: Sequence[str], frozen: str, before: int = 0, first_weight: Any = None
) -> bool:
    """Whether all is frozen as asked, and the layers of another head are trained.

    They are a further layer beside the old head, or the old one and more in an ``nn.Sequential``,
    the first of which has ``first_weight``.
    """
    found = [str(name) for name in value] if isinstance(value, list | tuple) else []
    known = [name for name in found if name in names]
    more = [name for name in found if name not in names]
    own = trained_names(names, frozen)
    if known == own:
        return bool(more) and more == trained_names(more, frozen)
    head = names[-1].rpartition(".")[0]
    layers = {name.rpartition(".")[0] for name in more}
    is_of_several = len(layers) > 1 and f"{head}.0" in layers
    is_inside = all(layer.rpartition(".")[0] == head for layer in layers)
    is_kept = np.shape(first_weight)[:1] == (before,)
    return known == trained_names(own, head) and is_of_several and is_inside and is_kept


TRAINING_LOSS = Rule("training-loss", training_loss, slips=LOSS_SLIPS)
TRAINED = Rule("trained-parameter", trained_parameter, slips=PARAMETER_SLIPS)
KEPT = UNCHANGED.but(
    "kept-parameter",
    without=("changed-in-place",),
    also=(Slip("backbone-made-anew", lambda x: 0 * x, any_value=True),),
)
NUMBER = Rule("number-returned", is_number, slips=(Slip("loss-as-tensor", lambda: False),))
NEW_HEAD = Rule(
    "new-head",
    new_head,
    slips=(
        Slip("head-not-replaced", lambda features, bias, before: new_head(features, before, bias)),
        Slip(
            "bias-not-as-it-was",
            lambda features, classes, bias: new_head(features, classes, not bias),
        ),
        Slip(
            "head-behind-the-old-one",
            lambda classes, bias, before: new_head(before, classes, bias),
            other_ways=(lambda classes, before: new_head(before, classes, bias=True),),
        ),
        Slip(
            "old-head-kept",
            _behind(None),
            other_ways=(
                *(_behind(has_bias) for has_bias in (True, False)),
                *(_behind(has_bias, "ReLU()") for has_bias in (None, True, False)),
            ),
        ),
    ),
)
NEW_SCORES = Rule(
    "new-scores",
    new_scores,
    slips=(
        Slip("head-not-replaced", lambda before: new_scores(before)),
        Slip("head-behind-the-old-one", _of_other_features, may_fail=True),
    ),
)
TRAINED_NAMES = Rule(
    "trained-names",
    trained_names,
    slips=(
        Slip("backbone-not-frozen", lambda names: list(names)),
        Slip("head-frozen-too", lambda: []),
        Slip("another-part-frozen", _names_by(other_part)),
        Slip("weights-frozen-alone", _names_by(weights_alone)),
        Slip("bias-not-as-it-was", _with_other_bias),
    ),
    carried=_has_another_head,
)
RATES = Rule("learning-rates", learning_rates, slips=RATES_SLIPS)
OPTION = Rule("option-of-all", same_for_all, slips=OPTION_SLIPS)
ACCURACY = Rule("accuracy", accuracy, slips=ACCURACY_SLIPS)
MODE = Rule(
    "mode-kept",
    mode_kept,
    slips=(
        Slip("evaluation-left-on", lambda: False),
        Slip("training-switched-on", lambda: True),
    ),
)
