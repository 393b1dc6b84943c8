"""Each planted fault of a store is found, and told apart."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import pytest

from grader.store.opening import StoreError
from grader.store.store import Store
from grader.store.verifying import verified
from tests.grader.course.courses import Course
from tests.grader.store.stores import asked, forced, path_of

Statement = str | tuple[str, Sequence[object]]


def test_a_store_as_it_was_written_is_without_faults(store: Store) -> None:
    found = verified(store)
    assert found.faults == ()
    assert (found.batches, found.results, found.contents) == (1, 2, 2)


@pytest.mark.parametrize(
    ("planted", "told"),
    [
        (
            "DELETE FROM evidence WHERE run_id = 1",
            "the evidence of result 1 is missing, and nobody has erased it",
        ),
        (
            ("UPDATE evidence SET data = ? WHERE run_id = 1", [zlib.compress(b"{}")]),
            "the evidence of result 1 is not what was written",
        ),
        (
            "UPDATE evidence SET data = x'00' WHERE run_id = 1",
            "the evidence of result 1 is not what was written",
        ),
        (
            'UPDATE evidence SET error = \'"""\' WHERE run_id = 1',
            "the evidence of result 1 is not what was written",
        ),
        (
            "UPDATE run SET score = score + 1 WHERE id = 2",
            "the marks of result 2 are not those of its evidence",
        ),
        (
            "UPDATE run SET max_score = 1 WHERE id = 2",
            "the marks of result 2 are not those of its evidence",
        ),
        (
            "UPDATE run SET deducted = 1 WHERE id = 2",
            "the marks of result 2 are not those of its evidence",
        ),
        (
            "UPDATE outcome SET outcome = 'correct' WHERE run_id = 2 AND problem = '1'",
            "the marks of result 2 are not those of its evidence",
        ),
        (
            "DELETE FROM outcome WHERE rowid = (SELECT rowid FROM outcome WHERE score = 0 LIMIT 1)",
            "the marks of result 2 are not those of its evidence",
        ),
        (
            "INSERT INTO outcome SELECT run_id, problem, 'x', family, level, outcome, 0, 0, '' "
            "FROM outcome WHERE run_id = 2 LIMIT 1",
            "the marks of result 2 are not those of its evidence",
        ),
        (
            "UPDATE batch_end SET seal = 'x'",
            "the files or marks of batch 1 are not those that it ended with",
        ),
        (
            "UPDATE mark SET score = 19 WHERE place = 1",
            "the files or marks of batch 1 are not those that it ended with",
        ),
        (
            "UPDATE mark SET person_id = 3 - person_id WHERE person_id < 3",
            "the files or marks of batch 1 are not those that it ended with",
        ),
        (
            "DELETE FROM mark WHERE place = 2",
            "the files or marks of batch 1 are not those that it ended with",
        ),
        (
            "DELETE FROM handed WHERE place = 1",
            "the files or marks of batch 1 are not those that it ended with",
        ),
        (
            "UPDATE handed SET run_id = 1 WHERE place = 1",
            "the files or marks of batch 1 are not those that it ended with",
        ),
        (
            ("UPDATE page SET data = ? WHERE run_id = 1 AND suffix = 'html'", [b"x"]),
            "the feedback of result 1 is damaged",
        ),
        (
            "DELETE FROM submission_name WHERE submission_id = 2",
            "what was handed in as number 2 is missing, and nobody has erased it",
        ),
    ],
)
def test_a_planted_fault_is_the_one_that_is_found(
    course: Course, planted: Statement, told: str
) -> None:
    forced(course, planted)
    with Store(str(path_of(course)), make=False) as store:
        assert verified(store).faults == (told,)


def test_a_file_that_is_gone_or_changed_is_found(course: Course) -> None:
    ((digest,),) = asked(course, "SELECT content FROM submission WHERE id = 1")
    changed = zlib.compress(b"conv1_rf = 3\n")
    forced(course, ("UPDATE content SET data = ? WHERE digest = ?", [changed, digest]))
    with Store(str(path_of(course)), make=False) as store:
        assert verified(store).faults == (
            f"what was handed in with the digest {digest[:16]}… is damaged",
        )
    forced(course, ("DELETE FROM content WHERE digest = ?", [digest]))
    with Store(str(path_of(course)), make=False) as store:
        assert verified(store).faults == (
            "what was handed in as number 1 is missing, and nobody has erased it",
        )


def test_a_result_that_is_gone_is_found_by_what_refers_to_it(course: Course) -> None:
    forced(course, "DELETE FROM run WHERE id = 1")
    with Store(str(path_of(course)), make=False) as store:
        faults = verified(store).faults
    assert "a row of the table evidence refers to one of run that is not there" in faults
    assert "a row of the table mark refers to one of run that is not there" in faults


def test_a_file_of_a_store_that_is_damaged_is_found_or_refused(course: Course) -> None:
    """Wherever a page of it is overwritten."""
    path = path_of(course)
    whole = path.read_bytes()
    pages = range(1, len(whole) // 4096, 3)
    assert len(pages) > 10
    silent = []
    for page in pages:
        torn = bytearray(whole)
        torn[page * 4096 : (page + 1) * 4096] = b"\xa5" * 4096
        path.write_bytes(torn)
        try:
            with Store(str(path), make=False) as store:
                if not verified(store).faults:
                    silent.append(page)
        except StoreError:
            continue
    assert silent == []
