"""What gradebooks are given: a number for each student, or none, and whose row is whose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from fractions import Fraction
from typing import Literal

from grader.course.counting import Standing
from grader.course.roster import Student, comparable
from grader.files.raw_table import RawTableError
from grader.marking.marks import exact, written
from problems.frozen import frozen

Missing = Literal["zero", "empty"]
"""What is written for a student of whom no file came."""
_NAMES = ("email", "login", "username", "number")
"""The columns of a roster by which a platform may know a student, beside the id."""
_MOST_TOLD = 12


class GradebookError(ValueError):
    """A gradebook that cannot be filled in: why, and what to do. Nothing is written then."""


@contextmanager
def told_of_table() -> Iterator[None]:
    """Has a table that cannot be read be told as a gradebook that cannot be filled in."""
    try:
        yield
    except RawTableError as error:
        raise GradebookError(str(error)) from None


@frozen(eq=False)
class Filled:
    """A gradebook that can be filled in: its text in parts, and what its lecturer is told."""

    text: Iterator[str]
    told: tuple[str, ...]


@frozen(eq=False)
class Mark:
    """What a student gets, out of how much where that is known; no ``points``: nothing to write.

    ``is_due`` tells that the student handed something in which has a mark, so that a gradebook
    without the student is not the right one.
    """

    student: Student
    points: Fraction | None
    of: Fraction | None = None
    is_due: bool = False
    is_our_fault: bool = False


def mark_of(standing: Standing, missing: Missing) -> Mark:
    """The mark of a student; none where a fault of ours has touched it, which is never a 0.

    What remains of it then is out of fewer points than others have.
    """
    if standing.status == "grader-fault":
        return Mark(standing.student, None, is_our_fault=True)
    if standing.status == "missing":
        return Mark(standing.student, Fraction(0) if missing == "zero" else None)
    data = None if standing.counted is None else standing.counted.data
    if data is None:
        return Mark(standing.student, Fraction(0), is_due=True)
    points, of = exact(float(data["score"])), exact(float(data["max_score"]))
    return Mark(standing.student, points, of, is_due=True)


def told_of(marks: Sequence[Mark]) -> Iterator[str]:
    """What is said of marks that there are none for."""
    if faulty := [mark.student.id for mark in marks if mark.is_our_fault]:
        yield (
            f"no mark through a fault of the grader, so that nothing is written for: "
            f"{listed(faulty)}; mark them again"
        )


def listed(names: Sequence[str]) -> str:
    """Names in a row, the first ones of many."""
    more = len(names) - _MOST_TOLD
    return ", ".join(names[:_MOST_TOLD]) + (f" and {more} more" if more > 0 else "")


def names_of(student: Student) -> Iterator[str]:
    """How a platform may call a student, as names are compared."""
    yield comparable(student.id)
    for column in _NAMES:
        if name := comparable(student.others.get(column, "")):
            yield name


def by_name(marks: Iterable[Mark]) -> Mapping[str, Sequence[Mark]]:
    """The marks by all names of their students; one name may be that of several."""
    found: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        for name in dict.fromkeys(names_of(mark.student)):
            found[name].append(mark)
    return found


def out_of(mark: Mark, most: Fraction | None, *, scale: bool) -> str:
    """The mark as it is written where there are so many points. Raises GradebookError."""
    assert mark.points is not None
    if most is None or mark.of is None or mark.of == most:
        return written(mark.points)
    if not scale:
        raise GradebookError(
            f"{mark.student.id} has {written(mark.points)} of {written(mark.of)} points, but the "
            f"gradebook has {written(most)} for it; set the points there to those of the "
            "assignment, or have marks scaled with --scale"
        )
    return written(mark.points * most / mark.of if mark.of else Fraction(0))


def number_in(cell: str) -> Fraction | None:
    """The number in a cell, with a point or a comma before its decimals; None if it is none."""
    try:
        return Fraction(cell.strip().replace(",", "."))
    except (ValueError, ZeroDivisionError):
        return None


def require_all(lost: Sequence[str], *, only_found: bool) -> None:
    """Raises GradebookError with all that a mark cannot be written for, unless that is meant."""
    if lost and not only_found:
        raise GradebookError(
            f"nothing is written, since not every mark has its place: {listed(lost)}. Add what is "
            "missing to the roster or export the gradebook anew; with --only-found the marks that "
            "have a place are written alone"
        )
