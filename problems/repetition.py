"""Checks that are carried out several times in one process, so that a memory of theirs shows.

A function that keeps something from one call to the next may be right the first time it is called,
and the second. So each check is followed by the same calls again, in an order that differs from one
check to the next. A right program gives the same each time, and what it gave stays as it was while
it is called again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from problems.probe import (
    Again,
    Call,
    Check,
    Gather,
    Gradients,
    GroupOptions,
    Kept,
    LoadParameters,
    ParameterShapes,
    Probe,
    Put,
    Read,
    Reading,
    SetParameters,
    Step,
    TrainedNames,
    Witness,
)

_ORDERS = ((1, 0, 1, 0, 0, 1), (1, 0, 0, 1, 0, 1), (1, 1, 0, 0, 0, 1), (1, 0, 1, 1, 0, 0))
"""Which of the two runs of a check comes when: the one that is shown (0) or the other (1).

The other comes first: what it gives in a fresh process is known if these are carried out in one.
"""
_ORDERS_OF_OBJECTS = ((1, 0, 1), (1, 0, 0), (1, 1, 0), (1, 0, 1, 0))
"""Fewer, since an object has to be made anew, and a model given its parameters."""


def made_often(shown: Check, hidden: Check, turn: int) -> Check:
    """A check of two runs, of which the second is not shown, and then both again several times.

    ``turn`` is the number of the check: each has another order.
    """
    first_half, second_half, unseen = shown.probe, hidden.probe, hidden.probe.unseen()
    halves = (first_half, second_half)
    probe = first_half.followed_by_hidden(second_half)
    if any(isinstance(step, ParameterShapes) for step in probe.steps):
        return replace(shown, probe=probe)
    is_one_call = sum(isinstance(step, Call) for step in halves[0].steps) == 1
    orders = _ORDERS if is_one_call else _ORDERS_OF_OBJECTS
    probe.more_from = len(probe.steps)
    present, heard = 1, set()
    kept: list[tuple[Read, Kept]] = []
    for at, half in enumerate(orders[turn % len(orders)]):
        first = half * len(halves[0].observations)
        steps = halves[half].steps
        steps = list(_without_loading(steps)) if half == present else steps
        if is_one_call and at and half == present:
            steps = _of_the_same_objects(steps)
        if at == 0:
            steps = _renamed(steps)
            kept = _kept(steps, first)
        probe.steps += steps
        probe.more += [Again(first + number) for number in _numbers(halves[half])]
        if half not in heard:
            probe.steps += halves[half].asides
            probe.more += [
                Witness(first + each.number, each.gives) for each in halves[half].witnesses
            ]
        if half == 0:  # the other inputs than those of the values that are kept
            probe.steps += [reading for reading, _ in kept]
            probe.more += [each for _, each in kept]
            kept = []
        heard.add(half)
        present = half
    if second_half.last_steps and not unseen.steps:
        probe.last_from = len(probe.steps)
    probe.steps += second_half.last_steps
    probe.more += [
        replace(each, number=len(halves[0].observations) + each.number)
        for each in second_half.last_witnesses
    ]
    if unseen.steps:
        again = [Again(len(first_half.observations) + n) for n in _numbers(second_half)]
        first = len(probe.observations) + len(probe.more) + len(again)
        probe.steps += [*second_half.steps, *unseen.steps]
        probe.more += [*again, *(replace(each, shown=False) for each in unseen.observations)]
        if is_one_call:  # all in the opposite order, from which each is the first one once
            for numbers, steps in reversed(list(_calls(unseen.steps))):
                probe.steps += steps
                probe.more += [Again(first + number) for number in numbers]
            probe.steps += second_half.steps
            probe.more += again
    return replace(shown, probe=probe)


def _of_the_same_objects(steps: Sequence[Step]) -> list[Step]:
    return [replace(step, again=True) if isinstance(step, Put) else step for step in steps]


def _calls(steps: Sequence[Step]) -> Iterator[tuple[Sequence[int], list[Step]]]:
    """The steps of each call: what it is given, itself, and the readings of what it gives.

    With them come the numbers of these among all readings.
    """
    call: list[Step] = []
    numbers: list[int] = []
    seen = 0
    for step in steps:
        if numbers and not isinstance(step, Reading):
            yield numbers, call
            call, numbers = [], []
        call.append(step)
        if isinstance(step, Reading):
            numbers.append(seen)
            seen += 1
    yield numbers, call


def _numbers(probe: Probe) -> range:
    return range(len(probe.observations))


def _kept(steps: Sequence[Step], first: int) -> list[tuple[Read, Kept]]:
    """The last reading of each value, to be made again, and whose it is, counted from ``first``."""
    readings = [step for step in steps if isinstance(step, Reading)]
    last = {
        step.path: (step, Kept(first + number))
        for number, step in enumerate(readings)
        if isinstance(step, Read)
    }
    return list(last.values())


def _renamed(steps: Sequence[Step]) -> list[Step]:
    """The steps with names of their own, so that what they give is there after the same again."""
    own = {step.name for step in steps if isinstance(step, Put | Gather)}
    own |= {step.result for step in steps if isinstance(step, Call)}

    def name(old: str) -> str:
        head, dot, rest = old.partition(".")
        return f"{head}_before{dot}{rest}" if head in own else old

    def renamed(step: Step) -> Step:
        match step:
            case Put():
                return replace(step, name=name(step.name))
            case Gather():
                parts = tuple(map(name, step.parts))
                return replace(step, name=name(step.name), parts=parts)
            case Call():
                return Call(
                    name(step.result),
                    name(step.function),
                    tuple(map(name, step.arguments)),
                    {keyword: name(value) for keyword, value in step.keywords.items()},
                )
            case Gradients():
                return replace(step, path=name(step.path), model=name(step.model))
            case LoadParameters():
                return replace(step, path=name(step.path), images=name(step.images))
            case GroupOptions():
                parameters = tuple(map(name, step.parameters))
                return replace(step, path=name(step.path), parameters=parameters)
            case Read() | ParameterShapes() | SetParameters() | TrainedNames():
                return replace(step, path=name(step.path))
            case _:
                return step

    return [renamed(step) for step in steps]


def _without_loading(steps: Sequence[Step]) -> Iterator[Step]:
    """The steps for a model that is there and has its parameters; all where there is no model."""
    loads = [at for at, step in enumerate(steps) if isinstance(step, LoadParameters)]
    last = loads[-1] if loads else -1
    for at, step in enumerate(steps):
        if at > last or isinstance(step, Put):
            yield step
