"""Softmax and the negative log-likelihood, with the gradient by the logits."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Rule, Slip
from problems.rules import degenerate, operations
from problems.rules.symbols import in_symbols
from reference import softmax, tensors

Array = NDArray[Any]


SOFTMAX = Rule(
    "softmax",
    softmax.softmax,
    slips=(
        Slip("softmax-without-exponential", lambda s: np.asarray(s) / (sum(s) * Fraction(1))),
        Slip("softmax-not-normalised", lambda s: np.exp(np.asarray(s, dtype=np.float64))),
    ),
    symbolic=in_symbols("softmax"),
    degenerate=degenerate.saturated,
    operations=operations.of_softmax,
)

NEGATIVE_LOG_LIKELIHOOD = Rule(
    "negative-log-likelihood",
    softmax.negative_log_likelihood,
    slips=(
        Slip("log-sign-forgotten", lambda p, y: -softmax.negative_log_likelihood(p, y)),
        Slip(
            "class-counted-from-zero",
            lambda p, y: softmax.negative_log_likelihood(p, y + 1),
        ),
        Slip("probability-for-loss", lambda p, y: 1 - tensors.component(p, y)),
        Slip(
            "log-of-base-two",
            lambda p, y: softmax.negative_log_likelihood(p, y) / np.log(2.0),
        ),
    ),
    symbolic=in_symbols("negative_log_likelihood"),
    operations=operations.one,
)

LOGITS_GRADIENT = Rule(
    "logits-gradient",
    softmax.logits_gradient,
    slips=(
        Slip("one-hot-forgotten", lambda p: np.array(p, copy=True)),
        Slip("class-counted-from-zero", lambda p, y: softmax.logits_gradient(p, y + 1)),
        Slip("logits-gradient-sign-turned", lambda p, y: -softmax.logits_gradient(p, y)),
    ),
    operations=operations.one,
)
