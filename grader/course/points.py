"""The marks of a result as the assignment has them: its weights, its points, its costs."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from grader.answers.outcome import Outcome
from grader.course.assignment import Assignment
from grader.course.set_problem import SetProblem
from grader.course.worth import factors
from grader.grading.style_costs import with_style_costs
from grader.marking.marks import exact, written
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.messages.remark import Remark

_FOLLOWS = "follow-through"


def with_points(result: SheetResult, assignment: Assignment) -> SheetResult:
    """The result with the marks that the assignment gives for it, worked out exactly.

    One after the other: breaches of style cost what the assignment says, in its points; an answer
    that is right given earlier ones earns its share; the marks of each field are weighted; and all
    but the marks for style that the assignment names are scaled to the points of the problem.

    What could not be marked through a fault of ours has no marks, as before: of a problem that was
    marked in part, the rest is scaled to all of its points, and one that was not marked at all is
    taken out of the points that there are. So no fault of ours costs a mark that was earned.

    Raises ValueError for a problem that the assignment does not have.
    """
    return replace(
        result,
        problems=tuple(
            _with_points(result, problem, _set_problem(problem, assignment), assignment)
            for problem in result.problems
        ),
    )


def _set_problem(problem: ProblemResult, assignment: Assignment) -> SetProblem:
    found = assignment.problem(problem.key)
    if found is None or found.family != problem.family:
        raise ValueError(
            f"problem {problem.key} of {assignment.id} was expected, but a result of "
            f"{problem.family} came that is not in it"
        )
    return found


def _with_points(
    result: SheetResult, problem: ProblemResult, given: SetProblem, assignment: Assignment
) -> ProblemResult:
    costs = given.style_costs
    (problem,) = with_style_costs(replace(result, problems=(problem,)), costs).problems
    fields = [_followed_through(field, assignment.follow_through) for field in problem.fields]
    weights = [_weight(field, given) for field in fields]
    marks = [exact(field.max_score) for field in fields]
    by = factors(marks, weights, given.points)
    return replace(
        problem,
        fields=tuple(_scaled(field, factor) for field, factor in zip(fields, by, strict=True)),
    )


def _followed_through(field: FieldResult, share: Fraction) -> FieldResult:
    """An answer that is right given earlier ones; a mistake made again costs nothing, as before."""
    follows = field.outcome is Outcome.FOLLOW_THROUGH and any(
        remark.key == _FOLLOWS for remark in field.remarks
    )
    if share == 1 or not follows:
        return field
    told = Remark("follow-through-part", {"percentage": f"{written(100 * share)}%"})
    return replace(
        field,
        score=float(exact(field.score) * share),
        remarks=tuple(told if remark.key == _FOLLOWS else remark for remark in field.remarks),
    )


def _weight(field: FieldResult, given: SetProblem) -> Fraction | None:
    """The factor on its marks; None for marks for style that are in points already."""
    if field.is_style:
        cost = given.style_cost(field.name)
        if cost is not None and cost.marks is not None:
            return None
    return given.weight(field.name)


def _scaled(field: FieldResult, factor: Fraction) -> FieldResult:
    if factor == 1:
        return field
    of = exact(field.max_score) * factor
    return replace(field, score=float(exact(field.score) * factor), max_score=float(of))
