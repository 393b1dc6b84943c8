"""What each blank or check of a problem is worth in an assignment."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from grader.course.set_problem import SetProblem


def worth_of(problem: SetProblem, marks: Mapping[str, int]) -> dict[str, Fraction]:
    """The points of each field, out of the marks that the exercise has for it.

    The weights are factors on these marks, and what comes of that is scaled to the points that the
    problem gets, if the assignment says so; what it sets for rules of style is in points already.
    So are results scaled (`grader.course.points`). The sum is exact.
    """
    style: dict[str, Fraction] = {}
    for name in marks:
        cost = problem.style_cost(name)
        if cost is not None and cost.marks is not None:
            style[name] = Fraction(cost.marks)
    weighed = {name: number * problem.weight(name) for name, number in marks.items()} | style
    of_style = sum(style.values(), Fraction(0))
    others = sum(weighed.values(), Fraction(0)) - of_style
    if problem.points is None or not of_style + others:
        return weighed
    if others and of_style <= problem.points:
        scale, scale_of_style = (problem.points - of_style) / others, Fraction(1)
    else:
        scale = scale_of_style = problem.points / (of_style + others)
    return {
        name: each * (scale_of_style if name in style else scale) for name, each in weighed.items()
    }
