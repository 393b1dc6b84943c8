"""Steps that only rearrange or add: parts of a vector, vectors of parts, sums."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Rule, Slip

Array = NDArray[Any]


def stack(parts: Sequence[Any]) -> Array:
    """Scalars into a vector."""
    return np.array(list(parts), dtype=object)


def total(parts: Sequence[Array]) -> Array:
    """The sum of tensors of one shape."""
    return reduce(lambda a, b: a + b, parts)


STACK = Rule("stack", stack)
COMPONENT = Rule("component", lambda vector, index: vector[index])
TOTAL = Rule("total", total, slips=(Slip("only-first-branch", lambda parts: parts[0]),))
