"""Small classes in plain data, as a report is made of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from grader.class_report.page import class_page
from grader.class_report.people import Names
from grader.class_report.summary import Summary, summary
from grader.copying.answers import SharedAnswers
from grader.copying.programs import SimilarPrograms
from grader.course.assignment import Assignment
from grader.course.counting import MarkedFile, Standing
from grader.course.handed import Handed
from grader.course.key import Key
from grader.course.lateness import lateness
from grader.course.matching import Match
from grader.course.record import Drawn, Record, Sitting, opened
from grader.course.roster import Student
from grader.sheet.recorded import Recorded
from tests.grader.class_report.test_items import field, result
from tests.grader.course.courses import BY_HAND, DEADLINE, HEAD, course_in

WHEN = datetime(2026, 12, 15, 22, 0, tzinfo=ZoneInfo("Europe/Zagreb"))
HOSTILE = '"><img src=x onerror=alert(1)></script><script>alert(1)</script>&\x1b[31m{{ 7*7 }}'


class Course:
    """An assignment of two problems, and a record of what was drawn."""

    def __init__(self, folder: Path) -> None:
        made = course_in(folder, HEAD + DEADLINE + BY_HAND)
        self.assignment: Assignment = made.assignment
        self.key: Key = made.key
        self.folder = folder

    def record(self, students: Sequence[str]) -> Record:
        """A record in which every other student has a vector that is longer."""
        with opened(self.folder, "hw3") as record:
            for number, student in enumerate(students):
                parameters: dict[str, Any] = {"by": number % 2 + 1, "x": [number, 1]}
                drawn = Recorded("1", "equivariance", "easy", f"{number:02}", 1, parameters)
                record.keep([Drawn(Sitting(1, student, 1), drawn)])
            return record

    def names(self, *, are_shown: bool = True) -> Names:
        return Names(self.assignment, self.key, are_shown=are_shown)

    def summary(self, standings: Sequence[Standing], *, are_shown: bool = True) -> Summary:
        record = self.record([each.student.id for each in standings])
        return summary(self.assignment, record, standings, self.names(are_shown=are_shown))

    def page(
        self,
        standings: Sequence[Standing],
        answers: SharedAnswers | None = None,
        programs: SimilarPrograms | None = None,
        *,
        are_shown: bool = True,
    ) -> str:
        found = self.summary(standings, are_shown=are_shown)
        return class_page(found, self.names(are_shown=are_shown), answers, programs)

    def standing(
        self, student: str, first: float, second: float, name: str = "", after: float | None = -1
    ) -> Standing:
        """A student who has so many of 4 and of 10 points, and handed in so many hours after."""
        slips = ["outputs-reversed"] if first < 4 else []
        own = [field("q", first, 4, "slip" if slips else "correct", slips=slips, read=f"[{first}]")]
        data = {
            **result(p1=own, p2=[field("y", second, 10, read="[1, 2]")]),
            **{"score": first + second, "max_score": 14, "deducted": 0},
        }
        for problem in data["problems"]:
            problem["family"] = "equivariance" if problem["key"] == "1" else "conv1d-hand"
        when = None if after is None else WHEN + timedelta(hours=after)
        match = Match(student, Sitting(1, student, 1))
        late = lateness(self.assignment, student, when)
        handed = Handed(f"{student}/hw3.py", match, when, late)
        return Standing(Student(student, name), MarkedFile(handed, data))
