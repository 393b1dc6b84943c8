"""What was observed of a check, and whether it is right."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from grader.marking.plain_numbers import plain, why_unsuitable
from grader.messages.remark import Remark
from grader.sandbox.outside.outcome import Missing, OverLimit, Returned
from grader.sandbox.outside.outcome import Outcome as Seen
from problems.forms import Form, Numeric, agree
from problems.probe import (
    Call,
    Check,
    LoadParameters,
    Observation,
    ParameterShapes,
    Put,
    Read,
    Step,
)


@dataclass(frozen=True, eq=False)
class Observed:
    """An observation, what came, and the steps that had to run for it since the last one.

    ``ours`` are the names of the inputs of the whole check.
    """

    observation: Observation
    outcome: Seen
    steps: Sequence[Step]
    ours: Set[str]

    @cached_property
    def found(self) -> Any:
        """The value that came, tensors as arrays; None if none did."""
        return plain(self.outcome.value) if isinstance(self.outcome, Returned) else None

    @cached_property
    def unsuitable(self) -> Remark | None:
        """Why what came cannot be compared with numbers; None if it can."""
        if not isinstance(self.outcome, Returned):
            return None
        if not isinstance(self.observation.form, Numeric):
            return None
        what, value = self.observation.what, self.outcome.value
        return why_unsuitable(what, value, is_returned=self._is_returned)

    @cached_property
    def is_right(self) -> bool:
        """Whether a value came that agrees with the true one."""
        return (
            isinstance(self.outcome, Returned)
            and self.unsuitable is None
            and values_agree(self.observation.form, self.found, self.observation.true)
        )

    @property
    def is_trivial(self) -> bool:
        """Whether the value is zero everywhere, empty, not finite, or no number at all."""
        found = np.asarray(self.found)
        is_numeric = isinstance(self.observation.form, Numeric)
        return not (is_numeric and np.any(found != 0) and np.isfinite(found).all())

    @property
    def has_trivial_numbers(self) -> bool:
        """Whether numbers came that are trivial."""
        is_numeric = isinstance(self.observation.form, Numeric) and self.unsuitable is None
        return isinstance(self.outcome, Returned) and is_numeric and self.is_trivial

    @property
    def input_size(self) -> int:
        """How many numbers there are in the arrays among the inputs."""
        inputs = self.observation.inputs.values()
        return sum(np.size(x) for x in inputs if isinstance(x, np.ndarray))

    @property
    def what_failed(self) -> str:
        """The calls that were to lead to the observation, as they are written."""
        if isinstance(self.outcome, OverLimit) and self.outcome.limit == "result":
            return self.observation.what
        called = [text for step in self.steps if (text := _written(step, self.ours))]
        return ", ".join(called) or self.observation.what

    @property
    def missing_attribute(self) -> str | None:
        """The attribute or method that is not there; None if it is something else that failed."""
        if not isinstance(self.outcome, Missing) or self.outcome.similar:
            return None
        for step in self.steps:
            path = step.function if isinstance(step, Call) else getattr(step, "path", "")
            if self.outcome.name in path.split(".")[1:]:
                return self.observation.what if isinstance(step, Read) else path
        return None

    @property
    def _is_returned(self) -> bool:
        """Whether the value is what a function returned, and not one that is kept somewhere."""
        return any(isinstance(step, Read) and "." not in step.path for step in self.steps)


def observed_in(check: Check, outcomes: Sequence[Seen]) -> list[Observed]:
    """The observations of a check, each with its own of the ``outcomes``."""
    steps = check.probe.steps
    ours = {step.name for step in steps if isinstance(step, Put)}
    reads = [i for i, step in enumerate(steps) if isinstance(step, Read | ParameterShapes)]
    found: list[Observed] = []
    begin = 0
    for end, observation, outcome in zip(reads, check.probe.observations, outcomes, strict=True):
        found.append(Observed(observation, outcome, steps[begin : end + 1], ours))
        if isinstance(outcome, Returned):  # else a step since the last value may have failed
            begin = end + 1
    return found


def values_agree(form: Form, found: Any, value: Any) -> bool:
    """Whether two values agree; nothing but zeros agrees with none that is more than rounding."""
    if not agree(form, found, value):
        return False
    is_zero = isinstance(form, Numeric) and not np.any(np.asarray(found))
    return not (is_zero and np.any(np.abs(np.asarray(value)) > Numeric().atol))


def _written(step: Step, inputs: Set[str]) -> str | None:
    """A step in which the student's code runs, as it is written; a method of an input is ours."""
    match step:
        case Call(function=function) if function.partition(".")[0] in inputs:
            return None
        case Call(function=function, arguments=arguments, keywords=keywords):
            named = [f"{name}={value}" for name, value in keywords.items()]
            return f"{function}({', '.join([*arguments, *named])})"
        case LoadParameters(path=path) | ParameterShapes(path=path):
            return f"{path}.parameters()"
    return None
