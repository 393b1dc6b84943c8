"""A small class that was marked, with its store."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from grader.store.store import Store
from tests.grader.course.courses import Course
from tests.grader.store.stores import path_of


@pytest.fixture
def course(marked: Course) -> Course:
    return marked


@pytest.fixture
def store(course: Course) -> Iterator[Store]:
    with Store(str(path_of(course)), make=False) as found:
        yield found
