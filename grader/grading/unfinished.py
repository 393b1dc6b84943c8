"""A word on wrong answers that rest on something which did not come to its end."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from grader.answers.outcome import Outcome
from grader.marking.result import FieldResult
from grader.messages.remark import Remark
from grader.sandbox.outside.outcome import Execution, Unfinished
from grader.sheet.sheet import Problem
from problems.family import InCode

_WRONG = (Outcome.WRONG, Outcome.SLIP)


def told_of_unfinished(
    problem: Problem,
    fields: Sequence[FieldResult],
    execution: Execution,
    read: Set[str] = frozenset(),
) -> tuple[FieldResult, ...]:
    """The fields, where those that lost marks by their value say what this value rests on.

    Those that were ``read`` as they are written rest on nothing that Python has made of them.
    """
    causes = {name: execution.unfinished.get((problem.key, name)) for name in problem.names}
    found = {
        name: None if cause is None or {name, cause.name} & read else cause
        for name, cause in causes.items()
    }
    if isinstance(problem.variant.family.task, InCode):
        style = {rule.name for rule in problem.variant.style}
        cause = next(filter(None, found.values()), None)
        found = {field.name: cause for field in fields if field.name not in style}
    return tuple(_told(field, found.get(field.name)) for field in fields)


def _told(field: FieldResult, cause: Unfinished | None) -> FieldResult:
    is_idle = any(remark.key == "idle" for remark in field.remarks)
    if cause is None or field.outcome not in _WRONG or field.score == field.max_score or is_idle:
        return field
    remark = Remark("rests-on-unfinished", {"name": cause.name, "place": cause.place})
    return replace(field, remarks=(*field.remarks, remark))
