"""Probes the functions of a program: one probe after the other, each problem in a child of its own.

A probe that ends the child or makes it hang costs what it would have seen; the next goes on in a
fresh child, in which the program was run again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from zlib import crc32

from grader.sandbox.outside.conversation import LostError, Request
from grader.sandbox.outside.limits import Limits
from grader.sandbox.outside.lost_names import Trouble
from grader.sandbox.outside.mendable import NOTED
from grader.sandbox.outside.missing import missing_attribute, missing_function
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
from grader.sandbox.wire.encoder import encode
from problems.probe import (
    Call,
    Gradients,
    LoadParameters,
    Put,
    Read,
    Reading,
    Step,
)

_MAX_INPUT_BYTES = 2**40
_SECONDS_BEFORE_MORE = 2.0
"""After so much time what is optional in a probe is left out."""
_SECONDS_OF_A_FRESH_RUN = 1.0
"""A program that takes longer is not run again for a probe because it has kept something."""
_STRIKES = ("time", "cpu")
_NO_MORE = OverLimit("time", f"{_SECONDS_BEFORE_MORE:g} s")


class Probing:
    """The probes of a program, in their order."""

    def __init__(
        self,
        run: Run,
        probes: tuple[Probe, ...],
        limits_of: Callable[[str], Limits],
        served: str | None,
    ) -> None:
        """``served`` is the problem whose probes the first child is for, if it reads no values.

        One that reads values goes on to the probes of the first problem that has the same limits.
        """
        self.run = run
        self.talk = run.talk
        self.survey = run.survey
        self.probes = probes
        self.limits_of = limits_of
        self._served = served
        self._stopped: Trouble | None = None  # what keeps the present problem from being probed
        self._restarts_left = run.talk.limits.probe_restarts
        self._ran_within_seconds = 0.0
        self.mended: dict[str, set[str]] = {}
        self.seconds: dict[tuple[str, str], float] = {}

    def observe(self) -> dict[tuple[str, str], tuple[Outcome, ...]]:
        """The outcomes that each probe observes, by problem and name of the probe.

        Where the same steps do not give the same each time, the optional ones are carried out once
        more in a fresh child, and what they give comes after the rest.
        """
        observations: dict[tuple[str, str], tuple[Outcome, ...]] = {}
        strikes: dict[str, list[OverLimit]] = {}
        for probe in self.probes:
            self._serve(probe.problem)
            began = time.monotonic()
            seen: list[Outcome] = []
            struck = strikes.setdefault(probe.problem, [])
            failure: Failure | None
            if len(struck) >= self.talk.limits.strikes:
                failure = NotReached(struck[-1])
                seen += self._unrun(probe, failure)
            else:
                failure = self._run_probe(probe, seen)
                is_required = len(seen) < probe.required_observations
                if is_required and isinstance(failure, OverLimit) and failure.limit in _STRIKES:
                    struck.append(failure)
            if failure is not None:
                seen += _filled(probe, len(seen), failure)
            self._note_mended(probe.problem)
            if self._ran_within_seconds < _SECONDS_OF_A_FRESH_RUN and _keeps_something(probe, seen):
                self.run.stop()  # what comes next finds the program as it was
                seen += self._observe_afresh(probe)
            observations[probe.problem, probe.name] = tuple(seen)
            self.seconds[probe.problem, probe.name] = time.monotonic() - began
        return observations

    def _note_mended(self, problem: str) -> None:
        """What the child has mended so far, if it was asked to; nothing if it is gone."""
        if self.talk.mending is None or not self.run.ready:
            return
        try:
            (answer,) = self.talk.ask_each([("mended", ())])
        except LostError:
            self.run.stop()
            return
        found = {one for one in answer[1] if type(one) is str} if answer[0] == "read" else set()
        self.mended.setdefault(problem, set()).update(found.intersection(NOTED))

    def _observe_afresh(self, probe: Probe) -> list[Outcome]:
        """What the optional steps of a probe give in a child of their own."""
        seen: list[Outcome] = []
        if probe.afresh is not None:
            failure = self._run_probe(probe.afresh, seen)
            self.run.stop()
            if failure is not None:
                seen += _filled(probe.afresh, len(seen), failure)
        return seen

    def _serve(self, problem: str) -> None:
        """Gives a problem a child and an account of its own for its probes.

        The child that has read the values is one for the first problem: it has seen no input yet.
        """
        if problem == self._served:
            return
        limits = self.limits_of(problem)
        torch = "torch" in self.talk.modules
        has_only_read_values = self._served is None and self.run.ready
        if has_only_read_values and limits.is_like(self.talk.limits, torch=torch):
            self._ran_within_seconds = self.run.seconds
        else:
            self.run.stop()
        self._served = problem
        self._stopped = None
        self.talk.renew(limits)
        self._restarts_left = self.talk.limits.probe_restarts

    def _run_probe(self, probe: Probe, seen: list[Outcome]) -> Failure | None:
        """Appends what one probe observes; returns what stopped it, if anything did."""
        if not self.run.ready and self._stopped is None:
            self.run.settle()
            self._ran_within_seconds = self.run.seconds
        if stopped := self._stopped or self.run.given_up:
            unreached = self.survey.not_reached(stopped)
            seen += self._unrun(probe, unreached)
            return unreached
        classes: dict[str, str] = {}
        place: str | None = None
        opening: list[Request] = [("probe", (probe.problem, crc32(probe.name.encode())))]
        before = self.talk.charged_seconds
        try:
            for group in chain(_groups(probe.required), _groups(probe.optional)):
                is_more = len(seen) >= probe.required_observations
                if is_more and self.talk.charged_seconds - before > _SECONDS_BEFORE_MORE:
                    return _NO_MORE
                places = [self._place_of(probe.problem, step, classes) for step in group]
                place = next(filter(None, places), None)
                answers = self.talk.ask_each([*opening, *map(_request, group)])
                for verb, _ in opening:
                    self.talk.check_done(verb, next(answers))
                opening = []
                for number, (step, where) in enumerate(zip(group, places, strict=True)):
                    place = next(filter(None, places[number:]), place)
                    answer = next(answers)
                    if isinstance(step, Reading):
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
            if isinstance(step, Reading):
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
        if isinstance(outcome, Missing) and isinstance(step, Call | Reading | LoadParameters):
            path = step.function if isinstance(step, Call) else step.path
            head = path.partition(".")[0]
            if outcome.name != head:
                return missing_attribute(self.survey, outcome.name)
            contested = head in self.run.asked.contested[probe.problem]
            known = self.survey.failure_of(probe.problem, head, own_cells=contested)
            return known or missing_function(self.survey, probe.problem, head)
        if isinstance(outcome, Raised | Ended | OverLimit):
            return _placed(outcome, place)
        return outcome

    def _failure(self, outcome: Outcome) -> Failure:
        if isinstance(outcome, Returned):
            self.talk.give_up("no value was expected")
        return outcome


def _filled(probe: Probe, seen: int, failure: Failure) -> Sequence[Failure]:
    """What comes of the observations of a probe that were not made, after so many that were.

    A failure is that of all that are required; of those that are optional only of the first one.
    """
    required = max(probe.required_observations - seen, 0)
    later = probe.observations - seen - required
    if required or not later:
        return [failure] * required + [_NO_MORE] * later
    return [failure] + [_NO_MORE] * (later - 1)


def _keeps_something(probe: Probe, seen: Sequence[Outcome]) -> bool:
    """Whether the same steps gave something else when they were carried out again."""
    return any(
        isinstance(seen[one], Returned)
        and not isinstance(seen[other], OverLimit | Ended)
        and _as_sent(seen[one]) != _as_sent(seen[other])
        for one, other in probe.alike
    )


def _as_sent(outcome: Outcome) -> bytes:
    return encode(outcome.value, _MAX_INPUT_BYTES) if isinstance(outcome, Returned) else b""


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
        is_reading = isinstance(step, Reading)
        if not is_reading and group and isinstance(group[-1], Reading):
            yield group
            group = []
        group.append(step)
    if group:
        yield group


def _request(step: Step) -> Request:
    """The verb and the arguments of a step."""
    if isinstance(step, Put):
        return "put", (step.name, _encoded(step.value), step.tensor, step.again)
    if isinstance(step, Call):
        return "call", (step.result, step.function, tuple(step.arguments), dict(step.keywords))
    if isinstance(step, Read):
        return "look" if "." in step.path else "read", (step.path,)
    if isinstance(step, LoadParameters):
        arrays = _encoded(tuple(step.arrays))
        return "fill", (step.path, arrays, step.forward, step.images)
    if isinstance(step, Gradients):
        return "gradients", (step.path, step.model)
    return "shapes", (step.path,)


def _encoded(value: object) -> bytes:
    """A value as it goes down, whatever its size: the grader has made it."""
    return encode(value, _MAX_INPUT_BYTES, strict=True)
