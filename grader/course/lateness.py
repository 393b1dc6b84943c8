"""Whether a submission is late, and what that costs.

All times are compared as instants, so that clocks which are put forward or back change nothing: a
started day is one of 24 hours, counted from the deadline.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from enum import Enum
from fractions import Fraction

from grader.course.assignment import Assignment, Late
from problems.frozen import frozen


class Timing(Enum):
    """When something was handed in."""

    ON_TIME = "on-time"
    LATE = "late"
    TOO_LATE = "too-late"
    UNKNOWN = "unknown"


@frozen
class Lateness:
    """How late a submission is.

    ``units`` are the hours or days that it has started after the deadline, where each of them
    costs something; ``by`` is the whole time after the deadline, nothing where it is on time.
    ``late`` is what the assignment says that lateness costs.
    """

    timing: Timing
    units: int = 0
    by: timedelta = timedelta(0)
    late: Late | None = None


def lateness(assignment: Assignment, student_id: str, handed_in: datetime | None) -> Lateness:
    """How late a student has handed in, by the deadline of all or an extension.

    Exactly at the deadline is on time, and so is all within the grace; what is later is counted
    from the deadline itself. Without a deadline nothing is late, and without a ``[late]`` whatever
    comes after it is too late. ``handed_in`` is None where nobody knows it, and has to have an
    offset else: raises ValueError.
    """
    deadline = assignment.handing_in.deadline_for(student_id)
    if deadline is None:
        return Lateness(Timing.ON_TIME)
    if handed_in is None:
        return Lateness(Timing.UNKNOWN)
    if handed_in.utcoffset() is None:
        raise ValueError(f"a time with its offset was expected, but {handed_in.isoformat()} came")
    late = assignment.late
    by = handed_in.astimezone(UTC) - deadline.astimezone(UTC)
    if by <= (late.grace if late else timedelta(0)):
        return Lateness(Timing.ON_TIME)
    if late is None or (late.until is not None and by > late.until):
        return Lateness(Timing.TOO_LATE, by=by, late=late)
    return Lateness(Timing.LATE, -(-by // late.unit), by, late)


def after_lateness(earned: Fraction, of: Fraction, lateness: Lateness) -> Fraction:
    """What is left of the marks earned, of those that there are.

    Each started unit costs its share of the marks that there are, or its points. No more is taken
    than leaves the floor, a share of what was earned; too late leaves nothing. Where nobody knows
    the time, nothing is taken: who is to be told of that is the lecturer.
    """
    if lateness.timing is Timing.TOO_LATE:
        return Fraction(0)
    if lateness.timing is not Timing.LATE or lateness.late is None:
        return earned
    late = lateness.late
    lost = lateness.units * (late.share * of + late.points)
    return max(earned - lost, late.floor * earned)
