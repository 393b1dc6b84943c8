"""Small classes, and stores that are looked at by other means than ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from grader.course.record import PRIVATE
from grader.render.script import blank, script
from grader.store.place import NAME
from tests.grader.course.courses import BY_HAND, DEADLINE, HEAD, Course, drawn_course

LATE = '[late]\ncosts = "10%"\n'
TOML = HEAD + DEADLINE + LATE + BY_HAND
ROSTER = """student,name,email,group
ana,Ana Anić,ana.anic@uni.hr,A
bo,Bo Bee,bbee@uni.hr,A
cy,Cy Dee,,B
"""


def small_class(folder: Path) -> Course:
    """Three students, of whom one has answered all, one nothing and one has handed in nothing."""
    course = drawn_course(folder, TOML, ROSTER)
    course.hand_in("ana/hw3.py", course.solved("ana"))
    course.hand_in("bo/hw3.py", script(course.sheet("bo"), blank))
    return course


def path_of(course: Course) -> Path:
    return course.folder / PRIVATE / NAME


@contextmanager
def opened(course: Course) -> Iterator[sqlite3.Connection]:
    """The store as any program may open it."""
    with closing(sqlite3.connect(path_of(course), isolation_level=None, timeout=10)) as connection:
        yield connection


def asked(course: Course, query: str, *values: object) -> list[tuple[Any, ...]]:
    with opened(course) as connection:
        return connection.execute(query, values).fetchall()


def forced(course: Course, *statements: str | tuple[str, Sequence[object]]) -> None:
    """Does to a store what it refuses: whoever has the file can."""
    with opened(course) as connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for each in statements:
            statement, values = (each, ()) if isinstance(each, str) else each
            assert connection.execute(statement, values).rowcount > 0, statement
