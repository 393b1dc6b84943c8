"""Misreadings: a number of the sheet that was read as another one, and used so wherever it enters.

One number of the data, or of a layer, is tried as another; what comes of it may be what was found
in a blank. One blank alone tells little, since small numbers come of much: two do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from problems.derivation import Derivation
from problems.forms import agree
from problems.mix_ups import INPUTS, SHAPES
from problems.quantity import RULE_ERRORS, Given, Step
from problems.rule import RuleWith
from problems.trials import unfixed_steps
from problems.working import Asked

_FURTHEST = 20
"""How far off a number of the data may be read."""
_NEAR = 0.1
"""How near to a whole number the difference has to come out."""
_MOST = {"kernel": 11, "stride": 6, "padding": 6, "dilation": 6, "groups": 8}


@dataclass(frozen=True)
class Misreading:
    """What was read as what.

    Args:
        name: the given quantity, or the input of the steps of a layer.
        right: the number that stands there.
        taken: the number that it was read as.
        cell: its place in the quantity, counted from 0.
        layer: the name of the layer whose input it is; empty for a given quantity.
    """

    name: str
    right: int
    taken: int
    cell: tuple[int, ...] = ()
    layer: str = ""


def value_with(derivation: Derivation, step: Step, misreading: Misreading) -> Any:
    """The value of a step that stands on the misreading. Raises what a rule raises."""
    if misreading.layer:
        changed = {misreading.name: misreading.taken}
        instead = {
            each.name: RuleWith(each.rule, changed)
            for each in unfixed_steps(step, derivation.fixed)
            if _layer(each) == misreading.layer and each.inputs.get(misreading.name) is not None
        }
        return derivation.value_with(instead, step)
    given = derivation.working[misreading.name]
    assert isinstance(given, Given)
    return derivation.value_if({given.name: _read_otherwise(given.value, misreading)}, step)


def gives(derivation: Derivation, asked: Asked, found: Any, misreading: Misreading) -> bool:
    """Whether the value of a blank comes of a misreading, and not without it."""
    try:
        value = value_with(derivation, asked.step, misreading)
        return agree(asked.form, found, value) and not agree(
            asked.form, found, derivation.value(asked.step)
        )
    except RULE_ERRORS:
        return False


def is_contradicted(derivation: Derivation, asked: Asked, right: Any, one: Misreading) -> bool:
    """Whether a right value would have been another one with the misreading."""
    try:
        return not agree(asked.form, right, value_with(derivation, asked.step, one))
    except RULE_ERRORS:
        return False


def misreadings(derivation: Derivation, asked: Asked, found: Any) -> Iterator[Misreading]:
    """All misreadings that give what was found in a blank."""
    for one in _tried(derivation, asked, found):
        if gives(derivation, asked, found, one):
            yield one


def _tried(derivation: Derivation, asked: Asked, found: Any) -> Iterator[Misreading]:
    step = asked.step
    for name, right in step.taken.items():
        if name in INPUTS and isinstance(right, int):
            yield from (Misreading(name, right, n, (), _layer(step)) for n in _others(name, right))
    steps = unfixed_steps(step, derivation.fixed)
    sources = dict.fromkeys(source for each in steps for source in each.needed)
    for given in sources:
        if not isinstance(given, Given) or given.name in derivation.fixed:
            continue
        if isinstance(given.value, np.ndarray):
            yield from _of_array(derivation, asked, found, given)
        elif isinstance(given.value, tuple) and len(given.value) == _SIDES:
            for axis, right in enumerate(given.value):
                for n in _others("", right):
                    yield Misreading(given.name, right, n, (axis,))
        elif isinstance(given.value, int) and not isinstance(given.value, bool):
            for n in _others("", given.value):
                yield Misreading(given.name, given.value, n)


_SIDES = len(SHAPES["in_shape"])


def _others(name: str, right: int) -> Iterator[int]:
    """What a number may be read as: any small one, or one near it or with its digits exchanged."""
    if name in _MOST:
        numbers = {*range(INPUTS[name], _MOST[name] + 1)}
    else:
        size, sign = abs(right), -1 if right < 0 else 1
        sizes = {*range(max(size - _FURTHEST, 1), size + _FURTHEST + 1), int(str(size)[::-1])}
        numbers = {sign * each for each in sizes}
    yield from sorted(numbers - {right, 0 if name != "padding" else right})


def _of_array(
    derivation: Derivation, asked: Asked, found: Any, given: Given
) -> Iterator[Misreading]:
    """The other number in one cell that gives it, if the value is linear in the cell."""
    try:
        right = np.asarray(derivation.value(asked.step), dtype=np.float64)
        other = np.asarray(found, dtype=np.float64)
    except (*RULE_ERRORS, TypeError, ValueError):
        return
    if right.ndim == 0 or right.shape != other.shape:
        return
    for place in np.ndindex(given.value.shape):
        number = given.value[place]
        if number != int(number):
            return
        next_one = Misreading(given.name, int(number), int(number) + 1, place)
        try:
            moved = np.asarray(value_with(derivation, asked.step, next_one), dtype=np.float64)
        except (*RULE_ERRORS, TypeError, ValueError):
            continue
        by_one = (moved - right).ravel()
        at = int(np.argmax(np.abs(by_one)))
        if by_one[at] == 0:
            continue
        more = float((other - right).ravel()[at] / by_one[at])
        whole = round(more)
        if whole and abs(whole) <= _FURTHEST and abs(more - whole) < _NEAR:
            yield Misreading(given.name, int(number), int(number) + whole, place)


def _read_otherwise(value: Any, misreading: Misreading) -> Any:
    if isinstance(value, np.ndarray):
        changed = value.copy()
        changed[misreading.cell] = misreading.taken
        return changed
    if isinstance(value, tuple):
        (axis,) = misreading.cell
        return (*value[:axis], misreading.taken, *value[axis + 1 :])
    return misreading.taken


def _layer(step: Step) -> str:
    """The name of the layer that a step belongs to: ``conv1`` of ``conv1_shape``, or its own."""
    return step.name.rpartition("_")[0] or step.name
