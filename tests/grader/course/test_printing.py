"""The sheets of a roster as files to print at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.course import printing
from grader.course.printing import write_to_print
from grader.course.roster import read_roster
from grader.render.typst import pdf
from tests.grader.course.courses import (
    Course,
    course_in,
    drawn_course,
    of_others,
    secrets_of,
    told_in,
)
from tests.grader.render.typst.reading import pages, raw_texts


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return drawn_course(tmp_path_factory.mktemp("course"))


def printed(course: Course, path: Path, *, solution: bool = False) -> tuple[Path, ...]:
    students = read_roster(course.folder / "roster.csv")
    return write_to_print(
        path, course.assignment, course.key, course.record, students, solution=solution
    )


def test_all_sheets_are_there_in_the_order_of_the_roster(course: Course, tmp_path: Path) -> None:
    (path,) = printed(course, tmp_path / "new" / "print.pdf")
    found = pages(path.read_bytes())
    firsts = [page for page in found if "\n1 / " in page]
    for page, student, name in zip(
        firsts, ("100", "101", "102"), ("Ana Anić", "Bo Bee", "Cy Dee"), strict=True
    ):
        assert page.split("\n")[0].endswith(f"{name} · {course.code(student)}")
    assert "Domaća zadaća 3" in firsts[0]  # in the language of the roster
    assert "Homework 3" in firsts[1]


def test_a_second_time_it_is_the_same_file(course: Course, tmp_path: Path) -> None:
    (one,), (other,) = (printed(course, tmp_path / name) for name in ("a.pdf", "b.pdf"))
    assert one.read_bytes() == other.read_bytes()


def test_the_sheets_tell_no_secret_and_the_solutions_solve_them(
    course: Course, tmp_path: Path
) -> None:
    (sheets,) = printed(course, tmp_path / "print.pdf")
    (solutions,) = printed(course, tmp_path / "solutions.pdf", solution=True)
    for path in (sheets, solutions):
        data = path.read_bytes()
        assert told_in([*pages(data), *raw_texts(data)], secrets_of(course)) == []
    assert "Worked solution" not in "\n".join(pages(sheets.read_bytes()))
    assert "\n".join(pages(solutions.read_bytes())).count("Worked solution") == 4
    assert "\n".join(pages(solutions.read_bytes())).count("Rješenje s postupkom") == 2


def test_the_pages_of_a_student_name_nobody_else(course: Course, tmp_path: Path) -> None:
    (path,) = printed(course, tmp_path / "print.pdf")
    for student, name in (("100", "Ana Anić"), ("101", "Bo Bee")):
        own = [page for page in pages(path.read_bytes()) if name in page]
        assert own
        assert told_in(own, of_others(course, student)) == []


def test_of_many_sheets_there_are_several_files_whose_names_sort(
    course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "AT_ONCE", 2)
    monkeypatch.setattr(pdf, "AT_ONCE", 2)
    paths = printed(course, tmp_path / "print.pdf")
    assert [path.name for path in paths] == ["print-1.pdf", "print-2.pdf"]
    assert [("Cy Dee" in "\n".join(pages(path.read_bytes()))) for path in paths] == [False, True]


def test_who_has_no_sheet_is_left_out_and_of_nobody_there_is_no_file(tmp_path: Path) -> None:
    course = course_in(tmp_path / "course")
    course.generate("--student", "101")
    (path,) = printed(course, tmp_path / "print.pdf")
    whole = "\n".join(pages(path.read_bytes()))
    assert "Bo Bee" in whole
    assert "Ana" not in whole
    (course.folder / "private" / "variants.jsonl").unlink()
    assert printed(course, tmp_path / "none.pdf") == ()
    assert not (tmp_path / "none.pdf").exists()
