"""What is earned without any work: one number in every blank, or copies of what stands there.

A guess may happen to be right, and is then right; nothing else of it may earn marks. And where such
values are right often (the parameters of pooling), the marks have to be laid so that they are few.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import sqrt
from statistics import mean, stdev
from typing import Any

import numpy as np

from grader.answers.answer import Answer, NoValue, read_answer
from grader.answers.outcome import Outcome
from grader.certification.fault import Fault, Kind
from grader.certification.specimen import Specimen
from grader.certification.submissions import marked
from grader.marking.guard import numbers_in
from grader.marking.result import FieldResult
from grader.messages.remark import Remark
from problems.family import LEVELS, ByHand, Family
from problems.forms import Choice, Expression, ReasonedChoice, Shape, shape_of
from problems.quantity import Given, Quantity
from problems.variant import Variant
from problems.working import Asked, Working

MOST = 0.10
"""The part of a family's marks, choices apart, that a way to guess may earn in the mean."""

ENOUGH = 8
"""Variants of a level whose mean says something."""

_CONSTANTS = (Fraction(0), Fraction(1), Fraction(2), Fraction(5), Fraction(-1), Fraction(1, 2))
_IN_PART = frozenset({"wrong-cells", "wrong-entries", "wrong-indices"})
"""What is said of a matrix, vector or tensor of which some cells are right."""
_PLACES = 3  # inputs or given numbers of a blank that are copied in turn


@dataclass(frozen=True)
class Earned:
    """What a way to guess earns, as parts of the marks.

    ``right`` it earns by being right, the right cells of a wrong tensor included, and ``more`` with
    the blanks ``names`` that are not.
    """

    right: float
    more: float
    names: tuple[str, ...]


class Guessing:
    """What each way to guess earns on a variant; nothing is guessed in code."""

    def __init__(self, variant: Variant) -> None:
        self.variant = variant

    @cached_property
    def earned(self) -> dict[str, float]:
        """The part of the marks, choices apart, that each way earns."""
        return {way: one.right + one.more for way, one in self._found.items()}

    def faults(self) -> Iterator[tuple[Kind, str]]:
        """Marks that a guess earns without being right."""
        for way, one in self._found.items():
            if one.more:
                yield (
                    Kind.GUESS,
                    f"{way} in every blank earns {', '.join(one.names)} without being right",
                )

    @cached_property
    def _found(self) -> dict[str, Earned]:
        if not isinstance(self.variant.family.task, ByHand):
            return {}
        blanks = {a.name: a for a in self.variant.working.asked if not _is_choice(a)}
        marks = sum(asked.marks for asked in blanks.values())
        if not marks:
            return {}
        return {
            way: _earned(marked(self.variant, answers), blanks, marks)
            for way, answers in ways(self.variant)
        }


def _earned(fields: Sequence[FieldResult], blanks: Collection[str], marks: int) -> Earned:
    scored = [field for field in fields if field.name in blanks and field.score]
    right = [f for f in scored if _is_by_right_cells(f)]
    others = [f for f in scored if not _is_by_right_cells(f)]
    return Earned(
        sum(f.score for f in right) / marks,
        sum(f.score for f in others) / marks,
        tuple(f.name for f in others),
    )


def _is_by_right_cells(field: FieldResult) -> bool:
    """Whether its marks are those of what is right in it, be it a few cells beside a mistake."""
    is_in_part = any(remark.key in _IN_PART for remark in field.remarks)
    return is_in_part or field.outcome in (Outcome.CORRECT, Outcome.WRONG)


def faults_over(chosen: Family, specimens: Sequence[Specimen]) -> Iterator[Fault]:
    """Ways to guess that earn too much over the variants of a level.

    A few variants may have a high mean by chance: it has to be too high by more than two of its
    standard errors.
    """
    for level in LEVELS:
        own = [s for s in specimens if s.level == level and not s.example and s.guesses]
        if len(own) < ENOUGH:
            continue
        for way, share in means(own).items():
            if share - 2 * _standard_error(own, way) > MOST:
                text = (
                    f"{way} in every blank earns {100 * share:.1f} % of the marks in the mean, "
                    f"and should earn {100 * MOST:.0f} % at most"
                )
                yield Fault(Kind.GUESS, chosen.key, text, level=level)


def _standard_error(specimens: Sequence[Specimen], way: str) -> float:
    """That of the mean of what a way to guess earns."""
    shares = [specimen.guesses.get(way, 0.0) for specimen in specimens]
    return stdev(shares) / sqrt(len(shares))


def means(specimens: Sequence[Specimen]) -> Mapping[str, float]:
    """What each way to guess earns of the marks in the mean, the best one first.

    Specimens on which nothing was guessed do not count.
    """
    specimens = [s for s in specimens if s.guesses]
    ways = dict.fromkeys(way for s in specimens for way in s.guesses)
    found = {way: mean(s.guesses.get(way, 0.0) for s in specimens) for way in ways}
    return dict(sorted(found.items(), key=lambda each: -each[1]))


def ways(variant: Variant) -> Iterator[tuple[str, dict[str, Answer]]]:
    """The ways to guess, each with its answers."""
    working, truth = variant.working, variant.truth
    for number in _CONSTANTS:
        answers = {a.name: _filled(a, truth[a.name], [number]) for a in working.asked}
        yield f"{number}", answers
    for place in range(_PLACES):
        yield f"its input {place + 1}", _copies(working, truth, place)
    stated = [q.value for q in working if isinstance(q, Given)]
    for place in range(min(_PLACES, len(stated))):
        copied = {a.name: _filled(a, truth[a.name], stated[place]) for a in working.asked}
        yield f"given value {place + 1}", copied


def _copies(working: Working, truth: Mapping[str, Any], place: int) -> dict[str, Answer]:
    """In every blank one of the values that it comes from, as it stands there."""
    blanks = {asked.name: asked for asked in working.asked}
    answers: dict[str, Answer] = {}
    values: dict[str, Any] = {}
    for quantity in working:
        if isinstance(quantity, Given):
            values[quantity.name] = quantity.value
            continue
        inputs = list(_flat(quantity.rule.taken(quantity.inputs).values(), values))
        copied = inputs[min(place, len(inputs) - 1)] if inputs else 1
        values[quantity.name] = copied
        if quantity.name in blanks:
            asked = blanks[quantity.name]
            answer = _filled(asked, truth[asked.name], copied)
            answers[asked.name] = answer
            values[quantity.name] = 1 if isinstance(answer, NoValue) else answer
    return answers


def _flat(inputs: Any, values: Mapping[str, Any]) -> Iterator[Any]:
    for each in inputs:
        if isinstance(each, Quantity):
            yield values[each.name]
        elif isinstance(each, tuple | list) and any(isinstance(part, Quantity) for part in each):
            yield from _flat(each, values)
        elif not isinstance(each, bool | str):
            yield each


def _filled(asked: Asked, true: Any, value: Any) -> Answer:
    """A value as it would be put into a blank: its numbers, repeated or cut to the size."""
    if _is_choice(asked) or isinstance(asked.form, Expression):
        return NoValue(Outcome.UNANSWERED, Remark("blank"))
    numbers = numbers_in(value) or [Fraction(1)]
    size = len(true) if isinstance(asked.form, Shape) else int(np.prod(shape_of(true)))
    cells = [numbers[place % len(numbers)] for place in range(size)]
    if isinstance(asked.form, Shape):
        return read_answer(asked.form, tuple(int(cell) for cell in cells))
    if shape_of(true) == ():
        answer = read_answer(asked.form, cells[0])
        return read_answer(asked.form, int(cells[0])) if isinstance(answer, NoValue) else answer
    tensor = np.array(cells, dtype=object).reshape(shape_of(true))
    return read_answer(asked.form, tensor.tolist())


def _is_choice(asked: Asked) -> bool:
    return isinstance(asked.form, Choice | ReasonedChoice)
