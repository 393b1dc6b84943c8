"""Probes the functions of a program: one probe after the other, each problem in a child of its own.

A probe that ends the child or makes it hang costs what it would have seen; the next goes on in a
fresh child, in which the program was run again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from zlib import crc32

import numpy as np

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
from grader.sandbox.outside.requests import Requests, as_sent, groups, sent_together
from grader.sandbox.outside.running import Run
from problems.probe import Call, LoadParameters, Read, Reading, SetParameters, Step

_SECONDS_BEFORE_MORE = 2.0
"""After so much time what is optional in a probe is left out."""
_SECONDS_OF_QUICK_STEPS = 0.1
"""If its other steps take longer, what is optional is sent piece by piece."""
_SECONDS_OF_A_FRESH_RUN = 1.0
"""A program that takes longer is not run again for a probe because it has kept something."""
_STRIKES = ("time", "cpu")
_ON_A_PATH = Call | Reading | LoadParameters | SetParameters
"""The steps that look for something of the program's."""
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
        self._requests = Requests()
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
            self.talk.forget_answers()
            began = time.monotonic()
            seen: list[Outcome] = []
            struck = strikes.setdefault(probe.problem, [])
            failure: Failure | None
            if len(struck) >= self.talk.limits.strikes:
                failure = NotReached(struck[0])
                seen += self._unrun(probe, failure)
            else:
                failure = self._run_probe(probe, seen, is_hurried=bool(struck))
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

    def _run_probe(
        self, probe: Probe, seen: list[Outcome], *, is_hurried: bool = False
    ) -> Failure | None:
        """Appends what one probe observes; returns what stopped it, if anything did.

        Its calls are ``is_hurried`` where one like them has used up all the time that it had.
        """
        if not self.run.ready and self._stopped is None:
            self.run.settle()
            self._ran_within_seconds = self.run.seconds
        if stopped := self._stopped or self.run.given_up:
            unreached = self.survey.not_reached(stopped)
            seen += self._unrun(probe, unreached)
            return unreached
        self.talk.is_hurried = is_hurried
        opening: list[Request] = [("probe", (probe.problem, crc32(probe.name.encode())))]
        before = self.talk.charged_seconds
        done: list[Step] = []
        group: Sequence[Step] = ()
        number = 0
        try:
            for together in self._frames(probe, seen, before):
                requests = [self._requests.of(step) for each in together for step in each]
                is_more = len(seen) >= probe.required_observations
                meanwhile = probe.meanwhile if is_more else None
                answers = self.talk.ask_each([*opening, *requests], meanwhile)
                for group in together:
                    number = 0
                    if self._is_late(probe, seen, before):
                        if group is not together[0]:  # the rest of them has been sent
                            self.run.stop()
                        return _NO_MORE
                    for verb, _ in opening:
                        self.talk.check_done(verb, next(answers))
                    opening = []
                    for number, step in enumerate(group):
                        answer = next(answers)
                        if isinstance(step, Reading):
                            outcome = self.talk.judge_value(answer)
                            if not isinstance(outcome, Returned):
                                outcome = self._explained_in(probe, done, group, number, outcome)
                            seen.append(outcome)
                            continue
                        failed = self.talk.judge(answer)
                        if failed is not None:
                            failure = self._failure(failed)
                            return self._failure(
                                self._explained_in(probe, done, group, number, failure)
                            )
                    done += group
        except LostError as lost:
            self.run.stop()
            places = self._places(probe.problem, done, group)
            following = filter(None, (*places[number:], *reversed(places[:number])))
            failure = _placed(lost.failure, next(following, None))
            if not self._restarts_left or self.talk.out_of_time:
                self._stopped = failure
            self._restarts_left -= 1
            return failure
        seen += [_NO_MORE] * (probe.observations - len(seen))  # which are not needed
        return None

    def _frames(
        self, probe: Probe, seen: Sequence[Outcome], before: float
    ) -> Iterator[list[Sequence[Step]]]:
        """The groups of a probe's steps, as they are sent: those that are optional together.

        After steps that took their time it is one group after the other, so that what comes too
        late need not be carried out.
        """
        for group in groups(probe.required):
            yield [group]
        last = len(probe.last)
        more = probe.optional[: len(probe.optional) - last]
        yield from self._more_frames(probe.required, more, before)
        if last and not probe.is_settled(seen):
            yield from self._more_frames(probe.steps[:-last], probe.last, before)

    def _more_frames(
        self, done: Sequence[Step], more: Sequence[Step], before: float
    ) -> Iterator[list[Sequence[Step]]]:
        if self.talk.charged_seconds - before > _SECONDS_OF_QUICK_STEPS:
            for group in groups(more):
                yield [group]
        else:
            yield from sent_together(done, list(groups(more)))

    def _is_late(self, probe: Probe, seen: Sequence[Outcome], before: float) -> bool:
        """Whether what comes next is optional and has no time left."""
        is_more = len(seen) >= probe.required_observations
        return is_more and self.talk.charged_seconds - before > _SECONDS_BEFORE_MORE

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

    def _places(
        self, problem: str, done: Sequence[Step], group: Sequence[Step]
    ) -> list[str | None]:
        """Where the functions that a group of steps calls after others are defined, for each."""
        classes: dict[str, str] = {}
        for step in done:
            self._called(problem, step, classes)
        return [self._place_of(problem, step, classes) for step in group]

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

    def _explained_in(
        self,
        probe: Probe,
        done: Sequence[Step],
        group: Sequence[Step],
        number: int,
        outcome: Outcome,
    ) -> Outcome:
        """What came of a step of a group after others, with what the child cannot know."""
        place = self._places(probe.problem, done, group)[number]
        return self._explained(probe, group[number], outcome, place)

    def _explained(self, probe: Probe, step: Step, outcome: Outcome, place: str | None) -> Outcome:
        """An outcome with what the child cannot know: its place, and why a name is missing."""
        if isinstance(outcome, Missing) and isinstance(step, _ON_A_PATH):
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
        and not are_the_same(seen[one], seen[other])
        for one, other in probe.alike
    )


def are_the_same(one: Outcome, other: Outcome) -> bool:
    """Whether two values are the same when they are sent; what is none differs from all values."""
    if not isinstance(one, Returned) or not isinstance(other, Returned):
        return isinstance(one, Returned) == isinstance(other, Returned)
    if one.value is other.value:
        return True
    values = one.value, other.value
    if all(type(value) is np.ndarray for value in values):
        first, second = values
        if first.dtype == second.dtype and first.shape == second.shape:
            return bool(first.tobytes() == second.tobytes())
    return as_sent(one.value) == as_sent(other.value)


def _placed(failure: Trouble, place: str | None) -> Trouble:
    if failure.place is not None or place is None:
        return failure
    return replace(failure, place=place)
