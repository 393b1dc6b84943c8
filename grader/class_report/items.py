"""How hard problems and their fields were, and how well they tell students apart.

Difficulty is the mean share of the marks that there are. Discrimination is the correlation of that
share with the share of all other marks of the same sheet: the corrected item-total correlation,
which for what is right or wrong alone is the corrected point-biserial one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from grader.answers.outcome import Outcome
from grader.class_report.intervals import Interval, Pairs, fisher, wilson

SAME_AGAIN = "same-again"
"""A known mistake that has cost its marks before, and costs nothing here."""
OUTCOMES: Mapping[str, str] = {
    Outcome.CORRECT.value: "right",
    Outcome.FOLLOW_THROUGH.value: "follows",
    SAME_AGAIN: "same mistake again",
    Outcome.SLIP.value: "known mistake",
    Outcome.WRONG.value: "wrong",
    Outcome.INCOMPLETE.value: "incomplete",
    Outcome.UNANSWERED.value: "unanswered",
    Outcome.UNREADABLE.value: "unreadable",
    Outcome.NOT_JUDGED.value: "not judged",
    Outcome.CRASHED.value: "crashed",
    Outcome.OVER_LIMIT.value: "over limit",
    Outcome.GRADER_FAULT.value: "fault of ours",
}
"""The outcomes as they are counted, and the words for them, in the order of the columns."""


class Item:
    """One problem, or one field of it, over all students: sums alone."""

    def __init__(self) -> None:
        self.outcomes: Counter[str] = Counter()
        self.answers = 0
        self._beside = Pairs()
        self._number, self._total = 0, 0.0

    def add(self, earned: float, of: float, rest: float, rest_of: float) -> None:
        """What a student has earned here, and in all that is beside it.

        What earns no marks whatever is answered says nothing on difficulty.
        """
        if of <= 0:
            return
        share = min(max(earned / of, 0.0), 1.0)
        self._number += 1
        self._total += share
        if rest_of > 0:
            self._beside.add(share, rest / rest_of)

    @property
    def number(self) -> int:
        """The students whose marks count here."""
        return self._number

    @property
    def difficulty(self) -> float | None:
        """The mean share of the marks; None where there are none."""
        return self._total / self._number if self._number else None

    @property
    def interval_of_difficulty(self) -> Interval | None:
        """Where the mean lies with 95 %."""
        mean = self.difficulty
        return None if mean is None else wilson(min(mean, 1.0), self._number)

    @property
    def discrimination(self) -> float | None:
        """The correlation with the rest; None where it has none."""
        return self._beside.correlation

    @property
    def interval_of_discrimination(self) -> Interval | None:
        """Where that lies with 95 %."""
        found = self.discrimination
        return None if found is None else fisher(found, self._beside.number)


class Items:
    """All problems of an assignment, and their fields by problem and name."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = {key: Item() for key in problems}
        self.fields: dict[tuple[str, str], Item] = {}

    def add(self, data: Mapping[str, Any]) -> None:
        """The result of one student, as plain data."""
        earned = sum(float(problem["score"]) for problem in data["problems"])
        of = sum(float(problem["max_score"]) for problem in data["problems"])
        for problem in data["problems"]:
            item = self.problems.setdefault(problem["key"], Item())
            own, own_of = float(problem["score"]), float(problem["max_score"])
            item.add(own, own_of, earned - own, of - own_of)
            outcomes = [outcome_of(field) for field in problem["fields"]]
            item.outcomes.update(outcomes)
            item.answers += any(each != Outcome.UNANSWERED.value for each in outcomes)
            for field, outcome in zip(problem["fields"], outcomes, strict=True):
                one = self.fields.setdefault((problem["key"], field["name"]), Item())
                one.outcomes[outcome] += 1
                one.answers += outcome != Outcome.UNANSWERED.value
                own, own_of = float(field["score"]), float(field["max_score"])
                one.add(own, own_of, earned - own, of - own_of)

    def fields_of(self, problem: str) -> dict[str, Item]:
        """The fields of a problem, in the order in which they first came."""
        return {name: item for (key, name), item in self.fields.items() if key == problem}


def outcome_of(field: Mapping[str, Any]) -> str:
    """How the outcome of a field is counted: a mistake that costs nothing was made before."""
    outcome = str(field["outcome"])
    is_slip = outcome == Outcome.SLIP.value
    if is_slip and field["max_score"] and field["score"] >= field["max_score"]:
        return SAME_AGAIN
    return outcome
