"""A small class that was marked, in a store that each test has for itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.course import finishing
from grader.store.store import Store
from tests.grader.course.courses import Course, marked_here
from tests.grader.store.stores import path_of, small_class


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has everything be marked in this process, which reads an assignment once."""
    monkeypatch.setattr("grader.cli.marking.mark_all", marked_here)
    finishing._assignment.cache_clear()


@pytest.fixture(scope="session")
def _marked(tmp_path_factory: pytest.TempPathFactory) -> Course:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("grader.cli.marking.mark_all", marked_here)
        course = small_class(tmp_path_factory.mktemp("store") / "course")
        result = course.batch("--feedback", course.folder.parent / "feedback")
    assert result.exit_code == 0, result.output
    return course


@pytest.fixture
def course(_marked: Course, tmp_path: Path) -> Course:
    return Course(shutil.copytree(_marked.folder, tmp_path / "course"))


@pytest.fixture
def store(course: Course) -> Iterator[Store]:
    with Store(str(path_of(course)), make=False) as found:
        yield found
