"""What known mistakes make of the blanks of a problem, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from grader.lms.places import in_places
from grader.lms.question import Interval, Mistaken
from grader.messages.remark import Remark
from grader.report.wording import sentence
from problems.derivation import Derivation, is_same
from problems.diagnosis import right_values, slips_made, told
from problems.sentences import Language
from problems.variant import Variant
from problems.working import Asked

_NEAR = 10
"""Numbers that are nearer to each other than this part of the tolerance are taken for one."""

Keys = tuple[str, ...]


class Outcomes:
    """What the blanks of a variant come to, each from the right values of all others."""

    def __init__(self, variant: Variant) -> None:
        self._variant = variant
        self._right = {asked.name: variant.truth[asked.name] for asked in variant.working.asked}

    def mistaken(self, asked: Asked) -> Iterator[tuple[Any, str]]:
        """The wrong values of a blank that slips lead to, each with the key of its slip."""
        right = self._right[asked.name]
        for key, value in slips_made(self._before(asked), asked, None):
            if value is not None and not is_same(value, right):
                yield value, key

    def right(self, asked: Asked) -> tuple[Any, ...]:
        """The right values of a blank, that of the worked solution first.

        Where another blank is judged by it, there is that one alone.
        """
        if not self._variant.working.choices or self.is_one_of_several(asked):
            return (self._right[asked.name],)
        return tuple(value for value, _ in right_values(self._before(asked), asked.step))

    def is_one_of_several(self, asked: Asked) -> bool:
        """Whether other values would be right as well, but then for another blank too."""
        step, solution = asked.step, self._variant.solution
        if step.rule.alternatives is None or not step.rule.leaves_choice(solution.inputs(step)):
            return False
        following = self._variant.working.following((asked.name,)) - {asked.name}
        return not following.isdisjoint(self._right)

    def _before(self, asked: Asked) -> Derivation:
        fixed = {name: value for name, value in self._right.items() if name != asked.name}
        return Derivation(self._variant.working, fixed)


def cells_of(value: Any) -> list[int]:
    """The cells of a number, a shape or a tensor, to twelve places.

    Raises OverflowError or ValueError where one is not finite.
    """
    if type(value) is np.ndarray:
        return [in_places(cell) for cell in value.ravel().tolist()]
    if type(value) is tuple:
        return [in_places(cell) for cell in value]
    return [in_places(value)]


def disjoint(
    right: Sequence[Interval], found: Mapping[int, Keys], tolerance: int
) -> list[tuple[Interval, Keys]]:
    """Intervals around wrong numbers, in their order; none meets another or a right one.

    Each reaches as far as the tolerance, unless that comes too near to a neighbour. Numbers that
    are next to each other have one interval, with the keys of all; one that is right, or next to
    that, has none.
    """
    nearest = tolerance // _NEAR
    groups: list[tuple[int, int, Keys]] = []
    for value in sorted(found):
        if _is_next_to_one(value, right, nearest):
            continue
        if groups and value - groups[-1][1] <= nearest:
            low, _, keys = groups.pop()
            groups.append((low, value, tuple(dict.fromkeys((*keys, *found[value])))))
        else:
            groups.append((value, value, found[value]))
    made = []
    for place, (low, high, keys) in enumerate(groups):
        reach = tolerance
        if tolerance:
            gap = min(low - one.high if one.high < low else one.low - high for one in right)
            if place:
                gap = min(gap, low - groups[place - 1][1])
            if place + 1 < len(groups):
                gap = min(gap, groups[place + 1][0] - high)
            reach = min(tolerance, gap * 2 // 5)
        middle = (low + high) // 2
        made.append((Interval(middle, max(high - middle, middle - low) + reach), keys))
    return made


def _is_next_to_one(value: int, right: Sequence[Interval], nearest: int) -> bool:
    return any(abs(value - one.number) <= one.reach + nearest for one in right)


def as_mistaken(
    right: Sequence[Interval],
    found: Mapping[int, Keys],
    tolerance: int,
    variant: Variant,
    language: Language,
) -> tuple[Mistaken, ...]:
    """Wrong numbers by the keys of the slips that lead to them, as answers with their sentences."""
    last_resorts = variant.working.last_resorts
    return tuple(
        Mistaken(interval, said_of(told(keys, last_resorts), variant.family.key, language))
        for interval, keys in disjoint(right, found, tolerance)
    )


@lru_cache(maxsize=2**12)  # cells of one tensor have mostly the same mistakes
def said_of(keys: Keys, family: str, language: Language) -> str:
    """What is said of an answer that slips lead to: what each of them is."""
    key = "slip" if len(keys) == 1 else "several-slips"
    return sentence(Remark(key, {"slips": keys}), family, language)
