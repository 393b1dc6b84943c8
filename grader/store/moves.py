"""Who moves when work is marked again, by how much, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from grader.course.counting import Standing
from grader.marking.marks import exact
from problems.frozen import frozen


@frozen
class Change:
    """A blank, check or rule of style that is marked otherwise: before and after.

    An outcome is empty where the field was not there.
    """

    problem: str
    field: str
    outcomes: tuple[str, str]
    scores: tuple[float, float]
    of: tuple[float, float]
    messages: tuple[str, str]

    @property
    def place(self) -> str:
        """As it is typed: ``2.dw``."""
        return f"{self.problem}.{self.field}"


@frozen(eq=False)
class Move:
    """A student whose standing is another one, or whose marks come about otherwise.

    ``scores`` are None where there are none: nothing counted, or a fault of ours.
    """

    before: Standing
    after: Standing
    scores: tuple[float | None, float | None]
    of: tuple[float | None, float | None]
    changes: tuple[Change, ...]
    others: tuple[str, ...] = ()

    @property
    def by(self) -> Fraction:
        """By how many points."""
        before, after = (exact(score or 0.0) for score in self.scores)
        return after - before

    def is_within(self, problem: str | None, field: str | None) -> bool:
        """Whether nothing else changes than this problem, or this field of it, or of any.

        Where neither is named, nothing else can.
        """
        if problem is None and field is None:
            return True
        return not self.others and all(_is_of(one, problem, field) for one in self.changes)

    def touches(self, problem: str | None, field: str | None) -> bool:
        """Whether anything of this problem or field changes."""
        return any(_is_of(one, problem, field) for one in self.changes)


def _is_of(change: Change, problem: str | None, field: str | None) -> bool:
    return problem in (None, change.problem) and field in (None, change.field)


def moves(before: Iterable[Standing], after: Sequence[Standing]) -> Iterator[Move]:
    """The students of whom anything is marked otherwise, in the order of the roster."""
    was = {each.student.id: each for each in before}
    for standing in after:
        old = was.get(standing.student.id)
        if old is None:
            continue
        one, other = _data(old), _data(standing)
        same = old.counted is not None and standing.counted is not None
        if same and old.counted.number == standing.counted.number:  # type: ignore[union-attr]
            continue
        changes = tuple(_changes(one, other))
        told = tuple(_others(old, standing, one, other))
        if changes or told:
            scores = _score(old, one), _score(standing, other)
            most = _most(one), _most(other)
            yield Move(old, standing, scores, most, changes, told)


def _data(standing: Standing) -> Mapping[str, Any]:
    counted = standing.counted
    return {} if counted is None or counted.data is None else dict(counted.data)


def _score(standing: Standing, data: Mapping[str, Any]) -> float | None:
    if standing.status == "grader-fault" or not data:
        return None
    return float(data["score"])


def _most(data: Mapping[str, Any]) -> float | None:
    return float(data["max_score"]) if data else None


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    was, now = _fields(before), _fields(after)
    for place in dict.fromkeys((*was, *now)):
        one, other = was.get(place, {}), now.get(place, {})
        outcomes = (str(one.get("outcome", "")), str(other.get("outcome", "")))
        scores = (float(one.get("score", 0)), float(other.get("score", 0)))
        most = (float(one.get("max_score", 0)), float(other.get("max_score", 0)))
        if (outcomes[0], scores[0], most[0]) != (outcomes[1], scores[1], most[1]):
            messages = (str(one.get("message", "")), str(other.get("message", "")))
            yield Change(*place, outcomes, scores, most, messages)


def _fields(data: Mapping[str, Any]) -> dict[tuple[str, str], Mapping[str, Any]]:
    return {
        (problem["key"], field["name"]): field
        for problem in data.get("problems", ())
        for field in problem["fields"]
    }


def _others(
    old: Standing, new: Standing, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[str]:
    """What else has changed than fields, in words."""
    if old.status != new.status:
        yield f"{old.status} → {new.status}"
    if before and after:
        lost = float(before["deducted"]), float(after["deducted"])
        if lost[0] != lost[1]:
            before_and_after = (f"{0 - each:g}".replace("-", "−") for each in lost)
            yield f"for being late {' → '.join(before_and_after)}"
        was = {each["key"]: each["set_by_hand"] for each in before["problems"]}
        for each in after["problems"]:
            if was.get(each["key"]) != each["set_by_hand"]:
                yield f"problem {each['key']} set by hand to {each['set_by_hand']}"
