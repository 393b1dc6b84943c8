"""What was handed in: whose each file is, by which sheet it is marked, and when it came."""

from __future__ import annotations

from datetime import datetime

from grader.course.lateness import Lateness
from grader.course.matching import Match
from grader.course.record import Sitting
from problems.frozen import frozen


@frozen
class Handed:
    """One file, by its name below the folder.

    ``when`` is None where nobody knows it, and ``lateness`` follows from it; both are those of what
    is to be marked alone.
    """

    name: str
    match: Match
    when: datetime | None = None
    lateness: Lateness | None = None

    @property
    def student(self) -> str | None:
        """Whoever has handed it in, as ids are compared."""
        return self.match.student

    @property
    def sitting(self) -> Sitting | None:
        """The sheet by which it is marked."""
        return self.match.sitting
