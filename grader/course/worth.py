"""What each blank or check of a problem is worth in an assignment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

from grader.course.set_problem import SetProblem


def worth_of(problem: SetProblem, marks: Mapping[str, int]) -> dict[str, Fraction]:
    """The points of each field, out of the marks that the exercise has for it.

    The weights are factors on these marks, and what comes of that is scaled to the points that the
    problem gets, if the assignment says so; what it sets for rules of style is in points already.
    The sum is exact.
    """
    return dict(_worth_of(problem, tuple(marks.items())))


@lru_cache(maxsize=256)  # most students' exercises have the same marks
def _worth_of(problem: SetProblem, marks: tuple[tuple[str, int], ...]) -> dict[str, Fraction]:
    own: dict[str, Fraction] = {}
    weights: list[Fraction | None] = []
    for name, number in marks:
        cost = problem.style_cost(name)
        in_points = None if cost is None or cost.marks is None else Fraction(cost.marks)
        own[name] = Fraction(number) if in_points is None else in_points
        weights.append(problem.weight(name) if in_points is None else None)
    by = factors([*own.values()], weights, problem.points)
    return {name: each * factor for (name, each), factor in zip(own.items(), by, strict=True)}


def factors(
    marks: Sequence[Fraction], weights: Sequence[Fraction | None], points: Fraction | None
) -> list[Fraction]:
    """What the marks of each field are multiplied by, so that together they come to the points.

    A weight is None where marks are in points already, as an assignment sets them for style.
    """
    of_style, others = Fraction(0), Fraction(0)
    for each, weight in zip(marks, weights, strict=True):
        if weight is None:
            of_style += each
        else:
            others += each * weight
    if points is None or not of_style + others:
        scale, scale_of_style = Fraction(1), Fraction(1)
    elif others and of_style <= points:
        scale, scale_of_style = (points - of_style) / others, Fraction(1)
    else:  # no more for style than there are points for all
        scale = scale_of_style = points / (of_style + others)
    return [scale_of_style if weight is None else weight * scale for weight in weights]
