"""With --github a step is told of results, and nothing that a student wrote is a command."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.render.script import blank, mistaken, model, script
from grader.sheet.sheet import draw_sheet
from tests.grader.cli.commands import grader
from tests.grader.course.courses import Course, drawn_course, marked_here
from tests.grader.exports.runner import Command, commands_in

SHEET = draw_sheet("7", ["cnn-table:easy"], "en")
NASTY = "\nraise ValueError('x\\n::error::planted ##[add-mask]planted')\n"


@pytest.fixture
def summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    monkeypatch.setattr("grader.cli.marking.mark_all", marked_here)
    return path


def told(printed: str) -> list[Command]:
    found = list(commands_in(printed))
    assert not [each for each in found if each.text.startswith("planted")], printed
    return found


def test_a_check_annotates_the_lines_of_a_file_and_adds_to_the_summary(
    tmp_path: Path, summary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = script(SHEET, lambda problem: mistaken(problem, "bias-forgotten")) + NASTY
    Path("mine.py").write_text(text, encoding="utf-8")
    summary.write_text("before\n")
    result = grader("check", "mine.py", "--github")
    assert result.exit_code == 1
    errors = told(result.output)
    assert errors
    for each in errors:
        assert (each.name, each.properties["file"]) == ("error", "mine.py")
        line = text.splitlines()[int(each.properties["line"]) - 1]
        assert line.startswith(each.properties["title"].split()[1].rstrip(":"))
    added = summary.read_text(encoding="utf-8")
    assert added.startswith("before\n### practice-7\n")
    assert "| total |" in added
    assert "<code>" in added


def test_without_the_option_nothing_is_told(tmp_path: Path, summary: Path) -> None:
    (tmp_path / "mine.py").write_text(script(SHEET, blank), encoding="utf-8")
    result = grader("check", tmp_path / "mine.py")
    assert "::" not in result.output
    assert not summary.exists()


def test_json_and_commands_are_not_mixed(tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text(script(SHEET, blank), encoding="utf-8")
    result = grader("check", tmp_path / "mine.py", "--github", "--json")
    assert result.exit_code == 2
    assert "which --json is without" in result.output


def test_an_error_is_printed_while_commands_are_off(tmp_path: Path) -> None:
    name = "::error::planted ##[error]planted.py"
    result = grader("check", tmp_path / name, "--github")
    assert result.exit_code == 2
    assert name.rpartition("/")[2] in result.output
    assert told(result.output) == []


def test_commands_are_on_again_by_a_new_word_each_time(tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text(script(SHEET, model), encoding="utf-8")
    words = set()
    for _ in range(2):
        lines = grader("check", tmp_path / "mine.py", "--github").output.splitlines()
        word = lines[0].removeprefix("::stop-commands::")
        assert len(word) == 32
        assert f"::{word}::" in lines[1:]
        words.add(word)
    assert len(words) == 2


def test_a_folder_is_summed_up_by_file(tmp_path: Path, summary: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    (work / "good.py").write_text(script(SHEET, model), encoding="utf-8")
    (work / "##[error]planted.py").write_text("x = 1\n")
    result = grader("batch", work, "--github", "--junit", tmp_path / "a.xml")
    assert result.exit_code == 1
    (found,) = told(result.output)
    assert (found.name, found.properties["title"]) == (
        *("warning", "##[error]planted.py: cannot be marked"),
    )
    text = summary.read_text(encoding="utf-8")
    assert "| marked | 1 |\n| unusable | 1 |\n" in text
    assert (tmp_path / "a.xml").read_text(encoding="utf-8").count("<testsuite ") == 2


def test_a_class_is_summed_up_by_student(tmp_path: Path, summary: Path) -> None:
    course: Course = drawn_course(tmp_path / "hw3")
    course.hand_in("100/hw3.py", course.solved("100"))
    course.hand_in("stray.py", script(SHEET, model))
    result = course.batch("--github", "--junit", tmp_path / "a.xml")
    assert result.exit_code == 1
    titles = [each.properties["title"] for each in told(result.output)]
    assert set(titles) == {"to be looked at"}
    assert any("stray.py" in each.text for each in told(result.output))
    text = summary.read_text(encoding="utf-8")
    assert "| marked | 1 |\n| missing | 2 |\n" in text
    assert "| <code>100</code> | 19/19 | marked | " in text
    assert (tmp_path / "a.xml").read_text(encoding="utf-8").count("<testsuite ") == 4


def test_a_summary_that_cannot_be_written_costs_no_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "no" / "summary.md"))
    (tmp_path / "mine.py").write_text(script(SHEET, model), encoding="utf-8")
    result = grader("check", tmp_path / "mine.py", "--github")
    assert result.exit_code == 0
    assert "the summary cannot be written (No such file or directory)" in result.output
