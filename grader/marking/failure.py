"""What a field gets whose value never came: one outcome and one sentence for each way to fail."""

from __future__ import annotations

from typing import assert_never

from grader.answers.outcome import Outcome
from grader.marking.result import FieldResult
from grader.messages.remark import Remark
from grader.sandbox.outside.outcome import (
    Blank,
    Ended,
    Failure,
    Missing,
    NotReached,
    OverLimit,
    Raised,
)

_OF_TIME = ("time", "cpu")
"""The limits that a program meets while it goes on: where it was then is what to look at."""


def failed_field(name: str, marks: float, failure: Failure, what: str) -> FieldResult:
    """A field without a value; ``what`` is the blank or the call that was to give it."""
    outcome, remark = explained(failure, what)
    hint = hint_of(failure)
    return FieldResult(name, outcome, 0.0, marks, remarks=(remark, *((hint,) if hint else ())))


def hint_of(failure: object) -> Remark | None:
    """What to do about a failure, where that is known."""
    hint = failure.hint if isinstance(failure, Raised) else None
    return None if hint is None else Remark(hint.key, hint.details)


def explained(failure: Failure, what: str) -> tuple[Outcome, Remark]:
    """The outcome of a failure, and what is said of it."""
    match failure:
        case Blank():
            return Outcome.UNANSWERED, Remark("blank")
        case Missing(name=name, inside=place) if place:
            return Outcome.UNREADABLE, Remark("stands-inside", {"name": name, "place": place})
        case Missing(name=name, similar=similar) if similar:
            return Outcome.UNREADABLE, Remark("renamed", {"name": name, "similar": similar[0]})
        case Missing():
            return Outcome.UNANSWERED, Remark("missing")
        case Raised(type=kind, message=message, place=place):
            details = {"what": what, "type": kind, "message": message, "place": place}
            return Outcome.CRASHED, Remark("raised" if place else "raised-somewhere", details)
        case Ended(detail=detail, place=place):
            details = {"what": what, "detail": detail, "place": place}
            return Outcome.CRASHED, Remark("ended" if place else "ended-somewhere", details)
        case OverLimit(limit=limit, value=value, place=place):
            details = {"what": what, "limit": limit, "value": value, "place": place}
            key = "over-limit-at" if place and limit in _OF_TIME else "over-limit"
            return Outcome.OVER_LIMIT, Remark(key, details)
        case NotReached(cause=cause, guilty=guilty):
            outcome, _ = explained(cause, what)
            return outcome, _unreached(cause, guilty, what)
        case _:
            assert_never(failure)


def _unreached(cause: Raised | Ended | OverLimit, guilty: tuple[str, ...], what: str) -> Remark:
    """What is said of something that was not run, since something before it was stopped."""
    details = {"what": what, "place": guilty or cause.place}
    match cause:
        case OverLimit(limit=limit, value=value):
            return Remark("not-reached", {**details, "limit": limit, "value": value})
        case Ended(detail=detail):
            return Remark("not-reached-ended", {**details, "detail": detail})
        case Raised(type=kind, message=message):
            detail = f"{kind}: {message}" if message else kind
            return Remark("not-reached-ended", {**details, "detail": detail})


def general_cause(error: str) -> Remark:
    """What to look for after an error of a type, whatever its message is."""
    return Remark(_TYPES.get(error, "error-of-another-kind"))


_TYPES = {
    "AttributeError": "error-of-attribute",
    "IndexError": "error-of-index",
    "KeyError": "error-of-key",
    "TypeError": "error-of-type",
    "ValueError": "error-of-value",
    "ZeroDivisionError": "error-of-division",
    "SyntaxError": "error-of-syntax",
    "IndentationError": "error-of-syntax",
    "TabError": "error-of-syntax",
    "RecursionError": "error-of-recursion",
}
"""What is told of the errors of each type."""
