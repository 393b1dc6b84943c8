"""Every program of the corpus gets its outcome, its sentence and its marks, and no other's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from grader.answers.outcome import Outcome
from grader.marking.result import ProblemResult
from grader.render.script import model, script
from grader.sheet.sheet import draw_sheet
from tests.grader.submissions.handed_in import (
    CONV1D,
    FUNCTION,
    copies,
    field_of,
    marked,
    said_of,
    script_of,
)
from tests.grader.submissions.programs import CHECKS, FULL, HARMFUL, QUIET, Program


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("programs")


def results_of(folder: Path, sources: list[str]) -> tuple[ProblemResult, ...]:
    sheet = copies(FUNCTION, len(sources))
    return marked(folder / "submission.py", script_of(sheet, sources)).problems


def result_of(folder: Path, name: str) -> ProblemResult:
    program = next(one for one in QUIET if one.name == name)
    (result,) = results_of(folder, [program.source])
    return result


def check(program: Program, problem: ProblemResult) -> None:
    fields = [field_of(problem, name) for name in CHECKS]
    said = said_of(problem, fields[0])
    assert fields[0].outcome is program.outcome, said
    assert re.search(program.says, said) if program.says else not said
    assert {field.outcome for field in fields} <= {program.outcome, Outcome.CORRECT}
    assert problem.score == program.earns
    assert problem.max_score == FULL


@pytest.mark.parametrize("program", QUIET, ids=lambda program: program.name)
def test_a_program_gets_its_outcome_and_its_marks(folder: Path, program: Program) -> None:
    (result,) = results_of(folder, [program.source])
    check(program, result)


@pytest.mark.parametrize("program", HARMFUL, ids=lambda program: program.name)
def test_a_program_that_ends_or_hangs_its_process_costs_no_other_problem(
    folder: Path, program: Program
) -> None:
    before, result, after = results_of(folder, [CONV1D, program.source, CONV1D])
    check(program, result)
    assert (before.score, after.score) == (FULL, FULL)


def test_a_failed_check_says_on_which_inputs(folder: Path) -> None:
    for name in ("slip: not flipped", "wrong: zeros", "crashed: raises"):
        field = field_of(result_of(folder, name), "integers")
        assert re.fullmatch(r"vector = \[.*\], kernel = \[.*\]", field.inputs or ""), name


def test_the_function_of_an_earlier_problem_does_not_answer_for_a_later_one(folder: Path) -> None:
    right, deleted, broken = results_of(folder, [CONV1D, "", CONV1D.replace("out[i]", "out[")])
    assert right.score == FULL
    assert {field.outcome for field in deleted.fields[:6]} == {Outcome.UNANSWERED}
    assert {field.outcome for field in broken.fields[:6]} == {Outcome.CRASHED}
    assert deleted.score == broken.score == 0


def test_a_function_in_another_cell_than_its_own_still_answers(folder: Path) -> None:
    sheet = copies(FUNCTION, 1)
    result = marked(folder / "submission.py", script_of(sheet, ["pass"], before=CONV1D))
    assert result.score == FULL


@pytest.mark.parametrize(
    ("name", "other"), [("class LayerConv1d", "class LayerConv1D"), ("def bwd_pass", "def bwdpass")]
)
def test_a_renamed_class_or_method_costs_once_and_the_name_that_is_there_is_told(
    folder: Path, name: str, other: str
) -> None:
    sheet = draw_sheet("7", ["conv1d-layer-code@lecture"], "en")
    source = script(sheet, model)
    assert name in source
    (problem,) = marked(folder / "submission.py", source.replace(name, other)).problems
    named = [field for field in problem.fields if field.slips == ("named-otherwise",)]
    assert named
    lost = [field for field in problem.fields if field.score < field.max_score]
    assert len(lost) == 1
    assert lost[0] in named
    assert re.search(f"{other.split()[1]}.*renamed", said_of(problem, lost[0]))


def test_an_exception_of_a_thousand_pages_is_cut(folder: Path) -> None:
    problem = result_of(folder, "crashed: raises without end")
    assert len(said_of(problem, field_of(problem, "integers"))) < 700


def test_every_name_of_the_corpus_is_its_own() -> None:
    names = [program.name for program in (*QUIET, *HARMFUL)]
    assert len(set(names)) == len(names)
