"""Models as sequences of layers: the rules of their parameters, scores, loss and gradients.

``own_shapes`` are the shapes of a student's parameters, where they are known and not as asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Rule, Slip
from problems.rules.carried_scores import (
    gradients_carried,
    loss_carried,
    scores_carried,
    tells_apart,
)
from problems.rules.losses import other_losses
from problems.rules.mistaken_layers import (
    MISTAKES,
    MISTAKES_IN_SHAPES,
    gradients_slip,
    logits_slip,
    loss_slip,
    one_size_slip,
    shapes_slip,
)
from problems.rules.mistaken_losses import gradients, slips_of_loss, value, value_of_own_scores
from problems.rules.mistaken_scores import logits_slips
from problems.rules.model_mistakes import (
    WITHOUT_ONE,
    channels_exchanged,
)
from problems.rules.model_sizes import (
    of_one_size,
    of_own_sizes,
    of_several_sizes,
    sizes_at_the_flattening,
)
from reference.model import (
    Shape,
    layer_shapes,
    logits,
    loss,
    loss_gradients,
    parameter_shapes,
)
from reference.softmax import softmax

Array = NDArray[Any]


def _of_kind(kind: str) -> Callable[..., tuple[Shape, ...]]:
    return lambda in_shape, layers: tuple(
        shape
        for layer, own, _ in layer_shapes(in_shape, layers)
        if layer["kind"] == kind
        for shape in own
    )


PARAMETER_SHAPES = Rule(
    "parameter-shapes",
    parameter_shapes,
    slips=(
        *(shapes_slip(key, mistake) for key, mistake in MISTAKES_IN_SHAPES.items()),
        Slip(
            "one-size-not-as-asked",
            lambda in_shape, layers, own_shapes: parameter_shapes(
                in_shape, of_one_size(in_shape, layers, own_shapes)
            ),
            last_resort=True,
        ),
        Slip(
            "sizes-not-as-asked",
            lambda in_shape, layers, own_shapes: parameter_shapes(
                in_shape, of_several_sizes(in_shape, layers, own_shapes)
            ),
            last_resort=True,
        ),
        channels_exchanged(),
        Slip("wrong-size-after-flattening", sizes_at_the_flattening, last_resort=True),
        Slip("layers-not-registered", lambda: (), other_ways=WITHOUT_ONE),
        Slip("convolutions-not-registered", _of_kind("affine")),
        Slip("affine-not-registered", _of_kind("conv")),
    ),
)


LOGITS = Rule(
    "logits",
    logits,
    carried=scores_carried,
    slips=(
        *(logits_slip(key, mistake) for key, mistake in MISTAKES.items()),
        Slip(
            "probabilities-for-logits",
            lambda x, layers, arrays: softmax(logits(x, layers, arrays)),
            other_ways=(lambda x, layers, arrays: softmax(logits(x, layers, arrays).T).T,),
        ),
        Slip(
            "log-probabilities-for-logits",
            lambda x, layers, arrays: np.log(softmax(logits(x, layers, arrays))),
        ),
        one_size_slip(logits),
        Slip(
            "sizes-not-as-asked",
            of_own_sizes(logits, of_several_sizes),
            last_resort=True,
        ),
        Slip("batch-size-hard-coded", logits, crashes=True),
        *logits_slips(),
    ),
)


LOSS = Rule(
    "model-loss",
    loss,
    carried=loss_carried,
    slips=(
        *(loss_slip(key, mistake) for key, mistake in MISTAKES.items()),
        *slips_of_loss(value, value_of_own_scores),
        *other_losses(tells_apart),
        one_size_slip(loss, may_fail=True),
        Slip(
            "sizes-not-as-asked",
            of_own_sizes(loss, of_several_sizes),
            last_resort=True,
            may_fail=True,
        ),
    ),
)

LOSS_GRADIENTS = Rule(
    "loss-gradients",
    loss_gradients,
    carried=gradients_carried,
    slips=(
        *(gradients_slip(key, mistake) for key, mistake in MISTAKES.items()),
        # Where the true class is next to impossible, this gradient is next to none at all.
        *(
            replace(slip, last_resort=slip.key == "logarithm-forgotten")
            for slip in slips_of_loss(gradients)
        ),
        one_size_slip(loss_gradients, may_fail=True),
        Slip(
            "sizes-not-as-asked",
            of_own_sizes(loss_gradients, of_several_sizes),
            last_resort=True,
            may_fail=True,
        ),
        Slip(
            "loss-without-gradient",
            lambda arrays: np.zeros(sum(np.size(array) for array in arrays)),
        ),
    ),
)
