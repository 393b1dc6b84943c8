"""What the sandbox found: outcomes of values, incidents, and what the source looks like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias


class SandboxFault(RuntimeError):  # noqa: N818  (a fault of ours is not a student's error)
    """The sandbox itself failed: nothing can be said of the work, and no mark is lost."""


@dataclass(frozen=True)
class Returned:
    """A value: inert data, a `Tensor`, or `Opaque` for anything else."""

    value: Any


@dataclass(frozen=True)
class Blank:
    """The blank was left alone: the value is ``...``, or the body is as the sheet had it."""


@dataclass(frozen=True)
class Missing:
    """There is no such name (or attribute). ``similar`` names of the same kind exist."""

    name: str
    similar: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hint:
    """What to do about a failure: the key of a sentence, and what it names."""

    key: str
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Raised:
    """An exception: its type's name, its message (one line, at most 500 characters), its place.

    ``hint`` says what to do about it, where that is known; it is no part of what happened.
    """

    type: str
    message: str
    place: str | None = None
    hint: Hint | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Ended:
    """The program ended itself: ``exit``, or ``crash`` (a signal, a broken channel)."""

    how: str
    detail: str
    place: str | None = None


@dataclass(frozen=True)
class OverLimit:
    """A limit (``time``, ``cpu``, ``memory``, ``result``) was reached, ``value`` as in ``10 s``."""

    limit: str
    value: str
    place: str | None = None


@dataclass(frozen=True)
class NotReached:
    """It was not run, since the program had used up before what it may use, by ``cause``."""

    cause: Raised | Ended | OverLimit


Failure: TypeAlias = Blank | Missing | Raised | Ended | OverLimit | NotReached
Outcome: TypeAlias = Returned | Failure


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class Correction:
    """An answer outside the section of its problem.

    Args:
        outcome: its value; None where it does not count, since another problem asks for the name
            or another section works with it.
        place: where it is given.
        own: where the answer in the section is; None where there is none.
    """

    outcome: Outcome | None
    place: str
    own: str | None


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class Redefinition:
    """A function or class that is asked for and is defined once more below its section.

    Args:
        problem: whose answer it is.
        name: what it is called.
        own: where it is defined in the section.
        later: where it is defined below.
        counts: whether the later one was read.
    """

    problem: str
    name: str
    own: str
    later: str
    counts: bool


@dataclass(frozen=True)
class Replacement:
    """A character that was read as others; ``read_as`` is empty where it was left out."""

    place: str
    position: int
    found: str
    read_as: str


@dataclass(frozen=True)
class PrintLog:
    """What was printed (stdout and stderr): the beginning, and the number of bytes of all."""

    text: str = ""
    total_bytes: int = 0


@dataclass(frozen=True)
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
    """

    name: str
    kind: str
    place: str
    cell: int
    problem: str | None
    blank: bool
    loops: int
    calls: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """Syntax facts: the functions in order, and the names that each cell assigns.

    ``behind`` has, by problem and name, the function that a name stands for, as the program itself
    has put it there: ``conv1d = partial(convolve, mode=1)``.
    """

    functions: tuple[FunctionFact, ...] = ()
    assigned: tuple[tuple[str, ...], ...] = ()
    behind: Mapping[tuple[str, str], FunctionFact] = field(default_factory=dict)

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


@dataclass(frozen=True)
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
        cut_short: what used up what the program may use, so that not all of it was run; else None.
        replacements: what was not read as it stands, each character once per cell.
        redefined: the functions and classes that were defined once more below their sections.
        passed_over: the blanks in the stead of which an answer was read that stands elsewhere.
        mended: by problem the mistakes that were mended, where that was asked for.
    """

    values: Mapping[tuple[str, str], Outcome] = field(default_factory=dict)
    observations: Mapping[tuple[str, str], tuple[Outcome, ...]] = field(default_factory=dict)
    facts: Facts = Facts()
    incidents: tuple[Incident, ...] = ()
    printed: PrintLog = PrintLog()
    limits_met: tuple[str, ...] = ()
    corrections: Mapping[tuple[str, str], Correction] = field(default_factory=dict)
    cut_short: Raised | Ended | OverLimit | None = None
    replacements: tuple[Replacement, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
    redefined: tuple[Redefinition, ...] = ()
    mended: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
