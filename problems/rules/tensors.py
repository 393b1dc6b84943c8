"""Steps that only rearrange or add: parts of a vector, vectors of parts, sums."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Rule, Slip
from reference.errors import ShapeError

Array = NDArray[Any]


def stack(parts: Sequence[Any]) -> Array:
    """Scalars into a vector."""
    return np.array(list(parts), dtype=object)


def total(parts: Sequence[Array]) -> Array:
    """The sum of tensors of one shape."""
    return reduce(lambda a, b: a + b, parts)


def component(vector: Any, index: int) -> Any:
    """One number of a vector, by its index from 0. Raises ShapeError if it has none there."""
    try:
        return vector[index]
    except IndexError as error:
        raise ShapeError(
            f"a vector with a number at index {index} is needed, but one of {len(vector)} came"
        ) from error


STACK = Rule("stack", stack)
COMPONENT = Rule("component", component)
TOTAL = Rule("total", total, slips=(Slip("only-first-branch", lambda parts: parts[0]),))
