"""The guard of follow-through: an earlier answer must not have made the later one trivial."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from problems.diagnosis import unfixed_steps
from problems.forms import Reasoned, agree
from problems.forms.points import Point, are_equal, points
from problems.formula import Formula
from problems.working import RULE_ERRORS, Asked, Derivation, Step, Values

_DISTANCES = (1, -1, 2, 4, 7)  # beyond what a stride of 8 rounds away


def makes_trivial(step: Step, *, own: Derivation, true: Derivation) -> bool:
    """Whether a step is trivial from the student's own values, and is not from the true ones.

    Trivial is a value that is zero everywhere, empty or not finite, and one that depends
    on fewer of the inputs that the student did have right than it truly does (a field that no
    longer depends on the kernel, because the jump was given as 0). What is no count may do so by
    chance (a loss no longer on the class, because the logits came out equal), so it is trivial only
    if an answer on which it rests does not follow from those before, and may be a guess.
    """
    value = own.value(step)
    if _is_trivial(value) and not _is_trivial(true.value(step)):
        return True
    if not _is_count(value) and all(_follows(asked, own) for asked in _answers_before(step, own)):
        return False
    own_inputs, true_inputs = own.inputs(step), true.inputs(step)
    shared = [name for name in step.inputs if _same(own_inputs[name], true_inputs[name])]
    matter_truly = {name for name in shared if _matters(step, true_inputs, name)}
    return {name for name in shared if _matters(step, own_inputs, name)} < matter_truly


def _is_count(value: Any) -> bool:
    """Whether a value is a whole number, a shape, or a formula: none is such by chance."""
    return isinstance(value, int | tuple | Formula)


def _answers_before(step: Step, own: Derivation) -> list[Asked]:
    """The nearest answers from which a step is worked out."""
    before = {name for each in unfixed_steps(step, own.fixed) for name in each.source_names}
    return [asked for asked in own.working.asked if asked.name in before & own.fixed.keys()]


def _follows(asked: Asked, own: Derivation) -> bool:
    """Whether an answer is what its rule gives from the student's own values."""
    try:
        value = asked.step.rule(own.inputs(asked.step))
    except RULE_ERRORS:
        return False
    return agree(asked.form, own.fixed[asked.name], value)


def _is_trivial(value: Any) -> bool:
    if isinstance(value, str | Reasoned):
        return False
    if isinstance(value, Formula):
        return are_equal(value, 0, _points_of(value))
    array = np.asarray(value)
    if array.size == 0 or not np.any(array != 0):
        return True
    return array.dtype.kind == "f" and not bool(np.isfinite(array).all())


def _points_of(*formulas: Formula) -> Sequence[Point]:
    return points(tuple(sorted(frozenset().union(*(each.variables for each in formulas)))))


def _same(a: Any, b: Any) -> bool:
    if isinstance(a, Formula) and isinstance(b, Formula):
        return are_equal(a, b, _points_of(a, b))
    if isinstance(a, Formula | Reasoned) or isinstance(b, Formula | Reasoned):
        return bool(a == b)
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
    if isinstance(value, bool) or not isinstance(
        value, int | Fraction | Formula | tuple | list | np.ndarray
    ):
        return None
    if isinstance(value, tuple | list):
        parts = type(value)(_moved(part, distance) for part in value)
        return parts if parts and all(part is not None for part in parts) else None
    if isinstance(value, int | Fraction | Formula):
        return value + distance
    steps = np.arange(1, value.size + 1) ** abs(distance)  # another pattern for each distance
    return value + np.sign(distance) * steps.astype(object).reshape(value.shape)
