"""``grader generate ASSIGNMENT --bulk FILE.pdf``: all sheets in one file to print."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from grader.cli import publish
from grader.render.typst import pdf
from tests.grader.cli.commands import grader, in_a_process
from tests.grader.course.courses import Course, course_in
from tests.grader.render.typst.reading import pages


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return course_in(tmp_path / "course")


def test_the_sheets_and_their_solutions_are_written_and_named(
    course: Course, tmp_path: Path
) -> None:
    sheets, solutions = tmp_path / "print.pdf", course.folder / "private" / "solutions.pdf"
    result = course.generate("--format=py", "--bulk", sheets, "--bulk-solutions", solutions)
    assert result.exit_code == 0, result.output
    assert f"{sheets}: " in result.stdout
    assert f"{solutions}: " in result.stdout
    assert "Worked solution" not in "\n".join(pages(sheets.read_bytes()))
    assert "Worked solution" in "\n".join(pages(solutions.read_bytes()))


def test_other_processes_at_other_times_write_the_same_bytes(
    course: Course, tmp_path: Path
) -> None:
    arguments = ("generate", course.folder, "--out", course.sheets, "--jobs=1", "--bulk")
    for name, seed in (("a.pdf", "1"), ("b.pdf", "4242")):
        run = in_a_process(
            *map(str, (*arguments, tmp_path / name)),
            folder=tmp_path,
            PYTHONHASHSEED=seed,
            TZ="Asia/Tokyo" if seed == "1" else "UTC",
        )
        assert run.returncode == 0, run.stderr
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_one_student_alone_is_printed_alone(course: Course, tmp_path: Path) -> None:
    course.generate("--format=py")
    course.generate("--format=py", "--student", "101", "--bulk", tmp_path / "one.pdf")
    whole = "\n".join(pages((tmp_path / "one.pdf").read_bytes()))
    assert "Bo Bee" in whole
    assert "Ana Anić" not in whole


def test_solutions_are_not_written_among_what_is_handed_out(course: Course) -> None:
    result = course.generate("--bulk-solutions", course.sheets / "solutions.pdf")
    assert result.exit_code == 2
    assert "this is for you alone" in result.stderr
    assert not course.sheets.exists()


@pytest.mark.parametrize("arguments", [(), ("--format", "py,pdf")], ids=["bulk", "format"])
def test_without_typst_nothing_is_drawn_and_it_is_said_what_to_install(
    course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    result = course.generate(*(arguments or ("--bulk", tmp_path / "print.pdf")))
    assert result.exit_code == 2
    assert "pip install -c constraints.txt '.[pdf]'" in result.stderr
    assert not course.variants.exists()


def test_a_practice_sheet_has_no_bulk_file(tmp_path: Path) -> None:
    result = grader("generate", "--out", tmp_path / "a", "--bulk", tmp_path / "print.pdf")
    assert result.exit_code == 2
    assert "--bulk goes with an assignment" in result.stderr


def test_each_student_gets_a_pdf_and_its_solution_is_published(
    course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.generate("--format=pdf")
    read = pages((course.sheets / "101" / "hw3.pdf").read_bytes())
    assert all("Bo Bee" in page for page in read)
    moment = datetime(2027, 3, 1, tzinfo=UTC)
    monkeypatch.setattr(publish, "now", lambda: moment)
    result = grader("publish", course.folder, "--out", tmp_path / "solved", "--format", "pdf")
    assert result.exit_code == 0, result.output
    solved = pages((tmp_path / "solved" / "101" / "hw3-solution.pdf").read_bytes())
    assert "Worked solution" in "\n".join(solved)
