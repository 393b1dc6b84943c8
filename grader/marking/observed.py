"""What was observed of a check, and whether it is right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import cached_property
from operator import attrgetter
from typing import Any

import numpy as np

from grader.marking.agreement import values_agree
from grader.marking.other_inputs import comes_of_another_input
from grader.marking.plain_numbers import plain, why_unsuitable
from grader.marking.tables import in_column
from grader.messages.remark import Remark
from grader.sandbox.outside.outcome import Blank, Missing, OverLimit, Raised, Returned
from grader.sandbox.outside.outcome import Outcome as Seen
from problems.forms import Numeric, agree, counted_shapes
from problems.frozen import frozen
from problems.probe import (
    Again,
    Call,
    Check,
    Kept,
    LoadParameters,
    Observation,
    ParameterShapes,
    Put,
    Read,
    Reading,
    Step,
    Use,
    Witness,
)
from problems.quantity import RULE_ERRORS


@frozen(eq=False)
class Observed:
    """An observation, what came, and the steps that had to run for it since the last one.

    ``ours`` are the names of the inputs of the whole check; ``again`` is what came of the same
    steps when they were carried out again, and ``kept`` the value, looked at after later calls.
    ``is_of_other_inputs`` says that a wrong value is the right one of inputs of which one was that
    of another call; ``is_kept_out`` that an error of an earlier step is why nothing came.
    """

    observation: Observation
    outcome: Seen
    steps: Sequence[Step]
    ours: Set[str]
    again: Sequence[Seen] = ()
    kept: Sequence[Seen] = ()
    is_of_other_inputs: bool = False
    is_kept_out: bool = False

    @cached_property
    def found(self) -> Any:
        """The value that came, tensors as arrays; None if none did."""
        return self._taken(self.outcome) if isinstance(self.outcome, Returned) else None

    def _taken(self, outcome: Returned) -> Any:
        """What the observation looks at of a value, tensors as arrays."""
        return plain(in_column(outcome.value, self.observation.column))

    @cached_property
    def unsuitable(self) -> Remark | None:
        """Why what came cannot be compared with numbers; None if it can."""
        return self._why_unsuitable(self.outcome) if isinstance(self.outcome, Returned) else None

    def _why_unsuitable(self, outcome: Returned) -> Remark | None:
        if not isinstance(self.observation.form, Numeric):
            return None
        value = in_column(outcome.value, self.observation.column)
        return why_unsuitable(self.observation.what, value, is_returned=self._is_returned)

    @cached_property
    def is_right(self) -> bool:
        """Whether a value came that agrees with the true one, or with another that is right."""
        return (
            isinstance(self.outcome, Returned)
            and self.unsuitable is None
            and (
                values_agree(self.observation.form, self.found, self.observation.true)
                or self._is_another_right_one(self.found)
            )
        )

    def _is_another_right_one(self, value: Any) -> bool:
        """Whether a value is one of several right ones, such as gradients at a tie."""
        try:
            return self.observation.rule.is_right(value, self.observation.inputs)
        except RULE_ERRORS:
            return False

    @cached_property
    def is_carried(self) -> bool:
        """Whether a wrong value follows rightly from what the program made of the steps before."""
        if self.is_right or not isinstance(self.outcome, Returned) or self.unsuitable is not None:
            return False
        try:
            return self.observation.rule.is_carried(self.found, self.observation.inputs)
        except RULE_ERRORS:
            return False

    @cached_property
    def number_of_another(self) -> int | None:
        """The number of the call that first gave another value than the first one; None if none.

        What a limit has stopped does not count, since that may be no fault of the program's.
        """
        if not isinstance(self.outcome, Returned):
            return None
        for number, outcome in enumerate(self.again, start=2):
            if isinstance(outcome, Raised | Missing | Blank):
                return number
            if isinstance(outcome, Returned) and not self._is_the_same(outcome):
                return number
        return None

    @cached_property
    def is_changed_later(self) -> bool:
        """Whether the right value that came was changed while the program was called again."""
        return self.is_right and any(
            isinstance(outcome, Returned) and not self._is_the_same(outcome)
            for outcome in self.kept
        )

    @property
    def leaves_something(self) -> bool:
        """Whether calls made before or after change what comes."""
        return self.number_of_another is not None or self.is_changed_later

    @property
    def was_right_once(self) -> bool:
        """Whether the right value came at least once."""
        true, form = self.observation.true, self.observation.form
        return self.is_right or any(
            isinstance(outcome, Returned)
            and self._why_unsuitable(outcome) is None
            and (
                values_agree(form, self._taken(outcome), true)
                or self._is_another_right_one(self._taken(outcome))
            )
            for outcome in self.again
        )

    def _is_the_same(self, outcome: Returned) -> bool:
        """Whether a value is as right as the first one, or as wrong."""
        first = self.outcome.value if isinstance(self.outcome, Returned) else None
        if outcome.value is first and self.is_right:
            return True
        form, value = self.observation.form, self._taken(outcome)
        if self.is_right:
            return values_agree(form, value, self.observation.true)
        if self.unsuitable is not None:
            return True
        return agree(form, value, self.found) or not np.all(np.isfinite(_floats(self.found)))

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
    def is_attribute(self) -> bool:
        """Whether the value is one that an object keeps."""
        return any(isinstance(step, Read) and "." in step.path for step in self.steps)

    @property
    def _is_returned(self) -> bool:
        """Whether the value is what a function returned, and not one that is kept somewhere."""
        return any(isinstance(step, Read) and "." not in step.path for step in self.steps)


def observed_in_all(
    checks: Sequence[Check], seen: Mapping[str, Sequence[Seen]]
) -> dict[str, list[Observed]]:
    """The observations of all checks, by the name of the check.

    What one of them gives, if it is not right, is an input of the rules and slips of all.
    """
    observed = {check.name: observed_in(check, seen[check.name]) for check in checks}
    given: dict[str, Any] = {}
    for one in (each for those in observed.values() for each in those):
        shapes = counted_shapes(one.found) if isinstance(one.outcome, Returned) else None
        if one.observation.gives is not None and shapes is not None and not one.is_right:
            given[one.observation.gives] = tuple(shapes.elements())
    given |= _for_all(checks, seen, observed)
    if given:
        observed = {n: [_with_inputs(one, given) for one in those] for n, those in observed.items()}
    observed = with_told_together(observed)
    mixed = _of_other_inputs([each for those in observed.values() for each in those])
    return {
        name: [replace(one, is_of_other_inputs=True) if one in mixed else one for one in those]
        for name, those in observed.items()
    }


def with_told_together(
    observed: Mapping[str, Sequence[Observed]],
) -> dict[str, list[Observed]]:
    """The observations with what values of several rules tell together, if some are wrong."""
    every = [one for seen in observed.values() for one in seen]
    found: dict[int, Mapping[str, Any]] = {}
    for together in {one.observation.rule.together for one in every} - {None}:
        checks = [
            [one for one in seen if one.observation.rule.together is together and _tells(one)]
            for seen in observed.values()
        ]
        told = [one for check in checks for one in check]
        if together is None or all(one.is_right for one in told):
            continue
        triples = [
            [(one.observation.rule.key, one.found, one.observation.inputs) for one in check]
            for check in checks
        ]
        try:
            found |= dict(zip(map(id, told), list(together(triples)), strict=True))
        except RULE_ERRORS:
            continue
    return {
        name: [_with_inputs(one, found[id(one)]) if found.get(id(one)) else one for one in seen]
        for name, seen in observed.items()
    }


def _tells(one: Observed) -> bool:
    return isinstance(one.outcome, Returned) and one.unsuitable is None


def _for_all(
    checks: Sequence[Check],
    seen: Mapping[str, Sequence[Seen]],
    observed: Mapping[str, Sequence[Observed]],
) -> dict[str, Any]:
    """What the witnesses for all observations saw, by their names, where all of them did.

    Those of a check of which a value was right say nothing: what they saw may be kept from then.
    """
    came: dict[str, list[Any]] = {}
    for check in checks:
        if any(one.was_right_once for one in observed[check.name]):
            continue
        later, outcomes = check.probe.more, seen[check.name][len(check.probe.observations) :]
        for each, outcome in zip(later, outcomes, strict=False):
            if isinstance(each, Witness) and each.for_all:
                value = plain(outcome.value) if isinstance(outcome, Returned) else None
                came.setdefault(each.gives, []).append(_floats(value))
    return {
        name: tuple(values)
        for name, values in came.items()
        if all(value.size and np.all(np.isfinite(value)) for value in values)
    }


_TRIED_FIRST = 3
_MOST_NUMBERS = 2000


def _of_other_inputs(every: Sequence[Observed]) -> set[Observed]:
    """The wrong values that come of an input of another call; none if the smallest do not."""
    wrong = [
        one
        for one in every
        if isinstance(one.outcome, Returned)
        and one.unsuitable is None
        and not one.is_right
        and one.input_size < _MOST_NUMBERS
    ]
    found: set[Observed] = set()
    for number, one in enumerate(sorted(wrong, key=attrgetter("input_size"))):
        if number == _TRIED_FIRST and not found:
            break
        others = [other.observation for other in every if other is not one]
        if comes_of_another_input(one.observation, one.found, others):
            found.add(one)
    return found


def _with_inputs(one: Observed, given: Mapping[str, Any]) -> Observed:
    observation = one.observation
    return replace(one, observation=replace(observation, inputs={**given, **observation.inputs}))


def observed_in(check: Check, outcomes: Sequence[Seen]) -> list[Observed]:
    """The observations of a check, each with its own of the ``outcomes``."""
    steps = check.probe.steps
    ours = {step.name for step in steps if isinstance(step, Put | Use)}
    reads = [i for i, step in enumerate(steps) if isinstance(step, Reading)]
    found: list[Observed] = []
    begin = 0
    later, count = check.probe.more, len(check.probe.observations)
    more = list(zip(later, outcomes[count : count + len(later)], strict=True))
    more += zip(later, outcomes[count + len(later) :], strict=False)  # there if it was run afresh
    for number, (observation, outcome) in enumerate(
        zip(check.probe.observations, outcomes, strict=False)
    ):
        end = reads[number]
        given = {
            each.gives: own
            for each, came in more
            if isinstance(each, Witness) and each.number == number and isinstance(came, Returned)
            if not each.for_all
            if (own := _floats(plain(came.value))).size and np.all(np.isfinite(own))
        }
        again = tuple(
            came for each, came in more if isinstance(each, Again) and each.number == number
        )
        judged = observation.judged_from(given) if given else observation
        kept = tuple(
            came for each, came in more if isinstance(each, Kept) and each.number == number
        )
        is_kept_out = _is_as_before(outcome, outcomes[:number])
        done = steps[begin : end + 1]
        found.append(Observed(judged, outcome, done, ours, again, kept, is_kept_out=is_kept_out))
        if isinstance(outcome, Returned):  # else a step since the last value may have failed
            begin = end + 1
    for at, (each, outcome) in enumerate(zip(later, outcomes[count:], strict=False)):
        # A limit, or an error before it, is no fault of a call that was to come after all else.
        if isinstance(each, Observation) and isinstance(outcome, Returned | Raised):
            place = slice(reads[count + at - 1] + 1, reads[count + at] + 1)
            again = tuple(
                came
                for other, came in more
                if isinstance(other, Again) and other.number == count + at
            )
            again += tuple(outcomes[count + len(later) + at :][:1])
            is_kept_out = _is_as_before(outcome, outcomes[: count + at])
            found.append(
                Observed(each, outcome, steps[place], ours, again, is_kept_out=is_kept_out)
            )
    return found


def _is_as_before(outcome: Seen, before: Sequence[Seen]) -> bool:
    """Whether it is an error that came before: all that follows it in a check has it as well."""
    return isinstance(outcome, Raised) and outcome in before


def _floats(value: Any) -> Any:
    try:
        return np.asarray(value, dtype=np.float64)
    except (TypeError, ValueError, OverflowError):
        return np.zeros(0)


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
