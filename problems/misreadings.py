"""Misreadings: a number of the sheet read as another one, or data that were copied wrongly.

What was misread is used so wherever it enters. It is tried what comes of it, which may be what was
found in a blank. One blank alone tells little, since small numbers come of much: two do.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import field
from fractions import Fraction
from typing import Any

import numpy as np

from problems.derivation import Derivation
from problems.forms import agree, agreement_with
from problems.frozen import frozen
from problems.miscopied import copies
from problems.mix_ups import INPUTS, SHAPES
from problems.quantity import RULE_ERRORS, Given, Step, Values
from problems.rule import RuleWith
from problems.trials import unfixed_steps
from problems.working import Asked

_FURTHEST = 20
"""How far off a whole number may be read, but for one of other digits."""
_WEIGHTS = range(-9, 10)
"""What any number may be read as that is no size, with its sign."""
_MOST = {"kernel": 11, "stride": 6, "padding": 6, "dilation": 6, "groups": 8}


@frozen(eq=False)
class Misreading:
    """What was read as what.

    Args:
        name: the given quantity, or the layer; empty where no one layer has the number.
        input: what of the layer, by the name of the input of its steps; empty for what is given.
        right: the number that stands there; None where it was not one number.
        taken: the number that it was read as, likewise.
        given: the given quantities that were read otherwise, by their names.
        inputs: other inputs that were, by the names of the steps.
    """

    name: str
    right: int | None = None
    taken: int | None = None
    given: Mapping[str, Any] = field(default_factory=dict)
    inputs: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    input: str = ""


def value_with(derivation: Derivation, step: Step, misreading: Misreading) -> Any:
    """The value of a step that stands on the misreading. Raises what a rule raises."""
    changed = derivation.working.following((*misreading.given, *misreading.inputs))
    return _Misread(derivation, misreading, changed)[step.name]


class _Misread(Values):
    """The values that follow from a misreading, each worked out when it is looked up."""

    def __init__(self, derivation: Derivation, one: Misreading, changed: Any) -> None:
        super().__init__(one.given)
        self._derivation = derivation
        self._inputs = one.inputs
        self._changed = changed

    def __missing__(self, name: str) -> Any:
        derivation = self._derivation
        quantity = derivation.working[name]
        if name in derivation.fixed or name not in self._changed or isinstance(quantity, Given):
            value = derivation.value(quantity)
        elif name in self._inputs:
            value = quantity.done(RuleWith(quantity.rule, self._inputs[name]), self)
        else:
            value = quantity.done(quantity.rule, self)
        self[name] = value
        return value


def gives(derivation: Derivation, asked: Asked, found: Any, misreading: Misreading) -> bool:
    """Whether the value of a blank comes of a misreading, and not without it."""
    try:
        if not agree(asked.form, found, value_with(derivation, asked.step, misreading)):
            return False
    except RULE_ERRORS:
        return False
    try:
        return not agree(asked.form, found, derivation.value(asked.step))
    except RULE_ERRORS:  # it cannot be worked out without it
        return True


def is_contradicted(derivation: Derivation, asked: Asked, right: Any, one: Misreading) -> bool:
    """Whether a right value would have been another one with the misreading."""
    try:
        return not agree(asked.form, right, value_with(derivation, asked.step, one))
    except RULE_ERRORS:
        return False


def misreadings(derivation: Derivation, asked: Asked, found: Any) -> Iterator[Misreading]:
    """All misreadings that give what was found in a blank, and what is not right without them.

    What they make of right values is worked out once for a working. Data are read as it takes to
    come to what was found; what comes of the same ones is known as well.
    """
    agrees = agreement_with(asked.form, found)
    try:
        if agrees(derivation.value(asked.step)):
            return
    except RULE_ERRORS:
        return
    known = _known(derivation, asked)
    for name, read in _tried(derivation, asked, found, known):
        values = known.get(name) if name else None
        if values is None:
            values = list(_values(derivation, asked.step, read, known))
        if name:
            known[name] = values
        for one, value in values:
            try:
                if agrees(value):
                    yield one
            except RULE_ERRORS:
                continue


Known = dict[Hashable, Any]
"""The misreadings of a number with what a step comes to, and what it comes to with some data."""


def _known(derivation: Derivation, asked: Asked) -> Known:
    """What is known already of what misreadings make of a step, by what is misread."""
    if not derivation.stands_on_right(asked.step):
        return {}
    where = asked.name, derivation.stands_on(asked.step)
    return derivation.working.misread_on_right.setdefault(where, {})


def _values(
    derivation: Derivation, step: Step, tried: Iterable[Misreading], known: Known
) -> Iterator[tuple[Misreading, Any]]:
    """Those of the misreadings with which a step can be worked out, with its value."""
    for one in tried:
        try:
            yield one, _value_with(derivation, step, one, known)
        except RULE_ERRORS:
            continue


def _value_with(derivation: Derivation, step: Step, one: Misreading, known: Known) -> Any:
    """As `value_with`, which is known where the same data came up before."""
    if len(one.given) != 1 or one.inputs:
        return value_with(derivation, step, one)
    ((name, data),) = one.given.items()
    if not isinstance(data, np.ndarray):
        return value_with(derivation, step, one)
    cells = data.ravel().tolist()
    case = name, data.shape, tuple(cells), tuple(map(type, cells))
    if case not in known:
        known[case] = value_with(derivation, step, one)
    return known[case]


def _tried(
    derivation: Derivation, asked: Asked, found: Any, known: Known
) -> Iterator[tuple[str, Iterable[Misreading]]]:
    """What may be misread, each with its misreadings.

    It has a name, but for data, of which what is tried depends on what was found.
    """
    step = asked.step
    steps = unfixed_steps(step, derivation.fixed)
    for each in unfixed_steps(step, derivation.fixed, by_rules=True):
        for name, right in each.taken.items():
            if name in INPUTS and isinstance(right, int):
                yield f"{name} of {each.name}", _of_layer(derivation, each, name, right)
    sources = dict.fromkeys(source for each in steps for source in each.needed)
    givens = [one for one in sources if isinstance(one, Given) and one.name not in derivation.fixed]
    for given in givens:
        if isinstance(given.value, np.ndarray):
            yield "", _of_array(derivation, asked, found, given, known)
        elif _is_shape(given.value):
            yield given.name, _of_shape(derivation, given)
        elif isinstance(given.value, int) and not isinstance(given.value, bool):
            yield given.name, _of_whole_number(given)
        elif isinstance(given.value, Fraction):
            yield given.name, _of_fraction(given)


def _of_whole_number(given: Given) -> Iterator[Misreading]:
    for n in {*_others("", given.value), -given.value, *_WEIGHTS} - {given.value}:
        yield Misreading(given.name, given.value, n, {given.name: n})


def _of_fraction(given: Given) -> Iterator[Misreading]:
    """Another number of the same parts."""
    for part in _WEIGHTS:
        taken = Fraction(part, given.value.denominator)
        yield Misreading(given.name, given={given.name: taken})


_SIDES = len(SHAPES["in_shape"])


def _others(name: str, right: int) -> Iterator[int]:
    """What a number may be read as: any small one, one near it, or one of other digits."""
    if name in _MOST:
        most = max(_MOST[name], right + 2)
        numbers = {*range(INPUTS[name], most + 1), int(str(right)[::-1])}
        numbers |= {2 * right, 10 * right}
    else:
        size, sign = abs(right), -1 if right < 0 else 1
        sizes = {*range(max(size - _FURTHEST, 1), size + _FURTHEST + 1), int(str(size)[::-1])}
        sizes |= {size // 10, size // 2, 2 * size, 10 * size}
        numbers = {sign * each for each in sizes}
    yield from sorted(numbers - {right, 0 if name != "padding" else right})


def _of_layer(derivation: Derivation, step: Step, name: str, right: int) -> Iterator[Misreading]:
    """A number of a layer, in all steps of the layer, and of those that are put on the same map."""
    layer, before = _layer(step), step.inputs.get("in_shape")
    same = [
        each
        for each in derivation.working.steps
        if each.inputs.get(name) == right
        and (_layer(each) == layer or (before is not None and _is_put_on(each, before)))
    ]
    where = layer if {*map(_layer, same)} == {layer} else ""
    for taken in _others(name, right):
        inputs = {each.name: {name: taken} for each in same}
        yield Misreading(where, right, taken, inputs=inputs, input=name)


def _is_put_on(step: Step, in_shape: Any) -> bool:
    return step.inputs.get("in_shape") is in_shape


def _of_shape(derivation: Derivation, given: Given) -> Iterator[Misreading]:
    """One side of a map, or both of a square one, in whatever else states the same."""
    _, height, width = given.value
    for axes in ((0,), (1,), (2,), (1, 2)) if height == width else ((0,), (1,), (2,)):
        right = given.value[axes[0]]
        with_sides = _reader(derivation, given, axes)
        yield from (with_sides(taken) for taken in _others("", right))


def _reader(
    derivation: Derivation, given: Given, axes: tuple[int, ...]
) -> Callable[[int], Misreading]:
    """What is read otherwise with some sides of a map: other maps of the size, and its height."""
    working, right = derivation.working, given.value[axes[0]]
    is_height = _HEIGHT in axes
    alike = [one for one in working if isinstance(one, Given) and one is not given and any(axes)]
    maps = [
        one
        for one in alike
        if _is_shape(one.value) and all(one.value[axis] == right for axis in axes)
    ]
    heights = [one for one in alike if one.name.endswith(_SIDE) and one.value == right]
    shapes = [s.name for s in working.steps if s.inputs.get("image_shape") == given.value]
    sizes = [s.name for s in working.steps if is_height and s.inputs.get("in_size") == right]

    def read(taken: int) -> Misreading:
        def with_taken(shape: tuple[int, ...]) -> tuple[int, ...]:
            return tuple([taken if axis in axes else n for axis, n in enumerate(shape)])

        image = with_taken(given.value)
        others: dict[str, Any] = {given.name: image}
        others |= {one.name: with_taken(one.value) for one in maps}
        others |= {one.name: taken for one in heights if is_height}
        inputs: dict[str, dict[str, Any]] = {n: {"image_shape": image} for n in shapes}
        for name in sizes:
            inputs[name] = {**inputs.get(name, {}), "in_size": taken}
        return Misreading(given.name, right, taken, others, inputs)

    return read


_HEIGHT = 1
_SIDE = "_side"


def _is_shape(value: Any) -> bool:
    return isinstance(value, tuple) and len(value) == _SIDES


def _of_array(
    derivation: Derivation, asked: Asked, found: Any, given: Given, known: Known
) -> Iterator[Misreading]:
    """Data that were copied otherwise, or taken for others of the same shape."""
    try:
        numbers = np.asarray(found, dtype=np.float64)
    except (TypeError, ValueError, ArithmeticError):  # what is beyond all floats
        return
    if numbers.ndim == 0:
        return

    def value_of(data: Any) -> Any:
        one = Misreading(given.name, given={given.name: data})
        return _value_with(derivation, asked.step, one, known)

    for data in copies(given.value, numbers, value_of):
        yield _of_data(given, data)
    for other in derivation.working:
        if isinstance(other, Given) and _are_alike(given.value, other.value):
            both = {given.name: other.value, other.name: given.value}
            yield Misreading(given.name, given=both)
            yield Misreading(given.name, given={given.name: other.value})


def _of_data(given: Given, data: Any) -> Misreading:
    """Data that were copied otherwise, or in which one whole number was read as another."""
    changed = {given.name: data}
    if data.shape != given.value.shape:
        return Misreading(given.name, given=changed)
    cells = np.argwhere(data != given.value)
    if len(cells) == 1:
        right, taken = (each[tuple(cells[0])] for each in (given.value, data))
        if right == int(right) and taken == int(taken):
            return Misreading(given.name, int(right), int(taken), changed)
    return Misreading(given.name, given=changed)


def _are_alike(a: Any, b: Any) -> bool:
    """Whether two arrays are of one shape, and differ."""
    return isinstance(b, np.ndarray) and a.shape == b.shape and not np.array_equal(a, b)


def _layer(step: Step) -> str:
    """The layer that a step belongs to: ``conv1`` of ``conv1_shape``, or its own name.

    A layer that is alone on a sheet has no name: its columns stand by themselves.
    """
    return "" if step.name in _COLUMNS else step.name.rpartition("_")[0] or step.name


_COLUMNS = frozenset(("shape", "params", "rf", "jump", "macs"))
