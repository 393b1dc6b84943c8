"""``grader solution`` shows a sheet solved, with a student's answers beside it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import Result

from grader.render.script import Work, blank, mistaken, script
from grader.sheet.sheet import Problem, draw_sheet
from tests.grader.cli.commands import grader
from tests.grader.cli.course import BLANK, answered, answered_at, drawn_course, sheet_of

SHEETS = Path(__file__).parents[1] / "sheets_of_format_1"
WRONG = "(99, 98, 97)"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return drawn_course(tmp_path_factory.mktemp("course"))


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("practice")
    problems = [part for key in ("cnn-table:easy", "conv1d-code") for part in ("--problem", key)]
    result = grader("generate", "--seed", "5", *problems, "--out", folder)
    assert result.exit_code == 0
    return folder / "submission.py"


def shown(*arguments: str | Path) -> str:
    result = grader("solution", *arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def refused(*arguments: str | Path) -> str:
    result: Result = grader("solution", *arguments)
    assert result.exit_code == 2
    return " ".join(result.output.split())


# -- a practice sheet ------------------------------------------------------------------------------


def test_a_blank_file_gives_the_solution_alone(practice: Path) -> None:
    told = shown(practice)
    assert "Worked solution" in told
    assert "def conv1d(vector, kernel):" in told
    assert "No answer" not in told
    assert "Marked with" not in told


@pytest.mark.parametrize("name", ["easy-en-slip.py", "easy-en-slip.ipynb", "hard-pl-slip.py"])
def test_the_first_departure_is_marked_and_what_follows_from_it(name: str) -> None:
    told = shown(SHEETS / name, "--lang", "en", "--problem", "1")
    before, mark, after = told.partition("✗ here it first departs")
    assert mark
    assert "✗" not in before
    assert "This is the value you get if" in " ".join(after.split())
    summary = " ".join(told.split("Worked solution")[0].split())
    assert re.search(r"The answers first depart from the solution at `(\w+)`", summary)


def test_no_line_is_longer_than_80_characters() -> None:
    for line in shown(SHEETS / "hard-ru-carried.py").splitlines():
        assert len(line) <= 80, line


def test_one_problem_is_shown_alone(practice: Path) -> None:
    told = shown(practice, "--problem", "2")
    assert "Problem 2" in told
    assert "Problem 1" not in told
    assert "there is no problem '3' on this sheet; there are 1, 2" in refused(
        practice, "--problem", "3"
    )


def test_a_page_needs_nothing_else(practice: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert shown(SHEETS / "easy-hr-slip.py", "--html", page) == f"{page}\n"
    text = page.read_text(encoding="utf-8")
    assert '<html lang="hr">' in text
    assert "<strong>✗ prvo odstupanje</strong>" in text
    assert not re.search(r'(src|href)="?http', text)


def test_a_program_stands_with_its_checks_and_the_mistake(tmp_path: Path) -> None:
    sheet = draw_sheet("5", ["conv1d-code"], "en")
    file = tmp_path / "slip.py"
    file.write_text(script(sheet, lambda problem: mistaken(problem, "kernel-not-flipped")))
    told = " ".join(shown(file).split())
    assert "The checks of the program" in told
    assert "Their names: `integers`, `decimals`," in told
    assert "These are the results you get if" in told
    assert "but" in told
    assert "was expected" in told


def test_the_sheet_of_an_assignment_is_refused_in_its_language(home: Path) -> None:
    told = refused(home / "sheets" / "100" / "hw3.py")
    assert "rješenje zna samo nastavnik" in told


# -- a student's sheet of an assignment ------------------------------------------------------------


def test_the_recorded_variant_is_solved_in_the_language_of_its_student(home: Path) -> None:
    own = shown(home, "--student", "100")
    assert own.startswith("Domaća zadaća 3\n")
    assert "Ana Anić, list" in own
    assert own != shown(home, "--student", "101", "--lang", "hr")
    answer = str(sheet_of(home, "100").problems[0].variant.truth[BLANK][0])
    assert f"{BLANK} = {answer} ×" in own
    assert "Worked solution" in shown(home, "--student", "100", "--lang", "en")


def test_answers_stand_beside_it_in_points_with_what_was_set_by_hand(
    home: Path, tmp_path: Path
) -> None:
    course = Path(copytree(home, tmp_path / "hw3"))
    file = answered(course, "101", tmp_path / "101" / "hw3.py", **{BLANK: WRONG})
    told = shown(course, "--student", "101", file)
    assert re.search(r"Answer: \(99, 98, 97\) — \*✗ here it first departs\*, 0/", told)
    assert re.search(r"Problem 2: .* \(15/15\)", told)
    set_by_hand = grader(
        *("override", "101", f"1.{BLANK}", "--marks", "full"),
        *("--reason", "The sheet was torn", "--assignment", course),
    )
    assert set_by_hand.exit_code == 0
    told = shown(course, "--student", "101", file)
    assert "These points were set by a person: The sheet was torn" in " ".join(told.split())
    assert "*25/25*" in told


def test_lateness_is_told_where_times_are_given(home: Path, tmp_path: Path) -> None:
    file = answered(home, "101", tmp_path / "101" / "hw3.py")
    times = tmp_path / "times.csv"
    times.write_text("student;time\n101;2026-12-16 12:00\n", encoding="utf-8")
    assert "*25/25*" in shown(home, "--student", "101", file)
    assert "*22.5/25*" in shown(home, "--student", "101", file, "--times", times)


def test_the_sheet_of_somebody_else_is_no_answer(home: Path, tmp_path: Path) -> None:
    file = answered(home, "102", tmp_path / "hw3.py")
    told = refused(home, "--student", "101", file)
    assert "handed in by 101, but the sheet is that of 102" in told


@pytest.mark.parametrize("place", ["sheets/page.html", "sheets/101/page.html"])
def test_no_solution_is_written_where_sheets_are_handed_out(home: Path, place: str) -> None:
    told = refused(home, "--student", "101", "--html", home / place)
    assert "a folder that no student is given was expected" in told
    assert not (home / place).exists()


def test_a_solution_may_be_written_beside_the_assignment(home: Path) -> None:
    page = home / "private" / "101.html"
    assert shown(home, "--student", "101", "--html", page) == f"{page}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--student", "11"], "there is no student '11' in the roster"),
        (["--student", "101", "--attempt", "2"], "101 has no sheet of attempt 2 yet"),
        ([], "--student ID was expected"),
        (["--attempt", "1"], "--attempt goes with an assignment and --student"),
        (["--student", "101", "--limit", "time=1s"], "--limit is said by an assignment"),
        (["--student", "101", "--repeat", "2.integers"], "--repeat PROBLEM.CHECK and --out FILE"),
        (
            ["--student", "101", "--repeat", "2.integers", "--out", "x", "--html", "y"],
            "one output is written at a time",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused(home: Path, arguments: list[str], said: str) -> None:
    assert said in refused(home, *arguments)


def test_of_several_sheets_the_one_that_a_file_answers_is_shown(home: Path, tmp_path: Path) -> None:
    course = Path(copytree(home, tmp_path / "hw3"))
    again = grader(
        *("generate", course, "--out", course / "second", "--attempt", "2", "--format", "py"),
        *("--student", "101", "--jobs", "1"),
    )
    assert again.exit_code == 0, again.output
    assert "101 has sheets of attempts 1, 2; say which one with --attempt" in refused(
        course, "--student", "101"
    )
    file = answered_at(2, course, "101", tmp_path / "hw3-2.py")
    assert "attempt 2 of 2" in shown(course, "--student", "101", file)
    assert "attempt 1 of 2" in shown(course, "--student", "101", "--attempt", "1")
    assert "this is a sheet of attempt 2, but --attempt 1 was asked for" in refused(
        course, "--student", "101", file, "--attempt", "1"
    )


# -- a check that is repeated ----------------------------------------------------------------------


def test_a_check_is_repeated_without_the_grader(practice: Path, tmp_path: Path) -> None:
    repeat = tmp_path / "repeat.py"
    told = shown(practice, "--repeat", "2.integers", "--out", repeat)
    assert told == f"{repeat}: run it with: python {repeat} SUBMISSION\n"
    sheet = draw_sheet("5", ["cnn-table:easy", "conv1d-code"], "en")
    slip = tmp_path / "slip.py"
    slip.write_text(script(sheet, _slipped))
    for program, status, said in (
        (slip, 1, "DIFFERS: conv1d(vector, kernel): "),
        (practice, 1, "DIFFERS: conv1d(vector, kernel): no numbers came"),
        (tmp_path / "nothing.py", 2, "nothing.py: this cannot be read"),
    ):
        run = subprocess.run(
            [sys.executable, "-I", "-S", "-c", _WITHOUT_GRADER, str(repeat), str(program)],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == status, run.stdout + run.stderr
        assert said in run.stdout


_WITHOUT_GRADER = f"""
import runpy, sys
sys.path += [path for path in {sys.path!r} if path.endswith("-packages")]
for name in ("grader", "problems", "reference"):
    sys.modules[name] = None
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def _slipped(problem: Problem) -> Work:
    return mistaken(problem, "last-output-missing") if problem.key == "2" else blank(problem)


def test_hidden_inputs_of_an_assignment_come_with_it_alone(home: Path, tmp_path: Path) -> None:
    repeat = tmp_path / "repeat.py"
    shown(home, "--student", "101", "--repeat", "2.integers", "--out", repeat)
    text = repeat.read_text(encoding="utf-8")
    assert "it is for whoever has set it" in " ".join(text.split())
    assert "from here on: inputs that a sheet does not show" in text
    told = refused(home / "sheets" / "100" / "hw3.py", "--repeat", "2.integers", "--out", repeat)
    assert "nastavnik" in told
    assert "a folder that no student is given" in refused(
        *(home, "--student", "101", "--repeat", "2.integers"),
        *("--out", home / "sheets" / "101" / "repeat.py"),
    )


@pytest.mark.parametrize(
    ("check", "said"),
    [
        ("2.integer", "is 2.integers meant?"),
        ("2", "a check was expected; there are integers"),
        ("1.conv1_rf", "problem '1' is none in code of this sheet; there are 2"),
        ("9.integers", "problem '9' is none in code of this sheet; there are 2"),
    ],
)
def test_a_check_that_is_not_there_is_refused(
    practice: Path, tmp_path: Path, check: str, said: str
) -> None:
    assert said in refused(practice, "--repeat", check, "--out", tmp_path / "repeat.py")
