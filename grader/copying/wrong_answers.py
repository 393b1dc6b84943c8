"""The answers of a class that are not right for their own variant, read as they were marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from grader.answers.answer import NoValue, read_answer, suited
from grader.answers.outcome import Outcome
from grader.course.assignment import Assignment
from grader.course.counting import Standing
from grader.course.record import Record, Sitting
from grader.sheet.recorded import Recorded, problem_of
from problems.catalogue import family, folder
from problems.derivation import Derivation
from problems.diagnosis import explaining_slips
from problems.family import ByHand
from problems.forms import Form, agree, shape_of
from problems.frozen import frozen
from problems.quantity import RULE_ERRORS
from problems.variant import Variant

_READ = frozenset(each.value for each in (Outcome.WRONG, Outcome.SLIP, Outcome.FOLLOW_THROUGH))


class Blank(NamedTuple):
    """A blank of an assignment, whatever the variant."""

    problem: str
    name: str


@frozen(eq=False)
class WrongAnswer:
    """An answer that is not the right one: whose, in which blank, and what it is.

    ``text`` is the answer as it was read, and ``why`` says what explains it without a classmate:
    a mistake that is known, or answers of the student's own before it. It is empty if nothing does.
    ``own`` is what would have been right. Nothing of it holds a working, of which a class has many.
    """

    sitting: Sitting
    blank: Blank
    form: Form
    value: Any
    own: Any
    text: str
    why: str = ""


def wrong_answers(
    assignment: Assignment, record: Record, standings: Iterable[Standing]
) -> Iterator[WrongAnswer]:
    """All wrong answers by hand in the files that count, student by student.

    What was cut off because it is long cannot be read any more, and is left out.
    """
    by_hand = {
        each.key for each in assignment.problems if isinstance(family(each.family).task, ByHand)
    }
    for standing in standings:
        sitting = None if standing.counted is None else standing.counted.handed.sitting
        if standing.counted is None or sitting is None or sitting not in record:
            continue
        data = standing.counted.data
        if data is None:
            continue
        wrong = {
            problem["key"]: fields
            for problem in data["problems"]
            if problem["key"] in by_hand
            and (fields := [each for each in problem["fields"] if _is_wrong(each)])
        }
        drawn = {each.key: each for each in record.problems(sitting)} if wrong else {}
        for key, fields in wrong.items():
            if key in drawn:
                yield from _of_problem(sitting, drawn[key], fields)


def _is_wrong(field: Mapping[str, Any]) -> bool:
    return field["outcome"] in _READ and bool(field["read"]) and not field["style"]


def _of_problem(
    sitting: Sitting, drawn: Recorded, fields: Iterable[Mapping[str, Any]]
) -> Iterator[WrongAnswer]:
    variant = problem_of(drawn).variant
    known = {asked.name: asked for asked in variant.working.asked}
    where = folder(drawn.family)
    for field in fields:
        asked = known.get(field["name"])
        if asked is None:
            continue
        own = variant.solution.value(asked.step)
        shape = shape_of(own) if asked.size_told else None
        answer = suited(
            read_answer(asked.form, field["read"], shape=shape, folder=where),
            own,
            size_told=asked.size_told,
        )
        if not isinstance(answer, NoValue):
            blank = Blank(drawn.key, asked.name)
            yield WrongAnswer(sitting, blank, asked.form, answer, own, field["read"], _why(field))


def _why(field: Mapping[str, Any]) -> str:
    if field["outcome"] == Outcome.FOLLOW_THROUGH.value:
        return "it follows from earlier answers"
    if field["slips"]:
        return f"a known mistake gives it ({', '.join(field['slips'][:3])})"
    return ""


def explained_by_slip(answer: WrongAnswer, variant: Variant) -> str:
    """The key of a known mistake that gives this answer on the student's own variant, or nothing.

    The mistake may be made once, after right answers, or wherever it can be made. That is looked
    into once more, since not every mistake that gives a value is told of it.
    """
    name = answer.blank.name
    asked = next(each for each in variant.working.asked if each.name == name)
    try:
        once = explaining_slips(Derivation(variant.working), asked, answer.value)
    except RULE_ERRORS:
        once = ()
    if once:
        return once[0]
    for key, values in variant.carried.items():
        if name in values and agree(answer.form, answer.value, values[name]):
            return key
    return ""
