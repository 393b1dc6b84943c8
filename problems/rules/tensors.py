"""Steps that only rearrange or add: parts of a vector, vectors of parts, sums."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Rule, Slip
from problems.rules import operations
from problems.rules.wrong_gradients import cut, overwritten_together
from reference import descent, tensors

Array = NDArray[Any]

STACK = Rule(
    "stack",
    tensors.stack,
    operations=operations.none,
)

OF_STEPPED_FEATURES = (
    Slip(
        "features-stepped",
        lambda features, features_gradient, rate: descent.descent_step(
            features, features_gradient, rate
        ),
    ),
    Slip(
        "one-kernel-not-renewed",
        lambda parts, features: tensors.stack((parts[0], features[1])),
        other_ways=(lambda parts, features: tensors.stack((features[0], parts[1])),),
    ),
    Slip("features-not-renewed", lambda features: np.array(features, copy=True)),
)
"""Slips in the features after a step. They take the features before it, and their gradient."""

COMPONENT = Rule(
    "component",
    tensors.component,
    slips=(
        Slip(
            "maps-crossed",
            lambda vector, index: tensors.component(vector, 1 - index),
            last_resort=True,  # where gradients are opposite, it is a turned sign
        ),
    ),
    operations=operations.none,
)


def _cut_after_each(parts: Sequence[Array]) -> Array:
    """The sum in an array of integers, to which one part after the other is added."""
    found = cut(parts[0])
    for part in parts[1:]:
        found = cut(tensors.total((found, part)))
    return found


TOTAL = Rule(
    "total",
    tensors.total,
    slips=(
        Slip("only-first-branch", lambda parts: parts[0]),
        Slip(
            "sum-overwritten",
            lambda parts: parts[-1],
            other_ways=(
                overwritten_together(backwards=False),
                overwritten_together(backwards=True),
            ),
        ),
        Slip("gradient-times-input", lambda parts, x: tensors.total(parts) * np.asarray(x)),
        Slip("branches-averaged", lambda parts: tensors.total(parts) * Fraction(1, len(parts))),
        Slip(
            "integer-result",
            lambda parts: cut(tensors.total(parts)),
            other_ways=(
                lambda parts: tensors.total([cut(part) for part in parts]),
                _cut_after_each,
            ),
        ),
    ),
    operations=operations.of_total,
)
