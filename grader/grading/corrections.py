"""Answers that are given twice: which of them is marked, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod

from grader.answers.answer import MOST_CELLS, Answer, NoValue, cells_in, read_answer
from grader.grading.lost import Lost
from grader.marking.failure import explained, hint_of
from grader.messages.remark import Remark
from grader.sandbox.outside.outcome import (
    Blank,
    Correction,
    Doubled,
    Execution,
    Missing,
    OverLimit,
    Redefinition,
    Repetition,
    Returned,
    Unread,
)
from grader.sandbox.outside.outcome import Outcome as Seen
from grader.sheet.sheet import Problem
from problems.catalogue import folder
from problems.family import ByHand
from problems.forms import shape_of
from problems.working import Asked

_NOT_READ = {
    Unread.SHARED: "not-read-shared",
    Unread.IN_USE: "not-read-in-use",
    Unread.IN_STEP: "not-read-in-step",
    Unread.UNSEEN: "not-read-unseen",
}


def corrected(problem: Problem, execution: Execution) -> dict[str, Seen]:
    """The values of the blanks for which an answer outside the section counts, by their names.

    It does if it can be read as an answer; else the name was used for something else there, and so
    were others in the same cell of a notebook, or section of a script.
    """
    if not isinstance(problem.variant.family.task, ByHand):
        return {}
    working = _working(problem, execution)
    found: dict[str, Seen] = {}
    for asked in problem.variant.working.asked:
        correction = execution.corrections.get((problem.key, asked.name))
        if correction is None or correction.outcome is None or correction.unread is not None:
            continue
        if correction.own is not None and correction.cell in working:
            continue
        own = execution.values[problem.key, asked.name]
        is_late = correction.own is None and not isinstance(own, Blank | Missing)
        if not is_late and _may_answer(problem, asked, correction.outcome):
            found[asked.name] = correction.outcome
    return found


def _working(problem: Problem, execution: Execution) -> set[int]:
    """The cells in which a name has a value that cannot be an answer: names are worked with."""
    return {
        correction.cell
        for asked in problem.variant.working.asked
        if (correction := execution.corrections.get((problem.key, asked.name))) is not None
        if correction.cell is not None and correction.own is not None
        if correction.unread is None and correction.outcome is not None
        if not _may_answer(problem, asked, correction.outcome)
    }


def _may_answer(problem: Problem, asked: Asked, seen: Seen) -> bool:
    """Whether a value can be read as an answer, and has as many numbers as one of them has."""
    answer = answer_of(problem, asked, seen)
    if isinstance(answer, NoValue):
        return False
    size, true = (prod(shape_of(one)) for one in (answer, problem.variant.truth[asked.name]))
    return size == true or not asked.size_told


def told_of_corrections(problem: Problem, execution: Execution) -> Iterator[Remark]:
    """Which of two answers to a blank was read, and which was not."""
    if not isinstance(problem.variant.family.task, ByHand):
        return
    read = corrected(problem, execution)
    for asked in problem.variant.working.asked:
        correction = execution.corrections.get((problem.key, asked.name))
        if correction is None:
            continue
        key = _what_was_read(problem, asked, correction, execution, asked.name in read)
        if key is not None:
            details = {"name": asked.name, "place": correction.place, "other": correction.own}
            told = {"problem": problem.key} if correction.unread is Unread.SHARED else {}
            yield Remark(key, {**details, **told})


def _what_was_read(
    problem: Problem,
    asked: Asked,
    correction: Correction,
    execution: Execution,
    is_corrected: bool,
) -> str | None:
    """The key of what is to be said of an answer outside a section; None if it is nothing."""
    if correction.own is None:
        own = execution.values[problem.key, asked.name]
        is_read = is_corrected or not isinstance(own, Blank | Missing)
        return "read-outside" if is_read else None
    if is_corrected:
        return "read-changed" if correction.is_change else "read-later"
    if correction.unread is None:
        seen = correction.outcome
        fits = seen is not None and _may_answer(problem, asked, seen)
        return "not-read-in-use" if fits else "not-read-unfit"
    if correction.unread is Unread.EARLIER:
        seen = correction.outcome
        may_answer = seen is not None and _may_answer(problem, asked, seen)
        return "not-read-earlier" if may_answer else None
    return _NOT_READ[correction.unread]


def told_of_doubled(one: Doubled) -> Iterator[Remark]:
    """Which answer was read for which problem, if one at the end of a section may be another's."""
    details = {"name": one.name, "place": one.place}
    yield Remark("read-last", {**details, "problem": one.problem, "other": one.first})
    for problem, place in one.others:
        yield Remark("not-read-shared", {**details, "problem": problem, "other": place})


def told_of_redefinition(one: Redefinition) -> Remark:
    """Which of two definitions was read, and which was not."""
    details = {"name": one.name, "place": one.later, "other": one.own}
    if not one.is_asked:
        return Remark("read-later-helper", details)
    if one.is_shared:
        return Remark("not-read-shared", {**details, "problem": one.problem})
    return Remark("read-later" if one.counts else "not-read-unfit", details)


def told_of_repetition(one: Repetition) -> Remark:
    """Which of several definitions in one section was read, and which were not."""
    details = {"name": one.name, "place": one.read, "other": ", ".join(one.unread)}
    return Remark("read-last-definition", details)


def answers_read(problem: Problem, execution: Execution, lost: Lost) -> dict[str, Answer]:
    """The answers to a problem by hand, those that are not lost, by their names.

    Where something was corrected below its section, it is that.
    """
    if not isinstance(problem.variant.family.task, ByHand):
        return {}
    in_place = corrected(problem, execution)
    return {
        asked.name: answer_of(
            problem, asked, in_place.get(asked.name, execution.values[problem.key, asked.name])
        )
        for asked in problem.variant.working.asked
        if (problem.key, asked.name) not in lost
    }


def answer_of(problem: Problem, asked: Asked, seen: Seen) -> Answer:
    """What came of a blank as an answer, or why it is none."""
    if isinstance(seen, Returned):
        if cells_in(seen.value) <= MOST_CELLS:
            variant = problem.variant
            shape = shape_of(variant.truth[asked.name]) if asked.size_told else None
            texts = folder(variant.family.key)
            return read_answer(asked.form, seen.value, shape=shape, folder=texts)
        seen = OverLimit("result", f"{MOST_CELLS} numbers")
    outcome, remark = explained(seen, what=asked.name)
    return NoValue(outcome, remark, hint=hint_of(seen))
