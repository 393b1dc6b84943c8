"""``grader check`` of a sheet of an assignment: for its student, and for who has the assignment."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result

from tests.grader.cli.commands import grader, in_a_process
from tests.grader.cli.course import BLANK, answered, drawn_course

WRONG = "(99, 98, 97)"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return drawn_course(tmp_path_factory.mktemp("course"))


def told(result: Result, status: int) -> str:
    assert result.exit_code == status, result.output
    return " ".join(result.output.split())


def test_a_student_is_told_how_answers_are_read_and_no_marks(home: Path, tmp_path: Path) -> None:
    file = answered(home, "101", tmp_path / "101" / "hw3.py", **{BLANK: WRONG})
    said = told(grader("check", file, "--html", tmp_path / "page.html"), 0)
    assert "(99, 98, 97)" in said
    assert not re.search(r"\d/\d", said)
    assert not re.search(r"[( ]\d+/\d+", (tmp_path / "page.html").read_text(encoding="utf-8"))


def test_who_has_the_assignment_is_told_all_of_it_in_its_points(home: Path, tmp_path: Path) -> None:
    file = answered(home, "101", tmp_path / "101" / "hw3.py", **{BLANK: WRONG})
    result = grader("check", file, "--assignment", home)
    assert re.search(r"conv1_shape wrong 0/1\.0\d", told(result, 1))
    data = json.loads(grader("check", file, "--assignment", home, "--json").stdout)
    assert data["max_score"] == 25
    assert [problem["max_score"] for problem in data["problems"]] == [10, 15]
    assert data["problems"][1]["score"] == 15


def test_the_level_of_feedback_is_full_if_nothing_else_is_said(home: Path, tmp_path: Path) -> None:
    file = answered(home, "101", tmp_path / "101" / "hw3.py", **{BLANK: WRONG})
    levels = ("full", "score")
    full, score = (
        grader("check", file, "--assignment", home, "--feedback-level", level) for level in levels
    )
    plain = grader("check", file, "--assignment", home)
    assert plain.output == full.output
    assert "99" in plain.output
    assert "99" not in score.output


def test_a_file_is_matched_by_its_header_and_its_path(home: Path, tmp_path: Path) -> None:
    file = answered(home, "101", tmp_path / "handed.py")
    assert "25/25" in told(grader("check", file, "--assignment", home), 0)
    moved = tmp_path / "102" / "hw3.py"
    moved.parent.mkdir()
    moved.write_bytes(file.read_bytes())
    said = told(grader("check", moved, "--assignment", home), 2)
    assert "handed in by 102, but the sheet is that of 101" in said


def test_without_a_header_the_student_is_named(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "bare.py"
    file.write_text(f"{BLANK} = {WRONG}\n", encoding="utf-8")
    said = told(grader("check", file, "--assignment", home), 2)
    assert "its path names no student, and it has no header; say whose it is with --student" in said
    assert "conv1_shape wrong" in told(
        grader("check", file, "--assignment", home, "--student", "101"), 1
    )


def test_lateness_costs_where_times_are_given(home: Path, tmp_path: Path) -> None:
    file = answered(home, "101", tmp_path / "101" / "hw3.py")
    times = tmp_path / "times.csv"
    times.write_text("file;time\n101/*;2026-12-16 12:00\n", encoding="utf-8")
    said = told(grader("check", file, "--assignment", home, "--times", times), 1)
    assert "22.5/25" in said
    assert "which costs 2.5 points" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--student", "101"], "go with --assignment PATH"),
        (["--attempt", "1"], "go with --assignment PATH"),
        (["--assignment", "HOME", "--limit", "time=1s"], "--limit and --style-cost are said by"),
        (["--assignment", "HOME", "--student", "11"], "there is no student '11' in the roster"),
        (["--assignment", "nowhere"], "nowhere"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    home: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    file = answered(home, "101", tmp_path / "hw3.py")
    given = [str(home) if each == "HOME" else each for each in arguments]
    assert said in told(grader("check", file, *given), 2)


def test_a_check_of_a_practice_sheet_loads_nothing_of_courses(tmp_path: Path) -> None:
    grader("generate", "--problem", "cnn-table:easy", "--out", tmp_path, "--solution")
    probe = (
        "import sys, grader.cli\n"
        "sys.argv = ['grader', 'check', 'solution.py']\n"
        "try:\n    grader.cli.main()\n"
        "except SystemExit:\n"
        "    print([name for name in sys.modules if name.startswith('grader.course')])\n"
    )
    script = tmp_path / "probe.py"
    script.write_text(probe, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.stdout.splitlines()[-1] == "[]", run.stdout + run.stderr


def test_the_help_says_what_is_told_to_whom(tmp_path: Path) -> None:
    run = in_a_process("check", "--help", folder=tmp_path)
    assert "Whoever has the assignment names it with --assignment" in " ".join(run.stdout.split())
