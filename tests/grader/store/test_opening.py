"""Stores that are opened, made, and refused: each with its sentence, and nothing lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from grader.store import opening
from grader.store import tables as t
from grader.store.opening import HEAD, StoreError, opened, shown
from grader.store.place import FROM_ENVIRONMENT, usual_store
from grader.store.store import Store
from tests.grader.course.courses import Course, files_below
from tests.grader.store.stores import path_of

PERSON = {"pseudonym": "p", "assignment": "hw3", "student": "ana"}


def refused(said: str, *, make: bool = True) -> str:
    with pytest.raises(StoreError) as error, Store(said, make=make):
        pytest.fail("it was opened")
    assert "\n" not in str(error.value)
    assert str(error.value).startswith(f"{shown(said)}: ")
    return str(error.value).removeprefix(f"{shown(said)}: ")


# -- a file ----------------------------------------------------------------------------------------


def test_a_store_is_made_for_its_owner_alone_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "course" / "private" / "store.sqlite"
    with Store(str(path)) as store:
        assert store.is_file
        files = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}
    assert files["store.sqlite"] == 0o600
    assert {files[name] for name in files} == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_what_was_kept_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "s"
    with Store(str(path)) as store:
        store.do(lambda connection: connection.execute(insert(t.person), PERSON))
    with Store(str(path), make=False) as store, store.reading() as connection:
        assert connection.scalars(select(t.person.c.student)).all() == ["ana"]
    assert files_below(tmp_path).keys() == {"s"}


def test_what_fails_in_the_middle_is_not_there_at_all(tmp_path: Path) -> None:
    def half(connection: object) -> None:
        connection.execute(insert(t.person), PERSON)  # type: ignore[attr-defined]
        raise KeyError

    with Store(str(tmp_path / "s")) as store:
        with pytest.raises(KeyError):
            store.do(half)
        with store.reading() as connection:
            assert connection.scalars(select(t.person.c.student)).all() == []


def test_one_may_read_while_another_writes(tmp_path: Path) -> None:
    path = str(tmp_path / "s")
    with Store(path) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO person (pseudonym, assignment) VALUES ('p', 'hw3')")
        with store.reading() as connection:
            assert connection.scalars(select(t.person.c.id)).all() == []
        other.execute("COMMIT")
        with store.reading() as connection:
            assert connection.scalars(select(t.person.c.id)).all() == [1]


def test_without_make_nothing_is_written_where_there_is_none(tmp_path: Path) -> None:
    said = refused(str(tmp_path / "s"), make=False)
    assert said == "there is no store yet; 'grader batch' with an assignment makes it"
    assert files_below(tmp_path) == {}


def test_the_usual_place_is_private_and_the_environment_may_say_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(FROM_ENVIRONMENT, raising=False)
    assert usual_store(tmp_path) == str(tmp_path / "private" / "store.sqlite")
    monkeypatch.setenv(FROM_ENVIRONMENT, "postgresql://grader@db/course")
    assert usual_store(tmp_path) == "postgresql://grader@db/course"


# -- what is refused -------------------------------------------------------------------------------


def a_folder(path: Path) -> None:
    path.mkdir()


def a_text(path: Path) -> None:
    path.write_text("student,score\n" * 200, encoding="utf-8")


def a_database_of_something_else(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE run (id INTEGER)")


def one_of_a_newer_version(path: Path) -> None:
    with Store(str(path)):
        pass
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def one_that_is_cut_off(path: Path) -> None:
    with Store(str(path)):
        pass
    os.truncate(path, 3 * 4096)


def one_with_a_torn_page(path: Path) -> None:
    with Store(str(path)):
        pass
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xff" * 3996  # the schema
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (a_folder, "a file was expected, but this is a folder"),
        (a_text, "a store of the grader was expected, and this file is something else"),
        (a_database_of_something_else, "this database is used by something else"),
        (one_of_a_newer_version, f"(step 9999, this one knows {HEAD}); use that version"),
        (one_that_is_cut_off, "the file of the store is damaged; restore it from a copy"),
        (one_with_a_torn_page, "the file of the store is damaged; restore it from a copy"),
    ],
)
def test_what_is_no_store_of_ours_is_refused_and_stays_as_it_is(
    tmp_path: Path, make: Callable[[Path], None], said: str
) -> None:
    path = tmp_path / "s"
    make(path)
    before = files_below(tmp_path)
    assert said in refused(str(path))
    assert files_below(tmp_path) == before


def test_a_folder_in_which_no_file_can_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert "cannot be written" in refused(str(tmp_path / "file" / "s"))
    assert "cannot be written (File name too long)" in refused(str(tmp_path / ("n" * 300)))


@pytest.mark.parametrize(
    ("pragma", "said"),
    [
        ("query_only = ON", "the store may only be read; it is written by every marking"),
        ("max_page_count = 1", "the disk is full; make room, and give the same command again"),
    ],
)
def test_a_store_that_cannot_grow_or_be_written_says_so_and_keeps_what_it_has(
    course: Course, monkeypatch: pytest.MonkeyPatch, pragma: str, said: str
) -> None:
    path = path_of(course)
    set_up = opening._set_up

    def hindered(connection: sqlite3.Connection, record: object) -> None:
        set_up(connection, record)
        connection.execute(f"PRAGMA {pragma}")

    monkeypatch.setattr(opening, "_set_up", hindered)
    before = path.read_bytes()
    many = [
        {**PERSON, "student": f"s{n}", "pseudonym": f"p{n}", "name": "n" * 500} for n in range(99)
    ]
    with Store(str(path)) as store, pytest.raises(StoreError, match=said):
        store.do(lambda connection: connection.execute(insert(t.person), many))
    assert path.read_bytes() == before


def test_a_store_that_another_program_has_to_itself_is_waited_for_and_then_refused(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_SECONDS", 0.05)
    dora = {**PERSON, "student": "dora"}
    with closing(sqlite3.connect(path_of(course), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Store(str(path_of(course))) as store:
            with pytest.raises(StoreError, match="another program has the store to itself"):
                store.do(lambda connection: connection.execute(insert(t.person), dora))
            other.execute("ROLLBACK")
            store.do(lambda connection: connection.execute(insert(t.person), dora))


def test_one_command_at_a_time_marks_an_assignment(course: Course) -> None:
    path = str(path_of(course))
    with Store(path) as first, Store(path) as second:
        first.lock("hw3")
        with pytest.raises(StoreError, match="is in use: another command marks this assignment"):
            second.lock("hw3")
    with Store(path) as third:
        third.lock("hw3")


# -- addresses -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "mysql://grader@db/course",
        "http://example.org/store",
        "sqlite://",
        "://",
        "postgresql://grader@db:port/course",
        "oracle+psycopg://x",
    ],
)
def test_an_address_that_is_none_of_a_store_is_refused(tmp_path: Path, said: str) -> None:
    assert refused(said).startswith("the address of a store was expected: a file, or postgresql:")


@pytest.mark.parametrize(
    "said",
    [
        "postgresql://grader:s3cret@db/course",
        "postgresql://grader:s3:cret@db/course",
        "postgresql://grader:s3@cret@db/course",
        "postgresql://grader:s3/cret@db/course",
        "mysql://grader:s3cret@db/course",
    ],
)
def test_no_message_has_a_password(said: str) -> None:
    assert "cret" not in shown(said)
    assert "grader:***@" in shown(said)


def test_a_database_that_cannot_be_reached_is_said_without_waiting(tmp_path: Path) -> None:
    said = refused(f"postgresql://grader:s3cret@/course?host={tmp_path}")
    assert said.startswith("the database cannot be reached (")
    assert "s3cret" not in said


def test_without_its_library_postgresql_is_refused_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    said = refused("postgresql://grader@db/course")
    assert said == (
        "the library for PostgreSQL is missing; install the grader with it: "
        "pip install 'conv-grader[postgres]'"
    )


def test_a_store_is_moved_as_a_file(course: Course, tmp_path: Path) -> None:
    moved = shutil.move(path_of(course), tmp_path / "elsewhere")
    engine = opened(str(moved), make=False)
    with engine.connect() as connection:
        assert connection.scalars(select(t.person.c.student).order_by(t.person.c.id)).all() == [
            *("ana", "bo", "cy")
        ]
    engine.dispose()
