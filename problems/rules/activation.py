"""ReLU, forward and backward."""

from __future__ import annotations

import numpy as np

from problems.rule import Rule, Slip
from problems.rules import degenerate, operations
from problems.rules.symbols import in_symbols
from reference import relu

RELU = Rule(
    "relu",
    relu.relu,
    slips=(
        Slip("relu-forgotten", lambda x: np.array(x, copy=True)),
        Slip("absolute-value-for-relu", lambda x: abs(np.asarray(x))),
        Slip("relu-is-its-derivative", lambda x: np.where(np.asarray(x) > 0, 1, 0).astype(object)),
        Slip("relu-keeps-negatives", lambda x: np.minimum(np.asarray(x), 0)),
    ),
    symbolic=in_symbols("relu"),
    degenerate=degenerate.one_sided,
    operations=operations.of_relu,
)

RELU_GRADIENT = Rule(
    "relu-gradient",
    relu.relu_gradient,
    slips=(
        Slip("relu-mask-by-gradient", lambda dq: relu.relu(dq)),
        Slip(
            "relu-gradient-times-value",
            lambda x, dq: relu.relu(x) * np.asarray(dq),
            last_resort=True,
        ),
        Slip("relu-mask-inverted", lambda x, dq: relu.relu_gradient(-np.asarray(x), dq)),
    ),
    operations=operations.of_relu_gradient,
)
