"""Whether the variants of a level are equally hard, and each level harder than the one below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from grader.certification.fault import Fault, Kind
from grader.certification.specimen import Specimen
from problems.family import LEVELS, Family, Level

SPREAD: Mapping[Level, float] = {"easy": 1.5, "standard": 1.5, "hard": 2.0}
"""The factor by which the effort of a variant may differ from the median of its level."""

RISE = 1.25
"""The factor by which the median rises, at least, from one level to the next."""

ENOUGH = 10
"""Variants of a level whose median says something."""


def median_effort(specimens: Sequence[Specimen], level: str) -> float | None:
    """The median of the drawn variants of a level; None where there are none."""
    found = [s.effort.total for s in specimens if s.level == level and not s.example]
    return median(found) if found else None


def faults_over(chosen: Family, specimens: Sequence[Specimen]) -> Iterator[Fault]:
    """Variants that are not as hard as their level, and levels that are no harder than the last."""
    medians: dict[Level, float] = {}
    for level in LEVELS:
        own = [s for s in specimens if s.level == level and not s.example]
        if len(own) < ENOUGH:
            continue
        middle = medians[level] = float(median(s.effort.total for s in own))
        yield from _too_far(chosen, level, own, middle)
    for lower, higher in pairwise(level for level in LEVELS if level in medians):
        if medians[higher] < RISE * medians[lower]:
            text = (
                f"the level is hardly harder than {lower}: the median of operations, signs and "
                f"digits is {medians[higher]:g} after {medians[lower]:g}, and should rise by "
                f"{RISE:g} times at least"
            )
            yield Fault(Kind.DIFFICULTY, chosen.key, text, level=higher)


def _too_far(
    chosen: Family, level: Level, own: Sequence[Specimen], middle: float
) -> Iterator[Fault]:
    factor = SPREAD[level]
    for specimen in own:
        total = specimen.effort.total
        if not middle / factor <= total <= middle * factor:
            text = (
                f"{total} operations, signs and digits are not within {factor:g} times the "
                f"median of the level, {middle:g}"
            )
            yield Fault(Kind.DIFFICULTY, chosen.key, text, level=level, seed=specimen.seed)
