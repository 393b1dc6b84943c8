"""What each blank or check of a problem is worth in an assignment."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from grader.course.set_problem import SetProblem


def worth_of(problem: SetProblem, marks: Mapping[str, int]) -> dict[str, Fraction]:
    """The points of each field, out of the marks that the exercise has for it.

    The weights are factors on these marks, and what comes of that is scaled to the points that the
    problem gets, if the assignment says so. The sum is exact. Where all weigh nothing, so do they.
    """
    weighed = {name: number * problem.weight(name) for name, number in marks.items()}
    total = sum(weighed.values(), Fraction(0))
    if problem.points is None or not total:
        return weighed
    scale = problem.points / total
    return {name: each * scale for name, each in weighed.items()}
