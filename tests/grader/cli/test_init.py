"""``grader init`` writes the files that an assignment begins with: all of them, or none."""

from __future__ import annotations

import datetime
import re
from importlib.metadata import version
from pathlib import Path

import pytest

from grader.course import start as module
from grader.course.assignment import read_assignment
from grader.course.roster import read_roster, require_languages
from grader.course.start import start_files
from tests.grader.cli.commands import grader

FILES = {
    *("assignment.toml", "roster.csv", ".gitignore"),
    *(".github/workflows/grade.yml", ".gitlab-ci.yml"),
}
TODAY = datetime.date(2026, 2, 20)


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_an_assignment_is_begun_in_a_new_folder(tmp_path: Path) -> None:
    result = grader("init", tmp_path / "course" / "hw3")
    assert result.exit_code == 0
    assert set(files_in(tmp_path / "course" / "hw3")) == FILES
    shown = {
        Path(line).relative_to(tmp_path / "course" / "hw3").as_posix()
        for line in result.stdout.split()
    }
    assert shown == FILES
    assert result.stderr == f"Next: grader key new {tmp_path}/course/hw3/course.key\n"


def test_what_is_written_can_be_set_as_it_is(tmp_path: Path) -> None:
    grader("init", tmp_path / "hw3")
    assignment = read_assignment(tmp_path / "hw3")
    assert assignment.id == "hw3"
    assert assignment.warnings == ()
    assert assignment.languages == ("en", "hr")
    assert assignment.handing_in.deadline is not None
    left = assignment.handing_in.deadline - datetime.datetime.now(tz=datetime.UTC)
    assert datetime.timedelta(days=13) < left < datetime.timedelta(days=16)
    for problem in assignment.problems:
        problem.variant("1")
    roster = tmp_path / "hw3" / "roster.csv"
    students = read_roster(roster)
    assert len(students) == 5
    require_languages(students, assignment.languages, roster)
    assert {student.languages for student in students} == {("en",), ("hr",), ("hr", "en")}
    assert all(str(student.others["email"]).endswith("@example.org") for student in students)


def test_what_is_only_a_comment_can_be_set_too() -> None:
    """Each line that is commented out is TOML that is meant."""
    text = start_files("hw3", TODAY, "0.1.0")["assignment.toml"]
    told = re.sub(r"^# (?=\[\[|\w+ = )", "", text, flags=re.MULTILINE)
    assert told.count("\n[[extension]]\nstudent = ") == 1
    assert told.count("\nothers = ") == 1


def test_every_line_that_is_commented_out_is_read(tmp_path: Path) -> None:
    text = start_files("hw3", TODAY, "0.1.0")["assignment.toml"]
    told = re.sub(r"^# (?=\[\[|\w+ = )", "", text, flags=re.MULTILINE)
    (tmp_path / "assignment.toml").write_text(told, encoding="utf-8")
    assignment = read_assignment(tmp_path)
    assert assignment.handing_in.attempts_for("s-003") == 2
    assert assignment.warnings == ()


@pytest.mark.parametrize(("folder", "named"), [("hw3", "hw3"), ("Homework 3", "hw1"), ("", "hw1")])
def test_an_assignment_is_called_after_its_folder_where_that_can_be_an_id(
    folder: str, named: str
) -> None:
    assert f'\nid = "{named}" ' in start_files(folder, TODAY, "0.1.0")["assignment.toml"]


def test_nothing_is_left_to_fill_in_and_the_version_is_that_which_wrote_it(tmp_path: Path) -> None:
    grader("init", tmp_path / "hw")
    for name, data in files_in(tmp_path / "hw").items():
        assert not re.search(rb"@[A-Z]+@", data), name
    for path in (".github/workflows/grade.yml", ".gitlab-ci.yml"):
        text = (tmp_path / "hw" / path).read_text(encoding="utf-8")
        assert f"pip install conv-grader=={version('conv-grader')}" in text
        marked = "grader batch . submissions --feedback feedback --csv marks.csv --junit marks.xml"
        assert f"{marked} --github\n" in text or f"{marked}\n" in text
        assert not re.search(r"https?:|[\w-]+\.(io|org|com)\b", text)


def test_the_key_is_kept_out_of_the_repository_and_of_every_command() -> None:
    files = start_files("hw", TODAY, "0.1.0")
    assert {"course.key", "private/*"} <= set(files[".gitignore"].splitlines())
    for path in (".github/workflows/grade.yml", ".gitlab-ci.yml"):
        commands = [line for line in files[path].splitlines() if "run:" in line or "    - " in line]
        assert not [line for line in commands if "GRADER_KEY" in line or "env" in line.split()]
        assert "pull_request:" not in files[path]


def test_a_key_of_the_course_is_noticed(tmp_path: Path) -> None:
    grader("key", "new", tmp_path / "course.key")
    result = grader("init", tmp_path / "hw3")
    assert result.stderr == "The course key is there already; the assignment uses it.\n"


@pytest.mark.parametrize("there", sorted(FILES))
def test_nothing_is_overwritten_and_then_nothing_is_written(tmp_path: Path, there: str) -> None:
    (tmp_path / there).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / there).write_text("mine")
    result = grader("init", tmp_path)
    assert result.exit_code == 2
    assert f"has {there} already, and nothing is overwritten; choose another" in result.stderr
    assert files_in(tmp_path) == {there: b"mine"}


def test_other_files_of_a_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    (tmp_path / ".github").mkdir()
    assert grader("init", tmp_path).exit_code == 0
    assert set(files_in(tmp_path)) == {*FILES, "README.md"}


def test_a_link_that_leads_nowhere_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "hw").mkdir()
    (tmp_path / "hw" / "roster.csv").symlink_to(tmp_path / "elsewhere.csv")
    result = grader("init", tmp_path / "hw")
    assert result.exit_code == 2
    assert "has roster.csv already" in result.stderr
    assert not (tmp_path / "elsewhere.csv").exists()


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "hw").write_text("mine")
    result = grader("init", tmp_path / "hw")
    assert result.exit_code == 2
    assert (tmp_path / "hw").read_text() == "mine"


@pytest.mark.parametrize("number", range(1, len(FILES) + 1))
def test_where_one_file_cannot_be_written_none_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """A full disk, at each of the files."""
    (tmp_path / "mine.txt").write_text("mine")
    opened: list[Path] = []
    really = Path.open

    def fail_once(path: Path, mode: str = "r", **options: str) -> object:
        if mode == "x":
            opened.append(path)
            if len(opened) == number:
                raise OSError(28, "No space left on device")
        return really(path, mode, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", fail_once)
    with pytest.raises(
        module.StartError, match=r"cannot be written .No space left on device., and"
    ):
        module.start(tmp_path / "new" / "hw", start_files("hw", TODAY, "0.1.0"))
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
