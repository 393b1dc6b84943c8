"""Programs of students for each family in code: their marks, and the names of their mistakes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from grader.answers.outcome import Outcome
from problems.catalogue import family
from tests.submissions.handed_in import HERE, all_paths, names, read
from tests.turns import in_this_run

PROGRAMS = {path.relative_to(HERE).as_posix(): path for path in all_paths()}
IN_A_RUN = 40
FAMILIES = sorted({path.parent.name for path in PROGRAMS.values()})
LEAST_WRONG, LEAST_RIGHT = 15, 8


@pytest.mark.parametrize("folder", FAMILIES)
def test_a_family_has_wrong_programs_and_unusual_right_ones(folder: str) -> None:
    assert family(folder.replace("_", "-")).kind == "code"
    of = Counter(path.name.partition("_")[0] for path in (HERE / folder).glob("*_*.py"))
    assert of["wrong"] >= LEAST_WRONG
    assert of["right"] >= LEAST_RIGHT
    assert set(of) <= {"wrong", "right", ""}


@pytest.mark.parametrize("name", in_this_run(PROGRAMS, IN_A_RUN))
def test_a_program_gets_the_marks_and_names_that_it_must_get(name: str) -> None:
    program = read(PROGRAMS[name])
    result = program.marked()
    (problem,) = result.problems
    came = problem.score, problem.max_score, names(problem.fields)
    told = [(one.name, one.outcome.value, one.slips, one.score) for one in problem.fields]
    assert came == (program.score, program.most, program.slips), told
    assert all(one.outcome is not Outcome.GRADER_FAULT for one in problem.fields)


@pytest.mark.parametrize(
    "text",
    [
        "import numpy\n\n",
        "# conv1d-code:easy, seed 1\n# full marks\n",
        "# conv1d-code:easy, seed 1\n# 3 of 10, kernel-flipped: it is said to be right\n",
    ],
)
def test_a_program_that_does_not_say_what_it_earns_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "right_of_no_sheet.py"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="right_of_no_sheet"):
        read(path)
