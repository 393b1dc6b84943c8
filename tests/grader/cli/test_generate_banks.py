"""Question banks from the command line: for practice, and of an assignment for its lecturer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.grader.cli.commands import grader
from tests.grader.course.courses import BY_HAND, HEAD, KEY
from tests.grader.lms import canvas_reader, qti_reader
from tests.grader.lms.moodle_reader import read_quiz


def generate(folder: Path, *options: str) -> None:
    result = grader("generate", *options, "--out", str(folder))
    assert result.exit_code == 0, result.output


def test_a_bank_has_so_many_different_variants_of_each_problem(tmp_path: Path) -> None:
    requests = ("--problem", "find-the-mistake", "--problem", "conv1d-hand:easy")
    formats = ("--format", "md,moodle,canvas,qti", "--variants", "4")
    generate(tmp_path, "--seed", "1", *requests, *formats)
    categories = read_quiz((tmp_path / "sheet.moodle.xml").read_text(encoding="utf-8"))
    assert [len(each.questions) for each in categories] == [4, 4]
    texts = {question.text for each in categories for question in each.questions}
    idents = {question.idnumber for each in categories for question in each.questions}
    names = {question.name for each in categories for question in each.questions}
    assert len(texts) == len(idents) == len(names) == 8
    quizzes, _ = canvas_reader.read_package((tmp_path / "sheet.canvas.zip").read_bytes())
    assert len(quizzes) == 4
    items, sections = qti_reader.read_package((tmp_path / "sheet.qti.zip").read_bytes())
    assert [len(section) for section in sections] == [4, 4]
    assert len(items) == 8
    assert (tmp_path / "sheet.md").is_file()
    assert not (tmp_path / "submission.py").exists()


def test_the_worked_solution_is_there_if_it_is_asked_for(tmp_path: Path) -> None:
    wanted = ("--seed", "2", "--problem", "find-the-mistake", "--format", "moodle")
    generate(tmp_path / "without", *wanted)
    generate(tmp_path / "with", *wanted, "--solution")
    told = []
    for folder in ("without", "with"):
        text = (tmp_path / folder / "sheet.moodle.xml").read_text(encoding="utf-8")
        told.append(read_quiz(text)[0].questions[0].general_feedback)
    assert not told[0]
    assert told[1]


def test_the_same_command_gives_the_same_bytes(tmp_path: Path) -> None:
    wanted = ("--seed", "3", "--problem", "conv2d-hand", "--lang", "ru", "--variants", "2")
    for folder in ("one", "two"):
        generate(tmp_path / folder, *wanted, "--format", "moodle,canvas,qti")
    for name in ("sheet.moodle.xml", "sheet.canvas.zip", "sheet.qti.zip"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_variants_need_a_form_that_holds_many(tmp_path: Path) -> None:
    result = grader("generate", "--seed", "1", "--variants", "3", "--out", str(tmp_path))
    assert result.exit_code != 0
    assert "one of moodle, canvas, qti was expected in --format" in result.output


def test_more_variants_than_there_are_are_refused(tmp_path: Path) -> None:
    wanted = ("--problem", "conv1d-code", "--format", "moodle", "--variants", "50")
    result = grader("generate", "--seed", "1", *wanted, "--out", str(tmp_path))
    assert result.exit_code != 0
    assert "50 variants of conv1d-code were wanted, but only 12 came" in result.output
    assert not list(tmp_path.iterdir())


@pytest.fixture
def assignment(tmp_path: Path) -> Path:
    folder = tmp_path / "hw3"
    folder.mkdir()
    (folder / "assignment.toml").write_text(HEAD + BY_HAND, encoding="utf-8")
    key = folder / "course.key"
    key.write_text(KEY, encoding="utf-8")
    key.chmod(0o600)
    return folder


def test_an_assignment_has_a_bank_in_each_of_its_languages(
    assignment: Path, tmp_path: Path
) -> None:
    out = tmp_path / "bank"
    generate(out, str(assignment), "--format", "moodle", "--variants", "3")
    assert sorted(path.name for path in out.iterdir()) == ["hw3-en.moodle.xml", "hw3-hr.moodle.xml"]
    read = [
        read_quiz((out / f"hw3-{language}.moodle.xml").read_text(encoding="utf-8"))
        for language in ("en", "hr")
    ]
    for categories in read:
        assert [category.path[2] for category in categories] == ["hw3", "hw3"]
        assert [len(category.questions) for category in categories] == [3, 3]
    numbers = [
        json.dumps(
            [
                [a.text for a in p.answers]
                for c in each
                for q in c.questions
                for p in q.parts
                if p.kind == "numerical"
            ]
        )
        for each in read
    ]
    assert numbers[0] == numbers[1], "the variants are the same in every language"


def test_an_assignment_sets_the_points(assignment: Path, tmp_path: Path) -> None:
    generate(tmp_path / "bank", str(assignment), "--format", "qti")
    package = (tmp_path / "bank" / "hw3-en.qti.zip").read_bytes()
    items, _ = qti_reader.read_package(package)
    points = [item.outcomes["SCORE"].get("normal-maximum") for item in items.values()]
    assert points[1] == "10"


def test_a_bank_and_sheets_for_students_are_not_written_together(
    assignment: Path, tmp_path: Path
) -> None:
    out = str(tmp_path / "bank")
    result = grader("generate", str(assignment), "--format", "moodle,md", "--out", out)
    assert result.exit_code != 0
    assert "moodle, canvas, qti have the answers and are for the lecturer" in result.output
    assert not (tmp_path / "bank").exists()


def test_a_bank_is_no_students_sheet(assignment: Path, tmp_path: Path) -> None:
    out = str(tmp_path / "bank")
    chosen = ("--format", "moodle", "--student", "100")
    result = grader("generate", str(assignment), *chosen, "--out", out)
    assert result.exit_code != 0
    assert "a bank is nobody's sheet" in result.output
