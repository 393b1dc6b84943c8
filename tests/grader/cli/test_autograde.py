"""The archive for Gradescope, unpacked as it is there, marks what is handed in."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from grader.render.script import blank, model, script
from grader.sandbox.outside import sandbox as sandbox_module
from grader.sheet.sheet import draw_sheet
from tests.grader.cli.commands import grader
from tests.grader.course.courses import BY_HAND, DEADLINE, HEAD, Course, drawn_course

PRACTICE = draw_sheet("7", ["equivariance:easy"], "en")
LATE = '[late]\nper = "day"\ncosts = "50%"\n[feedback]\nlevel = "score"\n'
ROSTER = (
    "student,name,language,email\n100,Ana Anić,hr,ana@example.org\n101,Bo Bee,,bo@example.org\n"
)


class Autograder:
    """A folder as Gradescope lays it out, from an archive that was made here."""

    def __init__(self, root: Path, archive: Path) -> None:
        self.root = root
        with zipfile.ZipFile(archive) as files:
            files.extractall(root / "source")
        shutil.copy(root / "source" / "run_autograder", root / "run_autograder")
        (root / "results").mkdir()
        self.program = root / "grader-here"
        self.program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m grader "$@"\n')
        self.program.chmod(0o755)

    def hand_in(self, *files: tuple[str, str], user: str = "ana@example.org") -> None:
        shutil.rmtree(self.root / "submission", ignore_errors=True)
        (self.root / "submission").mkdir()
        for name, text in files:
            (self.root / "submission" / name).write_text(text, encoding="utf-8")
        told = {
            "created_at": "2026-12-17T10:00:00.000000+01:00",
            "users": [{"email": user, "id": 1, "name": "Somebody"}],
        }
        (self.root / "submission_metadata.json").write_text(json.dumps(told), encoding="utf-8")

    def run(self) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", str(self.root / "run_autograder")],
            env={
                "PATH": "/usr/bin:/bin",
                "PYTHONUTF8": "1",
                "AUTOGRADER": str(self.root),
                "GRADER": str(self.program),
            },
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def results(self) -> Any:
        return json.loads((self.root / "results" / "results.json").read_text(encoding="utf-8"))


@pytest.fixture
def practice(tmp_path: Path) -> Autograder:
    sheet = tmp_path / "sheet.py"
    sheet.write_text(script(PRACTICE, blank), encoding="utf-8")
    out = tmp_path / "autograder.zip"
    result = grader("export", "gradescope", sheet, "--out", out, "--feedback-level", "hints")
    assert (result.exit_code, result.stdout) == (0, f"{out}\n")
    return Autograder(tmp_path / "autograder", out)


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return drawn_course(tmp_path / "hw3", HEAD + DEADLINE + LATE + BY_HAND, ROSTER)


def graded(course: Course, folder: Path) -> Autograder:
    out = folder / "autograder.zip"
    result = grader("export", "gradescope", course.folder, "--out", out, "--with-key")
    assert result.exit_code == 0, result.output
    assert "it has the key in it" in result.stderr
    return Autograder(folder / "autograder", out)


def test_a_practice_sheet_is_marked_by_the_sheet_that_was_set(practice: Autograder) -> None:
    easier = draw_sheet("8", ["equivariance:easy"], "en")
    headless = script(PRACTICE, model).replace("grader-sheet", "sheet")
    practice.hand_in(("mine.py", headless), ("helper.py", "x = 1\n"))
    (practice.root / "submission" / "helper.py").unlink()
    run = practice.run()
    assert (run.returncode, run.stderr) == (0, "")
    results = practice.results
    assert results["score"] == results["extra_data"]["max_score"] > 0
    assert {test["status"] for test in results["tests"]} == {"passed"}
    practice.hand_in(("mine.py", script(easier, model)))
    assert practice.run().returncode == 0
    assert practice.results["score"] < results["score"]


def test_what_cannot_be_marked_has_results_that_say_why(practice: Autograder) -> None:
    practice.hand_in()
    assert practice.run().returncode == 0
    assert practice.results["score"] == 0
    assert practice.results["output"].startswith("There is no file here that could be marked.")
    practice.hand_in(("a.py", "\0"), ("b.py", ""))
    assert practice.run().returncode == 0
    assert "a.py, b.py" in practice.results["output"]
    practice.hand_in(("a.ipynb", "{"))
    assert practice.run().returncode == 0
    assert practice.results["tests"] == []
    assert "a.ipynb" in practice.results["output"]


def test_the_sheet_of_a_student_is_marked_in_points_late_and_at_its_feedback_level(
    course: Course, tmp_path: Path
) -> None:
    autograder = graded(course, tmp_path)
    autograder.hand_in(("hw3.py", course.solved("100")))
    run = autograder.run()
    assert (run.returncode, run.stderr) == (0, "")
    results = autograder.results
    most = results["extra_data"]["max_score"]
    assert (results["score"], results["extra_data"]["deducted"]) == (0, most)  # two days
    assert sum(test["score"] for test in results["tests"]) == most
    assert results["output"].startswith("Predano nakon roka (započetih dana: 2)")
    assert course.assignment.feedback.level.value == "score"
    told = {test["output"] for test in results["tests"]}
    assert all(text.count("\n") <= 1 for text in told)  # the outcome, and how it was read


def test_the_sheet_of_somebody_else_earns_nothing(course: Course, tmp_path: Path) -> None:
    autograder = graded(course, tmp_path)
    autograder.hand_in(("hw3.py", course.solved("101")))
    assert autograder.run().returncode == 0
    results = autograder.results
    assert (results["score"], results["tests"]) == (0, [])
    assert results["output"].startswith("Ovo je tuđi list")
    autograder.hand_in(("hw3.py", course.solved("101")), user="eve@example.org")
    assert autograder.run().returncode == 0
    assert autograder.results["output"].startswith("Nobody in the roster")


def test_what_gradescope_did_not_lay_out_leaves_no_results(course: Course, tmp_path: Path) -> None:
    autograder = graded(course, tmp_path)
    autograder.hand_in(("hw3.py", course.solved("100")))
    (autograder.root / "results" / "results.json").write_text("{}")
    (autograder.root / "submission_metadata.json").unlink()
    run = autograder.run()
    assert run.returncode == 2
    assert "submission_metadata.json: the file cannot be read" in run.stderr
    assert not (autograder.root / "results" / "results.json").exists()


def test_where_programs_cannot_be_confined_nothing_is_run_and_nobody_loses_a_mark(
    practice: Autograder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(_: object) -> str:
        raise sandbox_module.NoSandboxError("no confinement here")

    monkeypatch.setattr(sandbox_module.Sandbox, "level", property(none))
    practice.hand_in(("a.py", script(PRACTICE, model)))
    result = grader("autograde", practice.root)
    assert result.exit_code == 2
    assert "no confinement here" in result.stderr
    assert not (practice.root / "results" / "results.json").exists()


def test_options_of_a_sheet_do_not_go_with_an_assignment(tmp_path: Path) -> None:
    result = grader("autograde", tmp_path, "--assignment", tmp_path, "--feedback-level", "score")
    assert result.exit_code == 2
    assert "are said by an assignment itself" in result.stderr
