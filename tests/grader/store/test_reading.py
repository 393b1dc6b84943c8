"""What is kept is read again: the same standings, and little of it in memory."""

from __future__ import annotations

import json
import zlib

import pytest

from grader.cli.cases import course_in
from grader.cli.stored import standings_in
from grader.course.class_table import as_csv
from grader.store.erasing import erase, number_of
from grader.store.opening import StoreError
from grader.store.reading import (
    KeptResult,
    batches,
    content_of,
    files_of,
    last_batch,
    pages_of,
    stored_files,
    students_of,
    told_of,
)
from grader.store.store import Store
from tests.grader.course.courses import Course
from tests.grader.store.stores import asked, forced, path_of


def test_the_standings_of_a_class_are_those_of_its_batch(course: Course, store: Store) -> None:
    out = course.folder / "marks.csv"
    course.batch("--csv", out)
    assignment = course_in(course.folder).assignment
    told = as_csv(assignment, standings_in(store, assignment))
    assert "".join(told) == out.read_text(encoding="utf-8")


def test_a_batch_that_has_not_ended_does_not_count(course: Course, store: Store) -> None:
    before = last_batch(store, "hw3")
    assert before is not None
    forced(
        course,
        "INSERT INTO batch SELECT 9, 'u', assignment, revision, kind, began, version, "
        "edition, digest, options FROM batch",
    )
    assert last_batch(store, "hw3") == before
    assert [(each.number, each.files) for each in batches(store, "hw3")] == [(1, 2), (9, None)]
    assert last_batch(store, "hw4") is None


def test_marks_of_a_result_are_there_at_once_and_the_rest_when_it_is_looked_at(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana, _ = files_of(store, 1)
    data = ana.data
    assert isinstance(data, KeptResult)
    looked: list[int] = []

    def noting(_: Store, run: int) -> tuple[str, dict[str, object]]:
        looked.append(run)
        return "", {"score": 0, "problems": []}

    monkeypatch.setattr("grader.store.reading.told_of", noting)
    assert (data["score"], data["max_score"], data["deducted"]) == (19, 19, 0)
    assert looked == []
    assert data["problems"] == []
    assert looked == [1]


def test_a_result_is_told_as_it_was_kept(store: Store) -> None:
    error, data = told_of(store, 1)
    assert error == ""
    assert data is not None
    assert data["score"] == 19
    assert {field["outcome"] for each in data["problems"] for field in each["fields"]} == {
        "correct"
    }
    assert set(pages_of(store, 1)) == {"html", "txt"}


def test_files_are_had_again_as_they_were_handed_in(course: Course, store: Store) -> None:
    ana, bo = stored_files(store, 1)
    assert (ana.name, bo.name) == ("ana/hw3.py", "bo/hw3.py")
    assert content_of(store, ana.content) == (course.work / "ana" / "hw3.py").read_bytes()


def test_the_roster_is_that_of_the_batch(store: Store) -> None:
    found = students_of(store, 1)
    assert [(each.id, each.name) for each in found] == [
        *(("ana", "Ana Anić"), ("bo", "Bo Bee"), ("cy", "Cy Dee"))
    ]
    assert found[0].others == {"email": "ana.anic@uni.hr", "group": "A"}


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE evidence SET data = x'00'", "the result 1 is damaged"),
        ("UPDATE page SET data = x'00'", "the feedback of result 1 is damaged"),
        ("UPDATE content SET data = x'00'", "what was handed in"),
    ],
)
def test_what_is_damaged_is_said_and_no_fault_of_the_grader(
    course: Course, statement: str, said: str
) -> None:
    forced(course, statement)
    with Store(str(path_of(course))) as store, pytest.raises(StoreError, match=said) as told:
        told_of(store, 1)
        pages_of(store, 1)
        content_of(store, stored_files(store, 1)[0].content)
    assert "'grader store verify' looks at everything" in str(told.value)


def test_what_was_erased_is_said_to_be_so(store: Store) -> None:
    digest = stored_files(store, 1)[0].content
    erase(store, number_of(store, "hw3", "ana"))
    assert [each.name for each in stored_files(store, 1)] == ["bo/hw3.py"]
    with pytest.raises(StoreError, match="what was answered in result 1 was erased"):
        told_of(store, 1)
    with pytest.raises(StoreError, match="what was handed in was erased"):
        content_of(store, digest)


def test_results_are_kept_in_few_bytes_as_any_program_can_read_them(course: Course) -> None:
    ((data,),) = asked(course, "SELECT data FROM evidence WHERE run_id = 1")
    assert json.loads(zlib.decompress(data))["score"] == 19
