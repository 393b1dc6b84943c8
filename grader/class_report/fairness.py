"""Whether variants were equally hard: marks by what was drawn.

Who gets which variant is chance. So if a value that was drawn makes no difference, the marks are
mixed over its groups as chance mixes them, which is what a permutation test asks: how often groups
of these sizes, mixed anew, differ as much (by the statistic of Kruskal and Wallis, on ranks). Its
level is exact for any marks, with ties or few students. Mixing stops early where the answer is
plain (Besag and Clifford), and of all the tests in a report Holm's correction is taken.

Sources: Kruskal & Wallis 1952, "Use of Ranks in One-Criterion Variance Analysis"; Besag & Clifford
1991, "Sequential Monte Carlo p-values"; Holm 1979, "A Simple Sequentially Rejective Multiple Test
Procedure"; for the effect size epsilon squared, Tomczak & Tomczak 2014.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from problems.frozen import frozen

LEAST_IN_GROUP = 5
MOST_VALUES = 12
LEAST_MIXED, MOST_MIXED = 1_999, 9_999
LEVEL = 0.05
_MIXED_FOR_EACH = 200
_ENOUGH = 20
"""So many mixtures that differ as much say that nothing is to be seen."""
_NOT_THERE = "(none)"
_LONGEST = 40
_MOST_NAMES = 3
_TOLERANCE = 1e-9


class Group(NamedTuple):
    """The students of one value, and the mean share of marks that they have earned."""

    value: str
    number: int
    mean: float


@frozen
class Comparison:
    """What is known of one parameter of a problem.

    ``chance`` is how often groups that are mixed anew differ as much, and ``corrected`` the same
    with regard to how many such questions were asked. ``effect`` is epsilon squared: the share of
    the differences in rank that goes with the groups.
    """

    problem: str
    parameter: str
    groups: tuple[Group, ...]
    effect: float
    chance: float
    corrected: float = 1.0

    @property
    def spread(self) -> float:
        """How far the means of the easiest and the hardest group lie apart."""
        means = [group.mean for group in self.groups]
        return max(means) - min(means)

    @property
    def is_unequal(self) -> bool:
        """Whether it is to be looked at."""
        return self.corrected < LEVEL


class Parameters:
    """The values that were drawn for a problem, student by student, with the marks earned.

    Of a parameter with many values nothing is kept: its groups would be too small to compare.
    """

    def __init__(self) -> None:
        self.shares = array("d")
        self._places: dict[str, dict[str, int]] = {}
        self._values: dict[str, array[int]] = {}
        self._dropped: set[str] = set()

    def add(self, share: float, parameters: Mapping[str, Any]) -> None:
        """One student: the share of the marks, and what was drawn."""
        before = len(self.shares)
        self.shares.append(share)
        found = dict(_leaves(parameters))
        for name in found.keys() - self._values.keys() - self._dropped:
            self._places[name] = {_NOT_THERE: 0}
            self._values[name] = array("h", [0] * before)
        for name in [*self._values]:
            places = self._places[name]
            value = found.get(name, _NOT_THERE)
            self._values[name].append(places.setdefault(value, len(places)))
            if len(places) > MOST_VALUES + 1:
                del self._values[name], self._places[name]
                self._dropped.add(name)

    def partitions(self) -> Iterator[tuple[str, Sequence[str], NDArray[np.int16]]]:
        """The parameters with their values, and which of these each student has (-1: a rare one).

        Parameters that group the students alike are one, with the names of all.
        """
        alike: dict[bytes, list[str]] = {}
        for name in sorted(self._values):
            alike.setdefault(_renumbered(self._values[name]).tobytes(), []).append(name)
        for names in alike.values():
            name = names[0]
            values = np.array(self._values[name], dtype=np.int16)
            told = list(self._places[name])
            counts = np.bincount(values, minlength=len(told))
            kept = [place for place in range(len(told)) if counts[place] >= LEAST_IN_GROUP]
            if len(kept) < 2:
                continue
            kept.sort(key=lambda place: _in_order(told[place]))
            own = np.full(len(values), -1, dtype=np.int16)
            for number, place in enumerate(kept):
                own[values == place] = number
            more = f", … ({len(names)} that go together)" if len(names) > _MOST_NAMES else ""
            shown = [_shortened(told[place]) for place in kept]
            yield ", ".join(names[:_MOST_NAMES]) + more, shown, own


def _renumbered(values: array[int]) -> NDArray[np.int16]:
    """Groups by the order in which they come up, whatever their values are."""
    own = np.array(values, dtype=np.int16)
    _, first, inverse = np.unique(own, return_index=True, return_inverse=True)
    order = np.argsort(np.argsort(first))
    return order[inverse].astype(np.int16)


def _in_order(value: str) -> tuple[int, float, str]:
    try:
        return 0, float(value), value
    except ValueError:
        return 1, 0.0, value


def _leaves(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Plain values by where they stand; a row of numbers is one value, and so is its length."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from _leaves(part, f"{name}.{key}" if name else str(key))
    elif isinstance(value, list | tuple) and any(isinstance(part, Mapping) for part in value):
        yield f"number of {name}", str(len(value))
        for place, part in enumerate(value, start=1):
            yield from _leaves(part, f"{name}[{place}]")
    elif isinstance(value, list | tuple):
        yield name, _told(value)
        yield f"number of {name}", str(len(value))
    else:
        yield name, _told(value)


def _told(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


# -- the test --------------------------------------------------------------------------------------


def compared(drawn: Mapping[str, Parameters], seed: int = 0) -> list[Comparison]:
    """All parameters of the problems, by a permutation test, the least likely first.

    They are corrected for their number, from which it also follows how often is mixed: so often
    that a difference which never comes of it is one that counts.
    """
    tests: list[tuple[str, str, Sequence[str], _Test]] = []
    for problem, parameters in drawn.items():
        shares = np.array(parameters.shares)
        for name, values, groups in parameters.partitions():
            test = _Test(shares, groups, len(values))
            if test.has_differences:
                tests.append((problem, name, values, test))
    most = min(MOST_MIXED, max(LEAST_MIXED, _MIXED_FOR_EACH * len(tests)))
    for number, (problem, parameters) in enumerate(drawn.items()):
        own = [test for of, _, _, test in tests if of == problem]
        random = np.random.Generator(np.random.PCG64([seed, number]))
        _mix(own, len(parameters.shares), most, random)
    found = [
        Comparison(problem, name, test.groups(values), test.effect, test.chance)
        for problem, name, values, test in tests
    ]
    return corrected(found)


class _Test:
    """One way of grouping students: how much the groups differ, and how often mixed ones do."""

    def __init__(self, shares: NDArray[np.float64], groups: NDArray[np.int16], number: int) -> None:
        self._own = np.flatnonzero(groups >= 0)
        self._groups = groups[self._own].astype(np.intp)
        self._ranks = ranks_of(shares[self._own])
        self.sizes = np.bincount(self._groups, minlength=number)
        self.means = np.bincount(self._groups, shares[self._own], number) / self.sizes
        self._statistic = self._of(self._ranks)
        self.mixed = self.as_much = 0

    @property
    def has_differences(self) -> bool:
        """Whether not all marks are the same."""
        return bool(np.ptp(self._ranks) > 0)

    def _of(self, ranks: NDArray[np.float64]) -> float:
        sums = np.bincount(self._groups, ranks, len(self.sizes))
        return float((sums * sums / self.sizes).sum())

    def groups(self, values: Sequence[str]) -> tuple[Group, ...]:
        """The groups, by the values that they have."""
        told = zip(values, self.sizes.tolist(), self.means.tolist(), strict=True)
        return tuple(Group(value, number, mean) for value, number, mean in told)

    @property
    def effect(self) -> float:
        return kruskal_wallis(self._ranks, self._groups) / (len(self._ranks) - 1)

    def mix(self, order: NDArray[np.intp]) -> None:
        """Once more, with all students of the problem in another order."""
        own = self._ranks[order[order < len(self._ranks)]]
        self.mixed += 1
        self.as_much += self._of(own) >= self._statistic * (1 - _TOLERANCE)

    @property
    def chance(self) -> float:
        if self.as_much >= _ENOUGH:
            return self.as_much / self.mixed
        return (self.as_much + 1) / (self.mixed + 1)


def _mix(tests: Sequence[_Test], number: int, most: int, random: np.random.Generator) -> None:
    todo = list(tests)
    for _ in range(most):
        if not todo:
            break
        order = random.permutation(number)
        for test in todo:
            test.mix(order)
        todo = [test for test in todo if test.as_much < _ENOUGH]


def ranks_of(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The ranks of values, from 1; equal ones have the mean of theirs."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return np.asarray((last - (counts - 1) / 2)[inverse], dtype=np.float64)


def kruskal_wallis(ranks: NDArray[np.float64], groups: NDArray[np.intp]) -> float:
    """H, corrected for ties; 0 where all ranks are one."""
    number = len(ranks)
    sizes, sums = np.bincount(groups), np.bincount(groups, ranks)
    h = 12 / (number * (number + 1)) * (sums * sums / sizes).sum() - 3 * (number + 1)
    counts = np.unique(ranks, return_counts=True)[1].astype(np.float64)
    ties = 1 - (counts**3 - counts).sum() / (float(number) ** 3 - number)
    return float(h / ties) if ties > 0 else 0.0


def corrected(found: Sequence[Comparison]) -> list[Comparison]:
    """All comparisons of a report, each with regard to the others, the least likely first."""
    in_order = sorted(found, key=lambda one: (one.chance, one.problem, one.parameter))
    told = holm([one.chance for one in in_order])
    return [replace(one, corrected=each) for one, each in zip(in_order, told, strict=True)]


def holm(chances: Sequence[float]) -> list[float]:
    """Chances with regard to how many there are, by Holm; they come in ascending order."""
    least, made = 0.0, []
    for place, chance in enumerate(chances):
        least = max(least, min(1.0, (len(chances) - place) * chance))
        made.append(least)
    return made
