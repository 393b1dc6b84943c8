"""Whether an assignment and its key are still those by which its sheets were drawn."""

from __future__ import annotations

import json
from collections.abc import Sequence

from grader.course.assignment import Assignment, SetProblem
from grader.course.key import Key
from grader.course.record import Drawn, Record
from problems.catalogue import family_keys


class ChangedError(ValueError):
    """The assignment, its key or the families are not those of its record: what, and what to do."""


def require_unchanged(assignment: Assignment, key: Key, record: Record) -> None:
    """Raises ChangedError where sheets of this revision would be drawn or marked otherwise."""
    for sitting in record.sittings:
        if sitting.revision == assignment.revision:
            drawn = record.of(sitting)
            _require_same_problems(assignment, drawn, record)
            _require_families(drawn, record)
            _require_same_key(assignment, key, drawn, record)


def _require_same_problems(assignment: Assignment, drawn: Sequence[Drawn], record: Record) -> None:
    was = [_request(one.problem.family, one.problem.level, one.problem.example) for one in drawn]
    now = [_request(one.family, one.level, one.example) for one in assignment.problems]
    revision = assignment.revision
    has = len({one.student for one in record.sittings if one.revision == revision})
    do = (
        f"for {_students(has)}; set them again as they were, or write revision = {revision + 1}, "
        "by which all of these get new exercises"
    )
    if was != now:
        raise ChangedError(
            f"assignment.toml sets {', '.join(now)}, but under revision {revision} "
            f"{', '.join(was)} were drawn {do}"
        )
    for one, problem in zip(drawn, assignment.problems, strict=True):
        if not _is_given_alike(one, problem):
            raise ChangedError(
                f"problem {problem.key} of assignment.toml has other parameters, or another "
                f"network, than those with which sheets of revision {revision} were drawn {do}"
            )


def _is_given_alike(drawn: Drawn, problem: SetProblem) -> bool:
    """Whether what is not drawn is what it was."""
    one = drawn.problem
    if one.is_drawn != problem.is_drawn or _plain(one.network) != _plain(problem.network):
        return False
    return problem.parameters is None or _plain(one.parameters) == _plain(problem.parameters)


def _plain(given: object) -> str:
    return json.dumps(given, sort_keys=True)


def _require_families(drawn: Sequence[Drawn], record: Record) -> None:
    for one in drawn:
        if one.problem.family not in family_keys():
            raise ChangedError(
                f"{record.path.name}: there is no family {one.problem.family!r} any more, by which "
                "sheets were drawn; name its folder with --families"
            )


def _require_same_key(
    assignment: Assignment, key: Key, drawn: Sequence[Drawn], record: Record
) -> None:
    for sitting, problem, draw, _ in drawn:
        was = key.seed(
            assignment.id, sitting.revision, problem.key, sitting.student, sitting.attempt, draw
        )
        if was != problem.seed:
            raise ChangedError(
                f"the course key is not the one with which the sheets in {record.path.parent.name} "
                "were drawn: it would put other codes on them; get that key back, or move the "
                f"folder {record.path.parent.name} away to begin anew"
            )


def _request(family: str, level: str, example: str | None) -> str:
    return f"{family}@{example}" if example is not None else f"{family}:{level}"


def _students(number: int) -> str:
    return "1 student" if number == 1 else f"{number} students"
