"""What the store has of a student: given to them, and erased to the last byte."""

from __future__ import annotations

import io
import json
import shutil
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from fractions import Fraction
from pathlib import Path

import pytest

from grader.cli import INTERRUPTED
from grader.course import finishing
from grader.course.overrides import Override, add_override
from grader.store.erasing import erase, exported, number_of
from grader.store.opening import StoreError
from grader.store.reading import files_of, last_batch, students_of
from grader.store.store import Store
from grader.store.verifying import verified
from tests.grader.course.courses import Course, marked_here
from tests.grader.store.stores import asked, forced, opened, path_of, small_class

SECRET = "a_name_that_only_ana_gave"
REASON = "she had been ill that week"


@pytest.fixture(scope="module")
def _rich(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A class of which much is known: batches, one that was stopped, a reason, a stolen sheet."""
    folder = tmp_path_factory.mktemp("rich")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("grader.cli.marking.mark_all", marked_here)
        finishing._assignment.cache_clear()
        course = small_class(folder / "course")
        course.hand_in("ana/hw3.py", f"{course.solved('ana')}\n{SECRET} = 1\n")
        course.hand_in("cy/hw3.py", course.solved("ana"))
        course.hand_in("ana_bo_bee/hw3.py", "x = 1\n")  # which names two
        course.batch("--feedback", folder / "feedback")
        add_override(course.folder, Override("ana", 1, 1, "2", "", Fraction(7), REASON))
        course.batch("--feedback", folder / "feedback")
        course.hand_in("ana/hw3.py", f"{course.solved('ana')}\n{SECRET} = 2\n")
        patch.setattr("grader.store.keeping.Keeper.end", _killed)
        assert course.batch().exit_code == INTERRUPTED
        course.hand_in("ana/hw3.py", f"{course.solved('ana')}\n{SECRET} = 3\n")
        patch.undo()
    return course


def _killed(*_: object) -> None:
    raise KeyboardInterrupt


@pytest.fixture
def course(_rich: Course, tmp_path: Path) -> Course:
    return Course(shutil.copytree(_rich.folder, tmp_path / "course"))


@pytest.fixture
def store(course: Course) -> Iterator[Store]:
    with Store(str(path_of(course)), make=False) as found:
        yield found


def archive_of(store: Store, student: str) -> dict[str, bytes]:
    data = exported(store, number_of(store, "hw3", student))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


# -- exported --------------------------------------------------------------------------------------


def test_all_that_there_is_of_a_student_is_exported(course: Course, store: Store) -> None:
    files = archive_of(store, "ana")
    told = json.loads(files["student.json"])
    assert told["student"]["name"] == "Ana Anić"
    assert told["student"]["others"] == {"email": "ana.anic@uni.hr", "group": "A"}
    assert [(each["status"], each["kind"]) for each in told["marks"]] == [("marked", "batch")] * 2
    assert [each["told"]["name"] for each in told["handed_in"]] == ["ana/hw3.py"] * 2
    assert {each["problem"] for each in told["drawn"]} == {"1", "2"}
    assert [each["reason"] for each in told["set_by_hand"]] == [REASON]
    programs = [data.decode() for name, data in files.items() if name.startswith("files/")]
    assert {f"{SECRET} = {number}" in text for text in programs for number in (1, 2)} == {
        True,
        False,
    }
    assert len(programs) == 2  # also of the batch that was stopped
    results = [json.loads(d) for n, d in files.items() if n.startswith("results/") and ".json" in n]
    assert [each["result"]["score"] for each in results] == [19, 16, 16]
    pages = [data.decode() for name, data in files.items() if name.endswith(".html")]
    assert len(pages) == 2
    assert all("Ana Anić" in page for page in pages)


def test_nothing_of_anybody_else_is_exported(course: Course, store: Store) -> None:
    secrets = {
        "ana": ("Ana Anić", "ana.anic@uni.hr", SECRET, course.code("ana"), REASON),
        "bo": ("Bo Bee", "bbee@uni.hr", course.code("bo")),
        "cy": ("Cy Dee", course.code("cy")),
    }
    for student in secrets:
        every = b"\n".join(archive_of(store, student).values()).decode()
        found = {who for who, texts in secrets.items() for text in texts if text in every}
        of_file = {"ana"} if student == "cy" else set()  # the sheet that cy has handed in
        assert found - of_file <= {student}
        ids = [word for word in ("ana", "bo", "cy") if f"is that of {word}" in every]
        assert ids == []


def test_the_same_store_gives_the_same_bytes(store: Store) -> None:
    number = number_of(store, "hw3", "ana")
    assert exported(store, number) == exported(store, number)


def test_nobody_is_exported_whom_the_store_does_not_know(store: Store) -> None:
    for assignment, student in (("hw3", "eve"), ("hw4", "ana")):
        with pytest.raises(StoreError, match=f"there is nobody called '{student}'"):
            number_of(store, assignment, student)
    assert number_of(store, "hw3", " ANA ") == number_of(store, "hw3", "ana")


# -- erased ----------------------------------------------------------------------------------------


def bytes_on_the_disk(course: Course) -> dict[str, bytes]:
    """All that the store has there, the compressed parts of it as they would be read."""
    folder = path_of(course).parent
    found = {path.name: path.read_bytes() for path in folder.glob("store.sqlite*")}
    with closing(sqlite3.connect(f"file:{path_of(course)}?mode=ro", uri=True)) as connection:
        for table in ("content", "evidence", "tape", "page"):
            rows = connection.execute(f"SELECT data FROM {table} WHERE data IS NOT NULL")
            found[table] = b"\n".join(zlib.decompress(data) for (data,) in rows)
    return found


ANA = ("Ana Anić", "Ana Ani\\u0107", "ana.anic@uni.hr", SECRET, REASON, "ana/hw3.py", "ana_bo")


def places_of(course: Course, *texts: str) -> set[str]:
    every = bytes_on_the_disk(course)
    return {f"{t} in {name}" for t in texts for name, data in every.items() if t.encode() in data}


def test_the_names_are_found_before_they_are_erased(course: Course, store: Store) -> None:
    found = places_of(course, *ANA)
    assert {each.split(" in ")[0] for each in found} >= {*ANA} - {"Ana Ani\\u0107"}


def test_not_a_byte_of_name_code_answers_and_reasons_stays_and_marks_do(
    course: Course, store: Store
) -> None:
    tables = ("run", "outcome", "mark", "variant", "override", "submission", "batch_end")
    before = {table: asked(course, f"SELECT * FROM {table}") for table in tables}

    done = erase(store, number_of(store, "hw3", "ana"))

    assert (done.results, done.files) == (3, 2)
    assert places_of(course, *ANA[:-1], '"ana"', " ana") == set()
    assert {table: asked(course, f"SELECT * FROM {table}") for table in tables} == before
    pseudonyms = dict(asked(course, "SELECT pseudonym, student FROM person"))
    assert pseudonyms[done.pseudonym] is None
    assert sorted(filter(None, pseudonyms.values())) == ["bo", "cy"]


def test_others_keep_what_is_theirs(course: Course, store: Store) -> None:
    before = {who: archive_of(store, who) for who in ("bo", "cy")}
    erase(store, number_of(store, "hw3", "ana"))
    assert {who: archive_of(store, who) for who in ("bo", "cy")} == before


def test_a_store_of_which_somebody_was_erased_is_read_and_verified(
    course: Course, store: Store
) -> None:
    erase(store, number_of(store, "hw3", "ana"))
    assert verified(store).faults == ()
    batch = last_batch(store, "hw3")
    assert batch is not None
    assert [student.id for student in students_of(store, batch.number)] == ["bo", "cy"]
    assert [file.handed.name for file in files_of(store, batch.number)] == [
        *("", "", "bo/hw3.py", "cy/hw3.py")
    ]
    with pytest.raises(StoreError, match="there is nobody called 'ana'"):
        number_of(store, "hw3", "ana")


def test_evidence_that_goes_beside_what_was_erased_is_still_missed(
    course: Course, store: Store
) -> None:
    erase(store, number_of(store, "hw3", "ana"))
    ((run,),) = asked(course, "SELECT min(run.id) FROM run JOIN evidence ON run.id = run_id")
    store.close()
    forced(course, f"DELETE FROM evidence WHERE run_id = {run}")
    with Store(str(path_of(course))) as again:
        assert verified(again).faults == (
            f"the evidence of result {run} is missing, and nobody has erased it",
        )


def test_what_another_has_handed_in_just_so_stays(course: Course, store: Store) -> None:
    """The same bytes, of two students: they are there once, and both have handed them in."""
    finishing._assignment.cache_clear()
    text = (course.work / "ana" / "hw3.py").read_text(encoding="utf-8")
    ((digest,),) = asked(course, "SELECT content FROM submission ORDER BY id LIMIT 1")
    forced(
        course,
        f"INSERT INTO submission (assignment, place, content) VALUES ('hw3', 'p', '{digest}')",
        "INSERT INTO submission_name SELECT max(id), '\"bo/same.py\"', 2 FROM submission",
    )
    assert SECRET in text
    erase(store, number_of(store, "hw3", "ana"))
    assert asked(course, "SELECT count(*) FROM content WHERE digest = ?", digest) == [(1,)]


def test_whoever_was_erased_hands_in_again_and_is_marked(course: Course) -> None:
    with Store(str(path_of(course))) as store:
        erase(store, number_of(store, "hw3", "ana"))
    course.hand_in("ana/hw3.py", f"{course.solved('ana')}\n{SECRET} = 1\n")  # as it was before
    assert course.rows()["ana"]["status"] == "marked"
    with Store(str(path_of(course))) as store:
        assert verified(store).faults == ()
        assert SECRET.encode() in b"".join(archive_of(store, "ana").values())
        erase(store, number_of(store, "hw3", "ana"))
        assert places_of(course, SECRET) == set()
        assert verified(store).faults == ()


def test_while_another_program_reads_it_is_said_that_bytes_are_still_there(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("grader.store.opening._SECONDS", 0.05)
    with Store(str(path_of(course))) as store, opened(course) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM run").fetchall()
        with pytest.raises(StoreError, match="it is erased, but another program reads"):
            erase(store, number_of(store, "hw3", "ana"))
        reader.execute("COMMIT")
    assert places_of(course, *ANA[:-1]) == set()
