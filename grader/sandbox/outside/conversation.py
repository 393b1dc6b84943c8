"""One question at a time to the child that runs the program, and what its answers mean.

Nothing that the child says about itself is believed: its answers are candidate values, checked for
their form here, and whether it lives, and for how long it worked, is seen from outside.
"""

from __future__ import annotations

import marshal
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal, NoReturn

from grader.sandbox.outside.answer_form import is_answer, is_place
from grader.sandbox.outside.limits import Limits
from grader.sandbox.outside.nursery import (
    CHANNEL_LOST,
    Child,
    ChildEndedError,
    FaultError,
    Nursery,
    TimedOutError,
)
from grader.sandbox.outside.outcome import (
    Blank,
    Ended,
    Failure,
    Missing,
    Outcome,
    OverLimit,
    PrintLog,
    Raised,
    Returned,
    SandboxFault,
)
from grader.sandbox.outside.program import Cell
from grader.sandbox.wire import frames as wire
from grader.sandbox.wire.encoder import encode
from grader.sandbox.wire.protocol import NOT_CONFINED

MIXED = "the program wrote into the grader's channel"
CLOSED = "the program closed the grader's channel"

_CPU_SLACK_SECONDS = 0.5
_MAX_TEXT = 500
_ORIGIN = re.compile(r" \([^()]*(?:/|unknown location)[^()]*\)")
_OF_MODULES = ("ImportError", "ModuleNotFoundError", "AttributeError")
_MOST_KNOWN_BYTES = 64 * 1024
_ANSWER_EXTRA_BYTES = 8192  # of an answer without a value: a message and a type's name

HURRIED_PART, HURRIED_SECONDS = 5, 1.0
"""The part of the time for a call that one has which would only be stopped as others were.

It is no less than the second, where a call has so much.
"""

SPARING_CALL_SECONDS, SPARING_TOTAL_SECONDS = 2.0, 20.0
"""For a program that has used up its time, and runs once more without what may take long."""

LOADINGS = 3
"""How often the time for an import may pass in all, after which the program itself imports."""

MOSTLY = 0.9
"""The part of a limit on time from which on it counts as met by processor time alone."""

Phase = Literal["start", "reading", "loading", "running", "probing"]

Request = tuple[str, tuple[Any, ...]]
"""A verb and its arguments: of built-in types, with values as bytes that `encode` has made."""

Answer = tuple[Any, ...]
"""Its kind, and what belongs to that."""

_DONE: Answer = ("done",)
_ENCODED_DONE = encode(_DONE)


class LostError(Exception):
    """The child is gone; ``failure`` is what the statement or step at work gets."""

    def __init__(self, failure: Ended | OverLimit) -> None:
        super().__init__(str(failure))
        self.failure = failure


class Conversation:
    """The present child, and the account of what the program has used over all its children.

    A child goes through five phases: its start, which is ours to answer for; the reading of the
    source, whose form is the student's doing though none of it runs; the loading of what it
    imports; the run; and the probes.

    Attributes:
        last_seconds: how long the answer took that came last.
        is_hurried: whether what is asked next has but a part of the time for a call.
        all_seconds: what the program has been charged with, whatever has been set to nothing since.
        limits_met: the names of the limits that the program has met in any of its children.
        was_killed: whether a child was killed by somebody who is not known: a program may do that
            to itself, or anybody else to it.
    """

    def __init__(
        self,
        cells: tuple[Cell, ...],
        limits: Limits,
        sandbox: Nursery,
        modules: tuple[str, ...],
        mending: Request | None = None,
    ) -> None:
        """``mending`` asks each child to mend what it can, before anything else is asked."""
        self.cells = cells
        self.limits = limits
        self.sandbox = sandbox
        self.modules = modules
        self.mending = mending
        self.log = PrintLog()
        self.limits_met: set[str] = set()
        self.was_killed = False
        self._child: Child | None = None
        self.last_seconds = self.all_seconds = 0.0
        self._phase: Phase = "start"
        self._sparing = self.is_hurried = False
        self._spent_seconds: dict[str, float] = defaultdict(float)  # by account
        self._result_bytes = 0
        self._known: dict[bytes, Any] = {_ENCODED_DONE: _DONE}

    @property
    def charged_seconds(self) -> float:
        """What the program has been charged with so far, over all accounts."""
        return sum(self._spent_seconds.values())

    @property
    def out_of_time(self) -> bool:
        """Whether what runs at present, the program or its probes, has used all its time."""
        return self._spent_seconds[self._account] >= self._seconds()[1]

    @property
    def was_cut_short(self) -> bool:
        """Whether the last answer had less time than a call has, since others had used it up."""
        return self.out_of_time and self.last_seconds < self._seconds()[0]

    @property
    def _account(self) -> str:
        return {"probing": "probes", "loading": "modules"}.get(self._phase, "program")

    @property
    def may_load(self) -> bool:
        """Whether there is time left to load modules; they are loaded in each child."""
        return self._spent_seconds["modules"] < LOADINGS * self.limits.import_seconds

    def renew(self, limits: Limits) -> None:
        """Opens new accounts, under these limits, for the children that are started from now."""
        self.limits = limits
        self._spent_seconds.clear()
        self._result_bytes = 0

    def spare(self) -> None:
        """Opens a new account for the program, a small one, for what cannot take long."""
        self._sparing = True
        self._spent_seconds["program"] = 0.0

    def start(self, requests: Sequence[Request]) -> Iterator[Answer]:
        """A fresh child, and its answers to requests that read the source.

        Raises ForkServerLostError and SandboxFault, and as `ask_each` does.
        """
        self._phase = "start"
        self.is_hurried = False
        is_notebook = any(cell.is_of_notebook for cell in self.cells)
        self._child = self.sandbox.child(self.modules, self.limits)
        opening: list[Request] = [("prepare", (self.limits.result_bytes, is_notebook))]
        if self.mending is not None:
            opening.append(self.mending)
        answers = self.ask_each([*opening, *requests])
        for _ in opening:
            started = next(answers)
            if started != ("done",):
                raise SandboxFault(f"the child did not start within its limits: {started!r}")
        self._phase = "reading"
        return answers

    def begin_loading(self) -> None:
        """From now on modules are loaded, each with the time that an import has."""
        self._phase = "loading"

    def end_loading(self) -> None:
        """Back to what is known of the source."""
        self._phase = "reading"

    def begin(self) -> None:
        """From now on the student's code runs, on the student's account."""
        self._phase = "running"

    def begin_probing(self) -> None:
        """From now on time is on the account of the probes, apart from that of the program."""
        self._phase = "probing"

    def forget_answers(self) -> None:
        """What comes from now on is read anew, though it may have come before."""
        self._known = {_ENCODED_DONE: _DONE}

    def stop(self) -> None:
        """Ends the child, if there is one, and keeps what it printed."""
        if self._child is not None:
            child, self._child = self._child, None
            child.leave()
            self.log = PrintLog(child.log.decode("utf-8", "replace"), child.printed_bytes)

    def ask_each(
        self, requests: Sequence[Request], meanwhile: Callable[[], None] | None = None
    ) -> Iterator[Answer]:
        """The answers to requests, as they come; each has the time that a call has.

        ``meanwhile`` is done once they are sent, on the grader's own time.

        There are fewer answers where a request could not be done: its answer is then the last,
        unless the next is looked at all the same (`wire.goes_on`).

        Raises LostError when the child is lost through the student's doing, at this request or at
        one beside it (see `wire.Verb`), ForkServerLostError when its fork server is, and
        SandboxFault otherwise.
        """
        assert self._child is not None
        unsent = marshal.dumps(tuple(requests))
        came: list[tuple[Answer, int]] = []
        for number, (verb, _) in enumerate(requests):
            if not came:
                came = self._answers(requests, number, unsent, meanwhile)[::-1]
                unsent, meanwhile = b"", None
            answer, size = came.pop()
            if self._phase in ("running", "probing"):
                self._result_bytes += size
            yield answer
            if not wire.goes_on(verb, answer[0]):
                break
        if came:
            self.give_up("more answers than requests that were done")

    def _answers(
        self,
        requests: Sequence[Request],
        number: int,
        unsent: bytes,
        meanwhile: Callable[[], None] | None,
    ) -> list[tuple[Answer, int]]:
        """The answers in the next frame with their sizes, the first to a request with a number.

        Before it ``unsent`` is sent, and ``meanwhile`` is done.
        """
        assert self._child is not None
        child = self._child
        seconds, value = self._allowance()
        if seconds <= 0:
            self.last_seconds = 0.0
            self.limits_met.add("time")
            self._lose(OverLimit("time", value), "no time is left")
        count, most = self._expected(requests, number)
        try:
            if unsent:
                child.send(unsent)
            if meanwhile is not None:
                meanwhile()
            parts = child.receive(seconds, most, count)
            answers = list(map(self._decoded, parts))
        except TimedOutError:
            if child.spent.cpu >= MOSTLY * seconds:
                self.limits_met.add("cpu")
            else:
                self.limits_met.add("time")
            stopped = OverLimit("time", value, self._place_of(child))
            self._lose(stopped, f"no answer within {value}")
        except ChildEndedError:
            self._lose(None, "it ended")
        except FaultError as error:
            if self._phase in ("running", "probing"):  # anybody who runs there can say so
                self._lose(Ended("crash", MIXED), "it reports a fault")
            raise SandboxFault(f"the driver of the sandbox failed: {_line(str(error))}") from None
        except wire.WireError as error:
            self._lose(Ended("crash", MIXED), str(error))
        finally:
            self.last_seconds = child.spent.charged
            if self._phase != "start":
                self._spent_seconds[self._account] += self.last_seconds
                self.all_seconds += self.last_seconds
        if any(answer is None for answer in answers):
            self.give_up("an answer of no known form")
        return list(zip(answers, map(len, parts), strict=True))

    def _decoded(self, part: bytes) -> Any:
        """An answer; None if it has no known form.

        One that comes again is the same object, as calls that are repeated give it. Raises
        WireError.
        """
        found = self._known.get(part)
        if found is None:
            found = wire.decode(part)
            if not is_answer(found, len(self.cells)):
                return None
            if self._phase == "probing" and len(part) <= _MOST_KNOWN_BYTES:
                self._known[part] = found
        return found

    def _expected(self, requests: Sequence[Request], number: int) -> tuple[int, int]:
        """How many answers at most the next frame has, and how many bytes.

        The child keeps answers back up to the second lasting request, or up to one that is not over
        at once after some that are. It refuses a value over the limit, so that more than these
        bytes is no honest answer; nor do all values together go further beyond their limit than
        one of them.
        """
        most, values, count = 0, 0, 0
        one = self.limits.result_bytes
        left = max(one, self.limits.all_results_bytes - self._result_bytes)
        before: wire.Verb | None = None
        for verb, _ in requests[number:]:
            about = wire.VERBS[verb]
            if about.lasts:
                if before and not (before.may_be_instant and about.may_be_instant):
                    break
                before = about
            count += 1
            most += _ANSWER_EXTRA_BYTES + wire.MAX_BYTES * about.has_facts
            if about.has_value and about.may_be_instant:
                values = max(values, one + wire.MOST_KEPT_BACK)  # the last one, and all before
            else:
                values += one * about.has_value
        return count, most + min(values, left + wire.MOST_KEPT_BACK)

    def check_done(self, verb: str, answer: tuple[Any, ...]) -> None:
        """Raises as `ask_each` does, if the answer to a request says that it was not done."""
        failure = self.judge(answer)
        if isinstance(failure, Ended | OverLimit):
            self._lose(failure, f"{verb} failed")
        if failure is not None:
            self.give_up(f"{verb} was not done")

    def give_up(self, why: str) -> NoReturn:
        """Ends a child whose answer does not fit its question. Raises as `ask_each` does."""
        self._lose(Ended("crash", MIXED), why)

    def judge(self, answer: tuple[Any, ...]) -> Outcome | None:
        """The outcome that an answer states; None for plain success."""
        kind = answer[0]
        if kind == "done":
            return None
        if kind in ("cell", "read"):
            self.give_up("nothing was to be read")
        if kind == "value":
            return Blank() if answer[1] is ... else Returned(answer[1])
        return self._failure(answer)

    def judge_value(self, answer: Answer) -> Outcome:
        """The outcome that an answer with a value states. Raises as `ask_each` does."""
        outcome = self.judge(answer)
        if outcome is None:
            self.give_up("a value was expected")
        if isinstance(outcome, Returned) and self._result_bytes > self.limits.all_results_bytes:
            return self._met(OverLimit("result", wire.size_text(self.limits.all_results_bytes)))
        return outcome

    def _failure(self, answer: tuple[Any, ...]) -> Failure:
        kind = answer[0]
        if kind == "blank":
            return Blank()
        if kind == "missing":
            return Missing(_line(answer[2]))
        if kind == "result":
            return self._met(OverLimit("result", _line(answer[1])))
        place = self._place(answer[-1])
        if kind == "memory":
            size = wire.size_text(self.limits.memory(torch="torch" in self.modules))
            return self._met(OverLimit("memory", size, place))
        if kind == "exit":
            return Ended("exit", _line(answer[1]), place)
        return Raised(_line(answer[1]), _without_paths(_line(answer[1]), _line(answer[2])), place)

    def _met(self, failure: OverLimit) -> OverLimit:
        self.limits_met.add(failure.limit)
        return failure

    def _place(self, found: tuple[int, int] | None) -> str | None:
        return None if found is None else self.cells[found[0]].place_of(found[1])

    def _place_of(self, child: Child) -> str | None:
        """Where the program is that runs in a child, as it says itself; None if it does not."""
        if self._phase not in ("running", "probing"):
            return None
        place = child.place()
        return self._place(place) if is_place(place, len(self.cells)) else None

    def _allowance(self) -> tuple[float, str]:
        """How long the next answer may take, in seconds, and the limit that this comes from."""
        if self._phase == "start":
            return self.limits.start_seconds, f"{self.limits.start_seconds:g} s"
        if self._phase == "loading":
            return self.limits.import_seconds, f"{self.limits.import_seconds:g} s"
        call, total = self._seconds()
        left = total - self._spent_seconds[self._account]
        if left >= call:
            return call, f"{call:g} s"
        return left, f"{total:g} s"

    def _seconds(self) -> tuple[float, float]:
        """The limits on a call and on all of them that hold at present."""
        call, total = self.limits.call_seconds, self.limits.total_seconds
        if self.is_hurried:
            call = min(call, max(call / HURRIED_PART, HURRIED_SECONDS))
        if self._sparing and self._phase != "probing":
            return min(call, SPARING_CALL_SECONDS), min(total, SPARING_TOTAL_SECONDS)
        return call, total

    def _lose(self, failure: Ended | OverLimit | None, why: str) -> NoReturn:
        """Ends the child. What its status tells counts where no failure is known.

        Raises LostError and SandboxFault. Reading may take too long or end the child, by the
        student's doing; a frame that is not well-formed cannot be, before anything of the student's
        has run.
        """
        assert self._child is not None
        ending = self._child.close()  # which may be called again
        self.stop()
        if self._phase == "start" or (self._phase == "reading" and isinstance(failure, Ended)):
            did = "start" if self._phase == "start" else "read the source"
            if ending.code == NOT_CONFINED:
                why = "it could not be confined"
            raise SandboxFault(
                f"the child did not {did}: {why}; {ending}; it said: {self.log.text!r}"
            ) from None
        if failure is None:
            failure = self._from_ending(ending.code, ending.signal, ending.cpu_seconds)
            if ending.was_alive:
                failure = Ended("crash", CLOSED)
        if isinstance(failure, OverLimit) and failure.limit != "time":
            self._met(failure)
        raise LostError(failure) from None

    def _from_ending(self, code: int | None, signal: str | None, cpu: float) -> Ended | OverLimit:
        # pid 1 of a namespace ignores SIGXCPU and gets SIGKILL a second later
        spent = cpu >= self.limits.cpu_seconds - _CPU_SLACK_SECONDS
        if signal == "SIGXCPU" or (signal == "SIGKILL" and spent):
            return OverLimit("cpu", f"{self.limits.cpu_seconds} s")
        if signal in ("SIGSEGV", "SIGABRT"):
            # pid 1 of a namespace takes no SIGABRT from itself, and abort() goes on to SIGSEGV
            return Ended("crash", "SIGSEGV or SIGABRT")
        if signal is not None:
            self.was_killed = self.was_killed or signal == "SIGKILL"
            return Ended("crash", signal)
        if code == CHANNEL_LOST:
            return Ended("crash", CLOSED)
        return Ended("exit", f"exit code {code}")


def _line(text: str) -> str:
    return " ".join(text[: 4 * _MAX_TEXT].split())[:_MAX_TEXT]


def _without_paths(kind: str, message: str) -> str:
    """The message of an error of `import` without the file that a module is from on this machine.

    Neither ``(/usr/lib/…/numpy/__init__.py)`` nor ``(unknown location)`` says anything to a reader.
    """
    return _ORIGIN.sub("", message) if kind in _OF_MODULES else message
