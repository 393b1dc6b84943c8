"""Classes as they may be: students who make honest mistakes, and some who copy a sheet."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from grader.course.assignment import Assignment
from grader.course.counting import MarkedFile, Standing
from grader.course.drawing import first_draw
from grader.course.handed import Handed
from grader.course.key import Key
from grader.course.matching import Match
from grader.course.record import PRIVATE, Record, Sitting, opened
from grader.course.roster import Student
from grader.marking.by_hand import mark_by_hand
from grader.marking.result import ProblemResult, SheetResult
from grader.report.as_json import as_data
from grader.sheet.recorded import problem_of
from problems.catalogue import folder
from problems.derivation import Derivation
from problems.forms import Integer, Rational, Shape
from problems.quantity import RULE_ERRORS
from problems.variant import Variant
from problems.working import Asked
from tests.grader.course.courses import HEAD, course_in

CARELESS = 0.2
"""How often an honest student errs at a blank."""


@dataclass(frozen=True)
class Class:
    """A class that was set sheets."""

    assignment: Assignment
    record: Record
    key: Key
    students: Sequence[Student]

    def variants(self, student: str) -> dict[str, Variant]:
        drawn = self.record.problems(Sitting(1, student, 1))
        return {each.key: problem_of(each).variant for each in drawn}

    def marked(self, student: Student, answers: Mapping[str, Mapping[str, Any]]) -> Standing:
        """What a student gets for answers by problem and blank."""
        problems = []
        for key, variant in self.variants(student.id).items():
            family = variant.family.key
            fields = mark_by_hand(variant.working, answers[key], None, folder(family))
            problems.append(ProblemResult(key, family, variant.level, fields))
        data = as_data(SheetResult(student.id, "en", tuple(problems)))
        match = Match(student.id, Sitting(1, student.id, 1))
        return Standing(student, MarkedFile(Handed(f"{student.id}/hw3.py", match), data))

    def right(self, student: str) -> dict[str, dict[str, Any]]:
        """The right answers of a student's sheet."""
        return {
            key: {asked.name: variant.truth[asked.name] for asked in variant.working.asked}
            for key, variant in self.variants(student).items()
        }

    def honest(self, student: str, chance: random.Random) -> dict[str, dict[str, Any]]:
        """Answers worked out from one another, with mistakes of many kinds."""
        return {key: _worked(v, chance) for key, v in self.variants(student).items()}


def drawn_class(where: Path, families: Sequence[str], students: int) -> Class:
    """A class of so many students, of which each has a sheet of these families."""
    problems = "".join(
        f'[[problem]]\nfamily = "{name}"\nlevel = "{level or "standard"}"\n'
        for name, _, level in (each.partition(":") for each in families)
    )
    course = course_in(where, HEAD + problems, "student\nnobody\n")
    assignment, key = course.assignment, course.key
    names = [Student(f"s{number:04}") for number in range(students)]
    with opened(where, assignment.id) as record:
        for student in names:
            record.keep(first_draw(assignment, key, Sitting(1, student.id, 1)))
    assert (where / PRIVATE).is_dir()
    return Class(assignment, course.record, key, names)


def _worked(variant: Variant, chance: random.Random) -> dict[str, Any]:
    working = variant.working
    if chance.random() < 0.2:  # one known mistake, wherever it can be made
        made = working.with_slip(chance.choice(working.slip_keys), variant.truth)
        return {a.name: made.get(a.name, variant.truth[a.name]) for a in working.asked}
    own = Derivation(working, _misread(variant, chance) if chance.random() < 0.3 else None)
    answers: dict[str, Any] = {}
    for asked in working.asked:
        try:
            value = own.value(asked.step)
        except RULE_ERRORS:
            value = variant.truth[asked.name]
        if chance.random() < CARELESS:
            value = _mistaken(asked, own, value, chance)
        answers[asked.name] = value
        own.fix({asked.name: value})
    return answers


def _misread(variant: Variant, chance: random.Random) -> dict[str, Any]:
    """One thing taken wrongly that is not asked for: what the sheet gives, or a step in between."""
    asked = {each.name for each in variant.working.asked}
    others = [each.name for each in variant.working if each.name not in asked]
    for name in chance.sample(others, len(others)):
        value = variant.truth[name]
        changed = _slightly_off(Shape("") if isinstance(value, tuple) else Integer(), value, chance)
        if changed is not value and not isinstance(value, str | bool):
            return {name: changed}
    return {}


def _mistaken(asked: Asked, own: Derivation, value: Any, chance: random.Random) -> Any:
    slips = asked.step.rule.slips
    if slips and chance.random() < 0.4:
        try:
            made = own.value_with({asked.name: chance.choice(slips)}, asked.step)
        except RULE_ERRORS:
            return value
        return made if type(made) is type(value) else value
    return _slightly_off(asked.form, value, chance)


def _slightly_off(form: Any, value: Any, chance: random.Random) -> Any:
    """One number a little off, with the wrong sign, or with two digits turned round."""
    if isinstance(value, tuple) and isinstance(form, Shape):
        place = chance.randrange(len(value))
        return (*value[:place], _off(value[place], chance), *value[place + 1 :])
    if isinstance(value, np.ndarray) and value.size:
        changed = value.copy()
        for _ in range(chance.choice((1, 1, 2, value.size))):
            place = chance.randrange(value.size)
            changed.flat[place] = _off(changed.flat[place], chance)
        return changed
    if isinstance(form, Integer | Rational) and isinstance(value, int | Fraction):
        return _off(value, chance)
    return value


def _off(number: Any, chance: random.Random) -> Any:
    match chance.randrange(4):
        case 0:
            return -number if number and not isinstance(number, float) else number + 1
        case 1 if isinstance(number, int) and number > 20:
            digits = str(number)
            return int(digits[:-2] + digits[-1] + digits[-2])
        case 2:
            return number + chance.choice((-2, 2, 10))
    return number + chance.choice((-1, 1))
