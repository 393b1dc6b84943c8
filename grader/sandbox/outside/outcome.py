"""What the sandbox found: outcomes of values, incidents, and what the source looks like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from enum import StrEnum
from typing import Any, TypeAlias

from problems.frozen import frozen


class SandboxFault(RuntimeError):  # noqa: N818  (a fault of ours is not a student's error)
    """The sandbox itself failed: nothing can be said of the work, and no mark is lost."""


@frozen
class Returned:
    """A value: inert data, a `Tensor`, or `Opaque` for anything else."""

    value: Any


@frozen
class Blank:
    """The blank was left alone: the value is ``...``, or the body is as the sheet had it."""


@frozen
class Missing:
    """There is no such name (or attribute). ``similar`` names of the same kind exist.

    ``inside`` is where a definition of that name stands inside of something else, as a method does;
    the method itself is then the first of the similar ones: ``Class.name``.
    """

    name: str
    similar: tuple[str, ...] = ()
    inside: str = ""


@frozen
class Hint:
    """What to do about a failure: the key of a sentence, and what it names."""

    key: str
    details: Mapping[str, str] = field(default_factory=dict)


@frozen
class Raised:
    """An exception: its type's name, its message (one line, at most 500 characters), its place.

    ``hint`` says what to do about it, where that is known; it is no part of what happened.
    """

    type: str
    message: str
    place: str | None = None
    hint: Hint | None = field(default=None, compare=False)


@frozen
class Ended:
    """The program ended itself: ``exit``, or ``crash`` (a signal, a broken channel)."""

    how: str
    detail: str
    place: str | None = None


@frozen
class OverLimit:
    """A limit (``time``, ``cpu``, ``memory``, ``result``) was reached, ``value`` as in ``10 s``."""

    limit: str
    value: str
    place: str | None = None


@frozen
class NotReached:
    """It was not run, since the program had used up before what it may use, by ``cause``.

    ``guilty`` are the places of all the statements that had a part in it, if they are known.
    """

    cause: Raised | Ended | OverLimit
    guilty: tuple[str, ...] = field(default=(), compare=False)


Failure: TypeAlias = Blank | Missing | Raised | Ended | OverLimit | NotReached
Outcome: TypeAlias = Returned | Failure


@frozen
class Incident:
    """Something that went wrong while the program ran.

    Args:
        place: ``line 41`` or ``cell 5, line 3``.
        kind: the exception's type, or ``exit``, ``crash``, ``time``, ``cpu``, ``memory``.
        message: one line, without the kind; may be empty.
        names: what the statement would have assigned.
        problem: the problem of the cell, or None.
        outcome: what each of the names gets.
    """

    place: str
    kind: str
    message: str
    names: tuple[str, ...]
    problem: str | None
    outcome: Raised | Ended | OverLimit


class Unread(StrEnum):
    """Why an answer outside the section of its problem is not the one that counts.

    Another problem asks for the name too; the section where it stands works with the name; it is
    no statement of its own, but stands in a block or an expression; the section's own is later; no
    statement tells that it changes anything, as where a function fills a list that it is handed.
    """

    SHARED = "shared"
    IN_USE = "in-use"
    IN_STEP = "in-step"
    EARLIER = "earlier"
    UNSEEN = "unseen"


@frozen
class Unfinished:
    """A name that an answer rests on, and where the statement is that did not come to its end."""

    name: str
    place: str


@frozen
class Correction:
    """An answer outside the section of its problem.

    Args:
        outcome: its value; None where it was not read.
        place: where it is given; empty where that is not known.
        own: where the answer in the section is; None where there is none.
        unread: why it does not count; None if it does.
        is_change: whether it changes the value in the section instead of giving another one.
        cell: that in which it stands (of a script, a section); None where that is not known.
    """

    outcome: Outcome | None
    place: str
    own: str | None
    unread: Unread | None = None
    is_change: bool = False
    cell: int | None = field(default=None, compare=False)


@frozen
class Doubled:
    """An answer that is given once more at the end of its section, under a name of two problems.

    Where the section is the last one, nothing tells whether it was meant for another problem.

    Args:
        problem: whose section it is.
        name: the name of the blank.
        place: where the later one is, which was read for this problem.
        first: where the one before is.
        others: the other problems that ask for the name, and where the answer in theirs is.
    """

    problem: str
    name: str
    place: str
    first: str
    others: tuple[tuple[str, str], ...]


@frozen
class Written:
    """What stands to the right of the equals sign of an answer, and where."""

    text: str
    place: str


@frozen
class PassedOver:
    """A blank that was passed over, or is not there, since its answer stands elsewhere.

    Args:
        problem: whose answer it is.
        name: what both are called.
        place: where the blank is; None where there is none, and the answer is outside.
        outside: where the answer is, if it is outside of the section; else None.
    """

    problem: str
    name: str
    place: str | None
    outside: str | None


@frozen
class Redefinition:
    """A function or class that is defined once more below the section that has use for it.

    Args:
        problem: whose section it is.
        name: what it is called.
        own: where it is defined in time.
        later: where it is defined below.
        counts: whether the later one was read; it was not if it is nothing that can be called.
        is_asked: whether the sheet asks for it; else an answer calls it.
        is_shared: whether another problem asks for it too, so that the later one is not read.
    """

    problem: str
    name: str
    own: str
    later: str
    counts: bool = True
    is_asked: bool = True
    is_shared: bool = False


@frozen
class Repetition:
    """A function, class or method that is defined more than once where its problem has its answer.

    Args:
        problem: whose section it is.
        name: what it is called (``Class.method``).
        read: where the last definition is, which was read, as in Python.
        unread: where those before it are.
    """

    problem: str
    name: str
    read: str
    unread: tuple[str, ...]


@frozen
class Overwriting:
    """A function or class of a problem that a statement of its section overwrites by a value.

    ``place`` is where that statement stands; what was there before is read.
    """

    problem: str
    name: str
    place: str


@frozen
class Replacement:
    """A character that was read as others; ``read_as`` is empty where it was left out."""

    place: str
    position: int
    found: str
    read_as: str


@frozen
class PrintLog:
    """What was printed (stdout and stderr): the beginning, and the number of bytes of all."""

    text: str = ""
    total_bytes: int = 0


@frozen
class FunctionFact:
    """Syntax facts of a top-level function, a class or a method (``Class.method``).

    Args:
        name: as above.
        kind: ``function``, ``class`` or ``method``.
        place: where it begins.
        cell: the index of its cell.
        problem: the problem of the cell, or None.
        blank: whether the body is only a docstring, ``...``, ``pass`` or ``raise
            NotImplementedError``; a class is blank if its ``__init__`` is, or else all methods.
        loops: number of loops (``for``, ``while``, each ``for`` of a comprehension), those of the
            functions of the same program that it calls included, each function once.
        calls: dotted names called, import aliases resolved (``numpy.convolve``), those of its
            callees too; ``.dot`` is an attribute of something without a name.
        own_loops: number of loops in its own body.
        callees: the functions of the same program that it calls itself.
        line: that of its cell on which it begins, or its first decorator.
    """

    name: str
    kind: str
    place: str
    cell: int
    problem: str | None
    blank: bool
    loops: int
    calls: tuple[str, ...]
    own_loops: int = 0
    callees: tuple[str, ...] = ()
    line: int = 0

    def with_callee(self, other: FunctionFact | None) -> FunctionFact:
        """The same with the loops and calls of a function that calls it, or that it calls."""
        if other is None or other == self:
            return self
        return replace(
            self,
            loops=self.loops + other.loops,
            calls=tuple(dict.fromkeys(self.calls + other.calls)),
            own_loops=self.own_loops + other.own_loops,
            callees=tuple(dict.fromkeys(self.callees + other.callees)),
        )


@frozen
class Facts:
    """Syntax facts: the functions in order, and the names that each cell assigns.

    ``behind`` has, by problem and name, the function that a name stands for, as the program itself
    has put it there: ``conv1d = partial(convolve, mode=1)``. ``instead`` has what is read in place
    of the section's own; None if it is not of the program.
    """

    functions: tuple[FunctionFact, ...] = ()
    assigned: tuple[tuple[str, ...], ...] = ()
    behind: Mapping[tuple[str, str], FunctionFact] = field(default_factory=dict)
    instead: Mapping[tuple[str, str], FunctionFact | None] = field(default_factory=dict)

    def function(self, name: str, problem: str | None = None) -> FunctionFact | None:
        """The last definition of ``name``, in the problem's cells if one is given; or None.

        Where it is not defined there under this name, or left blank, it is what it stands for.
        """
        found = [
            one for one in self.functions if one.name == name and problem in (None, one.problem)
        ]
        behind = None if problem is None else self.behind.get((problem, name))
        is_replaced = bool(found) and found[-1].blank and behind is not None
        return found[-1] if found and not is_replaced else behind

    def judged(self, name: str, problem: str) -> FunctionFact | None:
        """The function whose style is that of an answer; None if the program has none."""
        if (problem, name) in self.instead:
            return self.instead[problem, name]
        return self.function(name, problem) or self.function(name)

    def apart_from(
        self, others: tuple[str, ...], function: FunctionFact, problem: str
    ) -> FunctionFact:
        """The same without the loops of ``others`` that it calls, and of what only these call."""
        if not others:
            return function
        found: dict[str, FunctionFact] = {function.name: function}
        names = list(function.callees)
        while names:
            name = names.pop()
            called = None if name in others else self.judged(name, problem)
            if called is not None and name not in found:
                found[name] = called
                names += called.callees
        return replace(function, loops=sum(one.own_loops for one in found.values()))


@frozen
class Execution:
    """All that came of one program.

    Args:
        values: (problem, name) -> outcome, for each wanted name.
        observations: (problem, probe) -> one outcome per `Read` and `ParameterShapes` of the probe,
            in order. When a step fails, what was read before stays, and the observations after it
            carry the same failure; a `Read` that fails costs only itself.
        facts: what the source looks like.
        incidents: what went wrong while the program ran, in the order of the source.
        printed: what the program printed.
        limits_met: the names of the limits that were met by any statement or check, sorted.
        corrections: (problem, name) -> an answer outside the section, for each wanted name that has
            one; ``values`` has that of the section, or where it left a blank the last of all.
        doubled: the answers that are given once more at the end of a section, under a name that
            other problems ask for too.
        cut_short: what used up what the program may use, so that not all of it was run; else None.
        guilty: the places of all the statements that had a part in it.
        stopped: the statements that did not come to their end in time: their cells and numbers.
        left_out: the places of those that were never run for it.
        unfinished: (problem, name) -> what an answer rests on that did not come to its end.
        replacements: what was not read as it stands, each character once per cell.
        redefined: the functions and classes that were defined once more below their sections.
        repeated: those that were defined more than once in their sections, and methods.
        overwritten: those that a statement of their section does away with, and that were read.
        passed_over: the blanks in the stead of which an answer was read that stands elsewhere.
        written: (problem, name) -> the last answer in the section as it is written, where that is
            a plain assignment; Python may read it otherwise, or not at all.
        mended: by problem the mistakes that were mended, where that was asked for.
        seconds: (problem, probe) -> how long it took, by a clock on the wall.
        charged_seconds: what the program was charged with in all (see `clock`).
    """

    values: Mapping[tuple[str, str], Outcome] = field(default_factory=dict)
    observations: Mapping[tuple[str, str], tuple[Outcome, ...]] = field(default_factory=dict)
    facts: Facts = Facts()
    incidents: tuple[Incident, ...] = ()
    printed: PrintLog = PrintLog()
    limits_met: tuple[str, ...] = ()
    corrections: Mapping[tuple[str, str], Correction] = field(default_factory=dict)
    doubled: tuple[Doubled, ...] = ()
    cut_short: Raised | Ended | OverLimit | None = None
    guilty: tuple[str, ...] = ()
    stopped: tuple[tuple[int, int], ...] = field(default=(), compare=False)
    left_out: tuple[str, ...] = ()
    unfinished: Mapping[tuple[str, str], Unfinished] = field(default_factory=dict)
    replacements: tuple[Replacement, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
    redefined: tuple[Redefinition, ...] = ()
    repeated: tuple[Repetition, ...] = ()
    overwritten: tuple[Overwriting, ...] = ()
    written: Mapping[tuple[str, str], Written] = field(default_factory=dict)
    mended: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    seconds: Mapping[tuple[str, str], float] = field(default_factory=dict, compare=False)
    charged_seconds: float = field(default=0.0, compare=False)
