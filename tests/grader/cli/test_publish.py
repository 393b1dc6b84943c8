"""``grader publish`` writes solutions once nobody can hand in any more, and refuses before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import Result

from grader.cli import publish
from tests.grader.cli.commands import grader
from tests.grader.course.courses import (
    BY_HAND,
    DEADLINE,
    HEAD,
    Course,
    drawn_course,
    files_below,
    secrets_of,
    told_in,
)

END = datetime(2026, 12, 15, 22, 59, tzinfo=UTC)
EXTENSION = '[[extension]]\nstudent = "101"\ndeadline = 2026-12-20T12:00:00\nreason = "ill"\n'
OF_NOBODY = '[[extension]]\nstudent = "1O1"\ndeadline = 2026-12-20T12:00:00\n'
LATE = '[late]\ncosts = "10%"\nuntil = "3d"\n'


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return drawn_course(tmp_path / "course")


def publish_at(
    course: Course, moment: datetime, monkeypatch: pytest.MonkeyPatch, *more: str
) -> Result:
    monkeypatch.setattr(publish, "now", lambda: moment)
    return grader("publish", course.folder, "--out", course.folder / "solutions", *more)


@pytest.mark.parametrize(
    ("more", "end", "whose"),
    [
        ("", END, ""),
        (LATE, END + timedelta(days=3), ""),
        (EXTENSION, datetime(2026, 12, 20, 11, 0, tzinfo=UTC), "101"),
        (EXTENSION + LATE, datetime(2026, 12, 23, 11, 0, tzinfo=UTC), "101"),
        (OF_NOBODY, datetime(2026, 12, 20, 11, 0, tzinfo=UTC), "1o1"),
    ],
)
def test_solutions_come_after_the_last_deadline_with_its_extensions(
    course: Course,
    monkeypatch: pytest.MonkeyPatch,
    more: str,
    end: datetime,
    whose: str,
) -> None:
    course.write(HEAD + DEADLINE + more + BY_HAND)

    early = publish_at(course, end, monkeypatch)
    assert early.exit_code == 2
    assert "work may be handed in until" in early.stderr
    assert (f"(that of {whose})" in early.stderr) == bool(whose)
    assert not (course.folder / "solutions").exists()

    after = publish_at(course, end + timedelta(seconds=1), monkeypatch)
    assert after.exit_code == 0
    assert len(files_below(course.folder / "solutions")) == 3 * 2


def test_each_student_gets_the_solution_of_the_own_sheet(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_at(course, END + timedelta(days=1), monkeypatch, "--format", "py,md,html,ipynb")
    for student in ("100", "101", "102"):
        folder = course.folder / "solutions" / student
        text = (folder / "hw3-solution.py").read_text(encoding="utf-8")
        own = course.solved(student)
        assert text.splitlines()[-3:] == own.splitlines()[-3:]
    texts = [data.decode() for data in files_below(course.folder / "solutions").values()]
    assert told_in(texts, secrets_of(course)) == []


def test_without_a_deadline_nobody_can_tell_when_and_it_is_refused(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.write(HEAD + BY_HAND)
    result = publish_at(course, END, monkeypatch)
    assert result.exit_code == 2
    assert (
        "after the last deadline, but this assignment has none; write `deadline`" in result.stderr
    )


@pytest.mark.parametrize("out", ["", "private", ".."])
def test_solutions_are_not_written_beside_the_key(
    course: Course, monkeypatch: pytest.MonkeyPatch, out: str
) -> None:
    monkeypatch.setattr(publish, "now", lambda: END + timedelta(days=1))
    result = grader("publish", course.folder, "--out", course.folder / out)
    assert result.exit_code == 2
    assert "a folder of its own was expected for what is handed out" in result.stderr


def test_late_work_without_an_end_is_told_of(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.write(HEAD + DEADLINE + '[late]\ncosts = "10%"\n' + BY_HAND)
    result = publish_at(course, END + timedelta(days=1), monkeypatch)
    assert result.exit_code == 0
    assert "late work counts without an end" in result.stderr


def test_a_changed_assignment_has_no_solutions(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.write(HEAD + DEADLINE + BY_HAND.replace('level = "easy"', 'level = "hard"'))
    result = publish_at(course, END + timedelta(days=1), monkeypatch)
    assert result.exit_code == 2
    assert "write revision = 2" in result.stderr


def test_a_bank_of_questions_is_published_to_nobody(course: Course) -> None:
    told = grader("publish", course.folder, "--out", course.folder / "out", "--format", "qti")
    assert told.exit_code == 2
    assert "qti is a bank of questions for the lecturer" in " ".join(told.stderr.split())
