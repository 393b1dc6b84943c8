"""The guard of follow-through: an earlier answer must not have made the later one trivial."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np

from problems.working import RULE_ERRORS, Derivation, Step, Values

_DISTANCES = (1, -1, 2, 4, 7)  # beyond what a stride of 8 rounds away


def makes_trivial(step: Step, *, own: Derivation, true: Derivation) -> bool:
    """Whether a step is trivial from the student's own values, and is not from the true ones.

    Trivial is a value that is zero everywhere, empty, missing or not finite, and one that depends
    on fewer of the inputs that the student did have right than it truly does (a field that no
    longer depends on the kernel, because the jump was given as 0).
    """
    if _is_trivial(own.value(step)) and not _is_trivial(true.value(step)):
        return True
    own_inputs, true_inputs = own.inputs(step), true.inputs(step)
    shared = [name for name in step.inputs if _same(own_inputs[name], true_inputs[name])]
    matter_truly = {name for name in shared if _matters(step, true_inputs, name)}
    return {name for name in shared if _matters(step, own_inputs, name)} < matter_truly


def _is_trivial(value: Any) -> bool:
    if value is None or isinstance(value, str):
        return value is None
    array = np.asarray(value)
    if array.size == 0 or not np.any(array != 0):
        return True
    return array.dtype.kind == "f" and not bool(np.isfinite(array).all())


def _same(a: Any, b: Any) -> bool:
    return np.shape(a) == np.shape(b) and bool(np.all(np.asarray(a) == np.asarray(b)))


def _matters(step: Step, inputs: Values, name: str) -> bool:
    """Whether some other value of an input would change the outcome, as far as it can be tried."""
    value = step.rule(inputs)
    for distance in _DISTANCES:  # rounding may hide one of them
        moved = _moved(inputs[name], distance)
        if moved is None:
            return False
        try:
            if not _same(value, step.rule({**inputs, name: moved})):
                return True
        except RULE_ERRORS:
            continue
    return False


def _moved(value: Any, distance: int) -> Any:
    """A value of the same kind, each cell moved by another amount; None if there is none."""
    if isinstance(value, bool) or not isinstance(value, int | Fraction | tuple | list | np.ndarray):
        return None
    if isinstance(value, tuple | list):
        parts = type(value)(_moved(part, distance) for part in value)
        return parts if parts and all(part is not None for part in parts) else None
    if isinstance(value, int | Fraction):
        return value + distance
    steps = np.arange(1, value.size + 1) ** abs(distance)  # another pattern for each distance
    return value + np.sign(distance) * steps.astype(object).reshape(value.shape)
