"""What each student gets: drawn by the course's key, and for nobody else while others are left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from grader.course.assignment import Assignment, SetProblem
from grader.course.key import Key
from grader.course.record import Drawn, Record, Sitting
from grader.sheet.recorded import Recorded, recorded

_MOST_TRIES = 300
"""Where so many draws in a row are somebody's already, the distinct ones have come to an end."""


def first_draw(assignment: Assignment, key: Key, sitting: Sitting) -> tuple[Drawn, ...]:
    """What the key draws for a sheet, whoever has the same."""
    return tuple(
        Drawn(sitting, _drawn(assignment, key, sitting, problem, draw=0))
        for problem in assignment.problems
    )


def _drawn(
    assignment: Assignment, key: Key, sitting: Sitting, problem: SetProblem, draw: int
) -> Recorded:
    seed = key.seed(
        assignment.id, sitting.revision, problem.key, sitting.student, sitting.attempt, draw
    )
    # also where all have the same exercise, the inputs that marks are given for come of the seed
    variant = replace(problem.variant(seed), seed=seed)
    return recorded(problem.key, variant, {}, is_drawn=problem.is_drawn)


class Distinct:
    """Draws that keep students apart, in the order in which they are asked for.

    ``shared`` counts, by problem, the students who have the exercise of another since there is no
    other one left.
    """

    def __init__(self, assignment: Assignment, key: Key, record: Record) -> None:
        self._assignment = assignment
        self._key = key
        self._record = record
        self._at_an_end: set[tuple[str, str]] = set()
        self.shared: dict[str, int] = {}

    def settled(self, drawn: tuple[Drawn, ...]) -> tuple[Drawn, ...]:
        """The first draw of a sheet, with others in place of what somebody has already."""
        own: list[Drawn] = []
        for one, problem in zip(drawn, self._assignment.problems, strict=True):
            others = {each.problem.variant_digest for each in own}
            own.append(self._settled(one, problem, lambda r, o=others: self._is_free(r, o)))  # type: ignore[misc]
        return tuple(own)

    def _is_free(self, problem: Recorded, others: set[str]) -> bool:
        return not (self._record.is_taken(problem) or problem.variant_digest in others)

    def _settled(
        self, one: Drawn, problem: SetProblem, is_free: Callable[[Recorded], bool]
    ) -> Drawn:
        if not problem.is_drawn or is_free(one.problem):
            return one
        if (problem.family, problem.level) not in self._at_an_end:
            for other in self._others(one, problem):
                if is_free(other.problem):
                    return other
            self._at_an_end.add((problem.family, problem.level))
        self.shared[problem.key] = self.shared.get(problem.key, 0) + 1
        return one

    def _others(self, one: Drawn, problem: SetProblem) -> Iterator[Drawn]:
        for draw in range(one.draw + 1, one.draw + 1 + _MOST_TRIES):
            drawn = _drawn(self._assignment, self._key, one.sitting, problem, draw)
            yield Drawn(one.sitting, drawn, draw, one.reason)

    def redrawn(self, old: Drawn, problem: SetProblem, reason: str) -> Drawn | None:
        """Another exercise in place of one, for a reason; None if there is no other."""
        before = old._replace(reason=reason)
        return next(
            (
                other
                for other in self._others(before, problem)
                if self._is_free(other.problem, {old.problem.variant_digest})
            ),
            None,
        )
