"""Probes the functions of a program: one probe after the other, each problem in a child of its own.

A probe that ends the child or makes it hang costs what it would have seen; the next goes on in a
fresh child, in which the program was run again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from grader.sandbox.outside.conversation import LostError, Request
from grader.sandbox.outside.limits import Limits
from grader.sandbox.outside.outcome import (
    Blank,
    Ended,
    Failure,
    FunctionFact,
    Missing,
    NotReached,
    Outcome,
    OverLimit,
    Raised,
    Returned,
)
from grader.sandbox.outside.program import Probe
from grader.sandbox.outside.running import Run
from grader.sandbox.outside.survey import Trouble
from grader.sandbox.wire.encoder import encode
from problems.probe import (
    Call,
    LoadParameters,
    ParameterShapes,
    Put,
    Read,
    Step,
)

_MAX_INPUT_BYTES = 2**40


class Probing:
    """The probes of a program, in their order."""

    def __init__(
        self,
        run: Run,
        probes: tuple[Probe, ...],
        limits_of: Callable[[str], Limits],
        served: str | None,
    ) -> None:
        """``served`` is the problem whose probes the first child is for, if it reads no values."""
        self.run = run
        self.talk = run.talk
        self.survey = run.survey
        self.probes = probes
        self.limits_of = limits_of
        self._served = served
        self._stopped: Trouble | None = None  # what keeps the present problem from being probed
        self._restarts_left = run.talk.limits.probe_restarts

    def observe(self) -> dict[tuple[str, str], tuple[Outcome, ...]]:
        """The outcomes that each probe observes, by problem and name of the probe."""
        observations: dict[tuple[str, str], tuple[Outcome, ...]] = {}
        strikes: dict[str, list[OverLimit]] = {}
        for probe in self.probes:
            self._serve(probe.problem)
            seen: list[Outcome] = []
            struck = strikes.setdefault(probe.problem, [])
            if len(struck) >= self.talk.limits.strikes:
                seen += self._unrun(probe, NotReached(struck[-1]))
                failure: Failure | None = NotReached(struck[-1])
            else:
                failure = self._run_probe(probe, seen)
                if isinstance(failure, OverLimit) and failure.limit in ("time", "cpu"):
                    struck.append(failure)
            while len(seen) < probe.observations:
                assert failure is not None
                seen.append(failure)
            observations[probe.problem, probe.name] = tuple(seen)
        return observations

    def _serve(self, problem: str) -> None:
        """Gives a problem a child and an account of its own for its probes."""
        if problem == self._served:
            return
        self.run.stop()
        self._served = problem
        self._stopped = None
        self.talk.renew(self.limits_of(problem))
        self._restarts_left = self.talk.limits.probe_restarts

    def _run_probe(self, probe: Probe, seen: list[Outcome]) -> Failure | None:
        """Appends what one probe observes; returns what stopped it, if anything did."""
        if not self.run.ready and self._stopped is None:
            self.run.settle()
        if stopped := self._stopped or self.run.given_up:
            seen += self._unrun(probe, NotReached(stopped))
            return NotReached(stopped)
        classes: dict[str, str] = {}
        place: str | None = None
        opening: list[Request] = [("probe", (probe.problem,))]
        try:
            for group in _groups(probe.steps):
                places = [self._place_of(probe.problem, step, classes) for step in group]
                place = next(filter(None, places), None)
                answers = self.talk.ask_each([*opening, *map(_request, group)])
                for verb, _ in opening:
                    self.talk.check_done(verb, next(answers))
                opening = []
                for number, (step, where) in enumerate(zip(group, places, strict=True)):
                    place = next(filter(None, places[number:]), place)
                    answer = next(answers)
                    if isinstance(step, Read | ParameterShapes):
                        seen.append(
                            self._explained(probe, step, self.talk.judge_value(answer), where)
                        )
                        continue
                    outcome = self.talk.judge(answer)
                    if isinstance(outcome, Returned):
                        self.talk.give_up("no value was expected")
                    if outcome is not None:
                        return self._failure(self._explained(probe, step, outcome, where))
        except LostError as lost:
            self.run.stop()
            failure = _placed(lost.failure, place)
            if not self._restarts_left or self.talk.out_of_time:
                self._stopped = failure
            self._restarts_left -= 1
            return failure
        return None

    def _unrun(self, probe: Probe, failure: Failure) -> list[Outcome]:
        """The observations of a probe that is not run: blank from the first blank call on."""
        found: list[Outcome] = []
        classes: dict[str, str] = {}
        is_blank = False
        for step in probe.steps:
            fact = self._called(probe.problem, step, classes)
            is_blank = is_blank or (fact is not None and fact.blank)
            if isinstance(step, Read | ParameterShapes):
                found.append(Blank() if is_blank else failure)
        return found

    def _place_of(self, problem: str, step: Step, classes: dict[str, str]) -> str | None:
        """Where a function that a step calls, or a property that it reads, is defined.

        ``classes`` follows the objects' classes.
        """
        if isinstance(step, Read):
            head, dot, rest = step.path.partition(".")
            fact = self.survey.function(problem, classes.get(head, head) + dot + rest)
        else:
            fact = self._called(problem, step, classes)
        return None if fact is None else fact.place

    def _called(self, problem: str, step: Step, classes: dict[str, str]) -> FunctionFact | None:
        """The function that a step calls; ``classes`` follows the objects' classes."""
        if not isinstance(step, Call):
            return None
        head, dot, rest = step.function.partition(".")
        fact = self.survey.function(problem, classes.get(head, head) + dot + rest)
        if fact is not None and fact.kind == "class":
            classes[step.result] = fact.name
        return fact

    def _explained(self, probe: Probe, step: Step, outcome: Outcome, place: str | None) -> Outcome:
        """An outcome with what the child cannot know: its place, and why a name is missing."""
        if isinstance(outcome, Missing) and isinstance(
            step, Call | Read | ParameterShapes | LoadParameters
        ):
            path = step.function if isinstance(step, Call) else step.path
            head = path.partition(".")[0]
            if outcome.name != head:
                return self.survey.missing_attribute(outcome.name)
            contested = head in self.run.asked.contested[probe.problem]
            known = self.survey.failure_of(probe.problem, head, own_cells=contested)
            return known or self.survey.missing_function(probe.problem, head)
        if isinstance(outcome, Raised | Ended | OverLimit):
            return _placed(outcome, place)
        return outcome

    def _failure(self, outcome: Outcome) -> Failure:
        if isinstance(outcome, Returned):
            self.talk.give_up("no value was expected")
        return outcome


def _placed(failure: Trouble, place: str | None) -> Trouble:
    if failure.place is not None or place is None:
        return failure
    return replace(failure, place=place)


def _groups(steps: Sequence[Step]) -> Iterator[list[Step]]:
    """The steps that are asked for at once: some that are done, and the reading of what they gave.

    The inputs of the next call are sent when the results of this one have come.
    """
    group: list[Step] = []
    for step in steps:
        is_reading = isinstance(step, Read | ParameterShapes)
        if not is_reading and group and isinstance(group[-1], Read | ParameterShapes):
            yield group
            group = []
        group.append(step)
    if group:
        yield group


def _request(step: Step) -> Request:
    """The verb and the arguments of a step."""
    if isinstance(step, Put):
        return "put", (step.name, _encoded(step.value), step.tensor)
    if isinstance(step, Call):
        return "call", (step.result, step.function, tuple(step.arguments), dict(step.keywords))
    if isinstance(step, Read):
        return "look" if "." in step.path else "read", (step.path,)
    if isinstance(step, LoadParameters):
        return "fill", (step.path, _encoded(tuple(step.arrays)))
    return "shapes", (step.path,)


def _encoded(value: object) -> bytes:
    """A value as it goes down, whatever its size: the grader has made it."""
    return encode(value, _MAX_INPUT_BYTES, strict=True)
