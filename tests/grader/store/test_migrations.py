"""The steps of the migrations lead to the tables, and the database watches over what is kept."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Integer, inspect, text
from sqlalchemy.exc import IntegrityError

import grader.store
from grader.store.opening import HEAD
from grader.store.store import Store
from grader.store.tables import KEPT, META
from tests.grader.course.courses import Course
from tests.grader.store.stores import asked, opened

KEPT_NAMES = [table.name for table in KEPT]


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    with Store(str(tmp_path / "s")) as store:
        yield store


def differences(store: Store) -> list[Any]:
    with store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return [*compare_metadata(context, META)]


def test_the_steps_lead_to_the_tables(empty: Store) -> None:
    assert differences(empty) == []


def test_a_column_that_no_step_makes_is_found(empty: Store) -> None:
    planted = Column("planted", Integer)
    META.tables["run"].append_column(planted)
    try:
        assert [each[0] for each in differences(empty)] == ["add_column"]
    finally:
        META.tables["run"]._columns.remove(planted)


def test_the_head_is_the_last_step_and_the_steps_are_one_row(empty: Store) -> None:
    config = Config()
    (folder,) = grader.store.__path__
    config.set_main_option("script_location", str(Path(folder) / "migrations"))
    config.set_main_option("path_separator", "os")
    steps = ScriptDirectory.from_config(config)
    assert steps.get_heads() == [HEAD]
    assert [step.revision for step in steps.walk_revisions()][-1] == "0001"
    with empty.reading() as connection:
        assert connection.scalars(text("SELECT version_num FROM alembic_version")).all() == [HEAD]


def test_all_tables_are_there_and_no_others(empty: Store) -> None:
    with empty.reading() as connection:
        assert {*inspect(connection).get_table_names()} == {*META.tables, "alembic_version"}


def test_every_kept_table_has_rows_to_be_watched_over(course: Course) -> None:
    empty = [name for name in KEPT_NAMES if asked(course, f"SELECT count(*) FROM {name}") == [(0,)]]
    assert empty == ["override", "erasure", "erased"]


@pytest.mark.parametrize(
    "name", [n for n in KEPT_NAMES if n not in ("override", "erasure", "erased")]
)
@pytest.mark.parametrize("verb", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
def test_what_is_kept_is_neither_changed_nor_taken_away(
    course: Course, name: str, verb: str
) -> None:
    column = next(iter(META.tables[name].columns)).name
    before = asked(course, f"SELECT * FROM {name}")
    with (
        opened(course) as connection,
        pytest.raises(
            sqlite3.IntegrityError,
            match=f"rows of {name} are added, and neither changed nor taken away",
        ),
    ):
        connection.execute(verb.format(name, column, column))
    assert asked(course, f"SELECT * FROM {name}") == before


def test_every_kept_table_has_its_triggers(empty: Store) -> None:
    with empty.reading() as connection:
        names = connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
        found = {re.sub("^keep_", "", name) for name in names}
    assert found == {f"{name}_{verb}" for name in KEPT_NAMES for verb in ("update", "delete")}


def test_a_row_that_refers_to_nothing_is_refused(empty: Store) -> None:
    with empty._engine.begin() as connection, pytest.raises(IntegrityError):
        connection.execute(text("INSERT INTO erasure (person_id, at) VALUES (7, 'now')"))
