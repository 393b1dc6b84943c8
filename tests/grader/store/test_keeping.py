"""What a batch keeps: once, whole, and again only where it has to be."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from grader.course.counting import Standing
from grader.course.handed import Handed
from grader.course.matching import Match
from grader.report.marked import Marked
from grader.store.keeping import Filed, Keeper, Result, Wanted
from grader.store.opening import LostStoreError, StoreError
from grader.store.persons import numbers_of
from grader.store.store import Store
from grader.store.verifying import verified
from tests.grader.course.courses import Course
from tests.grader.store.stores import asked

PATH = Path("hw3.py")


def field(name: str = "a", score: float = 2, outcome: str = "correct") -> dict[str, Any]:
    return {"name": name, "outcome": outcome, "score": score, "max_score": 2, "slips": ["no-bias"]}


def data(*fields: dict[str, Any], **more: Any) -> dict[str, Any]:
    fields = fields or (field(),)
    score = sum(each["score"] for each in fields)
    problem = {"key": "1", "family": "cnn-table", "level": "easy", "set_by_hand": None}
    return {
        "sheet": "s",
        "draw": "yes",
        "score": score,
        "max_score": 2 * len(fields),
        "deducted": 0,
        "met_wall_clock": False,
        "problems": [{**problem, "score": score, "max_score": 2, "fields": [*fields]}],
        **more,
    }


def result(content: bytes = b"x = 1", key: str = "k", **more: Any) -> Result:
    digest = hashlib.sha256(content).hexdigest()
    marked = Marked(PATH, content=digest, kept=more.pop("data", data()), **more)
    return Result(marked, Wanted("ana/hw3.py", digest, key), content, "ana")


@pytest.fixture
def keeper_of(course: Course, store: Store) -> Callable[[], Keeper]:
    persons = numbers_of(store, "hw3", [course.student(each) for each in ("ana", "bo", "cy")])
    return lambda: Keeper(store, course.assignment, persons)


@pytest.fixture
def keeper(keeper_of: Callable[[], Keeper]) -> Keeper:
    return keeper_of()


def known(keeper: Keeper, each: Result) -> Any:
    ((wanted, found),) = keeper.known([each.wanted])
    assert wanted == each.wanted
    return found


def test_a_result_is_found_by_its_name_content_and_all_that_it_rests_on(keeper: Keeper) -> None:
    assert known(keeper, result()) is None
    number = keeper.add(result())
    assert known(keeper, result()).number == number
    assert known(keeper, result()).holds
    assert known(keeper, result(content=b"x = 2")) is None
    assert known(keeper, result(key="another assignment, version, limit")) is None
    other = result()
    assert known(keeper, other._replace(wanted=other.wanted._replace(name="bo/hw3.py"))) is None


@pytest.mark.parametrize(
    "spoilt",
    [
        {"is_our_fault": True, "data": None, "error": "a fault of the grader"},
        {"data": data(field(outcome="grader-fault", score=0))},
        {"data": data(met_wall_clock=True)},
    ],
)
def test_a_fault_of_ours_or_a_hurry_holds_until_it_is_marked_again(
    keeper_of: Callable[[], Keeper], spoilt: dict[str, Any]
) -> None:
    first = keeper_of()
    first.add(result(**spoilt))
    assert not known(first, result()).holds
    second = keeper_of()
    number = second.add(result())
    found = known(second, result())
    assert (found.number, found.holds, found.turn) == (number, True, 1)


def test_what_a_batch_adds_twice_is_there_once(keeper: Keeper) -> None:
    """As it is where nobody heard that the database has it."""
    assert keeper.add(result()) == keeper.add(result())


def test_the_same_content_under_two_names_is_kept_once(course: Course, keeper: Keeper) -> None:
    before = asked(course, "SELECT count(*) FROM content")[0][0]
    one = result()
    keeper.add(one)
    keeper.add(one._replace(wanted=one.wanted._replace(name="ana/copy.py")))
    assert asked(course, "SELECT count(*) FROM content") == [(before + 1,)]


def test_names_of_any_bytes_and_texts_of_any_signs_are_kept(
    course: Course, store: Store, keeper: Keeper
) -> None:
    name = "ana/\udce8\ud800\U0001f600\0.py"
    odd = result(data=data(field()), error="a fault at \udcff\0")
    number = keeper.add(odd._replace(wanted=odd.wanted._replace(name=name)))
    ((kept,),) = asked(
        course,
        "SELECT name FROM submission_name JOIN run USING (submission_id) WHERE run.id = ?",
        number,
    )
    assert json.loads(kept) == name
    assert verified(store).faults == ()


def test_whose_a_file_is_is_known_before_the_batch_has_ended(
    course: Course, keeper: Keeper
) -> None:
    number = keeper.add(result())
    assert asked(
        course,
        "SELECT student FROM person JOIN submission_name ON person.id = person_id "
        "JOIN run USING (submission_id) WHERE run.id = ?",
        number,
    ) == [("ana",)]


# -- a database that is lost -----------------------------------------------------------------------


class _LostError(Exception):
    pass


def lost() -> OperationalError:
    return OperationalError("COMMIT", {}, _LostError("server closed the connection unexpectedly"))


def loses(store: Store, monkeypatch: pytest.MonkeyPatch, *, times: int, before: bool) -> None:
    """Has the database go before or after a transaction is done, so often."""
    begin = store._engine.begin
    left = [times]

    def going() -> Any:
        @contextmanager
        def gone() -> Iterator[Connection]:
            if left[0] and before:
                left[0] -= 1
                raise lost()
            with begin() as connection:
                yield connection
            if left[0]:
                left[0] -= 1
                raise lost()

        return gone()

    monkeypatch.setattr(store._engine, "begin", going)
    monkeypatch.setattr("grader.store.store._FIRST_WAIT", 0.001)


@pytest.mark.parametrize("before", [True, False])
def test_a_database_that_is_lost_for_a_while_loses_and_doubles_nothing(
    course: Course,
    store: Store,
    keeper: Keeper,
    monkeypatch: pytest.MonkeyPatch,
    before: bool,
) -> None:
    counts = "SELECT (SELECT count(*) FROM run), (SELECT count(*) FROM handed), count(*) FROM mark"
    ((runs, files, marks),) = asked(course, counts)
    loses(store, monkeypatch, times=2, before=before)
    number = keeper.add(result())
    loses(store, monkeypatch, times=2, before=before)
    handed = Handed("ana/hw3.py", Match("ana"))
    keeper.end(
        (Filed(handed, each, "", None) for each in (number, None)),
        (Standing(course.student(each)) for each in ("ana", "bo", "cy")),
    )
    assert asked(course, counts) == [(runs + 1, files + 2, marks + 3)]
    monkeypatch.undo()
    assert verified(store).faults == ()


def test_a_database_that_stays_away_is_said_after_some_time(
    store: Store, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.patience = 0.01
    loses(store, monkeypatch, times=99, before=True)
    with pytest.raises(LostStoreError, match="the database cannot be reached"):
        keeper.add(result())


def test_what_a_database_refuses_is_not_tried_again(
    store: Store, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []

    def refusing(connection: Connection) -> None:
        tries.append(1)
        connection.exec_driver_sql("INSERT INTO erasure (person_id, at) VALUES (777, 'now')")

    with pytest.raises(StoreError, match="the database refuses this"):
        store.do(refusing)
    assert len(tries) == 1
