"""Small classes that are marked in this process, and what is run for them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from grader.course import finishing
from grader.sandbox.outside.sandbox import Sandbox
from tests.grader.course.courses import Course, marked_here
from tests.grader.store.stores import small_class


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has everything be marked in this process, which reads an assignment once."""
    monkeypatch.setattr("grader.cli.marking.mark_all", marked_here)
    finishing._assignment.cache_clear()


@pytest.fixture(scope="session")
def class_once_handed_in(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """The small class of which nothing was marked yet; it is not to be changed."""
    return small_class(tmp_path_factory.mktemp("class") / "course")


@pytest.fixture(scope="session")
def class_once_marked(
    class_once_handed_in: Course, tmp_path_factory: pytest.TempPathFactory
) -> Course:
    """The same, marked with its feedback; it is not to be changed either."""
    folder = tmp_path_factory.mktemp("marked")
    course = Course(shutil.copytree(class_once_handed_in.folder, folder / "course"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("grader.cli.marking.mark_all", marked_here)
        finishing._assignment.cache_clear()
        result = course.batch("--feedback", folder / "feedback")
    assert result.exit_code == 0, result.output
    return course


@pytest.fixture
def handed_in(class_once_handed_in: Course, tmp_path: Path, here: None) -> Course:
    """A class of which nothing was marked yet, for one test."""
    return Course(shutil.copytree(class_once_handed_in.folder, tmp_path / "course"))


@pytest.fixture
def marked(class_once_marked: Course, tmp_path: Path, here: None) -> Course:
    """A class that was marked once, for one test."""
    return Course(shutil.copytree(class_once_marked.folder, tmp_path / "marked"))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was run: an entry for each process of a program."""
    seen: list[str] = []
    child = Sandbox.child

    def noting(sandbox: Sandbox, *rest: object) -> object:
        seen.append("a process")
        return child(sandbox, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Sandbox, "child", noting)
    return seen
