"""Runs a program and probes it: what is asked when, and what follows when it ends or hangs.

Whatever ends the child or makes it hang is known, since it is asked one thing at a time. It is then
killed, and a fresh one runs the program again without the guilty statement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from grader.sandbox import wire
from grader.sandbox.conversation import Conversation, LostError, Request
from grader.sandbox.encoder import encode
from grader.sandbox.forkserver import ForkServerLostError
from grader.sandbox.limits import Limits
from grader.sandbox.outcome import (
    Blank,
    Ended,
    Execution,
    Failure,
    FunctionFact,
    Missing,
    Outcome,
    OverLimit,
    PrintLog,
    Raised,
    Returned,
    SandboxFault,
)
from grader.sandbox.program import Cell, Probe, Wanted
from grader.sandbox.sandbox import Sandbox
from grader.sandbox.survey import Survey, Trouble
from problems.probe import (
    Call,
    LoadParameters,
    ParameterShapes,
    Put,
    Read,
    Set,
    Step,
)

_MAX_INPUT_BYTES = 2**40
_MOST_STARTS = 3  # of an execution, over which its fork server may die


def execute(
    cells: Sequence[Cell],
    wanted: Sequence[Wanted] = (),
    probes: Sequence[Probe] = (),
    limits: Limits | None = None,
    *,
    limits_of: Mapping[str, Limits] | None = None,
    torch: bool = False,
    sandbox: Sandbox | None = None,
) -> Execution:
    """Runs the cells in order in a process of their own, reads values, and runs the probes.

    Each problem that has probes gets a process of its own, in which the program is run first.

    Args:
        cells: the student's program.
        wanted: the names to read, per problem.
        probes: scripts on the program's functions, run in order.
        limits: what the program may use; the defaults if None.
        limits_of: the same for problems that have limits of their own, by problem.
        torch: whether the program needs PyTorch, which is then imported on the grader's time.
        sandbox: where to run it; one for this execution alone if None.

    Raises SandboxFault when the sandbox itself fails, NoSandboxError where there is none to be
    had, MissingModuleError without PyTorch where it is needed, and ValueError when two probes of
    a problem have one name.
    """
    names = [(probe.problem, probe.name) for probe in probes]
    if len(set(names)) != len(names):
        raise ValueError("each probe of a problem needs a name of its own")
    if sandbox is None:
        with Sandbox() as own:
            return execute(
                cells, wanted, probes, limits, limits_of=limits_of, torch=torch, sandbox=own
            )
    modules = sandbox.modules_for((cell.source for cell in cells), torch=torch)
    for _ in range(_MOST_STARTS):
        run = _Run(
            tuple(cells),
            tuple(wanted),
            tuple(probes),
            limits or Limits(),
            limits_of or {},
            sandbox,
            modules,
        )
        try:
            return run.result()
        except ForkServerLostError as error:
            lost = error
        finally:
            with suppress(ForkServerLostError):
                run.stop()
    raise SandboxFault(f"the fork server died {_MOST_STARTS} times: {lost}")


class _Run:
    """The state of one execution, over all the children that it needs."""

    def __init__(
        self,
        cells: tuple[Cell, ...],
        wanted: tuple[Wanted, ...],
        probes: tuple[Probe, ...],
        limits: Limits,
        limits_of: Mapping[str, Limits],
        sandbox: Sandbox,
        modules: tuple[str, ...],
    ) -> None:
        self.cells = cells
        self.probes = probes
        self.limits = limits
        self.limits_of = limits_of
        self.wanted: dict[str, tuple[str, ...]] = {}
        for one in wanted:
            self.wanted[one.problem] = self.wanted.get(one.problem, ()) + one.names
        asked = [*self.wanted, *(probe.problem for probe in probes)]
        owned = [cell.problem for cell in cells if cell.problem is not None]
        sought = _sought(probes)
        self.problems = tuple(dict.fromkeys([*owned, *asked]))
        self.contested = _contested(sought)
        # the problem whose probes the present child is for; the first child reads values, if any
        self.served = None if wanted or not probes else probes[0].problem
        self.talk = Conversation(cells, self._limits(), sandbox, modules)
        names = {p: (*self.wanted.get(p, ()), *sought.get(p, ())) for p in self.problems}
        self.survey = Survey(cells, names, _used(probes))
        self.values: dict[tuple[str, str], Outcome] = {}
        self.restarts_left = limits.restarts
        self.probe_restarts_left = limits.probe_restarts
        self.given_up: Trouble | None = None  # what keeps the program from being run at all
        self.stopped: Trouble | None = None  # what keeps the present problem from being probed
        self.ready = False  # whether the present child has run the whole program
        self.printed: PrintLog | None = None

    def result(self) -> Execution:
        self._settle()
        values = {}
        for problem, names in self.wanted.items():
            for name in names:
                values[problem, name] = self._value(problem, name)
        observations = self._observe()
        self.stop()
        return Execution(
            values=values,
            observations=observations,
            facts=self.survey.facts,
            incidents=self.survey.in_order(),
            printed=self.printed or self.talk.log,
        )

    def stop(self) -> None:
        """Ends the child. The log that counts is the longest of a child that ran the program."""
        self.talk.stop()
        before = -1 if self.printed is None else self.printed.total_bytes
        if self.ready and self.talk.log.total_bytes > before:
            self.printed = self.talk.log
        self.ready = False

    # -- the program -------------------------------------------------------------------------------

    def _settle(self) -> None:
        """Runs the program, without what ended it before, until a child has come through it."""
        while self.given_up is None:
            try:
                self._read_cells()
                self._run_program()
            except LostError as lost:
                self.stop()
                if not self.restarts_left or self.talk.out_of_time:
                    self.given_up = lost.failure
                self.restarts_left -= 1
            else:
                self.ready = True
                return

    def _read_cells(self) -> None:
        """Starts a child, which reads the cells that can be read."""
        cells = {n: cell for n, cell in enumerate(self.cells) if n not in self.survey.unreadable}
        answers = self.talk.start(
            [("parse", (number, cell.source, cell.first_line)) for number, cell in cells.items()]
        )
        for number in cells:
            try:
                answer = next(answers)
            except LostError as lost:
                self.survey.note_unreadable(number, lost.failure)
                raise
            if answer[0] == "read":
                self.survey.note_statements(number, answer[1])
                continue
            failure = self.talk.judge(answer)
            if not isinstance(failure, Raised | Ended | OverLimit):
                raise self.talk.confused("the statements of a cell were expected")
            self.survey.note_unreadable(number, failure)

    def _run_program(self) -> None:
        """Has the program analysed and run, and takes the values that it gives on the way."""
        if not self.survey.wants_facts:
            self.talk.begin()
        problem = ""
        requests = self._requests()
        answers = self.talk.ask_each(requests)
        for number, (verb, arguments) in enumerate(requests):
            try:
                answer = next(answers)
                if verb == "facts":
                    self.survey.note_facts(answer)
                    self.talk.begin()
                elif verb == "run":
                    self._note_run(arguments, self.talk.judge(answer))
                elif verb == "capture":
                    self._note_value((problem, *arguments), self._judge_value(answer))
                else:
                    self.talk.check_done(verb, answer)
            except LostError as lost:
                raise self._blamed(lost, requests, number) from None
            if verb == "keep":
                (problem,) = arguments
        self._read_late_answers()

    def _requests(self) -> list[Request]:
        """What is asked of a child that has read the cells, up to the end of the program."""
        requests: list[Request] = []
        if self.survey.wants_facts:  # in each child, which then knows what was left blank
            requests.append(("facts", (self.survey.ends, self.survey.passed_over)))
        seen: set[str] = set()
        owners = [cell.problem for cell in self.cells]
        last = {problem: index for index, problem in enumerate(owners)}
        for index, problem in enumerate(owners):
            if problem is not None and problem not in seen:
                seen.add(problem)
                names = (*self.wanted.get(problem, ()), *self.contested.get(problem, ()))
                requests.append(("forget", (names,)))
            requests += [("run", (index, number)) for number in self.survey.runnable(index)]
            if problem is not None and index == last[problem]:
                requests += self._kept(problem)
        requests.append(("finish", ()))
        for problem in self.problems:
            if problem not in seen:
                requests += self._kept(problem)
        return requests

    def _kept(self, problem: str) -> list[Request]:
        """The globals are remembered for the problem's probes, and the values are read."""
        unread = [
            name for name in self.wanted.get(problem, ()) if (problem, name) not in self.values
        ]
        return [("keep", (problem,)), *(("capture", (name,)) for name in dict.fromkeys(unread))]

    def _note_run(self, statement: tuple[int, int], outcome: Outcome | None) -> None:
        index, number = statement
        if isinstance(outcome, Raised | Ended | OverLimit):
            line = self.survey.statements[index][number].line
            self.survey.note_incident(index, number, line, outcome)
        else:
            self.survey.forgive(index, number)

    def _note_value(self, key: tuple[str, str], outcome: Outcome) -> None:
        """The value of a problem's name, unless the statement that would give it has failed."""
        known = self.survey.failure_of(*key, own_cells=True)
        self.values[key] = outcome if known is None else known

    def _blamed(self, lost: LostError, requests: Sequence[Request], number: int) -> LostError:
        """The loss of a child that did not answer a request, put down to what did it."""
        after = range(number, len(requests))
        number = next((one for one in after if requests[one][0] in wire.LASTING), number)
        verb, arguments = requests[number]
        if verb == "facts":
            self.survey.wants_facts = False  # too much for us to analyse; it may still run
        elif verb == "run":
            index, statement = arguments
            line = self.survey.statements[index][statement].line
            failure = replace(lost.failure, place=self.cells[index].place_of(line))
            self.survey.note_harmful(index, statement, failure)
            return LostError(failure)
        elif verb == "capture":
            problem = [kept for one, (kept, *_) in requests[:number] if one == "keep"][-1]
            self._note_value((problem, *arguments), lost.failure)
        return lost

    def _read_late_answers(self) -> None:
        """Reads once more what its problem left blank: students also append answers at the end.

        A name that two problems ask for stays blank, since nobody can say whose the value is.
        Where the answer at the end failed, that is what came of it.
        """
        asked = Counter(name for names in self.wanted.values() for name in set(names))
        late: list[tuple[str, str]] = []
        for (problem, name), outcome in self.values.items():
            if not isinstance(outcome, Blank | Missing) or asked[name] > 1:
                continue
            failed = self.survey.late_failure_of(name)
            if failed is not None:
                self.values[problem, name] = failed
            else:
                late.append((problem, name))
        answers = self.talk.ask_each([("capture", (name,)) for _, name in late])
        for key in late:
            try:
                outcome = self._judge_value(next(answers))
            except LostError as lost:
                self.values[key] = lost.failure
                raise
            if not isinstance(outcome, Blank | Missing):
                self.values[key] = outcome

    def _judge_value(self, answer: tuple[object, ...]) -> Outcome:
        outcome = self.talk.judge(answer)
        if outcome is None:
            raise self.talk.confused("a value was expected")
        if isinstance(outcome, Returned) and self.talk.over_all_results:
            return OverLimit("result", wire.size_text(self.talk.limits.all_results_bytes))
        return outcome

    def _value(self, problem: str, name: str) -> Outcome:
        outcome = self.values.get((problem, name))
        if isinstance(outcome, Missing):
            return self.survey.missing_value(problem, name)
        if outcome is not None:
            return outcome
        known = self.survey.failure_of(problem, name, own_cells=True)
        assert known is not None or self.given_up is not None
        if known is None and self.survey.left_blank(problem, name):
            return Blank()
        return known or self.given_up or Missing(name)

    # -- probes ------------------------------------------------------------------------------------

    def _observe(self) -> dict[tuple[str, str], tuple[Outcome, ...]]:
        observations: dict[tuple[str, str], tuple[Outcome, ...]] = {}
        strikes: dict[str, list[Failure]] = {}
        for probe in self.probes:
            self._serve(probe.problem)
            seen: list[Outcome] = []
            struck = strikes.setdefault(probe.problem, [])
            if len(struck) >= self.talk.limits.strikes:
                seen += self._unrun(probe, struck[-1])
                failure: Failure | None = struck[-1]
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
        if problem == self.served:
            return
        self.stop()
        self.served = problem
        self.stopped = None
        self.talk.renew(self._limits())
        self.probe_restarts_left = self.talk.limits.probe_restarts

    def _limits(self) -> Limits:
        return self.limits if self.served is None else self.limits_of.get(self.served, self.limits)

    def _run_probe(self, probe: Probe, seen: list[Outcome]) -> Failure | None:
        """Appends what one probe observes; returns what stopped it, if anything did."""
        if not self.ready and self.stopped is None:
            self._settle()
        if stopped := self.stopped or self.given_up:
            seen += self._unrun(probe, stopped)
            return stopped
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
                        seen.append(self._explained(probe, step, self._judge_value(answer), where))
                        continue
                    outcome = self.talk.judge(answer)
                    if isinstance(outcome, Returned):
                        raise self.talk.confused("no value was expected")
                    if outcome is not None:
                        return self._failure(self._explained(probe, step, outcome, where))
        except LostError as lost:
            self.stop()
            failure = _placed(lost.failure, place)
            if not self.probe_restarts_left or self.talk.out_of_time:
                self.stopped = failure
            self.probe_restarts_left -= 1
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
        """Where a called function is defined; ``classes`` follows the objects' classes."""
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
            contested = head in self.contested[probe.problem]
            known = self.survey.failure_of(probe.problem, head, own_cells=contested)
            return known or self.survey.missing_function(probe.problem, head)
        if isinstance(outcome, Raised | Ended | OverLimit):
            return _placed(outcome, place)
        return outcome

    def _failure(self, outcome: Outcome) -> Failure:
        if isinstance(outcome, Returned):
            raise self.talk.confused("no value was expected")
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
    if isinstance(step, Set):
        return "set", (step.path, step.name)
    if isinstance(step, Read):
        return "read", (step.path,)
    if isinstance(step, LoadParameters):
        return "load", (step.path, _encoded(tuple(step.arrays)))
    return "shapes", (step.path,)


def _encoded(value: object) -> bytes:
    """A value as it goes down, whatever its size: the grader has made it."""
    return encode(value, _MAX_INPUT_BYTES, strict=True)


def _sought(probes: tuple[Probe, ...]) -> dict[str, tuple[str, ...]]:
    """For each problem the names of functions and classes that it looks for in the program."""
    sought: dict[str, set[str]] = {}
    for probe in probes:
        calls = [step for step in probe.steps if isinstance(step, Call)]
        heads = {call.function.partition(".")[0] for call in calls}
        own = {call.result for call in calls} | {s.name for s in probe.steps if isinstance(s, Put)}
        sought.setdefault(probe.problem, set()).update(heads - own)
    return {problem: tuple(sorted(names)) for problem, names in sought.items()}


def _contested(sought: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """For each problem the names that it looks for in the program, as another problem does too.

    One problem's function does not answer for another's.
    """
    asked = Counter(name for names in sought.values() for name in names)
    return {
        problem: tuple(name for name in names if asked[name] > 1)
        for problem, names in sought.items()
    }


def _used(probes: tuple[Probe, ...]) -> frozenset[str]:
    """The names in the paths of the probes, those of attributes included."""
    paths = [
        step.function if isinstance(step, Call) else step.path
        for probe in probes
        for step in probe.steps
        if not isinstance(step, Put)
    ]
    return frozenset(name for path in paths for name in path.split("."))
