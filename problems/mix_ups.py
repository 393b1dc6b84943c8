"""Mix-ups: a value that belongs elsewhere, or that was worked out with one that does.

They have no slips, since they can be made in every rule: the index of a copied line was not
changed, the kernel of another layer was used, a factor was left out, a sign was misread, the value
of one blank stands in another, all of it is ten times too large.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from fractions import Fraction
from functools import cached_property, lru_cache, partial
from typing import Any

import numpy as np

from problems.derivation import Derivation
from problems.forms import Decimal, Rational, Shape, agreement_with
from problems.frozen import frozen
from problems.quantity import RULE_ERRORS, Given, Step
from problems.rule import RuleWith
from problems.stacks import ruled_out_of
from problems.trials import NotFoundError, Trials, identity
from problems.window_cells import overlooked
from problems.working import Asked, Working

Changed = tuple["MixUp", dict[str, Any]]
"""A mix-up, and the inputs of a step as they are with it."""

Inputs = Callable[[int], dict[str, Any]]
"""The changed inputs of a step by one number."""

INPUTS: Mapping[str, int] = {
    "kernel": 1,
    "stride": 1,
    "padding": 0,
    "dilation": 1,
    "groups": 1,
    "channels": 1,
    "features": 1,
}
"""The whole numbers that can be told by name, and what is worked with where one is left out."""

SHAPES: Mapping[str, tuple[str, str, str]] = {
    "in_shape": ("input-channels", "input-height", "input-width"),
    "out_shape": ("output-channels", "output-height", "output-width"),
}
"""The inputs that are shapes of maps, and the names of their axes."""

PLACES: Mapping[str, str] = {"in_shape": "input-places", "out_shape": "output-places"}
"""How the number of cells of one map is told."""

SQUARE = "kernel-square"
"""How the square of the kernel size is told."""

SCALED = "scaled"
"""Each number of a vector or matrix is the right one times one factor."""

ANOTHER_BLANK = "value-of-another-blank"
"""What stands in another blank, as it stands there."""

_LARGER = (2, 10, 100)
FACTORS = (Fraction(-1), *map(Fraction, _LARGER), *(Fraction(1, n) for n in _LARGER))
"""What all numbers may be wrong by: a sign, a 2, a decimal point."""

_SMALL = {"kernel": 11, "stride": 6, "padding": 6, "dilation": 6, "groups": 16}

_ROUNDING = 1e-6  # of a number

_COLOURS = 3
_MOST = 3
_LARGE = 100  # a smaller whole number may come of much else


@frozen
class MixUp:
    """What may have been taken for what.

    Args:
        how: in which way, as a key of what is said about it.
        right: what belongs there: the name of a quantity, or a number.
        taken: what was used, likewise; None where it was left out, or misread.
        name: the input, where it has no name on the sheet: ``kernel``, or ``input-height``.
        other: the input, or the step, whose value was used, where that is to be told.
        cell: the place of a number that was misread, or of a wrong one, counted from 1.
    """

    how: str
    right: str | int
    taken: str | int | None = None
    name: str = ""
    other: str = ""
    cell: tuple[int, ...] = ()

    @property
    def mistake(self) -> tuple[Any, ...]:
        """What is the same wherever the mistake is made again."""
        if self.how in ("input-left-out", "input-for-input"):
            return self.how, self.name.partition("-")[2] or self.name
        if self.how in ("transposed", "parts-the-other-way-round"):
            return (self.how,)
        if self.how == SCALED:
            return self.how, self.taken
        if self.how == "other-quantity":  # two that change places are one mistake
            return self.how, *sorted((str(self.right), str(self.taken)))
        return self.how, self.name, self.right, self.taken, self.cell


def mix_ups(derivation: Derivation, asked: Asked, found: Any) -> tuple[MixUp, ...]:
    """Which mix-ups give the value found, from the fixed values.

    None if too many do, or where the value tells too little: small numbers come of many mistakes.
    """
    trial = _Trial(derivation, asked, found)
    if isinstance(found, tuple):
        return tuple(_of_skipped_layer(trial))
    if not _tells_enough(found):
        return ()
    every = [*_results(trial)]
    every += _of_windows(trial)
    for step in [] if every else trial.steps:
        every += trial.giving(step, list(_in_step(trial, step)))
    if not every and isinstance(found, int):
        every += [mix_up for step in trial.steps for mix_up in _other_numbers(trial, step)]
    if not every and isinstance(found, np.ndarray):
        every += _scaled(trial)
    told = tuple(dict.fromkeys(every))
    return told if len(told) <= _MOST else ()


def copied_lines(derivation: Derivation, asked: Asked, found: Any) -> tuple[MixUp, ...]:
    """Which values of earlier steps give the value found where they stand in its own step.

    So it is with a line that was copied, in which one name or number still is that of the line
    before: a mistake in its own right, which may give by chance what a slip gives. A number that is
    what is worked with where none is given (no dilation) is left to the slips.
    """
    trial = _Trial(derivation, asked, found)
    step, steps = asked.step, list(derivation.working.steps)
    others = steps[: steps.index(step)][::-1]
    others.sort(key=lambda other: -len(other.taken.keys() & step.taken.keys()))
    every: list[Changed] = []
    for name, item in step.taken.items():
        if isinstance(item, Given | Step):
            alike = (other.inputs.get(name) for other in _alike(others, step))
            for other in dict.fromkeys(alike):
                every += _other_quantity(trial, name, item, other)
        elif name in INPUTS:
            numbers = [(other, other.inputs[name]) for other in others if name in other.inputs]
            numbers = [(other, number) for other, number in numbers if number != INPUTS[name]]
            every += _other_number(derivation.working, name, item, numbers)
    return tuple(mix_up for mix_up, inputs in every if trial.gives(step, inputs))[:_MOST]


def _alike(steps: Iterable[Step], step: Step) -> list[Step]:
    """Those of the steps, but for this one, that have its rule."""
    return [s for s in steps if s.rule.key == step.rule.key and s is not step]


class _Trial:
    """A value that was found in a blank, against what is worked out there with other inputs."""

    def __init__(self, derivation: Derivation, asked: Asked, found: Any) -> None:
        self.derivation = derivation
        self.asked = asked
        self.found = found
        self._trials = Trials(derivation, asked, found)
        self._agrees = agreement_with(asked.form, found)

    @property
    def steps(self) -> Sequence[Step]:
        """The steps in which something may have been mixed up, and whose values are taken."""
        return [step for step in self._trials.steps if step.name in self._trials.taken]

    @property
    def working(self) -> Working:
        return self.derivation.working

    def is_found(self, value: Any) -> bool:
        return value is not None and self._agrees(value)

    @property
    def is_apart_from_zeros(self) -> bool:
        """Whether two cells at least differ from each other and from zero."""
        return len({str(cell) for cell in self.found.flat if cell}) > 1

    def right(self, quantity: Given | Step) -> Any:
        """The value of a quantity; None where it cannot be worked out."""
        try:
            return self.derivation.value(quantity)
        except RULE_ERRORS:
            return None

    def value(self, step: Step, changed: Mapping[str, Any]) -> Any:
        """What is asked where a step has other inputs; None where it cannot be worked out."""
        known = self._trials.known
        case = step.name, *[(name, identity(value)) for name, value in changed.items()]
        if case not in known:
            try:
                value = self._trials.value({step.name: RuleWith(step.rule, changed)})
            except NotFoundError:
                return None
            except RULE_ERRORS:
                value = None
            known[case] = value, changed  # so that nothing else is given the identity of these
        value, _ = known[case]
        return value

    def value_of(self, step: Step, name: str, value: Any) -> Any:
        """What is asked where one input of a step is another; None if it cannot be worked out."""
        return self.value(step, {name: value})

    def gives(self, step: Step, changed: Mapping[str, Any]) -> bool:
        return self.is_found(self.value(step, changed))

    def giving(self, step: Step, tried: Sequence[Changed]) -> list[MixUp]:
        """The mix-ups of the inputs of a step that give what was found."""
        out = self._ruled_out(tried) if step is self.asked.step else ()
        return [
            mix_up
            for place, (mix_up, inputs) in enumerate(tried)
            if place not in out and self.gives(step, inputs)
        ]

    def _ruled_out(self, tried: Sequence[Changed]) -> Set[int]:
        """The places of those in the step itself that cannot give it, as far as is seen at once."""
        form, step = self.asked.form, self.asked.step
        if not isinstance(form, Rational | Decimal) or not isinstance(self.found, np.ndarray):
            return frozenset()
        try:
            arguments = step.rule.selection(step.input_names).arguments(self._trials.inputs)
        except RULE_ERRORS:
            return frozenset()
        changed = [inputs for _, inputs in tried]
        return ruled_out_of(step.rule.function, changed, arguments, self.found, form.tolerance)

    @cached_property
    def of_shape(self) -> Mapping[tuple[int, ...], Sequence[Given | Step]]:
        """The vectors and matrices on the sheet, given or asked for, by their shapes."""
        found: dict[tuple[int, ...], list[Given | Step]] = {}
        for quantity in self.working.stated:
            value = self.right(quantity)
            if isinstance(value, np.ndarray) and value.ndim:
                found.setdefault(value.shape, []).append(quantity)
        return found

    def shape(self, quantity: Given | Step) -> tuple[int, ...]:
        """The shape of an array; () of all else."""
        value = self.right(quantity)
        return value.shape if isinstance(value, np.ndarray) else ()


def _tells_enough(found: Any) -> bool:
    if isinstance(found, np.ndarray):
        return len({str(cell) for cell in found.flat}) > 1
    return isinstance(found, int) and not isinstance(found, bool) and abs(found) >= _LARGE


def _of_skipped_layer(trial: _Trial) -> Iterator[MixUp]:
    """The input of the layer before, where its output belongs: one shape, so that little is chance.

    It is told where the sheet states both.
    """
    step = trial.asked.step
    before = step.inputs.get("in_shape")
    if not isinstance(before, Step):
        return
    skipped = before.inputs.get("in_shape")
    tried = list(_other_quantity(trial, "in_shape", before, skipped))
    yield from trial.giving(step, tried)


def _results(trial: _Trial) -> Iterator[MixUp]:
    """Mix-ups of a right value: it stands in another blank, or its rows are its columns."""
    asked = trial.asked
    for other in trial.working.asked:
        is_alike = other is not asked and type(other.form) is type(asked.form)
        is_vector = isinstance(trial.found, int) and isinstance(other.form, Shape)
        if not (is_alike or is_vector):
            continue
        value = trial.right(other.step)
        if is_vector and isinstance(value, tuple) and len(value) == 1:
            is_alike, (value,) = True, value  # the shape of a vector is a number, too
        if is_alike and trial.is_found(value):
            yield MixUp(ANOTHER_BLANK, asked.name, other.name)
    right = trial.right(asked.step)
    if isinstance(right, np.ndarray) and right.ndim == 2 and trial.is_found(right.T):
        yield MixUp("transposed", asked.name)


def _of_windows(trial: _Trial) -> Iterator[MixUp]:
    """One maximum that is another value of its window, which needs no data to be misread."""
    step, found = trial.asked.step, trial.found
    right = trial.right(step)
    if np.shape(right) != np.shape(found) or np.count_nonzero(right != found) != 1:
        return
    for name, item in step.taken.items():
        x = trial.right(item) if isinstance(item, Given | Step) else None
        if not isinstance(x, np.ndarray) or x.ndim == 0:
            continue
        place = overlooked(partial(trial.value_of, step, name), x, found)
        if place is not None:
            yield MixUp("another-of-its-window", trial.asked.name, cell=place)


def _scaled(trial: _Trial) -> Iterator[MixUp]:
    """The right value times a factor: a sign, a 2, a decimal point."""
    right, found, form = trial.right(trial.asked.step), trial.found, trial.asked.form
    if not isinstance(right, np.ndarray) or right.shape != found.shape:
        return
    if not isinstance(form, Rational | Decimal) or not trial.is_apart_from_zeros:
        return
    pairs = zip(found.ravel().tolist(), right.ravel().tolist(), strict=True)
    of_found, of_right = next(pair for pair in pairs if pair[0])
    for factor in FACTORS:
        try:
            if _is_far(of_found, of_right * float(factor), form.tolerance):
                continue
            is_found = trial.is_found(right * factor)
        except RULE_ERRORS:
            return
        if is_found:
            yield MixUp(SCALED, trial.asked.name, str(factor).replace("-", "−"))


def _is_far(a: Any, b: Any, tolerance: float) -> bool:
    """Whether two numbers are far beyond a tolerance, so that nothing else is to be compared."""
    try:
        return bool(abs(a - b) > 2 * tolerance + _ROUNDING * abs(b))
    except OverflowError:  # a float, and a whole number that is beyond all of them
        return False


def _in_step(trial: _Trial, step: Step) -> Iterator[Changed]:
    """The mix-ups of the inputs of one step."""
    working = trial.working
    alike = _alike(working.steps, step)
    for name, item in step.taken.items():
        others = [(s, s.inputs[name]) for s in alike if name in s.inputs]
        if isinstance(item, Given | Step):
            shape = trial.shape(item)
            alike_in_shape = trial.of_shape.get(shape, ()) if shape else ()
            for other in dict.fromkeys((*(other for _, other in others), *alike_in_shape)):
                yield from _other_quantity(trial, name, item, other)
            if isinstance(item, Given):
                yield from ((mix_up, {name: value}) for mix_up, value in _misread(item))
        elif isinstance(item, list | tuple) and working.states(step):
            yield from _other_order(trial, name, item, step)
        elif name in INPUTS:
            yield from _other_number(working, name, item, others)
            yield from _left_out(name, item)
        if name in SHAPES:
            yield from _other_axis(trial, name, item)


def _other_quantity(trial: _Trial, name: str, right: Given | Step, other: Any) -> Iterator[Changed]:
    """Another quantity: what belongs in the same place of another step, or has the same shape."""
    if not isinstance(other, Given | Step) or other is right:
        return
    if not (trial.working.states(right) and trial.working.states(other)):
        return
    if (value := trial.right(other)) is not None:
        yield MixUp("other-quantity", right.name, other.name), {name: value}


def _other_order(trial: _Trial, name: str, parts: Sequence[Any], step: Step) -> Iterator[Changed]:
    """The parts of a list of quantities the other way round."""
    values = [trial.right(part) for part in parts if isinstance(part, Given | Step)]
    if len(values) == len(parts) > 1 and all(value is not None for value in values):
        yield MixUp("parts-the-other-way-round", step.name), {name: values[::-1]}


@lru_cache(maxsize=64)
def _misread(given: Given) -> Sequence[tuple[MixUp, Any]]:
    """Data with one sign misread, or without signs; it is asked for in many steps."""
    value = given.value
    if not isinstance(value, np.ndarray) or value.ndim == 0:
        return ()
    found = []
    if np.count_nonzero(value < 0) > 1:
        found.append((MixUp("signs-left-out", given.name), np.abs(value)))
    for place in np.argwhere(value != 0).tolist():
        turned = value.copy()
        turned[tuple(place)] *= -1
        cell = tuple(i + 1 for i in place)
        found.append((MixUp("sign-misread", given.name, cell=cell), turned))
    return found


def _other_number(
    working: Working, name: str, right: Any, others: Iterable[tuple[Step, Any]]
) -> Iterator[Changed]:
    """The number of another step, the first that has it."""
    seen = {right}
    for step, other in others:
        if isinstance(other, int) and other not in seen and working.states(step):
            seen.add(other)
            yield MixUp("input-of-other-step", right, other, name, step.name), {name: other}


def _left_out(name: str, right: Any) -> Iterator[Changed]:
    if isinstance(right, int) and right != INPUTS[name]:
        yield MixUp("input-left-out", right, name=name), {name: INPUTS[name]}


def _other_axis(trial: _Trial, name: str, item: Any) -> Iterator[Changed]:
    """A shape with one axis left out, a side taken for the other, or colours seen in grey."""
    shape = trial.right(item) if isinstance(item, Given | Step) else item
    axes = SHAPES[name]
    if shape is None or len(shape) != len(axes):
        return
    for axis, called in enumerate(axes):
        right = shape[axis]
        if right != 1:
            without = MixUp("input-left-out", right, name=called)
            yield without, {name: _changed(shape, axis, 1)}
    if isinstance(item, Given) and shape[0] == 1:
        colours = MixUp("input-otherwise", 1, _COLOURS, axes[0])
        yield colours, {name: _changed(shape, 0, _COLOURS)}
    for axis, other in ((1, 2), (2, 1)):
        right, taken = shape[axis], shape[other]
        if right != taken:
            mix_up = MixUp("input-for-input", right, taken, axes[axis], axes[other])
            yield mix_up, {name: _changed(shape, axis, taken)}


def _other_numbers(trial: _Trial, step: Step) -> Iterator[MixUp]:
    """Another number for one input, whatever it may come of: a slip of the pen, or of arithmetic.

    Small numbers are tried for what may enter in any way (a kernel); what a value is linear in
    comes of the value, and has to be near what is right.
    """
    for name, item in step.taken.items():
        if name in INPUTS and isinstance(item, int):
            as_input: Inputs = partial(_as_number, name)
            if name in _SMALL:
                tried = (n for n in range(INPUTS[name], _SMALL[name] + 1) if n != item)
                sizes = [n for n in tried if trial.gives(step, as_input(n))]
                if name == "kernel" and not sizes:
                    yield from _other_square(trial, step, item)
            else:
                sizes = _solved(trial, step, item, as_input)
            yield from (MixUp("input-otherwise", item, n, name) for n in sizes)
        elif name in SHAPES:
            shape = trial.right(item) if isinstance(item, Given | Step) else item
            if shape is not None and len(shape) == len(SHAPES[name]):
                yield from _other_sizes(trial, step, name, tuple(shape))


def _other_square(trial: _Trial, step: Step, side: int) -> Iterator[MixUp]:
    """Another number for the square of a side, where that is all that a value takes of it."""
    one, two, three, right = (trial.value(step, _as_number("kernel", n)) for n in (1, 2, 3, side))
    if not all(isinstance(value, int) for value in (one, two, three, right)):
        return
    each, rest = divmod(two - one, 2**2 - 1)
    is_of_square = not rest and all(
        value == one + (n**2 - 1) * each for n, value in ((3, three), (side, right))
    )
    if not is_of_square or each == 0:
        return
    more, rest = divmod(trial.found - right, each)
    if not rest and 0 < 2 * abs(more) < side**2:
        yield MixUp("input-otherwise", side**2, side**2 + more, SQUARE)


def _other_sizes(trial: _Trial, step: Step, name: str, shape: tuple[int, ...]) -> Iterator[MixUp]:
    """Another size of one axis, or another number of places: the product of the sides."""
    for axis, called in enumerate(SHAPES[name]):
        for size in _solved(trial, step, shape[axis], partial(_as_axis, name, shape, axis)):
            yield MixUp("input-otherwise", shape[axis], size, called)
    channels, height, width = shape
    for places in _solved(trial, step, height * width, partial(_as_places, name, channels)):
        yield MixUp("input-otherwise", height * width, places, PLACES[name])


def _as_number(name: str, number: int) -> dict[str, Any]:
    return {name: number}


def _as_axis(name: str, shape: tuple[int, ...], axis: int, size: int) -> dict[str, Any]:
    return {name: _changed(shape, axis, size)}


def _as_places(name: str, channels: int, places: int) -> dict[str, Any]:
    return {name: (channels, places, 1)}


def _solved(trial: _Trial, step: Step, right: int, inputs: Inputs) -> list[int]:
    """The number near the right one with which the value comes out, if the value is linear in it.

    There is one at most; that it is one off comes of other mistakes more often.
    """
    one, next_one = (trial.value(step, inputs(n)) for n in (right, right + 1))
    if not (isinstance(one, int) and isinstance(next_one, int)) or one == next_one:
        return []
    more, rest = divmod(trial.found - one, next_one - one)
    is_near = not rest and 2 < 2 * abs(more) < right
    return [right + more] if is_near and trial.gives(step, inputs(right + more)) else []


def _changed(shape: tuple[int, ...], axis: int, size: int) -> tuple[int, ...]:
    return (*shape[:axis], size, *shape[axis + 1 :])
