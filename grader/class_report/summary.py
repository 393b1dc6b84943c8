"""All that the report on a class tells, gathered student by student: sums, and no results."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.class_report.fairness import Comparison, Parameters, compared
from grader.class_report.items import Item, Items
from grader.class_report.people import Names, Person, person
from grader.class_report.slips import Mistakes
from grader.class_report.times import TimeLine
from grader.course.assignment import Assignment
from grader.course.counting import Standing
from grader.course.record import Record
from grader.render.title import title
from grader.sheet.recorded import Recorded, problem_of
from problems.frozen import frozen
from problems.sentences import check_name

_ATTEMPT = "attempt"


@frozen
class Marks:
    """The marks of those who have some: the points that there are, or shares where these differ.

    Quartiles are those of the marks in order, with what lies between two of them taken in
    proportion (type 7 of Hyndman & Fan 1996).
    """

    number: int
    most: float
    are_shares: bool
    mean: float
    lower: float
    median: float
    upper: float
    bars: tuple[int, ...]


@frozen(eq=False)
class ProblemSummary:
    """One problem: what it is, and its fields in the order in which they were told."""

    key: str
    family: str
    title: str
    item: Item
    fields: Mapping[str, Item]
    names: Mapping[str, str]


@dataclass(frozen=True)
class Summary:
    """What there is to tell of a class."""

    title: str
    assignment: str
    revision: int
    people: Sequence[Person]
    statuses: Mapping[str, int]
    marks: Marks | None
    problems: Sequence[ProblemSummary]
    mistakes: Mistakes
    fairness: Sequence[Comparison]
    times: TimeLine


def summary(
    assignment: Assignment, record: Record, standings: Iterable[Standing], names: Names
) -> Summary:
    """Go through all students once."""
    keys = [problem.key for problem in assignment.problems]
    items, mistakes, times = Items(keys), Mistakes(), TimeLine()
    drawn_for = {key: Parameters() for key in keys}
    people: list[Person] = []
    shares, most = array("d"), Counter[float]()
    titles: dict[str, str] = {}
    for standing in standings:
        counted = standing.counted
        kept = None if counted is None else counted.data
        data = None if kept is None else dict(kept.items())  # read once, and let go of
        one = person(standing, data, keys, names)
        people.append(one)
        if counted is None or data is None:
            continue
        deadline = assignment.handing_in.deadline_for(standing.student.id)
        times.add(counted, deadline)
        items.add(data)
        sitting = counted.handed.sitting
        recorded = record.problems(sitting) if sitting is not None and sitting in record else ()
        drawn = {each.key: each for each in recorded}
        for each in recorded if len(titles) < len(keys) else ():
            titles.setdefault(each.key, _title(each))
        mistakes.add(standing.student.id, data, drawn)
        _note_parameters(data, drawn, counted.attempt, drawn_for)
        if one.share is not None and one.max_score is not None:
            shares.append(one.share)
            most[one.max_score] += 1
    return Summary(
        assignment.titles[assignment.languages[0]],
        assignment.id,
        assignment.revision,
        people,
        Counter(each.status for each in people),
        _marks(shares, most),
        [
            ProblemSummary(
                problem.key,
                f"{problem.family}:{problem.level}",
                titles.get(problem.key, ""),
                items.problems[problem.key],
                (fields := items.fields_of(problem.key)),
                {name: check_name(problem.family, name, "en") for name in fields},
            )
            for problem in assignment.problems
        ],
        mistakes,
        compared(drawn_for),
        times,
    )


def _title(drawn: Recorded) -> str:
    return title(problem_of(drawn), "en")


def _note_parameters(
    data: Mapping[str, Any],
    drawn: Mapping[str, Recorded],
    attempt: int,
    into: Mapping[str, Parameters],
) -> None:
    for problem in data["problems"]:
        key = problem["key"]
        if key in into and key in drawn and problem["max_score"]:
            share = min(max(problem["score"] / problem["max_score"], 0.0), 1.0)
            into[key].add(share, {**drawn[key].parameters, _ATTEMPT: attempt})


BARS = 20


def _marks(shares: array[float], most: Counter[float]) -> Marks | None:
    if not shares:
        return None
    every = np.array(shares)
    ((points, _),) = most.most_common(1)
    are_shares = len(most) > 1
    scale = 100.0 if are_shares else points
    places = np.minimum((np.clip(every, 0, 1) * BARS + 1e-9).astype(int), BARS - 1)
    bars = np.bincount(places, minlength=BARS)
    lower, median, upper = (float(each) * scale for each in np.percentile(every, (25, 50, 75)))
    return Marks(
        *(len(every), scale, are_shares, float(every.mean()) * scale),
        *(lower, median, upper, tuple(int(each) for each in bars)),
    )
