"""Fully connected layers, forward and backward, and a step of descent."""

from __future__ import annotations

import numpy as np

from problems.rule import Rule, Slip
from problems.rules import operations
from reference import affine, descent

AFFINE = Rule(
    "affine",
    affine.affine,
    slips=(Slip("weights-transposed", lambda x, weights: np.asarray(x) @ np.asarray(weights)),),
    operations=operations.of_affine,
)

AFFINE_INPUT_GRADIENT = Rule(
    "affine-input-gradient",
    affine.affine_input_gradient,
    slips=(
        Slip("weights-not-transposed", lambda dq, weights: np.asarray(weights) @ np.asarray(dq)),
    ),
    operations=operations.of_affine,
)

AFFINE_WEIGHTS_GRADIENT = Rule(
    "affine-weights-gradient",
    affine.affine_weights_gradient,
    slips=(
        Slip(
            "weights-gradient-transposed",
            lambda x, dq: affine.affine_weights_gradient(x, dq).T,
        ),
    ),
    operations=operations.of_outer_product,
)

DESCENT_STEP = Rule(
    "descent-step",
    descent.descent_step,
    slips=(
        Slip(
            "step-uphill",
            lambda parameter, gradient, rate: descent.descent_step(parameter, gradient, -rate),
        ),
        Slip(
            "learning-rate-forgotten",
            lambda parameter, gradient: descent.descent_step(parameter, gradient, 1),
        ),
    ),
    operations=operations.of_descent,
)
