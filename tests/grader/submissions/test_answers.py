"""Every answer of the corpus gets its outcome, its sentence and its marks, and no other does."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from grader.answers.outcome import Outcome
from grader.marking.result import ProblemResult, SheetResult
from tests.grader.submissions.answers import (
    FORGED,
    IN_A_TABLE,
    IN_BACKPROPAGATION,
    TOP_LEVEL_ENDERS,
    Line,
)
from tests.grader.submissions.handed_in import (
    BACKPROP,
    TABLE,
    copies,
    field_of,
    filled_in,
    marked,
    said_of,
    script_of,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("answers")


def result_of(folder: Path, request: str, lines: tuple[Line, ...]) -> SheetResult:
    """One sheet with a problem per line, in which all else is right."""
    sheet = copies(request, len(lines))
    works = [
        filled_in(problem, {line.blank: line.source})
        for problem, line in zip(sheet.problems, lines, strict=True)
    ]
    source = script_of(sheet, works).replace(FORGED, str(folder / "forged"))
    return marked(folder / "submission.py", source)


@cache
def marked_lines(folder: Path, request: str) -> dict[str, ProblemResult]:
    lines = IN_A_TABLE if request == TABLE else IN_BACKPROPAGATION
    result = result_of(folder, request, lines)
    return {line.name: p for line, p in zip(lines, result.problems, strict=True)}


def check(line: Line, problem: ProblemResult) -> None:
    field = field_of(problem, line.blank)
    said = said_of(problem, field)
    assert field.outcome is line.outcome, said
    assert field.score == line.earns
    assert re.search(line.says, said) if line.says else not said
    assert problem.score == problem.max_score - field.max_score + line.earns
    others = {other.outcome for other in problem.fields if other is not field}
    assert others == {Outcome.CORRECT}


@pytest.mark.parametrize("line", IN_A_TABLE, ids=lambda line: line.name)
def test_an_answer_in_a_table_gets_its_outcome_and_costs_no_other(folder: Path, line: Line) -> None:
    check(line, marked_lines(folder, TABLE)[line.name])


@pytest.mark.parametrize("line", IN_BACKPROPAGATION, ids=lambda line: line.name)
def test_an_answer_in_a_gradient_gets_its_outcome_and_costs_no_other(
    folder: Path, line: Line
) -> None:
    check(line, marked_lines(folder, BACKPROP)[line.name])


def test_a_line_that_ends_or_hangs_the_program_costs_its_own_answer(folder: Path) -> None:
    result = result_of(folder, TABLE, TOP_LEVEL_ENDERS)
    for line, problem in zip(TOP_LEVEL_ENDERS, result.problems, strict=True):
        check(line, problem)
    assert len(result.incidents) == len(TOP_LEVEL_ENDERS)


def test_no_text_answer_was_run_as_code(folder: Path) -> None:
    marked_lines(folder, TABLE)
    assert [path.name for path in folder.iterdir()] == ["submission.py"]


def test_every_name_of_the_corpus_is_its_own() -> None:
    for lines in (IN_A_TABLE, IN_BACKPROPAGATION):
        names = [line.name for line in lines]
        assert len(set(names)) == len(names)
