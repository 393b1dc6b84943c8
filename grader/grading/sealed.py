"""Answers to a sheet whose values are not known here: how each is read, and whether it can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from grader.answers.answer import Answer, NoValue
from grader.answers.notation import in_notation
from grader.answers.outcome import Outcome
from grader.marking.by_hand import without_value
from grader.marking.result import FieldResult, SheetResult
from grader.sheet.sheet import Problem
from problems.catalogue import folder


def without_marks(result: SheetResult) -> SheetResult:
    """The result of a sealed sheet: what is told of each answer, and no marks."""
    problems = tuple(
        replace(
            problem,
            fields=tuple(replace(field, score=0.0, max_score=0.0) for field in problem.fields),
        )
        for problem in result.problems
    )
    return replace(result, problems=problems)


def fields_as_read(
    problem: Problem, answers: Mapping[str, Answer], written: Mapping[str, str]
) -> tuple[FieldResult, ...]:
    """The blanks of a problem by hand, none of which is marked.

    ``answers`` has an answer for each: a value in its form, or why there is none; ``written`` is
    how it stands there.
    """
    texts = folder(problem.variant.family.key)
    fields: list[FieldResult] = []
    for asked in problem.variant.working.asked:
        answer = answers[asked.name]
        if isinstance(answer, NoValue):
            placeholder = problem.variant.truth[asked.name]
            fields.append(without_value(asked, answer, placeholder, texts, marks=0))
            continue
        read = in_notation(answer)
        found = written.get(asked.name) or read
        fields.append(FieldResult(asked.name, Outcome.READ, 0.0, 0.0, found=found, read=read))
    return tuple(fields)
