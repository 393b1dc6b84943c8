"""A bank of an assignment: variants of its problems that belong to no student, for the lecturer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from grader.course.assignment import Assignment, SetProblem
from grader.course.key import Key
from grader.course.worth import worth_of
from grader.lms.bank import MOST_TRIES, require_variants
from grader.render.statement import marks_of
from grader.sheet.issued import Issued
from grader.sheet.recorded import Recorded, problem_of, recorded
from grader.sheet.sheet import Problem, Sheet, SheetError
from problems.sentences import Language

_NOBODY = ""
"""Whose sheets they are: no student has such an id, so that nobody's variant is among them but by
chance."""


def assignment_bank(
    assignment: Assignment, key: Key, language: Language, variants: int
) -> tuple[Sheet, ...]:
    """So many sheets of an assignment in a language, of which no two have the same exercise.

    A problem that is set for all alike is the same on each. Raises SheetError where there are not
    as many variants.
    """
    require_variants(variants)
    columns = [list(_column(assignment, key, one, variants)) for one in assignment.problems]
    issued = Issued(assignment.id, assignment.revision, "", titles=dict(assignment.titles))
    return tuple(Sheet("", language, row, issued=issued) for row in zip(*columns, strict=True))


def _column(
    assignment: Assignment, key: Key, problem: SetProblem, variants: int
) -> Iterator[Problem]:
    taken: set[str] = set()
    draw = tries = 0
    while len(taken) < variants and tries < MOST_TRIES:
        seed = key.seed(assignment.id, assignment.revision, problem.key, _NOBODY, 1, draw)
        draw += 1
        drawn = recorded(problem.key, replace(problem.variant(seed), seed=seed), {})
        if not problem.is_drawn:
            for _ in range(variants):
                yield _with_points(drawn, problem)
            return
        if drawn.variant_digest in taken:
            tries += 1
            continue
        tries = 0
        taken.add(drawn.variant_digest)
        yield _with_points(drawn, problem)
    if len(taken) < variants:
        raise SheetError(
            f"{variants} variants of problem {problem.key} ({problem.family}:{problem.level}) were "
            f"wanted, but only {len(taken)} came; ask for fewer"
        )


def _with_points(drawn: Recorded, problem: SetProblem) -> Problem:
    worth = worth_of(problem, marks_of(problem_of(drawn).variant))
    return problem_of(replace(drawn, worth=worth))
