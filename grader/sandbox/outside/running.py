"""Runs a program: what is asked of its children when, and what follows when one ends or hangs.

Whatever ends a child or makes it hang is known, since what may take time is answered before the
next begins. The child is then killed, and a fresh one runs the program again without the guilty
statement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from grader.sandbox.outside.asked import Asked
from grader.sandbox.outside.conversation import Conversation, LostError, Request
from grader.sandbox.outside.lost_names import Trouble
from grader.sandbox.outside.missing import missing_value
from grader.sandbox.outside.outcome import (
    Blank,
    Correction,
    Ended,
    Missing,
    Outcome,
    OverLimit,
    Overwriting,
    PrintLog,
    Raised,
    Redefinition,
    Repetition,
    Returned,
    Unread,
)
from grader.sandbox.outside.program import Cell
from grader.sandbox.outside.redefined import Redefined, redefined
from grader.sandbox.outside.repeated import repeated
from grader.sandbox.outside.strays import END, At, Stray, strays_in
from grader.sandbox.outside.survey import Survey
from grader.sandbox.wire import encoder
from grader.sandbox.wire import frames as wire

SPARING_RESTARTS = 4
_RUNNING = ("run", "assign", "finish")
"""The requests after which values are read once more."""

QUICK_PART = 10
"""The part of the time for a statement in which one has run that is run once more in any case."""


class Run:
    """A program, over all the children that it takes to run it.

    Attributes:
        ready: whether the present child has run the whole program.
        seconds: what the program was charged with until the present child had run it.
        given_up: what keeps the program from being run at all, sparingly too.
        redefined: the functions that are defined anew below the sections that have use for them.
        overwritten: the functions and classes that a statement of their sections overwrites.
    """

    def __init__(
        self,
        cells: tuple[Cell, ...],
        asked: Asked,
        survey: Survey,
        talk: Conversation,
        restarts: int,
    ) -> None:
        self.cells = cells
        self.asked = asked
        self.survey = survey
        self.talk = talk
        self.ready = False
        self.seconds = 0.0
        self.redefined: tuple[Redefined, ...] = ()
        self.given_up: Trouble | None = None
        self._restarts_left = restarts
        self._values: dict[tuple[str, str], Outcome] = {}
        self._reread: dict[tuple[At, str], Outcome] = {}
        self._later: set[tuple[str, str]] = set()
        self.overwritten: dict[tuple[str, str], Overwriting] = {}
        self._printed: PrintLog | None = None

    def values(self) -> dict[tuple[str, str], Outcome]:
        """What has come of each name that was to be read, by problem and name; after `settle`."""
        return {
            (problem, name): self._value(problem, name)
            for problem, names in self.asked.wanted.items()
            for name in names
        }

    def corrections(self) -> dict[tuple[str, str], Correction]:
        """The answers outside the sections of their problems, by problem and name."""
        found = {
            key: self._correction(key, strays)
            for key, strays in strays_in(self.survey, self.asked.wanted).items()
        }
        return {key: one for key, one in found.items() if one is not None}

    def _correction(self, key: tuple[str, str], strays: Sequence[Stray]) -> Correction | None:
        """The last of some stray answers, without those that change nothing, or have failed."""
        found: Correction | None = None
        before = self._values.get(key)
        for stray in strays:
            seen = self._reread.get((stray.at, key[1]))
            if self.survey.has_failed(*stray.at) or (stray.at == END and found is not None):
                continue
            if (stray.changes or stray.unread is Unread.EARLIER) and (
                seen is None or not _is_another(before, seen)
            ):
                continue
            found = Correction(
                seen, stray.place, stray.own, stray.unread, stray.changes, stray.cell
            )
            if stray.unread is not Unread.EARLIER:
                before = seen
        return found

    def redefinitions(self) -> Iterator[Redefinition]:
        """The functions that are defined anew below the sections that have use for them."""
        for one in self.redefined:
            counts = (one.problem, one.name) in self._later
            if not self.survey.has_failed(*one.later) and (counts or one.is_asked):
                yield Redefinition(
                    one.problem,
                    one.name,
                    self.survey.place_at(*one.own),
                    self.survey.place_at(*one.later),
                    counts,
                    one.is_asked,
                    one.is_shared,
                )

    def repetitions(self) -> Iterator[Repetition]:
        """The functions that are defined more than once in their sections, if the last was read."""
        later = {(one.problem, one.name) for one in self.redefinitions() if one.counts}
        for one in repeated(self.survey, self.asked.sought):
            if (one.problem, one.name.partition(".")[0]) not in later:
                yield one

    @property
    def printed(self) -> PrintLog:
        """What the program printed: the longest of the logs of its children.

        One that is run sparingly, or ends early, prints less.
        """
        return self._printed or self.talk.log

    def stop(self) -> None:
        """Ends the child."""
        self.talk.stop()
        before = -1 if self._printed is None else self._printed.total_bytes
        if self.talk.log.total_bytes > before:
            self._printed = self.talk.log
        self.ready = False

    def settle(self) -> None:
        """Runs the program, without what ended it before, until a child has come through it.

        When it has used up what it may use, it is run once more without what may take long.
        """
        before = self.talk.charged_seconds
        while self.given_up is None:
            try:
                self._read_cells()
                self.redefined = redefined(self.survey, self.asked.sought)
                if not self._load_modules():
                    continue
                self._run_program()
            except LostError as lost:
                self.stop()
                if self._restarts_left and not self.talk.out_of_time:
                    self._restarts_left -= 1
                elif self.survey.spare(lost.failure, self.talk.limits.call_seconds / QUICK_PART):
                    self._restarts_left = SPARING_RESTARTS
                    self.talk.spare()
                else:
                    self.given_up = lost.failure
            else:
                self.ready = True
                self.seconds = self.talk.charged_seconds - before
                self.talk.begin_probing()
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
                if number not in self.survey.statements:  # else it is the time that has run out
                    self.survey.note_unreadable(number, lost.failure)
                place = self.cells[number].place_of(self.cells[number].first_line)
                raise LostError(replace(lost.failure, place=place)) from None
            if answer[0] == "cell":
                self.survey.note_statements(number, answer[1], answer[2])
                self.survey.loose[number] = answer[3]
                continue
            failure = self.talk.judge(answer)
            if not isinstance(failure, Raised | Ended | OverLimit):
                self.talk.give_up("the statements of a cell were expected")
            self.survey.note_unreadable(number, failure)

    def _load_modules(self) -> bool:
        """Loads what the program imports, which is on no account of its own.

        Whether the child has lived through it; what it has failed at is then the program's to load.
        """
        modules = self.survey.modules if self.talk.may_load else []
        self.talk.begin_loading()
        answers = self.talk.ask_each([("load", module) for module in modules])
        for module in modules:
            try:
                self.talk.judge(next(answers))  # what cannot be imported fails at its statement
            except LostError:
                self.stop()
                self.survey.note_heavy(module)
                return False
        self.talk.end_loading()
        return True

    def _run_program(self) -> None:
        """Has the program analysed and run, and takes the values that it gives on the way."""
        if not self.survey.wants_facts:
            self.talk.begin()
        problem, ran = "", (0, 0)
        requests = self._requests()
        answers = self.talk.ask_each(requests)
        for number, (verb, arguments) in enumerate(requests):
            self.talk.is_hurried = self._is_hurried(requests, number)
            try:
                answer = next(answers)
                if verb == "facts":
                    self.survey.note_facts(answer)
                    self.talk.begin()
                elif verb in ("run", "assign"):
                    ran = arguments
                    if verb == "run":
                        self.survey.note_seconds(*ran, self.talk.last_seconds)
                    self._note_run(ran, self.talk.judge(answer))
                elif verb == "capture":
                    self._note_value((problem, *arguments), self.talk.judge_value(answer))
                elif verb == "defined":
                    if answer[0] != "read":
                        self.talk.give_up("what stands behind names was expected")
                    self.survey.note_defined(problem, answer[1])
                elif verb == "restore":
                    if answer[0] != "read":
                        self.talk.give_up("what was overwritten was expected")
                    self._note_overwritten(problem, answer[1])
                elif verb == "later":
                    if answer[0] != "read":
                        self.talk.give_up("what stands behind names was expected")
                    self._note_later(arguments[0], answer[1])
                elif verb == "reread":
                    self._reread.setdefault((ran, *arguments), self.talk.judge_value(answer))
                else:
                    self.talk.check_done(verb, answer)
                    ran = END if verb == "finish" else ran
            except LostError as lost:
                raise self._blamed(lost, requests, number) from None
            if verb == "keep":
                (problem,) = arguments
        self._read_late_answers()

    def _is_hurried(self, requests: Sequence[Request], number: int) -> bool:
        """Whether the statement that is waited for at a request need not be waited for long."""
        verb, arguments = next(
            (one for one in requests[number:] if wire.VERBS[one[0]].lasts), ("", ())
        )
        return verb == "run" and self.survey.is_doubtful(*arguments)

    def _requests(self) -> list[Request]:
        """What is asked of a child that has read the cells, up to the end of the program."""
        requests: list[Request] = []
        if self.survey.wants_facts:  # in each child, which then knows what was left blank
            requests.append(("facts", (self.survey.ends, self.survey.passed_over)))
        sought = {name for names in self.asked.sought.values() for name in names}
        requests.append(("watch", (tuple(sorted(sought)),)))
        strays: dict[tuple[int, int], list[str]] = {}
        for (_, name), found in strays_in(self.survey, self.asked.wanted).items():
            for stray in found:
                if stray.is_looked_at and (stray.at, name) not in self._reread:
                    strays.setdefault(stray.at, []).append(name)
        seen: set[str] = set()
        owners = [cell.problem for cell in self.cells]
        last = {problem: index for index, problem in enumerate(owners)}
        for index, problem in enumerate(owners):
            if problem is not None and problem not in seen:
                seen.add(problem)
                names = (
                    *self.asked.wanted.get(problem, ()),
                    *self.asked.contested.get(problem, ()),
                )
                requests.append(("forget", (names,)))
            for number in self.survey.runnable(index):
                is_plain = self.survey.statements[index][number].is_plain
                requests.append(("assign" if is_plain else "run", (index, number)))
                requests += [("reread", (name,)) for name in strays.get((index, number), ())]
            if problem is not None and index == last[problem]:
                requests += self._kept(problem)
        requests.append(("finish", ()))
        requests += [("reread", (name,)) for name in strays.get(END, ())]
        own = [one for one in self.redefined if not one.is_shared]
        for problem, late in groupby(own, key=lambda one: one.problem):
            some = tuple(late)
            asked = tuple(one.name for one in some if one.is_asked)
            called = tuple(one.name for one in some if not one.is_asked)
            along = tuple(sorted({name for one in some for name in one.along}))
            requests.append(("later", (problem, asked, called, along)))
        for problem in self.asked.problems(self.cells):
            if problem not in seen:
                requests += self._kept(problem)
        return requests

    def _kept(self, problem: str) -> list[Request]:
        """The globals are remembered for the problem's probes, and the values are read."""
        unread = [
            name
            for name in self.asked.wanted.get(problem, ())
            if (problem, name) not in self._values
        ]
        asked = self.asked.sought.get(problem, ())
        defined: list[Request] = []
        if asked:
            defined = [("restore", (problem, asked)), ("defined", (asked,))]
        values: list[Request] = [("capture", (name,)) for name in dict.fromkeys(unread)]
        return [("keep", (problem,)), *defined, *values]

    def _note_overwritten(self, problem: str, found: list[Any]) -> None:
        """The child's list of (name, cell, statement), which it may have made up."""
        for entry in found:
            if type(entry) is tuple and [type(part) for part in entry] == [str, int, int]:
                name, cell, number = entry
                if 0 <= number < len(self.survey.statements.get(cell, ())):
                    place = self.survey.place_at(cell, number)
                    self.overwritten[problem, name] = Overwriting(problem, name, place)

    def _note_later(self, problem: str, found: list[Any]) -> None:
        """Which of the functions that are defined anew below count."""
        mine = [one for one in self.redefined if one.problem == problem]
        wrapped = {one.name: one.own[0] for one in mine if one.wraps}
        counting = self.survey.note_later(problem, found, wrapped)
        self._later |= {(problem, name) for name in counting}

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
        self._values[key] = outcome if known is None else known

    def _blamed(self, lost: LostError, requests: Sequence[Request], number: int) -> LostError:
        """The loss of a child that did not answer a request, put down to what did it."""
        after = range(number, len(requests))
        number = next((one for one in after if wire.VERBS[requests[one][0]].lasts), number)
        verb, arguments = requests[number]
        if verb == "facts":
            self.survey.wants_facts = False  # too much for us to analyse; it may still run
        elif verb in ("run", "assign"):
            index, statement = arguments
            line = self.survey.statements[index][statement].line
            failure = replace(lost.failure, place=self.cells[index].place_of(line))
            if not self.talk.was_cut_short:  # else others have used up the time
                self.survey.note_harmful(index, statement, failure)
            return LostError(failure)
        elif verb == "reread":
            runs = (one for one in reversed(requests[:number]) if one[0] in _RUNNING)
            last, ran = next(runs)
            self._reread.setdefault((END if last == "finish" else ran, *arguments), lost.failure)
        elif verb == "capture":
            problem = [kept for one, (kept, *_) in requests[:number] if one == "keep"][-1]
            self._note_value((problem, *arguments), lost.failure)
            place = self.survey.place_of(problem)
            return LostError(replace(lost.failure, place=place))
        return lost

    def _read_late_answers(self) -> None:
        """Reads once more what its problem left blank: students also append answers at the end.

        A name that two problems ask for stays blank, since nobody can say whose the value is.
        Where the answer at the end failed, that is what came of it.
        """
        asked = Counter(name for names in self.asked.wanted.values() for name in set(names))
        late: list[tuple[str, str]] = []
        for (problem, name), outcome in self._values.items():
            if not isinstance(outcome, Blank | Missing) or asked[name] > 1:
                continue
            failed = self.survey.late_failure_of(name)
            if failed is not None:
                self._values[problem, name] = failed
            else:
                late.append((problem, name))
        answers = self.talk.ask_each([("capture", (name,)) for _, name in late])
        for key in late:
            try:
                outcome = self.talk.judge_value(next(answers))
            except LostError as lost:
                self._values[key] = lost.failure
                raise
            if not isinstance(outcome, Blank | Missing):
                self._values[key] = outcome

    def _value(self, problem: str, name: str) -> Outcome:
        outcome = self._values.get((problem, name))
        if isinstance(outcome, Missing):
            return missing_value(self.survey, problem, name)
        if outcome is not None:
            return outcome
        known = self.survey.failure_of(problem, name, own_cells=True)
        assert known is not None or self.given_up is not None
        if known is None and self.survey.left_blank(problem, name):
            return Blank()
        if known is None and self.given_up is not None:
            return self.survey.not_reached(self.given_up)
        return known or Missing(name)


def _is_another(before: Outcome | None, after: Outcome) -> bool:
    """Whether two values are not the same."""
    if not isinstance(before, Returned) or not isinstance(after, Returned):
        return False
    return encoder.encode(before.value) != encoder.encode(after.value)
