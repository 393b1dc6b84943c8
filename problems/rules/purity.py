"""That a function leaves its inputs as they are: arrays, and lists, tuples and dicts."""

from __future__ import annotations

import numpy as np

from problems.rule import Rule, Slip
from reference import tensors

UNCHANGED = Rule(
    "unchanged",
    tensors.unchanged,
    slips=(Slip("changed-in-place", lambda x: np.zeros_like(x), any_value=True),),
)

UNCHANGED_DATA = Rule(
    "unchanged-data",
    tensors.unchanged_data,
    slips=(Slip("argument-changed", lambda data: None, any_value=True),),
)
