"""A store in PostgreSQL keeps what one in a file does, and gives the same bytes."""

from __future__ import annotations

import json
import re
import shutil
import threading
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import insert, select

from grader.course import finishing
from grader.store import tables as t
from grader.store.erasing import erase, exported, number_of
from grader.store.keeping import Keeper
from grader.store.opening import StoreError
from grader.store.persons import numbers_of
from grader.store.store import Store
from grader.store.verifying import verified
from tests.grader.course.courses import Course, files_below, marked_here
from tests.grader.store.stores import path_of, small_class
from tests.grader.store.test_keeping import result
from tests.services.postgres import Server, server

NUMBERS = count()


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    with server() as found:
        yield found


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.cli.marking.mark_all", marked_here)
    finishing._assignment.cache_clear()


@pytest.fixture(scope="module")
def _class(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return small_class(tmp_path_factory.mktemp("postgres") / "course")


@pytest.fixture
def course(_class: Course, tmp_path: Path) -> Course:
    return Course(shutil.copytree(_class.folder, tmp_path / "course"))


@pytest.fixture
def database() -> str:
    return f"store_{next(NUMBERS)}"


@pytest.fixture
def url(running: Server, database: str) -> str:
    return running.make(database)


@pytest.fixture
def store(course: Course, url: str) -> Iterator[Store]:
    assert reports(course, url)[0] == 0
    with Store(url, make=False) as found:
        yield found


def reports(course: Course, store: str, *more: str) -> tuple[int, dict[str, bytes], str]:
    """The status of a batch, all bytes that it writes, and what it prints."""
    out = course.folder.parent / "out"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    finishing._assignment.cache_clear()
    done = course.batch(
        *("--csv", out / "a.csv", "--json", out / "a.json", "--feedback", out / "feedback"),
        *("--store", store, *more),
    )
    return done.exit_code, files_below(out), done.output


def test_reports_are_the_same_bytes_as_with_a_file(course: Course, url: str) -> None:
    of_file = reports(course, str(path_of(course)))
    of_server = reports(course, url)
    assert of_server == of_file
    assert set(of_file[1]) >= {"a.csv", "a.json", "feedback/ana/feedback.html"}
    again = reports(course, url)
    assert again[1] == of_file[1]
    assert "2 files were marked before" in again[2]


def test_the_steps_lead_to_the_tables(store: Store) -> None:
    with store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert [*compare_metadata(context, t.META)] == []


def test_what_is_kept_is_neither_changed_nor_taken_away(
    running: Server, database: str, store: Store
) -> None:
    for table in t.KEPT:
        rows = running.ask(database, f"SELECT * FROM {table.name}")
        column = next(iter(table.columns)).name
        if not rows:
            assert table.name in ("override", "erasure", "erased")
            continue
        for change in (f"UPDATE {table.name} SET {column} = {column}", f"DELETE FROM {table.name}"):
            with pytest.raises(psycopg.errors.RaiseException, match="neither changed nor taken"):
                running.ask(database, change)
        assert running.ask(database, f"SELECT * FROM {table.name}") == rows


def test_names_of_any_bytes_and_texts_of_any_signs_are_kept(course: Course, store: Store) -> None:
    keeper = Keeper(store, course.assignment, numbers_of(store, "hw3", [course.student("ana")]))
    name = "ana/\udce8\ud800\U0001f600\0.py"
    odd = result(error="a fault at \udcff\0")
    number = keeper.add(odd._replace(wanted=odd.wanted._replace(name=name)))
    with store.reading() as connection:
        run = t.run.c
        kept = connection.scalar(
            select(t.submission_name.c.name)
            .join(t.run, run.submission_id == t.submission_name.c.submission_id)
            .where(run.id == number)
        )
    assert json.loads(str(kept)) == name
    assert verified(store).faults == ()


def test_a_planted_fault_is_found(running: Server, database: str, store: Store) -> None:
    assert verified(store).faults == ()
    running.ask(
        database,
        "ALTER TABLE mark DISABLE TRIGGER USER; UPDATE mark SET score = 19 WHERE place = 1",
    )
    running.ask(database, "DELETE FROM evidence WHERE run_id = 2")
    assert verified(store).faults == (
        "the evidence of result 2 is missing, and nobody has erased it",
        "the files or marks of batch 1 are not those that it ended with",
    )


def test_a_student_is_given_what_there_is_and_erased(
    running: Server, database: str, store: Store
) -> None:
    number = number_of(store, "hw3", "ana")
    assert exported(store, number) == exported(store, number)
    done = erase(store, number)
    assert (done.results, done.files) == (1, 1)
    texts = []
    for table in t.META.tables:
        texts += [str(row) for row in running.ask(database, f'SELECT * FROM "{table}"')]
    assert [text for text in texts if re.search("Ana|Ani|ana", text)] == []
    assert verified(store).faults == ()


def test_one_command_at_a_time_marks_an_assignment(store: Store, url: str) -> None:
    with Store(url) as first, Store(url) as second:
        first.lock("hw3")
        second.lock("hw4")
        with pytest.raises(StoreError, match="is in use: another command marks this assignment"):
            second.lock("hw3")
    with Store(url) as third:
        third.lock("hw3")


# -- lost and refused ------------------------------------------------------------------------------


def test_a_connection_that_is_ended_costs_nothing(
    running: Server, database: str, course: Course, store: Store
) -> None:
    store.lock("hw3")
    keeper = Keeper(store, course.assignment, numbers_of(store, "hw3", [course.student("ana")]))
    numbers = []
    for key in "abc":
        assert running.end_connections(database) > 0
        numbers.append(keeper.add(result(key=key)))
    assert len({*numbers}) == 3
    with Store(store.name) as other, pytest.raises(StoreError, match="is in use"):
        other.lock("hw3")  # it is held again


def test_a_connection_that_is_ended_in_a_transaction_has_it_done_once_more(
    running: Server, database: str, store: Store
) -> None:
    tries = []

    def work(connection: object) -> None:
        row = {"pseudonym": "p", "assignment": "hw3", "student": "dora"}
        connection.execute(insert(t.person), row)  # type: ignore[attr-defined]
        tries.append(1)
        if len(tries) == 1:
            running.end_connections(database)

    store.do(work)
    assert len(tries) == 2
    assert running.ask(database, "SELECT count(*) FROM person WHERE student = 'dora'") == [(1,)]


def test_a_server_that_starts_anew_is_waited_for_in_writing_and_reading(
    running: Server, database: str, course: Course, store: Store
) -> None:
    keeper = Keeper(store, course.assignment, numbers_of(store, "hw3", [course.student("ana")]))

    def start_later() -> None:
        time.sleep(0.3)
        running.start()

    for key in ("written", "read"):
        running.stop()
        later = threading.Thread(target=start_later)
        later.start()
        try:
            if key == "written":
                keeper.add(result(key="written"))
            else:
                assert next(keeper.known([result(key="written").wanted]))[1] is not None
        finally:
            later.join()


def test_a_server_that_stays_away_is_said(running: Server, course: Course, store: Store) -> None:
    store.patience = 0.2
    running.stop()
    try:
        with pytest.raises(StoreError, match="the database cannot be reached") as told:
            number_of(store, "hw3", "ana")
        assert "\n" not in str(told.value)
        status, written, said = reports(course, store.name)
        assert (status, written) == (2, {})
        assert "the database cannot be reached" in said
        assert len(said.strip().splitlines()) <= 2
    finally:
        running.start()


def test_a_database_that_is_not_there_or_of_somebody_else_is_refused(
    running: Server, course: Course
) -> None:
    for url in (
        running.url("nowhere"),
        running.url("postgres").replace("grader@", "eve:s3cret@"),
    ):
        status, written, said = reports(course, url)
        assert (status, written) == (2, {})
        assert "cannot be reached" in said
        assert "s3cret" not in said
        assert len(said.strip().splitlines()) <= 2


def test_a_database_that_something_else_uses_is_refused(
    running: Server, course: Course, url: str, database: str
) -> None:
    running.ask(database, "CREATE TABLE run (id INTEGER)")
    status, _, said = reports(course, url)
    assert status == 2
    assert "this database is used by something else; give the store its own" in said
    assert running.ask(database, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'") == [
        ("run",)
    ]
