"""A result as plain data for other programs."""

from __future__ import annotations

from typing import Any, Literal

from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.report.data import FieldData, ProblemData, ResultData
from grader.report.wording import incidents_of, message_of
from problems.sentences import Language

FORMAT: Literal["grader-result"] = "grader-result"
VERSION: Literal[1] = 1


def as_document(result: SheetResult) -> dict[str, Any]:
    """The whole result as a document of its own, which says what it is."""
    return {"format": FORMAT, "version": VERSION, **as_data(result)}


def as_data(result: SheetResult) -> dict[str, Any]:
    """The whole result; scores are numbers, outcomes the words of ``Outcome``."""
    return {**_result(result)}


def _result(result: SheetResult) -> ResultData:
    return {
        "sheet": result.sheet,
        "as_drawn": result.as_drawn.verdict,
        "draw": result.as_drawn.value,
        "odd_header": result.odd_header,
        "score": number(result.score),
        "max_score": number(result.max_score),
        "deducted": number(result.deducted),
        "problems": [_problem(problem, result.language) for problem in result.problems],
        "incidents": incidents_of(result),
        "confinement": result.confinement,
        "limits_met": list(result.limits_met),
        "met_wall_clock": result.met_wall_clock,
        "versions": dict(result.versions),
    }


def _problem(problem: ProblemResult, language: Language) -> ProblemData:
    return {
        "key": problem.key,
        "family": problem.family,
        "level": problem.level,
        "example": problem.example,
        "as_drawn": problem.as_drawn.verdict,
        "draw": problem.as_drawn.value,
        "score": number(problem.score),
        "max_score": number(problem.max_score),
        "set_by_hand": problem.set_by_hand,
        "style_score": number(problem.style[0]),
        "style_max_score": number(problem.style[1]),
        "fields": [_field(field, problem.family, language) for field in problem.fields],
    }


def _field(field: FieldResult, family: str, language: Language) -> FieldData:
    return {
        "name": field.name,
        "outcome": field.outcome.value,
        "score": number(field.score),
        "max_score": number(field.max_score),
        "found": field.found,
        "read": field.read,
        "expected": field.expected,
        "slips": list(field.slips),
        "inputs": field.inputs,
        "style": field.is_style,
        "message": message_of(field, family, language),
    }


def number(score: float) -> int | float:
    """Whole marks as integers; parts of marks to four places."""
    return int(score) if float(score).is_integer() else round(score, 4)
