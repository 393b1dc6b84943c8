"""Functions and classes of which nothing came since what belongs to them stands outside of them.

All that is looked at here is valid Python, and may be meant so: what came of a call counts, and
only where nothing did is it said what hangs loose (see `inside/cuts.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from grader.sandbox.outside.outcome import Blank, Hint, Missing, Outcome, Raised, Returned
from grader.sandbox.outside.program import Probe
from grader.sandbox.outside.survey import Survey
from problems.probe import Call

_NO_CONSTRUCTOR = ("takes no arguments", "takes exactly one argument", "has no attribute")


class Loose(NamedTuple):
    """What may belong to a function or class above it.

    ``kind`` is ``method``, ``nested`` or ``rest``, as in the child, ``owner`` the function or class
    and ``name`` the method. ``place`` is the line that ends the owner, and ``rest`` where it goes
    on, if that is another.
    """

    kind: str
    owner: str
    name: str
    place: str
    rest: str


def explained(survey: Survey, probe: Probe, outcomes: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
    """The outcomes of a probe, with those of which nothing came told as the cut that did it."""
    called = {step.function.partition(".")[0] for step in probe.steps if isinstance(step, Call)}
    owners = called.intersection(survey.asked.get(probe.problem, ()))
    loose = [one for one in loose_in(survey) if one.owner in owners]
    return tuple(_explained(loose, outcome) for outcome in outcomes)


def _explained(loose: list[Loose], outcome: Outcome) -> Outcome:
    found = next((one for one in loose if _explains(one, outcome)), None)
    return outcome if found is None else _as_error(found)


def _explains(loose: Loose, outcome: Outcome) -> bool:
    match outcome:
        case Blank():
            return True
        case Returned(value=None):
            return loose.kind == "rest"
        case Missing(name=name):
            return loose.kind != "rest" and name == loose.name
        case Raised(type="TypeError" | "AttributeError", message=message):
            makes = loose.kind == "method" and loose.name == "__init__"
            return makes and any(words in message for words in _NO_CONSTRUCTOR)
    return False


def _as_error(loose: Loose) -> Raised:
    if loose.kind == "method":
        hint = Hint("outdented-method", {"name": loose.name, "owner": loose.owner})
    elif loose.rest == loose.place:
        hint = Hint("cut-off", {"name": loose.owner})
    else:
        hint = Hint("cut-in-two", {"name": loose.owner, "place": loose.rest})
    return Raised("IndentationError", "expected an indented line", loose.place, hint)


def loose_in(survey: Survey) -> Iterator[Loose]:
    """What hangs loose in the whole program; a class may stand in an earlier cell.

    The methods of a class that is asked for itself are its own.
    """
    owner = ""
    asked = {name for names in survey.asked.values() for name in names}
    for cell, parts in sorted(survey.loose.items()):
        place_of = survey.cells[cell].place_of
        wanted = {line for kind, name, line, _, _ in parts if kind == "class" and name in asked}
        for kind, name, line, rest, last in parts:
            if kind == "class":
                owner = name
            elif kind == "rest":
                if not _is_given_above(survey, last, cell, line):
                    yield Loose(kind, name, "", place_of(line), place_of(rest))
            elif owner and not (kind == "nested" and line in wanted):
                yield Loose(kind, owner, last, place_of(line), place_of(rest or line))


def _is_given_above(survey: Survey, name: str, cell: int, line: int) -> bool:
    """Whether a statement above a line gives a global name, so that it may be used there."""
    return any(
        name in statement.names
        for above, statements in survey.statements.items()
        for statement in statements
        if (above, statement.line) < (cell, line)
    )
