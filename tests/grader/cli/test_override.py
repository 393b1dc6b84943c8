"""``grader override`` sets points that hold each time that work is marked."""

from __future__ import annotations

import csv
import json
from fractions import Fraction
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import Result

from grader.course.overrides import NAME, read_overrides
from tests.grader.cli.commands import grader
from tests.grader.cli.course import BLANK, answered, drawn_course
from tests.grader.course.courses import results_in

WRONG = "(99, 98, 97)"


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = drawn_course(tmp_path_factory.mktemp("course"))
    answered(home, "101", home / "subs" / "101" / "hw3.py", **{BLANK: WRONG})
    answered(home, "102", home / "subs" / "102" / "hw3.py")
    return home


@pytest.fixture
def home(drawn: Path, tmp_path: Path) -> Path:
    return Path(copytree(drawn, tmp_path / "hw3"))


def override(home: Path, *arguments: str) -> Result:
    return grader("override", *arguments, "--assignment", home)


def batch(home: Path, *options: str | Path) -> dict[str, dict[str, str]]:
    """The rows of the table, by student."""
    table = home / "marks.csv"
    result = grader(
        *("batch", home, home / "subs", "--csv", table, "--json", home / "marks.json"),
        *("--jobs", "1", *options),
    )
    assert result.exit_code == 0, result.output
    with table.open(encoding="utf-8") as lines:
        return {row["student"]: row for row in csv.DictReader(lines)}


def points(home: Path, student: str) -> Fraction:
    return Fraction(batch(home, "--resume")[student]["score"])


def told(result: Result, status: int = 2) -> str:
    assert result.exit_code == status
    return " ".join(result.output.split())


# -- what is set holds -----------------------------------------------------------------------------


def test_what_is_set_is_in_the_table_the_json_and_the_feedback(home: Path) -> None:
    before = batch(home)["101"]
    assert float(before["score"]) < 25

    result = override(
        home, "101", f"1.{BLANK}", "--marks", "full", "--reason", "The sheet was torn"
    )

    assert f"1.{BLANK} of 101 gets" in told(result, 0)
    after = batch(home, "--resume", "--feedback", home / "fb")["101"]
    assert (after["score"], after["problem 1"]) == ("25", "10")
    assert f"1.{BLANK} set by hand to" in after["notes"]
    assert after["notes"].endswith("The sheet was torn")
    student = json.loads((home / "marks.json").read_text())["students"][1]
    said = student["result"]["incidents"]
    assert any("were set by a person" in each and "The sheet was torn" in each for each in said)
    for suffix in ("txt", "html"):
        page = (home / "fb" / "101" / f"feedback.{suffix}").read_text(encoding="utf-8")
        assert page.count("The sheet was torn") == 2  # at the blank, and for all of the sheet


def test_a_regrade_never_loses_what_was_set(home: Path) -> None:
    override(home, "101", "2", "--marks", "3.5", "--reason", "An agreement")
    assert batch(home)["101"]["problem 2"] == "3.5"
    assert batch(home)["101"]["problem 2"] == "3.5"  # from the beginning
    (home / "subs" / "101" / "hw3.py").touch()
    text = (home / "subs" / "101" / "hw3.py").read_text(encoding="utf-8")
    (home / "subs" / "101" / "hw3.py").write_text(f"{text}\n# handed in again\n", encoding="utf-8")
    assert batch(home, "--resume")["101"]["problem 2"] == "3.5"


def test_resuming_marks_only_whom_it_concerns(home: Path) -> None:
    batch(home)
    kept = results_in(home)
    override(home, "101", "2", "--marks", "0", "--reason", "Not their own")
    rows = batch(home)
    assert (rows["101"]["problem 2"], rows["102"]["problem 2"]) == ("0", "15")
    assert results_in(home) == kept + 1


def test_lateness_comes_after_what_was_set(home: Path) -> None:
    times = home / "times.csv"
    times.write_text("student;time\n101;2026-12-16 12:00\n", encoding="utf-8")
    override(home, "101", "1", "--marks", "10", "--reason", "Right after all")
    row = batch(home, "--times", times)["101"]
    assert (row["problem 1"], row["late"], row["score"]) == ("10", "-2.5", "22.5")


def test_what_was_set_is_withdrawn_and_stays_in_the_file(home: Path) -> None:
    before = points(home, "101")
    override(home, "101", "2", "--marks", "1", "--reason", "A mistake of mine")
    assert points(home, "101") == before - 14
    result = override(home, "101", "2", "--withdraw", "--reason", "It was right")
    assert "2 of 101 is marked as before again (before: 1)" in told(result, 0)
    assert points(home, "101") == before
    assert len((home / "private" / NAME).read_text().splitlines()) == 2
    assert "nothing is set for 2 of 101" in told(
        override(home, "101", "2", "--withdraw", "--reason", "Once more")
    )


def test_the_list_has_what_holds(home: Path) -> None:
    override(home, "101", "2", "--marks", "1", "--reason", "One")
    override(home, "101", "2", "--marks", "2.25", "--reason", "Two")
    override(home, "102", f"1.{BLANK}", "--marks", "0", "--reason", "Three")
    assert override(home, "--list").stdout.splitlines() == [
        "101: 2: 2.25: Two",
        f"102: 1.{BLANK}: 0: Three",
    ]
    assert override(home, "102", "--list").stdout.splitlines() == [f"102: 1.{BLANK}: 0: Three"]
    assert override(home, "100", "--list").stdout == ""


def test_a_third_of_a_point_is_set_by_its_two_decimals(home: Path) -> None:
    override(home, "101", f"1.{BLANK}", "--marks", "full", "--reason", "Full")
    (full,) = read_overrides(home)
    assert full.points is not None
    assert (100 * full.points).denominator > 1  # which two decimals do not tell
    override(home, "102", f"1.{BLANK}", "--marks", f"{float(full.points):.2f}", "--reason", "Same")
    assert read_overrides(home)[1].points == full.points


def test_a_blank_of_a_problem_that_is_set_as_a_whole_is_said_not_to_count(home: Path) -> None:
    override(home, "101", "1", "--marks", "4", "--reason", "All of it")
    result = override(home, "101", f"1.{BLANK}", "--marks", "0", "--reason", "A part")
    assert "problem 1 as a whole is set by hand too, and that counts" in told(result, 0)
    assert batch(home)["101"]["problem 1"] == "4"


def test_a_problem_that_is_drawn_anew_keeps_what_was_set_and_that_is_said(home: Path) -> None:
    override(home, "101", f"1.{BLANK}", "--marks", "0", "--reason", "Copied")
    redraw = ("--reason", "A misprint", "--assignment", home)
    result = grader("redraw", "101", "1", *redraw)
    assert "points of problem 1 of 101 were set by hand, and hold for the new" in result.stderr
    assert "set by hand" not in grader("redraw", "101", "2", *redraw).stderr


# -- what cannot be meant --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["11", "1", "--marks", "1"], "there is no student '11' in the roster; is"),
        (["101", "7", "--marks", "1"], "there is no problem '7' in the assignment; there are 1, 2"),
        (["101", "1.conv1_shap", "--marks", "1"], "is 1.conv1_shape meant?"),
        (["101", "1.", "--marks", "1"], "problem 1 has nothing called ''; there are conv1_shape"),
        (["101", "2.integer", "--marks", "1"], "is 2.integers meant?"),
        (["101", "1", "--marks", "10.01"], "1 has 10 points, but 10.01 came"),
        (["101", "1", "--marks", "-1"], "a number from 0 to 10 with at most two decimals"),
        (["101", "1", "--marks", "1.234"], "a number from 0 to 10 with at most two decimals"),
        (["101", "1", "--marks", "nan"], "but 'nan' came"),
        (["101", "1", "--marks", "all"], "or 'full', but 'all' came"),
        (["101", "1"], "--marks X or --withdraw was expected"),
        (["101", "1", "--marks", "1", "--withdraw"], "--marks X or --withdraw was expected"),
        (["101", "1", "--marks", "1", "--attempt", "2"], "101 has no sheet of attempt 2 yet"),
        (["101"], "a student and a problem were expected"),
        ([], "a student and a problem were expected"),
    ],
)
def test_what_cannot_be_meant_is_refused(drawn: Path, arguments: list[str], said: str) -> None:
    assert said in told(override(drawn, *arguments, "--reason", "x"))
    assert not (drawn / "private" / NAME).exists()


@pytest.mark.parametrize("reason", ["", "  ", "x" * 201, "\x07"])
def test_a_reason_is_required_and_is_one_line(drawn: Path, reason: str) -> None:
    result = override(drawn, "101", "1", "--marks", "1", "--reason", reason)
    assert "--reason: a text of 1 to 200 characters was expected" in told(result)
