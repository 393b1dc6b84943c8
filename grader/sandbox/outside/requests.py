"""What is asked of a child for the steps of a probe, and what of it is sent at once.

The inputs of a call are sent when the results of the call before have come. Calls whose inputs have
all been sent before tell a child nothing by being sent: they go down together, in one frame, and
their results are read as they come.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from grader.sandbox.outside.conversation import Request
from grader.sandbox.wire.encoder import encode
from problems.probe import (
    Call,
    Change,
    Gather,
    Gradients,
    GroupOptions,
    LoadParameters,
    Put,
    Read,
    Reading,
    SetParameters,
    Step,
    TrainedNames,
    Use,
)

_MAX_INPUT_BYTES = 2**40


class Requests:
    """The requests for steps. An input that comes in several of them is encoded once."""

    def __init__(self) -> None:
        self._encoded: dict[tuple[int, ...], tuple[Sequence[object], bytes]] = {}

    def of(self, step: Step) -> Request:
        """The verb and the arguments of a step."""
        if isinstance(step, Put):
            encoded = self._encode(step.value, (step.value,))
            return "put", (step.name, encoded, step.tensor, step.again)
        if isinstance(step, Gather):
            return "gather", (step.name, tuple(step.parts), step.as_tuple)
        if isinstance(step, Use):
            return "use", (step.name, step.path)
        if isinstance(step, Call):
            return "call", (step.result, step.function, tuple(step.arguments), dict(step.keywords))
        if isinstance(step, Change):
            return "change", (step.number, tuple(step.names))
        if isinstance(step, Read):
            return "look" if "." in step.path else "read", (step.path,)
        if isinstance(step, LoadParameters):
            arrays = self._encode(tuple(step.arrays), step.arrays)
            return "fill", (step.path, arrays, step.forward, step.images)
        if isinstance(step, SetParameters):
            return "set", (step.path, self._encode(tuple(step.arrays), step.arrays))
        if isinstance(step, TrainedNames):
            return "trained", (step.path,)
        if isinstance(step, GroupOptions):
            return "options", (step.path, step.option, tuple(step.parameters))
        if isinstance(step, Gradients):
            return "gradients", (step.path, step.model)
        return "shapes", (step.path,)

    def _encode(self, value: object, parts: Sequence[object]) -> bytes:
        """A value as it goes down, whatever its size: the grader has made it, of these parts."""
        key = (type(value) is tuple, *map(id, parts))
        if key not in self._encoded:  # with the parts, which are thereby kept
            self._encoded[key] = parts, as_sent(value, strict=True)
        return self._encoded[key][1]


def as_sent(value: object, *, strict: bool = False) -> bytes:
    """A value in the form of the wire."""
    return encode(value, _MAX_INPUT_BYTES, strict=strict)


def groups(steps: Sequence[Step]) -> Iterator[list[Step]]:
    """The steps that belong together: some that are done, and the reading of what they gave."""
    group: list[Step] = []
    for step in steps:
        is_reading = isinstance(step, Reading)
        if not is_reading and group and isinstance(group[-1], Reading):
            yield group
            group = []
        group.append(step)
    if group:
        yield group


def sent_together(
    before: Sequence[Step], more: Sequence[Sequence[Step]]
) -> Iterator[list[Sequence[Step]]]:
    """Groups of steps that may go down in one frame, after steps whose results have come.

    The first of them may bring inputs that are new to the child; the others have none but those of
    steps that it has carried out.
    """
    known = {id(value) for step in before for value in _inputs(step)}
    together: list[Sequence[Step]] = []
    for group in more:
        given = {id(value) for step in group for value in _inputs(step)}
        if together and not given <= known:
            yield together
            together = []
        known |= given
        together.append(group)
    if together:
        yield together


def _inputs(step: Step) -> Sequence[Any]:
    if isinstance(step, Put):
        return (step.value,)
    return step.arrays if isinstance(step, LoadParameters | SetParameters) else ()
