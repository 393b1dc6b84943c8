"""Mix-ups: a value that belongs elsewhere, or that was worked out with one that does.

They have no slips, since they can be made in every rule: the index of a copied line was not
changed, the kernel of another layer was used, a factor was left out, a sign was misread, the value
of one blank stands in another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from problems.diagnosis import unfixed_steps
from problems.forms import agree
from problems.working import RULE_ERRORS, Asked, Derivation, Given, Step, Working

Changed = tuple["MixUp", dict[str, Any]]
"""A mix-up, and the inputs of a step as they are with it."""

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

_COLOURS = 3
_MOST = 3
_LARGE = 100  # a smaller whole number may come of much else


@dataclass(frozen=True)
class MixUp:
    """What may have been taken for what.

    Args:
        how: in which way, as a key of what is said about it.
        right: what belongs there: the name of a quantity, or a number.
        taken: what was used, likewise; None where it was left out, or misread.
        name: the input, where it has no name on the sheet: ``kernel``, or ``input-height``.
        other: the input, or the step, whose value was used, where that is to be told.
        cell: the place of a number that was misread, counted from 1.
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
        if self.how == "transposed":
            return (self.how,)
        return self.how, self.name, self.right, self.taken, self.cell


def mix_ups(derivation: Derivation, asked: Asked, found: Any) -> tuple[MixUp, ...]:
    """Which mix-ups give the value found, from the fixed values.

    None if too many do, or where the value tells too little: small numbers come of many mistakes.
    """
    if not _tells_enough(found):
        return ()
    every: dict[MixUp, None] = dict.fromkeys(_results(derivation, asked, found))
    for step in unfixed_steps(asked.step, derivation.fixed):
        for mix_up, inputs in _in_step(derivation, step):
            try:
                value = derivation.value_with({step.name: _with(step, inputs)}, asked.step)
                if agree(asked.form, found, value):
                    every[mix_up] = None
            except RULE_ERRORS:
                continue
    return tuple(every) if len(every) <= _MOST else ()


def _tells_enough(found: Any) -> bool:
    if isinstance(found, np.ndarray):
        return len({str(cell) for cell in found.flat}) > 1
    return isinstance(found, int) and not isinstance(found, bool) and abs(found) >= _LARGE


def _results(derivation: Derivation, asked: Asked, found: Any) -> Iterator[MixUp]:
    """Mix-ups of a right value: it stands in another blank, or its rows are its columns."""
    for other in derivation.working.asked:
        if other is asked or type(other.form) is not type(asked.form):
            continue
        try:
            if agree(asked.form, found, derivation.value(other.step)):
                yield MixUp("value-of-another-blank", asked.name, other.name)
        except RULE_ERRORS:
            continue
    if isinstance(found, np.ndarray) and found.ndim == 2:
        try:
            if agree(asked.form, found.T, derivation.value(asked.step)):
                yield MixUp("transposed", asked.name)
        except RULE_ERRORS:
            return


def _with(step: Step, changed: Mapping[str, Any]) -> Any:
    return lambda inputs: step.rule({**inputs, **changed})


def _in_step(derivation: Derivation, step: Step) -> Iterator[Changed]:
    """The mix-ups of the inputs of one step."""
    alike = [s for s in derivation.working.steps if s.rule.key == step.rule.key and s is not step]
    for name, item in step.rule.taken(step.inputs).items():
        others = [(s, s.inputs[name]) for s in alike if name in s.inputs]
        if isinstance(item, Given | Step):
            for _, other in others:
                yield from _other_quantity(derivation, name, item, other)
            if isinstance(item, Given):
                yield from _misread(name, item)
        elif name in INPUTS:
            yield from _other_number(derivation.working, name, item, others)
            yield from _left_out(name, item)
        if name in SHAPES:
            yield from _other_axis(derivation, name, item)


def _other_quantity(
    derivation: Derivation, name: str, right: Given | Step, other: Any
) -> Iterator[Changed]:
    """The quantity that belongs in the same place of another step."""
    working = derivation.working
    if not isinstance(other, Given | Step) or other is right:
        return
    if not (_is_on_sheet(working, right) and _is_on_sheet(working, other)):
        return
    try:
        value = derivation.value(other)
    except RULE_ERRORS:
        return
    yield MixUp("other-quantity", right.name, other.name), {name: value}


def _is_on_sheet(working: Working, quantity: Given | Step) -> bool:
    return isinstance(quantity, Given) or any(a.step is quantity for a in working.asked)


def _misread(name: str, given: Given) -> Iterator[Changed]:
    """Data with one sign misread, or without signs."""
    value = given.value
    if not isinstance(value, np.ndarray) or value.ndim == 0:
        return
    if np.count_nonzero(value < 0) > 1:
        yield MixUp("signs-left-out", given.name), {name: np.abs(value)}
    for place in np.argwhere(value != 0):
        turned = value.copy()
        turned[tuple(place)] *= -1
        cell = tuple(int(i) + 1 for i in place)
        yield MixUp("sign-misread", given.name, cell=cell), {name: turned}


def _other_number(
    working: Working, name: str, right: Any, others: Iterable[tuple[Step, Any]]
) -> Iterator[Changed]:
    """The number of another step, the first that has it."""
    seen = {right}
    for step, other in others:
        if isinstance(other, int) and other not in seen and _is_on_sheet(working, step):
            seen.add(other)
            yield MixUp("input-of-other-step", right, other, name, step.name), {name: other}


def _left_out(name: str, right: Any) -> Iterator[Changed]:
    if isinstance(right, int) and right != INPUTS[name]:
        yield MixUp("input-left-out", right, name=name), {name: INPUTS[name]}


def _other_axis(derivation: Derivation, name: str, item: Any) -> Iterator[Changed]:
    """A shape with one axis left out, a side taken for the other, or colours seen in grey."""
    try:
        shape = derivation.value(item) if isinstance(item, Given | Step) else item
    except RULE_ERRORS:
        return
    axes = SHAPES[name]
    if len(shape) != len(axes):
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


def _changed(shape: tuple[int, ...], axis: int, size: int) -> tuple[int, ...]:
    return (*shape[:axis], size, *shape[axis + 1 :])
