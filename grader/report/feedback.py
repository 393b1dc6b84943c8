"""Feedback levels: how much of a result its reader is told, for each problem and check.

``full`` is all that there is; ``hints`` leaves out what is right, and ``score`` leaves marks alone.
What a level leaves out is taken out of the result, so that it is in no output that is made of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import Enum
from fnmatch import fnmatchcase
from types import MappingProxyType
from typing import Any

from grader.answers.outcome import Outcome
from grader.marking.compared import WrongCells
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.messages.remark import Remark
from problems.frozen import frozen


class Level(Enum):
    """How much is told, from most to least."""

    FULL = "full"
    HINTS = "hints"
    SCORE = "score"


class FeedbackError(ValueError):
    """No level, or none for these problems: says what was expected."""


@frozen
class Feedback:
    """What is told of each field: a level for all, and others for some of them.

    ``others`` are patterns, with ``*`` and ``?``, of ``PROBLEM`` or ``PROBLEM.FIELD``, each with
    its level; the last one that fits counts.
    """

    level: Level = Level.FULL
    others: tuple[tuple[str, Level], ...] = ()

    def of(self, problem: str, field: str) -> Level:
        """The level of a field, by the number of its problem and its own name."""
        fitting = (
            level
            for pattern, level in reversed(self.others)
            if fnmatchcase(problem, pattern) or fnmatchcase(f"{problem}.{field}", pattern)
        )
        return next(fitting, self.level)


def parse_feedback(texts: Iterable[str]) -> Feedback:
    """Levels as they are typed: ``hints``, ``2=score``, ``2.inputs-*=score``.

    Raises FeedbackError for what is none.
    """
    general = Level.FULL
    others: list[tuple[str, Level]] = []
    for text in texts:
        pattern, sign, name = text.rpartition("=")
        try:
            level = Level(name)
        except ValueError:
            known = ", ".join(each.value for each in Level)
            raise FeedbackError(
                f"{text!r} is no feedback level; one of {known} was expected, for all that is "
                "marked or, as in 2=score or 2.inputs-*=score, for a problem or its checks"
            ) from None
        if sign and not pattern:
            raise FeedbackError(f"{text!r} has no problem before the =, such as 2 or 2.inputs-*")
        if pattern:
            others.append((pattern, level))
        else:
            general = level
    return Feedback(general, tuple(others))


def unused_patterns(feedback: Feedback, result: SheetResult) -> list[str]:
    """The patterns that fit nothing of a result."""
    names = {name for p in result.problems for name in (p.key, *_names(p))}
    return [
        pattern
        for pattern, _ in feedback.others
        if not any(fnmatchcase(name, pattern) for name in names)
    ]


def _names(problem: ProblemResult) -> list[str]:
    return [f"{problem.key}.{field.name}" for field in problem.fields]


def as_told(result: SheetResult, feedback: Feedback) -> SheetResult:
    """The result as its reader is told it."""
    return replace(
        result,
        problems=tuple(
            replace(
                problem,
                fields=tuple(
                    _AT[feedback.of(problem.key, field.name)](field) for field in problem.fields
                ),
            )
            for problem in result.problems
        ),
    )


def _in_full(field: FieldResult) -> FieldResult:
    return field


def _in_hints(field: FieldResult) -> FieldResult:
    """A field without the right value; what was found and why it is wrong stays."""
    remarks = tuple(_HINTED.get(one.key, _as_it_is)(one) for one in field.remarks)
    alone = field.compared if isinstance(field.compared, WrongCells) else None
    return replace(field, expected=None, compared=alone, remarks=remarks)


def _in_score(field: FieldResult) -> FieldResult:
    """A field with its marks; of an answer that could not be judged it is said why."""
    is_told = field.outcome in _TOLD_ANYWAY
    outcome = field.outcome
    if not is_told:
        is_right = field.score >= field.max_score if field.max_score else field.outcome in _RIGHT
        outcome = Outcome.CORRECT if is_right else Outcome.WRONG
    return FieldResult(
        field.name,
        outcome,
        field.score,
        field.max_score,
        remarks=field.remarks if is_told else (),
        seconds=field.seconds,
        read=field.read,
        is_style=field.is_style,
    )


_AT: Mapping[Level, Callable[[FieldResult], FieldResult]] = MappingProxyType(
    {Level.FULL: _in_full, Level.HINTS: _in_hints, Level.SCORE: _in_score}
)

_RIGHT = frozenset({Outcome.CORRECT, Outcome.FOLLOW_THROUGH})
"""Outcomes that are told as right where there are no marks that would show it."""

_TOLD_ANYWAY = frozenset({Outcome.UNANSWERED, Outcome.NOT_JUDGED, Outcome.GRADER_FAULT})
"""Outcomes that tell nothing of a value that came."""


def _as_it_is(one: Remark) -> Remark:
    return one


def _without(key: str, *names: str) -> Callable[[Remark], Remark]:
    """A remark of another key, which names no right value."""

    def told(one: Remark) -> Remark:
        details: Mapping[str, Any] = {name: one.details[name] for name in names}
        return Remark(key, details)

    return told


_HINTED: Mapping[str, Callable[[Remark], Remark]] = MappingProxyType(
    {
        "check-value": _without("check-found", "what", "found"),
        "check-shape": _without("check-shape-found", "what", "found"),
        "check-array-for-number": _without("check-shape-found", "what", "found"),
        "check-number-for-array": _without("check-number-found", "what"),
        "check-shapes": _without("check-other-shapes", "what"),
        "check-shapes-missing": _without("check-other-shapes", "what"),
        "off-factor": _without("off-alike"),
        "off-shift": _without("off-alike"),
        "off-largest": _without("off-largest-at", "index", "found"),
        "smallest-input": _without("smallest-input-found", "inputs", "what", "found"),
        "scaled": _without("wrong"),
        "transposed": _without("wrong"),
    }
)
"""What is said in place of a sentence that names the right value, or all but names it."""
