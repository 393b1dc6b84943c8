"""``grader report`` and ``grader copying``, on one class that was marked."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from grader.copying.told import NOTE
from grader.render.script import Work, model, script
from grader.sheet.sheet import Problem
from tests.grader.cli.commands import grader
from tests.grader.course.courses import HEAD, Course, drawn_course

PROBLEMS = """[[problem]]
family = "conv2d-hand"
[[problem]]
family = "conv1d-code"
"""
ROSTER = "student,name,language\n" + "".join(f"10{n},Nam{n} Ed{n},\n" for n in range(5))


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Five students, of whom the second has the answers and the program of the first one."""
    course = drawn_course(tmp_path_factory.mktemp("class") / "hw3", HEAD + PROBLEMS, ROSTER)
    first = course.sheet("100").problems[0]

    def copied(problem: Problem) -> Work:
        return model(first if problem.key == "1" else problem)

    for number in range(4):
        text = script(course.sheet(f"10{number}"), copied if number == 1 else model)
        own = text if number < 2 else _another_way(text, number)
        course.hand_in(f"10{number}/hw3.py", own)
    result = course.batch()
    assert result.exit_code in (0, 1), result.output
    return course


def _another_way(text: str, number: int) -> str:
    """A program that does the same, with other statements."""
    lines = [
        f"    own{n} = {{'{number}': [{n} ** {number}, {n * number}][::-1]}}" for n in range(16)
    ]
    return re.sub(r"^(def \w+\(.*:)$", "\\1\n" + "\n".join(lines), text, count=1, flags=re.M)


def test_copying_names_both_students_and_says_that_it_is_a_hint(
    marked: Course, tmp_path: Path
) -> None:
    out = tmp_path / "flags.json"
    result = grader("copying", marked.folder, marked.work, "--json", out)
    assert result.exit_code == 0, result.output
    told = json.loads(out.read_text(encoding="utf-8"))
    (flag,) = told["answers"]
    assert (flag["wrong_for"], flag["right_for"]) == ("101", "100")
    assert flag["chance"] <= flag["chance_in_class"] < 0.05
    assert {each["blank"].partition(".")[0] for each in flag["blanks"]} == {"1"}
    (alike,) = told["programs"]
    assert alike["students"] == ["100", "101"]
    assert alike["in_common"] > 0.9
    assert "101 Nam1 Ed1 and 100 Nam0 Ed0: by chance" in result.output
    assert NOTE in result.output
    assert told["note"] == NOTE


def test_no_mark_changes(marked: Course) -> None:
    store = marked.folder / "private" / "store.sqlite"
    before = store.read_bytes()
    assert grader("copying", marked.folder, marked.work).exit_code == 0
    assert store.read_bytes() == before


def test_files_that_are_no_longer_there_are_named(marked: Course, tmp_path: Path) -> None:
    shutil.copytree(marked.work / "100", tmp_path / "work" / "100")
    result = grader("copying", marked.folder, tmp_path / "work")
    assert result.exit_code == 0
    assert "101/hw3.py" in result.stderr


def test_the_report_has_the_class_and_the_same_bytes_again(marked: Course, tmp_path: Path) -> None:
    page, again = tmp_path / "report.html", tmp_path / "again.html"
    for file in (page, again):
        result = grader("report", marked.folder, "--html", file, "--submissions", marked.work)
        assert result.exit_code == 0, result.output
    text = page.read_text(encoding="utf-8")
    assert text == again.read_text(encoding="utf-8")
    assert "Nam3 Ed3" in text
    assert "missing" in text
    assert text.count("<td>101</td>") == 1  # wrong for
    assert "conv1d-code" in text


def test_the_report_without_names_names_nobody(marked: Course, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    assert grader("report", marked.folder, "--html", page, "--without-names").exit_code == 0
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"Nam\d|>10\d<", text)
    assert len(set(re.findall(r"student-[0-9a-f]{8}", text))) == 5


def test_a_class_that_was_not_marked_has_no_report(tmp_path: Path) -> None:
    course = drawn_course(tmp_path / "hw3", HEAD + PROBLEMS, "student\n100\n")
    for command in (("report", "--html", tmp_path / "r.html"), ("copying", tmp_path)):
        result = grader(command[0], course.folder, *command[1:])
        assert result.exit_code == 2
        assert "grader batch" in result.stderr
    assert not (tmp_path / "r.html").exists()


def test_the_page_is_not_written_where_sheets_are_handed_out(marked: Course) -> None:
    for command in (
        ("report", marked.folder, "--html", marked.sheets / "r.html"),
        ("copying", marked.folder, marked.work, "--json", marked.sheets / "c.json"),
    ):
        result = grader(*command)
        assert result.exit_code == 2
        assert "a folder that no student is given was expected" in result.stderr


def test_without_the_library_the_answers_are_compared_all_the_same(
    marked: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    result = grader("copying", marked.folder, marked.work)
    assert result.exit_code == 0
    assert "not compared: programs are compared by RapidFuzz" in result.stderr
    assert "101 Nam1 Ed1 and 100 Nam0 Ed0" in result.output
