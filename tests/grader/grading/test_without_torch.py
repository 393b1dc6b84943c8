"""A sheet with an exercise for PyTorch where there is none: all else is marked as usual."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from grader.answers.outcome import Outcome
from grader.cli import cli
from grader.grading.batch import mark_one
from grader.grading.grade import grade
from grader.intake.submission import Submission, read_submission
from grader.sandbox.outside import sandbox
from grader.sandbox.outside.forkserver import MissingModuleError

REQUESTS = ("conv1d-code:easy", "torch-model-code:easy", "cnn-table:easy")


@pytest.fixture
def without_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs cannot import PyTorch: another module, which is not there, stands in its place."""
    monkeypatch.setattr(sandbox, "TORCH_MODULES", (*sandbox.NUMPY_MODULES, "no_torch_here"))


@pytest.fixture(scope="module")
def solution(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sheet")
    problems = [part for request in REQUESTS for part in ("--problem", request)]
    made = CliRunner().invoke(
        cli, ["generate", "--seed", "4", *problems, "--solution", "--out", str(folder)]
    )
    assert made.exit_code == 0, made.output
    return folder / "solution.py"


@pytest.mark.usefixtures("without_torch")
def test_the_exercise_is_taken_out_of_the_marks_and_the_others_keep_theirs(solution: Path) -> None:
    result = grade(read_submission(solution))
    function, model, table = result.problems
    assert function.score == function.max_score > 0
    assert table.score == table.max_score > 0
    assert {field.outcome for field in model.fields} == {Outcome.GRADER_FAULT}
    assert [r.key for r in model.fields[0].remarks] == ["no-torch"]
    assert model.max_score == 0
    assert result.has_grader_fault


@pytest.mark.usefixtures("without_torch")
def test_it_is_said_once_and_is_exit_status_3(solution: Path) -> None:
    checked = CliRunner().invoke(cli, ["check", str(solution)])
    assert checked.exit_code == 3, checked.output
    assert checked.output.count("There is no PyTorch where this was marked") == 1
    assert "conv-grader" not in checked.output


@pytest.mark.usefixtures("without_torch")
def test_a_batch_marks_the_rest_and_says_what_was_left_out(solution: Path) -> None:
    marked = mark_one(solution)
    assert marked.status == "grader-fault"
    assert marked.result is not None
    assert marked.result.score == marked.result.max_score > 0
    assert marked.error.startswith("problem 2 was not marked: programs need more than is")


@pytest.mark.usefixtures("without_torch")
def test_a_sheet_without_such_an_exercise_needs_none(solution: Path) -> None:
    own = read_submission(solution)
    sheet = type(own.sheet)(own.sheet.seed, own.sheet.language, own.sheet.problems[:1])
    result = grade(Submission(sheet, own.cells))
    assert result.score == result.max_score


def test_without_numpy_nothing_can_be_marked(
    solution: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "NUMPY_MODULES", ("no_numpy_here",))
    monkeypatch.setattr(sandbox, "TORCH_MODULES", ("no_numpy_here",))
    with pytest.raises(MissingModuleError, match="no_numpy_here"):
        grade(read_submission(solution))


@pytest.mark.usefixtures("without_torch")
def test_nobody_is_told_to_do_without_what_the_frame_imports(
    solution: Path, tmp_path: Path
) -> None:
    source = solution.read_text(encoding="utf-8")
    refused = 'raise ModuleNotFoundError("No module named \'torch\'", name="torch")'
    for line in ("import torch", "from torch import nn"):
        assert f"\n{line}\n" in source
        source = source.replace(f"\n{line}\n", f"\n{refused}\n")
    lacking = tmp_path / "submission.py"
    lacking.write_text(source, encoding="utf-8")
    assert not grade(read_submission(lacking)).incidents
    checked = CliRunner().invoke(cli, ["check", str(lacking)])
    assert "do without it" not in checked.output
