"""What stands of each student in the table of a class, with a name or under another one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from grader.answers.notation import in_print
from grader.course.assignment import Assignment
from grader.course.counting import Standing
from grader.course.key import Key
from grader.course.lateness import Timing
from grader.course.roster import comparable
from problems.frozen import frozen


@frozen
class Person:
    """One student: as whom, and what came of it. Marks that there are none of are None."""

    id: str
    name: str
    status: str
    score: float | None
    max_score: float | None
    problems: tuple[float | None, ...]
    attempt: int
    handed_in: str
    timing: str

    @property
    def share(self) -> float | None:
        """The share of the points that there are."""
        if self.score is None or not self.max_score:
            return None
        return self.score / self.max_score


class Names:
    """What students are called: by their ids and names, or by pseudonyms.

    A pseudonym comes of the course's key: it is the same in each report on the assignment, and
    leads nobody back to a student who has not the key.
    """

    def __init__(self, assignment: Assignment, key: Key, *, are_shown: bool) -> None:
        self._assignment, self._key = assignment.id, key
        self.are_shown = are_shown

    def of(self, student_id: str, name: str = "") -> tuple[str, str]:
        """The id and the name, in characters that do nothing; of a pseudonym there is no name."""
        if self.are_shown:
            return in_print(student_id), in_print(name)
        told = self._key.digest("pseudonym", self._assignment, comparable(student_id))
        return f"student-{told.hex()[:8]}", ""


_TIMINGS = {
    Timing.LATE: "late",
    Timing.TOO_LATE: "too late",
    Timing.UNKNOWN: "time unknown",
    Timing.ON_TIME: "",
}


def person(
    standing: Standing, data: Mapping[str, Any] | None, problems: Sequence[str], names: Names
) -> Person:
    """The line of one student, with the marks of these problems; ``data`` is what counts."""
    id_, name = names.of(standing.student.id, standing.student.name)
    counted = standing.counted
    if counted is None or data is None:
        nothing: tuple[float | None, ...] = (None,) * len(problems)
        return Person(id_, name, standing.status, None, None, nothing, 0, "", "")
    earned = {problem["key"]: float(problem["score"]) for problem in data["problems"]}
    when, lateness = counted.handed.when, counted.handed.lateness
    return Person(
        id_,
        name,
        standing.status,
        float(data["score"]),
        float(data["max_score"]),
        tuple(earned.get(key) for key in problems),
        counted.attempt,
        "" if when is None else when.isoformat(" ", "minutes"),
        "" if lateness is None else _TIMINGS[lateness.timing],
    )
