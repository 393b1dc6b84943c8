"""Wrong answers that are right for a classmate: the flags, the least likely first."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from grader.copying.coincidence import chance_of_answer, chance_of_student, counted
from grader.copying.matches import Variants, Wanted, look_through
from grader.copying.wrong_answers import WrongAnswer, explained_by_slip, wrong_answers
from grader.course.assignment import Assignment
from grader.course.counting import Standing
from grader.course.record import Record, Sitting
from grader.sheet.recorded import problem_of
from problems.frozen import frozen
from problems.variant import Variant

MOST_CHANCE = 0.05
"""How likely it may be that anybody in an honest class of this size stands out as much."""
MOST_MISREAD = 2
"""Variants that differ in so few numbers are taken for one another by who misreads them."""
_MOST_OF_STUDENT = 3
_SHEETS_KEPT = 64


@frozen(eq=False)
class SharedAnswer:
    """One answer of a flag. ``chance`` is None where it does not count, and ``why`` says why not.

    ``variants`` are the sheets on which it would have been right.
    """

    problem: str
    name: str
    found: str
    variants: int
    chance: float | None = None
    why: str = ""


@frozen(eq=False)
class AnswerFlag:
    """Two students to be asked: wrong answers of the one are right on the sheet of the other.

    ``chance`` is how likely that is by chance for the one student, and ``in_class`` that it happens
    to anybody in a class of this size.
    """

    student: str
    classmate: str
    chance: float
    in_class: float
    answers: tuple[SharedAnswer, ...]


@frozen(eq=False)
class SharedAnswers:
    """The flags, and the number of pairs that were looked at and are no wonder."""

    flags: tuple[AnswerFlag, ...]
    by_chance: int
    students: int


def shared_answers(
    assignment: Assignment, record: Record, standings: Iterable[Standing]
) -> SharedAnswers:
    """All flags of a class; ids are as they are compared. Nothing of any mark changes."""
    wanted = Wanted(wrong_answers(assignment, record, standings))
    variants = look_through(record, assignment.revision, wanted)
    pairs: dict[tuple[Sitting, Sitting], list[tuple[WrongAnswer, int]]] = defaultdict(list)
    for given in wanted.matched():
        for answer in given.answers:
            for other in given.right_for:
                if other.student != answer.sitting.student:
                    pairs[answer.sitting, other].append((answer, given.variants))
    by_student: dict[str, list[AnswerFlag]] = defaultdict(list)
    by_chance = 0
    sheets = _Sheets(record)
    for (own, other), shared in pairs.items():
        flag = None
        if _may_stand_out([one for one, _ in shared], own, wanted, variants):
            flag = _flag(own, other, shared, sheets, wanted, variants)
        if flag is None:
            by_chance += 1
        else:
            by_student[own.student].append(flag)
    flags = [
        flag
        for several in by_student.values()
        for flag in sorted(several, key=_rank)[:_MOST_OF_STUDENT]
    ]
    return SharedAnswers(tuple(sorted(flags, key=_rank)), by_chance, variants.students)


def _rank(flag: AnswerFlag) -> tuple[float, str, str]:
    return flag.chance, flag.student, flag.classmate


def _may_stand_out(
    answers: Sequence[WrongAnswer], own: Sitting, wanted: Wanted, variants: Variants
) -> bool:
    """Whether it is worth working sheets out for them.

    If even all of them together are no wonder, no flag comes of it.
    """
    chances = [chance_of_answer(each, variants)[0] for each in answers if not each.why]
    chances = [chance for chance in chances if chance < 1]
    least = chance_of_student(chances, 0, variants.students - 1)
    return least * max(len(wanted.students), 1) <= MOST_CHANCE


class _Sheets:
    """The variants of sheets, worked out when they are asked for; a few of them are kept."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._known: dict[Sitting, Mapping[str, Variant]] = {}

    def of(self, sitting: Sitting) -> Mapping[str, Variant]:
        """By problem."""
        if sitting not in self._known:
            if len(self._known) >= _SHEETS_KEPT:
                self._known.clear()
            drawn = self._record.problems(sitting)
            self._known[sitting] = {each.key: problem_of(each).variant for each in drawn}
        return self._known[sitting]


def _flag(
    own: Sitting,
    other: Sitting,
    shared: Sequence[tuple[WrongAnswer, int]],
    sheets: _Sheets,
    wanted: Wanted,
    variants: Variants,
) -> AnswerFlag | None:
    mine, theirs = sheets.of(own), sheets.of(other)
    why: dict[int, str] = {}
    for answer, _ in shared:
        problem = answer.blank.problem
        reason = answer.why
        if not reason and (slip := explained_by_slip(answer, mine[problem])):
            reason = f"a known mistake gives it ({slip})"
        if not reason and differences(mine[problem], theirs[problem]) <= MOST_MISREAD:
            reason = "the two variants are nearly alike, so that a misread number gives it"
        why[id(answer)] = reason
    able = [answer for answer, _ in shared if not why[id(answer)]]
    found = counted(able, variants)
    chances = [each.chance for each in found]
    chance = chance_of_student(chances, wanted.unexplained[own], variants.students - 1)
    in_class = min(1.0, chance * max(len(wanted.students), 1))
    if in_class > MOST_CHANCE:
        return None
    counts = {id(each.answer): each.chance for each in found}
    answers = tuple(
        SharedAnswer(
            *(answer.blank.problem, answer.blank.name, answer.text, number),
            counts.get(id(answer)),
            _why(why[id(answer)], is_counted=id(answer) in counts),
        )
        for answer, number in sorted(shared, key=lambda each: each[0].blank)
    )
    return AnswerFlag(own.student, other.student, chance, in_class, answers)


def _why(reason: str, *, is_counted: bool) -> str:
    if reason or is_counted:
        return reason
    return "its numbers are in an answer that counts"


def differences(variant: Variant, other: Variant) -> int:
    """In how many plain values the parameters of two variants differ; one that lacks is one."""
    mine, theirs = dict(_leaves(variant.parameters)), dict(_leaves(other.parameters))
    return sum(mine.get(key) != theirs.get(key) for key in mine.keys() | theirs.keys())


def _leaves(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from _leaves(part, (*place, key))
    elif isinstance(value, list | tuple):
        for number, part in enumerate(value):
            yield from _leaves(part, (*place, number))
    else:
        yield place, json.dumps(value)
